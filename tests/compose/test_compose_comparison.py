"""One comparison, told everywhere the same."""

from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, SKILLS, guide, imported, poor, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.compose import compose
from guidebuild.compose.comparison import compare
from guidebuild.compose.document import Document, Figure, QuestionItem, SetSpec, SkillColumns, Table, words_of
from guidebuild.words.numbers import capital, spelled

WORDS = ["hygiene", "Food hygiene", "shaping", "piping", "Ovens", "ovens", "Grain", "Salt", "Night work"]


def _skills_of(document: Document) -> dict[str, Any]:
    section = next(section for section in document.sections if section.kind == "skills")
    return {block.id: block for block in section.blocks}


def _told(table: Table, regions: dict[tuple[int, ...], set[str]]) -> dict[tuple[int, ...], set[str]]:
    """What the data table says about each region."""
    found: dict[tuple[int, ...], set[str]] = {members: set() for members in regions}
    rows = [row for group in table.groups for row in group.rows]
    if table.style == "matrix":
        for row in rows:
            members = tuple(i for i, cell in enumerate(row.cells) if not cell.none)
            found[members].add(row.label.casefold())
    elif table.roles == 2:
        for row in rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if not cell.none:
                    found[column.members] |= set(words_of(cell.text).casefold().split(", "))
    else:
        for row in rows:
            if not row.cells[1].none:
                found[row.cells[0].members] = set(words_of(row.cells[1].text).casefold().split(", "))
    return found


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), min_size=2, max_size=6))
def test_chart_table_alt_and_profiles_list_the_same_skills(lists: list[list[str]]) -> None:
    roles = [{**poor(i), "skills": [{"skill": s} for s in names]} for i, names in enumerate(lists)]
    document = compose(guide(*roles), theme())
    blocks = _skills_of(document)
    figure, table = blocks["skills-figure"], blocks["skills-table"]
    assert isinstance(figure, Figure)
    assert isinstance(figure.spec, SetSpec)
    regions = {region.members: {item.casefold() for item in region.items} for region in figure.spec.regions}
    assert _told(table, regions) == regions
    for region in figure.spec.regions:
        if region.items:
            assert f"{len(region.items)}, {', '.join(region.items)}." in figure.alt
    for i, total in enumerate(figure.spec.totals):
        mine = {item for members, items in regions.items() if i in members for item in items}
        assert total == len(mine)
        assert _in_profile(document, i) == mine
    section = next(section for section in document.sections if section.kind == "skills")
    everyone = tuple(range(len(roles)))
    common, total = (
        len(regions.get(everyone, ())),
        len({item for items in regions.values() for item in items}),
    )
    if not common:
        assert section.title.startswith("No skill is")
    elif common < total or len(roles) > 2:
        assert section.title.startswith(capital(spelled(common)))


def _in_profile(document: Document, role: int) -> set[str]:
    section = next(section for section in document.sections if section.role == role)
    columns = next(block for block in section.blocks if isinstance(block, SkillColumns)).columns
    return {words_of(item).split(" (")[0].casefold() for column in columns for item in column.items}


def test_a_skill_is_matched_by_id_label_and_alias_whatever_its_case() -> None:
    roles = [
        {**poor(i), "skills": [{"skill": s}]}
        for i, s in enumerate(["hygiene", "FOOD hygiene", "kitchen HYGIENE"])
    ]
    (skill,) = compare(guide(*roles)).skills
    assert (skill.label, skill.members) == ("Food hygiene", (0, 1, 2))


def test_free_text_that_matches_nothing_is_kept_as_written() -> None:
    roles = [{**poor(1), "skills": [{"skill": "Salt"}]}, {**poor(2), "skills": [{"skill": "salt"}]}]
    (skill,) = compare(guide(*roles)).skills
    assert (skill.label, skill.members, skill.category) == ("Salt", (0, 1), "")


def test_a_skill_named_twice_counts_once_and_core_wins() -> None:
    uses = [{"skill": "salt", "level": "useful"}, {"skill": "Salt"}]
    comparison = compare(guide({**poor(1), "skills": uses}, poor(2)))
    assert [skill.level(0) for skill in comparison.skills] == ["core"]


