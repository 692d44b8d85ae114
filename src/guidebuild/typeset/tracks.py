"""Column widths of tables.

Comes in: a `Table` and a width in points. Goes out: the width of the row heads and a `Track` per column. Widths follow
content: no column is narrower than its longest word, if there is room for all; what is left goes to where text wraps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guidebuild.compose.document import Table, words_of
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.styles import SMALL, SMALL_BOLD, Style
from guidebuild.typeset.text import line_width

GAP = 12.0
DOT_COLUMN = 62.0
LONG = 4  # lines as wide as the table that words of one cell would take


@dataclass(frozen=True)
class Track:
    """A column from `x`, `width` wide, in points."""

    x: float
    width: float
    align: Literal["left", "right"] = "left"


def roles_tracks(setting: Setting, table: Table, width: float) -> tuple[float, list[Track]]:
    """Row heads in the first two columns of the grid, the roles in equal parts of the rest (specification, 5)."""
    count = len(table.columns)
    label = setting.grid.w(2)
    each = (width - label - count * GUTTER) / count
    return label, [Track(label + GUTTER + i * (each + GUTTER), each) for i in range(count)]


def tracks(setting: Setting, table: Table, width: float) -> tuple[float, list[Track]]:
    """Widths by content for plain tables; dots get narrow columns of one width."""
    if table.style == "matrix":
        count = len(table.columns)
        words = [word for column in table.columns for word in column.label.split(" ")]
        longest = max(line_width(word, SMALL_BOLD, setting.theme.faces) for word in words)
        each = min(max(DOT_COLUMN, longest + 8), width * 0.7 / count)
        label = width - count * each
        return label - GAP, [Track(label + i * each, each - 6, "left") for i in range(count)]
    natural, least = _measures(setting, table)
    room = width - GAP * len(table.columns)
    widths = _share(natural, least, room)
    if all(column.members for column in table.columns):  # columns of one kind have one width
        label = min(max(natural[0], GAP), room * 0.25)
        widths = [label] + [(room - label) / len(table.columns)] * len(table.columns)
    x, out = widths[0] + GAP, []
    for column, w in zip(table.columns, widths[1:], strict=True):
        out.append(Track(x, w, column.align))
        x += w + GAP
    return widths[0], out


def _measures(setting: Setting, table: Table) -> tuple[list[float], list[float]]:
    """Natural (one line) and least (longest word) width of each column, the row heads first."""
    faces = setting.theme.faces

    def both(words: str, style: Style) -> tuple[float, float]:
        style = setting.sized(style)
        longest = max((line_width(w, style, faces) for w in words.split(" ")), default=0.0)
        return line_width(words, style, faces), longest

    rows = [row for group in table.groups for row in group.rows] + ([table.foot] if table.foot else [])
    cells: list[list[tuple[float, float]]] = [[both(table.corner, SMALL_BOLD)]]
    cells[0] += [both(row.label, SMALL_BOLD) for row in rows]
    for index, column in enumerate(table.columns):
        extra = setting.mark(column.members, 9.0).width + 5 if column.members else 0.0
        head = both(column.label, SMALL_BOLD)
        found = [(head[0] + extra, head[1] + extra)]
        for row in rows:
            at = 0
            for cell in row.cells:
                if at == index and cell.span == 1:
                    found.append(both(words_of(cell.text), SMALL_BOLD if cell.strong else SMALL))
                at += cell.span
        cells.append(found)
    return [max(n for n, _ in c) for c in cells], [max(m for _, m in c) for c in cells]


def _share(natural: list[float], least: list[float], room: float) -> list[float]:
    """Widths that add up to the room: natural ones if they fit, else something between least and natural."""
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        return [n + spare for n in natural]
    low = [min(m, room / len(least)) for m in least]
    most = [room * (0.45 if n < LONG * room else 0.75) for n in natural]
    want = [min(n, much) - m for n, much, m in zip(natural, most, low, strict=True)]
    total = sum(max(w, 0.0) for w in want)
    left = room - sum(low)
    return [
        m + (left * max(w, 0.0) / total if total else left / len(low)) for m, w in zip(low, want, strict=True)
    ]
