"""What a project is on disk: where it begins, and which files of it are content.

Comes in: a folder to start from. Goes out: the nearest project upwards, its content files by kind, and
the names by which messages show them. A folder that cannot be read holds nothing.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from guidebuild import sources

Origin = Literal["bundled", "project"]
Kind = Literal["roles", "guides", "skills", "categories", "tips", "terms", "jobs", "questions", "sources"]

SUFFIXES = (".yml", ".yaml")
# Name of the file in content/, and the lists that stand in it.
LISTS: dict[str, tuple[Kind, ...]] = {
    "skills": ("skills", "categories"),
    "tips": ("tips",),
    "glossary": ("terms",),
    "jobs": ("jobs",),
    "questions": ("questions",),
    "sources": ("sources",),
}


@dataclass(frozen=True, slots=True)
class Layer:
    """One content folder. A later layer wins over an earlier one."""

    origin: Origin
    folder: Path
    guide: Path | None = None

    def files(self, name: Literal["roles", "guides"]) -> list[Path]:
        """The files of a subfolder, by name; hidden ones are none of ours."""
        return [file for file in _listed(self.folder / name) if _is_content(file)]

    def others(self) -> list[Path]:
        """Content files beside the lists that are none of them."""
        return [file for file in _listed(self.folder) if _is_content(file) and file.stem not in LISTS]

    def holds_content(self) -> bool:
        lists = any(self.list_file(name) for name in LISTS)
        return lists or bool(self.files("roles") or self.files("guides"))

    def list_file(self, name: str) -> Path | None:
        return _present(self.folder, name)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_content(file: Path) -> bool:
    return file.suffix in SUFFIXES and not file.name.startswith((".", "_"))


def guide_file(folder: Path) -> Path | None:
    """The project's own guide, if it has one."""
    return _present(folder, "guide")


def _present(folder: Path, name: str) -> Path | None:
    """The file of that name. A link that leads nowhere counts: to pass over it would hide that it is broken."""
    return next((f for s in SUFFIXES if os.path.lexists(f := folder / (name + s))), None)


def twins(folder: Path, name: str) -> tuple[Path, ...]:
    """All files of that name, where there are several: one of them would silently win."""
    there = tuple(f for s in SUFFIXES if os.path.lexists(f := folder / (name + s)))
    return there if len(there) > 1 else ()


def peek(file: Path, key: str) -> str:
    """A plain value at the outermost level of a file, read without YAML; "" where there is none to see."""
    try:
        text = sources.read_text(file)
    except (OSError, ValueError):  # what is wrong with the file is said when it is read in earnest
        return ""
    found = re.search(rf"""^{key}:[ \t]+(["']?)([^\n#"']+)\1[ \t]*(?:#.*)?$""", text, re.MULTILINE)
    return found[2].strip() if found else ""


def own_id(project: Path) -> str:
    """The id that the project's `guide.yml` gives itself, or ""."""
    file = guide_file(project)
    return peek(file, "id") if file else ""


def looks_like_project(folder: Path) -> bool:
    """Whether a folder holds `guide.yml`, or a `content/` that is laid out like ours or still empty."""
    content = folder / "content"
    if guide_file(folder) is not None or Layer("project", content).holds_content():
        return True
    return content.is_dir() and not any(content.iterdir())


def find_project(start: Path) -> Path | None:
    """The nearest folder upwards from `start` (a folder or a file) that is a project."""
    try:
        here = start.resolve()
        return next((folder for folder in (here, *here.parents) if looks_like_project(folder)), None)
    except (OSError, RuntimeError):
        return None
