"""Colours become inks that a press can print."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from guidebuild.brand import colour, separation
from guidebuild.brand.separation import MOST_INK, formula
from press_icc import cmyk_profile

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOURS)
def test_any_colour_becomes_percentages_within_the_limit(rgb: str) -> None:
    inks = formula(rgb)
    assert all(0 <= ink <= 100 and ink == int(ink) for ink in inks)
    assert sum(inks) <= MOST_INK


@given(COLOURS)
def test_black_takes_over_so_that_at_most_two_coloured_inks_are_left(rgb: str) -> None:
    assert min(formula(rgb)[:3]) <= 2


@pytest.mark.parametrize("rgb", ["#1b211f", "#000000", "#56605b", "#c4cbc7", "#f2f4f3", "#808080"])
def test_colours_without_a_hue_are_black_alone(rgb: str) -> None:
    assert formula(rgb)[:3] == (0, 0, 0)


def test_paper_stays_bare_and_the_darkest_is_solid() -> None:
    assert formula("#ffffff") == separation.WHITE
    assert formula("#000000") == formula("#1b211f") == separation.BLACK


def test_a_darker_grey_has_more_black() -> None:
    steps = [formula(f"#{v:02x}{v:02x}{v:02x}")[3] for v in range(0, 256, 5)]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) > 30


@pytest.mark.parametrize(
    ("rgb", "most", "least"),
    [
        ("#c2500f", "magenta yellow", "cyan"),
        ("#1b4a94", "cyan magenta", "yellow"),
        ("#0e7c6b", "cyan yellow", "magenta"),
    ],
)
def test_a_hue_is_made_of_the_inks_beside_it(rgb: str, most: str, least: str) -> None:
    named = dict(zip(("cyan", "magenta", "yellow"), formula(rgb), strict=False))
    assert all(named[ink] > 40 for ink in most.split())
    assert named[least] == 0


@pytest.mark.parametrize(
    "rgb", ["#12372f", "#33574e", "#f2b632", "#1b4a94", "#c2500f", "#0e7c6b", "#6d507e", "#7a0019"]
)
def test_what_is_printed_looks_like_what_was_asked_for(rgb: str) -> None:
    """The model of the press, asked what these inks look like, gives back the colour."""
    inks = formula(rgb)
    roots, _ = separation._print([ink / 100 for ink in inks[:3]])
    black = inks[3] / 100
    seen = [root * (1 - black) + dark * black for root, dark in zip(roots, separation._INKS[8], strict=True)]
    assert math.dist(seen, [value**0.5 for value in separation._seen(rgb)]) < 0.02


def test_total_ink_is_limited_at_the_cost_of_the_coloured_inks() -> None:
    assert separation.limited((100.0, 100.0, 100.0, 100.0)) == (66, 66, 66, 100)
    assert separation.limited((10.4, 20.6, 0.0, 5.0)) == (10, 21, 0, 5)


def test_a_profile_converts_by_its_own_table() -> None:
    profile = separation.profile(cmyk_profile())
    assert profile.description == "Test press"
    assert profile("#ffffff") == separation.WHITE
    assert profile("#1b211f") == separation.BLACK  # grey is black alone, whatever the profile says
    cyan, magenta, yellow, _ = profile("#c2500f")
    assert cyan < magenta < yellow


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not an ICC profile"),
        (b"nonsense" * 100, "is not an ICC profile"),
        (cmyk_profile()[:200], "is not an ICC profile"),
        (cmyk_profile(space=b"RGB "), "for RGB, not for CMYK"),
        (cmyk_profile(kind=b"scnr"), "does not print"),
    ],
)
def test_what_is_no_profile_of_a_press_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        separation.Profile(data)


def test_a_profile_that_fails_only_when_it_is_used_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ghostscript's ps_cmyk.icc is such a one: Pillow reads it, and cannot convert with it."""

    def fail(*_: object) -> None:
        raise OSError("Could not determine profile size")

    monkeypatch.setattr("PIL.ImageCms.applyTransform", fail)
    with pytest.raises(ValueError, match="cannot be converted to"):
        separation.Profile(cmyk_profile())


@pytest.mark.slow
@pytest.mark.parametrize("rgb", ["#c2500f", "#12372f", "#ffffff", "#f2b632"])
def test_a_bitmap_gets_about_the_inks_of_its_colours(rgb: str) -> None:
    converted = separation.image_by_formula(Image.new("RGB", (4, 4), rgb))
    assert converted.mode == "CMYK"
    pixel = converted.getpixel((1, 1))
    assert isinstance(pixel, tuple)
    assert all(abs(value / 2.55 - ink) < 16 for value, ink in zip(pixel, formula(rgb), strict=True))


def test_neutral_means_less_chroma_where_colours_are_pale() -> None:
    assert formula("#edf4ff")[:3] != (0, 0, 0)  # a role's lightest tint keeps its hue
    assert colour.oklch("#edf4ff").chroma < 0.02
