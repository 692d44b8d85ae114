"""What education an occupation asks for, from the answers of the people who were asked.

Comes in: rows of the education table: for each of twelve categories the share of people who named it as required.
Goes out: degrees in rising order, in the words of the source, and a sentence with the shares. Refuses: rows of other
scales.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebuild.importers.meaning.wording import LINE, fitted
from guidebuild.importers.reading.release import Row

NOTABLE = 15.0
"""Per cent of the people asked. Rarer answers are not called a usual degree, and are not told."""
SMALL = 30

LEVELS = (
    "Less than a High School Diploma", "High School Diploma", "Post-Secondary Certificate", "Some College Courses",
    "Associate's Degree", "Bachelor's Degree", "Post-Baccalaureate Certificate", "Master's Degree",
    "Post-Master's Certificate", "First Professional Degree", "Doctoral Degree", "Post-Doctoral Training",
)  # fmt: skip
"""The categories of scale RL, 1 to 12, for a release without the file that names them."""


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
    degrees = tuple((_level(category, levels), row.at) for category, _, row in sorted(notable, key=_first))
    said = [(round(share), f"“{_level(category, levels)}”") for category, share, _ in notable]
    asked = max(int(row.number("asked") or 0) for _, _, row in shares)
    doubted = any(row.yes("suppress") for _, _, row in notable)
    return Schooling(degrees, _sentence(said, asked) + _caution(asked, doubted), shares[0][2].at)


def _first(entry: tuple[int, float, Row]) -> int:
    return entry[0]


def _level(category: int, levels: Mapping[int, str]) -> str:
    """The name of a category, without the explanation behind it: "Bachelor's Degree"."""
    words = levels.get(category) or (LEVELS[category - 1] if 1 <= category <= len(LEVELS) else "")
    return fitted(words.partition(" - ")[0].partition(" (")[0], LINE)[0] or f"Level {category}"


def _sentence(said: list[tuple[int, str]], asked: int) -> str:
    """'Of the 27 people asked what the job requires, 74% named “Master's Degree” and 19% “Bachelor's Degree”.'"""
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
