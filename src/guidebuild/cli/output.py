"""Where the PDF goes, and how it gets there without ever harming the one that stands there.

Comes in: what `-o` says and the finished bytes. Goes out: a file, replaced in one step, or bytes on
standard output. Refuses, with `EnvironmentFault`: a missing folder, a target that cannot be written, a
full disk. Refuses, with `click.UsageError`: to overwrite something that is not a PDF.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from guidebuild.diagnostics import EnvironmentFault

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "the disk is read-only",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENOENT: "the folder does not exist",
    errno.EISDIR: "a folder stands there",
    errno.ELOOP: "the links there lead in a circle",
    errno.EIO: "the device reports an error",
    errno.EBADF: "it is closed",
}
_BESIDE = re.compile(r"\..{1,100}\.(\d{1,10})\.[0-9a-f]{8}\.tmp")


@dataclass(frozen=True, slots=True)
class Target:
    """Where the PDF goes. `option` is what -o says: a file, a folder, '-' for standard output, or nothing."""

    option: str = ""

    @property
    def is_stdout(self) -> bool:
        return self.option == "-"

    def file(self, default_name: str) -> Path:
        """The file that is meant; a folder takes the default name."""
        return Path(self.option, default_name) if self._is_folder else Path(self.option)

    @property
    def _is_folder(self) -> bool:
        return self.option.endswith(("/", os.sep)) or os.path.isdir(self.option or ".")  # noqa: PTH112 -- Path.is_dir raises for a name that is too long

    def require_folder(self, why: str) -> None:
        """Refuse a target that only one file can go to. Raises `click.UsageError`."""
        if self.is_stdout or not self._is_folder:
            hint = "give -o a folder that exists"
            raise click.UsageError(f"{why}, and {self.option} is one place: {hint}.")

    def check(self) -> None:
        """Say before the work of a build what would fail at its end; a file that is not named yet is not looked at."""
        if self.is_stdout:
            return
        if self._is_folder:
            _check_folder(Path(self.option), Path(self.option))
        else:
            _check(Path(self.option))

    def ready(self, default_name: str) -> Path:
        """The file, when nothing is known against writing it."""
        file = self.file(default_name)
        _check(file)
        return file

    def write(self, data: bytes, default_name: str) -> Path | None:
        """Put the bytes there, all of them or none. Returns the file, or None for standard output.

        Raises `EnvironmentFault` where the machine will not take them.
        """
        if self.is_stdout:
            if sys.stdout is None:
                raise OSError(errno.EBADF, "")
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return None
        file = self.ready(default_name)
        try:
            _write_file(Path(os.path.realpath(file)), data)
        except OSError as err:
            raise _fault(file, err) from err
        return file


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        there = path.parent.is_dir() and path.exists()
        if there and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    except OSError as err:
        raise _fault(path, err) from err
    if not there:
        _check_folder(path.parent, path)
    if path.is_file() and _holds_something_else(path):
        raise click.UsageError(
            f"{path} exists and is not a PDF; it is left as it is. Name another file with -o."
        )


def _check_folder(folder: Path, path: Path) -> None:
    """Whether a new file can be made in the folder; `path` is what a fault names."""
    try:
        if not folder.is_dir():
            if folder.exists():
                raise NotADirectoryError(errno.ENOTDIR, "")
            raise EnvironmentFault(
                f"cannot write {path}: the folder {folder} does not exist", "create the folder first"
            )
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    except OSError as err:
        raise _fault(path, err) from err


def _holds_something_else(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(5)
    except OSError:  # may be written but not read: nothing is known against it
        return False
    return bool(head) and head != b"%PDF-"


def _write_file(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe takes bytes but cannot be replaced
        with path.open("wb", buffering=0) as stream:
            stream.write(data)
        return
    sweep((path.parent,))
    temporary = beside(path)
    try:
        write_new(temporary, data)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def beside(file: Path) -> Path:
    """A name for a file that is written beside its place; it says whose it is, so that it can be swept."""
    return file.with_name(f".{file.name[:100]}.{os.getpid()}.{os.urandom(4).hex()}.tmp")


def sweep(folders: Iterable[Path]) -> None:
    """Remove what runs that were killed have left beside the files of these folders. What fails is left."""
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as listing:
            left = [
                Path(entry.path)
                for entry in listing
                if (own := _BESIDE.fullmatch(entry.name)) and _is_over(own)
            ]
            for file in left:
                with contextlib.suppress(OSError):
                    file.unlink()


def _is_over(name: re.Match[str]) -> bool:
    """Whether the process is gone that wrote a file of that name; one of our number was another one before us."""
    number = int(name[1])
    if os.name == "nt":  # there the question would end the process
        return number == os.getpid()
    try:
        if number != os.getpid():
            os.kill(number, 0)
            return False
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:  # somebody else's
        return False
    return True


def write_new(path: Path, data: bytes) -> None:
    """A file that was not there, safely on the disk when this returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(handle)  # a name must not come to stand for bytes that a power cut loses


def _fault(path: Path, err: OSError) -> EnvironmentFault:
    kept = "; the earlier file there is as it was" if _is_plain_file(path) else ""
    shown = str(path) if len(str(path)) <= 200 else f"{str(path)[:200]}..."
    return EnvironmentFault(f"cannot write {shown}: {reason(err)}", f"name another place with -o{kept}")


def _is_plain_file(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.is_file()
    return False


def reason(err: OSError) -> str:
    """Why the system refused, in plain words."""
    return _REASONS.get(err.errno or 0, err.strerror or "the system gives no reason")
