"""Whether what a guide says of skills, lines, pay and openings is so: read from the printed words, not from compose.

Comes in: the mappings that a guide was made from, and the document. Goes out: nothing, or an `AssertionError`. A
sentence of a section that is looked at must match one of the known forms; a form that nobody has checked is a failure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from guidebuild.compose.document import (
    Aside,
    Callout,
    Document,
    Fact,
    Figure,
    NameLists,
    Paragraph,
    PaySpec,
    Section,
    SetSpec,
    SkillColumns,
    Table,
    words_of,
)
from guidebuild.compose.dump import texts

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER = r"([A-Za-z]+(?:-[a-z]+)?|[\d,]+)"


def number(words: str) -> int:
    """'Twenty-two', 'twenty', '118'."""
    low = words.casefold()
    if low[0].isdigit():
        return int(low.replace(",", ""))
    if low in ONES:
        return ONES.index(low)
    tens, _, one = low.partition("-")
    return 10 * (TENS.index(tens) + 2) + (ONES.index(one) if one else 0)


def key(words: str) -> str:
    """What a reader takes for one thing: the test's own idea of it, for the words that the test draws."""
    return " ".join(words.replace("\u2011", "-").replace("-", " ").replace("\u00a0", " ").casefold().split())


Role = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """A guide's roles as they were written, and what was made of them."""

    roles: tuple[Role, ...]
    document: Document

    @property
    def skills(self) -> list[set[str]]:
        return [{key(use["skill"]) for use in role.get("skills", ())} for role in self.roles]

    @property
    def listing(self) -> list[int]:
        return [i for i, skills in enumerate(self.skills) if skills]

    @property
    def common(self) -> set[str]:
        lists = [self.skills[i] for i in self.listing]
        return set.intersection(*lists) if len(lists) > 1 else set()

    def only(self, i: int) -> set[str]:
        return self.skills[i] - set().union(*(s for j, s in enumerate(self.skills) if j != i))

    def exactly(self, members: Iterable[int]) -> set[str]:
        """What these roles list and no other does."""
        inside = set(members)
        held = set.intersection(*(self.skills[i] for i in inside))
        return held - set().union(*(s for j, s in enumerate(self.skills) if j not in inside))

    @property
    def in_part(self) -> bool:
        return any(self.roles[i].get("left_out", {}).get("skills") for i in self.listing)

    def section(self, kind: str) -> Section | None:
        return next((s for s in self.document.sections if s.kind == kind), None)

    def who(self, names: str) -> set[int]:
        """The roles of 'Role 1, Role 2 and Role 3'."""
        found = {int(n) for n in re.findall(r"Role (\d)", names)}
        return {i for i, role in enumerate(self.roles) if int(role["title"].split(" ")[1]) in found}


Check = tuple[str, Callable[[Said, re.Match[str]], bool]]


def told(said: Said, words: str, checks: Iterable[Check]) -> None:
    """The words are one of the known forms, and what they claim is so."""
    for pattern, holds in checks:
        if found := re.fullmatch(pattern, words):
            assert holds(said, found), words
            return
    raise AssertionError(f"nobody has checked: {words}")


# Skills


def _every(said: Said) -> set[str]:
    return set().union(*said.skills)


def _title_of_many(said: Said, m: re.Match[str]) -> bool:
    count = 0 if m[1] == "No" else number(m[1])
    jobs = number(m[4])
    return (
        len(said.roles) > 2
        and count == len(said.common)
        and jobs == len(said.listing)
        and (m[3] == "all") == (jobs == len(said.roles))
        and bool(m[2]) == said.in_part
    )


