"""Checks of the bleed: room for it, artwork that fills it, nothing strange beyond it, and text well inside the cut."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.geometry import Box
from guidebuild.preflight.edges import edges, endings
from guidebuild.preflight.findings import (
    Finding,
    Placed,
    counted,
    failed,
    millimetres,
    numbers_of,
    passed,
    some,
    warned,
    whereabouts,
)
from guidebuild.preflight.marks import Boxes, Document, Mark
from guidebuild.preflight.shop import Shop

_SLACK = 0.3  # points; 3 mm are 8.504 points, and programs write 8.5
_BEYOND = 1.0  # points; artwork that runs over the edge of the bleed by less is not worth a word
_MARK_SIZE = 60.0  # points; registration marks are 5 to 12 mm wide, with their hairlines up to 20
_ON = "let it run on to the end of the bleed"
_NOUNS = {
    "text": "text",
    "image": "an image",
    "stroke": "a line",
    "fill": "a shape",
    "shading": "a shading",
}


def room(document: Document, shop: Shop) -> Iterator[Finding]:
    """The BleedBox is as much larger than the TrimBox as the shop asks."""
    sized = [page for page in document.pages if page.boxes.bleed and page.boxes.is_cut]
    if not shop.bleed or not sized:
        return  # of pages without boxes "page-boxes" tells
    narrow = [page.number for page in sized if _least_bleed(page.boxes) < shop.bleed - _SLACK]
    asked = millimetres(shop.bleed)
    least = millimetres(max(0.0, min(_least_bleed(page.boxes) for page in sized)))
    if narrow:
        sentence = f"the pages bleed by {least}; the shop asks for {asked} on all sides"
        yield failed(sentence, measured=least, pages=narrow, hint=f"export with {asked} of bleed")
    else:
        yield passed(f"all pages have room for {asked} of bleed", least)


def _least_bleed(boxes: Boxes) -> float:
    inner, outer = boxes.page, boxes.bleeding
    return min(inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1)


def painted(document: Document, shop: Shop) -> Iterator[Finding]:
    """Artwork that touches the edge of the trimmed page goes on to the end of the bleed."""
    cut = [page for page in document.pages if page.boxes.is_cut]
    if not shop.bleed or not cut:
        return  # of pages without boxes "page-boxes" tells
    bare: dict[int, list[str]] = {}
    other: dict[int, list[str]] = {}
    for page in cut:
        for edge in edges(page):
            for ending in endings(page.marks, edge, _expected(page.boxes, shop)):
                (bare if ending == "bare" else other).setdefault(page.number, []).append(edge.name)
    if bare:
        sentence = f"artwork stops at {_sides(bare)}: a cut that is off by a hair shows white paper"
        yield failed(sentence, pages=bare, hint=_ON)
    if other:
        sentence = (
            f"artwork stops at {_sides(other)} while other artwork goes on: a cut that is off shows that"
        )
        yield warned(sentence, pages=other, hint=_ON)
    if not bare and not other:
        yield passed("all artwork at the edges runs on into the bleed")


def _sides(found: dict[int, list[str]]) -> str:
    names = list(dict.fromkeys(name for sides in found.values() for name in sides))
    return f"the {some(names)} edge" + ("s" if len(names) > 1 else "")


def _expected(boxes: Boxes, shop: Shop) -> float:
    """What the shop asks for, or less where the page has no room for it, which is another check's matter."""
    have = _least_bleed(boxes)
    return min(shop.bleed, have) if have > _SLACK else shop.bleed


