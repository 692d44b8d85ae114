"""The pen: paints on pages and writes every mark into the structure tree.

Comes in: shapes and lines of text at places counted in points from the upper left corner of the trim, y downwards.
Goes out: page content in ReportLab's canvas, where each mark either belongs to a `Tag` (BDC .. EMC with an MCID) or
is an artifact (ISO 14289-1, 7.1: all content is tagged or an artifact). Refuses: characters that a font lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc

from guidebuild.brand.theme import Faces, Press
from guidebuild.compose.document import PageRef
from guidebuild.drawing import (
    Colour,
    Drawing,
    FaceName,
    Gradient,
    Matrix,
    Op,
    Paint,
    Path,
    TextRun,
    circle,
    inverse,
    mapped,
    moved,
    times,
)
from guidebuild.fonts import Face
from guidebuild.typeset.canvas import DocumentFont, PageCanvas
from guidebuild.typeset.inks import Inks, number
from guidebuild.typeset.shadings import PatternResources
from guidebuild.typeset.strokes import clipping, is_apart, outline, painting, stroke_state
from guidebuild.typeset.structure import Annotated, Marked, StructureWriter, Tag, text_string
from guidebuild.typeset.targets import Place, Target

# Link annotations get structure keys far above any page's, so that the number tree stays ascending.
FIRST_ANNOTATION_KEY = 100_000
ON_TRIM = 0.01  # points: nearer than that to an edge of the trim is on it


class MissingGlyphError(Exception):
    """A character reached the page that the font cannot draw: the coverage check should have stopped it."""


class Pen:
    """One document being painted. Pages are painted in order, each between `begin_page` and `end_page`.

    For a press there is paper around the trim: what touches an edge of the trim is painted into the bleed, nothing
    beyond it; and there is no screen, so neither tags nor links nor places. All that is painted is `scale` times as
    large on the sheet; `width` and `height` are the trim before that.
    """

    def __init__(
        self,
        width: float,
        height: float,
        faces: Faces,
        language: str,
        inks: Inks | None = None,
        press: Press | None = None,
        scale: float = 1.0,
    ) -> None:
        self.width, self.height, self.faces, self.scale = width, height, faces, scale
        self.inks = inks or Inks()
        self.tagged = press is None
        self._scaled = f"{scale:.7f}".rstrip("0").rstrip(".")
        self._bleed, self._margin = (press.bleed / scale, press.margin) if press else (0.0, 0.0)
        # Not registered with ReportLab, whose registry is one for all documents and goes by name alone.
        self._fonts: dict[Face, DocumentFont] = {}
        self._buffer = BytesIO()
        self.canvas = PageCanvas(
            self._buffer,
            pagesize=(width * scale + 2 * self._margin, height * scale + 2 * self._margin),
            pageCompression=0,  # conform compresses once, at the end
            invariant=1,
            initialFontName=faces.regular.name,
            pdfVersion=(1, 7),
            lang=language,
        )
        self.canvas.annotations = []
        self.canvas.patterns = {}
        self.canvas.tagged = self.tagged
        self.writer = StructureWriter(self.canvas._doc)
        self.page_index = -1
        self._patterns = PatternResources(self.canvas, self.inks)
        # From where is painted to the coordinates of the page itself, in which patterns are laid (8.7.3.1).
        self._matrix: Matrix = (scale, 0.0, 0.0, scale, self._margin, self._margin)
        self._open = ""  # "", "artifact" or "tag"
        self._links = 0
        self._silent = False
        self.resolve: Callable[[PageRef], tuple[str, Place | None]] = lambda ref: (ref.target, None)

    # Pages

    def begin_page(self) -> None:
        self.page_index += 1
        self.writer.page_tags.append([])
        self.writer.page_refs.append(self.canvas._doc.thisPageRef().name)
        if self._margin:
            shift, scale = number(self._margin), self._scaled
            bleed = (-self._bleed, -self._bleed, self.width + 2 * self._bleed, self.height + 2 * self._bleed)
            self.canvas._code.append(
                f"q {scale} 0 0 {scale} {shift} {shift} cm {' '.join(map(number, bleed))} re W n"
            )
        elif self.scale != 1.0:
            self.canvas._code.append(f"q {self._scaled} 0 0 {self._scaled} 0 0 cm")

    def end_page(self) -> None:
        self._close()
        if self._margin or self.scale != 1.0:
            self.canvas._code.append("Q")
        self.canvas.showPage()

    def finish(self, root: Tag) -> bytes:
        """The file. The catalog gets the structure tree and MarkInfo (14.7.1, 14.8)."""
        if not self.tagged:
            self.canvas.save()
            return self._buffer.getvalue()
        catalog = self.canvas._doc.Catalog
        catalog.StructTreeRoot = self.writer.write(root)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self.canvas.save()
        return self._buffer.getvalue()

    # Marks

    def _emit(self, operators: str) -> None:
        if not self._open and self.tagged:
            self.canvas._code.append("/Artifact BMC")
            self._open = "artifact"
        self.canvas._code.append(operators)

    def _close(self) -> None:
        if self._open:
            self.canvas._code.append("EMC")
            self._open = ""

    @contextmanager
    def marked(self, tag: Tag, actual: str = "") -> Iterator[None]:
        """Everything painted inside belongs to `tag`; `actual` is what is read instead of it (14.9.4)."""
        if self._silent or not self.tagged:
            yield
            return
        self._close()
        tag.join()
        tags = self.writer.page_tags[self.page_index]
        extra = f" /ActualText {text_string(actual)}" if actual else ""
        name = tag.kind if not actual else "Span"
        self.canvas._code.append(f"/{name} <</MCID {len(tags)}{extra}>> BDC")
        tag.kids.append(Marked(self.page_index, len(tags)))
        tags.append(tag)
        self._open = "tag"
        yield
        self._close()

    @contextmanager
    def pagination(self) -> Iterator[None]:
        """Running heads, folios and tabs: pagination artifacts (14.8.2.2.2)."""
        if not self.tagged:
            yield
            return
        self._close()
        self.canvas._code.append("/Artifact <</Type /Pagination>> BDC")
        self._open = "artifact"
        yield
        self._close()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Everything painted inside is an artifact, whatever its tags say: a table head that is repeated."""
        self._close()
        self._silent = True
        yield
        self._silent = False
        self._close()

    # Shapes

    def rect(self, x: float, y: float, width: float, height: float, paint: Paint) -> None:
        """A filled rectangle from its upper left corner."""
        box = self._box(x, y, width, height)
        self._emit(f"{self._fill(paint)} {box} re f")

    def _fill(self, paint: Paint | Gradient) -> str:
        """What sets a colour, a pattern or a gradient for areas; the page learns of the latter two."""
        if isinstance(paint, Colour):
            return self.inks.fill(paint)
        return f"/Pattern cs /{self._patterns.name(paint, self._matrix)} scn"

    def _stroke(self, paint: Colour | Gradient) -> str:
        """The same for lines."""
        if isinstance(paint, Colour):
            return self.inks.stroke(paint)
        return f"/Pattern CS /{self._patterns.name(paint, self._matrix)} SCN"

    def _box(self, x: float, y: float, width: float, height: float) -> str:
        """The operands of a rectangle; its edges on the trim are moved out to the bleed."""
        right, bottom = x + width, y + height
        if self._bleed:
            x, y = (-self._bleed if side <= ON_TRIM else side for side in (x, y))
            right = self.width + self._bleed if right >= self.width - ON_TRIM else right
            bottom = self.height + self._bleed if bottom >= self.height - ON_TRIM else bottom
            width, height = right - x, bottom - y
        return " ".join(map(number, (x, self.height - y - height, width, height)))

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        width: float,
        colour: Colour,
        dash: tuple[float, ...] = (),
    ) -> None:
        pattern = " ".join(map(number, dash))
        start, end = f"{number(x1)} {number(self.height - y1)}", f"{number(x2)} {number(self.height - y2)}"
        self._emit(f"{self.inks.stroke(colour)} {number(width)} w 0 J [{pattern}] 0 d {start} m {end} l S")

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        *,
        fill: Paint | None = None,
        stroke: Colour | None = None,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        self.path(Path(circle(x, self.height - y, r), fill, stroke, width, dash))

    def path(self, path: Path, dx: float = 0.0, dy: float = 0.0) -> None:
        """A path in PDF coordinates (y upwards), moved by `dx`, `dy`."""
        path = moved(path, dx, dy) if dx or dy else path
        if path.fill and path.stroke and Gradient in (type(path.fill), type(path.stroke)):
            self.path(replace(path, stroke=None))  # PDFium fills over the inner half of a shaded stroke
            self.path(replace(path, fill=None))
            return
        apart = is_apart(path)
        if apart:
            self._emit(f"q {clipping(path.clips)}".rstrip())
        head = f"{self._fill(path.fill)} " if path.fill else ""
        if path.stroke:
            head += f"{self._stroke(path.stroke)} {stroke_state(path)} "
        segments = path.segments
        if path.nib:
            nib = (*path.nib, 0.0, 0.0)
            head += f"{' '.join(f'{value:.6f}' for value in nib)} cm "
            segments = mapped(segments, inverse(nib))
        self._emit(f"{head}{outline(segments)} {painting(path)}")
        if apart:
            self._emit("Q")

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Paint only inside a rectangle. Decoration only: not to be used around tagged content."""
        self._emit(f"q {self._box(x, y, width, height)} re W n")
        yield
        self._emit("Q")

    @contextmanager
    def enlarged(self, x: float, y: float, by: float) -> Iterator[None]:
        """Paint what is inside `by` times as large, from its upper left corner at `x`, `y`."""
        with self._under((by, 0.0, 0.0, by, x * (1 - by), (self.height - y) * (1 - by))):
            yield

    @contextmanager
    def _under(self, matrix: Matrix) -> Iterator[None]:
        """Paint what is inside where the matrix puts it."""
        outer, self._matrix = self._matrix, times(matrix, self._matrix)
        self._emit(f"q {' '.join(map(number, matrix))} cm")
        yield
        self._emit("Q")
        self._matrix = outer

    def drawing(self, drawing: Drawing, x: float, y: float, scale: float = 1.0) -> None:
        """A drawing with its upper left corner at `x`, `y`."""
        bottom = self.height - y - drawing.height * scale
        if scale != 1.0:
            with self._under((scale, 0.0, 0.0, scale, x, bottom)):
                self._paint(drawing.ops, 0.0, 0.0)
        else:
            self._paint(drawing.ops, x, bottom)

    def _paint(self, ops: Iterable[Op], dx: float, dy: float) -> None:
        for op in ops:
            if isinstance(op, TextRun):
                self._text(op.x + dx, op.y + dy, op.text, op.face, op.size, op.colour, op.tracking)
            else:
                self.path(op, dx, dy)

    def image(self, png: bytes, x: float, y: float, width: float, height: float) -> None:
        """A bitmap with its upper left corner at `x`, `y`."""
        from reportlab.lib.utils import ImageReader

        self._emit("")
        self.canvas.drawImage(ImageReader(self.inks.picture(png)), x, self.height - y - height, width, height)

    # Text

    def text(
        self,
        x: float,
        y: float,
        words: str,
        face: FaceName,
        size: float,
        colour: Colour,
        tracking: float = 0.0,
    ) -> None:
        """One line of text with its baseline at `y`."""
        self._text(x, self.height - y, words, face, size, colour, tracking)

    def _text(
        self, x: float, y: float, words: str, face: FaceName, size: float, colour: Colour, tracking: float
    ) -> None:
        if not words:
            return
        font = self._font(self.faces.face(face))
        document = self.canvas._doc
        glyphs = font.face.charToGlyph
        for char in words:
            if (ord(char) not in glyphs and char != "\u00a0") or ord(char) > 0xFFFF:
                raise MissingGlyphError(f"{char!r} (U+{ord(char):04X}) in {font.fontName}")
        parts = [f"BT {self.inks.text(colour)} {number(tracking)} Tc 1 0 0 1 {number(x)} {number(y)} Tm"]
        for subset, codes in font.splitString(words, document):
            parts.append(f"{font.getSubsetInternalName(subset, document)} {number(size)} Tf")
            parts.append(f"({self.canvas._escape(codes)}) Tj")
        self._emit(" ".join(parts) + " ET")

    def _font(self, face: Face) -> DocumentFont:
        if face not in self._fonts:
            self._fonts[face] = DocumentFont(face)
        return self._fonts[face]

    # Links and places

    def place(self, name: str, y: float) -> None:
        """A named destination at height `y` of this page."""
        if not self.tagged:
            return
        self.canvas.bookmarkPage(
            name, fit="XYZ", left=0, top=self.scale * (self.height - max(0, y - 12)), zoom=0
        )

    def outline(self, title: str, name: str, level: int) -> None:
        if not self.tagged:
            return
        self.canvas.addOutlineEntry(title, name, level=level, closed=level > 0)

    def link(
        self, tag: Tag, x: float, y: float, width: float, height: float, target: Target, words: str
    ) -> None:
        """A link annotation over a rectangle.

        The annotation carries Contents and StructParent and stands in the tag's kids (14289-1, 7.18.5).
        """
        if self._silent or not self.tagged:
            return
        name = f"link{self._links}"
        key = FIRST_ANNOTATION_KEY + self._links
        self._links += 1
        tag.join()
        tag.kids.append(Annotated(self.page_index, name))
        self.writer.annotation_tags.append((key, tag))
        bottom = self.height - y - height
        corners = (x, bottom, x + width, bottom + height)
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(v * self.scale, 2) for v in corners]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,
            "StructParent": key,
            "Contents": pdfdoc.PDFString(words),
        }
        if isinstance(target, Place):
            entries["Dest"] = self.canvas._bookmarkReference(target.node)
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(target.url)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        reference = self.canvas._doc.Reference(pdfdoc.PDFDictionary(entries), name)
        self.canvas.annotations.append(reference)
