"""The cache gives back what it was given, and never fails a build."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from guidebuild.cache import Cache, default_folder


def test_what_is_put_is_got_by_another_process_or_object(tmp_path: Path) -> None:
    Cache(tmp_path / "c").put("kind", ("key", 1), {"a": (1, 2)})
    assert Cache(tmp_path / "c").get("kind", ("key", 1)) == {"a": (1, 2)}


@pytest.mark.parametrize(("kind", "key"), [("other", "key"), ("kind", "other")])
def test_another_kind_or_key_has_nothing(tmp_path: Path, kind: str, key: str) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    assert cache.get(kind, key) is None


def test_another_version_of_the_program_has_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).put("kind", "key", 1)
    monkeypatch.setattr("guidebuild.cache.__version__", "999")
    assert Cache(tmp_path).get("kind", "key") is None


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-3])
    assert cache.get("kind", "key") is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("kind", "key", 1)
    assert cache.get("kind", "key") is None


@pytest.mark.skipif(os.name == "nt", reason="file owners are a Unix matter")
def test_an_entry_of_somebody_else_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries are pickles, so a foreign one could run foreign code."""
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    monkeypatch.setattr("os.getuid", lambda: 4_242)
    assert cache.get("kind", "key") is None


@pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")
def test_the_folder_belongs_to_the_user_alone(tmp_path: Path) -> None:
    Cache(tmp_path / "c").put("kind", "key", 1)
    assert (tmp_path / "c").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"GUIDEBUILD_CACHE": "off", "HOME": "/h"}, None),
        ({"GUIDEBUILD_CACHE": "/mine", "HOME": "/h"}, Path("/mine")),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, Path("/x/guidebuild")),
        ({"HOME": "/h"}, Path("/h/.cache/guidebuild")),
        ({}, None),
    ],
)
def test_the_environment_says_where_it_is(environment: dict[str, str], folder: Path | None) -> None:
    assert default_folder(environment) == folder


def test_no_folder_keeps_nothing() -> None:
    cache = Cache(None)
    cache.put("kind", "key", 1)
    assert cache.get("kind", "key") is None


@pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_to_is_neither_read_nor_written(tmp_path: Path, mode: int) -> None:
    cache = Cache(tmp_path / "c")
    cache.put("kind", "key", 1)
    (tmp_path / "c").chmod(mode)
    assert cache.get("kind", "key") is None
    cache.put("kind", "other", 1)
    assert len(list((tmp_path / "c").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_an_entry_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.put("kind", "key", 1)
    (entry,) = (tmp_path / "c").iterdir()
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")
    assert cache.get("kind", "key") is None


def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    cache = Cache(tmp_path / "c")
    monkeypatch.setattr(Path, "replace", full)
    cache.put("kind", "key", 1)
    assert list((tmp_path / "c").iterdir()) == []
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)):
        cache.put("kind", "key", lambda: None)
    assert list((tmp_path / "c").iterdir()) == []


def test_the_oldest_entries_go_when_the_folder_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    for number in range(4):
        cache.put("kind", number, bytes(1_000))
        (newest,) = (file for file in tmp_path.iterdir() if file.stat().st_mtime_ns > 10)
        os.utime(newest, ns=(number, number))
    monkeypatch.setattr("guidebuild.cache.LARGEST", 3_500)
    Cache(tmp_path).put("kind", 4, bytes(1_000))
    assert [Cache(tmp_path).get("kind", number) is not None for number in range(5)] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_a_system_without_owners_of_files_has_a_cache_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("os.getuid", raising=False)
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    assert cache.get("kind", "key") == 1
