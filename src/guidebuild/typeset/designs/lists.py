"""Lists in running text: duties, skills in columns, definitions, pairs, bullets.

Comes in: nodes of the document. Goes out: flow items, tagged as lists (L, LI, Lbl, LBody; ISO 14289-1, 7.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidebuild.compose.document import Definitions, Duties, Pairs, SkillColumn, SkillColumns, Text, words_of
from guidebuild.drawing import Colour
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Space, Stack
from guidebuild.typeset.flow import Item
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import CAPTION, H3, SMALL, SMALL_BOLD, Style, U, label_style, on_grid

BULLET, INDENT = 3.6, 9.0
LONG_LIST = 7  # items of a list that stands in two columns when those beside it are shorter


def bullet(colour: Colour, leading: float) -> Art:
    """A small square, centred on the first line; decoration, since LI says that it is an item."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.rect(x, y + (leading - BULLET) / 2 + 0.3, BULLET, BULLET, colour)

    return Art(BULLET, leading, draw)


def bullets(
    setting: Setting,
    items: Sequence[Text],
    parent: Tag,
    width: float,
    colour: Colour,
    *,
    style: Style = SMALL,
    gap: float = U,
) -> Stack:
    """A bulleted list."""
    tag = Tag("L", parent, attrs={"ListNumbering": "Square"})
    children: list[tuple[float, Box]] = []
    for item in items:
        body = Tag("LBody", Tag("LI", tag))
        text = setting.text(item, style, width - INDENT - 1, body)
        row = Beside([(0.0, bullet(colour, style.leading)), (INDENT + 1, text)], width)
        children.append((gap if children else 0.0, row))
    return Stack(children, width, loose=True)


def duties(setting: Setting, block: Duties, parent: Tag, width: float, density: float = 1.0) -> list[Item]:
    """Numbered, ruled duties; title in bold, detail below."""
    tag = Tag("L", parent, attrs={"ListNumbering": "Decimal"})
    colour = setting.role_text(block.role)
    x = setting.grid.x(1)
    items = [Item(setting.rule(width), before=2 * U, keep=True)]
    many = len(block.items) > 7
    pad = 5.0 if many else 8.0
    for number, (title, detail) in enumerate(block.items, start=1):
        li = Tag("LI", tag)
        lbl, body = Tag("Lbl", li), Tag("LBody", li)
        words: list[tuple[float, Box]] = []
        if title:
            words.append(
                (0.0, setting.text(title + " ", SMALL_BOLD.with_(size=10.5), width - x, Tag("P", body)))
            )
        if words_of(detail):
            words.append((0.0 if title else 1.0, setting.text(detail, SMALL, width - x, Tag("P", body))))
        figure = setting.text(f"{number} ", H3, x, lbl, colour=colour)
        row = Beside([(0.0, figure), (x, Stack(words))], width)
        items.append(Item(_ruled(setting, row, width, pad * density, density)))
    if block.more:
        items[-1] = replace(items[-1], keep=True)  # the note never stands alone at the top of a page
        more = setting.text(block.more, CAPTION, width, Tag("P", parent))
        items.append(Item(more, before=U))
    return items


def _ruled(setting: Setting, row: Box, width: float, pad: float, density: float) -> Stack:
    """A row with space around it and a rule below."""
    height = on_grid(row.height + 2 * pad, density)
    rule = setting.rule(width)
    return Stack([(pad, row), (height - row.height - pad, rule)], width)


def skill_columns(
    setting: Setting, block: SkillColumns, section: Tag, width: float, density: float = 1.0
) -> list[Item]:
    """Lists side by side, each under its mark; three and more columns stand in rows of two or three."""
    items: list[Item] = []
    for columns in _rows(block.columns):
        each = (width - (len(columns) - 1) * GUTTER) / len(columns)
        row = []
        parent = Tag("Div", section)
        for index, column in enumerate(column for column in columns if column):
            stack = skill_list(setting, column, parent, each, density)
            row.append((index * (each + GUTTER) - (0.0 if column.label else GUTTER), stack))
        items.append(Item(Beside(row, width), before=(5 if items else 3) * U * density))
    return items


