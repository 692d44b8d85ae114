"""Vector drawings: what charts, logos and codes hand to the page.

Comes in: nothing. Goes out: frozen, picklable drawing operations and the paints that they are made with. Lengths are
points, the origin is the lower left corner and y grows upwards (ISO 32000-1, 8.3.2.3). There are no pixels, no
transparency and no gradients here, so that every drawing survives any print process.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

# Path segments: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x3, y3), ("Z",)
Segment = tuple[str | float, ...]
FaceName = Literal["regular", "bold", "italic", "bold_italic"]


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its name in the palette ("primary", "role-1-tint2") and as "#rrggbb".

    The name tells colours apart that look alike on a screen: a press may print each in inks of its own.
    """

    name: str
    rgb: str


def unnamed(rgb: str) -> Colour:
    """A colour that is in no palette, as of a logo: its name is what it looks like."""
    return Colour(rgb, rgb)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A tile, by its name, that is repeated over an area where there is one ink, and the colour that it lies on."""

    name: str
    on: Colour

    @property
    def fine(self) -> Pattern:
        """The same in small, for marks."""
        return Pattern(f"{self.name}-fine", self.on)


Paint = Colour | Pattern


@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked path. `width` and `dash` are points; `even_odd` picks the fill rule."""

    segments: tuple[Segment, ...]
    fill: Paint | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of live text; `x`, `y` is the start of its baseline, whatever the anchor was."""

    x: float
    y: float
    text: str
    face: FaceName
    size: float
    colour: Colour
    tracking: float = 0.0


Op = Path | TextRun


@dataclass(frozen=True, slots=True)
class Drawing:
    """`width` x `height` points of operations, painted in order."""

    width: float
    height: float
    ops: tuple[Op, ...]
    alt: str = ""

    def texts(self) -> Iterator[str]:
        """The words of the drawing in painting order."""
        return (op.text for op in self.ops if isinstance(op, TextRun))


_KAPPA = 0.5522847498


def circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    """Four Bézier arcs, counter-clockwise from the right; within 0.03 % of a true circle."""
    k = r * _KAPPA
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )


def rect(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    """A rectangle from its lower left corner."""
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))


def arc(x: float, y: float, r: float, start: float, end: float) -> list[Segment]:
    """Bézier arcs along a circle from one angle to another (radians), without the move to its first point.

    Each turns at most 45 degrees, which keeps a circle of a page's width true to a ten-thousandth of a point.
    """
    count = max(1, math.ceil(abs(end - start) / (math.pi / 4) - 1e-9))
    step = (end - start) / count
    reach = 4 / 3 * math.tan(step / 4) * r
    segments: list[Segment] = []
    for n in range(count):
        a, b = start + n * step, start + (n + 1) * step
        x0, y0 = x + r * math.cos(a), y + r * math.sin(a)
        x3, y3 = x + r * math.cos(b), y + r * math.sin(b)
        c1 = (x0 - reach * math.sin(a), y0 + reach * math.cos(a))
        c2 = (x3 + reach * math.sin(b), y3 - reach * math.cos(b))
        segments.append(("C", *c1, *c2, x3, y3))
    return segments


def moved(path: Path, dx: float, dy: float) -> Path:
    """The same path somewhere else."""
    segments = [
        (kind, *(float(v) + (dx if i % 2 == 0 else dy) for i, v in enumerate(values)))
        for kind, *values in path.segments
    ]
    return replace(path, segments=tuple(segments))
