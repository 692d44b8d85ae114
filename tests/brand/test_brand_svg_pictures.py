"""What is printed of a vector logo looks as resvg shows it, pixel by pixel; what cannot be is refused with its line."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import resvg_py
from PIL import Image, ImageChops, ImageFilter
from svg_corpus import BAD, GOOD, MEANT

from golden_pages import agreed
from guidebuild.brand import load_theme, svg
from guidebuild.brand.svg import placing
from guidebuild.cache import Cache
from guidebuild.drawing import Drawing, rect, unnamed
from guidebuild.drawing import Path as Shape
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.structure import Tag

SIDE = 240  # pixels
MOST = 0.01  # of the pixels may differ, by more than a fifth of the range, once edges are softened
FACES = load_theme(None, overrides={}, paper="a4", roles=2, root=None, cache=Cache(None)).theme.faces


def printed(drawing: Drawing) -> Image.Image:
    """The drawing on a page of the program, by PDFium."""
    scale = SIDE / max(drawing.width, drawing.height)
    pen = Pen(drawing.width * scale, drawing.height * scale, FACES, "en")
    pen.tagged = pen.canvas.tagged = False
    pen.begin_page()
    pen.drawing(drawing, 0, 0, scale)
    pen.end_page()
    with pypdfium2.PdfDocument(pen.finish(Tag("Document", None))) as file:
        picture: Image.Image = file[0].render(scale=1).to_pil().convert("RGB")
    return picture


def shown(text: str) -> Image.Image:
    """The same by resvg, on white."""
    png = resvg_py.svg_to_bytes(
        svg_string=text, width=SIDE, background="#ffffff", skip_system_fonts=True, dpi=96.0
    )
    with Image.open(BytesIO(bytes(png))) as image:
        return image.convert("RGB")


def apart(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ, edges softened."""
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    soft = [image.resize(other.size).filter(ImageFilter.GaussianBlur(1.2)) for image in (one, other)]
    difference = ImageChops.difference(*soft).convert("L")
    return sum(difference.histogram()[51:]) / (other.width * other.height)


def test_there_are_forty() -> None:
    assert len(GOOD) >= 40


@pytest.mark.parametrize("name", [*GOOD, *MEANT])
def test_a_logo_is_printed_as_a_browser_shows_it(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(placing, "MARGIN", 1.0)  # nothing is cropped, so that both have the same page
    text, plain = MEANT.get(name) or (GOOD[name], GOOD[name])
    drawing = svg.on(svg.read(text.encode(), Cache(None)), "#ffffff")
    ours, theirs = printed(drawing), shown(plain)
    share = apart(ours, theirs)
    if share > MOST:
        folder = tmp_path_factory.mktemp("pictures")
        ours.save(folder / "printed.png")
        theirs.save(folder / "shown.png")
        pytest.fail(f"{share:.1%} of the pixels differ: see {folder}")
    assert min(theirs.convert("L").tobytes()) < 200, "the picture is empty"


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_printed_so_is_refused_with_its_line(name: str) -> None:
    text, words, line = BAD[name]
    with pytest.raises(svg.SvgError) as caught:
        svg.on(svg.read(text.encode(), Cache(None)), "#ffffff")
    assert words in caught.value.message
    assert caught.value.line == line


# What ships

ASSETS = Path(__file__).resolve().parents[2] / "assets"
GROUND = "#12372f"


@pytest.mark.parametrize("brand", ["guidebuild", "northfield"])
@pytest.mark.parametrize(("variant", "ground"), [("", "#ffffff"), ("-dark", GROUND)])
def test_a_logo_that_ships_looks_as_it_did_before_usvg_read_it(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, brand: str, variant: str, ground: str
) -> None:
    """The goldens were drawn by the reader that the program had before, svglib 1.5, at the same size."""
    monkeypatch.setattr(placing, "MARGIN", 1.0)
    file = (ASSETS if brand == "guidebuild" else ASSETS / "brands" / brand) / f"logo{variant}.svg"
    logo = svg.on(svg.read(file.read_bytes(), Cache(None)), ground)
    back = Shape(rect(0, 0, logo.width, logo.height), fill=unnamed(ground))
    agreed(request, f"logo-{brand}{variant}", printed(replace(logo, ops=(back, *logo.ops))))
