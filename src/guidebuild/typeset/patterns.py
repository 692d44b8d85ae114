"""Patterns that tell areas apart where there is one ink (page specification, 8).

Comes in: the name of a `drawing.Pattern`. Goes out: its `Tile`, which is repeated over the area (ISO 32000-1, 8.7.3),
in points. Tiles leave what is under them to be seen. Those that end in "-fine" are for marks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LINE = 0.7  # points
_HATCH = 4 * math.sqrt(2)  # lines 4 pt apart at 45 degrees
_INK, _SHARED = "0.149", "0.29"


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile of `size` points and what is painted on it."""

    size: float
    content: str


def _slants(size: float, width: float, *, both: bool = False) -> str:
    """Lines from corner to corner, with the corners that the neighbours' lines cut."""
    far = size + 1
    lines = [(-1.0, -1.0, far, far), (-1.0, size - 1, 1.0, far), (size - 1, -1.0, far, 1.0)]
    if both:
        lines += [(-1.0, far, far, -1.0), (-1.0, 1.0, 1.0, -1.0), (size - 1, far, far, size - 1)]
    return _lines(lines, width)


def _lines(lines: list[tuple[float, float, float, float]], width: float) -> str:
    paths = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in lines)
    return f"{_INK} G {width} w {paths} S"


def _dot(size: float, radius: float, ink: str) -> str:
    """A line without length whose round ends make a disc."""
    return f"{ink} G 1 J {2 * radius} w {size / 2:.3f} {size / 2:.3f} m {size / 2:.3f} {size / 2:.3f} l S"


def _straight(size: float, width: float, *, upright: bool = False) -> str:
    half = size / 2
    return _lines([(half, -1, half, size + 1) if upright else (-1, half, size + 1, half)], width)


TILES = {
    "hatch": Tile(_HATCH, _slants(_HATCH, LINE)),
    "hatch-fine": Tile(_HATCH * 0.55, _slants(_HATCH * 0.55, 0.6)),
    "cross": Tile(_HATCH, _slants(_HATCH, 0.5, both=True)),
    "cross-fine": Tile(_HATCH * 0.6, _slants(_HATCH * 0.6, 0.4, both=True)),
    "level": Tile(4.0, _straight(4.0, LINE)),
    "level-fine": Tile(2.2, _straight(2.2, 0.6)),
    "upright": Tile(4.0, _straight(4.0, LINE, upright=True)),
    "upright-fine": Tile(2.2, _straight(2.2, 0.6, upright=True)),
    "dots": Tile(4.0, _dot(4.0, 0.5, _SHARED)),
    "dots-fine": Tile(2.4, _dot(2.4, 0.45, _SHARED)),
    "dots-wide": Tile(7.0, _dot(7.0, 1.4, _INK)),
    "dots-wide-fine": Tile(3.2, _dot(3.2, 0.8, _INK)),
}
