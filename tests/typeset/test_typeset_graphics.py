"""Marks, codes, bars and dots: what they draw is what they stand for."""

from __future__ import annotations

import math
import re

import pypdfium2
import pytest
import segno
from typeset_desk import content, desk, painted

from guidebuild.charts.chart import Chart
from guidebuild.charts.codes import QUIET, code_id, draw_code
from guidebuild.charts.marks import core, lens
from guidebuild.compose.document import Code, Range
from guidebuild.diagnostics import Span
from guidebuild.drawing import Segment, unnamed
from guidebuild.edition import MM
from guidebuild.typeset.complaints import Uncoded
from guidebuild.typeset.graphics import code_art, code_box, dots_row, logo_box, range_bar
from guidebuild.typeset.structure import Tag

URLS = ["https://guide.example/", "https://guide.example/" + "x" * 200, "mailto:a@b.example"]


@pytest.mark.parametrize("url", URLS)
def test_a_code_shows_exactly_the_modules_that_segno_makes(url: str) -> None:
    """Read back from the rendered page, module by module."""
    setting = desk()
    rows = [list(row) for row in segno.make(url, error="m", micro=False).matrix]
    size = 4.0 * (len(rows) + 2 * QUIET)
    art, quiet = code_art(draw_code(url, unnamed("#000000")), size)
    assert quiet == pytest.approx(16.0)
    pdf = painted(setting, lambda pen: art.paint(pen, 60, 60))
    with pypdfium2.PdfDocument(pdf) as file:
        image = file[0].render(scale=1.0).to_pil().convert("L")
    at = [60 + quiet + 4.0 * n + 2 for n in range(len(rows))]
    assert [[int(image.getpixel((int(x), int(y))) < 128) for x in at] for y in at] == rows


def test_a_code_is_read_aloud_by_where_it_leads() -> None:
    setting = desk()
    code = Code("qr", "qr", "https://guide.example/", "Read it", "guide.example")
    setting.charts[code_id(code.url)] = Chart(draw_code(code.url, unnamed("#000000")))
    box = code_box(setting, code, Tag("Sect", setting.root), right=True)
    pdf = painted(setting, lambda pen: box.paint(pen, 60, 60))
    import structure

    assert 'alt="QR code for guide.example"' in structure.tag_tree(pdf)


def test_a_long_address_below_a_code_is_set_small_rather_than_run_down_the_page() -> None:
    setting = desk()
    code = Code("qr", "qr", "https://guide.example/", "Read it", "guide.example/" + "x" * 480)
    setting.charts[code_id(code.url)] = Chart(draw_code(code.url, unnamed("#000000")))
    assert code_box(setting, code, setting.sect(), right=True).height < 250


@pytest.mark.parametrize(("most", "printed"), [(60 * MM, True), (40 * MM, False)])
def test_a_code_grows_up_to_its_room_and_else_leaves_its_address(most: float, printed: bool) -> None:
    """Of 600 characters a code has 93 modules, 101 with its quiet zone: 40.4 mm."""
    setting = desk()
    code = Code(
        "qr",
        "qr",
        "https://guide.example/",
        "Read it",
        "guide.example",
        "https://guide.example/?" + "x" * 577,
        place=(place := Span("guide.yml", 4, 6, "url")),
    )
    setting.charts[code_id(code.says)] = Chart(draw_code(code.says, unnamed("#000000")))
    box = code_box(setting, code, setting.sect(), right=False, most=most)
    pdf = painted(setting, lambda pen: box.paint(pen, 60, 60))
    assert ("/Figure" in content(pdf)) == printed
    assert (box.height > 40 * MM) == printed
    with pypdfium2.PdfDocument(pdf) as file:
        assert "Read it" in (said := file[0].get_textpage().get_text_range())
        assert "guide.example" in said
    why = (
        "for 600 characters, 578 of them for 'utm' it would have to be 41 mm wide to be read, "
        "and there is room for 40 mm"
    )
    told = Uncoded("https://guide.example/", why, place)
    assert list(setting.book.uncoded.values()) == ([] if printed else [told])


