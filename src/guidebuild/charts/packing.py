"""Lists of words set inside the regions of a set chart.

Comes in: a region, a head (count and caption) and items, with a type size. Goes out: `Placed` lines, or
None when the list does not fit. Refuses to shrink, to cut or to drop anything: that is for `arrangement` to
decide.

Every line is centred on one axis per region, so that the list reads as a column; only with `free=True` does
each line take the middle of its own strip.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guidebuild.charts.lettering import DOWN, UP, Lettering, baseline, fit, longest
from guidebuild.charts.regions import Region
from guidebuild.drawing import FaceName

Part = Literal["count", "caption", "item", "key", "none"]
_STEP = 4.0  # the vertical step of the whole guide


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text centred on `x`."""

    x: float
    y: float
    text: str
    part: Part
    face: FaceName
    size: float


@dataclass(frozen=True, slots=True)
class Style:
    """Type of one set chart: size and gap of the items, sizes of count and caption (0: none)."""

    size: float
    gap: float = 4.0
    count: float = 20.5
    caption: float = 8.5

    @property
    def leading(self) -> float:
        return self.size * 16 / 10.5


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in one region; `note` says below the items how many more there are."""

    count: str
    caption: str
    items: tuple[str, ...]
    part: Part = "item"
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line box to be set: its height, and the text that may take several of them."""

    text: str
    part: Part
    face: FaceName
    size: float
    leading: float
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines in their places; `cost` says how far from ideal, in points."""

    lines: tuple[Line, ...]
    cost: float


def rows(group: Group, style: Style) -> list[_Row]:
    """The lines of a group from the top, before any of them is broken."""
    found = []
    if style.count and group.count:
        found.append(_Row(group.count, "count", "bold", style.count, round(style.count * 1.17)))
    if style.caption and group.caption:
        found.append(_Row(group.caption, "caption", "bold", style.caption, style.caption * 12 / 8.5))
    face: FaceName = "bold" if group.part == "key" else "regular"
    for index, item in enumerate(group.items):
        before = (style.gap if index else style.gap * 1.5) if found else 0.0
        found.append(_Row(item, group.part, face, style.size, style.leading, before))
    if group.note:
        size = style.caption or style.size
        found.append(_Row(group.note, "caption", "regular", size, size * 12 / 8.5, style.gap * 1.5))
    return found


class Packer:
    """Sets groups into regions."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def pack(
        self, region: Region, group: Group, style: Style, *, free: bool = False, ordered: bool = False
    ) -> Placed | None:
        """The best place for the group, in the order given, or else with the wide items in the middle."""
        given = self._best(region, rows(group, style), free)
        if (
            ordered
            or group.part != "item"
            or len(group.items) < 3
            or (given and given.cost < 2 * style.leading)
        ):
            return given
        items = self._wide_in_the_middle(group.items, style)
        tapered = self._best(region, rows(replace(group, items=items), style), free)
        # The author's order is worth two broken lines.
        if given and (tapered is None or given.cost <= tapered.cost + 2 * style.leading):
            return given
        return tapered

    def _wide_in_the_middle(self, items: Sequence[str], style: Style) -> tuple[str, ...]:
        measure = self._lettering.measure("regular", style.size)
        order = sorted(range(len(items)), key=lambda i: (measure(items[i]), i))
        return tuple(items[i] for i in (*order[::2], *reversed(order[1::2])))

    def _best(self, region: Region, lines: list[_Row], free: bool) -> Placed | None:
        centre = centroid(region, lines[-1].leading)
        if centre is None:
            return None
        height = sum(line.before + line.leading for line in lines)
        best: Placed | None = None
        for shift in (0.0, -6.0, 6.0, -12.0, 12.0, -20.0, 20.0, -30.0, 30.0) if not free else (0.0,):
            if best is not None and best.cost <= abs(shift) / 2:
                break
            axis = None if free else centre[0] + shift
            limit = best.cost - abs(shift) / 2 if best else 1e9
            placed = self._slide(region, lines, axis, centre, height, limit)
            if placed is not None:
                best = Placed(placed.lines, placed.cost + abs(shift) / 2)
        return best

    def _slide(
        self,
        region: Region,
        lines: list[_Row],
        axis: float | None,
        centre: tuple[float, float],
        height: float,
        limit: float,
    ) -> Placed | None:
        """Try tops from the ideal outwards; keep the nearest to the centre with the fewest broken lines."""
        leading, best = lines[-1].leading, None
        ideal = centre[1] + height / 2
        for top in _outwards(ideal, region.top, region.bottom + height):
            # A broken line moves the middle down by half a line box, so a higher top may still come out best.
            if abs(top - ideal) - 3 * leading > limit:
                break
            found = self._set(region, lines, axis, top)
            if found is None:
                continue
            placed, bottom = found
            broken = len(placed) - len(lines) + 2 * _hyphens(placed)
            cost = abs((top + bottom) / 2 - centre[1]) + broken * leading
            if cost < limit:
                best, limit = Placed(tuple(placed), cost), cost
        return best

    def _set(
        self, region: Region, lines: list[_Row], axis: float | None, top: float
    ) -> tuple[list[Line], float] | None:
        placed: list[Line] = []
        for row in lines:
            top -= row.before
            broken = self._break(region, row, axis, top)
            if broken is None:
                return None
            placed += broken
            top -= row.leading * len(broken)
        return placed, top

    def _break(self, region: Region, row: _Row, axis: float | None, top: float) -> list[Line] | None:
        """One row in one to three lines that stay inside the region."""
        measure = self._lettering.measure(row.face, row.size)
        places: list[tuple[float, float, float]] = []
        for _ in range(3 if row.part == "item" else 1):
            y = baseline(top - row.leading * len(places), row.leading, row.size)
            place = _room(region, y - DOWN * row.size, y + UP * row.size, axis)
            if place is None:
                return None
            places.append((place[0], y, place[1]))
            lines = fit(row.text, measure, [width for _, _, width in places])
            if lines is not None:
                return [
                    Line(x, y, text, row.part, row.face, row.size)
                    for (x, y, _), text in zip(places, lines, strict=True)
                ]
        return None


