"""Pay ranges on one scale: bars from the 10th to the 90th percentile, the middle half darker, a tick at the
median.

Comes in: a `PaySpec`, the palette, the lettering and the width. Goes out: a `Chart`.
Labels that would leave the plot or meet another label move above or below their bar, and stand on white
where a grid line runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING

from guidebuild.brand.theme import Palette
from guidebuild.charts.chart import Chart
from guidebuild.charts.lettering import DOWN, UP, Lettering, baseline, wrap
from guidebuild.charts.marks import ARROW, arrow, breaks, role_mark
from guidebuild.compose.document import PayBar, PaySpec
from guidebuild.drawing import Colour, FaceName, Path, moved
from guidebuild.edition import MM

if TYPE_CHECKING:
    from guidebuild.charts.backend import Sheet

_CAPTION, _SMALL, _H3 = 8.5, 9.5, 13.0
_HEAD = 20.0
_RING, _RING_PITCH = 2.5, 6.0
_MARK = 13.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Label:
    """A text with its left end, relative to the middle of the bar."""

    x: float
    y: float
    text: str
    face: FaceName
    size: float
    colour: Colour


@dataclass(slots=True)
class _Row:
    """One bar, measured. Heights are relative to the middle of the bar."""

    bar: PayBar
    title: tuple[str, ...]
    note: tuple[str, ...]
    thick: float
    labels: list[_Label] = field(default_factory=list)
    rings: list[tuple[float, float]] = field(default_factory=list)
    up: float = 0.0
    down: float = 0.0
    left_height: float = 0.0
    pad: float = 0.0
    height: float = 0.0


class _Chart:
    """Measures and draws one pay chart. `x` turns an amount into a place."""

    def __init__(
        self, spec: PaySpec, roles: int, palette: Palette, width: float, lettering: Lettering
    ) -> None:
        self.spec, self.palette, self.width, self.lettering = spec, palette, width, lettering
        self.label_width = self._label_width()
        self.left = self.label_width + 4 * MM
        self.roles = max([roles, *(bar.role + 1 for bar in spec.bars if bar.role is not None)])
        self.mark = _MARK + 5 if self.roles > 1 else 0.0

    def _label_width(self) -> float:
        """Three columns of the page; half a column more where that saves a title its third line."""
        column = (self.width - 11 * 4 * MM) / 12
        three = 3 * column + 8 * MM
        wide = three + (column + 4 * MM) / 2
        lines = [
            max((len(self._title(bar, one)) for bar in self.spec.bars), default=0) for one in (three, wide)
        ]
        return wide if lines[0] > 2 and lines[1] < lines[0] else three

    def _title(self, bar: PayBar, width: float) -> tuple[str, ...]:
        return wrap(bar.title, self.lettering.measure("bold", _SMALL), width + 4)

    def x(self, amount: float) -> float:
        share = min(max(amount / self.spec.top, 0.0), 1.0) if self.spec.top > 0 else 0.0
        return self.left + share * (self.width - self.left)

    def end(self, row: _Row) -> float:
        """Where the bar ends, and its arrow begins if it has one."""
        pay = row.bar.range
        most = self.width - (ARROW * row.thick if pay.runs_on else 0.0)
        return min(self.x(pay.p90), most)

    def measure(self, bar: PayBar) -> _Row:
        """Everything in one row, placed around the middle of its bar."""
        own = bar.role is not None
        title = self._title(bar, self.label_width)
        note = (
            wrap(bar.note, self.lettering.measure("regular", _CAPTION), self.label_width) if bar.note else ()
        )
        row = _Row(bar, title, note, 12.0 if own else 8.0)
        row.left_height = 14 * len(title) + 12 * len(note) + (self.mark if own else 0)
        median = self._median(row)
        row.labels.append(median)
        low_end = self._place_ends(row)
        row.rings = list(self._rings(row, low_end))
        tick = self.tick_reach(row)
        row.up = max(label.y + UP * label.size for label in row.labels)
        row.down = max([tick, -low_end, *(_RING - y for _, y in row.rings)])
        row.pad = 12.0 if own else 8.0
        return row

    def space(self, rows: Sequence[_Row], fixed: float, room: float) -> None:
        """Give every row its height; rows move closer together when the page has no more than `room`."""
        for share in (1.0, 0.75, 0.5, 0.25):
            for row in rows:
                needed = max(row.left_height, row.up + row.down)
                row.height = _raise(needed + 2 * row.pad * share, 4.0 if share == 1.0 else 1.0)
            if fixed + sum(row.height for row in rows) <= room:
                return

    def tick_reach(self, row: _Row) -> float:
        return row.thick / 2 + (5 if row.bar.role is not None else 4)

    def _median(self, row: _Row) -> _Label:
        """The median above its tick, kept inside the plot."""
        own = row.bar.role
        size = _H3 if own is not None else _CAPTION
        colour = self.palette.roles[own].text if own is not None else self.palette.ink
        text = row.bar.range.median_label
        width = self.lettering.width(text, "bold", size)
        x = min(max(self.x(row.bar.range.p50) - width / 2, self.left + 3), self.width - width)
        return _Label(x, self.tick_reach(row) + 3.5, text, "bold", size, colour)

    def _place_ends(self, row: _Row) -> float:
        """The labels of both ends, each in the first free place; returns how low they reach."""
        lowest = -row.thick / 2
        pay = row.bar.range
        for text, amount, low in ((row.bar.low_label, pay.p10, True), (row.bar.high_label, pay.p90, False)):
            if not text:
                continue
            taken = [self.box(label) for label in row.labels]
            tick = self.x(pay.p50)
            taken.append((tick - 3, -self.tick_reach(row), tick + 3, self.tick_reach(row)))
            places = [
                _Label(x, y, text, "regular", _CAPTION, self.palette.mute)
                for x, y in self._ends(row, text, amount, low)
            ]
            best = next((one for one in places if self._free(one, taken)), places[-1])
            row.labels.append(best)
            if best.y < -row.thick / 2:
                lowest = min(lowest, best.y - DOWN * _CAPTION)
        return lowest

    def _ends(self, row: _Row, text: str, amount: float, low: bool) -> Iterator[tuple[float, float]]:
        """Places for an end label, best first: beside the bar, above it, below it."""
        width = self.lettering.width(text, "regular", _CAPTION)
        end, half = self.x(amount), row.thick / 2
        if not low and row.bar.range.runs_on:
            end = self.end(row) + ARROW * row.thick
        level = -0.33 * _CAPTION
        if low:
            yield end - 6 - width, level
        else:
            yield end + 6, level
        inner = end if low else end - width
        inner = min(max(inner, self.left + 5), self.width - width)
        yield inner, half + 3.5
        yield inner, -half - 4 - 0.7 * _CAPTION
        yield inner, -self.tick_reach(row) - 3.5 - 0.75 * _CAPTION

    def _free(self, label: _Label, taken: Sequence[Box]) -> bool:
        box = self.box(label)
        inside = label.x >= self.left + 4 and box[2] - 2 <= self.width + 0.01
        return inside and not any(_meet(box, other) for other in taken)

    def box(self, label: _Label) -> Box:
        width = self.lettering.width(label.text, label.face, label.size)
        return (label.x - 2, label.y - 0.22 * label.size, label.x + width + 2, label.y + 0.75 * label.size)

    def _rings(self, row: _Row, low_end: float) -> Iterator[tuple[float, float]]:
        """A ring for every report, stacked downwards where two would overlap."""
        last: list[float] = []
        first = low_end - (9.5 if low_end == -row.thick / 2 else 6)
        for amount in sorted(row.bar.reports):
            x = min(max(self.x(amount), self.left + _RING + 1), self.width - _RING - 1)
            level = next((i for i, end in enumerate(last) if x - end >= _RING_PITCH), len(last))
            last[level : level + 1] = [x]
            yield x, first - level * _RING_PITCH


def draw_pay(
    spec: PaySpec, roles: int, palette: Palette, width: float, lettering: Lettering, room: float = inf
) -> Chart:
    """The chart, as wide as the page's live area; `roles` is how many the guide has, for their marks.

    `room` is the height in points that the page would like it to keep to.
    """
    from guidebuild.charts.backend import Sheet

    chart = _Chart(spec, roles, palette, width, lettering)
    own = [chart.measure(bar) for bar in spec.bars if bar.role is not None]
    context = [chart.measure(bar) for bar in spec.bars if bar.role is None]
    label = 28.0 if context and spec.scale_label else 0.0
    chart.space(own + context, _HEAD + label + 1, room)
    height = _HEAD + sum(row.height for row in own + context) + label + 1
    sheet = Sheet(width, height, lettering)
    _draw_scale(sheet, chart)
    top = height - _HEAD
    for index, row in enumerate(own):
        if index:
            sheet.line(0, top, width, top, palette.rule, 0.5)
        _draw_row(sheet, chart, row, top)
        top -= row.height
    if context:
        if own:
            sheet.line(0, top, width, top, palette.rule, 0.5)
        if label:
            words = spec.scale_label.upper()
            sheet.text(0, baseline(top - 12, 12, 8), words, 8, palette.mute, face="bold", tracking=0.6)
            top -= label
    for row in context:
        _draw_row(sheet, chart, row, top)
        top -= row.height
    sheet.line(0, 0.25, width, 0.25, palette.rule, 0.5)
    return Chart(sheet.finish())


def _draw_scale(sheet: Sheet, chart: _Chart) -> None:
    """The unit, the labels of the ticks and the grid below them."""
    palette, measure = chart.palette, chart.lettering.measure("regular", _CAPTION)
    y = baseline(sheet.height, 12, _CAPTION)
    end = 0.0
    for words in wrap(chart.spec.unit, measure, chart.label_width)[:1]:
        sheet.text(0, y, words, _CAPTION, palette.mute)
        end = measure(words)
    for amount, words in sorted(chart.spec.ticks):
        x, width = chart.x(amount), measure(words)
        sheet.line(x, 0, x, sheet.height - _HEAD + 4, palette.rule if x == chart.left else palette.hair, 0.5)
        start = min(x - width / 2, sheet.width - width)
        if start >= end + 4:
            sheet.text(start, y, words, _CAPTION, palette.mute)
            end = start + width


def _draw_row(sheet: Sheet, chart: _Chart, row: _Row, top: float) -> None:
    palette, pay, role = chart.palette, row.bar.range, row.bar.role
    middle = top - (row.height - row.up - row.down) / 2 - row.up
    _draw_title(sheet, chart, row, top)
    colours = palette.roles[role] if role is not None else None
    outer, inner = colours.bars if colours else palette.bars
    end = chart.end(row)
    for low, high, colour in ((pay.p10, pay.p90, outer), (pay.p25, pay.p75, inner)):
        start = min(chart.x(low), end)
        wide = max(min(chart.x(high), end) - start, 0.5)
        sheet.box(start, middle - row.thick / 2, wide, row.thick, colour)
    if pay.runs_on:
        sheet.path(arrow(end, middle, row.thick), fill=colours.fill if colours else palette.shared)
    if pay.p90 > pay.top:
        for gap in breaks(end, middle, row.thick):
            sheet.path(gap, fill=palette.paper)
    reach, tick = chart.tick_reach(row), chart.x(pay.p50)
    tick = min(max(tick, chart.left + 1.25), (end if pay.runs_on else sheet.width) - 1.25)
    sheet.box(tick - 1.25, middle - reach, 2.5, 2 * reach, colours.fill if colours else palette.shared)
    grid = [chart.x(amount) for amount, _ in chart.spec.ticks]
    for label in row.labels:
        box = chart.box(label)
        if any(box[0] < x < box[2] for x in grid):
            right = min(box[2], sheet.width)
            sheet.box(box[0], middle + box[1], right - box[0], box[3] - box[1], palette.paper)
        sheet.text(label.x, middle + label.y, label.text, label.size, label.colour, face=label.face)
    for x, y in row.rings:
        stroke = colours.fill if colours else palette.shared
        sheet.disc(x, middle + y, _RING, fill=palette.paper, stroke=stroke, width=1)


def _draw_title(sheet: Sheet, chart: _Chart, row: _Row, top: float) -> None:
    """Mark, title and note, in the middle of the row's height."""
    palette, role = chart.palette, row.bar.role
    y = top - (row.height - row.left_height) / 2
    if role is not None and chart.mark:
        for op in role_mark(palette, chart.roles, (role,), _MARK).ops:
            if isinstance(op, Path):
                sheet.shape(moved(op, 0, y - _MARK))
        y -= chart.mark
    colour = palette.roles[role].text if role is not None else palette.ink
    for words in row.title:
        sheet.text(0, baseline(y, 14, _SMALL), words, _SMALL, colour, face="bold")
        y -= 14
    for words in row.note:
        sheet.text(0, baseline(y, 12, _CAPTION), words, _CAPTION, palette.mute)
        y -= 12


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _raise(value: float, step: float) -> float:
    return -(-value // step) * step
