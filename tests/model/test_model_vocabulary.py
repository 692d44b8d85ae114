"""Skills and terms that come with the program speak for one field of work; a project's own words go before them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.model.load import Loaded, check, load
from guidebuild.model.parts import KnownSkill

Write = Callable[[str, str | bytes], Path]

BUNDLED_SKILLS = """
    field: code
    categories: [{id: craft, label: Craft}]
    skills:
      - {id: explaining, label: Explaining results, aliases: [Presenting results], category: craft}
      - {id: tests, label: Software testing, aliases: [Test design], category: craft}
      - {id: c-plus-plus, label: C++, category: craft}
"""
BUNDLED_TERMS = """
    field: code
    terms:
      - {id: cnn, term: CNN, definition: A network.}
      - {id: test, term: Test design, definition: Choosing what to try.}
"""


@pytest.fixture
def shipped(bundle: Write, write: Write) -> None:
    bundle("content/skills.yml", BUNDLED_SKILLS)
    bundle("content/glossary.yml", BUNDLED_TERMS)
    text = "title: Coder\ndefinition: A CNN.\nskills: [Presenting results]\nvocabulary: [code]\n"
    bundle("content/roles/coder.yml", text)
    write("content/roles/nurse.yml", nurse())


def nurse(more: str = "") -> str:
    skills = "skills: [Presenting results, Test design, c-plus-plus]"
    return f"title: Nurse\ndefinition: Holds the CNN.\nreviewed: 2026-01-01\n{skills}\n{more}"


def skills_of(loaded: Loaded, role: int) -> list[str]:
    """The ids of the skills that are known, and the words of the others."""
    uses = loaded.guide.roles[role].skills
    return [use.canonical if isinstance(use, KnownSkill) else f"={use.skill}" for use in uses]


@pytest.mark.usefixtures("shipped")
def test_a_vocabulary_speaks_for_its_own_roles_alone() -> None:
    loaded = load(roles=("nurse", "coder"))
    assert skills_of(loaded, 0) == ["=Presenting results", "=Test design", "=c-plus-plus"]
    assert skills_of(loaded, 1) == ["explaining"]
    assert list(loaded.guide.skills) == ["explaining"]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("where", ["role", "project", "guide"])
def test_a_role_a_guide_or_a_project_can_ask_for_it(write: Write, where: str) -> None:
    if where == "role":
        write("content/roles/nurse.yml", nurse("vocabulary: [code]\n"))
    elif where == "project":
        write("content/skills.yml", "vocabulary: [code]\n")
    else:
        write("guide.yml", "id: fair\nroles: [nurse, coder]\ndate: 2026-01-01\nvocabulary: [code]\n")
    loaded = load() if where == "guide" else load(roles=("nurse", "coder"))
    assert skills_of(loaded, 0) == ["explaining", "tests", "c-plus-plus"]


@pytest.mark.usefixtures("shipped")
def test_what_is_printed_under_another_name_is_told_with_its_place(write: Write) -> None:
    write("content/roles/nurse.yml", nurse("vocabulary: [code]\n"))
    told = [one for one in load(roles=("nurse", "coder")).warnings if one.code == "known-as"]
    assert [one.severity for one in told] == ["note", "note"]
    assert str(told[0]).startswith(
        "content/roles/nurse.yml:4:10: note[known-as]: 'Presenting results' is printed under the name "
        "'Explaining results'"
    )
    assert "'Test design' is printed under the name 'Software testing'" in str(told[1])


@pytest.mark.usefixtures("shipped")
def test_an_id_of_a_field_that_was_not_asked_for_is_told() -> None:
    (told,) = [one for one in load(roles=("nurse", "coder")).warnings if one.severity == "warning"]
    assert told.code == "other-field"
    assert "'c-plus-plus' is printed as it stands" in told.message
    assert "vocabulary: [code]" in told.hints[0]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    "own", ["label: Presenting results", "label: Talking, aliases: [presenting results]"]
)
def test_a_word_of_the_project_silences_the_one_that_ships(write: Write, own: str) -> None:
    write("content/roles/nurse.yml", nurse("vocabulary: [code]\n"))
    write("content/skills.yml", f"skills:\n  - {{id: own, {own}, category: care}}\n")
    loaded = load(roles=("nurse", "coder"))
    assert skills_of(loaded, 0)[0] == "own"
    assert not [one for one in (*check(), *loaded.warnings) if one.severity != "note"]


@pytest.mark.usefixtures("shipped")
def test_an_abbreviation_is_explained_only_in_its_field(write: Write) -> None:
    assert [term.id for term in load(roles=("nurse", "coder")).guide.terms] == [
        "cnn"
    ]  # it stands with the coder
    write("content/roles/aide.yml", "title: Aide\ndefinition: Knows the CNN.\nreviewed: 2026-01-01\n")
    assert load(roles=("nurse", "aide")).guide.terms == ()


@pytest.mark.usefixtures("shipped")
def test_a_term_of_the_project_silences_the_one_that_ships(write: Write) -> None:
    own = "terms:\n  - {id: certified, term: CNN, definition: Certified Nephrology Nurse.}\n"
    write("content/glossary.yml", own)
    loaded = load(roles=("nurse", "coder"))
    assert [term.id for term in loaded.guide.terms] == ["certified"]
    assert {one.code for one in loaded.warnings if one.severity != "note"} <= {"other-field"}


@pytest.mark.usefixtures("shipped")
def test_a_field_that_nothing_belongs_to_is_an_error(write: Write) -> None:
    write("content/roles/nurse.yml", nurse("vocabulary: [cod]\n"))
    (told,) = [one for one in check() if one.severity == "error"]
    assert str(told) == (
        "content/roles/nurse.yml:5:14: error[unknown-vocabulary]: there is no vocabulary 'cod'\n"
        "  hint: did you mean 'code'?"
    )
    write("content/roles/nurse.yml", nurse())
    write("content/skills.yml", "vocabulary: [cod]\n")
    (told,) = [one for one in check() if one.severity == "error"]
    assert str(told).startswith("content/skills.yml:1:14: error[unknown-vocabulary]")


@pytest.mark.usefixtures("shipped")
def test_a_kind_of_skill_is_any_word(write: Write) -> None:
    write("content/skills.yml", "skills:\n  - {id: bed, label: Bed making, category: care}\n")
    write(
        "content/roles/aide.yml",
        "title: Aide\ndefinition: Helps.\nreviewed: 2026-01-01\nskills: [Bed making]\n",
    )
    loaded = load(roles=("aide", "coder"))
    assert loaded.guide.skills["bed"].category == "care"
    assert not [one for one in check() if one.severity == "error"]
