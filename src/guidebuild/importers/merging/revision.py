"""The file of one entry after an import, and what is remembered of it.

Comes in: the text of the file as it is, or none; what imports brought before; the facts that one brings now. Goes out:
`Revision`: the text after the import, the record to be kept, and what the merge has to tell. Refuses, with
`GuideError`: what `importers.merging.yaml.editor` refuses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from guidebuild.importers.draft import Fact, Tree, plain
from guidebuild.importers.merging import provenance as signs
from guidebuild.importers.merging.formerly import former_names
from guidebuild.importers.merging.identity import same_item
from guidebuild.importers.merging.record import EMPTY, Known, Path, Record, facts_of
from guidebuild.importers.merging.three_way import STAMPS, Merged, Setting, merge
from guidebuild.importers.merging.yaml.editor import edited
from guidebuild.yamlfile.tree import YamlMap, read_tree


@dataclass(frozen=True, slots=True)
class Revision:
    text: str
    record: Record
    merged: Merged


@dataclass(frozen=True, slots=True)
class New:
    """The file of an entry that was not there."""

    text: str
    record: Record
    facts: int


def filled(facts: Mapping[str, Tree]) -> dict[str, Tree]:
    """The facts without lists and mappings that hold none."""
    parts = {key: filled(part) if isinstance(part, Mapping) else part for key, part in facts.items()}
    return {key: part for key, part in parts.items() if isinstance(part, Fact) or part}


def begun(facts: Mapping[str, Tree], importer: str, source: str, title: str) -> New:
    """A new file. `title` is what the source is called."""
    known = tuple(facts_of(facts, source))
    lines = [*signs.head(title, known), *signs.new_lines(plain(facts), known)]
    return New("\n".join(lines) + "\n", EMPTY.with_facts(importer, known), len(known))


def revised(
    text: str, file: str, old: Record, facts: Mapping[str, Tree], importer: str, setting: Setting
) -> Revision:
    """The file that is there, with the facts of one import."""
    tree = read_tree(text, file)
    merged, known = merged_entry(tree, old, facts, importer, setting)
    before = old.facts.get(importer, ())
    if merged.edits:
        text = edited(text, file, signs.signed(merged.edits, text, before, known))
        text = signs.renewed_head(text, before, known)
    return Revision(text, old.with_facts(importer, known), merged)


def merged_entry(
    tree: YamlMap, old: Record, facts: Mapping[str, Tree], importer: str, setting: Setting
) -> tuple[Merged, tuple[Known, ...]]:
    """The edits of an entry, and the facts to be remembered: those of this time, and what is left of last time."""
    before = old.facts.get(importer, ())
    now = tuple(facts_of(facts, setting.source))
    if importer in old.reworded:
        setting = replace(setting, formerly=former_names(before, now, setting.names_of_all()))
    merged = merge(tree, old.tree(importer), facts, setting)
    if not merged.edits:  # the stamps stay as they are
        stamps = {fact.path: fact for fact in before if fact.path[-1] in STAMPS}
        now = tuple(stamps.get(fact.path, fact) for fact in now)
    return merged, (*now, *(fact for fact in before if _is_left(fact, merged.left)))


def _is_left(fact: Known, left: Sequence[tuple[Path, object]]) -> bool:
    for path, value in left:
        if fact.path == path and same_item(fact.value, value):
            return True
        if len(fact.path) > len(path) and fact.path[: len(path)] == path:
            return True
    return False
