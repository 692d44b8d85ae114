"""One occupation as a role.

Comes in: what a release says of an occupation. Goes out: the facts of a role, each with its place in the release, and
notes on what is not there. Refuses: to invent; what the release does not say stays out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Fact, Tree
from guidebuild.importers.kinds.esco.found import Found, Skill
from guidebuild.importers.kinds.esco.occupations import Listed, alternates, key_of
from guidebuild.importers.kinds.esco.skills import chosen_skills
from guidebuild.importers.meaning.short_titles import LONGEST
from guidebuild.importers.meaning.wording import LINE, PROSE, TITLE, fit, raised
from guidebuild.importers.reading.release import Catalogue
from guidebuild.model.sameness import same_key


@dataclass(frozen=True, slots=True)
class Maker:
    """What roles are made with: all occupations, short titles, the skills that are needed, the source's id, the day;
    and notes, which fill while roles are made. `language` is that of the texts, "" where it is the guide's."""

    listed: Catalogue[Listed]
    shorts: Mapping[str, str]
    skills: Mapping[str, Skill]
    source: str
    on: dt.date
    notes: list[Diagnostic]
    language: str = ""

    def facts(self, found: Found) -> dict[str, Tree]:
        """The facts of a role, in the order of writing."""
        skills, are_ranked = chosen_skills(found, self.skills, self.notes)
        page = {"label": "ESCO portal", "url": found.of.uri}
        made: dict[str, Tree | None] = {
            "language": Fact(self.language) if self.language else None,
            **self._names(found),
            "definition": self._definition(found),
            "reviewed": Fact(self.on),
            "skills": skills,
            "links": (Fact(page, at=found.row.at),) if _is_address(found.of.uri) else None,
            "codes": _codes(found),
            "related": self._related(found),
            "sources": (Fact(self.source),),
            "ranked_by": {"skills": Fact("essential")} if are_ranked else None,
        }
        self.notes.extend(_remarks(found))
        return {key: tree for key, tree in made.items() if tree}

    def _names(self, found: Found) -> dict[str, Tree]:
        row, label = found.row, found.of.title
        made: dict[str, Tree] = {"title": Fact(fit(raised(label), TITLE, row.span, self.notes), at=row.at)}
        if short := self._short_of(label):
            made["short"] = Fact(raised(short), at=row.at)
        aliases = {same_key(label): ""}
        for name in alternates(row["alts"]):
            aliases.setdefault(same_key(name), name)
        made["aliases"] = tuple(
            Fact(fit(name, LINE, row.span, self.notes), at=row.at) for name in aliases.values() if name
        )
        return made

    def _short_of(self, label: str) -> str:
        """A long name that has forms for men and women may go by the first of them."""
        first = label.partition("/")[0].strip()
        return (
            first
            if len(label) > LONGEST and first != label and len(first) <= LONGEST
            else self.shorts.get(label, "")
        )

    def _definition(self, found: Found) -> Fact:
        row = found.row
        words = fit(row["description"] or row["definition"], PROSE, row.span, self.notes)
        if not words:
            message = f"'{found.of.title}' has no definition here; write one"
            self.notes.append(Diagnostic("warning", "no-definition", message, row.span))
            words = "The source names this occupation and does not define it."
        return Fact(words, at=row.at)

    def _related(self, found: Found) -> tuple[Fact, ...]:
        """Occupations above and below this one; the groups of ISCO above them are not jobs."""
        keys = dict.fromkeys((*found.broader, *found.narrower))
        others = [self.listed.all[key] for key in keys if key in self.listed.all and key != found.of.key]
        return tuple(
            Fact(fit(raised(one.title), LINE, one.row.span, self.notes), at=one.row.at) for one in others
        )


def _is_address(uri: str) -> bool:
    return uri.startswith(("http://", "https://")) and len(uri) <= 500 and not set(uri) & set(' <>"')


def _codes(found: Found) -> dict[str, Tree]:
    codes = {"isco": found.of.isco, "esco": found.of.code}
    return {name: Fact(code, at=found.row.at) for name, code in codes.items() if code}


def _remarks(found: Found) -> Iterator[Diagnostic]:
    label, span = found.of.title, found.row.span
    if not found.needs:
        yield Diagnostic("note", "thin-occupation", f"there is nothing on skills for '{label}'", span)
    told = found.row["regulated"]
    if told and key_of(told) != "unregulated":
        message = f"'{label}' is a regulated profession: some countries ask by law for certain qualifications"
        hint = "say so in the role; which countries, and what they ask, is in https://ec.europa.eu/growth/tools-databases/regprof"
        yield Diagnostic("note", "regulated", message, span, (hint,))
