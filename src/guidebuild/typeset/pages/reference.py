"""Glossary in two columns; sources and further reading with codes.

Comes in: a `glossary` or `sources` section. Goes out: as many pages as they need; glossary columns end level.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.compose.document import Definitions, LinkGroup, Section, SourceItem
from guidebuild.typeset.boxes import Beside, Box, Stack
from guidebuild.typeset.designs.reading import address_run, reading_box, term_box
from guidebuild.typeset.flow import Item, height_of
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import CAPTION, H2, H3, SMALL, SMALL_BOLD, U

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
    addresses = [setting.text((address_run(url),), CAPTION, width, nowhere) for _, url in links]
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
