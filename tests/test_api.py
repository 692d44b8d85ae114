"""The public API, `guidebuild/api.py` and the names of the package: what docs/api.md promises."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

import guidebuild
from guidebuild.cli import program

ROOT = Path(__file__).resolve().parents[1]
CHAPTER = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", CHAPTER, re.S)


def run(code: str, folder: Path) -> str:
    """What a Python of its own prints; it sees this tree and nothing of this process."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=folder, text=True, check=False,
                          env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""}, capture_output=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_guide_built_through_it_has_the_bytes_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first example of the chapter, and the command that it names."""
    monkeypatch.chdir(tmp_path)
    said = run(EXAMPLES[0], tmp_path)
    (command,) = re.findall(r"`guidebuild (pdf [^`]+)` writes", CHAPTER)
    assert CliRunner().invoke(program, [*command.split(), "-o", "command.pdf"]).exit_code == 0
    assert (tmp_path / "handout.pdf").read_bytes() == (tmp_path / "command.pdf").read_bytes()
    assert re.fullmatch(r"Deep Learning Engineer vs\. .* 2 pages [0-9a-f]{8}\n", said)


def test_what_is_wrong_is_raised_as_the_command_prints_it(tmp_path: Path) -> None:
    said = run(EXAMPLES[1], tmp_path)
    assert "error[unknown-role]" in said
    assert "did you mean 'data-scientist'?" in said


def test_each_stage_is_told_and_a_cache_changes_no_byte(tmp_path: Path) -> None:
    order = guidebuild.Order(guide="dl-vs-mlse", layout="poster", folder=tmp_path)
    stages: list[str] = []
    kept = guidebuild.build_guide(order, progress=stages.append, cache=tmp_path / "kept")
    assert ", ".join(stages) in CHAPTER.replace("\n", " ")
    assert list((tmp_path / "kept").iterdir())
    assert guidebuild.build_guide(order).pdf == kept.pdf


def test_importing_the_package_imports_nothing_else(tmp_path: Path) -> None:
    said = run("import guidebuild, sys; print(*(m for m in sys.modules if 'guidebuild' in m))", tmp_path)
    assert said.split() == ["guidebuild"]


def test_naming_an_order_imports_nothing_heavy(tmp_path: Path) -> None:
    said = run("import sys; from guidebuild import Order, build_guide; print(*sys.modules)", tmp_path)
    assert "guidebuild.build" in said.split()
    assert not {"pydantic", "reportlab", "matplotlib", "pikepdf", "yaml", "PIL"} & set(said.split())


def test_every_public_name_is_there_and_in_the_chapter() -> None:
    for name in guidebuild.__all__:
        assert getattr(guidebuild, name).__name__ == name
        assert f"`{name}`" in CHAPTER.partition("## What stays")[2]


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'build_gide'"):
        _ = guidebuild.build_gide


@pytest.mark.parametrize("name", ["Order", "Artifact"])
def test_the_chapter_lists_every_field(name: str) -> None:
    listed = set(re.findall(r"^\| `(\w+)` \|", CHAPTER, re.M))
    assert {field.name for field in fields(getattr(guidebuild, name))} <= listed
