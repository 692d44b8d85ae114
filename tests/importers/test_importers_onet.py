"""Occupations of O*NET as roles: what of a release reaches the content, in both layouts of its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers.draft import Draft, Fact, Tree, plain
from guidebuild.importers.kinds.onet import read_onet
from guidebuild.importers.kinds.onet.duties import duties
from guidebuild.importers.reading.release import Row
from guidebuild.model.schema import Role, Source

HERE = Path(__file__).parent / "onet"
OLD, NEW = HERE / "db_29_3_text", HERE / "db_30_3_text"
KITES, LIGHTS, OTHERS, DATA = "27-9011.00", "53-9021.00", "15-9999.00", "15-9999.01"
DAY = dt.date(2026, 11, 24)


def draft(path: Path = OLD, *codes: str, **more: Any) -> Draft:
    return read_onet(
        path,
        codes=codes or (KITES, LIGHTS, OTHERS, DATA),
        on=DAY,
        **more,
    )


def role(code: str, path: Path = OLD) -> dict[str, Any]:
    (entry, _) = draft(path, code).entries
    Role.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)
    facts: dict[str, Any] = plain(entry.facts)
    return facts


def notes(code: str, path: Path = OLD) -> dict[str, Diagnostic]:
    return {note.code: note for note in draft(path, code).notes}


@pytest.fixture(params=[OLD, NEW], ids=["29.3", "30.3"])
def release(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_occupation_of_both_layouts_is_a_valid_role_with_a_valid_source(release: Path) -> None:
    *roles, source = draft(release).entries
    assert [entry.id for entry in roles] == [
        "kite-makers",
        "lighthouse-keepers-except-harbor-and-river",
        "computer-gardeners-all-other",
        "data-gardeners",
    ]
    for entry in roles:
        assert entry.kind == "roles"
        Role.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)
    assert source.kind == "sources"
    Source.model_validate({**plain(source.facts), "id": source.id}, strict=False)


def test_the_credit_line_is_the_one_that_the_licence_asks_for() -> None:
    source = draft().entries[-1]
    assert source.id == draft().source == "onet-29-3"
    assert plain(source.facts) == {
        "title": "O*NET 29.3 Database",
        "publisher": "U.S. Department of Labor, Employment and Training Administration",
        "accessed": DAY,
        "url": "https://www.onetcenter.org/database.html",
        "licence": "CC BY 4.0",
        "credit": "This guide includes information from the O*NET 29.3 Database by the U.S. Department of Labor, "
        "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark "
        "of USDOL/ETA. The editors of this guide have modified all or some of this information. USDOL/ETA has not "
        "approved, endorsed, or tested these modifications.",
    }


def test_a_role_says_what_the_release_says_and_nothing_else(release: Path) -> None:
    assert list(role(KITES, release)) == [
        "title", "aliases", "definition", "reviewed", "responsibilities", "skills", "education", "tools", "links",
        "codes", "preparation", "interests", "related", "sources", "ranked_by", "criteria",
    ]  # fmt: skip
    facts = role(KITES, release)
    assert facts["title"] == "Kite Makers"
    assert facts["definition"].startswith("Design and build kites for sport, research, and play.")
    assert facts["reviewed"] == DAY
    assert facts["codes"] == {"soc": KITES}
    assert facts["links"] == [
        {"label": "O*NET OnLine", "url": "https://www.onetonline.org/link/summary/27-9011.00"}
    ]
    assert facts["sources"] == [draft(release).source]


def test_every_fact_knows_its_place() -> None:
    def facts(tree: Tree) -> Iterator[Fact]:
        if isinstance(tree, Fact):
            yield tree
            return
        for part in tree.values() if hasattr(tree, "values") else tree:
            yield from facts(part)

    for entry in draft().entries[:-1]:
        for key, tree in entry.facts.items():
            for fact in facts(tree):
                if key not in ("reviewed", "sources", "ranked_by", "criteria"):
                    file, _, line = fact.at.rpartition(":")
                    assert (OLD / file).read_bytes().split(b"\r\n")[int(line) - 1]
    (entry, _) = draft(OLD, KITES).entries
    assert entry.facts["title"] == Fact("Kite Makers", at="Occupation Data.txt:4")


# Responsibilities


def details(code: str, path: Path) -> list[str]:
    return [duty["detail"].split()[0] for duty in role(code, path)["responsibilities"]]


def test_without_ratings_core_tasks_come_first_and_then_those_that_more_people_were_asked_about() -> None:
    assert details(KITES, OLD) == [
        "Sew",
        "Test",
        "Confer",
        "Design",
        "Paint",
        "Repair",
        "Order",
        "Teach",
        "Keep",
        "Sweep",
    ]
    assert notes(KITES)["missing-file"].severity == "note"


def test_with_ratings_the_most_important_tasks_come_first_and_those_without_a_sound_rating_last() -> None:
    assert details(KITES, NEW) == [
        "Teach",
        "Paint",
        "Test",
        "Design",
        "Sew",
        "Confer",
        "Order",
        "Keep",
        "Repair",
        "Sweep",
    ]
    assert "missing-file" not in notes(KITES, NEW)


def test_all_tasks_come_in_and_one_that_is_there_twice_counts_once(release: Path) -> None:
    assert len(role(KITES, release)["responsibilities"]) == 10
    assert "left_out" not in role(KITES, release)


def test_ratings_come_in_and_only_a_list_that_is_rated_throughout_is_ranked() -> None:
    rated = role(KITES, NEW)
    assert [duty.get("importance") for duty in rated["responsibilities"]] == [
        4.8, 4.6, 4.5, 4.1, 3.9, 3.0, 2.1, 1.5, None, None,
    ]  # fmt: skip
    assert rated["ranked_by"] == {"skills": "importance", "tools": "demand"}
    assert rated["criteria"] == {"skills": "rated 3 of 5 or more for importance"}
    assert not any("importance" in duty for duty in role(KITES, OLD)["responsibilities"])
    assert "ranked_by" not in role(OTHERS, NEW)
    tasks = [
        Row({"task": f"{n}", "words": f"Do {n}", "type": "Core"}, "Task Statements.txt", n) for n in (1, 2)
    ]
    ratings = [Row({"task": f"{n}", "scale": "IM", "value": f"{n}.5"}, "Task Ratings.txt", n) for n in (1, 2)]
    made, are_ranked = duties(tasks, ratings, [])
    assert (are_ranked, [fact.value["importance"] for fact in made]) == (True, [2.5, 1.5])
    assert not duties(tasks, ratings[:1], [])[1]


def test_duties_have_an_aspect_where_their_verb_tells_it_a_full_stop_and_no_markup() -> None:
    by_verb = {duty["detail"].split()[0]: duty for duty in role(KITES)["responsibilities"]}
    assert by_verb["Repair"] == {"detail": "Repair torn sails or broken spars.", "aspect": "operate"}
    assert by_verb["Order"] == {"detail": "Order cloth, spars, and line."}
    assert r"\*visibility\* in logs \[daily\]" in role(LIGHTS)["responsibilities"][1]["detail"]


def test_tasks_that_nobody_was_asked_about_keep_their_order_and_that_is_told() -> None:
    assert details(DATA, OLD) == ["Analyze", "Weed"]
    assert notes(DATA)["unrated-tasks"].span is not None
    assert "unrated-tasks" not in notes(KITES)


# Skills


def test_important_skills_and_knowledge_stand_together_most_important_first(release: Path) -> None:
    assert role(KITES, release)["skills"] == [
        {"skill": "Design", "importance": 4.7},
        {"skill": "Technology Design", "importance": 4.12},
        {"skill": "Mathematics", "importance": 3.6},  # knowledge; the skill of this name is rated lower
        {"skill": "Active Listening", "importance": 3.5},
        {"skill": "Repairing", "level": "useful", "importance": 3.25},
    ]


def test_ratings_that_the_source_advises_against_stay_out(release: Path) -> None:
    assert [use["skill"] for use in role(LIGHTS, release)["skills"]] == [
        "Monitoring",
        "Telecommunications",
        "Active Listening",
        "English Language",
    ]


# The rest


def test_education_has_degrees_in_rising_order_and_the_shares_in_a_sentence(release: Path) -> None:
    assert role(KITES, release)["education"] == {
        "degrees": ["Some College Courses", "Associate's Degree", "Bachelor's Degree"],
        "summary": "Of the 64 people asked what the job requires, 40% named “Bachelor's Degree”, 30% “Associate's "
        "Degree” and 17% “Some College Courses”.",
    }
    assert role(LIGHTS, release)["education"] == {
        "degrees": ["High School Diploma"],
        "summary": "Of the 14 people asked what the job requires, 71% named “High School Diploma”. So few answers "
        "give rough shares only.",
    }


def test_where_nobody_was_asked_about_education_the_job_zone_speaks(release: Path) -> None:
    assert role(DATA, release)["education"] == {
        "summary": "Most of these occupations require a bachelor's degree."
    }


def test_tools_stand_in_the_groups_of_the_source_in_its_words_with_demand(release: Path) -> None:
    assert role(LIGHTS, release)["tools"] == {
        "Data base user interface and query software": [
            {"name": "Structured query language SQL", "demand": "hot"},
            {"name": "Microsoft Access", "demand": "hot"},
        ],
        "Spreadsheet software": [{"name": "Microsoft Excel", "demand": "hot"}],
        "Map creation software": ["Geographic information system GIS software"],
    }
    assert list(role(KITES, release)["tools"]) == [
        "Computer aided design CAD software", "Spreadsheet software", "Accounting software", "Pattern design software",
    ]  # fmt: skip


def test_a_job_zone_brings_its_texts_and_of_several_the_highest_counts() -> None:
    assert role(LIGHTS, NEW)["preparation"] == {
        "zone": 2,
        "name": "Very little to some",
        "lowest": 1,
        "experience": "Some experience is usually needed.",
        "training": "Employees need a few months of training.",
    }
    assert role(LIGHTS, OLD)["preparation"]["zone"] == 3
    assert role(LIGHTS, OLD)["preparation"]["name"] == "Medium"
    assert "the highest was taken" in notes(LIGHTS)["several-zones"].message


def test_interests_are_the_high_ones_else_the_highest(release: Path) -> None:
    assert role(KITES, release)["interests"] == ["Artistic", "Realistic", "Enterprising"]
    assert role(LIGHTS, release)["interests"] == ["Conventional"]


def test_related_jobs_are_named_nearest_first_and_those_not_listed_are_told(release: Path) -> None:
    assert role(KITES, release)["related"] == [
        "Data Gardeners",
        "Computer Gardeners, All Other",
        "Lighthouse Keepers, Except Harbor and River",
    ]
    note = notes(KITES, release)["unknown-related"]
    assert note.message == "1 related occupation is not in this release's list of occupations, and left out"
    assert note.span is not None
    assert note.span.line == 4


def test_aliases_are_reported_titles_and_then_alternate_ones(release: Path) -> None:
    assert role(KITES, release)["aliases"] == [
        "Kite Maker", "Sport Kite Maker (SKM)", "Kite Designer", "Aerial Sail Maker", "Kite Builder",
    ]  # fmt: skip
    assert role(LIGHTS, release)["aliases"] == ["Light Keeper", "LHK"]


def test_a_long_title_has_a_short_one() -> None:
    assert role(LIGHTS)["short"] == "Lighthouse Keepers"
    assert "short" not in role(KITES)


def test_an_occupation_without_data_is_a_bare_role_and_a_warning(release: Path) -> None:
    facts = role(OTHERS, release)
    assert facts["definition"] == "All computer gardeners not listed separately."
    assert not facts.keys() & {"responsibilities", "skills", "tools", "education", "preparation", "interests"}
    warning = notes(OTHERS, release)["bare-occupation"]
    assert warning.severity == "warning"
    assert warning.span is not None
    assert warning.span.line == 2


def test_gaps_of_an_occupation_are_told() -> None:
    assert "nothing on skills and shares of degrees for 15-9999.01" in notes(DATA)["thin-occupation"].message
    assert "thin-occupation" not in notes(KITES)


def test_what_was_used_is_said() -> None:
    assert draft(OLD, KITES).said == ("O*NET 29.3: 1 occupation", "27-9011.00 Kite Makers")


def test_the_same_release_gives_the_same_draft() -> None:
    assert draft(NEW) == draft(NEW)
