"""Pay charts: labels find room, rings do not overlap, and everything is on one scale."""

from __future__ import annotations

import pytest
from chart_cases import (
    PALETTE,
    TITLES,
    WIDTH,
    bounds,
    drawn,
    ink,
    meet,
    outside,
    overlapping,
    pay_bar,
    pay_spec,
    shapes,
    texts,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.charts.chart import Chart
from guidebuild.compose.document import PaySpec
from guidebuild.drawing import Path, TextRun
from guidebuild.edition import MM

DEEP = pay_bar(TITLES[0], 0, (88, 100, 150, 289, 329), (50, 100, 100, 150, 150, 284, 331))
SOFT = pay_bar(TITLES[1], 1, (57, 157, 184, 238, 290), (24, 35, 168, 170, 180, 183, 189, 376))
SCALE = pay_bar("Software Engineer", None, (108, 141, 180, 233, 280))


def check(spec: PaySpec) -> Chart:
    chart = drawn(spec)
    assert overlapping(chart.drawing) == []
    assert list(outside(chart.drawing)) == []
    words = [run.text for run in texts(chart.drawing)]
    for bar in spec.bars:
        for label in (bar.low_label, bar.high_label, bar.range.median_label):
            assert label in words
    assert all(not meet(ink(run), bounds(ring)) for run in texts(chart.drawing) for ring in rings(chart))
    assert list(crossed(chart)) == []
    return chart


def rings(chart: Chart) -> list[Path]:
    return [
        s for s in shapes(chart.drawing) if s.stroke and s.fill == PALETTE.paper and s.segments[1][0] == "C"
    ]


def crossed(chart: Chart) -> list[str]:
    """Texts with a line or a bar under them, unless a white plate was painted between the two."""
    found = []
    under: list[Path] = []
    for op in chart.drawing.ops:
        if isinstance(op, Path):
            under.append(op)
        elif isinstance(op, TextRun):
            box = ink(op)
            hit = [path for path in under if meet(box, bounds(path))]
            if hit and hit[-1].fill != PALETTE.paper:
                found.append(op.text)
    return found


def test_bars_stand_on_the_scale() -> None:
    chart = check(pay_spec(DEEP, SOFT, SCALE))
    grid = sorted({shape.segments[0][1] for shape in shapes(chart.drawing) if shape.stroke == PALETTE.hair})
    (wide,) = [shape for shape in shapes(chart.drawing) if shape.fill == PALETTE.roles[0].tint2]
    left, _, right, _ = bounds(wide)
    unit = (float(grid[1]) - float(grid[0])) / 100
    start = float(grid[0]) - 100 * unit
    assert abs(left - start - 88 * unit) < 0.01
    assert abs(right - start - 329 * unit) < 0.01


def test_every_report_of_a_small_sample_is_a_ring_and_none_overlap() -> None:
    found = rings(check(pay_spec(DEEP, SOFT)))
    assert len(found) == 15
    boxes = [bounds(ring) for ring in found]
    assert not any(meet(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_rows_for_scale_are_neutral_and_thin_under_their_label() -> None:
    chart = check(pay_spec(DEEP, SCALE))
    assert "FOR SCALE" in [run.text for run in texts(chart.drawing)]
    (bar,) = [shape for shape in shapes(chart.drawing) if shape.fill == PALETTE.n2]
    assert abs(bounds(bar)[3] - bounds(bar)[1] - 8) < 0.01


def test_without_rows_for_scale_their_label_is_absent() -> None:
    assert "FOR SCALE" not in [run.text for run in texts(check(pay_spec(DEEP)).drawing)]


def test_labels_at_the_ends_of_the_scale_stay_inside() -> None:
    check(
        pay_spec(
            *(
                pay_bar("A", 0, pay, (1, 1, 399))
                for pay in ((0, 0, 0, 0, 0), (400,) * 5, (0, 1, 200, 399, 400))
            )
        )
    )


def test_a_long_title_wraps_within_its_columns() -> None:
    chart = check(
        pay_spec(
            pay_bar(
                "Head of Applied Machine Learning Research and Platform Engineering", 0, (9, 20, 30, 40, 50)
            )
        )
    )
    title = [run for run in texts(chart.drawing) if run.x == 0 and run.size == 9.5]
    assert len(title) >= 3
    assert max(ink(run)[2] for run in title) < 125


def test_the_label_column_widens_only_where_that_saves_a_third_line() -> None:
    def plot(title: str) -> tuple[float, int]:
        drawing = check(pay_spec(pay_bar(title, 0, (9, 20, 30, 40, 50)))).drawing
        scale = [float(s.segments[0][1]) for s in shapes(drawing) if s.stroke == PALETTE.rule]
        return max(scale), sum(run.x == 0 and run.face == "bold" for run in texts(drawing))

    usual, _ = plot("Data Scientist")
    column = (WIDTH - 11 * 4 * MM) / 12
    assert plot("Machine Learning Software Engineer") == (usual, 2)
    wide, lines = plot("Senior Natural Language Processing and Search Engineer")
    assert lines == 2
    assert abs(wide - usual - (column + 4 * MM) / 2) < 0.01


def test_the_mark_counts_the_roles_of_the_guide_not_the_rows() -> None:
    from chart_cases import THEME, WIDTH

    from guidebuild.charts.figures import draw_one

    chart = draw_one(pay_spec(pay_bar("A", 3, (9, 20, 30, 40, 50))), 6, THEME, WIDTH)
    round_ones = [s for s in shapes(chart.drawing) if any(segment[0] == "C" for segment in s.segments)]
    assert [s.fill for s in round_ones if s.fill] == [PALETTE.roles[3].fill]
    assert len(round_ones) == 6


amounts = st.lists(st.integers(0, 400), min_size=5, max_size=5).map(sorted).map(tuple)
samples = st.lists(st.integers(0, 400), max_size=20).map(tuple)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(amounts, samples, st.booleans()), min_size=1, max_size=6))
def test_any_ranges_are_drawn_without_collision(
    rows: list[tuple[tuple[float, ...], tuple[float, ...], bool]],
) -> None:
    bars = [
        pay_bar(TITLES[i], i if own else None, pay, reports if own else ())  # type: ignore[arg-type]
        for i, (pay, reports, own) in enumerate(rows)
    ]
    check(pay_spec(*bars))
