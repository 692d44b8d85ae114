"""Colour arithmetic: OKLCH, WCAG contrast, and the nearest colour that can be read.

Comes in: colours as "#rrggbb" and numbers. Goes out: colours as "#rrggbb". Refuses: what is not a colour,
with `ValueError`. OKLab after Björn Ottosson (2020); contrast after WCAG 2.2, "contrast ratio".
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

WHITE, BLACK = "#ffffff", "#000000"
STEP = 0.005


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma 0 to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def parse(text: str) -> str:
    """Any opaque CSS colour (hex, name, rgb(), hsl()) as "#rrggbb". Raises `ValueError` for anything else."""
    from PIL import ImageColor

    try:
        red, green, blue, *alpha = ImageColor.getrgb(text.strip().lower())
    except (ValueError, AttributeError) as err:
        raise ValueError(f"'{text[:60]}' is not a colour") from err
    if alpha and alpha[0] != 255:
        raise ValueError(f"'{text[:60]}' is see-through; print needs a solid colour")
    return f"#{red:02x}{green:02x}{blue:02x}"


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _gamma(value: float) -> float:
    if value <= 0.0031308:
        return 12.92 * value
    return float(1.055 * value ** (1 / 2.4) - 0.055)


def oklab(colour: str) -> tuple[float, float, float]:
    """Lightness, green-red and blue-yellow; equal distances look about equally different."""
    red, green, blue = (_linear(value) for value in channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def oklch(colour: str) -> Oklch:
    """The colour as lightness, chroma and hue."""
    lightness, a, b = oklab(colour)
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def _rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour; chroma is capped where the screen's gamut ends, lightness and hue stay."""
    lightness = min(max(lightness, 0.0), 1.0)
    while not _inside(_rgb(lightness, chroma, hue)):
        chroma *= 0.96 if chroma > 1e-4 else 0.0
    rgb = (round(255 * _gamma(min(max(value, 0.0), 1.0))) for value in _rgb(lightness, chroma, hue))
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _inside(rgb: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= value <= 1 + 1e-4 for value in rgb)


def hue_distance(one: float, other: float) -> float:
    """The shorter way round the circle, in degrees."""
    return abs((one - other + 180) % 360 - 180)


def difference(one: str, other: str) -> float:
    """How different two colours look: the distance in OKLab (black to white is 1)."""
    return math.dist(oklab(one), oklab(other))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    red, green, blue = (_linear(value) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def passes(colour: str, others: Iterable[str], ratio: float) -> bool:
    """Whether the colour stands out from every one of the others."""
    return all(contrast(colour, other) >= ratio for other in others)


def darkened(colour: str, others: Iterable[str], ratio: float) -> str:
    """The colour, its lightness lowered in small steps until it passes; black if nothing else does."""
    others = tuple(others)
    start = oklch(colour)
    steps = 0
    while not passes(colour, others, ratio):
        steps += 1
        lightness = start.lightness - steps * STEP
        if lightness <= 0:
            return BLACK
        colour = from_oklch(lightness, start.chroma, start.hue)
    return colour


def nearest_passing(colour: str, others: Iterable[str], ratio: float) -> str:
    """The colour of the same hue that passes with the least change of lightness, lighter or darker.

    Raises `ValueError` when neither white nor black would pass.
    """
    others = tuple(others)
    if passes(colour, others, ratio):
        return colour
    start = oklch(colour)
    for step in range(1, round(1 / STEP) + 1):
        for lightness in (start.lightness - step * STEP, start.lightness + step * STEP):
            near = from_oklch(lightness, start.chroma, start.hue)
            if passes(near, others, ratio):
                return near
    raise ValueError(f"no shade of {colour} reaches {ratio}:1 on {', '.join(others)}")
