"""A file that holds many entries (sources.yml, tips.yml, jobs.yml, skills.yml), and how it becomes another.

Comes in: the text of the file, or none; edits of entries that it has, and entries that it has not. Goes out: the new
text: new entries stand behind the last of their kind. Refuses, with `GuideError`: what `importers.merging.yaml.editor`
refuses, and a kind that a file of one bare list has no place for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Entry, plain
from guidebuild.importers.merging import provenance as signs
from guidebuild.importers.merging.places import name_of_list
from guidebuild.importers.merging.record import Known
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.editor import edited
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Put, shifted
from guidebuild.model.project import LISTS, Kind
from guidebuild.yamlfile.tree import Loc, YamlMap, read_tree

_SOURCES_HEAD = "# Where imported facts come from. Edit freely: importing again keeps what you changed."


@dataclass(slots=True)
class EntryList:
    """`name` is how messages call the file; `title` is that of the source, for the head of a new file."""

    text: str
    name: str
    title: str
    tree: Any = field(init=False)
    there: dict[tuple[Kind, str], tuple[Loc, YamlMap]] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    fresh: dict[Kind, list[tuple[Entry, tuple[Known, ...]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tree = read_tree(self.text, self.name) if self.text else YamlMap()

    def find(self, entry: Entry) -> tuple[Loc, YamlMap] | None:
        """The place and the tree of an entry."""
        if not self.there:
            kinds = next(kinds for kinds in LISTS.values() if entry.kind in kinds)
            self.there = {(kind, key): found for kind in reversed(kinds) for key, found in self._found(kind)}
        return self.there.get((entry.kind, entry.id))

    def _found(self, kind: Kind) -> Iterator[tuple[str, tuple[Loc, YamlMap]]]:
        name = "ask" if kind == "questions" else "id"
        for index, item in reversed(list(enumerate(self._items(kind)))):
            if isinstance(item, YamlMap) and isinstance(key := item.get(name), str):
                yield str(key), ((*self._way(kind), index), item)

    def _items(self, kind: Kind) -> Sequence[Any]:
        found = self.tree.get(kind) if isinstance(self.tree, YamlMap) else self.tree
        return found or ()

    def _way(self, kind: Kind) -> Loc:
        return (kind,) if isinstance(self.tree, YamlMap) else ()

    def edit(self, way: Loc, edits: Iterable[Edit]) -> None:
        """Change the entry at a place."""
        self.edits += [shifted(edit, way) for edit in edits]

    def add(self, entry: Entry, known: tuple[Known, ...]) -> None:
        """One more entry. Raises `GuideError` where the file is one list, of another kind."""
        if not isinstance(self.tree, YamlMap) and entry.kind != name_of_list(entry.kind):
            message = f"this file is one list, with no place for '{entry.kind}'"
            hint = f"put '{name_of_list(entry.kind)}:' above the list, and indent it"
            raise GuideError([Diagnostic("error", "cannot-merge", message, Span(self.name, 1, 1), (hint,))])
        self.fresh.setdefault(entry.kind, []).append((entry, known))

    def changed(self) -> str:
        """The text with all that was edited and added."""
        if not self.text and self.fresh:
            return "\n".join(self._new_lines()) + "\n"
        return edited(self.text, self.name, [*self.edits, *self._added()])

    def _new_lines(self) -> Iterator[str]:
        known = [fact for entries in self.fresh.values() for _entry, facts in entries for fact in facts]
        yield from [_SOURCES_HEAD] if "sources" in self.fresh else signs.head(self.title, known)
        for kind, entries in self.fresh.items():
            yield from yamltext.key_lines(kind, [_whole(entry) for entry, _known in entries], 0)

    def _added(self) -> Iterator[Edit]:
        for kind, entries in self.fresh.items():
            items = [_whole(entry) for entry, _known in entries]
            there = self._items(kind)
            if there:
                sign = signs.entry_sign([fact for _entry, facts in entries for fact in facts], len(items) - 1)
                for number, item in enumerate(items):
                    comment = sign if kind != "sources" and not number else ""
                    yield Insert(self._way(kind), len(there), item, comment, head=True)
            elif kind in self.tree:
                yield Put((kind,), items)
            else:
                yield Add((), kind, items, [*self.tree][-1] if self.tree else None)


def _whole(entry: Entry) -> dict[str, Any]:
    facts = plain(entry.facts)
    return yamltext.Spread(facts if entry.kind == "questions" else {"id": entry.id, **facts})
