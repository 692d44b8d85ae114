"""Which occupations of ESCO are meant: by their addresses (URIs) or codes, or by words of their names.

Comes in: a release, and addresses or codes. Goes out: the `Catalogue` of all occupations, those that are meant, and
the `Search` by words. Raises `GuideError` for addresses that the release does not have, with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, GuideError, Span, nearest
from guidebuild.importers.kinds.esco.files import Release
from guidebuild.importers.meaning.wording import clean
from guidebuild.importers.reading.release import Catalogue, Occupation, Row, Search, in_short, shows

_CODE = re.compile(r"[0-9]{4}(?:\.[0-9]+)*")
_GROUP = re.compile(r"([0-9]{1,4})\Z")


@dataclass(frozen=True, slots=True)
class Listed(Occupation):
    """An occupation of ESCO. `key` is the last part of its address."""

    uri: str
    isco: str
    code: str

    def __str__(self) -> str:
        return f"{self.title} ({self.code or self.key})"


def key_of(uri: str) -> str:
    """What an address ends with, in small letters: a UUID, or the code of a group ("c2511")."""
    return uri.strip().rstrip("/").rpartition("/")[2].casefold()


def alternates(cell: str) -> list[str]:
    """The names in one cell, a line each, or with a bar between them."""
    lines = cell.replace(" | ", "\n").splitlines()
    return [name for name in map(clean, lines) if shows(name)]


def catalogue(release: Release) -> Catalogue[Listed]:
    """Raises `GuideError` when the list of occupations is empty."""
    place = release.place("occupations")
    found: dict[str, Listed] = {}
    mended = 0
    for row in release.rows("occupations"):
        key, label = key_of(row["uri"]), clean(row["label"])
        if key and label and "/isco/" not in row["uri"]:
            group = _GROUP.search(row["isco"])
            digits = group[1] if group else ""
            code = row["code"] if _CODE.fullmatch(row["code"]) else ""
            if len(digits) == 3:  # spreadsheets take the zero of the armed forces away
                digits = f"0{digits}"
                mended += 1
                code = f"0{row['code']}" if re.fullmatch(r"[1-9][0-9]{2}(?:\.[0-9]+)*", row["code"]) else code
            # Texts are read again for the occupations that are wanted; all of them would take much memory.
            light = Row({}, row.place, row.line)
            one = Listed(key, label, light, row["uri"], digits, code)
            found.setdefault(key, one)
    if mended:
        which = "1 occupation" if mended == 1 else f"{mended} occupations"
        message = f"the code of {which} had lost its leading zero: mended"
        release.notes.append(Diagnostic("note", "leading-zero", message, Span(place)))
    return Catalogue(found, place)


def search(release: Release, listed: Catalogue[Listed]) -> Search[Listed]:
    """The search for occupations by words of their names, else of their alternative names."""

    def others() -> Iterator[tuple[str, list[str]]]:
        for row in release.rows("occupations"):
            yield key_of(row["uri"]), alternates(row["alts"])

    return Search(listed, "name", "choose with --uri", others)


# By address or code


def by_uri(listed: Catalogue[Listed], given: Iterable[str]) -> tuple[Listed, ...]:
    """The occupations with these addresses, UUIDs or ESCO codes, each once.

    Raises `GuideError` with all that are not there, and what is near.
    """
    codes = {one.code: one for one in listed.all.values() if one.code}
    found: dict[str, Listed] = {}
    faults = []
    for words in given:
        one = listed.all.get(key_of(words)) or codes.get(words.strip())
        if one:
            found.setdefault(one.key, one)
        else:
            faults.append(_unknown(listed, words.strip()))
    if faults:
        raise GuideError(faults)
    return tuple(found.values())


def _unknown(listed: Catalogue[Listed], given: str) -> Diagnostic:
    """An address that is not here, and what might be meant."""
    span = Span(listed.place)
    if "/skill/" in given:
        message, hint = (
            f"'{given[:120]}' is a skill, not an occupation",
            "look for an address with /occupation/ in it",
        )
        return Diagnostic("error", "unknown-occupation", message, span, (hint,))
    group = _GROUP.search(given) if "/isco/" in given or _CODE.fullmatch(given) else None
    inside = [one for one in listed.all.values() if group and one.code.startswith(group[1])]
    inside = inside or [one for one in listed.all.values() if group and one.isco == group[1]]
    if group and inside:
        message = f"'{given[:120]}' is a group of occupations"
        return Diagnostic("error", "unknown-occupation", message, span, (f"in it are: {in_short(inside)}",))
    message = f"there is no occupation '{given[:120]}' in this release"
    near = nearest(key_of(given), listed.all, cutoff=0.7)
    hint = f"the nearest is: {listed.all[near].uri}, {listed.all[near].title}" if near else (
        "an address ends with a UUID; to search for a name, use --match"
    )  # fmt: skip
    return Diagnostic("error", "unknown-occupation", message, span, (hint,))
