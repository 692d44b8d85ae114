"""The cache gives back what it was given, and never fails a build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grimp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import guidebuild
from fuzz import TRIES
from guidebuild import cache as room
from guidebuild.brand.load import Branded
from guidebuild.brand.theme import Contact, Logo, Press, Raster, RoleColours
from guidebuild.cache import Cache, default_folder
from guidebuild.charts.chart import Chart
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.drawing import Drawing, rect, unnamed
from guidebuild.drawing import Path as Shape

SQUARE = Chart(
    Drawing(9, 9.5, (Shape(rect(1, 2, 3, 4), fill=unnamed("#12372f")),), "a square"), (("1", "one"),)
)
ODD = (True, 1, 1.0, -0.0, float("inf"), None, "", "\x00\ud800\n", b"\x00\xff", (), ((), ("a",)))


@pytest.mark.parametrize(
    "value", [SQUARE, ODD, Raster(bytes(range(256)), 16, 16), Span("a.yml", 3, 4, "title")]
)
def test_what_is_put_is_got_by_another_process_or_object(tmp_path: Path, value: object) -> None:
    Cache(tmp_path / "c").put("kind", ("key", 1), value)
    found = Cache(tmp_path / "c").get("kind", ("key", 1), type(value))
    assert repr(found) == repr(value)  # 1, 1.0 and True are equal, and not the same


@pytest.mark.parametrize(
    ("kind", "key", "of"), [("other", "key", int), ("kind", "other", int), ("kind", "key", str)]
)
def test_another_kind_key_or_type_has_nothing(tmp_path: Path, kind: str, key: str, of: type) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    assert cache.get(kind, key, of) is None


def test_an_entry_under_the_name_of_another_has_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "one", 1)
    (entry,) = tmp_path.iterdir()
    cache.put("kind", "two", 2)
    (other,) = set(tmp_path.iterdir()) - {entry}
    entry.replace(other)
    assert cache.get("kind", "two", int) is None


PARTS = (Chart, Diagnostic, Contact, RoleColours, Press, Logo)
ENTRIES: st.SearchStrategy[Any] = st.one_of(*map(st.from_type, PARTS))


@pytest.mark.slow
@settings(max_examples=TRIES, deadline=None)
@given(value=ENTRIES, data=st.data())
def test_an_entry_comes_back_whole_or_not_at_all(value: Any, data: st.DataObject) -> None:
    """Any entry comes back equal; with any one bit turned, or cut anywhere, there is none."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        cache.put("kind", "key", value)
        assert repr(cache.get("kind", "key", type(value))) == repr(value)
        (entry,) = Path(folder).iterdir()
        whole = entry.read_bytes()
        bit = data.draw(st.integers(0, len(whole) * 8 - 1), "the bit to turn")
        turned = bytearray(whole)
        turned[bit // 8] ^= 1 << bit % 8
        for damaged in (bytes(turned), whole[: bit // 8]):
            entry.write_bytes(damaged)
            assert cache.get("kind", "key", type(value)) is None
        cache.put("kind", "key", value)
        assert entry.read_bytes() == whole


def test_a_damaged_theme_is_made_anew(tmp_path: Path) -> None:
    """The whole way: the entry of a theme that is damaged on disk gives the same theme, and is sound again."""
    from guidebuild.brand.load import load_theme

    def theme() -> Branded:
        return load_theme(None, overrides={}, paper="a4", roles=2, root=None, cache=Cache(tmp_path))

    first = theme()
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole.replace(b"#12372f", b"#12372e"))
    assert theme() == first
    assert entry.read_bytes() == whole


@dataclass(frozen=True)
class Foreign:
    name: str


@pytest.mark.parametrize("value", [[1], {"a": 1}, Foreign("x"), lambda: None, Path("x"), (1, {2})])
def test_what_is_more_than_data_is_not_kept(tmp_path: Path, value: object) -> None:
    with pytest.raises(TypeError):
        Cache(tmp_path).put("kind", "key", value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["os:system", "guidebuild.cache:Cache", "guidebuild.cache:os.stat_result", "x", ":"]
)
def test_no_other_class_can_come_out_of_an_entry(name: str) -> None:
    with pytest.raises(TypeError):
        room._value({name: []})


# The fingerprint


def _printed_elsewhere(package: Path, **environ: str) -> str:
    """The fingerprint in a process of its own that runs the package that lies there."""
    code = "from guidebuild.cache import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1", **environ}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def _copy(folder: Path) -> Path:
    ours = Path(guidebuild.__file__).parent
    return Path(shutil.copytree(ours, folder / "guidebuild", ignore=shutil.ignore_patterns("__pycache__")))


def test_the_fingerprint_is_of_what_the_code_says(tmp_path: Path) -> None:
    """Not of when or where it was installed, of its compiled files or the hash seed; one changed digit is seen."""
    package = _copy(tmp_path)
    first = _printed_elsewhere(package)
    other = _copy(tmp_path / "another place")
    (other / "charts" / "__pycache__").mkdir()
    (other / "charts" / "__pycache__" / "venn.pyc").write_bytes(b"compiled")
    os.utime(other / "charts" / "venn.py", (1, 1))
    assert _printed_elsewhere(other, PYTHONHASHSEED="7") == first

    changed = package / "charts" / "venn.py"
    status, code = changed.stat(), changed.read_text(encoding="utf-8")
    changed.write_text(code.replace("1", "2", 1), encoding="utf-8")
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns))  # of equal size and age
    assert _printed_elsewhere(package) != first
    changed.write_text(code, encoding="utf-8")
    assert _printed_elsewhere(package) == first


