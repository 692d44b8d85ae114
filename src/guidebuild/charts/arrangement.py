"""Circles for two or three sets, sized and placed so that every list fits into its region.

Comes in: the groups of all regions and the width of the page. Goes out: an `Arrangement`: circles, lines in
their places, and a legend for what had to move out. When type has shrunk as far as it
may, the overfull regions show the numbers of their entries, and the legend lists them; nothing is dropped.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidebuild.charts.centring import Centred, centre
from guidebuild.charts.lettering import Lettering
from guidebuild.charts.packing import Group, Line, Packer, Style, ease
from guidebuild.charts.regions import CLEAR, Circle, Region
from guidebuild.edition import MM

Members = tuple[int, ...]
Groups = Mapping[Members, Group]
Shape = tuple[Circle, ...]

_WIDTH = 170 * MM  # of the circles together, where the page leaves 172 mm
_NAMES = 27.0  # what the names above the circles take of the height
_TALLEST = 178 * MM
_UNEVEN = 8.0  # points of uneven air at which another order of the words is worth a try
_COMPACT = (46.0, 47.5, 49.0, 50.5)  # radii of two circles where the page is short
_LENSES = (26.0, 32.0, 38.0, 44.0, 50.0)  # widths of what two compact circles share


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`lines` by region; `legend` pairs the numbers shown in overfull regions with their words."""

    circles: tuple[Circle, ...]
    lines: dict[Members, tuple[Line, ...]]
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Try:
    """One rung of the ladder: type, air around it, and whether lines may leave the common axis or their order."""

    style: Style
    clear: float = CLEAR
    free: bool = False
    ordered: bool = False


def arrange(
    groups: Groups, sets: int, width: float, lettering: Lettering, room: float = math.inf
) -> Arrangement:
    """The first rung of the ladder on which everything fits; else a numbered key for what does not.

    `room` is the height in points that the page would like chart and names to keep to.
    """
    groups, legend = _with_key(groups, _hopeless(groups, width, lettering), ())
    found = _climb(_Search(groups, sets, width, lettering, room), sets)
    while found is None:
        search = _Search(groups, sets, width, lettering, room)
        groups, legend = _with_key(groups, search.overfull(Style(9, 3, *_heads(sets)[0])), legend)
        search = _Search(groups, sets, width, lettering, room)
        found = _climb(search, sets)
        if found is None and all(group.part != "item" for group in groups.values()):
            found = search.on(_Try(Style(7.5, 1, 9.0, 0.0), free=True))
            if found is None:
                raise AssertionError("a region of the chart has no room for a number")
    return replace(found, legend=legend)


def _climb(search: _Search, sets: int) -> Arrangement | None:
    """Body size in shapes that leave the page its room, then in taller ones; then smaller type in any shape."""
    body = list(itertools.islice(_ladder(sets), 3))
    low, tall = search.shapes_of_pages()
    tries = itertools.chain(
        ((rung, shapes) for rung in body for shapes in low),
        ((replace(rung, ordered=True), shapes) for shapes in tall for rung in body),
        ((rung, None) for rung in _ladder(sets)),
    )
    return next((found for rung, shapes in tries if (found := search.on(rung, shapes)) is not None), None)


def _hopeless(groups: Groups, width: float, lettering: Lettering) -> list[Members]:
    """Lists that no circle on this page could hold in the smallest type: not worth a search."""
    measure = lettering.measure("regular", 7.5)
    return [
        members
        for members, group in groups.items()
        if len(group.items) * 7.5 * 16 / 10.5 > 0.75 * width
        or any(measure(item) > 1.5 * width for item in group.items)
    ]


def _with_key(
    groups: Groups, overfull: Sequence[Members], legend: tuple[tuple[str, str], ...]
) -> tuple[Groups, tuple[tuple[str, str], ...]]:
    """The groups with numbers in place of these lists, and the legend that the numbers point to."""
    changed = dict(groups)
    for members in overfull:
        items, first = groups[members].items, len(legend) + 1
        legend += tuple((str(first + index), item) for index, item in enumerate(items))
        numbers = f"{first}–{len(legend)}" if len(items) > 1 else str(first)
        changed[members] = replace(groups[members], items=(numbers,), part="key")
    return changed, legend


def _heads(sets: int) -> tuple[tuple[float, float], ...]:
    """Sizes of count and caption, generous and slim."""
    return ((20.5, 8.5), (13.0, 8.5)) if sets == 2 else ((16.5, 8.5), (13.0, 7.5))


