"""Checks of the file as a whole: whether it is sound, and what in it is not meant for paper."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import Finding, counted, failed, passed, some
from guidebuild.preflight.marks import Annotation, Document, Page
from guidebuild.preflight.metadata import version_number
from guidebuild.preflight.shop import Shop

_EXEMPT = ("TrapNet", "PrinterMark", "Popup")  # made for presses; and what shows only when it is opened


def sound(document: Document, _shop: Shop) -> Iterator[Finding]:
    """The file opens without repair, and all of its pages can be read."""
    if document.damage:
        faults, hint = counted(len(document.damage), "fault"), "export it again, or save a repaired copy"
        yield failed("the file is damaged and opens only after repair", measured=faults, hint=hint)
    broken = [page for page in document.pages if page.faults]
    if broken:
        what = some(fault for page in broken for fault in page.faults)
        sentence = f"not all of the pages can be read, and the other checks see only the rest: {what}"
        yield failed(sentence, pages=(page.number for page in broken), hint="export the file again")
    if not document.damage and not broken:
        yield passed("the file is sound and can be read to its end")


def encryption(document: Document, shop: Shop) -> Iterator[Finding]:
    if shop.encryption:
        return
    if document.encrypted:
        sentence = "the file is encrypted, so a shop's programs may not open or change it"
        yield failed(sentence, hint="save it without passwords and restrictions")
    else:
        yield passed("the file is not encrypted")


def version(document: Document, shop: Shop) -> Iterator[Finding]:
    """ISO 32000-1, 7.5.2."""
    newest, found = shop.newest_version, f"PDF {document.version}"
    if newest is None:
        return
    if version_number(document.version) > version_number(newest):
        sentence = f"the file is {found}; the shop reads up to {newest}"
        yield failed(sentence, measured=found, hint=f"save it as PDF {newest}")
    else:
        yield passed(f"the file is {found}", found)


def layers(document: Document, shop: Shop) -> Iterator[Finding]:
    if shop.layers:
        return
    if document.layers:
        sentence = "the file has layers, and which of them are printed is left to chance"
        yield failed(sentence, measured=counted(document.layers, "layer"), hint="flatten the layers")
    else:
        yield passed("the file has no layers")


def notes(document: Document, shop: Shop) -> Iterator[Finding]:
    """Links, comments and fields (annotations), which are no part of the printed page."""
    if shop.annotations == "any":
        return
    found = [
        (page.number, note)
        for page in document.pages
        for note in page.annotations
        if note.kind not in _EXEMPT and (shop.annotations == "none" or _inside(page, note))
    ]
    if not found:
        yield passed("no annotation stands where it is printed")
        return
    kinds = some(sorted({note.kind for _, note in found}))
    where = "in the file" if shop.annotations == "none" else "inside the bleed"
    yield failed(
        f"annotations ({kinds}) stand {where}; they may be printed, or stop the job",
        measured=counted(len(found), "annotation"),
        pages=(number for number, _ in found),
        hint="remove links, comments and fields, and print addresses as text",
    )


def _inside(page: Page, note: Annotation) -> bool:
    return note.box is None or note.box.overlaps(page.boxes.bleeding)


def active_content(document: Document, shop: Shop) -> Iterator[Finding]:
    if shop.active_content:
        return
    if document.active:
        sentence = f"the file holds more than pages: {some(document.active)}"
        yield failed(sentence, hint="remove what cannot be printed")
    else:
        yield passed("the file holds no scripts, forms, films or attached files")
