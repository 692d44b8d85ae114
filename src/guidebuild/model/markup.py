"""Markup that an author writes and the program does not know: lists, headings, tables and HTML within a paragraph.

Comes in: texts with their places. Goes out: a warning at the line of each kind of such markup, once for each text.
The characters are printed as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, Span

_TAGS = "a|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul"
# What begins a block by CommonMark, section 4 and 5; a lone line may begin like one and be none ("1. FC Union").
_BLOCKS = (
    ("a rule", re.compile(r" {0,3}(?:-[ \t]*){3,}$| {0,3}(?:\*[ \t]*){3,}$| {0,3}(?:_[ \t]*){3,}$")),
    ("a list", re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S")),
    ("a heading", re.compile(r" {0,3}#{1,6}[ \t]+\S| {0,3}={2,}[ \t]*$")),
    ("a quotation", re.compile(r" {0,3}>[ \t]*\S")),
    ("a table", re.compile(r" {0,3}\|.*\|[ \t]*$")),
    ("a block of code", re.compile(r" {0,3}(?:```|~~~)")),
)
_ANYWHERE = (
    ("a picture", re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")),
    (
        "HTML",
        re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>|&(?:nbsp|amp|lt|gt|quot|shy|#\d+);", re.IGNORECASE),
    ),
)
_HINT = (
    "known are *emphasis*, **strong**, `code`, [links](https://example.org), and empty lines make paragraphs"
)
_SHOWN = 40


def unknown_markup(texts: Iterable[tuple[Span, str]]) -> Iterator[Diagnostic]:
    """A warning for each kind of markup in a text that is printed as it stands."""
    for span, text in texts:
        for kind, line in _found(text):
            shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
            message = f"'{shown}' is printed as it stands: {kind} is no markup here"
            yield Diagnostic("warning", "block-markup", message, _place(span, line), (_HINT,))


def _found(text: str) -> Iterator[tuple[str, str]]:
    """Each kind of markup with the first line that has it; a line is a block of one kind."""
    lines = text.split("\n")
    first: dict[str, str] = {}
    for line in lines if len(lines) > 1 else ():
        if kind := next((kind for kind, pattern in _BLOCKS if pattern.match(line)), ""):
            first.setdefault(kind, line.strip())
    for kind, pattern in _ANYWHERE if "<" in text or "&" in text or "![" in text else ():
        if line := next((line for line in lines if pattern.search(line)), ""):
            first.setdefault(kind, line.strip())
    yield from first.items()


def _place(span: Span, line: str) -> Span:
    """The line of the file that the words stand on; a text of several lines begins at its own."""
    try:
        rows = sources.read_text(Path(span.file)).splitlines()
    except (OSError, ValueError):
        return span
    numbered = tuple(enumerate(rows[max(span.line - 1, 0) :], max(span.line, 1)))
    whole = ((n, row) for n, row in numbered if row.strip() == line)
    part = ((n, row) for n, row in numbered if line[:_SHOWN] in row)
    number, row = next(whole, None) or next(part, (0, ""))
    return Span(span.file, number, row.index(line[:_SHOWN]) + 1, span.path) if number else span
