"""Skills: the set chart, its words for those who do not see it, and the same data as a table.

Comes in: the plan. Goes out: the section. Refuses: a chart whose table lists other skills; both come from one
comparison.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.choice import criteria, entries, ground_of, order, total
from guidebuild.compose.comparison import SharedSkill, SkillRegion, leading
from guidebuild.compose.document import (
    Block,
    Figure,
    Heading,
    Paragraph,
    Region,
    Section,
    SetSpec,
    Text,
    Told,
    plain,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.compare_tables import text_source_line
from guidebuild.compose.sections.skills_table import regions_of, table, where
from guidebuild.words.numbers import joined, number_of, spelled

NAME = "Skills: what carries over"
ROOM = {2: {1: 12, 2: 12}, 3: {1: 9, 2: 5, 3: 6}}
"""How many skills a part of two or three circles names, by how many roles share it."""
ROW = 10  # how many a row of the chart for more roles names
KEY = "Filled dot: needed. Ring: useful. Speck: not listed."


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot,
        NAME,
        findings.skills(plan.comparison, plan.words.titles, in_part=plan.in_part),
        _blocks(plan),
        "skills",
    )


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("skills", _lead(plan))
    charted = plan.charted
    spec = SetSpec(
        titles=tuple(plan.short(i) for i in charted),
        totals=tuple(len(plan.comparison.of(i)) for i in charted),
        regions=tuple(_region(plan, region) for region in regions_of(plan)),
        only_label="only in this list" if plan.in_part else "only here",
        roles=() if charted == plan.everyone else charted,
    )
    yield Figure("skills-figure", "figure", spec, _first(plan), _told(plan), _caption(plan), "skills-table")
    yield Heading("skills-table-head", "table", "The same skills as a table")
    made = table(plan)
    if (
        made.style == "matrix"
    ):  # dots are read with their key, which stands before a table that may take pages
        yield Paragraph("skills-key", "key", plain(KEY), "caption")
    yield made
    if made.style == "matrix" and (words := _sums(plan)):
        yield Paragraph("skills-sums", "table", plain(words), "caption")


def _sums(plan: Plan) -> str:
    """Why the foot of the table adds up to more than there are skills."""
    skills = plan.comparison.skills
    if sum(len(skill.members) for skill in skills) > len(skills):
        return f"The sums exceed {number_of(len(skills))}, because skills are shared."
    return ""


def _region(plan: Plan, region: SkillRegion) -> Region:
    """A part of the chart with as many names as it has room for."""
    members = tuple(map(plan.charted.index, region.members))
    kept, more = _named(plan, region)
    count = len(region.skills)
    shown = f"{number_of(len(kept))} of {number_of(count)} shown" if more else ""
    return Region(members, tuple(skill.label for skill in kept), count if more else 0, shown)


def _named(plan: Plan, region: SkillRegion) -> tuple[tuple[SharedSkill, ...], int]:
    """The skills of a region that the chart names, and how many it does not."""
    most = ROOM.get(len(plan.charted), {}).get(len(region.members), ROW)
    ranked = ground_of((plan.roles[i] for i in plan.charted), "skills") == "importance"
    return leading(region.skills, most, ranked=ranked)


def _lead(plan: Plan) -> str:
    """What to begin with; where no skill is common to all, which jobs list any that no other lists."""
    common = len(plan.comparison.common())
    every = "both jobs" if len(plan.roles) == 2 else f"all {spelled(len(plan.roles))} jobs"
    if len(plan.comparison.listing) < len(plan.roles):
        return f"Skills are listed for {plan.names(plan.comparison.listing)}."
    if not common:
        return _own(plan) if len(plan.roles) > 2 else ""
    these = (
        "Learn the one they share first" if common == 1 else f"Learn the {spelled(common)} they share first"
    )
    return f"{these}, since {every} list {'it' if common == 1 else 'them'}."


def _own(plan: Plan) -> str:
    own = tuple(i for i in plan.charted if plan.comparison.only(i))
    if own == plan.charted:
        return "Each job lists skills that the others do not."
    if not own:
        return "Every skill is listed for at least two jobs."
    return f"Skills that no other job lists: {plan.names(own)}."


def _first(plan: Plan) -> str:
    """What kind of chart it is, and how many skills are listed for whom."""
    count = len(plan.charted)
    shapes = {2: "Two overlapping circles show", 3: "Three overlapping circles show"}
    kind = shapes.get(count, "A chart with a row for each combination of jobs shows")
    totals = joined([f"{plan.short(i)} ({len(plan.comparison.of(i))})" for i in plan.charted])
    return f"{kind} the skills listed for {totals}."


def _told(plan: Plan) -> tuple[Told, ...]:
    """Every region with the names of its skills, as many as the chart has."""
    return tuple(_words(plan, region) for region in regions_of(plan))


def _words(plan: Plan, region: SkillRegion) -> Told:
    kept, more = _named(plan, region)
    count = f"{number_of(len(region.skills))}, of which {len(kept)} are shown" if more else ""
    names = tuple(skill.label for skill in kept)
    return Told(where(plan, region.members), names, "" if kept else "none", count)


def _caption(plan: Plan) -> Text:
    """How to read the chart, what it does not show, what stands in the lists, and where they come from."""
    charted = [(plan.short(i), plan.roles[i]) for i in plan.charted]
    words = [
        "Circle areas are not to scale; skills" if len(charted) <= 3 else "Skills",
        "are matched by name.",
    ]
    if any(_named(plan, region)[1] for region in regions_of(plan)):
        which = order([role for _, role in charted], "skills", "those that stand first in the lists")
        words.append(f"Of long lists the chart names a part, {which}; the table names all.")
    words += [part_words(plan), criteria(charted, "skills")]
    source = text_source_line(plan, full=False)
    return (*plain(" ".join(filter(None, words)) + (" " if source else "")), *source)


def part_words(plan: Plan) -> str:
    """Which lists are known to be a part of what their source holds, and what that means."""
    cut = [(i, plan.roles[i]) for i in plan.charted if plan.roles[i].left_out.get("skills")]
    told = [
        f"{entries(role, 'skills')} of {number_of(total(role, 'skills'))} for {plan.short(i)}"
        for i, role in cut
    ]
    if not told:
        return ""
    return f"Not all skills are listed ({', '.join(told)}): what one list lacks may still belong to the job."
