"""Featured openings as cards on one salary scale, and the self-check.

Comes in: a `jobs` and a `fit` section. Goes out: one page for both when they fit it together.
"""

from __future__ import annotations

from guidebuild.compose.document import JobCard, Paragraph, Section, SelfCheckTable
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Panel, Picture, Rule, Space, Stack
from guidebuild.typeset.designs.openings import opening_panel, opening_title, salary_bar
from guidebuild.typeset.designs.ticks import lean_circles, tick_circle
from guidebuild.typeset.flow import Item, height_of
from guidebuild.typeset.graphics import pay_axis
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, SMALL, SMALL_BOLD, U, on_grid

GAP = 9 * U  # between the openings and the self-check
MARKED = 3  # roles whose heads have marks; longer rows of dots would run into each other
TOGETHER = (1.0, 0.85, 0.7, 0.55, 0.4)  # densities at which both are tried on one page


def lay_jobs(setting: Setting, section: Section) -> None:
    """Cards below each other, the scale under the last; with the self-check below when both fit one page."""
    setting.start(section)
    sect = setting.sect()
    check = _following_check(setting, section)
    for density in TOGETHER if check else ():
        assert check
        items = _jobs(setting, section, sect, density)
        more = _fit(setting, check, Tag("Sect", None), density)
        if height_of(items) + GAP * density + height_of(more) <= setting.grid.live_height:
            setting.flow(section, items, widen=False)
            return
    setting.flow(section, setting.fit(lambda density: _jobs(setting, section, sect, density)), widen=False)


def _following_check(setting: Setting, section: Section) -> Section | None:
    """The self-check, if it comes right after the openings."""
    sections = setting.document.sections
    index = sections.index(section) + 1
    return sections[index] if index < len(sections) and sections[index].kind == "fit" else None