def _rows(columns: tuple[SkillColumn, ...]) -> Iterator[tuple[SkillColumn | None, ...]]:
    """Rows of two or three columns; a list that is much longer than the others goes on in a column of its own."""
    lengths = [len(column.items) for column in columns]
    if len(columns) == 4 and max(lengths[0], lengths[-1]) >= LONG_LIST > max(lengths[1:3]):
        first = lengths[0] >= LONG_LIST
        alone = columns[:1] if first else columns[-1:]
        others = columns[1:] if first else columns[:-1]
        yield from (_half(*alone), others) if first else (others, _half(*alone))
        return
    halved = tuple(half for column in columns for half in _halved(column, columns))
    count = 3 if len(halved) == 3 else min(2, len(halved))
    for start in range(0, len(halved), count):
        row = halved[start : start + count]
        yield (*row, *(None,) * (count - len(row)))


def skill_list(setting: Setting, column: SkillColumn, parent: Tag, width: float, density: float) -> Stack:
    """Rule, mark and label, list. A column that goes on has neither, and its rule joins the one before it."""
    single = len(column.members) == 1
    colour = setting.role_text(column.members[0]) if single else setting.colour("shared")
    fill = setting.role_fill(column.members[0]) if single else setting.colour("shared")
    indent = 0.0 if column.label else GUTTER
    listing = bullets(setting, column.items, parent, width, fill, gap=U * density)
    head: Box = Space(12.0, width)
    if column.label:
        mark = setting.mark(column.members, 9.0) if column.members else Space(0.0)
        x = mark.width + 6 if column.members else 0.0
        style = label_style(as_written=column.as_written)
        words = setting.text(column.label, style, width - x, Tag("H3", parent), colour=colour)
        head = Beside([(0.0, Stack([(1.5, mark)])), (x, words)], width)
    rule = setting.rule(width + indent)
    return Stack([(0.0, rule), (4 * U - 2, head), (2 * U - 2, Beside([(indent, listing)], width))], width)


def _halved(column: SkillColumn, columns: tuple[SkillColumn, ...]) -> tuple[SkillColumn, ...]:
    """A list alone, or much longer than its one neighbour, goes on in a second column, which has no label."""
    others = [other for other in columns if other is not column]
    beside = len(others[0].items) if others else 0
    if len(others) > 1 or len(column.items) < LONG_LIST or len(column.items) < 3 * beside:
        return (column,)
    return _half(column)


def _half(column: SkillColumn) -> tuple[SkillColumn, SkillColumn]:
    """The two halves of a list; the second has no label, and its rule joins that of the first."""
    half = (len(column.items) + 1) // 2
    return (
        replace(column, items=column.items[:half]),
        replace(column, items=column.items[half:], label=""),
    )


def definitions(
    setting: Setting, block: Definitions, parent: Tag, width: float, density: float = 1.0
) -> list[Item]:
    """Ruled rows of a bold term and its text."""
    tag = Tag("L", parent, attrs=TERMS)
    label = setting.grid.w(2)
    items = [Item(setting.rule(width), before=3 * U, keep=True)]
    for term, text in block.items:
        li = Tag("LI", tag)
        name = setting.text(term + " ", SMALL_BOLD, label - 6, Tag("Lbl", li))
        words = setting.text(text, SMALL, width - label - GUTTER, Tag("LBody", li))
        items.append(
            Item(
                _ruled(
                    setting,
                    Beside([(0.0, name), (label + GUTTER, words)], width),
                    width,
                    7.0 * density,
                    density,
                )
            )
        )
    return items


def pairs(setting: Setting, block: Pairs, parent: Tag, width: float, density: float = 1.0) -> list[Item]:
    """Title and text in two columns of ruled cells."""
    told = any(words_of(text) for _, text in block.items)
    tag = Tag("L", parent, attrs=TERMS if told else {"ListNumbering": "None"})
    each = (width - GUTTER) / 2
    items: list[Item] = []
    for start in range(0, len(block.items), 2):
        row: list[tuple[float, Box]] = []
        for index, (title, text) in enumerate(block.items[start : start + 2]):
            li = Tag("LI", tag)
            name = Tag("Lbl" if words_of(text) else "LBody", li)  # a label needs a body (14289-1, 7.6)
            cell: list[tuple[float, Box]] = [(0.0, setting.rule(each))]
            cell.append((3 * U * density, setting.text(title + " ", SMALL_BOLD.with_(size=10.5), each, name)))
            if words_of(text):
                cell.append((0.0, setting.text(text, SMALL, each, Tag("LBody", li))))
            row.append((index * (each + GUTTER), Stack(cell, each)))
        items.append(Item(Beside(row, width), before=(3 if start == 0 else 4) * U * density))
    return items
