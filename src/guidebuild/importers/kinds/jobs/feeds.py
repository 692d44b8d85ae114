"""Job postings in the JSON of boards and applicant systems, by one table of names.

Comes in: JSON values with the lines of their objects. Goes out: `Posting`s, and the names of fields that a job has no
place for. Refuses: to guess a system: it is told by fields that only its postings have. Sources of the names: the
documentation of the public interfaces of Greenhouse (Job Board), Lever (Postings), Workday (career sites), RemoteOK,
USAJOBS (Search), Arbeitnow (Job Board) and Adzuna (Search).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebuild.importers.kinds.jobs.pay import Pay, pay_of
from guidebuild.importers.kinds.jobs.posting import Posting, words
from guidebuild.importers.meaning.periods import period_of

Found = tuple[list[Posting], list[str]]
_MILLISECONDS = 10_000_000_000  # seconds since 1970 reach this in the year 2286
_RATES = {"PH": "hour", "PD": "day", "BW": "week", "PM": "month", "PA": "year"}  # of USAJOBS


@dataclass(frozen=True, slots=True)
class Feed:
    """How one system writes postings.

    `at` is the way to the list, "" for the value itself; `told_by` are fields of each posting. `fields` gives ours the
    ways to theirs, of which the first that says something counts. `currency` and `period` hold where none is stated;
    `guessed` is a field that is true where pay is the system's own estimate, which is left out.
    """

    name: str
    at: str
    told_by: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    currency: str = ""
    period: str = ""
    guessed: str = ""
    ignored: tuple[str, ...] = field(default=())


FEEDS = (
    Feed(
        "Greenhouse", "jobs", ("title", "absolute_url"),
        {
            "title": ("title",), "employer": ("company_name",), "place": ("location.name", "offices.name"),
            "url": ("absolute_url",), "posted": ("first_published",), "closes": ("application_deadline",),
            "note": ("departments.name",), "id": ("requisition_id", "id"),
            "cents_low": ("pay_input_ranges.min_cents",), "cents_high": ("pay_input_ranges.max_cents",),
            "currency": ("pay_input_ranges.currency_type",), "headline": ("pay_input_ranges.title",),
        },
    ),
    Feed(
        "Lever", "", ("text", "hostedUrl"),
        {
            "title": ("text",), "place": ("categories.location", "categories.allLocations"),
            "employment": ("categories.commitment",), "note": ("categories.department", "categories.team"),
            "remote": ("workplaceType",), "url": ("hostedUrl", "applyUrl"), "posted": ("createdAt",), "id": ("id",),
            "low": ("salaryRange.min",), "high": ("salaryRange.max",), "currency": ("salaryRange.currency",),
            "period": ("salaryRange.interval",),
        },
    ),
    Feed(
        "Workday", "jobPostings", ("title", "externalPath"),
        {
            "title": ("title",), "place": ("locationsText",), "employment": ("timeType",), "posted": ("startDate",),
            "remote": ("remoteType",), "url": ("externalUrl",), "id": ("bulletFields",),
        },
        ignored=("externalPath", "postedOn"),
    ),
    Feed(
        "Workday", "jobPostingInfo", ("title", "jobReqId"),
        {
            "title": ("title",), "place": ("location",), "employment": ("timeType",), "posted": ("startDate",),
            "remote": ("remoteType",), "url": ("externalUrl",), "id": ("jobReqId",), "closes": ("endDate",),
        },
        ignored=("postedOn", "id"),
    ),
    Feed(
        "RemoteOK", "", ("position", "company", "epoch"),
        {
            "title": ("position",), "employer": ("company",), "place": ("location",), "url": ("url", "apply_url"),
            "posted": ("date", "epoch"), "id": ("id",), "low": ("salary_min",), "high": ("salary_max",),
            "always_remote": ("position",),
        },
        currency="USD", period="year", ignored=("slug", "epoch"),
    ),
    Feed(
        "USAJOBS", "SearchResult.SearchResultItems.MatchedObjectDescriptor", ("PositionTitle", "PositionURI"),
        {
            "title": ("PositionTitle",), "employer": ("OrganizationName", "DepartmentName"),
            "place": ("PositionLocationDisplay", "PositionLocation.LocationName"),
            "employment": ("PositionSchedule.Name",), "note": ("DepartmentName",), "url": ("PositionURI",),
            "posted": ("PublicationStartDate", "PositionStartDate"),
            "closes": ("ApplicationCloseDate", "PositionEndDate"), "id": ("PositionID",),
            "low": ("PositionRemuneration.MinimumRange",), "high": ("PositionRemuneration.MaximumRange",),
            "period": ("PositionRemuneration.Description", "PositionRemuneration.RateIntervalCode"),
        },
        currency="USD",
    ),
    Feed(
        "Arbeitnow", "data", ("company_name", "title", "slug"),
        {
            "title": ("title",), "employer": ("company_name",), "place": ("location",), "remote": ("remote",),
            "employment": ("job_types",), "url": ("url",), "posted": ("created_at",), "id": ("slug",),
        },
    ),
    Feed(
        "Adzuna", "results", ("title", "redirect_url"),
        {
            "title": ("title",), "employer": ("company.display_name",), "place": ("location.display_name",),
            "employment": ("contract_time", "contract_type"), "url": ("redirect_url",), "posted": ("created",),
            "id": ("id",), "low": ("salary_min",), "high": ("salary_max",),
        },
        period="year", guessed="salary_is_predicted", ignored=("adref",),
    ),
)  # fmt: skip
NAMES = ", ".join(dict.fromkeys(feed.name for feed in FEEDS))


def postings_in(document: Any, lines: Mapping[int, int], currency: str) -> Found | None:
    """The postings of one JSON value, if a known system wrote it; `lines` are those of its objects by identity."""
    for feed in FEEDS:
        rows = [row for row in _at(document, feed.at) if isinstance(row, dict) and _is_of(row, feed)]
        if rows:
            employer = _first(document, "hiringOrganization.name")
            found = [_posting(row, lines.get(id(row), 1), feed, currency, employer) for row in rows]
            return found, _rest(rows, feed)
    return None


def _is_of(row: Mapping[str, Any], feed: Feed) -> bool:
    return all(row.get(name) for name in feed.told_by)


def _at(value: Any, way: str) -> Iterator[Any]:
    """Every value that a way leads to; lists on the way are gone through."""
    if isinstance(value, list):
        for item in value:
            yield from _at(item, way)
    elif not way:
        yield value
    elif isinstance(value, dict):
        name, _, rest = way.partition(".")
        if name in value:
            yield from _at(value[name], rest)


def _first(row: Any, *ways: str) -> str:
    """The first of the ways that leads to words or a number."""
    for way in ways:
        for value in _at(row, way):
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                text = f"{value:.2f}".removesuffix(".00") if isinstance(value, float) else str(value)
                if told := words(text[:20_000]):
                    return told
    return ""


def _posting(row: Mapping[str, Any], line: int, feed: Feed, currency: str, employer: str) -> Posting:
    def said(name: str) -> str:
        return _first(row, *feed.fields.get(name, ()))

    pay = _pay(row, feed, currency, said)
    kinds = [words(str(kind)) for way in feed.fields.get("employment", ()) for kind in _at(row, way) if kind]
    return Posting(
        line,
        title=said("title"),
        employer=said("employer") or employer,
        place=_place(row, feed, said("place")),
        kinds=tuple(dict.fromkeys(kinds)),
        salary=pay.salary,
        pay=pay.words,
        why=pay.why,
        note=said("note") if said("note") != said("employer") else "",
        url=said("url"),
        posted=_day(said("posted")),
        closes=_day(said("closes")),
        identifier=said("id"),
    )


def _pay(row: Mapping[str, Any], feed: Feed, currency: str, said: Any) -> Pay:
    if feed.guessed and _first(row, feed.guessed) in ("1", "true"):
        return Pay()
    low = said("low") or _from_cents(said("cents_low"))
    high = said("high") or _from_cents(said("cents_high"))
    if not re.search(r"[1-9]", low + high):  # some write zeros where they know nothing
        return Pay()
    period = _RATES.get(said("period"), said("period")) or period_of(said("headline")) or feed.period
    return pay_of(low=low, high=high, currency=said("currency") or currency or feed.currency, period=period)


def _from_cents(amount: str) -> str:
    return f"{int(amount) / 100:.2f}".removesuffix(".00") if amount.isdigit() else ""


def _place(row: Mapping[str, Any], feed: Feed, place: str) -> str:
    """Where it is; what can be done from anywhere says so."""
    told = [value for way in feed.fields.get("remote", ()) for value in _at(row, way)]
    remote = "always_remote" in feed.fields or any(
        value is True or str(value).casefold() in ("remote", "fully remote") for value in told
    )
    if not remote or "remote" in place.casefold():
        return place
    return f"Remote, {place}" if place else "Remote"


def _day(text: str) -> str:
    """A day; a number is seconds, or thousandths of them, since 1970."""
    if not text.isdigit() or len(text) < 9:
        return text
    seconds = int(text[:15])
    seconds = seconds // 1000 if seconds > _MILLISECONDS else seconds
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()


def _rest(rows: list[dict[str, Any]], feed: Feed) -> list[str]:
    """The fields that hold something and are not taken."""
    taken = {way.partition(".")[0] for ways in feed.fields.values() for way in ways} | {
        *feed.ignored,
        feed.guessed,
    }
    names = dict.fromkeys(
        name for row in rows for name, value in row.items() if value not in (None, "", [], {})
    )
    return [name for name in names if name not in taken]
