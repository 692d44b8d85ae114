"""The aspect of a duty: told where the opening verbs say it, and left open where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.meaning import aspects
from guidebuild.importers.meaning.aspects import aspect_of


@pytest.mark.parametrize(
    ("detail", "aspect"),
    [
        ("Confer with users to learn what they need.", "together"),
        ("Design bridges.", "build"),
        ("Design, develop, or implement web pages.", "build"),
        ("design and create signs", "build"),
        ("Modify existing programs to correct errors.", "improve"),
        ("Compile statistics on accidents.", "data"),
        ("Analyze soil.", "research"),
        ("Conduct field experiments on soil.", "research"),
        ("Inspect lifts for wear.", "quality"),
        ("Perform safety inspections.", "quality"),
        ("Install or repair pumps.", "operate"),
        ("Monitor network traffic.", "operate"),
        ("Teach apprentices to weld.", "explain"),
        ("Prepare quarterly reports.", "explain"),
        ("Supervise assistants.", "plan"),
        ("Develop long-term budgets.", "plan"),
        ("Write code for games.", "build"),
        ("Write papers about games.", "explain"),
    ],
)
def test_the_opening_verbs_tell_the_aspect(detail: str, aspect: str) -> None:
    assert aspect_of(detail) == aspect


@pytest.mark.parametrize(
    "detail",
    [
        "Perform duties as they arise.",
        "Provide first aid.",
        "Write poems.",
        "Design or coordinate exhibitions.",  # two aspects
        "Weigh coffee and analyze it.",  # the verb that tells comes late
        "Monitor patients in the hospital, which has a good computer network.",  # so does the noun
        "Perform, as the law demands of every owner of a building, tests.",
        "15 tests are designed.",
        "",
        "and, or",
    ],
)
def test_what_the_opening_verbs_do_not_settle_stays_open(detail: str) -> None:
    assert aspect_of(detail) is None


def test_a_verb_that_is_not_known_does_not_gainsay_the_first() -> None:
    assert aspect_of("Design, weld, or paint gates.") == "build"


def test_no_verb_stands_for_two_aspects_and_every_aspect_can_be_told() -> None:
    verbs = [verb for line in aspects._ALONE.values() for verb in line.split()]
    assert len(verbs) == len(set(verbs))
    assert {*aspects._ALONE, *(aspect for _, _, aspect in aspects._NEAR)} == set(aspects.KNOWN)


@given(st.text(max_size=300))
def test_any_text_has_an_aspect_or_none(detail: str) -> None:
    assert aspect_of(detail) in (None, *aspects.KNOWN)
