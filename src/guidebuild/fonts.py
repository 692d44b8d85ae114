"""Font files and their metrics, shared by typeset and charts.

Comes in: the path of a static TrueType file (`glyf` outlines). Goes out: `Face` (frozen, picklable) and, through
`metrics`, its advance widths and vertical measures, read once per process. Refuses: CFF outlines, variable and
damaged fonts, with `EnvironmentFault`, since ReportLab cannot embed them (ISO 14289-1, 7.21.3 asks for embedding).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from guidebuild import sources
from guidebuild.diagnostics import EnvironmentFault


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `name` is unique per file: family and style, as in 'SourceSans3-Bold'."""

    name: str
    path: str


class Metrics:
    """Measures of one face, in thousandths of the type size unless a size is given."""

    def __init__(self, face: Face) -> None:
        from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

        try:
            parsed = TTFontFile(BytesIO(sources.read_bytes(face.path, limit=sources.FONT_LIMIT)))
        except (TTFError, OSError, ValueError, KeyError, IndexError, AssertionError) as err:
            raise EnvironmentFault(
                f"the font file {face.path} cannot be used: {err}",
                "use a static TrueType file (.ttf with glyf outlines)",
            ) from err
        self.face = face
        self.ascent: float = parsed.ascent
        self.descent: float = parsed.descent
        self.cap_height: float = parsed.capHeight
        self._widths: dict[int, float] = dict(parsed.charWidths)
        self._default: float = parsed.defaultWidth
        self._words: dict[str, float] = {}

    def has(self, char: str) -> bool:
        """Whether the face can draw the character. ReportLab writes no character beyond the BMP correctly."""
        return ord(char) in self._widths and ord(char) <= 0xFFFF

    def width(self, text: str, size: float) -> float:
        """Advance width of a line of text in points, without kerning (ReportLab sets none either)."""
        total = self._words.get(text)
        if total is None:
            widths, default = self._widths, self._default
            total = self._words[text] = sum(widths.get(ord(c), default) for c in text)
        return total * size / 1000


@lru_cache(maxsize=64)
def metrics(face: Face) -> Metrics:
    """The metrics of a face, parsed once per process. Raises `EnvironmentFault` for a font that cannot be used."""
    return Metrics(face)
