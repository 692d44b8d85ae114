"""Entries that an import brought before and that its source does not have any more.

Comes in: a draft, the library and the folder of the project. Goes out: a note for each such entry that still stands in
the project. A record that cannot be read tells nothing. Importers that take a choice from something
large ("onet") may have chosen otherwise this time; only those of one whole thing ("article:x", "jobs:y") are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft
from guidebuild.importers.merging import record
from guidebuild.importers.merging.places import NOUN, RECORDS, record_file
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.model.library import Library
from guidebuild.model.project import Kind
from guidebuild.sources import shown

_DEPTH, _MOST = 0, 100_000


def departed(draft: Draft, library: Library, folder: Path) -> Iterator[Diagnostic]:
    """The notes, in the order of the records' names."""
    if ":" not in draft.importer:
        return
    now = {record_file(folder, entry.kind, entry.id).name for entry in draft.entries}
    for file in _records(folder):
        noun, _, id_ = file.stem.partition("-")
        kind = next((kind for kind, name in NOUN.items() if name == noun), None)
        if file.name not in now and kind and _is_from(draft.importer, file):
            yield from _told(library, kind, id_)


def _records(folder: Path) -> list[Path]:
    try:
        found = sources.files_below(folder / RECORDS, depth=_DEPTH, most=_MOST)
    except (OSError, sources.RefusedError):
        return []
    return [folder / RECORDS / name for name, _size in found if name.endswith(".yml")]


def _is_from(importer: str, file: Path) -> bool:
    """Whether the importer brought something; the text is looked at first, since to read YAML takes long."""
    try:
        text = sources.read_text(file)
        return f"\n{yamltext.inline(importer)}:" in text and importer in record.read(text, shown(file)).facts
    except (OSError, ValueError, GuideError):
        return False


def _told(library: Library, kind: Kind, id_: str) -> Iterator[Diagnostic]:
    entry = library.shelf(kind).get(id_)
    if entry is not None and entry.origin == "project":
        message = f"the {NOUN[kind]} '{id_}' is no longer in the source, and stays"
        span = entry.span if entry.span.file else Span(shown(entry.file))
        yield Diagnostic("note", "no-longer-in-source", message, span, ("remove it if you do not need it",))
