"""A small sound press file, and ways to damage it.

`sound()` is four A5 pages as PDF/X-1a:2003: CMYK alone, 3 mm of bleed that is painted, crop marks outside it, black
text in pure black, an image of 300 ppi, a registered printing condition. Every change is one function on the open file.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from guidebuild.brand.families import fonts_folder

MM = 72 / 25.4
WIDTH, HEIGHT = 148 * MM, 210 * MM  # A5
MARGIN = 12 * MM  # from the edge of the sheet to the cut
BLEED = 3 * MM
TRIM = (MARGIN, MARGIN, MARGIN + WIDTH, MARGIN + HEIGHT)
SHEET = (0, 0, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN)
PAGES = 4

Change = Callable[[Pdf], None]


def grown(by: float, box: tuple[float, ...] = TRIM) -> list[float]:
    return [box[0] - by, box[1] - by, box[2] + by, box[3] + by]


def crop_marks() -> bytes:
    """Two lines at each corner, 4 mm away from the cut, in registration colour."""
    x0, y0, x1, y1 = TRIM
    off, long = 4 * MM, 5 * MM
    lines = [b"/All CS 1 SCN 0.25 w"]
    for x, sign in ((x0, -1), (x1, 1)):
        for y, up in ((y0, -1), (y1, 1)):
            start, end = x + sign * off, x + sign * (off + long)
            lines.append(f"{start:.3f} {y:.3f} m {end:.3f} {y:.3f} l S".encode())
            start, end = y + up * off, y + up * (off + long)
            lines.append(f"{x:.3f} {start:.3f} m {x:.3f} {end:.3f} l S".encode())
    return b"\n".join(lines)


def _content() -> bytes:
    """A band at the top that bleeds on three sides, text, a rule and an image."""
    x0, _, x1, y1 = TRIM
    band = f"{x0 - BLEED:.3f} {y1 - 40:.3f} {x1 - x0 + 2 * BLEED:.3f} {40 + BLEED:.3f} re f"
    return b"\n".join(
        (
            b"q 1 0.6 0 0.1 k " + band.encode() + b" Q",
            b"q 0 g BT /F1 10 Tf 1 0 0 1 80 300 Tm (Small black text) Tj ET Q",
            b"q 0 0 0 0 k BT /F1 16 Tf 1 0 0 1 80 590 Tm (White on blue) Tj ET Q",
            b"q 0 0 0 1 K 0.5 w 80 290 m 200 290 l S Q",
            b"q 72 0 0 72 80 200 cm /Im1 Do Q",
            b"q " + crop_marks() + b" Q",
        )
    )


def _image(pdf: Pdf) -> Stream:
    """300 x 300 pixels of CMYK, a ramp of up to 137 percent of ink."""
    row = b"".join(bytes((step % 200, 100, 50, 0)) for step in range(300))
    return Stream(pdf, zlib.compress(row * 300), Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300,
                  BitsPerComponent=8, ColorSpace=Name.DeviceCMYK, Filter=Name.FlateDecode)  # fmt: skip


def _font(pdf: Pdf) -> Any:
    """An embedded subset, made by ReportLab."""
    registerFont(TTFont("Preflight", str(fonts_folder() / "Source Sans 3" / "SourceSans3-Regular.ttf")))
    target = BytesIO()
    canvas = Canvas(target, invariant=True)
    canvas.setFont("Preflight", 12)
    canvas.drawString(10, 10, "Small black text White on blue")
    canvas.save()
    with pikepdf.open(target) as made:
        fonts = made.pages[0].obj.Resources.Font.values()
        (font,) = (font for font in fonts if font.Subtype == "/TrueType")
        return pdf.copy_foreign(font)


def _all_plates() -> Array:
    """Separation All, with a function that nobody asks."""
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1])
    )
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, function])


@functools.cache
def sound() -> bytes:
    pdf = pikepdf.new()
    font, image = _font(pdf), pdf.make_indirect(_image(pdf))
    for _ in range(PAGES):
        pdf.add_blank_page(page_size=(SHEET[2], SHEET[3]))
        page = pdf.pages[-1].obj
        page.TrimBox, page.BleedBox = Array(list(TRIM)), Array(grown(BLEED))
        page.Resources = Dictionary(
            Font=Dictionary(F1=font),
            XObject=Dictionary(Im1=image),
            ColorSpace=Dictionary(All=_all_plates()),
        )
        page.Contents = Stream(pdf, _content())
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("FOGRA39"),
                RegistryName=String("http://www.color.org"),
                Info=String("Coated FOGRA39"),
            )
        ]
    )
    entries = {
        "/Title": String("A sound press file"),
        "/CreationDate": String("D:20260101000000Z"),
        "/ModDate": String("D:20260101000000Z"),
        "/Trapped": Name("/False"),
        "/GTS_PDFXVersion": String("PDF/X-1a:2003"),
    }
    pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))
    return saved(pdf)


def saved(pdf: Pdf, **how: Any) -> bytes:
    target = BytesIO()
    options: dict[str, Any] = {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "force_version": "1.4",
        "deterministic_id": True,
        "fix_metadata_version": False,
    }
    if "encryption" in how:
        del options["deterministic_id"]
    pdf.save(target, **{**options, **how})
    return target.getvalue()


def damaged(change: Change, **how: Any) -> bytes:
    """The sound file after a change; `how` it is saved."""
    with pikepdf.open(BytesIO(sound())) as pdf:
        change(pdf)
        return saved(pdf, **how)


# --- Changes ---


def nothing(_pdf: Pdf) -> None:
    """For damages that come with how the file is saved."""


def on_page(change: Callable[[Any], None], number: int = 2) -> Change:
    return lambda pdf: change(pdf.pages[number - 1].obj)


def in_root(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.Root)


def painting(content: bytes, number: int = 2, **resources: Any) -> Change:
    """More is painted on a page, over all else; `resources` as XObject=Dictionary(X=...) are added."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[number - 1].obj
        page.Contents = Stream(pdf, page.Contents.read_bytes() + b"\nq " + content + b" Q")
        given = Dictionary({**dict(page.Resources.items())})
        for kind, entries in resources.items():
            merged = dict(given.get(f"/{kind}", Dictionary()).items())
            given[f"/{kind}"] = Dictionary({**merged, **dict(entries.items())})
        page.Resources = given

    return change


def replacing(old: bytes, new: bytes, number: int = 2) -> Change:
    """Another content of a page: `old`, which stands in it, becomes `new`."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[number - 1].obj
        before = page.Contents.read_bytes()
        assert old in before
        page.Contents = Stream(pdf, before.replace(old, new))

    return change


def both(*changes: Change) -> Change:
    def change(pdf: Pdf) -> None:
        for each in changes:
            each(pdf)

    return change
