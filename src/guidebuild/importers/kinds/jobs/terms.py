"""Terms of a posting in the model's words: the kind of employment, and the level.

Comes in: what a posting says. Goes out: values of `schema.Job`, or None. Refuses: to guess: a word that can mean
something else ("Senior Living Assistant") says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Employment = Literal["full-time", "part-time", "internship", "full-time internship", "contract", "temporary"]
Level = Literal["entry", "mid", "senior", "executive"]

_EMPLOYMENT: dict[str, Employment] = {
    "full time": "full-time", "fulltime": "full-time", "permanent": "full-time", "full": "full-time",
    "part time": "part-time", "parttime": "part-time", "part": "part-time",
    "intern": "internship", "internship": "internship", "trainee": "internship",
    "full time internship": "full-time internship",
    "contractor": "contract", "contract": "contract", "freelance": "contract", "fixed term": "contract",
    "temporary": "temporary", "temp": "temporary", "seasonal": "temporary",
}  # fmt: skip
_ORDER: tuple[Employment, ...] = ("contract", "temporary", "full-time", "part-time")
_WITH_INTERNSHIP: tuple[Employment, ...] = ("internship", "full-time internship", "full-time", "part-time")
_APART = re.compile(r"[\W_]+")
_INTERN = re.compile(r"\b(?:intern|internship)\b", re.IGNORECASE)
_LEVEL_WORDS: dict[str, Level] = {
    "entry": "entry", "entry level": "entry", "junior": "entry", "graduate": "entry", "internship": "entry",
    "mid": "mid", "mid level": "mid", "middle": "mid", "intermediate": "mid", "mid senior level": "senior",
    "senior": "senior", "senior level": "senior", "lead": "senior", "principal": "senior",
    "executive": "executive", "director": "executive", "c level": "executive",
}  # fmt: skip
_IN_TITLES: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("entry", re.compile(r"\b(?:junior(?! (?:high|college|school|year))|jr\b\.?|entry[ -]level|trainee|apprentice|"
                         r"intern|internship|new grad(?:uate)?)\b", re.IGNORECASE)),
    ("mid", re.compile(r"\b(?:mid|intermediate)[ -]level\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior(?! (?:living|care|center|centre|citizens?|housing|services?|community|high|"
                          r"school|secondary|companion|vice))|sr\b\.?|principal(?= \w+ ?(?:engineer|scientist|analyst|"
                          r"developer|architect|researcher|designer|consultant)))\b", re.IGNORECASE)),
    ("executive", re.compile(r"^(?:senior |executive |interim )?(?:vice[ -]president|vp|chief \w+(?: \w+)? officer|"
                             r"c[efiot]o)\b", re.IGNORECASE)),
)  # fmt: skip


def employment_of(kinds: Iterable[str], title: str) -> tuple[Employment | None, tuple[str, ...]]:
    """The kind of employment, and the kinds that it leaves unsaid (FULL_TIME and CONTRACTOR, VOLUNTEER)."""
    given = [kind for kind in kinds if kind.strip()]
    if not given and _INTERN.search(title):
        return "internship", ()
    known = {kind: told for kind in given if (told := _EMPLOYMENT.get(_folded(kind)))}
    chosen = _chosen(set(known.values()))
    covered = _WITH_INTERNSHIP if chosen and "internship" in chosen else (chosen,)
    return chosen, tuple(kind for kind in given if kind not in known or known[kind] not in covered)


def _chosen(found: set[Employment]) -> Employment | None:
    """An internship is one whatever else it is; of other kinds, the one that binds the least."""
    if found & {"internship", "full-time internship"}:
        return "full-time internship" if found & {"full-time", "full-time internship"} else "internship"
    return next((kind for kind in _ORDER if kind in found), None)


def level_of(stated: str, title: str) -> tuple[Level | None, bool]:
    """The level by what a column says or, without one, by the title; and whether the column was understood."""
    if stated:
        level = _LEVEL_WORDS.get(_folded(stated))
        return level, level is not None
    levels = {level for level, words in _IN_TITLES if words.search(title)}
    return (levels.pop() if len(levels) == 1 else None), True


def _folded(words: str) -> str:
    return _APART.sub(" ", words.rpartition("/")[2]).strip().casefold()