def test_another_version_of_a_library_is_seen(tmp_path: Path) -> None:
    package = _copy(tmp_path)
    (tmp_path / "segno-1.0.dist-info").mkdir()
    first = _printed_elsewhere(package)
    (tmp_path / "segno-1.0.dist-info").rename(tmp_path / "segno-1.1.dist-info")
    assert _printed_elsewhere(package) != first


def test_the_fingerprint_holds_all_code_that_makes_what_is_kept() -> None:
    graph = grimp.build_graph("guidebuild")
    makers = ("guidebuild.brand.load", "guidebuild.charts.figures")
    used = {module for maker in makers for module in graph.find_upstream_modules(maker)}
    assert {module.split(".")[1] for module in used if "." in module}.isdisjoint(room._ABOVE)


def test_an_entry_of_other_code_has_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).put("kind", "key", 1)
    monkeypatch.setattr("guidebuild.cache.fingerprint", lambda: "other")
    assert Cache(tmp_path).get("kind", "key", int) is None


def test_code_that_cannot_be_read_keeps_nothing_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> str:
        raise PermissionError

    monkeypatch.setattr("guidebuild.cache.fingerprint", unreadable)
    Cache(tmp_path).put("kind", "key", 1)
    assert Cache(tmp_path).get("kind", "key", int) is None


# The folder


def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("kind", "key", 1)
    assert cache.get("kind", "key", int) is None


@pytest.mark.skipif(os.name == "nt", reason="file owners are a Unix matter")
def test_an_entry_of_somebody_else_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be printed in the user's guide."""
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    monkeypatch.setattr("os.getuid", lambda: 4_242)
    assert cache.get("kind", "key", int) is None


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
    assert cache.get("kind", "key", int) is None


@pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_to_is_neither_read_nor_written(tmp_path: Path, mode: int) -> None:
    cache = Cache(tmp_path / "c")
    cache.put("kind", "key", 1)
    (tmp_path / "c").chmod(mode)
    assert cache.get("kind", "key", int) is None
    cache.put("kind", "other", 1)
    assert len(list((tmp_path / "c").iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="file modes are a Unix matter")
def test_a_read_only_folder_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    (entry,) = tmp_path.iterdir()
    entry.chmod(0o400)
    tmp_path.chmod(0o500)

    def refused(*_arguments: object, **_named: object) -> None:  # the superuser may write everywhere
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    cache.put("kind", "other", 2)
    assert cache.get("kind", "key", int) == 1
    assert cache.get("kind", "other", int) is None
    tmp_path.chmod(0o700)


def test_only_files_of_ours_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries of other versions and of builds that were killed go; the folder may hold what is somebody's own."""
    digest = "0123456789" * 4
    ours = (f"chart-{digest}.pickle", f"chart-{digest}.json", f"theme-{digest}-tmpx1.part")
    for name in (*ours, "holiday.json", "notes.pickle", f"{digest}.json"):
        (tmp_path / name).write_bytes(bytes(1_000))
        os.utime(tmp_path / name, ns=(1, 1))
    monkeypatch.setattr("guidebuild.cache.LARGEST", 500)
    Cache(tmp_path).put("kind", "key", 1)
    left = {file.name for file in tmp_path.iterdir()}
    assert left.isdisjoint(ours)
    assert len(left) == 4


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_an_entry_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.put("kind", "key", 1)
    (entry,) = (tmp_path / "c").iterdir()
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")
    assert cache.get("kind", "key", int) is None


def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    cache = Cache(tmp_path / "c")
    monkeypatch.setattr(Path, "replace", full)
    cache.put("kind", "key", 1)
    assert list((tmp_path / "c").iterdir()) == []


def test_the_oldest_entries_go_when_the_folder_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    for number in range(4):
        cache.put("kind", number, bytes(750))
        (newest,) = (file for file in tmp_path.iterdir() if file.stat().st_mtime_ns > 10)
        os.utime(newest, ns=(number, number))
    monkeypatch.setattr("guidebuild.cache.LARGEST", 3_500)
    Cache(tmp_path).put("kind", 4, bytes(750))
    assert [Cache(tmp_path).get("kind", number, bytes) is not None for number in range(5)] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_a_system_without_owners_of_files_has_a_cache_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("os.getuid", raising=False)
    cache = Cache(tmp_path)
    cache.put("kind", "key", 1)
    assert cache.get("kind", "key", int) == 1
