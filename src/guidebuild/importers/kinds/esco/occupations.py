"""Which occupations are meant: by their addresses (URIs) or codes, or by words of their names.

Comes in: a release, and addresses, codes or words. Goes out: `Occupation`s, and `Catalogue`, the names of all of them.
Refuses: addresses that the release does not have (with the nearest), words that no name has, and words that more names
have than anyone means at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, GuideError, Span, nearest
from guidebuild.importers.kinds.esco.files import Release, Row, shows
from guidebuild.importers.meaning.wording import clean
from guidebuild.model.sameness import same_key

MOST = 6  # as many roles as one guide holds
_LISTED = 20
_CODE = re.compile(r"[0-9]{4}(?:\.[0-9]+)*")
_GROUP = re.compile(r"([0-9]{1,4})\Z")


@dataclass(frozen=True, slots=True)
class Occupation:
    """What the release's list of occupations says of one. `key` is the last part of its address."""

    key: str
    uri: str
    label: str
    isco: str
    code: str
    row: Row

    def __str__(self) -> str:
        return f"{self.label} ({self.code or self.key})"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All occupations of a release by their keys, and where the list stands."""

    all: Mapping[str, Occupation]
    place: str


def key_of(uri: str) -> str:
    """What an address ends with, in small letters: a UUID, or the code of a group ("c2511")."""
    return uri.strip().rstrip("/").rpartition("/")[2].casefold()


def alternates(cell: str) -> list[str]:
    """The names in one cell, a line each, or with a bar between them."""
    lines = cell.replace(" | ", "\n").splitlines()
    return [name for name in map(clean, lines) if shows(name)]


def catalogue(release: Release) -> Catalogue:
    """Raises `GuideError` when the list of occupations is empty."""
    place = release.place("occupations")
    found: dict[str, Occupation] = {}
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
            one = Occupation(key, row["uri"], label, digits, code, light)
            found.setdefault(key, one)
    if not found:
        raise GuideError(
            [Diagnostic("error", "no-occupations", "this list of occupations is empty", Span(place))]
        )
    if mended:
        which = "1 occupation" if mended == 1 else f"{mended} occupations"
        message = f"the code of {which} had lost its leading zero: mended"
        release.notes.append(Diagnostic("note", "leading-zero", message, Span(place)))
    return Catalogue(found, place)


# By address or code


def by_uri(listed: Catalogue, given: Iterable[str]) -> tuple[Occupation, ...]:
    """The occupations with these addresses, UUIDs or ESCO codes, each once."""
    codes = {one.code: one for one in listed.all.values() if one.code}
    found: dict[str, Occupation] = {}
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


def _unknown(listed: Catalogue, given: str) -> Diagnostic:
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
        return Diagnostic("error", "unknown-occupation", message, span, (f"in it are: {_list(inside)}",))
    message = f"there is no occupation '{given[:120]}' in this release"
    near = nearest(key_of(given), listed.all, cutoff=0.7)
    hint = f"the nearest is: {listed.all[near].uri}, {listed.all[near].label}" if near else (
        "an address ends with a UUID; to search for a name, use --match"
    )  # fmt: skip
    return Diagnostic("error", "unknown-occupation", message, span, (hint,))


def _list(found: list[Occupation]) -> str:
    more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return "; ".join(map(str, found[:_LISTED])) + more


# By words


def by_words(
    release: Release, listed: Catalogue, words: str, *, every: bool = False
) -> tuple[Occupation, ...]:
    """The occupations whose name has all the words; a name that is just these wins.

    Where no name has them, other names of the occupations are searched, and then words that begin like these. Raises
    `GuideError` when nothing is found, and for more than six unless `every` one is wanted.
    """
    wanted = _words(words)
    if not wanted:
        raise GuideError(
            [Diagnostic("error", "no-words", "there is no word to search for", Span(listed.place))]
        )
    every_one = listed.all.values()
    if exact := [one for one in every_one if wanted in _variants(one.label)]:
        return tuple(exact)
    found = [one for one in every_one if set(wanted) <= set(_words(one.label))]
    if not found:
        others = _by_other_names(release, listed, wanted)
        found = [one for one, equal in others if equal] or [one for one, _ in others]
    found = found or [one for one in every_one if _begin(wanted, _words(one.label))]
    if not found:
        raise GuideError([_no_match(listed, words)])
    if len(found) > MOST and not every:
        raise GuideError([_too_many(listed, words, found)])
    return tuple(found)


def _words(text: str) -> tuple[str, ...]:
    """The words without case and punctuation, an English plural as singular: "Data scientists" is "data scientist"."""
    return tuple(_singular(word) for word in same_key(text).split())


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _variants(label: str) -> set[tuple[str, ...]]:
    """A name, and its forms for men and women where both stand in it: "Softwareentwickler/Softwareentwicklerin"."""
    return {_words(part) for part in (label, *label.split("/"))}


def _begin(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _by_other_names(
    release: Release, listed: Catalogue, wanted: tuple[str, ...]
) -> list[tuple[Occupation, bool]]:
    """The occupations that have an alternative name with the words, and whether one is just these."""
    found = []
    for row in release.rows("occupations"):
        names = [_words(name) for name in alternates(row["alts"])]
        one = listed.all.get(key_of(row["uri"]))
        if one and any(set(wanted) <= set(name) for name in names):
            found.append((one, wanted in names))
    return found


def _no_match(listed: Catalogue, words: str) -> Diagnostic:
    message = f"no occupation of this release has a name with '{words}'"
    left = {one.label.casefold(): one for one in listed.all.values()}
    near: list[str] = []
    while len(near) < 3 and (label := nearest(words.casefold(), left, cutoff=0.5)):
        near.append(str(left.pop(label)))
    hint = f"the nearest are: {'; '.join(near)}" if near else "try a shorter or more usual word"
    return Diagnostic("error", "no-match", message, Span(listed.place), (hint,))


def _too_many(listed: Catalogue, words: str, found: list[Occupation]) -> Diagnostic:
    message = f"{len(found)} occupations have a name with '{words}'"
    hint = f"choose with --uri, or take them all with --all: {_list(found)}"
    return Diagnostic("error", "too-many", message, Span(listed.place), (hint,))
