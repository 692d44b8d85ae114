"""The command as a whole: help is light, exit codes are kept, interruptions are clean."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from guidebuild import __version__
from guidebuild.cli import program
from guidebuild.cli.entry import Program, exit_code
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError, Span
from tiers import slow

HEAVY = (
    "babel", "brand_yml", "lxml", "markdown_it", "matplotlib", "numpy", "pikepdf", "PIL", "pydantic", "pyphen",
    "reportlab", "rendercv_fonts", "rich", "segno", "wasmtime", "yaml",
)  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], ["pdf", "--help"], ["check", "--help"], ["--version"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom guidebuild.cli import program\n"
        "try: program(sys.argv[1:])\n"
        "finally: print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    loaded = run.stdout.rpartition("LOADED")[2].split()
    assert "click" in loaded
    assert not set(HEAVY) & set(loaded)


def test_the_version_is_printed() -> None:
    assert __version__ in CliRunner().invoke(program, ["--version"]).output


def test_help_explains_exit_codes_and_shell_completion() -> None:
    shown = CliRunner().invoke(program, ["--help"]).output
    assert "Exit codes: 0 done, 1 the content is wrong, 2 the command line is wrong" in shown
    assert 'eval "$(_GUIDEBUILD_COMPLETE=bash_source guidebuild)"' in shown


def _failing(error: BaseException) -> click.Group:
    group = Program("p")

    @group.command()
    def fail() -> None:
        raise error

    return group


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (GuideError([Diagnostic("error", "bad", "wrong", Span("a.yml", 1, 2))]), 1, "a.yml:1:2: error[bad]: wrong"),
        (GuideError([Diagnostic("error", "bad", "wrong", Span("--roles"))]), 2, "--roles: error[bad]: wrong"),
        (EnvironmentFault("the disk is full", "buy a disk"), 3, "the disk is full"),
        (KeyboardInterrupt(), 130, "Stopped"),
    ],
)  # fmt: skip
def test_what_went_wrong_becomes_words_and_an_exit_code(error: BaseException, code: int, words: str) -> None:
    result = CliRunner().invoke(_failing(error), ["fail"])
    assert result.exit_code == code
    assert words in result.output


def test_a_bug_is_not_hidden() -> None:
    assert isinstance(
        CliRunner().invoke(_failing(ZeroDivisionError()), ["fail"]).exception, ZeroDivisionError
    )


def test_an_error_in_content_outweighs_one_on_the_command_line() -> None:
    in_file = Diagnostic("error", "bad", "x", Span("a.yml"))
    on_line = Diagnostic("error", "bad", "x", Span("--set"))
    assert exit_code([in_file, on_line]) == 1
    assert exit_code([Diagnostic("error", "unknown-guide", "x")]) == 2
    assert exit_code([on_line, Diagnostic("warning", "w", "x", Span("a.yml"))]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["pdf", "--nonsense"],
        ["pdf", "--paper", "a9"],
        ["pdf", "--roles", "data-engineer"],
        ["pdf", "--roles", "data-engineer,data-engineer"],
        ["pdf", "--set", "color.primary"],
        ["pdf", "--quiet", "--verbose"],
        ["check", "--verbose"],
        ["roles", "-v"],
        ["roles", "surplus"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_ends_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a Unix matter")
def test_ctrl_c_ends_with_130_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        # A shell that starts the tests in the background has them ignore SIGINT; here it is to be heard.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, time, guidebuild.build\n"
        "def slow(*_a, **_k): print('READY', flush=True); time.sleep(60)\n"
        "guidebuild.build.build_profiles = slow\n"
        "from guidebuild.cli import main\nsys.argv[1:] = ['pdf']\nmain()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline() == "READY\n"
            run.send_signal(signal.SIGINT)
            _, errors = run.communicate(timeout=20)
        finally:
            run.kill()  # a failure here must not leave a process and its pipes to the tests that follow
    assert run.returncode == 130
    assert "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently on Windows")
def test_a_reader_that_goes_away_is_no_error_message() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        run = subprocess.run(
            [sys.executable, "-m", "guidebuild", "roles"],
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 141
    assert run.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["roles"],
        ["--help"],
        ["--version"],
        *slow(["pdf", "-o", "-"], ["pdf", "--format", "json"], ["check"], ["check", "--format", "json"]),
    ],
    ids=" ".join,
)
def test_a_full_standard_output_ends_with_3_in_plain_words(arguments: list[str], tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "guidebuild", *arguments],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path,
        )  # fmt: skip
    assert run.returncode == 3
    assert "standard output cannot be used: the disk is full" in run.stderr
    assert "Traceback" not in run.stderr
    assert "Exception" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not remove a folder that is in use")
@pytest.mark.parametrize("command", [["pdf"], ["check"], ["roles"]], ids=" ".join)
def test_a_folder_that_is_gone_is_told_in_one_sentence(command: list[str], tmp_path: Path) -> None:
    run = _in_a_folder_that_is_gone(tmp_path, command, {})
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.splitlines()[0] == (
        "error[environment]: the folder that you are in does not exist any more"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not remove a folder that is in use")
def test_in_a_folder_that_is_gone_the_shell_still_completes(tmp_path: Path) -> None:
    settings = {
        "_GUIDEBUILD_COMPLETE": "bash_complete",
        "COMP_WORDS": "guidebuild pdf ml",
        "COMP_CWORD": "2",
    }
    run = _in_a_folder_that_is_gone(tmp_path, [], settings)
    assert (run.returncode, run.stdout, run.stderr) == (0, "plain,ml-careers\n", "")


def _in_a_folder_that_is_gone(
    tmp_path: Path, command: list[str], settings: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    script = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n"
        "from guidebuild.cli import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=tmp_path, env={**os.environ, **settings}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_a_build_imports_nothing_that_speaks_to_the_network(tmp_path: Path) -> None:
    """Nor what is costly and not needed: plugins of pydantic are not looked for."""
    script = (
        "import os, sys\nfrom guidebuild.cli import main\n"
        "try: main()\n"
        "finally: print('LOADED', os.environ['PYDANTIC_DISABLE_PLUGINS'], *sorted(sys.modules))"
    )
    for _ in range(2):  # the second build has its brand and its charts from the cache
        run = subprocess.run(
            [sys.executable, "-c", script, "pdf", "--quiet"],
            cwd=tmp_path, capture_output=True, text=True, check=True,
            env={**os.environ, "GUIDEBUILD_CACHE": str(tmp_path / "cache")},
        )  # fmt: skip
    disabled, *loaded = run.stdout.rpartition("LOADED")[2].split()
    assert disabled == "__all__"
    assert "pydantic" in loaded
    assert not {"http", "ssl", "urllib.request", "matplotlib", "brand_yml", "babel"} & set(loaded)


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
@pytest.mark.parametrize(
    "command", ["roles", "check", "pdf -o out.pdf", "pdf -o -", "preflight none.pdf", "--help"]
)
@pytest.mark.parametrize(
    ("redirect", "said"),
    [
        (">&-", "standard output is closed"),
        ("2>&-", "standard error is closed"),
        (">&- 2>&-", ""),
    ],
)
def test_a_closed_stream_is_a_fault_of_the_machine(
    tmp_path: Path, command: str, redirect: str, said: str
) -> None:
    line = f'"{sys.executable}" -m guidebuild {command} {redirect}'
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    told = done.stderr or done.stdout
    assert told == (
        f"error[environment]: {said}\n  hint: send it to a file or to /dev/null\n" if said else ""
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
def test_closed_input_is_in_nobody_s_way_but_of_those_who_read_it(tmp_path: Path) -> None:
    def run(command: str) -> subprocess.CompletedProcess[str]:
        line = f'"{sys.executable}" -m guidebuild {command} <&-'
        return subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run("check").returncode == 0
    done = run("import article -")
    assert (done.returncode, "standard input is closed" in done.stderr) == (3, True)
