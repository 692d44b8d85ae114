"""Every check can fail: a sound press file is damaged in one way, and exactly that is found, with its page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image
from press_file import (
    BLEED,
    MM,
    SHEET,
    TRIM,
    Change,
    both,
    crop_marks,
    damaged,
    grown,
    in_root,
    nothing,
    on_page,
    painting,
    replacing,
    sound,
)

from guidebuild.preflight.checks import CHECKS
from guidebuild.preflight.document import read
from guidebuild.preflight.findings import Finding
from guidebuild.preflight.report import preflight
from guidebuild.preflight.shop import names

X0, Y0, X1, Y1 = TRIM


@dataclass(frozen=True)
class Fault:
    """`check` finds it on `page` (0: the file as a whole) and says `words`; `shop` differs so from online-press."""

    name: str
    check: str
    change: Change
    words: str
    page: int = 2
    outcome: str = "failure"
    shop: str = ""
    how: dict[str, Any] = field(default_factory=dict)


WARNING = "warning"
NEWER = "newest_version: '1.6'"
PAPERS = "sizes: [a4, letter]"
PROCESS = "colours: [gray, cmyk]"
FOURS, EIGHT, TWO = "pages: {multiple: 4}", "pages: {least: 8}", "pages: {most: 2}"
LOCK = pikepdf.Encryption(owner="secret", user="", R=3, aes=False, metadata=False)
COMPRESSED = {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "force_version": "1.5"}


# --- Things to paint ---


def rectangle(x: float, y: float, width: float, height: float) -> bytes:
    return f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re f ".encode()


def letters(words: bytes, setting: bytes, x: float = 90, y: float = 400) -> bytes:
    return b"BT " + setting + f" 1 0 0 1 {x:.3f} {y:.3f} Tm ".encode() + b"(" + words + b") Tj ET"


def inline(entries: bytes, data: bytes, pixels: int = 1) -> bytes:
    size = f"/W {pixels} /H {pixels} ".encode()
    return b"50 0 0 50 100 100 cm BI " + size + entries + b" ID " + data + b" EI"


ACROSS = X1 - X0 + 2 * BLEED
LINE = b"100 100 m 150 100 l S"
BOX = rectangle(100, 100, 50, 20)
BAND = rectangle(X0 - BLEED, Y1 - 40, ACROSS, 40 + BLEED).strip()
BAND_TO_CUT = rectangle(X0, Y1 - 40, X1 - X0, 40)
LOW = rectangle(X0 - BLEED, Y0 + 50, ACROSS, 30)
LOW_TO_CUT = rectangle(X0, Y0 + 50, 100, 30)
BOX_ON_BOX = b"0 0 0.2 0 k " + LOW + b"0 1 0 0 k " + LOW_TO_CUT
IMAGE_TO_CUT = f"72 0 0 72 {X1 - 72:.3f} {Y0 + 100:.3f} cm /Im1 Do".encode()
CURVE_TO_CUT = f"0 0 1 0 k {X0} 150 m {X0 + 60} 110 {X0 + 80} 120 {X0 + 80} 210 c {X0} 200 l f".encode()
RULE_TO_CUT = f"0 0 0 1 K 1 w 150 {Y0} m 150 {Y0 + 60} l S".encode()
BEYOND = b"0 0 1 0 k " + rectangle(X1 - 20, 90, 60, 30)
MARK_IN_BLEED = f"0 0 0 1 K 0.5 w {X0 - 20} {Y0} m {X0 - 2} {Y0} l S".encode()
SHRUNK = b"0.25 0 0 0.25 0 0 cm "
HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
TURNED = Array([1, 0] * 4)
LINK = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 100, 200, 120]))
FUNCTION = Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array([0, 0, 1, 0]))
SPOT = Array([Name.Separation, Name("/PANTONE 123 C"), Name.DeviceCMYK, FUNCTION])
INDEXED = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"abcdef")])
HEAVY_TABLE = Array([Name.Indexed, Name.DeviceCMYK, 1, String(b"\0\0\0\0\xff\xff\xff\xff")])


def jpeg(colour: int, black: int) -> bytes:
    """CMYK as Pillow writes it: marked as Adobe's, with 255 for no ink, which PDF takes as it stands."""
    target = BytesIO()
    Image.new("CMYK", (300, 300), (colour, colour, colour, black)).save(target, "JPEG", quality=95)
    return target.getvalue()


