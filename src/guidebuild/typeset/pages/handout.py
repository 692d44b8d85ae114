"""The front of a handout: a band with the title, the roles as cards or rows, the skills as lists, where to find us.

Comes in: a `front` section. Goes out: one page. The band takes the room that the words leave, and the facts stand at
the same height across the cards.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.brand.theme import MM
from guidebuild.compose.document import (
    Card,
    Fact,
    Lockup,
    NameList,
    NameLists,
    Rings,
    Run,
    Section,
    Text,
    words_of,
)
from guidebuild.compose.layouts.facts import key_of
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Draw, Panel, Rule, Stack, TextBox
from guidebuild.typeset.graphics import logo_box, put_band
from guidebuild.typeset.pages.sheet import Laid, band_ornament, code, large, only, paragraph, settle, titled
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import (
    BODY,
    CAPTION,
    DISPLAY,
    H2,
    H3,
    LABEL,
    LEAD,
    SMALL,
    SMALL_BOLD,
    Style,
    U,
)

MARGIN, HEAD, FOOT = 19 * MM, 13 * MM, 11 * MM
BAND = 0.245  # of the page's height, when the words leave so much
SIZES = (30.0, 27.0, 24.0, 21.0)
LARGER = (46.0, 40.0, 35.0)  # on a band of more than this share of the page
HIGH = 0.34
SMALLER = (18.0, 15.0, 13.0)
H4 = Style(11, 14, bold=True, balance=True)
NOTE = SMALL.with_(leading=13)
CODE, LARGEST_CODE = 24 * MM, 40 * MM
FIRST = 9  # parts that go before the title is set in small type
LEAST_PAD, MOST_PAD = 3.0, 12.0
GAP = 5 * U  # between the parts of the page, and more where there is room


def lay_front(setting: Setting, section: Section) -> None:
    """The front of the sheet."""
    sect = setting.sect()
    settle(
        setting,
        section,
        (lambda shown: _front(setting, shown, sect, SIZES), FIRST),
        (lambda shown: _front(setting, shown, sect, SIZES + SMALLER), None),
    )


def _front(setting: Setting, section: Section, sect: Tag, sizes: Sequence[float]) -> Laid:
    """The page from the foot upwards: what the words need is the band's to give."""
    laid = Laid()
    grid = setting.grid
    height = grid.paper.height
    cards = [b for b in section.slot("cards") if isinstance(b, Card)]
    skills = only(section, "skills", NameLists)
    below = [_skills(setting, skills, sect)] if isinstance(skills, NameLists) else []
    foot = _foot(setting, section, sect)
    room = height - FOOT - foot.height - GAP - sum(box.height + GAP for box in below) - GAP
    table = _cards(setting, cards, sect, room - BAND * height)
    title, widest = _title(setting, section, sect, room - table.height, sizes)
    band = room - table.height
    laid.over = title.height + HEAD + 2 * U - band
    spare = max(0.0, band - 0.28 * height)  # a band that is too high gives to the gaps
    gap = GAP + min(4 * U, spare / (2 + len(below)))
    band = min(
        band,
        height - FOOT - foot.height - table.height - gap * (2 + len(below)) - sum(b.height for b in below),
    )
    put_band(laid.put, setting.theme.palette.cover, grid.paper.width, band)
    rings = only(section, "ornament", Rings)
    if isinstance(rings, Rings):
        left = MARGIN + max(widest + 9 * MM, 0.42 * grid.live_width)
        art = band_ornament(setting, rings, band, left, min(band - 12 * MM, 52 * MM))
        if art:
            laid.put(art, 0, 0)
    laid.put(title, MARGIN, HEAD + max(0.0, (band - HEAD - 8 * MM - title.height) / 2))
    y = laid.put(table, MARGIN, band + gap)
    for box in below:
        y = laid.put(box, MARGIN, y + gap)
    laid.put(foot, MARGIN, height - FOOT - foot.height)
    return laid


