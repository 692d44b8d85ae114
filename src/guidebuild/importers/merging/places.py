"""Where the entries of each kind stand in a project, and the project as it will be once files have changed.

Comes in: the folder of a project and the library. Goes out: `file_of` (the file of an entry), `record_file` (what was
imported into it), and `Planned`, a library that reads the changed files from memory, so that everything which `check`
says about files can be said before one is written. Refuses, with `RefusedError`: files that a link puts outside of the
folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from guidebuild import sources
from guidebuild.diagnostics import GuideError
from guidebuild.importers.meaning.wording import slug
from guidebuild.model.library import Library
from guidebuild.model.project import LISTS, SUFFIXES, Kind, Layer, Origin, guide_file, own_id
from guidebuild.sources import shown
from guidebuild.yamlfile.node import ID_PATTERN
from guidebuild.yamlfile.tree import read_tree

NOUN: dict[Kind, str] = {
    "roles": "role",
    "guides": "guide",
    "skills": "skill",
    "categories": "category",
    "tips": "tip",
    "terms": "term",
    "jobs": "job",
    "questions": "question",
    "sources": "source",
}
RECORDS = "content/imported"


def name_of_list(kind: Kind) -> str:
    """The name of the file in content/ that holds the entries of a kind."""
    return next(name for name, kinds in LISTS.items() if kind in kinds)


def has_own_file(kind: Kind) -> bool:
    return kind in ("roles", "guides")


def file_of(folder: Path, kind: Kind, id_: str) -> Path:
    """The file of the project that an entry stands in, or will stand in. Raises `RefusedError`."""
    if kind == "guides" and (own := guide_file(folder)) and own_id(folder) == id_:
        return sources.confine(folder, own.name)
    stem = f"content/{kind}/{id_}" if has_own_file(kind) else f"content/{name_of_list(kind)}"
    names = [stem + suffix for suffix in SUFFIXES]
    return sources.confine(folder, next((name for name in names if os.path.lexists(folder / name)), names[0]))


def record_file(folder: Path, kind: Kind, id_: str) -> Path:
    """The file that tells what imports brought to an entry. Raises `RefusedError`."""
    name = id_ if re.fullmatch(ID_PATTERN, id_) else slug(id_)
    return sources.confine(folder, f"{RECORDS}/{NOUN[kind]}-{name}.yml")


def is_of_guide(file: Path) -> bool:
    """Whether a file of a project is a guide, or the record of one."""
    if file.parent.name == "imported":
        return file.name.startswith(f"{NOUN['guides']}-")
    return file.parent.name == "guides" or file.stem == "guide"


@dataclass(frozen=True, slots=True)
class _PlannedLayer(Layer):
    """A content folder with files that are not there yet."""

    planned: tuple[Path, ...] = ()

    def files(self, name: Literal["roles", "guides"]) -> list[Path]:
        there = Layer.files(self, name)
        ours = [file for file in self.planned if file.parent == (self.folder / name).resolve()]
        known = {file.resolve() for file in there}
        return sorted([*there, *(file for file in ours if file not in known)])

    def list_file(self, name: str) -> Path | None:
        ours = (file for file in self.planned if file.parent == self.folder.resolve() and file.stem == name)
        return Layer.list_file(self, name) or next(ours, None)


class Planned(Library):
    """The library once the texts of some files (by resolved path) have been written."""

    def __init__(self, library: Library, folder: Path, texts: Mapping[Path, str]) -> None:
        content = folder / "content"
        layers = [layer for layer in library.layers if layer.folder.resolve() != content.resolve()]
        origin: Origin = "project" if layers else "bundled"
        own = _PlannedLayer(origin, content, guide_file(folder), tuple(texts))
        super().__init__([*layers, own], folder)
        self.folder = folder
        self._texts = texts
        self._read_already: dict[Path, Any] = {}

    def drop(self, file: Path) -> None:
        super().drop(file)
        self._read_already.pop(file, None)

    def tree(self, file: Path) -> Any:
        text = self._texts.get(file.resolve())
        if text is None:
            return super().tree(file)
        if file not in self._read_already:
            self._read_already[file] = None
            self.read.append(file)
            try:
                self._read_already[file] = read_tree(text, shown(file))
            except GuideError as error:
                self.report(error.diagnostics)
        return self._read_already[file]
