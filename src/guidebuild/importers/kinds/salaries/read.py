"""The pay of a role from a table of salaries.

Comes in: `Wanted`, the ids of the roles that there are, and the day. Goes out: a `Draft` with the pay, whose `said`
tells what was used. Refuses: roles that are not there, and every table that does not hold what was wanted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span, did_you_mean
from guidebuild.importers.draft import Draft, Entry, Fact, Tree
from guidebuild.importers.kinds.salaries import complaints, published
from guidebuild.importers.kinds.salaries.layouts import (
    AIJOBS,
    AIJOBS_OWN_CURRENCY,
    OEWS,
    Layout,
    layout_of,
    remapped,
)
from guidebuild.importers.kinds.salaries.pay import Paid, paid, tell_unit
from guidebuild.importers.kinds.salaries.reports import gather
from guidebuild.importers.kinds.salaries.samples import PERCENTS
from guidebuild.importers.kinds.salaries.wanted import Wanted
from guidebuild.importers.meaning.wording import LINE, fitted, slug
from guidebuild.importers.reading.table import Table, open_table


def read_salaries(wanted: Wanted, *, roles: Collection[str], on: dt.date) -> Draft:
    """The draft of an import of pay. Raises `GuideError` with everything that is wrong."""
    faults: list[Diagnostic] = []
    if wanted.role not in roles:
        message = f"there is no role '{wanted.role[:80]}' to add pay to"
        hints = did_you_mean(wanted.role, roles) or ("import or write the role first",)
        faults.append(Diagnostic("error", "unknown-role", message, Span("--role"), hints))
    try:
        found = _read(wanted, _layout(wanted))
    except GuideError as error:
        raise GuideError([*faults, *error.diagnostics]) from None
    if faults:
        raise GuideError(faults)
    return _draft(wanted, found, on)


def _layout(wanted: Wanted) -> Layout:
    with open_table(wanted.file, {}, delimiter=wanted.delimiter) as table:
        layout = layout_of(table.header, wanted.layout, wanted.columns, table.peek())
    if layout.published and not layout.currency:
        layout = replace(layout, currency=wanted.currency)
    if (
        layout.name == AIJOBS.name
        and wanted.currency not in ("", layout.currency)
        and "pay" not in wanted.columns
    ):
        return remapped(layout, {**AIJOBS_OWN_CURRENCY, **{k: (v,) for k, v in wanted.columns.items()}})
    return layout


def _read(wanted: Wanted, layout: Layout) -> Paid:
    needed = _needed(layout)
    optional = [column for column in layout.columns if column not in needed and column not in wanted.columns]
    silent = [column for column in _SILENT if column not in wanted.columns]
    columns = {column: layout.columns.get(column, ()) for column in (*layout.columns, *silent)}
    with open_table(
        wanted.file,
        columns,
        optional=[*optional, *silent],
        delimiter=wanted.delimiter,
        mappable=layout.name != OEWS.name,
    ) as table:
        return (
            published.choose(table, wanted, layout) if layout.published else _reported(table, wanted, layout)
        )


def _needed(layout: Layout) -> set[str]:
    """The columns without which a table says nothing."""
    if not layout.published:
        return {"title", "pay"}
    if layout.name == OEWS.name:
        return {"code", "title", "jobs"}
    return {"title", *(f"{layout.period}_p{p}" for p in PERCENTS)}


# Columns that every reading asks of its rows, whether the layout has them or not.
_SILENT = ("level", "year", "country", "currency", "period")


def _reported(table: Table, wanted: Wanted, layout: Layout) -> Paid:
    if faults := list(complaints.unasked(table, wanted)):
        raise GuideError(faults)
    unit = tell_unit(table, wanted, layout)
    reports = gather(table, wanted, *unit)
    if faults := complaints.fatal(reports, wanted, table):
        raise GuideError([*faults, *table.notes])
    return paid(reports, wanted, layout, table)


def _draft(wanted: Wanted, found: Paid, on: dt.date) -> Draft:
    source = _source_id(wanted, found)
    pay = {
        key: value
        for key, value in {**found.pay, "source": source}.items()
        if value not in (None, "", [], {})
    }
    ordered = {key: pay[key] for key in _ORDER if key in pay}
    entries = (
        Entry("sources", source, _source(wanted, found, on)),
        Entry("roles", wanted.role, {"pay": Fact(ordered, found.at, whole=True)}, adds=True),
    )
    return Draft(f"salaries:{wanted.role}", source, entries, found.notes, found.said)


_ORDER = ("currency", "period", "region", "years", "source", "note", "kind", "overall", "levels", "reports")


def _source_id(wanted: Wanted, found: Paid) -> str:
    return found.source_id or slug(wanted.file.stem, fallback="salaries")


def _source(wanted: Wanted, found: Paid, on: dt.date) -> Mapping[str, Tree]:
    """The source's entry: what the author says counts before what the layout knows, and that before the file's name."""
    told = wanted.source
    given = {"title": told.title, "publisher": told.publisher, "licence": told.licence, "url": told.url}
    facts: dict[str, Any] = {
        "title": wanted.file.name,
        **found.source,
        **{k: v for k, v in given.items() if v},
    }
    ordered = {key: facts[key] for key in ("title", "publisher", "url", "licence", "note") if facts.get(key)}
    texts: dict[str, Tree] = {
        key: Fact(value if key == "url" else fitted(value, LINE)[0], found.at)
        for key, value in ordered.items()
    }
    return {**texts, "accessed": Fact(on, found.at)}
