"""The check before the label of a press file: what it must have, and must not have, before it may say PDF/X.

Comes in: an open pikepdf `Pdf` that is ready to be written. Goes out: `problems`, in plain words, empty for a good
file. Nothing is raised. It knows the rules that this program could break (ISO 15930-4 and -7); print shops have
the rest, and `guidebuild preflight` looks as they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_OTHER_INKS = frozenset(b"rg RG g G sc SC scn cs sh".split())
_SHADED = re.compile(rb"/Pattern\s+(?:cs|CS)\s+/[\w-]+\s+(?:scn|SCN)")  # what these are is looked at by name
_CMYK = "/DeviceCMYK"


def problems(pdf: Pdf) -> tuple[str, ...]:
    """All objections, in the order of the file."""
    found = [*_document(pdf)]
    for number, page in enumerate(pdf.pages, 1):
        found += (f"page {number}: {text}" for text in _page(page.obj))
        found += (f"page {number}: {text}" for text in _inks(content_of(page)))
    return tuple(found)


def content_of(page: Page) -> bytes:
    """The operators of a page, whose stream may be in parts."""
    streams: Any = page.Contents
    parts = streams if streams._type_name == "array" else (streams,)
    return b"\n".join(part.read_bytes() for part in parts)


def _document(pdf: Pdf) -> Iterator[str]:
    """ISO 15930-4, 6.3 to 6.6, 6.13."""
    root: Any = pdf.Root
    info: Any = pdf.trailer.get("/Info", {})
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")):
            yield f"no {key[1:]}"
    if info.get("/Trapped") != "/False":
        yield "it does not say that it is not trapped"
    if "/Metadata" not in root:
        yield "no XMP metadata"
    intents = root.get("/OutputIntents", ())
    if not any(intent.get("/S") == "/GTS_PDFX" for intent in intents):
        yield "no output intent"
    yield from (
        f"the catalog has {key}"
        for key in ("/AA", "/OpenAction", "/AcroForm", "/OCProperties")
        if key in root
    )
    if pdf.is_encrypted:
        yield "the file is encrypted"


def _page(page: Any) -> Iterator[str]:
    """ISO 15930-4, 6.8 (boxes), 6.10 (transparency), 6.11 (fonts), 6.14 (annotations)."""
    boxes = [page.get(name) for name in ("/MediaBox", "/BleedBox", "/TrimBox")]
    if None in boxes:
        yield "a box is missing"
    elif not all(_inside(inner, outer) for outer, inner in pairwise(boxes)):
        yield "the boxes do not lie within each other"
    if "/Annots" in page:
        yield "annotations"
    if "/Group" in page:
        yield "transparency"
    resources = page.get("/Resources", {})
    for name, font in resources.get("/Font", {}).items():
        if not any(
            key in font.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            yield f"the font {name[1:]} is not embedded"
    if "/ExtGState" in resources:
        yield "graphics states, which no page needs"
    for name, thing in resources.get("/XObject", {}).items():
        if thing.get("/Subtype") != "/Image" or thing.get("/ColorSpace") != _CMYK or "/SMask" in thing:
            yield f"the object {name[1:]} is no solid picture in CMYK"
    for name, pattern in resources.get("/Pattern", {}).items():
        if pattern.get("/PatternType") != 2 or pattern.Shading.get("/ColorSpace") != _CMYK:
            yield f"the pattern {name[1:]} is no shading in CMYK"


def _inside(inner: Any, outer: Any) -> bool:
    """Whether a box lies within another, give or take a thousandth of a point."""
    a, b = [float(v) for v in inner], [float(v) for v in outer]
    return all(a[i] >= b[i] - 0.002 for i in (0, 1)) and all(a[i] <= b[i] + 0.002 for i in (2, 3))


def _inks(content: bytes) -> Iterator[str]:
    """Only CMYK and shadings, and the colour of all plates for the crop marks."""
    for token in sorted(set(_SHADED.sub(b" ", _STRING.sub(b" ", content)).split()) & _OTHER_INKS):
        yield f"a colour is set with {token.decode()}"
