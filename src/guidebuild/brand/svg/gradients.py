"""Gradients of usvg's form as gradients of drawings.

Comes in: a `linearGradient` or `radialGradient` element, the box of what it fills, and the matrix of that. Goes out: a
`Gradient` and the opacity of each of its stops, or the one colour that is seen of it. Refuses, as `SvgError`, gradients
that repeat.
"""

from __future__ import annotations

import math
from typing import Any

from guidebuild.brand.svg.attributes import attribute, colour, matrix_of, share
from guidebuild.brand.svg.outline import number
from guidebuild.brand.svg.refusal import refusal
from guidebuild.drawing import Circle, Colour, Gradient, Matrix, Stop, times
from guidebuild.geometry import Box

_APART = 1e-4  # how far stops at one place are moved apart, of the way from end to end
_INSIDE = 0.999  # how far from the centre the focus may be, of the radius
_FLAT = 1e-9


def read(element: Any, box: Box | None, matrix: Matrix) -> tuple[Colour | Gradient, tuple[float, ...]] | None:
    """The paint and the opacity of its stops; None where nothing is painted.

    Raises `SvgError` for a gradient that repeats.
    """
    if attribute(element, "spreadMethod", "pad") != "pad":
        raise refusal("spreadMethod")
    stops = [
        (number(stop.get("offset", "0")), colour(stop.get("stop-color")), share(stop.get("stop-opacity")))
        for stop in element.iterchildren("{*}stop")
    ]
    if not stops:
        return None
    *_, (_, last, last_share) = stops
    if attribute(element, "gradientUnits", "objectBoundingBox") == "objectBoundingBox":
        if box is None or not box.width or not box.height:
            return None
        matrix = times((box.width, 0.0, 0.0, box.height, box.x0, box.y0), matrix)
    matrix = times(matrix_of(element.get("gradientTransform")), matrix)
    radial = element.tag.endswith("radialGradient")
    start, end = _circles(element, radial=radial)
    det = matrix[0] * matrix[3] - matrix[1] * matrix[2]
    if len(stops) == 1 or abs(det) < _FLAT**2 or (not end[2] if radial else start == end):
        return last, (last_share,)
    spread = _spread(stops)
    colours = tuple(Stop(offset, found) for offset, found, _ in spread)
    return Gradient(start, end, colours, radial, matrix), tuple(opacity for _, _, opacity in spread)


def _circles(element: Any, *, radial: bool) -> tuple[Circle, Circle]:
    values = {
        name: number(element.get(name, "0")) for name in ("x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy")
    }
    if not radial:
        return (values["x1"], values["y1"], 0.0), (values["x2"], values["y2"], 0.0)
    x, y, r = values["cx"], values["cy"], values["r"]
    across, up = values["fx"] - x, values["fy"] - y
    far = math.hypot(across, up)
    if far > _INSIDE * r:
        across, up = across * _INSIDE * r / far, up * _INSIDE * r / far
    return (x + across, y + up, 0.0), (x, y, r)


def _spread(stops: list[tuple[float, Colour, float]]) -> list[tuple[float, Colour, float]]:
    """The stops from 0 to 1, each after the one before it."""
    placed, least = [], 0.0
    for offset, found, opacity in stops:
        placed.append((max(offset, least), found, opacity))
        least = placed[-1][0] + _APART
    if placed[0][0] > 0:
        placed.insert(0, (0.0, *placed[0][1:]))
    most = 1.0
    if placed[-1][0] < 1:
        placed.append((1.0, *placed[-1][1:]))
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = (min(placed[index][0], most), *placed[index][1:])
        most = placed[index][0] - _APART
    return placed