def _jobs(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = setting.opening(section, sect)
    cards = [b for b in section.slot("cards") if isinstance(b, JobCard)]
    for index, card in enumerate(cards):
        before = 3 * U if not index else U
        items.append(Item(_card(setting, card, sect, density), before=before, node=card.id))
    sources = [b for b in section.slot("source") if isinstance(b, Paragraph)]
    if cards or sources:
        items.append(Item(_foot(setting, cards, sources, sect), before=U))
    return items


def _card(setting: Setting, card: JobCard, sect: Tag, density: float) -> Panel:
    """Title and employer, terms and place, salary with its bar."""
    cols = setting.grid
    tag = Tag("Div", sect)
    inner = cols.live_width - 12 - 10
    mute = setting.colour("mute")
    middle, right = cols.x(5) - 12, cols.x(8) - 12
    title, address = opening_title(setting, card)
    about: list[tuple[float, Box]] = [
        (0.0, setting.text(title, SMALL_BOLD, middle - 14, Tag("H2", tag))),
        (0.0, setting.text(card.employer, SMALL, middle - 14, Tag("P", tag), colour=mute)),
    ]
    if address:
        about.append((0.0, setting.text(address, CAPTION, middle - 14, Tag("P", tag))))
    left = Stack(about)
    width = right - middle - 12
    rows: list[tuple[float, Box]] = []
    if card.terms:
        rows.append((0.0, setting.text(card.terms, SMALL, width, Tag("P", tag))))
    rows.append((0.0, setting.text(card.where, CAPTION.with_(leading=14.0), width, Tag("P", tag))))
    if card.closes:
        style, ink = SMALL_BOLD.with_(size=CAPTION.size), setting.colour("ink")
        rows.append((0.0, setting.text(card.closes, style, width, Tag("P", tag), colour=ink)))
    terms = Stack(rows)
    cells: list[tuple[float, Box]] = [(0.0, left), (middle, terms)]
    if card.salary:
        cells.append((right, _salary(setting, card, tag, inner - right)))
    row = Beside(cells, inner)
    pad = 2 * U * density
    height = max(11 * U * density, on_grid(row.height + 2 * pad, density))
    pad = (height - row.height) / 2
    return opening_panel(setting, card, row, pad, height)


def _salary(setting: Setting, card: JobCard, tag: Tag, width: float) -> Stack:
    """The salary in words over its bar."""
    pay: list[tuple[float, Box]] = [(0.0, setting.text(card.salary, SMALL_BOLD, width, Tag("P", tag)))]
    if card.high or card.low:
        pay.append((U + 1, salary_bar(setting, card, width)))
    return Stack(pay)


def _foot(setting: Setting, cards: list[JobCard], sources: list[Paragraph], sect: Tag) -> Box:
    """Source left, the ends of the scale right."""
    cols = setting.grid
    width = cols.live_width
    cells: list[tuple[float, Box]] = []
    right = cols.x(8)
    if sources:
        cells.append((0.0, setting.text(sources[0].text, CAPTION, right - GUTTER, Tag("P", sect))))
    drawn = [card for card in cards if card.high or card.low]
    if drawn:
        cells.append((right, pay_axis(setting, drawn[0].top_label, width - right - 10, ruled=False)))
    return Beside(cells, width)


# The self-check


def lay_fit(setting: Setting, section: Section) -> None:
    """The self-check, under the openings when there is room, else on its own page."""
    sect = setting.sect()
    top = setting.room_below(section, "jobs")
    for density in TOGETHER if top is not None else ():
        assert top is not None
        items = _fit(setting, section, sect, density)
        spare = setting.grid.bottom - height_of(items) - top - GAP * density
        if spare >= 0:
            y = top + GAP * density + min(6 * U, spare // U * U)
            setting.join(section, y)
            setting.flow(section, items, widen=False, top=y)
            return
    setting.start(section)
    setting.flow(section, setting.fit(lambda density: _fit(setting, section, sect, density)))


def _fit(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = setting.opening(section, sect)
    for block in section.slot("check"):
        assert isinstance(block, SelfCheckTable)
        check = _pair_check if any(row.right for row in block.rows) else _column_check
        items += check(setting, block, sect, density)
    results = [b for b in section.slot("result") if isinstance(b, Paragraph)]
    if results:
        items.append(Item(_results(setting, results, sect), before=3 * U * density))
    return items


def _pair_check(setting: Setting, block: SelfCheckTable, sect: Tag, density: float) -> list[Item]:
    """Two statements per line and five circles between them."""
    cols = setting.grid
    width = cols.live_width
    circles = 84.0
    side = (width - circles - 2 * GUTTER) / 2
    right = width - side
    heads: list[tuple[float, Box]] = []
    for index, x in ((0, 0.0), (1, right)):
        mark = setting.mark((index,), 9.0)
        label = setting.text(
            block.titles[index],
            SMALL_BOLD,
            side - mark.width - 6,
            Tag("H2", sect),
            colour=setting.role_text(index),
        )
        heads += [(x, Stack([(2.5, mark)])), (x + mark.width + 6, label)]
    items = [Item(Beside(heads, width), before=3 * U, keep=True)]
    items.append(Item(Rule(width, 1.0, setting.colour("ink")), before=U, keep=True))
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    for index, row in enumerate(block.rows):
        body = Tag("LBody", Tag("LI", listing))
        left = setting.text(row.left + " ", SMALL, side, Tag("P", body))
        other = setting.text(row.right, SMALL, side, Tag("P", body))
        height = max(on_grid(max(left.height, other.height) + 12 * density, density), 7 * U * density)
        boxes = Picture(lean_circles(setting, circles), Tag("Span", body), actual=setting.word("lean") + " ")
        cells: list[tuple[float, Box]] = [
            (0.0, _centred(left, height)),
            (side + GUTTER, _centred(boxes, height)),
            (right, _centred(other, height)),
        ]
        rule = setting.rule(width) if index else Space(0.0)
        items.append(Item(Stack([(0.0, rule), (0.0, Beside(cells, width, height))], width)))
    items.append(Item(Rule(width, 1.0, setting.colour("ink"))))
    return items


def _centred(box: Box, height: float) -> Stack:
    return Stack([((height - box.height) / 2, box)], box.width)


def _column_check(setting: Setting, block: SelfCheckTable, sect: Tag, density: float) -> list[Item]:
    """One statement per line, with a box to tick under each role that it speaks for."""
    width = setting.grid.live_width
    count = len(block.titles)
    each = min(84.0, width * 0.6 / count)
    left = width - count * each
    heads: list[tuple[float, Box]] = []
    roles = block.roles or tuple(range(count))
    for index, (title, role) in enumerate(zip(block.titles, roles, strict=True)):
        label = setting.text(
            title,
            CAPTION.with_(bold=True),
            each - 8,
            Tag("H2", sect),
            colour=setting.role_text(role),
        )
        head: list[tuple[float, Box]] = [(0.0, label)]
        if setting.roles <= MARKED:
            head = [(0.0, setting.mark((role,), 11.0)), (U, label)]
        heads.append((left + index * each, Stack(head, each - 8)))
    items = [Item(Beside(heads, width), before=3 * U, keep=True)]
    items.append(Item(Rule(width, 1.0, setting.colour("ink")), before=U, keep=True))
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    for index, row in enumerate(block.rows):
        body = Tag("LBody", Tag("LI", listing))
        words = setting.text(row.left + " ", SMALL, left - 12, Tag("P", body))
        height = max(on_grid(words.height + 12 * density, density), 6.5 * U * density)
        cells: list[tuple[float, Box]] = [(0.0, _centred(words, height))]
        for member in row.members:
            column = roles.index(member)
            actual = f"{setting.word('tick')} {block.titles[column]} "
            box = Picture(tick_circle(setting.theme.palette.roles[member]), Tag("Span", body), actual=actual)
            cells.append((left + column * each, _centred(box, height)))
        rule = setting.rule(width) if index else Space(0.0)
        items.append(Item(Stack([(0.0, rule), (0.0, Beside(cells, width, height))], width)))
    items.append(Item(Rule(width, 1.0, setting.colour("ink"))))
    return items


def _results(setting: Setting, results: list[Paragraph], sect: Tag) -> Box:
    """How to read the answers, in two columns."""
    width = setting.grid.live_width
    each = setting.grid.w(6)
    half = (len(results) + 1) // 2
    columns: list[tuple[float, Box]] = []
    for index, part in enumerate((results[:half], results[half:])):
        rows: list[tuple[float, Box]] = [
            (0.0, setting.text(p.text, SMALL, each - 8, Tag("P", sect))) for p in part
        ]
        if rows:
            columns.append((index * setting.grid.x(6), Stack(rows, each)))
    return Beside(columns, width)
