"""A table of delimited text or of a workbook, row by row.

Comes in: the lines of a file, or its path, and which columns are wanted under which names. Goes out: a `Table`: its
rows as they stream by, each with its line and its wanted cells. Refuses: a file that is empty or no table, and a header
that lacks a column. Rows that do not fit the header are left out, counted and told.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.importers.meaning.wording import clean, counted
from guidebuild.importers.reading import streams, workbook
from guidebuild.sources import shown

TABLE_LIMIT = 500_000_000
DELIMITERS = ("\t", ",", ";", "|")
_SHOWN = 5  # lines that a message about rows names
_MOST_BROKEN = 20
_SEPARATOR = re.compile(r"(?i)\"?sep=(.)\"?\s*$")  # the line by which Excel tells itself the delimiter
_NUMBER = re.compile(r"[$€£]?\d[\d.,' ]*")
_APART = re.compile(r"[\W_]+")


class Row(NamedTuple):
    """A row: the line that it begins at, and the wanted cells by column; "" for a column that the table lacks."""

    line: int
    cells: dict[str, str]


@dataclass(slots=True)
class Table:
    """A table being read; iterate over it once. Memory does not grow with its length.

    `header` are the names as the file has them, `places` the wanted columns that are there. When the last row has gone
    by, `read` is the number of rows that fitted, and `notes` tells of those that did not.
    """

    name: str
    header: tuple[str, ...]
    places: Mapping[str, int]
    delimiter: str
    notes: list[Diagnostic]
    read: int = 0
    ragged: bool = False  # rows of a workbook end with their last cell that is filled
    only: tuple[str, Callable[[str], bool]] | None = None  # a wanted column, and which rows go by
    _records: Iterator[tuple[int, list[str]]] = field(default=iter(()), repr=False)
    _wanted: tuple[str, ...] = ()

    def __contains__(self, column: str) -> bool:
        return column in self.places

    def peek(self, count: int = 60) -> list[list[str]]:
        """The cells of the first rows that fit the header, to see what columns hold. They still come by in order."""
        first = list(islice(self._records, count))
        self._records = chain(first, self._records)
        return [cells for _line, cells in first if len(cells) == len(self.header)]

    def span(self, line: int = 0) -> Span:
        return Span(self.name, line, 1 if line else 0)

    def __iter__(self) -> Iterator[Row]:
        width = len(self.header)
        empty = {column: "" for column in self._wanted if column not in self.places}
        places = tuple(self.places.items())
        misfits, runaways = LineCount(), 0
        chosen, goes_by = (self.places[self.only[0]], self.only[1]) if self.only else (0, None)
        for line, cells in self._records:
            if len(cells) < width and self.ragged:
                cells = cells + [""] * (width - len(cells))
            if len(cells) != width and not _fits(cells, width):
                swallowed = sum(cell.count("\n") for cell in cells)
                if swallowed and runaways < _MOST_BROKEN:
                    runaways += 1
                    self.notes.append(_unreadable(self.name, line, line + swallowed))
                else:
                    misfits.add(line)
                continue
            self.read += 1
            if goes_by and not goes_by(cells[chosen].strip()):
                continue
            yield Row(line, {column: cells[place].strip() for column, place in places} | empty)
        if misfits.count:
            rows = counted(misfits.count, "row has")
            message = f"{rows} another number of cells than the header, {width}: left out ({misfits})"
            hint = "a cell with a delimiter or a line break in it must stand in quotation marks"
            self.notes.append(
                Diagnostic("warning", "odd-rows", message, self.span(misfits.first[0]), (hint,))
            )


@dataclass(slots=True)
class LineCount:
    """Line numbers: how many, and the first few."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, line: int) -> None:
        self.count += 1
        if len(self.first) < _SHOWN:
            self.first.append(line)

    def __str__(self) -> str:
        more = ", ..." if self.count > len(self.first) else ""
        return ("line " if self.count == 1 else "lines ") + ", ".join(f"{n}" for n in self.first) + more


def _fits(cells: list[str], width: int) -> bool:
    """Empty cells too many do no harm: spreadsheets leave them behind."""
    return len(cells) > width and not any(cell.strip() for cell in cells[width:])


