"""Pay from tables of reports: the percentiles, what was used, and everything that can be wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.kinds.salaries.read import read_salaries
from guidebuild.importers.kinds.salaries.wanted import SourceWords, Wanted
from guidebuild.model.parts import Pay
from guidebuild.model.schema import Source

DAY = dt.date(2026, 11, 24)
HEADER = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,"
    "remote_ratio,company_location,company_size"
)


def line(title: str, dollars: object, *, level: str = "SE", year: int = 2024, country: str = "US") -> str:
    """A row in the layout of aijobs.net; outside the United States pay is in euros, a tenth less."""
    own, code = (dollars, "USD") if country == "US" else (int(str(dollars)) * 9 // 10, "EUR")
    return f"{year},{level},FT,{title},{own},{code},{dollars},{country},0,{country},M"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Forty data weighers, twelve of them junior, three of them in Germany, and five weighers of data."""
    rows = [line("Data Weigher", 100_000 + 1_000 * n, year=2023 + n % 2) for n in range(25)]
    rows += [line("data weigher ", 60_000 + 500 * n, level="EN", year=2022) for n in range(12)]
    rows += [line("Data Weigher", 70_000 + 10_000 * n, level="MI", country="DE") for n in range(3)]
    rows += [line("Weigher of Data", 90_000 + n) for n in range(5)]
    file = tmp_path / "salaries.csv"
    file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return file


def read(file: Path, titles: tuple[str, ...] = ("Data Weigher",), **wanted: Any) -> Draft:
    asked = Wanted(file, "data-weigher", "Data Weigher", titles, **wanted)
    return read_salaries(asked, roles=["data-weigher", "baker"], on=DAY)


def pay_of(draft: Draft) -> Pay:
    (role,) = (entry for entry in draft.entries if entry.kind == "roles")
    assert role.adds
    return Pay.model_validate(plain(role.facts)["pay"], strict=False)


def source_of(draft: Draft) -> Source:
    (source,) = (entry for entry in draft.entries if entry.kind == "sources")
    return Source.model_validate({**plain(source.facts), "id": source.id})


def refused(file: Path, titles: tuple[str, ...] = ("Data Weigher",), **wanted: Any) -> dict[str, str]:
    """Code and text of each problem."""
    with pytest.raises(GuideError) as caught:
        read(file, titles, **wanted)
    return {problem.code: str(problem) for problem in caught.value.diagnostics}


