"""The pay block that reports add up to, and what to tell of it.

Comes in: `Reports` that are sound, and what was wanted. Goes out: `Paid`: the block as YAML holds it, warnings, and
lines that say what was used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.kinds.salaries import complaints
from guidebuild.importers.kinds.salaries.layouts import Layout, headed_currency, headed_period
from guidebuild.importers.kinds.salaries.reports import Reports, Unit, title_key
from guidebuild.importers.kinds.salaries.samples import ENOUGH, PERCENTS, Sample
from guidebuild.importers.kinds.salaries.wanted import LEVELS, Period, Wanted
from guidebuild.importers.meaning.countries import country_key, country_name
from guidebuild.importers.meaning.employment import Level
from guidebuild.importers.meaning.wording import LINE, clean, counted, fitted
from guidebuild.importers.reading.table import Table

ALL_COUNTRIES = "all countries"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LEVEL_WORDS = {
    "entry": "entry-level",
    "mid": "mid-level",
    "senior": "senior-level",
    "executive": "executive-level",
}


@dataclass(frozen=True, slots=True)
class Paid:
    """`pay` lacks its source, whose id and texts stand apart; `source_id` is "" where the file's name makes one."""

    pay: Mapping[str, Any]
    at: str
    notes: tuple[Diagnostic, ...] = ()
    said: tuple[str, ...] = ()
    source_id: str = ""
    source: Mapping[str, str] = field(default_factory=dict)


def tell_unit(table: Table, wanted: Wanted, layout: Layout) -> tuple[str, Period | None]:
    """The currency and the period that hold for the table: by its layout, by the name of its column, or as wanted."""
    heading = table.header[table.places["pay"]]
    headed = headed_period(heading)
    currency = layout.currency or headed_currency(heading) or ("" if "currency" in table else wanted.currency)
    return currency, layout.period or headed or wanted.period


def paid(reports: Reports, wanted: Wanted, layout: Layout, table: Table) -> Paid:
    (unit,) = reports.samples
    samples = reports.samples[unit]
    overall = _pooled(samples, unit)
    span = reports.years[unit] if "year" in table else wanted.years or reports.years[unit]
    levels = {level: samples[level] for level in LEVELS if level in samples}
    shown = {} if wanted.level else {level: s.percentiles() for level, s in levels.items() if s.n >= ENOUGH}
    pay = {
        "currency": unit[0],
        "period": unit[1],
        "region": fitted(_region(reports, wanted, table), LINE)[0],
        "years": list(span),
        "note": note(wanted),
        "overall": overall.percentiles(),
        "levels": shown,
        "reports": overall.reports() if overall.n < ENOUGH else [],
    }
    notes = (*table.notes, *complaints.warnings(reports, overall, table))
    told = tuple(
        said(pay, table.name, table.read, reports.matched.total(), _details(reports, wanted, levels, table))
    )
    whole = reports.all_years or span
    texts = {
        key: text.replace("{years}", years_words(whole)).replace("{rows}", f"{table.read:,}")
        for key, text in layout.source.items()
    }
    dated = f"-{span[1]}" if layout.source_id and "year" not in table else ""
    return Paid(pay, table.name, notes, told, layout.source_id and layout.source_id + dated, texts)


def _pooled(samples: Mapping[str, Sample], unit: Unit) -> Sample:
    pooled = Sample(cents=unit[1] == "hour")
    for sample in samples.values():
        pooled.amounts.update(sample.amounts)
    return pooled


def _region(reports: Reports, wanted: Wanted, table: Table) -> str:
    """The country that is wanted; without one, the country of the table where all of its rows are from one."""
    alone = {country_key(name) for name in reports.written}
    if not wanted.country and (len(alone) != 1 or "" in alone):
        return ALL_COUNTRIES
    key = country_key(wanted.country) if wanted.country else alone.pop()
    name = country_name(key)
    if name != key:
        return name
    return reports.places.get(key, wanted.country) if "country" in table else wanted.country


def note(wanted: Wanted) -> str:
    """How the reports were chosen, where a reader would not expect it: other titles than the role's, one level."""
    keys = {title_key(title): clean(title) for title in wanted.titles}
    own = title_key(wanted.title) in keys
    others = [title for key, title in keys.items() if key != title_key(wanted.title)]
    words = ""
    if len(keys) > 1:
        count = _NUMBERS[len(keys)] if len(keys) < len(_NUMBERS) else str(len(keys))
        listed = [*(["this one"] if own else []), *others]
        sign = "," if own and len(others) == 1 else ":"
        words = f"{wanted.title} pools {count} job titles{sign} {', '.join(listed[:-1])} and {listed[-1]}"
    elif others:
        words = f"The pay of {wanted.title} is that of the job title {others[0]}"
    if wanted.level:
        only = f"{_LEVEL_WORDS[wanted.level]} reports only"
        words = f"{words}, {only}" if words else f"For {wanted.title}, {only}"
    return fitted(words + ".", LINE)[0] if words else ""


def said(
    pay: Mapping[str, Any],
    name: str,
    rows: int,
    matched: int,
    details: tuple[str, ...],
    noun: str = "report",
) -> Iterator[str]:
    """Lines for people on what was used."""
    overall, period = pay["overall"], pay["period"]
    yield f"{name}: {counted(rows, 'row')} read, {matched:,} of the job"
    unit = f"{pay['currency']} {'an' if period == 'hour' else 'a'} {period}"
    count = counted(overall["n"], noun) if "n" in overall else f"{noun}s whose number is not published"
    yield f"used: {count}, {years_words(tuple(pay['years']))}, {unit}, {pay['region']}"
    yield from details
    more = dict.fromkeys(overall.get("at_least", ()), " or more")
    told = (f"p{p} {_amount(overall[f'p{p}'])}{more.get(f'p{p}', '')}" for p in PERCENTS)
    yield "percentiles: " + ", ".join(told)


def _amount(value: float) -> str:
    return f"{value:,}" if value == int(value) else f"{value:,.2f}"


def _details(
    reports: Reports, wanted: Wanted, levels: Mapping[Level, Sample], table: Table
) -> tuple[str, ...]:
    titles = ", ".join(f"'{clean(t)}' ({reports.matched[title_key(t)]:,})" for t in wanted.titles)
    lines = [f"titles: {titles}"]
    if reports.passed_over:
        lines.append("left out: " + ", ".join(f"{n:,} {why}" for why, n in reports.passed_over.items()))
    if levels:
        counts = ", ".join(f"{level} {sample.n:,}" for level, sample in levels.items())
        lines.append(f"levels: {counts} (a level of fewer than {ENOUGH} has no row of its own)")
    lines.append(
        "columns: " + ", ".join(f"{column} = {table.header[place]}" for column, place in table.places.items())
    )
    return tuple(lines)


def years_words(years: tuple[int, ...]) -> str:
    return f"{years[0]}" if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
