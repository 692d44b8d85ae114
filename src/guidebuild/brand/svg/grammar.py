"""The small grammar that usvg writes, as a `Sketch`.

Comes in: usvg's output. Goes out: fills and strokes in one system of coordinates, with their clips, opacities and
gradients. Refuses, as `SvgError` without a line, what a page cannot have: filters, pictures, patterns, blending, masks
with shades; and every element and attribute that is not of the grammar.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from guidebuild.brand.svg import gradients
from guidebuild.brand.svg.attributes import attribute, colour, matrix_of, referred, share
from guidebuild.brand.svg.clips import Clips, cut_away
from guidebuild.brand.svg.outline import bounds, number
from guidebuild.brand.svg.outline import read as read_outline
from guidebuild.brand.svg.page import page_of
from guidebuild.brand.svg.refusal import refusal
from guidebuild.brand.svg.sketch import Group, Mark, Sketch, painted
from guidebuild.drawing import Clip, Colour, Gradient, Matrix, Path, mapped, times
from guidebuild.geometry import Box

MOST_SEGMENTS = 50_000
_GROUP = {"id", "transform", "opacity", "clip-path", "mask", "filter", "style", "enable-background"}
_PATH = {
    "id", "d", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "paint-order", "visibility",
    "clip-path", "clip-rule", "shape-rendering",
}  # fmt: skip
_FEATURES = {"image": "image", "filter": "filter", "text": "text"}
_EVEN = 0.01  # how much longer a stroke's pen may be in one direction and still count as round


def read(root: Any, alpha_masks: frozenset[str] = frozenset()) -> Sketch:
    """The drawing of usvg's root element; `alpha_masks` are the masks that go by opacity, whatever their colour."""
    return _Reader(root, alpha_masks).sketch()


class _Reader:
    def __init__(self, root: Any, alpha_masks: frozenset[str]) -> None:
        self.root = root
        self.named = {
            str(element.get("id")): element
            for defs in root.iterchildren("{*}defs")
            for element in defs.iterchildren()
        }
        self.clips = Clips(self.named, alpha_masks)
        self.page, self.matrix = page_of(root)
        self.segments = 0

    def sketch(self) -> Sketch:
        """What the tree of usvg paints. Raises `SvgError` where that is nothing, or cannot be drawn."""
        children = tuple(self._children(self.root, self.matrix, ()))
        if not any(True for _ in _marks(children)):
            raise refusal("nothing")
        return Sketch(self.page.width, self.page.height, Group(children))

    def _children(self, parent: Any, matrix: Matrix, clips: tuple[Clip, ...]) -> Iterator[Mark | Group]:
        for element in parent.iterchildren("*"):
            name = element.tag.rpartition("}")[2]
            if name == "g":
                yield from self._group(element, matrix, clips)
            elif name == "path":
                yield from self._path(element, matrix, clips)
            elif name != "defs":
                raise refusal(_FEATURES.get(name, "grammar"), what="" if name in _FEATURES else f"<{name}>")

    def _group(self, element: Any, matrix: Matrix, clips: tuple[Clip, ...]) -> Iterator[Mark | Group]:
        _require(element, _GROUP)
        if element.get("filter"):
            raise refusal("filter")
        style = element.get("style", "").replace(" ", "")
        if style and "mix-blend-mode:normal" not in style:
            raise refusal("blend")
        opacity = share(element.get("opacity"))
        matrix = times(matrix_of(element.get("transform")), matrix)
        if not opacity or not matrix[0] * matrix[3] - matrix[1] * matrix[2]:
            return
        clips = self._narrowed(clips, element, matrix)
        if any(not clip.segments for clip in clips):
            return
        children = self._children(element, matrix, clips)
        if opacity == 1:
            yield from children
        else:
            yield Group(tuple(children), opacity)

    def _path(self, element: Any, matrix: Matrix, clips: tuple[Clip, ...]) -> Iterator[Mark]:
        _require(element, _PATH)
        if element.get("visibility", "visible") != "visible":
            return
        own = read_outline(element.get("d", ""))
        self.segments += len(own)
        if self.segments > MOST_SEGMENTS:
            raise refusal("size", what=f"its outlines have more than {MOST_SEGMENTS:,} points")
        clips = self._narrowed(clips, element, matrix)
        self.clips.spend(sum(len(clip.segments) for clip in clips))
        plain = Path(mapped(own, matrix), even_odd=element.get("fill-rule") == "evenodd", clips=clips)
        stroked = replace(plain, **_pen(element, matrix))
        wanted = [("fill", "#000000", plain), ("stroke", "none", stroked)]
        order = attribute(element, "paint-order", "normal").split()
        if "stroke" in order and "fill" not in order[: order.index("stroke")]:
            wanted.reverse()
        for what, otherwise, path in wanted:
            paint = self._paint(attribute(element, what, otherwise), bounds(own), matrix)
            opacity = share(element.get(f"{what}-opacity"))
            if paint and opacity:
                mark = Mark(painted(path, what, paint[0]), opacity, paint[1])
                yield from cut_away(mark, self.page)

    def _narrowed(self, clips: tuple[Clip, ...], element: Any, matrix: Matrix) -> tuple[Clip, ...]:
        """The clips around an element and its own, each once."""
        return (*clips, *(clip for clip in self.clips.of(element, matrix) if clip not in clips))

    def _paint(
        self, text: str, box: Box | None, matrix: Matrix
    ) -> tuple[Colour | Gradient, tuple[float, ...]] | None:
        if text == "none":
            return None
        if not text.startswith("url("):
            return colour(text), ()
        element = self.named.get(referred(text))
        kind = "" if element is None else element.tag.rpartition("}")[2]
        if kind == "pattern":
            raise refusal("pattern")
        if kind not in ("linearGradient", "radialGradient"):
            raise refusal("gradient")
        paint = gradients.read(element, box, matrix)
        return None if paint and not any(paint[1]) else paint


def _require(element: Any, known: set[str]) -> None:
    for name in element.attrib:
        if name not in known:
            raise refusal("grammar", what=f"the attribute '{name[:40]}'")


def _pen(element: Any, matrix: Matrix) -> dict[str, Any]:
    """What a stroke is drawn with. A pen that the matrix does not leave round keeps its own lengths, and a nib."""
    a, b, c, d = matrix[:4]
    across, up = math.hypot(a, b), math.hypot(c, d)
    is_round = abs(across - up) <= _EVEN * across and abs(a * c + b * d) <= _EVEN * across * up
    growth = math.sqrt(abs(a * d - b * c)) if is_round else 1.0
    dashes = [number(dash) for dash in element.get("stroke-dasharray", "").replace(",", " ").split()]
    return {
        "width": number(element.get("stroke-width", "1")) * growth,
        "dash": tuple(dash * growth for dash in dashes),
        "phase": number(element.get("stroke-dashoffset", "0")) * growth if dashes else 0.0,
        "cap": cast(Any, element.get("stroke-linecap", "butt")),
        "join": cast(Any, element.get("stroke-linejoin", "miter")),
        "miter": number(element.get("stroke-miterlimit", "4")),
        "nib": None if is_round else (a, b, c, d),
    }


def _marks(children: tuple[Mark | Group, ...]) -> Iterator[Mark]:
    for child in children:
        if isinstance(child, Mark):
            yield child
        else:
            yield from _marks(child.children)
