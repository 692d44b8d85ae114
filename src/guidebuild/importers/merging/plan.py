"""From a draft to the files of a project as they will be.

Comes in: a `Draft`, the library and the folder of the project. Goes out: `Plan`: the files with their text before and
after, what there is to report, and how many facts were added, updated, kept and removed. Refuses, with `GuideError` and
everything that is wrong at once: files of the project that are broken and would have to be changed, and whatever would
not pass `check` afterwards. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.draft import Draft, Entry, plain
from guidebuild.importers.meaning.near_skills import RoleWords, names_for, near_matches, words_of
from guidebuild.importers.merging import provenance as signs
from guidebuild.importers.merging import record
from guidebuild.importers.merging.deleted import (
    Gone,
    Sorted,
    forgetting,
    loosening,
    sorted_out,
    told_of_loosening,
)
from guidebuild.importers.merging.entrylist import EntryList
from guidebuild.importers.merging.gone_from_source import departed
from guidebuild.importers.merging.identity import same_item
from guidebuild.importers.merging.places import NOUN, Planned, file_of, has_own_file, is_of_guide, record_file
from guidebuild.importers.merging.remembered import Memory, remembered, text_of
from guidebuild.importers.merging.revision import begun, filled, merged_entry, revised
from guidebuild.importers.merging.soundness import refuse_broken, refuse_wrong
from guidebuild.importers.merging.three_way import STAMPS, Merged, Setting, Tally, merge
from guidebuild.importers.merging.yaml.editor import edited
from guidebuild.importers.merging.yaml.edits import Edit, shifted
from guidebuild.model.entry import MODELS
from guidebuild.model.entry import Entry as Written
from guidebuild.model.library import Library
from guidebuild.model.matching import SkillNames
from guidebuild.sources import shown
from guidebuild.yamlfile.tree import YamlMap, place, read_tree

_STEP = 50  # entries between two tellings of how far it is
_MARK = "\ufeff"  # of UTF-8, at the head of a file


@dataclass(frozen=True, slots=True)
class Change:
    """A file that will be written; `before` is None for a new one. Records are for guidebuild alone to read."""

    file: Path
    before: str | None
    after: str
    is_record: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will do. `report` is for the author; the numbers of the tally count facts."""

    changes: tuple[Change, ...]
    report: tuple[Diagnostic, ...]
    tally: Tally
    entries: tuple[Entry, ...] = ()


def plan(
    draft: Draft,
    library: Library,
    folder: Path,
    *,
    prune: bool = False,
    restore: bool = False,
    progress: Callable[[str], None] = lambda _words: None,
) -> Plan:
    """The files as they will be; `restore` writes again what the author deleted. Raises `GuideError`.

    `progress` is told in words what is being done.
    """
    folder = folder.resolve()
    draft = replace(draft, entries=tuple(replace(one, facts=filled(one.facts)) for one in draft.entries))
    refuse_broken(draft, library, folder)
    memory = remembered(draft.entries, folder)
    kept = Sorted(draft.entries) if restore else sorted_out(draft, memory, library, folder)
    whole, draft = draft, replace(draft, entries=kept.entries)
    planner = _Planner(draft, library, folder, memory, prune, kept.gone, list(kept.notes))
    for number, entry in enumerate(draft.entries):
        _step(progress, "Merging", number, draft)
        if not planner.is_bundled(entry):
            planner.take(entry)
    planner.finish_lists()
    texts = {
        change.file: _unmarked(change.after) for change in planner.changes.values() if not change.is_record
    }
    planned = Planned(library, planner.folder, texts)
    read: dict[str, RoleWords] = {}

    def look(number: int, entry: Entry, there: Written[Any] | None) -> None:
        _step(progress, "Checking", number, draft)
        if entry.kind == "roles" and there:
            read[entry.id] = words_of(planned, there)

    refuse_wrong(draft, planned, texts, look)
    left = departed(whole, library, planner.folder)
    progress("Looking for skills of nearly one name")
    return planner.done((*left, *near_matches(planned, draft.entries, read)))


def _step(progress: Callable[[str], None], doing: str, number: int, draft: Draft) -> None:
    """Tell now and then how far a long import is."""
    if number % _STEP == 0:
        progress(f"{doing} {number + 1:,} of {len(draft.entries):,}")


