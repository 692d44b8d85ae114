"""Font files and their metrics, shared by typeset and charts.

Comes in: the path of a static TrueType file (`glyf` outlines). Goes out: `Face` (frozen, picklable) and,
through `metrics`, its advance widths and vertical measures, read once per process. Refuses: CFF outlines,
variable and damaged fonts, with `EnvironmentFault`, since ReportLab cannot embed them (ISO 14289-1, 7.21.3
asks for embedding).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, Span

REMEMBERED = 20_000  # widths kept per face
_LAYOUT = frozenset("\t\n\r\u00ad")  # white space and the soft hyphen are laid out, not drawn
MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `name` is unique per file: family and style, as in 'SourceSans3-Bold'."""

    name: str
    path: str


class Metrics:
    """Measures of one face, in thousandths of the type size unless a size is given."""

    def __init__(self, face: Face) -> None:
        from reportlab.pdfbase.ttfonts import TTFontFace

        try:
            parsed = TTFontFace(BytesIO(sources.read_bytes(face.path, limit=sources.FONT_LIMIT)))
        except Exception as err:  # a damaged table makes ReportLab raise almost anything
            raise EnvironmentFault(
                f"the font file {face.path} cannot be used: {err}",
                "use a static TrueType file (.ttf with glyf outlines)",
            ) from err
        if "fvar" in parsed.table:
            hint = "use a static TrueType file"
            raise EnvironmentFault(f"the font file {face.path} is a variable font", hint)
        self.face = face
        parsed.filename = face.path  # names the embedded file within a document; two faces must not share it
        self.parsed = parsed  # as ReportLab reads it; the typesetter embeds subsets of it
        self.ascent: float = parsed.ascent
        self.descent: float = parsed.descent
        self._widths: dict[int, float] = parsed.charWidths
        self._default: float = parsed.defaultWidth
        self._words: dict[str, float] = {}

    def has(self, char: str) -> bool:
        """Whether the face can draw the character. ReportLab writes no character beyond the BMP correctly."""
        return ord(char) in self._widths and ord(char) <= 0xFFFF

    def width(self, text: str, size: float) -> float:
        """Advance width of a line of text in points, without kerning (ReportLab sets none either)."""
        total = self._words.get(text)
        if total is None:
            if len(self._words) > REMEMBERED:  # in a long run of many guides memory must not grow
                self._words.clear()
            widths, default = self._widths, self._default
            total = self._words[text] = sum(widths.get(ord(c), default) for c in text)
        return total * size / 1000


@lru_cache(maxsize=64)
def metrics(face: Face) -> Metrics:
    """The metrics of a face, parsed once per process. Raises `EnvironmentFault` for an unusable font."""
    return Metrics(face)


def missing_characters(
    texts: Iterable[tuple[Span, str]], faces: Iterable[Face], supply: Callable[[str], str] | None = None
) -> list[Diagnostic]:
    """An error for each text with characters that some face cannot draw; `supply` says where to get them.

    An empty box printed in place of a letter (the glyph .notdef) is forbidden by ISO 14289-1, 7.21.8.
    """
    tables = [metrics(face) for face in dict.fromkeys(faces)]
    lacking: dict[str, Face | None] = {}
    problems = []
    for span, text in texts:
        for char in sorted(set(text).difference(lacking)):
            # Some fonts map control characters to an empty glyph: no face counts as having them.
            bad = (table.face for table in tables if _is_control(char) or not table.has(char))
            lacking[char] = next(bad, None)
        strange = [char for char in dict.fromkeys(text) if lacking[char] and char not in _LAYOUT]
        controls = [char for char in strange if _is_control(char)]
        problems += [_control(char, span) for char in controls]
        drawn = [char for char in strange if char not in controls]
        for face in dict.fromkeys(lacking[char] for char in drawn):
            if face is not None:
                problems.append(_missing([c for c in drawn if lacking[c] == face], face, span, supply))
    return problems


def _is_control(char: str) -> bool:
    code = ord(char)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE


def _control(char: str, span: Span) -> Diagnostic:
    message = f"the text holds the control character U+{ord(char):04X}, which cannot be printed"
    return Diagnostic("error", "control-character", message, span, ("remove the character",))


def _missing(chars: list[str], face: Face, span: Span, supply: Callable[[str], str] | None) -> Diagnostic:
    hint = supply("".join(chars)) if supply else "use another character, or another family in the brand file"
    return Diagnostic("error", "missing-character", _lacks(chars, face), span, (hint,))


def _lacks(chars: list[str], face: Face) -> str:
    """One character with its name, several with their numbers, many with the first few."""
    import unicodedata

    if len(chars) == 1:
        (char,) = chars
        name = unicodedata.name(char, "unnamed")
        return f"the font {face.name} has no character '{char}' (U+{ord(char):04X} {name})"
    shown = chars[:MOST_SHOWN]
    more = f" and {len(chars) - len(shown)} more" if len(chars) > len(shown) else ""
    signs = ", ".join(f"'{char}'" for char in shown)
    numbers = ", ".join(f"U+{ord(char):04X}" for char in shown)
    return f"the font {face.name} has no characters {signs} ({numbers}){more}"
