"""Finished pages in order -> sheets to print on both sides, fold once and staple in the fold.

Comes in: an `Artifact` of single pages, a multiple of four, and the `Fold`. Goes out: an `Artifact` whose pages are the
sides of sheets, two pages beside each other on each: the front of the outermost sheet, its back, the front of the next
one, and so on inwards. The sheets are turned over on the short edge. It is made for a printer and not for readers: a
tree of tags would tell the pages in the order of the sheets, so there is none, and neither are there links, bookmarks
and labels of PDF/UA or PDF/A; fonts stay embedded, colours keep their meaning. Refuses: pages that do not fill whole
sheets, with `ValueError`. Pages for a press are never imposed here: print shops do that themselves.

Order. A booklet of n pages has n / 4 sheets. Sheet s, counted from 0 at the outside, has on its front the pages
n - 2s (left) and 1 + 2s (right), on its back 2 + 2s (left) and n - 1 - 2s (right): the two numbers beside each other
always add up to n + 1, and behind the right half of the front is the left half of the back.

Creep. Folded sheets lie in each other, and each one lies in the crease of the next, so one thickness t of the paper
farther from the spine than that one; sheet s lies s sheets deep, s * t farther out than the outermost. All halves are
equally wide, so its fore edge sticks out by s * t, and the trim, which makes all edges level with the outermost, takes
s * t off its outer margins. So the pages of sheet s are moved towards the spine by

    creep(s) = s * t

and the outer margins are equal after the trim; the inner margin of 20 mm gives the room. A round fold would need up
to pi / 2 as much (its half is a quarter of a circle of t more radius for each sheet); creased and stapled paper is
folded sharply. Who sees more on thick paper may state a greater thickness.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from guidebuild.conform.artifact import Artifact
from guidebuild.conform.metadata import facts, plain_packet
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.edition import MM, PAPERS, Paper
from guidebuild.typeset.inks import number
from guidebuild.typeset.result import Typeset

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

# What belongs to single pages: tags, links, bookmarks, and places that they lead to.
_OF_PAGES = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode", "/Dests", "/Names", "/OpenAction")
_MARKS = frozenset(("BDC", "BMC", "EMC"))
_SHEET = 4
USUAL = (8, 64)  # pages that can be stapled in the fold: more of them do not stay closed


@dataclass(frozen=True, slots=True)
class Fold:
    """How sheets are folded: the thickness of one, in millimetres."""

    paper_thickness: float

    def creep(self, sheet: int) -> float:
        """By how many points the pages of a sheet, counted from 0 at the outside, move towards the spine."""
        return sheet * self.paper_thickness * MM


def sides(count: int) -> Iterator[tuple[int, int]]:
    """The pages beside each other, (left, right) and counted from 1: front and back of each sheet from the outside.

    Raises `ValueError` for a number that is no multiple of four.
    """
    if count % _SHEET or not count:
        raise ValueError(f"{count} pages do not fill whole sheets of {_SHEET}")
    for sheet in range(count // _SHEET):
        yield count - 2 * sheet, 1 + 2 * sheet
        yield 2 + 2 * sheet, count - 1 - 2 * sheet


def unusual(count: int, place: Span) -> tuple[Diagnostic, ...]:
    """A warning of a booklet that is too thin or too thick to be stapled in the fold."""
    least, most = USUAL
    if least <= count <= most:
        return ()
    if count < least:
        message = f"a booklet of {count} pages is one sheet, which needs no staples"
        hint = "the layout 'handout' is made for one sheet"
    else:
        message = f"a booklet of {count} pages hardly stays closed; stapled ones have {most} at most"
        hint = "compare fewer roles or switch sections off, or have it bound in another way"
    return (Diagnostic("warning", "booklet-pages", message, place, (hint,)),)


def sheet_name(paper: Paper) -> str:
    """The name of the paper on which two of these pages stand beside each other; their own if it has none."""

    def fits(sheet: Paper) -> bool:
        return max(abs(sheet.width - paper.height), abs(sheet.height - 2 * paper.width)) < 1.5 * MM

    return next((sheet.name for sheet in PAPERS.values() if fits(sheet)), paper.name)


def impose(artifact: Artifact, typeset: Typeset, fold: Fold) -> Artifact:
    """The sheets. `typeset` has the facts that the file states about itself."""
    import pikepdf

    pairs = tuple(sides(artifact.page_count))
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        halves = [_half(pdf, page) for page in pdf.pages]
        width, height = (float(value) for value in pdf.pages[0].mediabox[2:])
        for index, pair in enumerate(pairs):
            _add_side(pdf, [(page, halves[page - 1]) for page in pair], width, height, fold.creep(index // 2))
        del pdf.pages[: len(halves)]
        _describe(pdf, typeset, len(pairs))
        data = _write(pdf)
    return replace(
        artifact,
        pdf=data,
        digest=hashlib.sha256(data).hexdigest(),
        conformance=(),
        sheets=len(pairs) // 2,
    )


def _half(pdf: Pdf, page: Any) -> Object:
    """A page as a form that can be placed, without the marks that tie its content to the tags."""
    import pikepdf

    operations = [part for part in pikepdf.parse_content_stream(page) if str(part.operator) not in _MARKS]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(operations))
    form: Object = pdf.make_indirect(page.as_form_xobject())
    return form


def _add_side(pdf: Pdf, pair: list[tuple[int, Object]], width: float, height: float, creep: float) -> None:
    """One side of a sheet: each page in its half, moved towards the fold in the middle and cut off there."""
    from pikepdf import Dictionary, Name

    (left, first), (right, second) = pair
    operators = [
        _placed(0.0, creep, f"Page{left}", width, height),
        _placed(width, width - creep, f"Page{right}", width, height),
    ]
    forms = Dictionary({f"/Page{left}": first, f"/Page{right}": second})
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, round(2 * width, 3), round(height, 3)],
        Resources=Dictionary(XObject=forms),
        Contents=pdf.make_stream("\n".join(operators).encode("ascii")),
    )
    pdf.pages.append(_as_page(pdf, page))


def _as_page(pdf: Pdf, page: Any) -> Any:
    from pikepdf import Page

    return Page(pdf.make_indirect(page))


def _placed(edge: float, x: float, name: str, width: float, height: float) -> str:
    """A form at `x`, painted only in the half of the sheet that begins at `edge`."""
    box = " ".join(map(number, (edge, 0, width, height)))
    return f"q {box} re W n 1 0 0 1 {number(x)} 0 cm /{name} Do Q"


def _describe(pdf: Pdf, typeset: Typeset, count: int) -> None:
    """No claims; names for the sides; and what a print dialogue is to propose (ISO 32000-1, 12.2 and 12.4.2)."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    for key in _OF_PAGES:
        if key in pdf.Root:
            del pdf.Root[key]
    labels: list[Any] = []
    for index in range(count):
        side = "back" if index % 2 else "front"
        labels += [index, Dictionary(P=String(f"Sheet {index // 2 + 1}, {side}"))]
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None")
    )
    packet = plain_packet(facts(typeset))
    pdf.Root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)


def _write(pdf: Pdf) -> bytes:
    """As small as single pages; the /ID is a hash of what is written."""
    from pikepdf import ObjectStreamMode

    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    target = BytesIO()
    pdf.save(
        target,
        force_version="1.7",
        fix_metadata_version=False,
        compress_streams=True,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()
