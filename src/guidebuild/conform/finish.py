"""Tagged pages -> the final file: metadata, output intent, identifiers, compression, and a check before all.

Comes in: a `Typeset`, whose PDF is already tagged. Goes out: an `Artifact` that says PDF/UA-1 (ISO 14289-1)
and PDF/A-2a (ISO 19005-2). Refuses: pages that `check` objects to, with `NotConforming`; no file is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from guidebuild.conform.artifact import Artifact, NotConforming
from guidebuild.conform.icc import gray, srgb
from guidebuild.conform.metadata import Facts, facts, information, packet
from guidebuild.diagnostics import Diagnostic
from guidebuild.edition import PROFILES, Inks
from guidebuild.typeset.result import Typeset

if TYPE_CHECKING:
    from pikepdf import Pdf

# What ReportLab writes on every page and nothing reads: an empty transition, no rotation, no procedure sets.
_LEFTOVERS = ("/Trans", "/Rotate", "/Dur")


def finish(typeset: Typeset, warnings: Sequence[Diagnostic] = ()) -> Artifact:
    """The finished file. `warnings` of earlier stages travel with it.

    Raises `NotConforming` with all that breaks a rule.
    """
    import pikepdf

    from guidebuild.conform.check import problems

    known = facts(typeset)
    with pikepdf.open(BytesIO(typeset.pdf)) as pdf:
        tidy(pdf)
        _describe(pdf, known)
        inks = PROFILES[typeset.profile].inks
        _output_intent(pdf, inks)
        found = problems(pdf, inks)
        if len(pdf.pages) != typeset.page_count:
            found = (*found, f"{len(pdf.pages)} pages in the file, {typeset.page_count} were typeset")
        if found:
            raise NotConforming(found)
        data = _write(pdf)
    return Artifact(
        pdf=data,
        page_count=typeset.page_count,
        title=known.title,
        digest=hashlib.sha256(data).hexdigest(),
        profile=typeset.profile,
        warnings=tuple(warnings),
    )


def tidy(pdf: Pdf) -> None:
    """Take out what ReportLab writes and nobody needs."""
    for page in pdf.pages:
        for key in _LEFTOVERS:
            if key in page.obj and page.obj[key] in (0, {}):
                del page.obj[key]
        if "/Resources" in page.obj and "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # ReportLab's comes from the title alone


def _describe(pdf: Pdf, known: Facts) -> None:
    """Title, language and the rest, in the catalog, in /Info and in XMP (ISO 14289-1, 7.1 and 7.2)."""
    from pikepdf import Dictionary, Name, Stream, String

    pdf.Root.Lang = String(known.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = Stream(pdf, packet(known), Type=Name.Metadata, Subtype=Name.XML)
    entries = {key: String(value) for key, value in information(known).items()}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(entries))


def _output_intent(pdf: Pdf, inks: Inks) -> None:
    """What the device colours mean (ISO 19005-2, 6.2.3): light of three colours, or grey of the same tones."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    name = "Gray with the tones of sRGB" if inks == "gray" else "sRGB IEC61966-2.1"

    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("Custom" if inks == "gray" else name),
        Info=String(name),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=Stream(pdf, gray() if inks == "gray" else srgb(), N=1 if inks == "gray" else 3),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _write(pdf: Pdf) -> bytes:
    """`preserve_pdfa` puts the end of line before `endstream`; the /ID is a hash of what is written."""
    from pikepdf import ObjectStreamMode

    target = BytesIO()
    pdf.save(
        target,
        preserve_pdfa=True,
        force_version="1.7",
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()
