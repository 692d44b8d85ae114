"""Pay from an employer survey is never told as what people reported, and the two are not ranked against each other."""

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


def paid(number: int, n: int, marks: tuple[int, ...], counts: str = "jobs", **more: Any) -> dict[str, Any]:
    overall = dict(zip(("p10", "p25", "p50", "p75", "p90"), marks, strict=True)) | {"n": n}
    block = {"region": "US", "years": 2024, "source": "table", "overall": overall, "counts": counts, **more}
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
def test_nowhere_does_a_guide_of_surveys_speak_of_reports(count: int) -> None:
    level = {"n": 900, "p10": 1, "p25": 2, "p50": 30_000, "p75": 4e4, "p90": 5e4}
    roles = [paid(n, 192_710, LOW, levels={"entry": level, "senior": level}) for n in range(count)]
    words = said(made(*roles, *([poor(9)] if count == 1 else [])))
    assert "192,710\u00a0jobs" in words
    found = [line for line in words.splitlines() if any(word in line.casefold() for word in SPOKEN)]
    assert [line for line in found if "employers reported" not in line] == []


def test_the_survey_stands_where_the_reports_stood() -> None:
    document = made(paid(1, 192_710, LOW), paid(2, 1_000, HIGH))
    profile = next(b for b in section(document, "profile-poor-1").blocks if isinstance(b, Fact))
    assert (profile.label, profile.value) == ("Median pay", "$30,000")
    assert words_of(profile.note).startswith(
        "Middle half $20k–$40k. Employer survey, 192,710\u00a0jobs, 2024."
    )
    card = next(b for b in section(document, "glance").blocks if isinstance(b, Card))
    assert "Median pay" in [fact.label for fact in card.facts]
    pay = section(document, "pay")
    count = next(b for b in pay.blocks if isinstance(b, Fact))
    assert (count.label, count.value, words_of(count.note)) == (
        "Jobs in the survey", "193,710", "in both occupations together, all from 2024",
    )  # fmt: skip
    (lead,) = pay.slot("lead")
    assert words_of(lead.text).endswith("Half of all jobs lie in the darker part of each bar.")  # type: ignore[attr-defined]
    (figure,) = (b for b in pay.blocks if isinstance(b, Figure))
    assert isinstance(figure.spec, PaySpec)
    assert figure.spec.bars[0].note == "Survey, 192,710\u00a0jobs, 2024"
    assert figure.alt.startswith("Bars of pay in US dollars a year. Poor Role 1: 10th percentile $10k")
    assert "median $30k, 75th $40k, 90th $50k; employer survey, 192,710\u00a0jobs, 2024." in figure.alt
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert (table.columns[0].label, table.caption) == ("jobs", "Pay by percentile")
    assert pay.title == "Poor Role 2 pay stands clear of Poor Role 1"


def test_a_survey_of_few_jobs_is_no_small_sample() -> None:
    document = made(paid(1, 20, LOW), paid(2, 25, HIGH))
    assert section(document, "pay").title == "Poor Role 2 pay stands clear of Poor Role 1"
    assert not [b for b in section(document, "pay").blocks if isinstance(b, Note)]


def test_reports_and_surveys_are_not_ranked_against_each_other() -> None:
    document = made(paid(1, 400, LOW, "reports"), paid(2, 1_000, HIGH))
    pay = section(document, "pay")
    assert pay.title == "Counted in different ways, so not ranked"
    (lead,) = pay.slot("lead")
    assert words_of(lead.text) == (  # type: ignore[attr-defined]
        "The median is $30,000 for one job and $55,000 for the other. What people reported of themselves stands for "
        "Poor Role 1, what employers told a survey for Poor Role 2. The two are counted in different ways: read them "
        "beside each other, not against each other."
    )
    count = next(b for b in pay.blocks if isinstance(b, Fact))
    assert (count.label, count.value, words_of(count.note)) == (
        "Reports", "400", "for Poor Role 1; an employer survey for Poor Role 2; all from 2024",
    )  # fmt: skip
    (table,) = (b for b in pay.blocks if isinstance(b, Table))
    assert table.columns[0].label == "count"
    words = said(document)
    assert "What people and employers reported, and how far to trust it" in words
    assert "Reports, 2024: Poor Role 1 400. Jobs in the survey, 2024: Poor Role 2 1,000." in words


def test_of_many_roles_the_greater_part_are_the_others() -> None:
    document = made(paid(1, 12, LOW, "reports"), *(paid(n, 1_000, HIGH) for n in (2, 3, 4)))
    (lead,) = section(document, "pay").slot("lead")
    words = words_of(lead.text)  # type: ignore[attr-defined]
    assert (
        "What only a few people reported of themselves stands for Poor Role 1, what employers told a survey for "
        in words
    )
    assert "for the others." in words
    rows = [b for b in section(document, "glance").blocks if isinstance(b, GlanceRow)]
    assert [row.sample.replace("\u00a0", " ") for row in rows] == [
        "n = 12, small sample",
        *["survey, 1,000 jobs"] * 3,
    ]


def test_pay_in_another_unit_names_its_survey() -> None:
    document = made(paid(1, 400, LOW), paid(2, 500, LOW), paid(3, 1_000, (10, 20, 30, 40, 50), period="hour"))
    (note,) = (b for b in section(document, "pay").blocks if isinstance(b, Note))
    assert words_of(note.paragraphs[0]) == (
        "Poor Role 3: median $30 an hour, middle half $20–$40 (survey, 1,000\u00a0jobs, 2024)."
    )


def test_one_surveyed_role_is_told_without_a_rank() -> None:
    assert section(made(paid(1, 400, LOW), poor(2)), "pay").title == "What an employer survey found"


def test_plural_titles_stand_in_the_title_of_a_clear_lead() -> None:
    nurses = {**paid(2, 500, HIGH), "title": "Registered Nurses"}
    assert (
        section(made(paid(1, 500, LOW), nurses), "pay").title
        == "Pay for Registered Nurses stands clear of Poor Role 1"
    )
