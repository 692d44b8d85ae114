"""Several files arrive together or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.cli.writing import Writing, write_all
from guidebuild.diagnostics import EnvironmentFault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.yml").write_bytes(b"old")
    (tmp_path / "old.yml").chmod(0o640)
    return tmp_path


def writings(folder: Path) -> list[Writing]:
    return [
        Writing(folder / "a/b/new.yml", None, b"new"),
        Writing(folder / "old.yml", b"old", b"changed"),
        Writing(folder / "last.yml", None, b"last"),
    ]


def state(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"<folder>"
        for path in folder.rglob("*")
    }


BEFORE = {"old.yml": b"old"}
AFTER = {
    "a": b"<folder>",
    "a/b": b"<folder>",
    "a/b/new.yml": b"new",
    "old.yml": b"changed",
    "last.yml": b"last",
}


def test_all_files_are_written_with_their_folders_and_modes(folder: Path) -> None:
    write_all(writings(folder))
    assert state(folder) == AFTER
    assert (folder / "old.yml").stat().st_mode & 0o777 == 0o640


def _fails_at(call: int, error: BaseException, real: Callable[..., object]) -> Callable[..., object]:
    count = 0

    def function(*args: object, **options: object) -> object:
        nonlocal count
        count += 1
        if count == call:
            raise error
        return real(*args, **options)

    return function


@pytest.mark.parametrize("call", range(1, 5))
def test_a_full_disk_leaves_all_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("os.fsync", _fails_at(call, full, os.fsync))
    with pytest.raises(EnvironmentFault, match="the disk is full") as caught:
        write_all(writings(folder))
    assert caught.value.hint == "nothing was changed"
    assert state(folder) == BEFORE


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "x"), KeyboardInterrupt()], ids=["fault", "ctrl-c"])
def test_what_was_put_in_place_is_put_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: int, error: BaseException
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _fails_at(call, error, Path.replace))
        with pytest.raises((EnvironmentFault, KeyboardInterrupt)):
            write_all(writings(folder))
    assert state(folder) == BEFORE
    assert (folder / "old.yml").stat().st_mode & 0o777 == 0o640


def test_ctrl_c_when_all_is_written_leaves_the_new_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _fails_at(2, KeyboardInterrupt(), Path.unlink))
        write_all(writings(folder))
    assert state(folder) == AFTER


@pytest.mark.parametrize("now", [b"older and longer", b"oll", None])
def test_a_file_that_somebody_else_has_changed_is_left(folder: Path, now: bytes | None) -> None:
    (folder / "old.yml").unlink()
    if now is not None:
        (folder / "old.yml").write_bytes(now)
    with pytest.raises(EnvironmentFault, match=r"old\.yml was changed by somebody else") as caught:
        write_all(writings(folder))
    assert caught.value.hint == "nothing was changed; import again"
    assert state(folder) == ({} if now is None else {"old.yml": now})


def test_a_file_that_has_come_up_in_the_meantime_is_left(folder: Path) -> None:
    (folder / "last.yml").write_bytes(b"mine")
    with pytest.raises(EnvironmentFault, match=r"last\.yml was changed"):
        write_all(writings(folder))
    assert state(folder) == {**BEFORE, "last.yml": b"mine"}


def test_a_file_in_the_place_of_a_folder_is_a_fault(folder: Path) -> None:
    (folder / "a").write_bytes(b"x")
    with pytest.raises(EnvironmentFault, match="a part of the path is a file"):
        write_all(writings(folder))
    assert state(folder) == {**BEFORE, "a": b"x"}


def test_a_file_that_may_not_be_written_is_a_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)  # tests may run as root, who may write anywhere
    with pytest.raises(EnvironmentFault, match="you may not write there"):
        write_all(writings(folder))
    assert state(folder) == BEFORE


def _gone() -> int:
    """The number of a process that has ended."""
    return int(subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True,
                              check=True).stdout)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="asking after a process ends it there")
def test_what_a_killed_run_left_is_swept_and_nothing_else(folder: Path) -> None:
    left = {f".old.yml.{_gone()}.0123abcd.tmp", f".last.yml.{os.getpid()}.0123abcd.tmp"}
    kept = {f".old.yml.{os.getppid()}.0123abcd.tmp", ".old.yml.tmp", f"old.yml.{_gone()}.0123abcd.tmp"}
    for name in left | kept:
        (folder / name).write_bytes(b"x")
    write_all(writings(folder))
    there = {file.name for file in folder.iterdir()}
    assert there & (left | kept) == kept


KILLED = """
import os, signal, sys
from pathlib import Path
from guidebuild.cli.writing import Writing, write_all
real, calls = Path.replace, []
def replace(self, target):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, target)
Path.replace = replace
write_all([Writing(Path(sys.argv[1]) / name, None, b"new") for name in ("first.yml", "second.yml")])
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_a_run_that_is_killed_leaves_the_first_files_and_the_next_one_sweeps(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert "first.yml" in state(tmp_path)
    assert "second.yml" not in state(tmp_path)
    assert len(state(tmp_path)) == 2
    write_all([Writing(tmp_path / "second.yml", None, b"new")])
    assert state(tmp_path) == {"first.yml": b"new", "second.yml": b"new"}