def _title(
    setting: Setting, section: Section, sect: Tag, band: float, sizes: Sequence[float]
) -> tuple[Stack, float]:
    """Kicker, title and subtitle in the largest size that the band holds, and how wide the title is."""
    cover, width = setting.theme.palette.cover, setting.grid.live_width
    lockup = only(section, "title", Lockup)
    assert isinstance(lockup, Lockup)
    kicker = setting.text(lockup.kicker, LABEL, width, Tag("P", sect), colour=cover.label)
    lead = paragraph(section, "lead") if not lockup.roles else None
    largest = LARGER if band > HIGH * setting.grid.paper.height else ()
    for size in (*largest, *sizes):
        style = DISPLAY.with_(size=size, leading=size * 1.1, tracking=-0.3)
        title, widest = titled(setting, lockup, sect, style, width * (0.56 if size > 20 else 0.8), 2.0)
        children: list[tuple[float, Box]] = [(0.0, kicker), (2 * U, title)]
        if lead:
            text_style = LEAD if size > 20 else SMALL
            words = setting.text(lead.text, text_style, width * 0.52, Tag("P", sect), colour=cover.words)
            children.append((3 * U, words))
            widest = max(widest, *(line.width for line in words.lines))
        box = Stack(children, width)
        if box.height <= band - HEAD - 7 * MM:
            break
    return box, widest


# Cards for two and three roles, rows for more


def _cards(setting: Setting, cards: Sequence[Card], sect: Tag, room: float) -> Box:
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
    keys = [key_of(fact) for fact in cards[0].facts]
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


def _bar(colour: str, height: float) -> Draw:
    return lambda pen, x, y: pen.rect(x, y + 4, 5, height - 8, colour)


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
    words: list[tuple[float, Box]] = [
        (0.0, Beside([(0.0, name), (inner - mark.width, Stack([(2.5, mark)]))], inner))
    ]
    if _lines(setting, card.title, style, inner - mark.width - 8) > 1:
        words = [(0.0, mark), (1.0, name)]
    focus = next((fact for fact in card.facts if key_of(fact) == "focus"), None)
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
    colour = setting.role_text(role) if fact.money else ""
    value = H4 if fact.money else style
    children: list[tuple[float, Box]] = [
        (0.0, setting.text(fact.value, value, width, Tag("P", tag), colour=colour))
    ]
    if fact.note:
        children.append((0.0, setting.text(fact.note, CAPTION, width, Tag("P", tag))))
    return Stack(children, width)


# Skills