SKILL_TITLES: list[Check] = [
    (
        rf"{NUMBER} skills?( listed)? (?:is|are) common to (all|the) {NUMBER}(?: jobs that list any)?",
        _title_of_many,
    ),
    (
        rf"{NUMBER} of {NUMBER} skills( listed)? (?:is|are) shared",
        lambda said, m: (
            (number(m[1]), number(m[2])) == (len(said.common), len(_every(said)))
            and bool(m[3]) == said.in_part
            and len(said.roles) == 2
        ),
    ),
    (
        rf"All {NUMBER} skills( listed)? are shared",
        lambda said, m: number(m[1]) == len(_every(said)) == len(said.common),
    ),
    (r"The one skill listed is shared", lambda said, _: len(_every(said)) == len(said.common) == 1),
    (r"No skill( listed)? is shared", lambda said, m: not said.common and bool(m[1]) == said.in_part),
]
SKILL_LEADS: list[Check] = [
    (
        rf"Learn the {NUMBER} they share first, since (?:both|all \w+) jobs list (?:it|them)\.",
        lambda said, m: number(m[1]) == len(said.common) and len(said.listing) == len(said.roles),
    ),
    (
        r"Skills are listed for (.*)\.",
        lambda said, m: said.who(m[1]) == set(said.listing) and len(said.listing) < len(said.roles),
    ),
    (
        r"Each job lists skills that the others do not\.",
        lambda said, _: all(said.only(i) for i in range(len(said.roles))),
    ),
    (
        r"Every skill is listed for at least two jobs\.",
        lambda said, _: not any(said.only(i) for i in said.listing),
    ),
    (
        r"Skills that no other job lists: (.*)\.",
        lambda said, m: said.who(m[1]) == {i for i in said.listing if said.only(i)},
    ),
]


def skills(said: Said) -> None:
    section = said.section("skills")
    assert (section is not None) == (len(said.listing) > 1)
    if section:
        told(said, section.title, SKILL_TITLES)
        for lead in section.slot("lead"):
            told(said, words_of(lead.text), SKILL_LEADS)  # type: ignore[attr-defined]
        _chart(said, next(b for b in section.blocks if isinstance(b, Figure)))
        _table(said, next(b for b in section.blocks if isinstance(b, Table)))
        everything = "\n".join(texts(section.blocks))
        assert ("only here" in everything) <= (not said.in_part)
        assert bool(re.search(r"(?<!Listed for )Role \d only", everything)) <= (not said.in_part)
    _profiles(said)
    _glance(said)
    _rest(said)


def _chart(said: Said, figure: Figure) -> None:
    spec = figure.spec
    assert isinstance(spec, SetSpec)
    charted = list(spec.roles) or list(range(len(said.roles)))
    assert list(spec.totals) == [len(said.skills[i]) for i in charted]
    seen: set[str] = set()
    for region, words in zip(spec.regions, figure.groups, strict=True):
        whole = said.exactly(charted[i] for i in region.members)
        named = {key(item) for item in region.items}
        assert named <= whole
        assert region.total == len(whole)
        assert bool(region.shown) == (len(named) < len(whole))
        if region.shown:
            shown, every = re.fullmatch(r"(\d+) of (\d+) shown", region.shown).groups()  # type: ignore[union-attr]
            assert (int(shown), int(every)) == (len(named), len(whole))
            assert words.count == f"{len(whole)}, of which {len(named)} are shown"
        assert {key(item) for item in words.items} == named
        seen |= whole
    assert seen == _every(said)


def _table(said: Said, table: Table) -> None:
    """The table is whole, whatever the chart shows."""
    found: dict[tuple[int, ...], set[str]] = {}
    charted = said.listing if len(said.listing) > 1 else list(range(len(said.roles)))
    rows = [row for group in table.groups for row in group.rows]
    members: tuple[int, ...] = ()
    for row in rows:
        if table.style == "matrix":
            members = tuple(i for i, cell in zip(charted, row.cells, strict=True) if not cell.none)
            found.setdefault(members, set()).add(key(row.label))
        elif len(table.columns) == 3:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if not cell.none:
                    found.setdefault(column.members, set()).update(map(key, words_of(cell.text).split(", ")))
        else:
            number_, names = row.cells
            members = number_.members or members
            if not names.none:
                found.setdefault(members, set()).update(map(key, words_of(names.text).split(", ")))
            if words_of(number_.text):
                assert int(words_of(number_.text)) == len(said.exactly(members))
    assert all(found[members] == said.exactly(members) for members in found)
    assert set().union(*found.values()) == _every(said)


def _profiles(said: Said) -> None:
    for section in said.document.sections:
        if section.kind != "profile" or section.role is None:
            continue
        i = section.role
        mine, own = said.skills[i], said.only(i)
        for block in section.blocks:
            if block.id.endswith("-know-1") and isinstance(block, Paragraph):
                _carried(said, i, words_of(block.text))
            elif block.id.endswith("-skills") and isinstance(block, Fact):
                found = re.fullmatch(r"(\d+)(?:, (?:of which (\d+) shared|(none .*)))?", block.value)
                assert found
                assert int(found[1]) == len(mine)
                if found[2] or found[3]:
                    assert int(found[2] or 0) == len(mine) - len(own)
                else:
                    assert said.listing == [i]
            elif isinstance(block, SkillColumns):
                named = [
                    key(words_of(item).split(" (")[0]) for column in block.columns for item in column.items
                ]
                assert set(named) <= mine
                for column in block.columns:
                    if column.members == (i,) and said.listing != [i]:
                        items = {key(words_of(item).split(" (")[0]) for item in column.items}
                        assert items <= own
                        assert ("role only" in column.label) == (not said.in_part)
                    if count := re.search(r": (\d+) of (\d+)$", column.label):
                        assert int(count[1]) == len(column.items)
            elif isinstance(block, Aside) and block.id.endswith("-next"):
                _next_to(said, i, block)


