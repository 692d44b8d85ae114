"""Set charts for two and three roles: circles with the skills listed inside their regions.

Comes in: a `SetSpec` of two or three roles, the palette, the lettering and the width. Goes out: a `Chart`.
`arrangement` has made everything fit, or moved it to the legend.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidebuild.brand.theme import Palette
from guidebuild.charts.arrangement import Arrangement, Members, arrange
from guidebuild.charts.chart import Chart
from guidebuild.charts.lettering import CAPITALS, DOWN, UP, Lettering, Measure, longest, wrap
from guidebuild.charts.packing import Group
from guidebuild.charts.regions import Circle, common_outline
from guidebuild.charts.tints import blend, readable
from guidebuild.compose.document import Region as SetRegion
from guidebuild.compose.document import SetSpec
from guidebuild.drawing import Colour, Paint, Pattern
from guidebuild.edition import MM

_NAME, _LEADING = 13.0, 16.0
_OUTLINE = 1.4
_AIR = 8.0


@dataclass(frozen=True, slots=True)
class _Name:
    """A role's name in lines from the top; `x` is their left or right edge, `y` the lowest baseline."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str

    @property
    def top(self) -> float:
        return self.y + (len(self.lines) - 1) * _LEADING + UP * _NAME


def draw_venn(
    spec: SetSpec, palette: Palette, width: float, lettering: Lettering, room: float = math.inf
) -> Chart:
    """The chart, as wide as the page's live area; `room` is the height that the page would like it to keep to."""
    from guidebuild.charts.backend import Sheet

    sets = len(spec.titles)
    arrangement = arrange(_groups(spec), sets, width, lettering, room)
    names = _names(spec, arrangement.circles, width, lettering)
    low = min(min(c.y - c.r for c in arrangement.circles) - _OUTLINE, min(n.y - DOWN * _NAME for n in names))
    high = max(max(c.y + c.r for c in arrangement.circles) + _OUTLINE, max(n.top for n in names))
    sheet = Sheet(width, high - low, lettering)
    arrangement = _raised(arrangement, -low)
    grounds = _grounds(sets, palette)
    for members, ground in grounds.items():
        outline = common_outline([arrangement.circles[i] for i in members])
        if outline:
            sheet.path(outline, fill=ground)
    for one, colours in zip(arrangement.circles, palette.roles, strict=False):
        sheet.disc(
            one.x,
            one.y,
            one.r,
            stroke=colours.fill,
            width=_OUTLINE,
            dash=colours.dash,
            round_cap=colours.round_cap,
        )
    for role, name in enumerate(names):
        for index, words in enumerate(reversed(name.lines)):
            place = (name.x, name.y - low + index * _LEADING)
            colour = palette.roles[role].text
            sheet.text(*place, words, _NAME, colour, face="bold", anchor=name.anchor)  # type: ignore[arg-type]
    for members, lines in arrangement.lines.items():
        ground = grounds[members]
        if isinstance(ground, Pattern):  # words on a pattern stand on plates
            for line in lines:
                half = lettering.width(line.text, line.face, line.size) / 2 + 3
                sheet.box(line.x - half, line.y - 0.35 * line.size, 2 * half, 1.45 * line.size, ground.on)
            ground = ground.on
        for line in lines:
            colour = _colour(line.part, members, palette, ground)
            sheet.text(line.x, line.y, line.text, line.size, colour, face=line.face, anchor="middle")
    return Chart(sheet.finish(), arrangement.legend)


def _groups(spec: SetSpec) -> dict[Members, Group]:
    """What stands in every region, solo regions first; an empty region says so."""
    known = {region.members: region for region in spec.regions}
    groups: dict[Members, Group] = {}
    sets = len(spec.titles)
    for size in range(1, sets + 1):
        for members in itertools.combinations(range(sets), size):
            region = known.get(members) or SetRegion(members, ())
            everyone = spec.all_label if sets > 2 else spec.shared_label
            caption = spec.only_label if size == 1 else everyone if size == sets else spec.shared_label
            if region.items:
                groups[members] = Group(str(region.total), caption, region.items, note=region.shown)
            else:
                groups[members] = Group("", "", (spec.none_label,), "none")
    return groups


