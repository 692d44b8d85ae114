"""A section in one column: its title, then its blocks in their order, over as many pages as they need.

Comes in: a section of any kind but a cover. Goes out: its sheets. Raises `TypeError` for blocks that no guide has.
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.compose.document import (
    Block,
    Definitions,
    Heading,
    Paragraph,
    Rings,
    Section,
    SkillColumns,
    Table,
)
from guidebuild.typeset.boxes import Box, Stack
from guidebuild.typeset.designs.running import Galley, items_of
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import opener_rings, put_band
from guidebuild.typeset.linear.blocks import DESIGNS
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, FIGURE, H3, U

RINGS = 26.0  # points between the centre of a profile's rings and the edge of the page
TITLE = FIGURE.with_(balance=True)
POCKET = 0.75  # of the gaps between blocks are enough on a small page
LONG_TITLE = 6  # lines: longer ones are set smaller, and may go on on the next page


def lay_section(setting: Setting, section: Section) -> None:
    """Title and blocks."""
    setting.start(section)
    sect = setting.sect()
    title = setting.text(section.title, TITLE, setting.grid.live_width, Tag("H1", sect))
    if len(title.lines) > LONG_TITLE:
        title = setting.text(section.title, H3, setting.grid.live_width, title.tag)
    _flow(
        setting, section, [Item(title, keep=len(title.lines) <= LONG_TITLE), *_blocks(setting, section, sect)]
    )


def lay_profile(setting: Setting, section: Section) -> None:
    """A band in the role's colour with its name and tagline, then the blocks."""
    sheet = setting.start(section, "opener")
    sect = setting.sect()
    role = setting.role(section.role)
    assert role
    grid, band = setting.grid, role.opener
    width = 0.78 * grid.live_width
    words: list[tuple[float, Box]] = [
        (
            0.0,
            setting.text(
                section.title, TITLE, width, Tag("H1", sect), colour=band.words, place=section.place
            ),
        )
    ]
    for block in section.slot("lead"):
        if isinstance(block, Paragraph):
            lead = setting.text(block.text, BODY, width, Tag("P", sect), colour=band.words)
            words.append((U, lead))
    stack = Stack(words)
    height = grid.top + stack.height + 4 * U
    put_band(setting, sheet.put, band, height)
    rings = next((b for b in section.slot("rings") if isinstance(b, Rings)), None)
    if rings:
        reach = min(height, grid.paper.width - sheet.left - width - RINGS)
        sheet.put(opener_rings(setting, rings, grid.paper.width - RINGS, height, reach), 0, 0)
    sheet.put(setting.plated(stack, band.ground), sheet.left, grid.top)
    items = _blocks(setting, section, sect, without=("lead", "rings"))
    _flow(setting, section, items, top=height + 5 * U)


def _flow(setting: Setting, section: Section, items: list[Item], top: float = 0.0) -> None:
    setting.flow(section, fitted(setting, items, top), widen=False, top=top)


def fitted(setting: Setting, items: list[Item], top: float) -> list[Item]:
    """The items, a little closer where the page is small, or where that saves a page that is nearly empty."""
    usual = POCKET if setting.form.pairs else 1.0
    return setting.fit(lambda density: closer(items, usual * density), top=top)


def closer(items: list[Item], density: float) -> list[Item]:
    """The same items with smaller gaps between them."""
    return [replace(item, before=item.before * density) for item in items]


def _blocks(setting: Setting, section: Section, sect: Tag, without: tuple[str, ...] = ()) -> list[Item]:
    """The items of all blocks. Blocks of one kind in a row are one list; what introduces lists stays with them."""
    galley = Galley(setting, section, sect, setting.grid.live_width)
    items: list[Item] = []
    group: list[Block] = []
    last: Block | None = None
    for block in (*(b for b in section.blocks if b.slot not in without), None):
        if group and (block is None or type(block) is not type(group[0])):
            new = items_of(DESIGNS, galley, group)
            if items and isinstance(group[0], SkillColumns | Definitions | Table):
                items[-1] = replace(items[-1], keep=True)
            note = isinstance(group[0], Paragraph) and group[0].style == "caption"
            if items and (note or (isinstance(group[0], Paragraph) and isinstance(last, Table))):
                items[-1] = replace(items[-1], ends=True)
            last = group[-1]
            if new and isinstance(group[-1], Heading):
                new[-1] = replace(new[-1], keep=True)
            items += new
            group = []
        if block is not None:
            group.append(block)
    return items
