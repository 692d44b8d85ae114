"""Boxes: what the layout measures and places.

Comes in: lines, shapes, other boxes. Goes out: a `width` and a `height` in points, known before anything is painted;
`paint(pen, x, y)` with the upper left corner; `split(room)` into a part that fits and the rest, or None. A split that
is forced may cut what is otherwise kept whole; the flow forces only what is taller than a page. Boxes paint in
reading order, backgrounds and rules first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guidebuild.diagnostics import Span
from guidebuild.drawing import Colour, Drawing, Paint, Pattern
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import Style, grid
from guidebuild.typeset.targets import Address, Place, Target
from guidebuild.typeset.text import Line, Piece

Halves = tuple["Box", "Box"]
Draw = Callable[[Pen, float, float], None]


class Box:
    """A rectangle of `width` x `height` points that paints itself."""

    width: float
    height: float

    def paint(self, pen: Pen, x: float, y: float) -> None:
        raise NotImplementedError

    def inside(self) -> Sequence[Box]:
        """The boxes that it is made of, in reading order."""
        return ()

    def split(self, room: float, *, force: bool = False) -> Halves | None:  # noqa: ARG002  # most boxes are whole
        """A part of at most `room` points and the rest; None when it stays whole."""
        return None


@dataclass
class Space(Box):
    """Nothing, of some height."""

    height: float
    width: float = 0.0

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Nothing to paint."""


@dataclass
class Rule(Box):
    """A horizontal line at the top of its box; decoration."""

    width: float
    thickness: float
    colour: Colour
    height: float = 0.0
    dash: tuple[float, ...] = ()

    def paint(self, pen: Pen, x: float, y: float) -> None:
        pen.line(x, y, x + self.width, y, self.thickness, self.colour, self.dash)


@dataclass
class Art(Box):
    """Decoration of a given size, painted by a function of (pen, x, y)."""

    width: float
    height: float
    draw: Draw

    def paint(self, pen: Pen, x: float, y: float) -> None:
        self.draw(pen, x, y)


def ground(width: float, height: float, paint: Paint) -> Art:
    """A filled rectangle, exactly as high as it says; decoration."""
    return Art(width, height, lambda pen, x, y: pen.rect(x, y, width, height, paint))


@dataclass
class Picture(Box):
    """Something drawn that is read as its alternative text: a Figure, or a Span when it stands in a line of text."""

    art: Art
    tag: Tag
    actual: str = ""

    def __post_init__(self) -> None:
        self.width, self.height = self.art.width, self.art.height

    def paint(self, pen: Pen, x: float, y: float) -> None:
        left, low, right, high = (
            value * pen.scale for value in (x, pen.height - y - self.height, x + self.width, pen.height - y)
        )
        self.tag.bbox = (left, low, right, high)
        with pen.marked(self.tag, self.actual):
            self.art.paint(pen, x, y)


@dataclass
class Plated(Box):
    """A box on a plate a little larger than itself, so that a pattern stays clear of its words."""

    inner: Box
    colour: Colour
    around: tuple[float, float] = (6.0, 3.0)

    def __post_init__(self) -> None:
        self.width, self.height = self.inner.width, self.inner.height

    def inside(self) -> Sequence[Box]:
        return (self.inner,)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        across, up = self.around
        pen.rect(x - across, y - up, inked(self.inner) + 2 * across, self.height + 2 * up, self.colour)
        self.inner.paint(pen, x, y)


def inked(box: Box) -> float:
    """How wide the words of a box run, or the box itself when it holds other things."""
    if isinstance(box, TextBox) and box.align == "left":
        return max((line.width for line in box.lines), default=0.0)
    if isinstance(box, Stack):
        return max((inked(child) for _, child in box.children), default=0.0)
    return box.width


def drawing_art(drawing: Drawing, scale: float = 1.0) -> Art:
    """A drawing as an `Art` box."""
    return Art(
        drawing.width * scale, drawing.height * scale, lambda pen, x, y: pen.drawing(drawing, x, y, scale)
    )


