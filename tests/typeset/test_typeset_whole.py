"""Whole guides, real and harder than any real one: nothing collides, nothing runs off, nothing is lost.

Every file here goes through conform, whose own check refuses a tree that does not hold; then PDFium says where each
word stands, and the tag tree which words are read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset_ink import collisions, lost, spoken
from typeset_stress import HOSTILE, ROOT, around, guide, prepared, single, stress

import structure
import verapdf
from guidebuild.build import Order, prepare
from guidebuild.cache import Cache
from guidebuild.charts import draw
from guidebuild.compose.document import Document
from guidebuild.conform import conform
from guidebuild.conform.artifact import Artifact
from guidebuild.drawing import unnamed
from guidebuild.typeset import Typeset, layout, typeset
from guidebuild.typeset.boxes import Art
from guidebuild.typeset.paint import paint

pytestmark = pytest.mark.slow  # whole guides, many of them

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]
# (kind of roles, how many, paper); "huge" has as much of everything as the schema allows.
STRESS = [
    ("bare", 2, "a4"), ("bare", 6, "letter"), ("single", 2, "letter"), ("single", 3, "a4"), ("single", 6, "a4"),
    ("imported", 2, "letter"), ("imported", 3, "a4"), ("imported", 4, "letter"), ("imported", 6, "a4"),
    ("hostile", 2, "a4"), ("hostile", 3, "letter"), ("hostile", 6, "a4"),
    ("unbroken", 2, "letter"), ("unbroken", 3, "a4"), ("unbroken", 6, "letter"),
    ("huge", 2, "a4"), ("huge", 6, "letter"),
]  # fmt: skip
# Words of these are cut wherever the line ends, also without a hyphen.
CUT = ("unbroken", "hostile", "huge")


@cache
def made(kind: str, count: int, paper: str) -> tuple[Document, Typeset, Artifact]:
    return finished(*prepared(stress(kind, count), paper))


def finished(document: Document, *rest: Any) -> tuple[Document, Typeset, Artifact]:
    pages = typeset(document, *rest)
    return document, pages, conform(pages)


def objections(
    document: Document, pages: Typeset, artifact: Artifact, *, cut: bool = False
) -> dict[str, Any]:
    """All that is wrong with a guide; empty lists for a sound one."""
    covers = tuple(pages.pages[s.id][1] for s in document.sections if s.kind in ("cover", "back"))
    problems = structure.problems(artifact.pdf)
    return {
        "overflow": list(pages.overflow),
        "collisions": collisions(artifact.pdf, covers=covers),
        "lost": lost(artifact.pdf, document),
        "structure": [text for text in problems if not (cut and "words run together" in text)],
    }


NONE: dict[str, Any] = {"overflow": [], "collisions": [], "lost": [], "structure": []}


@pytest.mark.parametrize(("kind", "count", "paper"), STRESS)
def test_nothing_overflows_collides_or_is_lost(kind: str, count: int, paper: str) -> None:
    assert objections(*made(kind, count, paper), cut=kind in CUT) == NONE


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", GUIDES)
def test_in_the_bundled_guides_no_word_stands_on_another(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    artifact = built(name, paper=paper)
    assert collisions(artifact.pdf, covers=(1, artifact.page_count)) == []


@pytest.mark.parametrize("family", ["Poppins", "EB Garamond"])
def test_in_the_widest_and_the_narrowest_family_no_word_stands_on_another(family: str) -> None:
    order = Order("ml-careers", settings=(("typography.base.family", family),), folder=Path(ROOT.anchor))
    ready = prepare(order, progress=lambda _stage: None, cache=Cache(None))
    look = ready.branded.theme
    assert look.faces.family == family
    pages = typeset(ready.document, look, draw(ready.document, look, Cache(None)))
    assert pages.overflow == ()
    assert collisions(pages.pdf, covers=(1, pages.page_count)) == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_bundled_guides_print_all_that_they_are_composed_of(
    built: Callable[..., Artifact], name: str
) -> None:
    order = Order(name, folder=Path(ROOT.anchor))
    document = prepare(order, progress=lambda _stage: None, cache=Cache(None)).document
    assert lost(built(name).pdf, document) == []


OPTIONAL = sorted(set(single(1)) - {"id", "title", "definition"})
AROUND = sorted(around([single(1)], rich=False))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    kept=st.lists(st.sets(st.sampled_from(OPTIONAL), max_size=len(OPTIONAL)), min_size=2, max_size=6),
    beside=st.sets(st.sampled_from(AROUND)),
    paper=st.sampled_from(["a4", "letter"]),
    off=st.sets(
        st.sampled_from(["contents", "glance", "compare", "skills", "pay", "tips", "sources", "back"])
    ),
)
def test_any_field_may_be_absent(kept: list[set[str]], beside: set[str], paper: str, off: set[str]) -> None:
    needed = {"id", "title", "definition"}
    roles = [
        {key: value for key, value in single(n).items() if key in fields | needed}
        for n, fields in enumerate(kept, 1)
    ]
    things = {key: value for key, value in around(roles, rich=False).items() if key in beside}
    content = guide(roles, surroundings=things, sections={name: {"on": False} for name in sorted(off)})
    assert objections(*finished(*prepared(content, paper))) == NONE


def test_hostile_words_are_printed_to_the_letter() -> None:
    _, _, artifact = made("hostile", 2, "a4")
    words = spoken(artifact.pdf)
    assert [text for text in HOSTILE if text not in words] == []


def test_no_absent_field_is_printed_as_none() -> None:
    _, _, artifact = made("bare", 6, "letter")
    assert "None" not in spoken(artifact.pdf)


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(
    ("kind", "count", "paper"),
    [
        ("bare", 2, "a4"),
        ("single", 6, "a4"),
        ("imported", 6, "a4"),
        ("hostile", 3, "letter"),
        ("unbroken", 3, "a4"),
    ],
)
def test_what_veraPDF_says_of_the_hardest_guides(kind: str, count: int, paper: str) -> None:  # noqa: N802
    _, _, artifact = made(kind, count, paper)
    assert (verapdf.failures(artifact.pdf, "ua1"), verapdf.failures(artifact.pdf, "2a")) == ({}, {})


# The judge itself


def test_the_judge_sees_words_over_words_and_words_off_the_page() -> None:
    """A layout with a box moved on purpose: what is said above can fail."""
    ready = prepared(stress("single", 2))
    document, _, _ = ready
    for dx, dy, complaint in (
        (0.0, -40.0, "overprinted"),
        (-30.0, 0.0, "runs to"),
        (0.0, 640.0, "foot margin"),
    ):
        laid = layout(*ready)
        sheet = next(s for s in laid.book.sheets if s.section.kind == "pay")
        box, x, y = sheet.boxes[1]
        sheet.boxes[1] = (box, x + dx, y + dy)
        found = collisions(paint(laid)[0], covers=(1, len(laid.book.sheets)))
        assert any(complaint in text and f"page {sheet.number}:" in text for text in found), complaint
    laid = layout(*ready)
    laid.book.sheets[2].put(
        Art(9.0, 9.0, lambda pen, x, y: pen.rect(x, y, 9.0, 9.0, unnamed("#ff0000"))), -5.0, 300.0
    )
    assert collisions(paint(laid)[0], covers=(1,)) == ["page 3: a shape runs to -5,533,4,542"]
    laid = layout(*ready)
    laid.book.sheets[-2].boxes.pop()
    assert lost(paint(laid)[0], document) != []
