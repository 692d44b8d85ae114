"""Measuring and breaking the words of a chart, with the document's own fonts.

Comes in: the theme's faces and plain strings. Goes out: widths, and lines that fit. Refuses, with
`GuideError`, characters that the face cannot draw, each of them named.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guidebuild.brand.theme import Faces
from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.drawing import FaceName
from guidebuild.fonts import metrics

Measure = Callable[[str], float]

# How far ink reaches above and below the baseline, in type sizes; accents on capitals are the tallest.
UP, DOWN = 0.92, 0.27
# Capitals are centred in their line box.
CAPITALS = 0.66

_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
_PIECE = re.compile(f"[{_CJK}]|[^{_CJK}]+")
_HYPHEN = re.compile(r"(?<=\w{3}[-/–])(?=\w{3})")


def baseline(top: float, leading: float, size: float) -> float:
    """The baseline of a line whose box begins at `top`."""
    return top - (leading + CAPITALS * size) / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is never broken, what follows it on its line, and how reluctantly a line ends here."""

    text: str
    gap: str
    cost: int


class Lettering:
    """Widths of text in the theme's faces."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def width(self, text: str, face: FaceName, size: float) -> float:
        return metrics(self._faces.face(face)).width(text, size)

    def measure(self, face: FaceName, size: float) -> Measure:
        """The width of a text at one face and size."""
        font = metrics(self._faces.face(face))
        return lambda text: font.width(text, size)

    def has(self, text: str, face: FaceName) -> bool:
        font = metrics(self._faces.face(face))
        return all(font.has(char) for char in text)

    def missing(self, texts: Iterable[str], face: FaceName) -> list[Diagnostic]:
        """A diagnostic for every text with characters that the face lacks."""
        found = []
        for text in dict.fromkeys(texts):
            lacking = [char for char in dict.fromkeys(text) if not self.has(char, face)]
            if lacking:
                names = ", ".join(f"{char!r} (U+{ord(char):04X})" for char in lacking[:5])
                message = f"the font {self._faces.face(face).name} has no {names}, needed for {text[:60]!r}"
                hints = ("choose a font that has it, or write the word differently",)
                found.append(Diagnostic("error", "missing-glyph", message, None, hints))
        return found

    def require(self, texts: Iterable[str], face: FaceName) -> None:
        """Raise `GuideError` unless the face can draw all of it."""
        missing = self.missing(texts, face)
        if missing:
            raise GuideError(missing)


def tidy(text: str) -> str:
    """Line breaks and runs of spaces become one space; a no-break space stays."""
    return " ".join(part for part in re.split(r"[ \t\r\n\v\f]+", text) if part)


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """A text in pieces: broken at spaces, best before "(", between CJK characters, reluctantly at hyphens."""
    words = tidy(text).split(" ")
    found: list[Piece] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        parts = [bit for run in _PIECE.findall(word) for bit in _HYPHEN.split(run)] or [""]
        for part in parts[:-1]:
            found.append(Piece(part, "", 2 if part[-1:] in "-/–" else 0))
        found.append(Piece(parts[-1], " ", 0 if following.startswith("(") else 1))
    return tuple(found)


def joined(run: Sequence[Piece]) -> str:
    return "".join(piece.text + piece.gap for piece in run[:-1]) + run[-1].text if run else ""


def longest(text: str, measure: Measure) -> float:
    """The width of the widest piece: no line can be narrower."""
    return max(measure(piece.text) for piece in pieces(text))


def fit(text: str, measure: Measure, limits: Sequence[float]) -> tuple[str, ...] | None:
    """The text in as many lines as there are limits, as even as it goes; None when it does not fit."""
    best: tuple[float, tuple[str, ...]] | None = None
    # A very long text has millions of divisions: none is tried unless the sum of the lines could hold it. (A space
    # that a line break swallows is narrower than half an em, which the slack allows for.)
    if measure(tidy(text)) > sum(limits) + (len(limits) - 1) * measure("n"):
        return None
    for lines, reluctance in _divisions(text, len(limits)):
        widths = [measure(line) for line in lines]
        if all(map(operator.le, widths, limits)):
            score = max(widths) - min(widths) + 30 * reluctance
            if best is None or score < best[0]:
                best = (score, lines)
    return best[1] if best else None


@lru_cache(maxsize=4096)
def _divisions(text: str, count: int) -> tuple[tuple[tuple[str, ...], int], ...]:
    """All ways to set a text in so many lines, each with its reluctance. Asked for again at every place tried."""
    parts = pieces(text)
    found = []
    for cuts in itertools.combinations(range(1, len(parts)), count - 1):
        lines = tuple(joined(parts[a:b]) for a, b in itertools.pairwise((0, *cuts, len(parts))))
        found.append((lines, sum(parts[cut - 1].cost for cut in cuts)))
    return tuple(found)


def wrap(text: str, measure: Measure, limit: float) -> tuple[str, ...]:
    """The text in as many lines as a column needs. A word wider than the column is cut."""
    for count in (1, 2, 3):
        lines = fit(text, measure, (limit,) * count)
        if lines is not None:
            return lines
    return _greedy(pieces(text), measure, limit)


def wrap_list(items: Sequence[str], separator: str, measure: Measure, limit: float) -> tuple[str, ...]:
    """Items set as running text, broken between items, and within one only when it is wider than a line."""
    parts: list[Piece] = []
    for item in items[:-1]:
        parts.append(Piece(tidy(item) + separator.rstrip(), " ", 0))
    parts.append(Piece(tidy(items[-1]), " ", 0))
    split: list[Piece] = []
    for part in parts:
        split += [part] if measure(part.text) <= limit else pieces(part.text)
    return _greedy(split, measure, limit)


def _greedy(parts: Sequence[Piece], measure: Measure, limit: float) -> tuple[str, ...]:
    lines: list[str] = []
    run: list[Piece] = []
    for part in itertools.chain.from_iterable(_cut(part, measure, limit) for part in parts):
        if run and measure(joined([*run, part])) > limit:
            lines.append(joined(run))
            run = []
        run.append(part)
    return (*lines, joined(run))


def _cut(part: Piece, measure: Measure, limit: float) -> list[Piece]:
    """A piece wider than the column, cut between characters: ugly, but nothing is lost."""
    cut: list[Piece] = []
    rest = part.text
    while len(rest) > 1 and measure(rest) > limit:
        size = next(n for n in range(1, len(rest)) if measure(rest[: n + 1]) > limit)
        cut.append(Piece(rest[:size], "", 3))
        rest = rest[size:]
    return [*cut, Piece(rest, part.gap, part.cost)]
