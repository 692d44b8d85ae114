"""Whatever stands in a table, importing it ends with content that is valid, or with an error in words."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from fuzz import TRIES
from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, Entry, plain
from guidebuild.importers.kinds.jobs.files import Wanted as WantedJobs
from guidebuild.importers.kinds.jobs.read import read_jobs
from guidebuild.importers.kinds.salaries.read import read_salaries
from guidebuild.importers.kinds.salaries.wanted import Wanted as WantedPay
from guidebuild.importers.meaning.periods import period_of
from guidebuild.importers.reading.guessing import held
from guidebuild.importers.reading.table import open_table
from guidebuild.model.parts import Pay
from guidebuild.model.schema import Job

DAY = dt.date(2026, 11, 24)
CASES = settings(
    max_examples=TRIES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

NAMES = st.sampled_from(
    ["title", "job_title", "employer", "employer_name", "company", "location", "city", "country", "job_min_salary",
     "salary_max", "salary", "currency", "period", "job_url", "date", "job_maturity", "remote", "job_type", "level",
     "year",     "p10", "p25", "median", "p75", "p90", "jobs", "OCC_CODE", "OCC_TITLE", "A_MEDIAN", "TOT_EMP", "",
     "x", "Ünïcode"]
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        ["", "Baker", "Kites Ltd", "Leeds", "Menlo Park, CA", "Berlin, BE, Germany", "US", "40000",
         "52,000", "€ 45.000",         "1e9", "-5", "Jahr", "hr", "GBP", "https://a.example/1", "2026-11-30",
         "30.11.2026", "true", "#", "*", "2024",
         '"', "'", "\u202e", "\ufffd", "=1+1", "99999999999999999999"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
)  # fmt: skip
TABLES = st.lists(NAMES, min_size=1, max_size=9).flatmap(
    lambda head: st.tuples(
        st.just(head), st.lists(st.lists(CELLS, min_size=len(head), max_size=len(head)), max_size=6)
    )
)


def written(table: tuple[list[str], list[list[str]]], sign: str) -> str:
    head, rows = table
    return "\n".join(sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in (head, *rows))


def entries_of(importing: Callable[[], Draft]) -> tuple[Entry, ...]:
    """What it drafts; none where it refuses, which it must say in words."""
    try:
        return importing().entries
    except GuideError as error:
        codes = [problem.code for problem in error.diagnostics if problem.message]
    assert codes
    return ()


@pytest.mark.slow
@CASES
@given(TABLES, st.sampled_from([",", ";", "\t", "|"]), st.booleans())
def test_any_table_of_jobs_ends_in_valid_jobs_or_an_error(
    tmp_path: Path, table: Any, sign: str, named: bool
) -> None:
    file = tmp_path / "jobs.csv"
    file.write_text(written(table, sign), encoding="utf-8")
    wanted = WantedJobs(file, employer="Kites Ltd" if named else "")
    for entry in entries_of(lambda: read_jobs(wanted, roles=[], on=DAY)):
        if entry.kind == "jobs":
            Job.model_validate({**plain(entry.facts), "id": entry.id}, strict=False)


@pytest.mark.slow
@CASES
@given(TABLES, st.sampled_from(["", "US", "Germany"]), st.sampled_from(["", "EUR"]))
def test_any_table_of_salaries_ends_in_valid_pay_or_an_error(
    tmp_path: Path, table: Any, country: str, currency: str
) -> None:
    file = tmp_path / "pay.csv"
    file.write_text(written(table, ","), encoding="utf-8")
    wanted = WantedPay(
        file, "baker", "Baker", ("Baker",), country=country, currency=currency, years=(2024, 2024)
    )
    for entry in entries_of(lambda: read_salaries(wanted, roles=["baker"], on=DAY)):
        if entry.kind == "roles":
            Pay.model_validate(plain(entry.facts)["pay"], strict=False)


PLAIN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12)
VALUES = st.one_of(
    st.none(), PLAIN, st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9), st.booleans(), st.dates()
)


@pytest.mark.slow
@CASES
@given(st.lists(st.tuples(VALUES, VALUES), max_size=6))
def test_a_workbook_reads_like_the_same_table_as_text(tmp_path: Path, rows: list[tuple[Any, Any]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [("title", "pay"), *rows]:
        sheet.append(row)
    file = tmp_path / "table.xlsx"
    book.save(file)
    with open_table(file, {"title": ("title",), "pay": ("pay",)}) as table:
        cells = [(row.cells["title"], row.cells["pay"]) for row in table]
    kept = [row for row in rows if any(_said(value) for value in row)]
    assert [tuple(map(bool, pair)) for pair in cells] == [
        tuple(bool(_said(value)) for value in row) for row in kept
    ]
    for pair, row in zip(cells, kept, strict=True):
        for cell, value in zip(pair, row, strict=True):
            if isinstance(value, int) and not isinstance(value, bool):
                assert cell == str(value)
            if isinstance(value, dt.date):
                assert cell == value.isoformat()


def _said(value: object) -> str:
    return "" if value is None else str(value).strip()


@pytest.mark.parametrize("cut", [0, 4, 100, 1_000, -200, -30])
def test_a_damaged_workbook_is_refused_in_words(tmp_path: Path, cut: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["title", "pay"])
    saved = io.BytesIO()
    book.save(saved)
    data = bytearray(saved.getvalue())
    file = tmp_path / "table.xlsx"
    if cut > 100:
        data[cut : cut + 60] = b"\xff" * 60
        file.write_bytes(bytes(data))
    else:
        file.write_bytes(bytes(data[: cut or None] if cut < 0 else data[:cut]))
    code = ""
    try:
        with open_table(file, {"title": ("title",)}) as table:
            list(table)
    except GuideError as error:
        code = error.diagnostics[0].code
    assert code in ("", "not-text", "empty-table", "broken-workbook", "missing-column")
    assert code or cut > 0


@CASES
@given(st.lists(CELLS, max_size=8), st.text(max_size=12))
def test_no_column_and_no_period_makes_it_fall_over(cells: list[str], name: str) -> None:
    assert held(cells, name) in ("addresses", "dates", "money", "countries", "")
    assert all(period_of(cell) in ("hour", "day", "week", "month", "year", "") for cell in cells)
