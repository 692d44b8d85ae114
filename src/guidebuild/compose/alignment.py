"""Comparison rows: which lines of two or three roles stand beside each other, and which are one line.

Comes in: a guide and the roles of one table. Goes out: `Block`s of `Line`s whose `Part`s say which roles they
speak for. Refuses: to align what the author has not aligned. Duties meet by aspect; where a role has none they
meet by place in the list; a line is shared only when its words are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from guidebuild.compose.aptitude import interests, level_words, zone_words
from guidebuild.compose.casing import NOTHING_SMALL, Casing, raised
from guidebuild.compose.document import Members
from guidebuild.compose.duties import duties, more_line
from guidebuild.compose.inline import first_sentence, flat
from guidebuild.compose.lines import (
    ITEMS_IN_CELL,
    Block,
    Line,
    added,
    in_cell,
    line_of,
    listing,
    set_lines,
    spread,
    take_common,
)
from guidebuild.model.parts import Industry, Tool, Trend
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Guide, Role
from guidebuild.words import ENGLISH, Words
from guidebuild.words.aptitude import AptitudeWords
from guidebuild.words.numbers import and_more, cut, number_of

_Maker = Callable[[dict[int, Role], Casing], list[Line]]
ROWS_IN_GROUP = 6
GROUPS_IN_CELL = 2  # groups of tools that are named in one cell

SOFTWARE, SEVERAL = " software", 3
TOOL_GROUPS = ("languages", "frameworks", "libraries", "workbench", "cloud")
TRENDS: dict[Trend, str] = {"rising": "Rising", "steady": "Steady", "falling": "Falling", "mixed": "Mixed"}


def align(
    guide: Guide, members: Members, casing: Casing = NOTHING_SMALL, words: Words = ENGLISH
) -> tuple[Block, ...]:
    """All rows for these roles. A field that fewer than two roles fill has nothing to compare."""
    roles = {i: guide.roles[i] for i in members}

    def _duties(roles: dict[int, Role], casing: Casing) -> list[Line]:
        return duties(roles, guide.roles, casing)

    def _prepared(roles: dict[int, Role], _: Casing) -> list[Line]:
        return _preparation(roles, words.aptitude)

    makers: tuple[tuple[str, str, Callable[[Role], Any], _Maker], ...] = (
        ("responsibilities", "Responsibilities", lambda role: role.responsibilities, _duties),
        ("education", "Education", lambda role: role.education, _education),
        (
            "preparation",
            "Preparation",
            lambda role: role.preparation,
            lambda roles, _: _preparation(roles, words.aptitude),
        ),
        ("tools", "Tools", lambda role: role.tools, lambda roles, _: _tools(roles)),
        ("industries", "Industries", lambda role: role.industries, _industries),
        ("interests", "Interests", lambda role: role.interests, _interests),
        ("outlook", "Outlook", lambda role: role.outlook, lambda roles, _: _outlook(roles)),
    )
    blocks: list[Block] = []
    for key, label, field, make in makers:
        lines = make(roles, casing) if sum(bool(field(role)) for role in guide.roles) > 1 else []
        lines = [line for line in lines if any(part.text for part in line.parts)]
        if not lines:
            continue
        if key == "preparation" and blocks and blocks[-1].key == "education":
            before = blocks.pop()
            lines, key, label = [*before.lines, *lines], before.key, "Education and preparation"
        blocks.append(Block(key, label, tuple(lines)))
    return tuple(blocks)


# Education


def _education(roles: dict[int, Role], casing: Casing) -> list[Line]:
    def lists(field: str) -> dict[int, list[str]]:
        return {
            i: [flat(word) for word in getattr(role.education, field)] if role.education else []
            for i, role in roles.items()
        }

    degrees = {i: and_more(words, ITEMS_IN_CELL, "or") for i, words in lists("degrees").items()}
    subject, *others = set_lines("Subject", "Also fits", lists("fields"), casing, "or")
    return [
        subject,
        line_of("Degree", degrees, whole=lists("degrees")),
        *others,
        *set_lines("Courses", "More courses", lists("coursework"), casing),
        *set_lines("Certificates", "More certificates", lists("certificates"), casing),
    ]


def _preparation(roles: dict[int, Role], words: AptitudeWords) -> list[Line]:
    """'Considerable (level 4 of 5)'."""
    told = {
        i: f"{zone_words(words, preparation)} ({level_words(words, preparation)})" if preparation else ""
        for i, preparation in ((i, role.preparation) for i, role in roles.items())
    }
    return [line_of("Preparation", told)]


# Tools


def _tools(roles: dict[int, Role]) -> list[Line]:
    lines = _listed_tools(roles)
    return [*lines, more_line(roles, dict.fromkeys(roles, 0), "tools")]


def _listed_tools(roles: dict[int, Role]) -> list[Line]:
    labels = tool_labels(roles.values())
    groups = {i: _grouped(role, labels) for i, role in roles.items()}
    common, _ = take_common({i: _all(held) for i, held in groups.items()})
    lines = [spread("Core", tuple(roles), listing(common), roles)] if common else []
    told = {i: set(map(same_key, common)) for i in roles}
    lines += _shared_by_two(groups, told)
    rows: dict[str, dict[int, list[str]]] = {}
    for i, held in groups.items():
        for group, words in held.items():
            rows.setdefault(same_key(group), {})[i] = [w for w in words if same_key(w) not in told[i]]
    return lines + _tool_rows(rows, groups, roles)


def _grouped(role: Role, labels: dict[str, str]) -> dict[str, list[str]]:
    """The tools of a role by the printed label of their group; two spellings of one label are one group."""
    first: dict[str, str] = {}
    held: dict[str, list[str]] = {}
    for group, tools in _in_order(role):
        label = labels[flat(group)]
        names = held.setdefault(first.setdefault(same_key(label), label), [])
        names += [flat(tool.name) for tool in tools]
    return held


def _all(held: dict[str, list[str]]) -> list[str]:
    return [word for words in held.values() for word in words]


def _shared_by_two(groups: dict[int, dict[str, list[str]]], told: dict[int, set[str]]) -> list[Line]:
    """Of three roles, what two neighbours share; the outer two repeat what they share. Adds to `told`."""
    roles = tuple(groups)
    lines = []
    for pair in pairwise(roles) if len(roles) > 2 else ():
        common, _ = take_common({i: _all(groups[i]) for i in pair})
        words = [word for word in common if not any(same_key(word) in told[i] for i in pair)]
        for i in pair:
            told[i] |= set(map(same_key, words))
        if words:
            lines.append(spread(shared_label(pair, roles), pair, listing(words), roles))
    return lines


def _tool_rows(
    rows: dict[str, dict[int, list[str]]], groups: dict[int, dict[str, list[str]]], roles: dict[int, Role]
) -> list[Line]:
    """A row per group that two roles fill; the groups of one role alone stand together in a last row, by name."""
    labels = {same_key(group): group for held in reversed(groups.values()) for group in held}
    lines: list[Line] = []
    rest: dict[int, dict[str, list[str]]] = {i: {} for i in roles}
    for key, lists in sorted(rows.items(), key=tool_place):
        if sum(bool(words) for words in lists.values()) > 1 and len(lines) < ROWS_IN_GROUP:
            lines.append(line_of(labels[key], {i: listing(lists.get(i, [])) for i in roles}, whole=lists))
        else:
            for i, words in lists.items():
                rest[i] |= {labels[key]: words} if words else {}
    filled = [i for i, held in rest.items() if held]
    if len(filled) == 1 and (own := [place for place, line in enumerate(lines) if _cell_of(line, filled[0])]):
        place = next((place for place in own if same_key(lines[place].label) == "workbench"), own[-1])
        lines[place] = added(lines[place], filled[0], _by_group(rest[filled[0]]), "; ")
        return lines
    label = "Further tools" if lines else "By role"
    told = {i: _by_group(held) for i, held in rest.items()}
    return [*lines, line_of(label, told, rest=True, whole={i: _all(held) for i, held in rest.items()})]


def _by_group(held: dict[str, list[str]]) -> str:
    """'Cloud: AWS, Azure; Storage: PostgreSQL'; of many groups only the tools."""
    if len(held) > GROUPS_IN_CELL:
        return listing(_all(held))
    return "; ".join(f"{name}: {listing(words)}" for name, words in held.items())


def _cell_of(line: Line, i: int) -> bool:
    return any(part.members == (i,) for part in line.parts)


def _in_order(role: Role) -> list[tuple[str, tuple[Tool, ...]]]:
    return sorted(role.tools.items(), key=tool_place)


def tool_labels(roles: Iterable[Role]) -> dict[str, str]:
    """The groups of tools as they are printed: where several end in "software", the word is not said each time."""
    names = list(dict.fromkeys(flat(group) for role in roles for group in role.tools))
    short = sum(name.endswith(SOFTWARE) for name in names) >= SEVERAL
    return {name: name.removesuffix(SOFTWARE) if short else name for name in names}


def tool_place(entry: tuple[str, Any]) -> int:
    """Where a group of tools stands: the usual groups in their usual order, then the others as they are given."""
    name = same_key(entry[0])
    return TOOL_GROUPS.index(name) if name in TOOL_GROUPS else len(TOOL_GROUPS)


def shared_label(members: Members, roles: Iterable[int]) -> str:
    """What stands before a row that these roles share; which of three they are, since two pairs make two rows."""
    every = tuple(roles)
    if len(members) == len(every):
        return "Shared"
    return "First two" if members[0] == every[0] else "Last two"


# Industries


def _industries(roles: dict[int, Role], casing: Casing) -> list[Line]:
    """The names that roles share; what each does there, under its own head; and where else each works."""
    known = {i: _by_name(role) for i, role in roles.items()}
    shared: dict[Members, list[str]] = {}
    for key in dict.fromkeys(key for entries in known.values() for key in entries):
        members = tuple(i for i in roles if key in known[i])
        if len(members) > 1 and _neighbours(members, tuple(roles)):
            shared.setdefault(members, []).append(key)
    lines: list[Line] = []
    told: dict[int, set[str]] = {i: set() for i in roles}
    for members, keys in sorted(shared.items(), key=lambda entry: -len(entry[0])):
        shown = keys[: max(0, ROWS_IN_GROUP - len(lines))]  # of the others the names alone
        names = [flat(known[members[0]][key].name) for key in keys]
        said = in_cell(names, [flat(x.name) for x in roles[members[0]].industries], casing)
        lines.append(spread(shared_label(members, roles), members, said, roles))
        for key, name in zip(shown, names, strict=False):
            work = {i: _work(known[i][key], casing) if i in members else "" for i in roles}
            lines.append(line_of(_within(casing.within(name)), work))
        for i in members:
            told[i].update(keys)
    rest = {
        i: [entry for key, entry in entries.items() if key not in told[i]] for i, entries in known.items()
    }
    label = "Where else" if lines else "Sectors"
    sectors = {i: _sectors(entries, casing) for i, entries in rest.items()}
    whole = {i: [flat(entry.name) for entry in entries] for i, entries in rest.items()}
    return [*lines, line_of(label, sectors, rest=bool(lines), whole=whole)]


def _by_name(role: Role) -> dict[str, Industry]:
    """The industries of a role, each once."""
    named_: dict[str, Industry] = {}
    for entry in role.industries:
        named_.setdefault(same_key(flat(entry.name)), entry)
    return named_


def _within(name: str) -> str:
    """'In finance', 'In the public sector'; what has a capital stands by itself: 'Catholic schools'."""
    return f"In {'the ' if name.endswith(' sector') else ''}{name}" if name[:1].islower() else name


def _work(entry: Industry, casing: Casing) -> str:
    """'Fraud detection and algorithmic trading'."""
    names = [flat(words) for words in entry.examples]
    return in_cell(names, names, casing)


def _neighbours(members: Members, roles: Members) -> bool:
    places = [roles.index(i) for i in members]
    return places[-1] - places[0] == len(places) - 1


def _sectors(entries: list[Industry], casing: Casing) -> str:
    """'Healthcare (imaging, diagnosis), automotive (self-driving)'."""
    names = [flat(entry.name) for entry in entries]
    examples = [casing.within(flat(entry.examples[0])) if entry.examples else "" for entry in entries]
    said = [
        f"{name} ({work})" if work else name
        for name, work in zip(casing.listed(names), examples, strict=True)
    ]
    kept, more = cut(said, ITEMS_IN_CELL)
    return raised(", ".join(kept), names) + (f" and {number_of(more)} more" if more else "")


# Interests


def _interests(roles: dict[int, Role], casing: Casing) -> list[Line]:
    return set_lines("Suits", "Also", {i: interests(role) for i, role in roles.items()}, casing)


# Outlook


def _outlook(roles: dict[int, Role]) -> list[Line]:
    demand = {i: _trend(role) for i, role in roles.items()}
    return [line_of("Demand", demand), line_of("Why", {i: _why(role) for i, role in roles.items()})]


def _trend(role: Role) -> str:
    """'Rising'; nothing where no direction is claimed."""
    return TRENDS[role.outlook.trend] if role.outlook and role.outlook.trend else ""


def _why(role: Role) -> str:
    """The author's whole clause; else headline and reason: 'Rising, few posts: because the field is small'."""
    outlook = role.outlook
    if not outlook:
        return ""
    if outlook.why:
        return flat(outlook.why).rstrip(".")
    headline, reason = flat(outlook.headline or ""), flat(outlook.reason or "").rstrip(".")
    said = [words for words in (headline, reason) if words and same_key(words) != same_key(_trend(role))]
    return ": ".join(said) or ("" if outlook.trend else first_sentence(outlook.summary or "").rstrip("."))
