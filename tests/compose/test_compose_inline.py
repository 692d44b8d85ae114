"""The Markdown subset, and everything that is not markup."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.compose.document import Run, words_of
from guidebuild.compose.inline import first_sentence, flat, inline, paragraphs

HOSTILE = [
    "<b>bold</b>",
    "</para>",
    "<img src=file:///etc/passwd>",
    '<img src="http://evil.example/x.png"/>',
    "{{ config }}",
    "{% raw %}",
    "&amp; & &lt;",
    "<!-- x -->",
    "%s %(x)s {0}",
    "$x^2$",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_markup_of_other_languages_stays_as_written(words: str) -> None:
    assert inline(words) == (Run(words),)


@pytest.mark.parametrize("words", HOSTILE)
def test_it_stays_as_written_beside_real_markup(words: str) -> None:
    assert words_of(inline(f"{words} and *this*")) == f"{words} and this"


def test_emphasis_strong_code_and_links_become_runs() -> None:
    assert inline("*a* **b** `c` [d](https://e.example/f)") == (
        Run("a", italic=True),
        Run(" "),
        Run("b", bold=True),
        Run(" "),
        Run("c", code=True),
        Run(" "),
        Run("d", link="https://e.example/f"),
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.example", "x"]
)
def test_other_links_stay_literal(url: str) -> None:
    assert inline(f"[d]({url})") == (Run(f"[d]({url})"),)


def test_an_image_is_never_an_image() -> None:
    assert words_of(inline("![alt](https://x.example/y.png)")) == "!alt"


def test_a_label_loses_its_marks_but_keeps_its_words() -> None:
    assert flat("Make *something* `now`") == "Make something now"


def test_straight_apostrophes_are_curled_except_in_code() -> None:
    assert flat("Master's") == "Master’s"
    assert inline("`it's`") == (Run("it's", code=True),)


def test_blank_lines_part_paragraphs() -> None:
    assert [words_of(text) for text in paragraphs("One\ntwo.\n\n  \nThree.")] == ["One two.", "Three."]


def test_the_first_sentence_ends_at_its_full_stop() -> None:
    assert first_sentence("Uses e.g. bread. Then more.") == "Uses e.g. bread."
    assert first_sentence("No stop") == "No stop"


@given(st.text(max_size=80))
def test_any_text_parses_and_plain_text_loses_nothing(words: str) -> None:
    text = inline(words)
    assert all(isinstance(run, Run) and run.text for run in text)
    if not set("*_`[\\'") & set(words):
        blanks = re.compile(r"[^\S\u00a0\u202f]+")
        assert words_of(text) == blanks.sub(" ", words).strip(" ")


def test_a_blank_that_must_not_break_stays() -> None:
    assert words_of(inline("on  7\u00a0January\n 2025 ")) == "on 7\u00a0January 2025"


def test_plain_text_does_not_import_the_parser() -> None:
    code = (
        "import sys; from guidebuild.compose.inline import inline; inline('plain <b>');"
        "assert 'markdown_it' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
