"""Tables that set roles side by side, and tables about one role.

Comes in: the rows of one table, the names of the roles, and what the section is about and whose it is. Goes out:
passages: each cell with its role and the topic that its row or column is about; where cells are ticks and crosses, what
they stand beside. Refuses: tables that are about no role; their rows stay unplaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidebuild.importers.kinds.article.fields.duties import begins_a_duty
from guidebuild.importers.kinds.article.page.block import Block, Ledger
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.sections.passage import Passage
from guidebuild.importers.kinds.article.sections.questions import is_bare
from guidebuild.importers.kinds.article.words.products import is_product
from guidebuild.importers.kinds.article.words.ticks import Marked, are_marks, marked
from guidebuild.importers.kinds.article.words.topics import Topic, alone, topic_of

_EMPTY = re.compile(r"[\s–—\-/.]*(?:n/?a)?[\s–—\-/.]*", re.IGNORECASE)
_LISTS: frozenset[Topic] = frozenset(
    {
        "skills",
        "useful skills",
        "skills and tools",
        "tools",
        "responsibilities",
        "certificates",
        "industries",
        "education",
    }
)
_VAGUE: frozenset[Topic] = frozenset({"compare", "intro", "definition", "other", "conclusion", "faq"})
_FIELDS: frozenset[Topic] = _LISTS | {"pay", "outlook", "good", "bad", "fit", "setting", "definition"}
_NUMBER = re.compile(r"[\d.,–+-]+(?:\s?(?:years?|months?|weeks?|hours?))?")
_TITLES = 2  # rows of one cell that may stand over the head of a table


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a table stands: the topic of its section, the roles that it is about, and all names."""

    names: Names
    topic: Topic
    roles: tuple[int, ...]
    ledger: Ledger


def table_passages(rows: Sequence[Block], here: Setting) -> Iterator[Passage]:
    """What the cells say; the topic of the section counts for rows that name none."""
    rows = _without_title(rows, here)
    head, *rest = rows
    columns = {i: role for i, cell in enumerate(head.cells) if (role := _role(cell, here.names)) is not None}
    if columns:
        here.ledger.place(head, "heading")
        yield from _by_columns(rest, head, columns, here)
    elif any(row.cells and _role(row.cells[0], here.names) is not None for row in rest):
        here.ledger.place(head, "heading")
        for row in rest:
            yield from _by_rows(row, head, here)
    elif here.roles:
        yield from _of_one_role(rows, here)


def _without_title(rows: Sequence[Block], here: Setting) -> Sequence[Block]:
    """Without lines of one cell over the head: "Nurse vs Doctor" across the whole table."""
    count = 0
    while (
        count < min(_TITLES, len(rows) - 1) and len([cell for cell in rows[count].cells if cell.strip()]) == 1
    ):
        if len(rows[count].cells) == len(rows[count + 1].cells) > 1:
            break
        count += 1
    for row in rows[:count]:
        here.ledger.drop(row, "the title of a table")
    return rows[count:]


def _role(cell: str, names: Names) -> int | None:
    exact = names.exactly(cell)
    if exact is not None:
        return exact
    named = names.named(cell)
    return named[0] if len(named) == 1 and len(cell.split()) <= 8 else None


# Roles head the columns


def _by_columns(
    rows: Sequence[Block], head: Block, columns: dict[int, int], here: Setting
) -> Iterator[Passage]:
    others = [i for i in range(max(len(row.cells) for row in (head, *rows))) if i not in columns]
    first = head.cells[others[0]] if others and others[0] < len(head.cells) else ""
    if (about := topic_of(first) if first.strip() else None) in _LISTS and about and here.topic not in _LISTS:
        here = replace(here, topic=about)
    for row in rows:
        cells = {i: cell for i, cell in enumerate(row.cells) if not _EMPTY.fullmatch(cell)}
        label = cells.pop(others[0], "").strip(" :") if others else ""
        if not any(i in columns for i in cells) and (part := alone(here.names.without(label))):
            here = replace(here, topic=part)  # a line across the table: "Technical skills"
            here.ledger.place(row, "heading")
            continue
        ours = {columns[i]: cell for i, cell in cells.items() if i in columns}
        if are_marks(list(ours.values()), among_skills=here.topic in _LISTS):
            yield from _of_marks({role: marked(cell) for role, cell in ours.items()}, label, row, here)
        else:
            yield from _of_cells(ours, label, row, columns, here)
        for i, cell in cells.items():
            if i not in columns:
                over = head.cells[i].strip(" :") if i < len(head.cells) else ""
                words = ": ".join(word for word in (label, over, cell.strip()) if word)
                yield Passage("compare", (), words, row, "cell", label)
        here.ledger.place(row, "table")


