"""Inline text: runs in a style, and references to pages.

Comes in: nothing. Goes out: the frozen parts that every text of a document consists of. Refuses: markup; what a
run holds is printed as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Members = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an outside address."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


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


def plain(words: str, *, bold: bool = False) -> Text:
    """Text of one run, or none for an empty string."""
    return (Run(words, bold=bold),) if words else ()


def words_of(text: Text) -> str:
    """The words of a text as a reader hears them; page references stay out as '{target}'."""
    return "".join(run.text if isinstance(run, Run) else "{" + run.target + "}" for run in text)
