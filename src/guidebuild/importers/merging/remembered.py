"""What earlier imports brought to an entry, read from its record.

Comes in: entries, and the folder of a project. Goes out: the `Record` of each, which is empty where nothing was
imported. Refuses, with `GuideError`: records that cannot be read, whatever is wrong with them, all at once; to go on
without one would write again what the author deleted, and forget which values are the author's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.draft import Entry
from guidebuild.importers.merging import record
from guidebuild.importers.merging.places import NOUN, record_file
from guidebuild.model.project import Kind
from guidebuild.sources import shown
from guidebuild.yamlfile.read import read_file

Memory = Mapping[tuple[Kind, str], record.Record]
"""The record of each entry, by its kind and id."""


def remembered(entries: Iterable[Entry], folder: Path) -> Memory:
    """The records of entries. Raises `GuideError`."""
    memory: dict[tuple[Kind, str], record.Record] = {}
    faults: list[Diagnostic] = []
    for entry in entries:
        try:
            memory[entry.kind, entry.id] = _record(entry, folder)
        except GuideError as error:
            faults += error.diagnostics
    if faults:
        raise GuideError(faults)
    return memory


def _record(entry: Entry, folder: Path) -> record.Record:
    file = record_file(folder, entry.kind, entry.id)
    if not file.exists():
        return record.EMPTY
    try:
        return record.read(text_of(file), shown(file))
    except GuideError as error:
        first = error.diagnostics[0]
        message = f"this record of earlier imports cannot be read: {first.message}"
        hint = f"mend it, or remove it: all that stands in the {NOUN[entry.kind]} '{entry.id}' then counts as yours"
        raise GuideError([replace(first, code="broken-record", message=message, hints=(hint,))]) from None


def text_of(file: Path) -> str:
    """The text of a file as it is, mark and all. Raises `GuideError`."""
    try:
        return sources.read_bytes(file, limit=sources.CONTENT_LIMIT).decode("utf-8")
    except (OSError, ValueError):
        read_file(file)  # says it in plain words
        raise
