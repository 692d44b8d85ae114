"""Attributes of usvg's form.

Comes in: elements and the text of their attributes. Goes out: matrices, colours, shares. Refuses, as `SvgError`, what
usvg does not write.
"""

from __future__ import annotations

import re
from typing import Any

from guidebuild.brand.svg.outline import number
from guidebuild.brand.svg.refusal import refusal
from guidebuild.drawing import IDENTITY, Colour, Matrix, unnamed

_MATRIX = re.compile(r"matrix\(([^()]*)\)")
_HEX = re.compile(r"#[0-9a-f]{6}")
_REFERENCE = re.compile(r"url\(#(.*)\)")


def attribute(element: Any, name: str, otherwise: str) -> str:
    return str(element.get(name, otherwise))


def matrix_of(text: str | None) -> Matrix:
    """A transform, which usvg has made one matrix. Raises `SvgError` for any other."""
    if text is None:
        return IDENTITY
    match = _MATRIX.fullmatch(text)
    values = [number(value) for value in match[1].split()] if match else []
    if len(values) != 6:
        raise refusal("grammar", what=f"a transform '{text[:40]}'")
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)


def colour(text: str | None) -> Colour:
    """The colour of an attribute as "#rrggbb". Raises `SvgError` for what usvg would not write."""
    if text is None or not _HEX.fullmatch(text):
        raise refusal("grammar", what=f"a colour '{(text or '')[:40]}'")
    return unnamed(text)


def share(text: str | None) -> float:
    """An opacity, 0 to 1."""
    return min(max(number(text), 0.0), 1.0) if text is not None else 1.0


def referred(text: str | None) -> str:
    """The name in `url(#name)`; "" for nothing."""
    match = _REFERENCE.fullmatch(text or "")
    return match[1] if match else ""
