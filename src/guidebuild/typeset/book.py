"""The book: sheets, margins, columns, places; and the furniture of each page.

Comes in: sections as they are laid out. Goes out: `Sheet`s with placed boxes, and where each node stands. Millimetres
are turned into points here. Facing pages mirror: the inner margin is 20 mm, the outer 18 mm (page specification, 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from guidebuild.brand.theme import Band
from guidebuild.compose.document import PageRef, Section
from guidebuild.drawing import Colour, Paint, Pattern
from guidebuild.edition import MM, Margins, Paper
from guidebuild.typeset.boxes import Box
from guidebuild.typeset.complaints import Overflow, Uncoded, What, blamed
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.styles import BODY, CAPTION, H3
from guidebuild.typeset.targets import Place

STANDARD = Margins()
INNER, OUTER = STANDARD.inner, STANDARD.outer
GUTTER = 4 * MM
TAB = (10 * MM, 18 * MM)  # a thumb tab's width and height: 1 mm wider than specified, so that labels are safe
SAFETY = 5 * MM  # words keep this distance from the trim
SheetKind = Literal["plain", "opener", "cover"]


class Grid:
    """The twelve columns of a paper: `w(n)` is the width of n columns, gutters between them included."""

    def __init__(self, paper: Paper, margins: Margins = STANDARD) -> None:
        self.paper, self.margins = paper, margins
        self.live_width = paper.width - margins.inner - margins.outer
        self.column = (self.live_width - 11 * GUTTER) / 12
        self.top = margins.head
        self.bottom = paper.height - margins.foot
        self.live_height = self.bottom - self.top

    def w(self, n: float) -> float:
        return n * self.column + (n - 1) * GUTTER

    def x(self, n: int) -> float:
        """Offset of column n (from 0) from the left edge of the live area."""
        return n * (self.column + GUTTER)


@dataclass
class Sheet:
    """One page: its number (from 1), the section it belongs to, and boxes with the place of their upper left corner."""

    number: int
    section: Section
    kind: SheetKind
    grid: Grid
    boxes: list[tuple[Box, float, float]] = field(default_factory=list)
    guests: list[Section] = field(default_factory=list)  # further sections that start on this page

    @property
    def recto(self) -> bool:
        return self.number % 2 == 1

    @property
    def left(self) -> float:
        return self.grid.margins.inner if self.recto else self.grid.margins.outer

    @property
    def outer_x(self) -> float:
        """Left edge of the outer four columns: right on a recto, left on a verso."""
        return self.left + (self.grid.x(8) if self.recto else 0.0)

    @property
    def inner_x(self) -> float:
        """Left edge of the inner eight columns."""
        return self.left + (0.0 if self.recto else self.grid.x(4))

    def put(self, box: Box, x: float, y: float) -> float:
        """Place a box; returns the y below it."""
        self.boxes.append((box, x, y))
        return y + box.height


class Book:
    """All sheets in order, and the places of nodes: id -> (page, y)."""

    def __init__(self, paper: Paper, grid: Grid | None = None) -> None:
        self.grid = grid or Grid(paper)
        self.sheets: list[Sheet] = []
        self.places: dict[str, tuple[int, float]] = {}
        self.ends: dict[str, int] = {}
        self.overflow: list[Overflow] = []
        self.left_out: list[str] = []
        self.front: tuple[float, float] | None = (
            None  # band and rings of the front, which the back goes on from
        )
        self.uncoded: dict[str, Uncoded] = {}  # by address

    def open(self, section: Section, kind: SheetKind = "plain") -> Sheet:
        """A new page of a section."""
        sheet = Sheet(len(self.sheets) + 1, section, kind, self.grid)
        self.sheets.append(sheet)
        return sheet

    @property
    def last(self) -> Sheet:
        return self.sheets[-1]

    def mark(self, node: str, sheet: Sheet, y: float) -> None:
        """A node starts here; the first mention counts as its place, the last as its end."""
        if node:
            self.places.setdefault(node, (sheet.number, y))
            self.ends[node] = max(sheet.number, self.ends.get(node, 0))

    def refuse(self, what: What, over: float, boxes: Iterable[Box]) -> None:
        """Note what runs `over` the room of the last page by so many points: the longest words of the boxes."""
        section = self.last.section
        place, fits = blamed(boxes, over)
        written = (block.place for block in section.blocks if block.place)
        place = place or section.place or next(written, None)
        self.overflow.append(Overflow(what, self.last.number, place, fits))

    def pages(self) -> dict[str, tuple[int, int]]:
        return {node: (place[0], self.ends.get(node, place[0])) for node, place in self.places.items()}

    def resolve(self, ref: PageRef) -> tuple[str, Place]:
        """The words of a page reference and the place it links to."""
        first = self.places[ref.target][0]
        end = self.ends.get(ref.to_target or ref.target, first)
        words = str(first) if ref.form == "page" or end <= first else f"{first}–{end}"
        return words, Place(ref.target)


@dataclass(frozen=True)
class Furniture:
    """What every page but the covers carries; `tabs` maps section ids to (label, top, colour, colour on it).

    `openers` has the band of each page that a profile opens with, `scale` is how much larger all of it is printed.
    """

    tab: ClassVar[tuple[float, float]] = TAB

    guide_title: str
    foot: str
    of: str
    pages: int
    tabs: dict[str, tuple[str, float, Paint, Colour]]
    ink: Colour
    mute: Colour
    opener: str
    openers: dict[str, Band]
    scale: float = 1.0

    def paint(self, pen: Pen, sheet: Sheet) -> None:
        """Running head, folio and thumb tab, as pagination artifacts."""
        if sheet.kind == "cover":
            return
        with pen.pagination():
            self._head(pen, sheet)
            self._folio(pen, sheet)
            self._tab(pen, sheet)

    def _head(self, pen: Pen, sheet: Sheet) -> None:
        base = sheet.grid.margins.running + CAPTION.baseline()
        left, right = sheet.left, sheet.left + sheet.grid.live_width
        name = sheet.section.name
        if (
            sheet.kind == "opener"
        ):  # on the band, at the left where the title stands; the rings are at the right
            band = self.openers[sheet.section.id]
            if isinstance(band.ground, Pattern):  # words on a pattern stand on plates
                width = _width(pen, self.opener, "bold")
                pen.rect(left - 6, base - CAPTION.size, width + 12, 1.4 * CAPTION.size, band.ground.on)
            pen.text(left, base, self.opener, "bold", CAPTION.size, band.words)
            return
        name = _shorten(pen, name, 0.6 * (right - left))
        self._text(pen, sheet, name, base, outer=True, bold=True, colour=self.ink)
        room = right - left - _width(pen, name, "bold") - 12
        title = _shorten(pen, self.guide_title, room)
        self._text(pen, sheet, title, base, outer=False, bold=False, colour=self.mute)

    def _folio(self, pen: Pen, sheet: Sheet) -> None:
        base = sheet.grid.paper.height - sheet.grid.margins.folio + CAPTION.baseline()
        number, rest = str(sheet.number), f" {self.of} {self.pages}"
        width = _width(pen, number, "bold") + _width(pen, rest, "regular")
        x = sheet.left + (sheet.grid.live_width - width if sheet.recto else 0.0)
        pen.text(x, base, number, "bold", CAPTION.size, self.ink)
        pen.text(x + _width(pen, number, "bold"), base, rest, "regular", CAPTION.size, self.mute)
        self._text(pen, sheet, self.foot, base, outer=False, bold=False, colour=self.mute)

    def _text(
        self, pen: Pen, sheet: Sheet, words: str, base: float, *, outer: bool, bold: bool, colour: Colour
    ) -> None:
        face: Literal["bold", "regular"] = "bold" if bold else "regular"
        words = _shorten(pen, words, sheet.grid.live_width * 0.75)
        at_right = outer == sheet.recto
        x = sheet.left + (sheet.grid.live_width - _width(pen, words, face) if at_right else 0.0)
        pen.text(x, base, words, face, CAPTION.size, colour)

    def _tab(self, pen: Pen, sheet: Sheet) -> None:
        """Flush with the outer trim; the label is centred in the inner 7.5 mm, or further inwards to be safe."""
        for section in (sheet.section, *sheet.guests):
            if section.id in self.tabs:
                self._one_tab(pen, sheet, *self.tabs[section.id])

    def _one_tab(self, pen: Pen, sheet: Sheet, label: str, top: float, area: Paint, on: Colour) -> None:
        width, height = self.tab
        safe = SAFETY / self.scale
        edge = sheet.grid.paper.width if sheet.recto else 0.0
        inwards = -1 if sheet.recto else 1
        pen.rect(min(edge, edge + inwards * width), top, width, height, area)
        sizes = [(style, _width(pen, label, "bold", style.size) / 2) for style in (H3, BODY, CAPTION)]
        style, half = next((s for s in sizes if safe + 2 * s[1] <= width - 0.3 * MM), sizes[-1])
        centre = edge + inwards * max(width - 3.75 * MM, safe + half)
        if isinstance(area, Pattern):
            plate = half + MM
            pen.rect(centre - plate, top + 5 * MM, 2 * plate, height - 10 * MM, area.on)
        base = top + (height - style.leading) / 2 + style.baseline()
        pen.text(centre - half, base, label, "bold", style.size, on)


def _width(pen: Pen, words: str, face: Literal["bold", "regular"], size: float = CAPTION.size) -> float:
    from guidebuild.fonts import metrics

    return metrics(pen.faces.face(face)).width(words, size)


def _shorten(pen: Pen, words: str, room: float) -> str:
    """The words, cut with an ellipsis when the line is too narrow: at a word, or within the only one."""
    if _width(pen, words, "bold") <= room:
        return words
    parts = words.split()
    while len(parts) > 1 and _width(pen, " ".join(parts) + " …", "bold") > room:
        parts.pop()
    shown = " ".join(parts) + " …"
    while len(shown) > 2 and _width(pen, shown, "bold") > room:
        shown = shown[:-2].rstrip() + "…"
    return shown


def tab_places(sections: tuple[Section, ...]) -> dict[str, float]:
    """Thumb tabs step down the page: 22 mm apart, closer when there are more than nine (specification, 4)."""
    tabbed = [section.id for section in sections if section.tab]
    pitch = 22.0 if len(tabbed) <= 9 else 198 / len(tabbed)
    return {section: (66 + pitch * index) * MM for index, section in enumerate(tabbed)}
