"""`guidebuild pdf --layout booklet`: what it makes, what its keys may be, and what it says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program

GUIDE = "id: mine\nroles: [data-engineer, data-analyst]\ndate: 2026-01-01\n"
BRAND = "meta: {name: The Host}\ndefaults: {guidebuild: {contact: {name: The Host}}}\n"
OFF = (
    "{contents: off, glance: off, profiles: off, compare: off, skills: off, pay: off, jobs: off, fit: off, "
    "tips: off, questions: off, glossary: off, sources: off}"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.yml").write_text(GUIDE)
    (tmp_path / "_brand.yml").write_text(BRAND)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["pdf", *arguments])


def booklet(project: Path, *lines: str) -> None:
    (project / "guide.yml").write_text(GUIDE + "".join(f"{line}\n" for line in lines))


def test_sheets_to_fold_and_how_to_print_them(project: Path) -> None:
    result = run("--layout", "Booklet")
    assert result.exit_code == 0, result.output
    line = result.stdout.splitlines()[1]
    assert line.startswith("mine-booklet.pdf: 20 pages on 5 sheets, a3, ")
    assert "to print on both sides, flipped on the short edge, and fold; not tagged" in line
    assert "PDF/UA" not in result.stdout
    assert line.endswith("no warnings")
    assert (project / "mine-booklet.pdf").is_file()


@pytest.mark.slow
@pytest.mark.usefixtures("project")
def test_letter_pages_stand_on_tabloid_and_json_says_that_nothing_is_claimed() -> None:
    assert "sheets, tabloid, " in run("--layout", "booklet", "--paper", "letter").stdout
    told = json.loads(run("--layout", "booklet", "--format", "json").stdout)
    assert (told["pages"], told["conformance"], told["diagnostics"]) == (20, [], [])


def test_a_guide_may_be_a_booklet_of_single_pages(project: Path) -> None:
    booklet(project, "layout: booklet", "booklet: {imposed: false}")
    result = run()
    assert result.exit_code == 0, result.output
    assert "mine-booklet.pdf: 20 pages, a4, " in result.stdout
    assert "tagged for PDF/UA-1 and PDF/A-2a" in result.stdout


@pytest.mark.slow
def test_paper_of_another_thickness_makes_another_file(project: Path) -> None:
    assert run("--layout", "booklet", "-o", "a.pdf").exit_code == 0
    booklet(project, "booklet: {paper_thickness: 0.25}")
    assert run("--layout", "booklet", "-o", "b.pdf").exit_code == 0
    booklet(project, "booklet: {paper_thickness: 0.1, imposed: true}")
    assert run("--layout", "booklet", "-o", "c.pdf").exit_code == 0
    one, other, usual = ((project / name).read_bytes() for name in ("a.pdf", "b.pdf", "c.pdf"))
    assert one == usual
    assert one != other


@pytest.mark.slow
def test_a_press_gets_single_pages_unless_it_is_told_otherwise(project: Path) -> None:
    (project / "out").mkdir()
    result = run("--layout", "booklet", "--profile", "print,press", "-o", "out")
    assert result.exit_code == 0, result.output
    print_, press = result.stdout.splitlines()[1:]
    assert "mine-booklet-print.pdf: 20 pages on 5 sheets" in print_
    assert "mine-booklet-press.pdf: 20 pages, a4" in press
    assert "for a press as PDF/X-1a:2003" in press


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["press", "print,press"])
def test_sheets_for_a_press_are_refused_with_their_place(project: Path, profile: str) -> None:
    booklet(project, "booklet:", "  imposed: true")
    (project / "out").mkdir()
    result = run("--layout", "booklet", "--profile", profile, "-o", "out")
    assert result.exit_code == 1
    assert "guide.yml:5:12: error[imposed-for-press]: a booklet for a press is not imposed" in result.stderr
    assert "print shops want single pages in order" in " ".join(result.stderr.split())
    assert "imposed: false" in result.stderr
    assert list((project / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["layout: bookled"], "guide.yml:4:9: error[unknown-value]: 'layout' cannot be 'bookled'"),
        (
            ["booklet: {paper_thickness: 0.01}"],
            "4:28: error[out-of-range]: 'paper_thickness' must be at least 0.02",
        ),
        (
            ["booklet: {paper_thickness: 3}"],
            "4:28: error[out-of-range]: 'paper_thickness' must be at most 0.5",
        ),
        (["booklet: {paper_thickness: -.inf}"], "'paper_thickness'"),
        (["booklet: {paper_thickness: .nan}"], "'paper_thickness'"),
        (["booklet: {paper_thickness: thick}"], "4:28: error[wrong-type]: 'paper_thickness'"),
        (["booklet: {imposed: maybe}"], "4:20: error[wrong-type]: 'imposed'"),
        (["booklet: {imposd: true}"], "did you mean 'imposed'"),
        (["booklet: 0.1"], "4:10: error[wrong-type]: 'booklet'"),
        (["layout: booklet", "paper: a3"], "the layout 'booklet' cannot be set on the paper 'a3'"),
    ],
)
def test_bad_values_are_told_with_their_place(project: Path, lines: list[str], complaint: str) -> None:
    booklet(project, *lines)
    result = run()
    assert result.exit_code == 1
    assert complaint in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert not list(project.glob("*.pdf"))


def test_an_empty_block_is_none(project: Path) -> None:
    booklet(project, "layout: booklet", "booklet:")
    assert run().exit_code == 0


def test_a_single_sheet_is_warned_of(project: Path) -> None:
    booklet(project, f"sections: {OFF}")
    result = run("--layout", "booklet")
    assert result.exit_code == 0
    assert "4 pages on 1 sheet, a3" in result.stdout
    words = " ".join(result.stderr.split())
    assert "warning[booklet-pages]: a booklet of 4 pages is one sheet" in words
    assert "'handout'" in words
