"""An O*NET release to a draft of roles.

Comes in: the path of a release, and which occupations are wanted. Goes out: a `Draft` with a
role for each and the source with its credit line. Refuses: what `archive`, `files` and `occupations` refuse.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft, Entry
from guidebuild.importers.kinds.onet.files import Release, Row, open_release
from guidebuild.importers.kinds.onet.found import collect
from guidebuild.importers.kinds.onet.occupations import Catalogue, Occupation, by_code, by_words, catalogue
from guidebuild.importers.kinds.onet.release import source_entry
from guidebuild.importers.kinds.onet.role import Maker
from guidebuild.importers.meaning.short_titles import short_titles
from guidebuild.importers.meaning.wording import counted, slug
from guidebuild.importers.reading.archive import open_archive
from guidebuild.sources import shown

_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")


def read_onet(
    path: Path,
    *,
    codes: Collection[str] = (),
    words: Collection[str] = (),
    every: bool = False,
    release: str = "",
    on: dt.date,
) -> Draft:
    """The occupations with the codes, and those with words in their titles (`every` one of them, however many).

    `release` is its number where the files do not tell it, or chooses one of several. Raises `GuideError`.
    """
    if release and not _NUMBER.fullmatch(release):
        hint = "a release is numbered as in 29.3"
        raise GuideError(
            [Diagnostic("error", "no-release", f"'{release}' is not a release of O*NET", hints=(hint,))]
        )
    with open_archive(path) as archive:
        opened = open_release(archive, release)
        listed = catalogue(opened)
        wanted = _wanted(opened, listed, codes, words, every)
        found, known = collect(opened, [one.code for one in wanted])
        shorts = short_titles(one.title for one in listed.all.values())
        source = source_entry(opened.number, on)
        maker = Maker(listed, shorts, known, source.id, on, opened.notes)
        ids = _ids(listed)
        roles = tuple(Entry("roles", ids[one.code], maker.facts(one, found[one.code])) for one in wanted)
        notes = (*archive.notes, *opened.notes, *_unnumbered(opened), *_unlisted(maker.unlisted))
    return Draft("onet", source.id, (*roles, source), notes, tuple(_said(opened, wanted)))


def _wanted(
    release: Release, listed: Catalogue, codes: Collection[str], words: Collection[str], every: bool
) -> tuple[Occupation, ...]:
    """All that is asked for, each once: codes first, then what each search finds. Raises `GuideError`."""
    chosen: dict[str, Occupation] = {}
    faults: list[Diagnostic] = []
    try:
        chosen |= {one.code: one for one in by_code(listed, codes)}
    except GuideError as error:
        faults += error.diagnostics
    for search in words:
        try:
            chosen |= {one.code: one for one in by_words(release, listed, search, every=every)}
        except GuideError as error:
            faults += error.diagnostics
    if faults:
        raise GuideError(faults)
    return tuple(chosen.values())


def _ids(listed: Catalogue) -> dict[str, str]:
    """Ids by code: the title's words; where two occupations would have the same, the code is added."""
    words = {code: slug(one.title) for code, one in listed.all.items()}
    count = Counter(words.values())
    return {code: id if count[id] == 1 else slug(f"{id[:68]} {code}") for code, id in words.items()}


def _unnumbered(release: Release) -> Iterator[Diagnostic]:
    if not release.number:
        hint = "say which one it is with --release, as in --release 29.3; the credit line names it"
        message = "nothing here tells which release of O*NET this is"
        yield Diagnostic("warning", "no-release", message, Span(shown(release.archive.path)), (hint,))


def _unlisted(rows: list[Row]) -> Iterator[Diagnostic]:
    if rows:
        count = "1 related occupation is" if len(rows) == 1 else f"{len(rows)} related occupations are"
        message = f"{count} not in this release's list of occupations, and left out"
        yield Diagnostic("note", "unknown-related", message, rows[0].span)


def _said(release: Release, wanted: tuple[Occupation, ...]) -> Iterator[str]:
    yield f"O*NET {release.number or 'of unknown release'}: {counted(len(wanted), 'occupation')}"
    yield from map(str, wanted)
