"""Boxes and polygons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.drawing import times
from guidebuild.geometry import Box, area, cut_to, edges, scales, winding

COORDINATES = st.floats(-100, 100, allow_nan=False, width=32)
POINTS = st.tuples(COORDINATES, COORDINATES)


@given(st.lists(POINTS, min_size=3, max_size=6), POINTS)
def test_a_cut_outline_lies_in_its_box_and_holds_what_both_hold(
    points: list[tuple[float, float]], inside: tuple[float, float]
) -> None:
    box = Box(-50, -50, 50, 50)
    kept = cut_to(tuple(points), box)
    assert all(box.holds(Box(*point, *point), 0.001) for point in kept)
    clear = all(abs(abs(value) - 50) > 0.01 for value in inside)
    if clear and box.holds(Box(*inside, *inside)) and not _near_an_edge(points, inside):
        assert winding(inside, tuple(points)) == winding(inside, kept)


def _near_an_edge(points: list[tuple[float, float]], at: tuple[float, float]) -> bool:
    """Rounding may put a point that lies nearly on a side on either of its sides."""
    for index, (x1, y1) in enumerate(points):
        x0, y0 = points[index - 1]
        side = (x1 - x0) * (at[1] - y0) - (at[0] - x0) * (y1 - y0)
        if abs(side) <= 0.01 * max(1.0, abs(x1 - x0) + abs(y1 - y0)):
            return True
    return False


@given(st.floats(0.1, 9), st.floats(0.1, 9), st.integers(0, 3))
def test_scales_are_those_of_the_axes_however_they_are_turned(x: float, y: float, quarter: int) -> None:
    turn = [(1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)][quarter]
    a, b, c, d = turn
    least, greatest = scales(times((x, 0, 0, y, 5, 5), (a, b, c, d, 7, 7)))
    assert (least, greatest) == pytest.approx((min(x, y), max(x, y)), rel=1e-4)


SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))


def test_a_polygon_has_an_area_with_a_sense() -> None:
    assert (area(SQUARE), area(SQUARE[::-1]), area(())) == (32, -32, 0)
    assert list(edges(SQUARE))[-1] == ((0, 4), (0, 0))


def test_a_polygon_goes_around_what_lies_inside() -> None:
    assert [winding(at, SQUARE) for at in ((1, 1), (5, 1), (-1, 1), (1, 5))] == [1, 0, 0, 0]
    assert winding((1, 1), SQUARE[::-1]) == -1
    assert winding((1, 1), ()) == 0


def test_boxes_join_meet_and_overlap() -> None:
    one, other = Box(0, 0, 2, 2), Box(2, 1, 5, 3)
    assert one.join(other) == Box(0, 0, 5, 3)
    assert one.meet(other) == Box(2, 1, 2, 2)
    assert not one.overlaps(other)
    assert one.grown(1).overlaps(other)
    assert one.meet(Box(3, 0, 4, 1)) is None
