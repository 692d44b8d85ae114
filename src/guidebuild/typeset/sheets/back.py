"""The back of a handout: pay, first steps beside questions, which one fits, and a band with sources and contact.

Comes in: a `back` section. Goes out: one page. Steps and questions end on one line; the band stands at the foot.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.compose.document import (
    Aside,
    Figure,
    GlanceRow,
    Heading,
    NameLists,
    Paragraph,
    QuestionItem,
    Section,
    TipItem,
)
from guidebuild.edition import MM
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Picture, Rule, Stack, drawing_art
from guidebuild.typeset.designs.covers import only
from guidebuild.typeset.designs.forms import LINE_PITCH
from guidebuild.typeset.designs.ticks import tick
from guidebuild.typeset.graphics import put_band, range_bar
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.sheets.front import HEAD, MARGIN, listed
from guidebuild.typeset.sheets.roles import H4, NOTE
from guidebuild.typeset.sheets.settle import Laid, settle
from guidebuild.typeset.structure import BOXES, Tag
from guidebuild.typeset.styles import CAPTION, H2, H3, LABEL, SMALL_BOLD, U

PAD = 4.5 * U  # at the head of the band
FOOT = 8 * MM  # from the last line on the band to the trim
TITLE = H2
SMALL_PRINT = CAPTION.with_(leading=11)
FINE = CAPTION.with_(size=7.5, leading=10)  # credit lines
GAP = 4 * U  # between the parts of the page, and more where there is room
LEAST_PITCH, MOST_PITCH = 2.0, 22.0  # points between one step and the next
MOST_LINES = 15  # to write on, under all questions together
BAR, TICK, ROW = 10.0, 18.0, 21.0


def lay_back(setting: Setting, section: Section) -> None:
    """The back of the sheet."""
    sect = setting.sect()
    settle(setting, section, (lambda shown: _back(setting, shown, sect), None))


def _back(setting: Setting, section: Section, sect: Tag) -> Laid:
    laid = Laid()
    paper = setting.grid.paper
    pay = _pay(setting, section, sect)
    top: list[Box] = [pay] if pay.height else []
    fit = only(section, "fit", NameLists)
    below: list[Box] = [_fit(setting, fit, sect)] if fit else []
    foot = _foot(setting, section, sect)
    band = foot.height + PAD + FOOT
    gaps = 2 + len(top) + len(below) - 1
    room = paper.height - HEAD - band - sum(box.height for box in (*top, *below)) - gaps * GAP
    columns, least = _columns(setting, section, sect, room)
    laid.over = least - room
    spare = max(0.0, room - columns.height)
    gap = GAP + min(4 * U, spare / (gaps + 1))
    band = max(band, min(band + spare - gaps * (gap - GAP), 0.24 * paper.height))
    y = HEAD
    for box in top:
        y = laid.put(box, MARGIN, y) + gap
    y = laid.put(columns, MARGIN, y) + gap
    for box in below:
        y = laid.put(box, MARGIN, y) + gap
    put_band(setting, laid.put, setting.theme.palette.cover, band, paper.height - band)
    laid.put(foot, MARGIN, paper.height - band + PAD)
    return laid


# Pay


def _pay(setting: Setting, section: Section, sect: Tag) -> Stack:
    """The finding, the chart or a row per role, and how to read it."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    children: list[tuple[float, Box]] = []
    rows = [b for b in section.slot("pay") if isinstance(b, GlanceRow)]
    for block in section.slot("pay"):
        if isinstance(block, Heading):
            children += _headed(setting, block, tag, width)
        elif isinstance(block, Figure):
            art = drawing_art(setting.charts[block.id].drawing)
            children.append((2 * U, Picture(art, Tag("Figure", tag, alt=block.alt))))
        elif isinstance(block, Paragraph):
            children.append((U, setting.text(block.text, CAPTION, width, Tag("P", tag))))
        elif isinstance(block, GlanceRow):
            children.append((U if block is rows[0] else 0.0, _pay_row(setting, block, tag, width)))
    return Stack(children, width)


def _headed(setting: Setting, block: Heading, tag: Tag, width: float) -> list[tuple[float, Box]]:
    """A heading over a rule."""
    words = setting.text(block.text, TITLE, width, Tag("H2", tag))
    if len(words.lines) > 1:
        words = setting.text(block.text, H3, width, words.tag)
    return [(0.0, words), (U, Rule(width, 1.0, setting.colour("ink")))]


