"""`guidebuild pdf --layout`: which file it makes, on which paper, and what it says when they do not go together."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program
from guidebuild.edition import PAPERS, fitting
from tiers import slow

SHEETS = ("guide", "handout", "poster")
FITTING = [(layout, paper) for layout in SHEETS for paper in fitting()[layout]]
ROLES = "roles: [data-engineer, data-analyst]\ndate: 2026-01-01\n"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["pdf", *arguments])


def size(file: Path) -> tuple[int, float, float]:
    with pypdfium2.PdfDocument(file) as pdf:
        return len(pdf), *(round(v) for v in pdf[0].get_size())


@pytest.mark.slow
def test_each_layout_has_a_file_of_its_own(empty: Path) -> None:
    for layout, pages in (("handout", 2), ("Poster", 1)):
        result = run("--layout", layout)
        assert result.exit_code == 0, result.output
        assert f": {pages} page" in result.stdout
    assert size(empty / "dl-vs-mlse-handout.pdf") == (2, 595, 842)
    assert size(empty / "dl-vs-mlse-poster.pdf") == (1, 842, 1191)


@pytest.mark.parametrize(
    ("layout", "paper"),
    [("handout", "a4"), *slow(*(sheet for sheet in FITTING if sheet != ("handout", "a4")))],
)
def test_a_layout_is_set_on_each_of_its_papers(empty: Path, layout: str, paper: str) -> None:
    assert run("--layout", layout, "--paper", paper, "-o", "x.pdf").exit_code == 0
    assert size(empty / "x.pdf")[1:] == (round(PAPERS[paper].width), round(PAPERS[paper].height))


@pytest.mark.parametrize(
    ("layout", "paper", "words"),
    [
        ("poster", "a4", "the layout 'poster' is set on a3, tabloid or a2, not on 'a4'"),
        ("handout", "a2", "the layout 'handout' is set on a4 or letter, not on 'a2'"),
        ("leaflet", "a4", "'leaflet' is not one of"),
        ("poster", "a9", "'a9' is not one of"),
    ],
)
def test_what_does_not_go_together_on_the_command_line_ends_with_2(
    empty: Path, layout: str, paper: str, words: str
) -> None:
    result = run("--layout", layout, "--paper", paper)
    assert result.exit_code == 2
    assert words in result.stderr
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize(
    ("locale", "layout", "width"),
    [
        ("en-US", "handout", 612),
        ("en-GB", "handout", 595),
        ("en-CA", "poster", 792),
        ("en-GB", "poster", 842),
    ],
)
def test_the_locale_suggests_the_paper(empty: Path, locale: str, layout: str, width: int) -> None:
    (empty / "guide.yml").write_text(f"{ROLES}locale: {locale}\n")
    assert run("--layout", layout, "-o", "x.pdf").exit_code == 0
    assert size(empty / "x.pdf")[1] == width


@pytest.mark.parametrize(("paper", "width"), [("a4", 842), ("letter", 792), ("a2", 1191), ("Tabloid", 792)])
def test_another_layout_takes_the_kind_of_paper_that_the_guide_names(
    empty: Path, paper: str, width: int
) -> None:
    layout = "layout: poster\n" if paper in ("a2", "Tabloid") else ""
    (empty / "guide.yml").write_text(f"{ROLES}paper: {paper}\n{layout}")
    assert run("--layout", "poster", "-o", "x.pdf").exit_code == 0
    assert size(empty / "x.pdf")[1] == width


def test_the_guide_may_name_its_layout(empty: Path) -> None:
    (empty / "guide.yml").write_text(f"id: fair\n{ROLES}layout: Handout\n")
    assert run().exit_code == 0
    assert size(empty / "fair-handout.pdf")[0] == 2
    assert run("--layout", "guide").exit_code == 0
    assert size(empty / "fair.pdf")[0] > 2


@pytest.mark.parametrize(
    ("text", "arguments", "place", "words"),
    [
        ("layout: poster\npaper: a4\n", [], "guide.yml:4:8", "cannot be set on the paper 'a4'"),
        ("paper: a3\n", [], "guide.yml:3:8", "the layout 'guide' cannot be set on the paper 'a3'"),
        ("layout: poster\n", ["--paper", "letter"], "guide.yml:3:9", "take a3, tabloid or a2"),
        ("layout: postr\n", [], "guide.yml:3:9", "did you mean 'poster'"),
        ("layout: [handout]\n", [], "guide.yml:3:9", "'layout'"),
        ("paper: a9\n", [], "guide.yml:3:8", "'paper' cannot be 'a9'"),
    ],
)
def test_what_does_not_go_together_in_a_guide_has_a_place(
    empty: Path, text: str, arguments: list[str], place: str, words: str
) -> None:
    (empty / "guide.yml").write_text(ROLES + text)
    result = run(*arguments)
    assert result.exit_code == 1
    assert f"{place}: error[" in result.stderr
    assert words in result.stderr


def test_what_had_no_room_is_a_note_and_no_warning(empty: Path) -> None:
    told = json.loads(run("ai-careers", "--layout", "handout", "--strict", "--format", "json").stdout)
    (note,) = told["diagnostics"]
    assert (note["severity"], note["code"]) == ("note", "left-out")
    assert note["message"].startswith("the handout has no room for ")
    assert (empty / "ai-careers-handout.pdf").exists()


@pytest.mark.slow
def test_two_builds_of_a_sheet_give_the_same_bytes(empty: Path) -> None:
    for layout in ("handout", "poster"):
        for name in ("a.pdf", "b.pdf"):
            assert run("ml-careers", "--layout", layout, "-o", name).exit_code == 0
        assert (empty / "a.pdf").read_bytes() == (empty / "b.pdf").read_bytes()
