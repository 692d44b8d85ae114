"""The edges of a trimmed page, each seen the same way: how far outside it something lies, and where along it.

Comes in: the trimmed page and the marks on it. Goes out: `Edge`, and which artwork ends at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from guidebuild.geometry import Box, Point, Polygon, cut, winding
from guidebuild.preflight.marks import Mark, Page

_TOUCH = 0.5  # points; artwork that ends this near to the edge was meant to reach it
_SLACK = 0.3  # points; bleed in whole tenths of a millimetre is rounded by this
_LEAST_PLACES = 12  # along a piece of artwork, at which is looked whether something goes on
_MOST_PLACES = 100
_MOST_SUSPECTS = 300  # on one edge; a page with more has a fault that one look shows
_NAMES = ("top", "right", "bottom", "left")

Ending = Literal["bare", "other"]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of a page. Coordinates here are (outwards from the edge, along the edge), in points."""

    name: str
    axis: int  # 0 for left and right
    at: float
    sign: float  # 1 where outwards is upwards or to the right
    start: float
    end: float

    def here(self, point: Point) -> Point:
        return self.sign * (point[self.axis] - self.at), point[1 - self.axis]

    def span(self, box: Box) -> tuple[float, float]:
        """Where along the edge a box begins and ends."""
        return (box.y0, box.y1) if self.axis == 0 else (box.x0, box.x1)

    def there(self, outwards: float, along: float) -> Point:
        across = self.at + self.sign * outwards
        return (across, along) if self.axis == 0 else (along, across)

    def strip(self, outline: Polygon) -> Polygon:
        """The part of an outline that lies beside the edge, and outside it or no deeper than a touch."""
        points: Polygon = tuple(self.here(point) for point in outline)
        for axis, limit, above in ((0, -_TOUCH, True), (1, self.start, True), (1, self.end, False)):
            points = cut(points, axis, limit, above=above) if points else ()
        return points


def edges(page: Page) -> tuple[Edge, ...]:
    """Top, right, bottom and left of the page as it is read."""
    box = page.boxes.page
    turn = page.turned // 90
    names = [_NAMES[(side + turn) % 4] for side in range(4)]
    return (
        Edge(names[0], 1, box.y1, 1.0, box.x0, box.x1),
        Edge(names[1], 0, box.x1, 1.0, box.y0, box.y1),
        Edge(names[2], 1, box.y0, -1.0, box.x0, box.x1),
        Edge(names[3], 0, box.x0, -1.0, box.y0, box.y1),
    )


def endings(marks: Sequence[Mark], edge: Edge, bleed: float) -> Iterator[Ending]:
    """One entry for each piece of artwork that reaches the edge from inside and ends before the bleed does.

    "bare" where paper would show if the cut is off; "other" where artwork of another colour goes on instead.
    """
    near = [mark for mark in marks if mark.kind != "text" and mark.outlines and not mark.inside_pattern]
    suspects = [
        (order, strip)
        for order, mark in enumerate(near)
        if mark.is_visible
        for piece in _pieces(mark)
        if (strip := _short_of(piece, edge, bleed))
    ]
    bounds = sorted(bound for mark in near for bound in edge.span(mark.box)) if suspects else []
    for order, strip in suspects[:_MOST_SUSPECTS]:
        if found := _ending(near, order, _places(strip, bounds), edge, bleed):
            yield found


def _pieces(mark: Mark) -> tuple[tuple[Polygon, ...], ...]:
    """What must reach the end of the bleed by itself: each part of a fill, but a stroke as a whole."""
    return (mark.outlines,) if mark.kind == "stroke" else tuple((outline,) for outline in mark.outlines)


def _short_of(piece: tuple[Polygon, ...], edge: Edge, bleed: float) -> Polygon:
    """What of a piece lies at the edge, if it comes from inside and does not reach the end of the bleed; else ()."""
    if not any(edge.here(point)[0] < -_TOUCH for outline in piece for point in outline):
        return ()  # it lies outside: a crop mark, or a piece that only fills the bleed
    strip = tuple(point for outline in piece for point in edge.strip(outline))
    return strip if strip and max(point[0] for point in strip) < bleed - _SLACK else ()


def _places(strip: Polygon, bounds: list[float]) -> list[float]:
    """Where along the edge to look: between all places at which some artwork begins or ends."""
    first, last = min(point[1] for point in strip), max(point[1] for point in strip)
    between = [bound for bound in bounds if first < bound < last]
    every = max(1, len(between) // _MOST_PLACES)
    even = [first + (last - first) * step / _LEAST_PLACES for step in range(_LEAST_PLACES + 1)]
    return [(start + end) / 2 for start, end in pairwise(sorted({*even, *between[::every]}))]


def _ending(
    marks: Sequence[Mark], order: int, places: list[float], edge: Edge, bleed: float
) -> Ending | None:
    """What lies outside the artwork, where it is the topmost on its side of the edge."""
    found: Ending | None = None
    mark = marks[order]
    for place in places:
        inside, outside = edge.there(-_TOUCH, place), edge.there(bleed - _SLACK, place)
        if not covers(mark, inside) or any(covers(later, inside) for later in marks[order + 1 :]):
            continue
        top = next((other for other in reversed(marks) if covers(other, outside)), None)
        if top is None or not top.is_visible:
            return "bare"
        if top is not mark and not _goes_on(mark, top):
            found = "other"
    return found


def _goes_on(mark: Mark, beyond: Mark) -> bool:
    """Whether one colour looks like the continuation of the other; only rectangles and images can be judged.

    A ring or a slanted shape ends beside the place where it is asked, since it leaves the page at another.
    """
    if mark.kind == "image" or beyond.kind == "image":
        return mark.kind == beyond.kind
    if mark.kind == "stroke" or mark.size is None or mark.paint is None or beyond.paint is None:
        return True
    if mark.paint.space != beyond.paint.space:
        return mark.paint.inks == beyond.paint.inks and mark.paint.inks is not None
    pairs = zip(mark.paint.values, beyond.paint.values, strict=False)
    return all(abs(one - other) <= 0.1 for one, other in pairs)


def covers(mark: Mark, point: Point) -> bool:
    """Whether the artwork lies over a point. Its outlines are asked, not its letters or pixels."""
    x, y = point
    box: Box = mark.box
    if not (box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1):
        return False
    turns = [winding((x, y), outline) for outline in mark.outlines]
    if mark.kind == "stroke":
        return any(turns)
    return bool(sum(turns) % 2 if mark.even_odd else sum(turns))