# --- Changes ---


def drop(key: str) -> Any:
    return lambda thing: thing.__delitem__(key)


def page(key: str, value: Any) -> Change:
    return on_page(lambda thing: thing.__setitem__(f"/{key}", value))


def root(key: str, value: Any) -> Change:
    return in_root(lambda thing: thing.__setitem__(f"/{key}", value))


def in_pages(number: int) -> Change:
    """One page less."""
    return lambda pdf: pdf.pages.__delitem__(number - 1)


def intent(**entries: Any) -> Change:
    def change(thing: Any) -> None:
        for key, value in entries.items():
            thing.OutputIntents[0][f"/{key}"] = value

    return in_root(change)


def twice(thing: Any) -> None:
    thing.OutputIntents.append(thing.OutputIntents[0])


def info(key: str, value: str = "") -> Change:
    def change(pdf: Pdf) -> None:
        if value:
            pdf.trailer.Info[key] = value
        else:
            del pdf.trailer.Info[key]

    return change


def with_profile(header: bytes) -> Change:
    """An output intent with a profile; only device class and space of its header are looked at."""

    def change(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = Stream(pdf, bytes(12) + header + bytes(108), N=4)

    return change


def wide_bleed(pdf: Pdf) -> None:
    both(page("BleedBox", Array(grown(14 * MM))), replacing(crop_marks(), b""))(pdf)


def narrow_bleed(pdf: Pdf) -> None:
    band = rectangle(X0 - 2 * MM, Y1 - 40, X1 - X0 + 4 * MM, 40 + 2 * MM)
    both(page("BleedBox", Array(grown(2 * MM))), replacing(BAND, band))(pdf)


def smaller(pdf: Pdf) -> None:
    boxes = both(page("TrimBox", Array(grown(-5))), page("BleedBox", Array(grown(BLEED - 5))))
    both(boxes, replacing(BAND, b""))(pdf)


def image(**entries: Any) -> Change:
    """The image of page 2 with other entries; `data` are its pixels, `raw` its bytes as they stand in the file."""

    def change(pdf: Pdf) -> None:
        thing = pdf.pages[1].obj
        old = thing.Resources.XObject.Im1
        raw = entries.get("raw") or zlib.compress(entries.get("data") or old.read_bytes())
        new = Stream(pdf, raw, {key: old[key] for key in old.keys() if key != "/Length"})  # noqa: SIM118
        for key in entries.keys() - {"data", "raw"}:
            value = entries[key]
            new[f"/{key}"] = value(pdf) if callable(value) else value
        thing.Resources = Dictionary({**dict(thing.Resources.items()), "/XObject": Dictionary(Im1=new)})

    return change


def mask(pdf: Pdf) -> Stream:
    return Stream(pdf, b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
                  ColorSpace=Name.DeviceGray)  # fmt: skip


def form(content: bytes, **entries: Any) -> Change:
    """A form XObject of this content, painted on page 2."""

    def change(pdf: Pdf) -> None:
        box = Array([0, 0, 500, 700])
        made = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=box, **entries)
        painting(b"/Fm Do", XObject=Dictionary(Fm=made))(pdf)

    return change


def self_containing(pdf: Pdf) -> None:
    box = Array([0, 0, 9, 9])
    made = pdf.make_indirect(Stream(pdf, b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=box))
    made.Resources = Dictionary(XObject=Dictionary(Me=made))
    painting(b"/Me Do", XObject=Dictionary(Me=made))(pdf)


def post_script(pdf: Pdf) -> None:
    painting(b"/Ps Do", XObject=Dictionary(Ps=Stream(pdf, b"", Subtype=Name.PS)))(pdf)


