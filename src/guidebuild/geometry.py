"""Boxes and polygons of pages and drawings, in points (1/72 inch), y upwards.

Comes in: numbers. Goes out: `Box`, polygons cut at straight lines, what they enclose.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from guidebuild.drawing import Matrix

Point = tuple[float, float]
Polygon = tuple[Point, ...]


class Box(NamedTuple):
    """A rectangle with its sides along the axes; x0 <= x1 and y0 <= y1."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def holds(self, other: Box, slack: float = 0.0) -> bool:
        """Whether the other lies inside, give or take `slack` points."""
        return (
            self.x0 - slack <= other.x0
            and self.y0 - slack <= other.y0
            and other.x1 <= self.x1 + slack
            and other.y1 <= self.y1 + slack
        )

    def meet(self, other: Box) -> Box | None:
        """What both have in common, perhaps without area; None where they lie apart."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        x1, y1 = min(self.x1, other.x1), min(self.y1, other.y1)
        return Box(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None

    def join(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1)
        )

    def overlaps(self, other: Box, slack: float = 0.0) -> bool:
        """Whether they share more than `slack` points in both directions."""
        return (
            min(self.x1, other.x1) - max(self.x0, other.x0) > slack
            and min(self.y1, other.y1) - max(self.y0, other.y0) > slack
        )

    def grown(self, by: float) -> Box:
        """Larger on all sides, or smaller where `by` is negative; never less than its centre."""
        dx, dy = max(by, -self.width / 2), max(by, -self.height / 2)
        return Box(self.x0 - dx, self.y0 - dy, self.x1 + dx, self.y1 + dy)

    def corners(self) -> Polygon:
        return ((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1))


def around(points: Iterable[Point]) -> Box:
    """The smallest box that holds the points, of which there is at least one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def placed(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def placed_box(matrix: Matrix, box: Box) -> Polygon:
    """The four corners of a box where the matrix puts them."""
    return tuple(placed(matrix, x, y) for x, y in box.corners())


def scales(matrix: Matrix) -> tuple[float, float]:
    """How much the matrix stretches lengths, in the direction in which it does so least and most."""
    a, b, c, d = matrix[:4]
    squares, product = a * a + b * b + c * c + d * d, a * d - b * c
    root = math.sqrt(max(0.0, squares * squares - 4 * product * product))
    return math.sqrt(max(0.0, (squares - root) / 2)), math.sqrt((squares + root) / 2)


def cut(polygon: Sequence[Point], axis: int, limit: float, *, above: bool) -> Polygon:
    """The part of a polygon where coordinate `axis` is at least (`above`) or at most `limit` (Sutherland-Hodgman)."""
    sign = 1.0 if above else -1.0
    kept: list[Point] = []
    for index, point in enumerate(polygon):
        before = polygon[index - 1]
        inside, was_inside = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            part = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1]))
            )
        if inside:
            kept.append(point)
    return tuple(kept)


def cut_to(polygon: Polygon, box: Box) -> Polygon:
    """The part of a polygon inside a box; () where there is none."""
    for axis, limit, above in ((0, box.x0, True), (0, box.x1, False), (1, box.y0, True), (1, box.y1, False)):
        if not polygon:
            return ()
        polygon = cut(polygon, axis, limit, above=above)
    return polygon


def edges(polygon: Polygon) -> Iterator[tuple[Point, Point]]:
    """Its sides; the last leads back to the first corner."""
    return pairwise((*polygon, *polygon[:1]))


def area(polygon: Polygon) -> float:
    """Twice the area, positive where the polygon runs counter-clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges(polygon))


def winding(point: Point, polygon: Polygon) -> int:
    """How often a polygon goes around a point, with its sense: counter-clockwise is positive."""
    x, y = point
    turns = 0
    for (x0, y0), (x1, y1) in edges(polygon):
        if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            turns += 1 if y1 > y0 else -1
    return turns
