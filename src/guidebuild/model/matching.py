"""Free text to canonical skills.

Comes in: the canonical skills, and what a role calls a skill. Goes out: the id that the words mean, by
id, label or alias, whatever their case and punctuation. Refuses: to guess; words that are merely similar
stay free text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from guidebuild.diagnostics import nearest
from guidebuild.model.schema import Skill

_ID_LIKE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
SHORTEST = 5  # the letters of a name of which slips are told; many shorter words are a letter apart
# "+" and "#" are kept, since they tell C, C++ and C# apart.
_PUNCTUATION = re.compile(r"[^\w+#]+|_+")


def normal(words: str) -> str:
    """The words without case, accents of width, and punctuation; "&" counts as "and"."""
    text = unicodedata.normalize("NFKC", words).casefold().replace("&", " and ")
    text = text.replace("'", "").replace("’", "")
    return _PUNCTUATION.sub(" ", text).strip()


class SkillNames:
    """Names of all skills. Ids count before labels, labels before aliases, earlier skills before later."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        known = tuple(skills)
        self.ids = tuple(skill.id for skill in known)
        self._meaning: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self.clashes: list[tuple[str, str, str]] = []
        for skill in known:
            self._learn(skill.id, skill.id)
        for skill in known:
            self._learn(skill.label, skill.id)
        for skill in known:
            for alias in skill.aliases:
                self._learn(alias, skill.id)

    def _learn(self, words: str, skill: str) -> None:
        holder = self._meaning.setdefault(normal(words), skill)
        self._written.setdefault(normal(words), words)
        if holder != skill:
            self.clashes.append((words, holder, skill))

    def find(self, words: str) -> str | None:
        """The id of the skill that the words name, or None."""
        return self._meaning.get(normal(words))

    def near_miss(self, words: str) -> tuple[str, ...]:
        """A hint where words are a slip of the pen away from a name, or look like an id and are nearly one."""
        wanted = normal(words)
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