def outside(document: Document, shop: Shop) -> Iterator[Finding]:
    """Nothing but crop marks stands outside the bleed, and these keep out of it."""
    if shop.marks == "any" or not any(page.boxes.bleed for page in document.pages):
        return  # without a BleedBox it is not known where outside begins
    beyond = [(page, mark) for page, mark in document.painted() if _is_beyond(mark, page.boxes)]
    crop = shop.marks == "crop"
    strange = [(page, mark) for page, mark in beyond if not (crop and _is_printers_mark(mark, page.boxes))]
    intruding = [
        (page, mark)
        for page, mark in beyond
        if crop and _is_printers_mark(mark, page.boxes) and _reaches_in(mark.box, page.boxes.bleeding)
    ]
    takes = "nothing but crop marks" if crop else "nothing"
    if strange:
        first = f"the first, {_NOUNS[strange[0][1].kind]}, {whereabouts(strange[0])}"
        yield failed(
            f"something is painted outside the bleed, where the shop takes {takes}: {first}",
            measured=counted(len(strange), "mark"),
            pages=numbers_of(strange),
            hint="clip artwork to the bleed, and leave out notes and marks that the shop does not take",
        )
    if intruding:
        sentence = "crop marks reach into the bleed and may show at the edge of the cut page"
        yield warned(sentence, pages=numbers_of(intruding), hint="set the marks off by at least the bleed")
    if not strange and not intruding:
        yield passed(f"{takes} stands outside the bleed")


def _is_beyond(mark: Mark, boxes: Boxes) -> bool:
    if boxes.bleed is None or not boxes.is_cut or not mark.is_visible:
        return False
    return not boxes.bleed.grown(_BEYOND).holds(mark.box)


def _is_printers_mark(mark: Mark, boxes: Boxes) -> bool:
    """Lines, and the small circles and crosses of register, wholly outside the trimmed page."""
    if mark.kind not in ("stroke", "fill") or mark.box.overlaps(boxes.page, _SLACK):
        return False
    small = max(mark.box.width, mark.box.height) <= _MARK_SIZE
    return mark.is_straight or (small and (mark.kind == "stroke" or mark.size is None))


def _reaches_in(mark: Box, bleed: Box) -> bool:
    common = mark.meet(bleed)
    return common is not None and max(common.width, common.height) > _BEYOND


def safety(document: Document, shop: Shop) -> Iterator[Finding]:
    """Text keeps its distance from the cut."""
    if not shop.safety:
        return
    near = [
        (page, mark)
        for page, mark in document.painted()
        if (page.boxes.is_cut or not shop.trim_box) and _is_near(mark, page.boxes.page, shop.safety)
    ]
    asked = millimetres(shop.safety)
    off = [(page, mark) for page, mark in near if mark.runs_off or _distance((page, mark)) < -_BEYOND]
    if off:
        sentence = f"text runs off the page: {whereabouts(off[0])}"
        hint = "move it inwards, or set it smaller"
        yield failed(sentence, measured=counted(len(off), "line"), pages=numbers_of(off), hint=hint)
    near = [placed for placed in near if placed not in off]
    unseen = [(page, mark) for page in document.pages for mark in page.unseen]
    if unseen:
        count = counted(len(unseen), "line")
        sentence = f"text stands beside the page, where nobody sees it: {count}"
        hint = "move it onto the page, or take it out"
        yield warned(sentence, measured=count, pages=numbers_of(unseen), hint=hint)
    if near:
        nearest = min(near, key=_distance)
        found = millimetres(max(0.0, _distance(nearest)))
        sentence = (
            f"text stands {found} from the edge of the page, nearer than {asked}: {whereabouts(nearest)}"
        )
        yield warned(sentence, measured=found, pages=numbers_of(near), hint="move it inwards")
    elif not off and not unseen:
        yield passed(f"all text keeps {asked} from the edges of the page")


def _is_near(mark: Mark, page: Box, safety: float) -> bool:
    if not mark.is_lettering or not mark.box.overlaps(page):
        return False
    return not page.grown(_SLACK - safety).holds(mark.box)


def _distance(placed: Placed) -> float:
    page, box = placed[0].boxes.page, placed[1].box
    return min(box.x0 - page.x0, box.y0 - page.y0, page.x1 - box.x1, page.y1 - box.y1)
