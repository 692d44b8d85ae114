"""Glossary in two columns; sources and further reading with codes.

Comes in: a `glossary` or `sources` section. Goes out: as many pages as they need; glossary columns end level.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.brand.theme import MM
from guidebuild.charts.codes import code_id
from guidebuild.compose.document import Definitions, LinkGroup, Run, Section, SourceItem, Text
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Picture, Stack
from guidebuild.typeset.flow import Item, height_of
from guidebuild.typeset.graphics import code_art, code_width
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import CAP, CAPTION, H2, H3, SMALL, SMALL_BOLD, U

CODE, LARGEST_CODE = 24 * MM, 0.56  # wide, its quiet zone included; and at most so much of the column
APART = 12 * U  # between a short glossary and the sources below it


def lay_glossary(setting: Setting, section: Section) -> None:
    """Terms in two columns, each term whole."""
    setting.start(section)
    sect = setting.sect()
    setting.flow(section, setting.fit(lambda d: _glossary(setting, section, sect, d)), widen=False)


def _glossary(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = setting.opening(section, sect)
    head = sum(i.box.height + i.before for i in items) + 4 * U
    for block in section.slot("terms"):
        assert isinstance(block, Definitions)
        items += _columns(setting, block, sect, head, density)
    return items


def _columns(setting: Setting, block: Definitions, sect: Tag, head: float, density: float) -> list[Item]:
    """Pages of two columns; the last page's columns are balanced."""
    listing = Tag("L", sect, attrs=TERMS)
    width = setting.grid.w(6)
    entries = [term_box(setting, term, text, listing, width - 6, density) for term, text in block.items]
    items: list[Item] = []
    room = setting.grid.live_height - head
    while entries:
        left, right, entries = _balance(entries, room)
        columns: list[tuple[float, Box]] = [(0.0, Stack([(0.0, e) for e in left], width))]
        if right:
            columns.append((setting.grid.x(6), Stack([(0.0, e) for e in right], width)))
        items.append(Item(Beside(columns, setting.grid.live_width), before=4 * U, fresh=bool(items)))
        room = setting.grid.live_height
    return items


def _balance(entries: list[Box], room: float) -> tuple[list[Box], list[Box], list[Box]]:
    """Left column, right column and the rest, at the smallest common height that holds what fits."""
    total = sum(e.height for e in entries)
    limit = min(room, max(total / 2, max(e.height for e in entries)))
    while True:
        left, rest = _take(entries, limit)
        right, rest = _take(rest, limit)
        if not rest or limit >= room:
            return left, right, rest
        limit = min(room, limit + U)


def _take(entries: list[Box], room: float) -> tuple[list[Box], list[Box]]:
    used, count = 0.0, 0
    while count < len(entries) and (used + entries[count].height <= room + 0.01 or not count):
        used += entries[count].height
        count += 1
    return entries[:count], entries[count:]


def term_box(setting: Setting, term: str, text: Text, listing: Tag, width: float, density: float) -> Box:
    """A term in bold over its definition, under a thin rule."""
    li = Tag("LI", listing)
    name = setting.text(term + " ", SMALL_BOLD.with_(size=10.5, leading=16), width, Tag("Lbl", li))
    words = setting.text(text, SMALL, width, Tag("LBody", li))
    body = Stack([(0.0, setting.rule(width + 6)), (2 * U * density, name), (0.0, words)], width)
    return Stack([(0.0, body), (3 * U * density, Stack([]))], width)


def lay_sources(setting: Setting, section: Section) -> None:
    """Sources, then reading per role: addresses with a code for the first. A short glossary shares the page."""
    sect = setting.sect()
    items = _sources(setting, section, sect)
    top = setting.room_below(section, "glossary")
    if top is not None and top + APART + height_of(items) <= setting.grid.bottom:
        setting.join(section, top + APART)
        setting.flow(section, items, widen=False, top=top + APART)
        return
    setting.start(section)
    setting.flow(section, items, widen=False)


