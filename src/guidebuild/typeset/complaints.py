"""What the pages cannot hold: which words are to blame, where an author wrote them, and all that in plain words.

Comes in: boxes that have no room, and addresses whose code has none. Goes out: `Overflow` and `Uncoded`, and
diagnostics made of them, each at the field that it is about.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.typeset.boxes import Box, TextBox

What = str  # "block", "cover", "sheets", or the name of a layout of one sheet


@dataclass(frozen=True, slots=True)
class Overflow:
    """What has no room on a page, the place of the words to blame, and how many of their characters would have room.

    `fits` is a rough number, 0 where none can be told; `place` is None for what the program says by itself.
    """

    what: What
    page: int
    place: Span | None = None
    fits: int = 0


@dataclass(frozen=True, slots=True)
class Uncoded:
    """An address that is printed without a QR code, why, and where it is written."""

    address: str
    why: str
    place: Span | None


def text_boxes(box: Box) -> Iterator[TextBox]:
    """All text in a box, in reading order."""
    if isinstance(box, TextBox):
        yield box
    for part in box.inside():
        yield from text_boxes(part)


def blamed(boxes: Iterable[Box], over: float) -> tuple[Span | None, int]:
    """The place of the tallest text that an author wrote, and what of it has room where `over` points are too many."""
    texts = (text for box in boxes for text in text_boxes(box) if text.place)
    longest = max(texts, key=lambda text: text.height, default=None)
    if longest is None:
        return None, 0
    lines = len(longest.lines) - math.ceil(over / longest.style.leading)
    letters = sum(len(piece.text) + 1 for line in longest.lines for piece in line.pieces)
    return longest.place, max(0, letters * lines // len(longest.lines) // 10 * 10)


# In plain words


def refusals(overflow: Iterable[Overflow], guide: Span) -> Iterator[Diagnostic]:
    """An error for each field that does not fit; what no field is to blame for is told of the guide."""
    fields: dict[tuple[What, Span | None], list[Overflow]] = {}
    for one in overflow:
        fields.setdefault((one.what, one.place), []).append(one)
    for (what, place), found in fields.items():
        pages = sorted({one.page for one in found})
        fits = min(one.fits for one in found)
        hint = f"shorten it to about {fits} characters" if fits else "shorten it"
        message = _refused(what, _field(place), pages)
        yield Diagnostic(
            "error", "does-not-fit", message, place or guide, () if what == "sheets" else (hint,)
        )


def _field(place: Span | None) -> str:
    """'the lead of the profiles ('sections.profiles.lead')': what an author calls the words."""
    if place is None or not place.path:
        return "a text"
    first, *steps = place.path.split(".")
    named = f"the {steps[1]} of the {steps[0]} " if first == "sections" and len(steps) == 2 else ""
    return f"{named}('{place.path}')" if named else f"'{place.path}'"


def _refused(what: What, field: str, pages: list[int]) -> str:
    where = (
        f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    )
    if what == "sheets":
        return f"{pages[0]} pages do not fill sheets of four"
    if what == "block":
        return f"{field} is taller than {where} {'has' if len(pages) == 1 else 'have'} room for"
    return f"the {what} has more words than room, most of them in {field} ({where})"


def uncoded(found: Iterable[Uncoded], guide: Span) -> Iterator[Diagnostic]:
    """A warning for each address that is printed without its code, where it is written."""
    for one in found:
        shown = one.address if len(one.address) <= 60 else f"{one.address[:57]}..."
        message = f"'{shown}' is printed without a QR code: {one.why}"
        hint = "a shorter address makes a smaller code"
        yield Diagnostic("warning", "code-left-out", message, one.place or guide, (hint,))
