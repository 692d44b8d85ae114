"""Checks of fonts: they travel with the file, and in a form that the shop takes."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import Finding, counted, failed, passed, some
from guidebuild.preflight.fonts import Font
from guidebuild.preflight.marks import Document
from guidebuild.preflight.shop import Shop

Used = dict[Font, list[int]]


def _used(document: Document) -> Used:
    """The fonts that letters are set in, with their pages, in the order of their first use."""
    found: Used = {}
    for page, mark in document.painted():
        if mark.font is not None:
            found.setdefault(mark.font, []).append(page.number)
    return found


def embedded(document: Document, _shop: Shop) -> Iterator[Finding]:
    """Every font that is used is in the file: a shop would replace it with another."""
    used = _used(document)
    missing = {font: pages for font, pages in used.items() if not font.embedded}
    if missing:
        sentence = f"fonts are not in the file and will be replaced by others: {_names(missing)}"
        yield _failed(sentence, missing, "embed all fonts when you export")
    elif used:
        subsets = sum(font.subset for font in used)
        measured = f"{counted(len(used), 'font')}, {counted(subsets, 'subset')}"
        yield passed(f"all fonts are in the file: {_names(used)}", measured)
    else:
        yield passed("the file sets no text in fonts")


def type3(document: Document, shop: Shop) -> Iterator[Finding]:
    """ISO 32000-1, 9.6.5: letters that are drawings or small images."""
    if shop.type3_fonts:
        return
    drawn = {font: pages for font, pages in _used(document).items() if font.is_type3}
    if drawn:
        sentence = f"fonts are of Type 3, which the shop does not take: {_names(drawn)}"
        yield _failed(sentence, drawn, "export with TrueType or OpenType fonts")
    else:
        yield passed("no font is of Type 3")


def _names(fonts: Used) -> str:
    return some(sorted({font.shown for font in fonts}))


def _failed(sentence: str, fonts: Used, hint: str) -> Finding:
    pages = [number for numbers in fonts.values() for number in numbers]
    return failed(sentence, measured=counted(len(fonts), "font"), pages=pages, hint=hint)
