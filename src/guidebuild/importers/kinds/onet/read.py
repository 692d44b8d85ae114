"""An O*NET release to a draft of roles.

Comes in: the path of a release, and which occupations are wanted. Goes out: a `Draft` with a
role for each and the source with its credit line. Refuses: what `archive`, `files` and `occupations` refuse.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft, Entry
from guidebuild.importers.kinds.onet.files import Release, open_release
from guidebuild.importers.kinds.onet.found import collect
from guidebuild.importers.kinds.onet.occupations import by_code, catalogue, search
from guidebuild.importers.kinds.onet.release import source_entry
from guidebuild.importers.kinds.onet.role import Maker
from guidebuild.importers.meaning.short_titles import short_titles
from guidebuild.importers.meaning.wording import counted, slug
from guidebuild.importers.reading.archive import open_archive
from guidebuild.importers.reading.release import Catalogue, Occupation, Row, all_of
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
        by_words = search(opened, listed).by_words
        finds = [partial(by_words, text, every=every) for text in words]
        wanted = all_of([partial(by_code, listed, codes), *finds])
        found, known = collect(opened, [one.key for one in wanted])
        shorts = short_titles(one.title for one in listed.all.values())
        source = source_entry(opened.number, on)
        maker = Maker(listed, shorts, known, source.id, on, opened.notes)
        ids = _ids(listed)
        roles = tuple(Entry("roles", ids[one.key], maker.facts(one, found[one.key])) for one in wanted)
        notes = (*archive.notes, *opened.notes, *_unnumbered(opened), *_unlisted(maker.unlisted))
    return Draft("onet", source.id, (*roles, source), notes, tuple(_said(opened, wanted)))


def _ids(listed: Catalogue[Occupation]) -> dict[str, str]:
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
