"""Lists that are shown in part: how much of how much, and chosen by what. The one place that makes these words.

Comes in: a role, one of its lists, and how many of its entries are shown. Goes out: words like "The 8 most important of
31 tasks" or "The first 8 of 16 tasks". Refuses: to call anything important, essential or in demand for whose order the
role gives no such ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guidebuild.compose.inline import flat
from guidebuild.model.parts import Ground, Listed, Tool
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.numbers import number_of, spelled

NOUNS: dict[Listed, str] = {"responsibilities": "task", "skills": "skill", "tools": "tool"}
ORDERS: dict[Ground, str] = {
    "importance": "the most important first",
    "essential": "essential ones first",
    "demand": "those in demand first",
}
AS_LISTED = "in the order of the list"
DEMAND = ("in-demand", "hot", None)


def entries(role: Role, key: Listed) -> int:
    """How many entries a list of a role has."""
    if key == "tools":
        return sum(map(len, role.tools.values()))
    return len(role.responsibilities if key == "responsibilities" else role.skills)


def total(role: Role, key: Listed) -> int:
    """How many entries there are, those that the role leaves out included."""
    return entries(role, key) + role.left_out.get(key, 0)


def ground_of(roles: Iterable[Role], key: Listed) -> Ground | None:
    """By what all of these order a list; None where they differ, or one does not say."""
    grounds = {role.ranked_by.get(key) for role in roles if entries(role, key)}
    return grounds.pop() if len(grounds) == 1 else None


def order(roles: Iterable[Role], key: Listed, usual: str = AS_LISTED) -> str:
    """'the most important first', 'essential ones first'; 'in the order of the list' where no ground is given."""
    ground = ground_of(roles, key)
    return ORDERS[ground] if ground else usual


def first_of(role: Role, key: Listed, shown: int) -> str:
    """'The 8 most important of 31 tasks', 'The first 8 of 16 tasks', '40 of 230 tools, those in demand first'.

    Tools stand in groups, so that only all that the role lists are the most important ones.
    """
    every = f"{number_of(total(role, key))} {NOUNS[key]}s"
    ground = role.ranked_by.get(key)
    if ground == "importance" and (key != "tools" or shown == entries(role, key)):
        return (
            f"The {number_of(shown)} most important of {every}"
            if shown > 1
            else f"The most important of {every}"
        )
    if ground:
        return f"{number_of(shown)} of {every}, {ORDERS[ground]}"
    return f"The first {number_of(shown)} of {every}" if shown > 1 else f"The first of {every}"


def tally(role: Role, key: Listed, shown: int) -> str:
    """'The first 8 of 31 tasks; 23 more stand in the source.' Nothing where all that there is is shown."""
    if shown >= total(role, key):
        return ""
    if not role.left_out.get(key):
        return first_of(role, key, shown) + "."
    more = total(role, key) - shown
    verb = "stands" if more == 1 else "stand"
    return f"{first_of(role, key, shown)}; {number_of(more)} more {verb} in the source."


def among(role: Role, shown: int) -> str:
    """What stands behind a few skills: 'the most important of 35', 'of 14 essential ones', 'of twelve listed'."""
    essential = sum(use.level == "core" for use in role.skills)
    every = total(role, "skills")
    ground = role.ranked_by.get("skills")
    if shown >= every:
        return ""
    if ground == "importance":
        return f"the most important of {spelled(every)}"
    if ground == "essential" and shown < essential:
        return f"of {spelled(essential)} essential ones"
    return f"of {spelled(every)} {'in the source' if role.left_out.get('skills') else 'listed'}"


def criteria(roles: Sequence[tuple[str, Role]], key: Listed) -> str:
    """'Skills of Baker: those rated 3 of 5 or more for importance.' once where all named roles give the same."""
    noun = f"{NOUNS[key]}s".capitalize()
    given = [(name, flat(said).rstrip(".")) for name, role in roles if (said := role.criteria.get(key))]
    if len(given) == len(roles) > 1 and len({same_key(said) for _, said in given}) == 1:
        return f"{noun} listed: those {given[0][1]}."
    return " ".join(f"{noun} of {name}: those {said}." for name, said in given)


def which(role: Role, key: Listed) -> str:
    """'Listed are those rated 3 of 5 or more for importance.'"""
    said = role.criteria.get(key)
    return f"Listed are those {flat(said).rstrip('.')}." if said else ""


# Tools


def tools_in_order(role: Role) -> list[Tool]:
    """Every tool once, in the order of the list; where that is ranked by demand, those in demand first."""
    kept: dict[str, Tool] = {}
    for tool in (tool for tools in role.tools.values() for tool in tools):
        kept.setdefault(same_key(flat(tool.name)), tool)
    if role.ranked_by.get("tools") != "demand":
        return list(kept.values())
    return sorted(kept.values(), key=lambda tool: DEMAND.index(tool.demand))
