"""What is read from a page agrees with what PDFium, which shares no code with us, finds and paints there."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from guidebuild.conform.artifact import Artifact
from guidebuild.geometry import Box
from guidebuild.preflight.colour import CMYK, GRAY, Paint, Space
from guidebuild.preflight.document import read
from guidebuild.preflight.edges import edges, endings
from guidebuild.preflight.findings import pages_in_words, place
from guidebuild.preflight.marks import Boxes, Mark, Page
from guidebuild.preflight.sizes import size_name

SIDE, BLEED = 100, 20  # of a square page, in points, on a sheet that is as large as the bleed
SHEET = SIDE + 2 * BLEED


def sheet(content: bytes, *forms: Callable[[Pdf], Stream]) -> bytes:
    """One square page with this content, which may paint the forms F0, F1 and so on."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(SHEET, SHEET))
        page = pdf.pages[0].obj
        page.TrimBox = Array([BLEED, BLEED, BLEED + SIDE, BLEED + SIDE])
        page.BleedBox = Array([0, 0, SHEET, SHEET])
        made = {f"/F{number}": form(pdf) for number, form in enumerate(forms)}
        page.Resources = Dictionary(XObject=Dictionary(made))
        page.Contents = Stream(pdf, content)
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def page_of(content: bytes, *forms: Callable[[Pdf], Stream]) -> Page:
    page: Page = read(sheet(content, *forms), "x.pdf").pages[0]
    return page


def tone(image: Image.Image, at: tuple[int, int]) -> int:
    found = image.getpixel(at)
    assert isinstance(found, int)
    return found


def painted(data: bytes) -> Image.Image:
    """The page as PDFium paints it, a pixel for each point, without smoothing at grid lines."""
    with pypdfium2.PdfDocument(data) as document:
        picture: Image.Image = document[0].render(scale=1).to_pil().convert("L")
    return picture


# --- Against PDFium ---


def test_every_letter_of_a_guide_stands_in_a_mark_of_text(built: Callable[..., Artifact]) -> None:
    data = built("dl-vs-mlse").pdf
    pages = read(data, "x.pdf").pages
    with pypdfium2.PdfDocument(data) as document:
        for number in (0, 2, 6):
            boxes = [mark.box for mark in pages[number].marks if mark.kind == "text"]
            text = document[number].get_textpage()
            letters = [text.get_charbox(index) for index in range(text.count_chars())]
            seen = [Box(*letter) for letter in letters if letter[0] < letter[2] and letter[1] < letter[3]]
            assert len(seen) > 40
            assert [letter for letter in seen if not any(box.grown(1.5).holds(letter) for box in boxes)] == []


