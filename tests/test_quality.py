"""The rules that the tree holds itself to, each as a test that shows the tool's own words when it fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "guidebuild"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name not in {"__init__.py", "__main__.py"})
PARTS = sorted({module.relative_to(SOURCE).parts[0].removesuffix(".py") for module in MODULES})
TEXTS = {".py", ".md", ".yml", ".yaml", ".toml", ".svg", ".txt", ".typ", ".html", ".json", ""}
FOLDERS = ("src", "tests", "content", "assets", "docs", ".ci")

LONGEST_MODULE = 400


def tool(*command: str) -> None:
    """Run a tool of this environment at the root of the tree; its output is the message of the failure."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert program, f"{command[0]} is not installed; install guidebuild with its [test] extra"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}  # this tree, whatever else is installed
    run = subprocess.run(
        [program, *command[1:]], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_ruff_finds_nothing() -> None:
    tool("ruff", "check", "--no-cache", ".")


def test_every_file_is_formatted() -> None:
    tool("ruff", "format", "--no-cache", "--check", ".")


@pytest.mark.slow
def test_mypy_finds_nothing_under_strict(tmp_path: Path) -> None:
    tool("mypy", "--strict", "--cache-dir", str(tmp_path))


def test_imports_point_only_downwards() -> None:
    tool("lint-imports", "--no-cache")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_fits_in_the_head_and_says_what_it_does(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert text.startswith('"""'), "a module begins with what comes in, what goes out and what it refuses"
    assert module.stem not in {"utils", "helpers", "manager", "base"}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_tests_where_the_source_tree_says(part: str) -> None:
    """The package `guidebuild/a/` is tested in `tests/a/`, the module `guidebuild/b.py` in `tests/test_b*.py`."""
    pattern = f"{part}/test_*.py" if (SOURCE / part).is_dir() else f"test_{part}*.py"
    assert list((ROOT / "tests").glob(pattern)), f"there is no tests/{pattern}"


def test_only_typeset_uses_the_canvas_of_reportlab() -> None:
    """import-linter knows whole foreign packages only, and others may read fonts and SVG with ReportLab."""
    found = [
        str(module.relative_to(SOURCE))
        for module in MODULES
        if re.search(
            r"^\s*(from|import) reportlab\.(pdfgen|platypus)", module.read_text(encoding="utf-8"), re.M
        )
    ]
    assert found, "nothing uses it: this test looks in the wrong place"
    assert {name.partition("/")[0] for name in found} == {"typeset"}


def test_no_two_test_files_have_one_name() -> None:
    """pytest imports test files by their names alone, since the test folders are no packages."""
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_nothing_names_a_path_of_somebodys_machine() -> None:
    machine = re.compile(r"(?<![\w.$])/(?:work|home|Users|root|mnt)/[\w.-]+")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if machine.search(line)
    ]
    assert not found, "\n".join(found)


def text_files() -> list[Path]:
    named = [file for file in ROOT.iterdir() if file.suffix in {".md", ".toml", ".yaml"}]
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    return [
        path
        for path in named + inside
        if path.is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts
    ]
