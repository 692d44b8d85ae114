"""`guidebuild roles` lists what can be compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild.cli import program


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content/roles").mkdir(parents=True)
    (tmp_path / "content/roles/mine.yml").write_text("title: My Job\ndefinition: x\nskills: [python, sql]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("project")
def test_every_role_has_a_line_with_its_numbers_and_its_origin() -> None:
    result = CliRunner().invoke(program, ["roles"])
    assert result.exit_code == 0
    head, *rows = result.stdout.splitlines()
    assert head.split() == ["id", "title", "skills", "pay", "reports", "from"]
    assert len(rows) == 9
    (mine,) = [row for row in rows if row.startswith("mine ")]
    assert mine.split() == ["mine", "My", "Job", "2", "-", "project"]
    (engineer,) = [row for row in rows if row.startswith("deep-learning-engineer ")]
    assert engineer.split()[-2:] == ["12", "bundled"]


@pytest.mark.usefixtures("project")
def test_json_has_the_same_for_programs() -> None:
    rows = json.loads(CliRunner().invoke(program, ["roles", "--format", "json"]).stdout)
    (mine,) = [row for row in rows if row["id"] == "mine"]
    assert mine == {"id": "mine", "title": "My Job", "skills": 2, "pay_reports": None, "origin": "project"}


def test_a_role_that_cannot_be_read_is_reported_beside_the_others(project: Path) -> None:
    (project / "content/roles/broken.yml").write_text("title: [\n")
    result = CliRunner().invoke(program, ["roles"])
    assert result.exit_code == 1
    assert "content/roles/broken.yml:" in result.stderr
    assert "mine" in result.stdout
