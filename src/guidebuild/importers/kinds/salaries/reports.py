"""A table with a row for each report, read once.

Comes in: the rows of a table, and what is wanted. Goes out: `Reports`: a sample for each level, and how many rows were
left out for which reason. Rows that cannot be read are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from guidebuild.importers.kinds.salaries.samples import Sample
from guidebuild.importers.kinds.salaries.wanted import Period, Wanted
from guidebuild.importers.meaning.countries import country_in, country_key
from guidebuild.importers.meaning.employment import Level, level_named
from guidebuild.importers.meaning.money import LOWEST_YEARLY, amount_in, is_believable
from guidebuild.importers.meaning.money_words import DOLLARS
from guidebuild.importers.meaning.periods import period_of
from guidebuild.importers.meaning.wording import clean
from guidebuild.importers.reading.table import LineCount, Row, Table

Unit = tuple[str, Period]
HIGHEST = 1e9
_MOST_PLACES = (
    20  # spellings of countries in the whole table that are kept, to see whether it is one country's
)
_MOST_TITLES = 20_000  # that are remembered to find the nearest
_MOST_ODD = 12
_NONE = {"", "na", "n/a", "nan", "null", "none", "-", "–", "."}
_CODES: dict[str, Level] = {"en": "entry", "mi": "mid", "se": "senior", "ex": "executive"}  # of aijobs.net
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CODE = re.compile(r"[A-Z]{3}")
_POWER = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?[eE][+-]?\d{1,3}")


@dataclass(slots=True)
class Reports:
    """What is left of a table. `samples` are by unit and level ("" where there is none); `odd` rows by what is odd;

    `written` some spellings of countries in any row.
    """

    samples: dict[Unit, dict[str, Sample]] = field(default_factory=dict)
    years: dict[Unit, tuple[int, int]] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    matched: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    levels: Counter[str] = field(default_factory=Counter)
    all_years: tuple[int, int] | None = None
    passed_over: Counter[str] = field(default_factory=Counter)
    odd: dict[str, LineCount] = field(default_factory=dict)

    def n(self, unit: Unit) -> int:
        return sum(sample.n for sample in self.samples[unit].values())

    def widen(self, year: str) -> None:
        """Keep the years of the whole table, for the title of its source."""
        if len(year) == 4 and year.isascii() and year.isdigit():
            low, high = self.all_years or (int(year), int(year))
            self.all_years = min(low, int(year)), max(high, int(year))

    def strange(self, what: str, line: int) -> None:
        """Count an odd row; of the oddities, only so many are told apart."""
        what = what if what in self.odd or len(self.odd) < _MOST_ODD else "other things are odd"
        self.odd.setdefault(what, LineCount()).add(line)


def title_key(words: str) -> str:
    """Titles are the same without case and blanks: "Data  scientist" is "Data Scientist"."""
    return clean(words).casefold()


def tell_level(words: str) -> Level | None:
    return _CODES.get(words.casefold()) or level_named(words)


def tell_period(words: str) -> Period | None:
    length = period_of(words)
    return length if length == "year" or length == "month" or length == "hour" else None


def gather(table: Table, wanted: Wanted, currency: str, period: Period | None) -> Reports:
    """Read the table. `currency` and `period` are those of amounts of which the table says nothing in its rows."""
    reports, keys = Reports(), {title_key(title) for title in wanted.titles}
    reading = _Reading(table, wanted, reports, currency, period, _country(table, wanted))
    known: dict[str, str] = {}  # the same few hundred titles come again and again
    for row in table:
        written = row.cells["title"]
        key = known.get(written)
        if key is None:
            key = title_key(written)
            if len(known) < _MOST_TITLES:
                known[written] = key
        if key in reports.titles or len(reports.titles) < _MOST_TITLES:
            reports.titles[key] += 1
            reports.spelled.setdefault(key, written)
        reports.widen(row.cells["year"])
        if len(reports.written) < _MOST_PLACES:
            reports.written.add(row.cells["country"])
        if key in keys:
            reports.matched[key] += 1
            reading.take(row)
    return reports


def _country(table: Table, wanted: Wanted) -> str:
    return country_key(wanted.country) if wanted.country and "country" in table else ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How rows of the wanted title are taken. `country` is "" where rows of all countries are wanted."""

    table: Table
    wanted: Wanted
    reports: Reports
    currency: str
    period: Period | None
    country: str

    def take(self, row: Row) -> None:
        """Add a row to its sample, or count why not."""
        level = self._level(row)
        here = country_in(row.cells["country"]) or country_key(row.cells["country"])
        if here:
            self.reports.countries[here] += 1
            self.reports.places.setdefault(here, clean(row.cells["country"]))
        if self.country and here != self.country:
            self.reports.passed_over["of other countries"] += 1
        elif self.wanted.level and level != self.wanted.level:
            self.reports.passed_over["of other levels"] += 1
        elif (year := self._year(row)) and (paid := self._paid(row)):
            amount, unit = paid
            levels = self.reports.samples.setdefault(unit, {})
            levels.setdefault(level or "", Sample(cents=unit[1] == "hour")).add(amount)
            low, high = self.reports.years.get(unit, (year, year))
            self.reports.years[unit] = min(low, year), max(high, year)

    def _level(self, row: Row) -> Level | None:
        written = row.cells["level"]
        if not written:
            return None
        level = tell_level(written)
        if level:
            self.reports.levels[level] += 1
        else:
            self.reports.strange(
                f"the level '{clean(written)[:40]}' is not known, so they count without one", row.line
            )
        return level

    def _year(self, row: Row) -> int | None:
        """The row's year if it is wanted; where the table has no years, the last one that the author names."""
        if "year" not in self.table:
            return self.wanted.years[1] if self.wanted.years else 1
        found = set(_YEAR.findall(row.cells["year"][:100]))
        if len(found) != 1:
            self.reports.strange("the year cannot be read; left out", row.line)
            return None
        year = int(found.pop())
        if self.wanted.years and not self.wanted.years[0] <= year <= self.wanted.years[1]:
            self.reports.passed_over["of other years"] += 1
            return None
        return year

    def _paid(self, row: Row) -> tuple[float, Unit] | None:
        written = row.cells["pay"]
        if written.casefold() in _NONE:
            self.reports.passed_over["without pay"] += 1
            return None
        found = _number(written)
        if found is None:
            self.reports.strange("the pay cannot be read as an amount; left out", row.line)
            return None
        amount, sign = found
        if not 0 < amount <= HIGHEST:
            self.reports.strange("the pay is zero, negative or beyond belief; left out", row.line)
            return None
        unit = self._unit(row, sign)
        if unit and unit[0] and (why := _beyond_belief(amount, unit)):
            self.reports.strange(why, row.line)
            return None
        return (amount, unit) if unit else None

    def _unit(self, row: Row, sign: str) -> Unit | None:
        """The currency and period of a row: what its cells say counts before what holds for the table."""
        stated = row.cells["currency"].upper()
        currency = (
            (stated if _CODE.fullmatch(stated) else "") or (sign if len(sign) == 3 else "") or self.currency
        )
        if sign == "$" and currency not in DOLLARS:
            currency = "USD"
        period = self.period
        if row.cells["period"]:
            period = tell_period(row.cells["period"])
            if period is None:
                self.reports.strange(
                    f"the period '{clean(row.cells['period'])[:40]}' is not known; left out", row.line
                )
                return None
        if self.wanted.currency and currency != self.wanted.currency:
            self.reports.passed_over["in other currencies"] += 1
            return None
        if self.wanted.period and period != self.wanted.period:
            self.reports.passed_over["for other periods"] += 1
            return None
        return currency, period or "year"


def _beyond_belief(amount: float, unit: Unit) -> str:
    """Why an amount cannot be what it is said to be, or ""."""
    currency, period = unit
    if is_believable(amount, amount, currency, period):
        return ""
    if period == "year":
        return (
            f"the pay is below {LOWEST_YEARLY:,} a year (by the hour or month? then add --period); left out"
        )
    return f"nobody is paid as much by the {period}; left out"


def _number(written: str) -> tuple[float, str] | None:
    """An amount with its sign of currency; also "-5", which is no pay, and "1e5"."""
    if written.isascii() and written.isdigit():
        return float(written[:20]), ""
    if _POWER.fullmatch(written):
        return float(written), ""
    if written[0] in "-−" and amount_in(written[1:]):
        return -1.0, ""
    return amount_in(written)
