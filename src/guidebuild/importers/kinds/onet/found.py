"""What a release says of the occupations that are wanted, table by table.

Comes in: a release and codes. Goes out: `Found` of each code, its rows in the order of the files. Each file is read
once and only the rows of these occupations are kept, so memory does not grow with the release.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.kinds.onet.files import Release
from guidebuild.importers.reading.release import Row

PER_OCCUPATION = (
    "reported", "titles", "tasks", "ratings", "skills", "knowledge", "technology", "education", "zones", "interests",
    "related",
)  # fmt: skip


@dataclass(slots=True)
class Found:
    """The rows of one occupation, by table."""

    code: str
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in PER_OCCUPATION})

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows[table]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to make a profile of, as for the occupations named "All Other"."""
        return not any(self.rows[table] for table in ("tasks", "skills", "knowledge", "technology"))


@dataclass(frozen=True, slots=True)
class Lookups:
    """What holds for all occupations: names of elements, levels of education by category, texts of job zones."""

    elements: dict[str, str]
    levels: dict[int, str]
    zones: dict[int, Row]


def collect(release: Release, codes: Iterable[str]) -> tuple[dict[str, Found], Lookups]:
    """All rows that any part of a role is made of. Raises `GuideError` with the faults of all files."""
    found = {code: Found(code) for code in codes}
    known = Lookups({}, {}, {})
    wanted, faults = frozenset(found), list[Diagnostic]()
    for table in (*PER_OCCUPATION, "elements", "levels", "zone texts"):
        try:
            for row in release.rows(table, wanted if table in PER_OCCUPATION else None):
                _keep(table, row, found, known)
        except GuideError as error:
            faults += error.diagnostics
    if faults:
        raise GuideError(faults)
    return found, known


def _keep(table: str, row: Row, found: dict[str, Found], known: Lookups) -> None:
    if table == "elements":
        known.elements[row["element"]] = row["name"]
    elif table == "levels":
        if row["scale"] == "RL":
            known.levels[int(row.number("category") or 0)] = row["words"]
    elif table == "zone texts":
        known.zones[int(row.number("zone") or 0)] = row
    elif table != "ratings" or row["scale"] == "IM":
        found[row["code"]][table].append(row)
