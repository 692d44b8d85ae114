"""Vector drawings: what charts, logos and codes hand to the page.

Comes in: nothing. Goes out: frozen, picklable drawing operations and the paints that they are made with. Lengths are
points, the origin is the lower left corner and y grows upwards (ISO 32000-1, 8.3.2.3). There are no pixels and no
transparency here, so that every drawing survives any print process.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

# Path segments: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x3, y3), ("Z",)
Segment = tuple[str | float, ...]
FaceName = Literal["regular", "bold", "italic", "bold_italic", "heading", "heading_italic"]
# (a, b, c, d, e, f) as in PDF: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3).
Matrix = tuple[float, float, float, float, float, float]
Nib = tuple[float, float, float, float]  # the first four of a matrix
Circle = tuple[float, float, float]  # x, y and radius

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MITER_LIMIT = 10.0  # of PDF, where nothing else is said (8.4.3.5)


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


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a gradient; `offset` is how far between its ends, 0 to 1."""

    offset: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours that change from one circle to another, or along a line between two circles without radius.

    The colours of the ends go on beyond them (ISO 32000-1, 8.7.4.5.3 and .4). The offsets of the stops, two or more,
    rise strictly from 0 to 1. `matrix` leads from the coordinates of the circles to those of the path.
    """

    start: Circle
    end: Circle
    stops: tuple[Stop, ...]
    radial: bool = False
    matrix: Matrix = IDENTITY

    def under(self, matrix: Matrix) -> Gradient:
        """The gradient of a path that the matrix moves."""
        return replace(self, matrix=times(self.matrix, matrix))


Paint = Colour | Pattern


@dataclass(frozen=True, slots=True)
class Clip:
    """An outline outside which nothing is painted."""

    segments: tuple[Segment, ...]
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked path. `width`, `dash` and `phase` are points; `even_odd` picks the fill rule.

    Only what lies inside all `clips` is painted. `nib` is what a stroke's round pen is stretched and slanted by;
    lengths of the stroke are those before that.
    """

    segments: tuple[Segment, ...]
    fill: Paint | Gradient | None = None
    stroke: Colour | Gradient | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    even_odd: bool = False
    phase: float = 0.0
    miter: float = MITER_LIMIT
    nib: Nib | None = None
    clips: tuple[Clip, ...] = ()


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
    place = (1.0, 0.0, 0.0, 1.0, dx, dy)
    return replace(
        path,
        segments=mapped(path.segments, place),
        fill=path.fill.under(place) if isinstance(path.fill, Gradient) else path.fill,
        stroke=path.stroke.under(place) if isinstance(path.stroke, Gradient) else path.stroke,
        clips=tuple(replace(clip, segments=mapped(clip.segments, place)) for clip in path.clips),
    )


def mapped(segments: Iterable[Segment], matrix: Matrix) -> tuple[Segment, ...]:
    """The segments where the matrix puts their points."""
    a, b, c, d, e, f = matrix
    found: list[Segment] = []
    for kind, *values in segments:
        points = zip(map(float, values[::2]), map(float, values[1::2]), strict=True)
        found.append((kind, *(v for x, y in points for v in (a * x + c * y + e, b * x + d * y + f))))
    return tuple(found)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def inverse(matrix: Matrix) -> Matrix:
    """The matrix that undoes this one. Raises `ZeroDivisionError` where nothing can: all points fell on a line."""
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
