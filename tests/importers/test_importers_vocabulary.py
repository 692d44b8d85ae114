"""Roles from different sources meet in one vocabulary; what nearly meets is told, and confirmed it is one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.compose.comparison import compare
from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, Entry, Fact, Tree
from guidebuild.importers.meaning.likeness import Likeness, parts
from guidebuild.importers.meaning.near_skills import near_matches, near_skills
from guidebuild.importers.meaning.nearness import NEAR, Index
from guidebuild.importers.merging.plan import plan
from guidebuild.importers.merging.synonyms import agree
from guidebuild.model.library import load_library
from guidebuild.model.load import load_guide
from guidebuild.model.matching import one_slip
from guidebuild.yamlfile.tree import read_tree

LIKE_ONET = [
    "Complex Problem Solving",
    "Judgment and Decision Making",
    "Sailmaking",
    "Administrative procedures",
]
LIKE_AN_ARTICLE = [
    "problem-solving skills",
    "Python programming",
    "The making of sails",
    "managing time well",
]
BY_HAND = ["Problem solving", "python", "decision making", "knots"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for id_, skills in (("onet", LIKE_ONET), ("article", LIKE_AN_ARTICLE), ("hand", BY_HAND)):
        write(tmp_path, id_, *skills)
    return tmp_path


def write(project: Path, id_: str, *skills: str) -> None:
    file = project / f"content/roles/{id_}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"title: The {id_}", "definition: Somebody.", "skills:", *(f'  - "{skill}"' for skill in skills)]
    file.write_text("\n".join([*lines, "vocabulary: [data-and-ai]", ""]))


def near(project: Path, *roles: str) -> list[tuple[str, str]]:
    found = near_skills(load_library(project), roles or ("onet", "article", "hand"))
    return [(one.words, one.same) for one in found]


def shared(project: Path) -> dict[str, tuple[int, ...]]:
    loaded = load_guide(load_library(project), roles=("onet", "article", "hand"))
    return {skill.label: skill.members for skill in compare(loaded.guide).skills}


def confirm(project: Path, *pairs: str, category: str = "") -> str:
    """What is written; the file is."""
    agreed = agree(pairs, load_library(project), project, category)
    agreed.file.write_text(agreed.after)
    return agreed.after


def complaints(project: Path, *pairs: str, category: str = "") -> list[tuple[str, str]]:
    with pytest.raises(GuideError) as caught:
        agree(pairs, load_library(project), project, category)
    return [(one.code, one.message) for one in caught.value.diagnostics]


# One guide


def test_roles_of_three_sources_share_the_skills_that_have_one_meaning(project: Path) -> None:
    found = shared(project)
    assert found["Complex problem solving"] == (0, 1, 2)
    assert found["Judgment and decision making"] == (0, 2)
    assert found["Python"] == (1, 2)
    assert found["Administrative procedures"] == (0,)
    assert found["Sailmaking"] == (0,)


def test_what_is_confirmed_is_one_skill_in_the_guide(project: Path) -> None:
    assert "Time management" not in shared(project)
    confirm(project, "managing time well=time-management", "The making of sails=Sailmaking")
    found = shared(project)
    assert found["Time management"] == (1,)
    assert found["Sailmaking"] == (0, 1)
    assert "managing time well" not in found
    assert near(project) == []


# Near matches


def test_a_near_match_is_a_known_skill_or_the_free_text_of_another_role(project: Path) -> None:
    write(project, "article", *LIKE_AN_ARTICLE, "repair of sails", "testing of the software")
    write(project, "onet", *LIKE_ONET, "sail repairs")
    assert near(project, "article") == [
        ("managing time well", "time-management"),
        ("repair of sails", "sail repairs"),
        ("testing of the software", "software-testing"),
    ]


def test_a_slip_of_the_pen_is_near_what_was_meant_and_another_number_is_not(project: Path) -> None:
    write(project, "slips", "Pyhton", "Docekr", "Knots 2")
    write(project, "other", "Knots 3")
    assert near(project, "slips", "other") == [("Pyhton", "python"), ("Docekr", "containers")]


def test_two_names_are_put_side_by_side_once(project: Path) -> None:
    write(project, "article", "repair of sails")
    write(project, "onet", "sail repairs")
    assert near(project) == [("sail repairs", "repair of sails")]


def test_a_role_that_lists_both_means_two_things(project: Path) -> None:
    write(project, "article", "repair of sails", "sail repairs")
    assert near(project, "article") == []


def test_a_skill_has_three_near_matches_at_most_the_likeliest_first(project: Path) -> None:
    write(project, "article", "kite sail repair work")
    write(project, "onet", "kite sail repair", "repair of kite sails", "kite repair work", "sail repair work")
    write(project, "hand", "work repairing kite sails")
    found = near(project, "article")
    assert len(found) == 3
    assert found[0] == ("kite sail repair work", "work repairing kite sails")


def test_the_note_stands_at_the_words_and_says_what_to_type(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    entry = Entry("roles", "article", {})
    (note,) = near_matches(load_library(Path()), [entry, Entry("sources", "onet", {})], {})
    assert (note.severity, note.code) == ("note", "near-skill")
    assert note.message == "'managing time well' is nearly the skill 'Time management'"
    assert str(note.span) == "content/roles/article.yml:7:5"
    assert note.hints == ('if it is the same: guidebuild skills --same "managing time well=time-management"',)


@pytest.mark.parametrize("words", ['"free" speech', "$HOME repairs", "back\\slash", "it's"])
def test_the_command_is_one_that_a_shell_takes_for_these_words(project: Path, words: str) -> None:
    import shlex

    (project / "content/roles/hand.yml").write_text(
        f"title: x\ndefinition: x\nskills:\n  - '{words.replace(chr(39), chr(39) * 2)} of the crew'\n"
    )
    write(project, "onet", "the crew " + words.replace("\\", "\\\\").replace('"', '\\"'))
    (found,) = near_skills(load_library(project), ["hand"])
    assert shlex.split(found.command) == ["guidebuild", "skills", "--same", f"{found.words}={found.same}"]


def test_an_import_tells_the_near_matches_of_its_roles(project: Path) -> None:
    facts: dict[str, Tree] = {
        "title": Fact("Sailor"),
        "definition": Fact("Sails."),
        "skills": (Fact("Manage time effectively"), Fact("Complex Problem Solving"), Fact("Whistling")),
    }
    source = Entry("sources", "log", {"title": Fact("The log"), "accessed": Fact(dt.date(2026, 11, 24))})
    draft = Draft("log", "log", (Entry("roles", "sailor", facts), source))
    (other,) = [one for one in plan(draft, load_library(project), project).report if one.code == "near-skill"]
    assert "'Manage time effectively' is nearly 'managing time well' of the role 'article'" in other.message
    (project / "content/skills.yml").write_text("vocabulary: [data-and-ai]\n")
    planned = plan(draft, load_library(project), project)
    (note,) = [one for one in planned.report if one.code == "near-skill"]
    assert "'Manage time effectively' is nearly the skill 'Time management'" in note.message
    assert project / "content/skills.yml" not in [change.file for change in planned.changes]


def test_skills_of_another_field_are_not_offered_but_may_be_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "content/roles/nurse.yml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "title: Nurse\ndefinition: x\nskills: [managing time well, Monitoring, monitoring of wards]\n"
    )
    assert near(tmp_path, "nurse") == []
    confirm(tmp_path, "managing time well=time-management", "monitoring of wards=Monitoring")
    text = (tmp_path / "content/skills.yml").read_text()
    assert "managing time well]" in text
    assert "{id: monitoring, label: Monitoring, aliases: [monitoring of wards], category: other}" in text


# Likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("testing of software", "software testing"),
        ("strong problem-solving ability", "problem solving"),
        ("statistical modelling techniques", "statistical modeling"),
        ("organisation of data", "data organization"),
        ("equipment repair and maintenance", "repairing equipment"),
        ("acounting standards", "accounting standards"),
    ],
)
def test_the_same_in_other_words_is_near(one: str, other: str) -> None:
    assert library_likeness().score(one, other) >= NEAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("unsupervised learning", "supervised learning"),
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("data science", "science"),
        ("Python 2", "Python 3"),
        ("ISO 9001", "ISO 14001"),
        ("systems analysis", "systems evaluation"),
        ("data mining", "data modelling"),
        ("network security", "network architectures"),
        ("human anatomy", "human resources"),
        ("", "software testing"),
    ],
)
def test_what_only_looks_alike_is_not_near(one: str, other: str) -> None:
    assert library_likeness().score(one, other) < NEAR


def library_likeness() -> Likeness:
    skills = [entry.node for entry in load_library(None).skills]
    return Likeness({skill.id: (skill.label, *skill.aliases) for skill in skills})


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_a_share(one: str, other: str) -> None:
    likeness = Likeness({"one": (one,), "other": (other,)})
    assert 0 <= likeness.score(one, other) <= 1.0000001
    assert likeness.score(one, other) == pytest.approx(likeness.score(other, one))
    if parts(one) and one:
        assert likeness.score(one, one) == pytest.approx(1)


_WORDS = st.sampled_from(
    ["sail", "sails", "sali", "saill", "repair", "repairs", "kite", "kites", "of", "the", "2", "naval"]
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(_NAMES, min_size=2, max_size=12, unique=True), st.integers(0, 3))
def test_the_index_misses_no_near_name(names: list[str], common: int) -> None:
    groups = {name: (name,) for name in names} | {str(n): ("sail repairs",) for n in range(common)}
    likeness = Likeness(groups)
    index = Index(likeness, names)
    for one in names:
        found = index.around(one)
        assert one in found
        assert {
            other for other in names if likeness.score(one, other) >= NEAR or one_slip(one, other)
        } <= set(found)


def test_no_two_skills_that_ship_are_nearly_the_same_by_their_labels() -> None:
    likeness = library_likeness()
    labels = [entry.node.label for entry in load_library(None).skills]
    pairs = {
        (one, other)
        for at, one in enumerate(labels)
        for other in labels[:at]
        if likeness.score(one, other) >= NEAR
    }
    assert pairs == set()


# Confirming


def test_a_bundled_skill_is_copied_with_what_it_had(project: Path) -> None:
    tree = read_tree(confirm(project, "managing time well=Time management"), "skills.yml")
    assert tree == {
        "skills": (
            {
                "id": "time-management",
                "label": "Time management",
                "aliases": (
                    "time management", "manage time", "managing time", "time-management skills",
                    "managing time well",
                ),
                "category": "managing",
            },
        )
    }  # fmt: skip


def test_free_text_on_both_sides_makes_a_skill_in_a_category_for_others(project: Path) -> None:
    text = confirm(project, "knots=Sailmaking")
    assert "{id: other, label: Other}" in text
    assert "{id: sailmaking, label: Sailmaking, aliases: [knots], category: other}" in text
    assert shared(project)["Sailmaking"] == (0, 2)


def test_a_new_skill_may_be_given_a_category(project: Path) -> None:
    text = confirm(project, "knots=Sailmaking", category="technical")
    assert "category: technical" in text
    assert "other" not in text


OWN = """# Ours.
skills:
  # The oldest trade.
  - id: sailmaking
    label: Sailmaking   # not tailoring
    aliases: [sail making]
    category: mine

  - {id: rowing, label: Rowing, category: mine}
  - id: diving
    label: Diving
    aliases:
      - deep diving  # with a bell
    category: mine
