"""The source entry of an ESCO release, with the acknowledgement that its terms ask for.

Comes in: the version of the release, and the day. Goes out: an id and an `Entry`. Source of the wording: the conditions
at https://esco.ec.europa.eu/en/use-esco/download, which ask publications for this sentence, and adapted versions to say
that they are adapted.
"""

from __future__ import annotations

import datetime as dt

from guidebuild.importers.draft import Entry, Fact

_CREDIT = (
    "This publication uses the ESCO classification of the European Commission. What it shows of it was selected and "
    "adapted by the editors of this guide."
)
_LICENCE = "free to reuse with acknowledgement, under Commission Decision 2011/833/EU"


def source_id(version: str) -> str:
    return f"esco-{version.replace('.', '-')}" if version else "esco"


def source_entry(version: str, on: dt.date) -> Entry:
    """`version` as in "1.2.0", or "" where it is not known."""
    return Entry(
        "sources",
        source_id(version),
        {
            "title": Fact("ESCO classification" + (f", version {version}" if version else "")),
            "publisher": Fact("European Commission"),
            "accessed": Fact(on),
            "url": Fact("https://esco.ec.europa.eu/en"),
            "licence": Fact(_LICENCE),
            "credit": Fact(_CREDIT),
        },
    )
