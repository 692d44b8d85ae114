"""What leads through a guide: parts of the list of contents, the steps of reading, and the key to the marks.

Comes in: `TocPart`, `Steps` and `Marks`. Goes out: flow items and boxes.
"""

from __future__ import annotations

from guidebuild.compose.document import Marks, PageRef, Steps, TocEntry, TocPart
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack, TextBox
from guidebuild.typeset.flow import Item
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import CAPTION, FIGURE, H3, LABEL, SMALL, SMALL_BOLD, U

GAPS = (8 * U, 6 * U, 4 * U, 3 * U, 2 * U)  # between the blocks of the outer column


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


def headed(setting: Setting, label: str, sect: Tag, width: float) -> list[tuple[float, Box]]:
    return [
        (0.0, Rule(width, 1.0, setting.theme.palette.primary)),
        (4 * U, setting.text(label, LABEL, width, Tag("H2", sect))),
    ]


def steps_box(setting: Setting, steps: Steps, sect: Tag, width: float, gap: float) -> Stack:
    children = headed(setting, steps.label, sect, width)
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
    children = headed(setting, marks.label, sect, width)
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
