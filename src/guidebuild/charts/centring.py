"""A packed list moved to the optical middle of its region.

Comes in: a region, and lines that `packing` has already fitted into it on one axis. Goes out: the same lines,
moved together, and how far from ideal they stand. Refuses: to break, to cut or to come nearer to a border
than the list already was, unless six points of air are left.

What counts, in this order: air to every border, as much of it above the list as below, as much to its left as
to its right, and an axis near the region's centre of weight.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidebuild.charts.lettering import DOWN, UP, Lettering
from guidebuild.charts.packing import Line, centroid
from guidebuild.charts.regions import Circle, Region

AIR = 6.0  # what every list keeps from every border where its region has the room
_EASY, _AMPLE = 8.0, 14.0  # air worth a shift from the middle; air worth a small one, mostly to the side
_STEPS, _STEP, _DRIFT = 8, 3.0, 0.4  # how far the axis may leave the centre of weight, and what that costs
# What the eye takes for the top and foot of a line, in type sizes: capitals, and part of the descenders.
_TOP, _FOOT = 0.68, 0.16

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Centred:
    """Lines in the middle of their region; `cost` is what is left of the unevenness, in points."""

    lines: tuple[Line, ...]
    cost: float


def centre(region: Region, lines: Sequence[Line], lettering: Lettering) -> Centred:
    """The lines where the air around them is most even."""
    boxes = [_box(line, lettering) for line in lines]
    least = min(AIR, clearance(region, boxes, 0.0, 0.0))
    middle = centroid(region, lines[-1].size)
    home = middle[0] - lines[0].x if middle else 0.0
    best = (_cost(region, lines, boxes, 0.0, 0.0) + _DRIFT * abs(home), 0.0, 0.0)
    coarse = [
        (home + step * _STEP, away) for step in range(-_STEPS, _STEPS + 1) for away in range(-44, 45, 4)
    ]
    best = _least(
        region, lines, boxes, sorted(coarse, key=lambda place: abs(place[0] - home)), home, least, best
    )
    near = [(best[1] + dx * _STEP / 2, best[2] + dy) for dx in (0, -1, 1) for dy in range(-3, 4)]
    _, dx, dy = best = _least(region, lines, boxes, near, home, least, best)
    return Centred(tuple(replace(line, x=line.x + dx, y=line.y + dy) for line in lines), best[0])


def _least(
    region: Region,
    lines: Sequence[Line],
    boxes: Sequence[Box],
    places: Sequence[tuple[float, float]],
    home: float,
    least: float,
    best: tuple[float, float, float],
) -> tuple[float, float, float]:
    """The cheapest of the places that keep the least air, and its cost; or the best one known."""
    for aside, away in places:
        drift = _DRIFT * abs(aside - home)
        if drift >= best[0] or clearance(region, boxes, aside, away) < least:
            continue
        cost = _cost(region, lines, boxes, aside, away) + drift
        if cost < best[0] - 0.01:
            best = (cost, aside, away)
    return best


def clearance(region: Region, boxes: Sequence[Box], aside: float, away: float) -> float:
    """The distance from the boxes, moved by so much, to the nearest border; negative where one crosses it."""
    least = math.inf
    for left, low, right, high in boxes:
        left, right, low, high = left + aside, right + aside, low + away, high + away
        for one in region.inside:
            far = math.hypot(max(one.x - left, right - one.x), max(one.y - low, high - one.y))
            least = min(least, one.r - far)
        for one in region.outside:
            near = math.hypot(max(left - one.x, one.x - right, 0.0), max(low - one.y, one.y - high, 0.0))
            least = min(least, near - one.r)
    return least


def _box(line: Line, lettering: Lettering) -> Box:
    half = lettering.width(line.text, line.face, line.size) / 2
    return (line.x - half, line.y - _FOOT * line.size, line.x + half, line.y + _TOP * line.size)


def _cost(region: Region, lines: Sequence[Line], boxes: Sequence[Box], aside: float, away: float) -> float:
    """Uneven air above and below, air that is too little, and uneven air to both sides."""
    axis = lines[0].x + aside
    first, last = boxes[0], boxes[-1]
    top, foot = first[3] + away, last[1] + away
    middle = (top + foot) / 2
    ends = _stretch(region, axis, middle)
    if ends is None:
        return math.inf
    above, below = ends[1] - top, foot - ends[0]
    if len(region.inside) + len(region.outside) > 2:
        # Borders lean to all sides there, and the eye weighs the air at the corners of a list as well.
        over = [_stretch(region, x + aside, top) for x in (first[0], first[2])]
        under = [_stretch(region, x + aside, foot) for x in (last[0], last[2])]
        above = (above + min((one[1] - top for one in over if one), default=above)) / 2
        below = (below + min((foot - one[0] for one in under if one), default=below)) / 2
    least = clearance(region, boxes, aside, away)
    tight = 4 * max(0.0, _EASY - least) + 1.5 * max(0.0, _AMPLE - least)
    return abs(above - below) / 2 + tight + 0.4 * abs(_lean(region, lines, axis, away))


def _stretch(region: Region, x: float, y: float) -> tuple[float, float] | None:
    """How far the region reaches below and above a point along a vertical line."""
    low, high = -math.inf, math.inf
    for one in region.inside:
        half = _half(one, x)
        low, high = max(low, one.y - half), min(high, one.y + half)
    for one in region.outside:
        half = _half(one, x)
        if half and one.y + half <= y:
            low = max(low, one.y + half)
        elif half and one.y - half >= y:
            high = min(high, one.y - half)
        elif half:
            return None
    return (low, high) if low < y < high else None


def _half(one: Circle, x: float) -> float:
    return math.sqrt(max(one.r**2 - (x - one.x) ** 2, 0.0))


def _lean(region: Region, lines: Sequence[Line], axis: float, away: float) -> float:
    """How far the axis stands from the middle of the strips that the lines lie in, on average."""
    total, count = 0.0, 0
    for line in lines:
        y = line.y + away
        for start, end in region.free(y - DOWN * line.size, y + UP * line.size):
            if start < axis < end:
                total, count = total + axis - (start + end) / 2, count + 1
    return total / count if count else 0.0
