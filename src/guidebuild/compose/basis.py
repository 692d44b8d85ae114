"""What pay rests on: reports by people about themselves, or jobs that an employer survey stands for.

Comes in: pay blocks of roles. Goes out: words for their number, short and long, and whether several can be set beside
each other. Refuses: to call a survey a report of anybody's own pay, or a job that it stands for a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from guidebuild.compose.english import NBSP
from guidebuild.compose.numbers import number_of, sample
from guidebuild.model.parts import Pay

SMALL = 30
"""A sample with fewer reports than this is small, and nothing is ranked on it."""

Basis = Literal["reports", "jobs", "both"]


def few(pay: Pay) -> bool:
    """Whether pay rests on few people's reports. The jobs of a survey are no sample: its own is larger."""
    return pay.kind == "reports" and (pay.overall.n or 0) < SMALL


def basis_of(pays: Iterable[Pay]) -> Basis:
    """What all of these count, or "both"."""
    counts: set[Basis] = {"reports" if pay.kind == "reports" else "jobs" for pay in pays}
    return counts.pop() if len(counts) == 1 else "both"


def in_short(pay: Pay) -> str:
    """'n = 12'; 'survey, 192,710 jobs'."""
    n = pay.overall.n or 0
    return sample(n) if pay.kind == "reports" else f"survey, {jobs(n)}"


def in_full(pay: Pay) -> str:
    """'12 reports'; 'employer survey, 192,710 jobs'."""
    n = pay.overall.n or 0
    if pay.kind != "reports":
        return f"employer survey, {jobs(n)}"
    return "1 report" if n == 1 else f"{number_of(n)} reports"


def jobs(n: int) -> str:
    """'192,710 jobs', never broken over two lines."""
    return f"1{NBSP}job" if n == 1 else f"{number_of(n)}{NBSP}jobs"


def median_label(pays: Iterable[Pay]) -> str:
    """What a median is called over all of these: only people's own reports are 'reported'."""
    return "Median pay reported" if basis_of(pays) == "reports" else "Median pay"
