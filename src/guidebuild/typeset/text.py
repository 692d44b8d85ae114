"""Line breaking: inline text and a style in, lines of placed pieces out.

Comes in: `Text` of the document, a `Style`, a width in points, the faces. Goes out: `Line`s that fit the width; a word
wider than the line is hyphenated or, failing that, cut between characters, so nothing ever overflows. Page numbers
are not known yet: a `PageRef` is set as wide figures (all figures have one width) and filled in when painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guidebuild.brand.theme import Faces
from guidebuild.compose.document import PageRef, Run, Text
from guidebuild.drawing import FaceName
from guidebuild.fonts import metrics
from guidebuild.typeset.styles import Style

SOFT_HYPHEN = "\u00ad"
# The page design is drawn for Source Sans 3. Families that run wide (and look large) are set smaller, narrow ones
# larger, so that a brand's own family keeps the measure of the lines and the number of pages.
SAMPLE = "the five skills in the middle are used by both jobs and carry over when you change"
SAMPLE_WIDTH = 33.88  # of the sample in Source Sans 3 Regular, in ems
SAMPLE_BOLD = 35.83  # and in Source Sans 3 Bold
SMALLEST, LARGEST = 0.88, 1.06
RAGGED = 0.7
_DROPPED = "-.\u2010"  # what somebody who copies or reads an address may leave out at the end of a line


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one face at `x` from the line's start; `ref` stands for a page number."""

    text: str
    face: FaceName
    width: float
    x: float = 0.0
    link: str = ""
    ref: PageRef | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """`width` is the natural width; `joined` says that the next line goes on without a space."""

    pieces: tuple[Piece, ...]
    width: float
    joined: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """Pieces without a break opportunity between them; `space` is the width of the blank before."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


class _Setter:
    """Text of one style in one family."""

    def __init__(self, style: Style, faces: Faces, language: str) -> None:
        self.style, self.faces, self.language = style, faces, language

    def face(self, run: Run | PageRef) -> FaceName:
        bold = run.bold or self.style.bold
        italic = isinstance(run, Run) and run.italic
        if self.style.heading:
            return "heading_italic" if italic else "heading"
        return {(0, 0): "regular", (1, 0): "bold", (0, 1): "italic", (1, 1): "bold_italic"}[bold, italic]  # type: ignore[return-value]

    def width(self, text: str, face: FaceName) -> float:
        plain = metrics(self.faces.face(face)).width(text, self.style.size)
        return plain + self.style.tracking * len(text)

    def piece(self, text: str, run: Run) -> Piece:
        face = self.face(run)
        return Piece(text, face, self.width(text, face), link=run.link)

    def words(self, text: Text) -> list[_Word]:
        """Split at spaces and after hyphens; runs that touch without a space stay in one word."""
        words: list[_Word] = []
        pieces: list[Piece] = []
        space = 0.0

        def close() -> None:
            nonlocal pieces
            if pieces:
                words.append(_Word(tuple(pieces), sum(p.width for p in pieces), space if words else 0.0))
                pieces = []

        for run in text:
            if isinstance(run, PageRef):
                face = self.face(run)
                sample = "88" if run.form == "page" else "88–88"
                pieces.append(Piece(sample, face, self.width(sample, face), ref=run))
                continue
            # A soft hyphen would be drawn wherever it stands; long words are hyphenated here, where it is needed.
            words_in = run.text.replace(SOFT_HYPHEN, "")
            words_in = words_in.upper() if self.style.capitals else words_in
            for part in re.split(r"([ \t\n\r]+)", words_in):
                if not part:
                    continue
                if part[0] in " \t\n\r":
                    close()
                    space = self.width(" ", self.face(run))
                    continue
                for chunk, breaks in _chunks(part, url=_is_address(part, run.link)):
                    pieces.append(self.piece(chunk, run))
                    if breaks:
                        close()
                        space = 0.0
        close()
        return words


def _is_address(word: str, link: str) -> bool:
    """Whether a word is an address, in full or in short, so that somebody may copy or type it."""
    bare = word.strip("(),.;")
    return "://" in word or bare.startswith("www.") or bool(link and bare and bare in link)


def _chunks(word: str, *, url: bool) -> Iterator[tuple[str, bool]]:
    """A word cut where it may break: after hyphens and dashes between letters; an address after its slashes alone.

    Readers drop a hyphen at the end of a line, and take a full stop there for the end of the address.
    """
    pattern = (
        r"(?<=[^/:]/)(?=[^/])" if url else r"(?<=\w[-–—/])(?=\w\w)|(?<=[\u3000-\u9fff\uac00-\ud7a3])(?=.)"
    )
    parts = [part for part in re.split(pattern, word) if part]
    for index, part in enumerate(parts):
        yield part, index < len(parts) - 1


@lru_cache(maxsize=4)
def _hyphenator(language: str) -> object:
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_")) or "en_GB"
    return pyphen.Pyphen(lang=known)


def _cut(word: _Word, room: float, setter: _Setter) -> tuple[_Word, _Word] | None:
    """Cut a word at a hyphenation point so that the head fits `room`; None when there is none."""
    if len(word.pieces) != 1 or word.pieces[0].ref or word.pieces[0].link:
        return None
    piece = word.pieces[0]
    core = piece.text.removesuffix("…")
    end = piece.text[len(core) :]
    if len(core) < 7 or not core.isalpha():
        return None
    if not metrics(setter.faces.face(piece.face)).has(SOFT_HYPHEN):
        return None
    for head, tail in _hyphenator(setter.language).iterate(core):  # type: ignore[attr-defined]
        first = head + SOFT_HYPHEN
        width = setter.width(first, piece.face)
        if width <= room and len(head) >= 3 and len(tail) >= 3:
            rest = Piece(tail + end, piece.face, setter.width(tail + end, piece.face))
            return (
                _Word((Piece(first, piece.face, width),), width, word.space),
                _Word((rest,), rest.width, 0.0),
            )
    return None


def _is_name(word: _Word) -> bool:
    """Whether it has capitals inside, as names of products have: "PyTorch" is no syllables but two words."""
    inner = "".join(piece.text for piece in word.pieces)[1:]
    return inner != inner.lower()


def _chop(word: _Word, room: float, setter: _Setter) -> tuple[_Word, _Word]:
    """Cut between characters: the last resort for a word wider than the line."""
    piece = word.pieces[0]
    if piece.ref is not None or (len(piece.text) == 1 and len(word.pieces) > 1):
        rest = word.pieces[1:]
        return (
            _Word((piece,), piece.width, word.space),
            _Word(rest, sum(p.width for p in rest), 0.0),
        )
    count = 1
    while count < len(piece.text) and setter.width(piece.text[: count + 1], piece.face) <= room:
        count += 1
    whole = count
    while count > 1 and piece.text[count - 1] in _DROPPED:
        count -= 1
    count = count if piece.text[count - 1] not in _DROPPED else whole
    head = Piece(
        piece.text[:count], piece.face, setter.width(piece.text[:count], piece.face), link=piece.link
    )
    tail = Piece(
        piece.text[count:], piece.face, setter.width(piece.text[count:], piece.face), link=piece.link
    )
    rest = ((tail,) if tail.text else ()) + word.pieces[1:]
    return _Word((head,), head.width, word.space), _Word(rest, sum(p.width for p in rest), 0.0)


def _fill(words: list[_Word], width: float, setter: _Setter) -> list[list[_Word]]:
    """Greedy lines of at most `width`."""
    lines: list[list[_Word]] = []
    line: list[_Word] = []
    used = 0.0
    queue = list(reversed(words))
    while queue:
        word = queue.pop()
        needed = used + (word.space if line else 0.0) + word.width
        if needed <= width + 0.01:
            line.append(word)
            used = needed
            continue
        room = width - used - (word.space if line else 0.0)
        # A word is cut only where the line would end far too early, or where it fits no line at all.
        wanted = setter.style.hyphenate and used < width * RAGGED and not _is_name(word)
        parts = _cut(word, room, setter) if wanted or word.width > width else None
        if parts is None and not line:
            parts = _chop(word, width, setter)
        if parts:
            line.append(parts[0])
            if parts[1].pieces:
                queue.append(parts[1])
        else:
            queue.append(word)
        lines.append(line)
        line, used = [], 0.0
    if line:
        lines.append(line)
    return lines


def _even(words: list[_Word], width: float, setter: _Setter, lines: list[list[_Word]]) -> list[list[_Word]]:
    """The narrowest setting with the same number of lines, for headings; none that would tear a word."""
    low, high = max(width * 0.4, *(word.width for word in words if word.width <= width), 0.0), width
    for _ in range(9):
        middle = (low + high) / 2
        trial = _fill(words, middle, setter)
        if len(trial) <= len(lines) and all(_width(line) <= width for line in trial):
            lines, high = trial, middle
        else:
            low = middle
    return lines


def _no_orphan(
    words: list[_Word], width: float, setter: _Setter, lines: list[list[_Word]]
) -> list[list[_Word]]:
    """Avoid a last line of one word by setting a little narrower, if the number of lines stays the same."""
    for share in (0.97, 0.94, 0.91, 0.88, 0.85):
        if len(lines[-1]) > 1:
            return lines
        trial = _fill(words, width * share, setter)
        if len(trial) == len(lines):
            if len(trial[-1]) > 1:
                return trial
        else:
            return lines
    return lines


def _width(line: list[_Word]) -> float:
    return sum(w.width for w in line) + sum(w.space for w in line[1:])


def _place(line: list[_Word], next_line: list[_Word] | None) -> Line:
    """Pieces with their x; neighbours in one face merge, blanks included, so that a line is few operators."""
    placed: list[Piece] = []
    x = 0.0
    for index, word in enumerate(line):
        gap = word.space if index else 0.0
        for number, piece in enumerate(word.pieces):
            before = gap if number == 0 else 0.0
            last = placed[-1] if placed else None
            if last and not last.ref and not piece.ref and (last.face, last.link) == (piece.face, piece.link):
                blank = " " if before else ""
                placed[-1] = Piece(
                    last.text + blank + piece.text,
                    last.face,
                    x + before + piece.width - last.x,
                    last.x,
                    last.link,
                )
            else:
                if last and before:
                    placed[-1] = Piece(
                        last.text if last.ref else last.text + " ",
                        last.face,
                        last.width,
                        last.x,
                        last.link,
                        last.ref,
                    )
                lead = " " if last and last.ref and before else ""
                start = x if lead else x + before
                width = piece.width + (before if lead else 0.0)
                placed.append(Piece(lead + piece.text, piece.face, width, start, piece.link, piece.ref))
            x += before + piece.width
    joined = bool(next_line) and next_line[0].space == 0.0 if next_line else False
    return Line(tuple(placed), x, joined)


def optical_size(faces: Faces, *, heading: bool = False) -> float:
    """The factor by which all type of the family, or of that for headings, is scaled, about 1."""
    face, usual = (faces.heading, SAMPLE_BOLD) if heading and faces.heading else (faces.regular, SAMPLE_WIDTH)
    ratio = usual / metrics(face).width(SAMPLE, 1.0)
    return 1.0 if 0.97 < ratio < 1.03 else round(max(SMALLEST, min(LARGEST, ratio)), 2)


@lru_cache(maxsize=20_000)
def in_heading(words: str, faces: Faces) -> bool:
    """Whether the family for headings, if there is one, has all the letters; else the bold face of the text is used."""
    if faces.heading is None:
        return True
    own = (metrics(faces.heading), metrics(faces.heading_italic or faces.heading))
    letters = set(words + words.upper()) - set(" \t\n\r\u00ad\u00a0")
    return all(face.has(char) for face in own for char in letters)


@lru_cache(maxsize=20_000)
def break_lines(
    text: Text, style: Style, width: float, faces: Faces, language: str = "en-GB"
) -> tuple[Line, ...]:
    """The lines of a paragraph. Cached: in a batch most paragraphs come again at the same width."""
    if style.heading and not in_heading("".join(run.text for run in text if isinstance(run, Run)), faces):
        style = style.with_(heading=False)
    setter = _Setter(style, faces, language)
    words = setter.words(text)
    if not words:
        return ()
    lines = _fill(words, width, setter)
    if len(lines) > 1:
        lines = (
            _even(words, width, setter, lines) if style.balance else _no_orphan(words, width, setter, lines)
        )
    return tuple(_place(line, lines[i + 1] if i + 1 < len(lines) else None) for i, line in enumerate(lines))


def line_width(words: str, style: Style, faces: Faces) -> float:
    """The width of one unbroken line."""
    heading = style.heading and in_heading(words, faces)
    face: FaceName = "heading" if heading else "bold" if style.bold else "regular"
    shown = words.upper() if style.capitals else words
    return metrics(faces.face(face)).width(shown, style.size) + style.tracking * len(shown)
