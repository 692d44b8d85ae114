"""Tables that set roles side by side.

Comes in: the rows of one table, and the names of the roles. Goes out: passages: each cell with its role and the topic
that its row is about. Refuses: tables in which no role heads a column or a row; their rows stay unplaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guidebuild.importers.article.block import Block, Ledger
from guidebuild.importers.article.names import Names
from guidebuild.importers.article.passage import Passage
from guidebuild.importers.article.topics import Topic, topic_of

_EMPTY = re.compile(r"[\s–—\-/.]*(?:n/?a)?[\s–—\-/.]*", re.IGNORECASE)


def table_passages(rows: Sequence[Block], names: Names, topic: Topic, ledger: Ledger) -> Iterator[Passage]:
    """What the cells say; `topic` is that of the section, for tables whose rows name none."""
    head, *rest = rows
    columns = {i: role for i, cell in enumerate(head.cells) if (role := _role(cell, names)) is not None}
    if columns:
        ledger.place(head, "heading")
        for row in rest:
            yield from _by_columns(row, columns, names, topic, ledger)
        return
    if any(row.cells and _role(row.cells[0], names) is not None for row in rest):
        ledger.place(head, "heading")
        for row in rest:
            yield from _by_rows(row, head, names, ledger)


def _role(cell: str, names: Names) -> int | None:
    exact = names.exactly(cell)
    if exact is not None:
        return exact
    named = names.named(cell)
    return named[0] if len(named) == 1 and len(cell.split()) <= 8 else None


def _by_columns(
    row: Block, columns: dict[int, int], names: Names, topic: Topic, ledger: Ledger
) -> Iterator[Passage]:
    labels = [cell for i, cell in enumerate(row.cells) if i not in columns]
    label = labels[0].strip(" :") if labels else ""
    own = topic_of(names.without(label)) if label else None
    shared = len(row.cells) == 2 and len(columns) > 1 and 1 in columns
    for i, cell in enumerate(row.cells):
        if i in columns and not _EMPTY.fullmatch(cell):
            roles = tuple(sorted(columns.values())) if shared else (columns[i],)
            yield _passage(own, topic, roles, cell, row, label)
    ledger.place(row, "table")


def _by_rows(row: Block, head: Block, names: Names, ledger: Ledger) -> Iterator[Passage]:
    role = _role(row.cells[0], names) if row.cells else None
    if role is None:
        return
    for i, cell in enumerate(row.cells[1:], 1):
        label = head.cells[i].strip(" :") if i < len(head.cells) else ""
        if not _EMPTY.fullmatch(cell):
            yield _passage(topic_of(label) if label else None, "definition", (role,), cell, row, label)
    ledger.place(row, "table")


def _passage(
    own: Topic | None, topic: Topic, roles: tuple[int, ...], cell: str, row: Block, label: str
) -> Passage:
    if own is None and topic in ("compare", "intro", "definition", "other", "conclusion", "faq"):
        own = "other"
    return Passage(own or topic, roles, cell.strip(), row, "cell", label)
