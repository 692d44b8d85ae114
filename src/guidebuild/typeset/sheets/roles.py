"""The roles on the front of a handout: cards beside each other for two and three, a table with a row each for more.

Comes in: cards and the room in points. Goes out: a box, as loose as the room allows. Facts stand at the same height
across the cards, each in one size on all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.compose.document import Card, Fact
from guidebuild.drawing import Paint
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Draw, Panel, Rule, Stack, TextBox
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, H3, LABEL, SMALL, SMALL_BOLD, Style, U

H4 = Style(11, 14, bold=True, balance=True, heading=True)
NOTE = SMALL.with_(leading=13)
LEAST_PAD, MOST_PAD = 3.0, 12.0


def roles_box(setting: Setting, cards: Sequence[Card], sect: Tag, room: float) -> Box:
    """The roles side by side, or below each other from four on, as loose as the room allows."""
    if len(cards) > 3:
        return _rows(setting, cards, sect, room)
    count = len(cards)
    width = (setting.grid.live_width - (count - 1) * GUTTER) / count
    inset = 12.0 if count == 2 else 9.0
    shown = [i for i in range(len(cards[0].facts)) if any(card.facts[i].value for card in cards)]
    styles = [_style(setting, [card.facts[i] for card in cards], width - 2 * inset, count) for i in shown]
    tags = [Tag("Div", sect) for _ in cards]
    heads = [_head(setting, card, tag, width, inset) for card, tag in zip(cards, tags, strict=True)]
    head = max(box.height for box in heads)
    inner = width - 2 * inset
    built = [
        [_fact(setting, card.facts[i], tag, inner, s, card.role) for i, s in zip(shown, styles, strict=True)]
        for card, tag in zip(cards, tags, strict=True)
    ]
    heights = [max(facts[row].height for facts in built) for row in range(len(shown))]
    spare = (room - head - sum(heights)) / max(1, len(heights))
    pad = max(LEAST_PAD, min(MOST_PAD, spare))
    columns: list[tuple[float, Box]] = []
    for index, card in enumerate(cards):
        area = setting.theme.palette.roles[card.role].area
        name = heads[index].inner
        top = (head - name.height) / 2
        panel = Panel(name, width, area, (top, inset, top, inset), least=head)
        panel.height = head
        children: list[tuple[float, Box]] = [(0.0, panel)]
        for row, fact in enumerate(built[index]):
            if row:
                children.append((0.0, setting.rule(width)))
            children.append((0.0, Beside([(inset, fact)], width, heights[row] + pad)))
        children.append((0.0, setting.role_rule(card.role, width)))
        columns.append((index * (width + GUTTER), Stack(children, width)))
    return Beside(columns, setting.grid.live_width)


def _head(setting: Setting, card: Card, tag: Tag, width: float, inset: float) -> Panel:
    """The filled head with name and mark."""
    role = setting.theme.palette.roles[card.role]
    mark = setting.area_mark(card.role, 14.0 if setting.roles == 2 else 16.0)
    room = width - 2 * inset - mark.width - 8
    style = next((s for s in (H3, H4) if _lines(setting, card.title, s, room) <= 2), SMALL_BOLD)
    title = setting.text(card.title, style, room, Tag("H2", tag), colour=role.on_area)
    drop = max(0.0, (title.height - mark.height) / 2)
    plated = setting.plated(title, role.area)
    x = width - 2 * inset - mark.width
    inner = Beside([(0.0, plated), (x, Stack([(drop, mark)]))], width - 2 * inset)
    return Panel(inner, width, role.area, (9.0, inset, 9.0, inset), least=9 * U)


def _lines(setting: Setting, words: str, style: Style, width: float) -> int:
    """How many lines words take; many when one of them has to be torn."""
    if not setting.holds(words, style, width):
        return 99
    return len(setting.text(words, style, width, Tag("P", None)).lines)


def _style(setting: Setting, facts: Sequence[Fact], width: float, count: int) -> Style:
    """One size for a fact across the cards: the largest in which it keeps to two lines on all of them."""
    sizes = (H3, H4, SMALL_BOLD) if count == 2 else (H4, SMALL_BOLD)
    fitting = (
        s for s in sizes if all(_lines(setting, fact.value, s, width) <= 2 for fact in facts if fact.value)
    )
    return next(fitting, SMALL_BOLD)


def _fact(setting: Setting, fact: Fact, tag: Tag, width: float, style: Style, role: int) -> Stack:
    """Label, value and what stands behind it; nothing when there is no value."""
    if not fact.value:
        return Stack([], width)
    label = setting.text(fact.label, LABEL, width, Tag("P", tag), colour=setting.role_text(role))
    children: list[tuple[float, Box]] = [(5.0, label)]
    children.append((0.0, setting.text(fact.value, style, width, Tag("P", tag))))
    if fact.note:
        children.append((0.0, setting.text(fact.note, NOTE, width, Tag("P", tag))))
    return Stack(children, width)


def _rows(setting: Setting, cards: Sequence[Card], sect: Tag, room: float) -> Box:
    """A real table: a row per role, a column per fact, the focus under the name."""
    grid = setting.grid
    keys = [fact.key for fact in cards[0].facts]
    others = [
        i for i, key in enumerate(keys) if key != "focus" and any(card.facts[i].value for card in cards)
    ]
    first = grid.w(6) if others else grid.live_width
    each = (grid.live_width - first) / max(1, len(others))
    places = [first + GUTTER / 2 + n * each for n in range(len(others))]
    table = Tag("Table", sect)
    width = each - GUTTER
    head = Tag("TR", table)
    cells: list[tuple[float, Box]] = [(14.0, _column_head(setting, setting.word("role"), first - 14, head))]
    for x, i in zip(places, others, strict=True):
        label = next(card.facts[i].label for card in cards)
        cells.append((x, _column_head(setting, label, width, head)))
    line = Rule(grid.live_width, 1.0, setting.colour("ink"))
    children: list[tuple[float, Box]] = [(0.0, Beside(cells, grid.live_width)), (2.0, line)]
    columns = list(zip(places, others, strict=True))
    built = [_row(setting, card, Tag("TR", table), first, columns, width) for card in cards]
    top = sum(gap + box.height for gap, box in children) + 1
    spare = (room - top - sum(row.height for row in built)) / len(built)
    pad = max(2 * LEAST_PAD, min(MOST_PAD * 1.5, spare)) / 2
    for index, (card, row) in enumerate(zip(cards, built, strict=True)):
        if index:
            children.append((0.0, setting.rule(grid.live_width)))
        high = row.height + 2 * pad
        bar = Art(5.0, 0.0, _bar(setting.theme.palette.roles[card.role].area, high))
        children += [(0.0, bar), (pad, row), (pad, Stack([], 0.0))]
    children.append((0.0, line))
    return Stack(children, grid.live_width)


def _bar(area: Paint, height: float) -> Draw:
    return lambda pen, x, y: pen.rect(x, y + 4, 5, height - 8, area)


def _column_head(setting: Setting, words: str, width: float, row: Tag) -> TextBox:
    cell = Tag("TH", row, attrs={"Scope": "Column"})
    return setting.text(words, LABEL, width, Tag("P", cell), colour=setting.colour("ink"))


def _row(
    setting: Setting, card: Card, tag: Tag, first: float, others: Sequence[tuple[float, int]], width: float
) -> Beside:
    """One role: mark, name and focus, then its facts."""
    about = Tag("TH", tag, attrs={"Scope": "Row"})
    colour = setting.role_text(card.role)
    mark = setting.mark((card.role,), 9.0)
    inner = first - 14
    style = H4 if setting.holds(card.title, H4, inner) else SMALL_BOLD
    name = setting.text(card.title, style, inner, Tag("P", about), colour=colour)
    at = inner - mark.width - GUTTER  # clear of the figure in the next column
    words: list[tuple[float, Box]] = [(0.0, Beside([(0.0, name), (at, Stack([(2.5, mark)]))], inner))]
    if _lines(setting, card.title, style, at - 8) > 1:
        words = [(0.0, mark), (1.0, name)]
    focus = next((fact for fact in card.facts if fact.key == "focus"), None)
    for text, of in ((focus.value, NOTE), (focus.note, CAPTION)) if focus and focus.value else ():
        if text:
            words.append((0.0, setting.text(text, of, inner - 6, Tag("P", about))))
    cells: list[tuple[float, Box]] = [(14.0, Stack(words, inner))]
    for x, i in others:
        cells.append((x, _cell(setting, card.facts[i], tag, width, card.role)))
    return Beside(cells, setting.grid.live_width)


def _cell(setting: Setting, fact: Fact, row: Tag, width: float, role: int) -> Stack:
    """Value and what stands behind it; a dash where nothing is listed, so that every row has its cells."""
    tag = Tag("TD", row)
    style = SMALL_BOLD.with_(leading=14)
    if not fact.value:
        return Stack(
            [(0.0, setting.text("–", style, width, Tag("P", tag), colour=setting.colour("mute")))], width
        )
    colour = setting.role_text(role) if fact.money else None
    value = H4 if fact.money else style
    children: list[tuple[float, Box]] = [
        (0.0, setting.text(fact.value, value, width, Tag("P", tag), colour=colour))
    ]
    if fact.note:
        children.append((0.0, setting.text(fact.note, CAPTION, width, Tag("P", tag))))
    return Stack(children, width)
