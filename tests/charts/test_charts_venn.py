"""Set charts of two and three roles, read back from the drawing by means of its own."""

from __future__ import annotations

import math

import pytest
from chart_cases import (
    PALETTE,
    THEME,
    TITLES,
    drawn,
    ink,
    letters,
    outside,
    overlapping,
    set_spec,
    shapes,
    texts,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.brand.colour import contrast
from guidebuild.charts.chart import Chart
from guidebuild.charts.figures import draw_one
from guidebuild.compose.document import SetSpec
from guidebuild.drawing import Colour

WORDS = (
    "Python",
    "R",
    "C++",
    "SQL",
    "Machine-learning fundamentals",
    "Data structures and algorithms",
    "Communicating results to people who are not engineers",
    "Cloud",
    "GPU programming",
    "Designing experiments (A/B tests)",
    "Éducation ÅÇ",
)
FIRST = {
    (0,): ("Optimisation", "Neural network architectures", "Data preprocessing", "Augmentation", "CUDA", "R"),
    (1,): ("C++", "Java", "Data structures and algorithms", "Software design patterns", "Testing"),
    (0, 1): ("Python", "TensorFlow", "PyTorch", "Machine-learning fundamentals", "Cloud platforms"),
}


def circles(chart: Chart, spec: SetSpec) -> list[tuple[float, float, float]]:
    """Centre and radius of the outlines, from their right and left ends."""
    found = []
    for index in range(len(spec.titles)):
        colour = PALETTE.roles[index].fill
        (outline,) = [shape for shape in shapes(chart.drawing) if shape.stroke == colour]
        right, left = float(outline.segments[0][1]), float(outline.segments[2][5])
        found.append(((left + right) / 2, float(outline.segments[0][2]), (right - left) / 2))
    return found


def inside(box: tuple[float, float, float, float], one: tuple[float, float, float]) -> bool | None:
    """Whether a box lies inside a circle (True), outside (False) or across its outline (None)."""
    x, y, r = one
    far = math.hypot(max(abs(box[0] - x), abs(box[2] - x)), max(abs(box[1] - y), abs(box[3] - y)))
    near = math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3]))
    if far < r - 0.7:
        return True
    return False if near > r + 0.7 else None


def air(box: tuple[float, float, float, float], one: tuple[float, float, float]) -> float:
    """What lies between the ink of a text and an outline of 1.4 points."""
    x, y, r = one
    far = math.hypot(max(abs(box[0] - x), abs(box[2] - x)), max(abs(box[1] - y), abs(box[3] - y)))
    near = math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3]))
    return (r - far if far < r else near - r) - 0.7


def check(spec: SetSpec) -> Chart:
    chart = drawn(spec)
    drawing = chart.drawing
    discs = circles(chart, spec)
    for run in texts(drawing):
        assert None not in [inside(ink(run), one) for one in discs], f"{run.text} crosses a border"
    assert overlapping(drawing) == []
    assert list(outside(drawing)) == []
    everything = [item for region in spec.regions for item in region.items]
    listed = [label for _, label in chart.legend]
    assert len(set(listed)) == len(listed)
    assert [key for key, _ in chart.legend] == [str(n + 1) for n in range(len(listed))]
    kept = [item for item in everything if item not in listed]
    empty = 2 ** len(spec.titles) - 1 - sum(bool(region.items) for region in spec.regions)
    printed = [run.text for run in texts(drawing) if run.face == "regular"]
    assert letters(printed) == letters(kept + [spec.none_label] * empty)
    return chart


def test_the_first_guide_keeps_body_size_and_needs_no_legend() -> None:
    chart = check(set_spec(TITLES[:2], FIRST))
    assert chart.legend == ()
    assert {run.size for run in texts(chart.drawing)} == {20.5, 13, 10.5, 8.5}
    assert math.isclose(chart.drawing.width, 172 * 72 / 25.4, abs_tol=0.01)


@pytest.mark.slow
def test_every_skill_stands_in_the_region_of_exactly_its_roles() -> None:
    spec = set_spec(
        TITLES[:3], {**FIRST, (2,): ("Statistics",), (1, 2): ("APIs",), (0, 1, 2): ("Git", "SQL")}
    )
    chart = check(spec)
    discs = circles(chart, spec)
    where = {
        run.text: tuple(i for i, one in enumerate(discs) if inside(ink(run), one))
        for run in texts(chart.drawing)
    }
    for skill, members in (("CUDA", (0,)), ("Java", (1,)), ("Statistics", (2,)), ("APIs", (1, 2))):
        assert where[skill] == members
    assert where["TensorFlow"] == (0, 1)
    assert where["Git"] == (0, 1, 2)


THREE = {
    (0,): ("Neural network architectures", "Optimisation techniques", "GPU programming", "R"),
    (1,): ("Feature engineering", "Model evaluation", "Data pipelines", "SQL"),
    (2,): ("CI/CD", "Monitoring and alerting", "Infrastructure as code", "Workflow orchestration"),
    (0, 1): ("PyTorch", "TensorFlow"),
    (1, 2): ("Version control", "Software testing", "Model deployment", "Containers"),
    (0, 1, 2): ("Python", "Machine-learning fundamentals", "Cloud platforms"),
}