def _pay_row(setting: Setting, row: GlanceRow, tag: Tag, width: float) -> Box:
    """Mark and name, the bar on the common scale, the median and the sample."""
    grid = setting.grid
    body = Tag("P", tag)
    mark = setting.mark((row.role,), 9.0)
    x, bar = grid.x(4), grid.w(5) - 8
    colour = setting.role_text(row.role)
    room = x - mark.width - 12
    style = (
        SMALL_BOLD
        if len(setting.text(row.title, SMALL_BOLD, room, body).lines) == 1
        else SMALL_BOLD.with_(size=8, leading=9)
    )
    name = setting.text(row.title + " ", style, room, body, colour=colour)
    cells: list[tuple[float, Box]] = [
        (0.0, Stack([((ROW - 9.0) / 2, mark)])),
        (mark.width + 6, _middle(name, ROW)),
    ]
    if row.range:
        cells.append(
            (x, Stack([((ROW - TICK) / 2, range_bar(setting, row.range, row.role, bar, bar=BAR, tick=TICK))]))
        )
        words = setting.text(row.range.median_label + " ", H4, 44, body, colour=colour)
        cells.append((grid.x(9), _middle(words, ROW)))
    sample = setting.text(row.sample, CAPTION, grid.w(3) - 44, body)
    cells.append((grid.x(9) + 44, _middle(sample, ROW)))
    line = setting.rule(width)
    return Stack([(0.0, Beside(cells, width, ROW)), (0.0, line)], width)


def _middle(box: Box, height: float) -> Stack:
    return Stack([(max(0.0, (height - box.height) / 2), box)])


# First steps and questions


def _columns(setting: Setting, section: Section, sect: Tag, room: float) -> tuple[Box, float]:
    """Both columns as high as each other, and the least height that they could have."""
    grid = setting.grid
    tips = [b for b in section.slot("tips") if isinstance(b, TipItem)]
    asks = [b for b in section.slot("questions") if isinstance(b, QuestionItem)]
    half = bool(tips) and bool(asks)
    width = grid.w(6) if half else grid.live_width
    head = [h for h in (*section.slot("tips"), *section.slot("questions")) if isinstance(h, Heading)]
    heads = [Stack(_headed(setting, h, sect, width), width) for h in head]
    top = max((h.height for h in heads), default=0.0)
    steps = _Steps(setting, tips, Tag("L", sect, attrs=BOXES), width)
    questions = _Questions(setting, asks, Tag("L", sect, attrs={"ListNumbering": "None"}), width)
    least = top + max(steps.least, questions.least)
    height = min(max(steps.most, questions.most), room - top) if room > least else least - top
    cells: list[tuple[float, Box]] = []
    for index, column in enumerate(c for c in (steps, questions) if c.items):
        body = Stack([(0.0, heads[index]), (top - heads[index].height, column.filling(height))], width)
        cells.append((index * (width + GUTTER), body))
    return Beside(cells, grid.live_width), least


class _Steps:
    """Tips as boxes to tick, each with its first step."""

    def __init__(self, setting: Setting, tips: Sequence[TipItem], listing: Tag, width: float) -> None:
        self.setting, self.width = setting, width
        self.items = [_tip(setting, tip, listing, width) for tip in tips]
        natural = sum(item.height for item in self.items)
        self.least = natural + len(self.items) * (4.0 + LEAST_PITCH)
        self.most = natural + len(self.items) * (4.0 + MOST_PITCH)

    def filling(self, height: float) -> Stack:
        """The items under each other, evenly over the height."""
        pad = (height - sum(item.height for item in self.items)) / max(1, len(self.items))
        pad = min(pad, 1.5 * MOST_PITCH)
        children: list[tuple[float, Box]] = []
        for item in self.items:
            children += [(pad / 2, item), (pad / 2, self.setting.rule(self.width))]
        return Stack(children, self.width)


def _tip(setting: Setting, tip: TipItem, listing: Tag, width: float) -> Box:
    item = Tag("LI", listing)
    lbl, body = Tag("Lbl", item), Tag("LBody", item)
    box = tick(setting, lbl)
    words: list[tuple[float, Box]] = [(0.0, setting.text(tip.title + " ", H4, width - 22, Tag("P", body)))]
    if tip.step:
        words.append((0.0, setting.text(tip.step, NOTE, width - 22, Tag("P", body))))
    return Beside([(0.0, Stack([(1.5, box)])), (22.0, Stack(words))], width)


