"""Where a mark's ink lies: whether two marks meet, and whether one lies on another altogether.

Comes in: marks. Goes out: yes or no, on the safe side: what is hard to tell meets, and is not held. Raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from guidebuild.brand.svg.ink import ink
from guidebuild.brand.svg.outline import polygons
from guidebuild.brand.svg.sketch import Mark
from guidebuild.drawing import Path
from guidebuild.geometry import Box, Point, Polygon, edges, winding

_MOST_PAIRS = 300_000  # of edges that are compared
_LEVELS, _SHARES = 7, (0.125, 0.375, 0.625, 0.875)


class Region:
    """A mark with its box and polygons, made when they are asked for."""

    def __init__(self, mark: Mark) -> None:
        self.mark = mark

    @cached_property
    def box(self) -> Box | None:
        return ink(self.mark.path)

    @cached_property
    def shapes(self) -> tuple[Polygon, ...]:
        """The polygons that the ink lies in: of a stroke or a clipped mark, its box."""
        path = self.mark.path
        if path.stroke or path.clips:
            return (self.box.corners(),) if self.box else ()
        return tuple(polygon for polygon in polygons(path.segments) if len(polygon) > 2)

    def meets(self, other: Region) -> bool:
        shared = self.box.meet(other.box) if self.box and other.box else None
        if shared is None or not shared.width or not shared.height:
            return False
        return (
            _cross(self.shapes, other.shapes, touching=True)
            or any(map(other.covers, self.inside))
            or any(map(self.covers, other.inside))
        )

    def covers(self, point: Point) -> bool:
        turns = sum(winding(point, shape) for shape in self.shapes)
        return bool(turns % 2 if self.mark.path.even_odd else turns)

    def holds(self, other: Region) -> bool:
        """Whether all of another mark lies on this one."""
        path = self.mark.path
        if path.stroke or not self.box or not other.box:
            return False
        if _is_inside(other.mark.path, path):
            return True
        if path.clips or not self.box.holds(other.box) or _cross(self.shapes, other.shapes, touching=False):
            return False
        return all(map(self.covers, other.inside)) and not any(
            other.covers(polygon[0]) and not self.covers(polygon[0]) for polygon in self.shapes
        )

    @cached_property
    def inside(self) -> list[Point]:
        """Points well inside the ink, along level lines."""
        if self.box is None:
            return []
        found = []
        for level in range(1, _LEVELS + 1):
            y = self.box.y0 + self.box.height * level / (_LEVELS + 1.07)
            xs = sorted(x for polygon in self.shapes for x in _crossings(polygon, y))
            for left, right in pairwise(xs):
                points = [(left + (right - left) * share, y) for share in _SHARES]
                found += [point for point in points if right > left and self.covers(point)]
        return found


def _is_inside(one: Path, other: Path) -> bool:
    """Whether a fill has the outline of another, and no less is cut from it."""
    return (
        not one.stroke
        and one.segments == other.segments
        and one.clips[: len(other.clips)] == other.clips
        and (one.even_odd or not other.even_odd)
    )


def _crossings(polygon: Polygon, y: float) -> Iterator[float]:
    for (x0, y0), (x1, y1) in edges(polygon):
        if (y0 <= y) != (y1 <= y):
            yield x0 + (y - y0) * (x1 - x0) / (y1 - y0)


def _cross(one: tuple[Polygon, ...], other: tuple[Polygon, ...], *, touching: bool) -> bool:
    """Whether any two edges cross, or touch if that counts; taken for granted where there are too many to ask."""
    first = [edge for polygon in one for edge in edges(polygon)]
    second = [edge for polygon in other for edge in edges(polygon)]
    if len(first) * len(second) > _MOST_PAIRS:
        return True
    return any(_crosses(a, b, touching) for a in first for b in second)


def _crosses(one: tuple[Point, Point], other: tuple[Point, Point], touching: bool) -> bool:
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    if (
        max(ax, bx) < min(cx, dx)
        or max(cx, dx) < min(ax, bx)
        or max(ay, by) < min(cy, dy)
        or max(cy, dy) < min(ay, by)
    ):
        return False
    first = _side(one, (cx, cy)) * _side(one, (dx, dy))
    second = _side(other, (ax, ay)) * _side(other, (bx, by))
    return (first <= 0 and second <= 0) if touching else (first < 0 and second < 0)


def _side(edge: tuple[Point, Point], point: Point) -> float:
    (ax, ay), (bx, by) = edge
    return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)
