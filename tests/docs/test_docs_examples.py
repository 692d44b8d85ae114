"""The README and the chapters in docs/ tell the truth: their commands run, their files build, their numbers hold."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import import_samples
from guidebuild.cli import program
from guidebuild.model.schema import GuideSpec
from guidebuild.yamlfile.node import OURS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHAPTERS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted(ROOT.joinpath("docs").glob("*.md"), key=lambda file: file.name)
}
SHELL = [
    line
    for text in (README, *CHAPTERS.values())
    for block in re.findall(r"```sh\n(.*?)```", text, re.S)
    for line in block.splitlines()
]
IMPORTS = [
    tuple(block.splitlines())
    for block in re.findall(r"```sh\n(guidebuild (?:import|skills)\b.*?)```", CHAPTERS["imports"], re.S)
]
IN_ORDER = {line for lines in IMPORTS for line in lines}
COMMANDS = dict.fromkeys(
    line.partition(" #")[0].rstrip()
    for line in SHELL
    if line.startswith("guidebuild ") and line not in IN_ORDER
)


def files_of(*texts: str) -> dict[str, str]:
    """The files that a reader is shown, by the names that stand above them."""
    return dict(re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", "\n".join(texts), re.S))


FIRST = files_of(README)
FILES = files_of(*CHAPTERS.values())


def save(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the chapters, as a reader would save them."""
    save(FILES, tmp_path / "my-fair")
    monkeypatch.chdir(tmp_path / "my-fair")
    return tmp_path / "my-fair"


def test_there_are_exactly_two_set_up_commands_of_one_line() -> None:
    commands = [line for line in SHELL if line.startswith("python3 -m venv")]
    assert [command.split("&&")[-1].strip() for command in commands] == [
        ".venv/bin/guidebuild pdf",
        ".venv/bin/pytest",
    ]
    assert not [line for line in SHELL if "apt" in line or "sudo" in line]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m 1 -E '(.*)' README\.md", script)
    assert pattern
    found = [line for line in README.splitlines() if re.search(pattern[1], line)]
    assert found == [line for line in SHELL if line.endswith("/pytest")]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_docs_works(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(program, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output
    assert bool(list(tmp_path.glob("*.pdf"))) == command.startswith("guidebuild pdf")


@pytest.mark.slow
@pytest.mark.parametrize("commands", IMPORTS, ids=lambda lines: lines[0].split(" ", 3)[-1][:30])
def test_every_import_of_the_docs_works_in_two_lines(
    commands: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_samples.lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert len(commands) == 2
    for command in commands:
        result = CliRunner().invoke(program, shlex.split(command, comments=True)[1:])
        assert result.exit_code == 0, result.output
    assert bool(list(tmp_path.glob("*.pdf"))) == commands[1].startswith("guidebuild pdf")
    assert CliRunner().invoke(program, ["check"]).exit_code == 0


def test_the_docs_show_every_kind_of_import() -> None:
    from guidebuild.cli.imports import KINDS

    assert [lines[0].split()[2] for lines in IMPORTS if "import" in lines[0]] == list(KINDS)


def test_the_first_guide_of_the_readme_builds_without_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(FIRST, tmp_path)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(program, ["pdf", "--strict"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "first-guide.pdf").exists()


@pytest.mark.slow
def test_the_files_of_the_docs_build_a_guide_without_a_warning(project: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "--strict"])
    assert result.exit_code == 0, result.output
    assert (project / "robots.pdf").exists()
    assert CliRunner().invoke(program, ["check", "--strict"]).exit_code == 0


def test_the_guide_of_the_docs_has_every_key() -> None:
    """All keys of a guide are shown, so that nobody has to read the schema."""
    keys = set(re.findall(r"^(\w+):", FILES["guide.yml"], re.M))
    assert keys == set(GuideSpec.model_fields) - set(OURS)


def test_the_role_of_the_docs_is_short() -> None:
    assert len(FILES["content/roles/robotics-engineer.yml"].splitlines()) <= 10


def test_the_exit_codes_are_those_of_the_program() -> None:
    from guidebuild.cli.entry import COMMAND_WRONG, CONTENT_WRONG, ENVIRONMENT_WRONG

    rows = dict(re.findall(r"^\| (\d) \| (.*?) \|$", CHAPTERS["errors"], re.M))
    assert "content" in rows[str(CONTENT_WRONG)]
    assert "command line" in rows[str(COMMAND_WRONG)]
    assert "machine" in rows[str(ENVIRONMENT_WRONG)]


def test_the_bundled_families_are_those_of_the_docs() -> None:
    from guidebuild.brand.families import BUNDLED, CONVERTED

    text = CHAPTERS["brand"].replace("\n", " ")
    listed = re.search(r"These families come with the program: (.*?)\. ", text)
    assert listed
    assert re.split(r", | and ", listed[1]) == sorted((*BUNDLED, *CONVERTED))


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not there")
def test_the_completion_line_of_bash_works_with_the_command_and_without(tmp_path: Path) -> None:
    (line,) = [line.partition("#")[0] for line in SHELL if "bash_source" in line]
    launcher = tmp_path / "bin" / "guidebuild"
    launcher.parent.mkdir()
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m guidebuild "$@"\n')
    launcher.chmod(0o755)
    for path, said in ((f"{launcher.parent}:{os.environ['PATH']}", "complete"), ("/usr/bin:/bin", "")):
        run = subprocess.run(
            [str(shutil.which("bash")), "--norc", "-c", f"{line}\ncomplete -p guidebuild 2>/dev/null; true"],
            env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert run.stdout.startswith(said)
        assert bool(run.stdout) == bool(said)
        assert run.stderr == ""


def test_the_limits_are_those_of_the_schema() -> None:
    from guidebuild.model.load import check

    limits = re.search(
        r"title has at most (\d+) characters, a short title (\d+), a line (\d+)", CHAPTERS["roles"]
    )
    assert limits
    title, short, line = (int(number) for number in limits.groups())

    def said(folder: Path, more: int) -> int:
        role = folder / "content/roles/a.yml"
        role.parent.mkdir(parents=True, exist_ok=True)
        role.write_text(
            f"title: {'x' * (title + more)}\nshort: {'x' * (short + more)}\n"
            f"focus: {'x' * (line + more)}\ndefinition: {'x' * (5_000 + more)}\n"
        )
        return len(check([role]))

    with tempfile.TemporaryDirectory() as folder:
        assert (said(Path(folder), 0), said(Path(folder), 1)) == (0, 4)