def _carried(said: Said, i: int, words: str) -> None:
    mine, shared = said.skills[i], len(said.skills[i] - said.only(i))
    first = re.match(rf"{NUMBER} skills? comes? up(?:, (?:the most important )?of (\d+))?\.", words)
    assert first, words
    assert number(first[1]) == len(mine), words
    if re.search(r"(All of them carry|It carries) over", words):
        assert shared == len(mine), words
    elif found := re.search(rf"{NUMBER} of them (?:carry|carries) over", words):
        assert len(mine) > number(found[1]) == shared > 0, words
    elif "None of them is listed for" in words or "It is not listed for" in words:
        assert (shared, said.listing != [i]) == (0, True), words
    else:
        assert said.listing == [i], words


def _next_to(said: Said, i: int, block: Aside) -> None:
    for text in block.paragraphs:
        if found := re.match(r"Only (here|there|in this list|in that list): (.*)\.", words_of(text)):
            j = i if found[1] in ("here", "in this list") else 1 - i
            assert ("list" in found[1]) == said.in_part
            names = re.split(r", | and (?!\d)", re.sub(r" and [\d,]+ more$", "", found[2]))
            assert {key(name) for name in names} <= said.only(j)
            more = re.search(r" and ([\d,]+) more$", found[2])
            assert len(names) + (int(more[1]) if more else 0) == len(said.only(j))
    for text in block.bullets:
        name, shared, mine = re.fullmatch(r"(.*): (\d+) of (\d+)", words_of(text)).groups()  # type: ignore[union-attr]
        (j,) = said.who(name)
        assert int(shared) == len(said.skills[i] & said.skills[j])
        assert int(mine) == len(said.skills[i])


GLANCE_LEADS: list[Check] = [
    (r"The \w+ jobs, fact beside fact\.", lambda said, _: not _all_common(said) and not _one_trend(said)),
    (
        rf"{NUMBER} of the skills listed (?:carry over to both|carries over to both|(?:is|are) common to all \w+)\.",
        lambda said, m: number(m[1]) == len(_all_common(said)) and not _one_trend(said),
    ),
    (
        rf"Demand is (\w+) for (?:both|all \w+), and {NUMBER} skills? "
        r"(?:carry over|carries over|(?:is|are) common to them all)\.",
        lambda said, m: m[1] == _one_trend(said) and number(m[2]) == len(_all_common(said)),
    ),
    (
        r"Demand is (\w+) for (?:both|all \w+)\.",
        lambda said, m: m[1] == _one_trend(said) and not _all_common(said),
    ),
]


def _all_common(said: Said) -> set[str]:
    return set.intersection(*said.skills)


def _one_trend(said: Said) -> str:
    trends = {(role.get("outlook") or {}).get("trend") for role in said.roles}
    return trends.pop() or "" if len(trends) == 1 else ""


def _glance(said: Said) -> None:
    section = said.section("glance")
    assert section
    (lead,) = section.slot("lead")
    told(said, words_of(lead.text), GLANCE_LEADS)  # type: ignore[attr-defined]
    for block in section.blocks:
        if isinstance(block, Callout) and block.id == "glance-shared":
            words = words_of(block.text)
            if found := re.search(r"(?:Both|All \w+) list:? (.*?)\.(?: |$)", words):
                _list_of(found[1], _all_common(said))
            if found := re.search(r"(?:find work in|Industries of [\w ]+:) (.*?)\.(?: |$)", words):
                each = [{key(name) for name in role.get("industries", ())} for role in said.roles]
                _list_of(found[1], set.intersection(*each))


