"""Colours that a set chart mixes for itself: lightness says how many roles share a region, hue says which.

Comes in: "#rrggbb" colours. Goes out: mixed colours of a given lightness, and contrast ratios (WCAG 2.2).
Refuses: nothing. All mixing is done in linear light, where scaling changes lightness and leaves the hue.
"""

from __future__ import annotations

from collections.abc import Sequence


def linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _expand(red), _expand(green), _expand(blue)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blend(colours: Sequence[str], neutral: str, lightness: float) -> str:
    """The mean of the colours, half of it taken from the neutral, brought to a CIE L* of `lightness`."""
    mixed = [sum(channel) / len(colours) for channel in zip(*map(linear, colours), strict=True)]
    mixed = [(a + b) / 2 for a, b in zip(mixed, linear(neutral), strict=True)]
    target = ((lightness + 16) / 116) ** 3
    now = 0.2126 * mixed[0] + 0.7152 * mixed[1] + 0.0722 * mixed[2]
    scaled = [channel * target / now for channel in mixed]
    over = max((channel - 1) / (channel - target) for channel in scaled) if max(scaled) > 1 else 0.0
    return _hex([channel + (target - channel) * over for channel in scaled])


def readable(colour: str, ground: str, ink: str, ratio: float = 4.5) -> str:
    """The colour, or the ink where the colour would be hard to read."""
    return colour if contrast(colour, ground) >= ratio else ink


def _expand(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _hex(channels: Sequence[float]) -> str:
    def squeeze(value: float) -> int:
        bounded = min(max(value, 0.0), 1.0)
        encoded = 12.92 * bounded if bounded <= 0.0031308 else 1.055 * bounded ** (1 / 2.4) - 0.055
        return round(encoded * 255)

    return "#" + "".join(f"{squeeze(channel):02x}" for channel in channels)
