"""Two words are one thing where a reader sees one thing, and two where a letter, digit or sign tells them apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.model.sameness import same_key
from guidebuild.yamlfile.unseen import visible

words = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rope splicing", "Rope\u00a0splicing"),
        ("Rope splicing", "rope\u2009splicing"),
        ("Low-cost design", "Low\u2011cost design"),
        ("Low-cost design", "low\u2010cost design"),
        ("Pay 2020-2024", "Pay 2020\u20132024"),
        ("Fiancé care", "Fiance\u0301 care"),
        ("Research & development", "Research and development"),
        ("R&D", "R and D"),
        ("Master's", "Master’s"),
        ("Data\u00adbase", "Database"),
        ("Data\u200bbase", "Database"),
        ("SQL", "Sql"),
        ("problem-solving", "Problem solving"),
        ("Straße", "STRASSE"),
    ],
)
def test_what_a_reader_sees_as_one_is_one(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("C++", "C#"),
        ("NET", ".NET"),
        ("Node js", "Node.js"),
        ("Fiancé", "Fiance"),
        ("resume", "résumé"),
        ("H2O", "H₂O"),
        ("m2", "m²"),
        ("Level 1", "Level 2"),
        ("A$", "A€"),
        ("Rope splicing", "Ropesplicing"),
    ],
)
def test_letters_digits_and_signs_tell_things_apart(one: str, other: str) -> None:
    assert same_key(one) != same_key(other)


@given(words)
def test_a_key_is_its_own_key_and_knows_no_case(text: str) -> None:
    assert same_key(same_key(text)) == same_key(text)
    assert same_key(text.casefold()) == same_key(text)
    assert same_key(unicodedata.normalize("NFD", text)) == same_key(text)


@given(words, st.sampled_from("\u200b\u200c\u200d\u2060\ufe0f\u200e"), st.integers(0, 20))
def test_what_nobody_sees_is_taken_out_and_told(text: str, sign: str, at: int) -> None:
    seen, unseen = visible(text[:at] + sign + text[at:])
    assert sign not in seen
    assert unseen == sign
    assert seen == visible(text)[0]


def test_a_soft_hyphen_stays() -> None:
    assert visible("Data\u00adbase") == ("Data\u00adbase", "")
