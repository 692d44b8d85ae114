"""Pay: how many reports there are, what they say, the range bars, how sure the middle is, and the figures.

Comes in: a `pay` section. Goes out: one page, more for many roles.
"""

from __future__ import annotations

from guidebuild.compose.document import Fact, Figure, Note, Paragraph, Section, Table
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.notes import caption, note_box
from guidebuild.typeset.flow import Item
from guidebuild.typeset.pages.compare import figure_items
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, FIGURE, LABEL, U
from guidebuild.typeset.table import PAD, set_table


def lay_pay(setting: Setting, section: Section) -> None:
    """The pay page."""
    setting.start(section)
    sect = setting.sect()
    setting.flow(section, setting.fit(lambda density: _pay(setting, section, sect, density)))


def _pay(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = [Item(setting.title(section, sect, setting.grid.live_width), keep=True)]
    items.append(Item(_intro(setting, section, sect), before=4 * U * density))
    for block in section.slot("figure"):
        if isinstance(block, Figure):
            items += figure_items(setting, block, sect, 6 * U * density)
    items += _figures(setting, section, sect, density)
    for block in section.slot("source"):
        if isinstance(block, Paragraph):
            items.append(caption(setting, block.text, sect, before=2 * U))
    return items


def _intro(setting: Setting, section: Section, sect: Tag) -> Box:
    """Number of reports left, what they say right, each under a rule."""
    grid = setting.grid
    left, right = grid.w(4) - GUTTER, grid.w(8)
    ink = setting.colour("ink")
    cells: list[tuple[float, Box]] = []
    for block in section.slot("facts"):
        if isinstance(block, Fact):
            fact = Stack(
                [
                    (0.0, Rule(left, 1.5, ink)),
                    (4 * U - 2, setting.text(block.label, LABEL, left, Tag("P", sect))),
                    (2.0, setting.text(block.value, FIGURE, left, Tag("P", sect))),
                    (0.0, setting.text(block.note, CAPTION, left, Tag("P", sect))),
                ],
                left,
            )
            cells.append((0.0, fact))
    leads = [b for b in section.slot("lead") if isinstance(b, Paragraph)]
    if leads:
        children: list[tuple[float, Box]] = [(0.0, Rule(right, 1.5, ink))]
        for index, block in enumerate(leads):
            children.append(
                (4 * U - 2 if not index else 2 * U, setting.text(block.text, BODY, right, Tag("P", sect)))
            )
        cells.append((grid.x(4), Stack(children, right)))
    return Beside(cells, grid.live_width)


def _figures(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    """The note beside the table, or the table alone over the full width."""
    grid = setting.grid
    notes = [b for b in section.slot("note") if isinstance(b, Note)]
    tables = [b for b in section.slot("table") if isinstance(b, Table)]
    if not notes:
        return [
            Item(set_table(setting, t, grid.live_width, sect), before=7 * U, node=t.id, flex=True)
            for t in tables
        ]
    note = note_box(setting, notes[0], Tag("Div", sect), grid.w(4) - 8)
    cells: list[tuple[float, Box]] = [(0.0, note)]
    if tables:
        table = set_table(setting, tables[0], grid.w(8), sect, density)
        if max(note.height, table.height) > grid.live_height:  # then each takes its own course
            wide = note_box(setting, notes[0], Tag("Div", sect), grid.live_width)
            full = set_table(setting, tables[0], grid.live_width, sect)
            return [Item(wide, before=7 * U), Item(full, before=7 * U, node=tables[0].id)]
        if note.height > table.height:  # rows a little further apart, so that both end on one line
            rows = sum(len(group.rows) for group in tables[0].groups) + 1
            table = set_table(
                setting, tables[0], grid.w(8), sect, density + (note.height - table.height) / (rows * 2 * PAD)
            )
        cells.append((grid.x(4), table))
        note.height = max(note.height, table.height)
    nodes = tables[0].id if tables else ""
    more = [note_box(setting, n, Tag("Div", sect), grid.live_width) for n in notes[1:]]
    return [
        Item(Beside(cells, grid.live_width), before=7 * U * density, node=nodes, flex=True),
        *(Item(box, before=4 * U) for box in more),
    ]