def write(tmp_path: Path, text: str, name: str = "pay.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_percentiles_are_interpolated_between_the_sorted_reports(tmp_path: Path) -> None:
    rows = [line("Data Weigher", value) for value in (50_003, 30_000, 10_000, 40_000)]
    pay = pay_of(read(write(tmp_path, "\n".join([HEADER, *rows, ""]))))
    at = pay.overall
    # Places 0.3, 0.75, 1.5, 2.25 and 2.7 of 10,000, 30,000, 40,000 and 50,003; 42,500.75 and 47,002.1 are rounded.
    assert (at.n, at.p10, at.p25, at.p50, at.p75, at.p90) == (4, 16_000, 25_000, 35_000, 42_501, 47_002)
    assert pay.reports == (10_000, 30_000, 40_000, 50_003)


def test_a_half_is_rounded_upwards(tmp_path: Path) -> None:
    rows = [line("Data Weigher", value) for value in (10_000, 10_001)]
    assert pay_of(read(write(tmp_path, "\n".join([HEADER, *rows, ""])))).overall.p50 == 10_001


def test_the_layout_of_aijobs_is_told_from_its_header(table: Path) -> None:
    draft = read(table)
    pay = pay_of(draft)
    assert (pay.currency, pay.period, pay.region, pay.years) == ("USD", "year", "all countries", (2022, 2024))
    assert pay.overall.n == 40
    assert pay.overall.p50 == 104_500
    assert (pay.source, pay.kind, pay.reports, pay.note) == ("aijobs", "reports", (), None)
    source = source_of(draft)
    assert (source.id, source.title) == ("aijobs", "aijobs.net salary data, 2022–2024")
    assert source.accessed == DAY


def test_a_level_of_thirty_reports_has_a_row_of_its_own(tmp_path: Path) -> None:
    rows = [line("Data Weigher", 100_000 + n, level="SE") for n in range(30)]
    rows += [line("Data Weigher", 60_000 + n, level="EN") for n in range(29)]
    pay = pay_of(read(write(tmp_path, "\n".join([HEADER, *rows, ""]))))
    assert {level: at.n for level, at in pay.levels.items()} == {"senior": 30}


def test_several_titles_are_pooled_and_the_note_says_so(table: Path) -> None:
    pay = pay_of(read(table, ("data weigher", "Weigher of Data")))
    assert pay.overall.n == 45
    assert pay.note == "Data Weigher pools two job titles, this one and Weigher of Data."


def test_another_title_than_the_roles_is_told(table: Path) -> None:
    pay = pay_of(read(table, ("weigher of data",)))
    assert pay.note == "The pay of Data Weigher is that of the job title weigher of data."


@pytest.mark.parametrize("country", ["DE", "Germany", "germany", "DEU"])
def test_a_country_is_known_by_code_and_name(table: Path, country: str) -> None:
    pay = pay_of(read(table, country=country))
    assert (pay.region, pay.reports) == ("Germany", (70_000, 80_000, 90_000))


def test_a_level_alone_has_no_rows_for_levels_and_the_note_says_so(table: Path) -> None:
    pay = pay_of(read(table, level="entry"))
    assert (pay.overall.n, pay.levels, pay.years) == (12, {}, (2022, 2022))
    assert pay.note == "For Data Weigher, entry-level reports only."


def test_only_the_wanted_years_are_used(table: Path) -> None:
    assert pay_of(read(table, years=(2023, 2023))).overall.n == 13


def test_another_currency_is_that_in_which_people_were_paid(table: Path) -> None:
    pay = pay_of(read(table, currency="EUR"))
    assert (pay.currency, pay.reports) == ("EUR", (63_000, 72_000, 81_000))


def test_what_was_used_is_said(table: Path) -> None:
    said = "\n".join(read(table, country="US").said)
    for words in ("45 rows read", "40 of the job", "37 reports", "2022–2024", "USD a year", "United States",
                  "3 of other countries", "entry 12, senior 25"):  # fmt: skip
        assert words in said


def test_small_samples_are_warned_of(table: Path) -> None:
    (note,) = read(table, ("Weigher of Data",)).notes
    assert (note.severity, note.code) == ("warning", "few-reports")
    assert "only 5 reports" in note.message


def test_odd_rows_are_counted_with_their_lines_and_left_out(tmp_path: Path) -> None:
    rows = [line("Data Weigher", value) for value in (50_000, 0, -5, "1e12", "lots", "", "12,5")]
    rows += [line("Data Weigher", 60_000, level="XX"), line("Data Weigher", 70_000, year=24)]
    draft = read(write(tmp_path, "\n".join([HEADER, *rows, ""])))
    assert pay_of(draft).reports == (50_000, 60_000)
    told = [note.message for note in draft.notes]
    assert any("3 rows of this title: the pay is zero, negative or beyond belief" in words for words in told)
    assert any("the pay cannot be read as an amount; left out (line 6)" in words for words in told)
    assert any("another number of cells" in words and "line 8" in words for words in told)
    assert any("the level 'XX' is not known" in words for words in told)
    assert any("the year cannot be read; left out (line 10)" in words for words in told)
    assert "1 without pay" in "\n".join(draft.said)


# What is wrong


def test_an_unknown_role_and_a_title_that_nobody_has_are_told_together(table: Path) -> None:
    asked = Wanted(table, "data-wiegher", "Data Wiegher", ("Data Wiegher",))
    with pytest.raises(GuideError) as caught:
        read_salaries(asked, roles=["data-weigher"], on=DAY)
    told = {problem.code: str(problem) for problem in caught.value.diagnostics}
    assert "did you mean 'data-weigher'?" in told["unknown-role"]
    assert "'Data Weigher' (40)" in told["no-such-title"]


def test_titles_that_are_far_off_get_those_with_most_rows(table: Path) -> None:
    assert (
        "most rows are 'Data Weigher' (40), 'Weigher of Data' (5)"
        in refused(table, ("Pope",))["no-such-title"]
    )


def test_a_country_or_level_without_reports_is_refused_with_those_there_are(table: Path) -> None:
    assert "United States (37), Germany (3)" in refused(table, country="France")["no-such-country"]
    assert "entry (12), mid (3), senior (25)" in refused(table, level="executive")["no-such-level"]
    assert "40 of other years" in refused(table, years=(1999, 1999))["no-rows"]
    assert "no-rows" in refused(table, country="DE", level="entry")


def test_several_currencies_are_refused_with_their_numbers(table: Path) -> None:
    columns = {"pay": "salary", "currency": "salary_currency"}
    assert "USD (37), EUR (3)" in refused(table, columns=columns)["mixed-currencies"]
    assert pay_of(read(table, columns=columns, currency="EUR")).overall.n == 3


def test_a_mapped_column_that_is_missing_is_refused(table: Path) -> None:
    told = refused(table, columns={"pay": "salary_usd"})["missing-column"]
    assert "salaries.csv:1:1" in told
    assert "did you mean 'salary_in_usd'?" in told


@pytest.mark.parametrize("text", ["", "\n", HEADER])
def test_tables_without_rows_are_refused(tmp_path: Path, text: str) -> None:
    problems = refused(write(tmp_path, text))
    assert problems.keys() <= {"empty-table", "no-such-title"}
    assert text != HEADER or "the table has no row that can be read" in problems["no-such-title"]


# Tables of one's own


def test_a_table_of_ones_own_is_read_by_obvious_names(tmp_path: Path) -> None:
    text = "Job Title;Annual salary (EUR);Seniority;Year;Country\n"
    text += "Data Weigher;60.000;Junior;2024;Germany\nData Weigher;€ 70.000,50;Senior;2025;Österreich\n"
    draft = read(
        write(tmp_path, text), columns={"pay": "annual salary eur"}, source=SourceWords(title="Pay survey")
    )
    pay = pay_of(draft)
    assert (pay.currency, pay.period, pay.years) == ("EUR", "year", (2024, 2025))
    assert pay.reports == (60_000, 70_001)
    assert (pay.source, source_of(draft).title) == ("pay", "Pay survey")


def test_a_mapped_table_without_year_country_and_currency_is_told_what_is_missing(tmp_path: Path) -> None:
    file = write(tmp_path, "Job\tWage\nData Weigher\t30\nData Weigher\t40.25\n")
    columns = {"title": "Job", "pay": "Wage"}
    assert refused(file, columns=columns).keys() == {"no-year", "no-country"}
    here: dict[str, Any] = {"columns": columns, "years": (2025, 2025), "country": "Wales"}
    assert refused(file, **here).keys() == {"no-currency"}
    pay = pay_of(read(file, **here, currency="GBP", period="hour"))
    assert (pay.currency, pay.period, pay.region, pay.years) == ("GBP", "hour", "Wales", (2025, 2025))
    assert pay.reports == (30, 40.25)


def test_periods_in_a_column_are_not_mixed(tmp_path: Path) -> None:
    text = "title,pay,period,year,country,currency\n"
    text += "Data Weigher,30,hourly,2024,US,USD\nData Weigher,60000,year,2024,US,USD\n"
    file = write(tmp_path, text)
    assert "hour (1), year (1)" in refused(file)["mixed-periods"]
    assert pay_of(read(file, period="hour")).reports == (30,)


def test_the_survey_of_stack_overflow_is_told_from_its_header(tmp_path: Path) -> None:
    text = "ResponseId,DevType,Country,ConvertedCompYearly\n1,Data Weigher,Germany,80000\n2,Data Weigher,Germany,NA\n"
    file = write(tmp_path, text, "results.csv")
    assert refused(file).keys() == {"no-year"}
    draft = read(file, years=(2024, 2024))
    assert pay_of(draft).overall.n == 1
    assert source_of(draft).id == "stack-overflow-survey-2024"
    assert source_of(draft).title == "Stack Overflow Developer Survey, 2024"


# Tables as spreadsheets and people make them

OWN = "Title,Salary EUR,Year,Country\n"


def own(tmp_path: Path, *pays: str, header: str = OWN) -> Path:
    return write(tmp_path, header + "".join(f"Data Weigher,{pay},2024,DE\n" for pay in pays))


@pytest.mark.parametrize(
    ("name", "currency", "period"),
    [
        ("SALARY (EUR)", "EUR", "year"),
        ("Salary €", "EUR", "year"),
        ("Annual gross salary in GBP", "GBP", "year"),
        ("Monthly salary (CZK)", "CZK", "month"),
        ("base_salary_usd", "USD", "year"),
        ("Pay £", "GBP", "year"),
    ],
)
def test_a_column_of_pay_may_name_its_currency_and_period(
    tmp_path: Path, name: str, currency: str, period: str
) -> None:
    pay = pay_of(read(own(tmp_path, *["50000"] * 30, header=f"JOB TITLE,{name},YEAR,COUNTRY\n")))
    assert (pay.overall.n, pay.currency, pay.period) == (30, currency, period)


def test_two_columns_that_may_be_the_pay_are_not_guessed_at(tmp_path: Path) -> None:
    file = write(tmp_path, "Title,Salary EUR,Salary USD,Year,Country\nData Weigher,50000,55000,2024,DE\n")
    assert "--map pay=NAME" in refused(file)["missing-column"]


def test_a_column_that_stands_twice_is_told(tmp_path: Path) -> None:
    file = write(tmp_path, "Title,Pay,Pay,Year,Country,Currency\nData Weigher,50000,1,2024,DE,EUR\n")
    draft = read(file)
    assert pay_of(draft).overall.p50 == 50_000
    told = [str(note) for note in draft.notes if note.code == "duplicate-column"]
    assert "the column 'Pay' stands twice in the header; the first is taken" in told[0]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Data Weigher,50000,2024,DE\n", "this line seems to hold data"),
        ("Pay of 2024,,,\n\nTitle,Salary EUR,Year,Country\n", "this line seems to be a title"),
    ],
)
def test_a_table_without_a_header_where_it_belongs_is_told_so(tmp_path: Path, text: str, hint: str) -> None:
    assert hint in refused(write(tmp_path, text))["missing-column"]


