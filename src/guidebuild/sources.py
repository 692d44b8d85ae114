"""Every read from outside: files, fonts, images, the date; with size limits.

Comes in: paths and the environment. Goes out: bytes, text, dates and confined paths. Refuses: files over the
limit, whatever is not a regular file (a pipe would hang the build), and, for anything that content names,
absolute paths, addresses of any scheme and paths that leave the project, also by way of a symbolic link.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from guidebuild.diagnostics import Diagnostic, EnvironmentFault, Span

FONT_LIMIT = 40_000_000
CONTENT_LIMIT = 4_000_000
IMAGE_LIMIT = 20_000_000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LAST_SECOND = 253_402_300_799  # the end of the year 9999, where datetime.date ends too


class RefusedError(ValueError):
    """A file that we will not open, with the reason in plain words and a hint for mending it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str, str]]:
        return (RefusedError, (self.code, self.message, self.hint))

    def diagnostic(self, span: Span | None = None) -> Diagnostic:
        """The refusal as an error at the place that names the file."""
        return Diagnostic("error", self.code, self.message, span, (self.hint,) if self.hint else ())


def read_bytes(path: str | Path, *, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises `OSError`, `RefusedError`."""
    with open_file(path, limit=limit) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(limit)
    return data


def reason(error: OSError | ValueError) -> str:
    """Why a file is not used, as it goes on after its name; readers of files say "is damaged" and the like."""
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return f"cannot be used: {error.message}" if isinstance(error, RefusedError) else str(error)


def read_input(*, limit: int) -> bytes:
    """The bytes of standard input, at most `limit` of them. Raises `OSError`, `RefusedError`, `EnvironmentFault`."""
    if sys.stdin is None:
        raise EnvironmentFault("standard input is closed", "name a file, or send one to the program with '<'")
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise _too_large(limit)
    return data


@contextmanager
def open_file(path: str | Path, *, limit: int) -> Iterator[BinaryIO]:
    """A regular file of at most `limit` bytes, to be read piece by piece. Raises `OSError`, `RefusedError`."""
    # Without O_NONBLOCK the mere opening of a named pipe waits for a writer, for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("not-a-file", f"'{Path(path).name}' is {_kind(status.st_mode)}, not a file")
        if status.st_size > limit:
            raise _too_large(limit)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            yield stream
    finally:
        os.close(descriptor)


def files_below(folder: Path, *, depth: int, most: int) -> list[tuple[str, int]]:
    """The regular files at most `depth` folders down, as (path with slashes, bytes), in order, without hidden ones.

    Links to files count as files, links to folders are not followed. Raises `OSError`, and `RefusedError` for more
    than `most` files.
    """
    found: list[tuple[str, int]] = []
    waiting = [("", depth)]
    while waiting:
        inside, left = waiting.pop()
        with os.scandir(folder / inside) as listing:
            entries = list(listing)
        for entry in entries:
            name = f"{inside}/{entry.name}" if inside else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and left:
                waiting.append((name, left - 1))
            elif entry.is_file():
                found.append((name, entry.stat().st_size))
        if len(found) > most:
            raise RefusedError("too-many-files", f"'{folder.name}' holds more than {most:,} files")
    return sorted(found)


def _too_large(limit: int) -> RefusedError:
    return RefusedError("file-too-large", f"the file is larger than {limit:,} bytes")


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a device"


def read_text(path: str | Path, *, limit: int = CONTENT_LIMIT) -> str:
    """The text of a UTF-8 file, without its mark. Raises like `read_bytes`, and `UnicodeDecodeError`."""
    return read_bytes(path, limit=limit).decode("utf-8-sig")


def confine(root: Path, reference: str) -> Path:
    """The file below `root` that a piece of content names, present or not. Raises `RefusedError`."""
    shown = reference if len(reference) <= 120 else reference[:117] + "..."
    if _SCHEME.match(reference) or reference.startswith("//"):
        raise RefusedError("outside-project", f"'{shown}' is an address, not a file of the project",
                      "save the file in the project and give its path")  # fmt: skip
    if "\\" in reference or "\0" in reference or not reference.strip() or len(reference) > 500:
        raise RefusedError(
            "bad-path", f"{shown!r} is not a path", "write a path with forward slashes, as in assets/logo.svg"
        )
    if reference.startswith("/"):
        raise RefusedError(
            "outside-project", f"'{shown}' is an absolute path", "give a path inside the project"
        )
    if ".." in reference.split("/"):
        raise RefusedError(
            "outside-project", f"'{shown}' leaves the project by '..'", "copy the file into the project"
        )
    return _followed(root, reference, shown)


def _followed(root: Path, reference: str, shown: str) -> Path:
    try:
        base = root.resolve()
        target = (base / reference).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a name that is too long
        raise RefusedError("bad-path", f"'{shown}' cannot be followed to a file") from error
    if not target.is_relative_to(base):
        raise RefusedError(
            "outside-project",
            f"'{shown}' is a link that leaves the project",
            "copy the file into the project",
        )
    return target


def require_within(root: Path, file: Path) -> None:
    """Refuse a file that stands in a folder and, by way of a link, lies outside of it. Raises `RefusedError`."""
    try:
        stands = Path(os.path.normpath(file)).is_relative_to(root)
        leaves = stands and not file.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a loop of links: reading the file says so
        return
    if leaves:
        message = f"'{file.name}' is a link that leaves the project"
        raise RefusedError("outside-project", message, "put the file itself into the project")


def bundled(name: str) -> Path:
    """The folder `name` ("content", "assets") that ships with the program, in a wheel or a checkout.

    Raises `EnvironmentFault` where it is not there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "bundled" / name, package.parents[1] / name):
        if folder.is_dir():
            return folder
    raise EnvironmentFault(
        f"this installation of guidebuild lacks its '{name}' folder", "install guidebuild again"
    )


def working_folder() -> Path:
    """The folder that the user is in. Raises `EnvironmentFault` when somebody has removed it."""
    try:
        return Path.cwd()
    except OSError as error:
        raise EnvironmentFault(
            "the folder that you are in does not exist any more", "go to another folder"
        ) from error


def shown(file: Path) -> str:
    """A path as messages show it: from the working directory where it lies below, else in full."""
    try:
        here = Path.cwd()
        return file.absolute().relative_to(here).as_posix()
    except (OSError, ValueError):
        return str(file)


def build_date(environ: Mapping[str, str] = os.environ) -> dt.date | None:
    """The day (UTC) that SOURCE_DATE_EPOCH names, or None where it is not set. Never the clock.

    Raises `EnvironmentFault` for what is no number of seconds.
    """
    raw = environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not raw:
        return None
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 12 and int(raw) <= _LAST_SECOND):
        raise EnvironmentFault(
            f"SOURCE_DATE_EPOCH is {raw[:40]!r}, which is not a number of seconds since 1970",
            "unset it, or set it to whole seconds, as in SOURCE_DATE_EPOCH=1767225600",
        )
    return dt.datetime.fromtimestamp(int(raw), tz=dt.UTC).date()


def today() -> dt.date:
    """The clock's day, in UTC: only where neither content nor environment names a date."""
    return dt.datetime.now(tz=dt.UTC).date()
