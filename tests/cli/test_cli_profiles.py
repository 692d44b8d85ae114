"""`guidebuild pdf --profile`: one file, or several from one command."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["pdf", *arguments])


@pytest.mark.slow
def test_several_profiles_make_several_files(empty: Path) -> None:
    (empty / "out").mkdir()
    result = run("--profile", "screen, Press", "-o", "out")
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (empty / "out").iterdir()) == [
        "dl-vs-mlse-press.pdf",
        "dl-vs-mlse.pdf",
    ]
    lines = result.stdout.splitlines()
    assert lines[0] == "Deep Learning Engineer vs. Machine Learning Software Engineer"
    assert "dl-vs-mlse.pdf: " in lines[1]
    assert "tagged for PDF/UA-1 and PDF/A-2a" in lines[1]
    assert "for a press as PDF/X-1a:2003" in lines[2]
    assert lines[2].endswith("no warnings")


def test_one_profile_may_have_a_file_of_any_name(empty: Path) -> None:
    assert run("--profile", "press", "-o", "mine.pdf").exit_code == 0
    assert (empty / "mine.pdf").read_bytes().startswith(b"%PDF-1.4")


@pytest.mark.slow
@pytest.mark.usefixtures("empty")
def test_json_tells_of_every_file() -> None:
    told = json.loads(run("--profile", "press,screen", "--format", "json").stdout)
    assert [one["file"] for one in told["files"]] == ["dl-vs-mlse-press.pdf", "dl-vs-mlse.pdf"]
    assert told["files"][0]["conformance"] == ["PDF/X-1a:2003"]
    assert told["diagnostics"] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--profile", "pres"], "did you mean 'press'"),
        (["--profile", "paper"], "there is no profile 'paper'"),
        (["--profile", ","], "name one or more of screen"),
        (["--profile", "screen,SCREEN"], "named twice"),
        (["--profile", "screen,press", "-o", "one.pdf"], "give -o a folder"),
        (["--profile", "screen,press", "-o", "-"], "give -o a folder"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(empty: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert list(empty.iterdir()) == []


@pytest.mark.slow
def test_a_guide_may_name_its_profile_and_the_command_line_wins(empty: Path) -> None:
    guide = "id: mine\nroles: [data-engineer, data-analyst]\ndate: 2026-01-01\nprofile: Press\n"
    (empty / "guide.yml").write_text(guide)
    assert run().exit_code == 0
    assert run("--profile", "screen").exit_code == 0
    assert sorted(file.name for file in empty.glob("*.pdf")) == ["mine-press.pdf", "mine.pdf"]


def test_a_profile_that_is_none_is_told_with_its_place(empty: Path) -> None:
    (empty / "guide.yml").write_text("id: mine\nroles: [data-engineer, data-analyst]\nprofile: pres\n")
    result = run()
    assert result.exit_code == 1
    assert "guide.yml:3:10: error[unknown-value]: 'profile' cannot be 'pres'" in result.stderr


@pytest.mark.slow
def test_a_setting_reaches_the_press(empty: Path) -> None:
    assert run("--profile", "press", "-o", "a.pdf").exit_code == 0
    assert (
        run("--profile", "press", "--set", "defaults.guidebuild.crop_marks=false", "-o", "b.pdf").exit_code
        == 0
    )
    assert b"/Registration" in (empty / "a.pdf").read_bytes()
    assert b"/Registration" not in (empty / "b.pdf").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("call", [1, 2, 3])
def test_several_profiles_are_written_all_or_none(
    empty: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    """The disk is full at the first file, at the copy of what stands there, or at the second: all is as it was."""
    (empty / "dl-vs-mlse.pdf").write_bytes(b"%PDF-old")
    calls, fsync = [], os.fsync

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, "")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        result = run("--profile", "screen,print")
    assert (result.exit_code, "the disk is full" in result.stderr) == (3, True)
    assert {file.name: file.read_bytes() for file in empty.iterdir()} == {"dl-vs-mlse.pdf": b"%PDF-old"}


@pytest.mark.slow
def test_of_several_profiles_none_is_written_where_one_is_in_the_way(empty: Path) -> None:
    (empty / "dl-vs-mlse-print.pdf").write_text("my notes")
    result = run("--profile", "screen,print")
    assert (result.exit_code, "is not a PDF" in result.output) == (2, True)
    assert [file.name for file in empty.iterdir()] == ["dl-vs-mlse-print.pdf"]
