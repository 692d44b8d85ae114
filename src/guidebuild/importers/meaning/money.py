"""Salaries as people write them, as numbers.

Comes in: a line of text ("USD 100K - 130K", "45.000 € - 60.000 €/Jahr", "from $70k"). Goes out: a `Reading`: low and
high, currency and period, or in plain words why what stands there cannot be put that way. Refuses: to guess. A number
without a currency, a year, "401k" and sums that are no pay (bonuses, budgets) are no salary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from guidebuild.importers.meaning.money_words import (
    AMOUNT,
    AT_LEAST,
    AT_LEAST_AFTER,
    AT_MOST,
    AT_MOST_AFTER,
    BETWEEN,
    CROWNS,
    CUT,
    DOLLARS,
    INDIAN,
    NEAR_AFTER,
    NEAR_BEFORE,
    NEGATIVE,
    OR,
    PENSION,
    PERIOD,
    SCALES,
    SIGNS,
    SUM_AFTER,
    SUM_BEFORE,
    TO,
    YEARLY_FROM,
)
from guidebuild.importers.meaning.periods import period_of

ONLY_MAXIMUM = "it gives a maximum only"
NO_CURRENCY = "it names no currency"
NO_PERIOD = "it does not say whether by the hour, month or year"
OTHER_PERIOD = "it is by the day or week, which a salary here cannot be"
FALLING = "its upper end is below its lower end"
IMPLAUSIBLE = "it is zero, negative or beyond belief"
SEVERAL = "it names several amounts"

_LONGEST = 20_000
_NEXT = re.compile(r"[\d,;:(|]")
"""What follows is of something else: in "45.000 € (30 Tage Urlaub)" the days are no period of the pay."""
HIGHEST = 1e9
_HIGHEST = {"hour": 5_000, "month": 300_000}
LOWEST_YEARLY = 1_000  # what is less a year, at its upper end, is misread
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−~", "-") | dict.fromkeys("’‘`´", "'") | {"\t": " "})


@dataclass(frozen=True, slots=True)
class Reading:
    """The salary as `schema.Salary` has it (low, high where there is one, currency, period), or why there is none."""

    salary: dict[str, object] | None = None
    why: str = ""


class _Amount(NamedTuple):
    """`currency` may be "" or a sign of several ("$", "kr", "¥"); `scale` 1 means that no "k" or the like stands by."""

    value: float
    scale: float
    currency: str
    open: bool
    bare: bool
    start: int
    end: int


def salary_in(text: str, *, currency: str = "") -> dict[str, object] | None:
    """The first salary in a text: `{"low": 100000, "high": 130000, "currency": "USD", "period": "year"}`, or None.

    `high` is missing where the text leaves it open ("€60k+"); an exact amount is both. `currency` is what a number
    without a currency means, and which one a sign of several does; a dollar is else a US dollar.
    """
    return read_salary(text, currency=currency).salary


def read_salary(text: str, *, currency: str = "") -> Reading:
    """Like `salary_in`, and says why not, for the first amount that could be a salary."""
    words = PENSION.sub(" ", _plain(text[:_LONGEST]))
    why = ""
    for low, high, other in _ranges(words):
        reading = _reading(words, low, high, currency)
        if reading.salary and other:
            return Reading(None, SEVERAL)
        if reading.salary:
            return reading
        why = why or reading.why
    return Reading(None, why)


def amount_in(text: str) -> tuple[float, str] | None:
    """The amount that a text is as a whole, and the currency that it names, as a code, as "$", "kr" or "¥", or "".

    None for a range, words, or a number that cannot be read in one way.
    """
    match = AMOUNT.fullmatch(_plain(text[:_LONGEST]).strip())
    amount = match and _amount(match)
    return (amount.value * amount.scale, amount.currency) if amount else None


def _plain(text: str) -> str:
    """With one kind of blank, dash and apostrophe. Line breaks stay: they part one statement from the next."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    text = re.sub(r"[^\S\n]+", " ", text)
    return text.replace("p. a.", "p.a.").replace("p. m.", "p.m.").replace(" pr. ", " pr ")