def _sources(setting: Setting, section: Section, sect: Tag) -> list[Item]:
    items = setting.opening(section, sect)
    sources = [b for b in section.slot("sources") if isinstance(b, SourceItem)]
    listing = Tag("L", sect, attrs=TERMS)
    for index, source in enumerate(sources):
        box = _source(setting, source, listing)
        items.append(Item(box, before=4 * U if not index else 0.0, node=source.id))
    groups = [b for b in section.slot("links") if isinstance(b, LinkGroup)]
    if groups:
        heading = setting.text(setting.word("reading"), H2, setting.grid.live_width, Tag("H2", sect))
        items.append(Item(heading, before=9 * U, keep=True))
    beside = 3 if _three_fit(setting, groups) else 2
    for start in range(0, len(groups), beside):
        row = _group_row(setting, groups[start : start + beside], sect, 12 // beside)
        items.append(Item(row, before=3 * U if not start else 6 * U))
    return items


def _three_fit(setting: Setting, groups: Sequence[LinkGroup]) -> bool:
    """Whether three groups can stand beside each other, so that the third does not stand alone beside a hole."""
    if len(groups) != 3:
        return False
    width, nowhere = setting.grid.w(4), Tag("Span", None)
    links = [link for group in groups for link in group.links]
    labels = [setting.text(label, SMALL_BOLD, width, nowhere) for label, _ in links]
    addresses = [setting.text((_address(url),), CAPTION, width, nowhere) for _, url in links]
    titles = [setting.text(group.title, H3, width, nowhere) for group in groups]
    return all(len(words.lines) <= 2 for words in (*labels, *addresses, *titles))


def _source(setting: Setting, source: SourceItem, listing: Tag) -> Box:
    """Title in the outer columns, particulars in the others, under a rule."""
    cols = setting.grid
    li = Tag("LI", listing)
    title = setting.text(source.title + " ", SMALL_BOLD, cols.w(4) - 8, Tag("Lbl", li))
    words: list[tuple[float, Box]] = [(0.0, setting.text(source.text, SMALL, cols.w(8), Tag("LBody", li)))]
    row = Beside([(0.0, title), (cols.x(4), Stack(words))], cols.live_width)
    return Stack([(0.0, setting.rule(cols.live_width)), (2 * U, row), (2 * U, Stack([]))], cols.live_width)


def _group_row(setting: Setting, groups: Sequence[LinkGroup], sect: Tag, columns: int) -> Box:
    """Groups beside each other, each so many columns wide."""
    width = setting.grid.w(columns)
    head = max(setting.text(group.title, H3, width, Tag("Span", None)).height for group in groups)
    cells: list[tuple[float, Box]] = []
    for index, group in enumerate(groups):
        cells.append((setting.grid.x(columns * index), reading_box(setting, group, sect, columns, head)))
    return Beside(cells, setting.grid.live_width)


def reading_box(setting: Setting, group: LinkGroup, sect: Tag, columns: int = 6, head: float = 0.0) -> Box:
    """One role's reading: a code for the first address, then all of them with their short form.

    They stand beside the code, in narrow groups below it; a title shorter than `head` is followed by as much space.
    """
    width = setting.grid.w(columns)
    colour = setting.role_text(group.role)
    code = _code(setting, group, sect, setting.grid.w(6))
    beside = columns > 4
    x = max(CODE, code.width) + GUTTER / 2 if code.width and beside else 0.0
    room = width - x
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    rows: list[tuple[float, Box]] = []
    for label, address in group.links:
        body = Tag("LBody", Tag("LI", listing))
        linked = (Run(label + " ", bold=True),)
        rows.append((U if rows else 0.0, setting.text(linked, SMALL, room, Tag("P", body))))
        rows.append((0.0, setting.text((_address(address),), CAPTION, room, Tag("P", body))))
    title = setting.text(group.title, H3, width, Tag("H3", sect), colour=colour)
    links = Stack(rows, room)
    below = max(2 * U, CODE + 2 * U - code.height) if code.height else 0.0  # lists start on one line
    reading: Box = (
        Beside([(0.0, code), (x, links)], width) if beside else Stack([(0.0, code), (below, links)], width)
    )
    rule = setting.role_rule(group.role, width)
    after = 2 * U + max(0.0, head - title.height)
    return Stack([(0.0, rule), (2 * U, title), (after, reading)], width)


def _address(url: str) -> Run:
    """A link as it is printed."""
    return Run(url.removeprefix("https://").removeprefix("http://").rstrip("/"), link=url)


def _code(setting: Setting, group: LinkGroup, sect: Tag, width: float) -> Art:
    """The code of the first address, or nothing where it would take most of the width.

    Its modules stand at the left edge and as high as the capitals beside them; so there is room for the quiet zone
    below the title as well.
    """
    label, url = group.links[0]
    size = code_width(setting, url, url, CODE, LARGEST_CODE * width, group.place)
    if not size:
        return Art(0, 0, lambda _pen, _x, _y: None)
    art, quiet = code_art(setting.charts[code_id(url)].drawing, size)
    figure = Picture(art, Tag("Figure", sect, alt=f"QR code for {label}"))
    drop = SMALL_BOLD.baseline() - CAP * SMALL_BOLD.size
    height = drop + size - quiet
    return Art(size - quiet, height, lambda pen, x, y: figure.paint(pen, x - quiet, y + drop - quiet))
