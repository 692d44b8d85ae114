"""Pay says what it is: reports, official statistics or a pay scale; what cannot be ranked is not, and says why."""

from __future__ import annotations

from typing import Any

import pytest
from compose_guides import guide, poor, theme

from guidebuild.compose import compose
from guidebuild.compose.document import (
    Card,
    Document,
    Fact,
    Figure,
    GlanceRow,
    Note,
    PaySpec,
    Section,
    Table,
    words_of,
)
from guidebuild.compose.dump import texts

LOW, HIGH = (10_000, 20_000, 30_000, 40_000, 50_000), (35_000, 45_000, 55_000, 65_000, 75_000)
SPOKEN = ("report", "n\u00a0=\u00a0", "sample")


def paid(
    number: int, n: int, marks: tuple[int, ...], kind: str = "statistics", **more: Any
) -> dict[str, Any]:
    overall = dict(zip(("p10", "p25", "p50", "p75", "p90"), marks, strict=True)) | {"n": n}
    block = {"region": "US", "years": 2024, "source": "table", "overall": overall, "kind": kind, **more}
    return {**poor(number), "pay": block}


def made(*roles: dict[str, Any], **more: Any) -> Document:
    return compose(guide(*roles, **more), theme())


def section(document: Document, name: str) -> Section:
    return next(s for s in document.sections if name in (s.id, s.kind))


def said(document: Document) -> str:
    """Every word of a guide, what stands in for its charts included."""
    figures = [b.alt for s in document.sections for b in s.blocks if isinstance(b, Figure)]
    return "\n".join([*texts(document.sections), *figures])


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
def test_nowhere_does_a_guide_of_statistics_speak_of_reports(count: int) -> None:
    level = {"n": 900, "p10": 1, "p25": 2, "p50": 30_000, "p75": 4e4, "p90": 5e4}
    roles = [paid(n, 192_710, LOW, levels={"entry": level, "senior": level}) for n in range(count)]
    words = said(made(*roles, *([poor(9)] if count == 1 else [])))
    assert "192,710\u00a0jobs" in words
    found = [line for line in words.splitlines() if any(word in line.casefold() for word in SPOKEN)]
    assert found == []


def test_statistics_stand_where_the_reports_stood() -> None:
    document = made(paid(1, 192_710, LOW), paid(2, 1_000, HIGH))
    profile = next(b for b in section(document, "profile-poor-1").blocks if isinstance(b, Fact))
    assert (profile.label, profile.value) == ("Median pay", "$30,000")
    assert words_of(profile.note).startswith(
        "Middle half $20k–$40k. Official statistics, 192,710\u00a0jobs, 2024."
    )
    card = next(b for b in section(document, "glance").blocks if isinstance(b, Card))
    assert "Median pay" in [fact.label for fact in card.facts]
    pay = section(document, "pay")
    count = next(b for b in pay.blocks if isinstance(b, Fact))
    assert (count.label, count.value, words_of(count.note)) == (
        "Jobs in the statistics", "193,710", "in both occupations together, all from 2024",
    )  # fmt: skip
    (lead,) = pay.slot("lead")
    assert words_of(lead.text).endswith("Half of all jobs lie in the darker part of each bar.")  # type: ignore[attr-defined]
    (figure,) = (b for b in pay.blocks if isinstance(b, Figure))
    assert isinstance(figure.spec, PaySpec)
    assert figure.spec.bars[0].note == "Official statistics, 192,710\u00a0jobs, 2024"
    assert figure.alt.startswith("Bars of pay in US dollars a year. Poor Role 1: 10th percentile $10k")
    assert "median $30k, 75th $40k, 90th $50k; official statistics, 192,710\u00a0jobs, 2024." in figure.alt
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert (table.columns[0].label, table.caption) == ("jobs", "Pay by percentile")
    assert pay.title == "Poor Role 2 pay stands clear of Poor Role 1"


def test_statistics_of_few_jobs_are_no_small_sample() -> None:
    document = made(paid(1, 20, LOW), paid(2, 25, HIGH))
    assert section(document, "pay").title == "Poor Role 2 pay stands clear of Poor Role 1"
    assert not [b for b in section(document, "pay").blocks if isinstance(b, Note)]


def test_reports_and_statistics_are_not_ranked_against_each_other() -> None:
    document = made(paid(1, 400, LOW, "reports"), paid(2, 1_000, HIGH))
    pay = section(document, "pay")
    assert pay.title == "Counted in different ways, so not ranked"
    (lead,) = pay.slot("lead")
    assert words_of(lead.text) == (  # type: ignore[attr-defined]
        "The median is $30,000 for Poor Role 1 and $55,000 for Poor Role 2. What people reported of themselves stands "
        "for Poor Role 1. Official statistics stand for Poor Role 2. The two are counted in different ways. Read them "
        "beside each other, not against each other."
    )
    count = next(b for b in pay.blocks if isinstance(b, Fact))
    assert (count.label, count.value, words_of(count.note)) == (
        "Reports", "400", "for Poor Role 1; official statistics for Poor Role 2; all from 2024",
    )  # fmt: skip
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert table.columns[0].label == "count"
    words = said(document)
    assert "What people reported and what official statistics say, and how far to trust it" in words
    assert "Reports, 2024: Poor Role 1 400. Jobs in the statistics, 2024: Poor Role 2 1,000." in words


