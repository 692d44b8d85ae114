"""Occupations of ESCO as roles: what of a release reaches the content, and under which names."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path
from typing import Any

import pytest
from odd_names import ODD

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Draft, Fact, plain
from guidebuild.importers.kinds.esco import read_esco
from guidebuild.importers.meaning.wording import raised
from guidebuild.model.schema import Role, Source

HERE = Path(__file__).parent / "esco"
RELEASE = HERE / "ESCO dataset - v1.2.0 - classification - csv"
DAY = dt.date(2026, 11, 24)
ENGINEER, PILOT, SENIOR, COUNTER, LISTENER = "2519.91", "3153.91", "2519.91.1", "9629.91", "9629.92"


def draft(*uris: str, **more: Any) -> Draft:
    return read_esco(RELEASE, uris=uris, on=DAY, **more)


def role(uri: str, **more: Any) -> dict[str, Any]:
    (entry, _) = draft(uri, **more).entries
    Role.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)
    facts: dict[str, Any] = plain(entry.facts)
    return facts


def notes(uri: str, **more: Any) -> dict[str, Diagnostic]:
    return {note.code: note for note in draft(uri, **more).notes}


def skills(uri: str, level: str = "core", **more: Any) -> list[str]:
    return [use["skill"] for use in role(uri, **more)["skills"] if use.get("level", "core") == level]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_occupation_is_a_valid_role_with_a_valid_source(language: str) -> None:
    *roles, source = draft(words=["balloon", "kite", "cloud", "wind"], every=True).entries
    assert len(roles) == 12
    every = [*draft(*(plain(entry.facts)["codes"]["esco"] for entry in roles), language=language).entries][
        :-1
    ]
    assert [entry.id for entry in every] == [entry.id for entry in roles]
    for entry in every:
        Role.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)
    assert source.kind == "sources"
    Source.model_validate({**plain(source.facts), "id": source.id}, strict=False)


def test_the_source_is_acknowledged_as_esco_asks_and_says_that_it_was_adapted() -> None:
    source = draft(ENGINEER).entries[-1]
    assert source.id == draft(ENGINEER).source == "esco-1-2-0"
    facts = plain(source.facts)
    assert facts["title"] == "ESCO classification, version 1.2.0"
    assert facts["publisher"] == "European Commission"
    assert facts["accessed"] == DAY
    sentence = "This publication uses the ESCO classification of the European Commission."
    assert facts["credit"].startswith(sentence)
    assert "adapted" in facts["credit"]


def test_a_role_says_what_the_release_says_and_nothing_else() -> None:
    facts = role(ENGINEER)
    assert list(facts) == [
        "title", "aliases", "definition", "reviewed", "skills", "links", "codes", "related", "sources", "ranked_by",
    ]  # fmt: skip
    assert facts["title"] == "Kite engineer"
    assert facts["aliases"] == [
        "kite designer", "kite constructor", "kite developer", "kite planner", "kite deviser", "kite drafter",
        "kite inventor",
    ]  # fmt: skip
    assert facts["definition"] == (
        "Kite engineers plan, build and test kites. "
        'They choose "sails", lines and frames for \\*every\\* wind.'
    )
    assert facts["codes"] == {"isco": "2519", "esco": ENGINEER}
    uri = "http://data.europa.eu/esco/occupation/11111111-0000-4000-8000-000000000001"
    assert facts["links"] == [{"label": "ESCO portal", "url": uri}]
    assert facts["related"] == ["Senior kite engineer"]
    assert role(SENIOR)["related"] == ["Kite engineer"]
    assert facts["sources"] == ["esco-1-2-0"]


def test_every_fact_knows_its_place() -> None:
    (entry, _) = draft(PILOT).entries
    assert entry.facts["title"] == Fact("Kite pilot", at="occupations_en.csv:11")
    lines = (RELEASE / "occupations_en.csv").read_text().splitlines()
    assert ",kite pilot," in lines[11 - 1]
    skills = entry.facts["skills"]
    assert isinstance(skills, tuple)
    (first, *_) = skills
    assert isinstance(first, Fact)
    relations = (RELEASE / "occupationSkillRelations_en.csv").read_text().splitlines()
    assert "tie kite knots" in relations[int(first.at.rpartition(":")[2]) - 1]


# Skills


def test_all_essential_skills_come_first_the_most_specific_before_those_of_use_to_many() -> None:
    assert skills(ENGINEER) == [
        "Kite aerodynamics", "Tie kite knots", "Sew kite sails", "Read wind charts", "Test lines under load",
        "Sailcloth", "Bamboo", "Python (computer programming)", "Write reports on tests", "Choose materials",
        "Draft plans", "Weather science", "Statistics", "Work in teams", "Stay calm", "Keep promises",
    ]  # fmt: skip


def test_all_optional_skills_are_useful_unless_they_are_essential_too() -> None:
    useful = skills(ENGINEER, "useful")
    assert useful == ["Guide visitors", "Repair sails", "iOS flight apps", "SQL", "Teach children"]
    assert "left_out" not in role(ENGINEER)
    assert role(ENGINEER)["ranked_by"] == {"skills": "essential"}
    assert "ranked_by" not in role(SENIOR)


@pytest.mark.parametrize("label", ODD)
def test_labels_keep_every_letter_and_a_small_word_gets_a_capital_to_begin_with(label: str) -> None:
    assert raised(label)[1:] == label[1:]
    if label[:1].isupper() or any(map(str.isupper, label.split()[0])):
        assert raised(label) == label
    assert raised("tie kite knots") == "Tie kite knots"


def test_skills_and_relations_that_make_no_sense_are_told_and_left_out() -> None:
    told = notes(PILOT)
    assert "1 skill of 'kite pilot' cannot be named" in told["unknown-skill"].message
    assert "31" in told["unknown-skill"].hints[0]
    assert told["odd-rows"].span
    assert told["odd-rows"].span.line == 32
    assert not {"unknown-skill", "odd-rows"} & set(notes(ENGINEER))


# What is not there


def test_a_definition_stands_in_for_a_description_and_nothing_for_both() -> None:
    assert role(COUNTER)["definition"] == "Somebody who counts clouds."
    assert role(LISTENER)["definition"] == "The source names this occupation and does not define it."
    assert notes(LISTENER)["no-definition"].severity == "warning"
    assert "no-definition" not in notes(COUNTER)


def test_an_occupation_without_skills_is_told_and_has_no_empty_list() -> None:
    assert "skills" not in role(COUNTER)
    assert "nothing on skills" in notes(COUNTER)["thin-occupation"].message


def test_regulated_professions_are_told() -> None:
    assert "regulated profession" in notes(PILOT)["regulated"].message
    assert "regulated" not in notes(ENGINEER)


# Languages


def test_english_is_taken_unless_another_language_is_asked_for() -> None:
    assert role(PILOT)["title"] == "Kite pilot"
    german = role(PILOT, language="de")
    assert german["title"] == "Drachenpilot/Drachenpilotin"
    assert german["definition"] == "Sie fliegen große Drachen und sorgen für Sicherheit."
    assert "Drachenknoten binden" in skills(PILOT, language="DE")
    assert "German" in notes(PILOT, language="de")["language"].message
    assert "language" not in notes(PILOT)


def test_a_long_name_with_forms_for_men_and_women_goes_by_the_first() -> None:
    assert role(ENGINEER, language="de")["short"] == "Drachenbauingenieur"
    assert "short" not in role(PILOT, language="de")
    assert "short" not in role(ENGINEER)


def test_the_same_input_gives_the_same_draft() -> None:
    assert draft(ENGINEER, PILOT) == draft(ENGINEER, PILOT)
    orders = [draft(*order) for order in itertools.permutations((ENGINEER, PILOT))]
    assert [entry.id for entry in orders[0].entries] == ["kite-engineer", "kite-pilot", "esco-1-2-0"]
    assert {entry.id: plain(entry.facts) for entry in orders[0].entries} == {
        entry.id: plain(entry.facts) for entry in orders[1].entries
    }


def test_what_was_used_is_said() -> None:
    assert draft(ENGINEER, PILOT).said == (
        "ESCO 1.2.0, English: 2 occupations", "kite engineer (2519.91)", "kite pilot (3153.91)",
    )  # fmt: skip
