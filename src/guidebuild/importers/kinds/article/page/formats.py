"""Bytes of an article to its blocks, whatever it was saved as.

Comes in: bytes, the name of the file and the format, if it was told. Goes out: a `Page` and notes. Refuses: what is
no text, and files without a word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.kinds.article.page.block import Page, numbered
from guidebuild.importers.kinds.article.page.emoji import without_pictures
from guidebuild.importers.kinds.article.page.lines import text_blocks
from guidebuild.importers.reading.decoding import decoded

Format = Literal["auto", "text", "markdown", "html"]
LIMIT = 5_000_000
"""Bytes of an article: a page may hold more code than words."""
LONGEST = 400_000
"""Characters of its words: a book of two hundred pages."""

_HTML_HEAD = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE
)
_HTML_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|section|table|article)\b[^<>]{0,300}>", re.IGNORECASE)
_MD_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_MD_MARK = re.compile(
    r"^\|?[ \t:|-]*-{3,}[ \t:|-]*\|[ \t:|-]*$|\*\*[^*\n]{2,80}\*\*|\[[^\]\n]{1,80}\]\(https?://", re.MULTILINE
)


def read_page(data: bytes, name: str, form: Format = "auto") -> Page:
    """The blocks of an article. Raises `GuideError` for what is no text or has no words."""
    if not data.strip():
        raise _empty(name)
    got = decoded(data, name)
    kind = form if form != "auto" else told_by(got.text, name)
    page = _page(got.text, kind)
    if not page.blocks:
        raise _empty(name)
    length = sum(len(block.text) + sum(map(len, block.cells)) for block in page.blocks)
    if length > LONGEST:
        raise _too_long(name, length)
    notes = tuple(replace(note, span=Span(name)) for note in page.notes)
    blocks = numbered(without_pictures(page.blocks))
    return replace(page, blocks=blocks, notes=(*got.notes, *notes))


def _page(text: str, kind: str) -> Page:
    if kind == "html":
        from guidebuild.importers.kinds.article.page.html import html_page

        return html_page(text)
    if kind == "markdown":
        from guidebuild.importers.kinds.article.page.markdown import markdown_page

        return markdown_page(text)
    return Page(numbered(text_blocks(text)))


def told_by(text: str, name: str) -> Format:
    """The format that a text is in, by what it holds and then by the end of its name."""
    if _HTML_HEAD.match(text) or len(_HTML_TAG.findall(text[:200_000])) >= 3:
        return "html"
    if name.casefold().endswith((".md", ".markdown", ".mdown")):
        return "markdown"
    if len(_MD_HEADING.findall(text)) >= 2 or len(_MD_MARK.findall(text)) >= 3:
        return "markdown"
    return "text"


def _too_long(name: str, length: int) -> GuideError:
    message = f"this file has {length:,} characters of text, and an article at most {LONGEST:,}"
    hint = "save the article alone, without the rest of the site or book"
    return GuideError([Diagnostic("error", "article-too-long", message, Span(name), (hint,))])


def _empty(name: str) -> GuideError:
    return GuideError(
        [
            Diagnostic(
                "error", "empty-article", "there is no article in this file: it has no words", Span(name)
            )
        ]
    )
