"""Handouts and posters: nothing collides, runs off or is lost without a word; what has to go goes by its worth."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from typeset_ink import collisions, lost, words_on
from typeset_stress import guide, imported, single, stress, theme

import structure
import verapdf
from golden_pages import GOLDEN, agreed, small
from guidebuild.cache import Cache
from guidebuild.charts import code_id, draw
from guidebuild.compose import compose
from guidebuild.compose.document import Card, Document, NameLists, TipItem
from guidebuild.conform import conform
from guidebuild.conform.artifact import Artifact
from guidebuild.edition import MM, Edition, fitting
from guidebuild.model.schema import Guide
from guidebuild.typeset import Typeset, typeset
from tiers import slow

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]
SHEETS = [(layout, paper) for layout in ("handout", "poster") for paper in fitting()[layout]]
PAGES = {"handout": 2, "poster": 1}
CUT = ("hostile", "unbroken", "huge")  # their words are cut wherever the line ends


def made(content: Guide, layout: str, paper: str) -> tuple[Document, Typeset, Artifact]:
    look = dataclasses.replace(theme(paper, len(content.roles)), edition=Edition(layout))
    document = compose(content, look)
    pages = typeset(document, look, draw(document, look, Cache(None)))
    return document, pages, conform(pages)


@cache
def stressed(kind: str, count: int, layout: str, paper: str) -> tuple[Document, Typeset, Artifact]:
    return made(stress(kind, count), layout, paper)


def objections(pdf: bytes, *, cut: bool = False) -> list[str]:
    """Words on words, words in the outer 5 mm, shapes off the sheet, tags that do not hold."""
    faults = [text for text in structure.problems(pdf) if not (cut and "words run together" in text)]
    return collisions(pdf, covers=(1, 2)) + faults


@pytest.mark.parametrize(("layout", "paper"), SHEETS)
@pytest.mark.parametrize("count", [2, *slow(3, 4, 6)])
@pytest.mark.parametrize("kind", ["bare", "imported", *slow("single", "hostile", "unbroken", "huge")])
def test_any_roles_stand_on_the_sheet_without_overprinting(
    kind: str, count: int, layout: str, paper: str
) -> None:
    document, pages, artifact = stressed(kind, count, layout, paper)
    assert (pages.page_count, pages.overflow) == (PAGES[layout], ())
    assert objections(artifact.pdf, cut=kind in CUT) == []
    if set(pages.left_out) <= {words for one in document.sections for words in one.unsaid}:
        assert lost(artifact.pdf, untitled(document)) == []


def untitled(document: Document) -> Document:
    """Sections of a sheet have names, which nobody prints."""
    return dataclasses.replace(
        document, sections=tuple(dataclasses.replace(s, title="", name="") for s in document.sections)
    )


@pytest.mark.slow
@pytest.mark.parametrize(("layout", "paper"), SHEETS)
@pytest.mark.parametrize("name", GUIDES)
def test_the_bundled_guides_are_sound_sheets(
    built: Callable[..., Artifact], name: str, layout: str, paper: str
) -> None:
    artifact = built(name, layout=layout, paper=paper)
    assert artifact.page_count == PAGES[layout]
    assert objections(artifact.pdf) == []
    assert [warning for warning in artifact.warnings if warning.severity != "note"] == []


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(("layout", "paper"), SHEETS)
def test_sheets_pass_pdf_ua_and_pdf_a(built: Callable[..., Artifact], layout: str, paper: str) -> None:
    artifact = built("ml-careers", layout=layout, paper=paper)
    assert verapdf.failures(artifact.pdf, "ua1") == {}
    assert verapdf.failures(artifact.pdf, "2a") == {}


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(("layout", "paper"), [("handout", "a4"), ("poster", "a2")])
@pytest.mark.parametrize(("kind", "count"), [("huge", 2), ("imported", 6)])
def test_sheets_of_hard_guides_pass_as_well(kind: str, count: int, layout: str, paper: str) -> None:
    artifact = stressed(kind, count, layout, paper)[2]
    assert verapdf.failures(artifact.pdf, "ua1") == {}
    assert verapdf.failures(artifact.pdf, "2a") == {}


# What goes when there is no room


def test_a_usual_guide_of_two_roles_loses_nothing_for_want_of_room(built: Callable[..., Artifact]) -> None:
    for layout, paper in SHEETS:
        (note,) = built("dl-vs-mlse", layout=layout, paper=paper).warnings
        assert (note.severity, note.code) == ("note", "left-out")
        gone = note.message.partition("has no room for ")[2].split("; ")
        by_rule = ("the tips ", "the questions ", "the reasons for ", "the second half of ")
        assert [words for words in gone if " of '" not in words and not words.startswith(by_rule)] == []


def test_what_goes_is_told_and_what_is_worth_most_stays() -> None:
    _, pages, artifact = stressed("huge", 2, "handout", "a4")
    assert "'Outlook'" in pages.left_out
    assert not any("'Focus'" in words and "second" not in words for words in pages.left_out)
    words = structure_words(artifact.pdf)
    assert "MEDIAN PAY REPORTED" in words
    assert "OUTLOOK" not in words  # the least of the facts


def test_lists_that_are_cut_say_how_many_more_there_are() -> None:
    document, pages, artifact = stressed("huge", 3, "handout", "letter")
    (skills,) = (b for b in document.sections[0].blocks if isinstance(b, NameLists))
    assert any("skills" in words or "shared" in words or "common" in words for words in pages.left_out)
    said = structure_words(artifact.pdf)
    if skills.title in said:
        assert " more" in said


@pytest.mark.parametrize("count", [2, 3, 6])
def test_the_larger_sheet_never_lacks_more(count: int) -> None:
    letter, a4 = (len(stressed("imported", count, "handout", p)[1].left_out) for p in ("letter", "a4"))
    assert a4 <= letter


def test_five_steps_are_ticked_and_ten_tips_are_no_overflow(built: Callable[..., Artifact]) -> None:
    said = structure_words(built("dl-vs-mlse", layout="handout", paper="letter").pdf)
    assert said.count("Tick box") == 5
    assert "Five first steps" in said


def structure_words(pdf: bytes) -> str:
    from typeset_ink import spoken

    return spoken(pdf)


# The page


@pytest.mark.parametrize("paper", fitting()["handout"])
@pytest.mark.parametrize("name", ["dl-vs-mlse", "ml-careers"])
def test_facts_stand_at_one_height_across_the_cards(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    roles = {"dl-vs-mlse": 2, "ml-careers": 3}[name]
    with pypdfium2.PdfDocument(built(name, layout="handout", paper=paper).pdf) as file:
        words = words_on(file[0])
    for label in ("FOCUS", "MEDIANPAYREPORTED", "EDUCATION", "TOOLS", "INDUSTRIES", "OUTLOOK"):
        tops = {round(one.top) for one in words if one.text == label}
        assert len([one for one in words if one.text == label]) == roles
        assert len(tops) == 1


@pytest.mark.parametrize(("layout", "paper"), SHEETS)
def test_codes_are_large_enough_and_keep_their_quiet_zone(layout: str, paper: str) -> None:
    content = guide(
        [single(1), single(2)], url="https://guide.example/" + "x" * 60, event={"name": "Fair", "booth": "7"}
    )
    look = dataclasses.replace(theme(paper, 2), edition=Edition(layout))
    document = compose(content, look)
    charts = draw(document, look, Cache(None))
    modules = charts[code_id(content.spec.url or "")].drawing.width
    pdf = conform(typeset(document, look, charts)).pdf
    with pypdfium2.PdfDocument(pdf) as file:
        left, top, size = code_place(file[0], int(modules))
        each = size / (modules - 8)
        assert each >= 0.4 * MM
        near = (left - 4 * each, top - 4 * each, left + size + 4 * each, top + size + 4 * each)
        inside = [
            one
            for one in words_on(file[0])
            if one.right > near[0] and one.left < near[2] and one.bottom > near[1] and one.top < near[3]
        ]
        assert inside == []


def code_place(page: pypdfium2.PdfPage, modules: int) -> tuple[float, float, float]:
    """Left, top and width of the largest square path: the code, without its quiet zone."""
    height = page.get_height()
    bounds = [shape.get_bounds() for shape in page.get_objects()]
    squares = [
        (x1 - x0, x0, height - y1)
        for x0, y0, x1, y1 in bounds
        if abs((x1 - x0) - (y1 - y0)) < 0.1 and x1 - x0 > modules
    ]
    size, left, top = max(squares)
    return left, top, size


def test_a_poster_grows_with_its_paper(built: Callable[..., Artifact]) -> None:
    places = []
    for paper in ("a3", "a2"):
        with pypdfium2.PdfDocument(built("dl-vs-mlse", layout="poster", paper=paper).pdf) as file:
            width = file[0].get_width()
            places.append([(one.text, one.left / width, one.top / width) for one in words_on(file[0])])
    for (word, x, y), (other, u, v) in zip(*places, strict=True):
        assert (word, x, y) == (other, pytest.approx(u, abs=0.002), pytest.approx(v, abs=0.002))


def test_a_poster_is_read_from_afar(built: Callable[..., Artifact]) -> None:
    """No text but labels, the address and the kicker is smaller than 13 pt; the title of two roles is 72 pt."""
    with pypdfium2.PdfDocument(built("dl-vs-mlse", layout="poster", paper="a3").pdf) as file:
        words = words_on(file[0])
    title = next(one for one in words if one.text.startswith("DeepLearning"))
    assert title.bottom - title.top > 0.66 * 72 * 0.95
    small = {one.text for one in words if one.bottom - one.top < 0.5 * 13}
    assert small <= {"TOOLS", "DEGREE", "WORKSIN"}


def test_a_sheet_without_an_event_has_no_booth_and_says_where_to_look() -> None:
    content = guide([imported(1), imported(3)])
    for layout, paper in (("handout", "a4"), ("poster", "a3")):
        said = structure_words(made(content, layout, paper)[2].pdf)
        assert "Booth" not in said
        assert ("Find out more" if layout == "poster" else "Questions to ask") in said


def test_an_absent_fact_leaves_its_row_out_and_a_missing_one_its_cell() -> None:
    document = stressed("imported", 3, "handout", "a4")[0]
    cards = [b for b in document.sections[0].blocks if isinstance(b, Card)]
    assert len({tuple(fact.label for fact in card.facts) for card in cards}) == 1
    assert "Industries" not in {fact.label for fact in cards[0].facts}
    assert [bool(card.facts[1].value) for card in cards] == [True, False, True]


def test_no_more_than_five_tips_and_none_of_them_twice() -> None:
    document = stressed("huge", 2, "handout", "a4")[0]
    tips = [b for b in document.sections[1].blocks if isinstance(b, TipItem)]
    assert len(tips) == len({tip.title for tip in tips}) == 5


# Pictures


@pytest.mark.parametrize(("name", "layout", "page"), [("handout-front", "handout", 0), ("handout-back", "handout", 1),
                                                      ("poster", "poster", 0)])  # fmt: skip
def test_the_sheet_looks_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], name: str, layout: str, page: int
) -> None:
    agreed(request, name, small(built("dl-vs-mlse", layout=layout).pdf, page))


def test_the_pictures_are_small() -> None:
    files = [Path(GOLDEN / f"{name}.png") for name in ("handout-front", "handout-back", "poster")]
    assert all(file.stat().st_size < 30_000 for file in files)
