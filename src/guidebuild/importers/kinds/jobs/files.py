"""The postings of a file, whatever kind of file it is.

Comes in: a path, and what an author says of its columns. Goes out: `Postings`, at most 5,000. Refuses: files that are
no text, or that hold no posting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.kinds.jobs import feeds, jsonld, microdata, rows, schema_org
from guidebuild.importers.kinds.jobs.posting import Posting
from guidebuild.importers.meaning.countries import country_in, country_key
from guidebuild.importers.reading.decoding import decoded
from guidebuild.importers.reading.table import TABLE_LIMIT
from guidebuild.sources import shown

PAGE_LIMIT = 50_000_000
MOST = 5_000
"""Postings of one import: the file of a project's jobs is read for each of its guides."""
_APART = re.compile(r"[\W_]+")
_TABLE, _JSON, _HTML = "table", "json", "html"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`columns` says which column of a table is which; `employer` and `currency` hold where a posting names none.

    Only postings with all `words` in their title, or from `country`, are taken, where these are given.
    """

    file: Path
    roles: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    employer: str = ""
    delimiter: str | None = None
    currency: str = ""
    words: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class Postings:
    """`rest` are the names of columns or properties that have no place in a posting."""

    found: list[Posting]
    rest: list[str]
    notes: tuple[Diagnostic, ...]


def postings_of(wanted: Wanted) -> Postings:
    """Raises `GuideError`."""
    kind = _kind(wanted.file)
    if kind == _TABLE:
        postings, rest, notes = rows.postings(
            wanted.file, wanted.columns, wanted.employer, wanted.delimiter, wanted.currency
        )
        return _chosen(postings, rest, notes, wanted)
    if wanted.columns:
        message = "--map names columns of a table, which this file is not"
        raise GuideError([Diagnostic("error", "no-columns", message, Span("--map"))])
    text, warnings = _text(wanted.file)
    found = (jsonld.in_json if kind == _JSON else jsonld.in_html)(text, shown(wanted.file))
    if not found.nodes and kind == _JSON and (told := _of_feeds(found, wanted.currency)):
        return _chosen(*told, (*warnings, *found.broken), wanted)
    if not found.nodes and found.microdata:
        found.nodes += microdata.nodes_in(text)
    if not found.nodes:
        raise GuideError([*found.broken, _none(found)])
    names = dict.fromkeys(name for node in found.nodes for name in schema_org.not_taken(node))
    postings = [schema_org.posting_of(node, wanted.currency) for node in found.nodes]
    return _chosen(postings, list(names), (*warnings, *found.broken), wanted)


def _of_feeds(found: jsonld.Found, currency: str) -> tuple[list[Posting], list[str]] | None:
    """The postings of boards and applicant systems, from all values of the file."""
    told = [feeds.postings_in(value, lines, currency) for value, lines in found.documents]
    postings = [posting for each in told if each for posting in each[0]]
    rest = dict.fromkeys(name for each in told if each for name in each[1])
    return (postings, list(rest)) if postings else None


def _chosen(
    postings: list[Posting], rest: list[str], notes: Iterable[Diagnostic], wanted: Wanted
) -> Postings:
    """The postings that are asked for, at most `MOST`. Raises `GuideError` where none is."""
    asked = [set(_APART.sub(" ", words.casefold()).split()) for words in wanted.words]
    country = country_key(wanted.country) if wanted.country else ""
    found = [
        posting
        for posting in postings
        if (
            not asked
            or any(words <= set(_APART.sub(" ", posting.title.casefold()).split()) for words in asked)
        )
        and (not country or country in _countries(posting.place))
    ]
    if postings and not found:
        what = " and ".join(
            [f"the words '{words}' in its title" for words in wanted.words[:1]]
            + ([f"a place in '{wanted.country}'"] if country else [])
        )
        message = f"none of {len(postings):,} postings has {what}"
        raise GuideError([Diagnostic("error", "no-match", message, Span(shown(wanted.file)))])
    return Postings(found[:MOST], rest, (*notes, *_too_many(len(found), wanted.file)))


def _countries(place: str) -> set[str]:
    """The countries that a place names: "Leeds, United Kingdom; York", "Remote, Germany or Austria"."""
    parts = re.split(r"; | or ", place)
    return {code for part in parts if (code := country_in(part))}


def _kind(file: Path) -> str:
    """By the first character that is to be seen, and by the name."""
    head = _bytes(file, TABLE_LIMIT, first=4_096).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if head[:1] in (b"{", b"["):
        return _JSON
    if head[:1] == b"<" or file.suffix.casefold() in (".html", ".htm", ".xhtml"):
        return _HTML
    return _JSON if file.suffix.casefold() in (".json", ".jsonld", ".jsonl", ".ndjson") else _TABLE


def _bytes(file: Path, limit: int, *, first: int = -1) -> bytes:
    """The file, or its first bytes. Raises `GuideError`."""
    name = shown(file)
    try:
        with sources.open_file(file, limit=limit) as stream:
            return stream.read(first)
    except sources.RefusedError as refusal:
        raise GuideError([refusal.diagnostic(Span(name))]) from refusal
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise GuideError([Diagnostic("error", "cannot-read", message, Span(name))]) from error


def _text(file: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    try:
        found = decoded(_bytes(file, PAGE_LIMIT), shown(file))
    except GuideError as error:
        hints = ("save the postings as HTML, JSON or CSV and import that",)
        raise GuideError(
            replace(fault, hints=hints) if fault.code == "not-text" else fault for fault in error.diagnostics
        ) from None
    return found.text, found.notes


def _too_many(count: int, file: Path) -> Iterator[Diagnostic]:
    if count > MOST:
        message = f"this file holds {count:,} postings; the first {MOST:,} are taken"
        hint = "keep those that matter in a file of their own"
        yield Diagnostic("warning", "too-many-jobs", message, Span(shown(file)), (hint,))


def _none(found: jsonld.Found) -> Diagnostic:
    if found.broken:
        message, hint = "what could be read of this file holds no job posting", "mend what is broken"
    elif found.scripts:
        message, hint = (
            "this file holds no JobPosting, and no list of jobs of a system that is known",
            f'it needs an object of the type "JobPosting", or the JSON of {feeds.NAMES}',
        )
    else:
        message = "this page holds no JSON-LD"
        hint = "save the page of a single job, from a browser: some pages add it only there"
    return Diagnostic("error", "no-postings", message, Span(found.name), (hint,))
