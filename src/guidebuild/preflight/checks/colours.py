"""Checks of colour: the spaces that are painted with, registration colour, small black text, white that overprints."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.colour import ALL, Family, Space, described
from guidebuild.preflight.findings import (
    Finding,
    Placed,
    counted,
    failed,
    in_points,
    listed,
    numbers_of,
    passed,
    some,
    warned,
    whereabouts,
)
from guidebuild.preflight.marks import Document, Mark
from guidebuild.preflight.shop import ColourKind, Shop

_WORDS: dict[ColourKind, str] = {
    "gray": "gray",
    "cmyk": "CMYK",
    "rgb": "RGB",
    "lab": "Lab",
    "spot": "spot colours",
}
_KINDS: dict[Family, ColourKind] = {
    "gray": "gray",
    "cmyk": "cmyk",
    "rgb": "rgb",
    "lab": "lab",
    "spot": "spot",
}
_THINGS = {
    "text": "text",
    "fill": "shapes",
    "stroke": "lines",
    "image": "images",
    "shading": "shadings",
}


def space_used(mark: Mark) -> Space | None:
    """The colour space of a mark; of an image its own. None for patterns, whose parts are marks of their own."""
    if mark.picture is not None and not mark.picture.stencil:
        space = mark.picture.space
    elif mark.paint is not None:
        space = mark.paint.space
    else:
        return None
    return None if space.family in ("unknown", "pattern") else space


def spaces(document: Document, shop: Shop) -> Iterator[Finding]:
    """All colours are in spaces that the shop takes."""
    refused: dict[str, list[Placed]] = {}
    used: dict[str, None] = {}
    for page, mark in document.painted():
        space = space_used(mark)
        if space is not None:
            used[described(space)] = None
            if not _is_taken(space, mark, shop):
                refused.setdefault(described(space), []).append((page, mark))
    takes = listed([_WORDS[kind] for kind in shop.colours])
    takes += "" if shop.profiled_colours else ", without profiles"
    to = "gray" if set(shop.colours) == {"gray"} else "CMYK"
    for name, found in refused.items():
        things = some(_THINGS[mark.kind] for _, mark in found)
        yield failed(
            f"{name} is used for {things}; the shop takes {takes}",
            measured=counted(len(found), "mark"),
            pages=numbers_of(found),
            hint=f"convert the colours to {to} where the file is made",
        )
    if not refused:
        yield passed(f"all colours are in {some(used)}" if used else "nothing is painted in colour")


def _is_taken(space: Space, mark: Mark, shop: Shop) -> bool:
    if space.profiled and not shop.profiled_colours:
        return False
    if _KINDS.get(space.family) in shop.colours or space.colorants in ((ALL,), ("None",)):
        return True
    # One black ink is gray, whatever it is called.
    inks = mark.paint.inks if mark.paint else None
    return "gray" in shop.colours and inks is not None and not set(inks) - {"Black"}


def registration(document: Document, shop: Shop) -> Iterator[Finding]:
    """The colour that is on every plate is for crop marks; on artwork it is four layers of ink."""
    if "cmyk" not in shop.colours or "rgb" in shop.colours:
        return
    found = [
        (page, mark)
        for page, mark in document.painted()
        if mark.paint and ALL in (mark.paint.inks or {}) and mark.box.overlaps(page.boxes.artwork)
    ]
    if found:
        first = f"the first {whereabouts(found[0])}"
        yield failed(
            f"registration colour, which prints on all plates, is used on the page itself: {first}",
            measured=counted(len(found), "mark"),
            pages=numbers_of(found),
            hint="paint it in black",
        )
    else:
        yield passed("registration colour is not used on the pages")


def black_text(document: Document, shop: Shop) -> Iterator[Finding]:
    """Small black text is black ink alone: plates never meet exactly, and thin strokes would get coloured edges.

    Of text in RGB nothing is said; what inks it becomes is not known.
    """
    limit = shop.small_text
    if limit is None:
        return
    small = [
        (page, mark)
        for page, mark in document.painted()
        if mark.kind == "text" and mark.paint and mark.paint.inks and (mark.size or 0.0) < limit
    ]
    rich = [(page, mark) for page, mark in small if _is_rich_black(mark)]
    mixed = [(page, mark) for page, mark in small if len(_inks(mark)) > 2 and not _is_rich_black(mark)]
    under = in_points(limit)
    if rich:
        inks = _in_words(rich[0][1])
        sentence = (
            f"black text under {under} is mixed from several inks ({inks}): the first {whereabouts(rich[0])}"
        )
        yield failed(sentence, measured=inks, pages=numbers_of(rich), hint="set it in 100 % black alone")
    if mixed:
        inks = _in_words(mixed[0][1])
        sentence = (
            f"text under {under} is mixed from three inks or more ({inks}): the first {whereabouts(mixed[0])}"
        )
        hint = "use a colour of one or two inks, or larger type: its edges may blur"
        yield warned(sentence, measured=inks, pages=numbers_of(mixed), hint=hint)
    if small and not rich and not mixed:
        yield passed(f"black text under {under} is black ink alone")


def _inks(mark: Mark) -> dict[str, float]:
    return (mark.paint.inks if mark.paint else None) or {}


def _is_rich_black(mark: Mark) -> bool:
    return mark.paint is not None and mark.paint.is_black and set(_inks(mark)) != {"Black"}


def _in_words(mark: Mark) -> str:
    return ", ".join(f"{ink} {100 * value:.0f} %" for ink, value in _inks(mark).items())


def white_overprint(document: Document, shop: Shop) -> Iterator[Finding]:
    """White that overprints adds no ink to what lies below, so it is not there in print."""
    if shop.overprinting_white:
        return
    found = [
        (page, mark)
        for page, mark in document.painted()
        if mark.overprints and mark.paint is not None and mark.paint.is_white
    ]
    if found:
        first = f"the first {whereabouts(found[0])}"
        yield failed(
            f"white is set to overprint and will vanish in print: {first}",
            measured=counted(len(found), "mark"),
            pages=numbers_of(found),
            hint="let white knock out what lies below it",
        )
    else:
        yield passed("no white is set to overprint")
