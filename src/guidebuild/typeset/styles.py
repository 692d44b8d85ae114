"""The type scale and the vertical grid of the page.

Comes in: nothing. Goes out: `Style` by name; `U`, the one vertical step (4 pt); `grid` to round up to it. Sizes and
leadings are points, of one family in two weights. Capitals are centred in the line box, so a label in one style
and a value in another sit on a common axis when their boxes do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

U = 4.0
CAP = (
    0.66  # cap height of the text faces as a share of the size; close enough for centring any bundled family
)


@dataclass(frozen=True, slots=True)
class Style:
    """`colour` is a token of the palette ("ink") or "#rrggbb"; `measure` hints follow the page design.

    `balance` evens out the lines of a heading; `hyphenate` allows breaks inside words (narrow columns only).
    `heading` takes the bold face of the family for headings, where the brand has one.
    """

    size: float
    leading: float
    bold: bool = False
    colour: str = "ink"
    tracking: float = 0.0
    balance: bool = False
    hyphenate: bool = False
    capitals: bool = False
    heading: bool = False

    def baseline(self) -> float:
        """Distance from the top of the line box to the baseline."""
        return (self.leading + CAP * self.size) / 2

    def with_(self, **changes: object) -> Style:
        """The same style with something changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


DISPLAY = Style(40, 44, bold=True, heading=True, tracking=-0.5, balance=True)
H1 = Style(26, 32, bold=True, heading=True, tracking=-0.2, balance=True)
FIGURE = Style(20.5, 24, bold=True, heading=True)
H2 = Style(16.5, 20, bold=True, heading=True, balance=True)
H3 = Style(13, 16, bold=True, heading=True, balance=True)
LEAD = Style(13, 20)
BODY = Style(10.5, 16)
SMALL = Style(9.5, 14)
SMALL_BOLD = Style(9.5, 14, bold=True)
CAPTION = Style(8.5, 12, colour="mute")
LABEL = Style(8, 12, bold=True, colour="mute", tracking=0.6, capitals=True)


def label_style(*, as_written: bool) -> Style:
    """The style of a label: capitals for our own words, an author's ("iOS", "Straße") as they are."""
    return LABEL.with_(capitals=False) if as_written else LABEL


def grid(height: float) -> float:
    """The height rounded up to whole steps; a hair of slack absorbs floating point."""
    return math.ceil(height / U - 1e-6) * U


def on_grid(height: float, density: float) -> float:
    """On the grid as designed (density 1), off it when a page is tightened."""
    return grid(height) if density == 1.0 else height
