"""At a glance: equal cards for two or three roles, one row each for four to six.

Comes in: a `glance` section. Goes out: one page whose facts stand at the same height across the cards, each row as
high as its tallest neighbour, so that the eye compares along a line.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.compose.document import Callout, Card, GlanceRow, Paragraph, Section
from guidebuild.drawing import Colour, Paint
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Plated, Rule, Stack
from guidebuild.typeset.designs.cards import HEAD_SMALL, INSET, card_head, fact_box, is_sentence, shared_band
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import pay_axis, range_bar
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import (
    CAPTION,
    H3,
    SMALL,
    SMALL_BOLD,
    U,
    grid,
)  # fmt: skip


def lay_glance(setting: Setting, section: Section) -> None:
    """The page at a glance."""
    setting.start(section)
    sect = setting.sect()
    items = _glance(setting, section, sect, tight=False)
    if not setting.fits_one_page(items):
        items = _glance(setting, section, sect, tight=True)
    setting.flow(section, items)


def _glance(setting: Setting, section: Section, sect: Tag, *, tight: bool) -> list[Item]:
    """Title, lead, cards or rows, and the band; when tight the lead is small and wide, and the cards are close."""
    items = _opening(setting, section, sect, tight=tight)
    cards = [b for b in section.slot("cards") if isinstance(b, Card)]
    rows = [b for b in section.slot("rows") if isinstance(b, GlanceRow)]
    shared = [b for b in section.slot("shared") if isinstance(b, Callout)]
    notes = [shared_band(setting, block, sect) for block in shared]
    room = setting.grid.live_height - sum(i.box.height + i.before for i in items)
    room -= sum(note.height + 4 * U for note in notes) + 4 * U
    if cards:
        items.append(Item(_cards(setting, cards, sect, room, 0.0 if tight else U), before=3 * U, flex=True))
    if rows:
        items.append(Item(_rows(setting, section, rows, sect, room - 4 * U), before=3 * U, flex=True))
    return items + [Item(note, before=4 * U, flex=True) for note in notes]


def _opening(setting: Setting, section: Section, sect: Tag, *, tight: bool) -> list[Item]:
    if not tight:
        return setting.opening(section, sect, lead_width=setting.grid.w(8))
    width = setting.grid.live_width
    items = [Item(setting.title(section, sect, width), keep=True)]
    leads = [b for b in section.slot("lead") if isinstance(b, Paragraph)]
    return items + [
        Item(setting.text(b.text, SMALL, width, Tag("P", sect)), before=U, keep=True) for b in leads
    ]


# Cards


def _cards(setting: Setting, cards: Sequence[Card], sect: Tag, room: float, least: float) -> Box:
    """Cards side by side. They are read one after the other, so each is a stack of its own."""
    count = len(cards)
    width = (setting.grid.live_width - (count - 1) * GUTTER) / count
    rows = list(zip(*(card.facts for card in cards), strict=True))
    sentences = [any(is_sentence(fact) for fact in row) for row in rows]  # one style in a row
    built = [_facts(setting, card, sect, width, sentences, narrow=count == 3) for card in cards]
    heads = [
        card_head(setting, card, tag, width, narrow=count == 3)
        for card, (tag, _) in zip(cards, built, strict=True)
    ]
    head_height = max(head.height for head in heads)
    top = max(INSET, (head_height - max(head.inner.height for head in heads)) / 2)
    # Facts that no role has leave their row out; a role that lacks one leaves its cell blank.
    shown = [i for i in range(len(cards[0].facts)) if any(card.facts[i].value for card in cards)]
    heights = [max(grid(facts[i].height) for _, facts in built) for i in shown]
    links = any(card.link for card in cards)
    spare = room - head_height - sum(heights) - (7 * U if links else 0.0)
    pad = min(6 * U, max(least, spare / max(1, len(shown)) // U * U))
    boxes: list[tuple[float, Box]] = []
    for index, (card, (tag, facts)) in enumerate(zip(cards, built, strict=True)):
        head = Panel(
            heads[index].inner, width, heads[index].fill, (top, INSET, INSET, INSET), least=head_height
        )
        column = _column(setting, card, tag, width, head, [facts[i] for i in shown], heights, pad, links)
        boxes.append((index * (width + GUTTER), column))
    return Beside(boxes, setting.grid.live_width)


def _facts(
    setting: Setting, card: Card, sect: Tag, width: float, sentences: Sequence[bool], *, narrow: bool
) -> tuple[Tag, list[Stack]]:
    tag = Tag("Div", sect)
    inner = width - 2 * INSET
    facts = zip(card.facts, sentences, strict=True)
    return tag, [
        fact_box(setting, fact, tag, inner, card.role, narrow=narrow, sentence=sentence)
        for fact, sentence in facts
    ]


def _column(
    setting: Setting,
    card: Card,
    tag: Tag,
    width: float,
    head: Panel,
    facts: Sequence[Stack],
    heights: Sequence[float],
    pad: float,
    links: bool,
) -> Stack:
    children: list[tuple[float, Box]] = [(0.0, head)]
    role = setting.theme.palette.roles[card.role]
    for index, (fact, height) in enumerate(zip(facts, heights, strict=True)):
        if index:
            children.append((0.0, setting.rule(width)))
        filler = height + pad - fact.height
        children.append((0.0, Beside([(INSET, fact)], width)))
        children.append((filler, Stack([], width)))
    if links:
        children.append((0.0, setting.rule(width)))
        link = setting.text(card.link, SMALL_BOLD, width - 2 * INSET, Tag("P", tag), colour=role.text)
        gap = (7 * U - link.height) / 2
        children.append((gap, Beside([(INSET, link)], width)))
        children.append((gap, Stack([], width)))
    children.append((0.0, setting.role_rule(card.role, width)))
    return Stack(children, width)


# Rows for four to six roles


def _rows(setting: Setting, section: Section, rows: Sequence[GlanceRow], sect: Tag, room: float) -> Box:
    """One row per role: name and focus, pay bar to one scale, usual degree.

    In smaller type, and then with the words ever nearer to the rules, where that saves a page.
    """
    for tight, clear in ((False, 2 * U), (True, 2 * U), (True, U), (True, 0.5 * U), (True, 0.0)):
        table = _row_table(setting, section, rows, sect, room, tight=tight, clear=clear)
        if table.height <= room:
            return table
    roomy = _row_table(setting, section, rows, sect, room, tight=True, clear=2 * U)
    return roomy if all(row.height <= room for _, row in roomy.children) else table


def _row_table(
    setting: Setting,
    section: Section,
    rows: Sequence[GlanceRow],
    sect: Tag,
    room: float,
    *,
    tight: bool,
    clear: float,
) -> Stack:
    grid_ = setting.grid
    each = min(25.5 * U, max(15 * U, (room - 14 * U) / len(rows) // U * U))
    ranges = [row.range for row in rows if row.range]
    top = ranges[0].top if ranges else 0.0
    middle = bool(ranges) or any(row.more for row in rows)
    children: list[tuple[float, Box]] = [(0.0, _row_heads(setting, sect, middle))]
    for index, row in enumerate(rows):
        box = _row(setting, row, sect, each, first=index == 0, tight=tight, drawn=bool(ranges), clear=clear)
        children.append((0.0, box))
    children.append((0.0, Rule(grid_.live_width, 1.0, setting.colour("ink"))))
    key = next((b for b in section.slot("key") if isinstance(b, Paragraph)), None)
    foot: list[tuple[float, Box]] = []
    if key:
        foot.append((0.0, setting.text(key.text, CAPTION, grid_.w(6) - 8, Tag("P", sect))))
    if top:
        foot.append((grid_.x(6), pay_axis(setting, ranges[0].top_label, grid_.w(4), ruled=False)))
    if foot:
        children.append((U, Beside(foot, grid_.live_width)))
    return Stack(children, grid_.live_width, loose=True)


def _row_heads(setting: Setting, sect: Tag, middle: bool) -> Box:
    words = setting.document.words
    grid_ = setting.grid
    heads = [(0.0, words["glance-role"], grid_.w(6)), (grid_.x(10), words["glance-degree"], grid_.w(2))]
    if middle:
        heads.insert(1, (grid_.x(6), words["glance-pay"], grid_.w(4)))
    cells = [(x, setting.text(label, SMALL_BOLD, w, Tag("P", sect))) for x, label, w in heads]
    line = Rule(grid_.live_width, 1.0, setting.colour("ink"))
    return Stack([(0.0, Beside(cells, grid_.live_width)), (U, line)], grid_.live_width)


def _row(
    setting: Setting,
    row: GlanceRow,
    sect: Tag,
    height: float,
    *,
    first: bool,
    tight: bool,
    drawn: bool,
    clear: float,
) -> Box:
    """A row at least that high, whose words stay `clear` points from the rules above and below."""
    grid_, tag = setting.grid, Tag("Div", sect)
    role = setting.theme.palette.roles[row.role]
    words = _row_words(setting, row, tag, role.text, tight=tight)
    usual, height = height, max(height, words.height + 2 * clear)
    # Beside words that go on over several pages the other cells stand at the top, so that each is on one of them.
    level = height if height <= grid_.live_height / 2 else usual
    cells: list[tuple[float, Box]] = [(16.0, _lowered(words, height, words.height))]
    if row.range:
        cells.append((grid_.x(6), _lowered(_pay(setting, row, Tag("Div", tag)), level, 62.0)))
    elif row.more:
        more = setting.text(row.more, SMALL, grid_.w(4), Tag("P", tag))
        cells.append((grid_.x(6), _lowered(more, level, more.height)))
    degree = setting.text(row.degree, SMALL_BOLD, grid_.w(2), Tag("P", tag))
    cells.append((grid_.x(10), _lowered(degree, level, degree.height)))
    full = Beside(cells, grid_.live_width, height)
    rule = setting.rule(grid_.live_width)
    ground = Art(
        grid_.live_width, 0, lambda pen, x, y: _ground(pen, setting, x, y, full.height, role.area, drawn)
    )
    return Stack([(0.0, ground), (0.0, Stack([]) if first else rule), (0.0, full)], grid_.live_width)


def _row_words(setting: Setting, row: GlanceRow, tag: Tag, colour: Colour, *, tight: bool) -> Stack:
    """The role's mark, name, focus and page below each other."""
    inner, about = setting.grid.w(6) - 22, Tag("Div", tag)
    heading = Tag("H2", about)
    name = setting.text(row.title, H3, inner, heading, colour=colour)
    if tight or len(name.lines) > 2:
        name = setting.text(row.title, HEAD_SMALL, inner, heading, colour=colour)
    focus = setting.text(
        row.focus, CAPTION.with_(colour=SMALL.colour) if tight else SMALL, inner, Tag("P", about)
    )
    page = setting.text(row.page, CAPTION, inner, Tag("P", about))
    mark = setting.mark((row.role,), 9.0)
    return Stack([(0.0, mark), (2.0 if tight else U, name), (0.0, focus), (0.0, page)])


