"""Clips: what of a mark is left by clip paths, masks of plain white shapes, and the edge of the page.

Comes in: elements of usvg's form and the matrix that they stand under. Goes out: clips of drawings, all of which hold
at once; one without segments hides everything. Refuses, as `SvgError`, masks with shades, and clips of several shapes
that one outline cannot stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import combinations, islice
from typing import Any

from guidebuild.brand.svg.attributes import matrix_of, referred, share
from guidebuild.brand.svg.ink import bounded, ink
from guidebuild.brand.svg.names import SVG
from guidebuild.brand.svg.outline import bounds, number, polygons
from guidebuild.brand.svg.outline import read as read_outline
from guidebuild.brand.svg.refusal import refusal
from guidebuild.brand.svg.sketch import Mark
from guidebuild.drawing import IDENTITY, Clip, Matrix, mapped, rect, times
from guidebuild.geometry import Box, area

_DEEPEST = 20
_MOST_WORK = 150_000
_MOST_PAIRS = 20_000
_EDGE = 0.005  # how far over the edge of its page a mark may reach uncut, of the longer side: a hair
_REGION = {"x": "-0.1", "y": "-0.1", "width": "1.2", "height": "1.2"}  # of a mask, where nothing is said


class Clips:
    """The clip paths and masks of one drawing, by name."""

    def __init__(self, named: dict[str, Any], alpha_masks: frozenset[str]) -> None:
        self._named, self._alpha = named, alpha_masks
        self._left = _MOST_WORK

    def spend(self, points: int) -> None:
        """Count points of clips that are looked at. Raises `SvgError` where few bytes make many of them."""
        self._left -= points
        if self._left < 0:
            raise refusal("size", what="its clips have too many points")

    def of(self, element: Any, matrix: Matrix) -> tuple[Clip, ...]:
        """What an element is cut along; `matrix` is its own."""
        found: tuple[Clip, ...] = ()
        if name := referred(element.get("clip-path")):
            found += self._clip(self._get(name), element, matrix, 0)
        if name := referred(element.get("mask")):
            found += self._mask(name, element, matrix)
        return found

    def _get(self, name: str) -> Any:
        element = self._named.get(name)
        if element is None:
            raise refusal("grammar", what=f"'{name[:40]}' is not there")
        return element

    def _clip(self, clip: Any, element: Any, matrix: Matrix, depth: int) -> tuple[Clip, ...]:
        if depth > _DEEPEST:
            raise refusal("size")
        moved = times(matrix_of(clip.get("transform")), matrix)
        inner = self._units(clip, "clipPathUnits", "userSpaceOnUse", element, moved)
        if inner is None:
            return (Clip(()),)
        found = self._united(clip, inner, depth)
        if name := referred(clip.get("clip-path")):
            found += self._clip(self._get(name), element, matrix, depth + 1)
        return found

    def _units(self, part: Any, key: str, otherwise: str, element: Any, matrix: Matrix) -> Matrix | None:
        """The matrix of what stands in a clip path or mask; None for a share of a box that is not there."""
        if part.get(key, otherwise) == "userSpaceOnUse":
            return matrix
        box = self._box(element)
        if box is None or not box.width or not box.height:
            return None
        return times((box.width, 0.0, 0.0, box.height, box.x0, box.y0), matrix)

    def _box(self, element: Any) -> Box | None:
        """The box of an element in its own coordinates: of a group around the boxes of its children, as browsers do."""
        if element.tag.endswith("}path"):
            outline = read_outline(element.get("d", ""))
            self.spend(len(outline))
            return bounds(outline)
        boxes = []
        for child in element.iterchildren(f"{SVG}path", f"{SVG}g"):
            if box := self._box(child):
                corners = tuple(("M", *point) for point in box.corners())
                boxes.append(bounds(mapped(corners, matrix_of(child.get("transform")))))
        return reduce(Box.join, filter(None, boxes)) if any(boxes) else None

    def _united(self, parent: Any, matrix: Matrix, depth: int) -> tuple[Clip, ...]:
        """The outlines of all children as one; a child that is cut itself must be the only one."""
        shapes: list[Clip] = []
        further: tuple[Clip, ...] = ()
        for child, place in _paths(parent, matrix):
            if child.get("visibility", "visible") != "visible":
                continue
            outline = mapped(read_outline(child.get("d", "")), place)
            self.spend(len(outline))
            shapes.append(Clip(outline, child.get("clip-rule") == "evenodd"))
            for holder in _up_to(child, parent):
                if name := referred(holder.get("clip-path")):
                    if holder.getparent() is not parent and holder is not child:
                        raise refusal("clip-path")
                    further += self._clip(self._get(name), holder, place, depth + 1)
        if len(shapes) > 1 and (further or not _is_one_outline(shapes)):
            raise refusal("clip-path")
        united = tuple(segment for shape in shapes for segment in shape.segments)
        return (Clip(united, len(shapes) == 1 and shapes[0].even_odd), *further)

    def _mask(self, name: str, element: Any, matrix: Matrix) -> tuple[Clip, ...]:
        """A mask whose shapes are all solid white, or solid at all where only that counts, is a clip."""
        mask = self._get(name)
        shapes = list(_paths(mask, IDENTITY))
        by_opacity = name in self._alpha or mask.get("mask-type") == "alpha"
        plain = all(_is_solid(shape, white=not by_opacity) for shape, _ in shapes)
        if mask.get("mask") or not plain or any(_is_shaded(child) for child in mask.iter("{*}g")):
            raise refusal("mask")
        region = self._units(mask, "maskUnits", "objectBoundingBox", element, matrix)
        inner = self._units(mask, "maskContentUnits", "userSpaceOnUse", element, matrix)
        if region is None or inner is None:
            return (Clip(()),)
        x, y, width, height = (number(mask.get(key, value)) for key, value in _REGION.items())
        return (Clip(mapped(rect(x, y, width, height), region)), *self._united(mask, inner, 0))


def _paths(parent: Any, matrix: Matrix) -> Iterator[tuple[Any, Matrix]]:
    """The paths below an element, each with its matrix."""
    for child in parent.iterchildren("*"):
        place = times(matrix_of(child.get("transform")), matrix)
        if child.tag.endswith("}path"):
            yield child, place
        elif child.tag.endswith("}g"):
            yield from _paths(child, place)
        else:
            raise refusal("image" if child.tag.endswith("}image") else "grammar")


def _up_to(element: Any, ancestor: Any) -> Iterator[Any]:
    """An element and those around it, inside an ancestor."""
    while element is not ancestor:
        yield element
        element = element.getparent()


def _is_one_outline(shapes: list[Clip]) -> bool:
    """Whether filling all shapes at once, by the nonzero rule, covers what filling each of them covers."""
    if any(shape.even_odd for shape in shapes):
        return False
    turns = {area(polygon) > 0 for shape in shapes for polygon in polygons(shape.segments)}
    if len(turns) == 1:
        return True
    boxes = [bounds(shape.segments) for shape in shapes]
    pairs = list(islice(combinations(boxes, 2), _MOST_PAIRS + 1))
    return len(pairs) <= _MOST_PAIRS and not any(a and b and a.meet(b) for a, b in pairs)


def _is_solid(path: Any, *, white: bool) -> bool:
    fill = path.get("fill", "#000000")
    solid = share(path.get("fill-opacity")) == 1 and path.get("stroke", "none") == "none"
    return solid and (fill == "#ffffff" if white else fill.startswith("#"))


def _is_shaded(group: Any) -> bool:
    return any(group.get(name) for name in ("opacity", "filter", "mask", "style"))


# The page


def cut_away(mark: Mark, page: Box) -> Iterator[Mark]:
    """The mark, cut at the edge of the page where it reaches over that; nothing where it lies beside it."""
    box = ink(mark.path)
    seen = box.meet(page) if box else None
    empty = seen is None or (not seen.width and not seen.height)
    if box is None or empty or (mark.path.fill and not (box.width and box.height)):
        return
    whole = bounded(mark.path)
    clips = [clip for clip in mark.path.clips if not (whole and _holds(clip, whole))]
    if not page.holds(box, _EDGE * max(page.width, page.height)):
        clips.insert(0, Clip(rect(page.x0, page.y0, page.width, page.height)))
    yield replace(mark, path=replace(mark.path, clips=tuple(clips)))


def _holds(clip: Clip, box: Box) -> bool:
    """Whether a clip is a rectangle that changes nothing of what lies in a box."""
    outer = bounds(clip.segments)
    corners = set(outer.corners()) if outer else set()
    straight = "".join(str(segment[0]) for segment in clip.segments) == "MLLLZ"
    points = {segment[1:] for segment in clip.segments[:4]}
    return bool(outer and straight and points == corners and outer.holds(box))
