"""`guidebuild import esco`: content that passes `check` and builds; or a message, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program

RELEASE = Path(__file__).parents[1] / "importers/esco/ESCO dataset - v1.2.0 - classification - csv"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "project"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return here


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(program, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.slow
def test_what_is_imported_passes_the_check_and_builds(project: Path) -> None:
    result = run("import", "esco", RELEASE, "--match", "kite engineer", "--uri", "9629.91")
    assert result.exit_code == 0, result.output
    assert "ESCO 1.2.0, English: 2 occupations" in result.stdout
    assert "This publication uses the ESCO classification" in (project / "content/sources.yml").read_text()
    assert run("check").exit_code == 0
    built = run("pdf", "--roles", "kite-engineer,cloud-counter")
    assert built.exit_code == 0, built.output


def test_another_language_builds_too(project: Path) -> None:
    result = run("import", "esco", RELEASE, "--match", "Drachenpilot", "--uri", "9629.92", "--language", "de")
    assert result.exit_code == 0, result.output
    assert "title: Drachenpilot/Drachenpilotin" in (project / "content/roles/kite-pilot.yml").read_text()
    built = run("pdf", "--roles", "kite-pilot,wind-listener")
    assert built.exit_code == 0, built.output


def test_without_occupations_the_command_line_is_wrong(project: Path) -> None:
    for extra in ((), ("--all",), ("--language", "en")):
        assert run("import", "esco", RELEASE, *extra).exit_code == 2
    assert list(project.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--match", "balloon"), "too-many"),
        (("--uri", "11111111-0000-4000-8000-00000000000f"), "unknown-occupation"),
        (("--match", "kite", "--language", "xx"), "which-language"),
    ],
)
def test_what_cannot_be_imported_is_told_and_nothing_is_written(
    project: Path, words: tuple[str, ...], code: str
) -> None:
    result = run("import", "esco", RELEASE, *words)
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    assert list(project.iterdir()) == []
