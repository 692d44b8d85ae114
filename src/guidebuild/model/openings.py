"""Which of many adverts a guide prints, and in what order.

Comes in: the adverts that suit a guide, its roles and its date. Goes out: at most ten of them: those with a title of
the guide's roles before others, open ones before closed ones, and of these each employer once before any twice, the
newest first. Refuses: to guess; a title counts where it stands in the advert's own, word by word, one or many.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.model.entry import Entry
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Job, Role

MOST = 10
_SINGULAR_ENDS = ("ss", "us", "is", "ics")


@dataclass(frozen=True, slots=True)
class Openings:
    """The adverts to print; of how many that suit the guide, and how many of all these have a title of its roles."""

    printed: list[Entry[Job]]
    suiting: int
    titled: int

    def remarks(self, span: Span | None) -> list[Diagnostic]:
        """What is to be said where not all that suit are printed."""
        if len(self.printed) == self.suiting:
            return []
        message = f"{len(self.printed)} of {self.suiting:,} openings that suit this guide are printed"
        hint = (
            "first come those with a title of its roles, then open ones, then the newest, each employer once before "
            "any twice; to choose others, name their ids under 'jobs' in the guide"
        )
        return [Diagnostic("note", "openings-chosen", message, span, (hint,))]


def choose(adverts: Sequence[Entry[Job]], roles: Sequence[Role], on: dt.date) -> Openings:
    """Those to print of all that suit."""
    names = titles_of(roles)
    carry = {id(entry): carries(entry.node, names) for entry in adverts}

    def rank(entry: Entry[Job]) -> tuple[bool, bool]:
        return (not carry[id(entry)], is_closed(entry.node, on))

    newest = sorted(adverts, key=lambda entry: (*rank(entry), -_day(entry.node)))
    before: Counter[str] = Counter()
    turns: dict[int, int] = {}
    for entry in newest:
        employer = same_key(entry.node.employer)
        turns[id(entry)] = before[employer]
        before[employer] += 1
    ordered = sorted(newest, key=lambda entry: (*rank(entry), turns[id(entry)]))
    return Openings(ordered[:MOST], len(adverts), sum(carry.values()))


def named(adverts: Sequence[Entry[Job]], roles: Sequence[Role]) -> Openings:
    """Those that an author has named, all of them and in that order."""
    names = titles_of(roles)
    return Openings(list(adverts), len(adverts), sum(carries(entry.node, names) for entry in adverts))


def _day(job: Job) -> int:
    return job.posted.toordinal() if job.posted else 0


def is_closed(job: Job, on: dt.date) -> bool:
    """Whether nobody could apply any more on a day."""
    return job.closes is not None and job.closes < on


def titles_of(roles: Iterable[Role]) -> tuple[str, ...]:
    """All titles of the roles, aliases too, as `carries` looks for them."""
    names = (in_singular(name) for role in roles for name in (role.title, *role.aliases))
    return tuple(dict.fromkeys(f" {name} " for name in names if name))


def carries(job: Job, names: Iterable[str]) -> bool:
    """Whether one of the names stands in the title of an advert."""
    title = f" {in_singular(job.title)} "
    return any(name in title for name in names)


def in_singular(title: str) -> str:
    """The title in small letters for looking it up, each of its words without a plural s: 'data scientist'."""
    words = (word.strip("*.") for word in same_key(title).split())
    return " ".join(_one(word) for word in words if word)


def _one(word: str) -> str:
    """'nurses' becomes 'nurse', 'secretaries' becomes 'secretary'."""
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_ENDS) else word
