"""Markdown to blocks.

Comes in: Markdown text. Goes out: a `Page`; what stands between lines of dashes at its very top counts as its head.
Indented text is no code but text, and HTML inside goes the way of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidebuild.importers.kinds.article.page.block import Block, Page, numbered
from guidebuild.importers.kinds.article.page.emoji import opening_picture
from guidebuild.importers.kinds.article.page.lines import BULLET, NUMBER, text_blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

_KEYS = {"title": "title", "date": "date", "published": "date",
         "url": "url", "canonical_url": "url", "publisher": "publisher",
         "site": "publisher", "description": "description"}  # fmt: skip
_LABELLED = re.compile(r"[A-Z][^:.!?]{1,40}:\s")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """Inline Markdown as plain words; `strong` is what they open with in bold."""

    text: str
    strong: str
    links: tuple[tuple[str, str], ...]


def markdown_page(text: str) -> Page:
    """The blocks of a Markdown text."""
    said, head, begin = _front_matter(text)
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
    parser.disable("code")
    env: dict[str, dict[str, dict[str, list[int]]]] = {}
    # The head stays as blank lines, so that numbers of lines hold.
    lines = text.split("\n")
    tokens = parser.parse("\n".join([""] * begin + lines[begin:]), env)
    found = [*head, *_Walk(tokens).blocks()]
    for reference in env.get("references", {}).values():
        line = reference.get("map", [0])[0]
        found.append(
            Block(0, "text", lines[line].strip(), line + 1, line + 1, debris="the address of a link")
        )
    return Page(numbered(sorted(found, key=lambda block: block.line)), said)


def _front_matter(text: str) -> tuple[dict[str, str], list[Block], int]:
    """What the head says, its lines as blocks, and the number of lines it takes."""
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:40]):
        return {}, [], 0
    end = next(i for i, line in enumerate(lines[1:40], 1) if line.strip() == "---")
    said: dict[str, str] = {}
    for line in lines[1:end]:
        key, colon, value = line.partition(":")
        name = _KEYS.get(key.strip().casefold())
        if colon and name and value.strip(" \"'"):
            said.setdefault(name, value.strip(" \"'"))
    blocks = [
        Block(0, "text", line.strip(), number, number, debris="the head of the file")
        for number, line in enumerate(lines[1:end], 2)
    ]
    return said, blocks, end + 1


class _Walk:
    """The tokens of a text in order; what matters of their nesting is how deep in lists they are."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lists: list[bool] = []
        self.fresh = False
        self.table = 0

    def blocks(self) -> Iterator[Block]:
        held: Block | None = None
        for block in self._all():
            if held and block.level < 0:
                held = _continued(held, block)
                continue
            if held:
                yield held
            held = replace(block, level=0) if block.level < 0 else block
        if held:
            yield held

    def _all(self) -> Iterator[Block]:
        place = 0
        while place < len(self.tokens):
            token = self.tokens[place]
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self.lists.append(token.type.startswith("ordered"))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                case "list_item_open":
                    self.fresh = True
                case "heading_open":
                    yield self._heading(self.tokens[place + 1], int(token.tag[1:]))
                case "paragraph_open":
                    yield from self._paragraph(self.tokens[place + 1])
                case "fence" | "code_block":
                    yield from text_blocks(token.content, _line(token) + 1)
                case "html_block":
                    yield from _html(token)
                case "table_open":
                    self.table += 1
                case "tr_open":
                    yield self._row(place)
            place += 1

    def _heading(self, inline: Token, level: int) -> Block:
        found = plain_inline(inline)
        return Block(
            0,
            "heading",
            found.text.replace("\n", " "),
            _line(inline),
            _last(inline),
            level,
            links=found.links,
        )

    def _paragraph(self, inline: Token) -> Iterator[Block]:
        if not self.lists and (parts := _run_in_lines(inline)):
            for number, part in enumerate(parts):
                at = _line(inline) + number
                yield Block(0, "text", part.text, at, at, strong=part.strong, links=part.links)
            return
        found = plain_inline(inline)
        line, last = _line(inline), _last(inline)
        lines = found.text.split("\n")
        if any(BULLET.match(ln) or NUMBER.match(ln) or opening_picture(ln) for ln in lines[1:]) or (
            not self.lists and BULLET.match(lines[0])
        ):
            yield from text_blocks(found.text, line)
            return
        text = " ".join(words.strip() for words in lines if words.strip())
        if self.lists:
            level = len(self.lists) - 1 if self.fresh else -1
            self.fresh = False
            yield Block(0, "item", text, line, last, level, self.lists[-1], found.strong, links=found.links)
        else:
            yield Block(0, "text", text, line, last, strong=found.strong, links=found.links)

    def _row(self, place: int) -> Block:
        cells: list[str] = []
        head = False
        line = _line(self.tokens[place])
        for number in range(place + 1, len(self.tokens)):  # a slice would copy the rest for each row
            token = self.tokens[number]
            if token.type == "tr_close":
                break
            head = head or token.type == "th_open"
            if token.type == "inline":
                cells.append(plain_inline(token).text.replace("\n", "; "))
        return Block(0, "row", "", line, line, cells=tuple(cells), table=self.table, head=head)


def _continued(item: Block, more: Block) -> Block:
    """An item with a further paragraph of the same item."""
    between = " " if item.text.endswith((".", ":", "!", "?")) else ": "
    strong = item.strong or ("" if between == " " else item.text)
    return replace(
        item,
        text=f"{item.text}{between}{more.text}",
        last=more.last,
        strong=strong,
        links=item.links + more.links,
    )


def _html(token: Token) -> Iterator[Block]:
    from guidebuild.importers.kinds.article.page.html import html_page

    first = _line(token)
    for block in html_page(token.content).blocks:
        yield replace(block, line=block.line + first - 1, last=block.last + first - 1)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _last(token: Token) -> int:
    return token.map[1] if token.map else 1


def _run_in_lines(inline: Token) -> list[Words]:
    """The lines of a paragraph, if each opens with a heading of its own: in bold, or before a colon; else nothing."""
    lines: list[list[Token]] = [[]]
    for token in inline.children or []:
        if token.type in ("softbreak", "hardbreak"):
            lines.append([])
        else:
            lines[-1].append(token)
    if len(lines) < 2:
        return []
    found = [_plain(line) for line in lines]
    return found if all(words.strong or _LABELLED.match(words.text) for words in found) else []


def plain_inline(inline: Token) -> Words:
    """The words of inline Markdown; breaks of lines stay. Pictures are left out."""
    return _plain(inline.children or [])


def _plain(tokens: Sequence[Token]) -> Words:
    text, strong, links = "", "", []
    opened, began, href = -1, -1, ""
    for token in tokens:
        match token.type:
            case "strong_open":
                opened = len(text) if not text.strip() else -1
            case "strong_close":
                strong = text[opened:].strip() if opened >= 0 and not strong else strong
                opened = -1
            case "link_open":
                began, href = len(text), str(token.attrGet("href") or "")
            case "link_close":
                links.append((text[began:].strip(), href))
            case "softbreak" | "hardbreak":
                text += "\n"
            case "html_inline":
                text += "\n" if _BREAK.fullmatch(token.content) else ""
            case "text" | "code_inline":
                text += token.content
    return Words(text.strip(), strong, tuple(links))
