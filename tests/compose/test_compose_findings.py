"""Titles state the finding and never more than the data holds."""

from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, poor, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.compose import compose


def _titles(*roles: dict[str, Any], **more: Any) -> dict[str, str]:
    return {section.kind: section.title for section in compose(guide(*roles, **more), theme()).sections}


def _paid(number: int, n: int, marks: tuple[int, ...], **more: Any) -> dict[str, Any]:
    overall = dict(zip(("p10", "p25", "p50", "p75", "p90"), marks, strict=True)) | {"n": n}
    pay = {"region": "all", "years": (2024, 2025), "source": "table", "overall": overall, **more}
    return {**poor(number), "pay": pay}


LOW, HIGH = (10_000, 20_000, 30_000, 40_000, 50_000), (35_000, 45_000, 55_000, 65_000, 75_000)


def test_small_samples_name_no_winner() -> None:
    assert _titles(_paid(1, 29, LOW), _paid(2, 5, HIGH))["pay"] == "Too few reports to name a winner"


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ((29, 5_000), "One of two bars rests on fewer than thirty reports"),
        ((29, 5_000, 30), "One of three bars rests on fewer than thirty reports"),
        ((12, 15, 400, 400, 400, 400), "Two of six bars rest on fewer than thirty reports"),
    ],
)
def test_some_small_samples_are_counted(counts: tuple[int, ...], title: str) -> None:
    assert _titles(*(_paid(i, n, LOW) for i, n in enumerate(counts)))["pay"] == title


def test_overlapping_middle_halves_are_not_ranked() -> None:
    near = (15_000, 39_000, 42_000, 60_000, 70_000)
    assert _titles(_paid(1, 500, LOW), _paid(2, 500, near))["pay"] == "The middle halves overlap"


def test_touching_middle_halves_overlap() -> None:
    touching = (15_000, 40_000, 42_000, 60_000, 70_000)
    assert _titles(_paid(1, 500, LOW), _paid(2, 500, touching))["pay"] == "The middle halves overlap"


def test_only_a_clear_separation_is_ranked() -> None:
    assert (
        _titles(_paid(1, 30, LOW), _paid(2, 30, HIGH))["pay"] == "Poor Role 2 pay stands clear of Poor Role 1"
    )


def test_other_regions_and_units_are_not_ranked() -> None:
    abroad = _paid(2, 500, HIGH, region="Elsewhere")
    assert _titles(_paid(1, 500, LOW), abroad)["pay"] == "Reported in different places, so not ranked"
    pounds = _paid(2, 500, HIGH, currency="GBP")
    assert _titles(_paid(1, 500, LOW), pounds)["pay"] == "Reported in different units, so not ranked"


def test_one_paid_role_is_no_comparison() -> None:
    assert _titles(_paid(1, 500, LOW), poor(2))["pay"] == "What people reported"


MARKS = st.lists(st.integers(0, 200_000), min_size=5, max_size=5).map(lambda values: tuple(sorted(values)))


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), MARKS), min_size=2, max_size=4))
def test_a_title_ranks_pay_only_when_one_middle_half_stands_above_all_others(
    drawn: list[tuple[int, tuple[int, ...]]],
) -> None:
    title = _titles(*(_paid(i, n, marks) for i, (n, marks) in enumerate(drawn)))["pay"]
    clear = [
        i
        for i, (_, marks) in enumerate(drawn)
        if all(marks[1] > other[3] for j, (_, other) in enumerate(drawn) if j != i)
    ]
    may_rank = bool(clear) and all(n >= 30 for n, _ in drawn)
    assert (" pay stands clear of " in title) == may_rank
    if may_rank:
        assert title.startswith(f"Poor Role {clear[0]} pay")