def _list_of(words: str, whole: set[str]) -> None:
    """'a, b and c', 'a, b and 40 more': names of the whole, and how many are not named."""
    more = re.search(r" and ([\d,]+) more$", words)
    names = {key(name) for name in re.split(r", | and ", words[: more.start()] if more else words)}
    assert names <= whole, words
    assert len(names) + (number(more[1]) if more else 0) == len(whole), words


def _rest(said: Said) -> None:
    everything = "\n".join(texts(said.document.sections))
    for found in re.finditer(rf"start with the {NUMBER} shared skills?", everything, re.IGNORECASE):
        assert number(found[1]) == len(said.common)
    for found in re.finditer(
        rf"^{NUMBER} skills? in (?:two circles|three circles|a chart)", everything, re.MULTILINE
    ):
        assert number(found[1]) == len(_every(said))
    if "where they overlap" in everything:
        assert any(a & b for a, b in combinations(said.skills, 2)) or _merged(said)


def sheet(said: Said) -> None:
    """The lists of a handout: named and counted, they are whole."""
    front = said.document.sections[0]
    for block in front.blocks:
        if isinstance(block, NameLists):
            told(said, block.title, SKILL_TITLES)
            for one in block.lists:
                names = {key(name) for name in one.names}
                if len(one.members) == 1:
                    assert names <= said.only(one.members[0])
                    assert len(names) + one.more == len(said.only(one.members[0]))
                elif one.members:
                    assert names <= said.common
                    assert len(names) + one.more == len(said.common)
                else:
                    held = [sum(name in s for s in said.skills) for name in names]
                    assert all(1 < count < len(said.listing) for count in held)
    _rest(said)


# Lines


def _merged(said: Said) -> bool:
    return any(len(cell.members) > 1 for _, row in _rows(said) for cell in row.cells)


def _rows(said: Said) -> Iterator[tuple[str, Any]]:
    section = said.section("compare")
    for block in section.blocks if section else ():
        if isinstance(block, Table):
            for group in block.groups:
                for row in group.rows:
                    yield group.label, row


def _field(role: Role, label: str) -> set[str]:
    """All words of a role that a group of the table may tell."""
    education = role.get("education") or {}
    words = {
        "Responsibilities": [duty["detail"].rstrip(".") for duty in role.get("responsibilities", ())],
        "Education": [*education.get("fields", ()), *education.get("degrees", ())],
        "Tools": [tool for tools in role.get("tools", {}).values() for tool in tools],
        "Industries": list(role.get("industries", ())),
        "Outlook": [(role.get("outlook") or {}).get("trend") or ""],
    }
    return {key(word) for word in words[label.partition(":")[0]]}


LINES: list[Check] = [
    (r"No line reads the same", lambda said, _: _alike(said) == 0),
    (
        rf"{NUMBER} of {NUMBER} lines? reads? the same",
        lambda said, m: number(m[1]) == _alike(said) <= number(m[2]),
    ),
    (
        r"(Same|A common) starting point, different day’s work",
        lambda said, m: _apart(said) and _start(said, same=m[1] == "Same"),
    ),
    (r"\w+ jobs, line by line", lambda said, _: len(said.roles) > 3),
]


def _alike(said: Said) -> int:
    return sum(len(row.cells) == 1 and len(row.cells[0].members) > 1 for _, row in _rows(said))


def _apart(said: Said) -> bool:
    duties = [{key(duty["detail"]) for duty in role.get("responsibilities", ())} for role in said.roles]
    return all(duties) and not any(a & b for a, b in combinations(duties, 2))


def _start(said: Said, *, same: bool) -> bool:
    fields = [{key(f) for f in (role.get("education") or {}).get("fields", ())} for role in said.roles]
    return all(f == fields[0] for f in fields) == same and bool(set.intersection(*fields))


def lines(said: Said) -> None:
    section = said.section("compare")
    if not section:
        return
    told(said, section.title, LINES)
    for label, row in _rows(said):
        for cell in row.cells:
            if len(cell.members) > 1:
                _all_say(said, label, cell)


def _all_say(said: Said, label: str, cell: Any) -> None:
    words = words_of(cell.text)
    count = re.search(r" and [\d,]+ more$", words)
    whole = words[: count.start()] if count else words
    for member in cell.members:
        own = _field(said.roles[member], label)
        pieces = [whole] if key(whole) in own else re.split(r", | and | or |; |\. |: ", whole)
        named = {key(piece) for piece in pieces if piece}
        groups = {key(group) for group in said.roles[member].get("tools", {})}
        assert named <= own | groups, (label, words, own)


# Pay


