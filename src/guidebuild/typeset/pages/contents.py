"""Contents: how to use the guide and the key on the outer third, the list of sections on the inner two thirds.

Comes in: a `contents` section. Goes out: one page (more when a guide has very many sections).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from guidebuild.compose.document import (
    Block,
    Marks,
    PageRef,
    Paragraph,
    Section,
    Steps,
    Toc,
    TocEntry,
    TocPart,
)
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack, TextBox
from guidebuild.typeset.flow import Item, Placed, fill, reading_order
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import CAPTION, FIGURE, H3, LABEL, SMALL, SMALL_BOLD, U

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

GAPS = (8 * U, 6 * U, 4 * U, 3 * U, 2 * U)  # between the blocks of the outer column
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


def toc_part(setting: Setting, part: TocPart, toc: Tag, pad: float, blurbs: bool) -> list[Item]:
    width = setting.grid.w(8)
    palette = setting.theme.palette
    head = Stack(
        [
            (0.0, Rule(width, 1.0, palette.primary)),
            (4 * U, setting.text(part.label, LABEL, width, Tag("Caption", Tag("TOC", toc)))),
            (2 * U, Rule(width, 0.5, palette.rule)),
        ],
        width,
    )
    inner = head.children[1][1].tag.parent  # type: ignore[attr-defined]
    items = [Item(head, before=max(10.0, 2 * pad), keep=True)]
    for entry in part.entries:
        items.append(Item(_entry(setting, entry, inner, width, pad, blurbs)))
    return items


def _entry(setting: Setting, entry: TocEntry, toc: Tag, width: float, pad: float, blurbs: bool) -> Box:
    """Number, title with mark, page; the blurb below."""
    tag = Tag("TOCI", toc)
    colour = setting.role_text(entry.role)
    title_x = setting.grid.x(1)
    page_width = 36.0
    room = width - title_x - page_width
    row: list[tuple[float, Box]] = []
    if entry.tab:
        row.append((0.0, setting.text(entry.tab + " ", H3, title_x, Tag("Lbl", tag), colour=colour)))
    members = (entry.role,) if entry.role is not None else entry.members
    mark = setting.mark(members, 9.0) if members else None
    wide = room - (mark.width + 8 if mark else 0)
    title = setting.text(entry.title + " ", H3, wide, Tag("P", tag))
    if len(title.lines) > 2:
        title = setting.text(entry.title + " ", SMALL_BOLD, wide, title.tag)
    row.append((title_x, title))
    if mark:
        row.append((title_x + _end(title) + 8, Stack([(title.height - 12.5, mark)], mark.width)))
    page = setting.text((PageRef(entry.target, bold=True),), H3, page_width, tag, align="right")
    children: list[tuple[float, Box]] = [(pad, Beside([*row, (width - page_width, page)], width, 16.0))]
    if blurbs and entry.blurb:
        blurb = setting.text(entry.blurb, SMALL, room, Tag("P", tag), colour=setting.colour("mute"))
        children.append((0.0, Beside([(title_x, blurb)], width)))
    children.append((pad, Rule(width, 0.5, setting.colour("rule"))))
    return Stack(children, width)


def _end(title: TextBox) -> float:
    """Where the last line of a title ends; a title may have no visible words."""
    return title.lines[-1].width if title.lines else 0.0


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
        Stack([*_head(setting, setting.word("note"), group, width), (2 * U, note)], width), before=gap
    )


def _head(setting: Setting, label: str, sect: Tag, width: float) -> list[tuple[float, Box]]:
    return [
        (0.0, Rule(width, 1.0, setting.theme.palette.primary)),
        (4 * U, setting.text(label, LABEL, width, Tag("H2", sect))),
    ]


def steps_box(setting: Setting, steps: Steps, sect: Tag, width: float, gap: float) -> Stack:
    children = _head(setting, steps.label, sect, width)
    listing = Tag("L", sect, attrs=TERMS)
    x = setting.grid.x(1)
    for step in steps.steps:
        item = Tag("LI", listing)
        lbl, body = Tag("Lbl", item), Tag("LBody", item)
        colour = setting.colour("primary_text")
        minutes = setting.text(f"{step.minutes} ", FIGURE, x, lbl, colour=colour)
        unit = setting.text(setting.word("minutes"), CAPTION, x, lbl)
        words = Stack(
            [
                (0.0, setting.text(step.title + " ", H3, width - x, Tag("P", body))),
                (0.0, setting.text(step.text, SMALL, width - x, Tag("P", body))),
            ]
        )
        children.append(
            (min(3 * U, gap / 2), Beside([(0.0, Stack([(0.0, minutes), (0.0, unit)])), (x, words)], width))
        )
    children.append((min(5 * U, gap), Rule(width, 0.5, setting.colour("rule"))))
    children.append((U, setting.text(steps.total, CAPTION, width, Tag("P", sect))))
    return Stack(children, width, loose=True)


def marks_box(setting: Setting, marks: Marks, sect: Tag, width: float, gap: float = GAPS[0]) -> Stack:
    """The key: each mark with its role and how it looks. Its note never stands on a page without the last mark."""
    children = _head(setting, marks.label, sect, width)
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    many = setting.roles > 3
    tight = gap == GAPS[-1]
    between = U if tight else 2 * U
    x = setting.grid.x(1) if not many else 56.0
    everyone = tuple(range(setting.roles))
    for entry in marks.marks:
        body = Tag("LBody", Tag("LI", listing))
        members = everyone if entry.role is None else (entry.role,)
        colour = setting.role_text(entry.role, "ink")
        mark = setting.mark(members, 14.0)
        wide = width if many and tight else width - x  # a name over its mark takes fewer lines
        name = setting.text(entry.name + " ", SMALL_BOLD, wide, Tag("P", body), colour=colour)
        look = setting.text(entry.look, CAPTION, width - x, Tag("P", body))
        lowered = Stack([(6.0 if not many else 3.0, mark)])
        box: Box
        if many and tight:
            box = Stack([(0.0, name), (0.0, Beside([(0.0, lowered), (x, look)], width))], width)
        else:
            box = Beside([(0.0, lowered), (x, Stack([(0.0, name), (0.0, look)]))], width)
        children.append((between, box))
    if marks.note:
        note = setting.text(marks.note, CAPTION, width, Tag("P", sect))
        _, last = children.pop()
        children.append((between, Stack([(0.0, last), (between, note)], width)))
    return Stack(children, width, loose=True)
