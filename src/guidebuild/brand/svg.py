"""Vector logos: SVG to a `Drawing` of solid paths.

Comes in: the bytes of an SVG file. Goes out: a `Drawing` whose longer side is 400 points. Refuses, as
`SvgError` with the line: what would not print as drawn or is unsafe to open: entities, scripts, references
to anything outside the file, pictures, gradients, patterns, masks, filters, see-through parts, live text,
clipping.
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterator
from typing import Any

from guidebuild.drawing import Colour, Drawing, Path, Segment, unnamed

FILE_LIMIT = 1_000_000
LONGEST_SIDE = 400.0
_MOST_ELEMENTS, _MOST_SEGMENTS = 5_000, 20_000
_KAPPA = 0.5522847498
Matrix = tuple[float, float, float, float, float, float]

_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252"}
_FLATTEN = "flatten it in the drawing program, or save the logo as PNG"
_REFUSED = {
    "script": ("a script", "remove it; a logo needs none"),
    "foreignObject": ("a foreign object", "redraw it as paths"),
    "image": ("a picture", "save the whole logo as PNG instead"),
    "feImage": ("a picture", "save the whole logo as PNG instead"),
    "linearGradient": ("a gradient", _FLATTEN),
    "radialGradient": ("a gradient", _FLATTEN),
    "meshgradient": ("a gradient", _FLATTEN),
    "pattern": ("a pattern", _FLATTEN),
    "mask": ("a mask", _FLATTEN),
    "filter": ("a filter", _FLATTEN),
    "animate": ("an animation", "remove it; paper does not move"),
    "set": ("an animation", "remove it; paper does not move"),
    "text": ("live text", "convert the text to paths (outlines) in the drawing program"),
}
_OPACITY = re.compile(r"opacity\s*:\s*([^;}!]*)")
_URL = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)|@import")


class SvgError(Exception):
    """Why a drawing cannot be used: "it contains ...", with its line (0: the file as a whole)."""

    def __init__(self, message: str, hint: str, line: int = 0) -> None:
        self.message, self.hint, self.line = message, hint, line
        super().__init__(message)


def read(data: bytes) -> Drawing:
    """The drawing. Raises `SvgError`."""
    root = _parse(data)
    _check(root)
    shapes = _render(root)
    return _drawing(shapes)


def _parse(data: bytes) -> Any:
    """The root element; nothing is fetched and no entity is ever expanded."""
    from lxml import etree  # type: ignore[import-untyped]

    if b"\0" in data[:200]:
        raise SvgError("it is not UTF-8 text", "save it as plain SVG")
    declared = re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)", data)
    if declared and declared[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise SvgError("it is not UTF-8 text", "save it as plain SVG in UTF-8", 1)
    entity = re.search(rb"<!ENTITY|<!DOCTYPE[^>]*\[", data)
    if entity:
        line = data.count(b"\n", 0, entity.start()) + 1
        raise SvgError("it declares entities", "save it as plain SVG without a document type", line)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as err:
        line = getattr(err, "lineno", 0) or 0
        said = re.sub(r"(, line \d+, column \d+)?( \(<string>.*\))?$", "", str(err))[:160]
        raise SvgError(f"it is not well-formed XML: {said}", "save it again as plain SVG", line) from err
    if etree.QName(root).localname != "svg":
        raise SvgError("it is not an SVG drawing", "save it as plain SVG")
    return root


def _check(root: Any) -> None:
    """Refuse what would be unsafe or would print differently."""
    from lxml import etree

    elements = 0
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        elements += 1
        if elements > _MOST_ELEMENTS:
            raise SvgError(f"it has more than {_MOST_ELEMENTS:,} elements", "simplify the drawing")
        name = etree.QName(element).localname
        line = element.sourceline or 0
        if name in _REFUSED or name.startswith("animate"):
            what, hint = _REFUSED.get(name, _REFUSED["animate"])
            raise SvgError(f"it contains {what}", hint, line)
        if name == "style":
            _check_style(element.text or "", line)
        for key, value in element.attrib.items():
            _check_attribute(etree.QName(key).localname, value, line)
    _check_copies(root)


def _check_attribute(name: str, value: str, line: int) -> None:
    if name.startswith("on"):
        raise SvgError("it contains a script", "remove it; a logo needs none", line)
    if name in ("href", "src") and not value.startswith("#"):
        raise SvgError("it refers to something outside the file", "draw it in the file itself", line)
    if name in ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity"):
        _check_opacity(value, line)
    _check_style(value, line)


def _check_style(text: str, line: int) -> None:
    for match in _URL.finditer(text):
        if not (match[1] or "").startswith("#"):
            raise SvgError("it refers to something outside the file", "draw it in the file itself", line)
    for match in _OPACITY.finditer(text):
        _check_opacity(match[1], line)
    if re.search(r"mix-blend-mode\s*:\s*(?!normal)", text):
        raise SvgError("parts of it blend with what is below", _FLATTEN, line)


def _check_opacity(value: str, line: int) -> None:
    text = value.strip()
    try:
        number = float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        number = 1.0
    if not number >= 1:
        raise SvgError("parts of it are see-through", _FLATTEN, line)


def _check_copies(root: Any) -> None:
    """Copies of copies could multiply without end, and many copies of much nearly so."""
    uses = list(root.iter("{*}use"))
    named = {element.get("id"): element for element in root.iter() if element.get("id")} if uses else {}
    sizes: dict[str, int] = {}
    copied = 0
    for use in uses:
        target = (use.get("href") or use.get("{http://www.w3.org/1999/xlink}href") or "")[1:]
        if target in named and target not in sizes:
            if next(named[target].iter("{*}use"), None) is not None:
                hint = "unlink the clones in the drawing program"
                raise SvgError("it contains copies of copies", hint, use.sourceline or 0)
            sizes[target] = sum(1 for _ in named[target].iter())
        copied += sizes.get(target, 0)
        if copied > _MOST_ELEMENTS:
            raise SvgError(f"it copies more than {_MOST_ELEMENTS:,} elements", "simplify the drawing")


class _Listener(logging.Handler):
    """Keeps what svglib would print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _render(root: Any) -> Any:
    """The ReportLab drawing that svglib makes of it."""
    from io import BytesIO

    from svglib import svglib

    listener, logger = _Listener(), logging.getLogger("svglib.svglib")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        drawing = svglib.SvgRenderer(BytesIO()).render(root)
    except Exception as err:  # svglib raises whatever a malformed number or path leads to
        raise SvgError(
            f"it cannot be drawn ({type(err).__name__})", "save it as plain SVG with paths only"
        ) from err
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
    if listener.messages:
        raise SvgError(
            f"it cannot be drawn: {listener.messages[0][:160]}", "save it as plain SVG with paths only"
        )
    return drawing


