"""The fonts of a PDF: whether they travel with it, and how wide their characters run.

Comes in: a font dictionary. Goes out: `Font` (ISO 32000-1, 9.6 and 9.7). An advance that is not given
is taken as half the type size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from guidebuild.drawing import Matrix
from guidebuild.preflight.objects import Id, entries, entry, identity, items, matrix, name, number, whole

_SUBSET = re.compile(r"[A-Z]{6}\+")
_DEFAULT = 500.0
_CID_DEFAULT = 1000.0  # ISO 32000-1, table 117
_MOST_WIDTHS = 70_000  # there are 65,536 codes of two bytes
_FILES = ("FontFile", "FontFile2", "FontFile3")
_THOUSANDTH: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)


@dataclass(frozen=True, eq=False)
class Font:
    """A font as it is used. `shown` is its name without the prefix of a subset; `wide` if its codes have two bytes.

    `scale` is the matrix from glyph space to text space; `glyphs` the drawings of a Type 3 font.
    """

    shown: str
    kind: str
    embedded: bool
    subset: bool
    wide: bool = False
    widths: dict[int, float] = field(default_factory=dict)
    default: float = _DEFAULT
    scale: Matrix = _THOUSANDTH
    glyphs: Any = None
    id: Id | None = None

    @property
    def is_type3(self) -> bool:
        return self.kind == "Type3"

    def codes(self, data: bytes) -> list[int]:
        """The character codes of a string."""
        if not self.wide:
            return list(data)
        return [data[at] << 8 | data[at + 1] for at in range(0, len(data) - 1, 2)]

    def advance(self, code: int) -> float:
        """How far a character moves the pen, for type of 1 point."""
        return self.widths.get(code, self.default) * self.scale[0]


NO_FONT = Font("no font", "", embedded=False, subset=False)


def font_of(value: Any) -> Font:
    """The font that a dictionary describes."""
    kind = name(entry(value, "Subtype"))
    called = name(entry(value, "BaseFont")) or name(entry(value, "Name")) or "a font without a name"
    shown = _SUBSET.sub("", called, count=1)
    subset = shown != called
    if kind == "Type0":
        return _composite(value, shown, subset)
    if kind == "Type3":
        scale = matrix(entry(value, "FontMatrix")) or _THOUSANDTH
        return Font(shown, kind, embedded=True, subset=True, widths=_widths(value), default=0.0, scale=scale,
                    glyphs=entry(value, "CharProcs"), id=identity(value))  # fmt: skip
    descriptor = entry(value, "FontDescriptor")
    missing = number(entry(descriptor, "MissingWidth")) or _DEFAULT
    return Font(shown, kind or "a font of no kind", _has_file(descriptor), subset, widths=_widths(value),
                default=missing, id=identity(value))  # fmt: skip


def _has_file(descriptor: Any) -> bool:
    return any(entry(descriptor, key) is not None for key in _FILES)


def _widths(value: Any) -> dict[int, float]:
    first = whole(entry(value, "FirstChar")) or 0
    given = items(entry(value, "Widths"))[:256]
    return {first + step: width for step, item in enumerate(given) if (width := number(item)) is not None}


def _composite(value: Any, shown: str, subset: bool) -> Font:
    """A Type 0 font; its codes are taken as two bytes and as CIDs, which is what nearly all of them are."""
    below = (items(entry(value, "DescendantFonts")) or (None,))[0]
    default = number(entry(below, "DW"))
    return Font(shown, name(entry(below, "Subtype")) or "Type0", _has_file(entry(below, "FontDescriptor")), subset,
                wide=True, widths=_cid_widths(entry(below, "W")), default=_CID_DEFAULT if default is None else default,
                id=identity(value))  # fmt: skip


def _cid_widths(value: Any) -> dict[int, float]:
    """`c [w1 w2 ...]` and `first last w`, in any order (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    parts = list(items(value))
    at = 0
    while at + 1 < len(parts) and len(found) < _MOST_WIDTHS:
        first, listed = whole(parts[at]) or 0, items(parts[at + 1])
        if listed:
            found |= {
                first + step: width for step, item in enumerate(listed) if (width := number(item)) is not None
            }
            at += 2
        elif at + 2 < len(parts):
            last, width = whole(parts[at + 1]) or 0, number(parts[at + 2])
            if width is not None:
                found |= dict.fromkeys(range(first, min(last, first + _MOST_WIDTHS) + 1), width)
            at += 3
        else:
            break
    return found


def glyph_drawings(font: Font) -> list[Any]:
    """The content streams of a Type 3 font, at most one for each code of a byte."""
    return list(entries(font.glyphs).values())[:256]
