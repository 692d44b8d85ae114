"""The check of total ink: how much of all inks lies on one spot."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import (
    Finding,
    Placed,
    counted,
    failed,
    numbers_of,
    passed,
    place,
    warned,
    whereabouts,
)
from guidebuild.preflight.marks import Document, Mark
from guidebuild.preflight.shop import Shop

_HAIR = 0.01  # points; a line along an axis may have no width at all
_ROUNDING = 0.5  # percent; values of 8 bits are off by up to 0.2 for each ink


def total(document: Document, shop: Shop) -> Iterator[Finding]:
    """The most that a shape, a line, a letter or a pixel on the trimmed page asks for. What overprints is not added up.

    Of colours in RGB nothing is said; what inks they become is not known.
    """
    limit = shop.total_ink
    if limit is None:
        return
    found = [
        (page, mark) for page, mark in document.painted() if mark.box.overlaps(page.boxes.artwork, -_HAIR)
    ]
    most = max(found, key=lambda placed: _ink(placed[1]), default=None)
    heaviest = _ink(most[1]) if most else 0.0
    measured = f"{heaviest:.0f} %"
    over = [placed for placed in found if _ink(placed[1]) > limit + _ROUNDING]
    unseen = [(page, mark) for page, mark in found if mark.picture is not None and not mark.picture.measured]
    if over and most:
        sentence = f"the most ink on one spot is {measured}, {_spot(most)}; the shop takes {limit} %"
        hint = "use a lighter mix, or convert images with a profile that limits ink"
        yield failed(sentence, measured=measured, pages=numbers_of(over), hint=hint)
    elif unseen:
        images = counted(len(unseen), "image")
        sentence = f"the ink of {images} could not be measured; all else has at most {measured}"
        hint = "save images as CMYK with 8 bits, as JPEG or without loss"
        yield warned(sentence, measured=measured, pages=numbers_of(unseen), hint=hint)
    elif heaviest:
        yield passed(f"no spot has more than {measured} of ink; the shop takes {limit} %", measured)


def _ink(mark: Mark) -> float:
    if mark.picture is not None and not mark.picture.stencil:
        return mark.picture.heaviest
    return mark.paint.total if mark.paint else 0.0


def _spot(placed: Placed) -> str:
    page, mark = placed
    return place(page, mark.heaviest_at) if mark.heaviest_at else whereabouts(placed)
