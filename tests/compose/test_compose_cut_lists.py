"""Lists that are too long for a page: the whole is compared and counted, a part is shown and says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import claims_oracle as oracle
import pytest
from compose_guides import guide, poor, theme

from guidebuild.compose import compose
from guidebuild.compose.document import (
    Callout,
    Definitions,
    Document,
    Fact,
    Figure,
    NameLists,
    Pairs,
    Paragraph,
    Rings,
    Section,
    SkillColumns,
    Table,
    words_of,
)
from guidebuild.compose.dump import texts
from guidebuild.compose.lines import line_of
from guidebuild.edition import Edition

SHARED, FIRST, SECOND = 42, 18, 48
NAMES = [f"measure thing {n}" for n in range(SHARED + FIRST + SECOND)]


def _skills(names: list[str]) -> list[dict[str, str]]:
    return [
        {"skill": name, "level": "core" if n < len(names) // 2 else "useful"} for n, name in enumerate(names)
    ]


def _role(number: int, names: list[str], **more: Any) -> dict[str, Any]:
    return {**poor(number), "title": f"Role {number}", "skills": _skills(names), **more}


BOTH = NAMES[:SHARED]
ESCO = (
    _role(1, [*NAMES[SHARED : SHARED + FIRST], *reversed(BOTH)], ranked_by={"skills": "essential"}),
    _role(2, [*BOTH, *NAMES[SHARED + FIRST :]], ranked_by={"skills": "essential"}),
)


def _made(*roles: dict[str, Any], layout: str = "guide") -> Document:
    return compose(guide(*roles), replace(theme(), edition=Edition(layout)))


def _section(document: Document, name: str) -> Section:
    return next(section for section in document.sections if name in (section.id, section.kind))


def _said(document: Document) -> str:
    return "\n".join(texts(document.sections))


def test_titles_and_totals_count_the_whole() -> None:
    document = _made(*ESCO)
    oracle.skills(oracle.Said(ESCO, document))
    assert _section(document, "skills").title == "Forty-two of 108 skills are shared"
    (lead,) = _section(document, "glance").slot("lead")
    assert words_of(lead.text) == "Forty-two of the skills listed carry over to both."  # type: ignore[attr-defined]
    ground = next(b for b in _section(document, "glance").blocks if isinstance(b, Callout))
    assert words_of(ground.text).endswith(" and 34 more.")
    fact = next(b for b in _section(document, "profile-poor-1").blocks if isinstance(b, Fact))
    assert (fact.value, fact.dots) == ("60, of which 42 shared", (18, 42))


def test_chart_words_and_caption_say_how_many_of_how_many_are_shown() -> None:
    blocks = _section(_made(*ESCO), "skills").blocks
    figure = next(b for b in blocks if isinstance(b, Figure))
    assert [(region.total, region.shown) for region in figure.spec.regions] == [  # type: ignore[union-attr]
        (18, "12 of 18 shown"), (48, "12 of 48 shown"), (42, "12 of 42 shown"),
    ]  # fmt: skip
    assert [one.words.split(",")[:2] for one in figure.groups] == [
        ["Role 1 only: 18", " of which 12 are shown"],
        ["Role 2 only: 48", " of which 12 are shown"],
        ["Both: 42", " of which 12 are shown"],
    ]
    assert "Of long lists the chart names a part, essential ones first; the table names all." in words_of(
        figure.caption
    )


def test_what_most_need_at_the_core_is_shown_first() -> None:
    figure = next(b for b in _section(_made(*ESCO), "skills").blocks if isinstance(b, Figure))
    shared = next(region for region in figure.spec.regions if len(region.members) == 2)  # type: ignore[union-attr]
    core = [{use["skill"] for use in role["skills"] if use["level"] == "core"} for role in ESCO]
    both = set.intersection(*core)
    assert set(shared.items) <= both or both <= set(shared.items)


def test_the_table_has_every_skill_and_no_row_is_longer_than_a_page() -> None:
    table = next(b for b in _section(_made(*ESCO), "skills").blocks if isinstance(b, Table))
    rows = [row for group in table.groups for row in group.rows]
    names = [name for row in rows for name in words_of(row.cells[1].text).split(", ")]
    assert sorted(names) == sorted(NAMES)
    assert max(len(words_of(row.cells[1].text).split(", ")) for row in rows) <= 24
    assert [row.label for row in rows] == [
        "Both", "Both, continued", "Role 1 only", "Role 2 only", "Role 2 only, continued",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [3, 4, 6])
def test_many_roles_of_sixty_skills_have_rows_of_names(count: int) -> None:
    roles = tuple(_role(n, [NAMES[(n * 13 + k * 7) % 108] for k in range(60)]) for n in range(1, count + 1))
    document = _made(*roles)
    oracle.skills(oracle.Said(roles, document))
    table = next(b for b in _section(document, "skills").blocks if isinstance(b, Table))
    assert table.style == "plain"
    assert len([row for group in table.groups for row in group.rows]) < 70


def test_profile_columns_name_their_first_and_lead_to_the_whole() -> None:
    profile = _section(_made(*ESCO), "profile-poor-1")
    columns = next(b for b in profile.blocks if isinstance(b, SkillColumns)).columns
    assert [(column.label, len(column.items)) for column in columns] == [
        ("Shared: 12 of 42", 12), ("This role only: 12 of 18", 12),
    ]  # fmt: skip
    (words,) = (
        words_of(b.text) for b in profile.blocks if b.id.endswith("-know-1") and isinstance(b, Paragraph)
    )
    assert words.endswith(
        "Long columns name their first 12, essential ones first; "
        "all stand in the table that begins on page\u00a0{skills-table}."
    )
    (rings,) = (b for b in profile.blocks if isinstance(b, Rings))
    assert max(rings.counts) <= 24


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("importance", "the most important first"),
        ("demand", "those in demand first"),
        (None, "in the order of the list"),
    ],
)
def test_the_order_of_long_columns_is_said(ground: str | None, words: str) -> None:
    ranked = {"skills": ground} if ground else {}
    document = _made(*({**role, "ranked_by": ranked} for role in ESCO))
    assert f"name their first 12, {words}; all stand in the table that begins on page" in _said(document)
    assert ("important" in _said(document)) == (ground == "importance")


def test_lists_that_are_known_to_be_cut_claim_nothing_about_what_they_lack() -> None:
    first, second = ({**role, "left_out": {"skills": 9}} for role in ESCO)
    for layout in ("guide", "handout"):
        said = _said(_made(first, second, layout=layout))
        assert "Forty-two of 108 skills listed are shared" in said
        for claim in ("only here", "This role only", "Role 1 only\n", "this job only"):
            assert claim.casefold() not in said.casefold().replace("listed for role 1 only", "")
    caption = next(
        b for b in _section(_made(first, second), "skills").blocks if isinstance(b, Figure)
    ).caption
    assert "Not all skills are listed (60 of 69 for Role 1, 90 of 99 for Role 2)" in words_of(caption)
    apart = _made({**poor(1), "skills": ["a"], "left_out": {"skills": 2}}, {**poor(2), "skills": ["b"]})
    assert _section(apart, "skills").title == "No skill listed is shared"


def test_criteria_stand_with_the_chart_and_in_the_profile() -> None:
    rated = {"skills": "rated 3 of 5 or more for importance", "tools": "asked for in adverts"}
    tools = {"Bench": ["saw"]}
    one = {**ESCO[0], "criteria": rated, "tools": tools}
    document = _made(one, ESCO[1])
    figure = next(b for b in _section(document, "skills").blocks if isinstance(b, Figure))
    assert "Skills of Role 1: those rated 3 of 5 or more for importance." in words_of(figure.caption)
    assert "Listed are those rated 3 of 5 or more for importance." in _said(document)
    assert "Listed are those asked for in adverts." in _said(document)
    both = _made(one, {**ESCO[1], "criteria": rated})
    figure = next(b for b in _section(both, "skills").blocks if isinstance(b, Figure))
    assert "Skills listed: those rated 3 of 5 or more for importance." in words_of(figure.caption)


# Tools, tasks, names


def _tools(number: int, count: int) -> dict[str, list[dict[str, str]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for n in range(count):
        demand = {"demand": "in-demand"} if n % 10 == 9 else {"demand": "hot"} if n % 10 == 8 else {}
        name = f"Common {n}" if n % 4 == 0 else f"Own {number}.{n}"
        groups.setdefault(f"Group {n % 30}", []).append({"name": name, **demand})
    return groups


def _toolbox(document: Document) -> tuple[str, str]:
    profile = _section(document, "profile-poor-1")
    box = next(b for b in profile.blocks if isinstance(b, Definitions | Pairs) and b.id.endswith("-tools"))
    (more,) = (
        words_of(b.text) for b in profile.blocks if b.id.endswith("-tools-more") and isinstance(b, Paragraph)
    )
    return " | ".join(words_of(text) for _, text in box.items), more


def test_of_very_many_tools_those_in_demand_are_named_and_all_are_counted() -> None:
    ranked = {"tools": "demand"}
    roles = [{**poor(n), "tools": _tools(n, 230), "ranked_by": ranked} for n in (1, 2)]
    named, more = _toolbox(_made(*roles))
    assert more == "40 of 230 tools, those in demand first."
    wanted = {
        tool["name"]
        for tools in _tools(1, 230).values()
        for tool in tools
        if tool.get("demand") == "in-demand"
    }
    told = set(named.replace(" | ", ", ").split(", "))
    assert len(told) == 40
    assert len(told & wanted) >= 20  # as many as stand in the groups that a page holds


def test_without_a_ground_what_another_job_has_too_is_named_first() -> None:
    roles = [{**poor(n), "tools": _tools(n, 230)} for n in (1, 2)]
    named, more = _toolbox(_made(*roles))
    assert more == "40 of 230 tools, those of other jobs here first."
    assert sum(name.startswith("Common") for name in named.replace(" | ", ", ").split(", ")) >= 30


def test_shared_tools_are_taken_from_the_whole() -> None:
    roles = tuple({**poor(n), "tools": _tools(n, 230)} for n in (1, 2))
    table = next(b for b in _section(_made(*roles), "compare").blocks if isinstance(b, Table))
    core = next(row for group in table.groups for row in group.rows if row.label == "Core")
    names = words_of(core.cells[0].text)
    assert names.endswith(f" and {58 - 8} more")
    assert all(name.startswith("Common") for name in names.partition(" and ")[0].split(", "))


def test_names_and_related_jobs_are_counted() -> None:
    role = {
        **poor(1),
        "aliases": [f"Alias {n}" for n in range(40)],
        "related": [f"Job {n}" for n in range(20)],
    }
    said = _said(_made(role, poor(2)))
    assert "Alias 5 and 34 more" in said
    assert "and 12 more" in said


def test_the_build_is_told_which_lists_are_printed_in_part() -> None:
    tasks = [{"detail": f"Task {n}."} for n in range(31)]
    role = {
        **poor(1),
        "responsibilities": tasks,
        "tools": _tools(1, 230),
        "aliases": [f"A {n}" for n in range(9)],
    }
    profiles = [s for s in _made(role, poor(2)).sections if s.kind == "profile"]
    assert [s.unsaid for s in profiles] == [
        ("8 of 31 tasks, 40 of 230 tools and 6 of 9 other titles of Poor Role 1",), (),
    ]  # fmt: skip


def test_two_lists_that_only_begin_alike_are_not_one_cell() -> None:
    lists = {0: [f"x{n}" for n in range(20)], 1: [f"x{n}" for n in range(19)] + ["other"]}
    texts_ = dict.fromkeys(lists, "x0, x1 and 18 more")
    assert len(line_of("Degree", texts_, whole=lists).parts) == 2
    assert len(line_of("Degree", texts_, whole={0: lists[0], 1: [*reversed(lists[0])]}).parts) == 1


def test_a_handout_counts_what_its_lists_do_not_name() -> None:
    front = _made(*ESCO, layout="handout").sections[0]
    lists = next(b for b in front.blocks if isinstance(b, NameLists))
    assert lists.title == "Forty-two of 108 skills are shared"
    assert [len(one.names) + one.more for one in lists.lists] == [18, 42, 48]