def test_two_and_three_roles_show_empty_regions_and_more_do_not() -> None:
    assert len(compare(guide(poor(1), poor(2))).regions) == 3
    assert len(compare(guide(poor(1), poor(2), poor(3))).regions) == 7
    assert compare(guide(*map(poor, range(4)))).regions == ()


def test_skills_stand_by_category_core_before_useful_and_then_as_listed() -> None:
    labels = [skill.label for skill in compare(guide(BAKER, CONFECTIONER)).skills]
    assert labels == ["Food hygiene", "Piping", "Shaping", "Weighing", "Night work", "Drawing"]
    assert {skill["label"] for skill in SKILLS} < set(labels)


def test_a_role_that_lists_no_skills_denies_none() -> None:
    document = compose(guide(BAKER, CONFECTIONER, poor(1)), theme())
    section = next(section for section in document.sections if section.kind == "skills")
    assert section.title == "Two skills are common to the two jobs that list any"


@pytest.mark.parametrize("roles", [(BAKER, poor(1)), (poor(1), poor(2))])
def test_one_list_is_no_comparison(roles: tuple[dict[str, Any], ...]) -> None:
    assert "skills" not in {section.kind for section in compose(guide(*roles), theme()).sections}


def _table(*roles: dict[str, Any]) -> dict[str, list[tuple[str, int, bool]]]:
    """Rows of the first comparison table by 'Group: label': (words, span, none) per cell."""
    section = next(s for s in compose(guide(*roles), theme()).sections if s.kind == "compare")
    table = next(block for block in section.blocks if isinstance(block, Table))
    return {
        f"{group.label}: {row.label}": [(words_of(cell.text), cell.span, cell.none) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    }


def test_duties_meet_by_aspect_and_what_only_one_has_stands_under_also() -> None:
    rows = _table(BAKER, CONFECTIONER)
    assert rows["Responsibilities: Build"] == [
        ("Weigh and mix the dough", 1, False),
        ("Bake sponge and pastry", 1, False),
    ]
    assert rows["Responsibilities: Also"] == [
        ("Order flour and salt", 1, False),
        ("Test every cream", 1, False),
    ]


def test_working_beside_the_same_people_is_one_line() -> None:
    assert _table(BAKER, CONFECTIONER)["Responsibilities: Together"] == [
        ("Colleagues: Shop staff", 2, False)  # as one of them writes it; a list proves no small letter
    ]


def test_other_people_are_not_merged() -> None:
    other = {**CONFECTIONER, "works_with": {"who": "Brides"}}
    assert [cell[1] for cell in _table(BAKER, other)["Responsibilities: Together"]] == [1, 1]


def test_a_shared_subject_tool_and_industry_is_told_once() -> None:
    rows = _table(BAKER, CONFECTIONER)
    assert rows["Education: Subject"] == [("Food craft", 2, False)]
    assert rows["Tools: Core"] == [("Oven", 2, False)]
    assert rows["Tools: Machines"] == [("Mixer", 1, False), ("Freezer", 1, False)]
    assert rows["Industries: Shared"] == [("Hotels", 2, False)]
    assert rows["Industries: Hotels"] == [("Breakfast", 1, False), ("Desserts", 1, False)]
    assert rows["Outlook: Demand"] == [("Steady", 2, False)]


def test_neighbours_of_three_share_a_cell_and_the_outer_two_repeat() -> None:
    rows = _table(BAKER, CONFECTIONER, MILLER)
    assert rows["Outlook: Demand"] == [("Steady", 2, False), ("Falling", 1, False)]
    assert rows["Tools: Last two"] == [("–", 1, True), ("Freezer", 2, False)]
    outer = _table(BAKER, MILLER, CONFECTIONER)
    assert outer["Outlook: Demand"] == [("Steady", 1, False), ("Falling", 1, False), ("Steady", 1, False)]


def test_plain_lists_meet_by_place_and_long_ones_are_cut() -> None:
    rows = _table(imported(1), imported(2))
    assert rows["Responsibilities: Shared"] == [("Keep records", 2, False)]
    assert rows["Responsibilities: 1"] == [("Task 0 of role 1", 1, False), ("Task 0 of role 2", 1, False)]
    assert rows["Responsibilities: More"] == [("and 24 more", 1, False), ("and 24 more", 1, False)]


def test_what_a_role_does_not_list_is_not_denied() -> None:
    rows = _table(BAKER, CONFECTIONER, {**poor(1), "interests": ["Social"]})
    assert rows["Outlook: Demand"][1] == ("–", 1, True)


def test_a_role_of_which_nothing_can_be_compared_has_no_column() -> None:
    document = compose(guide(BAKER, poor(1), CONFECTIONER), theme())
    section = next(s for s in document.sections if s.kind == "compare")
    (table,) = section.slot("table")
    assert [column.members for column in table.columns] == [(0,), (2,)]  # type: ignore[attr-defined]
    (lead,) = section.slot("lead")
    assert words_of(lead.text) == "Too little is said of Poor Role 1 to compare."  # type: ignore[attr-defined]
    badges = [cell.badge for group in table.groups for row in group.rows for cell in row.cells if cell.badge]  # type: ignore[attr-defined]
    assert set(badges) == {"Both"}


def _engineer(number: int, name: str, *tools: str) -> dict[str, Any]:
    listed = {"Bench": [{"name": tool} for tool in tools]}
    return {**poor(number), "title": f"{name} Engineer", "tools": listed}


def test_what_two_of_three_share_names_the_two() -> None:
    roles = (
        _engineer(1, "Dough", "A", "B"),
        _engineer(2, "Oven", "A", "B", "C"),
        _engineer(3, "Shop", "A", "C"),
    )
    section = next(s for s in compose(guide(*roles), theme()).sections if s.kind == "compare")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    badges = [
        (row.label, cell.badge)
        for group in table.groups
        for row in group.rows
        for cell in row.cells
        if cell.badge
    ]
    assert badges == [("Core", "All three"), ("First two", "Dough and Oven"), ("Last two", "Oven and Shop")]


def _trades(number: int, *names: str) -> dict[str, Any]:
    return {
        **imported(number),
        "industries": [{"name": name, "examples": [f"{name} work"]} for name in names],
    }


def test_no_two_rows_of_a_group_have_one_label() -> None:
    tasks = [{"detail": f"Common task {n}."} for n in range(3)]
    tools = ("A", "AB", "B")
    lists = (("All", "Early"), ("All", "Early", "Late"), ("All", "Late"))
    roles = [
        {
            **_trades(n, *trades),
            "responsibilities": tasks,
            "tools": {"Bench": [{"name": t} for t in tools[n]]},
        }
        for n, trades in enumerate(lists)
    ]
    section = next(s for s in compose(guide(*roles), theme()).sections if s.kind == "compare")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    labels = {group.label: [row.label for row in group.rows] for group in table.groups}
    assert labels["Responsibilities"] == ["Shared 1", "Shared 2", "Shared 3"]
    assert labels["Tools"] == ["First two", "Last two"]
    assert labels["Industries"] == [
        "Shared", "All", "First two", "Early", "Last two", "Late",
    ]  # fmt: skip


def test_tools_of_one_role_alone_keep_the_name_of_their_group() -> None:
    miller = {**MILLER, "tools": {"Machines": [{"name": "Mill"}], "Sieves": [{"name": "Bolter"}]}}
    rows = _table(BAKER, CONFECTIONER, miller)
    assert rows["Tools: Further tools"] == [
        ("Hand tools: Peel", 1, False),
        ("Moulds: Ring", 1, False),
        ("Sieves: Bolter", 1, False),
    ]
    two = {**miller, "tools": {**miller["tools"], "Sacks": [{"name": "Jute"}, {"name": "Paper"}]}}
    assert (
        _table(BAKER, CONFECTIONER, two)["Tools: Further tools"][2][0] == "Sieves: Bolter; Sacks: Jute, Paper"
    )
    many = {**two, "tools": {**two["tools"], "Carts": [{"name": "Barrow"}]}}
    assert _table(BAKER, CONFECTIONER, many)["Tools: Further tools"][2][0] == "Bolter, Jute, Paper, Barrow"


def test_two_long_names_do_not_fill_a_badge() -> None:
    long = "Senior Principal Sourdough"
    roles = (_engineer(1, long, "A"), _engineer(2, "Oven", "A"), _engineer(3, "Shop", "B"))
    section = next(s for s in compose(guide(*roles), theme()).sections if s.kind == "compare")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert "These two" in [cell.badge for group in table.groups for row in group.rows for cell in row.cells]


def test_tools_that_one_role_alone_has_left_over_join_another_row_of_its_and_keep_their_group() -> None:
    tools = {"Machines": [{"name": "Oven"}, {"name": "Freezer"}]}
    rows = _table(BAKER, {**CONFECTIONER, "tools": tools})
    assert "Tools: Further tools" not in rows
    assert rows["Tools: Machines"][0] == ("Mixer; Hand tools: Peel", 1, False)


@pytest.mark.parametrize(
    ("aspects", "label", "said"),
    [
        (["care", "sell"], "Sell", "Do 1"),
        (["care", "quality"], "Quality", "Do 1"),  # a known one as well
        (["care", None], "Also", "Do 1"),
        (["care", "sell", "teach"], "Also", "Do 1. Do 2"),
        (["care", "sell", "sell"], "Sell", "Do 1. Do 2"),
    ],
)
def test_a_duty_never_stands_under_an_aspect_of_another(
    aspects: list[str | None], label: str, said: str
) -> None:
    duties = [{"detail": f"Do {n}.", "aspect": aspect} for n, aspect in enumerate(aspects)]
    other = [{"detail": "Feed.", "aspect": "care"}]
    rows = _table({**poor(1), "responsibilities": duties}, {**poor(2), "responsibilities": other})
    told = {
        name.removeprefix("Responsibilities: "): [cell[0] for cell in cells] for name, cells in rows.items()
    }
    assert told == {"Care": ["Do 0", "Feed"], label: [said, "–"]}


_DUTIES = st.lists(
    st.sampled_from(["care", "sell", "build", "quality", "Teach", None]), min_size=1, max_size=5
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_DUTIES, min_size=2, max_size=3))
def test_a_row_of_an_aspect_holds_duties_of_that_aspect_alone(given_: list[list[str | None]]) -> None:
    roles: list[Any] = []
    aspect_of: dict[str, str] = {}
    for i, aspects in enumerate(given_):
        aspect_of |= {f"Do {i}{n}": (aspect or "").casefold() for n, aspect in enumerate(aspects)}
        duties = [{"detail": f"Do {i}{n}.", "aspect": aspect} for n, aspect in enumerate(aspects)]
        roles.append({**poor(i), "responsibilities": duties})
    rows = _table(*roles)
    known = {*filter(None, aspect_of.values())}
    for name, cells in rows.items():
        label = name.removeprefix("Responsibilities: ").casefold()
        held = [duty for text, *_ in cells for duty in aspect_of if duty in text]
        assert label not in known or {aspect_of[duty] for duty in held} <= {label}


