"""What imports brought to an entry, kept beside the content: it tells an author's edits from what a source said.

Comes in: the text of a record file, and the facts of a draft. Goes out: `Record`: for each importer its facts in order,
each with the place that it was read from; the tree that they make; and the text to be written. Refuses, with
`GuideError`: a record that is not one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Fact, Tree
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.yamlfile.tree import YamlMap, place, read_tree

EDITION = 2
"""Of what importers write: since the second, the words of the source. The first named none."""
ITEM = "[]"
Path = tuple[str, ...]
"""The keys that lead to a fact, from the entry's own; "[]" stands for an item of a list."""

_HEAD = (
    "# What imports brought here, word for word. Importing again compares it with the file, to tell your edits",
    "# from what the source said. Leave this file as it is; without it, all that stands there counts as yours.",
)
_PLAIN_KEY = re.compile(r"[^.\[\]\"]+")
_STEP = re.compile(r'\[\]|\.?(?:"((?:[^"\\]|\\.)*)"|([^.\[\]"]+))')


@dataclass(frozen=True, slots=True)
class Known:
    """One fact as it was imported."""

    path: Path
    value: Any
    source: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """The facts of each importer, by its name; `reworded` are importers whose facts an earlier version put into words
    of its own (ids of skills, short names of products), where the source's own words are kept now."""

    facts: Mapping[str, tuple[Known, ...]]
    reworded: frozenset[str] = frozenset()

    def tree(self, importer: str) -> dict[str, Any]:
        """The facts of one importer in the shape of the YAML."""
        return _grown(self.facts.get(importer, ()))

    def others(self, importer: str) -> tuple[dict[str, Any], ...]:
        """The same of all the other importers."""
        return tuple(_grown(facts) for name, facts in self.facts.items() if name != importer)

    def with_facts(self, importer: str, facts: tuple[Known, ...]) -> Record:
        return Record({**self.facts, importer: facts}, self.reworded - {importer})


EMPTY = Record({})


def facts_of(tree: Tree, source: str, path: Path = ()) -> Iterator[Known]:
    """The facts of a draft's tree, in its order."""
    if isinstance(tree, Fact):
        yield Known(path, tree.value, tree.source or source, _at(tree.at))
    elif isinstance(tree, Mapping):
        for key, part in tree.items():
            yield from facts_of(part, source, (*path, key))
    else:
        for item in tree:
            yield from facts_of(item, source, (*path, ITEM))


def _at(place: str) -> str:
    """The place without the folders that lead to its file: they are different on every machine."""
    words = " ".join(place.split())
    return (
        words if "://" in words or not words.startswith(("/", "./", "../", "~")) else words.rpartition("/")[2]
    )


def _grown(facts: tuple[Known, ...]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for fact in facts:
        _plant(tree, fact.path, fact.value)
    return tree


def _plant(tree: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value where its path says. Items of lists stand at the end of a path."""
    *way, last = path
    if last == ITEM:
        *way, name = way
        for key in way:
            tree = _below(tree, key)
        items = tree.setdefault(name, [])
        if isinstance(items, list):
            items.append(value)
        return
    for key in way:
        tree = _below(tree, key)
    tree[last] = value


def _below(tree: dict[str, Any], key: str) -> dict[str, Any]:
    below = tree.setdefault(key, {})
    return below if isinstance(below, dict) else {}


def provenance(facts: Sequence[Known], width: int = 96) -> str:
    """The sources and files of facts in short, without lines: "onet-29-3: Task Statements.txt"."""
    files: dict[str, dict[str, None]] = {}
    for fact in facts:
        names = files.setdefault(fact.source, {})
        if name := _file(fact.at):
            names.setdefault(name)
    return "; ".join(_listed(source, list(names), width) for source, names in files.items())


def _file(at: str) -> str:
    """The place without its line: "Task Statements.txt:41" is in Task Statements.txt."""
    return re.sub(r"(:\d+)+$", "", at)


def _listed(source: str, names: list[str], width: int) -> str:
    shown: list[str] = []
    for name in names:
        if shown and len(", ".join([source, *shown, name])) > width:
            break
        shown.append(name)
    more = len(names) - len(shown)
    words = ", ".join(shown) + (f" and {more} more" if more else "")
    return f"{source}: {words}" if words else source


def read(text: str, file: str) -> Record:
    """The record in a file. Raises `GuideError`."""
    tree = read_tree(text, file)
    if not isinstance(tree, YamlMap):
        raise _broken("a record is a mapping of imports", Span(file, 1, 1))
    facts = {importer: tuple(_read_facts(tree, importer)) for importer in tree}
    return Record(facts, frozenset(name for name in tree if tree[name].get("edition") != EDITION))


def _read_facts(tree: YamlMap, importer: str) -> Iterator[Known]:
    section = tree[importer]
    facts = section.get("facts") if isinstance(section, YamlMap) else None
    if not isinstance(facts, tuple):
        raise _broken(f"'{importer}' needs a list of 'facts'", place(tree, (importer,)))
    source = section.get("source")
    for index, fact in enumerate(facts):
        path = _path(fact.get("path")) if isinstance(fact, YamlMap) and "value" in fact else ()
        if not path:
            raise _broken("a fact needs a 'path' and a 'value'", place(tree, (importer, "facts", index)))
        yield Known(
            path, _thawed(fact["value"]), str(fact.get("source", source or "")), str(fact.get("at", ""))
        )


def _broken(message: str, span: Span) -> GuideError:
    return GuideError([Diagnostic("error", "broken-record", message, span)])


def _thawed(value: Any) -> Any:
    """A tree of plain mappings, lists and values, without places."""
    if isinstance(value, Mapping):
        return {str(key): _thawed(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_thawed(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _path(words: Any) -> Path:
    """The path that words spell out, or () where they spell none."""
    steps: list[str] = []
    at = 0
    while isinstance(words, str) and at < len(words):
        found = _STEP.match(words, at)
        if not found:
            return ()
        quoted, plain = found.groups()
        try:
            steps.append(json.loads(f'"{quoted}"') if quoted is not None else plain or ITEM)
        except ValueError:  # a backslash before something that needs none
            return ()
        at = found.end()
    return tuple(steps) if steps[:1] != [ITEM] else ()


def spelled(path: Path) -> str:
    """A path in words: responsibilities[], tools.Languages[], tools."Web 2.0"[]."""
    words = ""
    for step in path:
        if step == ITEM:
            words += ITEM
            continue
        words += "." if words else ""
        words += step if _PLAIN_KEY.fullmatch(step) else json.dumps(step, ensure_ascii=False)
    return words


def written(record: Record) -> str:
    """The text of a record file."""
    lines = list(_HEAD)
    for importer, facts in record.facts.items():
        usual = _usual(facts)
        lines += [f"{yamltext.inline(importer)}:", f"  source: {yamltext.inline(usual)}"]
        lines += [] if importer in record.reworded else [f"  edition: {EDITION}"]
        rows = [_row(fact, usual) for fact in facts]
        lines += yamltext.key_lines("facts", rows, 2) if rows else ["  facts: []"]
    return "\n".join(lines) + "\n"


def _usual(facts: tuple[Known, ...]) -> str:
    """The source that most facts come from."""
    sources = [fact.source for fact in facts]
    return max(dict.fromkeys(sources), key=sources.count, default="")


def _row(fact: Known, usual: str) -> dict[str, Any]:
    row = {"path": spelled(fact.path), "value": fact.value}
    if fact.source != usual:
        row["source"] = fact.source
    if fact.at:
        row["at"] = fact.at
    return row
