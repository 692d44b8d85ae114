"""Set charts of four to six roles."""

from __future__ import annotations

from dataclasses import replace

from chart_cases import PALETTE, TITLES, drawn, letters, outside, overlapping, set_spec, shapes, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.charts.chart import Chart
from guidebuild.compose.document import SetSpec
from guidebuild.drawing import Drawing

WORDS = (
    "Python",
    "Machine-learning fundamentals",
    "SQL",
    "Data structures and algorithms",
    "R",
    "Monitoring",
)
FOUR = {
    (0,): ("GPU",),
    (1, 2): ("Java", "C++"),
    (0, 1, 2, 3): ("Python", "Git", "SQL"),
    (3,): ("Spark", "Airflow"),
}


def check(spec: SetSpec) -> Chart:
    chart = drawn(spec)
    assert overlapping(chart.drawing) == []
    assert list(outside(chart.drawing)) == []
    printed = [run.text.replace("·", "") for run in texts(chart.drawing) if run.face == "regular"]
    assert letters(printed) == letters([item for region in spec.regions for item in region.items])
    assert chart.legend == ()
    return chart


def test_rows_run_from_what_most_roles_share_to_what_one_has() -> None:
    printed = [run.text for run in texts(check(set_spec(TITLES[:4], FOUR)).drawing) if run.face == "regular"]
    assert printed == ["Python · Git · SQL", "Java · C++", "Spark · Airflow", "GPU"]


def test_every_row_has_a_filled_dot_per_member_and_an_outline_for_the_others() -> None:
    found = shapes(check(set_spec(TITLES[:4], FOUR)).drawing)
    curved = [shape for shape in found if any(segment[0] == "C" for segment in shape.segments)]
    assert sum(shape.stroke is None for shape in curved) == 1 + 2 + 4 + 1
    assert sum(shape.stroke == PALETTE.rule for shape in curved) == 3 + 2 + 0 + 3


def test_names_carry_totals_and_role_colours() -> None:
    runs = texts(check(set_spec(TITLES[:4], FOUR)).drawing)
    names = {run.text: run.colour for run in runs if "\u00a0(" in run.text}
    assert names == {
        f"{TITLES[i]}\u00a0({total})": PALETTE.roles[i].text for i, total in enumerate((4, 5, 5, 5))
    }


def test_sixty_skills_of_six_roles_fit_a_page() -> None:
    regions: dict[tuple[int, ...], tuple[str, ...]] = {}
    for n in range(60):
        members = tuple(i for i in range(6) if (n % 15 + 1) * 3 >> i & 1)
        regions[members] = (*regions.get(members, ()), f"{WORDS[n % 6]} {n}")
    chart = check(set_spec(TITLES, regions))
    assert chart.drawing.height <= 200 * 72 / 25.4


def test_a_skill_wider_than_its_column_is_broken_not_lost() -> None:
    check(set_spec(TITLES[:4], {(0,): ("x" * 200, "A name of a skill that goes on " * 6)}))


def test_absurdly_long_skills_take_bounded_time() -> None:
    check(set_spec(TITLES[:4], {(0,): ("word " * 2000, "x" * 10000)}))


@st.composite
def cases(draw: st.DrawFn) -> SetSpec:
    sets = draw(st.integers(4, 6))
    regions: dict[tuple[int, ...], tuple[str, ...]] = {}
    for code in draw(st.lists(st.integers(1, 2**sets - 1), min_size=1, max_size=30, unique=True)):
        members = tuple(i for i in range(sets) if code >> i & 1)
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6, unique=True))
        regions[members] = tuple(f"{word} {code}" for word in words)
    return set_spec(TITLES[:sets], regions)


@settings(max_examples=10, deadline=None, derandomize=True, database=None)
@given(cases())
def test_any_combinations_are_listed_without_overlap_or_loss(spec: SetSpec) -> None:
    check(spec)


def test_bars_and_words_have_small_heads_on_the_line_of_the_first_rule() -> None:
    drawing = check(set_spec(TITLES[:4], FOUR)).drawing
    heads = {run.text: run for run in texts(drawing) if run.text in ("How many", "Skills")}
    rule = max(float(s.segments[0][2]) for s in shapes(drawing) if s.stroke == PALETTE.ink)
    for run in heads.values():
        assert (run.size, run.face, run.colour) == (8.5, "bold", PALETTE.mute)
        assert 3 < run.y - rule < 9
    first = min(run.x for run in texts(drawing) if run.face == "regular")
    assert heads["Skills"].x == first
    assert heads["How many"].x == min(box for box in _bars(drawing))


def test_long_heads_wrap_above_their_columns() -> None:
    spec = replace(set_spec(TITLES[:4], FOUR), count_head="How many of all the skills", items_head="Words")
    drawing = check(spec).drawing
    first = [run for run in texts(drawing) if run.size == 8.5 and run.text != "Words"]
    assert " ".join(run.text for run in sorted(first, key=lambda run: -run.y)) == spec.count_head


def _bars(drawing: Drawing) -> list[float]:
    """The left ends of the bars."""
    plain = [s for s in shapes(drawing) if s.fill and all(part[0] != "C" for part in s.segments)]
    return [float(s.segments[0][1]) for s in plain]