@pytest.mark.parametrize(
    ("outlook", "why"),
    [
        ({"headline": "Steady", "reason": "because people eat every day"}, "because people eat every day"),
        (
            {"headline": "Steady, few posts", "reason": "as the town is small"},
            "Steady, few posts: as the town is small",
        ),
        ({"headline": "Full of hope"}, "Full of hope"),
        (
            {"reason": "as it is", "why": "Bread never goes out of fashion."},
            "Bread never goes out of fashion",
        ),
    ],
)
def test_the_outlook_says_why_in_a_whole_clause(outlook: dict[str, str], why: str) -> None:
    rows = _table({**BAKER, "outlook": {"trend": "steady", **outlook}}, CONFECTIONER)
    assert rows["Outlook: Why"][0] == (why, 1, False)


@pytest.mark.parametrize("first", ["sql", "SQL"])
def test_each_role_spells_a_shared_skill_as_its_author_does(first: str) -> None:
    other = {"sql": "SQL", "SQL": "sql"}[first]
    roles = [{**poor(n), "skills": [{"skill": name}]} for n, name in enumerate((first, other), 1)]
    (skill,) = compare(guide(*roles)).skills
    assert (skill.name(0), skill.name(1), skill.label) == (first, other, "SQL")


def test_core_skills_head_every_list() -> None:
    uses = [{"skill": "shaping", "level": "useful"}, {"skill": "piping"}, {"skill": "hygiene"}]
    comparison = compare(guide({**poor(1), "skills": uses}, {**poor(2), "skills": [{"skill": "hygiene"}]}))
    assert [skill.key for skill in comparison.only(0)] == ["piping", "shaping"]
    assert comparison.regions[0].labels == ("Piping", "Shaping")