def read_table(
    lines: Iterable[str],
    name: str,
    columns: Mapping[str, tuple[str, ...]],
    *,
    optional: Iterable[str] = (),
    delimiter: str | None = None,
    quoted: bool = True,
    notes: list[Diagnostic] | None = None,
    mappable: bool = False,
) -> Table:
    """The table in the lines of the file `name`; `columns` are the wanted ones, each with the names it may have.

    Names are compared without case and punctuation; the first that the header has is taken. Unless told, the
    delimiter is the one that the header has most of. Where cells are not `quoted` (O*NET), a quotation mark is a
    character like others. A name that stands twice in the header is told, where it is wanted. `mappable` says that
    `--map` can name columns. Raises `GuideError` with a problem for every column that is missing and not `optional`.
    """
    notes = [] if notes is None else notes
    stream, first, before = _to_header(iter(lines))
    if first is None:
        raise GuideError([Diagnostic("error", "empty-table", "the file is empty", Span(name, 1, 1))])
    if (told := _SEPARATOR.match(first)) and told[1] in DELIMITERS:
        delimiter = delimiter or told[1]
        before, first = before + 1, next(stream, "")
    delimiter = delimiter or _delimiter(first)
    if "\r" in first.rstrip("\r\n"):  # line ends of old: every line that came is many
        stream = chain.from_iterable(io.StringIO(line, newline="") for line in chain([first], stream))
    else:
        stream = chain([first], stream)
    records = _records(stream, name, before, delimiter, quoted, notes)
    at, names = next(records, (before + 1, []))
    header = tuple(clean(cell) for cell in names)
    places = _places(header, columns, frozenset(optional), Span(name, at, 1), mappable=mappable)
    notes += _twins(header, places, Span(name, at, 1))
    return Table(name, header, places, delimiter, notes, _records=records, _wanted=tuple(columns))


def _read_workbook(
    stream: BinaryIO,
    name: str,
    columns: Mapping[str, tuple[str, ...]],
    optional: Iterable[str],
    notes: list[Diagnostic],
    *,
    mappable: bool,
) -> Table:
    """The same for a workbook. Raises `GuideError`."""
    records = workbook.rows_of(stream, name)
    first = next((row for row in records if len(row[1]) > 1), None)  # a line above the header is a title
    if first is None:
        raise GuideError([Diagnostic("error", "empty-table", "the file is empty", Span(name, 1, 1))])
    header, span = tuple(clean(cell) for cell in first[1]), Span(name, first[0], 1)
    places = _places(header, columns, frozenset(optional), span, mappable=mappable)
    notes += _twins(header, places, span)
    return Table(name, header, places, "", notes, ragged=True, _records=records, _wanted=tuple(columns))


@contextmanager
def open_table(
    path: Path,
    columns: Mapping[str, tuple[str, ...]],
    *,
    optional: Iterable[str] = (),
    delimiter: str | None = None,
    quoted: bool = True,
    mappable: bool = False,
) -> Iterator[Table]:
    """`read_table` for a file, open until the block ends. Raises `GuideError`, also while rows are read."""
    name, notes = shown(path), list[Diagnostic]()
    try:
        with sources.open_file(path, limit=TABLE_LIMIT) as stream:
            if workbook.is_workbook(stream):
                yield _read_workbook(stream, name, columns, optional, notes, mappable=mappable)
                return
            _refuse_packed(stream.read(4), name)
            stream.seek(0)
            lines = streams.text_lines(stream, name, TABLE_LIMIT, notes)
            yield read_table(
                lines,
                name,
                columns,
                optional=optional,
                delimiter=delimiter,
                quoted=quoted,
                notes=notes,
                mappable=mappable,
            )
    except sources.RefusedError as refusal:
        raise GuideError([refusal.diagnostic(Span(name))]) from refusal
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"the file cannot be read: {reason}"
        raise GuideError([Diagnostic("error", "cannot-read", message, Span(name))]) from error


def folded(name: str) -> str:
    """A column's name as it is compared: "Scale ID", "scale_id" and "SCALE ID" are one."""
    return _APART.sub(" ", name).strip().casefold()


def _to_header(lines: Iterator[str]) -> tuple[Iterator[str], str | None, int]:
    """The lines after the first that is not blank, that one, and how many were blank before it."""
    for count, line in enumerate(lines):
        if line.strip("\ufeff \r\n"):
            return lines, line.lstrip("\ufeff"), count
    return lines, None, 0


def _delimiter(header: str) -> str:
    """The delimiter that the header has most of outside quotation marks; a comma where there is none."""
    outside = "".join(header.split('"')[0::2])
    return max(DELIMITERS, key=lambda sign: (outside.count(sign), sign == ","))


