"""The pay of a posting from its parts.

Comes in: an amount, a lower and an upper one, a currency and a period, each as text and any of them missing. Goes out:
`Pay`: a salary, or why there is none. Refuses: to guess a currency, or the period of a small amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidebuild.importers.meaning import money
from guidebuild.importers.meaning.money_words import SIGNS
from guidebuild.importers.meaning.periods import period_of

NO_AMOUNT = "no amount can be read in it"
_SILENT = {"n/a", "na", "n.a.", "none", "null", "nan", "-", "–", "—", "?", "tbd", "tba", "tbc", "unknown",
           "not specified", "not disclosed", "undisclosed", "not provided"}  # fmt: skip
_PLAIN = re.compile(
    r"-?\d{1,15}(?:\.(?:\d{1,2}|\d{4}))?"
)  # "50.000" is no fraction: nobody is paid by the tenth of a cent


@dataclass(frozen=True, slots=True)
class Pay:
    """`words` is what the posting says; `why` there is no salary is "" where there is one or it says nothing at all."""

    salary: dict[str, object] | None = None
    words: str = ""
    why: str = ""


def pay_of(*, words: str = "", low: str = "", high: str = "", currency: str = "", period: str = "") -> Pay:
    """The salary of these parts. `words` is one amount, or a whole statement such as "$60k - $70k a year"."""
    words, low, high = ("" if part.casefold() in _SILENT else part for part in (words, low, high))
    code = _code(currency)
    said = _said(low or words, high, currency, period)
    least, most = _number(low or words), _number(high)
    if least is None and most is None:
        return _in_words(words or f"{low} - {high}".strip(" -"), code, period)
    if least is None and low:
        return _in_words(f"{low} - {high}", code, period)
    if not least and most:
        return Pay(None, said, money.ONLY_MAXIMUM)
    return _checked(least or 0, most if high else least if words and not low else None, code, period, said)


def _said(low: str, high: str, currency: str, period: str) -> str:
    """The parts in words: "300 – 400 GBP a day"."""
    told = period_of(period)
    unit = f"{'an' if told == 'hour' else 'a'} {told}" if told else period
    ends = [f"{int(end):,}" if re.fullmatch(r"\d{5,12}", end) else end for end in (low, high)]
    amount = " – ".join(dict.fromkeys(filter(None, ends))) if low else f"up to {ends[1]}"
    return " ".join(part for part in (amount, currency, unit) if part)


def _code(currency: str) -> str:
    """A code, also for a sign ("£") or words ("euro"). A dollar alone is a US dollar."""
    name = currency.strip()
    found = SIGNS.get(name.casefold(), name.upper())
    return "USD" if found == "$" else found


def _number(text: str) -> float | None:
    """The number that a text is as a whole: "85000", "85000.00" as programs write them, "85,000" as people do."""
    if _PLAIN.fullmatch(text):
        return float(text)
    amount = money.amount_in(text)
    return amount[0] if amount and not amount[1] else None


def _in_words(words: str, code: str, period: str) -> Pay:
    if not words:
        return Pay()
    reading = money.read_salary(f"{words} {_spelled(period)}".strip(), currency=code)
    why = "" if reading.salary else reading.why or NO_AMOUNT
    return Pay(reading.salary, words, why)


def _spelled(period: str) -> str:
    return f"per {found}" if (found := period_of(period)) else ""


def _checked(low: float, high: float | None, code: str, period: str, said: str) -> Pay:
    told = period_of(period)
    if low <= 0 or max(low, high or 0) > money.HIGHEST:
        return Pay(None, said, money.IMPLAUSIBLE)
    if not re.fullmatch(r"[A-Z]{3}", code):
        return Pay(None, said, money.NO_CURRENCY)
    if told in ("day", "week"):
        return Pay(None, said, money.OTHER_PERIOD)
    if period and not told:
        return Pay(None, said, f"its period '{period[:40]}' is not by the hour, month or year")
    if not told and low < money.yearly_from(code):
        return Pay(None, said, money.NO_PERIOD)
    if high is not None and high < low:
        return Pay(None, said, money.FALLING)
    if not money.is_believable(low, high or low, code, told or "year"):
        return Pay(None, said, money.IMPLAUSIBLE)
    upper = {} if high is None else {"high": money.trimmed(high)}
    return Pay({"low": money.trimmed(low), **upper, "currency": code, "period": told or "year"}, said)
