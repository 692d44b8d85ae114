"""Whether a logo can be seen on its ground.

Comes in: a `Drawing` or a `Raster`, and the colour that it stands on. Goes out: the contrast of WCAG 2.2 between its
ink and the ground, from 1 to 21, the mean over all ink. What has the colour of the ground itself is no ink: white
letters on a blue plate are holes in the plate. Where more than a quarter of a drawing would be such letters with
nothing below them, it counts as not seen.
"""

from __future__ import annotations

from collections import Counter
from functools import reduce
from io import BytesIO
from itertools import pairwise

from guidebuild.brand import colour
from guidebuild.brand.svg.ink import ink
from guidebuild.brand.svg.outline import polygons
from guidebuild.brand.theme import Raster
from guidebuild.drawing import Colour, Drawing, Gradient, Paint, Path
from guidebuild.geometry import Box, Polygon, area, edges

LEAST = 3.0
_SIDE = 160  # points of the grid along the longer side
_SAME = 1.2  # a contrast under this is the colour of the ground
_LOST = 0.25  # how much of a drawing may be lost on its ground
Run = tuple[int, int]


def contrast(picture: Drawing | Raster, ground: str) -> float:
    """The mean contrast of the ink; 1.0 where there is none."""
    counts = _of_raster(picture) if isinstance(picture, Raster) else _of_drawing(picture, ground)
    inks = {ink: colour.contrast(ink, ground) for ink in counts}
    total = sum(count for ink, count in counts.items() if inks[ink] >= _SAME)
    if not total:
        return 1.0
    return sum(inks[ink] * count for ink, count in counts.items() if inks[ink] >= _SAME) / total


def _of_raster(picture: Raster) -> Counter[str]:
    from PIL import Image

    with Image.open(BytesIO(picture.png)) as image:
        small = image.convert("RGB")
        small.thumbnail((_SIDE, _SIDE), Image.Resampling.NEAREST)
        pixels = small.getcolors(_SIDE * _SIDE) or []
    return Counter({"#{:02x}{:02x}{:02x}".format(*value): count for count, value in pixels})  # type: ignore[misc]


def _of_drawing(drawing: Drawing, ground: str) -> Counter[str]:
    """How many points of a grid each colour covers in the end; none if too much of it is lost on the ground."""
    grid = _Grid(drawing)
    for path in drawing.ops:
        if isinstance(path, Path):
            for paint, outline in ((path.fill, _filled(path)), (path.stroke, _stroked(path))):
                if paint:
                    grid.paint(path, outline, _shown(paint), ground)
    counts = Counter(cell for row in grid.rows for cell in row if cell)
    lost = sum(counts.pop(name) for name in list(counts) if not name.startswith("#") and name in grid.lost)
    counts = Counter({name: count for name, count in counts.items() if name.startswith("#")})
    if not counts and not lost:  # all of it is finer than the grid
        paints = (
            paint for path in drawing.ops if isinstance(path, Path) for paint in (path.fill, path.stroke)
        )
        return Counter(one for paint in paints if paint for one in _shown(paint))
    return counts if lost <= _LOST * (lost + sum(counts.values())) else Counter()


def _shown(paint: Paint | Gradient) -> list[str]:
    if isinstance(paint, Gradient):
        return [stop.colour.rgb for stop in paint.stops]
    return [paint.rgb if isinstance(paint, Colour) else paint.on.rgb]


class _Grid:
    """Points, each with the colour that is seen there, or with the name of a path in the ground's own colour."""

    def __init__(self, drawing: Drawing) -> None:
        """What the drawing was cropped of, since it has the colour of the ground, lies in the grid too."""
        boxes = [ink(op) for op in drawing.ops if isinstance(op, Path)]
        self.box = reduce(Box.join, filter(None, boxes), Box(0.0, 0.0, drawing.width, drawing.height))
        self.scale = _SIDE / max(self.box.width, self.box.height)
        self.width = max(1, round(self.box.width * self.scale))
        self.rows = [[""] * self.width for _ in range(max(1, round(self.box.height * self.scale)))]
        self.lost: set[str] = set()

    def paint(self, path: Path, outline: tuple[Polygon, ...], colours: list[str], ground: str) -> None:
        clips = [(polygons(clip.segments), clip.even_odd) for clip in path.clips]
        pale = all(colour.contrast(one, ground) < _SAME for one in colours)
        name = f"lost-{len(self.lost)}"
        if pale:
            self.lost.add(name)
        for level, row in enumerate(self.rows):
            y = self.box.y0 + (level + 0.5) / self.scale
            runs = self._runs(outline, y, even_odd=path.even_odd and bool(path.fill))
            for shapes, even_odd in clips:
                runs = _met(runs, self._runs(shapes, y, even_odd=even_odd))
            for start, end in runs:
                for at in range(max(0, start), min(self.width, end)):
                    self._cover(row, at, name if pale and not row[at].startswith("#") else "", colours)

    def _runs(self, shapes: tuple[Polygon, ...], y: float, *, even_odd: bool) -> list[Run]:
        """The points of a level line that lie in polygons."""
        crossings = sorted(
            (self.scale * (x0 + (y - y0) * (x1 - x0) / (y1 - y0) - self.box.x0), 1 if y1 > y0 else -1)
            for polygon in shapes
            for (x0, y0), (x1, y1) in edges(polygon)
            if (y0 <= y) != (y1 <= y)
        )
        turns, found = 0, []
        for (left, turn), (right, _) in pairwise(crossings):
            turns += turn
            if (turns % 2 if even_odd else turns) and right > left:
                found.append((int(left), max(int(left) + 1, round(right))))
        return found

    def _cover(self, row: list[str], at: int, name: str, colours: list[str]) -> None:
        """A pale path with other ink on it is a plate for that, and not lost."""
        if name:
            row[at] = name
        else:
            self.lost.discard(row[at])
            row[at] = colours[at * len(colours) // self.width]


def _met(one: list[Run], other: list[Run]) -> list[Run]:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(start, end) for start, end in pairs if start < end]


def _filled(path: Path) -> tuple[Polygon, ...]:
    return polygons(path.segments) if path.fill else ()


def _stroked(path: Path) -> tuple[Polygon, ...]:
    """A stroke as the rectangles around its pieces, which all run the same way round."""
    if not path.stroke:
        return ()
    half = path.width / 2
    found = []
    for polygon in polygons(path.segments):
        for (x0, y0), (x1, y1) in pairwise(polygon):
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            if length:
                dx, dy = (x1 - x0) / length * half, (y1 - y0) / length * half
                piece = ((x0 - dy, y0 + dx), (x0 + dy, y0 - dx), (x1 + dy, y1 - dx), (x1 - dy, y1 + dx))
                found.append(piece if area(piece) > 0 else piece[::-1])
    return tuple(found)
