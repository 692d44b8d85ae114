"""Results that are dear to compute, kept on disk by the hash of everything they depend on.

Comes in: a folder (or none, then nothing is kept) and a key of plain values. Goes out: what was put under that
key, or None. Refuses: nothing; a cache that cannot be read or written is a slower build, never a failed one.
Entries are pickles, so that a foreign one could run foreign code: a folder or a file that is not the user's own, or
that others may write to, counts as empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import stat
import tempfile
from pathlib import Path
from typing import Any

from guidebuild import __version__

LARGEST = 200_000_000  # bytes in the folder, roughly: beyond that the oldest entries go
_ALONE = 0o022  # what group and others must not have


class Cache:
    """`get` and `put` under a kind ("set-chart") and a repr-able key; the program's version is part of every key."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._swept = False

    def _file(self, kind: str, key: object) -> Path | None:
        if self.folder is None:
            return None
        digest = hashlib.sha256(repr((__version__, kind, key)).encode()).hexdigest()[:40]
        return self.folder / f"{kind}-{digest}.pickle"

    def get(self, kind: str, key: object) -> Any:
        """The stored value, or None when there is none or it cannot be read."""
        file = self._file(kind, key)
        if file is None:
            return None
        try:
            return pickle.loads(_read(file))
        except Exception:  # a damaged entry of any kind is as good as none
            return None

    def put(self, kind: str, key: object, value: object) -> None:
        """Store a value; written beside the target and renamed, so that no reader sees half of it."""
        file = self._file(kind, key)
        if file is None:
            return
        data = pickle.dumps(value, protocol=5)
        with contextlib.suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(file.parent.stat()):
                _write(file, data)
                self._sweep(file.parent)

    def _sweep(self, folder: Path) -> None:
        """Once in the life of a cache, at the first entry that it gains: drop the oldest ones of too many."""
        if self._swept:
            return
        self._swept = True
        entries = [(file.stat(), file) for file in folder.glob("*.pickle")]
        total = sum(status.st_size for status, _ in entries)
        for status, file in sorted(entries, key=lambda entry: (entry[0].st_mtime_ns, entry[1].name)):
            if total <= LARGEST:
                return
            file.unlink(missing_ok=True)
            total -= status.st_size


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
        if not stat.S_ISREG(status.st_mode) or not _is_ours(status):
            raise PermissionError
        return stream.read()


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent)
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
