"""Booklets: guides filled up to whole sheets with pages to write on, as single pages and as sheets to fold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from typeset_ink import collisions, lost
from typeset_stress import guide, stress, theme
from typeset_stress import single as single_role

import structure
import verapdf
from golden_pages import agreed, small
from guidebuild.build import Order, build, prepare
from guidebuild.cache import Cache, default_folder
from guidebuild.charts import draw
from guidebuild.compose import compose
from guidebuild.compose.document import Document, PageRef, Text, TipItem
from guidebuild.conform import conform
from guidebuild.conform.artifact import Artifact
from guidebuild.conform.imposition import sides
from guidebuild.edition import MM, Edition
from guidebuild.model.schema import Guide
from guidebuild.typeset import Typeset, typeset

pytestmark = pytest.mark.slow  # whole guides, many of them

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]
PAPERS = ["a4", "letter"]
EVERY = [(name, paper) for name in GUIDES for paper in PAPERS]
PADDING = {"People", "My plan", "Notes"}


@cache
def single(name: str, paper: str, profile: str = "") -> tuple[Document, Typeset, Artifact]:
    """A bundled guide as a booklet of single pages."""
    order = Order(name, paper=paper, folder=Path("/"), layout="booklet", profile=profile)
    ready = prepare(order, progress=lambda _stage: None, cache=Cache(default_folder()))
    theme = ready.branded.theme
    pages = typeset(ready.document, theme, draw(ready.document, theme, Cache(default_folder())))
    return ready.document, pages, conform(pages)


def padding_pages(pages: Typeset) -> dict[str, int]:
    """Where the pages stand that fill the booklet up."""
    return {name: page for name, _, page in pages.outline if name in PADDING}


def words(pdf: bytes, page: int) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return str(file[page - 1].get_textpage().get_text_bounded())


# Single pages


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_pages_fill_whole_sheets_and_the_back_cover_stays_outside(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    document, pages, artifact = single(name, paper)
    assert artifact.page_count % 4 == 0
    assert artifact.sheets == 0
    assert 8 <= artifact.page_count <= 64
    assert pages.pages["back"] == (artifact.page_count, artifact.page_count)
    filled = padding_pages(pages)
    first = artifact.page_count - len(filled)
    assert list(filled.values()) == list(range(first, artifact.page_count))
    assert list(filled) == ["People", "My plan", "Notes"][: len(filled)]
    assert len(filled) == -built(name, paper=paper).page_count % 4
    assert {section.kind for section in document.padding} == {"people", "weeks", "notes"}


def test_the_bundled_guides_need_every_kind_of_page() -> None:
    """What is said here of the pages that fill up is said of each of them."""
    assert {name for order in EVERY for name in padding_pages(single(*order)[1])} == PADDING


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_page_numbers_count_the_pages_that_fill_up(name: str, paper: str) -> None:
    _, pages, artifact = single(name, paper)
    for page in range(2, artifact.page_count):
        assert re.search(rf"\b{page} of {artifact.page_count}\b", words(artifact.pdf, page)), page
    contents = words(artifact.pdf, pages.pages["contents"][0])
    assert re.search(rf"Sources and notes\s+{pages.pages['sources'][0]}\b", contents)
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf, pdf.open_outline() as outline:
        assert [str(entry.title) for entry in outline.root] == [title for title, _, _ in pages.outline]
    assert "On screen" not in contents


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_pages_that_fill_up_have_words_and_lines_to_write_on(name: str, paper: str) -> None:
    _, pages, artifact = single(name, paper)
    with pypdfium2.PdfDocument(artifact.pdf) as file:
        for page in padding_pages(pages).values():
            assert len(file[page - 1].get_textpage().get_text_bounded()) > 80
            picture = file[page - 1].render(scale=1).to_pil().convert("L")
            strips = [picture.crop((60, y, picture.width - 60, y + 1)) for y in range(picture.height)]
            rows = [strip.getextrema()[0] for strip in strips]
            inked = [y for y, tone in enumerate(rows) if tone < 200]
            assert len(inked) > 25
            # To the foot of the page: no third of it is empty.
            assert max(inked) > picture.height - 18 * MM - 40


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_nothing_collides_or_is_lost(name: str, paper: str) -> None:
    document, pages, artifact = single(name, paper)
    assert pages.overflow == ()
    assert collisions(artifact.pdf, covers=(1, artifact.page_count)) == []
    assert lost(artifact.pdf, document) == []
    assert structure.problems(artifact.pdf) == []


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize(
    ("name", "paper", "profile"),
    [("dl-vs-mlse", "a4", "screen"), ("ml-careers", "letter", "print"), ("ai-careers", "a4", "gray")],
)
def test_single_pages_pass_pdf_ua_and_pdf_a(name: str, paper: str, profile: str) -> None:
    _, pages, artifact = single(name, paper, profile)
    assert padding_pages(pages)
    assert artifact.conformance == ("PDF/UA-1", "PDF/A-2a")
    assert (verapdf.failures(artifact.pdf, "ua1"), verapdf.failures(artifact.pdf, "2a")) == ({}, {})


def test_single_pages_for_a_press_are_pdf_x(built: Callable[..., Artifact]) -> None:
    artifact = built("dl-vs-mlse", layout="booklet", profile="press")
    assert (artifact.sheets, artifact.page_count % 4) == (0, 0)
    assert artifact.conformance == ("PDF/X-1a:2003",)
    assert artifact.warnings == ()
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        assert len(pdf.pages) == artifact.page_count


# Pages that fill up, in any guide


@pytest.mark.parametrize(
    ("kind", "roles", "paper"),
    [("bare", 2, "letter"), ("single", 3, "a4"), ("hostile", 2, "letter"), ("hostile", 3, "a4"),
     ("imported", 6, "letter"), ("huge", 2, "a4")],
)  # fmt: skip
def test_any_guide_fills_whole_sheets(kind: str, roles: int, paper: str) -> None:
    """Hostile back covers have a page of small print before them: what fills up stands before that."""
    _, pages = filled(stress(kind, roles), paper)
    assert pages.page_count % 4 == 0
    assert pages.overflow == ()
    assert pages.pages["back"][1] == pages.page_count
    assert all(page < pages.pages["back"][0] for page in padding_pages(pages).values())


def filled(content: Guide, paper: str = "a4") -> tuple[Document, Typeset]:
    look = replace(theme(paper, len(content.roles)), edition=Edition("booklet"))
    document = compose(content, look)
    return document, typeset(document, look, draw(document, look, Cache(default_folder())))


@pytest.mark.parametrize("family", ["Poppins", "EB Garamond"])
def test_wide_and_narrow_letters_fill_whole_sheets_too(family: str) -> None:
    order = Order(
        "ml-careers", settings=(("typography.base.family", family),), folder=Path("/"), layout="booklet"
    )
    artifact = build(order, cache=Cache(default_folder())).artifact
    assert artifact.page_count % 4 == 0
    assert artifact.warnings == ()


def switched_off(*names: str) -> Guide:
    return guide([single_role(1), single_role(2)], sections={name: {"on": False} for name in names})


def test_as_many_pages_are_added_as_the_sheet_has_left() -> None:
    added = {}
    for off in ((), ("compare",), ("compare", "skills"), ("compare", "skills", "contents")):
        _, pages = filled(switched_off(*off))
        assert pages.page_count % 4 == 0
        own = pages.page_count - len(padding_pages(pages))
        added[own % 4] = tuple(padding_pages(pages))
    assert added == {0: (), 3: ("People",), 2: ("People", "My plan"), 1: ("People", "My plan", "Notes")}


def test_without_a_back_cover_the_pages_that_fill_up_are_the_last() -> None:
    _, pages = filled(switched_off("back", "skills"))
    assert pages.page_count % 4 == 0
    places = list(padding_pages(pages).values())
    assert places == list(range(pages.page_count - len(places) + 1, pages.page_count + 1))


def test_the_plan_points_only_to_pages_that_there_are() -> None:
    """A guide without tips, skills and a self-check has words of its own for each week."""
    document, _ = filled(switched_off("tips", "skills", "fit", "questions", "compare"))
    assert not any(isinstance(part, PageRef) for words in plan_of(document) for part in words)
    assert document.padding[0].title == "Who I spoke to"
    targets = [
        part.target
        for words in plan_of(single("dl-vs-mlse", "a4")[0])
        for part in words
        if isinstance(part, PageRef)
    ]
    assert targets == ["tips", "skills", "fit"]


def plan_of(document: Document) -> list[Text]:
    (weeks,) = (section for section in document.padding if section.kind == "weeks")
    return [block.why for block in weeks.blocks if isinstance(block, TipItem)]


# Sheets to fold


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_sheets_hold_the_single_pages_where_the_fold_puts_them(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    artifact = built(name, layout="booklet", paper=paper)
    _, _, pages = single(name, paper)
    assert artifact.conformance == ()
    assert artifact.warnings == ()
    assert (artifact.page_count, artifact.sheets * 4) == (pages.page_count,) * 2
    wanted = {"a4": (1190.55, 841.89), "letter": (1224, 792)}[paper]
    with pypdfium2.PdfDocument(artifact.pdf) as file:
        assert len(file) == artifact.sheets * 2
        for side, (left, right) in zip(file, sides(artifact.page_count), strict=True):
            width, height = side.get_size()
            assert (width, height) == pytest.approx(wanted, abs=0.01)
            text = side.get_textpage()
            for page, (x0, x1) in ((left, (0, width / 2)), (right, (width / 2, width))):
                folio = re.findall(
                    rf"(\d+) of {artifact.page_count}\b", text.get_text_bounded(x0, 0, x1, height)
                )
                # The covers have no folio.
                assert folio == ([str(page)] if 1 < page < artifact.page_count else []), page
            cover = text.get_text_bounded(width / 2, 0, width, height)
            assert ("edition" in cover.casefold()) == (right == 1)


def test_what_is_on_a_half_looks_like_the_page(built: Callable[..., Artifact]) -> None:
    """The outermost sheet is not moved: its halves are the covers to the pixel."""
    artifact = built("dl-vs-mlse", layout="booklet", paper="letter")
    _, _, pages = single("dl-vs-mlse", "letter")
    with pypdfium2.PdfDocument(artifact.pdf) as sheets, pypdfium2.PdfDocument(pages.pdf) as file:
        front = sheets[0].render(scale=0.5).to_pil()
        cover, back = (file[n].render(scale=0.5).to_pil() for n in (0, len(file) - 1))
    half = front.width // 2
    for part, page in (((0, 0, half, front.height), back), ((half, 0, front.width, front.height), cover)):
        apart = ImageChops.difference(front.crop(part).convert("L"), page.convert("L"))
        assert sum(apart.histogram()[40:]) < 0.002 * half * front.height


@pytest.mark.parametrize("profile", ["screen", "print", "gray"])
def test_fonts_stay_embedded_and_colours_keep_their_meaning(
    built: Callable[..., Artifact], profile: str
) -> None:
    artifact = built("ml-careers", layout="booklet", profile=profile)
    assert artifact.profile == profile
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert int(intent.DestOutputProfile.N) == (1 if profile == "gray" else 3)
        fonts = [
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font for font in fonts)
        assert not any("/Annots" in page.obj for page in pdf.pages)
        if profile == "gray":
            for page in pdf.pages:
                for form in page.Resources.XObject.values():
                    assert not {b"rg", b"RG"} & set(
                        re.sub(rb"\((?:[^\\()]|\\.)*\)", b"", form.read_bytes()).split()
                    )


def test_web_addresses_are_printed_where_nothing_can_be_clicked(tmp_path: Path) -> None:
    (tmp_path / "guide.yml").write_text(
        "id: mine\nroles: [data-engineer, data-analyst]\ndate: 2026-05-01\n"
        "sections: {compare: {lead: 'Read [the story](https://example.org/story) first.'}}\n"
    )
    order = Order(folder=tmp_path, layout="booklet", paper="a4")
    artifact = build(order, cache=Cache(default_folder())).artifact
    with pypdfium2.PdfDocument(artifact.pdf) as file:
        assert any("example.org/story" in page.get_textpage().get_text_bounded() for page in file)
        assert not any(
            "tagged PDF" in t and "Set as" in t for t in (p.get_textpage().get_text_bounded() for p in file)
        )


def test_a_booklet_is_the_same_in_every_build(built: Callable[..., Artifact]) -> None:
    order = Order("dl-vs-mlse", folder=Path("/"), layout="booklet")
    assert build(order, cache=Cache(None)).artifact.pdf == built("dl-vs-mlse", layout="booklet").pdf


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["dl-vs-mlse", "ml-careers"])
def test_the_ornament_runs_over_the_fold_as_one_figure(
    built: Callable[..., Artifact], name: str, paper: str
) -> None:
    """Left and right of the fold the covers are of one colour at each height, but for the steepness of the rings."""
    with pypdfium2.PdfDocument(built(name, layout="booklet", paper=paper).pdf) as pdf:
        side = pdf[0].render(scale=4).to_pil().convert("RGB")
    left, right = (side.crop((x, 0, x + 1, side.height)) for x in (side.width // 2 - 2, side.width // 2 + 1))
    apart = ImageChops.difference(left, right).convert("L").histogram()
    ground = Image.new("RGB", left.size, left.getpixel((0, 9)))
    band = ImageChops.difference(left, ground).convert("L").crop((0, 0, 1, side.height * 3 // 5))
    assert sum(apart[64:]) < 0.02 * side.height
    assert name != "dl-vs-mlse" or sum(band.histogram()[40:]) > 20, "no ring is seen at the fold"


# Pictures


@pytest.mark.parametrize(
    ("name", "imposed", "page"), [("plan", False, 18), ("people", False, 17), ("sheet", True, 4)]
)
def test_it_looks_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], name: str, imposed: bool, page: int
) -> None:
    """Two of the pages that fill up, and the back of the second sheet from the outside."""
    artifact = built("dl-vs-mlse", layout="booklet", paper="a4") if imposed else single("dl-vs-mlse", "a4")[2]
    agreed(request, f"booklet-{name}", small(artifact.pdf, page - 1))