def test_pay_beyond_belief_is_left_out_and_told(tmp_path: Path) -> None:
    draft = read(own(tmp_path, "1", "50", *["50000"] * 30))
    assert pay_of(draft).overall.n == 30
    assert any("2 rows of this title: the pay is below 1,000 a year" in str(note) for note in draft.notes)
    hourly = own(tmp_path, "50000", *["25"] * 30, header="Title,Hourly wage USD,Year,Country\n")
    draft = read(hourly)
    assert (pay_of(draft).overall.n, pay_of(draft).period) == (30, "hour")
    assert any("1 row of this title: nobody is paid as much by the hour" in str(note) for note in draft.notes)
    assert "USD an hour" in draft.said[1]


def test_an_amount_that_is_far_off_is_told(tmp_path: Path) -> None:
    draft = read(own(tmp_path, "99000000", *["50000"] * 30))
    (told,) = (str(note) for note in draft.notes if note.code == "far-off")
    assert "1 report more than 20 times above or below the median of 50,000: 99,000,000" in told


def test_a_dollar_in_a_column_of_euros_is_no_euro(tmp_path: Path) -> None:
    file = own(tmp_path, "50000", "$60000")
    assert "EUR (1), USD (1)" in refused(file)["mixed-currencies"]
    assert pay_of(read(file, currency="EUR")).overall.n == 1


