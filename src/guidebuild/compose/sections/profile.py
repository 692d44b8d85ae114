"""A role's profile: what the job is, what you would do, know and use, and who it suits.

Comes in: the plan and a role. Goes out: the section. Refuses: a heading without a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from guidebuild.compose.alignment import tool_labels, tool_place
from guidebuild.compose.casing import raised
from guidebuild.compose.comparison import SharedSkill
from guidebuild.compose.document import (
    Block,
    Definitions,
    Duties,
    Heading,
    Pairs,
    Paragraph,
    Rings,
    Run,
    Section,
    SkillColumn,
    SkillColumns,
    Text,
    Worksheet,
    plain,
)
from guidebuild.compose.inline import flat, inline, paragraphs
from guidebuild.compose.numbers import (
    and_more,
    cut,
    joined,
    number_of,
    opened,
    opened_count,
    spelled,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.profile_asides import asides, questions
from guidebuild.compose.sections.profile_facts import facts, long_summary
from guidebuild.compose.titles import the_role
from guidebuild.model.parts import Education, Industry, Preparation, Tool
from guidebuild.model.schema import Role

_EXAMPLE = re.compile(r"\s*For example,[^.]*\.")
DUTIES = 8
TOOLS = 12
GROUPS = 8
CELLS = 12
LONG_TITLE = 40  # characters of a title that makes a sentence hard to read
LONG_GROUP = 30  # characters of a label that would take three lines beside its tools


def section(plan: Plan, slot: Slot) -> Section:
    assert slot.role is not None, "a profile belongs to a role"
    role = plan.roles[slot.role]
    blocks = _blocks(plan, slot.role, slot.id)
    return plan.section(slot, flat(role.title), flat(role.title), blocks, "profiles")


def _blocks(plan: Plan, i: int, id: str) -> Iterator[Block]:
    role = plan.roles[i]
    own = plan.guide.spec.sections.get("profiles")
    key = next((name for name in ("tagline", "focus") if getattr(role, name)), "")
    place = own.at("lead") if own and own.lead else role.at(key)
    tagline = flat((own.lead if own and own.lead else "") or (getattr(role, key) if key else ""))
    if tagline:
        yield Paragraph(f"{id}-lead", "lead", inline(tagline, place), "lead")
    if count := len(plan.comparison.of(i)):
        shared = count - len(plan.comparison.only(i))
        yield Rings(f"{id}-rings", "rings", (count,), shared, (i,))
    yield from facts(plan, i, id)
    yield from _job(role, i, id)
    yield from _knowledge(plan, i, id)
    yield from _workplace(plan, role, id)
    yield from _prospects(role, id)
    yield from _worksheet(role, id)
    yield from asides(plan, i, id)
    yield from questions(plan, i, id)


# The job


def _job(role: Role, i: int, id: str) -> Iterator[Block]:
    yield Heading(f"{id}-what", "main", "What the job is")
    for number, text in enumerate(paragraphs(role.definition, role.at("definition")), 1):
        yield Paragraph(f"{id}-what-{number}", "main", text)
    if role.responsibilities:
        duties = [
            (flat(d.title or ""), inline(d.detail or "", d.at("detail"))) for d in role.responsibilities
        ]
        kept, more = cut(duties, DUTIES)
        words = left_out(role, "responsibilities", "task", len(kept)) or (
            f"and {number_of(more)} more" if more else ""
        )
        yield Heading(f"{id}-do", "main", "What you would do")
        yield Duties(f"{id}-duties", "main", tuple(kept), i, words, place=role.at("responsibilities"))
    if ways := (*_way_in(role.education), *_experience(role.preparation)):
        yield Heading(f"{id}-in", "main", "How people get in")
        for number, text in enumerate(ways, 1):
            yield Paragraph(f"{id}-in-{number}", "main", text)


def left_out(role: Role, key: Literal["responsibilities", "tools"], one: str, shown: int) -> str:
    """'The 8 most important of 31 tasks; 23 more stand in the source.' Nothing when the source holds no more."""
    left = role.left_out.get(key, 0)
    if not left:
        return ""
    held = (
        role.responsibilities
        if key == "responsibilities"
        else [t for group in role.tools.values() for t in group]
    )
    total = len(held) + left
    more = total - shown
    first = f"The {number_of(shown)} most important" if shown > 1 else "The most important"
    verb = "stands" if more == 1 else "stand"
    return f"{first} of {number_of(total)} {one}s; {number_of(more)} more {verb} in the source."


def _experience(preparation: Preparation | None) -> tuple[Text, ...]:
    """What a classification says of experience and training, each under its name.

    It speaks of all jobs that take as much preparation, so its example is another job's, and stays out.
    """
    if not preparation:
        return ()
    told = (
        ("Experience.", preparation.experience, preparation.at("experience")),
        ("Training.", preparation.training, preparation.at("training")),
    )
    texts = [(label, paragraphs(_EXAMPLE.sub("", prose), place)) for label, prose, place in told if prose]
    return tuple(
        (Run(f"{label} ", bold=True), *text) if not number else text
        for label, listed in texts
        for number, text in enumerate(listed)
    )


def _way_in(education: Education | None) -> tuple[Text, ...]:
    """The author's summary, or sentences made from the lists."""
    if not education:
        return ()
    if education.summary:
        return paragraphs(education.summary, education.at("summary"))
    told = (
        ("Usual degree", joined([flat(word) for word in education.degrees], "or")),
        ("Subjects", and_more([flat(word) for word in education.fields], 6, "or")),
        ("Courses that count", and_more([flat(word) for word in education.coursework], 8)),
        ("Certificates", and_more([flat(word) for word in education.certificates], 6)),
    )
    words = [f"{label}: {listed}." for label, listed in told if listed]
    return (plain(" ".join(words), education.at()),) if words else ()