# From ReportLab's shapes to our paths


def _drawing(source: Any) -> Drawing:
    width, height = float(source.width), float(source.height)
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise SvgError("it has no size", "give it a viewBox")
    scale = LONGEST_SIDE / max(width, height)
    paths: list[Path] = []
    segments = 0
    for shape, matrix in _walk(source.contents, (scale, 0.0, 0.0, scale, 0.0, 0.0), 0):
        path = _path(shape, matrix, width * scale, height * scale)
        if path is not None:
            paths.append(path)
            segments += len(path.segments)
        if segments > _MOST_SEGMENTS:
            raise SvgError(f"its outlines have more than {_MOST_SEGMENTS:,} points", "simplify the drawing")
    if not paths:
        raise SvgError("nothing in it would be visible", "check that the shapes have a fill or a stroke")
    return Drawing(round(width * scale, 2), round(height * scale, 2), tuple(paths))


def _walk(contents: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    from reportlab.graphics.shapes import Group, mmult

    if depth > 100:
        raise SvgError("it is nested too deeply", "ungroup the drawing")
    for item in contents:
        if isinstance(item, Group):
            yield from _walk(item.contents, mmult(matrix, item.transform), depth + 1)
        else:
            yield item, matrix


def _path(shape: Any, matrix: Matrix, width: float, height: float) -> Path | None:
    """One shape as a path; None when it paints nothing on the page."""
    segments = tuple(_moved(segment, matrix) for segment in _segments(shape))
    if getattr(shape, "isClipPath", 0):
        _check_clip(segments, width, height)
        return None
    properties = shape.getProperties()
    fill, stroke = _colour(properties.get("fillColor")), _colour(properties.get("strokeColor"))
    if not segments or (fill is None and stroke is None) or _outside(segments, width, height):
        return None
    growth = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    dashes = properties.get("strokeDashArray") or ()
    return Path(
        segments,
        fill=fill,
        stroke=stroke,
        width=round(float(properties.get("strokeWidth") or 0) * growth, 3),
        dash=tuple(round(float(dash) * growth, 3) for dash in dashes) if stroke else (),
        cap=("butt", "round", "square")[int(properties.get("strokeLineCap") or 0)],
        join=("miter", "round", "bevel")[int(properties.get("strokeLineJoin") or 0)],
        even_odd=str(properties.get("fillMode")) in ("0", "even-odd"),
    )


def _colour(value: Any) -> Colour | None:
    if value is None or isinstance(value, str):
        return None
    if getattr(value, "alpha", 1) < 1:
        raise SvgError("parts of it are see-through", _FLATTEN)
    return unnamed("#{:02x}{:02x}{:02x}".format(*(round(255 * channel) for channel in value.rgb())))


def _moved(segment: Segment, matrix: Matrix) -> Segment:
    a, b, c, d, e, f = matrix
    numbers = [float(value) for value in segment[1:]]
    moved: list[str | float] = [segment[0]]
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        moved += [round(a * x + c * y + e, 2), round(b * x + d * y + f, 2)]
    if not all(math.isfinite(value) for value in moved[1:] if isinstance(value, float)):
        raise SvgError("a number in it is too large", "save it as plain SVG")
    return tuple(moved)


def _segments(shape: Any) -> Iterator[Segment]:
    """The outline of any shape that svglib makes."""
    from reportlab.graphics import shapes

    if isinstance(shape, shapes.Path):
        yield from _path_segments(shape)
    elif isinstance(shape, shapes.Rect):
        yield from _rect(shape)
    elif isinstance(shape, shapes.Circle):
        yield from _ellipse(shape.cx, shape.cy, shape.r, shape.r)
    elif isinstance(shape, shapes.Ellipse):
        yield from _ellipse(shape.cx, shape.cy, shape.rx, shape.ry)
    elif isinstance(shape, shapes.Line):
        yield ("M", shape.x1, shape.y1)
        yield ("L", shape.x2, shape.y2)
    elif isinstance(shape, shapes.PolyLine | shapes.Polygon):
        points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
        yield from (("L" if index else "M", x, y) for index, (x, y) in enumerate(points))
        if isinstance(shape, shapes.Polygon):
            yield ("Z",)
    else:
        raise SvgError(f"it contains a shape of the kind {type(shape).__name__}", "convert it to paths")


def _path_segments(shape: Any) -> Iterator[Segment]:
    points, at = shape.points, 0
    for operator in shape.operators:
        letter, count = (("M", 2), ("L", 2), ("C", 6), ("Z", 0))[operator]
        yield (letter, *points[at : at + count])
        at += count


def _rect(shape: Any) -> Iterator[Segment]:
    x, y, width, height = shape.x, shape.y, shape.width, shape.height
    rx, ry = min(shape.rx or 0, width / 2), min(shape.ry or 0, height / 2)
    if not (rx and ry):
        yield from (
            ("M", x, y),
            ("L", x + width, y),
            ("L", x + width, y + height),
            ("L", x, y + height),
            ("Z",),
        )
        return
    right, top = x + width, y + height
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    yield ("M", x + rx, y)
    yield ("L", right - rx, y)
    yield ("C", right - kx, y, right, y + ky, right, y + ry)
    yield ("L", right, top - ry)
    yield ("C", right, top - ky, right - kx, top, right - rx, top)
    yield ("L", x + rx, top)
    yield ("C", x + kx, top, x, top - ky, x, top - ry)
    yield ("L", x, y + ry)
    yield ("C", x, y + ky, x + kx, y, x + rx, y)
    yield ("Z",)


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Segment]:
    kx, ky = rx * _KAPPA, ry * _KAPPA
    yield ("M", x + rx, y)
    yield ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry)
    yield ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y)
    yield ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry)
    yield ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y)
    yield ("Z",)


