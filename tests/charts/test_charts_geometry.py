"""Regions, line breaking and mixed colours."""

from __future__ import annotations

import math

import pytest
from chart_cases import THEME

from guidebuild.brand.colour import luminance
from guidebuild.charts.lettering import Lettering, fit, wrap, wrap_list
from guidebuild.charts.regions import Circle, Region, common_outline
from guidebuild.charts.tints import blend, readable
from guidebuild.drawing import Segment, unnamed

MEASURE = Lettering(THEME.faces).measure("regular", 10)
THREE = (Circle(0, 0, 50), Circle(60, 0, 50), Circle(30, -52, 50))


def area(outline: tuple[Segment, ...]) -> float:
    """Area by sampling the Bézier arcs finely."""
    points: list[tuple[float, float]] = []
    for kind, *v in outline:
        n = [float(x) for x in v]
        if kind in ("M", "L"):
            points.append((n[0], n[1]))
        elif kind == "C":
            x0, y0 = points[-1]
            for step in range(1, 41):
                t = step / 40
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                points.append(
                    (a * x0 + b * n[0] + c * n[2] + d * n[4], a * y0 + b * n[1] + c * n[3] + d * n[5])
                )
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def test_the_outline_of_a_lens_has_its_exact_area() -> None:
    r, d = 50.0, 60.0
    exact = 2 * r * r * math.acos(d / 2 / r) - d / 2 * math.sqrt(4 * r * r - d * d)
    assert area(common_outline(THREE[:2])) == pytest.approx(exact, rel=1e-3)


def test_the_outline_of_three_circles_has_the_area_that_counting_points_gives() -> None:
    inside = sum(
        all(one.holds(x / 4, y / 4) for one in THREE) for x in range(-80, 320) for y in range(-320, 160)
    )
    assert area(common_outline(THREE)) == pytest.approx(inside / 16, rel=0.01)


def test_circles_apart_share_nothing_and_a_circle_inside_shares_itself() -> None:
    assert common_outline((Circle(0, 0, 10), Circle(30, 0, 10))) == ()
    inner = common_outline((Circle(0, 0, 50), Circle(5, 5, 10)))
    assert area(inner) == pytest.approx(math.pi * 100, rel=1e-3)


@pytest.mark.parametrize("members", [(0,), (1, 2), (0, 1, 2)])
def test_free_strips_keep_clear_of_every_border(members: tuple[int, ...]) -> None:
    region = Region(THREE, members)
    y = region.bottom
    found = 0
    while y < region.top:
        for start, end in region.free(y, y + 8):
            found += 1
            for px in (start, (start + end) / 2, end):
                for py in (y, y + 4, y + 8):
                    for index, one in enumerate(THREE):
                        depth = one.r - math.hypot(px - one.x, py - one.y)
                        assert depth > 0 if index in members else depth < 0
        y += 3
    assert found > 3


def test_breaking_prefers_the_space_before_a_bracket() -> None:
    assert fit("Experiments (A/B tests)", MEASURE, (90, 90)) == ("Experiments", "(A/B tests)")


def test_breaking_at_a_hyphen_is_the_last_choice() -> None:
    assert fit("Machine-learning basics", MEASURE, (100, 100)) == ("Machine-learning", "basics")
    assert fit("Machine-learning", MEASURE, (50, 50)) == ("Machine-", "learning")


def test_a_no_break_space_holds() -> None:
    assert wrap("Engineer\u00a0(12) of data", MEASURE, 70)[0] == "Engineer\u00a0(12)"


def test_a_word_wider_than_its_column_is_cut_and_complete() -> None:
    lines = wrap("x" * 100, MEASURE, 60)
    assert "".join(lines) == "x" * 100
    assert max(map(MEASURE, lines)) <= 60


def test_lists_break_between_items_first() -> None:
    lines = wrap_list(("Data structures", "Machine learning", "SQL"), " · ", MEASURE, 110)
    assert lines == ("Data structures ·", "Machine learning · SQL")


@pytest.mark.parametrize("lightness", [94, 87, 79])
def test_mixed_colours_have_the_lightness_asked_for(lightness: float) -> None:
    colour = blend([unnamed("#a0c4ff"), unnamed("#f5b095")], unnamed("#e2e6e4"), lightness)
    assert 116 * luminance(colour.rgb) ** (1 / 3) - 16 == pytest.approx(lightness, abs=0.6)


def test_a_colour_that_is_hard_to_read_gives_way_to_ink() -> None:
    assert readable(unnamed("#777777"), unnamed("#aaaaaa"), unnamed("#111111")) == unnamed("#111111")
    assert readable(unnamed("#333333"), unnamed("#ffffff"), unnamed("#111111")) == unnamed("#333333")
