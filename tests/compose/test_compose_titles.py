"""Titles of one person or many, long and short, inside sentences and narrow columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.compose.titles import LONGEST, is_plural, labels, the_role
from guidebuild.model.openings import in_singular

TITLE = st.text("Aab c,’-", min_size=1, max_size=160).map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Deep Learning Engineer", "the Deep Learning Engineer role"),
        ("Registered Nurses", "the work of Registered Nurses"),
        ("Elementary School Teachers, Except Special Education",
         "the work of Elementary School Teachers, Except Special Education"),
        ("Director of Operations", "the Director of Operations role"),
        ("Head of Sales and Services", "the Head of Sales and Services role"),
        ("Hostess", "the Hostess role"),
        ("Data Analytics", "the Data Analytics role"),
        ("Technicians (Night Shift)", "the work of Technicians (Night Shift)"),
    ],
)  # fmt: skip
def test_singular_and_plural_titles_stand_in_a_sentence(title: str, words: str) -> None:
    assert the_role(title) == words
    assert is_plural(title) == words.startswith("the work")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Data Scientists", "data scientist"),
        ("Secretaries and Administrative Assistants", "secretary and administrative assistant"),
        ("Senior C++ Analysts", "senior c++ analyst"),
        ("Business Analysis", "business analysis"),
        ("Boss", "boss"),
    ],
)
def test_titles_are_looked_up_in_the_singular(title: str, words: str) -> None:
    assert in_singular(title) == words


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Machine Learning Software Engineer", "Machine Learning Software Engineer"),
        ("Secretaries and Administrative Assistants, Except Legal, Medical, and Executive",
         "Secretaries and Administrative Assistants"),
        ("Cutting, Punching, and Press Machine Setters, Operators, and Tenders, Metal and Plastic",
         "Cutting, Punching, and Press Machine Setters…"),
        ("Geographic Information Systems Technologists and Technicians of the Old School",
         "Geographic Information Systems Technologists…"),
        ("Unbreakable" * 10, ("Unbreakable" * 10)[:LONGEST] + "…"),
    ],
)  # fmt: skip
def test_a_long_title_is_shortened_at_a_comma_or_a_word(title: str, label: str) -> None:
    assert labels([title]) == (label,)


def test_titles_that_begin_alike_are_printed_in_full() -> None:
    titles = [f"Installers and Repairers of Electrical and Electronic Equipment, {n} Part" for n in "AB"]
    assert labels(titles) == tuple(titles)


@given(st.lists(TITLE, min_size=1, max_size=6, unique_by=str.casefold), st.integers(20, 60))
def test_labels_are_short_or_whole_and_never_the_same(titles: list[str], longest: int) -> None:
    made = labels(titles, longest)
    assert len({label.casefold() for label in made}) == len(titles)
    for title, label in zip(titles, made, strict=True):
        assert label == title or len(label) <= longest + 1
        assert title.startswith(label.removesuffix("…").rstrip())
