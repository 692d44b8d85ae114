"""The self-check and the tips: what is filled in and ticked off.

Comes in: `SelfCheckTable`, `TipItem`. Goes out: flow items. Circles and boxes are large.
"""

from __future__ import annotations

from guidebuild.compose.document import CheckRow, SelfCheckTable, TipItem
from guidebuild.typeset.boxes import Art, Beside, Box, Picture, Rule, Stack
from guidebuild.typeset.designs.ticks import done_box, lean_circles, step_box, tick_circle
from guidebuild.typeset.flow import Item
from guidebuild.typeset.linear.page import INDENT
from guidebuild.typeset.linear.tables import Silent
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, FIGURE, H3, SMALL_BOLD, U

CIRCLES = 130.0


def check_items(setting: Setting, block: SelfCheckTable, sect: Tag) -> list[Item]:
    """The roles once, then the statements, each with what is to be filled in."""
    width = setting.grid.live_width
    roles = block.roles or tuple(range(len(block.titles)))
    items: list[Item] = []
    for index, (title, role) in enumerate(zip(block.titles, roles, strict=True)):
        head = _named(setting, title, role, Tag("H2", sect), width)
        items.append(Item(head, before=U if index else 4 * U, keep=True))
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    pair = any(row.right for row in block.rows)
    for index, row in enumerate(block.rows):
        body = Tag("LBody", Tag("LI", listing))
        rule = setting.rule(width) if index else Rule(width, 1.0, setting.colour("ink"))
        words = _pair(setting, row, body, width) if pair else _single(setting, block, row, roles, body, width)
        box = Stack([(0.0, rule), (2 * U, words), (2 * U, Stack([]))], width)
        items.append(Item(box, before=0.0 if index else 2 * U))
    items.append(Item(Rule(width, 1.0, setting.colour("ink"))))
    return items


def _named(setting: Setting, title: str, role: int, tag: Tag, width: float) -> Beside:
    mark = setting.mark((role,), 9.0)
    words = setting.text(title + " ", SMALL_BOLD, width - mark.width - 6, tag, colour=setting.role_text(role))
    return Beside(
        [(0.0, Stack([((words.style.leading - mark.height) / 2, mark)])), (mark.width + 6, words)], width
    )


def _pair(setting: Setting, row: CheckRow, body: Tag, width: float) -> Stack:
    """The statement of one role, five circles, and under them that of the other."""
    circles = _larger(lean_circles(setting, CIRCLES / 1.6), 1.6)
    between = Picture(circles, Tag("Span", body), actual=setting.word("lean") + " ")
    first, second = (_marked(setting, index) for index in (0, 1))
    middle = Beside(
        [
            (0.0, first),
            (first.width + 10, between),
            (first.width + 20 + CIRCLES, second),
        ],
        width,
    )
    return Stack(
        [
            (0.0, setting.text(row.left + " ", BODY, width, Tag("P", body))),
            (U, middle),
            (U, setting.text(row.right, BODY, width, Tag("P", body), align="left")),
        ],
        width,
    )


def _marked(setting: Setting, role: int) -> Stack:
    """A role's mark beside the circles that are nearer to it; decoration."""
    return Stack([(5.0, setting.mark((role,), 9.0))])


def _single(
    setting: Setting, block: SelfCheckTable, row: CheckRow, roles: tuple[int, ...], body: Tag, width: float
) -> Stack:
    """The statement, and under it a circle to tick for each role that it speaks for."""
    children: list[tuple[float, Box]] = [(0.0, setting.text(row.left + " ", BODY, width, Tag("P", body)))]
    for member in row.members:
        title = block.titles[roles.index(member)]
        circle = _larger(tick_circle(setting.theme.palette.roles[member]), 1.3)
        box = Picture(circle, Tag("Span", body), actual=f"{setting.word('tick')} {title} ")
        words = setting.text(title, BODY, width - 26, Tag("Span", None), colour=setting.role_text(member))
        children.append((U, Beside([(0.0, Stack([(0.8, box)])), (26.0, Silent(words))], width)))
    return Stack(children, width)


def _larger(art: Art, by: float) -> Art:
    """A drawing of circles, larger."""

    def draw(pen: Pen, x: float, y: float) -> None:
        with pen.enlarged(x, y, by):
            art.paint(pen, x, y)

    return Art(art.width * by, art.height * by, draw)


def tip_items(setting: Setting, tip: TipItem, listing: Tag, *, first: bool) -> list[Item]:
    """Number in the margin, imperative with its mark, why, and the box with the first step."""
    width, gap = setting.grid.live_width, (2 if setting.form.pairs else 3) * U
    room = width - INDENT
    li = Tag("LI", listing)
    lbl, body = Tag("Lbl", li), Tag("LBody", li)
    colour = setting.theme.palette.primary_text
    number = setting.text(f"{tip.number} ", FIGURE, INDENT, lbl, colour=colour)
    mark = setting.mark(tip.members, 12.0) if tip.members else None
    title = setting.text(tip.title + " ", H3, room - (mark.width + 8 if mark else 0.0), Tag("P", body))
    drop = (number.style.leading - title.style.leading) / 2
    head: list[tuple[float, Box]] = [(0.0, number), (INDENT, Stack([(drop, title)]))]
    if mark:
        spoken = setting.spoken_mark(tip.members, 12.0, body)
        head.append((width - mark.width, Stack([((number.style.leading - 12.0) / 2, spoken)])))
    words: list[tuple[float, Box]] = [(0.0, setting.text(tip.why, BODY, room, Tag("P", body)))]
    step = step_box(setting, tip, body, room, 0.0) if tip.step else done_box(setting, tip, body)
    words.append((2 * U, step))
    rows: list[tuple[float, Box]] = [
        (0.0, Rule(width, 1.0, setting.colour("ink")) if first else setting.rule(width)),
        (gap, Beside(head, width)),
        (0.0, Beside([(INDENT, Stack(words, room))], width)),
        (gap + U, Stack([])),
    ]
    return [Item(Stack(rows, width), before=4 * U if first else 0.0, node=tip.id)]
