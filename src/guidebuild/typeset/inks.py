"""Inks: how a colour "#rrggbb" becomes operators of a page (ISO 32000-1, 8.6.8).

Comes in: the colours of palettes, drawings and pages, which are always "#rrggbb", and bitmaps in RGB. Goes out: the
operators of the one colour space that the edition is made in, and bitmaps in it. Refuses: nothing. The pen asks here
for every mark, so that no other part of typeset knows what a file is printed with.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from guidebuild.brand.theme import Theme


def number(value: float) -> str:
    """A length or a share with at most three decimals and no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Inks:
    """Red, green and blue light: the screen's inks, and the office printer's, which makes its own of them."""

    def fill(self, colour: str) -> str:
        """What sets the colour of areas."""
        return f"{_rgb(colour)} rg"

    def stroke(self, colour: str) -> str:
        """What sets the colour of lines."""
        return f"{_rgb(colour)} RG"

    def text(self, colour: str) -> str:
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


def inks_of(theme: Theme) -> Inks:  # noqa: ARG001 -- the only inks so far
    """The inks of an edition."""
    return Inks()
