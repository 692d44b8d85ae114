"""Inline text: runs in a style, and references to pages.

Comes in: nothing. Goes out: the frozen parts that every text of a document consists of. Refuses: markup; what a
run holds is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal

from guidebuild.diagnostics import Span

Members = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an outside address, `place` where the author wrote it.

    Two runs that read the same are equal, wherever they were written.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    place: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PageRef:
    """The page of another node, filled in when pages are known; also a link to it.

    `form` "page" prints the first page ("8"); "pages" the range of a section ("4–5", or "8" when it is one page).
    `to_target` extends the range to the last page of a second node.
    """

    target: str
    form: Literal["page", "pages"] = "page"
    bold: bool = False
    to_target: str = ""


Inline = Run | PageRef
Text = tuple[Inline, ...]


def plain(words: str, place: Span | None = None, *, bold: bool = False) -> Text:
    """Text of one run, or none for an empty string; `place` is where its words stand in an author's file."""
    return (Run(words, bold=bold, place=place),) if words else ()


STRONG, USUAL = "\ue000", "\ue001"
"""What a message is given around the words that are set bold."""
_PAGES = 0xE100
_MARK = re.compile("([\ue000\ue001\ue100-\ue1ff])")


def here(number: int = 0) -> str:
    """What a message is given for the number of a page: the first, the second and so on of `referring`."""
    return chr(_PAGES + number)


def referring(words: str, *pages: PageRef) -> Text:
    """A sentence of the program with references to pages, and bold words, in their places."""
    found: list[Inline] = []
    bold = False
    for piece in _MARK.split(words):
        if piece in (STRONG, USUAL) and piece:
            bold = piece == STRONG
        elif _MARK.fullmatch(piece):
            found.append(replace(pages[ord(piece) - _PAGES], bold=bold))
        else:
            found += plain(piece, bold=bold)
    return tuple(found)


def placed(text: Text, place: Span | None) -> Text:
    """The text as it was written at a place."""
    return tuple(replace(run, place=place) if isinstance(run, Run) else run for run in text)


def place_of(text: Text) -> Span | None:
    """Where the first words of a text were written that an author wrote."""
    return next(places(text), None)


def places(node: Any) -> Iterator[Span]:
    """Where the parts of a node were written, in its order; what the program says by itself has no place."""
    if isinstance(node, tuple):
        for part in node:
            yield from places(part)
    elif isinstance(node, Span):
        yield node
    elif is_dataclass(node):
        yield from places(tuple(getattr(node, field.name) for field in fields(node)))


def words_of(text: Text) -> str:
    """The words of a text as a reader hears them; page references stay out as '{target}'."""
    return "".join(run.text if isinstance(run, Run) else "{" + run.target + "}" for run in text)
