"""From an open file to its pages: boxes, what is painted, annotations.

Comes in: a `Source`. Goes out: a `Page` for each page of the file, with the faults that kept parts of it from being
read. Pages beyond what a file may hold are handed out empty, with a fault that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidebuild.drawing import Matrix
from guidebuild.geometry import Box
from guidebuild.preflight import objects
from guidebuild.preflight.marks import Annotation, Boxes, Page
from guidebuild.preflight.operators import Budget, TooMuch
from guidebuild.preflight.resources import Shared
from guidebuild.preflight.streams import Source
from guidebuild.preflight.walk import Walker

_LETTER = Box(0.0, 0.0, 612.0, 792.0)  # what viewers take for a page without a size
_NEAR_EDGE = 3.0  # points; what lies deeper inside the page is not asked whether it touches an edge
_DEEPEST = 50  # of the tree of pages
_MOST_ANNOTATIONS = 20_000
_BOXES = {"CropBox": "crop", "BleedBox": "bleed", "TrimBox": "trim", "ArtBox": "art"}


def pages(source: Source) -> Iterator[Page]:
    """All pages, in order."""
    shared, budget = Shared(), Budget()
    for number, page in enumerate(source.pdf.pages, 1):
        yield _page(source, shared, budget, number, page.obj)
        source.notice()


def inherited(page: Any, key: str) -> Any:
    """An attribute of a page, or of the nodes of the tree above it (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        found = objects.entry(page, key)
        if found is not None or page is None:
            return found
        page = objects.entry(page, "Parent")
    return None


def _page(source: Source, shared: Shared, budget: Budget, number: int, page: Any) -> Page:
    unit = objects.number(objects.entry(page, "UserUnit")) or 1.0
    boxes = _boxes(page, unit)
    base: Matrix = (unit, 0.0, 0.0, unit, 0.0, 0.0)
    inner = boxes.page.grown(-_NEAR_EDGE)
    walker = Walker(source, shared, budget, base=base, visible=boxes.media, inner=inner)
    try:
        walker.page(objects.entry(page, "Contents"), inherited(page, "Resources"))
        for note in objects.items(objects.entry(page, "Annots"))[:_MOST_ANNOTATIONS]:
            walker.appearance(note, inherited(page, "Resources"))
    except TooMuch:
        walker.faults["the file holds more drawing than can be looked at; the rest of it was left out"] = None
    walker.groups += objects.name(objects.entry(page, "Group", "S")) == "Transparency"
    return Page(
        number,
        boxes,
        turned=(objects.whole(inherited(page, "Rotate")) or 0) % 360,
        marks=tuple(walker.marks),
        unseen=tuple(walker.unseen),
        annotations=tuple(_annotations(page, unit)),
        groups=walker.groups,
        filters=frozenset(walker.filters),
        oddities=tuple(walker.oddities),
        faults=tuple(walker.faults),
    )


def _boxes(page: Any, unit: float) -> Boxes:
    given = {"MediaBox": inherited(page, "MediaBox"), "CropBox": inherited(page, "CropBox")}
    given |= {key: objects.entry(page, key) for key in ("BleedBox", "TrimBox", "ArtBox")}
    read = {key: _sound(objects.box(value), unit) for key, value in given.items()}
    broken = tuple(key for key, value in given.items() if (value is not None) and read[key] is None)
    media = read.pop("MediaBox") or _LETTER
    if given["MediaBox"] is None:
        broken = ("MediaBox", *broken)
    return Boxes(media, **{_BOXES[key]: value for key, value in read.items()}, broken=broken)


def _sound(box: Box | None, unit: float) -> Box | None:
    """A box in points; None for one without area."""
    if box is None or box.width <= 0 or box.height <= 0:
        return None
    return Box(*(unit * side for side in box))


def _annotations(page: Any, unit: float) -> Iterator[Annotation]:
    for note in objects.items(objects.entry(page, "Annots"))[:_MOST_ANNOTATIONS]:
        place = objects.box(objects.entry(note, "Rect"))
        scaled = Box(*(unit * side for side in place)) if place else None
        yield Annotation(objects.name(objects.entry(note, "Subtype")) or "unknown", scaled)
