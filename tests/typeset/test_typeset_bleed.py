"""For a press, what touches the trim is painted into the bleed, nothing beyond it, and nothing is left for a screen."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from guidebuild.brand.load import load_theme
from guidebuild.brand.theme import Press
from guidebuild.cache import Cache
from guidebuild.drawing import Path, rect, unnamed
from guidebuild.edition import Edition
from guidebuild.typeset.inks import inks_of
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.targets import Address

THEME = load_theme(
    None, overrides={}, paper="a4", roles=2, root=None, cache=Cache(None), edition=Edition(profile="press")
).theme
PRESS = Press(9.0, True, "PDF/X-1a:2003", "FOGRA39")


def painted(*boxes: tuple[float, float, float, float], press: Press = PRESS) -> str:
    """The operators of a page of 100 x 200 pt with these boxes (x, y, width, height from the upper left corner)."""
    pen = Pen(100, 200, THEME.faces, "en", inks_of(THEME), press)
    root = Tag("Document", None)
    pen.begin_page()
    for box in boxes:
        with pen.marked(Tag("P", root)):
            pen.rect(*box, unnamed("#000000"))
    pen.path(Path(rect(10, 10, 5, 5), fill=unnamed("#ffffff")))
    pen.place("somewhere", 10)
    pen.outline("Somewhere", "somewhere", 0)
    pen.link(Tag("Link", root), 0, 0, 10, 10, Address("https://example.org"), "words")
    pen.end_page()
    data = pen.finish(root)
    assert not re.search(rb"/Annot\b|/StructTreeRoot|/Dests|/MCID", data)
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode()


@pytest.mark.parametrize(
    ("box", "operands"),
    [
        ((0, 0, 100, 50), "-9 150 118 59"),  # a band at the head
        ((0, 150, 100, 50), "-9 -9 118 59"),  # and at the foot
        ((91, 60, 9, 18), "91 122 18 18"),  # a tab at the right
        ((0, 60, 9, 18), "-9 122 18 18"),
        ((10, 10, 20, 20), "10 170 20 20"),  # inside
        ((0.5, 10, 20, 20), "0.5 170 20 20"),
    ],
)
def test_only_edges_on_the_trim_move_out(box: tuple[float, float, float, float], operands: str) -> None:
    assert f"0 0 0 1 k {operands} re f" in painted(box)


def test_the_page_is_moved_by_its_margin_and_clipped_at_the_bleed() -> None:
    content = painted()
    margin = f"{PRESS.margin:.3f}".rstrip("0")
    assert f"q 1 0 0 1 {margin} {margin} cm -9 -9 118 218 re W n" in content
    assert content.rstrip().endswith("Q")
    assert "BDC" not in content
    assert "BMC" not in content
