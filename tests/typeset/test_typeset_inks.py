"""Colours become the operators of the one space that an edition is made in."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from guidebuild.brand.theme import Press
from guidebuild.drawing import Colour, unnamed
from guidebuild.typeset.inks import Cmyk, Gray, Inks, number
from guidebuild.typeset.patterns import TILES

PRESS = Press(9.0, True, "PDF/X-1a:2003", "FOGRA39", given=(("#12372f", (85.0, 10.0, 60.0, 70.0)),))


def png(colour: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (2, 2), colour).save(stream, "PNG")
    return stream.getvalue()


def test_a_screen_has_light() -> None:
    assert Inks().fill(unnamed("#ff8000")) == "1 0.502 0 rg"
    assert Inks().stroke(unnamed("#ff8000")) == "1 0.502 0 RG"
    assert Inks().text(unnamed("#000000")) == "0 0 0 rg"
    assert Inks().picture(png("#ff8000")).getpixel((0, 0)) == (255, 128, 0)


def test_one_ink_has_greys_of_the_same_lightness() -> None:
    gray = Gray()
    assert gray.fill(unnamed("#262626")) == "0.149 g"
    assert (gray.stroke(unnamed("#ffffff")), gray.text(unnamed("#000000"))) == ("1 G", "0 g")
    assert gray.fill(unnamed("#00ff00")) == "0.862 g"  # a green logo is lighter than a blue one
    assert gray.fill(unnamed("#0000ff")) == "0.298 g"
    assert gray.picture(png("#ff8000")).mode == "L"


def test_a_press_takes_the_given_inks_before_converted_ones() -> None:
    press = Cmyk(PRESS)
    assert press.fill(unnamed("#12372f")) == "0.85 0.1 0.6 0.7 k"
    assert press.stroke(unnamed("#12372f")) == "0.85 0.1 0.6 0.7 K"
    assert press.fill(unnamed("#ffffff")) == "0 0 0 0 k"
    assert press.picture(png("#ff8000")).mode == "CMYK"


def test_colours_that_look_alike_have_the_inks_of_their_names() -> None:
    given = (
        ("primary", (100.0, 70.0, 0.0, 10.0)),
        ("role-1", (60.0, 40.0, 0.0, 40.0)),
        ("#1b4a94", (100.0, 70.0, 0.0, 10.0)),
    )
    press = Cmyk(Press(9.0, True, "PDF/X-1a:2003", "FOGRA39", given=given))
    look = "#1b4a94"
    assert press.fill(Colour("primary", look)) == "1 0.7 0 0.1 k"
    assert press.fill(Colour("role-1", look)) == "0.6 0.4 0 0.4 k"
    assert press.stroke(Colour("role-1", look)) == "0.6 0.4 0 0.4 K"
    assert press.fill(unnamed(look)) == "1 0.7 0 0.1 k"  # of a logo
    assert press.fill(Colour("role-1", look)) == "0.6 0.4 0 0.4 k"  # whatever was asked before


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#1b211f", "0 0 0 1 k"),  # the ink of text
        ("#56605b", "0 0 0 0.75 k"),  # captions
        ("#1b4a94", "0 0 0 1 k"),  # a role's name
        ("#993c05", "0 0 0 1 k"),
        ("#12372f", "0 0 0 1 k"),  # given inks are for areas
        ("#ffffff", "0 0 0 0 k"),  # on a band
        ("#f2b632", "0 0 0 0 k"),  # the accent stands on dark grounds only
        ("#a2c6ff", "0 0 0 0 k"),
    ],
)
def test_letters_on_a_press_are_black_grey_or_white(colour: str, ink: str) -> None:
    assert Cmyk(PRESS).text(unnamed(colour)) == ink


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.0001, "0"), (1.0, "1"), (0.5, "0.5"), (1 / 3, "0.333")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("name", TILES)
def test_a_pattern_is_grey_and_finer_for_marks(name: str) -> None:
    tile = TILES[name]
    tokens = tile.content.split()
    assert {"G", "w"} <= set(tokens)
    assert not {"rg", "RG", "k", "K"} & set(tokens)
    if not name.endswith("-fine"):
        assert TILES[f"{name}-fine"].size < tile.size
