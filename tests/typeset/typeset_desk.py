"""A desk to try boxes at: a setting on the bundled brand, a pen, and readings of what it painted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from typeset_stress import prepared, stress

import structure
from guidebuild.typeset.book import Book
from guidebuild.typeset.boxes import Beside, Box, Panel, Stack, TextBox
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.table import TableBox, TableRow


def desk(roles: int = 3, paper: str = "a4") -> Setting:
    """A setting with nothing set yet."""
    document, theme, _ = prepared(stress("bare", roles), paper)
    return Setting(document, theme, {}, Book(theme.paper), Tag("Document", None))


def painted(setting: Setting, *pages: Callable[[Pen], None]) -> bytes:
    """Pages painted by functions of the pen."""
    paper = setting.theme.paper
    pen = Pen(paper.width, paper.height, setting.theme.faces, "en-GB")
    for page in pages:
        pen.begin_page()
        page(pen)
        pen.end_page()
    return pen.finish(setting.root)


def problems(pdf: bytes) -> list[str]:
    """What is wrong with the tags of a few boxes; they need no title."""
    return [problem for problem in structure.problems(pdf) if "heading" not in problem]


def content(pdf: bytes, page: int = 0) -> str:
    """The operators of a page."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return file.pages[page].Contents.read_bytes().decode("latin-1")


def bands(pdf: bytes, page: int) -> list[tuple[str, float]]:
    """Colour and height of the full-width grounds of a page, which is counted from 1."""
    with pikepdf.open(BytesIO(pdf)) as file:
        width = float(file.pages[page - 1].MediaBox[2])
    found = re.findall(r"([\d. ]+) rg (\S+) \S+ (\S+) (\S+) re f", content(pdf, page - 1))
    return [
        (colour, float(h)) for colour, x, w, h in found if float(x) <= 0 and float(x) + float(w) >= width - 1
    ]


def text_boxes(box: Box) -> Iterator[TextBox]:
    """All text in a box, in reading order."""
    if isinstance(box, TextBox):
        yield box
    elif isinstance(box, Stack | Beside):
        for _, child in box.children:
            yield from text_boxes(child)
    elif isinstance(box, Panel):
        yield from text_boxes(box.inner)
    elif isinstance(box, TableRow):
        for _, _, child in box.boxes:
            yield from text_boxes(child)
    elif isinstance(box, TableBox):
        for row in box.rows:
            yield from text_boxes(row)


def words_in(box: Box) -> list[str]:
    """The words of a box, one entry per line."""
    return ["".join(piece.text for piece in line.pieces) for text in text_boxes(box) for line in text.lines]


def parts(box: Box, room: float, *, force: bool = False) -> list[Box]:
    """A box split again and again until the rest fits or stays whole."""
    out = []
    while box.height > room + 0.01 and (halves := box.split(room, force=force)):
        head, box = halves
        out.append(head)
        assert len(out) < 500
    return [*out, box]
