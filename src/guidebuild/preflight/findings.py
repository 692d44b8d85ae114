"""What a check has found, in one sentence with its pages.

Comes in: pages and measures. Goes out: `Finding`, and words for pages, lengths and places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from guidebuild.edition import MM
from guidebuild.geometry import Point
from guidebuild.preflight.marks import Mark, Page

Outcome = Literal["pass", "warning", "failure"]

_SHOWN_RANGES = 8
_SHOWN_NAMES = 5

Placed = tuple[Page, Mark]


@dataclass(frozen=True, slots=True)
class Finding:
    """One result. `sentence` begins small and has no full stop; `measured` is the value it rests on, if there is one.

    `pages` count from 1 and are in order; none means the file as a whole. `check` is the name of the check.
    """

    outcome: Outcome
    sentence: str
    measured: str = ""
    pages: tuple[int, ...] = ()
    hint: str = ""
    check: str = ""


def passed(sentence: str, measured: str = "") -> Finding:
    return Finding("pass", sentence, measured)


def failed(sentence: str, *, hint: str, measured: str = "", pages: Iterable[int] = ()) -> Finding:
    return Finding("failure", sentence, measured, _in_order(pages), hint)


def warned(sentence: str, *, hint: str, measured: str = "", pages: Iterable[int] = ()) -> Finding:
    return Finding("warning", sentence, measured, _in_order(pages), hint)


def _in_order(pages: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(pages)))


def numbers_of(found: Iterable[Placed]) -> tuple[int, ...]:
    """The pages of marks, in order, each once."""
    return _in_order(page.number for page, _ in found)


def pages_in_words(pages: Sequence[int]) -> str:
    """ "page 3", "pages 1, 4 to 9 and 12"; "" for none. Beyond eight ranges the rest is counted."""
    ranges = _ranges(pages)
    if not ranges:
        return ""
    words = [word for first, last in ranges[:_SHOWN_RANGES] for word in _range_in_words(first, last)]
    if left := sum(last - first + 1 for first, last in ranges[_SHOWN_RANGES:]):
        words.append(f"{left} more")
    return ("pages " if len(pages) > 1 else "page ") + listed(words)


def _range_in_words(first: int, last: int) -> list[str]:
    return [f"{first} to {last}"] if last > first + 1 else [str(first), str(last)][: last - first + 1]


def _ranges(pages: Sequence[int]) -> list[tuple[int, int]]:
    if not pages:
        return []
    breaks = [(before, after) for before, after in pairwise(pages) if after > before + 1]
    firsts = [pages[0], *[after for _, after in breaks]]
    lasts = [*[before for before, _ in breaks], pages[-1]]
    return list(zip(firsts, lasts, strict=True))


def listed(words: Sequence[str]) -> str:
    """ "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def some(names: Iterable[str]) -> str:
    """Names in order, each once; beyond five the rest is counted."""
    known = list(dict.fromkeys(names))
    rest = [f"{len(known) - _SHOWN_NAMES} more"] if len(known) > _SHOWN_NAMES else []
    return listed(known[:_SHOWN_NAMES] + rest)


def counted(number: int, word: str, plural: str = "") -> str:
    """ "1 page", "2 pages"."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def millimetres(points: float) -> str:
    """ "3 mm", "3.18 mm"."""
    return f"{points / MM + 1e-6:.2f}".rstrip("0").rstrip(".") + " mm"


def in_points(points: float) -> str:
    """ "8.5 pt"."""
    return f"{points + 1e-6:.2f}".rstrip("0").rstrip(".") + " pt"


def place(page: Page, point: Point) -> str:
    """Where a point stands on the trimmed page, as one would measure it on paper."""
    box = page.boxes.page
    left, right = (point[0] - box.x0) / MM, (box.x1 - point[0]) / MM
    bottom, top = (point[1] - box.y0) / MM, (box.y1 - point[1]) / MM
    across, down = {90: (bottom, left), 180: (right, bottom), 270: (top, right)}.get(page.turned, (left, top))
    return f"{across:.0f} mm from the left and {down:.0f} mm from the top of page {page.number}"


def whereabouts(placed: Placed) -> str:
    """Where the middle of a mark stands."""
    page, mark = placed
    return place(page, ((mark.box.x0 + mark.box.x1) / 2, (mark.box.y0 + mark.box.y1) / 2))
