"""The check of images: pixels enough for the size at which they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import (
    Finding,
    Placed,
    failed,
    numbers_of,
    passed,
    warned,
    whereabouts,
)
from guidebuild.preflight.marks import Document, Mark
from guidebuild.preflight.shop import Images, Shop

_ROUNDING = 0.5  # pixels per inch
_HINT = "use an image of more pixels, or print it smaller"


def resolution(document: Document, shop: Shop) -> Iterator[Finding]:
    """Pixels per inch on paper, in the direction in which they are fewest."""
    asked = shop.images
    if asked is None:
        return
    found = [(page, mark) for page, mark in document.painted() if _has_detail(mark)]
    poor = [placed for placed in found if _is_under(placed, _least(placed[1], asked))]
    fair = [
        placed
        for placed in found
        if _is_under(placed, _good(placed[1], asked)) and not _is_under(placed, _least(placed[1], asked))
    ]
    if poor:
        worst = min(poor, key=_ppi)
        sentence = f"{_described(worst)}; the shop asks for {_least(worst[1], asked)}"
        yield failed(sentence, measured=_shown(worst), pages=numbers_of(poor), hint=_HINT)
    if fair:
        worst = min(fair, key=_ppi)
        sentence = f"{_described(worst)}; the shop advises {_good(worst[1], asked)}"
        yield warned(sentence, measured=_shown(worst), pages=numbers_of(fair), hint=_HINT)
    if not found:
        yield passed("the pages hold no images")
    elif not poor and not fair:
        least = _shown(min(found, key=_ppi))
        yield passed(f"images have at least {least}", least)


def _is_under(placed: Placed, asked: int | None) -> bool:
    return asked is not None and _ppi(placed) < asked - _ROUNDING


def _ppi(placed: Placed) -> float:
    return placed[1].size or 0.0


def _shown(placed: Placed) -> str:
    return f"{_ppi(placed):.0f} ppi"


def _described(placed: Placed) -> str:
    kind = "an image of two tones" if _is_line_art(placed[1]) else "an image"
    return f"{kind} has {_shown(placed)} on paper, {whereabouts(placed)}"


def _is_line_art(mark: Mark) -> bool:
    return mark.picture is not None and mark.picture.is_line_art


def _least(mark: Mark, asked: Images) -> int | None:
    return asked.line_art if _is_line_art(mark) else asked.least


def _good(mark: Mark, asked: Images) -> int | None:
    return None if _is_line_art(mark) else asked.good


def _has_detail(mark: Mark) -> bool:
    """Whether it is an image of more than one pixel, which would be a flat colour."""
    return mark.picture is not None and mark.picture.width * mark.picture.height > 1
