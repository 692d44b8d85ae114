"""What the file says about itself, once: the XMP packet and the information dictionary from the same facts.

Comes in: a `Typeset`. Goes out: `Facts`, `packet`, `press_packet` and `plain_packet` (XMP bytes) and `information` (the
entries of /Info), which must agree (ISO 19005-2, 6.6.3). Refuses: a date that is not ISO 8601, with `ValueError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from guidebuild import __version__
from guidebuild.typeset.result import Typeset

TOOL = f"guidebuild {__version__}"
PRODUCER = f"{TOOL} (ReportLab, pikepdf)"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Facts:
    """The cleaned facts; empty ones are left out of the file. `made` is in UTC."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    made: datetime | None


def _clean(text: str) -> str:
    return _SPACES.sub(" ", _NOT_XML.sub("", text)).strip()


def _moment(date: str) -> datetime | None:
    if not date:
        return None
    moment = datetime.fromisoformat(date)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def facts(typeset: Typeset) -> Facts:
    return Facts(
        title=_clean(typeset.title),
        author=_clean(typeset.author),
        subject=_clean(typeset.subject),
        keywords=tuple(word for word in map(_clean, typeset.keywords) if word),
        language=typeset.language,
        made=_moment(typeset.date),
    )


def information(known: Facts) -> dict[str, str]:
    """The entries of /Info. /Trapped is left out: its XMP twin is not allowed in PDF/A-2."""
    date = f"{known.made:D:%Y%m%d%H%M%SZ}" if known.made else ""
    entries = {
        "/Title": known.title,
        "/Author": known.author,
        "/Subject": known.subject,
        "/Keywords": ", ".join(known.keywords),
        "/Creator": TOOL,
        "/Producer": PRODUCER,
        "/CreationDate": date,
        "/ModDate": date,
    }
    return {key: value for key, value in entries.items() if value}


def _escaped(text: str) -> str:
    """As `xml.sax.saxutils.escape`, which brings urllib, http and ssl along: 10 ms of each cold start."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _simple(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _array(name: str, kind: str, items: tuple[str, ...], mark: str = "") -> str:
    if not any(items):
        return ""
    lines = "".join(f"<rdf:li{mark}>{_escaped(item)}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{lines}</rdf:{kind}></{name}>"


# PDF/A knows no pdfuaid namespace, so the file must describe it (ISO 19005-2, 6.6.2.3.3).
_EXTENSION = (
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file obeys</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
_PLAIN_NAMESPACES = (
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/' "
    "xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
)
_NAMESPACES = (
    f"{_PLAIN_NAMESPACES} xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' "
    "xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/' "
    "xmlns:pdfaExtension='http://www.aiim.org/pdfa/ns/extension/' "
    "xmlns:pdfaSchema='http://www.aiim.org/pdfa/ns/schema#' "
    "xmlns:pdfaProperty='http://www.aiim.org/pdfa/ns/property#'"
)

_PRESS_NAMESPACES = (
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/' "
    "xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' "
    "xmlns:pdfx='http://ns.adobe.com/pdfx/1.3/' xmlns:pdfxid='http://www.npes.org/pdfx/ns/id/'"
)


def packet(known: Facts) -> bytes:
    """The XMP packet of a tagged file."""
    claims = (
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    )
    return _packet(_NAMESPACES, (*claims, *_described(known), _EXTENSION))


def plain_packet(known: Facts) -> bytes:
    """The XMP packet of a file that claims nothing."""
    return _packet(_PLAIN_NAMESPACES, _described(known))


def press_packet(known: Facts, standard: str, identifier: str) -> bytes:
    """The XMP packet of a file for a press: PDF/X-4 is named here (ISO 15930-7, 6.5), earlier ones in /Info too.

    `identifier` is 32 hexadecimal digits made from the content; it stands for the document as well as this version.
    """
    number = "-".join(
        (identifier[:8], identifier[8:12], identifier[12:16], identifier[16:20], identifier[20:])
    )
    name = "pdfxid:GTS_PDFXVersion" if standard == "PDF/X-4" else "pdfx:GTS_PDFXVersion"
    claims = (
        _simple(name, standard),
        _simple("pdf:Trapped", "False"),
        _simple("xmpMM:DocumentID", f"uuid:{number}"),
        _simple("xmpMM:InstanceID", f"uuid:{number}"),
        _simple("xmpMM:VersionID", "1"),
        _simple("xmpMM:RenditionClass", "default"),
    )
    return _packet(_PRESS_NAMESPACES, (*claims, *_described(known)))


def _packet(namespaces: str, lines: tuple[str, ...]) -> bytes:
    """UTF-8, without padding: nobody is meant to edit it in place."""
    whole = (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>",
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>",
        f"<rdf:Description rdf:about='' {namespaces}>",
        *lines,
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        "<?xpacket end='r'?>",
    )
    return "\n".join(line for line in whole if line).encode()


def _described(known: Facts) -> tuple[str, ...]:
    """The facts, as every kind of file has them."""
    default = " xml:lang='x-default'"
    date = f"{known.made:%Y-%m-%dT%H:%M:%SZ}" if known.made else ""
    return (
        _simple("dc:format", "application/pdf"),
        _array("dc:title", "Alt", (known.title,), default),
        _array("dc:creator", "Seq", (known.author,)),
        _array("dc:description", "Alt", (known.subject,), default),
        _array("dc:language", "Bag", (known.language,)),
        _array("dc:subject", "Bag", known.keywords),
        _simple("pdf:Keywords", ", ".join(known.keywords)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", TOOL),
        _simple("xmp:CreateDate", date),
        _simple("xmp:ModifyDate", date),
        _simple("xmp:MetadataDate", date),
    )
