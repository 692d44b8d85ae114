"""The tables of one ESCO release: which file is which, in which language, and their rows.

Comes in: an open archive. Goes out: a `Release`, whose `rows` stream from its files, a row at a time; a missing table
has no rows. Refuses: an archive without occupations, a language that is not there or is there several times, and a
table that lacks a column that it must have. Source of the layout: `dictionary_en.csv` of ESCO 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from guidebuild.diagnostics import Diagnostic, GuideError, Severity, Span
from guidebuild.importers.kinds.esco.languages import base_of, chosen_language
from guidebuild.importers.reading.archive import Archive, Member
from guidebuild.importers.reading.release import Row, shows
from guidebuild.importers.reading.table import read_table
from guidebuild.sources import shown

FILES = {
    "occupations": "occupations",
    "skills": "skills",
    "relations": "occupationSkillRelations",
    "broader": "broaderRelationsOccPillar",
}
"""What each table is called in the release; the language and ".csv" follow. Before 1.2 relations have no language."""

_CONCEPT = {"uri": ("conceptUri",), "label": ("preferredLabel",), "alts": ("altLabels",)}
_TEXT = {"definition": ("definition",), "description": ("description",)}
COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "occupations": {
        **_CONCEPT, **_TEXT,
        "isco": ("iscoGroup",), "code": ("code",), "regulated": ("regulatedProfessionNote",),
    },
    "skills": {**_CONCEPT, "reuse": ("reuseLevel",)},
    "relations": {
        "occupation": ("occupationUri",), "relation": ("relationType",), "skill": ("skillUri",),
        "label": ("skillLabel",),
    },
    "broader": {"uri": ("conceptUri",), "broader": ("broaderUri",)},
}  # fmt: skip
_NEEDED = {
    "occupations": ("uri", "label"),
    "skills": ("uri", "label"),
    "relations": ("occupation", "relation", "skill"),
    "broader": ("uri", "broader"),
}
_WITHOUT = {
    "skills": "no skills but those that the relations name",
    "relations": "no skills",
    "broader": "no related jobs",
}
_NAME = re.compile(
    rf"({'|'.join(FILES.values())})(?:_([a-z]{{2}}(?:[-_][a-z]{{2}})?))?\.(?:csv|tsv|txt)", re.IGNORECASE
)
_VERSION = re.compile(r"v[ ._-]?(\d{1,2}(?:\.\d{1,2}){1,2})(?![\d.]*\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that holds a table; language and version are "" where nothing tells them."""

    member: Member
    table: str
    language: str
    version: str


@dataclass(slots=True)
class Release:
    """The files of a release by their table, its version ("1.2.0" or ""), the language taken, and notes.

    "english" is the table of occupations in English, where another language is taken and English is there too.
    """

    archive: Archive
    files: Mapping[str, Member]
    version: str
    language: str
    notes: list[Diagnostic] = field(default_factory=list)

    def rows(self, table: str, only: tuple[str, Callable[[str], bool]] | None = None) -> Iterator[Row]:
        """Its rows; `only` names a column, and tells of a cell of it whether its row is wanted. Raises `GuideError`."""
        if table not in self.files:
            return
        kind = "occupations" if table == "english" else table
        member = self.files[table]
        place = self.archive.place(member)
        lines, columns = self.archive.lines(member), COLUMNS[kind]
        optional = columns.keys() - set(_NEEDED[kind])
        found = read_table(lines, place, columns, optional=optional, notes=self.notes)
        found.only = only
        for line, cells in found:
            yield Row({name: cell if shows(cell) else "" for name, cell in cells.items()}, place, line)

    def place(self, table: str) -> str:
        """What a message calls the file of a table."""
        return self.archive.place(self.files[table])


def open_release(archive: Archive, language: str = "") -> Release:
    """The release in the archive, in the language that is asked for. Raises `GuideError`."""
    files = [
        _File(member, *_told(archive, member)) for member in archive.members if _NAME.fullmatch(member.name)
    ]
    lists = [file for file in files if file.table == "occupations"]
    if not lists:
        raise GuideError([_no_occupations(archive)])
    taken = chosen_language([file.language for file in lists], language, Span(shown(archive.path)))
    lists = [file for file in lists if file.language == taken]
    if len(lists) > 1:
        raise GuideError([_several(archive, lists)])
    (main,) = lists
    others = [file for file in files if file.version in (main.version, "") or not main.version]
    found = {"occupations": main.member}
    for table in ("skills", "relations", "broader"):
        if file := _best([file for file in others if file.table == table], main):
            found[table] = file.member
    if base_of(taken) != "en" and (
        english := [f for f in others if (f.table, f.language) == ("occupations", "en")]
    ):
        found["english"] = english[0].member
    release = Release(archive, found, main.version, taken)
    release.notes += _gaps(release)
    return release


def _told(archive: Archive, member: Member) -> tuple[str, str, str]:
    """Table, language and version of a file, by its name and those of its folders."""
    named = _NAME.fullmatch(member.name)
    assert named is not None  # only such files come here
    table = next(table for table, name in FILES.items() if name.casefold() == named[1].casefold())
    folders = (*reversed(member.folder.split("/")), archive.path.name, archive.path.resolve().name)
    versions = (found[1] for folder in folders if (found := _VERSION.search(folder)))
    return table, (named[2] or "").casefold().replace("_", "-"), next(versions, "")


def _best(files: list[_File], main: _File) -> _File | None:
    """The file of a table that goes with the occupations: same language, then same folder. Skills must be readable."""
    if files and files[0].table == "skills":
        files = [file for file in files if file.language == main.language]
    return min(
        files,
        key=lambda file: (
            file.language != main.language,
            file.member.folder != main.member.folder,
            file.language,
            file.member.path,
        ),
        default=None,
    )


def _no_occupations(archive: Archive) -> Diagnostic:
    endings = {member.name.rpartition(".")[2].casefold() for member in archive.members}
    zips = [member for member in archive.members if member.name.casefold().endswith(".zip")]
    hint = "name the folder or zip of the classification as CSV, as from https://esco.ec.europa.eu/en/use-esco/download"
    if zips:
        hint = f"a zip lies in here; name it, or unpack it: {archive.place(zips[0])}"
    elif endings & {"ttl", "ods", "rdf", "xlsx"} and "csv" not in endings:
        hint = "these files are in another format; download the classification as CSV instead"
    message = "there is no file 'occupations_en.csv' here, nor in another language; an ESCO release has one"
    return Diagnostic("error", "missing-file", message, Span(shown(archive.path)), (hint,))


def _several(archive: Archive, files: list[_File]) -> Diagnostic:
    listed = ", ".join(f"'{file.member.path}'" for file in files[:6])
    message = f"there are several lists of occupations in one language here: {listed}"
    return Diagnostic(
        "error", "which-release", message, Span(shown(archive.path)), ("name the folder of one of them",)
    )


def _gaps(release: Release) -> Iterator[Diagnostic]:
    for table, without in _WITHOUT.items():
        if table not in release.files:
            file = f"{FILES[table]}_{release.language or 'en'}.csv"
            message = f"there is no file '{file}', so there will be {without}"
            severity: Severity = "note" if table == "broader" else "warning"
            yield Diagnostic(severity, "missing-file", message, Span(shown(release.archive.path)))
