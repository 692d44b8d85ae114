"""A file for a press says what it is, is the same bytes every time, and is refused when it breaks a rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from guidebuild.brand.theme import Press
from guidebuild.conform import Artifact, NotConforming, conform
from guidebuild.conform.check_press import problems
from guidebuild.edition import MM
from guidebuild.typeset.result import Typeset

PRESS = Press(3 * MM, True, "PDF/X-1a:2003", "FOGRA39")
CONTENT = b"0 0 0 1 k 20 20 50 50 re f"


def pages(press: Press, content: bytes = CONTENT) -> Typeset:
    """Two untagged pages of 100 x 200 pt, as typeset paints them for a press."""
    with pikepdf.new() as pdf:
        for _ in range(2):
            page = pdf.add_blank_page(page_size=(100 + 2 * press.margin, 200 + 2 * press.margin))
            page.Contents = pdf.make_stream(content)
        pdf.Root.Outlines = pikepdf.Dictionary(Type=pikepdf.Name.Outlines)
        target = BytesIO()
        pdf.save(target, static_id=True)
    said = ("Small", "Somebody", "en", "2026-05-01")
    return Typeset(target.getvalue(), 2, {}, (), (), *said, profile="press", press=press)


def shaded(space: str) -> pikepdf.Dictionary:
    """A shading pattern of one colour space."""
    return pikepdf.Dictionary(
        PatternType=2, Shading=pikepdf.Dictionary(ShadingType=2, ColorSpace=pikepdf.Name(space))
    )


@pytest.fixture(scope="module")
def made() -> Artifact:
    return conform(pages(PRESS))


def test_it_says_what_it_is(made: Artifact) -> None:
    assert (made.profile, made.conformance, made.label) == (
        "press",
        ("PDF/X-1a:2003",),
        "for a press as PDF/X-1a:2003",
    )
    assert made.pdf.startswith(b"%PDF-1.4")
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        info = pdf.trailer.Info
        assert (str(info.GTS_PDFXVersion), str(info.Trapped)) == ("PDF/X-1a:2003", "/False")
        assert str(info.CreationDate) == str(info.ModDate) == "D:20260501000000Z"
        (intent,) = pdf.Root.OutputIntents
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
        assert str(intent.RegistryName) == "http://www.color.org"
        assert "/DestOutputProfile" not in intent
        assert "/Outlines" not in pdf.Root
        assert not any(
            obj.get("/Type") == "/ObjStm" for obj in pdf.objects if isinstance(obj, pikepdf.Stream)
        )


def test_boxes_lie_in_each_other(made: Artifact) -> None:
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        for page in pdf.pages:
            media, bleed, trim = (
                [float(v) for v in box] for box in (page.mediabox, page.BleedBox, page.TrimBox)
            )
            assert [round(a - b, 2) for a, b in zip(trim, bleed, strict=True)] == [8.5, 8.5, -8.5, -8.5]
            assert [round(v, 2) for v in (trim[2] - trim[0], trim[3] - trim[1])] == [100, 200]
            assert media[0] < bleed[0]


def test_crop_marks_are_on_every_plate_and_outside_the_bleed(made: Artifact) -> None:
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        page = pdf.pages[0]
        assert page.Resources.ColorSpace.Registration[1] == "/All"
        bleed = [float(v) for v in page.BleedBox]
        marks = page.Contents[-1].read_bytes().decode().split(" l S")
        assert len(marks) == 9
        for mark in marks[:8]:
            x0, y0, _, x1, y1 = mark.split()[-5:]
            outside = [float(a) <= bleed[i] or float(a) >= bleed[i + 2] for i, a in ((0, x0), (1, y0))]
            assert any(outside), mark
            assert float(x0) == float(x1) or float(y0) == float(y1)


def test_without_crop_marks_the_page_ends_with_the_bleed() -> None:
    with pikepdf.open(BytesIO(conform(pages(replace(PRESS, crop_marks=False))).pdf)) as pdf:
        page = pdf.pages[0]
        assert [float(v) for v in page.BleedBox] == pytest.approx(
            [float(v) for v in page.mediabox], abs=0.001
        )
        assert "/ColorSpace" not in page.Resources


def test_the_same_pages_give_the_same_bytes(made: Artifact) -> None:
    assert conform(pages(PRESS)).pdf == made.pdf
    with (
        pikepdf.open(BytesIO(made.pdf)) as pdf,
        pikepdf.open(BytesIO(conform(pages(PRESS, CONTENT + b" 0 0 1 1 re f")).pdf)) as other,
    ):
        assert pdf.trailer.ID[0] != other.trailer.ID[0]


def test_pdf_x4_holds_its_profile_and_is_named_in_the_metadata() -> None:
    from press_icc import cmyk_profile

    press = Press(9.0, True, "PDF/X-4", "", cmyk_profile())
    made = conform(pages(press))
    assert made.pdf.startswith(b"%PDF-1.6")
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == cmyk_profile()
        assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == ("Custom", "Test press")
        assert "/GTS_PDFXVersion" not in pdf.trailer.Info
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet
        assert "xmpMM:DocumentID" in packet


FAULTS: dict[str, tuple[Callable[[pikepdf.Pdf], object], str]] = {
    "annotations": (
        lambda pdf: pdf.pages[1].obj.__setitem__("/Annots", pikepdf.Array()),
        "page 2: annotations",
    ),
    "transparency": (
        lambda pdf: pdf.pages[0].obj.__setitem__("/Group", pikepdf.Dictionary(S=pikepdf.Name.Transparency)),
        "page 1: transparency",
    ),
    "boxes": (
        lambda pdf: pdf.pages[0].obj.__setitem__("/TrimBox", pikepdf.Array([0, 0, 5000, 5000])),
        "page 1: the boxes do not lie within each other",
    ),
    "no box": (lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"), "page 1: a box is missing"),
    "rgb": (
        lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f")),
        "page 1: a colour is set with rg",
    ),
    "font": (
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            "/Font", pikepdf.Dictionary(F1=pikepdf.Dictionary(BaseFont=pikepdf.Name.Helvetica))
        ),
        "page 1: the font F1 is not embedded",
    ),
    "states": (
        lambda pdf: pdf.pages[0].Resources.__setitem__("/ExtGState", pikepdf.Dictionary()),
        "page 1: graphics states, which no page needs",
    ),
    "image": (
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            "/XObject",
            pikepdf.Dictionary(
                I=pikepdf.Stream(pdf, b"", Subtype=pikepdf.Name.Image, ColorSpace=pikepdf.Name.DeviceRGB)
            ),
        ),
        "page 1: the object I is no solid picture in CMYK",
    ),
    "shading": (
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            "/Pattern", pikepdf.Dictionary(S=shaded("/DeviceRGB"))
        ),
        "page 1: the pattern S is no shading in CMYK",
    ),
    "tiles": (
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            "/Pattern", pikepdf.Dictionary(T=pikepdf.Dictionary(PatternType=1))
        ),
        "page 1: the pattern T is no shading in CMYK",
    ),
    "unnamed colour": (
        lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(b"/X cs 0 0 9 9 re f")),
        "page 1: a colour is set with cs",
    ),
    "trapped": (
        lambda pdf: pdf.trailer.Info.__delitem__("/Trapped"),
        "it does not say that it is not trapped",
    ),
    "intent": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "no output intent"),
    "metadata": (lambda pdf: pdf.Root.__delitem__("/Metadata"), "no XMP metadata"),
    "action": (
        lambda pdf: pdf.Root.__setitem__("/OpenAction", pikepdf.Dictionary()),
        "the catalog has /OpenAction",
    ),
    "title": (lambda pdf: pdf.trailer.Info.__delitem__("/Title"), "no Title"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_and_nothing_else(made: Artifact, name: str) -> None:
    spoil, words = FAULTS[name]
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert problems(pdf) == ()
        spoil(pdf)
        assert problems(pdf) == (words,)


@pytest.mark.parametrize("content", [b"0.5 g 0 0 9 9 re f", b"1 0 0 RG 0 0 9 9 re S"])
def test_pages_that_break_a_rule_are_not_labelled(content: bytes) -> None:
    with pytest.raises(NotConforming, match="a colour is set with"):
        conform(pages(PRESS, content))


def test_shadings_in_the_inks_of_the_press_are_welcome(made: Artifact) -> None:
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        pdf.pages[0].Resources.Pattern = pikepdf.Dictionary(S=shaded("/DeviceCMYK"))
        content = b"/Pattern cs /S scn 0 0 9 9 re f /Pattern CS /S SCN 0 0 9 9 re S"
        pdf.pages[0].obj.Contents = pdf.make_stream(content)
        assert problems(pdf) == ()


def test_words_that_look_like_operators_are_none() -> None:
    assert conform(pages(PRESS, CONTENT + rb" (1 0 0 rg \) rg)"))
