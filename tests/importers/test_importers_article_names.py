"""How roles are called: titles in capitals, and a single word of a name that stands for all of it."""

from __future__ import annotations

import pytest
from article_desk import entries, of, role

from guidebuild.importers.kinds.article.page.lines import text_blocks
from guidebuild.importers.kinds.article.roles.found import find_roles
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.attribution import attributed
from guidebuild.importers.kinds.article.words.capitals import Capitals


@pytest.mark.parametrize(
    ("title", "body", "roles"),
    [
        ("PHARMACIST OR PHARMACY TECHNICIAN?",
         "Pharmacists dispense. A pharmacy technician helps. Pharmacists check. Pharmacy technicians count.",
         ["Pharmacist", "Pharmacy technician"]),
        ("DEVOPS ENGINEER VS HR MANAGER", "DevOps engineers build. An HR manager hires. A DevOps engineer. It is HR.",
         ["DevOps engineer", "HR manager"]),
        ("NURSE VS. DBA", "Each nurse has a ward. Nurses walk. A DBA sits, and a DBA waits.", ["Nurse", "DBA"]),
        ("WELDER VS. IT ANALYST", "THE WELDER WELDS. WELDERS MEND. AN IT ANALYST ASKS. IT ANALYSTS WRITE.",
         ["WELDER", "IT ANALYST"]),  # nothing tells how they are read
    ],
)  # fmt: skip
def test_roles_in_capitals_are_written_as_they_are_read(title: str, body: str, roles: list[str]) -> None:
    blocks = text_blocks(f"{title}\n\n" + body.replace(". ", ".\n\n"))
    assert [role.title for role in find_roles([title], blocks)] == roles


@pytest.mark.parametrize(
    ("shouted", "read"),
    [
        ("PHARMACIST OR PHARMACY TECHNICIAN?", "PHARMACIST OR PHARMACY TECHNICIAN?"),
        ("NURSE WITH DEVOPS PEOPLE", "Nurse with DevOps People"),
        ("OR NURSE, MEDICARE", "OR Nurse, MEDICARE"),
        ("HR NURSE", "HR Nurse"),
        ("Nurse or Midwife? A NEW Look", "Nurse or Midwife? A NEW Look"),
    ],
)
def test_what_is_shouted_is_written_as_it_is_read(shouted: str, read: str) -> None:
    assert Capitals(["DevOps people work with nurses.", "DEVOPS"]).title(shouted) == read


def test_the_title_of_the_source_does_not_shout() -> None:
    made = of(
        "BAKER OR PASTRY CHEF?\n\nA baker bakes bread. A pastry chef makes cakes or tarts. Bakers rise early.\n"
    )
    (source,) = entries(made, "sources").values()
    assert source["title"] == "“Baker or Pastry Chef?”"


PHARMACY = Names((Role("Pharmacist"), Role("Pharmacy Technician")))
TECH = Names((Role("Solution Architect"), Role("Cloud Engineer"), Role("DevOps Engineer")))


@pytest.mark.parametrize(
    ("names", "text", "named"),
    [
        (PHARMACY, "Demand for technicians is growing.", (1,)),
        (PHARMACY, "Demand for pharmacists is steady.", (0,)),
        (PHARMACY, "A technician counts tablets.", (1,)),
        (PHARMACY, "Most technicians, like pharmacists, stand all day.", (1, 0)),
        (PHARMACY, "How much does a technician earn?", (1,)),
        (TECH, "The average architect has ten years behind her.", (0,)),
        (TECH, "Engineers are wanted.", ()),  # two roles have the word
        (PHARMACY, "They report to technicians.", ()),
        (PHARMACY, "Supervising technicians takes an hour a day.", ()),
        (PHARMACY, "Laboratory technicians are not meant here.", ()),
        (PHARMACY, "The pharmacy opens at nine.", ()),
        (PHARMACY, "Our shop in the old town by the river is where the technicians live.", ()),
    ],
)
def test_one_word_names_a_role_that_alone_has_it(names: Names, text: str, named: tuple[int, ...]) -> None:
    assert names.named(text) == named


def test_headings_may_have_one_word_of_a_name() -> None:
    assert [PHARMACY.exactly(words) for words in ("Technicians", "The technician", "Pharmacy")] == [
        1,
        1,
        None,
    ]
    assert [TECH.exactly(words) for words in ("Architects", "DevOps", "Cloud", "Engineer")] == [
        0,
        2,
        None,
        None,
    ]


def test_what_is_said_of_jobs_in_a_field_is_said_of_its_role() -> None:
    assert [(part.roles, part.text) for part in attributed("Cloud jobs abound. Architects wait.", TECH)] == [
        ((1,), "Cloud jobs abound."), ((0,), "Architects wait."),
    ]  # fmt: skip


@pytest.mark.parametrize("section", ["TRAINING", "DEMAND"])
def test_sentences_go_to_the_role_that_one_word_names(section: str) -> None:
    text = (
        "PHARMACIST OR PHARMACY TECHNICIAN?\n\nPharmacists advise. Pharmacy technicians count.\n\nDEMAND\n\n"
        "Demand for pharmacists is steady. Demand for technicians is growing.\n\nTRAINING\n\n"
        "Pharmacists need a master's degree in pharmacy. Technicians need a high school diploma.\n"
    )
    made = of(text)
    one, two = role(made, "pharmacist"), role(made, "pharmacy-technician")
    if section == "DEMAND":
        assert (one["outlook"]["trend"], two["outlook"]["trend"]) == ("steady", "rising")
    else:
        assert (one["education"]["degrees"], two["education"]["degrees"]) == (
            ["Master's degree"],
            ["High school diploma"],
        )


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Nurse vs Doctor", ["Nurse", "Doctor"]),
        ("Nurse or Doctor", ["Nurse", "Doctor"]),
        ("Barista and Bartender", ["Barista", "Bartender"]),
        ("Nurses vs. Doctors: 7 Differences", ["Nurse", "Doctor"]),
        ("How Is a Nurse Different From a Doctor?", ["Nurse", "Doctor"]),
    ],
)
def test_one_word_is_a_role(title: str, roles: list[str]) -> None:
    one, two = roles
    text = f"{title}\n\n{one}\n\nThe {one.lower()} looks after people.\n\n{two}\n\nThe {two.lower()} offers advice."
    assert [role.title for role in find_roles([title], text_blocks(text))] == roles


@pytest.mark.parametrize(
    ("said", "aliases"),
    [
        ("A physician assistant, or PA, treats people.", ("PA",)),
        ("Ask physician assistants, or PAs, about it.", ("PA",)),
        ("Physician assistants (PAs) treat people.", ("PA",)),
        ("Physician assistants, also called PAs, treat people.", ("PA",)),
        ("Physician assistants (UK) and physician assistants (PANCE) treat people.", ()),
        ("A physician assistant, or GP, treats people.", ()),
    ],
)
def test_short_forms_are_learnt_where_they_are_letters_of_the_name(
    said: str, aliases: tuple[str, ...]
) -> None:
    title = "Physician Assistant vs. Nurse"
    found = find_roles([title], text_blocks(f"{title}\n\n{said}\n\nA nurse cares."))
    assert found[0] == Role("Physician Assistant", aliases)


@pytest.mark.parametrize(
    "line", ["128 reactions", "Presents findings to managers", "890 Followers", "One hour after"]
)
def test_no_role_is_invented(line: str) -> None:
    text = f"Rain\n\n{line}\n\nIt rained.\n\n{line}"
    assert find_roles(["Rain"], text_blocks(text)) == ()
