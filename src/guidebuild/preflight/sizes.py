"""The names of page sizes.

A width and a height in points come in, the name that people know them by goes out, or "". Nothing is raised.
"""

from __future__ import annotations

from guidebuild.edition import INCH, MM, PAPERS

SLACK = 0.5  # points; programs round sizes in millimetres to whole points
# The papers that guides are set on, and others of ISO 216, ISO 217 (RA, SRA), ANSI/ASME Y14.1 and the trade.
SIZES: dict[str, tuple[float, float]] = {
    **{paper.trade_name: (paper.width, paper.height) for paper in PAPERS.values()},
    **{
        name: (width * MM, height * MM)
        for name, width, height in (
            ("A0", 841, 1189), ("A1", 594, 841), ("A6", 105, 148), ("A7", 74, 105), ("B4", 250, 353),
            ("B5", 176, 250), ("SRA3", 320, 450), ("SRA4", 225, 320), ("DL", 99, 210), ("business card", 85, 55),
        )
    },
    **{
        name: (width * INCH, height * INCH)
        for name, width, height in (
            ("Legal", 8.5, 14), ("Half Letter", 5.5, 8.5), ("ANSI C", 17, 22), ("12 x 18 in", 12, 18),
            ("18 x 24 in", 18, 24), ("24 x 36 in", 24, 36),
        )
    },
}  # fmt: skip


def size_name(width: float, height: float) -> str:
    """The name of a size in points, upright or lying; "" for one without."""
    for name, (short, long) in SIZES.items():
        if abs(width - short) <= SLACK and abs(height - long) <= SLACK:
            return name
        if abs(width - long) <= SLACK and abs(height - short) <= SLACK:
            return f"{name} landscape"
    return ""
