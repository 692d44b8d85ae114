"""Which occupations are meant: by their codes, or by words of their titles.

Comes in: a release, and codes or words. Goes out: `Occupation`s in the order of the release, and `Catalogue`, the
titles of all of them. Refuses: codes that the release does not have (with the nearest ones), words that no title has,
and words that more titles have than anyone means at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guidebuild.diagnostics import Diagnostic, GuideError, Span, nearest
from guidebuild.importers.kinds.onet.files import Release, Row
from guidebuild.importers.kinds.onet.layout import plain_name
from guidebuild.importers.meaning.wording import clean

MOST = 6  # as many roles as one guide holds
_LISTED = 20
_CODE = re.compile(r"(\d{2})\D?(\d{4})(?:\D?(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Occupation:
    """What the release's list of occupations says of one."""

    code: str
    title: str
    row: Row

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All occupations of a release by their codes, and where the list stands."""

    all: Mapping[str, Occupation]
    place: str

    def title(self, code: str) -> str:
        found = self.all.get(code)
        return found.title if found else ""


def catalogue(release: Release) -> Catalogue:
    """Raises `GuideError` when the list of occupations is empty."""
    place = release.archive.place(release.files["occupations"][0])
    found: dict[str, Occupation] = {}
    for row in release.rows("occupations"):
        if row["code"] and row["title"]:
            found.setdefault(row["code"], Occupation(row["code"], clean(row["title"]), row))
    if not found:
        raise GuideError(
            [Diagnostic("error", "no-occupations", "this list of occupations is empty", Span(place))]
        )
    return Catalogue(found, place)


def by_code(listed: Catalogue, codes: Iterable[str]) -> tuple[Occupation, ...]:
    """The occupations with these codes, each once. "15-2051", "152051" and "15-2051.00" are one code."""
    found: dict[str, Occupation] = {}
    faults = []
    for given in codes:
        code = _written_out(given)
        if code in listed.all:
            found.setdefault(code, listed.all[code])
        else:
            faults.append(_unknown(listed, given, code))
    if faults:
        raise GuideError(faults)
    return tuple(found.values())


def _written_out(given: str) -> str:
    parts = _CODE.fullmatch(given.strip())
    return f"{parts[1]}-{parts[2]}.{parts[3] or '00'}" if parts else given.strip()


def _unknown(listed: Catalogue, given: str, code: str) -> Diagnostic:
    if not _CODE.fullmatch(given.strip()):
        hint = "a code looks like 15-2051.00; to search for a title, use --match"
        return Diagnostic(
            "error", "unknown-code", f"'{given}' is not an O*NET-SOC code", Span(listed.place), (hint,)
        )
    message = f"there is no occupation {code} in this release"
    near = ", ".join(str(found) for found in _nearest_codes(listed, code))
    return Diagnostic("error", "unknown-code", message, Span(listed.place), (f"the nearest are: {near}",))


def _nearest_codes(listed: Catalogue, code: str) -> list[Occupation]:
    """Three that share the longest beginning with the code; of those the nearest by number."""
    digits = int(re.sub(r"\D", "", code))

    def distance(found: Occupation) -> tuple[int, int, str]:
        shared = next(
            (i for i, (a, b) in enumerate(zip(code, found.code, strict=False)) if a != b), len(code)
        )
        own = re.sub(r"\D", "", found.code)
        return (-shared, abs(int(own) - digits) if own else digits, found.code)

    return sorted(listed.all.values(), key=distance)[:3]


def by_words(
    release: Release, listed: Catalogue, words: str, *, every: bool = False
) -> tuple[Occupation, ...]:
    """The occupations whose title has all the words; a title that is just these wins.

    Where no title has them, other titles of the occupations are searched, and then words that begin like these.
    Raises `GuideError` when nothing is found, and for more than six unless `every` one is wanted.
    """
    wanted = _words(words)
    if not wanted:
        raise GuideError(
            [Diagnostic("error", "no-words", "there is no word to search for", Span(listed.place))]
        )
    if exact := [found for found in listed.all.values() if _words(found.title) == wanted]:
        return tuple(exact)
    found = [found for found in listed.all.values() if set(wanted) <= set(_words(found.title))]
    if not found:
        others = _by_other_titles(release, listed, wanted)
        equal = [code for code, title in others.items() if _words(title) == wanted]
        found = [listed.all[code] for code in equal or others]
    found = found or [found for found in listed.all.values() if _begin(wanted, _words(found.title))]
    if not found:
        raise GuideError([_no_match(listed, words)])
    if len(found) > MOST and not every:
        raise GuideError([_too_many(listed, words, found)])
    return tuple(found)


def _begin(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _by_other_titles(release: Release, listed: Catalogue, wanted: tuple[str, ...]) -> dict[str, str]:
    """Code and other title; of one occupation's titles the one that has the fewest words beyond those wanted."""
    found: dict[str, str] = {}
    for table in ("reported", "titles"):
        for row in release.rows(table):
            words = _words(row["title"])
            if set(wanted) <= set(words) and row["code"] in listed.all:
                best = found.get(row["code"])
                if best is None or len(words) < len(_words(best)):
                    found[row["code"]] = row["title"]
    return {code: found[code] for code in listed.all if code in found}


def _words(text: str) -> tuple[str, ...]:
    """The words without case and punctuation, in the singular: "Data Scientists" is "data scientist"."""
    return tuple(map(_singular, plain_name(text).split()))


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith("ss") or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]


def _no_match(listed: Catalogue, words: str) -> Diagnostic:
    message = f"no occupation of this release has a title with '{words}'"
    near = list(_near_titles(listed, words))
    hint = f"the nearest are: {', '.join(near)}" if near else "try a shorter or more usual word"
    return Diagnostic("error", "no-match", message, Span(listed.place), (hint,))


def _near_titles(listed: Catalogue, words: str) -> Iterator[str]:
    by_title = {found.title.casefold(): found for found in listed.all.values()}
    left = dict(by_title)
    for _ in range(3):
        near = nearest(words.casefold(), left, cutoff=0.5)
        if not near:
            break
        yield str(left.pop(near))
    if len(left) == len(by_title):
        parts = {part: found for found in by_title.values() for part in plain_name(found.title).split()}
        for word in plain_name(words).split():
            if near := nearest(word, parts, cutoff=0.75):
                yield str(parts[near])


def _too_many(listed: Catalogue, words: str, found: list[Occupation]) -> Diagnostic:
    message = f"{len(found)} occupations have a title with '{words}'"
    shown = [str(occupation) for occupation in found[:_LISTED]]
    more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    hints = (f"choose by code with --soc, or take them all with --all: {'; '.join(shown)}{more}",)
    return Diagnostic("error", "too-many", message, Span(listed.place), hints)
