"""From a draft to the files of a project as they will be.

Comes in: a `Draft`, the library and the folder of the project. Goes out: `Plan`: the files with their text before and
after, and what there is to report. Refuses, with `GuideError` and everything that is wrong at once: what would not pass
`check`. Writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guidebuild.diagnostics import Diagnostic
from guidebuild.importers import record, yamltext
from guidebuild.importers.draft import Draft, plain
from guidebuild.importers.places import file_of, has_own_file, record_file
from guidebuild.model.library import Library


@dataclass(frozen=True, slots=True)
class Change:
    """A file that will be written; `before` is None for a new one. `note` says in a few words what changes."""

    file: Path
    before: str | None
    after: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will do. `report` is for the author; the numbers count facts."""

    changes: tuple[Change, ...]
    report: tuple[Diagnostic, ...]
    added: int = 0
    updated: int = 0
    kept: int = 0
    removed: int = 0


def plan(draft: Draft, library: Library, folder: Path, *, prune: bool = False) -> Plan:
    """First version: new entries only."""
    changes = []
    lists: dict[Path, list[str]] = {}
    for entry in draft.entries:
        file = file_of(folder, entry.kind, entry.id)
        facts = tuple(record.facts_of(entry.facts, draft.source))
        own = record.Record({draft.importer: facts})
        changes.append(Change(record_file(folder, entry.kind, entry.id), None, record.written(own)))
        if has_own_file(entry.kind):
            lines = yamltext.mapping_lines(plain(entry.facts), 0)
            changes.append(Change(file, None, "\n".join(lines) + "\n"))
        else:
            lines = lists.setdefault(file, [f"{entry.kind}:"])
            lines += yamltext.item_lines({"id": entry.id, **plain(entry.facts)}, 2)
    changes += [Change(file, None, "\n".join(lines) + "\n") for file, lines in lists.items()]
    return Plan(tuple(changes), draft.notes, added=len(draft.entries))