def _ladder(sets: int) -> Iterator[_Try]:
    full, slim = _heads(sets)
    yield _Try(Style(10.5, 8.0, *full), clear=10)
    yield _Try(Style(10.5, 6.0, *full), clear=8)
    yield _Try(Style(10.5, 4.0, *full), clear=6)
    for size in (10.0, 9.5, 9.0):
        yield _Try(Style(size, 3, *full), clear=5)
    for size in (9.5, 9.0):
        yield _Try(Style(size, 2, *slim))
    yield _Try(Style(9, 2, *slim), free=True)
    for size in (8.5, 8.0, 7.5):
        yield _Try(Style(size, 1.5, *slim))
    yield _Try(Style(7.5, 1.5, *slim), free=True)


class _Search:
    """Looks for circles that suit the lists. Shapes are compared by `ease` first, since packing is dearer."""

    def __init__(self, groups: Groups, sets: int, width: float, lettering: Lettering, room: float) -> None:
        self._groups, self._sets, self._lettering = groups, sets, lettering
        self._room = room - _NAMES
        self._packer = Packer(lettering)
        self._scale = width / (172 * MM)
        self._need: dict[Members, float] = dict.fromkeys(groups, 1.0)
        self._ranked: dict[tuple[float, float], list[Shape]] = {}

    def on(self, rung: _Try, shapes: Iterable[Shape] | None = None) -> Arrangement | None:
        """An arrangement with this type and the most even air, in these shapes, or in those that leave most room."""
        if shapes is None:
            return self.on(rung, self._preferred()) or self.on(rung, self._shapes(rung.style))
        best: tuple[float, Arrangement] | None = None
        for circles in shapes:
            if self._ease(circles, rung.style) < 0.7:
                continue
            found = self._filled(circles, rung)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        return best[1] if best else None

    def _filled(self, circles: Shape, rung: _Try) -> tuple[float, Arrangement] | None:
        """Every list in its region and centred there, and how uneven the air is; None when one does not fit."""
        filled: dict[Members, Centred] = {}
        for members in sorted(
            self._groups, key=lambda m: (-self._need[m], m)
        ):  # what failed most fails soonest
            centred = self._set(Region(circles, members, rung.clear), self._groups[members], rung)
            if centred is None:
                # Whatever failed once counts as fuller in the next search for shapes.
                self._need[members] = min(self._need[members] * 1.25, 3.0)
                return None
            filled[members] = centred
        cost = sum(one.cost**2 for one in filled.values())  # the worst region spoils the picture
        return cost, Arrangement(circles, {members: filled[members].lines for members in self._groups})

    def _set(self, region: Region, group: Group, rung: _Try) -> Centred | None:
        """One list in the middle of its region; with the wide words first where that centres it much better."""
        placed = self._packer.pack(region, group, rung.style, free=rung.free, ordered=rung.ordered)
        if placed is None or rung.free:  # free lines have no common axis to move
            return Centred(placed.lines, 0.0) if placed else None
        best = centre(region, placed.lines, self._lettering)
        if self._sets == 2 or group.part != "item" or len(group.items) < 3 or best.cost < _UNEVEN:
            return best
        measure = self._lettering.measure("regular", rung.style.size)
        falling = replace(group, items=tuple(sorted(group.items, key=lambda item: -measure(item))))
        placed = self._packer.pack(region, falling, rung.style)
        other = centre(region, placed.lines, self._lettering) if placed else best
        # The author's order is worth some unevenness.
        return other if other.cost + _UNEVEN / 2 < best.cost else best

    def overfull(self, style: Style) -> tuple[Members, ...]:
        """The lists to move to the legend: what does not fit in the shape that keeps most entries."""
        listed = [members for members, group in self._groups.items() if group.part == "item"]
        choices = []
        for circles in itertools.chain(self._preferred(), self._shapes(style)):
            failed = tuple(
                m for m in listed if not self._packer.pack(Region(circles, m), self._groups[m], style)
            )
            choices.append((sum(len(self._groups[m].items) for m in failed), failed))
        fewest = min(choices, key=lambda choice: choice[0])[1]
        # When all fit one by one and yet no rung worked, the fullest goes.
        return fewest or (max(listed, key=lambda m: len(self._groups[m].items)),)

    def shapes_of_pages(self) -> tuple[list[list[Shape]], list[list[Shape]]]:
        """Pairs that leave the page room for a table; or the lowest that keep words and order, best first."""
        if self._sets != 2:
            return [], []
        low = [[pair] for pair in self._preferred() if 2 * pair[0].r <= self._room]
        if low:
            return low, []
        return [], [self._compact(radius * MM * min(self._scale, 1.0)) for radius in _COMPACT]

    def _compact(self, radius: float) -> list[Shape]:
        """Pairs closer together than the page is wide."""
        lenses = [lens * MM * min(self._scale, 1.0) for lens in _LENSES]
        return [self._pair(radius, 0.0, 4 * radius - lens) for lens in lenses]

    def _preferred(self) -> Iterator[Shape]:
        """Shapes that look best, the smallest first: a short list leaves no empty caps above and below."""
        if self._sets == 2:
            yield from (self._pair(radius * MM * self._scale, 0.0) for radius in (49, 51.5, 54))
        else:
            for radius, drop in itertools.product((50, 52.5, 55, 57.5), (0.8, 0.9, 1.0)):
                circles = self._triple(radius * MM, 0, 0, 0, drop)
                if _sound(circles, min(_TALLEST, self._room)):
                    yield circles

    def _pair(self, radius: float, tilt: float, span: float = math.inf) -> Shape:
        """Two circles in the middle of the width, as wide as `span` or the page; `tilt` enlarges the left one."""
        full = _WIDTH * self._scale
        span = min(span, full)
        left, right = radius + tilt, radius - tilt
        start = 1 * MM * self._scale + (full - span) / 2
        return (Circle(start + left, 0.0, left), Circle(start + span - right, 0.0, right))

    def _triple(self, radius: float, tilt: float, third: float, shift: float, drop: float) -> Shape:
        """Two circles that span the width and a third below; `drop` is its depth in distances of the two."""
        one, two = self._pair(radius * self._scale, tilt)
        depth = drop * (two.x - one.x)
        x = (one.x + two.x) / 2 + shift
        return (one, two, Circle(x, -depth, radius * self._scale + third))

    def _shapes(self, style: Style) -> list[Shape]:
        """The shapes that leave most room for lists of this type size, best first."""
        bucket = min((10.5, 9.0, 7.5), key=lambda size: abs(size - style.size))
        key = (bucket, style.count)
        if key not in self._ranked:
            found = self._pairs(style) if self._sets == 2 else self._triples(style)
            self._ranked[key] = [circles for _, circles in sorted(found, key=lambda one: -one[0])[:4]]
        return self._ranked[key]

    def _ease(self, circles: Shape, style: Style, *, searching: bool = False) -> float:
        """The worst ratio of room to need among the regions; a search for shapes remembers what failed before."""
        worst = 9.0
        for members, group in self._groups.items():
            room = ease(Region(circles, members), group, style, self._lettering)
            worst = min(worst, room / (self._need[members] if searching else 1.0))
            if worst < 0.3:
                break
        return worst

    def _pairs(self, style: Style) -> list[tuple[float, Shape]]:
        found = []
        for radius, tilt in itertools.product(range(44, 61, 2), (-10, -5, 0, 5, 10)):
            circles = self._pair(radius * MM * self._scale, tilt * MM * self._scale)
            found.append((self._ease(circles, style, searching=True) - abs(tilt) * 0.02, circles))
        return found

    def _triples(self, style: Style) -> list[tuple[float, Shape]]:
        """A coarse grid of even shapes, then steps away from the best one as long as they help."""
        tried: dict[tuple[float, ...], tuple[float, Shape]] = {}

        def score(shape: tuple[float, ...]) -> float:
            if shape not in tried:
                radius, tilt, third, shift, drop = shape
                circles = self._triple(radius * MM, tilt * MM, third * MM, shift * MM, drop)
                uneven = (abs(tilt) + abs(third) + abs(shift)) * 0.01
                sound = _sound(circles, min(_TALLEST, self._room))
                value = self._ease(circles, style, searching=True) - uneven if sound else -1.0
                tried[shape] = (value, circles)
            return tried[shape][0]

        best: tuple[float, ...] = max(
            itertools.product((47, 50, 53), (0,), (0,), (0,), (0.8, 0.95, 1.1)), key=score
        )
        steps = (2.0, 3.0, 3.0, 4.0, 0.08)
        for _ in range(4):
            near = [
                tuple(v + sign * steps[i] if j == i else v for j, v in enumerate(best))
                for i in range(5)
                for sign in (-1, 1)
            ]
            better = max(near, key=score)
            if score(better) <= score(best):
                break
            best = better
        return list(tried.values())


def _sound(circles: Shape, tallest: float) -> bool:
    """Not taller than a page allows, nor with one circle much smaller than the others."""
    low = min(one.y - one.r for one in circles)
    high = max(one.y + one.r for one in circles)
    radii = [one.r for one in circles]
    return high - low <= tallest and max(radii) / min(radii) < 1.5
