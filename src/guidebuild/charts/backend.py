"""A matplotlib backend that records `guidebuild.drawing` operations, and the sheet that charts are drawn on.

Comes in: matplotlib artists placed in points, and outlines that are in the form of a `Drawing` already, which are kept
as they are. Goes out: a `Drawing`. Raises `DrawingError` for images, gradients, mathtext, TeX, rotated text, clipping
and transparency, since none of them survives every print process. Text is measured with the document's own fonts;
matplotlib never opens a font file. Import this module only after `isolation.load_matplotlib()`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from guidebuild.charts.lettering import Lettering
from guidebuild.drawing import (
    Colour,
    Drawing,
    FaceName,
    Gradient,
    Op,
    Paint,
    Path,
    Segment,
    TextRun,
    circle,
    rect,
)

Anchor = Literal["left", "middle", "right"]
_CAPS: dict[str, Literal["butt", "round", "square"]] = {
    "butt": "butt",
    "round": "round",
    "projecting": "square",
}
_JOINS: dict[str, Literal["miter", "round", "bevel"]] = {"miter": "miter", "round": "round", "bevel": "bevel"}


class DrawingError(Exception):
    """A chart asked for something that a `Drawing` cannot hold. Always a mistake in the chart's code."""


class _Label(Text):
    """A text that may be letterspaced, which matplotlib's own cannot."""

    tracking = 0.0


