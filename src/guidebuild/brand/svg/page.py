"""The page of a drawing: which part of its plane a browser shows, with y turned upwards.

Comes in: usvg's root element. Goes out: the page as a box that begins at 0, 0, and the matrix that leads to it.
Refuses, as `SvgError`, a page without a size.
"""

from __future__ import annotations

from typing import Any

from guidebuild.brand.svg.outline import number
from guidebuild.brand.svg.refusal import refusal
from guidebuild.drawing import Matrix
from guidebuild.geometry import Box

_SIDES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def page_of(root: Any) -> tuple[Box, Matrix]:
    """The page, in units of the drawing (those of its height, where a page stretches it).

    Raises `SvgError` for a page without a size.
    """
    view = [number(value) for value in root.get("viewBox", "").replace(",", " ").split()]
    size = [number(root.get(name, "0").removesuffix("px")) for name in ("width", "height")]
    x, y, width, height = view if len(view) == 4 else (0.0, 0.0, *size)
    across, up = size[0] or width, size[1] or height
    if min(width, height, across, up) <= 0:
        raise refusal("viewBox")
    fit, _, way = root.get("preserveAspectRatio", "xMidYMid meet").partition(" ")
    if fit == "none":
        stretch = (across / width) / (up / height)
        return Box(0.0, 0.0, width * stretch, height), (stretch, 0.0, 0.0, -1.0, -x * stretch, y + height)
    scale = (max if way == "slice" else min)(across / width, up / height)
    shown = (across / scale, up / scale)
    left = x - (shown[0] - width) * _SIDES[fit[1:4]]
    top = y - (shown[1] - height) * _SIDES[fit[5:8]]
    return Box(0.0, 0.0, *shown), (1.0, 0.0, 0.0, -1.0, -left, top + shown[1])
