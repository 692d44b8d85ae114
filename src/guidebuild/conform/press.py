"""Untagged pages in CMYK -> a file for a print shop: boxes, crop marks, output intent, identification, a check.

Comes in: a `Typeset` whose pages were painted for a press, and the `Press`. Goes out: an `Artifact` that says
PDF/X-1a:2003 (ISO 15930-4) or PDF/X-4 (ISO 15930-7). It is made for machines that print and not for readers: it has
neither tags nor links nor bookmarks. Refuses: pages that `check_press` objects to, with `NotConforming`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from guidebuild.brand.press import CONDITIONS
from guidebuild.brand.theme import MARK_GAP, MARK_LENGTH, Press
from guidebuild.conform.artifact import Artifact, NotConforming
from guidebuild.conform.check_press import content_of
from guidebuild.conform.finish import tidy
from guidebuild.conform.metadata import Facts, facts, information, press_packet
from guidebuild.diagnostics import Diagnostic
from guidebuild.typeset.inks import number
from guidebuild.typeset.result import Typeset

if TYPE_CHECKING:
    from pikepdf import Page, Pdf, Stream

VERSIONS = {"PDF/X-1a:2003": "1.4", "PDF/X-4": "1.6"}
MARK_WIDTH = 0.25  # points: the hairline that crop marks are drawn with
_REGISTRY = "http://www.color.org"


def finish_for_press(typeset: Typeset, press: Press, warnings: Sequence[Diagnostic] = ()) -> Artifact:
    """The finished file. `warnings` of earlier stages travel with it.

    Raises `NotConforming` with all that breaks a rule.
    """
    import pikepdf

    from guidebuild.conform.check_press import problems

    known = facts(typeset)
    with pikepdf.open(BytesIO(typeset.pdf)) as pdf:
        tidy(pdf)
        _strip(pdf)
        for page in pdf.pages:
            _boxes(page, press)
        if press.crop_marks:
            _crop_marks(pdf, press)
        _describe(pdf, known, press)
        _output_intent(pdf, press)
        found = problems(pdf)
        if len(pdf.pages) != typeset.page_count:
            found = (*found, f"{len(pdf.pages)} pages in the file, {typeset.page_count} were typeset")
        if found:
            raise NotConforming(found)
        data = _write(pdf, press)
    return Artifact(
        pdf=data,
        page_count=typeset.page_count,
        title=known.title,
        digest=hashlib.sha256(data).hexdigest(),
        profile=typeset.profile,
        conformance=(press.standard,),
        warnings=tuple(warnings),
    )


def _strip(pdf: Pdf) -> None:
    """What serves readers at a screen goes: it has no use at a press, and actions are forbidden there."""
    for key in ("/Outlines", "/PageMode", "/PageLabels", "/Dests", "/Names", "/ViewerPreferences", "/Lang"):
        if key in pdf.Root:
            del pdf.Root[key]


def _boxes(page: Page, press: Press) -> None:
    """Where the sheet is cut, and how far it is painted (ISO 15930-4, 6.8): the page is as large as the typeset one."""
    from pikepdf import Array

    x0, y0, x1, y1 = (float(value) for value in page.mediabox)
    for name, inset in (("/BleedBox", press.margin - press.bleed), ("/TrimBox", press.margin)):
        box = (x0 + inset, y0 + inset, x1 - inset, y1 - inset)
        page.obj[name] = Array([round(value, 3) for value in box])


def _crop_marks(pdf: Pdf, press: Press) -> None:
    """Marks at the corners, outside the bleed, in the colour that is on every plate (ISO 32000-1, 8.6.6.4: All)."""
    from pikepdf import Array, Dictionary, Name

    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    space = pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))
    streams: dict[tuple[float, ...], Stream] = {}
    for page in pdf.pages:
        trim = tuple(float(value) for value in page.trimbox)
        if trim not in streams:
            streams[trim] = pdf.make_stream(_marks(trim, press).encode("ascii"))
        if "/ColorSpace" not in page.obj.Resources:
            page.obj.Resources.ColorSpace = Dictionary()
        page.obj.Resources.ColorSpace.Registration = space
        page.contents_add(streams[trim])


def _marks(trim: tuple[float, ...], press: Press) -> str:
    """Two lines at each corner, in line with the trim."""
    x0, y0, x1, y1 = trim
    near, far = press.bleed + MARK_GAP, press.bleed + MARK_GAP + MARK_LENGTH
    lines = []
    for x in (x0, x1):
        lines += [(x, y0 - far, x, y0 - near), (x, y1 + near, x, y1 + far)]
    for y in (y0, y1):
        lines += [(x0 - far, y, x0 - near, y), (x1 + near, y, x1 + far, y)]
    strokes = " ".join("{} {} m {} {} l S".format(*map(number, line)) for line in lines)
    return f"q /Registration CS 1 SCN {number(MARK_WIDTH)} w {strokes} Q"


def _describe(pdf: Pdf, known: Facts, press: Press) -> None:
    """Title, dates and standard, in /Info and in XMP (ISO 15930-4, 6.3 and 6.4; ISO 15930-7, 6.5)."""
    from pikepdf import Dictionary, Name, Stream, String

    content = b"".join(content_of(page) for page in pdf.pages)
    identifier = hashlib.sha256(content + press.icc + known.title.encode()).hexdigest()[:32]
    packet = press_packet(known, press.standard, identifier)
    pdf.Root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)
    entries = {key: String(value) for key, value in information(known).items()}
    info = Dictionary(entries)
    info.Trapped = Name("/False")
    if press.standard != "PDF/X-4":
        info.GTS_PDFXVersion = String(press.standard)
    pdf.trailer.Info = pdf.make_indirect(info)


def _output_intent(pdf: Pdf, press: Press) -> None:
    """The printing that the inks are meant for (ISO 15930-4, 6.6): by its registered name, or by the profile."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    from guidebuild.brand import separation

    meaning = CONDITIONS[press.condition] if press.condition else separation.profile(press.icc).description
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(press.condition or "Custom"),
        OutputCondition=String(meaning or "Custom"),
        Info=String(meaning or "Custom"),
    )
    if press.condition:
        intent.RegistryName = String(_REGISTRY)
    if press.icc:
        intent.DestOutputProfile = Stream(pdf, press.icc, N=4)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _write(pdf: Pdf, press: Press) -> bytes:
    """Without object streams, which PDF 1.4 does not know; the /ID is a hash of what is written."""
    from pikepdf import ObjectStreamMode

    target = BytesIO()
    pdf.save(
        target,
        force_version=VERSIONS[press.standard],
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return target.getvalue()
