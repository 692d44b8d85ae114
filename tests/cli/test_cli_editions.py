"""`guidebuild pdf --edition`: which file comes out, and what does not go together."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program

ROLES = "id: mine\nroles: [deep-learning-engineer, data-engineer]\n"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["pdf", *arguments])


@pytest.mark.slow
def test_large_print_has_a_file_of_its_own(empty: Path) -> None:
    assert run("dl-vs-mlse", "--edition", "Large-Print", "--profile", "screen,gray").exit_code == 0
    assert sorted(file.name for file in empty.glob("*.pdf")) == [
        "dl-vs-mlse-large-print-gray.pdf",
        "dl-vs-mlse-large-print.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--layout", "handout"], "the layout 'handout' has no edition 'large-print'"),
        (["--paper", "a5"], "the edition 'large-print' is set on a4, letter or tabloid, not on 'a5'"),
        (["--layout", "guide", "--paper", "a5"], "not on 'a5'"),
    ],
)
def test_what_has_no_large_print_ends_with_2(empty: Path, arguments: list[str], words: str) -> None:
    result = run("--edition", "large-print", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "arguments", "place", "words"),
    [
        ("edition: large\n", [], "guide.yml:3:10", "'edition' cannot be 'large'"),
        (
            "layout: poster\nedition: large-print\n",
            [],
            "guide.yml:4:10",
            "the layout 'poster' has no edition",
        ),
        ("edition: large-print\npaper: a5\n", [], "guide.yml:4:8", "cannot be set on the paper 'a5'"),
        ("edition: large-print\n", ["--paper", "a5"], "guide.yml:3:10", "take a4, letter or tabloid"),
    ],
)
def test_a_guide_that_asks_for_what_there_is_not_is_told_where(
    empty: Path, text: str, arguments: list[str], place: str, words: str
) -> None:
    (empty / "guide.yml").write_text(ROLES + text)
    result = run(*arguments)
    assert result.exit_code == 1
    assert place in result.stderr
    assert words in result.stderr


@pytest.mark.slow
def test_another_layout_or_edition_on_the_command_line_wins(empty: Path) -> None:
    (empty / "guide.yml").write_text(ROLES + "edition: large-print\n")
    assert run("--layout", "handout").exit_code == 0
    assert (empty / "mine-handout.pdf").exists()
    (empty / "guide.yml").write_text(ROLES + "paper: a5\n")
    assert run("--edition", "large-print").exit_code == 0
    assert (empty / "mine-large-print.pdf").exists()
