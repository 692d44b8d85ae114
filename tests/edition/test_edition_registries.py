"""The registries of `guidebuild.edition`: papers, layouts, profiles, type_sizes, measures; what goes with what
(fitting), the pages that follow (form), and that no other room repeats their names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guidebuild
from guidebuild.edition import LAYOUTS, PAPERS, PROFILES, TYPE_SIZES, Edition, fitting
from guidebuild.edition.fitting import profile_in, trade_of, usual_paper
from guidebuild.edition.layouts import PageRoom, ShareRoom
from guidebuild.edition.papers import AMERICAN, ISO

SOURCE = Path(guidebuild.__file__).parent
# Here, and where the sections of each sheet are listed.
LISTED = ("edition/", "compose/layouts/")
CHOICES = [
    (size, layout, paper)
    for size in TYPE_SIZES
    for layout in fitting(size)
    for paper in fitting(size)[layout]
]


@pytest.mark.parametrize("registry", [PAPERS, LAYOUTS, PROFILES, TYPE_SIZES])
def test_everything_is_registered_under_its_own_name(registry: dict[str, object]) -> None:
    assert list(registry) == [getattr(entry, "name", "") for entry in registry.values()]


def test_each_layout_lists_its_usual_papers_first() -> None:
    assert fitting() == {
        "guide": ("a4", "letter", "a5", "tabloid"),
        "handout": ("a4", "letter"),
        "poster": ("a3", "tabloid", "a2"),
        "booklet": ("a4", "letter"),
    }
    assert fitting("large-print") == {"guide": ("a4", "letter", "tabloid")}


@pytest.mark.parametrize(
    ("locale", "trade"), [("en-GB", ISO), ("en-US", AMERICAN), ("en_CA", AMERICAN), ("en", ISO)]
)
def test_a_locale_suggests_the_paper_that_its_offices_use(locale: str, trade: object) -> None:
    assert trade_of(locale) == trade


def test_a_paper_of_the_trade_is_usual_and_else_the_first() -> None:
    assert usual_paper(fitting()["poster"], AMERICAN) == "tabloid"
    assert usual_paper(("a2", "a3"), AMERICAN) == "a2"


@pytest.mark.parametrize(("size", "layout", "paper"), CHOICES)
def test_the_page_of_a_form_drawn_larger_is_the_paper(size: str, layout: str, paper: str) -> None:
    sheet = PAPERS[paper]
    form = Edition(layout, type_size=size).form(sheet)
    assert (form.paper.width * form.scale, form.paper.height * form.scale) == pytest.approx(
        (sheet.width, sheet.height)
    )
    live = form.paper.width - form.margins.inner - form.margins.outer
    assert form.chart_width * form.magnify == pytest.approx(live)
    assert form.pairs == (paper == "a5")


def test_charts_share_their_page_with_what_else_is_on_it() -> None:
    page = PageRoom(bars=100, row=10, sets=50, table=200, margins=40)
    assert (page.for_bars(800, 3), page.for_sets(800, 3), page.for_sets(800, 2)) == (620, 710, 510)
    sheet = ShareRoom(0.25, 0.125, margins=40)
    assert (sheet.for_bars(840, 2), sheet.for_sets(840, 2)) == (400, 200)


def test_a_file_is_named_by_what_is_unusual_about_its_edition() -> None:
    assert Edition().suffix() == ""
    assert Edition("guide", "gray", "large-print").suffix() == "-large-print-gray"


def test_a_profile_is_found_by_its_inks() -> None:
    assert [profile_in(inks) for inks in ("rgb", "gray", "cmyk")] == ["screen", "gray", "press"]
    assert [profile.for_press for profile in PROFILES.values()] == [False, False, False, True]


def test_no_other_room_repeats_the_names() -> None:
    """Those that are everyday words too, such as 'guide', cannot be told from these."""
    names = {*PAPERS, "handout", "large-print"}
    found = {
        (place, word)
        for file in SOURCE.rglob("*.py")
        if not (place := file.relative_to(SOURCE).as_posix()).startswith(LISTED)
        for word in re.findall(r'"([a-z0-9-]+)"', file.read_text("utf-8"))
        if word in names
    }
    assert found == set()
