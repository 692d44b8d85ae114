"""Pay in figures as it is printed: amounts that are only known to be that much or more, and the scale of all bars.

Comes in: pay blocks. Goes out: words for their percentiles, the top of a scale on which all of them can be read, and
words for what runs off it. Refuses: to let one far figure flatten all the others, and to leave that unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidebuild.model.parts import PERCENTILES, Pay, Percentile, Percentiles
from guidebuild.words.numbers import brief_money, joined, money, money_range, number_of, scale

OR_MORE = " or more"
FAR = 8
"""What is so many times the usual upper quartile lies off the scale: beside it all the rest could not be read."""


def is_open(at: Percentiles, name: Percentile) -> bool:
    """Whether a figure is only known to be that much or more (top-coded)."""
    return name in at.at_least


def in_money(pay: Pay, name: Percentile = "p50") -> str:
    """In full: '$183,500', '$239,200 or more'."""
    return money(_value(pay.overall, name), pay.currency) + _or_more(pay.overall, name)


def in_brief(pay: Pay, name: Percentile = "p50") -> str:
    """Short: '$150k', '$239k or more'."""
    return brief_money(_value(pay.overall, name), pay.currency) + _or_more(pay.overall, name)


def middle_half(pay: Pay) -> str:
    """'$100k–$150k', '$180k–$239k or more'."""
    at = pay.overall
    return money_range(at.p25, at.p75, pay.currency) + _or_more(at, "p75")


def _value(at: Percentiles, name: Percentile) -> float:
    return dict(zip(PERCENTILES, (at.p10, at.p25, at.p50, at.p75, at.p90), strict=True))[name]


def values(pay: Pay) -> list[tuple[Percentile, float]]:
    """The five percentiles with their names, from the lowest."""
    return [(name, _value(pay.overall, name)) for name in PERCENTILES]


def _or_more(at: Percentiles, name: Percentile) -> str:
    return OR_MORE if is_open(at, name) else ""


# The scale


def axis(pays: Sequence[Pay], *, reports: bool = False) -> tuple[float, tuple[float, ...]]:
    """A round top and the ticks up to it, for bars of these; for their single reports as well where those are drawn."""
    ends = [pay.overall.p90 for pay in pays]
    if reports:
        ends += [value for pay in pays for value in pay.reports]
    return scale(highest_near(ends, [pay.overall.p75 for pay in pays]))


def highest_near(ends: Sequence[float], usual: Sequence[float]) -> float:
    """The highest of the ends, unless it is far above what is usual: then the highest that is not.

    Where half of them lie far above the others, nobody can say what is usual, and nothing is cut off.
    """
    limit = FAR * sorted(usual)[(len(usual) - 1) // 2]
    if limit <= 0 or 2 * sum(value > limit for value in usual) >= len(usual):
        return max(ends)
    return max(value for value in (*ends, *usual) if value <= limit)


def runs_off(pay: Pay, top: float) -> bool:
    """Whether the bar goes beyond the end of its scale."""
    return pay.overall.p90 > top


def off_scale(bars: Iterable[tuple[str, Pay]], top: float, *, rings: bool = False) -> str:
    """'The bar of Surgeon runs off the scale, to $900m.' for the bars with their names; nothing where none does."""
    said = []
    for name, pay in bars:
        if runs_off(pay, top):
            said.append(f"the bar of {name} runs off the scale, to {in_brief(pay, 'p90')}")
        beyond = [value for value in pay.reports if value > top] if rings else []
        if beyond:
            many = "one report" if len(beyond) == 1 else f"{number_of(len(beyond))} reports"
            verb, ends = ("is", "at") if len(beyond) == 1 else ("are", "up to")
            said.append(
                f"{many} for {name} {verb} beyond it, {ends} {brief_money(max(beyond), pay.currency)}"
            )
    words = joined(said)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def running_on(bars: Sequence[tuple[str, Pay]], top: float) -> str:
    """What is to be said of bars that do not end where they are drawn to end."""
    return " ".join(filter(None, (arrow_words(pay for _, pay in bars), off_scale(bars, top))))


def arrow_words(pays: Iterable[Pay]) -> str:
    """What the arrow at the end of a bar means, where a figure is only known to be that much or more."""
    return "Arrow: that much or more." if any(pay.overall.at_least for pay in pays) else ""
