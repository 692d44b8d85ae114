"""A PDF file as a preflight sees it.

Comes in: bytes, and the name to show for them. Goes out: a `Document`. Refuses: what is no PDF, is locked with a
password, damaged beyond repair or without pages, with `GuideError`.
"""

from __future__ import annotations

import re

from guidebuild.preflight import metadata
from guidebuild.preflight.marks import Document
from guidebuild.preflight.reading import pages
from guidebuild.preflight.streams import opened

PDF_LIMIT = 300_000_000  # bytes; print shops' own upload limits lie between 100 MB and 2 GB
# The dictionaries of these streams are never compressed themselves (ISO 32000-1, 7.5.7 and 7.5.8).
_COMPRESSED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")


def read(data: bytes, shown: str) -> Document:
    """All of a file. Raises `GuideError`."""
    with opened(data, shown) as source:
        pdf = source.pdf
        all_pages = tuple(pages(source))
        info, xmp = metadata.information(pdf), metadata.xmp_properties(pdf)
        return Document(
            name=shown,
            version=metadata.version(pdf),
            pages=all_pages,
            standards=metadata.standards(info, xmp),
            intents=metadata.intents(pdf),
            info=info,
            xmp=xmp,
            has_id=metadata.has_id(pdf),
            encrypted=bool(pdf.is_encrypted),
            active=tuple(metadata.active_content(pdf, all_pages)),
            layers=metadata.layers(pdf),
            compressed_objects=_COMPRESSED.search(data) is not None,
            damage=tuple(source.damage),
        )
