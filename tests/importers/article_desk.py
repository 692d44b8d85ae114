"""What the tests of the article importer share: the article files, their study, and the guide that comes of them.

`studied("dl-vs-mlse.txt")` is the `Study` of a file of `tests/importers/article/`; `printed(study)` holds the words of
each section of the guide that is built from what it drafts.
"""

from __future__ import annotations

import datetime as dt
import functools
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from guidebuild.compose import compose
from guidebuild.compose.dump import texts
from guidebuild.importers.draft import plain
from guidebuild.importers.kinds.article.read import Given, Study, study
from guidebuild.model.library import load_library
from guidebuild.model.load import load
from guidebuild.model.matching import SkillNames

FOLDER = Path(__file__).parent / "article"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".md", ".html"))
ON = dt.date(2026, 11, 22)


@functools.cache
def vocabulary() -> SkillNames:
    return SkillNames(entry.node for entry in load_library(None).skills)


def of(text: str | bytes, name: str = "article.txt", **given: Any) -> Study:
    """The study of an article that a test writes itself."""
    data = text.encode() if isinstance(text, str) else text
    return study(data, name, names=vocabulary(), on=ON, given=Given(**given))


@functools.cache
def studied(name: str) -> Study:
    return of((FOLDER / name).read_bytes(), name)


def entries(made: Study, kind: str) -> dict[str, dict[str, Any]]:
    """The entries of a kind by id, as YAML would hold them."""
    return {entry.id: plain(entry.facts) for entry in made.draft.entries if entry.kind == kind}


def role(made: Study, id: str) -> dict[str, Any]:
    return entries(made, "roles")[id]


def skills(made: Study, id: str) -> list[str]:
    return [spelled(use, "skill") for use in role(made, id).get("skills", ())]


def spelled(item: Any, key: str) -> str:
    """What an item says, written out or not: `Git` or `{name: Git, note: ...}`."""
    return str(item[key] if isinstance(item, dict) else item)


def guide(made: Study) -> dict[str, Any]:
    (only,) = entries(made, "guides").values()
    return only


def notes(made: Study, code: str) -> list[str]:
    return [str(note) for note in made.draft.notes if note.code == code]


def write(made: Study, folder: Path) -> str:
    """A project with what an import drafts and nothing else; the id of its guide."""
    for kind in ("roles", "guides"):
        (folder / "content" / kind).mkdir(parents=True)
        for id, facts in entries(made, kind).items():
            _dump(folder / "content" / kind / f"{id}.yml", facts)
    for kind in ("tips", "jobs", "sources"):
        listed = [{"id": id, **facts} for id, facts in entries(made, kind).items()]
        if listed:
            _dump(folder / "content" / f"{kind}.yml", {kind: listed})
    (guide,) = entries(made, "guides")
    return guide


def _dump(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False), encoding="utf-8")


def printed(made: Study) -> dict[str, str]:
    """The words of each section of the guide, by the section's id; "" holds all of them."""
    from compose_guides import theme

    with tempfile.TemporaryDirectory() as folder:
        loaded = load(Path(folder), guide=write(made, Path(folder)))
    document = compose(loaded.guide, theme())
    found = {section.id: _words(section) for section in document.sections}
    return {**found, "": _words(document)}


def _words(node: Any) -> str:
    return " ".join(" ".join(texts(node)).replace("\u00a0", " ").split())