def _ranges(words: str) -> Iterator[tuple[_Amount, _Amount | None, bool]]:
    """Amounts, two together where one runs to the other, and whether one more follows that may be meant instead."""
    amounts = [amount for match in AMOUNT.finditer(words) if (amount := _amount(match))]
    place = 0
    while place < len(amounts):
        low = amounts[place]
        high = amounts[place + 1] if place + 1 < len(amounts) else None
        joined = high is not None and _joined(words, low, high)
        place += 2 if joined else 1
        last, after = high if joined and high else low, amounts[place] if place < len(amounts) else None
        yield low, high if joined else None, after is not None and _rivals(words, last, after)


def _joined(words: str, low: _Amount, high: _Amount) -> bool:
    between = TO.fullmatch(words, low.end, high.start)
    if not between:
        return False
    if between["and"] and not BETWEEN.search(words[max(0, low.start - 12) : low.start]):
        return False
    period = between["period"].strip(" ().,")
    if between["slash"]:  # "38/45 K€", and not "$50,000 a year / $25 an hour"
        return not period
    return not period or PERIOD.search(period + " ") is not None


def _rivals(words: str, one: _Amount, other: _Amount) -> bool:
    """ "$90,000 or $100,000", and the third of "$100k - $120k - $140k"; not the hours of "$60,000 - 40 hours"."""
    return bool(other.currency or not other.bare) and OR.fullmatch(words, one.end, other.start) is not None


def _amount(match: re.Match[str]) -> _Amount | None:
    name = (match["scale"] or "").casefold().strip(".")
    name = name.removesuffix("s") if len(name) > 2 else name
    value = _number(match["number"], millions=SCALES.get(name, 1) >= 1e6)
    if value is None:
        return None
    signs = [_sign(match[part]) for part in ("before", "second", "after") if match[part]]
    currency = max(signs, key=len, default="INR" if name in INDIAN else "")
    open_ended = bool(match["plus"] or match["more"])
    # What is no year and no small number: "60,000", "60k".
    bare = not (name or re.search(r"\d[.,' ]\d{3}|\d{5}", match["number"]))
    return _Amount(value, SCALES.get(name, 1), currency, open_ended, bare, match.start(), match.end())


def _sign(written: str) -> str:
    return SIGNS.get(written.casefold(), written.upper())


def _number(written: str, *, millions: bool) -> float | None:
    """ "85,000", "45.000", "90'000", "12,00,000", "1 200", "25.50" and "1.234,56" as numbers; None for "12.5.2024"."""
    digits = written.rstrip(",-").replace(" ", "")
    signs = re.findall(r"[.,']", digits)
    *groups, last = re.split(r"[.,']", digits)
    if not signs:
        return float(last[:15])
    decimal = (
        signs[-1] != "'" and signs.count(signs[-1]) == 1 and (len(last) < 3 or (millions and len(signs) == 1))
    )
    if decimal:
        whole, fraction, signs = groups, last, signs[:-1]
    else:
        whole, fraction = [*groups, last], "0"
    if len(set(signs)) > 1 or not _grouped(whole, signs):
        return None
    return float("".join(whole)[:15] + "." + fraction)


def _grouped(groups: list[str], signs: list[str]) -> bool:
    """Threes, or as in India twos before the last three."""
    if len(groups) == 1:
        return True
    head, *middle, last = groups
    sizes = {len(group) for group in middle}
    return 0 < len(head) < 4 and len(last) == 3 and (sizes <= {3} or (sizes == {2} and signs[0] == ","))


def _reading(words: str, low: _Amount, high: _Amount | None, hint: str) -> Reading:
    last = high or low
    ahead, behind = _before(words, low.start), _behind(words, last.end)
    if SUM_AFTER.match(behind) or SUM_BEFORE.search(ahead):
        return Reading()
    stated = _period(words, low, high, ahead, behind)
    currency, sure = _currency(words, low, high, hint)
    if not sure and low.bare and not stated:
        return Reading()  # a number like any other
    if not currency:
        return Reading(None, NO_CURRENCY if currency is not None else "")
    if NEGATIVE.search(ahead):
        return Reading(None, IMPLAUSIBLE)
    least_said = AT_LEAST.search(ahead) or AT_LEAST_AFTER.match(behind)
    if (high and not low.value) or (high is None and not least_said and _is_most(ahead, behind)):
        return Reading(None, ONLY_MAXIMUM)
    if stated in ("day", "week"):
        return Reading(None, OTHER_PERIOD)
    least, most = _values(low, high)
    if most < least:
        return Reading(None, FALLING)
    open_ended = high is None and (low.open or least_said is not None)
    return _settled(least, None if open_ended else most, currency, stated)


