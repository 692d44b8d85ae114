"""Brands written into a temporary folder, for the tests of the brand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

from guidebuild.brand import Branded, load_theme
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.edition import Edition

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'


def load(
    folder: Path,
    text: str = "meta:\n  name: Acme\n",
    *,
    overrides: Mapping[str, str] | None = None,
    roles: int = 2,
    paper: str = "a4",
    root: Path | None = None,
    cache: Path | None = None,
    profile: str = "screen",
) -> Branded:
    """The theme of a brand file with this text."""
    file = folder / "_brand.yml"
    file.write_text(text, encoding="utf-8")
    return load_theme(
        file,
        overrides=overrides or {},
        paper=paper,
        roles=roles,
        root=root,
        cache=Cache(cache),
        edition=Edition(profile=profile),
    )


def refused(folder: Path, text: str = "meta:\n  name: Acme\n", **more: object) -> tuple[Diagnostic, ...]:
    """The errors with which such a brand is refused."""
    try:
        load(folder, text, **more)  # type: ignore[arg-type]
    except GuideError as err:
        return tuple(problem for problem in err.diagnostics if problem.severity == "error")
    raise AssertionError("the brand was accepted")


def png_header(width: int, height: int) -> bytes:
    """A PNG that announces its size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )
