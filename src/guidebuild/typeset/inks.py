"""Inks: how a colour becomes operators of a page (ISO 32000-1, 8.6.8).

Comes in: the colours of palettes, drawings and pages, and bitmaps in RGB. Goes out: the operators of the one colour
space that the edition is made in, and bitmaps in it. The pen asks here for every mark, so that no other part of typeset
knows what a file is printed with.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from guidebuild.brand.colour import WHITE, contrast, luminance
from guidebuild.drawing import Colour

if TYPE_CHECKING:
    from PIL.Image import Image

    from guidebuild.brand.theme import Press, Theme

LIGHT = 3.0  # a coloured letter that contrasts less with white stands on a dark ground, and stays white


def number(value: float) -> str:
    """A length or a share with at most three decimals and no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Inks:
    """Red, green and blue light: the screen's inks, and the office printer's, which makes its own of them."""

    space = "DeviceRGB"
    steps = 1  # into how many parts the way from one colour of a gradient to the next is cut before it is converted
    _operators = ("rg", "RG")

    def values(self, colour: Colour) -> str:
        """The components of a colour in these inks' space."""
        return _rgb(colour.rgb)

    def fill(self, colour: Colour) -> str:
        """What sets the colour of areas."""
        return f"{self.values(colour)} {self._operators[0]}"

    def stroke(self, colour: Colour) -> str:
        """What sets the colour of lines."""
        return f"{self.values(colour)} {self._operators[1]}"

    def text(self, colour: Colour) -> str:
        """What sets the colour of letters, which some presses want to be of one ink."""
        return self.fill(colour)

    def picture(self, png: bytes) -> Image:
        """A bitmap in these inks."""
        from PIL import Image

        with Image.open(BytesIO(png)) as image:
            return image.convert("RGB")


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    return " ".join(number(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


class Gray(Inks):
    """One ink. What still comes in a colour (a logo) becomes the grey of its luminance."""

    space, steps, _operators = "DeviceGray", 8, ("g", "G")

    def values(self, colour: Colour) -> str:
        return _grey(colour.rgb)

    def picture(self, png: bytes) -> Image:
        return super().picture(png).convert("L")


@lru_cache(maxsize=256)
def _grey(colour: str) -> str:
    value = luminance(colour)
    return number(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


class Cmyk(Inks):
    """The four inks of a press. Letters are black, a tint of black, or white: a colour would need four plates to meet.

    The brand's own percentages go before converted ones: those of the colour's name, else those of what looks like it.
    """

    space, steps, _operators = "DeviceCMYK", 8, ("k", "K")

    def __init__(self, press: Press) -> None:
        from guidebuild.brand import separation

        self._icc = separation.profile(press.icc) if press.icc else None
        self._convert = self._icc or separation.formula
        self._given = dict(press.given)
        self._known: dict[Colour, str] = {}
        self._letters: dict[str, str] = {}

    def values(self, colour: Colour) -> str:
        if colour not in self._known:
            given = self._given.get(colour.name) or self._given.get(colour.rgb)
            self._known[colour] = _percent(given or self._convert(colour.rgb))
        return self._known[colour]

    def text(self, colour: Colour) -> str:
        if colour.rgb not in self._letters:
            cyan, magenta, yellow, black = self._convert(colour.rgb)
            if cyan or magenta or yellow:
                black = 0.0 if contrast(colour.rgb, WHITE) < LIGHT else 100.0
            self._letters[colour.rgb] = f"{_percent((0.0, 0.0, 0.0, black))} k"
        return self._letters[colour.rgb]

    def picture(self, png: bytes) -> Image:
        from guidebuild.brand.separation import image_by_formula

        image = super().picture(png)
        return self._icc.image(image) if self._icc else image_by_formula(image)


def _percent(inks: tuple[float, float, float, float]) -> str:
    return " ".join(number(ink / 100) for ink in inks)


def inks_of(theme: Theme) -> Inks:
    """The inks of an edition."""
    if theme.press:
        return Cmyk(theme.press)
    return Gray() if theme.inks == "gray" else Inks()
