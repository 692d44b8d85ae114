"""Bytes of a saved page or text to characters, whatever program wrote them.

Comes in: the bytes of a whole file and its name. Goes out: `Decoded`: the text with line feeds as line ends, and notes
on what was guessed or mended. Refuses: files that are no text (PDF, Word, pictures, archives), told by their first
bytes or by the control characters in them.

Text that was once read in a wrong encoding and saved again ("mojibake") is turned back: UTF-8 read as Windows-1252 or
a like table by ftfy, UTF-8 read as the Thai table Windows-874 here, which ftfy leaves alone. Lines stay where they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.meaning.wording import cut
from guidebuild.importers.reading.encoding import not_utf8, told, utf8_or_western
from guidebuild.yamlfile.unseen import visible

SAMPLE = 4_000  # bytes that are looked at to guess what a file is

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or OpenDocument file, or another zip"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file"),
    (b"{\\rtf", "a file in Rich Text Format"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x7fELF", "a program"),
    (b"bplist", "a web archive"),
)
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SAYS = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_LINE_ENDS = re.compile(r"\r\n?|\f|\v")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f]")
_FOREIGN = re.compile(r"[\x80-\U0010ffff]+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_MOST_CONTROLS = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with `\\n` as its only line end, and what there is to tell about how it was read."""

    text: str
    notes: tuple[Diagnostic, ...] = ()


def decoded(data: bytes, name: str, *, mend: bool = True) -> Decoded:
    """The text of a file. Raises `GuideError` for what is no text; the error names the file `name`."""
    refuse_binary(data, name)
    text, notes = _read(data, name)
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    sample = text[:SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise _not_text(name, "this is not a file of text")
    if mend:
        text, more = mended(text, name)
        notes = (*notes, *more)
    return Decoded(visible(text)[0], (*notes, *_of_direction(text, name)))


def _of_direction(text: str, name: str) -> tuple[Diagnostic, ...]:
    """A note where there are marks of direction, which may turn what stands between them round."""
    found = _DIRECTION.findall(text)
    if not found:
        return ()
    line = text.count("\n", 0, text.index(found[0])) + 1
    names = ", ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(found))
    count = "a mark" if len(found) == 1 else f"{len(found):,} marks"
    message = f"the text holds {count} of direction ({names}), which nobody can see: left out"
    hint = "compare the words there with the original: they may have been shown in another order"
    return (Diagnostic("note", "direction-mark", message, Span(name, line, 1), (hint,)),)


def refuse_binary(data: bytes, name: str) -> None:
    """Raises `GuideError` where the first bytes are those of a well-known kind of file that is no text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _not_text(name, f"this is {kind}")


def _not_text(name: str, message: str) -> GuideError:
    hint = "save the article as text, Markdown or HTML and import that"
    return GuideError([Diagnostic("error", "not-text", message, Span(name), (hint,))])


# Encodings


def _read(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """By its mark, by its zero bytes, as UTF-8, as it says itself, and at last as Windows-1252."""
    encoding, mark = told(data[:SAMPLE])
    if not encoding:
        raise _not_text(name, "this is not a file of text")
    if mark or encoding != "utf-8":
        return _strictly(data[mark:], encoding, name), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _otherwise(data, error.start, name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _not_text(
            name, f"this file begins as {encoding[:6].upper()} text but is cut short or damaged"
        ) from None


def _otherwise(data: bytes, wrong: int, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """What is not UTF-8 throughout. A few stray bytes in UTF-8 are no reason to misread all the others."""
    line = data.count(b"\n", 0, wrong) + 1
    column = wrong - (data.rfind(b"\n", 0, wrong) + 1) + 1
    encoding = _said(data)
    text = data.decode(encoding, errors="replace") if encoding else _line_by_line(data)
    shown = {"cp1252": "Windows-1252"}.get(encoding, encoding) or "Windows-1252"
    return text, (not_utf8(shown, Span(name, line, column)),)


def _said(data: bytes) -> str:
    """The encoding that an HTML file claims to be in, if Python has it and it is not UTF-8, which it is not."""
    found = _SAYS.search(data[:SAMPLE])
    if not found:
        return ""
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        "a".encode(encoding)
    except (LookupError, UnicodeError):
        return ""
    if encoding in ("iso8859-1", "ascii"):  # browsers read both as Windows-1252 (WHATWG Encoding, 4.2)
        return "cp1252"
    return "" if encoding.startswith("utf") else encoding


def _line_by_line(data: bytes) -> str:
    return "".join(map(utf8_or_western, data.splitlines(keepends=True)))


# Mojibake


def mended(text: str, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with characters that were read in a wrong table turned back, and a note that says where."""
    if not _FOREIGN.search(text):
        return text, ()
    lines = text.split("\n")
    thai = _thai_is_mojibake(text)
    found: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines, 1):
        if not _FOREIGN.search(line):
            continue
        better = _mended_line(line, thai=thai)
        if better != line:
            found.append((number, *_first_difference(line, better)))
            lines[number - 1] = better
    if not found:
        return text, ()
    first, before, after = found[0]
    places = f" on {len(found)} lines" if len(found) > 1 else ""
    message = f"garbled characters were mended{places}: '{before}' is read as '{after}'"
    return "\n".join(lines), (Diagnostic("note", "mended", message, Span(name, first, 1)),)


def _mended_line(line: str, *, thai: bool) -> str:
    from ftfy import fix_encoding

    if thai and _THAI.search(line):
        line = _FOREIGN.sub(lambda run: _from_thai(run[0]) or run[0], line)
    return fix_encoding(line)


def _thai_is_mojibake(text: str) -> bool:
    """Real Thai hardly ever happens to be UTF-8, so all runs of Thai letters must be for them to be none."""
    runs = [run for run in _FOREIGN.findall(text) if _THAI.search(run)]
    return bool(runs) and all(_from_thai(run) for run in runs)


def _from_thai(run: str) -> str:
    """The characters of which these are the UTF-8 bytes, read as Windows-874 with gaps filled from Windows-1252."""
    try:
        return b"".join(_thai_byte(char) for char in run).decode("utf-8")
    except UnicodeError:
        return ""


def _thai_byte(char: str) -> bytes:
    for table in ("cp874", "cp1252"):
        try:
            return char.encode(table)
        except UnicodeEncodeError:
            continue
    return char.encode("latin-1")


def _first_difference(line: str, better: str) -> tuple[str, str]:
    """The first garbled run, before and after; where a line has several, from the first to the last, cut short."""
    start = next((i for i, (a, b) in enumerate(zip(line, better, strict=False)) if a != b), len(better))
    end = 0
    while end < min(len(line), len(better)) - start and line[-1 - end] == better[-1 - end]:
        end += 1
    return cut(line[start : len(line) - end], 20), cut(better[start : len(better) - end], 20)
