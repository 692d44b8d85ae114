"""Lines of plain text to blocks.

Comes in: text with line feeds. Goes out: blocks: paragraphs, items of lists by their bullets or numbers, rows of cells
between tabs, headings by a line drawn under them. Lines broken at a width are joined again. Lines
without a letter or a digit are ornament and give no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.page.debris import LONGEST, debris_of
from guidebuild.importers.kinds.article.page.emoji import opening_picture

_SIGNS = "•·▪◦●○‣⁃∙■□▫►▶▸▹➢➤➔→✓✔✅☑❖◆◇★☆✦✧➜➥⇒❯»›⦿◉*+>–—-"
BULLET = re.compile(rf"[{re.escape(_SIGNS)}](?:️)?(?:[ \t\u00a0]+|(?<=[•●▪■►➢✓✔✅])(?=\w))")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)](?:[ \t\u00a0]+)(?=\S)|\d{1,2}️?⃣[ \t]*")
_REPLIES = frozenset(">»›")
_LETTER_O = re.compile(r"o[ \t]{1,}(?=\S)")
_ORNAMENT = re.compile(r"[\W_]+")
_UNDERLINE = re.compile(r"(=|-|~|_)\1{2,}")
_NEW = re.compile(r"[A-Z][\w ]{2,24}:\s")
_ENDS = (".", "!", "?", ":", ";")
WIDEST_WRAP = 130
NARROWEST_WRAP = 45


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    kind: str
    line: int
    last: int
    lines: list[str] = field(default_factory=list)
    indent: int = 0
    depth: int = 0
    ordered: bool = False


def text_blocks(text: str, first: int = 1) -> list[Block]:
    """The blocks of a text whose first line is line `first` of its file."""
    return list(_Reader(text.split("\n"), first).blocks())


def _width(lines: list[str]) -> int:
    """Where lines were broken: nearly each that is carried on would have been longer with its next word; else 0."""
    widest = max((len(line.rstrip()) for line in lines if " " in line.strip()), default=0)
    if not NARROWEST_WRAP <= widest <= WIDEST_WRAP:
        return 0
    pairs = [
        (a.rstrip(), b.strip())
        for a, b in pairwise(lines)
        if a.strip() and b.strip() and not _begins(b.strip())
    ]
    full = [len(a) + 1 + len(b.split()[0]) > widest - 3 for a, b in pairs]
    return widest if len(full) > 2 and sum(full) >= 0.7 * len(full) else 0


def _begins(words: str) -> bool:
    return bool(BULLET.match(words) or NUMBER.match(words))


class _Reader:
    """Reads line by line; `width` is where the text seems to have been broken, or 0."""

    def __init__(self, lines: list[str], first: int) -> None:
        self.lines, self.first = lines, first
        self.width = _width(lines)
        self.open: _Open | None = None
        self.indents: list[int] = []
        self.pending = -1
        self.table = 0

    def blocks(self) -> Iterator[Block]:
        for number, raw in enumerate(self.lines, self.first):
            line = raw.expandtabs(4).rstrip()
            words = self._without_reply(line.strip(), number)
            if not words or _ORNAMENT.fullmatch(words):
                yield from self._ornament(words, number)
                continue
            if "\t" in raw.strip() and self._is_row(number):
                yield from self._close()
                yield self._row(raw, number)
                continue
            self.table += 0 if self.table % 2 == 0 else 1
            yield from self._line(line, words, number)
        yield from self._close()

    def _ornament(self, words: str, number: int) -> Iterator[Block]:
        """Blank lines end a block; a drawn line makes the one above it a heading; a lone bullet waits for its words."""
        above = self.open
        if words and _UNDERLINE.fullmatch(words) and above and above.kind == "text" and len(above.lines) == 1:
            above.kind = "heading"
        elif words and BULLET.match(words + " "):
            yield from self._close()
            self.pending = len(self.lines[number - self.first]) - len(
                self.lines[number - self.first].lstrip()
            )
            return
        yield from self._close()

    def _line(self, line: str, words: str, number: int) -> Iterator[Block]:
        indent = len(line) - len(line.lstrip())
        marker = self._marker(words, indent, number)
        if self.pending >= 0 and not marker:
            yield from self._close()
            self.open = self._item(self.pending, number, words, ordered=False)
            self.pending = -1
        elif marker:
            yield from self._close()
            self.open = self._item(indent, number, words[marker.end() :], ordered=marker.re is NUMBER)
        elif self.open and self._goes_on(words, indent):
            self.open.lines.append(words)
            self.open.last = number
        else:
            yield from self._close()
            self.open = _Open("text", number, number, [words], indent)

    def _without_reply(self, words: str, number: int) -> str:
        """ ">" before a line is a bullet where a line beside it has one too, else ornament: "> What is a nurse?"."""
        place = number - self.first
        near = (*self.lines[max(0, place - 1) : place], *self.lines[place + 1 : place + 2])
        lone = words[:1] in _REPLIES and not any(line.strip()[:1] == words[:1] for line in near)
        return words[1:].strip() or words if lone else words

    def _among_letters(self, number: int) -> bool:
        """Whether a line beside this one begins with a letter o, which is a bullet that was copied."""
        place = number - self.first
        near = (*self.lines[max(0, place - 1) : place], *self.lines[place + 1 : place + 2])
        return any(_LETTER_O.match(line) for line in near)

    def _marker(self, words: str, indent: int, number: int) -> re.Match[str] | None:
        found = BULLET.match(words) or NUMBER.match(words)
        if found is None and (indent or self._among_letters(number)):
            found = _LETTER_O.match(words)
        if found and found.re is NUMBER and found[0][0].isalpha() and not self._lettered(words):
            return None
        return found

    def _lettered(self, words: str) -> bool:
        """Whether "a)" begins an item and not "A. Smith": only with a bracket."""
        return words[1:2] == ")"

    def _item(self, indent: int, number: int, words: str, *, ordered: bool) -> _Open:
        while self.indents and indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or indent > self.indents[-1]:
            self.indents.append(indent)
        return _Open("item", number, number, [words.strip()], indent, len(self.indents) - 1, ordered)

    def _goes_on(self, words: str, indent: int) -> bool:
        """Whether a line carries on the one before: it was broken where its next word would not have fitted."""
        assert self.open is not None
        if opening_picture(words) or (len(words) <= LONGEST and debris_of(words)):
            return False
        before = self.open.lines[-1]
        if self.open.kind == "item" and indent > self.open.indent and not before.endswith(_ENDS):
            return True
        if words[0].islower() and before[-1].isalnum() and len(before) >= NARROWEST_WRAP:
            return True
        if not self.width or (before.endswith(".") and _NEW.match(words)):
            return False
        room = self.width - indent - 2
        return len(before) >= NARROWEST_WRAP and len(before) + 1 + len(words.split()[0]) > room

    def _close(self) -> Iterator[Block]:
        done, self.open = self.open, None
        if done is None:
            return
        if done.kind != "item":
            self.indents = []
        kind = "heading" if done.kind == "heading" else "item" if done.kind == "item" else "text"
        level = 2 if kind == "heading" else done.depth if kind == "item" else 0
        yield Block(0, kind, " ".join(done.lines), done.line, done.last, level, done.ordered)  # type: ignore[arg-type]

    # Tables pasted from a page: cells between tabs

    def _cells(self, number: int) -> int:
        place = number - self.first
        return self.lines[place].strip().count("\t") if 0 <= place < len(self.lines) else 0

    def _is_row(self, number: int) -> bool:
        here = self._cells(number)
        return here > 0 and here in (self._cells(number - 1), self._cells(number + 1))

    def _row(self, raw: str, number: int) -> Block:
        head = self.table % 2 == 0
        self.table += 1 if head else 0
        cells = tuple(cell.strip() for cell in raw.strip("\n").split("\t"))
        return Block(0, "row", "", number, number, cells=cells, table=self.table, head=head)
