"""Groups of products, degrees and short titles, as O*NET has them in all their variety."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd_names import ODD

from guidebuild.importers.kinds.onet.education import schooling
from guidebuild.importers.kinds.onet.tools import tool_groups
from guidebuild.importers.meaning.short_titles import short_titles
from guidebuild.importers.reading.release import Row


def product(name: str, group: str = "Analytical software", hot: str = "N", wanted: str = "N") -> Row:
    return Row({"name": name, "group": group, "hot": hot, "wanted": wanted}, "Software Skills.txt", 2)


def groups_of(*rows: Row) -> dict[str, list[object]]:
    return {group: [tool.value for tool in tools] for group, tools in tool_groups(rows)[0].items()}


def test_products_in_demand_come_first_and_then_hot_ones() -> None:
    rows = [product("A"), product("B", hot="Y"), product("C", hot="Y", wanted="Y")]
    assert groups_of(*rows) == {
        "Analytical software": [
            {"name": "C", "demand": "in-demand"}, {"name": "B", "demand": "hot"}, "A",
        ],
    }  # fmt: skip
    assert tool_groups(rows)[1]
    assert not tool_groups(rows[:1])[1]


def test_groups_with_most_in_demand_come_first_and_none_is_left_out() -> None:
    rows = [
        product("Cold", "First"),
        product("Hot", "Second", hot="Y"),
        product("Wanted", "Third", wanted="Y"),
        *(product(f"P{n}", f"Group {n % 30}") for n in range(300)),
    ]
    groups = groups_of(*rows)
    assert [*groups][:4] == ["Third", "Second", "First", "Group 0"]
    assert sum(map(len, groups.values())) == 303


def test_a_product_that_stands_in_its_group_twice_counts_once_and_signs_tell_products_apart() -> None:
    assert groups_of(*map(product, ("C", "C++", "C#", "c#", "R"))) == {
        "Analytical software": ["C", "C++", "C#", "R"]
    }
    assert groups_of(product("Git", "")) == {"Software": ["Git"]}


@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=8, unique=True), st.sampled_from(ODD))
def test_products_and_groups_keep_every_letter_of_their_names(names: list[str], group: str) -> None:
    assert groups_of(*(product(name, group) for name in names)) == {group: names}


def shares(*values: float, scale: str = "RL", asked: str = "50") -> list[Row]:
    return [
        Row({"scale": scale, "category": f"{n}", "value": f"{value}", "asked": asked}, "Education.txt", n + 1)
        for n, value in enumerate(values, 1)
    ]


def test_without_the_file_of_categories_the_twelve_are_known() -> None:
    found = schooling(shares(0, 0, 0, 0, 0, 20, 0, 50, 0, 0, 30), {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == [
        "Bachelor's Degree",
        "Master's Degree",
        "Doctoral Degree",
    ]


def test_where_no_answer_is_frequent_the_most_frequent_one_counts() -> None:
    found = schooling(shares(*[9.0] * 10, 10.0), {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Doctoral Degree"]
    assert found.summary == "Of the 50 people asked what the job requires, 10% named “Doctoral Degree”."


def test_a_category_that_is_new_keeps_the_words_of_the_release() -> None:
    found = schooling(shares(80, 20), {1: "Micro-credential - awarded online", 2: "Master's Degree"})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Micro-credential", "Master's Degree"]
    assert "80% named “Micro-credential” and 20% “Master's Degree”" in found.summary
    unnamed = schooling([Row({"scale": "RL", "category": "13", "value": "60"}, "Education.txt", 2)], {})
    assert unnamed is not None
    assert unnamed.degrees == (("Level 13", "Education.txt:2"),)
    assert unnamed.summary == "Of the people asked what the job requires, 60% named “Level 13”."


def test_a_category_that_is_there_twice_counts_once() -> None:
    found = schooling([*shares(0, 0, 0, 0, 0, 60), *shares(0, 0, 0, 0, 0, 60)], {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Bachelor's Degree"]


def test_shares_that_the_source_doubts_are_called_imprecise() -> None:
    rows = shares(0, 40, 0, 0, 0, 60)
    doubted = [Row({**row.cells, "suppress": "Y"}, row.place, row.line) for row in rows]
    said = [found.summary for answers in (rows, doubted) if (found := schooling(answers, {}))]
    assert said[1] == said[0] + " The source calls these shares imprecise."


def test_other_scales_and_no_answers_are_no_education() -> None:
    assert schooling(shares(50, 50, scale="RW"), {}) is None
    assert schooling(shares(0, -5, 140), {}) is None
    assert schooling([], {}) is None


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Elementary School Teachers, Except Special Education", "Elementary School Teachers"),
        (
            "Geographic Information Systems Technologists and Technicians",
            "Geographic Information Systems…",
        ),
        ("Electrical and Electronics Repairers, Powerhouse and Relay", "Electrical and Electronics Repairers"),
        ("First-Line Supervisors of Farming, Fishing, and Forestry Workers", "First-Line Supervisors of Farming…"),
        ("Claims Adjusters, Examiners, and Investigators", "Claims Adjusters, Examiners…"),
        ("Aircraft Structure, Surfaces, Rigging, and Systems Assemblers", "Aircraft Structure, Surfaces, Rigging…"),
        ("Directors, Religious Activities and Education", "Directors, Religious Activities…"),
    ],
)  # fmt: skip
def test_long_titles_are_shortened_where_that_leaves_their_meaning(title: str, short: str) -> None:
    assert short_titles([title]) == {title: short}


def test_titles_of_forty_characters_stay() -> None:
    assert short_titles(["Welders, Cutters, Solderers, and Brazers"]) == {}


def test_no_two_occupations_get_one_short_title() -> None:
    schools = [f"Special Education Teachers, {kind} School" for kind in ("Elementary", "Secondary")]
    assert short_titles(schools) == {
        schools[0]: "Special Education Teachers, Elementary…",
        schools[1]: "Special Education Teachers, Secondary…",
    }
    long = "Teachers of " + "very " * 8
    assert short_titles([long + "little children", long + "old people", "Nurses"]) == {}
    assert short_titles(["School Bus Drivers, Except on Days without School", "School Bus Drivers"]) == {
        "School Bus Drivers, Except on Days without School": "School Bus Drivers, Except on Days…"
    }


@given(st.lists(st.text(st.sampled_from("Ab ,s’é"), max_size=90)))
def test_short_titles_fit_and_are_all_different(titles: list[str]) -> None:
    shorts = short_titles(titles)
    assert all(0 < len(short) <= 40 for short in shorts.values())
    assert len({short.casefold() for short in shorts.values()}) == len(shorts)
