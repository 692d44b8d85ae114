"""Import matplotlib so that nothing on the machine can change what it draws.

Comes in: nothing. Goes out: matplotlib, imported, with its own defaults. Refuses: a matplotlibrc in the
working directory or named by MATPLOTLIBRC, MPLBACKEND, the user's configuration folder and every installed
font.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

_ONE_AT_A_TIME = threading.Lock()  # environment and working directory belong to all threads
_NAMES = ("MPLBACKEND", "MATPLOTLIBRC", "MPLCONFIGDIR")


def load_matplotlib() -> None:
    """Import what the backend needs. Costs about a third of a second, once per process."""
    with _ONE_AT_A_TIME:
        if "matplotlib.text" in sys.modules:
            return
        with tempfile.TemporaryDirectory() as folder:
            _write_font_list(Path(folder))
            with _environment(folder), _working_directory(folder):
                import matplotlib.backend_bases
                import matplotlib.figure
                import matplotlib.lines
                import matplotlib.text  # noqa: F401


def _write_font_list(folder: Path) -> None:
    """An empty font list: without one, matplotlib opens every font on the machine."""
    spec = importlib.util.find_spec("matplotlib")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        source = (Path(place) / "font_manager.py").read_text(encoding="utf-8")
        found = re.search(r"^    __version__ = '([\w.]+)'", source, re.MULTILINE)
        if found:
            content: dict[str, object] = {
                "__class__": "FontManager",
                "_version": found[1],
                "default_size": None,
                "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
                "afmlist": [],
                "ttflist": [],
            }
            (folder / f"fontlist-v{found[1]}.json").write_text(json.dumps(content), encoding="utf-8")


@contextlib.contextmanager
def _environment(folder: str) -> Iterator[None]:
    before = {name: os.environ.pop(name) for name in _NAMES if name in os.environ}
    os.environ["MPLCONFIGDIR"] = folder
    try:
        yield
    finally:
        del os.environ["MPLCONFIGDIR"]
        os.environ.update(before)


@contextlib.contextmanager
def _working_directory(folder: str) -> Iterator[None]:
    """matplotlib looks for a relative 'matplotlibrc' while it is imported, and there only a move helps."""
    try:
        before = Path.cwd()
    except OSError:  # the working directory is gone, and nothing can lie in it
        yield
        return
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
