"""An ESCO release to a draft of roles.

Comes in: the path of a release, and which occupations are wanted. Goes out: a `Draft` with a
role for each and the source with its acknowledgement. Refuses: what `archive`, `files` and `occupations` refuse.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Draft, Entry
from guidebuild.importers.kinds.esco.files import Release, open_release
from guidebuild.importers.kinds.esco.found import collect
from guidebuild.importers.kinds.esco.languages import GUIDE, NAMES, about, base_of, tag_of
from guidebuild.importers.kinds.esco.occupations import Listed, by_uri, catalogue, key_of, search
from guidebuild.importers.kinds.esco.release import source_entry
from guidebuild.importers.kinds.esco.role import Maker
from guidebuild.importers.meaning.short_titles import short_titles
from guidebuild.importers.meaning.wording import clean, slug
from guidebuild.importers.reading.archive import open_archive
from guidebuild.importers.reading.release import Catalogue, all_of
from guidebuild.sources import shown


def read_esco(
    path: Path,
    *,
    uris: Collection[str] = (),
    words: Collection[str] = (),
    every: bool = False,
    language: str = "",
    on: dt.date,
) -> Draft:
    """The occupations with the URIs, UUIDs or codes, and those with words in their names (`every` one of them).

    `language` as in "de"; without it English is taken, or the only one there is. Raises `GuideError`.
    """
    with open_archive(path) as archive:
        release = open_release(archive, language)
        listed = catalogue(release)
        by_words = search(release, listed).by_words
        finds = [partial(by_words, text, every=every) for text in words]
        wanted = all_of([partial(by_uri, listed, uris), *finds])
        found, skills = collect(release, wanted)
        shorts = short_titles(one.title for one in listed.all.values())
        source = source_entry(release.version, on)
        foreign = base_of(release.language) not in ("", GUIDE)
        language = tag_of(release.language) if foreign else ""
        maker = Maker(listed, shorts, skills, source.id, on, release.notes, language)
        ids = _ids(release, listed)
        roles = [Entry("roles", ids[one.key], maker.facts(found[one.key])) for one in wanted]
        notes = (*archive.notes, *release.notes, *_about_release(release))
    return Draft(
        "esco", source.id, (*roles, source), tuple(dict.fromkeys(notes)), tuple(_said(release, wanted))
    )


def _ids(release: Release, listed: Catalogue[Listed]) -> dict[str, str]:
    """Ids by key: the English name if it is there, so that languages meet; else the name, if it is in Latin letters.

    Where two would be the same, and where there are no such letters, a part of the address is in it.
    """
    english = {key_of(row["uri"]): clean(row["label"]) for row in release.rows("english")}
    plain = {key: _plain_id(english.get(key) or one.title) for key, one in listed.all.items()}
    count = Counter(plain.values())
    return {
        key: id_ if id_ and count[id_] == 1 else slug(f"{id_[:68] or 'esco'} {key[:8]}")
        for key, id_ in plain.items()
    }


def _plain_id(label: str) -> str:
    """A slug of a name, or "" for one that has other letters than Latin ones: nothing would be left of it."""
    if any(char.isalpha() and "LATIN" not in unicodedata.name(char, "") for char in label):
        return ""
    return slug(label, fallback="")


def _about_release(release: Release) -> Iterator[Diagnostic]:
    yield from about(release.language, Span(release.place("occupations")))
    if not release.version:
        message = "nothing here tells which version of ESCO this is; the source is named without it"
        hint = "keep the name of the folder or zip as it was downloaded: 'ESCO dataset - v1.2.0 - ...'"
        yield Diagnostic("note", "no-release", message, Span(shown(release.archive.path)), (hint,))


def _said(release: Release, wanted: Sequence[Listed]) -> Iterator[str]:
    count = "1 occupation" if len(wanted) == 1 else f"{len(wanted)} occupations"
    language = f", {NAMES.get(base_of(release.language), release.language)}" if release.language else ""
    yield f"ESCO {release.version or 'of unknown version'}{language}: {count}"
    yield from map(str, wanted)
