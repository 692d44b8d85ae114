"""`guidebuild import onet`: content that passes `check` and builds; or a message, and nothing written."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program

RELEASES = Path(__file__).parents[1] / "importers/onet"
OLD, NEW = RELEASES / "db_29_3_text", RELEASES / "db_30_3_text"


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


def files(project: Path) -> list[str]:
    return sorted(file.relative_to(project).as_posix() for file in project.rglob("*") if file.is_file())


@pytest.mark.slow
@pytest.mark.parametrize("release", [OLD, NEW], ids=["29.3", "30.3"])
def test_what_is_imported_passes_the_check_and_builds(project: Path, release: Path) -> None:
    result = run("import", "onet", release, "--soc", "27-9011,15-9999.00", "--match", "lighthouse")
    assert result.exit_code == 0, result.output
    assert "27-9011.00 Kite Makers" in result.stdout
    assert {"content/roles/kite-makers.yml", "content/sources.yml"} <= set(files(project))
    assert "O*NET® is a trademark" in (project / "content/sources.yml").read_text()
    assert run("check").exit_code == 0
    built = run("pdf", "--roles", "lighthouse-keepers-except-harbor-and-river,computer-gardeners-all-other")
    assert built.exit_code == 0, built.output


def test_without_codes_and_words_the_command_line_is_wrong(project: Path) -> None:
    for extra in ((), ("--soc", ","), ("--all",)):
        result = run("import", "onet", OLD, *extra)
        assert result.exit_code == 2
        assert "Say which occupations" in result.stderr
    assert run("import", "onet", project / "none", "--soc", "27-9011").exit_code == 2
    assert not files(project)


def test_unknown_occupations_are_told_and_nothing_is_written(project: Path) -> None:
    result = run("import", "onet", OLD, "--soc", "27-9012.00,27-9011.00", "--match", "kite flyers")
    assert result.exit_code == 1
    assert "error[unknown-code]: there is no occupation 27-9012.00 in this release" in result.stderr
    assert "error[no-match]" in result.stderr
    assert "27-9011.00 Kite Makers" in result.stderr
    assert not files(project)


def test_a_dry_run_writes_nothing(project: Path) -> None:
    result = run("import", "onet", OLD, "--soc", "27-9011", "--dry-run")
    assert result.exit_code == 0, result.output
    assert not files(project)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("../Occupation Data.txt", b"x", "zip-slip"),
        ("db_29_3_text/Occupation Data.txt", bytes(30_000_000), "zip-bomb"),
        ("db_29_3_text/Occupation Data.txt", b"\x89PNG\0\0\0", "not-text"),
        ("db_29_3_text/Occupation Data.txt", b"", "empty-table"),
        ("db_29_3_text/Occupation Data.txt", b"Code\tName\r\n", "missing-column"),
        ("db_29_3_text/Skills.txt", b"", "missing-file"),
    ],
)
def test_bad_zips_are_told_and_nothing_is_written(project: Path, name: str, data: bytes, code: str) -> None:
    with zipfile.ZipFile(project.parent / "db.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, data)
    result = run("import", "onet", project.parent / "db.zip", "--soc", "27-9011")
    assert result.exit_code == 1
    assert f"error[{code}]" in result.stderr
    assert not files(project)


def test_a_zip_cut_short_is_told_and_nothing_is_written(project: Path) -> None:
    cut = project.parent / "db.zip"
    with zipfile.ZipFile(cut, "w") as made:
        made.write(OLD / "Occupation Data.txt", "Occupation Data.txt")
    cut.write_bytes(cut.read_bytes()[:-30])
    result = run("import", "onet", cut, "--soc", "27-9011")
    assert (result.exit_code, "error[broken-zip]" in result.stderr) == (1, True)
    assert not files(project)
