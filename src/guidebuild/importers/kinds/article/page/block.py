"""`Block`: a piece of an article that stands by itself, and `Ledger`: what has become of each.

Comes in: nothing. Goes out: both. Refuses: to let a block end in two ways: what was placed once stays placed, and what
was dropped stays dropped unless it is placed later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.meaning.wording import cut

Kind = Literal["heading", "text", "item", "row"]
SHOWN = 60
"""Characters of a block that a message shows."""


@dataclass(frozen=True, slots=True)
class Block:
    """`line` to `last` are the lines of the file it stands on, counted from 1.

    `level` of a heading runs from 1 to 6, 7 is a line in bold; of an item it is its depth from 0. `strong` is what the
    block opens with in bold. `cells` are those of a row of table number `table`; `head` marks the row of its headings.
    `links` are (words, address); `crossed` items had a cross for their bullet.
    `debris` says what the reader takes the block for, if it belongs to the web site.
    """

    number: int
    kind: Kind
    text: str
    line: int
    last: int
    level: int = 0
    ordered: bool = False
    strong: str = ""
    cells: tuple[str, ...] = ()
    table: int = 0
    head: bool = False
    links: tuple[tuple[str, str], ...] = ()
    debris: str = ""
    crossed: bool = False

    @property
    def opening(self) -> str:
        """The first words, for messages."""
        words = self.text or " | ".join(self.cells)
        return cut(words, SHOWN)


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader makes of a file: its blocks in order, and what its head says about it (HTML only).

    `said` may hold "title", "url", "publisher", "date" and "description". `notes` tell of what could not be read.
    """

    blocks: tuple[Block, ...]
    said: dict[str, str] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Ledger:
    """For each block by number where it went: "placed", "dropped" (with the reason) or neither yet."""

    file: str
    placed: dict[int, str] = field(default_factory=dict)
    dropped: dict[int, str] = field(default_factory=dict)
    together: dict[int, int] = field(default_factory=dict)  # what is reported with others, and with whom
    left: set[int] = field(default_factory=set)  # what nobody else is to look at, though it has no place
    partly: list[Diagnostic] = field(default_factory=list)

    def place(self, block: Block, where: str) -> None:
        self.placed.setdefault(block.number, where)
        self.dropped.pop(block.number, None)

    def drop(self, block: Block, reason: str) -> None:
        if block.number not in self.placed:
            self.dropped.setdefault(block.number, reason)

    def leave(self, block: Block) -> None:
        """No place is to be looked for: it would be a wrong one."""
        self.left.add(block.number)

    def done(self, block: Block) -> bool:
        """Whether there is nothing left to do with a block."""
        return block.number in self.placed or block.number in self.dropped or block.number in self.left

    def lost(self, block: Block) -> bool:
        return block.number not in self.placed and block.number not in self.dropped

    def tell(self, line: int, code: str, message: str, hint: str = "", *, mild: bool = False) -> None:
        """A warning (or a mild note) about part of a block."""
        severity: Literal["note", "warning"] = "note" if mild else "warning"
        hints = (hint,) if hint else ()
        self.partly.append(Diagnostic(severity, code, message, Span(self.file, line, 1), hints))

    def notes(self, blocks: Sequence[Block]) -> tuple[Diagnostic, ...]:
        """What is to be told: debris by runs of neighbouring lines, and each block that found no place."""
        groups: dict[int, list[Block]] = {}
        for block in blocks:
            if self.lost(block):
                groups.setdefault(self.together.get(block.number, block.number), []).append(block)
        lost = [self._lost_note(group) for group in groups.values()]
        runs: dict[tuple[str, ...], list[list[Block]]] = {}
        for run in self._runs(blocks):
            # The same words in many places ("Featured job") are told of once.
            key = (self._reason(run[0]), *(block.opening for block in run))
            runs.setdefault(key, []).append(run)
        return (*self.partly, *(self._dropped_note(same) for same in runs.values()), *lost)

    def _runs(self, blocks: Sequence[Block]) -> Iterator[list[Block]]:
        run: list[Block] = []
        for block in blocks:
            dropped = block.number in self.dropped
            if run and not (dropped and self._reason(run[-1]) == self._reason(block)):
                yield run
                run = []
            if dropped:
                run.append(block)
        if run:
            yield run

    def _reason(self, block: Block) -> str:
        return self.dropped.get(block.number, "")

    def _dropped_note(self, runs: Sequence[Sequence[Block]]) -> Diagnostic:
        run = runs[0]
        message = f"left out {_named(runs)} ({self._reason(run[0])}): {_shown(run)}"
        return Diagnostic("note", "dropped", message, Span(self.file, run[0].line, 1))

    def _lost_note(self, group: Sequence[Block]) -> Diagnostic:
        if len(group) == 1:
            message = f"this was not placed anywhere: '{group[0].opening}'"
        else:
            runs: list[list[Block]] = []
            for block in group:
                if runs and runs[-1][-1].number == block.number - 1:
                    runs[-1].append(block)
                else:
                    runs.append([block])
            message = f"{_named(runs)} {_were(runs)} not placed anywhere: {_shown(group)}"
        hint = "write it where it belongs, if the guide needs it"
        return Diagnostic("warning", "not-placed", message, Span(self.file, group[0].line, 1), (hint,))


def _named(runs: Sequence[Sequence[Block]]) -> str:
    """ "line 7", "lines 3 to 5 and 9"."""
    places = [_lines(run) for run in runs]
    where = places[0] if len(places) == 1 else f"{', '.join(places[:-1])} and {places[-1]}"
    return f"{'line' if where.isdigit() else 'lines'} {where}"


def _were(runs: Sequence[Sequence[Block]]) -> str:
    return "was" if len(runs) == 1 and _lines(runs[0]).isdigit() else "were"


def _shown(blocks: Sequence[Block]) -> str:
    """How the first three of them begin, and how many more there are."""
    more = f" and {len(blocks) - 3} more" if len(blocks) > 3 else ""
    return "; ".join(f"'{block.opening}'" for block in blocks[:3]) + more


def _lines(run: Sequence[Block]) -> str:
    """ "7" or "3 to 5"."""
    first, last = run[0].line, max(block.last for block in run)
    return str(first) if first == last else f"{first} to {last}"


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, numbered in their order; those without words are left out."""
    kept = [
        b for b in blocks if any(char.isalnum() for char in b.text) or any(cell.strip() for cell in b.cells)
    ]
    return tuple(replace(block, number=number) for number, block in enumerate(kept))