def test_pay_by_the_week_is_refused_rather_than_called_yearly(tmp_path: Path) -> None:
    file = own(tmp_path, "1200", header="Title,Weekly pay USD,Year,Country\n")
    problems = refused(file, columns={"pay": "Weekly pay USD"})
    assert "'Weekly pay USD' is pay by the day, week or quarter" in problems["other-period"]


def test_a_table_of_one_country_is_of_that_country(tmp_path: Path) -> None:
    assert pay_of(read(own(tmp_path, "50000", "60000"))).region == "Germany"
    rows = "Data Weigher,50000,2024,DE\nBaker,50000,2024,AT\n"
    assert pay_of(read(write(tmp_path, OWN + rows))).region == "all countries"
    assert pay_of(read(write(tmp_path, OWN + "Data Weigher,50000,2024,\n"))).region == "all countries"


def test_one_row_is_one_row(tmp_path: Path) -> None:
    said = read(own(tmp_path, "50000")).said
    assert said[0].endswith("pay.csv: 1 row read, 1 of the job")
    assert said[1].startswith("used: 1 report, 2024")


TOWNS = (
    "company,title,totalyearlycompensation,location\n"
    'A,Weigher,145000,"Berlin, BE, Germany"\nB,Weigher,93000,"Cambridge, EN, United Kingdom"\n'
    'C,Weigher,177000,"Menlo Park, CA"\nD,Weigher,144000,"Redmond, WA"\nE,Weigher,74000,"Paris, France"\n'
)


