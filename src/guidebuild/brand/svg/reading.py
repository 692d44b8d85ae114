"""From the bytes of an SVG file to a `Sketch`, by way of usvg where that is needed.

Comes in: the file, and a cache. Goes out: a `Sketch`. Refuses, as `SvgError` with the line where it can be told, what
cannot be drawn, and what usvg has dropped.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import Any

from guidebuild.brand.svg import grammar, placing, source, usvg
from guidebuild.brand.svg.refusal import SvgError, refusal, unsupported
from guidebuild.brand.svg.sketch import Sketch
from guidebuild.cache import Cache

# What usvg says of things that browsers pass over as well.
_HARMLESS = re.compile(
    r"has an invalid '(\w+)' value\. Skipped"
    r"|The @(font-face|keyframes|media|charset|namespace|page|property) rule"
    r"|Failed to parse [a-z]+-rendering value"
    r"|Failed to parse stroke-linejoin value: '(arcs|miter-clip)'"
    r"|Failed to parse (clip-path|mask|marker-(start|mid|end)) value: 'none'"
)
_SAID = (
    ("No match for", "text"),
    ("not a path to an image", "image"),
    ("Image", "image"),
    ("viewBox", "viewBox"),
)
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\w+);)")
_HIDDEN = re.compile(r'<path [^>]*fill="none" stroke="none" visibility="hidden"')
# What is in usvg's own form already, so that it need not be asked: paths alone, every attribute of them spelt out.
_PLAIN_PATHS = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+">(?:<title>[^<&]*</title>)?'
    rb'(?:\s*<path(?: (?:fill|stroke)="(?:none|#[0-9a-f]{6})"| stroke-width="[\d.]+"| d="[MLQCZ\d. -]+")+/>)+'
    rb"\s*</svg>\s*"
)


def read(data: bytes, cache: Cache) -> Sketch:
    """The drawing. Raises `SvgError`."""
    if _PLAIN_PATHS.fullmatch(data):
        with suppress(SvgError):  # then usvg says what it is
            return grammar.read(_sized(_tree(data.decode())))
    file = source.read(data)
    try:
        normal = _normalised(file.data, cache)
        _check_said(normal.said, file)
        _check_lost(normal.svg, file)
        sketch = grammar.read(_tree(normal.svg), file.alpha_masks)
        placing.check(sketch)
        return sketch
    except SvgError as err:
        if err.feature and not err.line:
            err.line = file.line_of(err.feature)
        raise


def _normalised(data: bytes, cache: Cache) -> usvg.Normalised:
    """What usvg makes of it, or has made of it before."""
    key = (usvg.edition(), usvg.ARGUMENTS, hashlib.sha256(data).hexdigest())
    known = cache.get("svg", key, usvg.Normalised)
    if known is None:
        known = usvg.normalise(data)
        cache.put("svg", key, known)
    return known


def _tree(text: str) -> Any:
    """The output as a tree; names in it are not escaped by usvg."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(_BARE_AMPERSAND.sub("&amp;", text).encode(), parser)
    except etree.XMLSyntaxError as err:
        if "xlink" in str(err):  # of a picture inside a pattern or a mask
            raise refusal("image") from err
        raise refusal("grammar") from err


def _sized(root: Any) -> Any:
    """With the size that usvg would give it."""
    _, _, width, height = root.get("viewBox").split()
    root.set("width", width)
    root.set("height", height)
    for title in root.findall("{*}title"):
        root.remove(title)
    return root


def _check_said(said: tuple[str, ...], file: source.Source) -> None:
    """What usvg could not read, and a browser might."""
    for line in said:
        if _HARMLESS.search(line):
            continue
        for words, feature in _SAID:
            if words in line:
                raise refusal(feature)
        message = line.partition("): ")[2] or line
        quoted = re.findall(r"'([^']+)'", message)
        where = max((file.line_with(text) for text in quoted), default=0)
        raise unsupported(f"'{quoted[-1][:60]}'" if quoted else f"something in it ({message[:80]})", where)


def _check_lost(svg: str, file: source.Source) -> None:
    """A gradient that is used in the file and not there any more, and a path left without any paint for that."""
    if not _HIDDEN.search(svg):
        return
    lost = sorted(name for name in file.used & file.gradients if f'Gradient id="{name}"' not in svg)
    if lost:
        raise refusal("gradient", file.line_with(f'id="{lost[0]}"'))
