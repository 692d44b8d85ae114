"""One occupation as a role.

Comes in: what a release says of an occupation. Goes out: the facts of a role, each with its place in the release, and
notes on what is not there. Refuses: to invent; what the release does not say stays out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Fact, Tree
from guidebuild.importers.kinds.onet.duties import duties
from guidebuild.importers.kinds.onet.education import schooling
from guidebuild.importers.kinds.onet.found import Found, Lookups
from guidebuild.importers.kinds.onet.layout import plain_name
from guidebuild.importers.kinds.onet.skills import CRITERION, chosen_skills
from guidebuild.importers.kinds.onet.tools import tool_groups
from guidebuild.importers.meaning.wording import LINE, PROSE, TITLE, fit
from guidebuild.importers.reading.release import Catalogue, Occupation, Row
from guidebuild.model.sameness import same_key

HIGH_INTEREST = 4.0  # of 7 on scale OI
_TIERS = ("primary short", "primary long", "supplemental")
_RIASEC = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
_PAGE = "https://www.onetonline.org/link/summary/"


@dataclass(frozen=True, slots=True)
class Maker:
    """What roles are made with: all occupations, short titles, lookups of the release, the source's id, the day; and
    what fills while roles are made: notes, and related occupations that the release does not list."""

    listed: Catalogue[Occupation]
    shorts: Mapping[str, str]
    lookups: Lookups
    source: str
    on: dt.date
    notes: list[Diagnostic]
    unlisted: list[Row] = field(default_factory=list)

    def facts(self, of: Occupation, found: Found) -> dict[str, Tree]:
        """The facts of a role, in the order of writing."""
        tasks, are_rated = duties(found["tasks"], found["ratings"], self.notes)
        skills = chosen_skills(found["skills"], found["knowledge"], self.lookups.elements)
        tools, are_wanted = tool_groups(found["technology"])
        ranked = {
            "responsibilities": "importance" if are_rated else "",
            "skills": "importance" if skills else "",
            "tools": "demand" if are_wanted else "",
        }
        made: dict[str, Tree | None] = {
            **self._names(of, found),
            "definition": self._definition(of),
            "reviewed": Fact(self.on),
            "responsibilities": tasks,
            "skills": skills,
            "education": self._education(found),
            "tools": tools,
            "links": (Fact({"label": "O*NET OnLine", "url": f"{_PAGE}{of.key}"}, at=of.row.at),),
            "codes": {"soc": Fact(of.key, at=of.row.at)},
            "preparation": self._preparation(found),
            "interests": _interests(found["interests"]),
            "related": self._related(of, found),
            "sources": (Fact(self.source),),
            "ranked_by": {key: Fact(ground) for key, ground in ranked.items() if ground},
            "criteria": {"skills": Fact(CRITERION)} if skills else None,
        }
        self.notes.extend(_gaps(of, found))
        return {key: tree for key, tree in made.items() if tree}

    def _names(self, of: Occupation, found: Found) -> dict[str, Tree]:
        made: dict[str, Tree] = {"title": Fact(fit(of.title, TITLE, of.row.span, self.notes), at=of.row.at)}
        if short := self.shorts.get(of.title):
            made["short"] = Fact(short, at=of.row.at)
        rows = [*sorted(found["reported"], key=lambda row: not row.yes("shown")), *found["titles"]]
        aliases: dict[str, Row] = {}
        for row in rows:
            aliases.setdefault(same_key(row["title"]), row)
        made["aliases"] = tuple(
            Fact(fit(row["title"], LINE, row.span, self.notes), at=row.at)
            for key, row in aliases.items()
            if key not in ("", same_key(of.title))
        )
        return made

    def _definition(self, of: Occupation) -> Fact:
        words = fit(of.row["definition"], PROSE, of.row.span, self.notes)
        if not words:
            self.notes.append(
                Diagnostic("warning", "no-definition", f"{of} has no definition here; write one", of.row.span)
            )
            words = "The source names this occupation and does not define it."
        return Fact(words, at=of.row.at)

    def _education(self, found: Found) -> Tree | None:
        known = schooling(found["education"], self.lookups.levels)
        if known:
            degrees = tuple(Fact(degree, at=at) for degree, at in known.degrees)
            return {"degrees": degrees, "summary": Fact(known.summary, at=known.at)}
        zone = self._zone(found)
        if zone and (words := zone["education"]):
            return {"summary": Fact(fit(words, PROSE, zone.span, self.notes), at=zone.at)}
        return None

    def _zone(self, found: Found) -> Row | None:
        """What the release says of the occupation's job zone; of several zones, the highest."""
        rows = [row for row in found["zones"] if 1 <= (row.number("zone") or 0) <= 5]
        if not rows:
            return None
        top = max(rows, key=lambda row: row.number("zone") or 0)
        number = int(top.number("zone") or 0)
        known = self.lookups.zones.get(number)
        return known or Row({"zone": str(number)}, top.place, top.line)

    def _preparation(self, found: Found) -> Tree | None:
        zone = self._zone(found)
        if not zone:
            return None
        texts = {
            key: Fact(fit(zone[key], PROSE, zone.span, self.notes), at=zone.at)
            for key in ("experience", "training")
            if zone[key]
        }
        number = int(zone.number("zone") or 0)
        lowest, name = _zone_name(zone["name"])
        return {
            "zone": Fact(number, at=found["zones"][0].at),
            **({"name": Fact(fit(name, LINE, zone.span, self.notes), at=zone.at)} if name else {}),
            **({"lowest": Fact(lowest, at=zone.at)} if lowest and lowest < number else {}),
            **texts,
        }

    def _related(self, of: Occupation, found: Found) -> tuple[Fact, ...]:
        """The titles of related occupations, the nearest first."""

        def place(row: Row) -> tuple[int, float]:
            tier = plain_name(row["tier"])
            return (_TIERS.index(tier) if tier in _TIERS else len(_TIERS), row.number("index") or 0)

        rows = [row for row in sorted(found["related"], key=place) if row["other"] != of.key]
        known = {title: row for row in reversed(rows) if (title := self.listed.title(row["other"]))}
        self.unlisted.extend(row for row in rows if not self.listed.title(row["other"]))
        return tuple(
            Fact(fit(title, LINE, row.span, self.notes), at=row.at) for title, row in reversed(known.items())
        )


