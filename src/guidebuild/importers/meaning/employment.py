"""The kind of employment and the level of a job, in the model's words.

Comes in: what a posting, a table or a line of an article says. Goes out: values of `schema.Job`, or None. Nothing is
raised, and nothing is guessed: a word that can mean something else ("Senior Living Assistant") says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

Employment = Literal["full-time", "part-time", "internship", "full-time internship", "contract", "temporary"]
Level = Literal["entry", "mid", "senior", "executive"]
_Meaning = TypeVar("_Meaning")

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
_LEVELS: dict[str, Level] = {
    "entry": "entry", "entry level": "entry", "junior": "entry", "jr": "entry", "graduate": "entry",
    "internship": "entry", "mid": "mid", "mid level": "mid", "middle": "mid", "intermediate": "mid", "medior": "mid",
    "mid senior level": "senior", "senior": "senior", "senior level": "senior", "sr": "senior", "lead": "senior",
    "principal": "senior", "executive": "executive", "executive level": "executive", "director": "executive",
    "c level": "executive",
}  # fmt: skip
_NOT_IN_TEXT = frozenset({"full", "part", "trainee", "internship"})
"""Words that tell it alone in a cell, and may be anything in a line; an internship is a kind of employment there."""
_APART = re.compile(r"[\W_]+")
_INTERN = re.compile(r"\bintern(?:ship)?s?\b", re.IGNORECASE)
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


def _in_text(words: Mapping[str, _Meaning]) -> dict[_Meaning, re.Pattern[str]]:
    """By what they mean, the words as they stand in a line: with blanks, hyphens or nothing between them."""
    found: dict[_Meaning, list[str]] = {}
    for word, meaning in words.items():
        if word not in _NOT_IN_TEXT:
            found.setdefault(meaning, []).append(word.replace(" ", "[ -]?"))
    return {
        meaning: re.compile(rf"\b(?:{'|'.join(said)})\b", re.IGNORECASE) for meaning, said in found.items()
    }


_EMPLOYMENT_IN_TEXT, _LEVELS_IN_TEXT = _in_text(_EMPLOYMENT), _in_text(_LEVELS)


def employment_of(kinds: Iterable[str], title: str) -> tuple[Employment | None, tuple[str, ...]]:
    """The kind of employment, and the kinds that it leaves unsaid (FULL_TIME and CONTRACTOR, VOLUNTEER)."""
    given = [kind for kind in kinds if kind.strip()]
    if not given and is_internship(title):
        return "internship", ()
    known = {kind: told for kind in given if (told := _EMPLOYMENT.get(_folded(kind)))}
    chosen = _chosen(set(known.values()))
    covered = _WITH_INTERNSHIP if chosen and "internship" in chosen else (chosen,)
    return chosen, tuple(kind for kind in given if kind not in known or known[kind] not in covered)


def employment_in(text: str) -> Employment | None:
    """The kind of employment that a line of text names."""
    found = {kind for kind, words in _EMPLOYMENT_IN_TEXT.items() if words.search(text)}
    return _chosen(found | {"internship"} if is_internship(text) else found)


def is_internship(words: str) -> bool:
    return bool(_INTERN.search(words))


def _chosen(found: Iterable[Employment]) -> Employment | None:
    """An internship is one whatever else it is; of other kinds, the one that binds the least."""
    found = set(found)
    if found & {"internship", "full-time internship"}:
        return "full-time internship" if found & {"full-time", "full-time internship"} else "internship"
    return next((kind for kind in _ORDER if kind in found), None)


def level_of(stated: str, title: str) -> tuple[Level | None, bool]:
    """The level by what a column says or, without one, by the title; and whether the column was understood."""
    if stated:
        level = level_named(stated)
        return level, level is not None
    levels = {level for level, words in _IN_TITLES if words.search(title)}
    return (levels.pop() if len(levels) == 1 else None), True


def level_named(words: str) -> Level | None:
    """The level that a cell names: "Entry level", "mid-level", "Sr."."""
    return _LEVELS.get(_folded(words))


def level_in(text: str) -> Level | None:
    """The highest level that a line of text names."""
    return next((level for level, words in reversed(_LEVELS_IN_TEXT.items()) if words.search(text)), None)


def _folded(words: str) -> str:
    """Small, with single blanks; of an address ("https://schema.org/PART_TIME") the last part."""
    last = words.rpartition("/")[2] if "://" in words else words
    return _APART.sub(" ", last).strip().casefold()