def tiling(pdf: Pdf) -> None:
    cell = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
                  BBox=Array([0, 0, 10, 10]), XStep=10, YStep=10, Resources=Dictionary())  # fmt: skip
    painting(b"/Pattern cs /P1 scn " + BOX, Pattern=Dictionary(P1=pdf.make_indirect(cell)))(pdf)


def gradient(end: list[float], space: Any = Name.DeviceCMYK) -> Change:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * len(end)), C1=Array(end))
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 100, 0]), Function=function)
    return painting(b"100 100 50 20 re W n /Sh sh", Shading=Dictionary(Sh=shading))


def graphics(content: bytes, **entries: Any) -> Change:
    """Something is painted with these settings of the graphics state."""
    return painting(b"/G gs " + content, ExtGState=Dictionary(G=Dictionary(**entries)))


def spaced(content: bytes, space: Any) -> Change:
    """Something is painted in the colour space X."""
    return painting(content, ColorSpace=Dictionary(X=space))


def profiled(pdf: Pdf) -> None:
    profile = pdf.make_indirect(Stream(pdf, b"", N=4))
    spaced(b"/X cs 0 0 0 1 scn " + BOX, Array([Name.ICCBased, profile]))(pdf)


def helvetica(pdf: Pdf) -> None:
    painting(letters(b"sans", b"0 g /He 10 Tf"), Font=Dictionary(He=HELVETICA))(pdf)


def type3(pdf: Pdf) -> None:
    glyph = Stream(pdf, b"500 0 0 0 500 500 d1 0 0 500 500 re f")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]),
                      FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(a=glyph),
                      Encoding=Dictionary(Differences=Array([97, Name.a])), FirstChar=97, LastChar=97,
                      Widths=Array([500]), Resources=Dictionary(), Name=Name.Drawn)  # fmt: skip
    painting(letters(b"aaa", b"0 g /T3 10 Tf"), Font=Dictionary(T3=pdf.make_indirect(font)))(pdf)


def annotated(
    flags: int, place: tuple[float, ...] = (X0 + 60, Y0 + 60, X0 + 90, Y0 + 80), **more: Any
) -> Change:
    """An annotation of 30 x 20 points with a red appearance, drawn in a box of another size that is turned."""

    def change(pdf: Pdf) -> None:
        red = Stream(pdf, b"1 0 0 rg 0 0 2 3 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 2, 3]),
                     Matrix=Array([0, 1, -1, 0, 0, 0]))  # fmt: skip
        note = Dictionary(Type=Name.Annot, Subtype=Name.PrinterMark, Rect=Array(list(place)), F=flags,
                          AP=Dictionary(N=pdf.make_indirect(red)), **more)  # fmt: skip
        pdf.pages[1].obj.Annots = Array([note])

    return change


