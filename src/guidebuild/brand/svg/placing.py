"""A sketch on a ground: see-through parts become solid, margins fall, the longer side becomes 400 points.

Comes in: a `Sketch` and the colour that it stands on. Goes out: a `Drawing`. Refuses, as `SvgError`, what is
see-through over more than one colour: paper takes no layers, and PDF/X-1a no transparency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from guidebuild.brand.svg.ink import ink
from guidebuild.brand.svg.refusal import refusal
from guidebuild.brand.svg.regions import Region
from guidebuild.brand.svg.sketch import Group, Mark, Sketch, painted
from guidebuild.drawing import (
    Clip,
    Colour,
    Drawing,
    Gradient,
    Matrix,
    Nib,
    Path,
    Segment,
    Stop,
    mapped,
    unnamed,
)
from guidebuild.geometry import Box

LONGEST_SIDE = 400.0
MARGIN = 0.02  # of the longer side: empty edges up to this stay as they were drawn
MOST_SEE_THROUGH = 300  # each is compared with all that lies below it
_PARTS = 8  # pieces of a gradient whose colour and opacity both change


def on(sketch: Sketch, ground: str) -> Drawing:
    """The drawing. Raises `SvgError`."""
    paths: list[Path] = []
    for mark in _flat(sketch.content, ground):
        _append(paths, _solid(mark, ground) if not mark.is_solid else mark.path)
    page = Box(0.0, 0.0, sketch.width, sketch.height)
    box = _cropped(page, _seen(paths, ground))
    scale = LONGEST_SIDE / max(box.width, box.height)
    matrix = (scale, 0.0, 0.0, scale, -box.x0 * scale, -box.y0 * scale)
    return Drawing(
        round(box.width * scale, 2), round(box.height * scale, 2), tuple(_at(path, matrix) for path in paths)
    )


def check(sketch: Sketch) -> None:
    """Raises `SvgError` for what no ground makes solid, and for so many see-through parts that none can say."""
    if _see_through(sketch.content) > MOST_SEE_THROUGH:
        raise refusal("size", what=f"more than {MOST_SEE_THROUGH} parts of it are see-through")
    _flat(sketch.content, "#ffffff")


def _see_through(group: Group) -> int:
    return sum(
        int(not child.is_solid) if isinstance(child, Mark) else 1 + _see_through(child)
        for child in group.children
    )


# See-through parts


def _flat(group: Group, ground: str = "") -> list[Mark]:
    """The marks of a group in order. Without a ground, those with nothing of the group below them stay see-through."""
    found: list[Mark] = []
    below: list[Region] = []
    for child in group.children:
        marks = [child] if isinstance(child, Mark) else [
            replace(mark, opacity=mark.opacity * child.opacity) for mark in _flat(child)
        ]  # fmt: skip
        placed = [mark if mark.is_solid else _over(mark, below, ground) for mark in marks]
        found += placed
        below += map(Region, placed)
    return found


def _over(mark: Mark, below: list[Region], ground: str) -> Mark:
    """The mark as it looks on what is below it: one solid colour, or nothing."""
    region = Region(mark)
    for other in reversed(below):
        if other.meets(region):
            colour = other.mark.path.fill
            if not (other.mark.is_solid and isinstance(colour, Colour) and other.holds(region)):
                raise refusal("opacity")
            return Mark(_solid(mark, colour.rgb))
    return Mark(_solid(mark, ground)) if ground else mark


def _solid(mark: Mark, ground: str) -> Path:
    """The path in the colours that are seen of it on one colour."""
    what = "fill" if mark.path.fill else "stroke"
    paint = getattr(mark.path, what)
    if isinstance(paint, Gradient):
        solid: Colour | Gradient = replace(paint, stops=tuple(_blended_stops(mark, paint, ground)))
    else:
        solid = _blended(paint, ground, mark.opacity * (mark.stops or (1.0,))[0])
    return painted(mark.path, what, solid)


def _blended_stops(mark: Mark, gradient: Gradient, ground: str) -> Iterator[Stop]:
    shares = mark.stops or (1.0,) * len(gradient.stops)
    pairs = list(zip(gradient.stops, shares, strict=True))
    for (before, low), (after, high) in pairwise(pairs):
        parts = _PARTS if low != high and before.colour != after.colour else 1
        for part in range(parts):
            at = part / parts
            colour = _blended(after.colour, before.colour.rgb, at)
            opacity = mark.opacity * (low + (high - low) * at)
            offset = before.offset + (after.offset - before.offset) * at
            yield Stop(offset, _blended(colour, ground, opacity))
    last, share = pairs[-1]
    yield Stop(last.offset, _blended(last.colour, ground, mark.opacity * share))


def _blended(colour: Colour, ground: str, opacity: float) -> Colour:
    if opacity >= 1:
        return colour
    channels = ((int(colour.rgb[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return unnamed("#{:02x}{:02x}{:02x}".format(*(round(g + (c - g) * opacity) for c, g in channels)))


def _append(paths: list[Path], path: Path) -> None:
    """A stroke right after the fill of the same outline is one path with it."""
    last = paths[-1] if paths else None
    both = last and last.fill and not last.stroke and path.stroke and last.segments is path.segments
    if last and both and last.clips == path.clips:
        paths[-1] = replace(path, fill=last.fill)
    else:
        paths.append(path)


# The place on the page


def _seen(paths: list[Path], ground: str) -> Box | None:
    """The box around all ink in another colour than the ground."""
    boxes = [
        box
        for path in paths
        if _paints(path) != {ground} and (box := ink(path)) and (box.width or box.height)
    ]
    return reduce(Box.join, boxes) if boxes else None


def _paints(path: Path) -> set[str]:
    found: set[str] = set()
    for paint in (path.fill, path.stroke):
        if isinstance(paint, Gradient):
            found |= {stop.colour.rgb for stop in paint.stops}
        elif isinstance(paint, Colour):
            found.add(paint.rgb)
    return found


def _cropped(page: Box, seen: Box | None) -> Box:
    """The page without its empty edges; one that is only a hair wide stays."""
    seen = seen.meet(page) if seen else None
    if seen is None or not seen.width or not seen.height:
        return page
    hair = MARGIN * max(page.width, page.height)
    sides = zip(page, seen, strict=True)
    return Box(*(edge if abs(edge - inner) <= hair else inner for edge, inner in sides))


def _at(path: Path, matrix: Matrix) -> Path:
    """The path under a matrix that only moves and enlarges, in hundredths of a point."""
    scale = matrix[0]
    grown = scale if path.nib is None else 1.0
    return replace(
        path,
        segments=_rounded(path.segments, matrix),
        fill=path.fill.under(matrix) if isinstance(path.fill, Gradient) else path.fill,
        stroke=path.stroke.under(matrix) if isinstance(path.stroke, Gradient) else path.stroke,
        width=round(path.width * grown, 3) if path.stroke else 1.0,
        dash=tuple(round(dash * grown, 3) for dash in path.dash),
        phase=round(path.phase * grown, 3),
        nib=_scaled(path.nib, scale),
        clips=tuple(Clip(_rounded(clip.segments, matrix), clip.even_odd) for clip in path.clips),
    )


def _scaled(nib: Nib | None, scale: float) -> Nib | None:
    return (nib[0] * scale, nib[1] * scale, nib[2] * scale, nib[3] * scale) if nib else None


def _rounded(segments: tuple[Segment, ...], matrix: Matrix) -> tuple[Segment, ...]:
    return tuple(
        (kind, *(round(float(value), 2) for value in values)) for kind, *values in mapped(segments, matrix)
    )