def _hyphens(lines: Sequence[Line]) -> int:
    return sum(line.text.endswith(("-", "–", "/")) for line in lines)


def _room(region: Region, low: float, high: float, axis: float | None) -> tuple[float, float] | None:
    """The axis and the width to both sides of it that a line may use."""
    if axis is None:
        free = region.widest(low, high)
        return ((free[0] + free[1]) / 2, free[1] - free[0]) if free else None
    for start, end in region.free(low, high):
        if start < axis < end:
            return axis, 2 * min(axis - start, end - axis)
    return None


def _outwards(ideal: float, highest: float, lowest: float) -> Iterable[float]:
    yield ideal
    step = _STEP
    while ideal + step <= highest or ideal - step >= lowest:
        if ideal + step <= highest:
            yield ideal + step
        if ideal - step >= lowest:
            yield ideal - step
        step += _STEP


def strips(region: Region, height: float) -> list[tuple[float, tuple[float, float]]]:
    """The widest free stretch of every strip of the region, with the strip's middle."""
    found = []
    y = region.top - height
    while y > region.bottom:
        free = region.widest(y, y + height)
        if free is not None:
            found.append((y + height / 2, free))
        y -= height
    return found


def centroid(region: Region, height: float) -> tuple[float, float] | None:
    """Where the weight of a region lies; wide strips count twice, since that is where the words go."""
    total = x = y = 0.0
    for level, (start, end) in strips(region, height / 2):
        weight = (end - start) ** 2
        total, x, y = total + weight, x + weight * (start + end) / 2, y + weight * level
    return (x / total, y / total) if total else None


def ease(region: Region, group: Group, style: Style, lettering: Lettering) -> float:
    """Roughly how much more room there is than the group needs; below 1 it will hardly fit."""
    lines = rows(group, style)
    widest = max(longest(line.text, lettering.measure(line.face, line.size)) for line in lines)
    usable = [end - start for _, (start, end) in strips(region, style.leading) if end - start >= widest]
    if not usable:
        return 0.0
    area = sum(lettering.width(line.text, line.face, line.size) * line.leading for line in lines)
    tall = sum(line.leading + line.before for line in lines)
    return min(sum(usable) * style.leading / (1.3 * area), len(usable) * style.leading / tall)
