"""Every read from outside: files, fonts, images, the date; with size limits.

Comes in: paths and the environment. Goes out: bytes and text. Refuses: files over the limit, special files,
and, for anything that content names, paths that leave the project.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

FONT_LIMIT = 40_000_000


def bundled(name: Literal["content", "assets"]) -> Path:
    """The folder that ships with the program: inside the wheel, else beside `src/` in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "bundled" / name
    return inside if inside.is_dir() else here.parent.parent / name


def read_bytes(path: str | Path, *, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises `OSError` (missing, unreadable), `ValueError`."""
    file = Path(path)
    if file.stat().st_size > limit:
        raise ValueError(f"the file is larger than {limit:,} bytes")
    return file.read_bytes()