def test_a_country_is_read_at_the_end_of_a_place(tmp_path: Path) -> None:
    file = tmp_path / "towns.csv"
    file.write_text(TOWNS)
    options = {"columns": {"pay": "totalyearlycompensation"}, "currency": "USD", "years": (2021, 2021)}
    whole = pay_of(read(file, titles=("Weigher",), **options))
    assert (whole.region, whole.overall.n) == ("all countries", 5)
    american = pay_of(read(file, titles=("Weigher",), country="US", **options))
    assert (american.region, american.overall.n, american.overall.p50) == ("United States", 2, 160_500)


@pytest.mark.parametrize("places", [("Old Town", "Harbour"), ("Building 7", "Site B")])
def test_a_column_of_towns_is_none_of_countries(tmp_path: Path, places: tuple[str, str]) -> None:
    file = tmp_path / "towns.csv"
    one, other = places
    file.write_text(f"title,salary,location\nWeigher,45000,{one}\nWeigher,55000,{other}\n")
    options: dict[str, Any] = {"titles": ("Weigher",), "currency": "EUR", "years": (2021, 2021)}
    assert refused(file, **options).keys() == {"no-country"}
    assert pay_of(read(file, country="Austria", **options)).overall.n == 2


@pytest.mark.parametrize("column", ["title", "pay", "level", "year", "country", "currency", "period"])
def test_a_mapped_name_that_is_not_there_is_an_error_that_names_the_columns(
    tmp_path: Path, column: str
) -> None:
    file = tmp_path / "towns.csv"
    file.write_text(TOWNS)
    columns = {"pay": "totalyearlycompensation"} | {column: "Nosuch"}
    told = refused(file, titles=("Weigher",), columns=columns, country="US", years=(2021, 2021))
    assert "'totalyearlycompensation', 'location'" in told["missing-column"]


@pytest.mark.parametrize(
    "head", ["occupation,low,q,mid,hi,top,people", "occupation,p10,p25,median,p75,p90,jobs"]
)
def test_published_percentiles_of_any_table_are_mapped(tmp_path: Path, head: str) -> None:
    file = tmp_path / "statistics.csv"
    file.write_text(
        f"{head}\nBaker,20000,25000,30000,35000,40000,1200\nCook,21000,26000,31000,36000,41000,900\n"
    )
    names = dict(zip(("p10", "p25", "p50", "p75", "p90", "jobs"), head.split(",")[1:], strict=True))
    columns = names if "low" in names.values() else {}
    options: dict[str, Any] = {"titles": ("Cook",), "country": "AT", "years": (2024, 2024)}
    assert "no-currency" in refused(file, columns=columns, **options)
    pay = pay_of(read(file, columns=columns, currency="EUR", **options))
    assert (pay.kind, pay.region, pay.currency, pay.years) == ("statistics", "Austria", "EUR", (2024, 2024))
    assert (pay.overall.n, pay.overall.p10, pay.overall.p50, pay.overall.p90) == (900, 21_000, 31_000, 41_000)
    told = refused(file, columns=columns, currency="EUR", titles=("Cook",), years=(2024, 2024))
    assert told.keys() == {"no-country"}


def test_a_hidden_percentile_of_a_table_of_years_alone_is_told(tmp_path: Path) -> None:
    file = tmp_path / "statistics.csv"
    file.write_text(
        "Occupation,Area,p10,p25,median,p75,p90,jobs\nCook,South,25000,29000,34000,39000,*,1300\n"
    )
    told = refused(file, titles=("Cook",), currency="GBP", area="South", country="GB", years=(2024, 2024))
    assert "p90 ('*')" in told["suppressed"]