@dataclass(slots=True)
class _Planner:
    draft: Draft
    library: Library
    folder: Path
    memory: Memory
    prune: bool
    gone: Gone
    report: list[Diagnostic] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    lists: dict[Path, EntryList] = field(default_factory=dict)
    changes: dict[Path, Change] = field(default_factory=dict)
    title: str = field(init=False)

    def __post_init__(self) -> None:
        self.title = self._title()

    def file(self, entry: Entry) -> Path:
        return file_of(self.folder, entry.kind, entry.id)

    def is_bundled(self, entry: Entry) -> bool:
        """Whether the program comes with an entry that says the same; a stamp alone makes no difference."""
        if has_own_file(entry.kind):
            return False
        there = self.library.shelf(entry.kind).get(entry.id)
        if there is None or there.file.resolve() == self.file(entry):
            return False
        facts = plain({key: part for key, part in entry.facts.items() if key not in STAMPS})
        if all(same_item(there.tree.get(key), value) for key, value in facts.items()):
            return True
        self.note(
            "replaces-bundled",
            f"the {NOUN[entry.kind]} '{entry.id}' takes the place of the one that comes with guidebuild",
        )
        return False

    def note(self, code: str, message: str, *hints: str, span: Span | None = None) -> None:
        self.report.append(Diagnostic("note", code, message, span, hints))

    # One entry after the other.

    def take(self, entry: Entry) -> None:
        if has_own_file(entry.kind):
            self.take_file(entry)
        else:
            self.take_item(entry)

    def take_file(self, entry: Entry) -> None:
        file = self.file(entry)
        if file.exists():
            self.merge_file(entry, file, text_of(file))
            return
        if entry.adds:
            self.copy_file(entry, file)
        else:
            if entry.id in self.library.shelf(entry.kind):
                noun = NOUN[entry.kind]
                self.note(
                    "replaces-bundled",
                    f"your {noun} '{entry.id}' takes the place of the one that comes with guidebuild",
                )
            new = begun(entry.facts, self.draft.importer, self.draft.source, self.title)
            self.change(file, None, new.text)
            self.tally.added += new.facts
            self.remember(entry, new.record)

    def copy_file(self, entry: Entry, file: Path) -> None:
        """A role that comes with the program gets its file in the project, and the facts in it."""
        bundled = self.library.roles.get(entry.id)
        assert bundled is not None, "soundness has looked at it"
        text = sources.read_text(bundled.file)
        known = tuple(record.facts_of(entry.facts, self.draft.source))
        base = {key: bundled.tree[key] for key in entry.facts if key in bundled.tree}
        merged = merge(bundled.tree, base, entry.facts, self.setting(entry, bundled.tree, file, record.EMPTY))
        self.count(merged, entry)
        for key in dict.fromkeys(str(edit.loc[0]) for edit in merged.edits if edit.loc):
            text = signs.with_comment(text, key, signs.of_key(key, known))
        first = signs.head_of_copy(entry.id, self.title)
        after = edited("\n".join(first) + "\n" + text, shown(file), merged.edits)
        self.change(file, None, after)
        message = f"the role '{entry.id}' comes with guidebuild; your project gets its own copy"
        self.note("copied-bundled", message, span=Span(shown(file)))
        self.remember(entry, record.EMPTY.with_facts(self.draft.importer, known))

    def merge_file(self, entry: Entry, file: Path, before: str) -> None:
        text = _unmarked(before)
        text = edited(text, shown(file), self.loosened(entry, read_tree(text, shown(file))))
        old = self.remembered(entry)
        setting = self.setting(entry, read_tree(text, shown(file)), file, old)
        revision = revised(text, shown(file), old, entry.facts, self.draft.importer, setting)
        self.count(revision.merged, entry, old)
        self.change(file, before, _marked(revision.text, before))
        self.remember(entry, revision.record)

    def take_item(self, entry: Entry) -> None:
        file = self.file(entry)
        if file not in self.lists:
            self.lists[file] = self.list_of(file)
        entries = self.lists[file]
        found = entries.find(entry)
        if found is None:
            known = tuple(record.facts_of(entry.facts, self.draft.source))
            entries.add(entry, known)
            self.tally.added += len(known)
            self.remember(entry, record.EMPTY.with_facts(self.draft.importer, known))
            return
        way, item = found
        old = self.remembered(entry)
        setting = self.setting(entry, item, file, old)
        merged, known = merged_entry(item, old, entry.facts, self.draft.importer, setting)
        self.count(merged, entry, old)
        entries.edit(way, merged.edits)
        self.remember(entry, old.with_facts(self.draft.importer, known))

    def list_of(self, file: Path) -> EntryList:
        """A file of many entries, without references of the drafted ones to what is gone."""
        text = _unmarked(text_of(file)) if file.exists() else ""
        entries = EntryList(text, shown(file), self.title)
        edits: list[Edit] = []
        for entry in self.draft.entries if self.gone else ():
            if not has_own_file(entry.kind) and self.file(entry) == file and (found := entries.find(entry)):
                edits += (shifted(edit, found[0]) for edit in self.loosened(entry, found[1]))
        return EntryList(edited(text, shown(file), edits), shown(file), self.title) if edits else entries

    def loosened(self, entry: Entry, tree: YamlMap) -> list[Edit]:
        """The edits that take references to what is gone out of an entry that is there; they are told."""
        edits = loosening(entry.kind, tree, self.gone)
        if edits:
            self.report.append(told_of_loosening(entry, edits, place(tree, edits[0].loc[:1], key=True)))
        return edits

    def finish_lists(self) -> None:
        """The files of many entries, once all entries have been taken."""
        for file, entries in self.lists.items():
            before = text_of(file) if file.exists() else None
            self.change(file, before, _marked(entries.changed(), before or ""))

    def setting(self, entry: Entry, tree: YamlMap, file: Path, old: record.Record) -> Setting:
        name = shown(file)
        return Setting(
            model=MODELS[entry.kind],
            names=self.names(entry),
            source=self.draft.source,
            where=lambda loc: place(tree, loc) if tree.span.file == name else Span(name),
            names_of_all=lambda: self.library.names(self.library.fields()),
            others=old.others(self.draft.importer),
            record=shown(record_file(self.folder, entry.kind, entry.id)),
            prune=self.prune,
        )

    def names(self, entry: Entry) -> SkillNames:
        """The names of skills that count for the words of the entry."""
        there = self.library.roles.get(entry.id) if entry.kind == "roles" else None
        return names_for(self.library, there.node) if there else self.library.names(self.library.vocabulary)

    def count(self, merged: Merged, entry: Entry, old: record.Record | None = None) -> None:
        self.report += merged.report
        for name in ("added", "updated", "kept", "removed"):
            setattr(self.tally, name, getattr(self.tally, name) + getattr(merged.tally, name))
        if old is record.EMPTY and merged.tally.kept:
            noun = f"the {NOUN[entry.kind]} '{entry.id}'"
            message = (
                f"nothing is known of earlier imports into {noun}, so all that stands there counts as yours"
            )
            self.note("no-record", message, span=Span(shown(self.file(entry))))

    # What was imported before, and what is remembered of this time.

    def remembered(self, entry: Entry) -> record.Record:
        return forgetting(entry.kind, self.memory[entry.kind, entry.id], self.draft.importer, self.gone)

    def remember(self, entry: Entry, kept: record.Record) -> None:
        file = record_file(self.folder, entry.kind, entry.id)
        before = text_of(file) if file.exists() else None
        self.change(file, before, record.written(kept), is_record=True)

    def change(self, file: Path, before: str | None, after: str, *, is_record: bool = False) -> None:
        if before != after:
            self.changes[file] = Change(file, before, after, is_record)

    def _title(self) -> str:
        """What the source is called."""
        for entry in self.draft.entries:
            if (entry.kind, entry.id) == ("sources", self.draft.source):
                return str(plain(entry.facts)["title"])
        there = self.library.sources.get(self.draft.source)
        return there.node.title if there else self.draft.source

    def done(self, more: Iterable[Diagnostic]) -> Plan:
        return Plan(
            changes=tuple(sorted(self.changes.values(), key=_turn)),
            report=(*self.draft.notes, *self.report, *more),
            tally=self.tally,
            entries=self.draft.entries,
        )


def _turn(change: Change) -> tuple[bool, bool, str]:
    """Guides come last: they name what the other files hold. A record follows what it tells of."""
    return is_of_guide(change.file), change.is_record, str(change.file)


def _unmarked(text: str) -> str:
    return text.removeprefix(_MARK)


def _marked(text: str, before: str) -> str:
    """The text with the mark of the file that it is for."""
    return _MARK + text if before.startswith(_MARK) else text
