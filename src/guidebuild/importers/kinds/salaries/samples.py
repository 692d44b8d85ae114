"""Many amounts as a few numbers.

Comes in: amounts, one by one. Goes out: `Sample`, with percentiles by linear interpolation between the sorted amounts,
rounded to whole units (a half upwards), or to cents for pay by the hour. Memory grows with the number
of different amounts, which people's round figures keep small, not with their number.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

ENOUGH = 30
"""From how many reports on a level has a row of its own, and a sample is not listed report by report."""
PERCENTS = (10, 25, 50, 75, 90)


@dataclass(slots=True)
class Sample:
    """Amounts of money in one currency for one period; `cents` keeps two decimals."""

    cents: bool = False
    amounts: Counter[float] = field(default_factory=Counter)

    def add(self, amount: float) -> None:
        self.amounts[round(amount, 2)] += 1

    @property
    def n(self) -> int:
        return self.amounts.total()

    def percentiles(self) -> dict[str, int | float]:
        """As `model.parts.Percentiles` has them: n, p10, p25, p50, p75, p90."""
        values = sorted(self.amounts.items())
        return {"n": self.n} | {f"p{p}": self._rounded(_percentile(values, self.n, p)) for p in PERCENTS}

    def reports(self) -> list[int | float]:
        """Every amount, rising."""
        values = sorted(self.amounts.items())
        return [self._rounded(Fraction(amount)) for amount, count in values for _ in range(count)]

    def _rounded(self, value: Fraction) -> int | float:
        if not self.cents:
            return math.floor(value + Fraction(1, 2))
        cents = math.floor(value * 100 + Fraction(1, 2))
        return cents // 100 if cents % 100 == 0 else cents / 100


def _percentile(values: list[tuple[float, int]], n: int, percent: int) -> Fraction:
    """Between the neighbours of the place (n - 1) * percent / 100, counted from 0; exact, so that halves are halves."""
    place, rest = divmod((n - 1) * percent, 100)
    low, high = _at(values, place), _at(values, min(place + 1, n - 1))
    return low + (high - low) * Fraction(rest, 100)


def _at(values: list[tuple[float, int]], place: int) -> Fraction:
    return next(Fraction(amount) for amount, end in _ends(values) if place < end)


def _ends(values: list[tuple[float, int]]) -> Iterator[tuple[float, int]]:
    """Each amount, and how many are no higher."""
    total = 0
    for amount, count in values:
        total += count
        yield amount, total
