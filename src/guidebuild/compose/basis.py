"""What pay rests on: reports by people about themselves, official statistics, or a published pay scale.

Comes in: pay blocks of roles. Goes out: words for what they are and how many they count, short and long. Refuses: to
call anything reported that nobody reported, and to count where nothing was counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from guidebuild.model.parts import Pay, PayKind
from guidebuild.words.english import NBSP
from guidebuild.words.numbers import number_of, sample

SMALL = 30
"""A sample with fewer reports than this is small, and nothing is ranked on it."""

Basis = PayKind | Literal["mixed"]


def few(pay: Pay) -> bool:
    """Whether pay rests on few people's reports. The jobs of statistics are no sample: their own is larger."""
    return pay.kind == "reports" and (pay.overall.n or 0) < SMALL


def basis_of(pays: Iterable[Pay]) -> Basis:
    """What all of these rest on, or "mixed"."""
    kinds: set[Basis] = {pay.kind for pay in pays}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def in_short(pay: Pay) -> str:
    """'n = 12'; 'official statistics, 192,710 jobs'; 'pay scale'."""
    return sample(pay.overall.n or 0) if pay.kind == "reports" else in_full(pay)


def in_full(pay: Pay) -> str:
    """'12 reports'; 'official statistics, 192,710 jobs', or without a number where none is given; 'pay scale'."""
    n = pay.overall.n
    if pay.kind == "scale":
        return "pay scale"
    if pay.kind == "statistics":
        return "official statistics" + (f", {jobs(n)}" if n else "")
    return "1 report" if n == 1 else f"{number_of(n or 0)} reports"


def jobs(n: int) -> str:
    """'192,710 jobs', never broken over two lines."""
    return f"1{NBSP}job" if n == 1 else f"{number_of(n)}{NBSP}jobs"


def median_label(pays: Iterable[Pay]) -> str:
    """What the middle is called over all of these: only people's own reports are 'reported', a scale has no median."""
    given = list(pays)
    basis = basis_of(given)
    if basis == "mixed" and any(pay.kind == "scale" for pay in given):
        return "Pay in the middle"
    labels = {"reports": "Median pay reported", "scale": "Middle of the pay scale"}
    return labels.get(basis, "Median pay")


def bar_words(pays: Iterable[Pay]) -> str:
    """What the parts of a small bar are, in one line."""
    kinds = {pay.kind for pay in pays}
    words = "Bar: tenth to ninetieth percentile. Darker: middle half. Tick: median."
    scale = "Bar: low to high end of the pay scale. Darker: middle half. Tick: middle."
    if kinds == {"scale"}:
        return scale
    return f"{words} Of a pay scale: low end, middle half, middle, high end." if "scale" in kinds else words


def paid_words(pays: Iterable[Pay]) -> str:
    """'reported pay', or 'pay' as soon as anything else is among it."""
    return "reported pay" if basis_of(pays) == "reports" else "pay"
