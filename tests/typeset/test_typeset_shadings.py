"""Gradients on pages: shadings in the one space of the inks, where their path stands; clips and pens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from typeset_desk import content, desk, painted

from guidebuild.brand.theme import Press
from guidebuild.drawing import Clip, Drawing, Gradient, Path, Stop, circle, moved, rect, unnamed
from guidebuild.preflight.document import read as read_document
from guidebuild.typeset.inks import Cmyk, Gray, Inks
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.shadings import shading

PRESS = Press(0.0, False, "PDF/X-1a:2003", "FOGRA39")
RED, BLUE, GREEN = unnamed("#c00000"), unnamed("#0000c0"), unnamed("#008000")
LINE = Gradient((0, 0, 0), (10, 0, 0), (Stop(0, RED), Stop(0.5, GREEN), Stop(1, BLUE)))
ROUND = Gradient((5, 5, 0), (5, 5, 5), (Stop(0, RED), Stop(1, BLUE)), radial=True)


def _sheet(
    inks: Inks, drawing: Drawing, *, scale: float = 1.0, at: tuple[float, float] = (20.0, 20.0)
) -> bytes:
    setting = desk()
    pen = Pen(100, 100, setting.theme.faces, "en", inks)
    pen.tagged = pen.canvas.tagged = False
    pen.begin_page()
    pen.drawing(drawing, *at, scale)
    pen.end_page()
    return pen.finish(setting.root)


@contextmanager
def _patterns(pdf: bytes) -> Iterator[list[Any]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        yield list(file.pages[0].Resources.Pattern.values())


def _pixel(pdf: bytes, x: float, y: float) -> tuple[int, ...]:
    with pypdfium2.PdfDocument(pdf) as file:
        image = file[0].render(scale=4).to_pil().convert("RGB")
    pixel = image.getpixel((round(4 * x), round(4 * y)))
    assert isinstance(pixel, tuple)
    return pixel


@pytest.mark.parametrize(
    ("inks", "space", "parts"),
    [(Inks(), "/DeviceRGB", 2), (Gray(), "/DeviceGray", 16), (Cmyk(PRESS), "/DeviceCMYK", 16)],
)
def test_a_gradient_is_a_shading_in_the_space_of_the_inks(inks: Inks, space: str, parts: int) -> None:
    pdf = _sheet(inks, Drawing(10, 10, (Path(rect(0, 0, 10, 10), fill=LINE),)))
    with _patterns(pdf) as (pattern,):
        assert (pattern.PatternType, pattern.Shading.ShadingType) == (2, 2)
        assert pattern.Shading.ColorSpace == space
        function = pattern.Shading.Function
        assert len(function.Functions) == parts
        bounds = [float(bound) for bound in function.Bounds]
        assert bounds == sorted(set(bounds))
        components = {"/DeviceRGB": 3, "/DeviceGray": 1, "/DeviceCMYK": 4}[space]
        assert {len(part.C0) for part in function.Functions} == {components}


@pytest.mark.parametrize("scale", [1.0, 4.0])
@pytest.mark.parametrize("at", [(20.0, 20.0), (45.0, 31.0)])
def test_a_gradient_stands_where_its_path_does(scale: float, at: tuple[float, float]) -> None:
    pdf = _sheet(Inks(), Drawing(10, 10, (Path(rect(0, 0, 10, 10), fill=LINE),)), scale=scale, at=at)
    x, y = at
    middle = y + 5 * scale
    assert _pixel(pdf, x + 0.3 * scale, middle)[0] > 150
    assert _pixel(pdf, x + 5 * scale, middle)[1] > 100
    assert _pixel(pdf, x + 9.7 * scale, middle)[2] > 150


def test_a_round_gradient_and_the_gradient_of_a_stroke() -> None:
    ring = Path(circle(5, 5, 4), stroke=LINE, width=2)
    pdf = _sheet(Inks(), Drawing(10, 10, (Path(rect(0, 0, 10, 10), fill=ROUND), ring)), scale=6)
    assert _pixel(pdf, 50, 50)[0] > 170
    assert _pixel(pdf, 21, 21)[2] > 170
    assert _pixel(pdf, 26, 50)[0] > 150  # the ring's left is red, its right blue
    assert _pixel(pdf, 74, 50)[2] > 150


def test_a_gradient_that_is_used_twice_in_one_place_is_written_once() -> None:
    path = Path(rect(0, 0, 10, 10), fill=LINE)
    for ops, count in (((path, path), 1), ((path, moved(path, 10, 0)), 2)):
        with _patterns(_sheet(Inks(), Drawing(20, 10, ops))) as patterns:
            assert len(patterns) == count


def test_an_edge_at_the_very_end_is_kept() -> None:
    edge = Gradient((0, 0, 0), (10, 0, 0), (Stop(0, RED), Stop(0.999, RED), Stop(1, BLUE)))
    written = shading(edge, (1, 0, 0, 1, 0, 0), Inks())
    assert "10.3 0]" in str(written.dict["Shading"].dict["Coords"])
    pdf = _sheet(Inks(), Drawing(20, 10, (Path(rect(0, 0, 20, 10), fill=edge),)), scale=4)
    assert _pixel(pdf, 20 + 4 * 9.5, 40)[0] > 150
    assert _pixel(pdf, 20 + 4 * 10.5, 40)[2] > 150


def test_numbers_of_a_pattern_have_no_exponents() -> None:
    small = Gradient((0, 0, 0), (1e-7, 0, 0), LINE.stops, matrix=(1e7, 0, 0, 1e-6, 0, 0))
    written = shading(small, (1, 0, 0, 1, 0, 0), Inks())
    assert "e" not in str(written.dict["Matrix"]) + str(written.dict["Shading"].dict["Coords"])


def test_clips_hold_together_and_end_with_their_path() -> None:
    left, low = Clip(rect(0, 0, 5, 10)), Clip(rect(0, 0, 10, 5))
    inside = Path(rect(0, 0, 10, 10), fill=RED, clips=(left, low))
    after = Path(rect(8, 8, 2, 2), fill=BLUE)
    pdf = _sheet(Inks(), Drawing(10, 10, (inside, after)), scale=6)
    assert _pixel(pdf, 20 + 12, 20 + 45)[0] > 150
    assert _pixel(pdf, 20 + 45, 20 + 45) == (255, 255, 255)
    assert _pixel(pdf, 20 + 12, 20 + 12) == (255, 255, 255)
    assert _pixel(pdf, 20 + 55, 20 + 5)[2] > 150


def test_a_nib_makes_strokes_of_two_widths() -> None:
    wide = Path(
        (("M", 2, 5), ("L", 18, 5), ("M", 10, 1), ("L", 10, 9)), stroke=RED, width=1, nib=(4, 0, 0, 1)
    )
    pdf = _sheet(Inks(), Drawing(20, 10, (wide,)), scale=4)
    across, up = 20 + 4 * 10, 20 + 4 * 2
    assert _pixel(pdf, across + 6, up)[0] > 150  # the upright line is four units wide
    assert _pixel(pdf, across + 6, up)[1] < 100
    assert _pixel(pdf, 20 + 4 * 4, 20 + 4 * 5 + 4) == (255, 255, 255)  # the level one is one


def test_a_miter_limit_of_its_own_ends_with_its_path() -> None:
    corner = (("M", 0, 0), ("L", 5, 9), ("L", 9, 0))
    setting = desk()
    drawing = Drawing(10, 10, (Path(corner, stroke=RED, miter=4), Path(corner, stroke=BLUE)))
    text = content(painted(setting, lambda pen: pen.drawing(drawing, 10, 10)), 0)
    assert text.count(" M ") == 1
    assert text.index("q\n") < text.index(" M ") < text.index("Q") < text.rindex(" w ")


def test_preflight_knows_the_inks_of_a_gradient() -> None:
    pdf = _sheet(Cmyk(PRESS), Drawing(10, 10, (Path(rect(0, 0, 10, 10), fill=LINE),)))
    (mark,) = [mark for page in read_document(pdf, "x.pdf").pages for mark in page.marks]
    assert mark.paint is not None
    assert mark.paint.space.name == "DeviceCMYK"
    assert mark.paint.total > 100
