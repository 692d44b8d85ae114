"""What a column of a table holds, by its values.

Comes in: some cells of a column and its name. Goes out: `held`: addresses, dates, money or countries, or "" where most
cells are something else. What a column means is for its author to say, so that this only proposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from guidebuild.importers.meaning.countries import country_in
from guidebuild.importers.meaning.days import day_of
from guidebuild.importers.meaning.money import amount_in
from guidebuild.importers.reading.table import folded

Held = Literal["addresses", "dates", "money", "countries", ""]
_MOST = 0.8
_ADDRESS = re.compile(r"https?://\S+\Z", re.IGNORECASE)
_MONEY = re.compile(
    r"salar|pay|wage|compens|income|earn|remuner|gehalt|lohn|amount|rate\b|tjm|salaire|sueldo|stipend"
)
_NOT_MONEY = re.compile(r"\b(?:id|year|count|number|period|currency|rating)\b")


def held(cells: Iterable[str], name: str) -> Held:
    """What four of five cells that are filled hold."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled:
        return ""

    def most(count: int) -> bool:
        return count >= _MOST * len(filled)

    if most(sum(bool(_ADDRESS.match(cell)) for cell in filled)):
        return "addresses"
    if most(sum(len(cell) > 7 and day_of(cell) is not None for cell in filled)):
        return "dates"
    amounts = [amount for cell in filled if (amount := amount_in(cell))]
    called = _MONEY.search(folded(name)) and not _NOT_MONEY.search(folded(name))
    if most(len(amounts)) and (called or most(sum(bool(sign) for _, sign in amounts))):
        return "money"
    return "countries" if most(sum(bool(country_in(cell)) for cell in filled)) else ""


def column_of(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row)]