FAULTS = [
    # The file
    Fault("a page out of order", "sound", replacing(b"q 0 g BT", b"Q Q Q q 0 g BT"), "'Q' stands without"),
    Fault("a string without its end", "sound", painting(b"(never closed"), "not complete"),
    Fault("a form that contains itself", "sound", self_containing, "a form contains itself"),
    Fault("encryption", "encryption", nothing, "encrypted", 0, how={"encryption": LOCK}),
    Fault(
        "a later PDF",
        "version",
        nothing,
        "PDF 1.6; the shop reads up to 1.4",
        0,
        how={"force_version": "1.6"},
    ),
    Fault(
        "layers",
        "layers",
        root("OCProperties", Dictionary(OCGs=Array([Dictionary(Type=Name.OCG)]))),
        "layers",
        0,
    ),
    Fault("a link", "annotations", page("Annots", Array([LINK])), "(Link) stand inside the bleed"),
    Fault(
        "a form field", "active-content", root("AcroForm", Dictionary(Fields=Array([LINK]))), "form fields", 0
    ),
    Fault("JavaScript", "active-content", root("OpenAction", Dictionary(S=Name.JavaScript)), "scripts", 0),
    Fault(
        "an attached file", "active-content", root("Names", Dictionary(EmbeddedFiles=Array())), "attached", 0
    ),
    # The standard
    Fault("no claim", "standard", info("/GTS_PDFXVersion"), "does not say that it is made for a press", 0),
    Fault(
        "another claim", "standard", info("/GTS_PDFXVersion", "PDF/X-3:2003"), "that it is PDF/X-3:2003", 0
    ),
    Fault("nothing about trapping", "standard-kept", info("/Trapped"), "whether it is trapped", 0),
    Fault("no title", "standard-kept", info("/Title"), "does not state its Title", 0),
    Fault(
        "compressed objects",
        "standard-kept",
        nothing,
        "objects are compressed",
        0,
        shop=NEWER,
        how=COMPRESSED,
    ),
    Fault("two cuts", "standard-kept", page("ArtBox", Array(list(TRIM))), "both TrimBox and ArtBox", 0),
    Fault("a transfer function", "standard-kept", graphics(b"", TR=FUNCTION), "transfer functions"),
    Fault("PostScript", "standard-kept", post_script, "PostScript"),
    Fault(
        "no output intent",
        "output-intent",
        in_root(drop("/OutputIntents")),
        "no output intent for a press",
        0,
    ),
    Fault(
        "an intent for screens", "output-intent", intent(S=Name.GTS_PDFA1), "no output intent for a press", 0
    ),
    Fault("two intents", "output-intent", in_root(twice), "2 output intents", 0),
    Fault(
        "an intent without a name",
        "output-intent",
        intent(OutputConditionIdentifier=""),
        "names no printing",
        0,
    ),
    Fault(
        "an intent of no registry", "output-intent", intent(RegistryName=""), "neither a profile nor the", 0
    ),
    Fault(
        "a profile of a screen",
        "output-intent",
        with_profile(b"mntrRGB "),
        "not one of a printing condition",
        0,
    ),
    Fault(
        "a profile of a gray press", "output-intent", with_profile(b"prtrGRAY"), "for GRAY, not for CMYK", 0
    ),
    # Boxes
    Fault("no TrimBox", "page-boxes", on_page(drop("/TrimBox")), "no TrimBox"),
    Fault("no BleedBox", "page-boxes", on_page(drop("/BleedBox")), "no BleedBox"),
    Fault(
        "a box of three numbers",
        "page-boxes",
        page("BleedBox", Array([1, 2, 3])),
        "the BleedBox of a page is",
    ),
    Fault("a BleedBox beyond the sheet", "box-order", wide_bleed, "do not lie in each other"),
    Fault(
        "one page smaller", "page-size", smaller, "not all pages have one size: most are 148 x 210 mm (A5)"
    ),
    Fault("a paper that is not taken", "page-size", nothing, "the shop takes A4 and Letter", 0, shop=PAPERS),
    Fault("two millimetres of bleed", "bleed-room", narrow_bleed, "bleed by 2 mm; the shop asks for 3 mm"),
    # Bleed
    Fault(
        "a band to the cut", "bleed-painted", replacing(BAND, BAND_TO_CUT), "at the top, right and left edges"
    ),
    Fault(
        "a box to the cut", "bleed-painted", painting(b"0 0 1 0 k " + LOW_TO_CUT), "stops at the left edge:"
    ),
    Fault("an image to the cut", "bleed-painted", painting(IMAGE_TO_CUT), "stops at the right edge:"),
    Fault("a curve to the cut", "bleed-painted", painting(CURVE_TO_CUT), "stops at the left edge:"),
    Fault("a rule to the cut", "bleed-painted", painting(RULE_TO_CUT), "stops at the bottom edge:"),
    Fault(
        "a box on other artwork",
        "bleed-painted",
        painting(BOX_ON_BOX),
        "while other artwork goes on",
        2,
        WARNING,
    ),
    Fault(
        "text in the slug",
        "outside-bleed",
        painting(letters(b"job 1234", b"0 g /F1 8 Tf", 60, 8)),
        "the first, text,",
    ),
    Fault("artwork beyond the bleed", "outside-bleed", painting(BEYOND), "the first, a shape,"),
    Fault("crop marks, not taken", "outside-bleed", nothing, "the shop takes nothing", 1, shop="marks: none"),
    Fault(
        "crop marks in the bleed",
        "outside-bleed",
        painting(MARK_IN_BLEED),
        "reach into the bleed",
        2,
        WARNING,
    ),
    Fault(
        "text at the cut",
        "safety",
        painting(letters(b"at", b"0 g /F1 10 Tf", X0 + 3, 300)),
        "1.06 mm from",
        2,
        WARNING,
    ),
    Fault(
        "white text at the cut",
        "safety",
        painting(letters(b"at", b"0 0 0 0 k /F1 10 Tf", X0 + 3, 300)),
        "1.06 mm from",
        2,
        WARNING,
    ),
    Fault(
        "text over the cut",
        "safety",
        painting(letters(b"at", b"0 g /F1 10 Tf", X1 - 4, 300)),
        "text runs off the page",
    ),
    Fault(
        "text beside the page",
        "safety",
        painting(letters(b"at", b"0 g /F1 10 Tf", SHEET[2] + 40, 300)),
        "text stands beside the page, where nobody sees it: 1 line",
        2,
        WARNING,
    ),
    # Colour
    Fault("RGB in an annotation that is printed", "colours", annotated(4), "DeviceRGB is used for shapes"),
    Fault("RGB shapes", "colours", painting(b"1 0 0 rg " + BOX), "DeviceRGB is used for shapes"),
    Fault("an RGB line", "colours", painting(b"0 0 1 RG " + LINE), "DeviceRGB is used for lines"),
    Fault(
        "RGB text", "colours", painting(letters(b"red", b"1 0 0 rg /F1 9 Tf")), "DeviceRGB is used for text"
    ),
    Fault(
        "an RGB image", "colours", image(data=bytes(270_000), ColorSpace=Name.DeviceRGB), "used for images"
    ),
    Fault("RGB in a form", "colours", form(b"0 1 0 rg " + BOX), "DeviceRGB is used for shapes"),
    Fault("RGB in a pattern", "colours", tiling, "DeviceRGB is used for shapes"),
    Fault(
        "RGB in a shading", "colours", gradient([1, 0, 0], Name.DeviceRGB), "DeviceRGB is used for shadings"
    ),
    Fault("an RGB inline image", "colours", painting(inline(b"/CS /RGB /BPC 8", b"abc")), "used for images"),
    Fault(
        "indexed RGB", "colours", image(data=bytes(90_000), ColorSpace=INDEXED), "DeviceRGB (indexed) is used"
    ),
    Fault(
        "a profile",
        "colours",
        profiled,
        "ICCBased CMYK is used for shapes; the shop takes gray, CMYK and spot",
    ),
    Fault(
        "Lab", "colours", spaced(b"/X cs 50 10 10 scn " + BOX, Array([Name.Lab, Dictionary()])), "Lab is used"
    ),
    Fault(
        "a spot colour",
        "colours",
        spaced(b"/X cs 1 scn " + BOX, SPOT),
        "'PANTONE 123 C' is used",
        shop=PROCESS,
    ),
    Fault("registration colour", "registration", painting(b"/All cs 0.5 scn " + BOX), "prints on all plates"),
    Fault(
        "rich black text",
        "black-text",
        painting(letters(b"b", b"0.6 0.4 0.4 1 k /F1 9 Tf")),
        "Cyan 60 %, Magenta",
    ),
    Fault(
        "text of inks",
        "black-text",
        painting(letters(b"b", b"0 .5 .6 .1 k /F1 9 Tf")),
        "three inks",
        2,
        WARNING,
    ),
    Fault("white that overprints", "white-overprint", graphics(b"0 0 0 0 k " + BOX, op=True), "will vanish"),
    Fault(
        "white lines that overprint",
        "white-overprint",
        graphics(b"0 0 0 0 K " + LINE, OP=True),
        "will vanish",
    ),
    Fault(
        "ink of a shape", "total-ink", painting(b"0.9 0.8 0.8 0.9 k " + BOX), "340 %, 32 mm from the left and"
    ),
    Fault(
        "ink of an image",
        "total-ink",
        image(data=bytes(359_996) + b"\xff\xff\xc8\xff"),
        "is 378 %, 42 mm from",
    ),
    Fault("ink of a JPEG", "total-ink", image(raw=jpeg(0, 204), Filter=Name.DCTDecode), "is 320 %, "),
    Fault(
        "ink of a turned JPEG",
        "total-ink",
        image(raw=jpeg(255, 51), Filter=Name.DCTDecode, Decode=TURNED),
        "320 %",
    ),
    Fault("ink of a table", "total-ink", image(data=bytes(90_000), ColorSpace=HEAVY_TABLE), "is 400 %, "),
    Fault("ink of a shading", "total-ink", gradient([1, 1, 1, 0.5]), "is 350 %, "),
    Fault(
        "an unreadable image", "total-ink", image(BitsPerComponent=16), "could not be measured", 2, WARNING
    ),
    # Fonts, sizes, images
    Fault("a font left out", "fonts", helvetica, "replaced by others: Helvetica"),
    Fault("letters that are drawings", "type3", type3, "Type 3, which the shop does not take: Drawn"),
    Fault("small type", "type-size", painting(letters(b"tiny", b"0 g /F1 4 Tf")), "smallest type is 4 pt"),
    Fault(
        "small white type", "type-size", painting(letters(b"i", b"0 0 0 0 k /F1 4 Tf")), "smallest type is 4"
    ),
    Fault(
        "type made small",
        "type-size",
        painting(SHRUNK + letters(b"t", b"0 g /F1 12 Tf", 900, 900)),
        "is 3 pt",
    ),
    Fault("a thin line", "line-width", painting(b"0 0 0 1 K 0.1 w " + LINE), "thinnest line is 0.1 pt"),
    Fault("a hairline", "line-width", painting(b"0 0 0 1 K 0 w " + LINE), "hairline of width 0"),
    Fault(
        "a line made thin",
        "line-width",
        painting(SHRUNK + b"0 0 0 1 K .8 w 500 500 m 700 500 l S"),
        "is 0.2 pt",
    ),
    Fault(
        "a thin rectangle",
        "line-width",
        painting(b"0 0 0 1 k 100 100 80 0.1 re f"),
        "thinnest line is 0.1 pt",
    ),
    Fault(
        "a poor image", "image-resolution", painting(b"180 0 0 180 100 60 cm /Im1 Do"), "has 120 ppi on paper"
    ),
    Fault(
        "a fair image",
        "image-resolution",
        painting(b"120 0 0 120 99 60 cm /Im1 Do"),
        "has 180 ppi",
        2,
        WARNING,
    ),
    Fault(
        "coarse line art",
        "image-resolution",
        painting(inline(b"/IM true", b"\xaa" * 8, 8)),
        "of two tones has 12",
    ),
    # Transparency
    Fault("opacity", "transparency", graphics(b"0 0 0 1 k " + BOX, ca=0.5), "opacity below 100 %"),
    Fault("opacity of lines", "transparency", graphics(b"0 0 0 1 K " + LINE, CA=0.5), "opacity below 100 %"),
    Fault(
        "a blend mode", "transparency", graphics(b"0 0 0 1 k " + BOX, BM=Name.Multiply), "blend mode Multiply"
    ),
    Fault(
        "a soft mask", "transparency", graphics(b"0 g " + BOX, SMask=Dictionary(S=Name.Alpha)), "soft masks"
    ),
    Fault("a soft mask of an image", "transparency", image(SMask=mask), "soft masks"),
    Fault("a group", "transparency", page("Group", Dictionary(S=Name.Transparency)), "transparency groups"),
    Fault(
        "a group in a form",
        "transparency",
        form(b"0 g " + BOX, Group=Dictionary(S=Name.Transparency)),
        "groups",
    ),
    # Page count
    Fault(
        "no multiple of four", "page-count", in_pages(1), "3 pages, which is no multiple of 4", 0, shop=FOURS
    ),
    Fault("too few pages", "page-count", nothing, "4 pages; the shop asks for at least 8", 0, shop=EIGHT),
    Fault("too many pages", "page-count", nothing, "4 pages; the shop binds at most 2", 0, shop=TWO),
]


