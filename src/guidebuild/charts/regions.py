"""Where text may stand between circles, and the outlines of what they share. Plain geometry, in points.

Comes in: circles, and for a region which of them it lies inside. Goes out: the free stretches of a strip,
and exact arcs. The strip rule is exact: over a strip's height every circle inside which
the region lies contributes its narrowest chord, and every other one takes away its widest; a box in what is
left crosses no border.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from guidebuild.drawing import Segment, arc, circle

Interval = tuple[float, float]
CLEAR = 4.0  # least space between text and the middle of an outline: 3 pt of air and half a line


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    r: float

    def holds(self, x: float, y: float, slack: float = 1e-6) -> bool:
        return math.hypot(x - self.x, y - self.y) <= self.r + slack


class Region:
    """What lies inside the circles in `members` and outside all others."""

    def __init__(self, circles: Sequence[Circle], members: Sequence[int], clear: float = CLEAR) -> None:
        self._clear = clear
        self.inside = [circles[i] for i in members]
        self.outside = [one for i, one in enumerate(circles) if i not in members]
        self.bottom = max(one.y - one.r for one in self.inside)
        self.top = min(one.y + one.r for one in self.inside)
        self._strips: dict[tuple[int, int], tuple[Interval, ...]] = {}

    def free(self, low: float, high: float) -> tuple[Interval, ...]:
        """Where a box from `low` to `high` (rounded outwards to quarter points) crosses no border."""
        key = (math.floor(low * 4), math.ceil(high * 4))
        known = self._strips.get(key)
        if known is None:
            known = self._strips[key] = self._compute(key[0] / 4, key[1] / 4)
        return known

    def widest(self, low: float, high: float) -> Interval | None:
        return max(self.free(low, high), key=lambda one: one[1] - one[0], default=None)

    def _compute(self, low: float, high: float) -> tuple[Interval, ...]:
        left, right = -math.inf, math.inf
        for one in self.inside:
            half = _chord(one, max(abs(low - one.y), abs(high - one.y)))
            if half <= 0:
                return ()
            left, right = max(left, one.x - half), min(right, one.x + half)
        free = [(left + self._clear, right - self._clear)]
        for one in self.outside:
            nearest = 0.0 if low <= one.y <= high else min(abs(low - one.y), abs(high - one.y))
            half = _chord(one, nearest)
            # A circle that only just stays clear of the strip still needs its air.
            if half <= 0 and nearest < one.r + self._clear:
                half = 0.1
            if half > 0:
                free = _without(free, (one.x - half - self._clear, one.x + half + self._clear))
        return tuple(one for one in free if one[1] - one[0] > 1)


def _chord(one: Circle, distance: float) -> float:
    return math.sqrt(one.r**2 - distance**2) if distance < one.r else 0.0


def _without(free: list[Interval], taken: Interval) -> list[Interval]:
    left: list[Interval] = []
    for start, end in free:
        if taken[1] <= start or taken[0] >= end:
            left.append((start, end))
            continue
        left += [(start, taken[0])] if taken[0] > start else []
        left += [(taken[1], end)] if taken[1] < end else []
    return left


def common_outline(circles: Sequence[Circle]) -> tuple[Segment, ...]:
    """The outline of what all circles share, from arcs; empty when they share nothing."""
    for one in circles:  # one circle inside all others
        if all(math.hypot(one.x - o.x, one.y - o.y) <= o.r - one.r + 1e-9 for o in circles if o is not one):
            return circle(one.x, one.y, one.r)
    corners = [p for i, a in enumerate(circles) for b in circles[i + 1 :] for p in _crossings(a, b)]
    corners = [p for p in corners if all(one.holds(*p) for one in circles)]
    if len(corners) < 2:
        return ()
    middle = (sum(p[0] for p in corners) / len(corners), sum(p[1] for p in corners) / len(corners))
    corners.sort(key=lambda p: math.atan2(p[1] - middle[1], p[0] - middle[0]))
    outline: list[Segment] = [("M", *corners[0])]
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        outline += _border(circles, start, end)
    return (*outline, ("Z",))


def _border(circles: Sequence[Circle], start: Interval, end: Interval) -> list[Segment]:
    """The arc from corner to corner, counter-clockwise, on the circle whose arc stays inside all others."""
    for one in circles:
        if not all(abs(math.hypot(x - one.x, y - one.y) - one.r) < 1e-6 for x, y in (start, end)):
            continue
        first = math.atan2(start[1] - one.y, start[0] - one.x)
        sweep = (math.atan2(end[1] - one.y, end[0] - one.x) - first) % math.tau
        half = first + sweep / 2
        if all(o.holds(one.x + one.r * math.cos(half), one.y + one.r * math.sin(half)) for o in circles):
            return arc(one.x, one.y, one.r, first, first + sweep)
    return [("L", *end)]


def _crossings(a: Circle, b: Circle) -> list[Interval]:
    distance = math.hypot(b.x - a.x, b.y - a.y)
    if not abs(a.r - b.r) < distance < a.r + b.r:
        return []
    along = (distance**2 + a.r**2 - b.r**2) / (2 * distance)
    across = math.sqrt(max(a.r**2 - along**2, 0.0))
    ux, uy = (b.x - a.x) / distance, (b.y - a.y) / distance
    x, y = a.x + along * ux, a.y + along * uy
    return [(x - across * uy, y + across * ux), (x + across * uy, y - across * ux)]
