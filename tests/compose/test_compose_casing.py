"""No word of an author changes its case: names in every field, in every layout, for few and many roles."""

from __future__ import annotations

import dataclasses
import re
from functools import cache

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, theme
from proper_nouns import NOUNS, named_guide, words_in

from guidebuild.compose import compose
from guidebuild.compose.casing import Casing, casing, is_label, raised
from guidebuild.compose.document import Document
from guidebuild.edition import Edition

LAYOUTS = ("guide", "handout", "poster", "booklet")
STEP, SMALL_STEP = 55, 3  # names between the guides of one test; each begins at another place in the list


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Each name as a reader would find it, whatever its case."""
    return {noun: re.compile(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", re.IGNORECASE) for noun in NOUNS}


def _composed(made: object, layout: str) -> Document:
    return compose(made, dataclasses.replace(theme(), edition=Edition(layout)))  # type: ignore[arg-type]


def _changed(document: Document) -> set[tuple[str, str]]:
    """Names that stand in a document in another case than the author's, each with what stands there."""
    text = "\n".join(dict.fromkeys(words_in(document)))
    small = text.casefold()
    return {
        (noun, found[0])
        for noun, pattern in _patterns().items()
        if small.count(noun.casefold()) > text.count(noun)  # counting is quick, and most often enough
        for found in pattern.finditer(text)
        if found[0] != noun
    }


@pytest.mark.slow
@pytest.mark.parametrize("small", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("roles", [2, 3, 4, 6])
def test_a_name_stands_everywhere_as_its_author_wrote_it(roles: int, layout: str, small: bool) -> None:
    for start in range(0, len(NOUNS), STEP):
        assert not _changed(_composed(named_guide(start, roles, small=small), layout))


@pytest.mark.slow
@pytest.mark.parametrize("small", [True, False])
def test_names_stand_in_every_field_as_written(small: bool) -> None:
    for start in range(0, len(NOUNS), SMALL_STEP):
        assert not _changed(_composed(named_guide(start, 2, small=small), "guide"))


def test_the_search_for_changed_names_finds_them() -> None:
    document = _composed(named_guide(0, 2, small=True), "guide")
    assert _changed(dataclasses.replace(document, subtitle="braille, Ios and MEDICARE")) == {
        ("Braille", "braille"), ("iOS", "Ios"), ("Medicare", "MEDICARE"),
    }  # fmt: skip


# What is proven


PROSE = "\nWe polish lenses, excel at maths, go home, teach home economics and give first aid.\n"


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("First aid", "first aid"),  # running text proves a phrase
        ("Home economics", "home economics"),
        ("Home economic", "Home economic"),  # whole words only
        ("Polish", "Polish"),  # and never a single word
        ("Excel", "Excel"),
        ("Go", "Go"),
        ("Statistics", "statistics"),  # a label does
        ("Statistics for all", "Statistics for all"),
        ("E-commerce", "e-commerce"),
        ("Wound care", "Wound care"),
        ("GPU programming", "GPU programming"),
        ("iOS", "iOS"),
        ("İzmir", "İzmir"),
        ("C++", "C++"),
        ("", ""),
    ],
)
def test_a_first_letter_is_lowered_on_proof_alone(words: str, within: str) -> None:
    assert Casing(PROSE, frozenset({"statistics", "e-commerce", "gPU programming"})).within(words) == within


def test_a_list_with_a_label_that_is_not_proven_stays_as_written() -> None:
    proof = Casing(PROSE)
    assert proof.listed(["Wound care", "First aid", "Spanish"]) == ["Wound care", "first aid", "Spanish"]
    assert proof.listed(["First aid", "Wound care", "Home economics"]) == [
        "First aid", "Wound care", "Home economics",
    ]  # fmt: skip
    assert [is_label(words) for words in ("Wound care", "Boy Scout rules", "Spanish", "pH tests")] == [
        True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("labels", "head"),
    [
        (["computer science", "related fields"], "Computer science"),
        (["self-driving vehicles"], "Self-driving vehicles"),
        (["game mechanics driven by AI"], "Game mechanics driven by AI"),
        (["nursing", "Spanish"], "nursing"),
        (["iOS", "statistics"], "iOS"),
        (["eBay", "sales"], "eBay"),
        (["pH tests", "titration"], "pH tests"),
        (["de Vries methods", "genetics"], "de Vries methods"),
        (["d’Arcy’s law", "flow"], "d’Arcy’s law"),
        (["d3.js", "drawing"], "d3.js"),
        (["c++", "rust"], "c++"),
        ([], ""),
    ],
)
def test_an_entry_is_raised_where_its_whole_list_is_written_small(labels: list[str], head: str) -> None:
    assert raised(", ".join(labels), labels).startswith(head)


def test_a_guide_proves_what_its_fields_skills_and_sentences_write_small() -> None:
    skills = [{"id": "hygiene", "label": "Food hygiene", "aliases": ["food hygiene"], "category": "care"}]
    proof = casing(guide(skills={one["id"]: one for one in skills}))
    assert proof.within("Food hygiene") == "food hygiene"
    assert proof.within("Bread") == "Bread"  # an example of an industry, which is no running text
    assert proof.within("Oven") == "Oven"
    assert proof.within("Steady work") == "steady work"
    assert casing(guide()).within("Food hygiene") == "Food hygiene"


# Sentences around words that begin with a capital, and around small ones


def _said(*roles: dict[str, object]) -> str:
    return "\n".join(words_in(_composed(guide(*roles), "guide")))


def test_what_is_shared_is_told_in_a_sentence_or_as_a_list() -> None:
    people = {"who": "Medicaid caseworkers", "why": "to help"}
    small = {"who": "shop staff, drivers"}
    places = [{"name": "Catholic schools"}, {"name": "camps"}]
    named = [{**role, "works_with": people, "industries": places} for role in (BAKER, CONFECTIONER, MILLER)]
    said = _said(*named)
    assert "Colleagues of all three: Medicaid caseworkers." in said
    assert "Industries of all three: Catholic schools and camps." in said
    assert "Catholic schools" in said.splitlines()  # the label of a row
    plain = [{**role, "works_with": small, "industries": places[1:]} for role in (BAKER, CONFECTIONER)]
    said = _said(*plain)
    assert "Both work side by side with shop staff and drivers. Both find work in camps." in said
    assert "Work side by side with shop staff and drivers" in said


def test_duties_in_one_cell_are_sentences_where_they_begin_so() -> None:
    tasks = [{"detail": "Weigh.", "aspect": "build"}, {"detail": "Use Excel.", "aspect": "build"}]
    small = [{"detail": "weigh.", "aspect": "build"}, {"detail": "use Excel.", "aspect": "build"}]
    said = _said({**BAKER, "responsibilities": tasks}, {**CONFECTIONER, "responsibilities": small})
    assert "Weigh. Use Excel" in said
    assert "weigh; use Excel" in said
