"""All skills of the guide as a table: what is shared and what is one role's own, whole.

Comes in: the plan. Goes out: the table. Refuses: to leave out a skill; where a chart names a part, the whole is here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from guidebuild.compose.casing import raised
from guidebuild.compose.comparison import SharedSkill, SkillRegion, core_first
from guidebuild.compose.document import Cell, Column, Group, Members, Row, Table, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan
from guidebuild.model.sameness import same_key
from guidebuild.words.numbers import number_of, opened, spelled

OTHER = "Other"
LONG_CELL = 16  # skills in a narrow cell; more stand in rows as wide as the page
LONG_MATRIX = 80  # rows of dots, which take two or three pages
LONG_ROW = 24  # skills in one row; more go on in the next, so that a page can end between them


def regions_of(plan: Plan) -> list[SkillRegion]:
    """Circles are read from the outside in; rows from what most roles share to what is one role's own."""
    regions = [region for region in plan.comparison.regions if set(region.members) <= set(plan.charted)]
    if len(plan.charted) <= 3 < len(plan.roles):  # circles overlap also where nothing is shared
        known = {region.members: region for region in regions}
        sizes = range(1, len(plan.charted) + 1)
        regions = [
            known.get(members, SkillRegion(members, ()))
            for n in sizes
            for members in combinations(plan.charted, n)
        ]
    return regions if len(plan.charted) <= 3 else sorted(regions, key=lambda r: (-len(r.members), r.members))


def where(plan: Plan, members: Members) -> str:
    """'Deep Learning Engineer only', 'Both', 'Data Engineer and Data Analyst', as an entry begins."""
    if len(members) == 1:
        return only(plan, members[0])
    if members == plan.everyone:
        return "Both" if len(members) == 2 else f"All {spelled(len(members))}"
    return plan.names(members)


def only(plan: Plan, i: int) -> str:
    """'Baker only'; of a list that is known to be a part, only the list."""
    return f"{'Listed for ' if plan.in_part else ''}{plan.short(i)} only"


def table(plan: Plan) -> Table:
    """Two roles by kind, three by what they share, more with a dot for each; long lists in rows of names."""
    count = len(plan.charted)
    if count == 2 and all(
        len(cell) <= LONG_CELL for _, skills in _kinds(plan) for cell in _parted(plan, skills)
    ):
        return _by_kind(plan)
    if count > 3 and len(plan.comparison.skills) <= LONG_MATRIX:
        return _matrix(plan)
    return _by_region(plan)


def _kinds(plan: Plan) -> list[tuple[str, list[SharedSkill]]]:
    """Categories that occur, each with its skills."""
    labels = {category.id: flat(category.label) for category in plan.guide.categories}
    own = [
        skill.category for skill in plan.comparison.skills if skill.category not in labels and skill.category
    ]
    found: dict[str, tuple[str, list[SharedSkill]]] = {}
    for skill in plan.comparison.skills:
        label = labels.get(skill.category) or raised(flat(skill.category), own) or OTHER
        found.setdefault(same_key(label), (label, []))[1].append(skill)
    return list(found.values())


def _parts(plan: Plan) -> tuple[Members, ...]:
    first, second = plan.charted
    return (first,), (first, second), (second,)


def _parted(plan: Plan, skills: list[SharedSkill]) -> list[list[SharedSkill]]:
    """Those of the first role only, those of both, those of the second only."""
    return [[skill for skill in skills if skill.members == members] for members in _parts(plan)]


def _by_kind(plan: Plan) -> Table:
    parts = _parts(plan)
    columns = tuple(Column("Shared" if len(m) == 2 else only(plan, m[0]), m) for m in parts)
    kinds = _kinds(plan)
    rows = tuple(
        Row(
            label if len(kinds) > 1 else "Skills",
            tuple(_listed(plan, cell) for cell in _parted(plan, skills)),
        )
        for label, skills in kinds
    )
    total = len(plan.comparison.skills)
    cells = _parted(plan, list(plan.comparison.skills))
    counts = tuple(Cell(plain(number_of(len(cell)), bold=True), strong=True) for cell in cells)
    foot = Row(f"{opened(total)} in all", counts)
    return Table(
        "skills-table",
        "table",
        columns,
        (Group("", rows),),
        len(plan.roles),
        "Kind",
        "Skills by kind and by role",
        foot,
    )


def _listed(plan: Plan, skills: list[SharedSkill]) -> Cell:
    if not skills:
        return Cell(plain("none"), none=True)
    return Cell(plain(", ".join(plan.casing.listed([skill.label for skill in core_first(skills)]))))


def _by_region(plan: Plan) -> Table:
    """Three roles make seven regions: a row each, from what all share to what is one role's own."""
    regions = sorted(regions_of(plan), key=lambda r: (-len(r.members), r.members))
    rows = tuple(row for region in regions for row in _rows(plan, region))
    total = len(plan.comparison.skills)
    foot = Row("In all", (Cell(plain(number_of(total), bold=True), strong=True), Cell(())))
    columns = (Column("Number", align="right"), Column("Skills"))
    return Table(
        "skills-table",
        "table",
        columns,
        (Group("", rows),),
        len(plan.roles),
        "Listed for",
        "Skills by role",
        foot,
    )


def _rows(plan: Plan, region: SkillRegion) -> Iterator[Row]:
    """The number and the names; a long list takes several rows, of which the first says the number."""
    skills, role = core_first(region.skills), region.members[0] if len(region.members) == 1 else None
    label = where(plan, region.members)
    each = math.ceil(len(skills) / math.ceil(max(1, len(skills)) / LONG_ROW)) or 1
    for start in range(0, max(1, len(skills)), each):
        count = "" if start else number_of(len(skills))
        number = Cell(plain(count, bold=True), members=() if start else region.members, strong=True)
        cells = (number, _listed(plan, list(skills[start : start + each])))
        yield Row(f"{label}, continued" if start else label, cells, role=role)


def _matrix(plan: Plan) -> Table:
    """A row per skill and a dot per role; the word in the cell is what a screen reader says."""
    listing = plan.charted
    columns = tuple(Column(plan.brief(i), (i,)) for i in listing)
    groups = tuple(
        Group(label, tuple(_dots(skill, listing) for skill in skills), as_written=True)
        for label, skills in _kinds(plan)
    )
    counts = tuple(
        Cell(plain(number_of(len(plan.comparison.of(i))), bold=True), strong=True) for i in listing
    )
    foot = Row(f"{opened(len(plan.comparison.skills))} in all", counts)
    return Table(
        "skills-table", "table", columns, groups, len(plan.roles), "Skill", "Skills by role", foot, "matrix"
    )


def _dots(skill: SharedSkill, listing: Members) -> Row:
    cells = tuple(
        Cell(plain(skill.level(i)), members=(i,), level=skill.level(i))
        if i in skill.members
        else Cell(plain("not listed"), none=True)
        for i in listing
    )
    return Row(skill.label, cells)
