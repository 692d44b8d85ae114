"""Skills that nearly go by the same name, for somebody to look at.

Comes in: the library of a project, and roles. Goes out: `Near`: a skill of a role that its vocabulary does not know,
and a canonical skill of that vocabulary or another role's free text that may be the same; and as diagnostics, each with
the command that makes the two one. Refuses: to merge anything by itself, and to offer skills of other fields of work.
"""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Entry
from guidebuild.importers.meaning.likeness import Likeness
from guidebuild.importers.meaning.nearness import NEAR, Index
from guidebuild.model.entry import Entry as Written
from guidebuild.model.library import Library
from guidebuild.model.matching import SHORTEST, SkillNames, one_slip
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role, Skill
from guidebuild.model.selection import fields_around
from guidebuild.yamlfile.tree import place

SLIP = 0.95
MOST = 3
_TOLD = 40  # near matches that one import tells one by one
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


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What of a role counts here: the skills that its vocabulary does not know, the ids of the canonical skills that it
    knows, and the classifications that it is taken from."""

    free: tuple[FreeText, ...]
    heard: tuple[str, ...]
    lists: frozenset[str]


def words_of(library: Library, entry: Written[Role]) -> RoleWords:
    """Raises nothing; the place of each skill is taken from the entry's tree, which may go afterwards."""
    role, names = entry.node, names_for(library, entry.node)
    return RoleWords(tuple(_free_text(entry, names)), names.ids, frozenset(role.codes))


def near_matches(
    library: Library, entries: Sequence[Entry], read: Mapping[str, RoleWords]
) -> tuple[Diagnostic, ...]:
    """Notes on the near matches of imported roles, which the library holds; those in `read` are not read again."""
    found = near_skills(library, [entry.id for entry in entries if entry.kind == "roles"], read)
    told = tuple(near.diagnostic() for near in found[:_TOLD])
    if len(found) <= _TOLD:
        return told
    message = f"{len(found) - _TOLD:,} more skills are nearly others"
    hint = "list them all, with the command for each: guidebuild skills"
    return (*told, Diagnostic("note", "near-skill", message, found[_TOLD].span, (hint,)))


def near_skills(
    library: Library, roles: Iterable[str], read: Mapping[str, RoleWords] | None = None
) -> tuple[Near, ...]:
    """The near matches of the roles' skills: with canonical skills, and with free text of the project's other roles.

    At most three for a skill, the likeliest first; two names are put side by side once.
    """
    wanted = tuple(dict.fromkeys(roles))
    asked = _words(library, wanted, read or {})
    if not any(words.free for words in asked.values()):
        return ()
    there = set(wanted)
    every = asked | _words(library, [id_ for id_ in own_roles(library) if id_ not in there], {})
    search = _Search(library, every)
    return tuple(near for skill in _once(asked.values()) for near in search.near(skill))


def _words(library: Library, roles: Iterable[str], read: Mapping[str, RoleWords]) -> dict[str, RoleWords]:
    """By the role's id, in order."""
    words: dict[str, RoleWords] = {}
    for id_ in roles:
        if id_ in read:
            words[id_] = read[id_]
        elif entry := library.roles.get(id_):
            words[id_] = words_of(library, entry)
    return words


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
            yield from _free_text(entry, names_for(library, entry.node))


def _free_text(entry: Written[Role], names: SkillNames) -> Iterator[FreeText]:
    for index, use in enumerate(entry.node.skills):
        if names.find(use.skill) is None and same_key(use.skill):
            yield FreeText(str(use.skill), entry.node.id, place(entry.tree, ("skills", index)))


def _once(roles: Iterable[RoleWords]) -> list[FreeText]:
    """The first of each name."""
    first: dict[str, FreeText] = {}
    for words in roles:
        for skill in words.free:
            first.setdefault(skill.key, skill)
    return list(first.values())


class _Search:
    """Names of canonical skills and of free text, ready to be found and compared."""

    def __init__(self, library: Library, every: Mapping[str, RoleWords]) -> None:
        self.every = every
        self.free = {free.words: free for free in _once(every.values())}
        self.lists: defaultdict[str, set[str]] = defaultdict(set)  # that each skill is taken from
        for words in every.values():
            for free in words.free:
                self.lists[free.key] |= words.lists
        ids = frozenset[str]().union(*{words.heard for words in every.values()})
        self.known = {skill.node.id: skill.node for skill in library.skills if skill.node.id in ids}
        self.named: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for skill in self.known.values():
            for name in _names(skill):
                self.named[name].setdefault(skill.id)
        groups = {skill.id: _names(skill) for skill in self.known.values()}
        self.likeness = Likeness({**groups, **{f"={free.key}": (free.words,) for free in self.free.values()}})
        self.index = Index(self.likeness, (*self.named, *self.free))
        self.told: set[frozenset[str]] = set()

    def near(self, skill: FreeText) -> list[Near]:
        """The likeliest. Free text that is no nearer than a known skill would only say the same again."""
        around = (name for name in self.index.around(skill.words) if not self._lists_both(skill, name))
        scores = {name: self.score(skill.words, name) for name in around}
        scores = {name: score for name, score in scores.items() if score >= NEAR}
        known = sorted(self._canonical(skill, scores), key=lambda near: -near.score)
        others = self._others(skill, scores, max((near.score for near in known), default=0.0))
        return sorted((*others, *known), key=lambda near: -near.score)[:MOST]

    def _lists_both(self, skill: FreeText, name: str) -> bool:
        """Whether a name is free text, and one classification lists both: then they are two skills."""
        other = None if name in self.named else self.free.get(name)
        return other is not None and not self.lists[skill.key].isdisjoint(self.lists[other.key])

    def _canonical(self, skill: FreeText, scores: Mapping[str, float]) -> Iterator[Near]:
        best: dict[str, float] = {}
        for name, score in scores.items():
            for id_ in self.named.get(name, ()):
                best[id_] = max(score, best.get(id_, 0.0))
        heard = self.every[skill.role].heard
        for id_, known in self.known.items() if best else ():
            if id_ in best and id_ in heard:
                yield Near(skill.words, skill.span, known.label, id_, best[id_])

    def _others(self, skill: FreeText, scores: Mapping[str, float], known: float) -> Iterator[Near]:
        """The free text of other roles; what the same role lists as well was meant as something else, and what one
        classification lists under two names are two skills."""
        same_role = {free.key for free in self.every[skill.role].free}
        for name, score in scores.items():
            other = self.free.get(name)
            if other is None or other.key in same_role or score <= known:
                continue
            pair = frozenset((skill.key, other.key))
            if pair not in self.told and not self.lists[skill.key] & self.lists[other.key]:
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
