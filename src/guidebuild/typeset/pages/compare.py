"""The comparison tables and the skills chart with its table.

Comes in: a `compare` or `skills` section. Goes out: as many pages as the tables need; heads are repeated.
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.compose.document import Definitions, Figure, Heading, Paragraph, Section, Table
from guidebuild.typeset.boxes import Picture, drawing_art
from guidebuild.typeset.designs.lists import definitions
from guidebuild.typeset.designs.notes import caption
from guidebuild.typeset.flow import Item
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, H3, U
from guidebuild.typeset.table import set_table


def lay_compare(setting: Setting, section: Section) -> None:
    """One table, or one per three roles."""
    setting.start(section)
    sect = setting.sect()
    setting.flow(section, setting.fit(lambda density: _compare(setting, section, sect, density)), widen=False)


def _compare(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = setting.opening(section, sect)
    for index, block in enumerate(section.slot("table")):
        assert isinstance(block, Table)
        if block.caption and index:
            items.append(
                Item(
                    setting.text(block.caption, H3, setting.grid.live_width, Tag("H2", sect)),
                    before=8 * U,
                    keep=True,
                    fresh=True,
                )
            )
        box = set_table(setting, block, setting.grid.live_width, sect, density)
        items.append(
            Item(
                box,
                before=3 * U if not index else 8 * U,
                node=block.id,
                fresh=index > 0 and not block.caption,
            )
        )
    for block in section.slot("source"):
        assert isinstance(block, Paragraph)
        items[-1] = replace(items[-1], ends=True)
        items.append(caption(setting, block.text, sect))
    return items


def figure_items(setting: Setting, figure: Figure, sect: Tag, before: float) -> list[Item]:
    """A chart, its caption, and the legend of what it shows by number; kept together."""
    chart = setting.charts[figure.id]
    # A chart of very many items is taller than a page; it is made smaller, and its table has the same words.
    most = setting.grid.live_height - 12 * U
    art = drawing_art(chart.drawing, min(1.0, most / chart.drawing.height))
    box = Picture(art, Tag("Figure", sect, alt=figure.alt))
    items = [Item(box, before=before, keep=True, node=figure.id)]
    legend = [
        Item(setting.text(f"{key} {words}", CAPTION, setting.grid.live_width, Tag("P", sect)), keep=True)
        for key, words in chart.legend
    ]
    items += legend
    items.append(caption(setting, figure.caption, sect, before=2 * U))
    return items


def lay_skills(setting: Setting, section: Section) -> None:
    """The set chart, and the same data as a table."""
    setting.start(section)
    sect = setting.sect()
    items = setting.fit(lambda density: _skills(setting, section, sect, density))
    if not setting.fits_one_page(items):  # then the table starts a page of its own
        items = setting.fit(lambda density: _skills(setting, section, sect, density, apart=True))
    setting.flow(section, items)


def _skills(
    setting: Setting, section: Section, sect: Tag, density: float, *, apart: bool = False
) -> list[Item]:
    items = setting.opening(section, sect)
    for block in section.blocks:
        if isinstance(block, Figure):
            items += figure_items(setting, block, sect, 5 * U * density)
        elif isinstance(block, Heading):
            heading = setting.text(block.text, H3, setting.grid.live_width, Tag("H2", sect))
            items.append(Item(heading, before=7 * U * density, keep=True, flex=True, fresh=apart))
        elif isinstance(block, Table):
            table = set_table(setting, block, setting.grid.live_width, sect, density)
            items.append(Item(table, before=2 * U, node=block.id))
        elif isinstance(block, Definitions):
            items += definitions(setting, block, sect, setting.grid.live_width)
        elif isinstance(block, Paragraph) and block.slot == "key":
            items.append(replace(caption(setting, block.text, sect), keep=True))
        elif isinstance(block, Paragraph) and block.slot != "lead":
            items[-1] = replace(items[-1], ends=True)
            items.append(caption(setting, block.text, sect))
    return items