@pytest.mark.parametrize(
    ("roles", "title"),
    [
        ((BAKER, CONFECTIONER), "One bakes the bread, the other makes the cakes"),
        ((BAKER, CONFECTIONER, MILLER), "One bakes the bread, one makes the cakes, one grinds the grain"),
        ((BAKER, poor(1)), "Two jobs side by side"),
        ((BAKER, CONFECTIONER, MILLER, poor(1)), "Four jobs, one line each"),
    ],
)
def test_the_glance_is_told_from_the_essences(roles: tuple[dict[str, Any], ...], title: str) -> None:
    assert _titles(*roles)["glance"] == title


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (["a", "b"], ["b", "c"], "One of three skills is shared"),
        (["a", "b", "c"], ["b", "c"], "Two of three skills are shared"),
        (["a"], ["b"], "No skill is shared"),
        (["a", "b"], ["a", "b"], "All two skills are shared"),
    ],
)
def test_the_skills_title_counts(first: list[str], second: list[str], title: str) -> None:
    roles = [{**poor(i), "skills": [{"skill": s} for s in names]} for i, names in enumerate((first, second))]
    assert _titles(*roles)["skills"] == title


def test_a_shared_subject_and_other_duties_make_one_start_and_two_days() -> None:
    assert _titles(BAKER, CONFECTIONER)["compare"] == "A common starting point, different day’s work"
    same = {**CONFECTIONER, "education": {"fields": ["bakery", "Food Craft"]}}
    assert _titles(BAKER, same)["compare"] == "Same starting point, different day’s work"
    shared = {**same, "responsibilities": [*same["responsibilities"], {"detail": "Watch the dough rise."}]}
    assert _titles(BAKER, shared)["compare"].endswith("lines read the same")


def test_lines_are_counted_as_a_reader_counts_them() -> None:
    """Those with the rest of each role are lines too; only the count of what is left out is none."""
    roles = [
        {**poor(n), "education": {"fields": ["Nursing", f"Subject {n}"]}, "industries": [{"name": "Schools"}]}
        for n in range(2)
    ]
    assert _titles(*roles)["compare"] == "Two of three lines read the same"


def test_no_shared_line_is_said_plainly() -> None:
    roles = [{**poor(i), "industries": [{"name": f"Trade {i}"}]} for i in range(2)]
    assert _titles(*roles)["compare"] == "No line reads the same"


def test_what_holds_for_three_is_said_in_one_sentence() -> None:
    document = compose(guide(BAKER, CONFECTIONER, {**MILLER, "outlook": {"trend": "steady"}}), theme())
    (lead,) = next(s for s in document.sections if s.kind == "glance").slot("lead")
    said = "Demand is steady for all three, and two skills are common to them all."
    assert lead.text[0].text == said  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("skills", "said"),
    [
        (["hygiene"], "One of the skills listed is common to all three."),
        (["hygiene", "weighing"], "Two of the skills listed are common to all three."),
    ],
)
def test_of_three_jobs_nothing_is_said_to_carry_over(skills: list[str], said: str) -> None:
    miller = {**MILLER, "skills": [{"skill": name} for name in skills]}  # its demand is falling
    document = compose(guide(BAKER, CONFECTIONER, miller), theme())
    (lead,) = next(s for s in document.sections if s.kind == "glance").slot("lead")
    assert lead.text[0].text == said  # type: ignore[attr-defined]


def test_openings_are_neighbouring_only_when_none_carries_a_role_title() -> None:
    assert _titles(BAKER, CONFECTIONER)["jobs"] == "Two neighbouring openings"
    helper = {**poor(1), "title": "Helper"}
    assert _titles(BAKER, helper)["jobs"] == "Two openings"


def test_the_author_overrides_titles_and_leads() -> None:
    sections = {"pay": {"title": "My *own* title", "lead": "My lead."}, "skills": {"title": "Mine"}}
    document = compose(guide(spec={"sections": sections}), theme())
    made = {section.kind: section for section in document.sections}
    assert made["pay"].title == "My own title"
    assert made["skills"].title == "Mine"
    assert made["pay"].slot("lead")[0].text[0].text == "My lead."  # type: ignore[attr-defined]
