"""Text objects: where strings stand and how large their type is (ISO 32000-1, 9.4).

Comes in: the operands of text operators and the graphics state. Goes out: `Line`, a string's box and effective size.
Operands of a wrong kind show nothing. Heights are those of usual type, not of the very letters.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from pikepdf import String

from guidebuild.drawing import IDENTITY, Matrix, times
from guidebuild.geometry import Box, around, placed
from guidebuild.preflight.objects import items, number
from guidebuild.preflight.state import State

_ASCENT, _DESCENT = 0.75, -0.25  # of the type size
_SPACE = 32


@dataclass(frozen=True, slots=True)
class Line:
    """What one operator shows. `size` is in points on the page; `codes` are the characters that are no plain spaces."""

    box: Box
    size: float
    codes: tuple[int, ...]
    matrix: Matrix


class Lettering:
    """The text matrices of one text object."""

    def __init__(self) -> None:
        self.line: Matrix = IDENTITY
        self.text: Matrix = IDENTITY

    def begin(self) -> None:
        self.line = self.text = IDENTITY

    def set(self, matrix: Matrix) -> None:
        self.line = self.text = matrix

    def move(self, x: float, y: float) -> None:
        self.set(times((1.0, 0.0, 0.0, 1.0, x, y), self.line))

    def show(self, state: State, operand: Any) -> Line | None:
        """Move over a string, or over strings with gaps between them; None where there is nothing to be seen."""
        started, codes = self.text, []
        for piece in items(operand) or (operand,):
            gap = number(piece)
            if gap is not None:
                self._advance(-gap / 1000 * state.type_size * state.stretch)
            elif isinstance(piece, String):
                found = state.font.codes(bytes(piece))
                self._advance(_width(state, found))
                codes += found
        seen = tuple(code for code in codes if code != _SPACE or state.font.wide)
        return _line(state, started, self.text, seen) if seen else None

    def _advance(self, by: float) -> None:
        a, b, c, d, e, f = self.text
        self.text = (a, b, c, d, e + by * a, f + by * b)


def _width(state: State, codes: list[int]) -> float:
    font = state.font
    glyphs = sum(map(font.advance, codes)) * state.type_size
    spaces = 0 if font.wide else codes.count(_SPACE)
    return (glyphs + len(codes) * state.character_space + spaces * state.word_space) * state.stretch


def _line(state: State, started: Matrix, ended: Matrix, codes: tuple[int, ...]) -> Line:
    size = state.type_size * (1000 * abs(state.font.scale[3]) if state.font.is_type3 else 1.0)
    before, after = times(started, state.ctm), times(ended, state.ctm)
    corners = [
        placed(matrix, 0.0, state.rise + part * size)
        for matrix in (before, after)
        for part in (_ASCENT, _DESCENT)
    ]
    glyph = times((state.type_size * state.stretch, 0.0, 0.0, state.type_size, 0.0, state.rise), before)
    return Line(around(corners), abs(size) * math.hypot(before[2], before[3]), codes, glyph)