class _Questions:
    """Questions with lines to write on: as many lines as there is room for, one to three each."""

    def __init__(self, setting: Setting, asks: Sequence[QuestionItem], listing: Tag, width: float) -> None:
        self.setting, self.width = setting, width
        self.items = [_question(setting, ask, listing, width) for ask in asks]
        self.natural = sum(item.height for item in self.items)
        self.least = self._height(1)
        # A few questions get as many lines as many have.
        self.counts = range(1, max(2, MOST_LINES // max(1, len(asks))) + 1)
        self.most = self._height(self.counts[-1])

    def _height(self, lines: int) -> float:
        return self.natural + len(self.items) * (2 * U + _reach(lines))

    def filling(self, height: float) -> Stack:
        count = max((n for n in self.counts if self._height(n) <= height + 0.01), default=1)
        pad = max(0.0, height - self._height(count)) / max(1, len(self.items))
        children: list[tuple[float, Box]] = []
        for item in self.items:
            children += [(2 * U, item), (0.0, _lines(self.setting, self.width, count, pad))]
        return Stack(children, self.width)


def _question(setting: Setting, ask: QuestionItem, listing: Tag, width: float) -> Box:
    item = Tag("LI", listing)
    body = Tag("LBody", item)
    mark = setting.spoken_mark(ask.members, 9.0, body) if ask.members else None
    words = setting.text(
        ask.ask + " ", SMALL_BOLD, width - (mark.width + 10 if mark else 0.0), Tag("P", body)
    )
    cells: list[tuple[float, Box]] = [(0.0, words)]
    if mark:
        cells.append((width - mark.width, Stack([(2.5, mark)])))
    return Beside(cells, width)


def _reach(lines: int) -> float:
    """From a question to the last of its lines; the first stands nearer than the others do to each other."""
    return lines * LINE_PITCH - 2 * MM


def _lines(setting: Setting, width: float, count: int, more: float) -> Art:
    """Lines to write on, 8 mm apart and as much more as is left; decoration."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for i in range(1, count + 1):
            at = y + _reach(i) + more * i / count - 0.25
            pen.line(x, at, x + width, at, 0.5, setting.colour("mute"))

    return Art(width, _reach(count) + more, draw)


# Which one fits, and the band


def _fit(setting: Setting, block: NameLists, sect: Tag) -> Panel:
    """A neutral box: whom each job suits, in two or three columns."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    inner = width - 20
    columns = 2 if len(block.lists) in (2, 4) else 3
    each = (inner - (columns - 1) * GUTTER) / columns
    title = setting.text(block.title + " ", H3, setting.grid.w(4), Tag("H2", tag))
    head: list[tuple[float, Box]] = [(0.0, title)]
    if block.closing:
        x = max((columns - 1) * (each + GUTTER) if columns == 2 else each + GUTTER, title.lines[0].width + 12)
        closing = setting.text(block.closing, NOTE, inner - x, Tag("P", tag))
        head.append((x, Stack([(2.0, closing)])))
    rows: list[tuple[float, Box]] = []
    for start in range(0, len(block.lists), columns):
        cells: list[tuple[float, Box]] = []
        for index, one in enumerate(block.lists[start : start + columns]):
            body = Tag("Div", tag)
            mark = setting.mark(one.members, 9.0 if setting.roles != 3 else 11.0)
            colour = setting.role_text(one.members[0])
            style = SMALL_BOLD if setting.roles <= 3 else SMALL_BOLD.with_(size=9)
            label = setting.text(one.label, style, each - mark.width - 5, Tag("P", body), colour=colour)
            name = Beside([(0.0, Stack([(2.5, mark)])), (mark.width + 5, label)], each)
            words = setting.text(listed(setting, one), NOTE, each, Tag("P", body))
            cells.append((index * (each + GUTTER), Stack([(0.0, name), (0.0, words)], each)))
        rows.append((2 * U if rows else U, Beside(cells, inner)))
    inside = Stack([(0.0, Beside(head, inner)), *rows], inner)
    ink = setting.colour("ink")
    return Panel(inside, width, setting.theme.palette.n2, (2.5 * U, 10, 2.5 * U, 10), top_rule=(1.5, ink))


def _foot(setting: Setting, section: Section, sect: Tag) -> Stack:
    """Up to three columns on the band, and credit lines below them."""
    width = setting.grid.live_width
    cover = setting.theme.palette.cover
    asides = [
        b for slot in ("guide", "sources", "contact") for b in section.slot(slot) if isinstance(b, Aside)
    ]
    cells: list[tuple[float, Box]] = []
    x = 0.0
    for aside in asides:
        # The sources take what the others leave.
        columns = {"guide": 3, "contact": 4}
        others = sum(setting.grid.x(columns[one.slot]) for one in asides if one.slot != "sources")
        each = setting.grid.w(columns[aside.slot]) if aside.slot in columns else width - others
        body = Tag("Div", sect)
        label = setting.text(aside.label, LABEL, each, Tag("H2", body), colour=cover.label)
        children: list[tuple[float, Box]] = [(0.0, label)]
        for text in aside.paragraphs:
            tag = Tag("P", body)
            words = setting.text(text, NOTE, each - 6, tag, colour=cover.words)
            if len(words.lines) > 3:
                words = setting.text(text, SMALL_PRINT, each - 6, tag, colour=cover.words)
            children.append((1.0, words))
        cells.append((x, Stack(children, each)))
        x += each + GUTTER
    rows: list[tuple[float, Box]] = [(0.0, Beside(cells, width))]
    for block in section.slot("credit"):
        assert isinstance(block, Aside)
        for text in block.paragraphs:
            words = setting.text(text, FINE, width, Tag("P", sect), colour=cover.words)
            rows.append((2 * U, words))
    return Stack(rows, width)
