"""`guidebuild skills` shows what roles share and what nearly meets; `--same` makes two names one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content/roles"
    folder.mkdir(parents=True)
    for id_, skills in (
        ("baker", "[Time Management, kneading, python]"),
        ("cook", "[manage time well, time management, Kneading of dough]"),
    ):
        (folder / f"{id_}.yml").write_text(
            f"title: A {id_}\ndefinition: x\nskills: {skills}\nvocabulary: [data-and-ai]\n"
        )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(program, ["skills", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_shared_skills_come_first_and_what_nearly_meets_is_told_beside_the_list() -> None:
    result = run()
    assert result.exit_code == 0
    head, *rows = result.stdout.splitlines()
    assert head.split() == ["skill", "category", "roles"]
    assert [row.split("  ")[0] for row in rows] == [
        "Time management", "Python", "kneading", "manage time well", "Kneading of dough",
    ]  # fmt: skip
    assert rows[0].split() == ["Time", "management", "Managing", "baker,", "cook"]
    assert rows[2].split() == ["kneading", "-", "baker"]
    assert 'guidebuild skills --same "manage time well=time-management"' in result.stderr


def test_roles_may_be_named_bundled_ones_too() -> None:
    rows = run("data-analyst", "baker").stdout.splitlines()[1:]
    assert rows[0].split() == ["Python", "Languages", "data-analyst,", "baker"]
    assert not any("dough" in row for row in rows)
    unknown = run("bakr")
    assert unknown.exit_code == 2
    assert "did you mean 'baker'?" in unknown.stderr


def test_without_roles_of_its_own_all_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "content/roles/empty"
    empty.mkdir()
    for file in (tmp_path / "content/roles").glob("*.yml"):
        file.unlink()
    monkeypatch.chdir(empty)
    result = run()
    assert "deep-learning-engineer, machine-learning-engineer" in result.stdout
    assert result.stderr == ""


def test_json_has_the_same_for_programs() -> None:
    value = json.loads(run("--format", "json").stdout)
    assert list(value) == ["skills", "wrote", "diagnostics"]
    assert value["skills"][0] == {
        "skill": "time-management",
        "label": "Time management",
        "category": "managing",
        "known": True,
        "roles": ["baker", "cook"],
    }
    assert value["skills"][2]["known"] is False
    (near,) = value["diagnostics"]
    assert (near["code"], near["severity"], near["line"]) == ("near-skill", "note", 3)


@pytest.mark.slow
def test_what_is_confirmed_is_written_and_checks(project: Path) -> None:
    result = run("--same", "manage time well=time-management", "--same", "Kneading of dough=kneading")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "'manage time well' is now another name of 'Time management'",
        "'Kneading of dough' is now another name of 'kneading'",
        "wrote content/skills.yml",
    ]
    rows = run().stdout.splitlines()[1:]
    assert [row.split("  ")[0] for row in rows] == ["Time management", "kneading", "Python"]
    checked = CliRunner().invoke(program, ["check"])
    assert "is the same skill as 'manage time well' above" in checked.output
    assert sorted(file.name for file in (project / "content").iterdir()) == ["roles", "skills.yml"]


def test_a_program_learns_what_was_written() -> None:
    value = json.loads(run("--same", "manage time well=time-management", "--format", "json").stdout)
    assert value == {"skills": [], "wrote": "content/skills.yml", "diagnostics": []}


def test_a_pair_that_makes_no_sense_changes_nothing(project: Path) -> None:
    result = run("--same", "manage time well=time-management", "--same", "kneeding=python")
    assert result.exit_code == 2
    assert "no role names a skill 'kneeding'" in result.stderr
    assert "did you mean 'kneading'?" in result.stderr
    assert not (project / "content/skills.yml").exists()


@pytest.mark.parametrize("words", [("baker", "--same", "kneading=python"), ("--category", "people")])
def test_options_that_do_not_go_together_are_refused(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_there_must_be_a_project_to_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content/roles/baker.yml").unlink()
    (tmp_path / "content/roles/cook.yml").unlink()
    monkeypatch.chdir(tmp_path)
    result = run("--same", "kneading=python")
    assert result.exit_code == 2
    assert "no project here" in result.output