def test_every_row_fills_its_table() -> None:
    for roles in (
        (BAKER, CONFECTIONER, MILLER),
        (BAKER, imported(1), {**poor(1), "interests": ["Social"]}),
        (imported(1), MILLER, imported(2)),
    ):
        for label, cells in _table(*roles).items():
            assert sum(span for _, span, _ in cells) == 3, label


def _doing(number: int, *aspects: str) -> dict[str, Any]:
    duties = [{"detail": f"Duty {place} of role {number}.", "aspect": a} for place, a in enumerate(aspects)]
    return {**poor(number), "responsibilities": duties}


def _duty_rows(*roles: dict[str, Any]) -> list[str]:
    return [label.partition(": ")[2] for label in _table(*roles) if label.startswith("Responsibilities: ")]


def test_an_aspect_of_the_author_s_own_is_a_row_after_the_known_ones_in_the_order_of_naming() -> None:
    rows = _duty_rows(
        _doing(1, "serve", "care", "build", "night shift"), _doing(2, "Build", "night shift", "care", "serve")
    )
    assert rows == ["Build", "serve", "care", "night shift"]  # one word has a capital: none is given one


def test_aspects_that_are_all_written_small_get_a_capital_as_labels() -> None:
    assert _duty_rows(_doing(1, "care", "build"), _doing(2, "build", "care")) == ["Build", "Care"]
    assert _duty_rows(_doing(1, "care", "IT"), _doing(2, "IT", "care")) == ["care", "IT"]


