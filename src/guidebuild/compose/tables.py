"""Tables: real ones, with heads of rows and columns, groups, merged cells and dots.

Comes in: nothing. Goes out: frozen nodes like those of `blocks`. Refuses: coordinates, colours, markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guidebuild.compose.blocks import Block
from guidebuild.compose.text import Members, Text


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `span` counts columns; a merged cell carries the `members` that share it and prints `badge`.

    In a matrix `level` says how much the role needs the skill; "" where it lists none.
    """

    text: Text
    span: int = 1
    members: Members = ()
    badge: str = ""
    strong: bool = False
    none: bool = False
    level: Literal["core", "useful", ""] = ""
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`label` is the row head."""

    label: str
    cells: tuple[Cell, ...]
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    rows: tuple[Row, ...]
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column head. `members` picks colour and mark: one role, or several for shared, or none for plain."""

    label: str
    members: Members = ()
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A real table. `corner` heads the row heads; `roles` is the number of roles in the guide (for marks).

    `style` "roles" has filled heads in the role colours, "plain" ruled ones, "matrix" sets dots for members.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    roles: int
    corner: str = ""
    caption: str = ""
    foot: Row | None = None
    style: Literal["roles", "plain", "matrix"] = "plain"
