"""A release of ESCO as large as the real one, of invented words: the same files, columns, counts and lengths of labels.

`write_release(folder)` makes 3,007 occupations, 14,000 skills and 130,000 relations. Words are as unequal as in ESCO's
labels: few verbs ("manage", "use") stand in hundreds of skills, most nouns in a handful, and some in one alone. A skill
is needed by many occupations of its own field and by few of others. Equal counts give equal bytes.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

OCCUPATIONS, SKILLS, RELATIONS = 3_007, 14_000, 130_000
_BASE = "http://data.europa.eu/esco"
_FIELDS = 120
_STARTS = (*"bcdfghklmnprstvw", "br", "ch", "cl", "dr", "fl", "gr", "pl", "pr", "qu", "sc", "sh", "st", "tr")
_MIDDLES = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
_ENDS = ["b", "ct", "d", "g", "l", "ll", "m", "n", "nd", "nt", "p", "r", "rd", "rk", "s", "st", "t", "x"]


class Words:
    """Invented words; the one of rank r comes up as often as 1 / (r + 3), as in a language."""

    def __init__(self, count: int, chance: random.Random) -> None:
        found: dict[str, None] = {}
        while len(found) < count:
            found.setdefault("".join(self._syllables(chance)))
        self.all = tuple(found)
        self.weights = tuple(accumulate(1 / (rank + 3) for rank in range(count)))
        self.chance = chance

    @staticmethod
    def _syllables(chance: random.Random) -> Iterator[str]:
        for _ in range(chance.choice((1, 2, 2, 3))):
            yield chance.choice(_STARTS) + chance.choice(_MIDDLES)
        yield chance.choice(_ENDS)

    def some(self, count: int) -> list[str]:
        return self.chance.choices(self.all, cum_weights=self.weights, k=count)


def write_release(
    folder: Path, occupations: int = OCCUPATIONS, skills: int = SKILLS, relations: int = RELATIONS
) -> Path:
    """The folder of the release, which is made in `folder`."""
    chance = random.Random(10)
    verbs, nouns = Words(350, chance), Words(6_000, chance)
    release = folder / "ESCO dataset - v1.2.0 - classification - en - csv"
    release.mkdir(parents=True)
    labels = _labels(skills, verbs, nouns)
    _write(release / "skills_en.csv", _SKILL_HEAD, _skill_rows(labels, nouns))
    _write(release / "occupations_en.csv", _OCCUPATION_HEAD, _occupation_rows(occupations, nouns))
    rows = _relation_rows(occupations, labels, relations, chance)
    _write(release / "occupationSkillRelations_en.csv", _RELATION_HEAD, rows)
    return release


_SKILL_HEAD = [
    "conceptType",
    "conceptUri",
    "skillType",
    "reuseLevel",
    "preferredLabel",
    "altLabels",
    "description",
]
_OCCUPATION_HEAD = [
    "conceptType",
    "conceptUri",
    "iscoGroup",
    "preferredLabel",
    "altLabels",
    "definition",
    "description",
    "code",
]
_RELATION_HEAD = ["occupationUri", "relationType", "skillType", "skillUri"]


def _write(file: Path, head: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([head])
        csv.writer(stream).writerows(rows)


def _uri(kind: str, number: int) -> str:
    return f"{_BASE}/{kind}/{number:08x}-0000-4000-8000-{number:012x}"


def _labels(count: int, verbs: Words, nouns: Words) -> list[str]:
    """Each once, a verb and one to four nouns; a quarter are areas of knowledge, which have no verb."""
    found: dict[str, None] = {}
    while len(found) < count:
        words = nouns.some(nouns.chance.choice((1, 2, 2, 2, 3, 3, 4)))
        found.setdefault(" ".join(words if nouns.chance.random() < 0.25 else [*verbs.some(1), *words]))
    return list(found)


def _skill_rows(labels: Sequence[str], nouns: Words) -> Iterator[Sequence[str]]:
    reuse = ("transversal", "cross-sector", "sector-specific", "sector-specific", "occupation-specific")
    for number, label in enumerate(labels):
        others = "\n".join(" ".join(nouns.some(4)) for _ in range(5))
        text = " ".join(nouns.some(25)).capitalize() + "."
        kind = "skill/competence" if len(label.split()) > 2 else "knowledge"
        yield "KnowledgeSkillCompetence", _uri("skill", number), kind, reuse[number % 5], label, others, text


def _occupation_rows(count: int, nouns: Words) -> Iterator[Sequence[str]]:
    for number in range(count):
        group = f"{1000 + number * 2 % 9000}"
        label = " ".join(nouns.some(nouns.chance.choice((1, 1, 2, 2, 3)))) + f" worker {number}"
        others = "\n".join(" ".join(nouns.some(3)) for _ in range(9))
        text = " ".join(nouns.some(60)).capitalize() + "."
        yield (
            "Occupation",
            _uri("occupation", number),
            group,
            label,
            others,
            "",
            text,
            f"{group}.{number + 1}",
        )


def _relation_rows(
    occupations: int, labels: Sequence[str], relations: int, chance: random.Random
) -> Iterator[Sequence[str]]:
    """As many for each occupation as for any other, most of them from the skills of its own field."""
    skills = range(len(labels))
    known = tuple(accumulate(1 / (rank + 20) for rank in skills))  # what many need
    for number in range(occupations):
        each = relations * (number + 1) // occupations - relations * number // occupations
        own = skills[number % _FIELDS :: _FIELDS]
        chosen: dict[int, None] = {}
        while len(chosen) < min(each, len(labels)):
            from_own = chance.random() < 0.7 and len(chosen) < len(own)
            chosen.setdefault(
                chance.choice(own) if from_own else chance.choices(skills, cum_weights=known)[0]
            )
        for skill in chosen:
            relation = "essential" if chance.random() < 0.53 else "optional"
            yield _uri("occupation", number), relation, "skill/competence", _uri("skill", skill)
