"""What a release says of the occupations that are wanted, and of their skills.

Comes in: a release and occupations. Goes out: `Found` of each, and the `Skill`s that they need. Each file is read once
and only what concerns these occupations is kept; the relations have some 130,000 rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.kinds.esco.files import Release
from guidebuild.importers.kinds.esco.occupations import Listed, key_of
from guidebuild.importers.meaning.wording import clean
from guidebuild.importers.reading.release import Row

Level = Literal["core", "useful"]
_LEVELS: tuple[tuple[str, Level], ...] = (("essential", "core"), ("optional", "useful"))


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or area of knowledge; `reuse` says how widely it is of use, from "transversal" to one occupation."""

    label: str
    reuse: str


@dataclass(frozen=True, slots=True)
class Need:
    """That an occupation needs a skill, by the key of the skill; `at` is the place of the relation."""

    skill: str
    level: Level
    at: str


@dataclass(slots=True)
class Found:
    """One occupation: its row, the skills it needs in the order of the file, the occupations above and below it."""

    of: Listed
    row: Row
    needs: list[Need] = field(default_factory=list)
    broader: list[str] = field(default_factory=list)
    narrower: list[str] = field(default_factory=list)
    strange: list[Row] = field(default_factory=list)


def collect(release: Release, wanted: Iterable[Listed]) -> tuple[dict[str, Found], dict[str, Skill]]:
    """By their keys. Raises `GuideError` with the faults of all files."""
    found = {one.key: Found(one, one.row) for one in wanted}
    skills: dict[str, Skill] = {}
    faults: list[Diagnostic] = []
    for read in (_texts, _relations, _skills, _pillar):
        try:
            read(release, found, skills)
        except GuideError as error:
            faults += error.diagnostics
    if faults:
        raise GuideError(faults)
    return found, skills


def _texts(release: Release, found: dict[str, Found], _skills: dict[str, Skill]) -> None:
    for row in release.rows("occupations"):
        one = found.get(key_of(row["uri"]))
        if one and row.line == one.of.row.line:
            one.row = row


def _relations(release: Release, found: dict[str, Found], skills: dict[str, Skill]) -> None:
    """What the occupations need. Newer releases name the skills here too, in their own language."""
    for row in release.rows("relations", ("occupation", lambda uri: key_of(uri) in found)):
        one = found[key_of(row["occupation"])]
        relation, key = key_of(row["relation"]), key_of(row["skill"])
        level = next((level for word, level in _LEVELS if relation.startswith(word)), None)
        if level is None or not key:
            one.strange.append(row)
            continue
        one.needs.append(Need(key, level, row.at))
        if row["label"] and "skills" not in release.files:
            skills.setdefault(key, Skill(clean(row["label"]), ""))


def _skills(release: Release, found: dict[str, Found], skills: dict[str, Skill]) -> None:
    needed = {need.skill for one in found.values() for need in one.needs}
    for row in release.rows("skills", ("uri", lambda uri: key_of(uri) in needed)):
        if label := clean(row["label"]):
            skills.setdefault(key_of(row["uri"]), Skill(label, key_of(row["reuse"])))


def _pillar(release: Release, found: dict[str, Found], _skills: dict[str, Skill]) -> None:
    for row in release.rows("broader"):
        below, above = key_of(row["uri"]), key_of(row["broader"])
        if one := found.get(below):
            one.broader.append(above)
        if one := found.get(above):
            one.narrower.append(below)
