"""Running text: the one place where a block finds its design, and the designs that all columns share.

Comes in: blocks of one kind that follow each other, and the designs of a layout, by kind of block. Goes out: their flow
items. Raises `TypeError` for a kind of block that the layout has no design for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidebuild.compose.document import Block, Duties, Section, SkillColumns, Text, Worksheet
from guidebuild.typeset.boxes import Box, TextBox
from guidebuild.typeset.designs.forms import worksheet
from guidebuild.typeset.designs.lists import duties, skill_columns
from guidebuild.typeset.flow import Item
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import Style

Design = Callable[["Galley", Sequence[Any]], list[Item]]


@dataclass(frozen=True)
class Galley:
    """A column of running text before it is cut into pages (a galley, for a printer).

    The desk, the section and its structure element, the width in points, and how close blocks stand (1 as designed).
    """

    setting: Setting
    section: Section
    sect: Tag
    width: float
    density: float = 1.0

    def text(self, words: Text | str, style: Style, kind: str = "P") -> TextBox:
        """Words over the whole width, as an element of that kind."""
        return self.setting.text(words, style, self.width, Tag(kind, self.sect))


def items_of(designs: Mapping[type[Block], Design], galley: Galley, blocks: Sequence[Block]) -> list[Item]:
    """The flow items of blocks of one kind. Raises `TypeError` for a kind that has no design."""
    kind = type(blocks[0])
    if kind not in designs:
        raise TypeError(f"no design for {kind.__name__} in a section of the kind {galley.section.kind!r}")
    return designs[kind](galley, blocks)


def each(design: Callable[[Galley, Any], list[Item]]) -> Design:
    """The design of blocks that stand by themselves."""
    return lambda galley, blocks: [item for block in blocks for item in design(galley, block)]


def boxed(design: Callable[[Galley, Any], Box], gap: float) -> Design:
    """The design of blocks that are one box each, so many points below what stands above."""
    return each(lambda galley, block: [Item(design(galley, block), before=gap)])


RUNNING: dict[type[Block], Design] = {
    Duties: each(lambda g, block: duties(g.setting, block, g.sect, g.width, g.density)),
    SkillColumns: each(lambda g, block: skill_columns(g.setting, block, g.sect, g.width, g.density)),
    Worksheet: each(lambda g, block: worksheet(g.setting, block, g.sect, g.width, g.density)),
}
