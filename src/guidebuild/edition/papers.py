"""The papers: to add one, add it to `PAPERS`. Nothing comes in, and nothing is raised. Lengths are points.

A paper says for what it is used, and each layout takes the papers of one use (`guidebuild.edition.layouts`), so that
neither names the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from guidebuild.edition.measures import INCH, MM, Margins

Use = Literal["read", "office", "wall"]  # held and read; what office printers and copiers take; hung up
BLEEDS = {"3mm": 3 * MM, "0.125in": INCH / 8}  # what print shops ask for, as a brand file writes it


@dataclass(frozen=True, slots=True)
class Trade:
    """How paper is cut and printed in a part of the world: the usual bleed, and the usual printing condition.

    `territories` are those whose offices use its papers; where none says so, they use those of the first trade.
    `condition` is a name in the registry of the ICC.
    """

    bleed: float
    condition: str
    territories: tuple[str, ...] = ()


ISO = Trade(BLEEDS["3mm"], "FOGRA39")
AMERICAN = Trade(BLEEDS["0.125in"], "CGATS TR 006", ("US", "CA", "PH"))
TRADES = (ISO, AMERICAN)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, by its trim size.

    `trade_name` is what print shops and reports call it, `words` what a guide says of itself. The pages of a guide
    keep `margins`; on a `narrow` paper they have one column, with short blocks in pairs. What is `enlarged` by a
    factor is laid out on a smaller page of the same proportions and printed larger.
    """

    name: str
    width: float
    height: float
    trade_name: str = ""
    words: str = ""
    uses: tuple[Use, ...] = ()
    trade: Trade = ISO
    margins: Margins = field(default_factory=Margins)
    narrow: bool = False
    enlarged: float = 1.0


_POCKET = Margins(16 * MM, 15 * MM, 14 * MM, 12 * MM, 8 * MM, 10 * MM)

# The first paper of each trade that a layout takes is the usual one there; the first of all is so elsewhere.
PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a4", 210 * MM, 297 * MM, "A4", "A4", ("read", "office")),
        Paper("letter", 8.5 * INCH, 11 * INCH, "Letter", "US Letter", ("read", "office"), AMERICAN),
        Paper("a5", 148 * MM, 210 * MM, "A5", "A5", ("read",), margins=_POCKET, narrow=True),
        Paper("a3", 297 * MM, 420 * MM, "A3", "A3", ("wall",)),
        Paper("a2", 420 * MM, 594 * MM, "A2", "A2", ("wall",)),
        # A guide on Tabloid is one on Letter made as wide: all of it is 1.29 times as large.
        Paper("tabloid", 11 * INCH, 17 * INCH, "Tabloid", "tabloid", ("read", "wall"), AMERICAN, enlarged=11 / 8.5),
    )
}  # fmt: skip
