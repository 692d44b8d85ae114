"""The blocks that help a reader find the way: how to use the guide, what the marks mean, the contents.

Comes in: nothing. Goes out: frozen nodes, as in `compose.blocks`. Refuses: coordinates, colours, markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.compose.blocks import Block
from guidebuild.compose.text import Members, Text


@dataclass(frozen=True, slots=True)
class Step:
    minutes: int
    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """How to use this guide, with minutes; `total` is the closing line."""

    label: str
    steps: tuple[Step, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A row of the key: role index or None for shared, its name, how it looks in words."""

    role: int | None
    name: str
    look: str


@dataclass(frozen=True, slots=True)
class Marks(Block):
    label: str
    marks: tuple[Mark, ...]
    note: str


@dataclass(frozen=True, slots=True)
class TocEntry:
    """`tab` is the number on the thumb tab, empty for reference sections; `members` picks the mark after the title."""

    target: str
    tab: str
    title: str
    blurb: str
    role: int | None = None
    members: Members = ()


@dataclass(frozen=True, slots=True)
class TocPart:
    label: str
    entries: tuple[TocEntry, ...]


@dataclass(frozen=True, slots=True)
class Toc(Block):
    parts: tuple[TocPart, ...]
