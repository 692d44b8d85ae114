"""In which encoding bytes are, and the rescue of lines that are in another than they should be.

Comes in: the first bytes of a file, or one line of it. Goes out: the encoding that its mark (BOM) or its zero bytes
tell, and the line as characters. Nothing is raised: what cannot be told is "" or UTF-8.
"""

from __future__ import annotations

import codecs

from guidebuild.diagnostics import Diagnostic, Span

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def told(first: bytes) -> tuple[str, int]:
    """The encoding of a file that begins so, and how many bytes its mark takes.

    Without a mark it is UTF-16 where every second byte is zero, as in western text; "" where there are zeros that mean
    nothing, and UTF-8 where there are none.
    """
    for mark, encoding in MARKS:
        if first.startswith(mark):
            return encoding, len(mark)
    even, odd = first[0::2].count(0), first[1::2].count(0)
    if odd > len(first) // 8 and odd > 8 * even:
        return "utf-16-le", 0
    if even > len(first) // 8 and even > 8 * odd:
        return "utf-16-be", 0
    return "" if even or odd else "utf-8", 0


def utf8_or_western(line: bytes) -> str:
    """A line as UTF-8 or else as Windows-1252; what its five empty places stand for, nobody knows (U+FFFD)."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def not_utf8(read_as: str, span: Span) -> Diagnostic:
    """The warning that a file was read in another encoding; the span is that of the first byte that told it."""
    message = f"this file is not in UTF-8; it was read as {read_as}"
    hint = "look at the letters with accents in what was imported"
    return Diagnostic("warning", "encoding", message, span, (hint,))
