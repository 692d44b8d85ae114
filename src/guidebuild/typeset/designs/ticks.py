"""What is ticked or filled in with a pen: boxes, circles, and the first step of a tip.

Comes in: tips and roles of the document. Goes out: drawings and boxes. Circles and boxes are decoration by themselves;
`tick` is read as a word.
"""

from __future__ import annotations

from guidebuild.brand.theme import RoleColours
from guidebuild.compose.document import TipItem
from guidebuild.drawing import Colour, Path, rect
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Picture, Stack
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import LABEL, SMALL, U

CIRCLE_LINE = 1.1  # of circles to fill in


def lean_circles(setting: Setting, width: float) -> Art:
    """Five circles to fill in, larger towards either side (specification, 7)."""
    first, second = (_outline(setting.theme.palette.roles[i]) for i in (0, 1))
    sizes = (5.4, 4.6, 3.8, 4.6, 5.4)
    colours = (first, first, setting.colour("shared"), second, second)

    def draw(pen: Pen, x: float, y: float) -> None:
        pitch = width / 5
        for i, (r, colour) in enumerate(zip(sizes, colours, strict=True)):
            pen.circle(x + pitch * (i + 0.5), y + 6, r, stroke=colour, width=CIRCLE_LINE)

    return Art(width, 12.0, draw)


def tick_circle(role: RoleColours) -> Art:
    """One circle to fill in."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.circle(x + 5.5, y + 5.5, 4.8, stroke=_outline(role), width=CIRCLE_LINE)

    return Art(11.0, 11.0, draw)


def _outline(role: RoleColours) -> Colour:
    """Of circles to fill in. They are never dashed: a small dotted circle is lost in a copier, and its column tells
    whose it is.
    """
    return role.text if role.pattern else role.fill


def tick(setting: Setting, tag: Tag) -> Picture:
    """An 11 pt box to tick, read as a word."""
    ink = setting.colour("ink")

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.path(Path(rect(x + 0.4, pen.height - y - 10.6, 10.2, 10.2), stroke=ink, width=0.8))

    return Picture(Art(11.0, 11.0, draw), tag, actual=setting.word("tick") + " ")


def step_box(setting: Setting, tip: TipItem, body: Tag, width: float = 0.0, least: float = 20 * U) -> Panel:
    """The tinted box with a tick box and the first step, as wide as four columns unless a width is given."""
    width = width or setting.grid.w(4)
    inner = width - 18
    tag = Tag("Div", body)
    label = setting.text(tip.label, LABEL, inner, Tag("P", tag), colour=setting.colour("ink"))
    box = tick(setting, Tag("Span", tag))
    words = setting.text(tip.step, SMALL, inner - 18, Tag("P", tag))
    row = Beside([(0.0, Stack([(1.5, box)])), (18.0, words)], inner)
    stack = Stack([(0.0, label), (U, row)], inner)
    return Panel(stack, width, setting.colour("primary_tint"), (2.5 * U, 8, 2.5 * U, 10), least=least)


def done_box(setting: Setting, tip: TipItem, body: Tag) -> Box:
    """A tip without a first step is ticked off itself: the box with one word, where the other boxes stand."""
    width = setting.grid.w(4)
    tag = Tag("P", body)
    box = tick(setting, Tag("Span", tag))
    words = setting.text(tip.label, SMALL, width - 26, tag)
    return Stack([(3.0, Beside([(8.0, Stack([(1.5, box)])), (26.0, words)], width))], width)
