"""How far the ink of strokes reaches: mitred corners count where they are drawn, whatever the pen."""

from __future__ import annotations

from io import BytesIO

import pytest
import resvg_py
from PIL import Image
from svg_corpus import svg as file_of

from guidebuild.brand import svg
from guidebuild.brand.svg import grammar, reading, usvg
from guidebuild.brand.svg.ink import ink
from guidebuild.brand.svg.outline import corners
from guidebuild.cache import Cache
from guidebuild.drawing import Path

SCALE = 8
PAGE = (160, 120)
PAGE_OF = 'viewBox="0 0 160 120"'
STROKE = 'fill="none" stroke="#000" stroke-linecap="round"'


def _shown(text: str) -> tuple[float, ...]:
    """The box of what resvg draws, in units of the file."""
    png = resvg_py.svg_to_bytes(svg_string=text, width=PAGE[0] * SCALE, background="#ffffff")
    with Image.open(BytesIO(bytes(png))) as image:
        grey = image.convert("L").point(lambda value: 255 * (value < 128))
        return tuple(side / SCALE for side in grey.getbbox() or ())


def _measured(text: str) -> tuple[float, ...]:
    sketch = grammar.read(reading._tree(usvg.normalise(text.encode()).svg))
    (mark,) = sketch.content.children
    box = ink(mark.path)  # type: ignore[union-attr]
    assert box
    return box.x0, PAGE[1] - box.y1, box.x1, PAGE[1] - box.y0


@pytest.mark.parametrize(
    "shape",
    [
        '<path d="M50 95L70 40L90 95" stroke-width="14"/>',
        '<path d="M50 95L70 40L90 95" stroke-width="14" stroke-linejoin="round"/>',
        '<path d="M40 50L70 40L60 90Z" stroke-width="9" stroke-miterlimit="9"/>',
        '<path d="M40 50L70 40L60 90L40 50" stroke-width="9" stroke-miterlimit="9"/>',
        '<path d="M40 80C40 20 60 60 80 40C60 80 90 60 110 70" stroke-width="10" stroke-miterlimit="9"/>',
        '<path d="M60 60C90 40 90 80 60 60Z" stroke-width="6"/>',
        '<path d="M50 95L50 95L70 40L70 40L90 95" stroke-width="14"/>',
        '<path d="M25 80L35 50L45 80" stroke-width="6" transform="scale(2 1)"/>',
        '<path d="M25 95L45 50L65 95" stroke-width="9" transform="translate(20) skewX(20) scale(1 .8)"/>',
        '<path d="M40 20L70 30L40 40" stroke-width="8" transform="rotate(20) scale(1.2)"/>',
    ],
)
def test_the_box_of_a_stroke_is_that_of_its_ink(shape: str) -> None:
    text = file_of(f"<g {STROKE}>{shape}</g>", PAGE_OF)
    assert _measured(text) == pytest.approx(_shown(text), abs=0.3)


@pytest.mark.parametrize(
    "more",
    ['stroke-miterlimit="2"', 'stroke-linejoin="bevel"', 'stroke-miterlimit="2" transform="scale(1.2 1)"'],
)
def test_corners_that_are_cut_off_reach_no_further_than_the_pen(more: str) -> None:
    text = file_of(f'<path d="M50 95L70 40L90 95" stroke-width="14" {STROKE} {more}/>', PAGE_OF)
    x0, top, x1, bottom = _measured(text)
    assert (x0, x1, bottom) == pytest.approx([_shown(text)[side] for side in (0, 2, 3)], abs=0.3)
    assert top == pytest.approx(40 - 7)
    assert top < _shown(text)[1]


def test_a_logo_is_cropped_to_its_corners_and_not_through_them() -> None:
    text = file_of(f'<path d="M50 95L70 40L90 95" stroke-width="14" {STROKE}/>', PAGE_OF)
    drawing = svg.on(svg.read(text.encode(), Cache(None)), "#ffffff")
    x0, y0, x1, y1 = _shown(text)
    assert drawing.width / drawing.height == pytest.approx((x1 - x0) / (y1 - y0), rel=0.01)


def test_a_corner_that_reaches_over_the_page_is_cut_there_and_one_that_stays_is_not() -> None:
    def clips(top: int) -> int:
        text = file_of(f'<path d="M50 95L70 {top}L90 95" stroke-width="14" {STROKE}/>', PAGE_OF)
        (path,) = svg.on(svg.read(text.encode(), Cache(None)), "#ffffff").ops
        assert isinstance(path, Path)
        return len(path.clips)

    assert (clips(40), clips(24), clips(12)) == (0, 1, 0)  # the last is too sharp for the miter limit


def test_a_clip_that_cuts_a_corner_alone_is_kept() -> None:
    clip = '<clipPath id="c"><rect x="20" y="30" width="120" height="80"/></clipPath>'
    shape = f'<path d="M50 95L70 40L90 95" stroke-width="14" {STROKE} clip-path="url(#c)"/>'
    text = file_of(clip + shape, PAGE_OF)
    (path,) = svg.on(svg.read(text.encode(), Cache(None)), "#ffffff").ops
    assert isinstance(path, Path)
    assert len(path.clips) == 1


def test_corners_are_where_pieces_meet_and_where_an_outline_closes() -> None:
    found = list(
        corners(
            (
                ("M", 0, 0),
                ("L", 4, 0),
                ("L", 4, 0),
                ("C", 4, 0, 4, 3, 4, 3),
                ("Z",),
                ("L", 0, -2),
                ("M", 9, 9),
            )
        )
    )
    assert found == [((4, 0), (4, 0), (0, 3)), ((4, 3), (0, 3), (-4, -3)), ((0, 0), (-4, -3), (4, 0))]