class _Shape(Artist):
    """An outline in the form of a `Drawing`: it takes its place among matplotlib's own artists and goes through none.

    matplotlib would turn it into a path of its own, and the recorder that into the same outline again.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._outline = path

    def draw(self, renderer: Any) -> None:
        renderer.ops.append(self._outline)


class Recorder(RendererBase):
    """Turns matplotlib's drawing calls into operations. One unit is one point."""

    dpi = 72.0

    def __init__(self, width: float, height: float, lettering: Lettering) -> None:
        super().__init__()
        self._size, self._lettering = (width, height), lettering
        self.ops: list[Op] = []
        self._colours: list[Colour] = []

    def shown(self, colour: Colour) -> str:
        """A colour of matplotlib that stands for one of ours; two that look alike may have names of their own."""
        if colour not in self._colours:
            self._colours.append(colour)
        return f"#{self._colours.index(colour):06x}"

    def _colour(self, rgb: Any) -> Colour:
        """What a colour of matplotlib stands for."""
        return self._colours[int(to_hex(rgb[:3])[1:], 16)]

    def draw_path(self, gc: GraphicsContextBase, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        _refuse_effects(gc, rgbFace)
        width = _round(gc.get_linewidth())
        stroke = self._colour(gc.get_rgb()) if width else None
        fill = self._colour(rgbFace) if rgbFace is not None else None
        if stroke is None and fill is None:
            return
        dashes: Any = gc.get_dashes()[1] if stroke else None
        self.ops.append(
            Path(
                tuple(_segments(path, transform)),
                fill=fill,
                stroke=stroke,
                width=width if stroke else 1.0,
                dash=tuple(_round(length) for length in dashes) if dashes is not None else (),
                cap=_CAPS[str(gc.get_capstyle())] if stroke else "butt",
                join=_JOINS[str(gc.get_joinstyle())] if stroke else "miter",
            )
        )

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        _refuse_effects(gc, None)
        if ismath or angle:
            raise DrawingError(f"the text {s!r} is mathematics or rotated")
        face, size = _face(prop), float(prop.get_size_in_points())
        self._lettering.require((s,), face)
        colour = self._colour(gc.get_rgb())
        self.ops.append(
            TextRun(_round(x), _round(y), s, face, _round(size), colour, getattr(mtext, "tracking", 0.0))
        )

    def draw_image(self, *_: Any, **__: Any) -> None:
        raise DrawingError("a chart holds no pixels")

    def draw_gouraud_triangles(self, *_: Any, **__: Any) -> None:
        raise DrawingError("a chart holds no gradients")

    def draw_tex(self, *_: Any, **__: Any) -> None:
        raise DrawingError("a chart holds no TeX")

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        if ismath:
            raise DrawingError(f"the text {s!r} is mathematics")
        size = float(prop.get_size_in_points())
        return self._lettering.width(s, _face(prop), size), size, size / 4

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:
        """Private in 3.11, and the only way to keep `Text` from opening a font to measure its height."""
        size = float(prop.get_size_in_points())
        return size * 3 / 4, size / 4, 0.0

    def flipy(self) -> bool:
        return False

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        return points


class _Canvas(FigureCanvasBase):
    """Hands out our recorder; without it matplotlib falls back on another backend's metrics."""

    recorder: Recorder

    def get_renderer(self) -> Recorder:
        return self.recorder


class Sheet:
    """A drawing surface in points, origin at the lower left; a thin wrapper around a matplotlib `Figure`."""

    def __init__(self, width: float, height: float, lettering: Lettering) -> None:
        self.width, self.height, self._lettering = width, height, lettering
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            self._figure = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self._canvas = _Canvas(self._figure)
        self._canvas.recorder = Recorder(width, height, lettering)

    def path(
        self,
        segments: Iterable[Segment],
        *,
        fill: Paint | None = None,
        stroke: Colour | None = None,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
        round_cap: bool = False,
    ) -> None:
        """A filled and/or stroked path."""
        if not (stroke and width):
            stroke, width, dash, round_cap = None, 1.0, (), False
        outline = Path(
            tuple((kind, *(_round(float(number)) for number in numbers)) for kind, *numbers in segments),
            fill=fill,
            stroke=stroke,
            width=_round(width),
            dash=tuple(map(_round, dash)),
            cap="round" if round_cap else "butt",
        )
        if fill or stroke:
            self._figure.add_artist(_Shape(outline))

    def shape(self, path: Path) -> None:
        """A path of a drawing. Raises `DrawingError` for a gradient, which matplotlib does not have."""
        if isinstance(path.fill, Gradient) or isinstance(path.stroke, Gradient):
            raise DrawingError("the shapes of a chart have no gradient")
        self.path(path.segments, fill=path.fill, stroke=path.stroke, width=path.width, dash=path.dash)

    def disc(self, x: float, y: float, r: float, **style: Any) -> None:
        self.path(circle(x, y, r), **style)

    def box(self, x: float, y: float, width: float, height: float, paint: Paint) -> None:
        self.path(rect(x, y, width, height), fill=paint)

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        colour: Colour,
        width: float,
        *,
        dash: tuple[float, ...] = (),
        round_cap: bool = False,
    ) -> None:
        """A line of a scale, a grid or a row, drawn by matplotlib."""
        cap: Any = "round" if round_cap else "butt"
        with matplotlib.rc_context({"lines.scale_dashes": False}):
            line = Line2D(
                (x0, x1),
                (y0, y1),
                color=self._canvas.recorder.shown(colour),
                linewidth=width,
                linestyle=(0, dash) if dash else "solid",
                solid_capstyle=cap,
                dash_capstyle=cap,
                solid_joinstyle="miter",
                dash_joinstyle="miter",
                transform=IdentityTransform(),
                clip_on=False,
            )
        self._figure.add_artist(line)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: Colour,
        *,
        face: FaceName = "regular",
        anchor: Anchor = "left",
        tracking: float = 0.0,
    ) -> None:
        """One line of text; `x`, `y` is the start, middle or end of its baseline."""
        share = {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor]
        width = self._lettering.width(words, face, size) + tracking * len(words)
        label = _Label(
            x - share * width,
            y,
            words,
            fontsize=size,
            fontweight="bold" if face == "bold" else "normal",
            color=self._canvas.recorder.shown(colour),
            ha="left",
            va="baseline",
            parse_math=False,
            usetex=False,
            transform=IdentityTransform(),
            clip_on=False,
        )
        label.tracking = tracking
        self._figure.add_artist(label)

    def finish(self) -> Drawing:
        """The recorded drawing, in painting order."""
        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            for order, artist in enumerate(self._figure.get_children()):
                artist.set_zorder(order)
            self._figure.draw(self._canvas.recorder)
        return Drawing(_round(self.width), _round(self.height), tuple(self._canvas.recorder.ops))


def _face(prop: Any) -> FaceName:
    return "bold" if prop.get_weight() == "bold" else "regular"


def _refuse_effects(gc: GraphicsContextBase, fill: Any) -> None:
    line_alpha = gc.get_rgb()[3] if gc.get_linewidth() else 1
    fill_alpha = fill[3] if fill is not None and len(fill) > 3 else 1
    if line_alpha != 1 or fill_alpha != 1:
        raise DrawingError("a chart holds no transparency")
    if gc.get_clip_rectangle() is not None or gc.get_clip_path()[0] is not None or gc.get_hatch():
        raise DrawingError("a chart is neither clipped nor hatched")


def _segments(path: Any, transform: Any) -> Iterable[Segment]:
    for points, code in path.iter_segments(transform, simplify=False, snap=False, curves=True):
        numbers = tuple(_round(float(number)) for number in points)
        if code == Outline.MOVETO:
            yield ("M", *numbers)
        elif code == Outline.LINETO:
            yield ("L", *numbers)
        elif code == Outline.CURVE4:
            yield ("C", *numbers)
        elif code == Outline.CLOSEPOLY:
            yield ("Z",)
        else:
            raise DrawingError("a chart draws cubic curves only")


def _round(number: float) -> float:
    """A thousandth of a point is far below what any press can show, and hides noise in the last digits."""
    return round(float(number), 3) + 0.0
