"""The layouts: what is on the sheets. Nothing comes in, and nothing is raised. Lengths are points.

To add one, add it to `LAYOUTS`, and say of which sections it is made in `guidebuild.compose.layouts`. The page designs
of sections that no other layout has are listed in `guidebuild.typeset.sheets`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from guidebuild.edition.measures import MM
from guidebuild.edition.papers import Use


@dataclass(frozen=True, slots=True)
class PageRoom:
    """A chart has what its page leaves: `bars` is what title, introduction, captions and gaps take on a page of pay,
    `row` a row of the table below it; `sets` what they take on a page with a set chart, `table` a table of eight
    skills rows under its heading, which shares the page with a chart of two sets.
    """

    bars: float = 276.0
    row: float = 24.0
    sets: float = 110.0
    table: float = 286.0
    margins: float = 38 * MM  # head and foot of every page

    def for_bars(self, page: float, count: int) -> float:
        """The height of a chart of so many bars on a page so high."""
        return page - self.margins - self.bars - self.row * (count + 1)

    def for_sets(self, page: float, count: int) -> float:
        """The height of a chart of so many sets: three circles fill their page, two share it with their table."""
        return page - self.margins - self.sets - (self.table if count < 3 else 0.0)


@dataclass(frozen=True, slots=True)
class ShareRoom:
    """A chart has a share of its sheet, which other blocks fill: `share` of its height, and `bar` more for each bar."""

    share: float
    bar: float
    margins: float = 38 * MM

    def for_bars(self, page: float, count: int) -> float:
        """The height of a chart of so many bars on a page so high."""
        return (page - self.margins) * (self.share + self.bar * count)

    def for_sets(self, page: float, count: int) -> float:  # noqa: ARG002 -- as `PageRoom.for_sets`
        """The height of a chart of sets, however many."""
        return (page - self.margins) * self.share


@dataclass(frozen=True, slots=True)
class Layout:
    """What is on the sheets; `words` finish the sentence "Make ...".

    Papers of the `use` suit it, in one of its `type_sizes`. A `sheet` has designs for a fixed number of pages
    and short forms of the facts; any other one has all sections of the guide. Where it is `adapted`, margins, columns
    and scale follow the paper and the type size. What is `folded` is printed on sheets to fold, and has no links.
    """

    name: str
    words: str
    use: Use
    type_sizes: tuple[str, ...] = ("standard",)
    sheet: bool = False
    adapted: bool = False
    folded: bool = False
    room: PageRoom | ShareRoom = field(default_factory=PageRoom)


# The first one is the usual one.
LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("guide", "the whole guide", "read", ("standard", "large-print"), adapted=True),
        Layout("handout", "one sheet to hand out", "office", sheet=True, room=ShareRoom(0.19, 0.03)),
        Layout("poster", "a poster", "wall", sheet=True),
        Layout("booklet", "a booklet to fold", "office", folded=True),
    )
}
