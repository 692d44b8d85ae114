"""The self-check: statements that a reader leans to, the roles' own or made of interests, tasks and skills.

Comes in: a guide and its comparison. Goes out: rows; for two roles a pair of statements, for more one
statement and the roles it speaks for. Refuses: a row that speaks for one side only, and a check of fewer than
three rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import get_args

from guidebuild.compose.aptitude import interests, says, starts
from guidebuild.compose.comparison import Comparison
from guidebuild.compose.document import CheckRow
from guidebuild.compose.inline import flat
from guidebuild.model.parts import SelfCheck
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Guide, Role
from guidebuild.words.aptitude import AptitudeWords

PAIRS = 7
STATEMENTS = 12
SHORT_TASK = 140  # characters of a task that can stand in a row of the check
_ASPECTS: tuple[str, ...] = get_args(SelfCheck.model_fields["aspect"].annotation)


def check_rows(guide: Guide, comparison: Comparison, words: AptitudeWords) -> tuple[CheckRow, ...]:
    """About seven pairs for two roles, nine to twelve statements balanced over more."""
    make = _pairs if len(guide.roles) == 2 else _statements
    rows = make(guide, comparison, words)
    return rows if len(rows) >= 3 else ()


def _pairs(guide: Guide, comparison: Comparison, words: AptitudeWords) -> tuple[CheckRow, ...]:
    left, right = (_said(role) for role in guide.roles)
    rows = [
        CheckRow(left[aspect], right[aspect]) for aspect in _ASPECTS if aspect in left and aspect in right
    ]
    if len(rows) < 3:
        first, second = guide.roles
        rows += [
            CheckRow(a, b)
            for a, b in zip(_liking(first, (second,), words), _liking(second, (first,), words), strict=False)
        ]
        if first.preparation and second.preparation and first.preparation.zone != second.preparation.zone:
            rows.append(CheckRow(*starts(words, (first.preparation.zone, second.preparation.zone))))
        rows += [CheckRow(a, b) for a, b in zip(_doing(first, words), _doing(second, words), strict=False)]
        only = zip(comparison.only(0), comparison.only(1), strict=False)
        rows += [CheckRow(words.would_be_good_at(a.label), words.would_be_good_at(b.label)) for a, b in only]
    return tuple(rows[:PAIRS])


def _liking(role: Role, others: Iterable[Role], words: AptitudeWords) -> list[str]:
    """What those would say whom this role's interests suit, without what suits all the others as well."""
    theirs = [{same_key(word) for word in interests(other)} for other in others]
    return [
        said
        for word in interests(role)
        if not all(same_key(word) in listed for listed in theirs) and (said := says(words, word))
    ]


def _said(role: Role) -> dict[str, str]:
    """A role's first statement on each aspect."""
    return {check.aspect: flat(check.says) for check in reversed(role.self_check)}


def _statements(guide: Guide, comparison: Comparison, words: AptitudeWords) -> tuple[CheckRow, ...]:
    """Each role speaks in turn, so that none has more than one statement more than another."""
    each = 2 if len(guide.roles) > 4 else 3
    if not any(
        role.self_check for role in guide.roles
    ):  # made of what is listed: as many as there is room for
        speaking = sum(bool(role.interests or role.responsibilities or role.skills) for role in guide.roles)
        each = max(each, STATEMENTS // max(1, speaking))
    voices: list[list[CheckRow]] = []
    for i, role in enumerate(guide.roles):
        said = [CheckRow(flat(check.says), members=(i,)) for check in role.self_check]
        likes = (
            [CheckRow(like, members=(i,)) for like in _liking(role, guide.roles, words)] if not said else []
        )
        deeds = [CheckRow(deed, members=(i,)) for deed in _doing(role, words)] if not said else []
        wishes = [CheckRow(words.would_be_good_at(skill.label), members=(i,)) for skill in comparison.only(i)]
        voices.append([*said, *_in_turn(likes, deeds), *wishes][:each])
    turns = [row for turn in zip_longest(*voices) for row in turn if row]
    return tuple(_joined(turns)[:STATEMENTS])


def _doing(role: Role, words: AptitudeWords) -> list[str]:
    """'Connect wires to circuit breakers: I would like to do this.' from duties that begin with what one does.

    Titles do so by design, and the tasks of the O*NET by its rules; of other texts nobody knows.
    """
    duties = [duty.title or (duty.detail if "soc" in role.codes else None) for duty in role.responsibilities]
    said = [flat(duty).rstrip(".") for duty in duties if duty]
    return [words.would_do(duty) for duty in said if len(duty) <= SHORT_TASK]


def _in_turn(first: list[CheckRow], second: list[CheckRow]) -> list[CheckRow]:
    """One of each, again and again, so that interests leave room for tasks."""
    return [row for pair in zip_longest(first, second) for row in pair if row]


def _joined(rows: list[CheckRow]) -> list[CheckRow]:
    """Roles that say the same share the row."""
    found: dict[str, CheckRow] = {}
    for row in rows:
        key = same_key(row.left)
        earlier = found.get(key)
        members = tuple(sorted({*(earlier.members if earlier else ()), *row.members}))
        found[key] = CheckRow(earlier.left if earlier else row.left, members=members)
    return list(found.values())
