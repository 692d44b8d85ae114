"""Which occupations of O*NET are meant: by their codes, or by words of their titles.

Comes in: a release, and codes. Goes out: the `Catalogue` of all occupations, those that have the codes, and the
`Search` by words. Raises `GuideError` for codes that the release does not have, with the nearest ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.kinds.onet.files import Release
from guidebuild.importers.meaning.wording import clean
from guidebuild.importers.reading.release import Catalogue, Occupation, Search

_CODE = re.compile(r"(\d{2})\D?(\d{4})(?:\D?(\d{2}))?")


def catalogue(release: Release) -> Catalogue[Occupation]:
    """Raises `GuideError` when the list of occupations is empty."""
    found: dict[str, Occupation] = {}
    for row in release.rows("occupations"):
        if row["code"] and row["title"]:
            found.setdefault(row["code"], Occupation(row["code"], clean(row["title"]), row))
    return Catalogue(found, release.archive.place(release.files["occupations"][0]))


def search(release: Release, listed: Catalogue[Occupation]) -> Search[Occupation]:
    """The search for occupations by words of their titles, else of the other titles that the release has of them."""

    def others() -> Iterator[tuple[str, list[str]]]:
        for table in ("reported", "titles"):
            for row in release.rows(table):
                yield row["code"], [row["title"]]

    return Search(listed, "title", "choose by code with --soc", others)


def by_code(listed: Catalogue[Occupation], codes: Iterable[str]) -> tuple[Occupation, ...]:
    """The occupations with these codes, each once. "15-2051", "152051" and "15-2051.00" are one code.

    Raises `GuideError` with all that are not there, and what is near.
    """
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


def _unknown(listed: Catalogue[Occupation], given: str, code: str) -> Diagnostic:
    if not _CODE.fullmatch(given.strip()):
        hint = "a code looks like 15-2051.00; to search for a title, use --match"
        return Diagnostic(
            "error", "unknown-code", f"'{given}' is not an O*NET-SOC code", Span(listed.place), (hint,)
        )
    message = f"there is no occupation {code} in this release"
    near = ", ".join(str(found) for found in _nearest_codes(listed, code))
    return Diagnostic("error", "unknown-code", message, Span(listed.place), (f"the nearest are: {near}",))


def _nearest_codes(listed: Catalogue[Occupation], code: str) -> list[Occupation]:
    """Three that share the longest beginning with the code; of those the nearest by number."""
    digits = int(re.sub(r"\D", "", code))

    def distance(found: Occupation) -> tuple[int, int, str]:
        shared = next((i for i, (a, b) in enumerate(zip(code, found.key, strict=False)) if a != b), len(code))
        own = re.sub(r"\D", "", found.key)
        return (-shared, abs(int(own) - digits) if own else digits, found.key)

    return sorted(listed.all.values(), key=distance)[:3]
