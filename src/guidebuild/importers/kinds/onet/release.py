"""The source entry of an O*NET release, with the credit that its licence asks for.

Comes in: the number of the release, and the day. Goes out: an id and an `Entry`. Source of the wording: "How to Credit
Us" at https://www.onetcenter.org/license_db.html, the form for edited information.
"""

from __future__ import annotations

import datetime as dt

from guidebuild.importers.draft import Entry, Fact

_PUBLISHER = "U.S. Department of Labor, Employment and Training Administration"
_CREDIT = (
    "This guide includes information from the {title} by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. The editors of "
    "this guide have modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these "
    "modifications."
)


def source_id(number: str) -> str:
    return f"onet-{number.replace('.', '-')}" if number else "onet-database"


def source_entry(number: str, on: dt.date) -> Entry:
    """`number` as in "29.3", or "" where it is not known."""
    title = f"O*NET {number} Database" if number else "O*NET Database"
    return Entry(
        "sources",
        source_id(number),
        {
            "title": Fact(title),
            "publisher": Fact(_PUBLISHER),
            "accessed": Fact(on),
            "url": Fact("https://www.onetcenter.org/database.html"),
            "licence": Fact("CC BY 4.0"),
            "credit": Fact(_CREDIT.format(title=title)),
        },
    )
