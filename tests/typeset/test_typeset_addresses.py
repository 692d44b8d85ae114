"""On paper, linked words have their address after them."""

from __future__ import annotations

import pytest

from guidebuild.compose.document import PageRef, Run
from guidebuild.typeset.addresses import is_said, with_addresses

FAIR = "https://www.example.org/fair/"


def words(*text: Run | PageRef) -> str:
    return "".join(run.text for run in with_addresses(text) if isinstance(run, Run))


def test_the_address_follows_the_words_and_belongs_to_the_link() -> None:
    text = with_addresses((Run("See "), Run("the fair", link=FAIR), Run(".")))
    assert [(run.text, run.link) for run in text if isinstance(run, Run)] == [
        ("See ", ""), ("the fair", FAIR), (" (example.org/fair)", FAIR), (".", "")
    ]  # fmt: skip


def test_a_link_in_several_runs_has_one_address() -> None:
    assert words(Run("the ", link=FAIR), Run("big", bold=True, link=FAIR), Run(" fair", link=FAIR)) == (
        "the big fair (example.org/fair)"
    )


def test_a_blank_at_the_end_stays_at_the_end() -> None:
    assert words(Run("the fair ", link=FAIR), Run("now")) == "the fair (example.org/fair) now"


@pytest.mark.parametrize(
    ("said", "link"),
    [
        ("example.org/fair", FAIR),
        ("https://example.org/fair", FAIR),
        ("a@b.example", "mailto:a@b.example"),
        ("Example.org/Fair ", FAIR),
        ("www.example.org/fair", FAIR),
    ],
)
def test_an_address_is_not_said_twice(said: str, link: str) -> None:
    assert is_said(said, link)
    assert words(Run(said, link=link)) == said


def test_what_is_no_link_stays() -> None:
    text = (Run("Page "), PageRef("glance"), Run("."))
    assert with_addresses(text) == text
    assert with_addresses(()) == ()
