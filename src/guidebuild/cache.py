"""Results that are dear to compute, kept on disk by the hash of everything they depend on.

Comes in: a folder (or none, then nothing is kept) and a key of plain values. Goes out: what was put under that key, or
None: for an entry that is damaged, of other code or of other libraries there is nothing, and it is made anew. A cache
that cannot be read or written is a slower build, never a failed one. Entries are JSON behind a digest: frozen
dataclasses of this package, tuples, bytes and plain values come back equal, and nothing else can come back. A folder
or a file that is not the user's own, or that others may write to, counts as empty.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

LARGEST = 200_000_000  # bytes in the folder, roughly: beyond that the oldest entries go
_ALONE = 0o022  # what group and others must not have
_OURS = re.compile(r"[a-z]+-[0-9a-f]{40}\b.*\.(?:json|part|pickle)")  # pickles are what older versions left
# Rooms that nothing kept is made in; they are two thirds of the code, and take as much of the time to read it.
_ABOVE = ("cli", "preflight", "conform", "typeset", "importers", "bundled", "__pycache__")
_FLAT = frozenset({str, int, float, bool, type(None)})
Kept = TypeVar("Kept")


class Cache:
    """`get` and `put` under a kind ("chart") and a repr-able key; `fingerprint` is part of every key."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._swept = False

    def get(self, kind: str, key: object, of: type[Kept]) -> Kept | None:
        """The stored value, or None when there is none of that type or it cannot be read."""
        if self.folder is None:
            return None
        try:
            name, whole = _named(kind, key)
            digest, _, data = _read(self.folder / name).partition(b"\n")
            value = _value(json.loads(data)) if digest == _digest(whole, data) else None
        except Exception:  # a damaged entry of any kind is as good as none
            return None
        return value if isinstance(value, of) else None

    def put(self, kind: str, key: object, value: object) -> None:
        """Store a value; written beside the target and renamed, so that no reader sees half of it.

        Raises `TypeError` for a value that is more than data.
        """
        if self.folder is None:
            return
        data = json.dumps(_plain(value), separators=(",", ":")).encode()
        with contextlib.suppress(OSError):
            name, whole = _named(kind, key)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(self.folder.stat()):
                _write(self.folder / name, _digest(whole, data) + b"\n" + data)
                self._sweep(self.folder)

    def _sweep(self, folder: Path) -> None:
        """Once in the life of a cache, at the first entry that it gains: drop the oldest ones of too many."""
        if self._swept:
            return
        self._swept = True
        entries = [(file.stat(), file) for file in folder.iterdir() if _OURS.fullmatch(file.name)]
        total = sum(status.st_size for status, _ in entries)
        for status, file in sorted(entries, key=lambda entry: (entry[0].st_mtime_ns, entry[1].name)):
            if total <= LARGEST:
                return
            file.unlink(missing_ok=True)
            total -= status.st_size


def _named(kind: str, key: object) -> tuple[str, bytes]:
    """The name of an entry, and its key in full. Raises `OSError` when our own code cannot be read."""
    whole = repr((fingerprint(), kind, key)).encode()
    return f"{kind}-{hashlib.sha256(whole).hexdigest()[:40]}.json", whole


def _digest(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(b"%d:%b%b" % (len(key), key, data)).hexdigest().encode()


# What makes a result

_LONGEST = 1 << 20  # bytes of a file of ours that are looked at; the longest has a tenth of that


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A digest of what makes the kept results, besides their keys: our own code and data by what they say, so that a
    checkout under change is known too; Python and the libraries by the versions that stand beside them.

    Takes a few milliseconds. Raises `OSError`.
    """
    found = hashlib.blake2b(
        repr((sys.version, _libraries())).encode(), digest_size=32
    )  # half the time of SHA-256
    ours = os.path.dirname(__file__)  # noqa: PTH120 -- a Path for each of two hundred files costs as much as the rest
    for file in _files(ours, _ABOVE):
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            code = os.read(descriptor, _LONGEST)
        finally:
            os.close(descriptor)
        found.update(b"%b:%d:" % (os.fsencode(file[len(ours) :]), len(code)))
        found.update(code)
    return found.hexdigest()


def _files(folder: str, without: tuple[str, ...]) -> Iterator[str]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in without:
                yield from _files(entry.path, without)
        elif entry.is_file():
            yield entry.path


def _libraries() -> list[str]:
    """Every installed library with its version, as the folders beside their modules are called."""
    found: set[str] = set()
    for folder in sys.path:
        with contextlib.suppress(OSError), os.scandir(folder or ".") as listing:
            found |= {file.name for file in listing if file.name.endswith((".dist-info", ".egg-info"))}
    return sorted(found)


# Values as JSON: lists are tuples, an object has one key: the class of a dataclass, or "" for bytes


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bytes):
        return {"": base64.b64encode(value).decode()}
    kind = type(value)
    _, names = _class(name := f"{kind.__module__}:{kind.__qualname__}")
    return {name: [_plain(getattr(value, field)) for field in names]}


def _value(data: Any) -> Any:
    kind = type(data)
    if kind is list:  # most are short and flat, as the segments of paths
        return tuple(data) if _FLAT.issuperset(map(type, data)) else tuple(map(_value, data))
    if kind is not dict:
        return data
    ((name, content),) = data.items()
    if not name:
        return base64.b64decode(content, validate=True)
    made, names = _class(name)
    value = object.__new__(made)  # what was sound when it was kept needs no second look
    for field, item in zip(names, content, strict=True):
        object.__setattr__(value, field, _value(item))
    return value


@lru_cache(maxsize=256)
def _class(name: str) -> tuple[type[Any], tuple[str, ...]]:
    """A frozen dataclass of ours and its fields. No module is imported for it: who reads a kind of entry knows it.

    Raises `TypeError` for any other class.
    """
    module, _, inside = name.partition(":")
    found: Any = sys.modules.get(module) if module.split(".")[0] == __package__ else None
    for step in inside.split("."):
        found = getattr(found, step, None)
    if not (isinstance(found, type) and is_dataclass(found) and found.__dataclass_params__.frozen):  # type: ignore[attr-defined]
        raise TypeError(f"{name} is no frozen dataclass of ours and cannot be kept")
    return found, tuple(field.name for field in fields(found))


# Files


def _is_ours(status: os.stat_result) -> bool:
    """Windows has neither owners nor modes of this kind; there the user's own profile is the guard."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & _ALONE


def _read(file: Path) -> bytes:
    """The bytes of a file of ours in a folder of ours. What is checked is what is read, hence the descriptor."""
    if not _is_ours(file.parent.stat()):
        raise PermissionError
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(file, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or not _is_ours(status) or status.st_size > LARGEST:
            raise PermissionError
        return stream.read()


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.stem}-", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def default_folder(environ: dict[str, str] | os._Environ[str] = os.environ) -> Path | None:
    """`$GUIDEBUILD_CACHE`, else `$XDG_CACHE_HOME/guidebuild`, else `~/.cache/guidebuild`; None when set to "off"."""
    named = environ.get("GUIDEBUILD_CACHE")
    if named:
        return None if named == "off" else Path(named)
    home = environ.get("XDG_CACHE_HOME") or (Path(environ["HOME"]) / ".cache" if "HOME" in environ else None)
    return Path(home) / "guidebuild" if home else None
