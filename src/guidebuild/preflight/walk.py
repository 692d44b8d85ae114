"""From the operators of content streams to marks: what a page paints, where, how large and in which colour.

Comes in: a `Source` and the resources of a page. Goes out: marks, and what could not be read. Refuses: forms that
contain themselves, forms nested deeper than 24, and more than three million operators in a file.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from guidebuild.drawing import IDENTITY, Matrix, times
from guidebuild.geometry import (
    Box,
    Polygon,
    around,
    cut_to,
    placed,
    placed_box,
)
from guidebuild.preflight import objects
from guidebuild.preflight.fonts import glyph_drawings
from guidebuild.preflight.lettering import Line
from guidebuild.preflight.marks import Mark
from guidebuild.preflight.operators import Budget, Reader, narrowed
from guidebuild.preflight.pictures import Picture
from guidebuild.preflight.resources import Resources, Shared
from guidebuild.preflight.state import Brush, State
from guidebuild.preflight.streams import Instructions, Source, StreamFault, parts_of

_DEEPEST = 24
_BEYOND = 2.0  # points; the box of a line of text is a little larger than its letters
_PRINTED, _HIDDEN = 4, 2  # flags of annotations (12.5.3)
_UNIT = Box(0.0, 0.0, 1.0, 1.0)


class Walker:
    """One page. `inner` is the part of it that lies well inside the trimmed page: outlines there are not kept."""

    def __init__(
        self, source: Source, shared: Shared, budget: Budget, *, base: Matrix, visible: Box, inner: Box
    ) -> None:
        self.source, self.shared, self.budget = source, shared, budget
        self.base, self.inner = base, inner
        self.marks: list[Mark] = []
        self.unseen: list[Mark] = []
        self.faults: dict[str, None] = {}  # sets that keep their order
        self.oddities: dict[str, None] = {}
        self.filters: set[str] = set()
        self.groups = 0
        self._active: list[objects.Id] = []
        self._walked: set[objects.Id] = set()
        self._tile: Box | None = None
        self._start = State(ctm=base, clip=visible)

    def page(self, contents: Any, resources: Any) -> None:
        """All of a page's content."""
        if contents is not None:
            self._walk(contents, Resources(resources, self.shared), self._start.copy(), "its content")

    # --- Content streams in content streams ---

    def _walk(self, content: Any, resources: Resources, state: State, what: str) -> None:
        self.budget.stream()
        try:
            found = self._instructions(content)
        except StreamFault as fault:
            self.faults[f"{what} is left out: {fault}"] = None
            return
        if found.fault:
            self.faults[f"{what} is not complete: {found.fault}"] = None
        Reader(self, resources, state).read(found.steps)

    def _instructions(self, content: Any) -> Instructions:
        id_ = objects.identity(content)
        if id_ in self.shared.parsed:
            return self.shared.parsed[id_]
        for part in parts_of(content):
            self.filters.update(objects.filters(part))
        found = self.source.instructions(self.source.content(content))
        if id_ is not None:
            self.shared.keep(id_, found)
        return found

    def _inside(self, thing: Any, content: Any, resources: Resources, state: State, what: str) -> None:
        """A stream that another one calls."""
        id_ = objects.identity(thing)
        if id_ is not None and id_ in self._active:
            self.faults[f"{what} contains itself"] = None
            return
        if len(self._active) >= _DEEPEST:
            self.faults[f"{what} lies more than {_DEEPEST} levels deep"] = None
            return
        self._active.append(id_ or (0, 0))
        self._walk(content, resources, state, what)
        self._active.pop()

    def external(self, thing: Any, resources: Resources, state: State) -> None:
        """The operator Do (ISO 32000-1, 8.8)."""
        kind = objects.name(objects.entry(thing, "Subtype"))
        if objects.entry(thing, "OPI") is not None:
            self.oddities["OPI comments"] = None
        if kind == "Image":
            self.image(thing, resources, state)
        elif kind == "Form":
            self._form(thing, resources, state)
        elif kind == "PS":
            self.oddities["PostScript"] = None

    def appearance(self, note: Any, resources: Any) -> None:
        """What an annotation shows when its page is printed (12.5.5): its appearance, fitted into its place."""
        flags = objects.whole(objects.entry(note, "F")) or 0
        if not flags & _PRINTED or flags & _HIDDEN or objects.name(objects.entry(note, "Subtype")) == "Popup":
            return
        form = objects.entry(note, "AP", "N")
        state = objects.name(objects.entry(note, "AS"))
        if form is not None and objects.entry(form, "BBox") is None and state:  # one of several states
            form = objects.entry(form, state)
        box, place = objects.box(objects.entry(form, "BBox")), objects.box(objects.entry(note, "Rect"))
        if form is None or box is None or place is None:
            return
        shape = around(placed_box(objects.matrix(objects.entry(form, "Matrix")) or IDENTITY, box))
        if not (shape.width and shape.height):
            return
        across, up = place.width / shape.width, place.height / shape.height
        fitted: Matrix = (across, 0.0, 0.0, up, place.x0 - across * shape.x0, place.y0 - up * shape.y0)
        start = self._start.copy()
        start.ctm = times(fitted, self.base)
        self._form(form, Resources(resources, self.shared), start)

    def _form(self, form: Any, resources: Resources, state: State) -> None:
        if objects.name(objects.entry(form, "Group", "S")) == "Transparency":
            self.groups += 1
        inner = state.copy()
        inner.ctm = times(objects.matrix(objects.entry(form, "Matrix")) or IDENTITY, state.ctm)
        box = objects.box(objects.entry(form, "BBox"))
        if box:
            inner.clip = narrowed(inner.clip, around(placed_box(inner.ctm, box)))
        self._inside(form, form, self.shared.resources_of(form, resources), inner, "a form")

    def tile(self, brush: Brush, resources: Resources, area: Box) -> None:
        """The cell of a tiling pattern, once for each page; its marks are said to stand where it is used."""
        id_ = objects.identity(brush.pattern)
        if id_ is None or id_ in self._walked or self._tile:
            return
        self._walked.add(id_)
        matrix = objects.matrix(objects.entry(brush.pattern, "Matrix")) or IDENTITY
        state = State(ctm=times(matrix, self.base), clip=area)
        state.fill = state.stroke = Brush(brush.space, brush.paint)
        self._tile = area
        self._inside(
            brush.pattern,
            brush.pattern,
            self.shared.resources_of(brush.pattern, resources),
            state,
            "a pattern",
        )
        self._tile = None

    def glyphs(self, line: Line, state: State, resources: Resources) -> None:
        """The drawings of a Type 3 font, once for each page."""
        font = state.font
        if font.id is None or font.id in self._walked or self._tile:
            return
        self._walked.add(font.id)
        inner = state.copy()
        inner.ctm, inner.clip = times(font.scale, line.matrix), line.box
        self._tile = line.box
        for drawing in glyph_drawings(font):
            self._inside(drawing, drawing, resources, inner.copy(), "a character")
        self._tile = None

    # --- Marks ---

    def image(self, thing: Any, resources: Resources, state: State) -> None:
        picture = self.shared.picture(thing, resources)
        if picture is None:
            self.faults["an image has no size"] = None
            return
        self.filters.update(picture.filters)
        self._picture(picture, state)

    def _picture(self, picture: Picture, state: State) -> None:
        a, b, c, d = state.ctm[:4]
        across, up = math.hypot(a, b) / 72, math.hypot(c, d) / 72
        if not (across and up):
            return
        outline = placed_box(state.ctm, _UNIT)
        mark = Mark("image", around(outline), state.fill.paint if picture.stencil else None,
                    min(picture.width / across, picture.height / up), picture=picture,
                    heaviest_at=placed(state.ctm, picture.at[0], 1 - picture.at[1]),
                    masked=picture.soft_mask)  # fmt: skip
        self.add(mark, state, state.fill_opacity, state.fill_overprints, (outline,))

    def add(
        self, mark: Mark, state: State, opacity: float, overprints: bool, outlines: tuple[Polygon, ...]
    ) -> Box | None:
        """Keep what the clip leaves of a mark; the visible part."""
        if state.clip is None:
            return None
        runs_off = state.clip == self._start.clip and not state.clip.grown(_BEYOND).holds(mark.box)
        if self._tile is not None:
            visible, outlines = self._tile, ()
        else:
            seen = mark.box.meet(state.clip)
            if seen is None:
                self._lost(mark, state, opacity)
                return None
            visible = seen
            outlines = () if self.inner.holds(visible) else _clipped(outlines, mark.box, state.clip)
        self.budget.mark()
        self.marks.append(
            replace(mark, box=visible, outlines=outlines, opacity=opacity, blend=state.blend,
                    masked=mark.masked or state.masked, overprints=overprints,
                    inside_pattern=self._tile is not None, runs_off=runs_off)
        )  # fmt: skip
        return visible

    def _lost(self, mark: Mark, state: State, opacity: float) -> None:
        """Keep text that stands beside the page, where nothing but the page cuts it off."""
        if mark.is_lettering and opacity > 0 and state.clip == self._start.clip:
            self.budget.mark()
            self.unseen.append(mark)


def _clipped(outlines: tuple[Polygon, ...], box: Box, clip: Box) -> tuple[Polygon, ...]:
    if clip.holds(box):
        return outlines
    return tuple(part for outline in outlines if (part := cut_to(outline, clip)))