@pytest.mark.parametrize(
    ("roles", "members"),
    [(roles, m) for roles in range(2, 7) for m in ((0,), (1,), (0, 1), (0, 2), (0, 1, 2)) if max(m) < roles],
)
def test_a_mark_has_a_figure_for_every_role_and_fills_those_meant(
    roles: int, members: tuple[int, ...]
) -> None:
    setting = desk(roles)
    art = setting.mark(members, 12.0)
    operators = content(painted(setting, lambda pen: art.paint(pen, 60, 60)))
    strokes, fills = len(re.findall(r" S\n| S$", operators)), len(re.findall(r" f\n| f$", operators))
    if roles <= 3:
        assert fills == 1
        assert roles - 1 <= strokes <= roles  # the one that is filled may do without its outline
    else:
        assert (strokes, fills) == (roles - len(members), len(members))


def ends(segments: tuple[Segment, ...]) -> list[tuple[float, float]]:
    return [(float(s[-2]), float(s[-1])) for s in segments if s[0] != "Z"]


@pytest.mark.parametrize("apart", [2.0, 10.0, 18.0])
def test_a_lens_lies_in_both_circles_and_closes(apart: float) -> None:
    points = ends(lens(0, 0, 10, apart, 0, 10))
    assert all(math.hypot(x, y) < 10.01 and math.hypot(x - apart, y) < 10.01 for x, y in points)
    assert points[0] == pytest.approx(points[-1], abs=1e-6)


def test_the_core_of_three_circles_lies_in_all_of_them() -> None:
    centres = [(10 * math.cos(a), 10 * math.sin(a)) for a in (math.pi / 2, math.pi * 7 / 6, math.pi * 11 / 6)]
    points = ends(core(centres, 14.0))
    assert all(math.hypot(x - cx, y - cy) < 14.05 for x, y in points for cx, cy in centres)
    assert points[0] == pytest.approx(points[-1], abs=1e-6)


@pytest.mark.parametrize(
    ("high", "open", "width", "marks"),
    [(100.0, False, 180.0, 0), (80.0, False, 140.0, 0), (80.0, True, 140.0, 1), (250.0, False, 172.8, 3)],
)
def test_a_bar_ends_where_its_percentiles_are_and_says_where_it_goes_on(
    high: float, open: bool, width: float, marks: int
) -> None:
    setting = desk()
    pay = Range(10.0, 25.0, 50.0, 75.0, high, 100.0, "100", "50", open)
    art = range_bar(setting, pay, 0, 200.0)
    operators = content(painted(setting, lambda pen: art.paint(pen, 100, 60)))
    rects = [
        tuple(map(float, found)) for found in re.findall(r"rg ([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re", operators)
    ]
    assert rects == [(120.0, width), (150.0, 100.0), (198.75, 2.5)]
    assert (
        operators.count(" m ") == marks
    )  # an arrow, and a break of two strips where the end lies off the scale
    ends = [float(x) for x in re.findall(r"([\d.]+) [\d.]+ l", operators)]
    assert all(100.0 <= x <= 300.01 for x in ends)


@pytest.mark.parametrize("count", [1, 18, 60, 200])
def test_dots_wrap_inside_their_column(count: int) -> None:
    setting = desk()
    art = dots_row(setting, count // 2, count - count // 2, 0, 150.0)
    operators = content(painted(setting, lambda pen: art.paint(pen, 100, 60)))
    starts = [float(x) for x in re.findall(r"rg ([\d.]+) [\d.]+ m", operators)]
    assert len(starts) == count
    assert all(100 <= x <= 251 for x in starts)


def test_a_brand_without_a_logo_is_named_in_words() -> None:
    from dataclasses import replace

    from guidebuild.brand.theme import Logo
    from guidebuild.typeset.boxes import TextBox

    setting = desk()
    setting.theme = replace(setting.theme, logo=Logo(None, None, ""), name="Town Careers")
    box = logo_box(setting, setting.sect(), dark=False, height=20, width=200)
    assert isinstance(box, TextBox)
    assert box.lines[0].pieces[0].text == "Town Careers"


@pytest.mark.parametrize("dark", [True, False])
def test_a_logo_keeps_its_proportions_within_its_room(dark: bool) -> None:
    setting = desk()
    box = logo_box(setting, setting.sect(), dark=dark, height=20, width=200)
    assert box.height <= 20.01
    assert box.width <= 200.01
    drawing = setting.theme.logo.dark if dark else setting.theme.logo.light
    assert drawing is not None
    assert box.width / box.height == pytest.approx(drawing.width / drawing.height)