def remarks(data: bytes, shop: str) -> list[Finding]:
    return [finding for finding in preflight(data, "press.pdf", shop).findings if finding.outcome != "pass"]


def test_the_sound_file_brings_no_remark_and_every_check_but_one_speaks() -> None:
    report = preflight(sound(), "press.pdf")
    assert report.shop == "online-press"
    assert [finding for finding in report.findings if finding.outcome != "pass"] == []
    assert set(CHECKS) - {finding.check for finding in report.findings} == {
        "page-count"
    }  # this shop asks for none


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_the_check_that_is_for_it(fault: Fault, tmp_path: Path) -> None:
    file = tmp_path / "shop.yml"
    file.write_text(f"title: A shop\nlike: online-press\n{fault.shop}\n")
    found = remarks(damaged(fault.change, **fault.how), str(file))
    assert {finding.check for finding in found} == {fault.check}, found
    (finding,) = found
    assert finding.outcome == fault.outcome
    assert fault.words in finding.sentence
    assert (fault.page in finding.pages) if fault.page else (finding.pages == ())
    assert finding.hint


def test_every_check_has_a_fault() -> None:
    assert {fault.check for fault in FAULTS} == set(CHECKS)


def test_faults_on_several_pages_are_told_in_one_sentence_with_all_pages() -> None:
    thin = b"0 0 0 1 K 0.1 w " + LINE
    (finding,) = remarks(damaged(both(painting(thin, 1), painting(thin, 3))), "online-press")
    assert finding.pages == (1, 3)