categories:
  - {id: mine, label: Mine}
"""


def test_what_stands_in_the_file_stays_as_it_is(project: Path) -> None:
    (project / "content/skills.yml").write_text(OWN)
    write(project, "hand", "sails", "to row", "plunging", "knots", "tying", "managing time well")
    text = confirm(
        project, "sails=sailmaking", "to row=rowing", "plunging=Deep diving", "tying=knots",
        "managing time well=time-management",
    )  # fmt: skip
    for line in OWN.splitlines():
        if "aliases: [" not in line and "rowing" not in line:
            assert line in text.splitlines()
    assert "aliases: [sail making, sails]" in text
    assert "      - deep diving  # with a bell\n      - plunging\n" in text
    assert "aliases: [to row]" in text
    assert text.index("sailmaking") < text.index("rowing") < text.index("diving") < text.index("knots")
    assert near(project, "hand") == []


@pytest.mark.parametrize("empty", ["skills:\n", "skills: []\n", "categories: []\n", "categories:\n"])
def test_empty_lists_are_filled(project: Path, empty: str) -> None:
    (project / "content/skills.yml").write_text(empty)
    confirm(project, "knots=Sailmaking")
    assert shared(project)["Sailmaking"] == (0, 2)


def test_a_list_without_a_name_is_a_list_of_skills(project: Path) -> None:
    (project / "content/skills.yml").write_text("- {id: rowing, label: Rowing, category: people}\n")
    assert complaints(project, "knots=Sailmaking") == [("no-category", "a new skill needs a category")]
    confirm(project, "knots=Sailmaking", category="people")
    assert shared(project)["Sailmaking"] == (0, 2)


def test_windows_line_ends_and_a_mark_stay(project: Path) -> None:
    file = project / "content/skills.yml"
    file.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    agreed = agree(["knots=sailmaking"], load_library(project), project)
    assert agreed.before == "\ufeff" + OWN.replace("\n", "\r\n")
    assert agreed.after == agreed.before.replace("[sail making]", "[sail making, knots]")


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("knots", "bad-pair"),
        ("=python", "bad-pair"),
        ("knots=", "bad-pair"),
        ("knotz=python", "unknown-skill"),
        ("knots=pythn", "unknown-skill"),
        ("knots=Knots", "same-already"),
        ("Problem solving=complex-problem-solving", "same-already"),
        ("python=sql", "known-already"),
        ("python=knots", "known-already"),
    ],
)
def test_pairs_that_make_no_sense_are_refused(project: Path, pair: str, code: str) -> None:
    assert [found for found, _ in complaints(project, pair)] == [code]


def test_all_that_is_wrong_is_said_at_once(project: Path) -> None:
    assert complaints(project, "knotz=python", "python=sql", category="peple") == [
        ("unknown-category", "there is no category 'peple'"),
        ("known-already", "'python' means the skill 'python' already"),
        ("unknown-skill", "no role names a skill 'knotz'"),
    ]


def test_a_chain_of_pairs_is_refused_before_anything_is_written(project: Path) -> None:
    assert [
        code for code, _ in complaints(project, "knots=Sailmaking", "Sailmaking=The making of sails")
    ] == ["ambiguous-skill"]
    assert not (project / "content/skills.yml").exists()


def test_a_broken_list_of_skills_is_told_and_left_alone(project: Path) -> None:
    (project / "content/skills.yml").write_text("skills: {\n")
    assert [code for code, _ in complaints(project, "knots=python")][:1] == ["yaml-syntax"]
