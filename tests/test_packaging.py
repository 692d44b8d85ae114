"""What is installed from a wheel builds the default guide in an empty folder, with nothing of the checkout."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

MODULE_OF = {"pyyaml": "yaml", "markdown-it-py": "markdown_it", "pillow": "PIL", "fonttools": "fontTools"}
PART_OF = {"pydantic_core"}  # pydantic pins its very version


def run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    (file,) = folder.glob("guidebuild-*.whl")
    return file


def test_the_wheel_carries_all_content_and_assets_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("content", "assets"):
        for file in (ROOT / folder).rglob("*"):
            if (
                file.is_file() and "readme" not in file.parts
            ):  # the README's picture is for readers of the source
                assert f"guidebuild/bundled/{file.relative_to(ROOT).as_posix()}" in names
    assert not [name for name in names if name.startswith(("tests", "content", "assets"))]
    assert "guidebuild/py.typed" in names


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which the installed program runs, and nothing of the checkout."""
    site = tmp_path_factory.mktemp("site")
    run("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile", "--target", str(site),
        str(wheel), cwd=site)  # fmt: skip
    environment = {"PYTHONPATH": str(site)}
    where = run("-c", "import guidebuild; print(guidebuild.__file__)", cwd=site, env=environment)
    assert Path(where.strip()).is_relative_to(site)
    return environment


@pytest.mark.slow
def test_the_installed_program_builds_the_default_guide_in_an_empty_folder(
    installed: dict[str, str], tmp_path: Path
) -> None:
    run("-m", "guidebuild", "pdf", "--strict", cwd=tmp_path, env=installed)
    assert [file.name for file in tmp_path.iterdir()] == ["dl-vs-mlse.pdf"]
    assert (tmp_path / "dl-vs-mlse.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.slow
def test_it_builds_the_same_guide_in_a_checkout(installed: dict[str, str], tmp_path: Path) -> None:
    """The first command of the README runs there: what ships is no project of somebody else's."""
    checkout, empty = tmp_path / "checkout", tmp_path / "empty"
    empty.mkdir()
    for folder in ("content", "src"):
        shutil.copytree(ROOT / folder, checkout / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for place in (checkout, empty):
        said = run("-m", "guidebuild", "pdf", cwd=place, env=installed)
        assert "no warnings" in said
    assert (checkout / "dl-vs-mlse.pdf").read_bytes() == (empty / "dl-vs-mlse.pdf").read_bytes()


def test_every_dependency_is_used() -> None:
    """What is declared and never imported costs every user a download."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[<>=\[]", entry)[0] for entry in declared}
    source = "\n".join(file.read_text() for file in (ROOT / "src").rglob("*.py"))
    unused = [name for name in names if MODULE_OF.get(name, name.replace("-", "_")) not in source]
    assert unused == []


@pytest.mark.slow
def test_every_import_is_declared() -> None:
    """What another package happens to bring along may be gone with its next release."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[<>=\[]", entry)[0] for entry in declared}
    modules = {MODULE_OF.get(name, name.replace("-", "_")) for name in names}
    imported: set[str] = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module)
    foreign = {name.partition(".")[0] for name in imported} - set(sys.stdlib_module_names) - {"guidebuild"}
    assert foreign - modules == PART_OF


def test_the_command_is_an_entry_point_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "guidebuild = guidebuild.cli:main" in archive.read(name).decode()
