"""How far the ink of a path reaches.

Comes in: paths of drawings. Goes out: boxes. Those of strokes hold the points of mitred corners; round a dash or a
straight end they may be half a pen too large. Raises nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from guidebuild.brand.svg.outline import bounds, corners
from guidebuild.drawing import Path
from guidebuild.geometry import Box, Point, around

_STRAIGHT = 1e-6  # the sine of half a turn that is no corner


def ink(path: Path) -> Box | None:
    """The box that a path's ink lies in, cut along its clips; None where nothing is left."""
    box = bounded(path)
    for clip in path.clips:
        outer = bounds(clip.segments)
        box = box.meet(outer) if box and outer else None
    return box


def bounded(path: Path) -> Box | None:
    """The box that a path's ink lies in, but for its clips."""
    box = bounds(path.segments)
    if box is None or not path.stroke:
        return box
    a, b, c, d = path.nib or (1.0, 0.0, 0.0, 1.0)
    half = path.width / 2 * (2**0.5 if path.cap == "square" else 1.0)
    across, up = half * math.hypot(a, c), half * math.hypot(b, d)
    box = Box(box.x0 - across, box.y0 - up, box.x1 + across, box.y1 + up)
    points = list(_points(path)) if path.join == "miter" else []
    return box.join(around(points)) if points else box


def _points(path: Path) -> Iterator[Point]:
    """Where the edges of a stroke meet at its corners, unless the miter limit cuts that off (SVG 2, 13.5.5).

    A corner is looked at as the pen sees it, before its nib is stretched and slanted.
    """
    a, b, c, d = path.nib or (1.0, 0.0, 0.0, 1.0)
    det = a * d - b * c
    for (x, y), *ways in corners(path.segments) if det else ():
        (ux, uy), (vx, vy) = (_unit((d * dx - c * dy) / det, (a * dy - b * dx) / det) for dx, dy in ways)
        turn, sine = math.hypot(ux - vx, uy - vy), math.hypot(ux + vx, uy + vy) / 2
        if turn > _STRAIGHT and sine * path.miter >= 1:
            reach = path.width / 2 / sine / turn
            right, far = (ux - vx) * reach, (uy - vy) * reach
            yield x + a * right + c * far, y + b * right + d * far


def _unit(x: float, y: float) -> Point:
    length = math.hypot(x, y)
    return (x / length, y / length) if length else (0.0, 0.0)
