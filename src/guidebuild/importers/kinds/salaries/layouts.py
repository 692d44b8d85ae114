"""The layouts of salary tables that are known by name, and which one a header has.

Comes in: the names in a header, and the columns that an author maps. Goes out: a `Layout`: which column is which, and
what the layout itself says (currency, period, source). Refuses: to take a column for pay that is not called so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from guidebuild.importers.kinds.salaries.wanted import Period
from guidebuild.importers.meaning.money_words import CURRENCIES
from guidebuild.importers.reading.guessing import column_of, held
from guidebuild.importers.reading.table import folded

COLUMNS = (
    "title", "pay", "level", "year", "country", "currency", "period", "p10", "p25", "p50", "p75", "p90", "jobs", "area",
    "code",
)  # fmt: skip
"""What `--map` can name."""
ALIASES = {"median": "p50", "location": "country"}
"""Other words for them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` are the names that each column may have; a header with all of `told_by` has this layout.

    `currency` and `period` hold for the whole table, "" and None where it does not say. `published` tables hold
    percentiles, not reports. `source` are the facts of its entry among the sources, with {years} and {rows} to fill in.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    told_by: tuple[str, ...] = ()
    currency: str = ""
    period: Period | None = None
    published: bool = False
    source_id: str = ""
    source: Mapping[str, str] = field(default_factory=dict)


AIJOBS = Layout(
    "aijobs",
    {
        "title": ("job_title",),
        "pay": ("salary_in_usd",),
        "level": ("experience_level",),
        "year": ("work_year",),
        "country": ("employee_residence",),
    },
    told_by=("work_year", "experience_level", "job_title", "salary_in_usd"),
    currency="USD",
    period="year",
    source_id="aijobs",
    source={
        "title": "aijobs.net salary data, {years}",
        "publisher": "aijobs.net",
        "licence": "CC0 1.0",
        "note": "{rows} self-reported salaries from all countries, in US dollars. Job titles are matched exactly.",
    },
)
# The other half of an aijobs.net row: what was earned, in the currency it was earned in.
AIJOBS_OWN_CURRENCY = {"pay": ("salary",), "currency": ("salary_currency",)}

STACK_OVERFLOW = Layout(
    "stackoverflow",
    {"title": ("DevType",), "pay": ("ConvertedCompYearly",), "country": ("Country",)},
    told_by=("DevType", "ConvertedCompYearly", "Country"),
    currency="USD",
    period="year",
    source_id="stack-overflow-survey",
    source={
        "title": "Stack Overflow Developer Survey, {years}",
        "publisher": "Stack Overflow",
        "licence": "ODbL 1.0",
        "url": "https://survey.stackoverflow.co/",
        "note": "Self-reported yearly pay, converted to US dollars. Kinds of developer are matched exactly.",
    },
)

OEWS = Layout(
    "oews",
    {
        "code": ("OCC_CODE",),
        "title": ("OCC_TITLE",),
        "group": ("O_GROUP", "OCC_GROUP", "GROUP"),
        "area": ("AREA_TITLE", "AREA_NAME"),
        "state": ("PRIM_STATE",),
        "kind": ("AREA_TYPE",),
        "industry": ("I_GROUP",),
        "jobs": ("TOT_EMP",),
        **{f"year_p{p}": (f"A_{name}",) for p, name in
           ((10, "PCT10"), (25, "PCT25"), (50, "MEDIAN"), (75, "PCT75"), (90, "PCT90"))},
        **{f"hour_p{p}": (f"H_{name}",) for p, name in
           ((10, "PCT10"), (25, "PCT25"), (50, "MEDIAN"), (75, "PCT75"), (90, "PCT90"))},
    },
    told_by=("OCC_CODE", "OCC_TITLE", "A_MEDIAN"),
    currency="USD",
    published=True,
    source_id="bls-oews",
    source={
        "title": "Occupational Employment and Wage Statistics, May {years}",
        "publisher": "U.S. Bureau of Labor Statistics",
        "licence": "Public domain",
        "url": "https://www.bls.gov/oes/",
        "note": "Estimates from a survey of employers in the United States; the self-employed are not counted.",
    },
)  # fmt: skip

OWN = Layout(
    "own",
    {
        "title": ("job title", "title", "job", "position", "role", "occupation", "job name", "profession"),
        "pay": (
            "salary", "pay", "annual salary", "yearly salary", "annual pay", "wage", "compensation", "base salary",
            "base pay", "gross salary", "total pay", "total compensation", "hourly wage", "hourly pay", "hourly rate",
            "monthly salary", "monthly pay", "amount",
        ),
        "level": ("experience level", "level", "seniority", "seniority level", "experience", "career level"),
        "year": ("year", "work year", "survey year", "reporting year"),
        "country": ("country", "residence", "employee residence", "company location", "location"),
        "currency": ("currency", "salary currency", "pay currency", "currency code"),
        "period": ("period", "pay period", "salary period", "pay frequency", "per"),
    },
)  # fmt: skip

_DOUBTFUL = ("location", "residence", "employee residence", "company location")
"""Names of columns that hold countries in some tables and towns in others."""
_PERCENTILES = {
    f"p{p}": (f"p{p}", f"{p}th percentile", f"pct{p}", f"pct {p}", f"percentile {p}", f"{p} percentile", *more)
    for p, more in ((10, ()), (25, ("q1", "lower quartile")), (50, ("median", "q2")), (75, ("q3", "upper quartile")),
                    (90, ()))
}  # fmt: skip
_PUBLISHED = {
    "title": OWN.columns["title"],
    "code": ("code", "soc", "soc code", "occupation code", "isco"),
    "area": ("area", "region", "country", "location", "state", "area title"),
    "jobs": ("jobs", "employment", "employees", "headcount", "tot emp", "number of jobs"),
    "group": (),
    "industry": (),
    "state": (),
    "kind": (),
}

_CODE = re.compile(rf"(?<![A-Za-z])({'|'.join(sorted(CURRENCIES))})(?![A-Za-z])", re.IGNORECASE)
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "₹": "INR"}
_HEADED: tuple[tuple[str, Period], ...] = (
    ("hour", "hour"), ("month", "month"), ("annual", "year"), ("year", "year"),
)  # fmt: skip
_QUALIFIERS = {"in", "per", "a", "p", "an", "gross", "brutto", "net", "annual", "annually", "yearly", "year", "annum",
               "monthly", "month", "hourly", "hour", "current", "total"}  # fmt: skip

PRESETS: dict[str, Layout] = {layout.name: layout for layout in (AIJOBS, OEWS, STACK_OVERFLOW)}


def layout_of(
    header: Sequence[str], preset: str, columns: Mapping[str, str], rows: Sequence[Sequence[str]] = ()
) -> Layout:
    """The layout that is asked for, else the one that the header tells, with the columns that an author maps.

    `rows` are some of the table's: a column called "location" is one of countries only if it holds them.
    """
    names = {folded(name) for name in header}
    told = (layout for layout in PRESETS.values() if {folded(name) for name in layout.told_by} <= names)
    layout = PRESETS[preset] if preset else next(told, None)
    if layout is None and (columns.keys() & _PERCENTILES.keys() or _holds_percentiles(names)):
        return _published(header, columns)
    layout = layout or _without_towns(_own(header), header, rows)
    if not columns:
        return layout
    return remapped(layout, {column: (name,) for column, name in columns.items()})


def _holds_percentiles(names: set[str]) -> bool:
    return all(names & set(map(folded, each)) for each in _PERCENTILES.values())


def _published(header: Sequence[str], columns: Mapping[str, str]) -> Layout:
    """A table of percentiles, one row for each occupation. The column of the median tells period and currency."""
    mapped = {column: (name,) for column, name in columns.items()}
    if "country" in mapped and "area" not in mapped:
        mapped["area"] = mapped.pop("country")
    percentiles = _PERCENTILES | {column: names for column, names in mapped.items() if column in _PERCENTILES}
    others = _PUBLISHED | {column: names for column, names in mapped.items() if column in _PUBLISHED}
    named = {folded(name): name for name in header}
    median = next((named[folded(name)] for name in percentiles["p50"] if folded(name) in named), "")
    period: Period = headed_period(median) or "year"
    found = {f"{period}_{column}": names for column, names in percentiles.items()}
    return Layout(
        "percentiles", {**others, **found}, currency=headed_currency(median), period=period, published=True
    )


def headed_period(heading: str) -> Period | None:
    """The period in the name of a column: "hourly_median", "Annual pay"."""
    return next((period for word, period in _HEADED if word in heading.casefold()), None)


def headed_currency(heading: str) -> str:
    """The currency in the name of a column: "Salary (EUR)", "salary_in_usd", "Pay £"."""
    if code := _CODE.search(heading.replace("_", " ")):
        return code[1].upper()
    return next((name for sign, name in _SIGNS.items() if sign in heading), "")


def _without_towns(layout: Layout, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Layout:
    """The layout without the names of columns that hold no countries here."""
    towns = {
        folded(name)
        for place, name in enumerate(header)
        if folded(name) in _DOUBTFUL and held(column_of(rows, place), name) != "countries"
    }
    names = tuple(name for name in layout.columns["country"] if folded(name) not in towns)
    return replace(layout, columns={**layout.columns, "country": names})


def _own(header: Sequence[str]) -> Layout:
    """The layout of a table of one's own; "Gross salary in EUR" is a salary, where one column alone is called so."""
    pay = OWN.columns["pay"]
    if {folded(name) for name in header} & set(pay):
        return OWN
    named = [name for name in header if _bare(name) in pay]
    return replace(OWN, columns={**OWN.columns, "pay": (named[0],)}) if len(named) == 1 else OWN


def _bare(name: str) -> str:
    """The name of a column without currency, period and the like."""
    kept = [
        word for word in folded(name).split() if word not in _QUALIFIERS and word.upper() not in CURRENCIES
    ]
    return " ".join(kept)


def remapped(layout: Layout, columns: Mapping[str, tuple[str, ...]]) -> Layout:
    """The layout with other columns. Other pay is not in the currency and period that the layout's own is in."""
    whole = {**layout.columns, **columns}
    if "pay" not in columns:
        return replace(layout, columns=whole)
    period = layout.period if layout.name == AIJOBS.name else None
    source = {key: text for key, text in layout.source.items() if key != "note"}  # it speaks of dollars
    return replace(layout, columns=whole, currency="", period=period, source=source)
