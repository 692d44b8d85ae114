"""The tasks of an occupation as responsibilities, the most important first.

Comes in: rows of tasks and of their ratings. Goes out: duties, and how many more there are. Refuses: a task that is
there twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.aspects import aspect_of
from guidebuild.importers.draft import Fact
from guidebuild.importers.onet.files import Row
from guidebuild.importers.onet.fit import fit
from guidebuild.importers.onet.layout import plain_name
from guidebuild.importers.wording import STATEMENT

MOST = 8  # as many as a profile prints


def duties(
    tasks: Sequence[Row], ratings: Sequence[Row], notes: list[Diagnostic]
) -> tuple[tuple[Fact, ...], int]:
    """Duties by importance (Task Ratings, scale IM) where that is known, else core before supplemental.

    Among equals those come first that more people were asked about; then the order of the source holds.
    """
    importance = {
        row["task"]: value
        for row in ratings
        if row["scale"] == "IM" and not row.yes("suppress") and (value := row.number("value")) is not None
    }

    def place(row: Row) -> tuple[float, int, float]:
        return (-importance.get(row["task"], 0), _kind(row), -(row.number("asked") or 0))

    known: dict[str, Row] = {}
    for row in sorted(tasks, key=place):
        if row["words"]:
            known.setdefault(plain_name(row["words"]), row)
    shown = [_duty(row, notes) for row in list(known.values())[:MOST]]
    return tuple(shown), len(known) - len(shown)


def _kind(row: Row) -> int:
    """Core tasks, supplemental ones, and new ones that nobody was asked about yet."""
    kind = row["type"].casefold()
    return 0 if kind == "core" else 1 if kind else 2


def _duty(row: Row, notes: list[Diagnostic]) -> Fact:
    detail = fit(row["words"], STATEMENT, row.span, notes)
    if not detail.endswith((".", "…", "!", "?")):
        detail += "."
    aspect = aspect_of(row["words"])
    return Fact({"detail": detail} | ({"aspect": aspect} if aspect else {}), at=row.at)
