"""Outlines: path data of usvg, what an outline encloses, and how large it is.

Comes in: path data of absolute M, L, Q, C and Z, or segments of drawings. Goes out: segments, boxes, corners, polygons.
Refuses, as `SvgError`, data of any other form and numbers beyond all measure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guidebuild.brand.svg.refusal import refusal
from guidebuild.drawing import Segment
from guidebuild.geometry import Box, Point, Polygon

LARGEST = 1e7
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_COMMAND = re.compile(rf"\s*([MLQCZ])((?:[\s,]*{_NUMBER})*)")
_COUNTS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_TURNS = 8  # straight pieces that stand for a curve where areas are compared


def number(text: str) -> float:
    """A number as usvg writes it. Raises `SvgError`."""
    if not re.fullmatch(_NUMBER, text):
        raise refusal("grammar", what=f"'{text[:40]}' is no number")
    value = float(text)
    if not abs(value) <= LARGEST:
        raise refusal("number")
    return value


def read(data: str) -> tuple[Segment, ...]:
    """The segments of path data; moves that draw nothing are left out. Raises `SvgError`."""
    at, found = 0, []
    while match := _COMMAND.match(data, at):
        at = match.end()
        letter = match[1]
        values = [number(value) for value in re.findall(_NUMBER, match[2])]
        if len(values) != _COUNTS[letter]:
            raise refusal("grammar", what=f"a path with '{match[0].strip()[:40]}'")
        found.append((letter, *values))
    if data[at:].strip():
        raise refusal("grammar", what=f"a path with '{data[at:].strip()[:40]}'")
    return tuple(_settled(found))


def _settled(segments: list[tuple[str | float, ...]]) -> Iterator[Segment]:
    """Quadratic curves as cubic ones, dots as lines without length, no moves that nothing follows."""
    x = y = 0.0
    for segment, after in pairwise([*segments, ("M",)]):
        letter, *values = segment
        numbers = [float(value) for value in values]
        if letter == "M" and after[0] == "M":
            continue
        if letter == "Q":
            px, py, qx, qy = numbers
            yield ("C", x + (px - x) * 2 / 3, y + (py - y) * 2 / 3, qx + (px - qx) * 2 / 3,
                   qy + (py - qy) * 2 / 3, qx, qy)  # fmt: skip
        else:
            yield (letter, *numbers)
        if letter == "M" and after[0] == "Z":
            yield ("L", *numbers)  # PDFium draws no dot for a lone point that is closed
        if numbers:
            x, y = numbers[-2:]


# Boxes


def bounds(segments: Iterable[Segment]) -> Box | None:
    """The smallest box around an outline, curves measured exactly; None where there is none."""
    xs: list[float] = []
    ys: list[float] = []
    for _, *values in segments:
        numbers = [float(value) for value in values]
        if len(numbers) == 6:
            xs += _extremes(xs[-1], *numbers[::2])
            ys += _extremes(ys[-1], *numbers[1::2])
        xs += numbers[-2:-1]
        ys += numbers[-1:]
    return Box(min(xs), min(ys), max(xs), max(ys)) if xs else None


def _extremes(a: float, b: float, c: float, d: float) -> list[float]:
    """Where a cubic curve turns, along one axis."""
    low, high = min(a, d), max(a, d)
    if low <= b <= high and low <= c <= high:
        return []
    p, q, r = -a + 3 * b - 3 * c + d, 2 * (a - 2 * b + c), b - a
    if abs(p) < 1e-12:
        roots = [-r / q] if q else []
    else:
        root = q * q - 4 * p * r
        roots = [(-q + sign * math.sqrt(root)) / (2 * p) for sign in (1, -1)] if root >= 0 else []
    return [_cubic(a, b, c, d, t) for t in roots if 0 < t < 1]


def _cubic(a: float, b: float, c: float, d: float, t: float) -> float:
    s = 1 - t
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d


# Corners


def corners(segments: Iterable[Segment]) -> Iterator[tuple[Point, Point, Point]]:
    """Where a piece of an outline goes on from another: the point, and which way the one ends and the other begins."""
    pieces: list[tuple[Point, ...]] = []
    start = at = (0.0, 0.0)
    for letter, *values in (*segments, ("M", 0.0, 0.0)):
        numbers = [float(value) for value in values]
        points = tuple(zip(numbers[::2], numbers[1::2], strict=True)) or (start,)
        if letter != "M" and any(point != at for point in points):
            pieces.append((at, *points))
        at = points[-1]
        if letter in ("M", "Z"):
            yield from _turns([*pieces, *pieces[:1]] if letter == "Z" else pieces)
            pieces, start = [], at


def _turns(pieces: list[tuple[Point, ...]]) -> Iterator[tuple[Point, Point, Point]]:
    for before, after in pairwise(pieces):
        x, y = after[0]
        from_x, from_y = next(point for point in reversed(before) if point != (x, y))
        to_x, to_y = next(point for point in after if point != (x, y))
        yield (x, y), (x - from_x, y - from_y), (to_x - x, to_y - y)


# Areas


def polygons(segments: Iterable[Segment]) -> tuple[Polygon, ...]:
    """The closed polygons of an outline, curves in straight pieces."""
    found: list[list[Point]] = []
    for letter, *values in segments:
        numbers = [float(value) for value in values]
        if letter == "M":
            found.append([(numbers[0], numbers[1])])
        elif letter == "L":
            found[-1].append((numbers[0], numbers[1]))
        elif letter == "C":
            x, y = found[-1][-1]
            (x1, x2, x3), (y1, y2, y3) = numbers[::2], numbers[1::2]
            shares = [n / _TURNS for n in range(1, _TURNS + 1)]
            found[-1] += [(_cubic(x, x1, x2, x3, t), _cubic(y, y1, y2, y3, t)) for t in shares]
        else:
            found.append([found[-1][0]])
    return tuple(tuple(points) for points in found if len(points) > 1)