def test_of_many_roles_the_greater_part_are_the_others() -> None:
    document = made(paid(1, 12, LOW, "reports"), *(paid(n, 1_000, HIGH) for n in (2, 3, 4)))
    (lead,) = section(document, "pay").slot("lead")
    words = words_of(lead.text)  # type: ignore[attr-defined]
    assert (
        "What only a few people reported of themselves stands for Poor Role 1. "
        "Official statistics stand for the others." in words
    )
    rows = [b for b in section(document, "glance").blocks if isinstance(b, GlanceRow)]
    assert [row.sample.replace("\u00a0", " ") for row in rows] == [
        "n = 12, small sample",
        *["official statistics, 1,000 jobs"] * 3,
    ]


def test_pay_in_another_unit_says_what_it_is() -> None:
    document = made(paid(1, 400, LOW), paid(2, 500, LOW), paid(3, 1_000, (10, 20, 30, 40, 50), period="hour"))
    (note,) = (b for b in section(document, "pay").blocks if isinstance(b, Note))
    assert words_of(note.paragraphs[0]) == (
        "Poor Role 3: median $30 an hour, middle half $20–$40 (official statistics, 1,000\u00a0jobs, 2024)."
    )


def test_one_role_of_statistics_is_told_without_a_rank() -> None:
    assert (
        section(made(paid(1, 400, LOW), poor(2)), "pay").title == "What people earn, in official statistics"
    )


def test_plural_titles_stand_in_the_title_of_a_clear_lead() -> None:
    nurses = {**paid(2, 500, HIGH), "title": "Registered Nurses"}
    assert (
        section(made(paid(1, 500, LOW), nurses), "pay").title
        == "Pay for Registered Nurses stands clear of Poor Role 1"
    )


def _lead(document: Document) -> str:
    (lead,) = section(document, "pay").slot("lead")
    return words_of(lead.text)  # type: ignore[attr-defined]


def _without_n(number: int, marks: tuple[int, ...], kind: str, **more: Any) -> dict[str, Any]:
    role = paid(number, 1, marks, kind, **more)
    del role["pay"]["overall"]["n"]
    return role


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_pay_scale_is_no_sample_and_has_no_median(count: int) -> None:
    level = {"p10": 1, "p25": 2, "p50": 30_000, "p75": 4e4, "p90": 5e4}
    levels = {"entry": level, "senior": level}
    document = made(*(_without_n(n, LOW, "scale", levels=levels) for n in range(count)))
    words = said(document)
    found = [
        line
        for line in words.splitlines()
        if any(w in line.casefold() for w in (*SPOKEN, "median", "percentile"))
    ]
    assert [
        line for line in found if not line.startswith("Median")
    ] == []  # no term of the glossary's is meant
    assert "Middle of the pay scale" in words if count < 4 else "pay scale" in words
    pay = section(document, "pay")
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert [column.label for column in table.columns] == ["low", "lower", "middle", "upper", "high"]
    assert _lead(document).endswith("The middle half of the scale is the darker part of each bar.")


def test_statistics_without_a_number_count_nothing() -> None:
    document = made(_without_n(1, LOW, "statistics"), _without_n(2, HIGH, "statistics"))
    pay = section(document, "pay")
    count = next(b for b in pay.blocks if isinstance(b, Fact))
    assert (count.label, count.value, words_of(count.note)) == (
        "Official statistics",
        "2024",
        "for both jobs together",
    )
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert [column.label for column in table.columns] == ["p10", "p25", "median", "p75", "p90"]
    assert "0\u00a0jobs" not in said(document)
    assert "n\u00a0=" not in said(document)


@pytest.mark.parametrize(
    ("other", "title", "why"),
    [
        ({"years": (2019, 2020)}, "Given for different years, so not ranked",
         "The figures are of different years (2019–2020, 2024). Read"),
        ({"region": "UK"}, "Given for different places, so not ranked",
         "The figures are from different places (US; UK). Read"),
        ({"region": "UK", "years": 2019}, "Given for different years, so not ranked",
         "The figures are of different years (2019, 2024) and from different places (US; UK). Read"),
        ({"kind": "scale"}, "Counted in different ways, so not ranked",
         "Official statistics stand for Poor Role 1. A pay scale stands for Poor Role 2."),
    ],
)  # fmt: skip
def test_what_differs_is_not_ranked_and_the_page_says_why(
    other: dict[str, Any], title: str, why: str
) -> None:
    document = made(paid(1, 1_000, LOW), paid(2, 1_000, HIGH, **other))
    assert section(document, "pay").title == title
    assert why in _lead(document)
    assert "Read them beside each other, not against each other." in _lead(document)
    three = made(paid(1, 1_000, LOW), paid(3, 1_000, LOW), paid(2, 1_000, HIGH, **other))
    assert "run from" not in _lead(three)
    regions = {"US", "UK"} if "region" in other else set()
    (figure,) = (b for b in section(document, "pay").blocks if isinstance(b, Figure))
    assert {bar.note.rpartition(", ")[2] for bar in figure.spec.bars if regions} == regions  # type: ignore[union-attr]


