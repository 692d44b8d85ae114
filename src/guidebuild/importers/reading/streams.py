"""Bytes to lines of text, without holding more than a piece of a file.

Comes in: an open file of bytes. Goes out: its lines, decoded, each with its line end. Refuses: more bytes than the
limit, a line longer than a million bytes, and bytes that are no text.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.sources import RefusedError
from guidebuild.yamlfile.unseen import visible

LINE_LIMIT = 1_000_000
_PIECE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENDS = {encoding: "\n".encode(encoding) for _mark, encoding in _MARKS}


def text_lines(stream: IO[bytes], name: str, limit: int, notes: list[Diagnostic]) -> Iterator[str]:
    """The lines of a file in UTF-8, -16 or -32; one that is none of these is read as Windows-1252 and told in `notes`.

    Raises `GuideError` or `RefusedError` for what is too large or no text, and whatever reading the stream raises.
    """
    first = stream.read(_PIECE)
    encoding, mark = _encoding(first, name)
    count = 0
    for block in _blocks(stream, first[mark:], limit, _ENDS[encoding], name):
        for line in _decoded(block, encoding, name, count, notes):
            count += 1
            yield visible(line)[0]


def _encoding(first: bytes, name: str) -> tuple[str, int]:
    """The encoding, and how many bytes its mark takes."""
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return encoding, len(mark)
    if b"\0" in first:
        even, odd = first[0::2].count(0), first[1::2].count(0)
        if odd > len(first) // 8 and odd > 8 * even:
            return "utf-16-le", 0
        if even > len(first) // 8 and even > 8 * odd:
            return "utf-16-be", 0
        raise _no_text(first, name, 0)
    return "utf-8", 0


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
    yield from io.StringIO(
        text, newline="\n"
    )  # ends lines at line feeds alone; `splitlines` does at a dozen characters


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
    """Line by line: those that are UTF-8 as such, the others as Windows-1252, in which every byte has a meaning."""
    for number, line in enumerate(io.BytesIO(block), 1):
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
            message = "this file is not in UTF-8; it was read as Windows-1252"
            if not any(note.span and note.span.file == name for note in notes):
                hint = "look at the letters with accents in what was imported"
                notes.append(
                    Diagnostic("warning", "encoding", message, Span(name, before + number, 1), (hint,))
                )
        yield text
