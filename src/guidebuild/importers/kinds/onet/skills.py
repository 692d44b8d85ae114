"""Skills and areas of knowledge of an occupation.

Comes in: rows of the skill and knowledge tables. Goes out: those that the source calls important, with their rating and
level, the most important first, in the words of the source. Refuses: ratings that the source advises against using,
and what it calls not relevant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidebuild.importers.draft import Fact
from guidebuild.importers.meaning.wording import LINE, fitted
from guidebuild.importers.reading.release import Row
from guidebuild.model.sameness import same_key

IMPORTANT, CORE = 3.0, 3.5  # of 5 on scale IM
CRITERION = "rated 3 of 5 or more for importance"


def chosen_skills(
    skills: Sequence[Row], knowledge: Sequence[Row], elements: Mapping[str, str]
) -> tuple[Fact, ...]:
    """Facts of a role's `skills`. A skill and an area of knowledge of one name are one, with the higher rating.

    `elements` names the elements of a release whose tables do not.
    """
    rated = [*_important(skills, elements), *_important(knowledge, elements)]
    found: dict[str, Fact] = {}
    for value, words, at in sorted(rated, key=lambda entry: -entry[0]):
        level = {} if value >= CORE else {"level": "useful"}
        skill = {"skill": fitted(words, LINE)[0], **level, "importance": value}
        found.setdefault(same_key(words), Fact(skill, at=at))
    return tuple(found.values())


def _important(rows: Sequence[Row], elements: Mapping[str, str]) -> Iterator[tuple[float, str, str]]:
    """Importance, name and place of the elements above the threshold."""
    irrelevant = {row["element"] for row in rows if row.yes("irrelevant")}
    for row in rows:
        if row["scale"] != "IM" or row.yes("suppress") or row["element"] in irrelevant:
            continue
        value, words = row.number("value") or 0, row["name"] or elements.get(row["element"])
        if value >= IMPORTANT and words:
            yield value, words, row.at
