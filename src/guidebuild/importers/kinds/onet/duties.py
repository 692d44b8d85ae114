"""The tasks of an occupation as responsibilities, the most important first.

Comes in: rows of tasks and of their ratings. Goes out: all duties, and whether the source ranks them. A task that is
there twice counts once.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Fact
from guidebuild.importers.meaning.aspects import aspect_of
from guidebuild.importers.meaning.wording import STATEMENT, ended, fit
from guidebuild.importers.reading.release import Row
from guidebuild.model.sameness import same_key


def duties(
    tasks: Sequence[Row], ratings: Sequence[Row], notes: list[Diagnostic]
) -> tuple[tuple[Fact, ...], bool]:
    """Duties by importance (Task Ratings, scale IM) where that is known, else core before supplemental.

    Among equals those come first that more people were asked about; then the order of the source holds. They are
    ranked if every one of them has a rating: one without could be the most important of all.
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
            known.setdefault(same_key(row["words"]), row)
    made = tuple(_duty(row, importance.get(row["task"]), notes) for row in known.values())
    return made, bool(known) and all(row["task"] in importance for row in known.values())


def _kind(row: Row) -> int:
    """Core tasks, supplemental ones, and new ones that nobody was asked about yet."""
    kind = row["type"].casefold()
    return 0 if kind == "core" else 1 if kind else 2


def _duty(row: Row, importance: float | None, notes: list[Diagnostic]) -> Fact:
    detail = ended(fit(row["words"], STATEMENT, row.span, notes))
    aspect = aspect_of(row["words"])
    told = {"aspect": aspect, "importance": importance}
    return Fact({"detail": detail} | {key: value for key, value in told.items() if value}, at=row.at)
