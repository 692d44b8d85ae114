"""Numbers, money, dates and lists as a reader expects them in English.

Comes in: plain values and the guide's locale. Goes out: words with real dashes, minus signs and typographic
apostrophes; and the exact rank interval of a median. Refuses: rounding that hides a unit.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
NBSP = "\u00a0"
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
# Babel knows all locales and currencies, but costs 50 ms of a build that takes 700 ms; so what nearly every guide
# uses is told here, and a test holds it equal to what Babel says.
_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "AUD": "A$", "CAD": "CA$", "NZD": "NZ$"}
_CURRENCIES = {
    "USD": "US dollars",
    "GBP": "pounds sterling",
    "EUR": "euros",
    "JPY": "yen",
    "AUD": "Australian dollars",
    "CAD": "Canadian dollars",
    "NZD": "New Zealand dollars",
}
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
    """The words with a capital first letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def counted(number: int, one: str, many: str = "") -> str:
    """'one skill', 'five skills', '21 skills'."""
    return f"{spelled(number)} {one if number == 1 else many or one + 's'}"


def sample(n: int) -> str:
    """'n = 12', never broken over two lines."""
    return f"n{NBSP}={NBSP}{number_of(n)}"


def number_of(value: float) -> str:
    """A number with thousands separated by commas and a real minus sign."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"
    return text.replace("-", "−")


# How levels of schooling begin that are no titles, and so have no capital inside a sentence.
_SCHOOLING = frozenset((
    "Apprenticeship", "Certificate", "Diploma", "Doctoral", "First", "High", "Less", "No",
    "Post-baccalaureate", "Post-doctoral", "Post-secondary", "Postsecondary", "Professional", "Secondary", "Some",
    "Trade", "Vocational",
))  # fmt: skip


def _symbol(currency: str) -> str:
    """'$'; a currency without a symbol of its own is named by its code and a space, as in 'CHF 90k'."""
    if currency in _SYMBOLS:
        return _SYMBOLS[currency]
    from babel.numbers import get_currency_symbol

    symbol = str(get_currency_symbol(currency, locale="en"))
    return symbol + NBSP if symbol[-1:].isalpha() else symbol


def money(value: float, currency: str) -> str:
    """In full: '$183,500'. Of 10,000 and more the nearest hundred: no sample tells the tens."""
    told = half_up(value / 100) * 100 if value >= 10_000 else value
    return _symbol(currency) + number_of(told)


def brief_money(value: float, currency: str) -> str:
    """Short: '$150k', '£1.2m'; small amounts in full, since '$0k' says nothing."""
    if value >= 999_500:
        return f"{_symbol(currency)}{_trim(value / 1e6, 2)}m"
    if value >= 10_000:
        return f"{_symbol(currency)}{half_up(value / 1000)}k"
    return money(value, currency)


def _trim(value: float, places: int) -> str:
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def half_up(value: float) -> int:
    """Rounds a half upwards, as readers do; Python rounds it to the even neighbour."""
    return math.floor(value + 0.5)


def money_range(low: float, high: float, currency: str) -> str:
    """'$100k–$289k', or one amount when both ends read the same."""
    first, last = brief_money(low, currency), brief_money(high, currency)
    return first if first == last else f"{first}–{last}"


def unit_words(currency: str, period: str) -> str:
    """'US dollars a year'."""
    return f"{currency_name(currency)} {_PERIODS[period]}"


def currency_name(currency: str) -> str:
    """'US dollars', 'Swiss francs'."""
    if currency in _CURRENCIES:
        return _CURRENCIES[currency]
    from babel.numbers import get_currency_name

    return str(get_currency_name(currency, count=2, locale="en"))


def period_words(period: str) -> str:
    """'a year'."""
    return _PERIODS[period]


def thousands_unit(currency: str) -> str:
    """'$1,000', the head of a table in thousands."""
    return f"{_symbol(currency)}1,000"


def years(span: tuple[int, int]) -> str:
    """'2022–2023', or '2024'."""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def day(date: dt.date, locale: str) -> str:
    """'12 November 2026'; 'November 12, 2026' and other orders where the locale writes it so. It is not broken."""
    return _day(date, locale.replace("_", "-")).replace(" ", NBSP)


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


# First words that keep their capital inside a sentence.
_PROPER = frozenset((
    "Agile", "Amazon", "Apache", "Azure", "Bayesian", "Boolean", "Docker", "Excel",
    "English", "Fourier", "Gaussian", "Git", "Google", "Hadoop", "Java", "Jenkins",
    "Jupyter", "Keras", "Kubernetes", "Linux", "Markov", "Microsoft", "Monte", "Oracle",
    "Power", "Python", "Scala", "Scrum", "Snowflake", "Spark", "Tableau", "Unix",
    "Windows",
))  # fmt: skip


def lowered(words: str) -> str:
    """The words as they stand within a sentence: 'Data science' becomes 'data science'; names stay.

    Where every word has a capital ('Customer and Personal Service') it is a title, and stays as it is.
    """
    first = words.split(" ", 1)[0].rstrip(",:")
    name = first in _PROPER or not all(part.isalpha() for part in re.split(r"[-’']", first))
    long = [word for word in words.split(" ")[1:] if len(word) > 3]
    title = bool(long) and all(word[:1].isupper() for word in long)
    if name or title or len(first) < 2 or not first[1:].islower():
        return words
    return words[:1].lower() + words[1:]


def degree_within(degree: str) -> str:
    """A degree inside a sentence: 'high school diploma'; 'Master’s' and 'Master craftsman' are names and stay."""
    return lowered(degree) if degree.split(" ")[0].rstrip(",") in _SCHOOLING else degree


def named(words: Sequence[str], limit: int, last: str = "and") -> str:
    """A list in a sentence; only its first word may keep a capital: 'Weighing, shaping and 4 more'."""
    return and_more([*words[:1], *(lowered(word) for word in words[1:])], limit, last)


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
    return re.sub(r"^(https?://(www\.)?|mailto:)", "", url).rstrip("/")
