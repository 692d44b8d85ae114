"""Lists stand in the middle of their regions, names near their circles, and the chart keeps to its page."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from chart_cases import PALETTE, THEME, TITLES, ink, outside, overlapping, set_spec, shapes, texts

from guidebuild.brand.theme import Theme
from guidebuild.charts.chart import Chart
from guidebuild.charts.figures import draw_one
from guidebuild.charts.regions import Circle
from guidebuild.compose.document import SetSpec
from guidebuild.drawing import TextRun
from guidebuild.edition import MM, PAPERS

LETTER = replace(THEME, paper=PAPERS["letter"])
TWO = set_spec(
    TITLES[:2],
    {
        (0,): ("Neural networks", "Optimisation", "Data preprocessing", "Augmentation", "R", "CUDA"),
        (1,): ("Java", "C++", "Version control", "Software testing", "Data structures and algorithms"),
        (0, 1): ("Python", "Machine-learning fundamentals", "TensorFlow", "Cloud platforms"),
    },
)
THREE = set_spec(
    ("Deep Learning Engineer", "ML Engineer", "MLOps Engineer"),
    {
        (0,): ("Neural networks", "Optimisation", "Data preprocessing", "Augmentation", "GPU programming"),
        (1,): ("Feature engineering", "Model evaluation", "Data pipelines", "SQL"),
        (2,): ("CI/CD", "Monitoring and alerts", "Infrastructure as code", "Experiment tracking"),
        (0, 1): ("PyTorch", "TensorFlow"),
        (1, 2): ("Version control", "Software testing", "Model deployment", "Containers"),
        (0, 1, 2): ("Python", "Machine-learning fundamentals", "Cloud platforms"),
    },
)


def chart(spec: SetSpec, theme: Theme = THEME) -> Chart:
    return draw_one(spec, len(spec.titles), theme, theme.paper.width - 38 * MM)


def circles(spec: SetSpec, one: Chart) -> list[Circle]:
    found = []
    for colours in PALETTE.roles[: len(spec.titles)]:
        (outline,) = [shape for shape in shapes(one.drawing) if shape.stroke == colours.fill]
        right, left = float(outline.segments[0][1]), float(outline.segments[2][5])
        found.append(Circle((left + right) / 2, float(outline.segments[0][2]), (right - left) / 2))
    return found


def groups(one: Chart, discs: list[Circle]) -> dict[tuple[int, ...], list[TextRun]]:
    """The lines of every region, from the top."""
    found: dict[tuple[int, ...], list[TextRun]] = {}
    for run in texts(one.drawing):
        left, low, right, high = ink(run)
        members = tuple(i for i, disc in enumerate(discs) if disc.holds((left + right) / 2, (low + high) / 2))
        found.setdefault(members, []).append(run)
    found.pop((), None)
    return {members: sorted(runs, key=lambda run: -run.y) for members, runs in found.items()}


def nearest(runs: list[TextRun], discs: list[Circle]) -> float:
    """The least distance from the ink of a group to an outline."""
    least = math.inf
    for left, low, right, high in map(ink, runs):
        for disc in discs:
            for step in range(720):
                x = disc.x + disc.r * math.cos(step * math.pi / 360)
                y = disc.y + disc.r * math.sin(step * math.pi / 360)
                least = min(least, math.hypot(max(left - x, 0, x - right), max(low - y, 0, y - high)))
    return least


def air(runs: list[TextRun], discs: list[Circle]) -> tuple[float, float]:
    """How far the first outline is above and below a group along its axis."""
    left, _, right, top = ink(runs[0])
    x, foot = (left + right) / 2, ink(runs[-1])[1]
    heights = [
        disc.y + sign * math.sqrt(disc.r**2 - (x - disc.x) ** 2)
        for disc in discs
        for sign in (-1, 1)
        if abs(x - disc.x) < disc.r
    ]
    return min(y for y in heights if y > top) - top, foot - max(y for y in heights if y < foot)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [THEME, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("spec", [TWO, THREE], ids=["two", "three"])
def test_every_list_keeps_six_points_from_every_border(spec: SetSpec, theme: Theme) -> None:
    drawing = chart(spec, theme)
    discs = circles(spec, drawing)
    for members, runs in groups(drawing, discs).items():
        assert nearest(runs, discs) > 5.5, members


@pytest.mark.slow
@pytest.mark.parametrize("theme", [THEME, LETTER], ids=["a4", "letter"])
def test_lists_of_three_circles_have_even_air_along_their_axis(theme: Theme) -> None:
    """Where a list stands on the middle axis; beside it the outlines lean, and the corners of a list count too."""
    drawing = chart(THREE, theme)
    discs = circles(THREE, drawing)
    found = groups(drawing, discs)
    for members in ((2,), (0, 1)):
        above, below = air(found[members], discs)
        assert abs(above - below) < 6, members
        assert min(above, below) > 10, members
    assert min(air(found[(0, 1, 2)], discs)) > 8


def test_lists_of_two_circles_have_even_air_above_and_below() -> None:
    """Unless that would bring them close to a border."""
    drawing = chart(TWO)
    discs = circles(TWO, drawing)
    for members, runs in groups(drawing, discs).items():
        above, below = air(runs, discs)
        assert abs(above - below) < 4 or nearest(runs, discs) < 9, members


@pytest.mark.slow
def test_what_all_three_share_says_so_and_two_circles_stay_with_shared() -> None:
    assert "all three" in chart(THREE).drawing.texts()
    words = list(chart(TWO).drawing.texts())
    assert "all three" not in words
    assert words.count("shared") == 1


@pytest.mark.slow
def test_the_third_name_starts_beside_its_circle_where_that_turns_inwards() -> None:
    for theme in (THEME, LETTER):
        drawing = chart(THREE, theme)
        third = circles(THREE, drawing)[2]
        lines = [ink(run) for run in texts(drawing.drawing) if run.size == 13][-2:]
        lines = [box for box in lines if box[1] < third.y]
        left, low, high = lines[0][0], min(box[1] for box in lines), max(box[3] for box in lines)
        assert abs((low + high) / 2 - (third.y - third.r * math.sqrt(0.5))) < 4
        assert 5 < math.hypot(left - third.x, high - third.y) - third.r < 16


@pytest.mark.slow
def test_a_long_third_name_wraps_beside_its_circle_and_an_endless_one_goes_below() -> None:
    for words, beside in (("Machine Learning Operations Engineer", True), ("Extraordinarily" * 3, False)):
        spec = replace(THREE, titles=(*THREE.titles[:2], words))
        drawing = chart(spec)
        third = circles(spec, drawing)[2]
        name = [r for r in texts(drawing.drawing) if r.size == 13 and r.colour == PALETTE.roles[2].text]
        assert all((run.y > third.y - third.r) == beside for run in name)
        assert overlapping(drawing.drawing) == []
        assert list(outside(drawing.drawing)) == []


@pytest.mark.slow
def test_three_circles_leave_room_for_the_words_of_a_letter_page() -> None:
    assert chart(THREE, LETTER).drawing.height <= 792 - 38 * MM - 110


def test_two_circles_shrink_on_letter_paper_and_keep_type_and_order() -> None:
    drawing = chart(TWO, LETTER)
    discs = circles(TWO, drawing)
    assert discs[0].r == pytest.approx(46 * MM, abs=0.1)
    assert drawing.drawing.height <= 792 - 38 * MM - 110 - 286 + 1
    assert {run.size for run in texts(drawing.drawing)} == {20.5, 13, 10.5, 8.5}
    printed = [run.text for run in groups(drawing, discs)[(1,)] if run.face == "regular"]
    assert " ".join(printed) == " ".join(TWO.regions[1].items)


def test_lists_too_long_for_small_circles_get_larger_ones() -> None:
    many = tuple(f"{name} {n}" for n in range(7) for name in ("Data structures", "Software testing"))
    spec = set_spec(TITLES[:2], {(0,): many, (1,): (*many[:-1], "R"), (0, 1): ("Git",)})
    assert circles(spec, chart(spec, LETTER))[0].r > 46.5 * MM


def test_names_of_small_circles_start_above_them() -> None:
    drawing = chart(TWO, LETTER)
    first = circles(TWO, drawing)[0]
    (name,) = [run for run in texts(drawing.drawing) if run.text.startswith(TITLES[0])]
    assert 0 < name.x <= first.x - first.r
