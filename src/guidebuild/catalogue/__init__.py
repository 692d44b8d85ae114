"""Every code of a diagnostic, with what it means: data files, one a room, and the reader of them.

Nothing comes in; `Room` and `Entry` go out: the severities that a code can have, its meaning and what to do in words,
and an example. Nothing is raised.

    files.toml  content.toml  brand.toml  building.toml  importing.toml  preflight.toml

A new diagnostic is entered there, in the order of the letters. An example may have a `file` with what an author
`wrote`, other files that it needs (`with`), the command to `run` without the word guidebuild, and what that `prints`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Severity

ROOMS = ("files", "content", "brand", "building", "importing", "preflight")


@dataclass(frozen=True, slots=True)
class Example:
    """What somebody wrote in `file`, the command that they ran, and the part of its answer that has the code."""

    file: str = ""
    wrote: str = ""
    run: str = ""
    prints: str = ""
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One code. `severities` begin with the usual one."""

    code: str
    severities: tuple[Severity, ...]
    means: str
    hint: str
    example: Example


@dataclass(frozen=True, slots=True)
class Room:
    """The codes of one part of the program, in the order of the letters."""

    name: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@cache
def rooms() -> tuple[Room, ...]:
    """All codes, by room."""
    return tuple(_room(name) for name in ROOMS)


@cache
def codes() -> dict[str, Entry]:
    """All codes, in the order of the letters."""
    return dict(sorted((entry.code, entry) for room in rooms() for entry in room.entries))


def _room(name: str) -> Room:
    data = tomllib.loads(sources.read_text(Path(__file__).parent / f"{name}.toml"))
    title, about = data.pop("title"), data.pop("about")
    return Room(name, title, about, tuple(_entry(code, given) for code, given in data.items()))


def _entry(code: str, given: dict[str, Any]) -> Entry:
    example = Example(
        given.get("file", ""),
        given.get("wrote", ""),
        given.get("run", ""),
        given.get("prints", "").rstrip(),
        given.get("with", {}),
    )
    return Entry(code, tuple(given["severity"]), given["means"], given["hint"], example)
