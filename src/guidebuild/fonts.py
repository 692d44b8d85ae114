"""Font files and their metrics, shared by typeset and charts.

Comes in: the path of a static TrueType file (`glyf` outlines), or the bytes that another kind of font was converted
to. Goes out: `Face` (frozen, picklable) and, through `metrics`, its advance widths and vertical measures, read once
per process. Refuses: CFF outlines, variable and damaged fonts, with `EnvironmentFault`, since ReportLab cannot embed
them (ISO 14289-1, 7.21.3 asks for embedding).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, Span

REMEMBERED = 20_000  # widths kept per face
_LAYOUT = frozenset("\t\n\r\u00ad")  # white space and the soft hyphen are laid out, not drawn
MOST_SHOWN = 10
# Scripts whose letters change their shape with their neighbours, stack, or are written without spaces (Unicode blocks).
# Without shaping they are misspelt, and nobody who cannot read them would notice.
_SHAPED = (
    (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"), (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"), (0x0B00, 0x0B7F, "Oriya"), (0x0B80, 0x0BFF, "Tamil"), (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"), (0x0D00, 0x0D7F, "Malayalam"), (0x0D80, 0x0DFF, "Sinhala"), (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"), (0x0F00, 0x0FFF, "Tibetan"), (0x1000, 0x109F, "Myanmar"), (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"), (0x1900, 0x194F, "Limbu"), (0x1950, 0x19DF, "Tai"), (0x19E0, 0x19FF, "Khmer"),
    (0x1A00, 0x1AAF, "Tai"), (0x1B00, 0x1C4F, "a script of South East Asia"), (0x1CD0, 0x1CFF, "Vedic"),
    (0xA8E0, 0xA8FF, "Devanagari"), (0xA980, 0xAADF, "a script of South East Asia"), (0xAAE0, 0xAAFF, "Meetei"),
    (0xABC0, 0xABFF, "Meetei"), (0x11000, 0x11FFF, "a script of South Asia"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `name` is unique per file: family and style, as in 'SourceSans3-Bold'.

    `data` is what a file that could not be embedded as it is was converted to; usually the file itself is read.
    """

    name: str
    path: str
    data: bytes = field(default=b"", repr=False)

    def read(self) -> bytes:
        """The TrueType font. Raises `OSError`, `sources.RefusedError`."""
        return self.data or sources.read_bytes(self.path, limit=sources.FONT_LIMIT)


class Metrics:
    """Measures of one face, in thousandths of the type size unless a size is given."""

    def __init__(self, face: Face) -> None:
        from reportlab.pdfbase.ttfonts import TTFontFace

        try:
            parsed = TTFontFace(BytesIO(face.read()))
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
        unset = dict.fromkeys(script for char in text if (script := script_not_set(char)))
        problems += [_unsettable(text, script, span) for script in unset]
        letters = dict.fromkeys(char for char in text if not script_not_set(char))
        strange = [char for char in letters if lacking[char] and char not in _LAYOUT]
        controls = [char for char in strange if _is_control(char)]
        problems += [_control(char, span) for char in controls]
        drawn = [char for char in strange if char not in controls]
        for face in dict.fromkeys(lacking[char] for char in drawn):
            if face is not None:
                problems.append(_missing([c for c in drawn if lacking[c] == face], face, span, supply))
    return problems


@lru_cache(maxsize=4096)
def script_not_set(char: str) -> str:
    """The script of a letter that cannot be set right yet: one that is shaped, or runs from right to left; else ""."""
    if char.isascii():
        return ""
    import unicodedata

    if unicodedata.bidirectional(char) in ("R", "AL"):
        return unicodedata.name(char, "a right-to-left script").split(" ")[0].capitalize()
    return next((name for first, last, name in _SHAPED if first <= ord(char) <= last), "")


def _unsettable(text: str, script: str, span: Span) -> Diagnostic:
    """The refusal of a text in such a script. No family helps, so none is offered."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
    message = f"'{shown}' is written in {script}, which cannot be set yet: its letters would stand wrong"
    hint = "write it in Latin, Greek or Cyrillic letters, or leave it out"
    return Diagnostic("error", "script-not-set", message, span, (hint,))


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