# Skills, tools, industries


def _knowledge(plan: Plan, i: int, id: str) -> Iterator[Block]:
    columns = tuple(_columns(plan, i))
    if columns:
        yield Heading(f"{id}-know", "main", "What you need to know")
        yield Paragraph(f"{id}-know-1", "main", plain(_carry(plan, i)))
        yield SkillColumns(
            f"{id}-know-skills", "main", columns, len(plan.roles), place=plan.roles[i].at("skills")
        )
    yield from _toolbox(plan, i, id)


def _toolbox(plan: Plan, i: int, id: str) -> Iterator[Block]:
    """Tools by group: ruled rows, or small cells in two columns where groups of the guide have long names."""
    role, labels = plan.roles[i], tool_labels(plan.roles)
    groups = [(labels[flat(group)], tools) for group, tools in role.tools.items() if tools]
    if not groups:
        return
    listed = sorted(groups, key=tool_place)
    cells = max(len(labels[flat(group)]) for other in plan.roles for group in other.tools) > LONG_GROUP
    kept, more = cut(listed, CELLS if cells else GROUPS)
    items = tuple((group, _tool_words(tools)) for group, tools in kept)
    if more:
        items += (("Also", plain(and_more([group for group, _ in listed][-more:], GROUPS))),)
    yield Heading(f"{id}-use", "main", "What you would use")
    yield (Pairs if cells else Definitions)(f"{id}-tools", "main", items, place=role.at("tools"))
    shown = sum(len(cut(tools, TOOLS)[0]) for _, tools in kept)
    if words := left_out(role, "tools", "tool", shown):
        yield Paragraph(f"{id}-tools-more", "main", plain(words), "caption")


def _carry(plan: Plan, i: int) -> str:
    """How many of the skills carry over, and where to."""
    count = len(plan.comparison.of(i))
    shared = count - len(plan.comparison.only(i))
    first = f"{opened_count(count, 'skill')} {'comes' if count == 1 else 'come'} up"
    left = plan.roles[i].left_out.get("skills", 0)
    first += f", the most important of {number_of(count + left)}." if left else "."
    if plan.comparison.listing == (i,):
        return first
    if len(plan.roles) == 2:
        title = flat(plan.roles[1 - i].title)
        other = the_role(title if len(title) <= LONG_TITLE else plan.short(1 - i))
        if not shared:
            return f"{first} None of them is listed for {other}."
        return f"{first} {_of_them(shared, count)} over if you later move to {other}."
    if not shared:
        return f"{first} None of them is listed for another role in this guide."
    return f"{first} {_of_them(shared, count)} over to at least one other role in this guide."


def _of_them(shared: int, count: int) -> str:
    if shared == count:
        return "All of them carry" if count > 1 else "It carries"
    return f"{opened(shared)} of them {'carries' if shared == 1 else 'carry'}"


def _columns(plan: Plan, i: int) -> Iterator[SkillColumn]:
    """This role only, then what it shares: by partner up to three roles, for more by how many share."""
    regions = [region for region in plan.comparison.regions if i in region.members and region.skills]
    if plan.comparison.listing == (i,):
        yield from _by_level(plan, i)
        return
    for region in regions:
        if region.members == (i,):
            yield SkillColumn("This role only", region.members, _items(region.skills, i))
        elif len(plan.roles) <= 3:
            label = _column_label(plan, i, region.members)
            items = _items(region.skills, i)
            yield SkillColumn(label, region.members, items, as_written=label.startswith("With "))
    if len(plan.roles) > 3:
        yield from _by_number(plan, i, [skill for region in regions for skill in region.skills])


def _by_level(plan: Plan, i: int) -> Iterator[SkillColumn]:
    """Where no other role lists skills, there is nothing to share: what is core, and what is useful."""
    for level, label in (("core", "At the core"), ("useful", "Useful")):
        found = [skill for skill in plan.comparison.of(i) if skill.level(i) == level]
        if found:
            items = tuple(plain(f"{s.label} ({s.note(i)})" if s.note(i) else s.label) for s in found)
            yield SkillColumn(label, (i,), items)