def _grounds(sets: int, palette: Palette) -> dict[Members, Paint]:
    """Fill colours in painting order: the more roles share a region, the darker it is and the later."""
    grounds: dict[Members, Paint] = {(i,): palette.roles[i].tint1 for i in range(sets)}
    if sets == 2:
        return {**grounds, (0, 1): palette.shared_area}
    for pair in itertools.combinations(range(sets), 2):
        grounds[pair] = blend([palette.roles[i].tint3 for i in pair], palette.n2, 87)
    grounds[(0, 1, 2)] = blend([palette.n3], palette.n3, 79)
    return grounds


def _colour(part: str, members: Members, palette: Palette, ground: Colour) -> Colour:
    if part in ("item", "key"):
        return palette.ink
    if part == "none":
        return readable(palette.mute, ground, palette.ink)
    colour = palette.roles[members[0]].text if len(members) == 1 else palette.shared
    return readable(colour, ground, palette.ink)


def _raised(arrangement: Arrangement, by: float) -> Arrangement:
    """The arrangement moved up, so that the lowest ink stands on zero."""
    circles = tuple(replace(one, y=one.y + by) for one in arrangement.circles)
    lines = {
        members: tuple(replace(line, y=line.y + by) for line in lines)
        for members, lines in arrangement.lines.items()
    }
    return replace(arrangement, circles=circles, lines=lines)


def _names(spec: SetSpec, circles: Sequence[Circle], width: float, lettering: Lettering) -> list[_Name]:
    """Two names above the outer edges of the upper circles, on one line; a third beside the lower circle."""
    measure = lettering.measure("bold", _NAME)
    titles = [f"{title}\u00a0({total})" for title, total in zip(spec.titles, spec.totals, strict=True)]
    needed = measure(titles[0]) + measure(titles[1]) + 24
    # Circles closer together than the page is wide take their names with them, as far as those leave each other room.
    inset = max(min(circles[0].x - circles[0].r - 1 * MM, (width - needed) / 2), 0.0)
    left, right = (wrap(t, measure, width if needed <= width else width / 2 - 10) for t in titles[:2])
    upper = circles[:2]
    level = max(
        _clear_above(upper, lines, edge, sign, measure)
        for lines, edge, sign in ((left, inset, 1), (right, width - inset, -1))
    )
    names = [_Name(left, inset, level, "left"), _Name(right, width - inset, level, "right")]
    if len(spec.titles) == 3:
        names.append(_below(titles[2], circles, width, measure))
    return names


def _clear_above(
    circles: Sequence[Circle], lines: Sequence[str], edge: float, sign: int, measure: Measure
) -> float:
    """The lowest baseline at which no line comes nearer to a circle than the air it needs."""
    level = -math.inf
    for index, words in enumerate(reversed(lines)):
        start, end = sorted((edge, edge + sign * measure(words)))
        for one in circles:
            nearest = min(max(one.x, start), end) - one.x
            reach = one.r + _AIR
            if abs(nearest) < reach:
                needed = one.y + math.sqrt(reach**2 - nearest**2) + DOWN * _NAME / 2
                level = max(level, needed - index * _LEADING)
    return level


def _below(title: str, circles: Sequence[Circle], width: float, measure: Measure) -> _Name:
    """The third name, beside the lower circle where it turns inwards; under the circle where that is too narrow."""
    third = circles[2]
    for depth, count in itertools.product((math.sqrt(0.5), 0.87), (1, 2, 3)):
        middle = third.y - depth * third.r
        rest = (count - 1) * _LEADING
        top, foot = middle + (rest + CAPITALS * _NAME) / 2, middle - (rest + CAPITALS * _NAME) / 2
        start = third.x + math.sqrt(max((third.r + _AIR) ** 2 - (top - third.y) ** 2, 0.0))
        lines = wrap(title, measure, width - start)
        clear = all(_apart(one, start, top + UP * _NAME - CAPITALS * _NAME) for one in circles[:2])
        if len(lines) == count and clear and longest(title, measure) <= width - start:  # no word is cut
            return _Name(lines, start, foot, "left")
    lines = wrap(title, measure, width)
    y = third.y - third.r - _AIR - UP * _NAME - (len(lines) - 1) * _LEADING
    return _Name(lines, third.x, y, "middle")


def _apart(one: Circle, start: float, top: float) -> bool:
    """Whether whatever begins at `start` and reaches up to `top` keeps its air to a circle above it."""
    return math.hypot(max(start - one.x, 0.0), one.y - top) >= one.r + _AIR or top + _AIR < one.y - one.r
