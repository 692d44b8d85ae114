"""Job postings in a table.

Comes in: a delimited file, and which of its columns is which. Goes out: `Posting`s, and the names of the columns that
have no place in one. Refuses: tables without titles, and without employers unless one is given for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.kinds.jobs.pay import pay_of
from guidebuild.importers.kinds.jobs.posting import Posting, words
from guidebuild.importers.kinds.jobs.schema_org import site
from guidebuild.importers.meaning.countries import country_key, country_name
from guidebuild.importers.reading.guessing import column_of, held
from guidebuild.importers.reading.table import Row, Table, open_table

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "job title", "position", "job", "role", "vacancy", "name", "position title"),
    "employer": (
        "employer", "company", "company name", "organisation", "organization", "hiring organization", "employer name",
        "hiring organisation",
    ),
    "place": ("place", "location", "job location", "locations", "work location", "workplace"),
    "town": ("city", "town", "locality"),
    "region": ("region", "state", "province", "county"),
    "country": ("country", "country code"),
    "remote": ("remote", "is remote", "remote allowed", "telecommute"),
    "employment": ("employment", "employment type", "job type", "contract type", "contract", "type", "work type",
                   "schedule"),
    "level": ("level", "seniority", "job level", "experience level", "seniority level", "career level"),
    "salary": ("salary", "pay", "salary range", "pay range", "compensation", "wage", "base salary"),
    "salary_low": ("salary low", "min salary", "salary min", "minimum salary", "salary from", "pay min", "min pay",
                   "min amount", "min", "minimum"),
    "salary_high": ("salary high", "max salary", "salary max", "maximum salary", "salary to", "pay max", "max pay",
                    "max amount", "max", "maximum"),
    "currency": ("currency", "salary currency", "currency code"),
    "period": ("period", "salary period", "pay period", "salary unit", "pay frequency", "unit text", "interval"),
    "url": ("url", "link", "apply url", "job url", "application url", "web address", "apply link", "job posting url",
            "redirect url"),
    "posted": ("posted", "date posted", "posted on", "posted at", "posting date", "published", "listed",
               "posted date", "date"),
    "closes": ("closes", "closing date", "deadline", "valid through", "expires", "apply by", "application deadline",
               "expiry date", "closes on"),
    "note": ("note", "notes", "department", "team"),
    "id": ("id", "job id", "identifier", "reference", "ref", "requisition id", "req id"),
}  # fmt: skip
ALIASES = {"date": "posted", "location": "place", "company": "employer", "link": "url"}
"""Other words for columns that `--map` takes."""
_OFFERS = {
    "addresses": (("url", "the address of the job"),),
    "dates": (("date", "the day of posting"), ("closes", "the last day to apply")),
    "money": (("salary", "the pay"),),
}
_YES = {"yes", "y", "true", "1", "remote", "x", "fully remote"}


def postings(
    file: Path, mapped: Mapping[str, str], employer: str, delimiter: str | None, currency: str
) -> tuple[list[Posting], list[str], list[Diagnostic]]:
    """The postings of a table, columns that have no place in one, and what there is to tell. Raises `GuideError`.

    `currency` is that of pay of which a row names none.
    """
    columns = COLUMNS | {column: (name,) for column, name in mapped.items()}
    needed = {"title", *mapped} | (set() if employer else {"employer"})
    optional = [column for column in columns if column not in needed]
    with open_table(file, columns, optional=optional, delimiter=delimiter, mappable=True) as table:
        rows = table.peek()
        offers = _offers(table, rows)
        found = [_posting(row, currency) for row in table]
        taken = {*table.places.values(), *offers}
        rest = [
            name
            for place, name in enumerate(table.header)
            if place not in taken and name and any(column_of(rows, place))
        ]
        return found, rest, [*table.notes, *offers.values()]


def _offers(table: Table, rows: Sequence[Sequence[str]]) -> dict[int, Diagnostic]:
    """For each column that is not taken and holds what a job has room for: what to write to have it taken."""
    full = {column for column, place in table.places.items() if any(column_of(rows, place))}
    told: dict[int, Diagnostic] = {}
    for place, name in enumerate(table.header):
        if place in table.places.values() or not name:
            continue
        holds = held(column_of(rows, place), name)
        offers = (
            _OFFERS.get(holds, ()) if holds != "money" or not full & {"salary_low", "salary_high"} else ()
        )
        free = [(column, what) for column, what in offers if ALIASES.get(column, column) not in full]
        if free:
            hints = tuple(f"if it is {what}: --map {column}={_quoted(name)}" for column, what in free)
            message = f"'{name[:60]}' holds {holds}, and nothing tells which: left out"
            told[place] = Diagnostic("note", "not-mapped", message, table.span(1), hints)
    return told


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _posting(row: Row, currency: str) -> Posting:
    cells = {column: words(cell[:20_000]) for column, cell in row.cells.items()}
    pay = pay_of(
        words=cells["salary"], low=cells["salary_low"], high=cells["salary_high"],
        currency=cells["currency"] or currency, period=cells["period"],
    )  # fmt: skip
    return Posting(
        row.line,
        title=cells["title"],
        employer=cells["employer"],
        place=_place(cells),
        kinds=tuple(
            part.strip() for part in cells["employment"].replace(";", ",").replace("/", ",").split(",")
        ),
        level=cells["level"],
        salary=pay.salary,
        pay=pay.words,
        why=pay.why,
        note=cells["note"],
        url=cells["url"],
        posted=cells["posted"],
        closes=cells["closes"],
        identifier=cells["id"],
    )


def _place(cells: Mapping[str, str]) -> str:
    key = country_key(cells["country"])
    country = cells["country"] if country_name(key) == key else country_name(key)
    place = cells["place"] or site(cells["town"], cells["region"], country)
    if cells["remote"].casefold() not in _YES or "remote" in place.casefold():
        return place
    return f"Remote, {place}" if place else "Remote"
