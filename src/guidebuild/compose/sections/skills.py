"""Skills: the set chart, its words for those who do not see it, and the same data as a table.

Comes in: the plan. Goes out: the section. Refuses: a chart whose table lists other skills; both come from one
comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from guidebuild.compose import findings
from guidebuild.compose.comparison import SharedSkill, SkillRegion, core_first
from guidebuild.compose.document import (
    Block,
    Cell,
    Column,
    Figure,
    Group,
    Heading,
    Members,
    Paragraph,
    Region,
    Row,
    Section,
    SetSpec,
    Table,
    Text,
    plain,
)
from guidebuild.compose.inline import flat
from guidebuild.compose.numbers import joined, number_of, opened, spelled
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import text_source_line

NAME = "Skills: what carries over"
OTHER = "Other"
KEY = "Filled dot: needed. Ring: useful. Speck: not listed."
BY_KIND = "Skills by kind and by role"


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, NAME, findings.skills(plan.comparison), _blocks(plan), "skills")


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("skills", _lead(plan))
    charted = plan.charted
    spec = SetSpec(
        titles=tuple(plan.short(i) for i in charted),
        totals=tuple(len(plan.comparison.of(i)) for i in charted),
        regions=tuple(
            Region(tuple(map(charted.index, region.members)), region.labels) for region in _regions(plan)
        ),
        roles=() if charted == plan.everyone else charted,
    )
    yield Figure("skills-figure", "figure", spec, _alt(plan), _caption(plan), "skills-table")
    yield Heading("skills-table-head", "table", "The same skills as a table")
    if len(charted) > 3:  # dots are read with their key, which stands before a table that may take pages
        yield Paragraph("skills-key", "key", plain(KEY), "caption")
    yield _table(plan)
    if len(charted) > 3 and (words := _sums(plan)):
        yield Paragraph("skills-sums", "table", plain(words), "caption")


def _sums(plan: Plan) -> str:
    """Why the foot of the table adds up to more than there are skills."""
    skills = plan.comparison.skills
    if sum(len(skill.members) for skill in skills) > len(skills):
        return f"The sums exceed {number_of(len(skills))}, because skills are shared."
    return ""


def _regions(plan: Plan) -> list[SkillRegion]:
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


def _lead(plan: Plan) -> str:
    common = len(plan.comparison.common())
    every = "both jobs" if len(plan.roles) == 2 else f"all {plan.jobs_words().split()[0]} jobs"
    if len(plan.comparison.listing) < len(plan.roles):
        return f"Skills are listed for {plan.names(plan.comparison.listing)}."
    if not common:
        return "Each job lists skills that the others do not." if len(plan.roles) > 2 else ""
    these = (
        "Learn the one they share first" if common == 1 else f"Learn the {spelled(common)} they share first"
    )
    return f"{these}, since {every} list {'it' if common == 1 else 'them'}."


def _where(plan: Plan, members: Members) -> str:
    """'Deep Learning Engineer only', 'Both', 'Data Engineer and Data Analyst', as an entry begins."""
    if len(members) == 1:
        return f"{plan.short(members[0])} only"
    if members == plan.everyone:
        return "Both" if len(members) == 2 else f"All {spelled(len(members))}"
    return plan.names(members)


def _alt(plan: Plan) -> str:
    """Every region with the names of its skills."""
    count = len(plan.charted)
    shapes = {2: "Two overlapping circles show", 3: "Three overlapping circles show"}
    kind = shapes.get(count, "A chart with a row for each combination of jobs shows")
    totals = joined([f"{plan.short(i)} ({len(plan.comparison.of(i))})" for i in plan.charted])
    said = [f"{_where(plan, region.members)}: {_names(region)}." for region in _regions(plan)]
    return f"{kind} the skills listed for {totals}. {' '.join(said)}"


def _names(region: SkillRegion) -> str:
    return f"{len(region.skills)}, {', '.join(region.labels)}" if region.skills else "none"


def _caption(plan: Plan) -> Text:
    scale = "Circle areas are not to scale; skills" if len(plan.charted) <= 3 else "Skills"
    source = text_source_line(plan, full=False)
    return (*plain(f"{scale} are matched by name. " if source else f"{scale} are matched by name."), *source)


# The table


def _table(plan: Plan) -> Table:
    match len(plan.charted):
        case 2:
            return _by_kind(plan)
        case 3:
            return _by_region(plan)
        case _:
            return _matrix(plan)


def _kinds(plan: Plan) -> list[tuple[str, list[SharedSkill]]]:
    """Categories that occur, each with its skills."""
    labels = {category.id: flat(category.label) for category in plan.guide.categories}
    kinds: dict[str, list[SharedSkill]] = {}
    for skill in plan.comparison.skills:
        kinds.setdefault(labels.get(skill.category, skill.category) or OTHER, []).append(skill)
    return list(kinds.items())


def _by_kind(plan: Plan) -> Table:
    first, second = plan.charted
    parts: tuple[Members, ...] = ((first,), (first, second), (second,))
    columns = tuple(Column("Shared" if len(m) == 2 else f"{plan.short(m[0])} only", m) for m in parts)
    kinds = _kinds(plan)
    rows = tuple(
        Row(
            label if len(kinds) > 1 else "Skills",
            tuple(_listed(plan, [s for s in skills if s.members == m]) for m in parts),
        )
        for label, skills in kinds
    )
    total = len(plan.comparison.skills)
    counts = tuple(
        Cell(plain(str(sum(s.members == m for s in plan.comparison.skills)), bold=True), strong=True)
        for m in parts
    )
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
    regions = sorted(_regions(plan), key=lambda r: (-len(r.members), r.members))
    rows = tuple(
        Row(
            _where(plan, region.members),
            (
                Cell(plain(str(len(region.skills)), bold=True), members=region.members, strong=True),
                _listed(plan, list(region.skills)),
            ),
            role=region.members[0] if len(region.members) == 1 else None,
        )
        for region in regions
    )
    total = len(plan.comparison.skills)
    foot = Row("In all", (Cell(plain(str(total), bold=True), strong=True), Cell(())))
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


def _matrix(plan: Plan) -> Table:
    """A row per skill and a dot per role; the word in the cell is what a screen reader says."""
    listing = plan.charted
    columns = tuple(Column(plan.brief(i), (i,)) for i in listing)
    groups = tuple(
        Group(label, tuple(_dots(skill, listing) for skill in skills), as_written=True)
        for label, skills in _kinds(plan)
    )
    counts = tuple(Cell(plain(str(len(plan.comparison.of(i))), bold=True), strong=True) for i in listing)
    foot = Row(f"{opened(len(plan.comparison.skills))} in all", counts)
    return Table(
        "skills-table", "table", columns, groups, len(plan.roles), "Skill", "Skills by role", foot, "matrix"
    )


def _dots(skill: SharedSkill, listing: Members) -> Row:
    cells = tuple(
        Cell(plain(skill.level(i)), members=(i,))
        if i in skill.members
        else Cell(plain("not listed"), none=True)
        for i in listing
    )
    return Row(skill.label, cells)
