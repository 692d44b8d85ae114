"""Reading: regular files within limits, references confined to the project, dates from the environment alone."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from pathlib import Path

import pytest

from guidebuild import sources
from guidebuild.diagnostics import EnvironmentFault, Span
from guidebuild.sources import RefusedError


def test_a_file_up_to_the_limit_is_read_and_a_longer_one_refused(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert sources.read_bytes(file, limit=5) == b"12345"
    with pytest.raises(RefusedError, match="larger than 4 bytes"):
        sources.read_bytes(file, limit=4)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sources.read_bytes(tmp_path / "none", limit=5)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            RefusedError("file-too-large", "the file is larger than 4 bytes"),
            "cannot be used: the file is larger than 4 bytes",
        ),
        (PermissionError(13, "Permission denied"), "cannot be read: Permission denied"),
        (ValueError("is damaged"), "is damaged"),
    ],
)
def test_why_a_file_is_not_used_goes_on_after_its_name(error: OSError | ValueError, words: str) -> None:
    assert sources.reason(error) == words


def test_a_folder_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, kind in (
        (tmp_path, "a folder"),
        (tmp_path / "pipe", "a pipe"),
        (Path("/dev/zero"), "a device"),
    ):
        with pytest.raises(RefusedError, match=f"is {kind}, not a file"):
            sources.read_bytes(path, limit=100)


def test_a_refused_file_leaves_no_descriptor_open(tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("counts descriptors through /proc")
    before = len(list(descriptors.iterdir()))
    for _ in range(20):
        with pytest.raises(RefusedError):
            sources.read_bytes(tmp_path, limit=100)
    assert len(list(descriptors.iterdir())) <= before + 1


def test_text_loses_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffé".encode())
    assert sources.read_text(tmp_path / "a") == "é"


def test_a_reference_inside_the_project_is_followed(tmp_path: Path) -> None:
    assert sources.confine(tmp_path, "assets/./logo.svg") == tmp_path.resolve() / "assets/logo.svg"


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("/etc/passwd", "is an absolute path"),
        ("../logo.svg", "leaves the project by '..'"),
        ("assets/../../logo.svg", "leaves the project by '..'"),
        ("http://a.example/logo.png", "is an address"),
        ("https://a.example/logo.png", "is an address"),
        ("file:///etc/passwd", "is an address"),
        ("FILE:/etc/passwd", "is an address"),
        ("data:image/png;base64,AAAA", "is an address"),
        ("//host/share/logo.png", "is an address"),
        ("C:/logo.png", "is an address"),
        ("assets\\logo.svg", "is not a path"),
        ("a\0b", "is not a path"),
        (" ", "is not a path"),
        ("x" * 5_000, "is not a path"),
    ],
)
def test_a_reference_out_of_the_project_is_refused(tmp_path: Path, reference: str, message: str) -> None:
    with pytest.raises(RefusedError) as caught:
        sources.confine(tmp_path, reference)
    assert message in caught.value.message
    assert len(caught.value.message) < 300


def test_a_link_out_of_the_project_is_refused_and_one_inside_is_not(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret").write_text("x")
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "folder").symlink_to(tmp_path)
    (root / "real").write_text("y")
    (root / "in").symlink_to(root / "real")
    (root / "loop").symlink_to(root / "loop")
    for reference in ("out", "folder/secret"):
        with pytest.raises(RefusedError, match="a link that leaves the project"):
            sources.confine(root, reference)
    with pytest.raises(RefusedError, match="cannot be followed"):
        sources.confine(root, "loop")
    assert sources.confine(root, "in") == (root / "real").resolve()


def test_a_refusal_turns_into_a_diagnostic_and_survives_pickling() -> None:
    error = RefusedError("outside-project", "'x' is an absolute path", "give a path inside the project")
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy.diagnostic(Span("_brand.yml", 3, 9))) == (
        "_brand.yml:3:9: error[outside-project]: 'x' is an absolute path\n  hint: give a path inside the project"
    )


def test_the_build_date_is_the_day_in_utc_whatever_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert sources.build_date({"SOURCE_DATE_EPOCH": "1767225599"}) == dt.date(2025, 12, 31)
    assert sources.build_date({"SOURCE_DATE_EPOCH": "0"}) == dt.date(1970, 1, 1)
    assert sources.build_date({}) is None


@pytest.mark.parametrize("value", ["soon", "-1", "1.5", "1e9", "٣", "999999999999", "9" * 5_000])
def test_a_bad_build_date_is_an_environment_fault(value: str) -> None:
    with pytest.raises(EnvironmentFault, match="SOURCE_DATE_EPOCH is") as caught:
        sources.build_date({"SOURCE_DATE_EPOCH": value})
    assert len(str(caught.value)) < 300


def test_what_ships_with_the_program_is_found() -> None:
    assert (sources.bundled("content") / "roles").is_dir()
    with pytest.raises(EnvironmentFault, match="lacks its 'nothing' folder"):
        sources.bundled("nothing")


def test_an_open_file_is_read_piece_by_piece_and_closed_afterwards(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    with sources.open_file(tmp_path / "a", limit=5) as stream:
        assert (stream.read(2), stream.read()) == (b"12", b"345")
    assert stream.closed
    with pytest.raises(RefusedError, match="larger than 4 bytes"), sources.open_file(tmp_path / "a", limit=4):
        pass


def test_the_files_below_a_folder_are_listed_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d/e.txt", ".hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling").symlink_to(tmp_path / "none")
    assert sources.files_below(tmp_path, depth=1, most=3) == [("a/c.txt", 7), ("b.txt", 5), ("link.txt", 5)]
    assert ("a/d/e.txt", 9) in sources.files_below(tmp_path, depth=2, most=9)
    with pytest.raises(RefusedError, match="more than 2 files"):
        sources.files_below(tmp_path, depth=1, most=2)