def _records(
    lines: Iterator[str], name: str, before: int, delimiter: str, quoted: bool, notes: list[Diagnostic]
) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the line that it begins at. One that cannot be read is told in `notes`."""
    style: dict[str, Any] = {"quoting": csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE}
    tail: list[str] = []  # the lines of the last record
    reader = csv.reader(_kept(lines, tail), delimiter=delimiter, **style)
    broken, begin = 0, before
    while True:
        past, lines_of_past = begin, len(tail)
        begin = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            if quoted and len(tail) > 1 and sum(line.count('"') for line in tail) % 2 == 1:
                notes.append(_unclosed(name, past, before + reader.line_num))
            return
        except csv.Error:
            broken += 1
            tail.clear()
            notes.append(_unreadable(name, begin, before + reader.line_num))
            if broken == _MOST_BROKEN:
                message = "reading stops here: too many rows cannot be read"
                fault = Diagnostic("error", "too-many-problems", message, Span(name, begin, 1))
                raise GuideError([*notes, fault]) from None
            continue
        del tail[:lines_of_past]
        if len(cells) > 1 or (cells and cells[0].strip()):
            yield begin, cells


def _kept(lines: Iterator[str], tail: list[str]) -> Iterator[str]:
    for line in lines:
        tail.append(line)
        yield line


def _unclosed(name: str, begin: int, end: int) -> Diagnostic:
    message = (
        f"a quotation mark opens a cell here and none closes it: all up to line {end:,} was read as that cell"
    )
    hint = "look for a quotation mark without its fellow"
    return Diagnostic("warning", "open-quote", message, Span(name, begin, 1), (hint,))


def _unreadable(name: str, begin: int, end: int) -> Diagnostic:
    if end > begin:
        message = f"a cell opens here and runs on to line {end:,}: what stands between is left out"
        hint = "look for a quotation mark without its fellow"
    else:
        message, hint = "this line cannot be read as a row: left out", "look for a cell of enormous length"
    return Diagnostic("warning", "unreadable-row", message, Span(name, begin, 1), (hint,))


def _places(
    header: tuple[str, ...],
    columns: Mapping[str, tuple[str, ...]],
    optional: frozenset[str],
    span: Span,
    *,
    mappable: bool,
) -> dict[str, int]:
    known: dict[str, int] = {}
    for place, written in enumerate(header):
        known.setdefault(folded(written), place)
    if mappable:
        _let_prefixes_fall(known, columns)
    places = {
        column: known[fold]
        for column, names in columns.items()
        if (fold := next((f for f in map(folded, names) if f in known), None)) is not None
    }
    missing = [column for column in columns if column not in places and column not in optional]
    if missing:
        maps = [f"--map {column}=NAME" if mappable else "" for column in missing]
        faults = [
            _missing(columns[column], header, span, option)
            for column, option in zip(missing, maps, strict=True)
        ]
        raise GuideError(faults)
    return places


_PREFIXES = ("job", "posting", "vacancy", "employer", "company")
_OF_EMPLOYERS = ("employer", "place", "town", "region", "country")
"""Columns that may be called after the employer; an employer's own address is not that of the job."""


def _let_prefixes_fall(known: dict[str, int], columns: Mapping[str, tuple[str, ...]]) -> None:
    """Add to the names of a header "min salary" for "job_min_salary", where nothing else is called so."""
    for name, place in list(known.items()):
        prefix, _, rest = name.partition(" ")
        if prefix not in _PREFIXES or name in {folded(each) for names in columns.values() for each in names}:
            continue
        meant = [column for column, names in columns.items() if rest in map(folded, names)]
        if meant and (prefix in _PREFIXES[:3] or meant[0] in _OF_EMPLOYERS):
            known.setdefault(rest, place)


def _twins(header: tuple[str, ...], places: Mapping[str, int], span: Span) -> Iterator[Diagnostic]:
    """A warning for each wanted column whose name stands twice."""
    names = [folded(name) for name in header]
    for place in dict.fromkeys(places.values()):
        if (count := names.count(names[place])) > 1:
            times = "twice" if count == 2 else f"{count} times"
            message = f"the column '{header[place][:60]}' stands {times} in the header; the first is taken"
            yield Diagnostic(
                "warning", "duplicate-column", message, span, ("give each column a name of its own",)
            )


def _missing(names: tuple[str, ...], header: tuple[str, ...], span: Span, option: str) -> Diagnostic:
    listed = [name[:60] for name in header if name]
    hints = did_you_mean(names[0], listed)
    if any(_NUMBER.fullmatch(name) for name in listed):
        hints = ("this line seems to hold data: the first line must name the columns",)
    elif len(listed) == 1 < len(header):
        hints = ("this line seems to be a title: the first line must name the columns",)
    elif option:
        hints += (f"say which one it is: {option}",)
    if listed:
        hints += ("the columns are " + ", ".join(f"'{name}'" for name in listed[:20]),)
    what = f"there is no column '{names[0]}'" + (f" (nor '{names[1]}')" if len(names) > 1 else "")
    return Diagnostic("error", "missing-column", what, span, hints)


def _refuse_packed(magic: bytes, name: str) -> None:
    if magic[:2] == b"PK" or magic == b"\xd0\xcf\x11\xe0":  # zip, and the format that Office wrote before
        message = "this is a zip file or a workbook of the old format, not a table of text"
        hint = "save the sheet as CSV or xlsx, or unpack the file, and name that"
        raise GuideError([Diagnostic("error", "not-text", message, Span(name), (hint,))])