def _zone_name(words: str) -> tuple[int | None, str]:
    """The lowest zone that a name counts, and what it says: "Job Zone 1-2: Very Little to Some Preparation Needed"."""
    head, colon, said = words.partition(":")
    several = re.search(r"([1-5])\s*[-–]\s*[1-5]", head)
    said = re.sub(
        r"\s+preparation (?:is )?needed\W*\Z", "", said if colon else "", flags=re.IGNORECASE
    ).strip()
    return int(several[1]) if several else None, said.capitalize()


def _interests(rows: Sequence[Row]) -> tuple[Fact, ...]:
    """The interest types that the occupation speaks to most: those rated high, or else the one rated highest.

    Older releases have no ratings for some occupations, but "high points", numbers from 1 to 6.
    """
    rated = [
        (value, row) for row in rows if row["scale"] == "OI" and (value := row.number("value")) and _type(row)
    ]
    rated.sort(key=lambda entry: -entry[0])
    high = [entry for entry in rated if entry[0] >= HIGH_INTEREST] or rated[:1]
    facts = tuple(Fact(_type(row), at=row.at) for _, row in high)
    if facts:
        return facts
    points = [(int(row.number("value") or 0), row) for row in rows if row["scale"] == "IH"]
    return tuple(Fact(_RIASEC[number - 1], at=row.at) for number, row in points if 1 <= number <= 6)


def _type(row: Row) -> str:
    """The interest type of a rating: "1.B.1.b" is Investigative."""
    stem, _, letter = row["element"].rpartition(".")
    return _RIASEC["abcdef".index(letter)] if stem == "1.B.1" and letter in tuple("abcdef") else ""


def _gaps(of: Occupation, found: Found) -> Iterator[Diagnostic]:
    """What the release does not have of this occupation, and has of others."""
    if found.empty:
        message = f"there are no tasks, skills or tools for {of}: the role has a title and a definition only"
        hint = "occupations named 'All Other' gather what has no name of its own: choose another, or write on"
        yield Diagnostic("warning", "bare-occupation", message, of.row.span, (hint,))
        return
    parts = {
        "tasks": found["tasks"],
        "skills": found["skills"] or found["knowledge"],
        "tools": found["technology"],
        "shares of degrees": found["education"],
    }
    if absent := [name for name, rows in parts.items() if not rows]:
        message = f"there is nothing on {' and '.join(absent)} for {of}"
        yield Diagnostic("note", "thin-occupation", message, of.row.span)
    if len({row["zone"] for row in found["zones"]}) > 1:
        message = f"there are several job zones for {of}; the highest was taken"
        yield Diagnostic("note", "several-zones", message, found["zones"][0].span)
    if found["tasks"] and not found["ratings"] and not any(row["type"] for row in found["tasks"]):
        message = f"nobody was asked which tasks of {of} matter most; they stand in the order of the source"
        yield Diagnostic("note", "unrated-tasks", message, found["tasks"][0].span)
