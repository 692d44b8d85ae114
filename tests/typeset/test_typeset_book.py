"""The book: margins that mirror, places of nodes, running heads, folios and tabs."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from typeset_ink import collisions, words_on
from typeset_stress import guide, prepared, single, stress

import structure
from guidebuild.compose.document import PageRef, Section
from guidebuild.edition import MM, PAPERS
from guidebuild.typeset import layout, typeset
from guidebuild.typeset.book import Book, Grid, tab_places
from guidebuild.typeset.targets import Place

PAPER_NAMES = sorted(PAPERS)
SECTION = Section("one", "compare", "One", "One of them", "1", ())


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_twelve_columns_and_their_gutters_fill_the_live_area(paper: str) -> None:
    grid = Grid(PAPERS[paper])
    assert grid.w(12) == pytest.approx(grid.live_width)
    assert grid.x(8) + grid.w(4) == pytest.approx(grid.live_width)


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_facing_pages_mirror_each_other(paper: str) -> None:
    book = Book(PAPERS[paper])
    recto, verso = book.open(SECTION), book.open(SECTION)
    width, grid = PAPERS[paper].width, book.grid
    assert (recto.left, verso.left) == (20 * MM, 18 * MM)
    assert width - verso.left - grid.live_width == pytest.approx(20 * MM)
    assert recto.outer_x + grid.w(4) == pytest.approx(width - 18 * MM)
    assert verso.outer_x == pytest.approx(18 * MM)
    assert recto.inner_x == pytest.approx(20 * MM)
    assert verso.inner_x + grid.w(8) == pytest.approx(width - 20 * MM)


def test_the_first_mention_of_a_node_is_its_place_and_the_last_its_end() -> None:
    book = Book(PAPERS["a4"])
    for _ in range(3):
        book.mark("pay", book.open(SECTION), 40.0)
    assert book.places["pay"] == (1, 40.0)
    assert book.pages() == {"pay": (1, 3)}


@pytest.mark.parametrize(("form", "words"), [("page", "2"), ("pages", "2–3")])
def test_a_page_reference_says_its_page_or_its_range(form: str, words: str) -> None:
    book = Book(PAPERS["a4"])
    book.open(SECTION)
    for _ in range(2):
        book.mark("pay", book.open(SECTION), 0.0)
    assert book.resolve(PageRef("pay", form)) == (words, Place("pay"))  # type: ignore[arg-type]


def test_a_range_of_one_page_is_one_number() -> None:
    book = Book(PAPERS["a4"])
    book.mark("pay", book.open(SECTION), 0.0)
    assert book.resolve(PageRef("pay", "pages"))[0] == "1"


def test_a_range_may_run_to_the_end_of_another_node() -> None:
    book = Book(PAPERS["a4"])
    for node in ("glance", "pay", "pay"):
        book.mark(node, book.open(SECTION), 0.0)
    assert book.resolve(PageRef("glance", "pages", to_target="pay"))[0] == "1–3"


@pytest.mark.parametrize("count", [1, 9, 10, 20])
def test_tabs_step_down_the_page_and_stay_on_it(count: int) -> None:
    sections = tuple(Section(f"s{n}", "compare", "", "", str(n), ()) for n in range(count))
    places = list(tab_places(sections).values())
    assert places == sorted(set(places))
    assert places[-1] + 18 * MM < PAPERS["letter"].height


@pytest.mark.slow
@pytest.mark.parametrize("title", ["A guide", "A long title of a guide with many words " * 7, "y" * 300])
def test_a_running_head_is_cut_before_it_touches_the_name_of_the_section(title: str) -> None:
    roles = [{**single(n), "title": f"A role with a long name {n} " * 5} for n in (1, 2)]
    document, look, charts = prepared(guide(roles, title=title.strip()[:300]))
    pages = typeset(document, look, charts)
    assert collisions(pages.pdf, covers=(1, pages.page_count)) == []
    heads = "".join(structure.untagged_text(pages.pdf))
    assert (title.strip() in heads) == (len(title) < 20)
    assert "…" in heads


def test_covers_have_no_furniture_and_every_other_page_has_its_number() -> None:
    document, look, charts = prepared(stress("single", 2))
    laid = layout(document, look, charts)
    printed = structure.untagged_text(typeset(document, look, charts).pdf)
    heads = [text for text in printed if " of " in text]
    numbered = [sheet.number for sheet in laid.book.sheets if sheet.kind != "cover"]
    total = len(laid.book.sheets)
    assert all(f"{number} of {total}" in text for number, text in zip(numbered, heads, strict=True))
    assert [sheet.number for sheet in laid.book.sheets if sheet.kind == "cover"] == [1, len(laid.book.sheets)]


def test_a_tab_stands_at_the_outer_edge_at_one_height_on_all_pages_of_its_section() -> None:
    document, look, charts = prepared(stress("single", 2))
    pages = typeset(document, look, charts)
    tabbed = [section for section in document.sections if section.tab == "2"]
    first, last = pages.pages[tabbed[0].id]
    seen = []
    with pypdfium2.PdfDocument(BytesIO(pages.pdf)) as file:
        for number in range(first, last + 1):
            page = file[number - 1]
            edge = [w for w in words_on(page) if w.right < 9 * MM or w.left > page.get_width() - 9 * MM]
            assert [w.text for w in edge] == ["2"]
            assert (edge[0].right < 9 * MM) == (number % 2 == 0)
            seen.append(round(edge[0].top))
    assert len(set(seen)) == 1