@pytest.mark.slow
@pytest.mark.parametrize("width", [488.0, 504.0])
@pytest.mark.parametrize("roles", [2, 3])
def test_no_line_comes_near_an_outline_where_there_is_room(roles: int, width: float) -> None:
    spec = set_spec(TITLES[:roles], FIRST if roles == 2 else THREE)
    chart = draw_one(spec, roles, THEME, width)
    discs = circles(chart, spec)
    gaps = {run.text: min(air(ink(run), one) for one in discs) for run in texts(chart.drawing)}
    names = {text: gap for text, gap in gaps.items() if text.endswith(")")}
    assert min(names.values()) >= 6, names
    lists = {text: gap for text, gap in gaps.items() if text not in names}
    assert min(lists.values()) >= 7, min(lists.items(), key=lambda entry: entry[1])
    if roles == 2:  # beside the lens there is room: the widest line does not lean on one outline
        assert gaps["Data structures and algorithms"] >= 12
        assert gaps["Neural network architectures"] >= 12


def test_names_with_totals_stand_outside_in_role_colours() -> None:
    spec = set_spec(TITLES[:2], FIRST)
    runs = {run.text: run for run in texts(check(spec).drawing)}
    for index, total in enumerate((11, 10)):
        run = runs[f"{TITLES[index]}\u00a0({total})"]
        assert (run.colour, run.size, run.face) == (PALETTE.roles[index].text, 13, "bold")
        assert not any(inside(ink(run), one) for one in circles(drawn(spec), spec))


def test_an_empty_region_says_so_and_counts_nothing() -> None:
    words = [run.text for run in texts(check(set_spec(TITLES[:2], {(0,): ("R",), (0, 1): ("Git",)})).drawing)]
    assert words.count("none") == 1
    assert "0" not in words


def test_what_does_not_fit_is_numbered_and_listed_in_the_legend() -> None:
    many = tuple(f"A rather long name of a skill, number {n}" for n in range(40))
    chart = check(set_spec(TITLES[:2], {(0,): ("R",), (1,): many, (0, 1): ("Git",)}))
    assert [label for _, label in chart.legend] == list(many)
    assert "1–40" in [run.text for run in texts(chart.drawing)]


def test_one_word_wider_than_any_region_goes_to_the_legend() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    chart = check(set_spec(TITLES[:3], {(0,): ("R",), (0, 1, 2): (word,)}))
    assert chart.legend == (("1", word),)


def test_absurdly_long_skills_take_bounded_time() -> None:
    texts_of_a_novel = ("word " * 2000, "x" * 10000)
    assert len(check(set_spec(TITLES[:3], {(0,): texts_of_a_novel, (1, 2): ("R",)})).legend) == 2


@pytest.mark.slow
def test_long_titles_wrap_and_lose_nothing() -> None:
    titles = tuple(f"{title} for very large and distributed systems, second edition" for title in TITLES[:3])
    chart = check(set_spec(titles, FIRST))
    words = "".join(run.text for run in texts(chart.drawing)).replace(" ", "")
    assert all(letters([title])["e"] <= words.count("e") for title in titles)
    assert sum(run.size == 13 for run in texts(chart.drawing)) > 3


@pytest.mark.slow
def test_text_on_every_ground_is_readable() -> None:
    """Names 9:1 and everything else 4.5:1 on the darkest region of three roles."""
    spec = set_spec(TITLES[:3], {**FIRST, (0, 1, 2): ("Git",)})
    chart = drawn(spec)
    darkest = min(
        (s.fill for s in shapes(chart.drawing) if isinstance(s.fill, Colour)),
        key=lambda colour: contrast(colour.rgb, "#ffffff") * -1,
    )
    assert contrast(PALETTE.ink.rgb, darkest.rgb) > 9
    discs = circles(chart, spec)
    for run in texts(chart.drawing):
        if all(inside(ink(run), one) for one in discs):
            assert contrast(run.colour.rgb, darkest.rgb) >= 4.5


@pytest.mark.slow
def test_outlines_tell_the_roles_apart_without_colour() -> None:
    chart = drawn(set_spec(TITLES[:3], FIRST))
    dashes = [shape.dash for shape in shapes(chart.drawing) if shape.stroke]
    assert dashes == [(), (4, 2.6), (1, 2.5)]


@st.composite
def cases(draw: st.DrawFn) -> SetSpec:
    sets = draw(st.integers(2, 3))
    regions: dict[tuple[int, ...], tuple[str, ...]] = {}
    for code in range(1, 2**sets):
        members = tuple(i for i in range(sets) if code >> i & 1)
        words = draw(st.lists(st.sampled_from(WORDS), max_size=9, unique=True))
        regions[members] = tuple(f"{word} {code}{n}" for n, word in enumerate(words))
    return set_spec(TITLES[:sets], {members: items for members, items in regions.items() if items})


@pytest.mark.slow
@settings(max_examples=12, deadline=None, derandomize=True, database=None)
@given(cases())
def test_any_lists_fit_without_crossing_overlap_or_loss(spec: SetSpec) -> None:
    check(spec)


@pytest.mark.parametrize("width", [516.0, 306.0])
def test_other_papers_get_the_same_care(width: float) -> None:
    chart = draw_one(set_spec(TITLES[:2], FIRST), 2, THEME, width)
    assert chart.drawing.width == width
    assert overlapping(chart.drawing) == []
    assert list(outside(chart.drawing)) == []
