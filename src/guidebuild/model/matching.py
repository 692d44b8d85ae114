"""Free text to canonical skills.

Comes in: the canonical skills of the project, those that come with the program for the fields of work that count, and
what a role calls a skill. Goes out: the id that the words mean, by id, label or alias, wherever a reader sees the same
words (`model.sameness`). Refuses: to guess; words that are merely similar stay free text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from guidebuild.diagnostics import nearest
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Skill

_ID_LIKE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
SHORTEST = 5  # the letters of a name of which slips are told; many shorter words are a letter apart


class SkillNames:
    """Names of all skills. Ids count before labels, labels before aliases, earlier skills before later.

    Skills `beneath` are those that come with the program: where a skill above them has the same name, in whatever
    form, theirs is silent.
    """

    def __init__(self, skills: Iterable[Skill], beneath: Iterable[Skill] = ()) -> None:
        self._meaning: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self.clashes: list[tuple[str, str, str]] = []
        own = tuple(skills)
        self._learn_all(own)
        silenced, clashes = set(self._meaning), len(self.clashes)
        self._learn_all(tuple(beneath))
        self.clashes[clashes:] = [one for one in self.clashes[clashes:] if same_key(one[0]) not in silenced]
        self.ids = tuple(dict.fromkeys(self._meaning.values()))

    def _learn_all(self, skills: tuple[Skill, ...]) -> None:
        for skill in skills:
            self._learn(skill.id, skill.id)
        for skill in skills:
            self._learn(skill.label, skill.id)
        for skill in skills:
            for alias in skill.aliases:
                self._learn(alias, skill.id)

    def _learn(self, words: str, skill: str) -> None:
        holder = self._meaning.setdefault(same_key(words), skill)
        self._written.setdefault(same_key(words), words)
        if holder != skill:
            self.clashes.append((words, holder, skill))

    def find(self, words: str) -> str | None:
        """The id of the skill that the words name, or None."""
        return self._meaning.get(same_key(words))

    def near_miss(self, words: str) -> tuple[str, ...]:
        """A hint where words are a slip of the pen away from a name, or look like an id and are nearly one."""
        wanted = same_key(words)
        if len(wanted) >= SHORTEST:
            slips = (name for name in self._meaning if name[:1] == wanted[:1] and one_slip(wanted, name))
            if name := min(slips, default=""):
                return (f"did you mean '{self._written[name]}'?",)
        if not _ID_LIKE.fullmatch(words):
            return ()
        near = nearest(words, self.ids, cutoff=0.85)
        return (f"did you mean '{near}'?",) if near else ()


def one_slip(one: str, other: str) -> bool:
    """Whether a single letter is missing, too many, wrong or changed places with the next."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest == other_rest[1:]
        or rest[1:] == other_rest
        or (rest[1::-1] == other_rest[:2] and rest[2:] == other_rest[2:])
    )
