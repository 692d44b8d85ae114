"""The PDF arrives whole or not at all, and an earlier one survives every failure."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from guidebuild.cli.output import Target
from guidebuild.diagnostics import EnvironmentFault

OLD, NEW = b"%PDF-old", b"%PDF-new" * 1000


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_without_an_option_the_file_is_named_after_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Target().write(NEW, "dl-vs-mlse.pdf") == Path("dl-vs-mlse.pdf")
    assert (tmp_path / "dl-vs-mlse.pdf").read_bytes() == NEW


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_folder_takes_the_default_name(tmp_path: Path, slash: str) -> None:
    assert Target(str(tmp_path) + slash).file("g.pdf") == tmp_path / "g.pdf"


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert Target("-").write(NEW, "g.pdf") is None
    assert capfdbinary.readouterr().out == NEW


def test_writing_replaces_the_earlier_file_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "g.pdf"
    file.write_bytes(OLD)
    file.chmod(0o640)
    Target(str(file)).write(NEW, "x.pdf")
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["g.pdf"]


def test_a_new_file_has_the_mode_of_other_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    Target(str(tmp_path / "g.pdf")).write(NEW, "x.pdf")
    assert (tmp_path / "g.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(OLD)
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    Target(str(tmp_path / "link.pdf")).write(NEW, "x.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/g.pdf", "the folder .*missing does not exist"),
        ("missing/", "the folder .*missing does not exist"),
        ("n" * 5_000, "the name is too long"),
        ("n" * 5_000 + "/", "the name is too long"),
        ("loop/", "the links there lead in a circle|the folder .*loop does not exist"),
        ("a-file/g.pdf", "a part of the path is a file"),
    ],
)
def test_an_impossible_place_is_refused_before_the_build(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "a-file").write_bytes(b"x")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(EnvironmentFault, match=words):
        Target(f"{tmp_path}/{name}").check()


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)  # tests may run as root, who may write anywhere
    with pytest.raises(EnvironmentFault, match="you may not write there"):
        Target(str(tmp_path / "g.pdf")).check()


def test_a_file_that_is_not_a_pdf_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "guide.yml").write_text("roles: [a, b]")
    with pytest.raises(click.UsageError, match="not a PDF"):
        Target(str(tmp_path / "guide.yml")).check()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_earlier_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "g.pdf"
    file.write_bytes(OLD)
    if call == "write":
        monkeypatch.setattr("os.fdopen", full)
    elif call == "fsync":
        monkeypatch.setattr("os.fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(EnvironmentFault, match="the disk is full"):
        Target(str(file)).write(NEW, "x.pdf")
    assert file.read_bytes() == OLD
    assert names(tmp_path) == ["g.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix matter")
def test_a_real_limit_on_file_size_leaves_the_earlier_file(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; from guidebuild.cli.output import Target\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "Target(sys.argv[1]).write(b'%PDF-new' * 1000, 'x.pdf')"
    )
    file = tmp_path / "g.pdf"
    file.write_bytes(OLD)
    run = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=False
    )
    assert "EnvironmentFault" in run.stderr
    assert "the file would be larger than this system allows" in run.stderr
    assert file.read_bytes() == OLD
    assert names(tmp_path) == ["g.pdf"]
    assert run.returncode != -signal.SIGXFSZ


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_device_is_a_fault_and_stays_a_device() -> None:
    with pytest.raises(EnvironmentFault, match="the disk is full"):
        Target("/dev/full").write(NEW, "x.pdf")
    assert Path("/dev/full").is_char_device()


def test_ctrl_c_in_the_middle_of_writing_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Target(str(tmp_path / "g.pdf")).write(NEW, "x.pdf")
    assert names(tmp_path) == []


def test_an_earlier_file_is_spoken_of_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    file = tmp_path / "g.pdf"
    with pytest.raises(EnvironmentFault) as caught:
        Target(str(file)).check()
    assert caught.value.hint == "name another place with -o"
    file.write_bytes(OLD)
    with pytest.raises(EnvironmentFault) as caught:
        Target(str(file)).check()
    assert caught.value.hint == "name another place with -o; the earlier file there is as it was"


@pytest.mark.parametrize("option", ["", "."])
def test_a_file_that_is_not_named_yet_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.pdf").write_text("no PDF, and not ours")
    Target(option).check()
    Target(option).write(NEW, "other.pdf")
    with pytest.raises(click.UsageError, match="is not a PDF"):
        Target(option).write(NEW, "guide.pdf")


def test_a_folder_that_is_not_there_is_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"the folder .*missing does not exist"):
        Target(f"{tmp_path}/missing/").check()
