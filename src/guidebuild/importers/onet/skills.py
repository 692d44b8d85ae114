"""Skills and areas of knowledge of an occupation.

Comes in: rows of the skill and knowledge tables. Goes out: the most important ones with their level, and how many more
reach the threshold. Refuses: ratings that the source advises against using, and what it calls not relevant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guidebuild.importers.draft import Fact
from guidebuild.importers.onet.files import Row
from guidebuild.importers.wording import LINE, clean, fitted
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key

IMPORTANT, CORE = 3.0, 3.5  # of 5 on scale IM
SKILLS, KNOWLEDGE = 10, 5
_MEANT = {"mathematics": "Using mathematics", "monitoring": "Monitoring performance"}
"""Names that say less than they mean, in words of their descriptions in the Content Model. A vocabulary of software
has other things in mind: monitoring of servers, and the mathematics of universities."""
_CAPITAL = frozenset({"English"})


def chosen_skills(
    skills: Sequence[Row], knowledge: Sequence[Row], elements: Mapping[str, str], names: SkillNames
) -> tuple[tuple[Fact, ...], int]:
    """Facts of a role's `skills`, most important first, and how many others are important too.

    `elements` names the elements of a release whose tables do not.
    """
    rated = [_important(rows, elements) for rows in (skills, knowledge)]
    kept = [*rated[0][:SKILLS], *rated[1][:KNOWLEDGE]]
    found: dict[str, tuple[float, Fact]] = {}
    for value, words, at in sorted(kept, key=lambda entry: -entry[0]):
        skill = _skill(words, names)
        level = {} if value >= CORE else {"level": "useful"}
        found.setdefault(same_key(skill), (value, Fact({"skill": skill, **level}, at=at)))
    every = {same_key(words) for rows in rated for _, words, _ in rows}
    return tuple(fact for _, fact in found.values()), max(len(every) - len(found), 0)


def _important(rows: Sequence[Row], elements: Mapping[str, str]) -> list[tuple[float, str, str]]:
    """Importance, name and place of the elements above the threshold, the most important first."""
    irrelevant = {row["element"] for row in rows if row.yes("irrelevant")}
    entries = [
        (value, words, row.at)
        for row in rows
        if row["scale"] == "IM" and not row.yes("suppress") and row["element"] not in irrelevant
        if (value := row.number("value") or 0) >= IMPORTANT
        and (words := row["name"] or elements.get(row["element"]))
    ]
    return sorted(entries, key=lambda entry: -entry[0])


def _skill(words: str, names: SkillNames) -> str:
    """The id of a known skill, or the words as a label: "Active Listening" is "Active listening"."""
    meant = _MEANT.get(same_key(words))
    known = names.find(meant or words)
    if known:
        return known
    first, *others = clean(meant or words).split(" ")
    label = " ".join(
        [first, *(word if word in _CAPITAL or word.isupper() else word.lower() for word in others)]
    )
    return fitted(label, LINE)[0]
