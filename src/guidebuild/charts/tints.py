"""Colours that a set chart mixes for itself: lightness says how many roles share a region, hue says which.

Comes in: colours. Goes out: mixed colours of a given lightness, and the readable one of two. All mixing is done in
linear light, where scaling changes lightness and leaves the hue.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.brand.colour import channels, contrast
from guidebuild.drawing import Colour, unnamed


def linear(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = channels(colour.rgb)
    return _expand(red), _expand(green), _expand(blue)


def blend(colours: Sequence[Colour], neutral: Colour, lightness: float) -> Colour:
    """The mean of the colours, half of it taken from the neutral, brought to a CIE L* of `lightness`."""
    mixed = [sum(channel) / len(colours) for channel in zip(*map(linear, colours), strict=True)]
    mixed = [(a + b) / 2 for a, b in zip(mixed, linear(neutral), strict=True)]
    target = ((lightness + 16) / 116) ** 3
    now = 0.2126 * mixed[0] + 0.7152 * mixed[1] + 0.0722 * mixed[2]
    scaled = [channel * target / now for channel in mixed]
    over = max((channel - 1) / (channel - target) for channel in scaled) if max(scaled) > 1 else 0.0
    return unnamed(_hex([channel + (target - channel) * over for channel in scaled]))


def readable(colour: Colour, ground: Colour, ink: Colour, ratio: float = 4.5) -> Colour:
    """The colour, or the ink where the colour would be hard to read."""
    return colour if contrast(colour.rgb, ground.rgb) >= ratio else ink


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _hex(channels: Sequence[float]) -> str:
    def squeeze(value: float) -> int:
        bounded = min(max(value, 0.0), 1.0)
        encoded = 12.92 * bounded if bounded <= 0.0031308 else 1.055 * bounded ** (1 / 2.4) - 0.055
        return round(encoded * 255)

    return "#" + "".join(f"{squeeze(channel):02x}" for channel in channels)
