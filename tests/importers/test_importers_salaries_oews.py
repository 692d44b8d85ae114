"""Percentiles that are published already: the wage statistics of the BLS, with what they suppress."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.salaries.read import read_salaries
from guidebuild.importers.kinds.salaries.wanted import Wanted
from guidebuild.model.parts import Pay

FILE = Path(__file__).parent / "salaries" / "national_M2024_dl.csv"


def read(file: Path = FILE, **wanted: Any) -> Draft:
    asked = Wanted(file, "data-weigher", "Data Weigher", **wanted)
    return read_salaries(asked, roles=["data-weigher"], on=dt.date(2026, 11, 24))


def pay_of(draft: Draft) -> Pay:
    (role,) = (entry for entry in draft.entries if entry.kind == "roles")
    return Pay.model_validate(plain(role.facts)["pay"], strict=False)


def refused(file: Path = FILE, **wanted: Any) -> dict[str, str]:
    with pytest.raises(GuideError) as caught:
        read(file, **wanted)
    return {problem.code: str(problem) for problem in caught.value.diagnostics}


@pytest.mark.parametrize("asked", [{"soc": "15-2051"}, {"soc": "15-2051.00"}, {"titles": ("data weighers",)}])
def test_an_occupation_is_found_by_code_or_title(asked: dict[str, Any]) -> None:
    draft = read(**asked)
    pay = pay_of(draft)
    at = pay.overall
    assert (at.n, at.p10, at.p25, at.p50, at.p75, at.p90) == (
        201_500,
        64_480,
        83_200,
        114_400,
        150_800,
        198_120,
    )
    assert (pay.kind, pay.currency, pay.period, pay.region) == ("statistics", "USD", "year", "United States")
    assert (pay.years, pay.source, pay.note) == ((2024, 2024), "bls-oews-2024", None)
    (source,) = (entry for entry in draft.entries if entry.kind == "sources")
    assert plain(source.facts)["title"] == "Occupational Employment and Wage Statistics, May 2024"
    assert plain(source.facts)["licence"] == "Public domain"
    assert "line 3" in "\n".join(draft.said)


def test_pay_by_the_hour_keeps_its_cents() -> None:
    pay = pay_of(read(soc="15-2051", period="hour"))
    assert (pay.period, pay.overall.p10, pay.overall.p90) == ("hour", 31, 95.25)


def test_a_wage_above_the_highest_published_is_that_much_or_more() -> None:
    draft = read(soc="29-9001")
    pay = pay_of(draft)
    assert (pay.overall.p50, pay.overall.p90) == (198_120, 198_120)  # the largest that the table gives
    assert pay.overall.at_least == ("p50", "p75", "p90")
    assert pay.note is not None
    assert "occupation Deep Surgeons (29-9001)" in pay.note
    assert "p50 198,120 or more" in draft.said[-1]
    assert pay_of(read(soc="15-2051")).overall.at_least == ()
    assert pay_of(read(soc="29-9001", years=(2010, 2010))).overall == pay.overall


def test_estimates_that_are_missing_are_named_with_the_line() -> None:
    told = refused(soc="45-9004")["suppressed"]
    assert "national_M2024_dl.csv:7:1" in told
    assert "median ('*'), p90 ('*')" in told


def test_pay_holds_where_the_number_of_jobs_is_not_published() -> None:
    draft = read(soc="45-9003")
    assert pay_of(draft).overall.n is None
    assert "used: jobs whose number is not published, 2024" in "\n".join(draft.said)


def test_numbers_that_cannot_be_are_refused(tmp_path: Path) -> None:
    file = tmp_path / FILE.name
    text = FILE.read_text(encoding="utf-8")
    for right, wrong in (('"83,200"', "8320"), ('"201,500"', '"201,500,000"')):
        file.write_text(text.replace(right, wrong), encoding="utf-8")
        assert f"{FILE.name}:3:1" in refused(file, soc="15-2051")["odd-row"]


def test_an_occupation_paid_by_the_hour_alone_says_so() -> None:
    assert "use --period hour" in refused(soc="27-9002")["suppressed"]
    assert pay_of(read(soc="27-9002", period="hour")).overall.p50 == 24.05


def test_unknown_occupations_get_the_nearest() -> None:
    assert "15-2051 (Data Weighers)" in refused(soc="15-2015")["unknown-occupation"]
    assert "45-9003 (Kelp Herders)" in refused(titles=("Kelp Herdsman",))["unknown-occupation"]


def test_a_title_finds_its_plural() -> None:
    read_as = read(titles=("data weigher",))
    assert pay_of(read_as) == pay_of(read(soc="15-2051"))
    assert "occupation: 15-2051 Data Weighers (line 3)" in read_as.said


def test_what_such_a_table_cannot_answer_is_told_all_at_once() -> None:
    told = refused(titles=("Data Weighers", "Kelp Herders"), level="entry", period="month", currency="EUR")
    assert told.keys() == {"percentiles", "no-levels", "no-such-period", "no-such-currency"}
    assert refused().keys() == {"no-occupation"}
    assert refused(soc="data").keys() == {"bad-soc"}


def test_a_file_whose_name_holds_no_year_needs_one(tmp_path: Path) -> None:
    file = tmp_path / "wages.csv"
    file.write_bytes(FILE.read_bytes())
    assert refused(file, soc="15-2051").keys() == {"no-year"}
    assert pay_of(read(file, soc="15-2051", years=(2023, 2023))).source == "bls-oews-2023"


def test_of_several_areas_one_must_be_chosen(tmp_path: Path) -> None:
    file = tmp_path / "state_M2024_dl.csv"
    text = FILE.read_text(encoding="utf-8")
    header, row = text.splitlines()[0], text.splitlines()[2]
    rows = [
        row.replace("U.S.", state).replace("201,500", jobs)
        for state, jobs in (("Texas", "9,000"), ("Utah", "800"))
    ]
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    assert "choose one with --area: 'Texas', 'Utah'" in refused(file, soc="15-2051")["several-areas"]
    assert "did you mean 'Utah'?" in refused(file, soc="15-2051", area="Uta")["no-such-area"]
    pay = pay_of(read(file, soc="15-2051", area="texas"))
    assert (pay.region, pay.overall.n) == ("Texas", 9_000)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("all_data_M_2024.csv", 2024),
        ("national_M2023_dl.csv", 2023),
        ("MSA_M2022_dl.csv", 2022),
        ("natsector_M2021_dl.csv", 2021),
        ("national_may2008_dl.csv", 2008),
        ("all_oes_data_2015.csv", 2015),
        ("oesm24nat.csv", 2024),
        ("oesm19st/state.csv", 2019),
        ("oesm20all/all_data_M_2020.csv", 2020),
    ],
)
def test_the_year_is_known_from_every_official_name(tmp_path: Path, name: str, year: int) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(FILE.read_bytes())
    assert pay_of(read(file, soc="15-2051")).years == (year, year)


def test_a_table_saved_as_a_workbook_says_the_same(tmp_path: Path) -> None:
    import csv

    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("national_M2024_dl")
    for row in csv.reader(FILE.read_text(encoding="utf-8").splitlines()):
        plain_row = [cell.replace(",", "") if cell.replace(",", "").isdigit() else cell for cell in row]
        sheet.append([float(cell) if cell.isdigit() else cell for cell in plain_row])
    file = tmp_path / "national_M2024_dl.xlsx"
    book.save(file)
    for soc in ("15-2051", "29-9001"):
        assert pay_of(read(file, soc=soc)) == pay_of(read(soc=soc))


def test_an_area_is_found_by_its_state_and_hints_hold_what_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "MSA_M2024_dl.csv"
    head = (
        "AREA_TITLE,AREA_TYPE,PRIM_STATE,OCC_CODE,OCC_TITLE,TOT_EMP,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90"
    )
    areas = [
        ("Texas", 2, "TX"),
        ("Utah", 2, "UT"),
        ('"Austin-Round Rock, TX"', 4, "TX"),
        ('"Dallas, TX"', 4, "TX"),
    ]
    rows = [f"{area},{kind},{state},15-2051,Data Weighers,900,10,20,30,40,50" for area, kind, state in areas]
    file.write_text("\n".join([head, *rows, ""]).replace(",10,20,30,40,50", ",10000,20000,30000,40000,50000"))
    assert pay_of(read(file, soc="15-2051", area="TX")).region == "Texas"
    assert "'Austin-Round Rock, TX'" in refused(file, soc="15-2051", area="Austin")["no-such-area"]
    assert "Utah" not in refused(file, soc="15-2051", area="Austin")["no-such-area"]
    assert "15-2051 (Data Weighers)" in refused(file, soc="15-2059")["unknown-occupation"]