def _skills(setting: Setting, block: NameLists, sect: Tag) -> Box:
    """What is shared and what is each one's own, as lists under their marks."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    title = setting.text(block.title, H2, width, Tag("H2", tag))
    children: list[tuple[float, Box]] = [(0.0, title)]
    wide = [one for one in block.lists if setting.roles > 2 and len(one.members) != 1]
    narrow = [one for one in block.lists if one not in wide]
    for index, one in enumerate(wide):
        children.append((U, _rule(setting, width, one, heavy=index == 0)))
        children.append((5.0, _across(setting, one, tag, width)))
    per_row = min(3, len(narrow)) if len(narrow) != 4 else 4 if setting.roles > 3 else 3
    for start in range(0, len(narrow), max(1, per_row)):
        children.append((2 * U, _beside(setting, narrow[start : start + per_row], tag, width, per_row)))
    return Stack(children, width)


def _rule(setting: Setting, width: float, one: NameList, *, heavy: bool) -> Rule:
    if not heavy:
        return setting.rule(width)
    if len(one.members) == 1:
        return setting.role_rule(one.members[0], width)
    return setting.rule(width, thickness=1.5, token="shared")


def _across(setting: Setting, one: NameList, tag: Tag, width: float) -> Box:
    """Mark and label at the left, the names beside them."""
    x = setting.grid.x(4)
    body = Tag("Div", tag)
    room = (
        setting.mark((0,), _mark_height(setting)).width + 6
    )  # also where there is none, so that the labels align
    cells: list[tuple[float, Box]] = []
    if one.members:
        cells.append((0.0, Stack([(1.5, setting.mark(one.members, _mark_height(setting)))])))
    shared = setting.colour("shared")
    cells.append((room, setting.text(one.label, SMALL_BOLD, x - room - 6, Tag("P", body), colour=shared)))
    cells.append((x, setting.text(listed(setting, one), NOTE, width - x, Tag("P", body))))
    return Beside(cells, width)


def _mark_height(setting: Setting) -> float:
    return 11.0 if setting.roles <= 3 else 9.0


def _beside(setting: Setting, lists: Sequence[NameList], tag: Tag, width: float, columns: int) -> Box:
    """Columns of equal width, each under a rule in its colour."""
    each = (width - (columns - 1) * GUTTER * 1.5) / columns
    cells: list[tuple[float, Box]] = []
    for index, one in enumerate(lists):
        body = Tag("Div", tag)
        colour = setting.role_text(one.members[0]) if len(one.members) == 1 else setting.colour("shared")
        mark = setting.mark(one.members, _mark_height(setting))
        label = setting.text(one.label, SMALL_BOLD, each - mark.width - 6, Tag("P", body), colour=colour)
        head = Beside([(0.0, Stack([(1.5, mark)])), (mark.width + 6, label)], each)
        names = setting.text(listed(setting, one), NOTE, each, Tag("P", body))
        stack = Stack([(0.0, _rule(setting, each, one, heavy=True)), (5.0, head), (1.0, names)], each)
        cells.append((index * (each + GUTTER * 1.5), stack))
    return Beside(cells, width)


def listed(setting: Setting, one: NameList, between: str = ", ") -> Text:
    """'Python, SQL and 3 more'."""
    more = f" and {one.more} {setting.word('more')}" if one.more else ""
    return (Run(between.join(one.names) + more),)


# The foot


def _foot(setting: Setting, section: Section, sect: Tag) -> Box:
    """Event and logo, the booth in large type, the code."""
    grid = setting.grid
    palette, width = setting.theme.palette, grid.live_width
    codes = code(setting, section, sect, CODE, LARGEST_CODE, right=True)
    middle = _middle(setting, section, sect)
    left = _event(setting, section, sect, grid.w(5) if middle.height else grid.w(8))
    cells: list[tuple[float, Box]] = [(0.0, left)]
    if middle.height:
        cells.append((grid.x(5), middle))
    if codes:
        cells.append((width - codes.width, codes))
    return Stack([(0.0, Rule(width, 1.0, palette.primary)), (3 * U, Beside(cells, width))], width)


def _event(setting: Setting, section: Section, sect: Tag, width: float) -> Stack:
    """The event by name, when and where; the brand's logo below."""
    children: list[tuple[float, Box]] = []
    if event := paragraph(section, "event"):
        style = H2 if setting.holds(words_of(event.text), H2, width - 8) else H3
        children.append((0.0, setting.text(event.text, style, width - 8, Tag("H2", sect))))
    if when := paragraph(section, "when"):
        children.append((2.0, setting.text(when.text, BODY, width - 8, Tag("P", sect))))
    lockup = only(section, "title", Lockup)
    lead = paragraph(section, "lead")
    if lead and isinstance(lockup, Lockup) and lockup.roles:
        children.append((0.0, setting.text(lead.text, LEAD, width - 8, Tag("P", sect))))
    logo = logo_box(setting, sect, dark=False, height=7 * MM, width=width * 0.8)
    children.append((3 * U if children else 0.0, logo))
    return Stack(children, width)


def _middle(setting: Setting, section: Section, sect: Tag) -> Stack:
    """The booth, and what is on the back."""
    width = setting.grid.w(4) - 4
    children: list[tuple[float, Box]] = []
    if booth := paragraph(section, "booth"):
        words = words_of(booth.text)
        colour = setting.theme.palette.primary_text
        children.append(
            (0.0, large(setting, words, (38, 34, 30, 26, 22, 18, 14), width, Tag("P", sect), colour))
        )
    if note := paragraph(section, "overleaf"):
        children.append((2 * U if children else 0.0, setting.text(note.text, SMALL, width, Tag("P", sect))))
    return Stack(children, width)
