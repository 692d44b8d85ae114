"""The operators of one content stream, and what each does to the graphics state or paints (ISO 32000-1, annex A).

Instructions as pikepdf reads them come in; marks go out, handed to the `Painted` page that asked. An operator without
what it needs is noted; `TooMuch` is raised for more of them than `Budget` allows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from guidebuild.drawing import times
from guidebuild.geometry import Box, Polygon, scales
from guidebuild.preflight import objects
from guidebuild.preflight.colour import CMYK, GRAY, RGB, UNKNOWN, Paint
from guidebuild.preflight.lettering import Lettering, Line
from guidebuild.preflight.marks import Mark
from guidebuild.preflight.paths import Path, thick
from guidebuild.preflight.pictures import shading_paint
from guidebuild.preflight.resources import Resources
from guidebuild.preflight.state import Brush, State
from guidebuild.preflight.streams import Source, step_of

_MOST_STEPS = 3_000_000  # about fifteen seconds
_MOST_MARKS = 400_000  # about 200 MB; the fullest pages of a guide have some hundred
_STREAM_STEPS = 20  # what it costs to begin with another content stream
_MOST_SAVED = 10_000  # PDF asks readers for 28 (ISO 32000-1, annex C)
_OUTLINED_SEGMENTS = 400  # a stroke of more is not asked where it touches the edges of the page
_INVISIBLE = (3, 7)  # modes of text: nothing, and a clip (ISO 32000-1, table 106)
_STROKED_ONLY = (1, 5)
_DEVICE = {"g": GRAY, "rg": RGB, "k": CMYK}
_TEXT_STATE = ("Tc", "Tw", "Tz", "TL", "Ts", "Tr")


class TooMuch(Exception):  # noqa: N818 -- it is the file's fault
    """The file paints more than can be looked at."""


class Budget:
    """How many operators may still be looked at, and how many marks kept, in a whole file."""

    def __init__(self) -> None:
        self.steps = _MOST_STEPS
        self.marks = _MOST_MARKS

    def step(self, count: int = 1) -> None:
        self.steps -= count
        if self.steps < 0:
            raise TooMuch

    def stream(self) -> None:
        self.step(_STREAM_STEPS)

    def mark(self) -> None:
        self.marks -= 1
        if self.marks < 0:
            raise TooMuch


def narrowed(clip: Box | None, box: Box) -> Box | None:
    """A clip made smaller; None where nothing is left to be seen."""
    left = clip.meet(box) if clip else None
    return left if left and left.width > 0 and left.height > 0 else None


class Painted(Protocol):
    """The page that operators paint on. It keeps their marks, and reads the content streams that they call."""

    source: Source
    budget: Budget
    inner: Box
    faults: dict[str, None]
    oddities: dict[str, None]

    def add(
        self, mark: Mark, state: State, opacity: float, overprints: bool, outlines: tuple[Polygon, ...]
    ) -> Box | None: ...
    def image(self, thing: Any, resources: Resources, state: State) -> None: ...
    def external(self, thing: Any, resources: Resources, state: State) -> None: ...
    def tile(self, brush: Brush, resources: Resources, area: Box) -> None: ...
    def glyphs(self, line: Line, state: State, resources: Resources) -> None: ...


class Reader:
    """What has been set so far in one content stream."""

    def __init__(self, painted: Painted, resources: Resources, state: State) -> None:
        self.painted, self.resources, self.state = painted, resources, state
        self.saved: list[State] = []
        self.path = Path()
        self.clips = False
        self.lettering = Lettering()
        self.coloured = True  # False in glyphs that take the colour of the text they stand in

    def read(self, steps: Any) -> None:
        for step in steps:
            self.painted.budget.step()
            found = step_of(step)
            if found is None:
                self.painted.faults["something in a content stream is no operator"] = None
            elif handler := _HANDLERS.get(found[0]):
                handler(self, *found)

    def wrong(self, operator: str) -> None:
        self.painted.faults[f"the operator '{operator}' stands without what it needs"] = None

    def values(self, operator: str, operands: Any, count: int) -> tuple[float, ...]:
        """The last `count` operands as numbers; (), and a complaint, where they are not that."""
        found = tuple(objects.number(operand) for operand in operands)[-count:]
        known = tuple(value for value in found if value is not None)
        if len(known) == count:
            return known
        self.wrong(operator)
        return ()

    def named(self, kind: str, operands: Any) -> Any:
        """The resource that the last operand names."""
        called = objects.name(operands[-1]) if len(operands) else ""
        return self.resources.named(kind, called) if called else None

    # --- State ---

    def save(self, _operator: str, _operands: Any) -> None:
        if len(self.saved) >= _MOST_SAVED:
            raise TooMuch
        self.saved.append(self.state.copy())

    def restore(self, operator: str, _operands: Any) -> None:
        if self.saved:
            self.state = self.saved.pop()
        else:
            self.wrong(operator)

    def concatenate(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 6):
            a, b, c, d, e, f = values
            self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def set_width(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 1):
            self.state.width = abs(values[0])

    def set_state(self, operator: str, operands: Any) -> None:
        settings = self.named("ExtGState", operands)
        if settings is None:
            self.wrong(operator)
            return
        for odd in self.state.apply(settings, self.resources):
            self.painted.oddities[odd] = None

    # --- Colour ---

    def device_colour(self, operator: str, operands: Any) -> None:
        space = _DEVICE[operator.lower()]
        if values := self.values(operator, operands, space.components):
            self._take(operator, Brush(space, Paint(space, values)))

    def set_space(self, operator: str, operands: Any) -> None:
        called = objects.name(operands[0]) if len(operands) else ""
        space = self.resources.space(operands[0], called) if called else UNKNOWN
        self._take(operator, Brush(space, Paint(space, space.first())))

    def set_colour(self, operator: str, operands: Any) -> None:
        space = (self.state.stroke if operator.isupper() else self.state.fill).space
        called = objects.name(operands[-1]) if len(operands) else ""
        values = tuple(value for operand in operands if (value := objects.number(operand)) is not None)
        if called:
            own = Paint(space.base, values) if space.base and len(values) == space.base.components else None
            self._take(operator, Brush(space, own, self.resources.named("Pattern", called)))
        elif len(values) == space.components:
            self._take(operator, Brush(space, Paint(space, values)))
        elif space is not UNKNOWN:
            self.wrong(operator)

    def _take(self, operator: str, brush: Brush) -> None:
        if not self.coloured:
            return
        if operator.isupper():
            self.state.stroke = brush
        else:
            self.state.fill = brush

    def uncoloured(self, _operator: str, _operands: Any) -> None:
        self.coloured = False

    # --- Paths ---

    def move(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 2):
            self.path.move(self.state.ctm, *values)

    def line(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 2):
            self.path.line(self.state.ctm, *values)

    def curve(self, operator: str, operands: Any) -> None:
        values = self.values(operator, operands, 6 if operator == "c" else 4)
        points = list(zip(values[::2], values[1::2], strict=False))
        if not points:
            return
        first = None if operator == "v" else points[0]
        self.path.curve(self.state.ctm, first, points[-2], points[-1])

    def rectangle(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 4):
            self.path.rectangle(self.state.ctm, *values)

    def close(self, _operator: str, _operands: Any) -> None:
        self.path.close()

    def clip(self, _operator: str, _operands: Any) -> None:
        self.clips = True

    def paint(self, operator: str, _operands: Any) -> None:
        if operator in ("s", "b", "b*"):
            self.path.close()
        if self.path:
            if operator in ("f", "F", "f*", "B", "B*", "b", "b*"):
                self._fill(even_odd=operator.endswith("*"))
            if operator in ("S", "s", "B", "B*", "b", "b*"):
                self._stroke()
            if self.clips:
                self.state.clip = narrowed(self.state.clip, self.path.box)
        self.path, self.clips = Path(), False

    def _fill(self, *, even_odd: bool) -> None:
        state, brush = self.state, self.state.fill
        mark = Mark("fill", self.path.box, self._paint_of(brush), self.path.shorter_side(), even_odd=even_odd)
        seen = self.painted.add(mark, state, state.fill_opacity, state.fill_overprints, self.path.outlines())
        self._tile(brush, seen)

    def _stroke(self) -> None:
        state, brush = self.state, self.state.stroke
        least, greatest = scales(state.ctm)
        half = state.width * greatest / 2
        mark = Mark("stroke", self.path.box.grown(half), self._paint_of(brush), state.width * least)
        seen = self.painted.add(
            mark, state, state.stroke_opacity, state.stroke_overprints, self._covered(2 * half)
        )
        self._tile(brush, seen)

    def _covered(self, width: float) -> tuple[Polygon, ...]:
        """The rectangles that a stroke is made of; none where it lies well inside the page and nobody will ask."""
        if self.painted.inner.holds(self.path.box):
            return ()
        segments = self.path.segments()[:_OUTLINED_SEGMENTS]
        return tuple(found for start, end in segments if (found := thick(start, end, max(width, 0.01))))

    def _paint_of(self, brush: Brush) -> Paint | None:
        """The one colour of a brush; of a shading the heaviest, of a pattern of many colours none."""
        if brush.pattern is not None and objects.whole(objects.entry(brush.pattern, "PatternType")) == 2:
            return shading_paint(objects.entry(brush.pattern, "Shading"), self.resources.given)
        return brush.paint

    def _tile(self, brush: Brush, area: Box | None) -> None:
        if (
            area
            and brush.pattern is not None
            and objects.whole(objects.entry(brush.pattern, "PatternType")) == 1
        ):
            self.painted.tile(brush, self.resources, area)

    # --- Shadings, images and forms ---

    def shade(self, operator: str, operands: Any) -> None:
        shading = self.named("Shading", operands)
        if shading is None:
            self.wrong(operator)
        elif (area := self.state.clip) is not None:
            mark = Mark("shading", area, shading_paint(shading, self.resources.given))
            opacity, overprints = self.state.fill_opacity, self.state.fill_overprints
            self.painted.add(mark, self.state, opacity, overprints, (area.corners(),))

    def external(self, operator: str, operands: Any) -> None:
        thing = self.named("XObject", operands)
        if thing is None:
            self.wrong(operator)
        else:
            self.painted.external(thing, self.resources, self.state)

    def inline_image(self, _operator: str, operands: Any) -> None:
        self.painted.image(self.painted.source.inline_image(operands[0]), self.resources, self.state)

    # --- Text ---

    def begin_text(self, _operator: str, _operands: Any) -> None:
        self.lettering.begin()

    def set_text(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 1):
            self.state.set_text(operator, values[0])

    def set_font(self, operator: str, operands: Any) -> None:
        size = objects.number(operands[1]) if len(operands) == 2 else None
        called = objects.name(operands[0]) if len(operands) else ""
        if size is None or not called:
            self.wrong(operator)
        else:
            self.state.font, self.state.type_size = self.resources.font(called), size

    def set_matrix(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 6):
            a, b, c, d, e, f = values
            self.lettering.set((a, b, c, d, e, f))

    def move_text(self, operator: str, operands: Any) -> None:
        if values := self.values(operator, operands, 2):
            if operator == "TD":
                self.state.leading = -values[1]
            self.lettering.move(*values)

    def next_line(self, _operator: str, _operands: Any) -> None:
        self.lettering.move(0.0, -self.state.leading)

    def show(self, operator: str, operands: Any) -> None:
        if operator == '"' and len(operands) == 3:
            self.state.word_space = objects.number(operands[0]) or 0.0
            self.state.character_space = objects.number(operands[1]) or 0.0
        if operator in ("'", '"'):
            self.next_line(operator, operands)
        if not len(operands):
            self.wrong(operator)
            return
        line = self.lettering.show(self.state, operands[-1])
        if line is not None and self.state.mode not in _INVISIBLE:
            self._letter(line)

    def _letter(self, line: Line) -> None:
        state = self.state
        strokes = state.mode in _STROKED_ONLY
        brush = state.stroke if strokes else state.fill
        mark = Mark("text", line.box, self._paint_of(brush), line.size, font=state.font)
        opacity = state.stroke_opacity if strokes else state.fill_opacity
        overprints = state.stroke_overprints if strokes else state.fill_overprints
        seen = self.painted.add(mark, state, opacity, overprints, (line.box.corners(),))
        self._tile(brush, seen)
        if state.font.is_type3:
            self.painted.glyphs(line, state, self.resources)


_Handler = Callable[[Reader, str, Any], None]
_HANDLERS: dict[str, _Handler] = {
    "q": Reader.save,
    "Q": Reader.restore,
    "cm": Reader.concatenate,
    "w": Reader.set_width,
    "gs": Reader.set_state,
    "m": Reader.move,
    "l": Reader.line,
    **dict.fromkeys(("c", "v", "y"), Reader.curve),
    "re": Reader.rectangle,
    "h": Reader.close,
    **dict.fromkeys(("W", "W*"), Reader.clip),
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"), Reader.paint),
    **dict.fromkeys(("g", "G", "rg", "RG", "k", "K"), Reader.device_colour),
    **dict.fromkeys(("cs", "CS"), Reader.set_space),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), Reader.set_colour),
    "sh": Reader.shade,
    "Do": Reader.external,
    "INLINE IMAGE": Reader.inline_image,
    "BT": Reader.begin_text,
    **dict.fromkeys(_TEXT_STATE, Reader.set_text),
    "Tf": Reader.set_font,
    "Tm": Reader.set_matrix,
    **dict.fromkeys(("Td", "TD"), Reader.move_text),
    "T*": Reader.next_line,
    **dict.fromkeys(("Tj", "TJ", "'", '"'), Reader.show),
    "d1": Reader.uncoloured,
}
