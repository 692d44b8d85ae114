"""Skills of an occupation: the ones that say most about it.

Comes in: what an occupation needs, and the skills of the release. Goes out: a dozen core and a few useful skills with
their places, and how many more there are. Refuses: nothing; a skill that the release does not name is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Fact
from guidebuild.importers.esco.found import Found, Level, Skill
from guidebuild.importers.wording import LINE, fitted
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key

CORE, USEFUL, TOGETHER = 12, 4, 12
"""At most so many core and useful skills; of useful ones more, up to so many together, where few are core."""
_REUSE = ("occupation-specific", "sector-specific", "cross-sector", "transversal")
_QUALIFIER = re.compile(r"\s*\([^()]*\)\Z")


@dataclass(frozen=True, slots=True)
class _Choice:
    """A skill that could be shown: its id or words, and what speaks for it."""

    skill: str
    level: Level
    known: bool
    knowledge: bool
    reuse: int
    at: str

    def fact(self) -> Fact:
        level = {} if self.level == "core" else {"level": self.level}
        return Fact({"skill": self.skill, **level}, at=self.at)


def chosen_skills(
    found: Found, skills: Mapping[str, Skill], names: SkillNames, notes: list[Diagnostic]
) -> tuple[tuple[Fact, ...], int]:
    """Facts of a role's `skills`, essential ones first, and how many others the occupation needs."""
    choices = _choices(found, skills, names)
    core = _ranked(choice for choice in choices if choice.level == "core")[:CORE]
    room = max(USEFUL, TOGETHER - len(core))
    useful = _ranked(choice for choice in choices if choice.level == "useful")[:room]
    notes += _gaps(found, skills)
    kept = (*core, *useful)
    return tuple(choice.fact() for choice in kept), len(choices) - len(kept)


def _choices(found: Found, skills: Mapping[str, Skill], names: SkillNames) -> list[_Choice]:
    """Each skill once, by what the project calls it; essential counts before optional."""
    choices: dict[str, _Choice] = {}
    for need in sorted(found.needs, key=lambda need: need.level):
        if skill := skills.get(need.skill):
            known = _known(skill.label, names)
            reuse = _REUSE.index(skill.reuse) if skill.reuse in _REUSE else len(_REUSE)
            words = known or fitted(_capital(skill.label), LINE)[0]
            choice = _Choice(words, need.level, known is not None, skill.knowledge, reuse, need.at)
            choices.setdefault(same_key(words), choice)
    return list(choices.values())


def _known(label: str, names: SkillNames) -> str | None:
    """A known skill of this name, also without what tells it from others: "Python (computer programming)"."""
    return names.find(label) or names.find(_QUALIFIER.sub("", label))


def _capital(label: str) -> str:
    """A capital to begin with, unless the first word has one of its own: "iOS"."""
    first = label.split(" ", 1)[0]
    return label[:1].upper() + label[1:] if first == first.lower() else label


def _ranked(choices: Iterable[_Choice]) -> list[_Choice]:
    """Known skills first, for other roles may share them; then the most specific, skills and knowledge in turn."""
    every = sorted(choices, key=lambda choice: choice.reuse)
    known = [choice for choice in every if choice.known]
    others = [choice for choice in every if not choice.known]
    turns = zip_longest(
        (choice for choice in others if not choice.knowledge),
        (choice for choice in others if choice.knowledge),
    )
    return [*known, *(choice for choice in chain.from_iterable(turns) if choice)]


def _gaps(found: Found, skills: Mapping[str, Skill]) -> Iterator[Diagnostic]:
    nameless = [need for need in found.needs if need.skill not in skills]
    if nameless:
        which = _number(nameless, "skill")
        message = (
            f"{which} of '{found.of.label}' cannot be named, for the list of skills lacks them: left out"
        )
        yield Diagnostic(
            "warning", "unknown-skill", message, found.row.span, (f"the first is at {nameless[0].at}",)
        )
    if found.strange:
        first = found.strange[0]
        message = f"{_number(found.strange, 'relation')} of '{found.of.label}' to skills cannot be understood: left out"
        yield Diagnostic("warning", "odd-rows", message, first.span, ("each is 'essential' or 'optional'",))


def _number(things: Sequence[object], noun: str) -> str:
    return f"1 {noun}" if len(things) == 1 else f"{len(things)} {noun}s"
