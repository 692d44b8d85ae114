"""Several files written as one: all of them, or none.

Comes in: files and their new bytes, each with the bytes that it is to replace. Goes out: the files, each put in place
in one step when all have been written beside their places; when one of these steps fails or is interrupted, those
before it are undone. Refuses, with `EnvironmentFault`: a place that cannot be written, and a file that somebody has
changed in the meantime.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guidebuild import sources
from guidebuild.cli.output import beside, reason, sweep, write_new
from guidebuild.diagnostics import EnvironmentFault

_LEFT = "nothing was changed"


@dataclass(frozen=True, slots=True)
class Writing:
    """A file, what it holds (None: it is not there) and what it shall hold. Links have been followed already."""

    file: Path
    before: bytes | None
    after: bytes


@dataclass(slots=True)
class _Work:
    """What has been done so far, to be undone in reverse."""

    folders: list[Path] = field(default_factory=list)
    ready: list[tuple[Writing, Path, Path | None]] = field(default_factory=list)
    placed: list[tuple[Writing, Path | None]] = field(default_factory=list)


def write_all(writings: Sequence[Writing], *, again: str = "import again") -> None:
    """Write all files or none, in their order; `again` is what to do when one has changed. Raises `EnvironmentFault`.

    A run that is killed between two of the last steps leaves the first files new and the others old: what the others
    need comes first.
    """
    work = _Work()
    at = Path()
    sweep(dict.fromkeys(writing.file.parent for writing in writings))
    try:
        for writing in writings:
            at = writing.file
            _prepare(writing, work, again)
        for writing, temporary, kept in work.ready:
            at = writing.file
            work.placed.append((writing, kept))
            temporary.replace(writing.file)
    except OSError as error:
        _undo(work)
        raise EnvironmentFault(f"cannot write {at}: {reason(error)}", _LEFT) from error
    except BaseException:
        _undo(work)
        raise
    try:
        _tidy(work)
    except KeyboardInterrupt:  # too late: all is written, and only copies are left to be removed
        _tidy(work)


def _prepare(writing: Writing, work: _Work, again: str) -> None:
    """Write the new bytes, and a copy of the old ones, beside the file."""
    _make_folder(writing.file.parent, work)
    if not _is_as_before(writing):
        message = f"{writing.file} was changed by somebody else in the meantime"
        raise EnvironmentFault(message, f"{_LEFT}; {again}")
    temporary, kept = beside(writing.file), None
    if writing.before is not None:
        if not os.access(writing.file, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        kept = beside(writing.file)
    work.ready.append((writing, temporary, kept))
    write_new(temporary, writing.after)
    if kept is not None and writing.before is not None:
        write_new(kept, writing.before)
        mode = writing.file.stat().st_mode & 0o777
        temporary.chmod(mode)
        kept.chmod(mode)


def _is_as_before(writing: Writing) -> bool:
    try:
        return sources.read_bytes(writing.file, limit=len(writing.before or b"") + 1) == writing.before
    except FileNotFoundError:
        return writing.before is None
    except sources.RefusedError:  # it has grown
        return False


def _make_folder(folder: Path, work: _Work) -> None:
    missing = [folder for folder in (folder, *folder.parents) if not folder.is_dir()]
    for one in reversed(missing):
        try:
            one.mkdir()
        except FileExistsError:  # and it is no folder
            raise NotADirectoryError(errno.ENOTDIR, "") from None
        work.folders.append(one)


def _undo(work: _Work) -> None:
    """Put back what was there. What fails here is left; there is nothing better to be done about it."""
    for writing, kept in reversed(work.placed):
        with contextlib.suppress(OSError):
            if kept is not None:
                kept.replace(writing.file)
            elif writing.file.exists():
                writing.file.unlink()
    _tidy(work)
    for folder in reversed(work.folders):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _tidy(work: _Work) -> None:
    for _writing, temporary, kept in work.ready:
        for file in (temporary, kept):
            if file is not None:
                with contextlib.suppress(OSError):
                    file.unlink()
