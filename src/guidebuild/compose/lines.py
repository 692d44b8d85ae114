"""Rows of the comparison tables: lines, the parts of them that several roles share, and lists told once.

Comes in: words by role. Goes out: `Block`s of `Line`s whose `Part`s say which roles they speak for. Refuses: to
merge what is not said in the same words, or by neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guidebuild.compose.casing import Casing, raised
from guidebuild.compose.document import Members
from guidebuild.model.sameness import same_key
from guidebuild.words.numbers import and_more, cut, number_of

ITEMS_IN_CELL = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A cell: neighbouring roles that say the same. No text means that they list nothing here."""

    members: Members
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its label; the parts run over all roles of the table, each once. `rest` holds what is left over."""

    label: str
    parts: tuple[Part, ...]
    rest: bool = False

    @property
    def shared(self) -> bool:
        """Whether every role of the table says the same."""
        return len(self.parts) == 1 and len(self.parts[0].members) > 1


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one label. `key` names the field that they come from."""

    key: str
    label: str
    lines: tuple[Line, ...]


def line_of(
    label: str, texts: dict[int, str], *, rest: bool = False, whole: dict[int, list[str]] | None = None
) -> Line:
    """A row; neighbours with the same words become one part, but not where the `whole` of a cut list differs."""
    parts: list[Part] = []
    held = {role: set(map(same_key, words)) for role, words in (whole or {}).items()}
    for role, text in texts.items():
        before = parts[-1].members[-1] if parts else role
        same = text and parts and same_key(parts[-1].text) == same_key(text)
        if same and held.get(before) == held.get(role):
            parts[-1] = Part((*parts[-1].members, role), parts[-1].text)
        else:
            parts.append(Part((role,), text))
    return Line(label, tuple(parts), rest)


def spread(label: str, members: Members, text: str, roles: Iterable[int]) -> Line:
    """A row that neighbours share while the others list nothing in it."""
    parts: list[Part] = []
    for role in roles:
        if role not in members:
            parts.append(Part((role,), ""))
        elif role == members[0]:
            parts.append(Part(members, text))
    return Line(label, tuple(parts))


def added(line: Line, i: int, words: str, between: str) -> Line:
    """The row with more words in one role's own cell."""
    parts = (
        Part(part.members, between.join(text for text in (part.text, words) if text))
        if part.members == (i,)
        else part
        for part in line.parts
    )
    return replace(line, parts=tuple(parts))


# Lists of names


def take_common(lists: dict[int, list[str]]) -> tuple[list[str], dict[int, list[str]]]:
    """What every list holds, and the lists without it."""
    if len(lists) < 2:
        return [], lists
    keys = set.intersection(*({same_key(word) for word in words} for words in lists.values()))
    first = next(iter(lists.values()))
    common = {key: word for word in reversed(first) if (key := same_key(word)) in keys}
    return list(common.values())[::-1], {
        i: [word for word in words if same_key(word) not in keys] for i, words in lists.items()
    }


def listing(words: Sequence[str]) -> str:
    kept, more = cut(words, ITEMS_IN_CELL)
    return ", ".join(kept) + (f" and {number_of(more)} more" if more else "")


def set_lines(
    shared: str, rest: str, lists: dict[int, list[str]], casing: Casing, last: str = "and"
) -> list[Line]:
    """A shared row and a row for the rest of each; when nothing is shared, one row under the first label."""
    common, left = take_common(lists)
    told = {i: in_cell(words, lists[i], casing, last) for i, words in left.items()}
    if not common:
        return [line_of(shared, told, whole=lists)]
    said = in_cell(common, next(iter(lists.values())), casing, last)
    return [spread(shared, tuple(lists), said, lists), line_of(rest, told, rest=True, whole=left)]


def in_cell(words: Sequence[str], source: Sequence[str], casing: Casing, last: str = "and") -> str:
    """Some words of a source's list, as a cell has them."""
    return raised(and_more(casing.listed(words), ITEMS_IN_CELL, last), source)
