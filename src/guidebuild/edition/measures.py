"""Units of length in points (1/72 inch), and the margins of a page. Nothing comes in, and nothing is raised."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
INCH = 72.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Around the text; `running` from the upper edge to the running head, `folio` from the lower one to the folio."""

    head: float = 20 * MM
    foot: float = 18 * MM
    inner: float = 20 * MM
    outer: float = 18 * MM
    running: float = 10.5 * MM
    folio: float = 12.5 * MM
