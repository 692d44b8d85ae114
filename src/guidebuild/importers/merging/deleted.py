"""What an author deleted stays deleted: an edit like any other.

Comes in: a draft, what is remembered of earlier imports, the library and the folder of the project. Goes out: `Sorted`:
the entries that are to be imported, without references to deleted ones, and what there is to tell of the others; and
the edits that take such references out of an entry that is there.

An entry is deleted where an earlier import of the same name brought it and it is not in the project any more. Sources
are not asked: what is imported needs them. An entry that is for deleted roles alone, and a guide that would be left
with one role, are not imported either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Draft, Entry, Fact, Tree, plain
from guidebuild.importers.meaning.wording import counted
from guidebuild.importers.merging.places import NOUN, file_of, has_own_file
from guidebuild.importers.merging.record import ITEM, Record
from guidebuild.importers.merging.remembered import Memory
from guidebuild.importers.merging.yaml.edits import Edit, Put, Remove
from guidebuild.model.library import Library
from guidebuild.model.project import Kind
from guidebuild.model.references import EACH, REFERENCES
from guidebuild.sources import shown
from guidebuild.yamlfile.tree import Loc, YamlMap

Gone = Mapping[Kind, frozenset[str]]
"""Ids that name nothing any more, because the author deleted what they named."""

_LEAST: dict[Kind, int] = {"guides": 2}
"""How many roles an entry that names roles must keep: one, if nothing else is said."""
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Sorted:
    entries: tuple[Entry, ...]
    gone: Gone = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()


def sorted_out(draft: Draft, memory: Memory, library: Library, folder: Path) -> Sorted:
    """The entries of a draft without those that the author deleted."""
    out: dict[Kind, list[str]] = {}
    for entry in draft.entries:
        brought = memory[entry.kind, entry.id].facts.get(draft.importer)
        if brought and entry.kind != "sources" and not _is_there(entry, library, folder):
            out.setdefault(entry.kind, []).append(entry.id)
    gone: dict[Kind, frozenset[str]] = {
        kind: frozenset(id_ for id_ in ids if id_ not in library.shelf(kind)) for kind, ids in out.items()
    }
    notes = [_told(kind, ids, folder) for kind, ids in out.items()]
    kept: list[Entry] = []
    for entry in draft.entries:
        if entry.id in out.get(entry.kind, ()):
            continue
        if _lacks_roles(entry, gone):
            notes.append(_told_of_lacking(entry, folder))
        else:
            kept.append(_without(entry, gone))
    if all(entry.kind == "sources" for entry in kept) and out:
        kept = [entry for entry in kept if _is_there(entry, library, folder)]
    return Sorted(tuple(kept), gone, tuple(notes))


def _is_there(entry: Entry, library: Library, folder: Path) -> bool:
    """Whether the project has the entry itself."""
    file = file_of(folder, entry.kind, entry.id)
    if has_own_file(entry.kind):
        return file.exists()
    there = library.shelf(entry.kind).get(entry.id)
    return there is not None and there.file.resolve() == file


def _lacks_roles(entry: Entry, gone: Gone) -> bool:
    named, least = plain(entry.facts).get("roles", ()), _LEAST.get(entry.kind, 1)
    lost = gone.get("roles", frozenset())
    return entry.kind != "roles" and any(id_ in lost for id_ in named) and len(set(named) - lost) < least


def _without(entry: Entry, gone: Gone) -> Entry:
    """The entry without references to what is gone. Importers write these into lists at the top of an entry."""
    facts: dict[str, Tree] = dict(entry.facts)
    for pattern, shelf in REFERENCES.get(entry.kind, ()):
        items = facts.get(str(pattern[0]))
        if len(pattern) == 2 and isinstance(items, tuple) and (lost := gone.get(shelf)):
            facts[str(pattern[0])] = tuple(
                item for item in items if not (isinstance(item, Fact) and item.value in lost)
            )
    return replace(entry, facts=facts)


def forgetting(kind: Kind, known: Record, importer: str, gone: Gone) -> Record:
    """The record of an entry without references to what is gone: it was not the author who took these out of it."""
    lost = {
        (pattern[0], ITEM): gone[shelf]
        for pattern, shelf in REFERENCES.get(kind, ())
        if len(pattern) == 2 and shelf in gone
    }
    facts = known.facts.get(importer, ())
    kept = tuple(fact for fact in facts if not (fact.path in lost and fact.value in lost[fact.path]))
    return known if len(kept) == len(facts) else known.with_facts(importer, kept)


# What stands in the project


def loosening(kind: Kind, tree: YamlMap, gone: Gone) -> list[Edit]:
    """The edits that take references to what is gone out of an entry.

    A question of a guide that is for deleted roles alone goes as a whole; a list of the entry itself stays, empty.
    """
    edits: list[Edit] = []
    for pattern, shelf in REFERENCES.get(kind, ()):
        if pattern[-1] == EACH and (lost := gone.get(shelf)):
            for loc, items in _lists(tree, pattern[:-1]):
                going = [index for index, item in enumerate(items) if str(item).strip() in lost]
                if going and len(going) == len(items):
                    edits.append(Remove(loc[:-1]) if len(loc) > 1 else Put(loc, []))
                else:
                    edits += [Remove((*loc, index)) for index in going]
    return edits


def _lists(tree: Any, pattern: Loc, so_far: Loc = ()) -> Iterator[tuple[Loc, Sequence[Any]]]:
    """The lists that stand where the pattern says."""
    if not pattern:
        if isinstance(tree, Sequence) and not isinstance(tree, str):
            yield so_far, tree
    elif pattern[0] == EACH:
        for index, item in enumerate(tree if isinstance(tree, tuple) else ()):
            yield from _lists(item, pattern[1:], (*so_far, index))
    elif isinstance(tree, Mapping) and pattern[0] in tree:
        yield from _lists(tree[str(pattern[0])], pattern[1:], (*so_far, pattern[0]))


def told_of_loosening(entry: Entry, edits: Sequence[Edit], span: Span) -> Diagnostic:
    keys = " and ".join(dict.fromkeys(f"'{edit.loc[0]}'" for edit in edits))
    verb = "names" if keys.count(" and ") == 0 else "name"
    message = f"{keys} of the {NOUN[entry.kind]} '{entry.id}' {verb} no longer what you deleted"
    return Diagnostic("note", "reference-removed", message, span)


# Words


def _told(kind: Kind, ids: Sequence[str], folder: Path) -> Diagnostic:
    noun = NOUN[kind]
    if len(ids) == 1:
        message = f"the {noun} '{ids[0]}' stays out, as you deleted it"
        hint = "to have it again, import with --restore"
    else:
        listed = ", ".join(f"'{id_}'" for id_ in ids[:_NAMED]) + (", ..." if len(ids) > _NAMED else "")
        message = f"{counted(len(ids), noun)} stay out, as you deleted them: {listed}"
        hint = "to have them again, import with --restore"
    return Diagnostic("note", "stays-deleted", message, Span(shown(file_of(folder, kind, ids[0]))), (hint,))


def _told_of_lacking(entry: Entry, folder: Path) -> Diagnostic:
    why = "it is for roles that you deleted"
    if entry.kind == "guides":
        why = "without the roles that you deleted it has fewer than two"
    message = f"the {NOUN[entry.kind]} '{entry.id}' is not imported: {why}"
    return Diagnostic(
        "note", "stays-deleted", message, Span(shown(file_of(folder, entry.kind, entry.id))),
        ("to have all again, import with --restore",),
    )  # fmt: skip
