"""What a profile says of skills and tools: what carries over, column by column, and what one would work with.

Comes in: the plan, a role and the id of its section. Goes out: blocks of the running text. Refuses: a heading without a
body, and to name a part of a long list without saying of how many, and chosen by what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidebuild.compose.alignment import tool_labels, tool_place
from guidebuild.compose.choice import entries, order, tally, tools_in_order, total, which
from guidebuild.compose.comparison import SharedSkill
from guidebuild.compose.document import (
    Block,
    Definitions,
    Heading,
    PageRef,
    Pairs,
    Paragraph,
    Run,
    SkillColumn,
    SkillColumns,
    Text,
    plain,
)
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan
from guidebuild.compose.titles import the_role
from guidebuild.model.parts import Tool
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.numbers import and_more, cut, joined, number_of, opened, opened_count, spelled

COLUMN = 12  # skills in a column, where a table has them all
TOOLS = 12  # tools in a group
GROUPS = 8
CELLS = 12
MANY, SOME = 60, 40  # tools of which a choice is made, and how many it has
_Group = tuple[str, tuple[Tool, ...]]
LONG_TITLE = 40  # characters of a title that makes a sentence hard to read
LONG_GROUP = 30  # characters of a label that would take three lines beside its tools


def knowledge(plan: Plan, i: int, id: str) -> Iterator[Block]:
    columns = tuple(_columns(plan, i))
    if plan.slot("skills") and any(len(column.items) > COLUMN + 1 for column in columns):
        columns = tuple(map(_cut, sorted(columns, key=lambda column: column.members == (i,))))
    if columns:
        yield Heading(f"{id}-know", "main", "What you need to know", key="know")
        yield Paragraph(f"{id}-know-1", "main", (*plain(_carry(plan, i)), *_in_full(plan, i, columns)))
        yield SkillColumns(
            f"{id}-know-skills", "main", columns, len(plan.roles), place=plan.roles[i].at("skills")
        )
    yield from _toolbox(plan, i, id)


def _toolbox(plan: Plan, i: int, id: str) -> Iterator[Block]:
    """Tools by group: ruled rows, or small cells in two columns where groups of the guide have long names."""
    role, kept, others = plan.roles[i], *_groups(plan, i)
    if not kept:
        return
    items = tuple((group, _tool_words(tools)) for group, tools in kept)
    if others:
        items += (("Also", plain(and_more([group for group, _ in others], GROUPS))),)
    yield Heading(f"{id}-use", "main", "What you would use", key="use")
    design = Pairs if _in_cells(plan) else Definitions
    yield design(f"{id}-tools", "main", items, place=role.at("tools"))
    shown = tools_shown(plan, i)
    if words := " ".join(filter(None, (_tally(role, shown), which(role, "tools")))):
        yield Paragraph(f"{id}-tools-more", "main", plain(words), "caption")


def tools_shown(plan: Plan, i: int) -> int:
    """How many tools the profile of a role names."""
    return sum(len(cut(tools, TOOLS)[0]) for _, tools in _groups(plan, i)[0])


def _in_cells(plan: Plan) -> bool:
    labels = tool_labels(plan.roles)
    return any(len(labels[flat(group)]) > LONG_GROUP for role in plan.roles for group in role.tools)


def _groups(plan: Plan, i: int) -> tuple[list[_Group], list[_Group]]:
    """The groups of tools whose tools are named, and those of which there is only the label."""
    labels, most = tool_labels(plan.roles), CELLS if _in_cells(plan) else GROUPS
    listed = [(labels[flat(group)], tools) for group, tools in sorted(_chosen(plan, i, most), key=tool_place)]
    kept, more = cut(listed, most)
    return kept, listed[len(listed) - more :] if more else []


def _chosen(plan: Plan, i: int, most: int) -> list[_Group]:
    """The groups of tools; of very many a choice: as they are ranked, else those first that another role has too."""
    role = plan.roles[i]
    groups = [(group, tools) for group, tools in role.tools.items() if tools]
    if sum(len(tools) for _, tools in groups) <= MANY:
        return groups
    ranked = "tools" in role.ranked_by
    others = {
        same_key(flat(tool.name)) for j in plan.everyone if j != i for tool in tools_in_order(plan.roles[j])
    }
    by = tools_in_order(role)
    by = by if ranked else sorted(by, key=lambda tool: same_key(flat(tool.name)) not in others)
    home = {id(tool): group for group, tools in groups for tool in tools}
    held: dict[str, list[Tool]] = {}
    for tool in by:
        group = home[id(tool)]
        room = len(held.get(group, ())) < TOOLS if group in held else len(held) < most
        if room and sum(map(len, held.values())) < SOME:
            held.setdefault(group, []).append(tool)
    return [(group, tuple(held[group])) for group, _ in groups if group in held]


def _tally(role: Role, shown: int) -> str:
    """How many tools of how many; of a choice from very many, chosen by what."""
    if entries(role, "tools") <= MANY:
        return tally(role, "tools", shown)
    how = order([role], "tools", "those of other jobs here first")
    return f"{number_of(shown)} of {number_of(total(role, 'tools'))} tools, {how}."


def _carry(plan: Plan, i: int) -> str:
    """How many of the skills carry over, and where to."""
    count = len(plan.comparison.of(i))
    shared = count - len(plan.comparison.only(i))
    first = f"{opened_count(count, 'skill')} {'comes' if count == 1 else 'come'} up"
    left = plan.roles[i].left_out.get("skills", 0)
    best = "the most important of " if plan.roles[i].ranked_by.get("skills") == "importance" else "of "
    first += f", {best}{number_of(count + left)}." if left else "."
    if plan.comparison.listing == (i,):
        return first
    none = "None of them is" if count > 1 else "It is not"
    if len(plan.roles) == 2:
        title = flat(plan.roles[1 - i].title)
        other = the_role(title if len(title) <= LONG_TITLE else plan.short(1 - i))
        if not shared:
            return f"{first} {none} listed for {other}."
        return f"{first} {_of_them(shared, count)} over if you later move to {other}."
    if not shared:
        return f"{first} {none} listed for another role in this guide."
    return f"{first} {_of_them(shared, count)} over to at least one other role in this guide."


def _of_them(shared: int, count: int) -> str:
    if shared == count:
        return "All of them carry" if count > 1 else "It carries"
    return f"{opened(shared)} of them {'carries' if shared == 1 else 'carry'}"


def _in_full(plan: Plan, i: int, columns: tuple[SkillColumn, ...]) -> Text:
    """Which skills the columns name where they do not name all, and where all stand; what stands in the list at all."""
    role = plan.roles[i]
    words: Text = ()
    if sum(len(column.items) for column in columns) < len(plan.comparison.of(i)):
        how = f" Long columns name their first {COLUMN}, {order([role], 'skills')}"
        words = (
            Run(f"{how}; all stand in the table that begins on page\u00a0"),
            PageRef("skills-table"),
            Run("."),
        )
    said = which(role, "skills")
    return (*words, *plain(f" {said}" if said else ""))


def _cut(column: SkillColumn) -> SkillColumn:
    """A long column with its first skills, and how many of how many those are."""
    kept, more = cut(column.items, COLUMN)
    label = f"{column.label}: {len(kept)} of {number_of(len(column.items))}" if more else column.label
    return replace(column, label=label, items=tuple(kept))


def _columns(plan: Plan, i: int) -> Iterator[SkillColumn]:
    """This role only, then what it shares: by partner up to three roles, for more by how many share."""
    regions = [region for region in plan.comparison.regions if i in region.members and region.skills]
    ranked = _ranked(plan, i)
    if plan.comparison.listing == (i,):
        yield from _by_level(plan, i)
        return
    for region in regions:
        if region.members == (i,):
            label = "Only in this list" if plan.in_part else "This role only"
            yield SkillColumn(label, region.members, _items(region.skills, i, ranked=ranked))
        elif len(plan.roles) <= 3:
            label = _column_label(plan, i, region.members)
            items = _items(region.skills, i, ranked=ranked)
            yield SkillColumn(label, region.members, items, as_written=label.startswith("With "))
    if len(plan.roles) > 3:
        yield from _by_number(plan, i, [skill for region in regions for skill in region.skills])


def _ranked(plan: Plan, i: int) -> bool:
    return plan.roles[i].ranked_by.get("skills") == "importance"


def _by_level(plan: Plan, i: int) -> Iterator[SkillColumn]:
    """Where no other role lists skills, there is nothing to share: what is core, and what is useful."""
    for level, label in (("core", "At the core"), ("useful", "Useful")):
        found = [skill for skill in plan.comparison.of(i) if skill.level(i) == level]
        if found:
            items = tuple(plain(f"{s.name(i)} ({s.note(i)})" if s.note(i) else s.name(i)) for s in found)
            yield SkillColumn(label, (i,), items)


def _by_number(plan: Plan, i: int, skills: list[SharedSkill]) -> Iterator[SkillColumn]:
    """What all share, what some share and what two share. Only the first has a mark: the others are no one set."""
    every = len(plan.roles)
    for least, most in ((every, every), (3, every - 1), (2, 2)):
        found = [skill for skill in skills if least <= len(skill.members) <= most]
        if found:
            members = plan.everyone if least == every else ()
            yield SkillColumn(
                _number_label(least, most, every), members, _items(found, i, ranked=_ranked(plan, i))
            )


def _number_label(least: int, most: int, every: int) -> str:
    """'All six', 'Shared by three to five', 'Shared by two'."""
    if least == every:
        return f"All {spelled(every)}"
    if least == most:
        return f"Shared by {spelled(least)}"
    between = "or" if most - least == 1 else "to"
    return f"Shared by {spelled(least)} {between} {spelled(most)}"


def _items(skills: Iterable[SharedSkill], i: int, *, ranked: bool) -> tuple[Text, ...]:
    """The skills of a column; what this role needs at its core stands before what is useful.

    A long column has them in the order of the role's own list, since it will be cut; by nothing else if that is ranked
    by importance.
    """
    listed = sorted(skills, key=lambda skill: skill.level(i) == "useful")
    if len(listed) > COLUMN + 1:
        listed.sort(key=lambda skill: (not ranked and skill.level(i) == "useful", skill.place(i)))
    return tuple(_skill_words(skill, i) for skill in listed)


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
    return plain(skill.name(i) + (f" ({', '.join(more)})" if more else ""))


def _tool_words(tools: tuple[Tool, ...]) -> Text:
    """'NumPy for arrays, Docker (packaging)'; 'scikit-learn; TensorFlow and PyTorch, to integrate models'."""
    kept, more = cut(tools, TOOLS)
    notes: dict[tuple[str, str], list[str]] = {}  # tools with one note stand together, others for themselves
    for tool in kept:
        name, note = flat(tool.name), flat(tool.note or "").rstrip(".")
        notes.setdefault((note, "" if note else name), []).append(name)
    parts = [_tool(names, note) for (note, _), names in notes.items()]
    between = "; " if any(len(names) > 1 for names in notes.values()) else ", "
    return plain(between.join(parts) + (f" and {number_of(more)} more" if more else ""))


def _tool(names: list[str], note: str) -> str:
    """One tool with its note, or several that share a note."""
    if not note:
        return ", ".join(dict.fromkeys(names))
    if not note.startswith(("for ", "to ", "with ", "as ")):
        return f"{joined(names)} ({note})"
    return f"{joined(names)}{',' if len(names) > 1 else ''} {note}"
