"""Duties beside each other: what several roles do, aspect by aspect or by importance, and how much is left out.

Comes in: the roles of one table. Goes out: `Line`s. Refuses: to align what the author has not aligned, to fill a cell
with a wall of words, and to leave something out without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from guidebuild.compose.casing import Casing
from guidebuild.compose.inline import flat
from guidebuild.compose.lines import Line, Part, line_of, spread, take_common
from guidebuild.model.parts import Responsibility
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.numbers import capital, cut, joined, number_of

DUTIES_IN_TABLE = 6
LONG_DUTIES = 4  # of long duties in a narrow column
LONG = 70  # characters of a duty that takes several lines
MORE, ALSO = "More", "Also"
CELL = {2: 240, 3: 150}  # characters of duties that share a cell, for so many roles side by side

ASPECTS = {
    "together": "Together",
    "build": "Build",
    "improve": "Improve",
    "data": "Data",
    "research": "Research",
    "quality": "Quality",
    "operate": "Operate",
    "explain": "Explain",
    "plan": "Plan",
}


def _words(duty: Responsibility) -> str:
    return flat(duty.detail or duty.title or "").rstrip(".")


def _in_one(said: Sequence[str]) -> str:
    """Several duties in one cell: what begins with a capital is a sentence, what begins small goes on with the last."""
    return "".join(f"{_before(words) if place else ''}{words}" for place, words in enumerate(said))


def _before(words: str) -> str:
    return "; " if words[:1].islower() else ". "


def duties(roles: dict[int, Role], every: Iterable[Role], casing: Casing) -> list[Line]:
    """By aspect where every role's duties have one, at least half of them; else by their place in the list.

    `every` role of the guide has a say in how aspects are called, whichever stand in this table.
    """
    filled = [role.responsibilities for role in roles.values() if role.responsibilities]
    if filled and all(2 * sum(bool(duty.aspect) for duty in duties) >= len(duties) for duties in filled):
        return _by_aspect(roles, aspects(every), casing)
    return _by_place(roles)


def _fitting(said: list[str], columns: int) -> int:
    """How many duties share a cell without filling it with a wall of words; at least one."""
    limit = CELL.get(columns, CELL[3])
    return next((n for n in range(len(said), 1, -1) if len(_in_one(said[:n])) <= limit), 1)


def more_of(listed: int, role: Role, key: Literal["responsibilities", "skills", "tools"]) -> str:
    """'23 more in the source', or 'and four more' of what the role lists itself; nothing when all is told."""
    left = role.left_out.get(key, 0)
    if left:
        return f"{number_of(listed + left)} more in the source"
    return f"and {number_of(listed)} more" if listed else ""


def aspects(roles: Iterable[Role]) -> dict[str, str]:
    """The label of every aspect: the known ones in their order, then the authors' own as they name them.

    Where all words for them are written small, their first letters are raised.
    """
    words = [flat(duty.aspect) for role in roles for duty in role.responsibilities if duty.aspect]
    small = all(word[:1].islower() for word in words)
    labels = dict(ASPECTS)
    for word in words:
        labels.setdefault(same_key(word), capital(word) if small else word)
    return labels


def _by_aspect(roles: dict[int, Role], labels: dict[str, str], casing: Casing) -> list[Line]:
    lines: list[Line] = []
    rest: dict[int, list[str]] = {i: [] for i in roles}
    for aspect, label in labels.items():
        texts = {
            i: [_words(duty) for duty in role.responsibilities if same_key(duty.aspect or "") == aspect]
            for i, role in roles.items()
        }
        people = beside(tuple(roles.values()), casing) if aspect == "together" and all(texts.values()) else []
        if people:
            lines.append(spread(label, tuple(roles), _side_by_side(people), roles))
        elif sum(bool(said) for said in texts.values()) > 1:
            kept = {i: said[: _fitting(said, len(roles))] for i, said in texts.items()}
            lines.append(line_of(label, {i: _in_one(said) for i, said in kept.items()}))
            for i, said in texts.items():
                rest[i] += said[len(kept[i]) :]
        else:
            for i, said in texts.items():
                rest[i] += said
    for i, role in roles.items():
        rest[i] += [_words(duty) for duty in role.responsibilities if not duty.aspect]
    told = {i: cut(said, 3)[0] for i, said in rest.items()}
    told = {i: said[: _fitting(said, len(roles))] for i, said in told.items()}
    over = {i: len(rest[i]) - len(said) for i, said in told.items()}
    also = {i: _in_one(said) for i, said in told.items()}
    if any(also.values()):
        lines.append(line_of(_label_of_rest(roles, rest, labels, lines), also, rest=True))
    return [*sorted(lines, key=lambda line: not line.shared), more_line(roles, over, "responsibilities")]


def more_line(
    roles: dict[int, Role], over: dict[int, int], key: Literal["responsibilities", "skills", "tools"]
) -> Line:
    """How many of each role are not told in the rows above."""
    return Line(MORE, tuple(Part((i,), more_of(over[i], role, key)) for i, role in roles.items()), rest=True)


def _label_of_rest(
    roles: dict[int, Role], rest: dict[int, list[str]], labels: dict[str, str], lines: list[Line]
) -> str:
    """The label of the row of what has no counterpart: the aspect, where all of it has one without a row; or 'Also'."""
    aspects = {
        same_key(duty.aspect or "")
        for i, role in roles.items()
        for duty in role.responsibilities
        if _words(duty) in rest[i]
    }
    label = labels.get(aspects.pop(), ALSO) if len(aspects) == 1 else ALSO
    return ALSO if any(line.label == label for line in lines) else label


def _side_by_side(people: list[str]) -> str:
    """A sentence where it begins small, 'with data scientists'; a list where it has a capital."""
    words = joined(people)
    return f"Work side by side with {words}" if words[:1].islower() else f"Colleagues: {words}"


def beside(roles: Sequence[Role], casing: Casing) -> list[str]:
    """The people whom all these roles work beside; what for stands in their profiles."""
    people = {i: people_of(role) for i, role in enumerate(roles)}
    return [casing.within(who) for who in take_common(people)[0]]


def people_of(role: Role) -> list[str]:
    """'Data scientists', 'engineers'."""
    return re.split(r", | and ", flat(role.works_with.who)) if role.works_with else []


def _by_place(roles: dict[int, Role]) -> list[Line]:
    """Plain lists: equal duties first, then the most important ones by their place in the list."""
    lists = {i: [_words(duty) for duty in role.responsibilities] for i, role in roles.items()}
    shared, left = take_common(lists)
    labels = [f"Shared {n}" for n, _ in enumerate(shared, 1)] if len(shared) > 1 else ["Shared"]
    lines = [spread(label, tuple(roles), text, roles) for label, text in zip(labels, shared, strict=False)]
    most = LONG_DUTIES if len(roles) > 2 and _are_long(left) else DUTIES_IN_TABLE
    kept = {i: cut(words, most) for i, words in left.items()}
    for place in range(max((len(words) for words, _ in kept.values()), default=0)):
        texts = {i: words[place] if place < len(words) else "" for i, (words, _) in kept.items()}
        lines.append(line_of(str(place + 1), texts))
    return [*lines, more_line(roles, {i: count for i, (_, count) in kept.items()}, "responsibilities")]


def _are_long(lists: dict[int, list[str]]) -> bool:
    """Whether duties are sentences rather than a few words each."""
    said = [words for listed in lists.values() for words in listed]
    return bool(said) and sum(map(len, said)) / len(said) > LONG
