"""What a file says about itself: standards, output intents, and what in it is more than ink on paper.

Comes in: an open file. Goes out: the facts of a `Document` that stand on no page. Metadata that
cannot be read say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from guidebuild.preflight.marks import Intent, Page
from guidebuild.preflight.objects import entries, entry, items, name, text
from guidebuild.preflight.streams import StreamFault, decoded

_XMP_LIMIT = 2_000_000
_ICC_LIMIT = 20_000_000
_ICC_CLASS, _ICC_SPACE = slice(12, 16), slice(16, 20)  # ICC.1:2010, table 15
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PREFIXES = {
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
_ACTIVE = ("JavaScript", "Launch", "SubmitForm", "ImportData", "ResetForm")
_MEDIA = ("RichMedia", "Screen", "Movie", "Sound", "3D")


def information(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The information dictionary; names, such as that of Trapped, without their slash."""
    given = entries(entry(pdf.trailer, "Info"))
    return {key: text(value) or name(value) for key, value in given.items()}


def xmp_properties(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The properties of the metadata that a press asks for, as "pdf:Trapped"; of lists the first item."""
    from lxml import etree  # type: ignore[import-untyped]

    try:
        packet = decoded(entry(pdf.Root, "Metadata"), limit=_XMP_LIMIT)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        tree = etree.fromstring(packet.strip(b"\0 \t\r\n"), parser)
    except (StreamFault, etree.XMLSyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    for description in tree.iter(f"{{{_RDF}}}Description"):
        found |= {prefixed: str(value) for key, value in description.items() if (prefixed := _prefixed(key))}
        for child in description.iterchildren(tag=etree.Element):
            if prefixed := _prefixed(str(child.tag)):
                found[prefixed] = " ".join("".join(child.itertext()).split())
    return found


def _prefixed(tag: str) -> str:
    space, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else ""


def standards(info: dict[str, str], xmp: dict[str, str]) -> tuple[str, ...]:
    """The standards that the file claims to keep."""
    found = [
        info.get("GTS_PDFXConformance")
        or info.get("GTS_PDFXVersion")
        or xmp.get("pdfxid:GTS_PDFXVersion", "")
    ]
    if part := xmp.get("pdfaid:part"):
        found.append(f"PDF/A-{part}{xmp.get('pdfaid:conformance', '').lower()}")
    if part := xmp.get("pdfuaid:part"):
        found.append(f"PDF/UA-{part}")
    return tuple(claim for claim in found if claim)


def intents(pdf: pikepdf.Pdf) -> tuple[Intent, ...]:
    return tuple(_intent(given) for given in items(entry(pdf.Root, "OutputIntents"))[:20])


def _intent(given: Any) -> Intent:
    try:
        header = decoded(entry(given, "DestOutputProfile"), limit=_ICC_LIMIT)[:128].decode("latin-1")
    except StreamFault:
        header = ""
    condition, registry = (text(entry(given, key)) for key in ("OutputConditionIdentifier", "RegistryName"))
    kind = name(entry(given, "S"))
    return Intent(kind, condition, registry, header[_ICC_CLASS].strip(), header[_ICC_SPACE].strip())


def active_content(pdf: pikepdf.Pdf, pages: tuple[Page, ...]) -> Iterator[str]:
    """What is no ink on paper, in plain words."""
    root = pdf.Root
    if _acts(root) or entry(root, "Names", "JavaScript") is not None or any(map(_acts_on_page, pdf.pages)):
        yield "scripts or actions"
    if entry(root, "AcroForm", "XFA") is not None or items(entry(root, "AcroForm", "Fields")):
        yield "form fields"
    kinds = {note.kind for page in pages for note in page.annotations}
    if (
        entry(root, "Names", "EmbeddedFiles") is not None
        or entry(root, "AF") is not None
        or "FileAttachment" in kinds
    ):
        yield "attached files"
    if kinds & set(_MEDIA):
        yield "sound, film or 3D"


def _acts(thing: Any) -> bool:
    opening = entry(thing, "OpenAction")
    return entry(thing, "AA") is not None or name(entry(opening, "S")) in _ACTIVE


def _acts_on_page(page: pikepdf.Page) -> bool:
    notes = items(entry(page.obj, "Annots"))[:20_000]
    return _acts(page.obj) or any(
        name(entry(note, "A", "S")) in _ACTIVE or entry(note, "AA") is not None for note in notes
    )


def version(pdf: pikepdf.Pdf) -> str:
    """The later of the header's and the catalog's (ISO 32000-1, 7.2.2)."""
    return max(pdf.pdf_version, name(entry(pdf.Root, "Version")), key=version_number)


def version_number(shown: str) -> tuple[int, ...]:
    """ "1.4" as (1, 4), to be compared; () for what is no version."""
    parts = shown.split(".")
    return (
        tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()
    )


def layers(pdf: pikepdf.Pdf) -> int:
    return len(items(entry(pdf.Root, "OCProperties", "OCGs")))


def has_id(pdf: pikepdf.Pdf) -> bool:
    return len(items(entry(pdf.trailer, "ID"))) == 2