@dataclass
class TextBox(Box):
    """Lines of one paragraph in one colour. `last` says that the paragraph ends here, `place` where it is written."""

    lines: tuple[Line, ...]
    style: Style
    colour: Colour
    width: float
    tag: Tag
    align: Literal["left", "right", "centre"] = "left"
    last: bool = True
    place: Span | None = None

    def __post_init__(self) -> None:
        self.height = len(self.lines) * self.style.leading

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        """Two lines stay together at either end, unless forced."""
        count = int((room + 0.01) // self.style.leading)
        least = 1 if force else 2
        count = min(count, len(self.lines) - least)
        if count < least:
            return None
        return replace(self, lines=self.lines[:count], last=False), replace(self, lines=self.lines[count:])

    def paint(self, pen: Pen, x: float, y: float) -> None:
        for target, placed in self._stretches(pen, x, y):
            if target is None:
                with pen.marked(self.tag):
                    self._write(pen, placed)
            else:
                self._write_link(pen, target, placed)

    def _stretches(
        self, pen: Pen, x: float, y: float
    ) -> list[tuple[Target | None, list[tuple[Piece, float, float, str]]]]:
        """Pieces with their place and final words, grouped by the link they belong to, in reading order."""
        groups: list[tuple[Target | None, list[tuple[Piece, float, float, str]]]] = []
        for index, line in enumerate(self.lines):
            ends = self.last and index == len(self.lines) - 1
            texts: list[tuple[str, Target | None]] = [
                pen.resolve(p.ref) if p.ref else (p.text, Address(p.link) if p.link else None)
                for p in line.pieces
            ]
            slack = [
                p.width - pen_width(pen, words, p, self.style) if p.ref else 0.0
                for p, (words, _) in zip(line.pieces, texts, strict=True)
            ]
            left = x + self._indent(line.width - sum(slack))
            baseline = y + index * self.style.leading + self.style.baseline()
            for number, (piece, (words, target)) in enumerate(zip(line.pieces, texts, strict=True)):
                if number == len(line.pieces) - 1 and not ends and not line.joined:
                    words += " "
                if not groups or groups[-1][0] != target or isinstance(target, Place):
                    groups.append((target, []))
                groups[-1][1].append((piece, left + piece.x, baseline, words))
                left -= slack[number]
        return groups

    def _indent(self, width: float) -> float:
        if self.align == "left":
            return 0.0
        return (self.width - width) / (1 if self.align == "right" else 2)

    def _write(self, pen: Pen, placed: list[tuple[Piece, float, float, str]]) -> None:
        for piece, x, baseline, words in placed:
            pen.text(x, baseline, words, piece.face, self.style.size, self.colour, self.style.tracking)

    def _write_link(self, pen: Pen, target: Target, placed: list[tuple[Piece, float, float, str]]) -> None:
        """A link: outside ones are underlined, since colour alone must not tell (WCAG 1.4.1), unless all is paper."""
        parent = Tag("Reference", self.tag) if isinstance(target, Place) else self.tag
        tag = Tag("Link", parent)
        with pen.marked(tag):
            self._write(pen, placed)
        words = " ".join(words.strip() for _, _, _, words in placed)
        for piece, x, baseline, shown in placed:
            width = pen_width(pen, shown.rstrip(), piece, self.style)
            if isinstance(target, Address) and pen.tagged:
                pen.line(x, baseline + 1.8, x + width, baseline + 1.8, 0.4, self.colour)
            top = baseline - self.style.size
            pen.link(tag, x, top, width, self.style.leading, target, words)


def pen_width(pen: Pen, words: str, piece: Piece, style: Style) -> float:
    """The width of words in a piece's face."""
    from guidebuild.fonts import metrics

    plain = metrics(pen.faces.face(piece.face)).width(words, style.size)
    return plain + style.tracking * len(words)


@dataclass
class Stack(Box):
    """Boxes below each other, each after a gap. `loose` allows a split between children."""

    children: Sequence[tuple[float, Box]]
    width: float = 0.0
    loose: bool = False

    def __post_init__(self) -> None:
        self.height = sum(gap + box.height for gap, box in self.children)
        self.width = self.width or max((box.width for _, box in self.children), default=0.0)

    def inside(self) -> Sequence[Box]:
        return [box for _, box in self.children]

    def paint(self, pen: Pen, x: float, y: float) -> None:
        for gap, box in self.children:
            box.paint(pen, x, y + gap)
            y += gap + box.height

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        if not (self.loose or force):
            return None
        used = 0.0
        for index, (gap, box) in enumerate(self.children):
            if used + gap + box.height <= room + 0.01:
                used += gap + box.height
                continue
            head, tail = list(self.children[:index]), list(self.children[index:])
            halves = box.split(room - used - gap, force=force)
            if halves:
                head.append((gap, halves[0]))
                tail[0] = (0.0, halves[1])
            if not any(isinstance(b, TextBox | Beside | Stack | Panel) for _, b in head):
                return None
            tail[0] = (0.0, tail[0][1])
            return Stack(head, self.width, self.loose), Stack(tail, self.width, self.loose)
        return None


@dataclass
class Beside(Box):
    """Boxes next to each other, each at its own x (and y offset), painted in order."""

    children: Sequence[tuple[float, Box]]
    width: float
    least: float = 0.0

    def __post_init__(self) -> None:
        self.height = max([self.least, *(box.height for _, box in self.children)])

    def inside(self) -> Sequence[Box]:
        return [box for _, box in self.children]

    def paint(self, pen: Pen, x: float, y: float) -> None:
        for dx, box in self.children:
            box.paint(pen, x + dx, y)

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        if not force:
            return None
        heads: list[tuple[float, Box]] = []
        tails: list[tuple[float, Box]] = []
        waits = (
            False  # what follows a box that waits for the next page waits too: the order of reading is kept
        )
        for dx, box in self.children:
            halves = None if waits or box.height <= room + 0.01 else box.split(room, force=True)
            if halves:
                heads.append((dx, halves[0]))
                tails.append((dx, halves[1]))
            elif not waits and box.height <= room + 0.01:
                heads.append((dx, box))
            else:
                waits = True
                tails.append((dx, box))
        if not heads or not tails:
            return None
        return Beside(heads, self.width), Beside(tails, self.width)


@dataclass
class Panel(Box):
    """A box on a tinted ground, with an optional bar at its left edge or rule on top."""

    inner: Box
    width: float
    fill: Paint | None = None
    inset: tuple[float, float, float, float] = (12.0, 12.0, 12.0, 12.0)  # top, right, bottom, left
    bar: tuple[float, Paint] | None = None
    top_rule: tuple[float, Paint] | None = None
    least: float = 0.0
    frame: float = 0.0  # how much of a pattern is seen around a plate; 0: there is no plate

    def __post_init__(self) -> None:
        top, _, bottom, _ = self.inset
        self.height = max(self.least, grid(top + self.inner.height + bottom))

    def inside(self) -> Sequence[Box]:
        return (self.inner,)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        if self.fill:
            pen.rect(x, y, self.width, self.height, self.fill)
        if self.frame and isinstance(self.fill, Pattern):
            pen.rect(
                x + self.frame,
                y + self.frame,
                self.width - 2 * self.frame,
                self.height - 2 * self.frame,
                self.fill.on,
            )
        if self.bar:
            pen.rect(x, y, self.bar[0], self.height, self.bar[1])
        if self.top_rule:
            pen.rect(x, y, self.width, self.top_rule[0], self.top_rule[1])
        self.inner.paint(pen, x + self.inset[3], y + self.inset[0])

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        if not force:
            return None
        halves = self.inner.split(room - self.inset[0] - self.inset[2], force=True)
        if not halves:
            return None
        first, second = (replace(self, inner=half, least=0.0) for half in halves)
        return first, second


def top_tags(box: Box) -> list[Tag]:
    """The elements that a box's words belong to, one level below their section, in reading order."""
    if isinstance(box, TextBox | Picture):
        tag = box.tag
        while tag.parent and tag.parent.kind != "Sect":
            tag = tag.parent
        return [tag]
    return list(dict.fromkeys(tag for child in box.inside() for tag in top_tags(child)))