def _paid(said: Said) -> list[dict[str, Any]]:
    return [role["pay"] for role in said.roles if role.get("pay")]


def comparable(pays: list[dict[str, Any]]) -> bool:
    """Whether figures may be ranked: one unit, kind and place, overlapping years, no lower limits among them."""
    spans = [pay["years"] for pay in pays]
    return (
        len({(pay.get("currency"), pay.get("period")) for pay in pays}) == 1
        and len({pay["kind"] for pay in pays}) == 1
        and len({key(pay["region"]) for pay in pays}) == 1
        and all(a[0] <= b[1] for a in spans for b in spans)
        and not any({"p25", "p50", "p75"} & set(pay["overall"].get("at_least", ())) for pay in pays)
    )


def _few(pay: dict[str, Any]) -> bool:
    return bool(pay["kind"] == "reports" and pay["overall"]["n"] < 30)


def _clear(said: Said, top: str, rest: str) -> bool:
    pays = _paid(said)
    (i,) = said.who(top)
    high = said.roles[i]["pay"]["overall"]
    others = [role["pay"]["overall"] for j, role in enumerate(said.roles) if role.get("pay") and j != i]
    named = rest == "the rest" or said.who(rest) == {j for j, r in enumerate(said.roles) if r.get("pay")} - {
        i
    }
    return (
        comparable(pays)
        and not any(map(_few, pays))
        and all(high["p25"] > other["p75"] for other in others)
        and named
        and len(pays) > 1
    )


def _overlapping(said: Said) -> bool:
    marks = [pay["overall"] for pay in _paid(said)]
    return all(a["p25"] <= b["p75"] and b["p25"] <= a["p75"] for a, b in combinations(marks, 2))


def _kind_only(kind: str) -> Callable[[Said, re.Match[str]], bool]:
    return lambda said, _: len(_paid(said)) == 1 and _paid(said)[0]["kind"] == kind


def _differ(name: str, said: Said) -> bool:
    """Whether what is given as the reason is one."""
    pays = _paid(said)
    if name == "units":
        return len({(pay.get("currency"), pay.get("period")) for pay in pays}) > 1
    if name == "places":
        return len({key(pay["region"]) for pay in pays}) > 1
    return any(a["years"][1] < b["years"][0] for a in pays for b in pays)


PAY_TITLES: list[Check] = [
    (r"(Role \d) pay stands clear of (.*)", lambda said, m: _clear(said, m[1], m[2])),
    (
        r"The middle halves overlap",
        lambda said, _: _overlapping(said) and comparable(_paid(said)) and not any(map(_few, _paid(said))),
    ),
    (
        r"No one job stands clear of the rest",
        lambda said, _: (
            comparable(_paid(said)) and not any(map(_few, _paid(said))) and not _overlapping(said)
        ),
    ),
    (r"Too few reports to name a winner", lambda said, _: all(map(_few, _paid(said)))),
    (
        rf"{NUMBER} of {NUMBER} bars rests? on fewer than thirty reports",
        lambda said, m: number(m[1]) == sum(map(_few, _paid(said))) and number(m[2]) == len(_paid(said)),
    ),
    (
        r"(Reported in|Given for|Given in) different (years|places|units), so not ranked",
        lambda said, m: (
            _differ(m[2], said)
            and (m[1] == "Reported in") == all(pay["kind"] == "reports" for pay in _paid(said))
        ),
    ),
    (
        r"Counted in different ways, so not ranked",
        lambda said, _: len({pay["kind"] for pay in _paid(said)}) > 1,
    ),
    (
        r"Some figures are only known as “or more”, so not ranked",
        lambda said, _: any(pay["overall"].get("at_least") for pay in _paid(said)),
    ),
    (r"What people reported", _kind_only("reports")),
    (r"What people earn, in official statistics", _kind_only("statistics")),
    (r"What the pay scale grants", _kind_only("scale")),
]