def _is_most(ahead: str, behind: str) -> bool:
    return AT_MOST.search(ahead) is not None or AT_MOST_AFTER.match(behind) is not None


def _settled(low: float, high: float | None, currency: str, stated: str) -> Reading:
    period = stated or "year"
    if not stated and low < yearly_from(currency):
        return Reading(None, NO_PERIOD)
    if not is_believable(low, high or low, currency, period):
        return Reading(None, IMPLAUSIBLE)
    upper = {} if high is None else {"high": trimmed(high)}
    return Reading({"low": trimmed(low), **upper, "currency": currency, "period": period})


def is_believable(low: float, high: float, currency: str, period: str) -> bool:
    """Not so for thousands without their zeros, for a year's pay as that of an hour, and for what nobody earns.

    A year's pay is judged by its upper end: 900 to 1,200 a year is what a volunteer is given, 60 to 80 is in thousands.
    """
    strong = currency not in YEARLY_FROM  # a unit is worth about a dollar, or more
    most = _HIGHEST.get(period, HIGHEST) if strong else HIGHEST
    return low > 0 and (LOWEST_YEARLY if period == "year" else 0) <= high <= most and low <= most


def yearly_from(currency: str) -> int:
    """From which amount on pay without a period is for a year."""
    return YEARLY_FROM.get(currency, 10_000)


def _before(words: str, start: int) -> str:
    """The statement's words before an amount, at most 40 characters of them."""
    return CUT.split(words[max(0, start - 40) : start])[-1]


def _behind(words: str, end: int) -> str:
    return CUT.split(words[end : end + 40].lstrip(" ("))[0]


def _period(words: str, low: _Amount, high: _Amount | None, ahead: str, behind: str) -> str:
    """What stands behind the amount counts before what stands between its ends, and that before what is ahead."""
    last = high or low
    if "lpa" in words[low.start : last.end].casefold():
        return "year"
    inner = words[low.end : high.start] if high else ""
    ahead_last = "".join(found.lastgroup or "" for found in list(PERIOD.finditer(ahead + " "))[-1:])
    for part in (behind + " ", inner):
        if found := PERIOD.search(part):
            return found.lastgroup or ""
    return ahead_last or period_of(" ".join(_NEXT.split(behind)[0].split()[:3]))


def _currency(words: str, low: _Amount, high: _Amount | None, hint: str) -> tuple[str | None, bool]:
    """The currency, and whether the amounts name it themselves; None when they name two."""
    named = {amount.currency for amount in (low, high) if amount and amount.currency}
    exact = {name for name in named if len(name) == 3}
    if len(exact) > 1:
        return None, True
    near = hint or _nearby(words, low, high or low)
    sign = next(iter(exact or named), "")
    if sign == "$":
        return (near if near in DOLLARS else "USD"), True
    if sign == "¥":
        return ("CNY" if near == "CNY" else "JPY"), True
    if sign == "kr":
        return (near if near in CROWNS else ""), True
    return (sign, True) if sign else (near, False)


def _nearby(words: str, low: _Amount, high: _Amount) -> str:
    """A currency that stands close to the amounts, as in "Salary (EUR): 45,000 - 55,000"."""
    found = NEAR_BEFORE.search(words[max(0, low.start - 16) : low.start]) or NEAR_AFTER.match(words, high.end)
    sign = _sign(found[1]) if found else ""
    return "USD" if sign == "$" else sign if len(sign) == 3 else ""


def _values(low: _Amount, high: _Amount | None) -> tuple[float, float]:
    """Both ends in full: in "120-150k" the "k" is for both, and in "$100k - 130" too."""
    if high is None:
        return low.value * low.scale, low.value * low.scale
    least, most = low.value * low.scale, high.value * high.scale
    if low.scale == 1 and high.scale > 1 and low.value < 1_000 and low.value <= high.value:
        least = low.value * high.scale
    if high.scale == 1 and low.scale > 1 and high.value < 1_000 and high.value >= low.value:
        most = high.value * low.scale
    return least, most


def trimmed(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 2)
