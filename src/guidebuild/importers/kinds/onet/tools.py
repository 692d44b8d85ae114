"""Software of an occupation in the groups of the source, in its words.

Comes in: rows of the technology table. Goes out: all products by group, with what the source says of demand; what is
most asked for first. A product that stands in a group twice counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from guidebuild.importers.draft import Fact
from guidebuild.importers.meaning.wording import LINE, fitted
from guidebuild.importers.reading.release import Row
from guidebuild.model.sameness import same_key

UNNAMED = "Software"
"""The group of what the source puts into none."""
_UNWANTED = 2


def tool_groups(rows: Sequence[Row]) -> tuple[dict[str, tuple[Fact, ...]], bool]:
    """Facts of a role's `tools`, and whether the source says of any of them that it is in demand.

    In demand for the occupation comes before asked for in all occupations ("hot"), and that before the others; groups
    with most of what is in demand come first. Among equals the order of the source holds.
    """
    groups: dict[str, dict[str, Row]] = {}
    for row in sorted(rows, key=_rank):
        if row["name"]:
            group = fitted(row["group"], LINE)[0] or UNNAMED
            groups.setdefault(group, {}).setdefault(same_key(row["name"]) or row["name"], row)
    order = sorted(groups, key=lambda group: _demand(groups[group].values()))
    made = {group: tuple(map(_tool, groups[group].values())) for group in order}
    return made, any(_rank(row) < _UNWANTED for group in groups.values() for row in group.values())


def _rank(row: Row) -> int:
    return 0 if row.yes("wanted") else 1 if row.yes("hot") else _UNWANTED


def _demand(rows: Collection[Row]) -> tuple[int, int]:
    """How many are in demand, and how many are hot; most come first."""
    ranks = [_rank(row) for row in rows]
    return -ranks.count(0), -ranks.count(1)


def _tool(row: Row) -> Fact:
    demand = {0: {"demand": "in-demand"}, 1: {"demand": "hot"}}.get(_rank(row), {})
    name = fitted(row["name"], LINE)[0]
    return Fact({"name": name, **demand} if demand else name, at=row.at)