def _lowered(box: Box, height: float, usual: float) -> Stack:
    """A box of so much height, as it usually is, in the middle of a row; at its top where it is higher."""
    return Stack([(max(0.0, (height - usual) / 2), box)])


def _ground(pen: Pen, setting: Setting, x: float, y: float, height: float, area: Paint, drawn: bool) -> None:
    """The role's bar at the left and the pay grid behind the row."""
    pen.rect(x, y + 8, 5, height - 16, area)
    if not drawn:
        return
    left, width = x + setting.grid.x(6), setting.grid.w(4)
    for share in (0.0, 0.5, 1.0):
        pen.line(left + width * share, y, left + width * share, y + height, 0.5, setting.colour("hair"))


def _pay(setting: Setting, row: GlanceRow, tag: Tag) -> Box:
    """Median above the bar at its place, the bar, the sample below."""
    assert row.range
    width = setting.grid.w(4)
    role = setting.theme.palette.roles[row.role]
    label = setting.text(row.range.median_label, H3, 60, Tag("P", tag), colour=role.text)
    wide = max(line.width for line in label.lines)
    at = width * min(row.range.p50 / row.range.top, 1.0) - wide / 2
    at = max(4.0, min(at, width - wide))
    bar = range_bar(setting, row.range, row.role, width, bar=11.0, tick=22.0)
    words = setting.text(row.sample, CAPTION, width - 6, Tag("P", tag))
    crossed = words.lines[0].width > width / 2 - 6  # by the grid in the middle
    sample: Box = Plated(words, setting.theme.palette.paper, (2.0, 0.0)) if crossed else words
    return Stack(
        [(0.0, Beside([(at, label)], width)), (2.0, bar), (4.0, Beside([(4.0, sample)], width))], width
    )
