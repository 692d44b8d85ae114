"""Numbers, money, dates and lists as a reader expects them in English.

Comes in: plain values; the locale is that of `english`. Goes out: words with real dashes, minus signs and typographic
apostrophes; and the exact rank interval of a median. Refuses: rounding that hides a unit.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from guidebuild.words.english import NBSP, grouped, in_lakh, symbol

T = TypeVar("T")
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_CURRENCIES = {
    "USD": "US dollars",
    "GBP": "pounds sterling",
    "EUR": "euros",
    "JPY": "yen",
    "AUD": "Australian dollars",
    "CAD": "Canadian dollars",
    "NZD": "New Zealand dollars",
    "INR": "Indian rupees",
}
LAKH = 100_000
_PERIODS = {"year": "a year", "month": "a month", "hour": "an hour"}


def spelled(number: int) -> str:
    """'five' up to twenty, '21' and '1,204' beyond."""
    return _SMALL[number] if 0 <= number <= 20 else number_of(number)


def opened(number: int) -> str:
    """'Twenty-two', as a sentence begins: spelled up to ninety-nine, since no sentence begins with a figure."""
    if 20 < number < 100:
        tens, ones = divmod(number, 10)
        return capital(_TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else ""))
    return capital(spelled(number))


def opened_count(number: int, one: str, many: str = "") -> str:
    """'Twenty-two skills', as a sentence begins."""
    return f"{opened(number)} {one if number == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """Our own words with a capital first letter; an author's are never given to this (see `casing`)."""
    return words[:1].upper() + words[1:]


