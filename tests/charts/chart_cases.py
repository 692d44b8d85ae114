"""A theme by hand, sample charts, and an independent reading of where the ink of a text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import rendercv_fonts
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from guidebuild.brand.theme import Faces, Logo, Palette, RoleColours, Theme
from guidebuild.charts.chart import Chart
from guidebuild.charts.figures import draw_one
from guidebuild.compose.document import (
    ChartSpec,
    Document,
    Figure,
    PayBar,
    PaySpec,
    Range,
    Region,
    Section,
    SetSpec,
)
from guidebuild.drawing import Colour, Drawing, TextRun, unnamed
from guidebuild.drawing import Path as Shape
from guidebuild.edition import PAPERS
from guidebuild.fonts import Face

FOLDER = Path(rendercv_fonts.__file__).parent / "Source Sans 3"


def face(style: str) -> Face:
    (file,) = FOLDER.rglob(f"SourceSans3-{style}.ttf")
    return Face(f"SourceSans3-{style}", str(file))


def _five(colours: str) -> tuple[Colour, Colour, Colour, Colour, Colour]:
    one, two, three, four, five = map(unnamed, colours.split())
    return one, two, three, four, five


ROLES = tuple(
    RoleColours(*_five(colours), name, dash, round_cap=name == "teal")
    for colours, name, dash in (
        ("#1b4a94 #1b4a94 #edf3ff #dae6ff #a0c4ff", "blue", ()),
        ("#c2500f #993c05 #fff0eb #ffdccf #f5b095", "orange", (4, 2.6)),
        ("#0e7c6b #0b6759 #e9f8f4 #cdf0e6 #92d5c4", "teal", (1, 2.5)),
        ("#6d507e #6d507e #f6f1f9 #eee1f6 #d5b5e6", "purple", (8, 3)),
        ("#003034 #003034 #ebf7f9 #d1eff2 #94d2d9", "petrol", (8, 3, 1, 3)),
        ("#4b2e00 #4b2e00 #faf3ea #f8e4c8 #e3bd83", "brown", (2, 2)),
    )
)

PALETTE = Palette(
    primary=unnamed("#12372f"),
    primary2=unnamed("#21463d"),
    primary3=unnamed("#33574e"),
    primary_text=unnamed("#12372f"),
    primary_tint=unnamed("#eff6f3"),
    on_primary=unnamed("#ffffff"),
    accent=unnamed("#f2b632"),
    ink=unnamed("#1b211f"),
    mute=unnamed("#56605b"),
    rule=unnamed("#c4cbc7"),
    hair=unnamed("#dde2df"),
    n1=unnamed("#f2f4f3"),
    n2=unnamed("#e2e6e4"),
    n3=unnamed("#b9c1bd"),
    shared=unnamed("#4a544f"),
    roles=ROLES,
)

THEME = Theme(
    name="test",
    palette=PALETTE,
    faces=Faces("Source Sans 3", face("Regular"), face("Bold"), face("Regular"), face("Bold")),
    logo=Logo(None, None, ""),
    paper=PAPERS["a4"],
)


def document(*specs: ChartSpec) -> Document:
    figures = tuple(
        Figure(f"figure-{i}", "figure", spec, "A chart.", (), (), "table") for i, spec in enumerate(specs)
    )
    section = Section("skills", "skills", "Skills", "Skills", "1", figures)
    return Document("t", "s", "en", "2026-01-01", "a", (), (), (section,))


def set_spec(titles: tuple[str, ...], regions: dict[tuple[int, ...], tuple[str, ...]]) -> SetSpec:
    totals = tuple(
        sum(len(items) for members, items in regions.items() if i in members) for i in range(len(titles))
    )
    return SetSpec(titles, totals, tuple(Region(members, items) for members, items in regions.items()))


@lru_cache(maxsize=4)
def _font(path: str) -> TTFont:
    return TTFont(path)


@lru_cache(maxsize=4000)
def _glyph(path: str, char: str) -> tuple[float, tuple[float, float, float, float] | None]:
    font = _font(path)
    name = font.getBestCmap()[ord(char)]
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    scale = font["head"].unitsPerEm
    bounds = None if pen.bounds is None else tuple(value / scale for value in pen.bounds)
    return glyphs[name].width / scale, bounds


def ink(run: TextRun) -> tuple[float, float, float, float]:
    """The box of the ink of a text, from the glyph outlines themselves."""
    path = THEME.faces.face(run.face).path
    x, boxes = run.x, []
    for char in run.text:
        width, bounds = _glyph(path, char)
        if bounds:
            boxes.append(
                (
                    x + bounds[0] * run.size,
                    run.y + bounds[1] * run.size,
                    x + bounds[2] * run.size,
                    run.y + bounds[3] * run.size,
                )
            )
        x += width * run.size + run.tracking
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


Box = tuple[float, float, float, float]
WIDTH = THEME.paper.width - 38 * 72 / 25.4


def drawn(spec: ChartSpec, theme: Theme = THEME) -> Chart:
    roles = len(spec.titles) if isinstance(spec, SetSpec) else len({bar.role for bar in spec.bars} - {None})
    return draw_one(spec, roles, theme, WIDTH)


def texts(drawing: Drawing) -> list[TextRun]:
    return [op for op in drawing.ops if isinstance(op, TextRun)]


def shapes(drawing: Drawing) -> list[Shape]:
    return [op for op in drawing.ops if isinstance(op, Shape)]


def bounds(shape: Shape) -> Box:
    """The box of a path's points, which holds the path."""
    numbers = [segment[1:] for segment in shape.segments]
    xs = [float(v) for row in numbers for v in row[::2]]
    ys = [float(v) for row in numbers for v in row[1::2]]
    half = shape.width / 2 if shape.stroke else 0.0
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts whose ink boxes meet."""
    boxes = [(run.text, ink(run)) for run in texts(drawing)]
    return [(a, b) for i, (a, x) in enumerate(boxes) for b, y in boxes[i + 1 :] if meet(x, y)]


def outside(drawing: Drawing) -> Iterator[str]:
    """Whatever leaves the drawing's box by more than a rounding."""
    for op in drawing.ops:
        box = ink(op) if isinstance(op, TextRun) else bounds(op)
        if min(box[0], box[1]) < -0.51 or box[2] > drawing.width + 0.51 or box[3] > drawing.height + 0.51:
            yield str(op)


def letters(words: list[str]) -> dict[str, int]:
    """How often every character occurs, spaces left out, whatever the line breaks."""
    return dict(sorted(Counter("".join("".join(words).split())).items()))


K = 1000.0


def pay_bar(
    title: str,
    role: int | None,
    pay: tuple[float, float, float, float, float],
    reports: tuple[float, ...] = (),
) -> PayBar:
    labels = [f"${value:.0f}k" for value in pay]
    p10, p25, p50, p75, p90 = (value * K for value in pay)
    amounts = Range(p10, p25, p50, p75, p90, top=400 * K, top_label="$400k", median_label=labels[2])
    ends = (labels[0], labels[4])
    return PayBar(title, "n = 12, 2022–2023", role, amounts, *ends, tuple(value * K for value in reports))


def pay_spec(*bars: PayBar) -> PaySpec:
    ticks = tuple((value * K, f"${value}k" if value else "0") for value in (0, 100, 200, 300, 400))
    return PaySpec("US dollars a year", bars, "For scale", 400 * K, ticks)


TITLES = (
    "Deep Learning Engineer",
    "Machine Learning Software Engineer",
    "Data Scientist",
    "Data Engineer",
    "MLOps Engineer",
    "AI Research Scientist",
)