def _bounds(segments: tuple[Segment, ...]) -> tuple[float, float, float, float]:
    xs = [float(value) for segment in segments for value in segment[1::2]]
    ys = [float(value) for segment in segments for value in segment[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def _outside(segments: tuple[Segment, ...], width: float, height: float) -> bool:
    """Whether a shape lies beside the page altogether; one that reaches far over its edge is refused."""
    left, bottom, right, top = _bounds(segments)
    if right <= 0 or top <= 0 or left >= width or bottom >= height:
        return True
    slack = 0.1 * max(width, height)
    if left < -slack or bottom < -slack or right > width + slack or top > height + slack:
        raise SvgError("shapes reach over the edge of its page", "fit the page to the drawing")
    return False


def _check_clip(segments: tuple[Segment, ...], width: float, height: float) -> None:
    """Clipping to the whole page changes nothing; any other clipping is refused."""
    slack = 0.01 * max(width, height)
    left, bottom, right, top = _bounds(segments)
    straight = len(segments) <= 6 and all(segment[0] in ("M", "L", "Z") for segment in segments)
    covers = left <= slack and bottom <= slack and right >= width - slack and top >= height - slack
    if not (straight and covers):
        raise SvgError("it is clipped", "cut the shapes themselves in the drawing program (path operations)")
