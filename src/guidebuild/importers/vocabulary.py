"""Skills that nearly go by the same name, for somebody to look at.

Comes in: the library of a project, and roles. Goes out: `Near`: a skill of a role that its vocabulary does not know,
and a canonical skill of that vocabulary or another role's free text that may be the same; and as diagnostics, each with
the command that makes the two one. Refuses: to merge anything by itself, and to offer skills of other fields of work.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Entry
from guidebuild.importers.likeness import Likeness
from guidebuild.model.library import Library
from guidebuild.model.matching import SHORTEST, SkillNames, one_slip
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role, Skill
from guidebuild.model.selection import fields_around
from guidebuild.model.yaml_tree import place

NEAR = 0.7
"""The score from which on two names are worth a look; see `importers.likeness`."""
SLIP = 0.95
MOST = 3
_DIGITS = re.compile(r"\d+")
_UNQUOTED = frozenset('"$`\\!')


@dataclass(frozen=True, slots=True)
class Near:
    """Words of a role, where they stand, and what may be the same.

    `other` is how that is called in print, `same` the id of a canonical skill or, if `role` names another role, the
    words of that role.
    """

    words: str
    span: Span
    other: str
    same: str
    score: float
    role: str = ""

    @property
    def command(self) -> str:
        """What to type if the two are the same."""
        pair = f"{self.words}={self.same}"
        quoted = shlex.quote(pair) if _UNQUOTED & set(pair) else f'"{pair}"'
        return f"guidebuild skills --same {quoted}"

    def diagnostic(self) -> Diagnostic:
        whose = f"'{self.other}' of the role '{self.role}'" if self.role else f"the skill '{self.other}'"
        message = f"'{self.words}' is nearly {whose}"
        return Diagnostic("note", "near-skill", message, self.span, (f"if it is the same: {self.command}",))


@dataclass(frozen=True, slots=True)
class FreeText:
    """A skill of a role that its vocabulary does not know."""

    words: str
    role: str
    span: Span

    @property
    def key(self) -> str:
        return same_key(self.words)


def near_matches(library: Library, entries: Sequence[Entry]) -> tuple[Diagnostic, ...]:
    """Notes on the near matches of imported roles, which the library holds already."""
    found = near_skills(library, [entry.id for entry in entries if entry.kind == "roles"])
    return tuple(near.diagnostic() for near in found)


def near_skills(library: Library, roles: Iterable[str]) -> tuple[Near, ...]:
    """The near matches of the roles' skills: with canonical skills, and with free text of the project's other roles.

    At most three for a skill, the likeliest first; two names are put side by side once.
    """
    wanted = tuple(dict.fromkeys(roles))
    asked = tuple(free_text(library, wanted))
    if not asked:
        return ()
    every = (*asked, *free_text(library, [id_ for id_ in own_roles(library) if id_ not in wanted]))
    search = _Search(library, every)
    return tuple(near for skill in _once(asked) for near in search.near(skill))


def own_roles(library: Library) -> tuple[str, ...]:
    """The roles of the project."""
    return tuple(id_ for id_ in library.roles.ids() if library.roles.origin(id_) == "project")


def names_for(library: Library, role: Role) -> SkillNames:
    """The names of skills that count for the words of a role."""
    return library.names(fields_around(library, role))


def free_text(library: Library, roles: Iterable[str]) -> Iterator[FreeText]:
    """The skills of roles that their vocabulary does not know, role by role."""
    for id_ in roles:
        if entry := library.roles.get(id_):
            names = names_for(library, entry.node)
            for index, use in enumerate(entry.node.skills):
                if names.find(use.skill) is None and same_key(use.skill):
                    yield FreeText(use.skill, id_, place(entry.tree, ("skills", index)))


def _once(skills: Iterable[FreeText]) -> list[FreeText]:
    """The first of each name."""
    first: dict[str, FreeText] = {}
    for skill in skills:
        first.setdefault(skill.key, skill)
    return list(first.values())


@dataclass(slots=True)
class _Search:
    """Names of canonical skills and of free text, ready to be compared."""

    library: Library
    every: tuple[FreeText, ...]
    heard: dict[str, tuple[Skill, ...]] = field(init=False)
    likeness: Likeness = field(init=False)
    told: set[frozenset[str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.heard = {role: self._heard(role) for role in dict.fromkeys(free.role for free in self.every)}
        known = {skill.id: _names(skill) for skills in self.heard.values() for skill in skills}
        self.likeness = Likeness({**known, **{f"={free.key}": (free.words,) for free in self.every}})

    def _heard(self, role: str) -> tuple[Skill, ...]:
        """The canonical skills that count for a role."""
        entry = self.library.roles.get(role)
        ids = names_for(self.library, entry.node).ids if entry else ()
        return tuple(skill.node for skill in self.library.skills if skill.node.id in ids)

    def near(self, skill: FreeText) -> list[Near]:
        """The likeliest. Free text that is no nearer than a known skill would only say the same again."""
        known = sorted(self._canonical(skill), key=lambda near: -near.score)
        others = self._others(skill, max((near.score for near in known), default=0.0))
        return sorted((*others, *known), key=lambda near: -near.score)[:MOST]

    def _canonical(self, skill: FreeText) -> Iterator[Near]:
        for known in self.heard[skill.role]:
            score = max(self.score(skill.words, name) for name in _names(known))
            if score >= NEAR:
                yield Near(skill.words, skill.span, known.label, known.id, score)

    def _others(self, skill: FreeText, known: float) -> Iterator[Near]:
        """The free text of other roles; what the same role lists as well was meant as something else."""
        same_role = {free.key for free in self.every if free.role == skill.role}
        for other in _once(self.every):
            pair = frozenset((skill.key, other.key))
            if other.key in same_role or pair in self.told:
                continue
            score = self.score(skill.words, other.words)
            if score >= NEAR and score > known:
                self.told.add(pair)
                yield Near(skill.words, skill.span, other.words, other.words, score, other.role)

    def score(self, one: str, other: str) -> float:
        """Rounded: the last digits of a logarithm are not the same on every machine."""
        slip = SLIP if _is_slip(same_key(one), same_key(other)) else 0.0
        return max(slip, round(self.likeness.score(one, other), 4))


def _names(skill: Skill) -> tuple[str, ...]:
    return skill.label, *skill.aliases


def _is_slip(one: str, other: str) -> bool:
    """Whether one is the other with a slip of the pen; a number too many or another one is none ("Python 2")."""
    long = min(len(one), len(other)) >= SHORTEST and one[0] == other[0]
    return long and _DIGITS.findall(one) == _DIGITS.findall(other) and one_slip(one, other)