def pay(said: Said) -> None:
    section = said.section("pay")
    paid = _paid(said)
    assert (section is not None) == bool(paid)
    everything = "\n".join([*texts(said.document.sections), *_figures(said)])
    if any(pay["kind"] != "reports" for pay in paid):
        assert "Median pay reported" not in everything or any(pay["kind"] == "reports" for pay in paid)
    if not any(pay["kind"] == "reports" for pay in paid):
        found = re.search(r"\breport(?:s|ed)?\b|n\u00a0=", everything)
        assert not found, everything[found.start() - 60 : found.end() + 60]
    if section is None:
        return
    told(said, section.title, PAY_TITLES)
    (lead,) = section.slot("lead")
    _lead(said, words_of(lead.text))  # type: ignore[attr-defined]
    if not comparable(paid) and len(paid) > 1:
        assert "not ranked" in section.title
    for one in paid:
        for name in one["overall"].get("at_least", ()):
            amount = one["overall"][name]
            for found in re.finditer(rf"\${amount // 1000}(?:,000|k)(?![\d,])", everything):
                assert everything[found.end() :].startswith((" or more", "–")) or _known(said, paid, amount)


def _known(said: Said, paid: list[dict[str, Any]], amount: int) -> bool:
    """Whether the same figure is known exactly elsewhere, of another job or as another percentile, or is a tick."""
    names = ("p10", "p25", "p50", "p75", "p90")
    exact = any(
        p["overall"][n] == amount and n not in p["overall"].get("at_least", ()) for p in paid for n in names
    )
    blocks = (block for section in said.document.sections for block in section.blocks)
    specs = [block.spec for block in blocks if isinstance(block, Figure) and isinstance(block.spec, PaySpec)]
    return exact or any(value == amount for spec in specs for value, _ in spec.ticks)


def _figures(said: Said) -> Iterator[str]:
    for section in said.document.sections:
        for block in section.blocks:
            if isinstance(block, Figure):
                yield from (block.first, *(one.words for one in block.groups))


def _on_the_scale(said: Said) -> list[dict[str, Any]]:
    """The pay in the unit of most; of two units as common as each other, in the first."""
    units = [(pay.get("currency"), pay.get("period")) for pay in _paid(said)]
    unit = max(units, key=units.count)
    return [pay for pay in _paid(said) if (pay.get("currency"), pay.get("period")) == unit]


def _lead(said: Said, words: str) -> None:
    paid = _on_the_scale(said)
    if found := re.search(r"run from \$([\d,]+) \((Role \d)\) to \$([\d,]+) \((Role \d)\)", words):
        assert comparable(paid), words
        middles = [pay["overall"]["p50"] for pay in paid]
        assert [number(found[1]), number(found[3])] == [min(middles), max(middles)]
        for n in (2, 4):
            (i,) = said.who(found[n])
            assert said.roles[i]["pay"]["overall"]["p50"] == number(found[n - 1])
    if "for both jobs." in words:
        assert len({pay["overall"]["p50"] for pay in paid}) == 1
    if found := re.search(r"but only ([\d,]+) reports? stands? behind", words):
        assert all(map(_few, paid))
        assert number(found[1]) == sum(pay["overall"]["n"] for pay in paid)
    if found := re.search(r"Few reports stand behind (.*?): read", words):
        assert said.who(found[1]) == {
            i for i, role in enumerate(said.roles) if role.get("pay") in paid and _few(role["pay"])
        }
    if "Half of all reports" in words or "Half of all jobs" in words:
        assert comparable(paid) or len(paid) == 1


# Openings


def openings(said: Said, adverts: list[dict[str, Any]], on: Any) -> None:
    section = said.section("jobs")
    assert (section is not None) == bool(adverts)
    if section is None:
        return
    titles = {key(role["title"]) for role in said.roles}
    titled = [advert for advert in adverts if any(f" {t} " in f" {key(advert['title'])} " for t in titles)]
    closed = [advert for advert in adverts if advert.get("closes") and advert["closes"] < on]
    cards = [block for block in section.blocks if block.slot == "cards"]
    found = re.fullmatch(
        rf"{NUMBER}(?: of {NUMBER})? (neighbouring )?(?:openings?|jobs?)"
        rf"(, closed by now|, {NUMBER} of (?:them|the \w+) closed)?",
        section.title,
    )
    assert found, section.title
    assert number(found[1]) == len(cards) == min(10, len(adverts))
    assert (number(found[2]) if found[2] else len(cards)) == len(adverts)
    assert bool(found[3]) == (not titled)
    shown = {card.id.removeprefix("job-") for card in cards}
    gone = sum(advert["id"] in shown for advert in closed)
    if found[4] == ", closed by now":
        assert gone == len(cards)
    else:
        assert (number(found[5]) if found[4] else 0) == gone
    everything = "\n".join(texts(section.blocks))
    assert ("None carries" in everything) <= (not titled)
    assert sum(advert["id"] in shown for advert in titled) == min(10, len(titled))
