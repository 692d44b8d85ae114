"""Bytes to lines of text, without holding more than a piece of a file.

Comes in: an open file of bytes. Goes out: its lines, decoded, each with its line end. Refuses: more bytes than the
limit, a line longer than a million bytes, and bytes that are no text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import IO

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.reading.encoding import MARKS, not_utf8, told, utf8_or_western
from guidebuild.sources import RefusedError
from guidebuild.yamlfile.unseen import visible

LINE_LIMIT = 1_000_000
_PIECE = 1 << 16
_ENDS = {encoding: "\n".encode(encoding) for _mark, encoding in MARKS}


def text_lines(stream: IO[bytes], name: str, limit: int, notes: list[Diagnostic]) -> Iterator[str]:
    """The lines of a file in UTF-8, -16 or -32; one that is none of these is read as Windows-1252 and told in `notes`.

    Raises `GuideError` or `RefusedError` for what is too large or no text, and whatever reading the stream raises.
    """
    first = stream.read(_PIECE)
    encoding, mark = told(first)
    if not encoding:
        raise _no_text(first, name, 0)
    count = 0
    for block in _blocks(stream, first[mark:], limit, _ENDS[encoding], name):
        if encoding == "utf-8" and block.isascii() and 0 not in block:
            yield from _lines(block.decode())
            count += block.count(b"\n")
            continue
        for line in _decoded(block, encoding, name, count, notes):
            count += 1
            yield line if line.isascii() else visible(line)[0]


def _blocks(stream: IO[bytes], piece: bytes, limit: int, end: bytes, name: str) -> Iterator[bytes]:
    """Whole lines, many at once: decoding them together is quicker than one by one."""
    held, total, lines = b"", 0, 0
    while piece:
        total += len(piece)
        if total > limit:
            raise RefusedError("file-too-large", f"the file is larger than {limit:,} bytes")
        held += piece
        cut = _last_end(held, end)
        if cut:
            yield held[:cut]
            lines += held.count(end, 0, cut)
            held = held[cut:]
        if len(held) > LINE_LIMIT:
            message = f"this line has more than {LINE_LIMIT:,} bytes"
            raise GuideError([Diagnostic("error", "line-too-long", message, Span(name, lines + 1, 1))])
        piece = stream.read(_PIECE)
    if held:
        yield held


def _last_end(held: bytes, end: bytes) -> int:
    """Where the last whole line ends, or 0. In UTF-16 an end counts only where a pair of bytes begins; so in UTF-32."""
    place = held.rfind(end)
    while place > 0 and place % len(end):
        place = held.rfind(end, 0, place + len(end) - 1)
    return place + len(end) if place >= 0 else 0


def _decoded(block: bytes, encoding: str, name: str, before: int, notes: list[Diagnostic]) -> Iterator[str]:
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise RefusedError(
                "not-text", "this file is cut short, or not the text that it begins as"
            ) from None
        yield from _mended(block, name, before, notes)
        return
    if encoding == "utf-8" and "\0" in text:
        raise _no_text(block, name, before)
    yield from _lines(text)


def _lines(text: str) -> Iterable[str]:
    """The lines, ended by line feeds alone; `splitlines` ends them at a dozen characters."""
    return io.StringIO(text, newline="\n")


def _no_text(data: bytes, name: str, before: int) -> GuideError:
    """The refusal of bytes with a zero among them; `before` is the number of lines before them."""
    zero = data.index(0)
    line_start = data.rfind(b"\n", 0, zero) + 1
    column = len(data[line_start:zero].decode("utf-8", errors="replace")) + 1
    span = Span(name, before + data.count(b"\n", 0, zero) + 1, column)
    return GuideError(
        [Diagnostic("error", "not-text", "this is not a file of text: a zero byte stands here", span)]
    )


def _mended(block: bytes, name: str, before: int, notes: list[Diagnostic]) -> Iterator[str]:
    """Line by line; the first line that is not UTF-8 is told."""
    for number, line in enumerate(io.BytesIO(block), 1):
        if not _is_utf8(line) and not any(note.span and note.span.file == name for note in notes):
            notes.append(not_utf8("Windows-1252", Span(name, before + number, 1)))
        yield utf8_or_western(line)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
