"""The page of one column: its grid, the running head, the folio and the thumb tabs.

Comes in: a paper and margins; sections. Goes out: a `Grid` whose parts are all as wide as the page, and furniture in
the type of the edition. Lengths are points.
"""

from __future__ import annotations

from guidebuild.compose.document import Section
from guidebuild.drawing import Colour, Pattern
from guidebuild.edition import MM
from guidebuild.typeset.book import TAB, Furniture, Grid, Sheet
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.styles import SMALL
from guidebuild.typeset.text import line_width

TYPE = SMALL.with_(size=10.0)
FIRST = 8 * MM  # from the head of the column to the first thumb tab
INDENT = 30.0  # what numbers and figures in front of words take


class OneColumn(Grid):
    """The grid of a page that has one column: what takes a third of a large page or more takes all of this one."""

    def w(self, n: float) -> float:
        return self.live_width if n > 3 else INDENT * n

    def x(self, n: int) -> float:
        return INDENT * n if n < 4 else 0.0


class LinearFurniture(Furniture):
    """The section above the column, the page number below it: both at the outer edge. The margins are narrow."""

    tab = (8.5 * MM, TAB[1])

    def _head(self, pen: Pen, sheet: Sheet) -> None:
        base = sheet.grid.margins.running + TYPE.baseline()
        if sheet.kind != "opener":
            self._outer(pen, sheet, base, sheet.section.name, "", self.ink)
            return
        band = self.openers[sheet.section.id]
        width = line_width(self.opener, TYPE.with_(bold=True), pen.faces)
        if isinstance(band.ground, Pattern):  # words on a pattern stand on plates
            pen.rect(sheet.left - 6, base - TYPE.size, width + 12, 1.4 * TYPE.size, band.ground.on)
        pen.text(sheet.left, base, self.opener, "bold", TYPE.size, band.words)

    def _folio(self, pen: Pen, sheet: Sheet) -> None:
        base = sheet.grid.paper.height - sheet.grid.margins.folio + TYPE.baseline()
        self._outer(pen, sheet, base, str(sheet.number), f" {self.of} {self.pages}", self.mute)

    def _outer(self, pen: Pen, sheet: Sheet, base: float, first: str, rest: str, colour: Colour) -> None:
        """Bold words and others after them, at the outer edge of the column; as many as one line holds."""
        bold = TYPE.with_(bold=True)
        while line_width(first, bold, pen.faces) > sheet.grid.live_width:
            first = first[:-2].rstrip() + "…"
        width = line_width(first, bold, pen.faces)
        whole = width + line_width(rest, TYPE, pen.faces)
        x = sheet.left + (sheet.grid.live_width - whole if sheet.recto else 0.0)
        pen.text(x, base, first, "bold", TYPE.size, self.ink)
        pen.text(x + width, base, rest, "regular", TYPE.size, colour)


def linear_tabs(sections: tuple[Section, ...], grid: Grid) -> dict[str, float]:
    """Thumb tabs step down to the foot of the column, at most 22 mm apart; those of profiles clear their bands."""
    tabbed = [section.id for section in sections if section.tab]
    top = grid.top + FIRST
    pitch = min(22 * MM, (grid.bottom - top - TAB[1]) / max(1, len(tabbed) - 1))
    return {section: top + pitch * index for index, section in enumerate(tabbed)}
