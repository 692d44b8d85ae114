"""Paths under construction: points on the page, curves drawn as short straight lines.

Comes in: the operands of path operators and the matrix in force. Goes out: `Path`, with outlines, its box, and whether
it is made of rectangles. A line that has no beginning begins where it ends.
"""

from __future__ import annotations

import math
from itertools import pairwise

from guidebuild.drawing import Matrix
from guidebuild.geometry import Box, Point, Polygon, around, placed

_CURVE_STEPS = 8  # a quarter of a circle of 100 mm is off by less than 0.2 mm
_MOST_POINTS = 20_000  # of one path; beyond it only the box is kept up
_SQUARE = 1e-3


class Path:
    """One path, in page coordinates."""

    def __init__(self) -> None:
        self.parts: list[list[Point]] = []
        self.closed: set[int] = set()
        self.rectangles = True
        self._count = 0
        self._current: Point = (0.0, 0.0)

    def __bool__(self) -> bool:
        return bool(self.parts)

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        self.parts.append([placed(matrix, x, y)])
        self._current = (x, y)

    def line(self, matrix: Matrix, x: float, y: float) -> None:
        self._add(placed(matrix, x, y))
        self._current = (x, y)

    def curve(self, matrix: Matrix, first: Point | None, second: Point, end: Point) -> None:
        """A Bezier curve; without a first control point it is the current point (operator v)."""
        start, first = self._current, first or self._current
        self.rectangles = False
        for step in range(1, _CURVE_STEPS + 1):
            t = step / _CURVE_STEPS
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            x = a * start[0] + b * first[0] + c * second[0] + d * end[0]
            y = a * start[1] + b * first[1] + c * second[1] + d * end[1]
            self._add(placed(matrix, x, y))
        self._current = end

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.parts.append([placed(matrix, *corner) for corner in corners])
        self.close()
        self._current = (x, y)

    def close(self) -> None:
        if self.parts:
            self.closed.add(len(self.parts) - 1)

    def _add(self, point: Point) -> None:
        if not self.parts:
            self.parts.append([point])
            return
        self._count += 1
        if self._count > _MOST_POINTS:
            self._widen(point)
            return
        self.parts[-1].append(point)

    def _widen(self, point: Point) -> None:
        """Too many points: the part becomes the box around what it has been so far."""
        self.rectangles = False
        self.parts[-1] = list(around([*self.parts[-1], point]).corners())

    @property
    def box(self) -> Box:
        drawn = [part for part in self.parts if len(part) > 1] or self.parts
        return around(point for part in drawn for point in part)

    def outlines(self) -> tuple[Polygon, ...]:
        return tuple(tuple(part) for part in self.parts if len(part) > 1)

    def shorter_side(self) -> float | None:
        """The least side of the rectangles that the path is made of; None where it is made of anything else."""
        if not self.rectangles:
            return None
        sides = [_shorter_side(part) for part in self.parts if len(part) > 1]
        known = [side for side in sides if side is not None]
        return min(known) if known and len(known) == len(sides) else None

    def segments(self) -> list[tuple[Point, Point]]:
        """The straight lines that a stroke follows."""
        found: list[tuple[Point, Point]] = []
        for index, part in enumerate(self.parts):
            points = [*part, part[0]] if index in self.closed else part
            found += pairwise(points)
        return found


def _shorter_side(part: list[Point]) -> float | None:
    points = part[:-1] if len(part) == 5 and part[0] == part[4] else part
    if len(points) != 4:
        return None
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    if abs(ax + cx - bx - dx) > _SQUARE or abs(ay + cy - by - dy) > _SQUARE:
        return None
    across, along = math.hypot(bx - ax, by - ay), math.hypot(cx - bx, cy - by)
    skew = abs((bx - ax) * (cx - bx) + (by - ay) * (cy - by))
    return min(across, along) if skew <= _SQUARE * max(1.0, across * along) else None


def thick(start: Point, end: Point, width: float) -> Polygon:
    """The rectangle that a stroke of this width covers, without its ends."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return ()
    across, up = -dy / length * width / 2, dx / length * width / 2
    return (
        (start[0] + across, start[1] + up),
        (start[0] - across, start[1] - up),
        (end[0] - across, end[1] - up),
        (end[0] + across, end[1] + up),
    )
