"""Pay in bars as wide as the column, each under the name of its role.

Comes in: a `Figure` of pay. Goes out: a flow item, a picture that is read as the words that stand for the chart.
Rings for single reports stand under a bar, as they do in the chart of larger pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from guidebuild.compose.document import Figure, PayBar, PaySpec
from guidebuild.drawing import Colour
from guidebuild.typeset.boxes import Art, Box, Halves, Picture, TextBox
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import pay_axis, range_bar
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, H3, Style, U

RING, PITCH = 2.5, 6.0  # radius, and how far apart rings stand above each other
BAR, TICK = 12.0, 22.0


class Bars(Picture):
    """Pay bars below each other, which may go on on the next page; what goes on is read by its own names.

    `bars` are the drawings with the names of what they show.
    """

    def __init__(self, bars: Sequence[tuple[str, Art]], tag: Tag, continued: str) -> None:
        super().__init__(_below_each_other([art for _, art in bars]), tag)
        self.bars, self.continued = bars, continued

    def split(self, room: float, *, force: bool = False) -> Halves | None:  # noqa: ARG002  # a bar is always whole
        """As many bars as the room holds, and the others."""
        used, count = 0.0, 0
        while count < len(self.bars) and used + self.bars[count][1].height <= room + 0.01:
            used += self.bars[count][1].height
            count += 1
        head, tail = self.bars[:count], self.bars[count:]
        if not head or not tail:
            return None
        alt = f"{', '.join(name for name, _ in tail)} ({self.continued})"
        rest = Bars(tail, Tag("Figure", self.tag.parent, alt=alt), self.continued)
        return Bars(head, self.tag, self.continued), rest


def bar_items(setting: Setting, figure: Figure, sect: Tag) -> list[Item]:
    """One picture of all bars; its first part is read as the whole chart."""
    spec = figure.spec
    assert isinstance(spec, PaySpec)
    bars = [(bar.title, _bar(setting, bar)) for bar in spec.bars]
    picture = Bars(bars, Tag("Figure", sect, alt=figure.alt), setting.word("continued"))
    return [Item(picture, before=5 * U, node=figure.id)]


def _below_each_other(arts: Sequence[Art]) -> Art:
    def draw(pen: Pen, x: float, y: float) -> None:
        for art in arts:
            art.paint(pen, x, y)
            y += art.height

    return Art(arts[0].width, sum(art.height for art in arts), draw)


def _bar(setting: Setting, bar: PayBar) -> Art:
    """Name and number of reports, the median over its tick, the bar, its ends, the rings, and the scale."""
    width = setting.grid.live_width
    mark: Box | None = setting.mark((bar.role,), 10.0) if bar.role is not None else None
    x0 = mark.width + 6 if mark else 0.0
    colour = setting.role_text(bar.role, "shared")
    title = _words(setting, bar.title, BODY.with_(bold=True), width - x0, colour)
    note = _words(setting, bar.note, CAPTION, width, None)
    median = _words(setting, bar.range.median_label, H3, width, colour)
    low, high = (_words(setting, words, CAPTION, width, None) for words in (bar.low_label, bar.high_label))
    axis = pay_axis(setting, bar.range.top_label, width)
    ranged = range_bar(setting, bar.range, bar.role, width, bar=BAR, tick=TICK)
    rings = _rings(setting, bar, width)
    ends_at = title.height + note.height + median.height + TICK
    height = ends_at + low.height + rings.height + axis.height + 3 * U

    def draw(pen: Pen, x: float, y: float) -> None:
        if mark:
            mark.paint(pen, x, y + (title.style.leading - mark.height) / 2)
        _write(pen, title, x + x0, y)
        _write(pen, note, x, y + title.height)
        top = y + title.height + note.height
        _write(pen, median, x + _within(bar.range.p50, bar, median, width), top)
        ranged.paint(pen, x, top + median.height)
        left = min(_at(bar.range.p10, bar, width), width - _wide(low) - _wide(high) - 12)
        right = max(_at(bar.range.p90, bar, width) - _wide(high), left + _wide(low) + 12)
        _write(pen, low, x + max(0.0, left), y + ends_at)
        _write(pen, high, x + right, y + ends_at)
        rings.paint(pen, x, y + ends_at + low.height)
        axis.paint(pen, x, y + ends_at + low.height + rings.height)

    return Art(width, height, draw)


def _at(amount: float, bar: PayBar, width: float) -> float:
    return width * min(amount / bar.range.top, 1.0)


def _within(amount: float, bar: PayBar, words: TextBox, width: float) -> float:
    """Where words over an amount begin, so that they stay in the column."""
    half = _wide(words) / 2
    return max(0.0, min(_at(amount, bar, width) - half, width - 2 * half))


def _wide(words: TextBox) -> float:
    return max((line.width for line in words.lines), default=0.0)


def _words(setting: Setting, words: str, style: Style, width: float, colour: Colour | None) -> TextBox:
    return setting.text(words, style, width, Tag("Span", None), colour=colour)


def _write(pen: Pen, words: TextBox, x: float, y: float) -> None:
    """Words as part of a picture."""
    style = words.style
    for index, line in enumerate(words.lines):
        base = y + index * style.leading + style.baseline()
        for piece in line.pieces:
            pen.text(x + piece.x, base, piece.text, piece.face, style.size, words.colour, style.tracking)


def _rings(setting: Setting, bar: PayBar, width: float) -> Art:
    """A ring for each report of a small sample; those that would meet stand below each other."""
    columns: Counter[int] = Counter()
    places: list[tuple[float, float]] = []
    for amount in sorted(bar.reports):
        column = round(_at(amount, bar, width) / (2 * RING + 0.5))
        places.append((column * (2 * RING + 0.5), RING + 1 + PITCH * columns[column]))
        columns[column] += 1
    colour = setting.role_fill(bar.role, "shared")

    def draw(pen: Pen, x: float, y: float) -> None:
        for dx, dy in places:
            pen.circle(x + dx, y + dy, RING, stroke=colour, width=0.8)

    return Art(width, PITCH * max(columns.values(), default=0) + (U if places else 0.0), draw)
