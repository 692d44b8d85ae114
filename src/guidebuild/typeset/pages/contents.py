"""Contents: how to use the guide and the key on the outer third, the list of sections on the inner two thirds.

Comes in: a `contents` section. Goes out: one page (more when a guide has very many sections).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from guidebuild.compose.document import (
    Block,
    Marks,
    Paragraph,
    Section,
    Steps,
    Toc,
)
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Stack
from guidebuild.typeset.designs.wayfinding import GAPS, headed, marks_box, steps_box, toc_part
from guidebuild.typeset.flow import Item, Placed, fill, reading_order
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import SMALL, U

# Space above and below an entry, and whether its blurb is printed: from roomy to tight.
Density = tuple[float, bool]
DENSITIES: tuple[Density, ...] = (
    (8.0, True),
    (6.0, True),
    (4.0, True),
    (2.0, True),
    (5.0, False),
    (3.0, False),
)

MOST_AIR = 14 * U  # over a part of the list, so that it starts beside a block of the outer column
Columns = tuple[list[Placed], list[Placed]]


def lay_contents(setting: Setting, section: Section) -> None:
    """The contents page."""
    sheet = setting.start(section)
    sect = setting.sect()
    title = setting.title(section, sect, setting.grid.live_width)
    y = sheet.put(title, sheet.left, setting.grid.top) + 6 * U
    room = setting.grid.bottom - y
    page = _Page(setting, section, sect, room)
    outer, main = page.columns()
    aligned = page.aligned()
    began: list[Tag] = []
    while outer or main:
        beside, outer = fill(outer, room)
        placed, main = fill(main, room)
        outer_x = sheet.outer_x + (GUTTER if sheet.recto else 0.0)
        if aligned:
            (beside, placed), outer, main = aligned, [], []
        columns = [*((p, outer_x) for p in beside), *((p, sheet.inner_x) for p in placed)]
        for p, x in reading_order(columns, began):
            sheet.put(p.item.box, x, y + p.y)
            setting.check(p.item.box, y + p.y)
        if outer or main:
            sheet, y, room = setting.book.open(section), setting.grid.top, setting.grid.live_height
            setting.book.mark(section.id, sheet, 0.0)


class _Page:
    """The two columns of the contents: as loose as the page allows, and with their rules on common lines."""

    def __init__(self, setting: Setting, section: Section, sect: Tag, room: float) -> None:
        self.setting, self.section, self.sect, self.room = setting, section, sect, room
        # Notes go below the list, where there is often room, before the outer column is set tightest.
        self.below = False
        self.below = all(fill(self._outer(gap), room)[1] for gap in GAPS[:-1]) and bool(section.slot("note"))

    def columns(self) -> tuple[list[Item], list[Item]]:
        """Each column in the roomiest setting that fits one page; in the tightest if none does."""
        outer = next((items for gap in GAPS if not fill(items := self._outer(gap), self.room)[1]), None)
        return outer or self._outer(GAPS[-1]), self._toc(*self._density())

    def aligned(self) -> Columns | None:
        """The columns with blocks and parts on common lines; the list keeps its blurbs or the lack of them."""
        usual = self._density()
        densities = [d for d in DENSITIES[DENSITIES.index(usual) :] if d[1] == usual[1]]
        for tied in range(
            len(self._outer(GAPS[0])), 1, -1
        ):  # the last blocks may have no part left to start with
            for density, gap in product(densities, GAPS[:-1]):
                if found := on_lines(self._outer(gap), self._toc(*density), self.room, tied):
                    return found
        return None

    def _density(self) -> Density:
        fitting = (density for density in DENSITIES if not fill(self._toc(*density), self.room)[1])
        return next(fitting, DENSITIES[-1])

    def _outer(self, gap: float) -> list[Item]:
        """Steps, the key to colours and marks, and notes, below each other."""
        setting = self.setting
        width = setting.grid.w(4) - GUTTER
        items = _column(setting, self.section, self.sect, gap)
        if not self.below:
            items += [_note(setting, b, self.sect, width, gap) for b in self.section.slot("note")]
        return items

    def _toc(self, pad: float, blurbs: bool) -> list[Item]:
        """The list, and below it the notes for which the outer column has no room."""
        setting, section = self.setting, self.section
        tag = Tag("TOC", self.sect)
        parts = [part for block in section.slot("toc") if isinstance(block, Toc) for part in block.parts]
        items = [item for part in parts for item in toc_part(setting, part, tag, pad, blurbs)]
        if self.below:
            items += [_note(setting, b, self.sect, setting.grid.w(8)) for b in section.slot("note")]
        return items


def on_lines(outer: Sequence[Item], main: Sequence[Item], room: float, tied: int) -> Columns | None:
    """Both columns with the first blocks of the outer one each on the line where a part of the list starts.

    Whichever of the two would start higher is moved down, with the least air in all; None when that takes too much.
    """
    parts: list[list[Item]] = []
    for item in main:
        if item.keep or not parts:
            parts.append([])
        parts[-1].append(item)
    best: tuple[float, Columns] | None = None
    for chosen in combinations(range(1, len(parts)), tied - 1):
        found = _moved(outer, parts, (0, *chosen), room)
        if found and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else None


def _moved(
    outer: Sequence[Item], parts: Sequence[Sequence[Item]], chosen: Sequence[int], room: float
) -> tuple[float, Columns] | None:
    """The columns with each block beside its chosen part, and what the air costs: in the list more than beside it."""
    beside: list[Placed] = []
    placed: list[Placed] = []
    cost = end = foot = 0.0  # where the outer column and the list end so far
    for index, part in enumerate(parts):
        start = foot + (part[0].before if index else 0.0)
        line = start
        if index in chosen:
            block = outer[len(beside)]
            line = max(start, end + block.before if beside else 0.0)
            cost += line - end
            beside.append(Placed(block, line))
            end = line + block.box.height
        if line - start > MOST_AIR:
            return None
        cost += 3 * (line - start)
        placed += [Placed(p.item, line + p.y) for p in fill(part, room)[0]]
        foot = placed[-1].y + placed[-1].item.box.height
    for block in outer[len(beside) :]:
        beside.append(Placed(block, end + block.before))
        end += block.before + block.box.height
    return (cost, (beside, placed)) if max(end, foot) <= room else None


def _column(setting: Setting, section: Section, sect: Tag, gap: float) -> list[Item]:
    width = setting.grid.w(4) - GUTTER
    items: list[Item] = []
    for block in section.slot("steps", "marks"):
        group = Tag("Div", sect)
        if isinstance(block, Steps):
            box = steps_box(setting, block, group, width, gap)
        elif isinstance(block, Marks):
            box = marks_box(setting, block, group, width, gap)
        items.append(Item(box, before=gap))
    return items


def _note(setting: Setting, block: Block, sect: Tag, width: float, gap: float = 4 * U) -> Item:
    """A note under its label."""
    assert isinstance(block, Paragraph)
    group = Tag("Div", sect)
    note = setting.text(block.text, SMALL, width, Tag("P", group))
    return Item(
        Stack([*headed(setting, setting.word("note"), group, width), (2 * U, note)], width), before=gap
    )
