"""The graphics state of a content stream (ISO 32000-1, 8.4) as far as a preflight asks for it.

Comes in: operands. Goes out: `State`, copied with every `q`. An operand of a wrong kind leaves the
state as it was.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from guidebuild.drawing import IDENTITY, Matrix
from guidebuild.geometry import Box
from guidebuild.preflight.colour import BLACK, GRAY, Paint, Space
from guidebuild.preflight.fonts import NO_FONT, Font
from guidebuild.preflight.objects import entry, items, name, number
from guidebuild.preflight.resources import Resources

_PLAIN_BLENDS = ("", "Normal", "Compatible")
_PLAIN_TRANSFERS = ("Identity", "Default")


@dataclass(frozen=True, slots=True)
class Brush:
    """What a fill or a stroke paints with: a colour of a space, or a pattern (whose own colour, if any, is `paint`)."""

    space: Space = GRAY
    paint: Paint | None = BLACK
    pattern: Any = None


@dataclass(slots=True)
class State:
    """`clip` is None where nothing at all can be seen. Opacity, width and so on are those of ISO 32000-1, table 52."""

    ctm: Matrix = IDENTITY
    clip: Box | None = None
    fill: Brush = field(default_factory=Brush)
    stroke: Brush = field(default_factory=Brush)
    width: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    fill_overprints: bool = False
    stroke_overprints: bool = False
    font: Font = NO_FONT
    type_size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        return copy.copy(self)

    def apply(self, settings: Any, resources: Resources) -> list[str]:
        """Take over an ExtGState dictionary (ISO 32000-1, table 58); what of it a press cannot do."""
        self._lines_and_type(settings, resources)
        self._overprint(settings)
        self._transparency(settings)
        transfer = entry(settings, "TR2")
        transfer = entry(settings, "TR") if transfer is None else transfer
        return [] if transfer is None or name(transfer) in _PLAIN_TRANSFERS else ["transfer functions"]

    def _lines_and_type(self, settings: Any, resources: Resources) -> None:
        width = number(entry(settings, "LW"))
        if width is not None:
            self.width = width
        given = items(entry(settings, "Font"))
        size = number(given[1]) if len(given) == 2 else None
        if size is not None:
            self.font, self.type_size = resources.shared.font(given[0]), size

    def _overprint(self, settings: Any) -> None:
        strokes, fills = entry(settings, "OP"), entry(settings, "op")
        if isinstance(strokes, bool):
            self.stroke_overprints = strokes
            self.fill_overprints = strokes if fills is None else self.fill_overprints
        if isinstance(fills, bool):
            self.fill_overprints = fills

    def _transparency(self, settings: Any) -> None:
        stroke, fill = number(entry(settings, "CA")), number(entry(settings, "ca"))
        self.stroke_opacity = self.stroke_opacity if stroke is None else stroke
        self.fill_opacity = self.fill_opacity if fill is None else fill
        mask = entry(settings, "SMask")
        if mask is not None:
            self.masked = name(mask) != "None"
        blend = entry(settings, "BM")
        if blend is not None:
            called = name((items(blend) or (blend,))[0])
            self.blend = "Normal" if called in _PLAIN_BLENDS else called

    def set_text(self, operator: str, value: float) -> None:
        """The operators of text state that take one number (ISO 32000-1, table 105)."""
        if operator == "Tc":
            self.character_space = value
        elif operator == "Tw":
            self.word_space = value
        elif operator == "Tz":
            self.stretch = value / 100
        elif operator == "TL":
            self.leading = value
        elif operator == "Ts":
            self.rise = value
        else:
            self.mode = int(value)
