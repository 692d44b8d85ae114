"""Ids, lengths and markup of imported words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from guidebuild.compose.inline import flat
from guidebuild.importers.meaning.wording import clean, fitted, literal, slug
from guidebuild.yamlfile.node import ID_PATTERN


def test_titles_become_ids() -> None:
    assert slug("Elementary School Teachers, Except Special Education").startswith(
        "elementary-school-teachers"
    )
    assert slug("C++ & C# Entwicklér (m/w)") == "c-plus-plus-and-c-sharp-entwickler-m-w"
    assert slug("データ") == "untitled"


@given(st.text(max_size=200))
def test_every_text_has_an_id(words: str) -> None:
    assert re.fullmatch(ID_PATTERN, slug(words))
    assert len(slug(words)) <= 80


@given(st.text(alphabet="ab*_`[]()\\ <>&{}", max_size=60))
def test_markup_in_imported_words_is_printed_as_it_stands(words: str) -> None:
    assert flat(literal(clean(words))) == clean(words)


@given(st.text(max_size=400), st.integers(20, 300))
def test_fitted_words_are_short_enough(words: str, limit: int) -> None:
    text, cut = fitted(words, limit)
    assert len(text) <= limit
    assert cut == text.endswith("…") or clean(words).endswith("…")
