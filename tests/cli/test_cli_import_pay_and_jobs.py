"""`guidebuild import salaries` and `import jobs`: content that passes `check` and builds; or a message, and no file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program

SAMPLES = Path(__file__).parents[1] / "importers"
WAGES = SAMPLES / "salaries/national_M2024_dl.csv"
PAGE = SAMPLES / "jobs/harbour.html"
HEADER = "work_year,experience_level,job_title,salary_in_usd,employee_residence\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "project"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return here


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    rows = (f"2024,{('EN', 'SE')[n % 2]},Data Engineer,{90_000 + 1_000 * n},US\n" for n in range(64))
    file = tmp_path / "reports.csv"
    file.write_text(HEADER + "".join(rows), encoding="utf-8")
    return file


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(program, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def files(project: Path) -> list[str]:
    return sorted(file.relative_to(project).as_posix() for file in project.rglob("*") if file.is_file())


@pytest.mark.slow
def test_pay_and_jobs_that_are_imported_pass_the_check_and_build(project: Path, reports: Path) -> None:
    first = run("import", "salaries", reports, "--role", "data-engineer", "--country", "usa")
    assert first.exit_code == 0, first.output
    assert "64 reports, 2024, USD a year, United States" in first.stdout
    assert "overall: {n: 64, p10: 96300" in (project / "content/roles/data-engineer.yml").read_text()
    second = run("import", "salaries", WAGES, "--role", "data-scientist", "--soc", "15-2051")
    assert second.exit_code == 0, second.output
    assert "kind: statistics" in (project / "content/roles/data-scientist.yml").read_text()
    third = run("import", "jobs", PAGE, "--roles", "data-engineer,data-scientist")
    assert third.exit_code == 0, third.output
    assert "3 postings, 2 jobs (1 left out, 1 closed)" in third.stdout
    assert run("check").exit_code == 0
    built = run("pdf", "--roles", "data-engineer,data-scientist")
    assert built.exit_code == 0, built.output


@pytest.mark.parametrize("level", ["senior", "SE", "Senior"])
def test_a_level_may_be_named_by_its_code(reports: Path, level: str) -> None:
    result = run("import", "salaries", reports, "--role", "data-engineer", "--level", level, "--dry-run")
    assert result.exit_code == 0, result.output
    assert "used: 32 reports" in result.stdout


def test_a_single_report_is_one_report_wherever_it_is_told(project: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.csv"
    alone.write_text(HEADER + "2024,SE,Data Engineer,90000,US\n", encoding="utf-8")
    result = run("import", "salaries", alone, "--role", "data-engineer")
    assert "1 row read, 1 of the job\nused: 1 report, 2024" in result.stdout
    assert "only 1 report: too few" in result.stderr
    assert not re.search(r"\b1 (?:reports|rows|titles)\b", result.output)
    posting = project / "one.csv"
    posting.write_text("title,employer,place\nBaker,Crumb,Ulm\n", encoding="utf-8")
    assert "1 posting, 1 job\n" in run("import", "jobs", posting).stdout


def test_importing_again_changes_nothing(project: Path, reports: Path) -> None:
    for words in (("salaries", reports, "--role", "data-engineer"), ("jobs", PAGE)):
        assert run("import", *words).exit_code == 0
        before = {name: (project / name).read_bytes() for name in files(project)}
        assert run("import", *words).exit_code == 0
        assert {name: (project / name).read_bytes() for name in files(project)} == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(project: Path) -> None:
    result = run("import", "jobs", PAGE, "--dry-run")
    assert result.exit_code == 0
    assert "+    title: Senior Crane Driver" in result.stdout
    assert not files(project)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--year", "24"), "first and the last"),
        (("--year", "2025-2022"), "2025 is later than 2022"),
        (("--currency", "euro"), "three letters"),
        (("--url", "example.org"), "address of a page begins with https://"),
        (("--map", "pay"), "COLUMN=NAME"),
        (("--map", "pya=salary"), "did you mean 'pay'?"),
        (("--map", "pay=a", "--map", "pay=b"), "mapped twice"),
        (("--level", "boss"), "boss"),
    ],
)
def test_options_that_mean_nothing_are_a_wrong_command_line(
    project: Path, reports: Path, options: tuple[str, ...], words: str
) -> None:
    result = run("import", "salaries", reports, "--role", "data-engineer", *options)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert not files(project)


def test_roles_that_are_not_there_are_a_wrong_command_line(project: Path, reports: Path) -> None:
    for words in (("salaries", reports, "--role", "data-enginer", "--title", "Data Engineer"),
                  ("jobs", PAGE, "--roles", "data-enginer")):  # fmt: skip
        result = run("import", *words)
        assert result.exit_code == 2
        assert "did you mean 'data-engineer'?" in result.stderr
    assert not files(project)


def test_files_that_hold_nothing_of_use_are_told_and_nothing_is_written(project: Path, reports: Path) -> None:
    none = run("import", "salaries", reports, "--role", "data-engineer", "--title", "Data Enginer")
    assert none.exit_code == 1
    assert "'Data Engineer' (64)" in none.stderr
    other = run("import", "jobs", reports)
    assert other.exit_code == 1
    assert "error[missing-column]" in other.stderr
    assert not files(project)


def test_a_table_without_currency_is_in_the_one_that_is_named(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_text("Job|Wage\n" + "".join(f"Baker|{30_000 + n}\n" for n in range(40)), encoding="utf-8")
    words = ("import", "salaries", file, "--role", "data-engineer", "--title", "baker", "--map", "title=Job",
             "--map", "pay=Wage", "--year", "2024", "--country", "Wales", "--source-title", "Bakers of Wales",
             "--publisher", "Guild", "--licence", "CC BY 4.0", "--url", "https://example.org/pay")  # fmt: skip
    assert "error[no-currency]" in run(*words).stderr
    assert run(*words, "--currency", "gbp").exit_code == 0
    role = (project / "content/roles/data-engineer.yml").read_text()
    assert "region: Wales" in role
    assert "currency: GBP" in role
    assert "title: Bakers of Wales" in (project / "content/sources.yml").read_text()