def uncapital(words: str) -> str:
    """Our own words as they stand within a sentence."""
    return words[:1].lower() + words[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """'one skill', 'five skills', '21 skills'."""
    return f"{spelled(number)} {one if number == 1 else many or one + 's'}"


def sample(n: int) -> str:
    """'n = 12', never broken over two lines."""
    return f"n{NBSP}={NBSP}{number_of(n)}"


def number_of(value: float) -> str:
    """A number with its thousands grouped as in the guide's locale, and a real minus sign."""
    return grouped(value, 0 if float(value).is_integer() else 2).replace("-", "−")


def money(value: float, currency: str) -> str:
    """In full: '$183,500'. Of 10,000 and more the nearest hundred: no sample tells the tens."""
    told = half_up(value / 100) * 100 if value >= 10_000 else value
    return symbol(currency) + number_of(told)


def brief_money(value: float, currency: str) -> str:
    """Short: '$150k', '£1.2m', '₹12.5L' of a lakh; small amounts in full, since '$0k' says nothing."""
    if in_lakh(currency) and value >= 99_500:
        crore = value >= 99.95 * LAKH
        return symbol(currency) + (
            _trim(value / 100 / LAKH, 2) + "Cr" if crore else _trim(value / LAKH, 1) + "L"
        )
    if value >= 999_500:
        return f"{symbol(currency)}{_trim(value / 1e6, 2)}m"
    if value >= 10_000:
        return f"{symbol(currency)}{half_up(value / 1000)}k"
    return money(value, currency)


def _trim(value: float, places: int) -> str:
    """'1.25', '12': with as many decimals as it has, up to so many."""
    told = half_up(value * 10**places) / 10**places
    return grouped(told, next(n for n in range(places + 1) if round(told, n) == told))


def half_up(value: float) -> int:
    """Rounds a half upwards, as readers do; Python rounds it to the even neighbour."""
    return math.floor(value + 0.5)


def money_range(low: float, high: float, currency: str) -> str:
    """'$100k–$289k', or one amount when both ends read the same."""
    first, last = brief_money(low, currency), brief_money(high, currency)
    return first if first == last else f"{first}–{last}"


def unit_words(currency: str, period: str) -> str:
    """'US dollars a year'."""
    return f"{_currency_name(currency)} {_PERIODS[period]}"


def _currency_name(currency: str) -> str:
    """'US dollars', 'Swiss francs'."""
    if currency in _CURRENCIES:
        return _CURRENCIES[currency]
    from babel.numbers import get_currency_name

    return str(get_currency_name(currency, count=2, locale="en"))


def period_words(period: str) -> str:
    """'a year'."""
    return _PERIODS[period]


@dataclass(frozen=True, slots=True)
class Unit:
    """In what the amounts of a table are told: `per` currency units, with so many `places`."""

    words: str
    per: int = 1
    places: int | None = None

    def told(self, value: float) -> str:
        """An amount: '184', '12.5'; in full with the decimals that it has."""
        if self.places is None:
            return number_of(value)
        return grouped(half_up(value / self.per * 10**self.places) / 10**self.places, self.places)


def table_unit(highest: float, currency: str, period: str) -> Unit:
    """'$1,000 a year' or '₹1 lakh a year' of large amounts; 'US dollars an hour' of small ones."""
    if in_lakh(currency) and highest >= LAKH:
        return Unit(f"{symbol(currency)}1{NBSP}lakh {_PERIODS[period]}", LAKH, 1)
    if highest >= 10_000:
        return Unit(f"{symbol(currency)}{number_of(1000)} {_PERIODS[period]}", 1000, 0)
    return Unit(unit_words(currency, period))


def years(span: tuple[int, int]) -> str:
    """'2022–2023', or '2024'."""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def day(date: dt.date, locale: str) -> str:
    """'12 November 2026'; 'November 12, 2026' and other orders where the locale writes it so. It is not broken."""
    return _day(date, locale.replace("_", "-")).replace(" ", NBSP)


def days(first: dt.date, last: dt.date, locale: str) -> str:
    """'11–13 March 2027', 'March 30 – April 2, 2027': two days, and what they have in common said once."""
    if first == last:
        return day(first, locale)
    start, end = (_day(date, locale.replace("_", "-")).split(" ") for date in (first, last))
    same = {str(last.year)} if first.year == last.year else set()
    same |= {_MONTHS[last.month - 1]} if same and first.month == last.month else set()
    before: list[str] = []
    after: list[str] = []
    while start[-1] in same:
        after.insert(0, start.pop())
        end.pop()
    while start[0] in same:
        before.append(start.pop(0))
        end.pop(0)
    dash = "–" if len(start) == len(end) == 1 else f"{NBSP}– "
    start[-1] = start[-1].rstrip(",") if after else start[-1]
    return NBSP.join((*before, NBSP.join(start) + dash + NBSP.join(end), *after))


def _day(date: dt.date, locale: str) -> str:
    month = _MONTHS[date.month - 1]
    if locale == "en-GB":
        return f"{date.day} {month} {date.year}"
    if locale in ("en", "en-US"):
        return f"{month} {date.day}, {date.year}"
    from babel.dates import format_date

    return str(format_date(date, "long", locale=locale.replace("-", "_")))


def month(date: dt.date) -> str:
    """'November 2026'."""
    return f"{_MONTHS[date.month - 1]}{NBSP}{date.year}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def cut(words: Sequence[T], limit: int) -> tuple[list[T], int]:
    """The first entries up to the limit and how many are left over; never leaves just one over."""
    if len(words) <= limit + 1:
        return list(words), 0
    return list(words[:limit]), len(words) - limit


def and_more(words: Sequence[str], limit: int, last: str = "and") -> str:
    """A list in words; a long one ends in 'and 12 more'."""
    kept, more = cut(words, limit)
    if more:
        return f"{', '.join(kept)} and {number_of(more)} more"
    return joined(kept, last)


def scale(highest: float) -> tuple[float, tuple[float, ...]]:
    """A round top at or above the highest value, and two to five ticks up to it."""
    step, factors = 1.0, (1, 2, 5)
    power, index = math.floor(math.log10(max(highest, 1))) - 1, 0
    while True:
        step = factors[index % 3] * 10.0 ** (power + index // 3)
        count = max(2, math.ceil(highest / step - 1e-9))
        if count <= 5:
            return step * count, tuple(step * i for i in range(1, count + 1))
        index += 1


def rank_interval(n: int, level: float = 0.95) -> tuple[int, int, float] | None:
    """The narrowest symmetric ranks (from, to, coverage) that hold the true median with this chance.

    Exact from the binomial distribution: ranks 3-10 of 12, 4-12 of 15 (96 %). None when n is too small for any.
    """
    best, tail = None, 0
    for rank in range(1, n // 2 + 1):
        tail += math.comb(n, rank - 1)
        coverage = 1 - 2 * tail / 2**n
        if coverage < level:
            break
        best = (rank, n + 1 - rank, coverage)
    return best


def short_address(url: str) -> str:
    """An address as it is printed: without the scheme and a closing slash."""
    return re.sub(r"^(https?://(www\.)?|mailto:|tel:)", "", url, flags=re.IGNORECASE).rstrip("/")
