"""Results that are dear to compute, kept on disk by the hash of everything they depend on.

Comes in: a folder (or none, then nothing is kept) and a key of plain values. Goes out: what was put under that
key, or None. Refuses: nothing; a cache that cannot be read or written is a slower build, never a failed one.
The folder belongs to the user alone (mode 0700), since entries are pickles.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from pathlib import Path
from typing import Any

from guidebuild import __version__


class Cache:
    """`get` and `put` under a kind ("set-chart") and a repr-able key; the program's version is part of every key."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

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
            if file.stat().st_uid != os.getuid():
                return None
            return pickle.loads(file.read_bytes())
        except Exception:  # a damaged entry of any kind is as good as none
            return None

    def put(self, kind: str, key: object, value: object) -> None:
        """Store a value; written beside the target and renamed, so that no reader sees half of it."""
        file = self._file(kind, key)
        if file is None:
            return
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "wb") as stream:
                stream.write(pickle.dumps(value, protocol=5))
            Path(temporary).replace(file)
        except OSError:
            return


def default_folder(environ: dict[str, str] | os._Environ[str] = os.environ) -> Path | None:
    """`$GUIDEBUILD_CACHE`, else `$XDG_CACHE_HOME/guidebuild`, else `~/.cache/guidebuild`; None when set to "off"."""
    named = environ.get("GUIDEBUILD_CACHE")
    if named:
        return None if named == "off" else Path(named)
    home = environ.get("XDG_CACHE_HOME") or (Path(environ["HOME"]) / ".cache" if "HOME" in environ else None)
    return Path(home) / "guidebuild" if home else None
