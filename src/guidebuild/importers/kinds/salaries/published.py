"""A table whose rows are percentiles already: the Occupational Employment and Wage Statistics of the BLS, or any other.

Comes in: its rows, and which occupation and area are wanted. Goes out: `Paid`. Refuses: several rows (percentiles
cannot be pooled), and estimates that are missing. In the release's "Field Descriptions", "*" is a wage estimate that is
not available, "**" an employment estimate that is not, and "#" a wage at or above the highest that is published.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.kinds.salaries.layouts import OEWS, Layout
from guidebuild.importers.kinds.salaries.pay import Paid, said
from guidebuild.importers.kinds.salaries.reports import title_key
from guidebuild.importers.kinds.salaries.samples import PERCENTS
from guidebuild.importers.kinds.salaries.wanted import PERIODS, Period, Wanted
from guidebuild.importers.meaning.countries import country_key, country_name
from guidebuild.importers.meaning.money import amount_in
from guidebuild.importers.meaning.wording import LINE, clean, fitted
from guidebuild.importers.reading.table import Row, Table

_NATION = ("u s", "us", "united states", "national", "")
_YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?i)oe[sw]s?m?(\d\d)(?!\d)")  # "oesm24nat"
_SOC = re.compile(r"(\d\d)-?(\d{4})(?:\.\d\d)?")
_MOST_KNOWN = 20_000
_MOST_JOBS = 100_000_000
_MOST_FOUND = 2_000


@dataclass(slots=True)
class _Search:
    """Rows of the wanted occupation, those of its plural ("Baker", "Bakers"), and all occupations, for suggestions.

    `highest` are the largest percentiles that the table gives, by the period.
    """

    found: list[Row] = field(default_factory=list)
    plural: list[Row] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    highest: dict[Period, float] = field(default_factory=dict)


def choose(table: Table, wanted: Wanted, layout: Layout) -> Paid:
    """The row of the wanted occupation and area as a pay block. Raises `GuideError`."""
    period = layout.period or wanted.period or "year"
    faults = list(_unasked(table, wanted, period, layout))
    year = _year(table, wanted)
    if faults or year is None:
        raise GuideError(faults)
    search = _search(table, wanted)
    row = _one(_in_area(_narrow(search.found), wanted, table), search, wanted, table)
    return _paid(row, year, period, search.highest.get(period, 0.0), wanted, layout, table)


def _unasked(table: Table, wanted: Wanted, period: Period, layout: Layout) -> Iterator[Diagnostic]:
    if bool(wanted.soc) == bool(wanted.titles):
        message = "name the occupation either by --soc or by --title" if wanted.soc else "name the occupation"
        yield _error(
            "no-occupation", message, Span("--soc"), "as in --soc 15-2051 or --title 'Data Scientists'"
        )
    if len(wanted.titles) > 1:
        yield _error("percentiles", "published percentiles of several titles cannot be pooled", Span("--title"),
                     "name one title")  # fmt: skip
    if wanted.soc and not _SOC.fullmatch(wanted.soc.strip()):
        yield _error(
            "bad-soc", f"'{wanted.soc[:40]}' is not a SOC code", Span("--soc"), "write it as in 15-2051"
        )
    if wanted.level:
        yield _error("no-levels", "this table has no levels", Span("--level"), "leave --level out")
    if wanted.soc and "code" not in table:
        yield _error(
            "no-codes", "this table has no column of codes", Span("--soc"), "use --title, or --map code=NAME"
        )
    if f"{period}_p50" not in table and layout.name != OEWS.name:
        yield _error("no-such-period", f"this table has pay by the {layout.period}", Span("--period"),
                     "leave --period out, or map other columns")  # fmt: skip
    if layout.name != OEWS.name and "area" not in table and not (wanted.country or wanted.area):
        yield _error("no-country", "the table does not say where the pay is from", table.span(1),
                     "add --country with a code or name, or map the column: --map area=NAME")  # fmt: skip
    if period == "month" and layout.name == OEWS.name:
        yield _error("no-such-period", "this table has pay by the year and the hour", Span("--period"),
                     "use --period year or --period hour")  # fmt: skip
    if not layout.currency:
        yield _error("no-currency", "the table does not say in which currency the pay is", table.span(1),
                     "add --currency with a code like EUR")  # fmt: skip
    elif wanted.currency not in ("", layout.currency):
        yield _error(
            "no-such-currency", "this table is in US dollars", Span("--currency"), "leave --currency out"
        )
    if _year(table, wanted) is None:
        yield _error("no-year", "the name of the file does not say from which year it is", table.span(),
                     "add --year 2024, the year of the survey")  # fmt: skip


def _year(table: Table, wanted: Wanted) -> int | None:
    if wanted.years:
        return wanted.years[1]
    folder, _, file = table.name.rpartition("/")
    for name in (file, folder.rpartition("/")[2]):
        years = set(_YEAR_IN_NAME.findall(name.replace("M20", " 20")))
        short = _SHORT_YEAR.search(name)
        if len(years) == 1 or (short and not years):
            return int(years.pop()) if years else 2000 + int(short[1] if short else 0)
    return None


def _search(table: Table, wanted: Wanted) -> _Search:
    search = _Search()
    match = _SOC.fullmatch(wanted.soc.strip())
    code = f"{match[1]}-{match[2]}" if match else ""
    title = title_key(wanted.titles[0]) if wanted.titles else ""
    columns = [(name, period) for period in PERIODS for p in PERCENTS if (name := f"{period}_p{p}") in table]
    for row in table:
        for name, period in columns:
            if wage := _wage(row.cells[name]):
                search.highest[period] = max(search.highest.get(period, 0.0), wage)
        if row.cells["code"] not in search.codes and len(search.codes) < _MOST_KNOWN:
            search.codes[row.cells["code"]] = clean(row.cells["title"])
        same = row.cells["code"] == code if code else title_key(row.cells["title"]) == title
        if same and len(search.found) < _MOST_FOUND:
            search.found.append(row)
        elif title and title_key(row.cells["title"]) == f"{title}s" and len(search.plural) < _MOST_FOUND:
            search.plural.append(row)
    search.found = search.found or search.plural
    return search


def _narrow(rows: list[Row]) -> list[Row]:
    """A detailed occupation rather than the broad one of the same name, and all industries rather than one."""
    for column, value in (("group", "detailed"), ("industry", "cross-industry")):
        rows = [row for row in rows if row.cells[column].casefold() == value] or rows
    return rows


def _in_area(rows: list[Row], wanted: Wanted, table: Table) -> list[Row]:
    """Rows of the area that is asked for, else those of the nation where there are some."""
    if "area" not in table or not rows:
        return rows
    if asked := wanted.area or wanted.country:
        key = country_key(asked)
        same = [row for row in rows if country_key(row.cells["area"]) == key]
        same = same or [
            row for row in rows if row.cells["state"] == asked.upper() and row.cells["kind"] == "2"
        ]
        if not same:
            areas = sorted({clean(row.cells["area"]) for row in rows})
            hints = (_areas_like(asked, areas),)
            message = f"this occupation has no row for the area '{asked[:60]}'"
            raise GuideError([Diagnostic("error", "no-such-area", message, table.span(), hints)])
        return same
    return [row for row in rows if title_key(row.cells["area"]).replace(".", "") in _NATION] or rows


def _areas_like(asked: str, areas: list[str]) -> str:
    """Those that hold the words that were asked for, else the nearest, else the first."""
    words = set(re.findall(r"\w+", asked.casefold()))
    holding = [area for area in areas if words <= set(re.findall(r"\w+", area.casefold()))]
    if near := holding[:8] or difflib.get_close_matches(asked, areas, n=4, cutoff=0.6):
        more = f", and {len(holding) - 8} more" if len(holding) > 8 else ""
        listed = [f"'{area}'" for area in near]
        return f"did you mean {' or '.join(listed) if len(listed) < 3 else ', '.join(listed)}{more}?"
    more = f", and {len(areas) - 8:,} more" if len(areas) > 8 else ""
    return "there are " + ", ".join(f"'{area}'" for area in areas[:8]) + more


def _one(rows: list[Row], search: _Search, wanted: Wanted, table: Table) -> Row:
    if not rows:
        raise GuideError([_no_such_occupation(search, wanted, table)])
    areas = list(dict.fromkeys(clean(row.cells["area"]) for row in rows))
    if len(areas) > 1:
        listed = ", ".join(f"'{area}'" for area in areas[:8]) + (", ..." if len(areas) > 8 else "")
        message = f"this occupation has rows for {len(areas):,} areas"
        raise GuideError(
            [_error("several-areas", message, table.span(rows[0].line), f"choose one with --area: {listed}")]
        )
    if len(rows) > 1:
        message = f"{len(rows):,} rows fit, and percentiles cannot be pooled"
        raise GuideError([_error("several-rows", message, table.span(rows[1].line),
                                 "keep the row that you want in a file of its own")])  # fmt: skip
    return rows[0]


def _no_such_occupation(search: _Search, wanted: Wanted, table: Table) -> Diagnostic:
    asked = wanted.soc or wanted.titles[0]
    if wanted.soc:
        near = _codes_like(asked, search.codes)
    else:
        by_title = {title_key(title): code for code, title in search.codes.items()}
        near = [
            by_title[key]
            for key in difflib.get_close_matches(title_key(asked), sorted(by_title), n=3, cutoff=0.5)
        ]
    listed = ", ".join(f"{code} ({search.codes[code][:60]})" for code in near)
    hint = f"did you mean {listed}?" if near else "codes look like 15-2051, titles like 'Data Scientists'"
    return _error("unknown-occupation", f"the table has no occupation '{asked[:80]}'", table.span(), hint)


def _codes_like(asked: str, codes: Iterable[str]) -> list[str]:
    """Those with the most first digits in common, the nearest number first."""
    wanted = re.sub(r"\D", "", asked)[:6].ljust(6, "0")

    def far(code: str) -> tuple[int, int]:
        digits = re.sub(r"\D", "", code)[:6].ljust(6, "0")
        same = next((at for at in range(6) if wanted[at] != digits[at]), 6)
        return -same, abs(int(wanted) - int(digits))

    near = sorted((code for code in codes if _SOC.fullmatch(code)), key=lambda code: (far(code), code))
    return [code for code in near[:3] if -far(code)[0] >= 2]


def _paid(
    row: Row, year: int, period: Period, highest: float, wanted: Wanted, layout: Layout, table: Table
) -> Paid:
    values, top = _values(row, highest, period, table)
    jobs = amount_in(row.cells["jobs"])
    count = (
        int(jobs[0]) if jobs and jobs[0] >= 1 else 0
    )  # where it is not published, the pay holds all the same
    if count > _MOST_JOBS or list(values.values()) != sorted(values.values()):
        numbers = ", ".join(f"{value:,}" for value in values.values())
        message = f"the numbers of this row cannot be: {count:,} jobs, {numbers}"
        raise GuideError(
            [_error("odd-row", message, table.span(row.line), "compare it with the published table")]
        )
    pay = {
        "currency": layout.currency,
        "period": period,
        "region": fitted(
            _region(row, layout) or country_name(country_key(wanted.country)) or wanted.area, LINE
        )[0],
        "years": [year, year],
        "note": _note(row, wanted),
        "kind": "statistics",
        "overall": ({"n": count} if count else {})
        | values
        | ({"at_least": [f"p{p}" for p in top]} if top else {}),
    }
    at = f"{table.name}:{row.line}"
    occupation = f"{row.cells['code']} {clean(row.cells['title'])}".strip()
    details = (f"occupation: {occupation} (line {row.line:,})",)
    told = tuple(said(pay, table.name, table.read, 1, details, "job"))
    texts = {key: text.replace("{years}", str(year)) for key, text in layout.source.items()}
    source = layout.source_id and f"{layout.source_id}-{year}"
    return Paid(pay, at, tuple(table.notes), told, source, texts)


def _values(
    row: Row, highest: float, period: Period, table: Table
) -> tuple[dict[str, int | float], list[int]]:
    """The percentiles, and which of them are only known to be that much or more. Raises `GuideError` for missing ones.

    A hidden one ("#") is at least the highest that the table gives for anybody: it is hidden for being higher.
    """
    cells = {p: row.cells[f"{period}_p{p}"] for p in PERCENTS}
    top = [p for p, cell in cells.items() if cell == "#"]
    found = {p: highest if p in top else _wage(cell) for p, cell in cells.items()}
    missing = [p for p, value in found.items() if not value]
    if missing:
        raise GuideError([_suppressed(missing, cells, row, period, table)])
    return {f"p{p}": int(v) if v == int(v) else round(v, 2) for p, v in found.items() if v}, top


def _wage(cell: str) -> float | None:
    amount = amount_in(cell)
    return amount[0] if amount and 0 < amount[0] <= 1e9 else None


def _suppressed(
    missing: list[int], cells: dict[int, str], row: Row, period: Period, table: Table
) -> Diagnostic:
    what = ", ".join(f"{'median' if p == 50 else 'p' + str(p)} ('{cells[p][:20]}')" for p in missing)
    other: Period = "hour" if period == "year" else "year"
    others = [row.cells.get(f"{other}_p{p}", "") for p in PERCENTS]
    has_other = all(cell == "#" or _wage(cell) for cell in others)
    hint = (
        f"it has pay by the {other}: use --period {other}"
        if has_other
        else "choose a larger area or a broader occupation"
    )
    if any(cells[p] == "#" for p in missing):
        hint = "'#' is a wage above the highest that is published, and this table gives none"
    message = f"the pay by the {period} of this occupation is not published: {what}"
    return _error("suppressed", message, table.span(row.line), hint)


def _region(row: Row, layout: Layout) -> str:
    area = clean(row.cells["area"])
    if layout.name == OEWS.name and title_key(area).replace(".", "") in _NATION:
        return "United States"
    return area


def _note(row: Row, wanted: Wanted) -> str:
    """Which occupation it is, where the role is called otherwise."""
    title = clean(row.cells["title"])
    if title_key(title).removesuffix("s") == title_key(wanted.title).removesuffix("s"):
        return ""
    code = f" ({row.cells['code']})" if row.cells["code"] else ""
    words = f"The pay of {wanted.title} is that of the occupation {title}{code}."
    return fitted(words, LINE)[0]


def _error(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic("error", code, message, span, (hint,))
