"""Free text to canonical skills.

Comes in: the canonical skills, and what a role calls a skill. Goes out: the id that the words mean, by
id, label or alias, whatever their case and punctuation. Refuses: to guess; words that are merely similar
stay free text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from guidebuild.diagnostics import did_you_mean
from guidebuild.model.schema import Skill

_ID_LIKE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
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
        if holder != skill:
            self.clashes.append((words, holder, skill))

    def find(self, words: str) -> str | None:
        """The id of the skill that the words name, or None."""
        return self._meaning.get(normal(words))

    def near_miss(self, words: str) -> tuple[str, ...]:
        """A hint where words look like an id and are nearly one; free text gets none."""
        return did_you_mean(words, self.ids) if _ID_LIKE.fullmatch(words) else ()
