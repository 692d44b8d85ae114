"""What education an occupation asks for, from the answers of the people who were asked.

Comes in: rows of the education table: for each of twelve categories the share of people who named it as required.
Goes out: degrees in rising order, and a sentence with the shares. Refuses: rows of other scales.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebuild.importers.onet.files import Row
from guidebuild.importers.onet.layout import plain_name
from guidebuild.importers.wording import LINE, fitted

NOTABLE = 15.0
"""Per cent of the people asked. Rarer answers are not called a usual degree, and are not told."""
MOST = 3
SMALL = 30

# Words in the source's description, the degree in a list, and the same in a sentence. The order is that of the
# categories of scale RL, 1 to 12, which a release without the file of categories leaves unnamed.
_LEVELS = (
    ("less than a high school diploma", "No diploma", "no high school diploma"),
    ("high school diploma", "High school", "a high school diploma"),
    ("post secondary certificate", "Certificate", "a certificate after high school"),
    ("some college courses", "Some college", "some college courses"),
    ("associate s degree", "Associate’s", "an Associate’s degree"),
    ("bachelor s degree", "Bachelor’s", "a Bachelor’s degree"),
    ("post baccalaureate certificate", "Graduate certificate", "a certificate after the Bachelor’s degree"),
    ("master s degree", "Master’s", "a Master’s degree"),
    ("post master s certificate", "Post-Master’s certificate", "a certificate after the Master’s degree"),
    ("first professional degree", "Professional degree", "a professional degree"),
    ("doctoral degree", "PhD", "a doctorate"),
    ("post doctoral training", "Post-doctoral training", "post-doctoral training"),
)


@dataclass(frozen=True, slots=True)
class Schooling:
    """Degrees with a notable share, a sentence on the shares ("" where none is known), and where that was read."""

    degrees: tuple[tuple[str, str], ...]
    summary: str
    at: str


def schooling(rows: Sequence[Row], levels: Mapping[int, str]) -> Schooling | None:
    """`levels` are the release's descriptions of the categories. None where nobody was asked."""
    known: dict[int, tuple[float, Row]] = {}
    for row in rows:
        category, share = row.number("category"), row.number("value")
        if row["scale"] == "RL" and category and share and 0 < share <= 100:
            known.setdefault(int(category), (share, row))
    if not known:
        return None
    shares = [(category, *known[category]) for category in sorted(known)]
    by_share = sorted(shares, key=lambda entry: -entry[1])
    notable = [entry for entry in by_share if entry[1] >= NOTABLE] or by_share[:1]
    degrees = tuple(
        (_level(category, levels)[0], row.at) for category, _, row in sorted(notable[:MOST], key=_first)
    )
    said = [(round(share), _level(category, levels)[1]) for category, share, _ in notable]
    asked = max(int(row.number("asked") or 0) for _, _, row in shares)
    doubted = any(row.yes("suppress") for _, _, row in notable)
    return Schooling(degrees, _sentence(said, asked) + _caution(asked, doubted), shares[0][2].at)


def _first(entry: tuple[int, float, Row]) -> int:
    return entry[0]


def _level(category: int, levels: Mapping[int, str]) -> tuple[str, str]:
    words = levels.get(category, "")
    for start, degree, said in _LEVELS:
        if plain_name(words).startswith(start):
            return degree, said
    if words:
        short = fitted(words.partition(" - ")[0], LINE)[0]
        return short, f"“{short}”"
    if 1 <= category <= len(_LEVELS):
        return _LEVELS[category - 1][1:]
    return f"Level {category}", f"level {category}"


def _sentence(said: list[tuple[int, str]], asked: int) -> str:
    """'Of the 27 people asked what the job requires, 74% named a Master’s degree and 19% a Bachelor’s degree.'"""
    people = f"the {asked:,} people asked" if asked > 0 else "the people asked"
    (share, first), *others = said
    words = f"Of {people} what the job requires, {share}% named {first}"
    rest = [f"{share}% {level}" for share, level in others]
    if len(rest) > 1:
        words += f", {', '.join(rest[:-1])} and {rest[-1]}"
    elif rest:
        words += f" and {rest[0]}"
    return f"{words}."


def _caution(asked: int, doubted: bool) -> str:
    """What to think of the shares when few were asked, or the source advises against using one of them."""
    if 0 < asked < SMALL:
        return " So few answers give rough shares only."
    return " The source calls these shares imprecise." if doubted else ""