def test_years_that_overlap_and_one_region_in_two_spellings_are_ranked() -> None:
    document = made(
        paid(1, 1_000, LOW, years=(2022, 2023), region="R&D sites"),
        paid(2, 1_000, HIGH, years=(2023, 2024), region="R and D\u00a0Sites"),
    )
    assert section(document, "pay").title == "Poor Role 2 pay stands clear of Poor Role 1"


TOP = (60_000, 120_000, 239_200, 239_200, 239_200)


def _topped(number: int, *names: str, marks: tuple[int, ...] = TOP) -> dict[str, Any]:
    role = paid(number, 1_000, marks)
    role["pay"]["overall"]["at_least"] = list(names)
    return role


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_top_coded_figure_reads_or_more_wherever_it_stands_and_ranks_nothing(count: int) -> None:
    roles = [_topped(0, "p50", "p75", "p90"), *(paid(n, 1_000, LOW) for n in range(1, count))]
    document = made(*roles)
    pay = section(document, "pay")
    assert pay.title == "Some figures are only known as “or more”, so not ranked"
    assert "so these figures rank nothing." in _lead(document)
    assert "run from" not in _lead(document)
    for figure in ("$239,200", "$239k"):
        for place in said(document).split(figure)[1:]:
            assert place.startswith((" or more", "–")), place[:40]
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert [words_of(cell.text) for cell in table.groups[0].rows[0].cells] == [
        "1,000", "60", "120", "239 or more", "239 or more", "239 or more",
    ]  # fmt: skip
    (chart,) = (b for b in pay.blocks if isinstance(b, Figure))
    assert [bar.range.runs_on for bar in chart.spec.bars] == [True] + [False] * (count - 1)  # type: ignore[union-attr]
    assert "Arrow: that much or more." in words_of(chart.caption)


def test_a_figure_that_is_only_open_at_the_top_leaves_the_middle_halves_to_be_compared() -> None:
    document = made(
        _topped(1, "p90", marks=(60_000, 120_000, 150_000, 200_000, 239_200)), paid(2, 1_000, LOW)
    )
    assert section(document, "pay").title == "Poor Role 1 pay stands clear of Poor Role 2"


@pytest.mark.parametrize(("times", "top"), [(7, 300_000), (9, 50_000)])
def test_a_figure_is_far_from_eight_times_the_usual_upper_quartile_on(times: int, top: float) -> None:
    document = made(paid(1, 1_000, LOW), paid(2, 1_000, (*LOW[:4], times * LOW[3])))
    (figure,) = (b for b in section(document, "pay").blocks if isinstance(b, Figure))
    assert figure.spec.top == top  # type: ignore[union-attr]


def test_one_far_figure_does_not_flatten_the_scale() -> None:
    far = paid(2, 1_000, (*LOW[:4], 900_000_000))
    document = made(paid(1, 1_000, LOW), far)
    (figure,) = (b for b in section(document, "pay").blocks if isinstance(b, Figure))
    assert figure.spec.top == 50_000  # type: ignore[union-attr]
    assert [bar.range.runs_on for bar in figure.spec.bars] == [False, True]  # type: ignore[union-attr]
    assert "The bar of Poor Role 2 runs off the scale, to $900m." in words_of(figure.caption)
    profile = next(b for b in section(document, "profile-poor-2").blocks if isinstance(b, Fact))
    assert profile.range
    assert profile.range.top == 50_000
    assert "The bar of this job runs off the scale, to $900m." in words_of(profile.note)
    rows = made(far, *(paid(n, 1_000, LOW) for n in (3, 4, 5)))
    (key,) = section(rows, "glance").slot("key")
    assert "The bar of Poor Role 2 runs off the scale, to $900m." in words_of(key.text)  # type: ignore[attr-defined]


def test_a_far_report_is_told_and_not_drawn_at_the_wrong_place() -> None:
    reports = [*(10_000 + 1_000 * n for n in range(11)), 9_000_000]
    marks = (11_000, 13_000, 16_000, 18_000, 20_000)
    few = paid(1, 12, marks, "reports", reports=reports)
    (figure,) = (
        b for b in section(made(few, paid(2, 400, LOW, "reports")), "pay").blocks if isinstance(b, Figure)
    )
    assert len(figure.spec.bars[0].reports) == 11  # type: ignore[union-attr]
    assert "One report for Poor Role 1 is beyond it, at $9m." in words_of(figure.caption)


@pytest.mark.parametrize("marks", [(0,) * 5, (12, 12, 12, 12, 12), (0, 0, 0, 1, 2)])
def test_equal_zero_and_tiny_pay_is_drawn_as_it_is(marks: tuple[int, ...]) -> None:
    document = made(paid(1, 400, marks), paid(2, 400, marks))
    (figure,) = (b for b in section(document, "pay").blocks if isinstance(b, Figure))
    assert not any(bar.range.runs_on for bar in figure.spec.bars)  # type: ignore[union-attr]
