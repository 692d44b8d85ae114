"""Names of products, labels of tool groups, degrees and short titles, as O*NET has them in all their variety."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.onet.education import schooling
from guidebuild.importers.onet.files import Row
from guidebuild.importers.onet.shorten import short_titles
from guidebuild.importers.onet.tools import label_of, tool_groups, tool_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Microsoft Office software", "Microsoft Office"),
        ("SAP software", "SAP"),
        ("Accounting software", "Accounting software"),
        ("Structured query language SQL", "SQL"),
        ("Extensible markup language XML", "XML"),
        ("Amazon Web Services AWS software", "Amazon Web Services (AWS)"),
        ("Amazon Elastic Compute Cloud EC2", "Amazon Elastic Compute Cloud (EC2)"),
        ("Microsoft SQL Server Reporting Services SSRS", "Microsoft SQL Server Reporting Services (SSRS)"),
        ("The MathWorks MATLAB", "MATLAB"),
        ("Oracle Java", "Java"),
        ("Dassault Systemes CATIA", "Dassault Systemes CATIA"),
        ("C++", "C++"),
        ("R", "R"),
        ("IBM DB2", "IBM DB2"),
        ("snake_case *", "snake\\_case \\*"),
    ],
)
def test_names_of_products_are_cleaned(source: str, name: str) -> None:
    assert tool_name(source) == name


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("Object or component oriented development software", "Languages"),
        ("Data base management system software", "Databases"),
        ("Computer aided design CAD software", "Design (CAD)"),
        ("Voice recognition software", "Voice recognition"),
        ("Data base archive software", "Database archive"),
        ("LAN software", "LAN"),
        ("", "Other"),
        ("software", "software"),
    ],
)
def test_groups_of_tools_have_short_labels(source: str, label: str) -> None:
    assert label_of(source) == label


def product(name: str, group: str = "Analytical software", hot: str = "N", wanted: str = "N") -> Row:
    return Row({"name": name, "group": group, "hot": hot, "wanted": wanted}, "Software Skills.txt", 2)


def test_products_in_demand_come_first_and_then_hot_ones() -> None:
    (group,), more = tool_groups([product("A"), product("B", hot="Y"), product("C", hot="Y", wanted="Y")])
    assert [name for name, _ in group.names] == ["C", "B", "A"]
    assert more == 0


def test_with_enough_products_asked_for_the_others_stay_out_and_are_counted() -> None:
    rows = [product(f"Hot {n}", f"Group {n % 4}", hot="Y") for n in range(8)]
    groups, more = tool_groups([product("Cold"), *rows, product("hot 1")])
    assert sum(len(group.names) for group in groups) == 8
    assert more == 1


def test_at_most_six_groups_of_five() -> None:
    groups, more = tool_groups([product(f"P{n}", f"Group {n % 10}") for n in range(100)])
    assert [len(group.names) for group in groups] == [5] * 6
    assert more == 70


def shares(*values: float, scale: str = "RL", asked: str = "50") -> list[Row]:
    return [
        Row({"scale": scale, "category": f"{n}", "value": f"{value}", "asked": asked}, "Education.txt", n + 1)
        for n, value in enumerate(values, 1)
    ]


def test_without_the_file_of_categories_the_twelve_are_known() -> None:
    found = schooling(shares(0, 0, 0, 0, 0, 20, 0, 50, 0, 0, 30), {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Bachelor’s", "Master’s", "PhD"]


def test_where_no_answer_is_frequent_the_most_frequent_one_counts() -> None:
    found = schooling(shares(*[9.0] * 10, 10.0), {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["PhD"]
    assert found.summary == "Of the 50 people asked what the job requires, 10% named a doctorate."


def test_a_category_that_is_new_keeps_the_words_of_the_release() -> None:
    found = schooling(shares(80, 20), {1: "Micro-credential - awarded online", 2: "Master's Degree"})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Micro-credential", "Master’s"]
    assert "80% named “Micro-credential” and 20% a Master’s degree" in found.summary
    unnamed = schooling([Row({"scale": "RL", "category": "13", "value": "60"}, "Education.txt", 2)], {})
    assert unnamed is not None
    assert unnamed.degrees == (("Level 13", "Education.txt:2"),)
    assert unnamed.summary == "Of the people asked what the job requires, 60% named level 13."


def test_a_category_that_is_there_twice_counts_once() -> None:
    found = schooling([*shares(0, 0, 0, 0, 0, 60), *shares(0, 0, 0, 0, 0, 60)], {})
    assert found is not None
    assert [degree for degree, _ in found.degrees] == ["Bachelor’s"]


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
            "GIS Technologists and Technicians",
        ),
        ("Electrical and Electronics Repairers, Powerhouse and Relay", "Electrical and Electronics Repairers"),
        ("First-Line Supervisors of Farming, Fishing, and Forestry Workers", "Supervisors of Farming, Fishing…"),
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
