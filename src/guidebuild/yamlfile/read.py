"""A file of YAML, read from the disk.

A path comes in; the tree of what is written there goes out. `GuideError` is raised, with the place, where the file
cannot be read or is no YAML.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.sources import shown
from guidebuild.yamlfile.tree import read_tree


def read_file(file: Path, notes: list[Diagnostic] | None = None) -> Any:
    """The tree of a file. Raises `GuideError`, also where the file cannot be read."""
    name = shown(file)
    try:
        return read_tree(sources.read_text(file), name, notes)
    except UnicodeDecodeError as error:
        before: bytes = error.object[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        span = Span(name, before.count(b"\n") + 1, column)
        message = f"the byte {error.object[error.start]:#04x} is not UTF-8"
        problem = Diagnostic("error", "not-utf8", message, span, ("save the file as UTF-8",))
    except sources.RefusedError as error:
        problem = error.diagnostic(Span(name))
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problem = Diagnostic("error", "cannot-read", f"the file cannot be read: {reason}", Span(name))
    raise GuideError([problem])
