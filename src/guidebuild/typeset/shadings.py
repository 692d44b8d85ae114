"""Patterns of a PDF: tiles, and the gradients of drawings as shadings (ISO 32000-1, 8.7).

Comes in: a `Pattern` or a `Gradient`, where its path stands on the page, and the inks. Goes out: a pattern among the
resources of the page, by its name. The colours of a shading are in the one space of the inks: each stop is converted as
a solid colour is, and where conversion is not linear what lies between two stops is converted too.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from reportlab.pdfbase import pdfdoc

from guidebuild.drawing import Colour, Gradient, Matrix, Pattern, Stop, times, unnamed
from guidebuild.typeset.canvas import PageCanvas
from guidebuild.typeset.inks import Inks
from guidebuild.typeset.patterns import TILES

LAST = 0.01  # PDFium samples 256 colours, and loses an edge that is nearer than this to the end
_STRETCH = 1.03


class PatternResources:
    """The patterns of one document, each written once, and given to every page that paints with it."""

    def __init__(self, canvas: PageCanvas, inks: Inks) -> None:
        self._canvas, self._inks = canvas, inks
        self._objects: dict[str, Any] = {}
        self._shadings: dict[tuple[Gradient, Matrix], str] = {}

    def name(self, paint: Pattern | Gradient, place: Matrix) -> str:
        """What the current page calls a pattern. `place` leads from where is painted to the page's own coordinates."""
        if isinstance(paint, Pattern):
            name = paint.name
        else:
            name = self._shadings.setdefault((paint, place), f"shading-{len(self._shadings) + 1}")
        if name not in self._objects:
            written = tile(name) if isinstance(paint, Pattern) else shading(paint, place, self._inks)
            self._objects[name] = self._canvas._doc.Reference(written, f"pattern-{name}")
        self._canvas.patterns[name] = self._objects[name]
        return name


def tile(name: str) -> Any:
    """A tiling pattern (8.7.3.1): coloured, its tiles evenly spaced."""
    found = TILES[name]
    size = round(found.size, 3)
    entries = {"Type": pdfdoc.PDFName("Pattern"), "PatternType": 1, "PaintType": 1, "TilingType": 1,
               "BBox": pdfdoc.PDFArray([0, 0, size, size]), "XStep": size, "YStep": size,
               "Resources": pdfdoc.PDFDictionary({})}  # fmt: skip
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), found.content.encode("ascii"), [])


def shading(gradient: Gradient, place: Matrix, inks: Inks) -> Any:
    """A shading pattern (8.7.4.1)."""
    shown = _stretched(gradient)
    circles = (shown.start, shown.end) if shown.radial else (shown.start[:2], shown.end[:2])
    entries = {
        "ShadingType": 3 if shown.radial else 2,
        "ColorSpace": pdfdoc.PDFName(inks.space),
        "Coords": _array(value for circle in circles for value in circle),
        "Extend": "[true true]",
        "Function": _function(_steps(shown.stops, inks.steps), inks),
    }
    matrix = _array(times(shown.matrix, place))
    return pdfdoc.PDFDictionary(
        {"Type": pdfdoc.PDFName("Pattern"), "PatternType": 2, "Matrix": matrix,
         "Shading": pdfdoc.PDFDictionary(entries)}
    )  # fmt: skip


def _array(values: Any) -> str:
    """Numbers as PDF has them: without exponents (7.3.3)."""
    return f"[{' '.join(f'{value:.9f}'.rstrip('0').rstrip('.') for value in values)}]"


def _stretched(gradient: Gradient) -> Gradient:
    """The same colours at the same places, with none that begins at the very end."""
    if gradient.stops[-1].offset - gradient.stops[-2].offset >= LAST:
        return gradient
    x, y, r = (a + (b - a) * _STRETCH for a, b in zip(gradient.start, gradient.end, strict=True))
    stops = [Stop(stop.offset / _STRETCH, stop.colour) for stop in gradient.stops]
    return replace(gradient, end=(x, y, r), stops=(*stops, Stop(1.0, stops[-1].colour)))


def _steps(stops: tuple[Stop, ...], parts: int) -> list[Stop]:
    """The stops, and between each two what lies there in equal parts."""
    found = [stops[0]]
    for before, after in pairwise(stops):
        shares = [part / parts for part in range(1, parts)] if before.colour != after.colour else []
        width = after.offset - before.offset
        found += [Stop(before.offset + width * s, _mixed(before.colour, after.colour, s)) for s in shares]
        found.append(after)
    return found


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    channels = ((int(one.rgb[i : i + 2], 16), int(other.rgb[i : i + 2], 16)) for i in (1, 3, 5))
    return unnamed("#{:02x}{:02x}{:02x}".format(*(round(a + (b - a) * share) for a, b in channels)))


def _function(stops: list[Stop], inks: Inks) -> str:
    """Straight from stop to stop (7.10.3), stitched together (7.10.4)."""
    parts = [
        f"<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [{inks.values(a.colour)}] /C1 [{inks.values(b.colour)}] >>"
        for a, b in pairwise(stops)
    ]
    if len(parts) == 1:
        return parts[0]
    bounds = " ".join(f"{stop.offset:.6f}" for stop in stops[1:-1])
    encode = " ".join(["0 1"] * len(parts))
    return f"<< /FunctionType 3 /Domain [0 1] /Bounds [{bounds}] /Encode [{encode}] /Functions [{' '.join(parts)}] >>"
