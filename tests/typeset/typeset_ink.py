"""What is printed where, read back from the finished file with PDFium, and what is wrong with it.

`collisions(pdf)` lists, page by page, words over words, words outside the live area, words in the zones of the running
head and the folio that are neither, and shapes beyond the trim. Nothing here knows how the pages were made. `lost`
compares the words of a document with those of the tag tree.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from ctypes import c_double, c_void_p, cast
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

import structure
from guidebuild.compose.document import Document, PageRef, Run, Table
from guidebuild.edition import MM

HEAD, FOOT, INNER, OUTER = 20 * MM, 18 * MM, 20 * MM, 18 * MM  # the margins of the page
SAFETY = 5 * MM
TOUCH = 1.0  # points by which two boxes of ink may overlap: accents, kerned pairs, rounding


@dataclass
class Words:
    """A stretch of ink in one text object; y grows downwards, from the upper edge of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Words) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH

    def __str__(self) -> str:
        return f"{self.text[:40]!r} at {self.left:.0f},{self.top:.0f}"


def words_on(page: pypdfium2.PdfPage) -> list[Words]:
    """The ink of a page, one entry per text object; blanks have none."""
    text = page.get_textpage()
    height = page.get_height()
    found: dict[int, Words] = {}
    box = [c_double() for _ in range(4)]
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        owner = pdfium.FPDFText_GetTextObject(text.raw, index)
        if not owner or char.isspace():
            continue
        pdfium.FPDFText_GetCharBox(text.raw, index, *box)
        left, right, low, high = (value.value for value in box)
        if right - left <= 0 or high - low <= 0:
            continue
        key = _address(owner)
        at = found.get(key)
        if at is None:
            found[key] = Words(char, left, height - high, right, height - low)
            continue
        at.text += char
        at.left, at.right = min(at.left, left), max(at.right, right)
        at.top, at.bottom = min(at.top, height - high), max(at.bottom, height - low)
    return list(found.values())


def _address(owner: Any) -> int:
    return cast(owner, c_void_p).value or 0


def collisions(pdf: bytes, *, covers: tuple[int, ...] = ()) -> list[str]:
    """Everything on the pages that stands where it must not. `covers` are pages without furniture, from 1."""
    found = []
    with pypdfium2.PdfDocument(pdf) as file:
        for number, page in enumerate(file, 1):
            words = words_on(page)
            found += [f"page {number}: {text}" for text in _overprinted(words)]
            size = page.get_width(), page.get_height()
            misplaced = _off_cover(words, *size) if number in covers else _off_page(words, number, *size)
            found += [f"page {number}: {text}" for text in misplaced]
            found += [f"page {number}: {text}" for text in _beyond_the_trim(page, *size)]
            page.close()
    return found


def _beyond_the_trim(page: pypdfium2.PdfPage, width: float, height: float) -> Iterator[str]:
    """Shapes and pictures that run off the sheet; what is clipped, as the ornament is, is not asked."""
    for shape in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)):
        clip = pdfium.FPDFPageObj_GetClipPath(shape.raw)
        if clip and pdfium.FPDFClipPath_CountPaths(clip) > 0:
            continue
        left, bottom, right, top = shape.get_bounds()
        if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
            yield f"a shape runs to {left:.0f},{bottom:.0f},{right:.0f},{top:.0f}"


def _overprinted(words: list[Words]) -> Iterator[str]:
    ordered = sorted(words, key=lambda w: w.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top >= one.bottom - TOUCH:
                break
            if one.overlaps(other):
                yield f"{one} is overprinted by {other}"


def _off_cover(words: list[Words], width: float, height: float) -> Iterator[str]:
    for one in words:
        if (
            one.left < SAFETY
            or one.right > width - SAFETY
            or one.top < SAFETY
            or one.bottom > height - SAFETY
        ):
            yield f"{one} is too near the edge"


def _off_page(words: list[Words], number: int, width: float, height: float) -> Iterator[str]:
    """Words stand in the live area; above and below it only the running head and the folio line, beside it a tab."""
    left, right = (INNER, width - OUTER) if number % 2 else (OUTER, width - INNER)
    for one in words:
        middle = (one.top + one.bottom) / 2
        if len(one.text) <= 2 and (one.left > width - 9 * MM if number % 2 else one.right < 9 * MM):
            continue  # on the thumb tab
        if one.left < left - 2 or one.right > right + 2:
            yield f"{one} runs to {one.right:.0f} out of {left:.0f}..{right:.0f}"
        if one.top < HEAD - 1 and not 10 * MM < middle < 15.5 * MM:
            yield f"{one} is in the head margin"
        if one.bottom > height - FOOT + 4 and not height - 13 * MM < middle < height - 7.5 * MM:
            yield f"{one} is in the foot margin"


def lost(pdf: bytes, document: Document) -> list[str]:
    """Words of the document that a reader of the tag tree never meets. Page references are left out."""
    said = _bare(spoken(pdf))
    blocks = [section.blocks for section in document.sections]
    titles = [section.title for section in document.sections if section.kind != "cover"]
    return sorted({text for text in _texts([titles, blocks]) if _bare(text) not in said})


def spoken(pdf: bytes) -> str:
    """All words of the tag tree in reading order, those that stand in for pictures included."""
    reading = structure._read(pdf)
    parts: list[str] = []

    def read(node: structure.Node) -> None:
        if node.alt:
            parts.append(node.alt)
        for kid in node.kids:
            if isinstance(kid, structure.Node):
                read(kid)
            elif isinstance(kid, structure.Mark):
                parts.extend(run.text for run in reading.pages[kid.page - 1].marks.get(kid.mcid, []))

    read(reading.root)
    return "".join(parts)


def _bare(words: str) -> str:
    """Words without what line breaking changes: blanks, soft hyphens, capitals of labels."""
    return re.sub(r"[\s\u00ad]+|https?://|/$", "", words).casefold()


# Fields of nodes that are no words of the page.
SILENT = {"id", "slot", "kind", "url", "link", "target", "to_target", "style", "form", "align", "table", "spec",
          "level", "alt", "top_label", "median_label", "place", "key",
          "tab", "blurb"}  # fmt: skip


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, str):
        if node.strip():
            yield node
    elif isinstance(node, Run):
        yield node.text
    elif isinstance(node, PageRef):
        return
    elif isinstance(node, tuple | list):
        for item in node:
            yield from _texts(item)
    elif dataclasses.is_dataclass(node):
        quiet = SILENT | {"caption"} if isinstance(node, Table) else SILENT
        for field in dataclasses.fields(node):
            if field.name not in quiet:
                yield from _texts(getattr(node, field.name))
