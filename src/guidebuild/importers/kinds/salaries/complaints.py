"""What is wrong with the outcome of a table of reports, and what there is to warn of.

Comes in: `Reports`, and what was wanted. Goes out: diagnostics, all that apply.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator

from guidebuild.diagnostics import Diagnostic, Span, did_you_mean
from guidebuild.importers.kinds.salaries.reports import Reports, title_key
from guidebuild.importers.kinds.salaries.samples import ENOUGH, Sample
from guidebuild.importers.kinds.salaries.wanted import Wanted
from guidebuild.importers.meaning.countries import country_key, country_name
from guidebuild.importers.meaning.wording import clean, counted
from guidebuild.importers.reading.table import Table

_SUGGESTED = 5
_FAR = 20
_OTHER_PERIOD = re.compile(r"\b(?:week|day|dai|fortnight|quarter)", re.IGNORECASE)


def unasked(table: Table, wanted: Wanted) -> Iterator[Diagnostic]:
    """What neither the table nor the author says, though a pay block needs it."""
    span = table.span(1)
    if "year" not in table and not wanted.years:
        hint = "add --year 2024, or map the column: --map year=NAME"
        yield _error("no-year", "the table does not say from which years it is", span, hint)
    if "country" not in table and not wanted.country:
        hint = "add --country with a code or name, or map the column: --map country=NAME"
        yield _error("no-country", "the table does not say from which countries it is", span, hint)
    if "level" not in table and wanted.level:
        hint = "map the column: --map level=NAME"
        yield _error("no-levels", "the table has no column of levels", Span("--level"), hint)

    heading = table.header[table.places["pay"]]
    if _OTHER_PERIOD.search(heading) and "period" not in table and not wanted.period:
        hint = "map a column of pay by the year, month or hour: --map pay=NAME"
        yield _error("other-period", f"'{heading[:60]}' is pay by the day, week or quarter", span, hint)


def fatal(reports: Reports, wanted: Wanted, table: Table) -> list[Diagnostic]:
    """Why there is no pay to be had from the reports; nothing when there is."""
    if absent := list(_absent_titles(reports, wanted, table)):
        return absent
    if not reports.samples:
        return [_nothing_left(reports, wanted, table)]
    if len(reports.samples) > 1:
        return [_mixed(reports, table)]
    ((currency, _),) = reports.samples
    if not currency:
        hint = "add --currency with a code like EUR, or map the column: --map currency=NAME"
        return [
            _error("no-currency", "the table does not say in which currency the pay is", table.span(1), hint)
        ]
    return []


def warnings(reports: Reports, sample: Sample, table: Table) -> Iterator[Diagnostic]:
    """What the author should know of the numbers."""
    for what, lines in reports.odd.items():
        message = f"{counted(lines.count, 'row')} of this title: {what} ({lines})"
        yield Diagnostic("warning", "odd-rows", message, table.span(lines.first[0]))
    middle = sample.percentiles()["p50"]
    far = {
        amount: n for amount, n in sample.amounts.items() if amount > _FAR * middle or amount * _FAR < middle
    }
    if far:
        count = counted(sum(far.values()), "report")
        listed = ", ".join(f"{amount:,.0f}" for amount in sorted(far)[:5]) + (", ..." if len(far) > 5 else "")
        message = f"{count} more than {_FAR} times above or below the median of {middle:,}: {listed}"
        hint = "they count like the others; take them out of the file if they are slips"
        yield Diagnostic("warning", "far-off", message, table.span(), (hint,))
    if sample.n < ENOUGH:
        message = f"only {counted(sample.n, 'report')}: too few for percentiles to say much"
        hint = f"the guide lists each of them and says so; from {ENOUGH} on it does not"
        yield Diagnostic("warning", "few-reports", message, table.span(), (hint,))


def _absent_titles(reports: Reports, wanted: Wanted, table: Table) -> Iterator[Diagnostic]:
    for title in wanted.titles:
        if not reports.matched[title_key(title)]:
            message = f"no row has the title '{title[:80]}' in '{table.header[table.places['title']]}'"
            hint = _nearest_titles(reports, title)
            yield _error("no-such-title", message, table.span(), hint)


def _nearest_titles(reports: Reports, title: str) -> str:
    """Titles that are alike or have all the words, with the numbers of their rows; else those with most rows."""
    if not reports.titles:
        return "the table has no row that can be read"
    key = title_key(title)
    words = set(key.split())
    holding = sorted(
        (known for known in reports.titles if words <= set(known.split())),
        key=lambda known: (-reports.titles[known], known),
    )
    alike = difflib.get_close_matches(key, sorted(reports.titles), n=_SUGGESTED, cutoff=0.7)
    near = list(dict.fromkeys([*alike[:2], *holding, *alike]))[:_SUGGESTED]
    common = sorted(reports.titles, key=lambda known: (-reports.titles[known], known))[:_SUGGESTED]
    listed = ", ".join(
        f"'{clean(reports.spelled[known])[:60]}' ({reports.titles[known]:,})" for known in near or common
    )
    return ("did you mean one of " if near else "the titles with most rows are ") + listed


def _nothing_left(reports: Reports, wanted: Wanted, table: Table) -> Diagnostic:
    country = country_key(wanted.country) if wanted.country else ""
    if country and "country" in table and not reports.countries[country]:
        common = sorted(reports.countries, key=lambda key: (-reports.countries[key], key))
        known = {key: place_name(reports, key) for key in common}
        listed = ", ".join(f"{known[key]} ({reports.countries[key]:,})" for key in common[:_SUGGESTED])
        hints = did_you_mean(wanted.country, known.values())
        message = f"no row of this title is from '{wanted.country[:60]}'"
        return Diagnostic("error", "no-such-country", message, table.span(), (*hints, f"there are {listed}"))
    if wanted.level and not reports.levels[wanted.level]:
        listed = ", ".join(f"{level} ({n:,})" for level, n in sorted(reports.levels.items())) or "none"
        return _error("no-such-level", f"no row of this title has the level '{wanted.level}'", table.span(),
                      f"the levels are: {listed}")  # fmt: skip
    reasons = [f"{n:,} {why}" for why, n in reports.passed_over.items()]
    reasons += [
        f"{lines.count:,} odd ({what.removesuffix('; left out')})" for what, lines in reports.odd.items()
    ]
    total = reports.matched.total()
    message = f"of {total:,} rows of this title none is left"
    if total == 1:
        message = "the only row of this title cannot be used"
    return _error("no-rows", message, table.span(), "they are: " + ", ".join(reasons))


def _mixed(reports: Reports, table: Table) -> Diagnostic:
    """Several currencies, or periods of one currency, each with its number of reports."""
    several = len({currency for currency, _ in reports.samples}) > 1
    counts: Counter[str] = Counter()
    for unit in reports.samples:
        counts[(unit[0] or "none named") if several else unit[1]] += reports.n(unit)
    listed = ", ".join(
        f"{name} ({n:,})" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    if several:
        hint = "choose one with --currency, or map a column that is converted to one: --map pay=NAME"
        return _error("mixed-currencies", f"the pay is in several currencies: {listed}", table.span(), hint)
    message = f"the pay is for several periods: {listed}"
    return _error("mixed-periods", message, table.span(), "choose one with --period")


def place_name(reports: Reports, key: str) -> str:
    """The English name of a country, or a place as the table writes it."""
    name = country_name(key)
    return reports.places.get(key, key) if name == key else name


def _error(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic("error", code, message, span, (hint,))
