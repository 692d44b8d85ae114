"""A folder or a zip full of tables, read line by line.

Comes in: the path of a folder or of a zip file. Goes out: an `Archive`: its members, and the text of each as a stream
of lines, however large the file is; nothing is ever unpacked to disk. Refuses: what is neither folder nor zip, zips
that are cut short, damaged or encrypted, names that lead out of the archive, members over the limit, bombs (by what
the header says and by what comes out), lines without end, and bytes that are no text.
"""

from __future__ import annotations

import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.reading import streams
from guidebuild.sources import shown

ARCHIVE_LIMIT = 500_000_000
MEMBER_LIMIT = 300_000_000
"""Bytes of one file. The longest of O*NET 30.3 has 37 million, of ESCO 1.2 about 60 million."""
MEMBERS = 10_000
DEPTH = 3
_SWELLING = 250  # unpacked bytes per packed byte; tables of text reach 30, DEFLATE can do 1,032
_HARMLESS = 20_000_000  # bytes that may swell as they like
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1  # APPNOTE.TXT 4.4.4: bit 0 of the general purpose flag
_SENSELESS = (
    ValueError,
    IndexError,
    struct.error,
)  # from `zipfile`, for headers whose names or numbers make no sense
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its way inside with forward slashes, and its size in bytes as the archive states it."""

    path: str
    size: int

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]


@dataclass(slots=True)
class Archive:
    """An open folder or zip, and where it is. `notes` fills while lines are read: files that are not quite UTF-8."""

    path: Path
    members: tuple[Member, ...]
    zip: zipfile.ZipFile | None = None
    member_limit: int = MEMBER_LIMIT
    notes: list[Diagnostic] = field(default_factory=list)

    def place(self, member: Member) -> str:
        """What a message calls the file."""
        return shown(self.path / member.path)

    def lines(self, member: Member) -> Iterator[str]:
        """The lines of a member, each with its line end, as `csv.reader` wants them. Raises `GuideError`."""
        try:
            with self._opened(member) as stream:
                yield from streams.text_lines(stream, self.place(member), self.member_limit, self.notes)
        except sources.RefusedError as refusal:
            raise GuideError([refusal.diagnostic(Span(self.place(member)))]) from refusal
        except _BROKEN as error:
            raise GuideError([_unreadable(self.place(member), error)]) from error

    @contextmanager
    def _opened(self, member: Member) -> Iterator[IO[bytes]]:
        if self.zip is None:
            with sources.open_file(self.path / member.path, limit=self.member_limit) as stream:
                yield stream
            return
        info = self.zip.getinfo(member.path)
        _check_member(info, self.member_limit)
        try:
            packed = self.zip.open(info)
        except _SENSELESS as error:
            raise zipfile.BadZipFile(str(error)) from error
        with packed:
            yield packed


@contextmanager
def open_archive(path: Path, *, member_limit: int = MEMBER_LIMIT) -> Iterator[Archive]:
    """The folder or zip at `path`, open until the block ends. Raises `GuideError`, which names the file."""
    if path.is_dir():
        yield _folder(path, member_limit)
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(sources.open_file(path, limit=ARCHIVE_LIMIT))
            opened = stack.enter_context(_zip(stream, path))
        except sources.RefusedError as refusal:
            raise GuideError([refusal.diagnostic(Span(shown(path)))]) from refusal
        except OSError as error:
            raise GuideError([_unreadable(shown(path), error)]) from error
        yield Archive(path, _members(opened, path), opened, member_limit)


def _folder(path: Path, member_limit: int) -> Archive:
    try:
        found = sources.files_below(path, depth=DEPTH, most=MEMBERS)
    except sources.RefusedError as refusal:
        raise GuideError([refusal.diagnostic(Span(shown(path)))]) from refusal
    except OSError as error:
        raise GuideError([_unreadable(shown(path), error)]) from error
    members = tuple(Member(name, size) for name, size in found)
    return Archive(path, members, member_limit=member_limit)


def _zip(stream: BinaryIO, path: Path) -> zipfile.ZipFile:
    magic = stream.read(4)
    stream.seek(0)
    try:
        return zipfile.ZipFile(stream)
    except (
        *_BROKEN,
        ValueError,
        struct.error,
    ) as error:  # the last two: names and numbers that make no sense
        if magic[:2] == b"PK":
            hint = "download it again; it should be as large as the page it comes from says"
            fault = Diagnostic(
                "error", "broken-zip", "this zip file is cut short or damaged", Span(shown(path)), (hint,)
            )
        else:
            hint = "name the folder with the unpacked files, or the zip file as it was downloaded"
            fault = Diagnostic(
                "error", "not-a-zip", "this is neither a folder nor a zip file", Span(shown(path)), (hint,)
            )
        raise GuideError([fault]) from error


def _members(opened: zipfile.ZipFile, path: Path) -> tuple[Member, ...]:
    """The files of a zip. A name that leads out of it is refused, though nothing is unpacked: the rest is suspect."""
    infos = [info for info in opened.infolist() if not info.filename.endswith("/")]
    if len(infos) > MEMBERS:
        message = f"this zip file holds more than {MEMBERS:,} files"
        raise GuideError([Diagnostic("error", "too-many-files", message, Span(shown(path)))])
    hint = "a zip file with such names is broken or hostile; download it again from its publisher"
    faults = [
        Diagnostic("error", "zip-slip", f"this zip file has a file named {info.orig_filename[:120]!r}, {why}",
                   Span(shown(path)), (hint,))
        for info in infos if (why := _wayward(info))
    ]  # fmt: skip
    if faults:
        raise GuideError(faults[:20])
    visible = (info for info in infos if not _hidden(info.filename))
    return tuple(sorted((Member(info.filename, info.file_size) for info in visible), key=lambda m: m.path))


def _wayward(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if name.startswith("/") or _DRIVE.match(name):
        return "an absolute path"
    if "\\" in name or "\0" in name or not name:
        return "which is no path inside it"
    if ".." in name.split("/"):
        return "which leads out of it"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link"
    return ""


def _hidden(name: str) -> bool:
    """What archivers add for themselves: "__MACOSX/._Skills.txt", ".DS_Store"."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _check_member(info: zipfile.ZipInfo, limit: int) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise sources.RefusedError(
            "encrypted", "this file of the zip is encrypted", "unpack it, and name the folder"
        )
    if info.file_size > limit:
        raise sources.RefusedError("file-too-large", f"unpacked, this file is larger than {limit:,} bytes")
    if info.file_size > _HARMLESS and info.file_size > _SWELLING * max(info.compress_size, 1):
        message = f"unpacked, this file would swell to {info.file_size:,} bytes from {info.compress_size:,}"
        raise sources.RefusedError("zip-bomb", message, "tables do not; download it again from its publisher")


def _unreadable(name: str, error: Exception) -> Diagnostic:
    if isinstance(error, NotImplementedError):
        message, hint = "this file is packed in a way that we cannot read", "unpack it, and name the folder"
    elif isinstance(error, OSError) and error.strerror:
        message, hint = f"it cannot be read: {error.strerror[:1].lower()}{error.strerror[1:]}", ""
    else:
        message, hint = "this file is cut short or damaged", "download it again"
    return Diagnostic("error", "unreadable", message, Span(name), (hint,) if hint else ())