@pytest.mark.parametrize(
    "pair", [("R&D", "R and D"), ("follow-up", "Follow\u2011up"), ("night shift", "Night\u00a0Shift")]
)
def test_two_spellings_of_an_aspect_are_one_row(pair: tuple[str, str]) -> None:
    assert _duty_rows(_doing(1, pair[0]), _doing(2, pair[1])) == [pair[0]]


SPELLINGS = [
    ("CI/CD", "CI / CD"), ("R&D", "R and D"), ("low-cost care", "Low\u2011cost care"), ("first aid", "First\u00a0aid"),
    ("women's health", "Women’s Health"), ("hygiene\u00ad plan", "hygiene plan"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_of_one_thing_are_one_thing_wherever_it_stands(one: str, other: str) -> None:
    def role(number: int, word: str) -> dict[str, Any]:
        return {
            **poor(number),
            "skills": [{"skill": word}],
            "tools": {"Bench": [{"name": word}, {"name": word}]},
            "industries": [{"name": word}],
            "interests": [word],
            "responsibilities": [{"detail": word}],
            "education": {"fields": [word], "degrees": [word]},
            "works_with": {"who": word},
            "questions": [word],
        }

    roles = role(1, one), role(2, other)
    shared = {label for label, cells in _table(*roles).items() if [cell[1] for cell in cells] == [2]}
    assert {label.partition(": ")[0] for label in shared} == {
        "Responsibilities", "Education", "Tools", "Industries", "Interests",
    }  # fmt: skip
    document = compose(guide(*roles), theme())
    titles = {section.kind: section.title for section in document.sections}
    assert titles["skills"] == "The one skill listed is shared"
    questions = next(section for section in document.sections if section.kind == "questions")
    assert (
        len([block for block in questions.blocks if isinstance(block, QuestionItem) and block.members]) == 2
    )


def test_letters_figures_and_plus_tell_things_apart() -> None:
    roles = [{**poor(i), "skills": [{"skill": s}]} for i, s in enumerate(["C", "C++", "C#", "C2"])]
    assert len(compare(guide(*roles)).skills) == 4
