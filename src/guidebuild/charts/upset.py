"""Set charts for four to six roles: one row for every combination of roles, with its skills in words.

Comes in: a `SetSpec` of four to six roles, the palette, the lettering and the width. Goes out: a `Chart`.
Type shrinks from 9.5 to 7.5 pt to keep the chart on a page, then the chart grows.

The names stand in steps above their columns of dots, each on a line of its own, so that no word is turned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidebuild.brand.theme import Palette
from guidebuild.charts.chart import Chart
from guidebuild.charts.lettering import Lettering, baseline, wrap, wrap_list
from guidebuild.compose.document import Members, Region, SetSpec
from guidebuild.edition import MM

if TYPE_CHECKING:
    from guidebuild.charts.backend import Sheet

_TALLEST = 200 * MM
_NAME, _STEP = 10.5, 18.0
_PITCH = 21.0
_BAR, _COUNT = 62.0, 22.0
_GUTTER = 14.0
_CAPTION, _HEAD = 8.5, 12.0


@dataclass(frozen=True, slots=True)
class _Row:
    members: Members
    count: int
    lines: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything measured: `x` of the columns, the text and the type size."""

    size: float
    columns: tuple[float, ...]
    bar: float
    words: float
    names: tuple[tuple[str, ...], ...]
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[_Row, ...]

    @property
    def leading(self) -> float:
        return self.size * 14 / 9.5

    @property
    def head(self) -> float:
        names = sum(_STEP + 13 * (len(lines) - 1) for lines in self.names)
        return names + _HEAD * max(map(len, self.heads)) + 8

    @property
    def height(self) -> float:
        return self.head + sum(row.height for row in self.rows) + 1


def draw_upset(spec: SetSpec, palette: Palette, width: float, lettering: Lettering) -> Chart:
    """The chart, as wide as the page's live area."""
    from guidebuild.charts.backend import Sheet

    for size in (9.5, 9.0, 8.5, 8.0, 7.5):
        plan = _plan(spec, size, width, lettering)
        if plan.height <= _TALLEST:
            break
    sheet = Sheet(width, plan.height, lettering)
    _draw_names(sheet, plan, palette)
    _draw_heads(sheet, plan, palette)
    _draw_rows(sheet, plan, palette)
    return Chart(sheet.finish())


def _plan(spec: SetSpec, size: float, width: float, lettering: Lettering) -> _Plan:
    roles = len(spec.titles)
    columns = tuple(_PITCH * (index + 0.5) for index in range(roles))
    bar = roles * _PITCH + _GUTTER
    words = bar + _BAR + _COUNT + _GUTTER
    measure = lettering.measure("regular", size)
    separator = " · " if lettering.has("·", "regular") else "; "
    bold = lettering.measure("bold", _NAME)
    names = tuple(
        wrap(f"{title}\u00a0({total})", bold, width - columns[index] - 12)
        for index, (title, total) in enumerate(zip(spec.titles, spec.totals, strict=True))
    )
    rows = []
    for region in sorted((region for region in spec.regions if region.items), key=_order):
        named = (*region.items, *([region.shown] if region.shown else []))
        lines = wrap_list(named, separator, measure, width - words)
        height = len(lines) * size * 14 / 9.5 + 0.7 * size
        rows.append(_Row(region.members, region.total, lines, height))
    caption = lettering.measure("bold", _CAPTION)
    heads = (wrap(spec.count_head, caption, words - bar - 4), wrap(spec.items_head, caption, width - words))
    return _Plan(size, columns, bar, words, names, heads, tuple(rows))


def _order(region: Region) -> tuple[int, int, Members]:
    """What most roles share comes first; then the longer list."""
    return (-len(region.members), -region.total, region.members)


def _draw_names(sheet: Sheet, plan: _Plan, palette: Palette) -> None:
    """Names in steps: the leader of a column ends below the names of all columns to its left."""
    top = plan.height
    foot = plan.height - plan.head
    for role, lines in enumerate(plan.names):
        colours, x = palette.roles[role], plan.columns[role]
        middle = top - _STEP / 2
        sheet.line(x, foot - 2, x, middle, colours.fill, 0.7, dash=colours.ruled)
        sheet.line(x, middle, x + 8, middle, colours.fill, 0.7)
        for index, words in enumerate(lines):
            y = baseline(top - 13 * index, _STEP, _NAME)
            sheet.text(x + 12, y, words, _NAME, colours.text, face="bold")
        top -= _STEP + 13 * (len(lines) - 1)


def _draw_heads(sheet: Sheet, plan: _Plan, palette: Palette) -> None:
    """What the bars and the words say, on the line of the rule at the top."""
    foot = plan.height - plan.head
    for x, lines in ((plan.bar, plan.heads[0]), (plan.words, plan.heads[1])):
        for index, words in enumerate(reversed(lines)):
            sheet.text(x, foot + 5 + index * _HEAD, words, _CAPTION, palette.mute, face="bold")


def _draw_rows(sheet: Sheet, plan: _Plan, palette: Palette) -> None:
    most = max((row.count for row in plan.rows), default=1)
    top = plan.height - plan.head
    before = 0
    for row in plan.rows:
        new_group = len(row.members) != before
        before = len(row.members)
        line = (palette.ink, 1.0) if top == plan.height - plan.head else (palette.rule, 0.5)
        sheet.line(0 if new_group else plan.words, top, sheet.width, top, *line)
        first = top - (row.height - len(row.lines) * plan.leading) / 2
        _draw_dots(sheet, plan, row, palette, top - row.height / 2)
        _draw_count(sheet, plan, row, palette, top - row.height / 2, most)
        for index, words in enumerate(row.lines):
            y = baseline(first - index * plan.leading, plan.leading, plan.size)
            sheet.text(plan.words, y, words, plan.size, palette.ink)
        top -= row.height
    sheet.line(0, 0.5, sheet.width, 0.5, palette.ink, 1.0)


def _draw_dots(sheet: Sheet, plan: _Plan, row: _Row, palette: Palette, y: float) -> None:
    r = 0.44 * plan.size
    if len(row.members) > 1:
        sheet.line(plan.columns[row.members[0]], y, plan.columns[row.members[-1]], y, palette.shared, 1.5)
    for role, x in enumerate(plan.columns):
        if role in row.members:
            sheet.disc(x, y, r, fill=palette.roles[role].fill)
        else:
            sheet.disc(x, y, r - 0.35, fill=palette.paper, stroke=palette.rule, width=0.7)


def _draw_count(sheet: Sheet, plan: _Plan, row: _Row, palette: Palette, y: float, most: int) -> None:
    solo = palette.roles[row.members[0]] if len(row.members) == 1 else None
    length = _BAR * row.count / most
    sheet.box(plan.bar, y - 4, length, 8, solo.area if solo else palette.shared)
    colour = solo.text if solo else palette.shared
    sheet.text(plan.bar + length + 5, y - 0.33 * 9.5, str(row.count), 9.5, colour, face="bold")
