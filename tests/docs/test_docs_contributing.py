"""CONTRIBUTING.md and the hooks: what it says to run runs, with tools that the [test] extra brings."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from guidebuild.conform.artifact import Artifact

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TOOLS = {re.split(r"[<>=]", entry)[0] for entry in PROJECT["project"]["optional-dependencies"]["test"]}


def test_one_stage_after_the_other_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    exec(compile(code, "CONTRIBUTING.md", "exec"), {})  # our own words
    said = capsys.readouterr().out
    assert said.startswith("load\nbrand\ncompose\n")
    for printed in ("Deep Learning Engineer", "RoleColours(", "\nfront [front] "):
        assert printed in said


def test_the_tag_tree_is_printed_as_it_says(built: Callable[..., Artifact], tmp_path: Path) -> None:
    (code,) = re.findall(r'`python -c "(.*?)"`', TEXT)
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    (tmp_path / "x.pdf").write_bytes(built("dl-vs-mlse", layout="handout").pdf)
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "H1 " in run.stdout


def test_hooks_fetch_nothing_and_use_tools_of_the_environment() -> None:
    (repo,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repo["repo"] == "local"
    assert {hook["entry"].split()[0] for hook in repo["hooks"]} == {"ruff", "mypy"} < TOOLS
    assert {hook["language"] for hook in repo["hooks"]} == {"system"}


def test_what_a_source_distribution_carries_is_all_there() -> None:
    carried = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"docs", "CONTRIBUTING.md", "CHANGELOG.md"} <= set(carried)
    assert [name for name in carried if not (ROOT / name).exists()] == []