STEP = 10
PLACES = st.integers(0, SHEET // STEP - 1)
RECTANGLES = st.lists(st.tuples(PLACES, PLACES, PLACES, PLACES, st.booleans()), min_size=1, max_size=5)


@given(RECTANGLES)
@example([(2, 2, 11, 11, True)])
@example([(0, 0, 13, 13, True), (2, 5, 5, 8, True)])
@example([(2, 2, 11, 5, True), (0, 0, 13, 3, True), (0, 3, 1, 5, False)])
@settings(max_examples=60, deadline=None)
def test_bare_edges_are_those_at_which_paint_ends(rectangles: list[tuple[int, int, int, int, bool]]) -> None:
    """Where a pixel inside an edge is painted and the one at the end of the bleed is paper, and nowhere else.

    All sides lie on a grid of ten points, all artwork is black or white, so that what is seen is what is asked.
    """
    parts = []
    for x0, y0, x1, y1, black in rectangles:
        left, bottom = STEP * min(x0, x1), STEP * min(y0, y1)
        wide, high = STEP * (abs(x1 - x0) + 1), STEP * (abs(y1 - y0) + 1)
        parts.append(f"{0 if black else 1} g {left} {bottom} {wide} {high} re f")
    data = sheet("\n".join(parts).encode())
    page = read(data, "x.pdf").pages[0]
    found = {edge.name for edge in edges(page) if "bare" in set(endings(page.marks, edge, BLEED))}
    assert found <= bare_edges(painted(data)), "none is said that is not seen"
    reaching = [box for *box, black in rectangles if black]
    if not any(_reaches_out(box) for box in reaching):
        assert found == bare_edges(painted(data)), "all are said that are seen"


def _reaches_out(box: list[int]) -> bool:
    """Whether a rectangle goes to the end of the bleed somewhere: it is then sound, whatever white lies over it."""
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    last = SHEET // STEP - 1
    return x0 == 0 or y0 == 0 or x1 == last or y1 == last


def bare_edges(image: Image.Image) -> set[str]:
    near, far = BLEED, SHEET - BLEED - 1
    found = set()
    for along in range(BLEED + STEP // 2, SHEET - BLEED, STEP):
        pairs = {
            "left": ((near, along), (1, along)),
            "right": ((far, along), (SHEET - 2, along)),
            "top": ((along, near), (along, 1)),
            "bottom": ((along, far), (along, SHEET - 2)),
        }
        for name, (inside, outside) in pairs.items():
            if tone(image, inside) < 128 <= tone(image, outside):
                found.add(name)
    return found


# --- Marks ---


def only(content: bytes) -> Mark:
    (mark,) = page_of(content).marks
    return mark


def red_square(pdf: Pdf) -> Stream:
    """Ten points wide by its box, 30 points from the corner by its matrix."""
    return Stream(pdf, b"1 0 0 rg 0 0 100 100 re f", Type=Name.XObject, Subtype=Name.Form,
                  BBox=Array([0, 0, 10, 10]), Matrix=Array([1, 0, 0, 1, 30, 30]))  # fmt: skip


def test_sizes_and_places_are_those_on_the_page_whatever_matrix_is_in_force() -> None:
    assert only(b"2 0 0 2 10 20 cm 5 5 10 3 re f").box == (20, 30, 40, 36)
    assert only(b"2 0 0 3 0 0 cm 1 w 5 5 m 20 5 l S").size == pytest.approx(2)
    assert only(b"0 5 -5 0 60 60 cm 1 0 0 1 0 0 cm 0 0 4 2 re f").size == pytest.approx(10)
    assert only(b"20 20 50 50 re W n 0 0 30 30 re f").box == (20, 20, 30, 30)


def test_what_the_clip_hides_is_no_mark() -> None:
    assert page_of(b"20 20 10 10 re W n 50 50 9 9 re f").marks == ()
    assert page_of(b"q 20 20 10 10 re W n Q 50 50 9 9 re f").marks != ()
    assert page_of(b"500 500 9 9 re f").marks == ()


def test_a_form_brings_its_matrix_its_clip_and_its_state_back() -> None:
    first, second = page_of(b"/F0 Do 60 60 5 5 re f", red_square).marks
    assert first.box == (30, 30, 40, 40)
    assert first.paint is not None
    assert first.paint.space.name == "DeviceRGB"
    assert second.paint == Paint(GRAY, (0.0,))


def test_an_image_is_measured_in_the_direction_with_fewer_pixels() -> None:
    mark = only(b"72 0 0 36 30 30 cm BI /W 10 /H 10 /CS /G /BPC 8 ID " + b"x" * 100 + b" EI")
    assert mark.size == pytest.approx(10)
    assert mark.box == (30, 30, 102, 66)


@pytest.mark.parametrize(
    ("turned", "across", "down"), [(0, 5, 80), (90, 20, 5), (180, 95, 20), (270, 80, 95)]
)
def test_places_are_told_as_the_page_is_read(turned: int, across: int, down: int) -> None:
    mm = 72 / 25.4
    page = Page(3, Boxes(Box(0, 0, 100 * mm, 100 * mm)), turned=turned)
    assert place(page, (5 * mm, 20 * mm)) == f"{across} mm from the left and {down} mm from the top of page 3"


@pytest.mark.parametrize(("turned", "name"), [(0, "left"), (90, "top"), (180, "right"), (270, "bottom")])
def test_edges_are_named_as_the_page_is_read(turned: int, name: str) -> None:
    page = Page(1, Boxes(Box(0, 0, 100, 100)), turned=turned)
    (edge,) = (edge for edge in edges(page) if edge.axis == 0 and edge.sign < 0)
    assert edge.name == name


@pytest.mark.parametrize("contents", [Array([]), None])
def test_an_empty_page_is_sound(contents: Array | None) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(SHEET, SHEET))
        if contents is None:
            del pdf.pages[0].obj["/Contents"]
        else:
            pdf.pages[0].obj.Contents = contents
        target = BytesIO()
        pdf.save(target)
    page = read(target.getvalue(), "x.pdf").pages[0]
    assert (page.marks, page.faults) == ((), ())


# --- Colours ---


@pytest.mark.parametrize(
    ("paint", "inks", "total"),
    [
        (Paint(CMYK, (1, 0.5, 0, 0)), {"Cyan": 1, "Magenta": 0.5}, 150),
        (Paint(GRAY, (0.25,)), {"Black": 0.75}, 75),
        (Paint(CMYK, (7, -1, 0, 0)), {"Cyan": 1}, 100),
        (Paint(Space("spot", "", 1, colorants=("All",)), (0.5,)), {"All": 0.5}, 200),
        (Paint(Space("spot", "", 2, colorants=("Black", "None")), (0.5, 1)), {"Black": 0.5}, 50),
        (Paint(Space("cmyk", "", 1, base=CMYK, table=bytes(4) + b"\xff\0\0\xff"), (1,)), {"Cyan": 1, "Black": 1}, 200),
    ],
)  # fmt: skip
def test_colours_are_amounts_of_ink(paint: Paint, inks: dict[str, float], total: float) -> None:
    assert paint.inks == pytest.approx(inks)
    assert paint.total == pytest.approx(total)


# --- Words and figures ---


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ((), ""),
        ((4,), "page 4"),
        ((1, 2), "pages 1 and 2"),
        ((1, 2, 3, 7), "pages 1 to 3 and 7"),
        ((1, 3, 5, 7, 9, 11, 13, 15, 17, 18, 19), "pages 1, 3, 5, 7, 9, 11, 13, 15 and 3 more"),
    ],
)
def test_pages_in_words(pages: tuple[int, ...], words: str) -> None:
    assert pages_in_words(pages) == words


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [(595.276, 841.89, "A4"), (842, 595, "A4 landscape"), (612, 792, "Letter"), (600, 600, "")],
)
def test_sizes_have_names(width: float, height: float, name: str) -> None:
    assert size_name(width, height) == name