def test_a_repaired_file_is_told_to_be_damaged() -> None:
    """The table of the objects is not where the file says; all else is as it was."""
    data = sound()
    (finding,) = remarks(data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n", "online-press")
    assert finding.check == "sound"
    assert "opens only after repair" in finding.sentence


TAKEN = {
    "spot colours": b"/Spot cs 0.8 scn " + BOX,
    "gray": b"0.5 g " + BOX,
    "a piece that goes on in nearly the same colour":
        b"0 0 .30 0 k " + LOW_TO_CUT + b"0 0 .32 0 k " + rectangle(X0 - BLEED, Y0 + 50, BLEED, 30),
    "a ring that crosses the edge on other artwork": b"0 0 .2 0 k " + LOW + b"0 .5 0 0 K 1 w "
        + f"{X0 + 20} {Y0 + 55} m {X0 - 18} {Y0 + 55} {X0 - 18} {Y0 + 75} {X0 + 20} {Y0 + 75} c S".encode(),
    "white that ends at the cut": b"0 0 0 0 k " + LOW_TO_CUT,
    "artwork clipped to the bleed": f"{X0 - BLEED} {Y0 - BLEED} {ACROSS} 90 re W n 0 0 1 0 k ".encode()
        + rectangle(0, 0, 2000, 2000),
    "artwork that a later shape hides": b"0 0 1 0 k " + LOW_TO_CUT + b"1 0 0 0 k " + LOW,
    "invisible text": letters(b"hidden", b"3 Tr 1 0 0 rg /F1 2 Tf"),
    "large type in rich black": letters(b"R", b"0.6 0.4 0.4 1 k /F1 40 Tf"),
    "a hairline off the sheet": f"0 w {SHEET[2] + 50} 10 m {SHEET[2] + 90} 10 l S".encode(),
    "black that overprints": b"/G gs 0 0 0 1 k " + BOX,
    "an image of one pixel": inline(b"/CS /CMYK /BPC 8", b"\x10\x10\x10\x10"),
    "a soft mask taken off again": b"/M gs /N gs 0 0 0 1 k " + BOX,
    "spaces in small type": letters(b"   ", b"0 g /F1 1 Tf"),
}  # fmt: skip


@pytest.mark.parametrize("content", TAKEN.values(), ids=TAKEN.keys())
def test_what_a_press_takes_brings_no_remark(content: bytes) -> None:
    states = Dictionary(
        G=Dictionary(OP=True, op=True, OPM=1),
        M=Dictionary(SMask=Dictionary(S=Name.Alpha)),
        N=Dictionary(SMask=Name("/None")),
    )
    change = painting(content, ColorSpace=Dictionary(Spot=SPOT), ExtGState=states)
    assert remarks(damaged(change), "online-press") == []


def test_a_us_shop_asks_for_an_eighth_of_an_inch_and_no_marks() -> None:
    found = {finding.check: finding.sentence for finding in remarks(sound(), "us-press")}
    assert set(found) == {"bleed-room", "outside-bleed"}
    assert "bleed by 3 mm; the shop asks for 3.18 mm" in found["bleed-room"]


def test_a_shop_that_takes_pdf_x4_takes_x1a_too_but_holds_it_to_its_rules() -> None:
    assert remarks(sound(), "press-x4") == []
    (finding,) = remarks(damaged(graphics(b"0 0 0 1 k " + BOX, ca=0.5)), "press-x4")
    assert finding.check == "standard-kept"
    assert "uses transparency" in finding.sentence


@pytest.mark.parametrize("shop", names())
def test_every_shipped_shop_can_judge(shop: str) -> None:
    report = preflight(sound(), "press.pdf", shop)
    assert report.shop == shop
    assert {"sound", "fonts", "page-size"} <= {finding.check for finding in report.findings}


def _marks(pdf: bytes) -> list[tuple[str, Any]]:
    return [(mark.kind, mark.box) for mark in read(pdf, "x").pages[1].marks]


def test_the_appearance_of_an_annotation_stands_in_its_place() -> None:
    place = (X0 + 60, Y0 + 60, X0 + 90, Y0 + 80)
    *rest, (kind, box) = _marks(damaged(annotated(4, place)))
    assert (rest, kind) == (_marks(sound()), "fill")
    assert box == pytest.approx(place)


@pytest.mark.parametrize("flags", [0, 2, 6, 32])
def test_an_annotation_that_is_not_printed_paints_nothing(flags: int) -> None:
    assert _marks(damaged(annotated(flags))) == _marks(sound())


def test_of_the_states_of_an_annotation_the_one_that_is_set_is_printed() -> None:
    def change(pdf: Pdf) -> None:
        annotated(4, AS=Name.On)(pdf)
        note = pdf.pages[1].obj.Annots[0]
        off = Stream(pdf, b"", BBox=Array([0, 0, 1, 1]))
        note.AP.N = Dictionary(On=note.AP.N, Off=pdf.make_indirect(off))

    assert len(_marks(damaged(change))) == len(_marks(sound())) + 1


def test_text_that_the_page_itself_cuts_runs_off_it() -> None:
    """Without a bleed nothing can be seen beyond the page: what is cut there is told all the same."""

    def uncut(pdf: Pdf) -> None:
        for page in pdf.pages:
            del page.obj.TrimBox, page.obj.BleedBox

    def told(*more: Change) -> list[Finding]:
        found = preflight(damaged(both(uncut, *more)), "x", "office").findings
        return [one for one in found if one.check == "safety" and one.outcome == "failure"]

    off = painting(letters(b"at", b"0 g /F1 10 Tf", SHEET[2] - 4, 300))
    (finding,) = told(off)
    assert (finding.pages, finding.sentence[:23]) == ((2,), "text runs off the page:")
    clipped = b"0 0 %d 600 re W n " % (SHEET[2] - 2) + letters(b"at", b"0 g /F1 10 Tf", SHEET[2] - 4, 300)
    assert told(painting(clipped)) == []


@pytest.mark.parametrize(
    "nothing",
    [
        b"0 0 10 10 re W n " + letters(b"at", b"0 g /F1 10 Tf", SHEET[2] + 40, 300),
        letters(b"at", b"0 g 3 Tr /F1 10 Tf", SHEET[2] + 40, 300),
        letters(b"  ", b"0 g /F1 10 Tf", SHEET[2] + 40, 300),
    ],
    ids=["clipped away", "no ink", "blanks"],
)
def test_what_shows_nothing_anyway_does_not_stand_beside_the_page(nothing: bytes) -> None:
    found = preflight(damaged(painting(nothing)), "x", "office").findings
    assert not [one for one in found if "beside the page" in one.sentence]
