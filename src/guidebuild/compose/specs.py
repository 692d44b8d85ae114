"""What charts are drawn from: sets, and pay at five percentiles.

Comes in: nothing. Goes out: frozen data with the words that stand in a chart. Refuses: coordinates and colours.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.compose.text import Members


@dataclass(frozen=True, slots=True)
class Range:
    """Pay at five percentiles, in whole currency units, on a scale from 0 to `top`.

    `open` means that the highest is only known to be that much or more.
    """

    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    top: float
    top_label: str
    median_label: str
    open: bool = False

    @property
    def runs_on(self) -> bool:
        """Whether the bar does not end where it is drawn to end: a mark says so."""
        return self.open or self.p90 > self.top


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the set chart: exactly these roles share these skills, in reading order.

    Where there are more of them than are named, `count` says how many, and `shown` says so in words.
    """

    members: Members
    items: tuple[str, ...]
    count: int = 0
    shown: str = ""

    @property
    def total(self) -> int:
        """How many there are, named or not."""
        return max(self.count, len(self.items))


@dataclass(frozen=True, slots=True)
class SetSpec:
    """The set chart: all non-empty regions (and for 2-3 sets the empty ones); titles and totals by set.

    `roles` are the roles whose sets these are, for their colours; none given means all of the guide, in their order.
    The members of a region count the sets of the chart.
    """

    titles: tuple[str, ...]
    totals: tuple[int, ...]
    regions: tuple[Region, ...]
    only_label: str = "only here"
    shared_label: str = "shared"
    none_label: str = "none"
    all_label: str = "all three"
    count_head: str = "How many"
    items_head: str = "Skills"
    roles: Members = ()


@dataclass(frozen=True, slots=True)
class PayBar:
    """One row of the pay chart. `role` None is a context row. `reports` lists single values of a small sample."""

    title: str
    note: str
    role: int | None
    range: Range
    low_label: str
    high_label: str
    reports: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PaySpec:
    """The pay chart: one scale from 0 to `top` with labelled `ticks`."""

    unit: str
    bars: tuple[PayBar, ...]
    scale_label: str
    top: float
    ticks: tuple[tuple[float, str], ...]


ChartSpec = SetSpec | PaySpec
