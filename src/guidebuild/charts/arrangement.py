"""Circles for two or three sets, sized and placed so that every list fits into its region.

Comes in: the groups of all regions and the width of the page. Goes out: an `Arrangement`: circles, lines in
their places, and a legend for what had to move out. Refuses: nothing. When type has shrunk as far as it
may, the overfull regions show the numbers of their entries, and the legend lists them; nothing is dropped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guidebuild.brand.theme import MM
from guidebuild.charts.lettering import Lettering
from guidebuild.charts.packing import Group, Line, Packer, Style, ease
from guidebuild.charts.regions import CLEAR, Circle, Region

Members = tuple[int, ...]
Groups = Mapping[Members, Group]

_WIDTH = 170 * MM  # of the circles together, where the page leaves 172 mm


@dataclass(frozen=True, slots=True)
class Arrangement:
    """`lines` by region; `legend` pairs the numbers shown in overfull regions with their words."""

    circles: tuple[Circle, ...]
    lines: dict[Members, tuple[Line, ...]]
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Try:
    """One rung of the ladder: type, air around it, and whether lines may leave the common axis."""

    style: Style
    clear: float = CLEAR
    free: bool = False


def arrange(groups: Groups, sets: int, width: float, lettering: Lettering) -> Arrangement:
    """The first rung of the ladder on which everything fits; else a numbered key for what does not."""
    groups, legend = _with_key(groups, _hopeless(groups, width, lettering), ())
    found = _climb(_Search(groups, sets, width, lettering), _ladder(sets))
    while found is None:
        search = _Search(groups, sets, width, lettering)
        groups, legend = _with_key(groups, search.overfull(Style(9, 3, *_heads(sets)[0])), legend)
        search = _Search(groups, sets, width, lettering)
        found = _climb(search, _ladder(sets))
        if found is None and all(group.part != "item" for group in groups.values()):
            found = search.on(_Try(Style(7.5, 1, 9.0, 0.0), free=True))
            if found is None:
                raise AssertionError("a region of the chart has no room for a number")
    return replace(found, legend=legend)


def _climb(search: _Search, ladder: Iterator[_Try]) -> Arrangement | None:
    return next((found for rung in ladder if (found := search.on(rung)) is not None), None)


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

    def __init__(self, groups: Groups, sets: int, width: float, lettering: Lettering) -> None:
        self._groups, self._sets, self._lettering = groups, sets, lettering
        self._packer = Packer(lettering)
        self._scale = width / (172 * MM)
        self._need: dict[Members, float] = dict.fromkeys(groups, 1.0)
        self._ranked: dict[tuple[float, float], list[tuple[Circle, ...]]] = {}

    def on(self, rung: _Try) -> Arrangement | None:
        """An arrangement with this type, in a preferred shape or one of the few that leave most room."""
        for circles in itertools.chain(self._preferred(), self._shapes(rung.style)):
            if self._ease(circles, rung.style) < 0.8:
                continue
            lines: dict[Members, tuple[Line, ...]] = {}
            for members, group in self._groups.items():
                region = Region(circles, members, rung.clear)
                placed = self._packer.pack(region, group, rung.style, free=rung.free)
                if placed is None:
                    # Whatever failed once counts as fuller in the next search for shapes.
                    self._need[members] = min(self._need[members] * 1.25, 3.0)
                    break
                lines[members] = placed.lines
            else:
                return Arrangement(circles, lines)
        return None

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

    def _preferred(self) -> Iterator[tuple[Circle, ...]]:
        """Shapes that look best, the smallest first: a short list leaves no empty caps above and below."""
        if self._sets == 2:
            yield from (self._pair(radius * MM, 0.0) for radius in (49, 51.5, 54))
        else:
            yield self._triple(50 * MM, 0, 0, 0, 0.9)

    def _pair(self, radius: float, tilt: float) -> tuple[Circle, ...]:
        """Two circles that span the width; `tilt` makes the left one larger."""
        span, left, right = _WIDTH * self._scale, radius * self._scale + tilt, radius * self._scale - tilt
        start = 1 * MM * self._scale
        return (Circle(start + left, 0.0, left), Circle(start + span - right, 0.0, right))

    def _triple(
        self, radius: float, tilt: float, third: float, shift: float, drop: float
    ) -> tuple[Circle, ...]:
        """Two circles that span the width and a third below; `drop` is its depth in distances of the two."""
        one, two = self._pair(radius, tilt)
        depth = drop * (two.x - one.x)
        x = (one.x + two.x) / 2 + shift
        return (one, two, Circle(x, -depth, radius * self._scale + third))

    def _shapes(self, style: Style) -> list[tuple[Circle, ...]]:
        """The shapes that leave most room for lists of this type size, best first."""
        bucket = min((10.5, 9.0, 7.5), key=lambda size: abs(size - style.size))
        key = (bucket, style.count)
        if key not in self._ranked:
            found = self._pairs(style) if self._sets == 2 else self._triples(style)
            self._ranked[key] = [circles for _, circles in sorted(found, key=lambda one: -one[0])[:4]]
        return self._ranked[key]

    def _ease(self, circles: tuple[Circle, ...], style: Style) -> float:
        """The worst ratio of room to need among the regions."""
        worst = 9.0
        for members, group in self._groups.items():
            room = ease(Region(circles, members), group, style, self._lettering) / self._need[members]
            worst = min(worst, room)
            if worst < 0.3:
                break
        return worst

    def _pairs(self, style: Style) -> list[tuple[float, tuple[Circle, ...]]]:
        found = []
        for radius, tilt in itertools.product(range(44, 61, 2), (-10, -5, 0, 5, 10)):
            circles = self._pair(radius * MM, tilt * MM * self._scale)
            found.append((self._ease(circles, style) - abs(tilt) * 0.02, circles))
        return found

    def _triples(self, style: Style) -> list[tuple[float, tuple[Circle, ...]]]:
        """A coarse grid of even shapes, then steps away from the best one as long as they help."""
        tried: dict[tuple[float, ...], tuple[float, tuple[Circle, ...]]] = {}

        def score(shape: tuple[float, ...]) -> float:
            if shape not in tried:
                radius, tilt, third, shift, drop = shape
                circles = self._triple(radius * MM, tilt * MM, third * MM, shift * MM, drop)
                uneven = (abs(tilt) + abs(third) + abs(shift)) * 0.01
                value = self._ease(circles, style) - uneven if _sound(circles) else -1.0
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


def _sound(circles: tuple[Circle, ...]) -> bool:
    """Not taller than a page allows, nor with one circle much smaller than the others."""
    low = min(one.y - one.r for one in circles)
    high = max(one.y + one.r for one in circles)
    radii = [one.r for one in circles]
    return high - low <= 178 * MM and max(radii) / min(radii) < 1.5
