"""Checks of what may be too fine for a press: small type and thin lines."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import (
    Finding,
    Placed,
    counted,
    failed,
    in_points,
    numbers_of,
    passed,
    whereabouts,
)
from guidebuild.preflight.marks import Document, Mark
from guidebuild.preflight.shop import Shop

_ROUNDING = 0.01  # points


def type_size(document: Document, shop: Shop) -> Iterator[Finding]:
    """The smallest type at its size on paper."""
    asked = shop.smallest_type
    if asked is None:
        return
    text = [
        (page, mark)
        for page, mark in document.painted()
        if mark.is_lettering and mark.box.overlaps(page.boxes.page)
    ]
    if not text:
        yield passed("the pages hold no type to be measured")
        return
    least = min(text, key=_size)
    size = in_points(_size(least))
    small = [placed for placed in text if _size(placed) < asked - _ROUNDING]
    if small:
        sentence = (
            f"the smallest type is {size}, {whereabouts(least)}; the shop asks for {in_points(asked)} or more"
        )
        yield failed(sentence, measured=size, pages=numbers_of(small), hint="set it larger")
    else:
        yield passed(f"the smallest type is {size}", size)


def line_width(document: Document, shop: Shop) -> Iterator[Finding]:
    """The thinnest line at its width on paper; rectangles that are filled count as lines, by their shorter side."""
    asked = shop.thinnest_line
    if asked is None:
        return
    lines = [
        (page, mark)
        for page, mark in document.painted()
        if mark.kind in ("stroke", "fill") and mark.size is not None and mark.is_visible
    ]
    thin = [placed for placed in lines if _size(placed) < asked - _ROUNDING]
    strokes = [placed for placed in lines if placed[1].kind == "stroke"]
    if thin:
        least = min(thin, key=_size)
        width = _width(least[1])
        sentence = f"the thinnest line is {width}, {whereabouts(least)}; the shop asks for {in_points(asked)} or more"
        hint = f"draw {counted(len(thin), 'line')} thicker"
        yield failed(sentence, measured=in_points(_size(least)), pages=numbers_of(thin), hint=hint)
    elif strokes:
        measured = in_points(_size(min(strokes, key=_size)))
        yield passed(f"the thinnest line is {measured}", measured)
    else:
        yield passed("the pages hold no lines to be measured")


def _size(placed: Placed) -> float:
    return placed[1].size or 0.0


def _width(mark: Mark) -> str:
    if mark.kind == "stroke" and not mark.size:
        return "a hairline of width 0, as thin as the machine can draw"
    return in_points(mark.size or 0.0)
