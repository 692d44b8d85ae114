"""The tables of one O*NET release: which file is which, and their rows.

Comes in: an open archive. Goes out: a `Release`, whose `rows` stream from its files, once through, a row at a time;
a missing table has no rows. Refuses: an archive without occupations, one with several releases unless told which, and
a table that lacks a column that it must have. Rows that do not fit are left out and told in `notes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.kinds.onet.layout import ENDINGS, TABLES, Table, plain_name
from guidebuild.importers.reading.archive import Archive, Member
from guidebuild.importers.reading.release import Row, shows
from guidebuild.importers.reading.table import folded, read_table
from guidebuild.sources import shown

RELEASE = re.compile(r"(?:db|o\*?net|release)[ _.-]*(\d{1,2})[._](\d{1,2})(?!\d)", re.IGNORECASE)
_READ_ME = re.compile(r"O\*NET\D{0,3}\s(\d{1,2})\.(\d{1,2})\s+Database")
_NOTHING = frozenset({"n/a", "null"})


@dataclass(slots=True)
class Release:
    """The files of a release by the table that they hold, its number ("29.3", or "" where nothing tells it), notes."""

    archive: Archive
    folder: str
    files: Mapping[str, tuple[Member, ...]]
    number: str
    notes: list[Diagnostic] = field(default_factory=list)

    def rows(self, table: str, codes: frozenset[str] | None = None) -> Iterator[Row]:
        """The rows of a table, of all occupations or of those with the codes. Raises `GuideError`."""
        for member in self.files.get(table, ()):
            yield from _rows(self, member, TABLES[table], codes)

    def missing(self) -> tuple[str, ...]:
        return tuple(table for table in TABLES if table not in self.files)


def open_release(archive: Archive, wanted: str = "") -> Release:
    """The release in the archive; `wanted` ("29.3") chooses among several, and numbers one that tells no number.

    Raises `GuideError` where there is none, or several and none is chosen.
    """
    folders = [member.folder for member in archive.members if _is_table(member, "occupations")]
    if not folders:
        raise GuideError([_no_occupations(archive)])
    numbers = {folder: _number(archive, folder) for folder in dict.fromkeys(folders)}
    chosen = [folder for folder, number in numbers.items() if wanted in (number, "")]
    if len(numbers) == 1 and not chosen:
        chosen = [*numbers] if not numbers[folders[0]] else []
    if len(chosen) != 1:
        raise GuideError([_several(archive, numbers, wanted)])
    members = [member for member in archive.members if member.folder == chosen[0]]
    found = {name: files for name, table in TABLES.items() if (files := _files_of(table, members))}
    release = Release(archive, chosen[0], found, wanted or numbers[chosen[0]])
    release.notes += _gaps(release)
    return release


def _is_table(member: Member, table: str) -> bool:
    stem, _, ending = member.name.rpartition(".")
    names = {plain_name(name) for together in TABLES[table].files for name in together}
    return ending.casefold() in ENDINGS and plain_name(stem) in names


def _files_of(table: Table, members: list[Member]) -> tuple[Member, ...]:
    """The files of the first alternative that is there; of a file in several formats, the first format."""
    known: dict[str, Member] = {}
    for ending in reversed(ENDINGS):
        for member in members:
            stem, _, ends = member.name.rpartition(".")
            if ends.casefold() == ending:
                known[plain_name(stem)] = member
    for together in table.files:
        if files := tuple(known[plain_name(name)] for name in together if plain_name(name) in known):
            return files
    return ()


def _number(archive: Archive, folder: str) -> str:
    """The number of the release by its Read Me, else by the names of its folders, else by that of the archive."""
    for member in archive.members:
        if member.folder == folder and plain_name(member.name) == "read me txt" and member.size < 100_000:
            for line in archive.lines(member):
                if found := _READ_ME.search(line):
                    return f"{found[1]}.{found[2]}"
    for name in (*reversed(folder.split("/")), archive.path.name, archive.path.resolve().name):
        if found := RELEASE.search(name):
            return f"{found[1]}.{found[2]}"
    return ""


def _no_occupations(archive: Archive) -> Diagnostic:
    endings = {member.name.rpartition(".")[2].casefold() for member in archive.members}
    hint = "name the folder or zip of the text release, as from https://www.onetcenter.org/database.html"
    zips = [member for member in archive.members if member.name.casefold().endswith(".zip")]
    if zips and archive.zip is None:
        hint = f"a zip lies in this folder; name it: {archive.place(zips[0])}"
    elif endings & {"xlsx", "sql"}:
        hint = "these are files for Excel or for a database; download the text release instead"
    return Diagnostic("error", "missing-file", "there is no file 'Occupation Data.txt' here; an O*NET release has one",
                      Span(shown(archive.path)), (hint,))  # fmt: skip


def _several(archive: Archive, numbers: Mapping[str, str], wanted: str) -> Diagnostic:
    listed = ", ".join(f"{number or 'unknown'} (in '{folder or '.'}')" for folder, number in numbers.items())
    if len(numbers) == 1:
        message, hint = f"this is release {listed}, not {wanted}", "leave --release out"
    elif wanted and wanted not in numbers.values():
        message, hint = (
            f"there is no release {wanted} here, but {listed}",
            "choose one of them with --release",
        )
    elif len(set(numbers.values())) == len(numbers):
        message, hint = f"there are several releases here: {listed}", "choose one with --release"
    else:
        message, hint = f"there are several releases here: {listed}", "name the folder of one of them"
    return Diagnostic("error", "which-release", message, Span(shown(archive.path)), (hint,))


def _gaps(release: Release) -> Iterator[Diagnostic]:
    for name in release.missing():
        if TABLES[name].without:
            file = TABLES[name].files[-1][0]
            yield Diagnostic("note", "missing-file", f"there is no file '{file}.txt', so there will be "
                             f"{TABLES[name].without}", Span(shown(release.archive.path)))  # fmt: skip
    for name, members in release.files.items():
        yield from _half(name, {plain_name(member.name.rpartition(".")[0]) for member in members}, release)


def _half(name: str, there: set[str], release: Release) -> Iterator[Diagnostic]:
    """A table that stands in several files, of which one is missing, says less than it seems to."""
    together = next(files for files in TABLES[name].files if there <= {plain_name(file) for file in files})
    for file in together:
        if plain_name(file) not in there:
            others = " and ".join(f"'{other}.txt'" for other in together if other != file)
            message = f"there is no file '{file}.txt', so the {name} are those of {others} alone"
            yield Diagnostic("warning", "missing-file", message, Span(shown(release.archive.path)))


# Rows


def _rows(release: Release, member: Member, table: Table, codes: frozenset[str] | None) -> Iterator[Row]:
    place = release.archive.place(member)
    lines = release.archive.lines(member)
    header = next(lines, "")
    if codes is not None and _begins_with_code(header, table):
        lines = (line if line.partition("\t")[0].strip() in codes else "\n" for line in lines)
    read = read_table(
        chain([header], lines) if header else (),
        place,
        table.columns,
        optional=table.columns.keys() - set(table.needs),
        quoted="\t" not in header,  # with tabs between them, cells of the text release are not quoted
        notes=release.notes,
    )
    for line, cells in read:
        if codes is None or cells["code"] in codes:
            yield Row({name: _cell(cell) for name, cell in cells.items()}, place, line)


def _begins_with_code(header: str, table: Table) -> bool:
    """Whether rows of others can be passed over unread, as empty lines: reading takes twice as long with them."""
    first, tab, _ = header.partition("\t")
    return bool(tab) and folded(first) in {folded(name) for name in table.columns["code"]}


def _cell(words: str) -> str:
    if words[:1] == words[-1:] == '"' and len(words) > 1:  # a program for tables has quoted it after all
        words = words[1:-1].replace('""', '"').strip()
    return words if words.casefold() not in _NOTHING and shows(words) else ""