def _by_number(plan: Plan, i: int, skills: list[SharedSkill]) -> Iterator[SkillColumn]:
    """What all share, what some share and what two share. Only the first has a mark: the others are no one set."""
    every = len(plan.roles)
    for least, most in ((every, every), (3, every - 1), (2, 2)):
        found = [skill for skill in skills if least <= len(skill.members) <= most]
        if found:
            members = plan.everyone if least == every else ()
            yield SkillColumn(_number_label(least, most, every), members, _items(found, i))


def _number_label(least: int, most: int, every: int) -> str:
    """'All six', 'Shared by three to five', 'Shared by two'."""
    if least == every:
        return f"All {spelled(every)}"
    if least == most:
        return f"Shared by {spelled(least)}"
    between = "or" if most - least == 1 else "to"
    return f"Shared by {spelled(least)} {between} {spelled(most)}"


def _items(skills: Iterable[SharedSkill], i: int) -> tuple[Text, ...]:
    """The skills of a column; what this role needs at its core stands before what is useful."""
    return tuple(_skill_words(skill, i) for skill in sorted(skills, key=lambda s: s.level(i) == "useful"))


def _column_label(plan: Plan, i: int, members: tuple[int, ...]) -> str:
    if len(plan.roles) == 2:
        return "Shared"
    if members == plan.everyone:
        return f"All {spelled(len(members))}"
    return f"With {plan.names(tuple(j for j in members if j != i))}"


def _skill_words(skill: SharedSkill, i: int) -> Text:
    """A skill as this role needs it: 'Python', 'R (useful)', 'SQL (useful, for reports)'."""
    more = ["useful"] if skill.level(i) == "useful" else []
    more += [note] if (note := skill.note(i)) else []
    return plain(skill.label + (f" ({', '.join(more)})" if more else ""))


def _tool_words(tools: tuple[Tool, ...]) -> Text:
    """'NumPy for arrays, Docker (packaging)'; 'scikit-learn; TensorFlow and PyTorch, to integrate models'."""
    kept, more = cut(tools, TOOLS)
    notes: dict[str, list[str]] = {}
    for tool in kept:
        name, note = flat(tool.name), flat(tool.note or "").rstrip(".")
        notes.setdefault(note or f"={name}", []).append(name)
    parts = [_tool(names, note) for note, names in notes.items()]
    between = "; " if any(len(names) > 1 for names in notes.values()) else ", "
    return plain(between.join(parts) + (f" and {number_of(more)} more" if more else ""))


def _tool(names: list[str], note: str) -> str:
    """One tool with its note, or several that share a note."""
    if note.startswith("="):
        return ", ".join(dict.fromkeys(names))
    if not note.startswith(("for ", "to ", "with ", "as ")):
        return f"{joined(names)} ({note})"
    return f"{joined(names)}{',' if len(names) > 1 else ''} {note}"


def _workplace(plan: Plan, role: Role, id: str) -> Iterator[Block]:
    if role.industries:
        names = [flat(entry.name) for entry in role.industries]
        examples = [plain(_examples(plan, entry), entry.at()) for entry in role.industries]
        items = tuple((raised(name, names), text) for name, text in zip(names, examples, strict=True))
        yield Heading(f"{id}-work", "main", "Where you would work")
        yield Pairs(f"{id}-places", "main", items, place=role.at("industries"))


def _examples(plan: Plan, entry: Industry) -> str:
    """'Medical imaging, diagnosis'."""
    names = [flat(words) for words in entry.examples]
    return raised(", ".join(plan.casing.listed(names)), names)


def _prospects(role: Role, id: str) -> Iterator[Block]:
    """An outlook told at length; its gist stands in the outer column."""
    if role.outlook and role.outlook.summary and long_summary(role.outlook):
        yield Heading(f"{id}-ahead", "main", "What lies ahead")
        for number, text in enumerate(paragraphs(role.outlook.summary, role.outlook.at("summary")), 1):
            yield Paragraph(f"{id}-ahead-{number}", "main", text)


def _worksheet(role: Role, id: str) -> Iterator[Block]:
    """What is not known of a job becomes a list of things to ask, with room for the answers."""
    if role.responsibilities or role.skills or role.tools:
        return
    missing = (
        ("What fills a usual day?", role.responsibilities),
        ("Which skills count most?", role.skills),
        ("Which tools and programs are used?", role.tools),
        ("How do people get in?", role.education or role.preparation),
        ("What does it pay at the start, and later on?", role.pay),
        ("Will there be more of these jobs in five years, or fewer?", role.outlook),
    )
    asks = tuple(ask for ask, known in missing if not known)
    yield Heading(f"{id}-find", "main", "What to find out")
    words = "More is not listed here. Ask somebody who does the job, and write down what you hear."
    yield Paragraph(f"{id}-find-1", "main", plain(words))
    yield Worksheet(f"{id}-find-out", "main", asks)
