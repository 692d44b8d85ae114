"""Large print, A5 and Tabloid: all of the guide, in its order, in type that is large enough, nothing overprinted."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from typeset_ink import collisions, lost, spoken
from typeset_stress import bare, guide, stress, theme

import structure
import verapdf
from golden_pages import agreed, small
from guidebuild.build import Order, prepare
from guidebuild.cache import Cache
from guidebuild.charts import draw
from guidebuild.compose import compose
from guidebuild.compose.document import Document, Figure, Heading, Paragraph, Run, words_of
from guidebuild.conform import conform
from guidebuild.conform.artifact import Artifact
from guidebuild.edition import PAPERS, TYPE_SIZES, Edition, fitting
from guidebuild.model.schema import Guide
from guidebuild.typeset import Typeset, typeset

pytestmark = pytest.mark.slow  # whole guides, many of them

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]
LARGE = fitting("large-print")["guide"]
FORMS = [*(("large-print", paper) for paper in LARGE), ("standard", "a5"), ("standard", "tabloid")]
CUT = ("unbroken", "hostile", "huge")  # their words are cut wherever the line ends


def made(content: Guide, size: str, paper: str) -> tuple[Document, Typeset, Artifact]:
    look = dataclasses.replace(theme(paper, len(content.roles)), edition=Edition(type_size=size))
    document = compose(content, look)
    pages = typeset(document, look, draw(document, look, Cache(None)))
    return document, pages, conform(pages)


@cache
def stressed(kind: str, count: int, size: str, paper: str) -> tuple[Document, Typeset, Artifact]:
    return made(stress(kind, count), size, paper)


def objections(pdf: bytes, pages: int, *, cut: bool = False) -> list[str]:
    """Words on words or at the edge of the sheet, where only a tab may stand, and tags that do not hold."""
    faults = [text for text in structure.problems(pdf) if not (cut and "words run together" in text)]
    found = collisions(pdf, covers=tuple(range(1, pages + 1)))
    return [
        text for text in found if not re.search(r"'[A-Z\d]{1,2}' at .* too near the edge$", text)
    ] + faults


def type_sizes(pdf: bytes) -> Iterator[tuple[float, int]]:
    """The size of every character that is no blank, in points on the sheet, and its page."""
    with pypdfium2.PdfDocument(pdf) as file:
        for number, page in enumerate(file, 1):
            text = page.get_textpage()
            for index in range(pdfium.FPDFText_CountChars(text.raw)):
                if not chr(pdfium.FPDFText_GetUnicode(text.raw, index)).isspace():
                    matrix = pdfium.FS_MATRIX()
                    pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
                    yield pdfium.FPDFText_GetFontSize(text.raw, index) * matrix.d, number


@pytest.mark.parametrize("paper", LARGE)
@pytest.mark.parametrize("name", GUIDES)
def test_no_type_of_large_print_is_smaller_than_16_points(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    smallest, page = min(type_sizes(built(name, edition="large-print", paper=paper).pdf))
    assert smallest >= 15.99, f"{smallest:.2f} points on page {page}"


@pytest.mark.parametrize(("size", "paper"), FORMS)
@pytest.mark.parametrize("name", GUIDES)
def test_the_bundled_guides_are_sound(
    built: Callable[..., Artifact], name: str, size: str, paper: str
) -> None:
    artifact = built(name, edition=size, paper=paper)
    assert artifact.warnings == ()
    assert objections(artifact.pdf, artifact.page_count) == []
    with pypdfium2.PdfDocument(artifact.pdf) as file:
        sizes = {tuple(round(side, 1) for side in page.get_size()) for page in file}
    assert sizes == {(round(PAPERS[paper].width, 1), round(PAPERS[paper].height, 1))}


@pytest.mark.parametrize(
    ("kind", "count", "size", "paper"),
    [
        *(
            (*one, *form)
            for form in FORMS
            for one in (("bare", 2), ("single", 3), ("imported", 6), ("hostile", 2))
        ),
        *((*one, *form) for form in (FORMS[0], FORMS[-2]) for one in (("unbroken", 3), ("huge", 2))),
    ],
)
def test_any_guide_is_set_in_one_column(kind: str, count: int, size: str, paper: str) -> None:
    document, pages, artifact = stressed(kind, count, size, paper)
    assert pages.overflow == ()
    assert objections(artifact.pdf, pages.page_count, cut=kind in CUT) == []
    assert lost(artifact.pdf, document) == []
    if size == "large-print":
        assert min(type_sizes(artifact.pdf))[0] >= 15.99


@pytest.mark.parametrize("name", GUIDES)
def test_large_print_says_what_the_standard_edition_says(built: Callable[..., Artifact], name: str) -> None:
    """The document is the same, and all of it is printed, in its order."""
    standard, large = (
        prepare(
            Order(name, edition=size, folder=Path("/")), progress=lambda _: None, cache=Cache(None)
        ).document
        for size in TYPE_SIZES
    )
    assert large == standard
    pdf = built(name, edition="large-print").pdf
    assert lost(pdf, standard) == []
    said, place = _bare(spoken(pdf)), 0
    for words in _running(standard):
        assert (place := said.find(_bare(words), place)) >= 0, words


def _running(document: Document) -> Iterator[str]:
    """Titles, headings and sentences of the sections, as they follow each other."""
    for section in document.sections[1:]:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Heading):
                yield block.text
            elif isinstance(block, Paragraph) and all(isinstance(run, Run) for run in block.text):
                yield words_of(block.text)


def _bare(words: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", words).casefold()


def test_short_facts_stand_beside_each_other_on_a_small_page_only(built: Callable[..., Artifact]) -> None:
    """The outlook of a role and where to read on: on one line on A5, below each other in large print."""
    assert beside(built("dl-vs-mlse", paper="a5").pdf, "EDUCATION", "MEDIAN PAY REPORTED")
    assert not beside(built("dl-vs-mlse", edition="large-print").pdf, "EDUCATION", "MEDIAN PAY REPORTED")


def beside(pdf: bytes, one: str, other: str) -> bool:
    """Whether two labels stand on one line of the first page that has both, or that has the one."""
    with pypdfium2.PdfDocument(pdf) as file:
        for page in file:
            text = page.get_textpage()
            found = [text.search(words, match_case=True).get_next() for words in (one, other)]
            if all(found):
                tops = [text.get_charbox(at[0])[3] for at in found if at]
                return bool(abs(tops[0] - tops[1]) < 1)
    return False


def test_a_card_that_goes_on_shows_its_role_again_and_is_read_once(built: Callable[..., Artifact]) -> None:
    pdf = built("ml-careers", edition="large-print").pdf
    with pypdfium2.PdfDocument(pdf) as file:
        index = next(i for title, i in _outline(pdf) if title.endswith("At a glance"))
        seen = [page.get_textpage().get_text_range() for page in (file[n] for n in range(index, index + 5))]
    assert sum("MLOps Engineer" in words for words in seen) == 2
    (glance,) = (part for part in structure.tag_tree(pdf).split("\n  Sect\n") if 'H2 "The ground' in part)
    assert glance.count('H2 "MLOps Engineer"') == 1


def test_a_back_of_several_pages_ends_with_a_cover(built: Callable[..., Artifact]) -> None:
    """No page number, the band, and below it the event and the logo."""
    with pypdfium2.PdfDocument(built("dl-vs-mlse", paper="a5").pdf) as file:
        last = file[len(file) - 1]
        words = last.get_textpage().get_text_range()
        picture = last.render(scale=0.3).to_pil().convert("L")
    assert "Booth 14" in words
    assert " of " not in words
    assert picture.getpixel((picture.width // 2, 4)) < 80


def test_sections_keep_their_order(built: Callable[..., Artifact]) -> None:
    order = [[title for title, *_ in _outline(built("dl-vs-mlse", edition=size).pdf)] for size in TYPE_SIZES]
    assert order[0] == order[1]
    assert len(order[0]) > 10


def _outline(pdf: bytes) -> list[tuple[str, int]]:
    with pypdfium2.PdfDocument(pdf) as file:
        return [(mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()]


def test_on_tabloid_all_grows_by_one_factor() -> None:
    form = theme("tabloid", 2).form
    assert form.scale == pytest.approx(792 / 612)
    assert form.paper.width == pytest.approx(612)
    assert form.paper.width / form.paper.height == pytest.approx(792 / 1224)


def test_large_print_is_larger_still_on_tabloid(built: Callable[..., Artifact]) -> None:
    sizes = [
        min(type_sizes(built("dl-vs-mlse", edition="large-print", paper=p).pdf))[0] for p in ("a4", "tabloid")
    ]
    assert sizes[1] == pytest.approx(sizes[0] * 792 / 612, abs=0.05)
    assert sizes[0] == pytest.approx(16, abs=0.01)


@pytest.mark.parametrize("profile", ["print", "gray", "press"])
@pytest.mark.parametrize(
    ("size", "paper"), [("large-print", "a4"), ("standard", "a5"), ("standard", "tabloid")]
)
def test_every_profile_has_these_editions(
    built: Callable[..., Artifact], size: str, paper: str, profile: str
) -> None:
    artifact = built("dl-vs-mlse", edition=size, paper=paper, profile=profile)
    assert artifact.warnings == ()
    if profile != "press":
        assert objections(artifact.pdf, artifact.page_count) == []


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(("size", "paper"), FORMS)
def test_they_pass_pdf_ua_and_pdf_a(built: Callable[..., Artifact], size: str, paper: str) -> None:
    artifact = built("ml-careers", edition=size, paper=paper)
    assert verapdf.failures(artifact.pdf, "ua1") == {}
    assert verapdf.failures(artifact.pdf, "2a") == {}


@pytest.mark.parametrize(
    ("name", "choice"), [("large-print-glance", {"edition": "large-print"}), ("a5-glance", {"paper": "a5"})]
)
def test_a_page_looks_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], name: str, choice: dict[str, str]
) -> None:
    pdf = built("dl-vs-mlse", **choice).pdf
    page = next(index for title, index in _outline(pdf) if title.endswith("At a glance"))
    agreed(request, name, small(pdf, page))


# Names that look like the end of a sentence, of a group, of a count.
DOTTED = ("No. 2 forklift licence", "St. John first aid", "Dr. Watson. Notes: 3, or more.", "C. elegans")


def _listing(names: tuple[str, ...], number: int, count: int) -> dict[str, Any]:
    """A role of so many skills of its own beside the names, too many for a chart of large type."""
    own = [f"{names[i % len(names)]} no. {i} of role {number}" for i in range(count)]
    return {**bare(number), "skills": [{"skill": name} for name in (*names, *own)]}


@pytest.mark.parametrize("names", [DOTTED, DOTTED[:1], ("A.. B", "Part 1. Part 2")])
def test_large_print_tells_a_chart_region_by_region(names: tuple[str, ...]) -> None:
    """One item of a list for each region, whatever stands in the names of skills."""
    document, pages, _ = made(guide([_listing(names, n, 25) for n in (1, 2, 3)]), "large-print", "a4")
    figure = next(b for s in document.sections for b in s.blocks if isinstance(b, Figure))
    assert len(figure.groups) == 7
    tree = structure.tag_tree(pages.pdf)
    start = tree.index(figure.first.split(".")[0][:40])
    listed = tree[start : tree.index("The same skills as a table", start)]
    assert len(re.findall(r"^ *LI\b", listed, re.M)) == len(figure.groups)
    assert [group.items for group in figure.groups if group.label == "All three"] == [names]
