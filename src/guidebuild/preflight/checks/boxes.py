"""Checks of the page boxes: which there are, how they lie in each other, and how large the trimmed page is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guidebuild.edition import MM
from guidebuild.preflight.findings import Finding, counted, failed, millimetres, passed, some
from guidebuild.preflight.marks import Boxes, Document, Page
from guidebuild.preflight.shop import Shop
from guidebuild.preflight.sizes import SLACK, size_name

_BOX_SLACK = 0.05  # points; the order of boxes is exact but for rounding in the file


def page_count(document: Document, shop: Shop) -> Iterator[Finding]:
    asked, count = shop.pages, len(document.pages)
    if asked is None:
        return
    measured = counted(count, "page")
    if asked.least and count < asked.least:
        sentence = f"the file has {measured}; the shop asks for at least {asked.least}"
        yield failed(sentence, measured=measured, hint="add pages, or choose another binding")
    elif asked.most and count > asked.most:
        sentence = f"the file has {measured}; the shop binds at most {asked.most}"
        yield failed(sentence, measured=measured, hint="leave pages out, or choose another binding")
    elif count % asked.multiple:
        missing = counted(asked.multiple - count % asked.multiple, "page")
        sentence = f"the file has {measured}, which is no multiple of {asked.multiple}"
        yield failed(sentence, measured=measured, hint=f"add {missing}, for notes or a worksheet")
    else:
        yield passed(f"the file has {measured}, as the shop asks", measured)


def present(document: Document, shop: Shop) -> Iterator[Finding]:
    """Each page says how large it is and where it is cut."""
    broken = [page for page in document.pages if page.boxes.broken]
    sound = [page for page in document.pages if not page.boxes.broken]
    uncut = [page for page in sound if shop.trim_box and not page.boxes.is_cut]
    unbled = [page for page in sound if shop.bleed and not page.boxes.bleed and page not in uncut]
    if broken:
        names = some(name for page in broken for name in page.boxes.broken)
        sentence = f"the {names} of a page is missing or is no rectangle"
        yield failed(sentence, pages=(page.number for page in broken), hint="export the file again")
    if uncut:
        sentence = "the pages do not say where they are cut: they have no TrimBox"
        hint = "export with trim and bleed, as for a press"
        yield failed(sentence, pages=(page.number for page in uncut), hint=hint)
    if unbled:
        sentence = "the pages do not say how far they bleed: they have no BleedBox"
        yield failed(
            sentence, pages=(page.number for page in unbled), hint="export with the document's bleed"
        )
    if not (broken or uncut or unbled):
        yield passed(f"all pages have the boxes that are needed: {_kinds(document.pages[0].boxes)}")


def _kinds(boxes: Boxes) -> str:
    given = (
        ("MediaBox", True),
        ("BleedBox", boxes.bleed),
        ("TrimBox", boxes.trim),
        ("ArtBox", boxes.art),
    )
    return some(name for name, there in given if there)


def nested(document: Document, _shop: Shop) -> Iterator[Finding]:
    """ISO 32000-1, 14.11.2: trim inside bleed, bleed inside media."""
    wrong = [page.number for page in document.pages if not _are_nested(page.boxes)]
    if wrong:
        sentence = "the page boxes do not lie in each other: TrimBox in BleedBox in MediaBox"
        yield failed(sentence, pages=wrong, hint="export the file again with one set of boxes")
    else:
        yield passed("the page boxes lie in each other as they should")


def _are_nested(boxes: Boxes) -> bool:
    outer = boxes.media
    for box in (boxes.bleed, boxes.trim or boxes.art):
        if box is not None:
            if not outer.holds(box, _BOX_SLACK):
                return False
            outer = box
    return True


def size(document: Document, shop: Shop) -> Iterator[Finding]:
    """All pages are trimmed to one size, and to one that the shop takes."""
    cut = [page for page in document.pages if page.boxes.is_cut or not shop.trim_box]
    if not cut:
        return  # "page-boxes" has told
    usual = Counter(map(_size, cut)).most_common(1)[0][0]
    other = [page.number for page in cut if not _are_alike(_size(page), usual)]
    shown = _shown(*usual)
    if other:
        sentence = f"not all pages have one size: most are {shown}"
        yield failed(sentence, measured=shown, pages=other, hint="set all pages on one paper")
    elif shop.sizes and size_name(*usual).removesuffix(" landscape") not in shop.sizes:
        sentence = f"the pages are {shown}; the shop takes {some(shop.sizes)}"
        yield failed(sentence, measured=shown, hint="set the guide on another paper")
    else:
        yield passed(f"all pages are {shown}", shown)


def _size(page: Page) -> tuple[float, float]:
    """Width and height of the trimmed page as it is read."""
    box = page.boxes.page
    width, height = round(box.width, 1), round(box.height, 1)
    return (height, width) if page.turned in (90, 270) else (width, height)


def _are_alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) <= SLACK and abs(one[1] - other[1]) <= SLACK


def _shown(width: float, height: float) -> str:
    across, up = (millimetres(round(side / MM, 1) * MM) for side in (width, height))
    measured = f"{across.removesuffix(' mm')} x {up}"
    name = size_name(width, height)
    return f"{measured} ({name})" if name else measured