def _of_cells(
    cells: dict[int, str], label: str, row: Block, columns: dict[int, int], here: Setting
) -> Iterator[Passage]:
    own = topic_of(here.names.without(label)) if label else None
    shared = len(row.cells) == 2 and len(columns) > 1 and 1 in columns and 0 not in columns
    for role, cell in cells.items():
        roles = tuple(sorted(columns.values())) if shared else (role,)
        if label.endswith("?") and is_bare(cell, "other"):
            cell = f"{label.rstrip('? ')}: {cell.strip()}"  # "Degree needed? No"
        elif _NUMBER.fullmatch(cell.strip()) and label and (own or here.topic) not in ("pay", "outlook"):
            cell = f"{label}: {cell.strip()}"  # "Years of study: 6"
        yield _passage(own, here.topic, roles, cell, row, label)


def _of_marks(marks: dict[int, Marked], label: str, row: Block, here: Setting) -> Iterator[Passage]:
    """A tick says that the role has what the row names."""
    topic = _listed_by(label, here)
    for role, mark in marks.items():
        if topic is None:
            own = alone(here.names.without(label)) if label else None
            words = f"{label.rstrip('?: ')}: {mark.words}"
            yield _passage(own, "other", (role,), words, row, "")
        elif mark.has:
            yield _listed(topic, (role,), label, mark, row)


def _listed_by(label: str, here: Setting) -> Topic | None:
    """What a row of ticks lists, if its section says so, or its own words do."""
    if here.topic in _LISTS:
        return None if label.endswith("?") else here.topic
    if label.endswith("?") or alone(here.names.without(label)):
        return None
    if is_product(label):
        return "tools"
    return "responsibilities" if begins_a_duty(label) else None


def _listed(topic: Topic, roles: tuple[int, ...], label: str, mark: Marked, row: Block) -> Passage:
    if mark.useful and topic in ("skills", "skills and tools"):
        topic = "useful skills"
    note = mark.note or ("optional" if mark.useful and topic != "useful skills" else "")
    return Passage(topic, roles, f"{label} – {note}" if note else label, row, "item")


# Roles head the rows


def _by_rows(row: Block, head: Block, here: Setting) -> Iterator[Passage]:
    role = _role(row.cells[0], here.names) if row.cells else None
    if role is None:
        return
    cells = {i: cell for i, cell in enumerate(row.cells[1:], 1) if not _EMPTY.fullmatch(cell)}
    ticks = are_marks(list(cells.values()), among_skills=here.topic in _LISTS)
    for i, cell in cells.items():
        label = head.cells[i].strip(" :") if i < len(head.cells) else ""
        if ticks and label:
            yield from _of_marks({role: marked(cell)}, label, row, here)
        else:
            topic = here.topic if here.topic in _FIELDS else "definition"
            yield _passage(topic_of(label) if label else None, topic, (role,), cell, row, label)
    here.ledger.place(row, "table")


def _passage(
    own: Topic | None, topic: Topic, roles: tuple[int, ...], cell: str, row: Block, label: str
) -> Passage:
    if own is None and topic in _VAGUE:
        own = "other"
    return Passage(own or topic, roles, cell.strip(), row, "cell", label)


# Tables about one role: "Category | Tools"


def _of_one_role(rows: Sequence[Block], here: Setting) -> Iterator[Passage]:
    """Rows that name topics ("Salary | $60,000"), or that list what the section or a column is about."""
    named = [alone(here.names.without(row.cells[0])) if row.cells else None for row in rows]
    if 2 * sum(topic in _FIELDS for topic in named) >= len(rows) and here.topic not in _LISTS:
        for row, own in zip(rows, named, strict=True):
            cell = "; ".join(cell for cell in row.cells[1:] if not _EMPTY.fullmatch(cell))
            if cell:
                label = row.cells[0].strip(" :")
                yield _passage(own, "other", here.roles, cell, row, label)
                here.ledger.place(row, "table")
        return
    head, *rest = rows
    over = [topic_of(cell) if cell.strip() else None for cell in head.cells]
    topic = here.topic if here.topic in _FIELDS - _VAGUE else next((t for t in over if t in _FIELDS), None)
    if topic is None or not rest:
        return
    here.ledger.place(head, "heading")
    for row in rest:
        if row.cells and (passage := _of_row(row, head, topic, names_it=over[0] == topic, here=here)):
            yield passage
            here.ledger.place(row, "table")


def _of_row(row: Block, head: Block, topic: Topic, *, names_it: bool, here: Setting) -> Passage | None:
    """A row of a list; `names_it` if its first cell is the thing itself, and no kind of things ("Type")."""
    first, *more = [cell.strip(" :") for cell in row.cells]
    said = [(head.cells[i] if i < len(head.cells) else "", cell) for i, cell in enumerate(more, 1)]
    kept = [
        cell if len(more) == 1 or not over.strip() else f"{over.strip(' :')} {cell}"
        for over, cell in said
        if cell
    ]
    rest = "; ".join(kept)
    if not first or not rest:
        return Passage(topic, here.roles, first or rest, row, "item") if first or rest else None
    if names_it or topic not in ("tools", "skills", "useful skills", "skills and tools", "certificates"):
        between = " – " if topic == "tools" else ": "
        return Passage(topic, here.roles, f"{first}{between}{rest}", row, "item")
    return Passage(topic, here.roles, rest, row, "item", first if topic == "tools" else "")
