"""QR codes as drawings (ISO/IEC 18004:2015), and how large they must be printed.

Comes in: an address and a colour. Goes out: a `Drawing` in which a module is one point, to be scaled when it is placed,
with error correction M or better (7.5.1) and the quiet zone around it (6.3.8). The standard leaves the size of a module
to those who print and read; telephones want what `least_width` says. An address longer than a code can say was refused
when the guide was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.document import Code, Document, LinkGroup
from guidebuild.drawing import Colour, Drawing, Path, Segment, rect
from guidebuild.edition import MM

QUIET = 4  # modules without ink on each side (6.3.8)
MODULE = 0.4 * MM  # the smallest that telephones read from paper
NARROWEST = 20 * MM  # and the narrowest code, measured as in 6.1: without its quiet zone


def code_id(url: str) -> str:
    """The key of a code among the charts of a document."""
    return f"code:{url}"


def code_addresses(document: Document) -> Iterator[str]:
    """Every address that the pages print as a code, once each, in reading order."""
    blocks = [block for section in document.sections for block in section.blocks]
    urls = [
        b.says if isinstance(b, Code) else b.links[0][1] for b in blocks if isinstance(b, Code | LinkGroup)
    ]
    yield from dict.fromkeys(urls)


def draw_code(url: str, colour: Colour) -> Drawing:
    """The code as one path, a rectangle per run of dark modules."""
    import segno

    rows = [list(row) for row in segno.make(url, error="m", micro=False).matrix]
    size = len(rows) + 2 * QUIET
    segments: list[Segment] = []
    for r, row in enumerate(rows):
        for start, end in _runs(row):
            segments += rect(QUIET + start, size - QUIET - r - 1, end - start, 1)
    return Drawing(size, size, (Path(tuple(segments), fill=colour),))


def least_width(code: Drawing) -> float:
    """The smallest width in points at which a code may be printed, its quiet zone included."""
    return code.width * max(MODULE, NARROWEST / (code.width - 2 * QUIET))


def _runs(row: list[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules start and end in a row."""
    start = None
    for column, dark in enumerate([*row, 0]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            yield start, column
            start = None
