"""YAML text to plain values of which each knows its line and column.

The text of one file and the name to show for it come in; `YamlMap`, `YamlSeq`, text, numbers, switches, dates and None
go out, with `place` (where a value stands) and `texts` (every text of a tree). `GuideError` is raised, with the place
of each, for duplicate keys, keys that are not text, tags, several documents, an empty file, hidden characters, nesting
beyond 40, and aliases that unfold beyond 200,000 values or 2 million characters. Reading is driven by parser events, so
that neither depth nor aliases can exhaust the stack or the memory.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.yamlfile.faults import (
    HIDDEN,
    MAX_DEPTH,
    MAX_PROBLEMS,
    TOO_DEEP,
    code_point,
    in_plain_words,
    scan_hidden,
)
from guidebuild.yamlfile.scalars import scalar
from guidebuild.yamlfile.unseen import visible

MAX_VALUES = 200_000
MAX_CHARACTERS = 2_000_000
MAX_ALIASES = 500
MAX_NAMED = 3  # characters that one note names

Position = tuple[int, int]
Loc = tuple[int | str, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlMap(dict[str, Any]):
    """A mapping, the place where it begins, and the places of its keys and values."""

    span: Span
    keys_at: dict[str, Position]
    values_at: dict[str, Position]
    raw: dict[str, str]


class YamlSeq(tuple[Any, ...]):
    """A list and the places of its items."""

    span: Span
    items_at: list[Position]
    raw: dict[int, str]


class YamlText(str):
    """A text that is an item of a list, with its place: it may stand for a whole entry."""

    span: Span


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read."""

    map: YamlMap | None
    items: list[Any]
    items_at: list[Position]
    raw: dict[int, str]
    span: Span
    anchor: str | None
    before: int
    characters_before: int
    key: str | None = None
    key_at: Position = (0, 0)


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an alias stands for, and what it adds to the size of the tree."""

    value: Any
    values: int
    characters: int
    raw: str | None


@dataclass(slots=True)
class _Reader:
    """Parser events in, one tree out."""

    file: str
    problems: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    anchors: dict[str, _Anchored] = field(default_factory=dict)
    values: int = 0
    characters: int = 0
    aliases: int = 0
    documents: int = 0
    root: Any = None

    def problem(self, code: str, message: str, at: Position, *hints: str, path: str = "") -> None:
        self.problems.append(Diagnostic("error", code, message, Span(self.file, *at, path), hints))

    def stop(self, code: str, message: str, at: Position, *hints: str) -> GuideError:
        self.problem(code, message, at, *hints)
        return GuideError(self.problems)

    def read(self, event: Any) -> None:
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_tag(event, at)
            self.read_scalar(event, at)
        elif isinstance(event, yaml.MappingStartEvent):
            self.open(YamlMap(), event, at)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.open(None, event, at)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close()
        elif isinstance(event, yaml.AliasEvent):
            self.read_alias(event.anchor, at)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self.stop("many-documents", "a second document begins here ('---')", at,
                                "write one file for each")  # fmt: skip

    def refuse_tag(self, event: Any, at: Position) -> None:
        if event.tag is not None and event.tag != "!":
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise self.stop("yaml-tag", f"the tag '{name[:80]}' is not allowed", at, "remove the tag")

    def read_scalar(self, event: Any, at: Position) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame and frame.map is not None and frame.key is None:
            self.read_key(frame, event, at)
            return
        value = scalar(event.value) if event.implicit[0] else event.value
        if isinstance(value, str):
            self.refuse_hidden(value, at)
            value = self.composed(value, at)
        self.characters += len(event.value)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(value, 1, len(event.value), event.value)
        self.add(value, at, event.value)

    def read_key(self, frame: _Frame, event: Any, at: Position) -> None:
        key = event.value
        value = scalar(key) if event.implicit[0] else key
        if not isinstance(value, str | bool):
            found = "nothing stands" if value is None else f"'{key[:80]}' is {_kind(value)}"
            hint = "write numbers without commas" if key.isdigit() else "put the key in quotes"
            raise self.stop("bad-key", f"a key must be a text, but here {found}", at, hint)
        self.refuse_hidden(key, at)
        key = self.composed(key, at)
        if key != key.strip():
            message = f"the key '{key[:80]}' begins or ends with a space"
            self.problem("bad-key", message, at, "remove the space")
        assert frame.map is not None
        if key in frame.map:
            first = frame.map.keys_at[key][0]
            self.problem("duplicate-key", f"'{key[:80]}' stands twice, first on line {first}", at,
                         "keep one of the two", path=_join(frame.span.path, key))  # fmt: skip
        frame.key, frame.key_at = key, at

    def refuse_hidden(self, value: str, at: Position) -> None:
        """Control characters that an escape such as "\\x07" smuggles past the scan of the file."""
        if not value.isprintable() and (found := HIDDEN.search(value)):
            self.problem(
                "control-character", f"the text contains {code_point(found[0])}", at, "remove the character"
            )

    def composed(self, value: str, at: Position) -> str:
        """The text as it is read. What nobody can see is taken out, and told by name and place."""
        text, unseen = visible(value)
        if unseen and len(self.notes) < MAX_PROBLEMS:
            names = ", ".join(map(code_point, unseen[:MAX_NAMED]))
            message = f"the text contains {names}, which nobody can see: left out"
            hint = "remove it from the file, so that searching finds the word"
            self.notes.append(
                Diagnostic("note", "invisible-character", message, Span(self.file, *at), (hint,))
            )
        return text

    def read_alias(self, anchor: str | None, at: Position) -> None:
        self.aliases += 1
        if anchor is None or anchor not in self.anchors:
            raise self.stop("bad-alias", f"'*{str(anchor)[:80]}' refers to itself or to nothing", at)
        meant = self.anchors[anchor]
        frame = self.stack[-1] if self.stack else None
        if frame and frame.map is not None and frame.key is None:
            raise self.stop(
                "bad-key", "a key must be a text, but here stands an alias", at, "write the key out"
            )
        self.values += meant.values - 1
        self.characters += meant.characters
        if self.aliases > MAX_ALIASES:
            raise self.stop("too-many-values", f"the file uses more than {MAX_ALIASES} aliases", at)
        if self.characters > MAX_CHARACTERS:
            message = f"the file unfolds to more than {MAX_CHARACTERS:,} characters"
            raise self.stop("too-many-values", message, at, "write fewer aliases")
        self.add(meant.value, at, meant.raw)

    def add(self, value: Any, at: Position, raw: str | None) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.stop("too-many-values", f"the file unfolds to more than {MAX_VALUES:,} values", at,
                            "write fewer entries or aliases")  # fmt: skip
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        raw = None if isinstance(value, str) else raw
        if frame.map is not None:
            assert frame.key is not None
            frame.map[frame.key] = value
            frame.map.keys_at[frame.key] = frame.key_at
            frame.map.values_at[frame.key] = at
            if raw is not None:
                frame.map.raw[frame.key] = raw
            frame.key = None
            return
        if type(value) is str:
            value = YamlText(value)
            value.span = Span(self.file, *at, f"{frame.span.path}[{len(frame.items)}]")
        if raw is not None:
            frame.raw[len(frame.items)] = raw
        frame.items.append(value)
        frame.items_at.append(at)

    def open(self, mapping: YamlMap | None, event: Any, at: Position) -> None:
        self.refuse_tag(event, at)
        path = self.next_path()
        if len(self.stack) >= MAX_DEPTH:
            raise self.stop("too-deep", TOO_DEEP, at)
        if self.stack and self.stack[-1].map is not None and self.stack[-1].key is None:
            raise self.stop("bad-key", "a key must be a text, but here stands a list or a mapping", at,
                            "put text that begins with [ or { in quotes")  # fmt: skip
        span = Span(self.file, *at, path)
        if mapping is not None:
            mapping.span, mapping.keys_at, mapping.values_at, mapping.raw = span, {}, {}, {}
        self.stack.append(_Frame(mapping, [], [], {}, span, event.anchor, self.values, self.characters))

    def next_path(self) -> str:
        if not self.stack:
            return ""
        frame = self.stack[-1]
        return (
            f"{frame.span.path}[{len(frame.items)}]"
            if frame.map is None
            else _join(frame.span.path, frame.key)
        )

    def close(self) -> None:
        frame = self.stack.pop()
        value: YamlMap | YamlSeq
        if frame.map is not None:
            value = frame.map
        else:
            value = YamlSeq(frame.items)
            value.span, value.items_at, value.raw = frame.span, frame.items_at, frame.raw
        if frame.anchor:
            values, characters = self.values - frame.before + 1, self.characters - frame.characters_before
            self.anchors[frame.anchor] = _Anchored(value, values, characters, None)
        self.add(value, (frame.span.line, frame.span.column), None)


def read_tree(text: str, file: str, notes: list[Diagnostic] | None = None) -> Any:
    """The tree of one document; what was left out of its texts is added to `notes`.

    Raises `GuideError` with all problems up to one that stops the reading.
    """
    scan_hidden(text, file)
    reader = _Reader(file)
    loader = _LOADER(text)
    try:
        while loader.check_event():
            reader.read(loader.get_event())
            if len(reader.problems) >= MAX_PROBLEMS:
                break
    except yaml.MarkedYAMLError as error:
        raise GuideError([*reader.problems, in_plain_words(error, text, file)]) from None
    except yaml.YAMLError as error:
        broken = Diagnostic("error", "yaml-syntax", f"this is not YAML: {error}", Span(file))
        raise GuideError([*reader.problems, broken]) from None
    finally:
        loader.dispose()
    if reader.problems:
        raise GuideError(reader.problems)
    if notes is not None:
        notes.extend(reader.notes)
    if reader.root is None:
        raise GuideError([Diagnostic("error", "empty-file", "the file is empty", Span(file, 1, 1))])
    return reader.root


def place(tree: Any, loc: Loc, *, key: bool = False) -> Span:
    """Where the value at `loc` stands (its key, if asked), or the nearest thing around it."""
    span: Span = getattr(tree, "span", Span(""))
    path = span.path
    for index, step in enumerate(loc):
        at: Position | None = None
        if isinstance(tree, YamlMap) and isinstance(step, str) and step in tree:
            # An id that was taken from the file's name has no place of its own.
            at = (tree.keys_at if key and index == len(loc) - 1 else tree.values_at).get(step)
            path = _join(path, step)
        elif isinstance(tree, YamlSeq) and isinstance(step, int) and step < len(tree):
            at, path = tree.items_at[step], f"{path}[{step}]"
        if at is None:
            break
        span, tree = Span(span.file, *at, path), tree[step]
    return span


def raw_of(tree: Any, loc: Loc) -> str | None:
    """The very characters of the unquoted number, switch, date or odd word at `loc`."""
    for step in loc[:-1]:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    raw = getattr(tree, "raw", None)
    return raw.get(loc[-1]) if raw and loc else None


def under(tree: YamlMap, keys: Iterable[str]) -> YamlMap:
    """The part of a mapping under some keys, with its places."""
    part = YamlMap((key, tree[key]) for key in keys if key in tree)
    part.span, part.keys_at, part.values_at, part.raw = tree.span, tree.keys_at, tree.values_at, tree.raw
    return part


def texts(tree: Any) -> Iterator[tuple[Span, str]]:
    """Every text of a tree with its place; keys too where they hold more than plain ASCII."""
    if isinstance(tree, YamlMap):
        for name, value in tree.items():
            if not name.isascii():
                yield place(tree, (name,), key=True), name
            yield from [(place(tree, (name,)), value)] if isinstance(value, str) else texts(value)
    elif isinstance(tree, YamlSeq):
        for item in tree:
            yield from texts(item)
    elif isinstance(tree, YamlText):
        yield tree.span, str(tree)


def _join(path: str, key: str | None) -> str:
    return f"{path}.{key}" if path else str(key)


def _kind(value: object) -> str:
    return "a date" if isinstance(value, dt.date) else "a number"
