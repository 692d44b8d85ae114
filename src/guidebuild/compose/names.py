"""Blocks of names in a row, as the sheets have them.

Comes in: nothing. Goes out: frozen nodes like those of `blocks`. Refuses: coordinates, colours, markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.compose.blocks import Block
from guidebuild.compose.text import Members


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in a row under a label, and how many more there are; `members` pick mark and colour."""

    label: str
    members: Members
    names: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class NameLists(Block):
    """Lists of names beside each other; `closing` is a sentence to go with them."""

    title: str
    lists: tuple[NameList, ...]
    closing: str = ""
