"""A content file changed in the places that change, and nowhere else.

Comes in: the text of a YAML file, as `yamlfile.tree` accepts it, and edits. Goes out: the text after the edits: what
is not edited keeps every character, with its comments, order, quotes and line breaks; an author's comment within a
value that is replaced or removed is kept above it. Refuses, with `GuideError`: files that are no YAML, and edits that
would reach other places through anchors and aliases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import yaml

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Put, Recomment, Remove, applied
from guidebuild.importers.merging.yaml.nodes import Nodes, TangledError
from guidebuild.yamlfile.scalars import scalar
from guidebuild.yamlfile.tree import Loc, place, read_tree


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of the text and what takes its place.

    Of pieces at one offset those that belong to what is above it come first, and of these the deeper ones.
    """

    start: int
    end: int
    words: str
    depth: int
    belongs_below: bool = False

    def order(self) -> tuple[int, int, bool, int]:
        return (self.start, self.end, self.belongs_below, -self.depth)


def edited(text: str, file: str, edits: Sequence[Edit]) -> str:
    """The text after the edits. Raises `GuideError`."""
    tree = read_tree(text, file)
    if not edits:
        return text
    comments = [edit for edit in edits if isinstance(edit, Recomment)]
    others = [edit for edit in edits if not isinstance(edit, Recomment)]
    try:
        after = _Editor(_Editor(text).edited(comments)).edited(others)
        if same(read_tree(after, file), applied(tree, edits)):
            return after
    except (TangledError, GuideError):
        pass
    span = place(tree, edits[0].loc)
    message = "this file is written in a way that an import cannot change"
    hint = "write out what anchors (&) and aliases (*) stand for, and lists one item to a line"
    raise GuideError([Diagnostic("error", "cannot-merge", message, span, (hint,))])


def same(one: Any, other: Any) -> bool:
    """Whether two trees hold the same values, however they are kept."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if _is_list(one) and _is_list(other):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


@dataclass(slots=True)
class _Editor:
    text: str
    nodes: Nodes = field(init=False)
    newline: str = field(init=False)
    going: set[Loc] = field(default_factory=set)
    cuts: list[_Cut] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.nodes = Nodes(self.text)
        self.newline = "\r\n" if "\r\n" in self.text else "\n"

    def edited(self, edits: Sequence[Edit]) -> str:
        bracketed: dict[Loc, list[Edit]] = {}
        self.going = {edit.loc for edit in edits if isinstance(edit, Remove)}
        for edit in edits:
            brackets = self.nodes.outer_brackets(_container(edit))
            if brackets is not None and not isinstance(edit, Recomment):
                bracketed.setdefault(brackets, []).append(edit)
            else:
                self.edit(edit)
        for loc, inside in bracketed.items():
            self.rewrite(loc, inside)
        return self.joined()

    def joined(self) -> str:
        done, at = [], 0
        for cut in sorted(self.cuts, key=_Cut.order):
            if cut.start < at:
                raise TangledError
            done += [self.text[at : cut.start], cut.words]
            at = cut.end
        return "".join([*done, self.text[at:]])

    def edit(self, edit: Edit) -> None:
        match edit:
            case Put():
                self.put(edit.loc, edit.value)
            case Add():
                self.add(edit)
            case Insert():
                self.insert(edit)
            case Remove():
                self.remove(edit)
            case Recomment():
                self.recomment(edit)

    def cut(self, start: int, end: int, words: str, loc: Loc, *, belongs_below: bool = False) -> None:
        self.cuts.append(_Cut(start, end, words, len(loc), belongs_below))

    def lines(self, lines: Iterable[str]) -> str:
        return "".join(line + self.newline for line in lines)

    # A value in brackets is written anew as a whole; the parts that stay keep their characters.

    def rewrite(self, loc: Loc, edits: Iterable[Edit]) -> None:
        raw = self.raw(self.nodes.node(loc))
        inside = [_moved(edit, len(loc)) for edit in edits]
        if not loc:
            raise TangledError
        self.put(loc, applied(raw, inside))

    def raw(self, node: Any) -> Any:
        """The tree of a node, with its very characters where they stand on one line."""
        if isinstance(node, yaml.MappingNode):
            return {key.value: self.raw(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.raw(item) for item in node.value]
        words = self.text[node.start_mark.index : self.nodes.end(node)]
        if isinstance(number := scalar(words), int | float) and yamltext.inline(number) == words:
            return number
        return yamltext.Raw(words) if "\n" not in words else node.value

    def put(self, loc: Loc, value: Any) -> None:
        """Another value behind a colon or a dash."""
        node, column = self.nodes.node(loc), self.nodes.column(loc[:-1])
        if isinstance(loc[-1], str):
            start = self.nodes.colon(loc)
            at = start + 1 - self.nodes.line_start(start)
            first, *rest = yamltext.value_lines(value, column, at)
            first = f" {first}" if first else ""
        else:
            start = self.nodes.dash(loc)
            first, *rest = yamltext.item_lines(value, column)
            first = first.lstrip(" ")
        self.replace(loc, start, self.nodes.end(node), [first, *rest])

    def replace(self, loc: Loc, start: int, end: int, lines: list[str]) -> None:
        """New lines from `start` on. A comment on the first line of the value, or behind it, stays there if it can."""
        line_end = self.nodes.line_end(start)
        kept = list(self.nodes.comments(start, end))
        if line_end < end and list(self.nodes.comments(start, line_end)):
            lines[0] += f"  {kept.pop(0)}"
        tail = self.text[end : self.nodes.line_end(end)]
        if tail.strip() and (len(lines) > 1 or "  #" in lines[0]):
            kept.append(tail.strip())
            end += len(tail)
            if len(kept) == 1 and "  #" not in lines[0]:
                lines[0] += f"  {kept.pop()}"
        self.cut(start, end, self.newline.join(lines), loc)
        self.keep(kept, loc)

    def keep(self, comments: Sequence[str], loc: Loc) -> None:
        """Comments on lines of their own, above a key or an item.

        Raises `TangledError` for what has nothing above it: the whole file.
        """
        if not comments:
            return
        if not loc:
            raise TangledError
        at = self.head(loc)
        start = self.nodes.line_start(at)
        if self.text[start:at].strip():  # behind a dash
            self.keep(comments, loc[:-1])
            return
        margin = " " * (at - start)
        words = self.lines(margin + comment for comment in comments)
        self.cut(start, start, words, loc, belongs_below=True)

    def head(self, loc: Loc) -> int:
        """Where a key or the dash of an item stands."""
        if isinstance(loc[-1], str):
            start: int = self.nodes.key(loc).start_mark.index
            return start
        return self.nodes.dash(loc)

    def add(self, edit: Add) -> None:
        column = self.nodes.column(edit.loc)
        lines = yamltext.commented(yamltext.key_lines(edit.key, edit.value, column), edit.comment, column)
        keys = [key.value for key, _value in self.nodes.node(edit.loc).value]
        behind = keys[: keys.index(edit.after) + 1] if edit.after is not None else []
        self.place(edit.loc, lines, column, behind, keys)

    def insert(self, edit: Insert) -> None:
        column = self.nodes.column(edit.loc)
        lines = yamltext.item_lines(edit.value, column)
        lines = yamltext.commented(lines, edit.comment, column, above=edit.head)
        items = range(len(self.nodes.node(edit.loc).value))
        self.place(edit.loc, lines, column, items[: edit.index], items)

    def place(
        self, loc: Loc, lines: list[str], column: int, behind: Sequence[Any], steps: Sequence[Any]
    ) -> None:
        """New lines behind the last of some keys or items that stays, else before the first of all that does.

        Raises `TangledError` where none of them stays.
        """
        for step in reversed(behind):
            if (*loc, step) not in self.going:
                end = max(self.nodes.end(self.nodes.node((*loc, step))), self.head((*loc, step)))
                self.below(end, lines, (*loc, step))
                return
        first = next((step for step in steps if (*loc, step) not in self.going), None)
        if first is None:
            raise TangledError
        at = self.head((*loc, first))
        self.cut(at, at, self.lines(lines)[column:] + " " * column, loc, belongs_below=True)

    def below(self, end: int, lines: Sequence[str], loc: Loc) -> None:
        """New lines below the one that holds an offset, which may be the last and without a break."""
        at = self.nodes.next_line(end)
        words = self.lines(lines)
        if self.nodes.line_end(end) == len(self.text):
            words = self.newline + words.removesuffix(self.newline)
        self.cut(at, at, words, loc)

    def remove(self, edit: Remove) -> None:
        loc, head = edit.loc, self.head(edit.loc)
        if isinstance(loc[-1], str) and loc[-1] in (beside := self.beside_dash(loc[:-1])):
            if loc[-1] == beside[0]:
                self.remove_beside_dash(loc[:-1], beside, edit.comment)
            return
        start, end = self.nodes.line_start(head), max(head, self.nodes.end(self.nodes.node(loc)))
        found = self.nodes.comments(start, self.nodes.line_end(end))
        kept = [comment for comment in found if not _is(comment, edit.comment)]
        above = self.nodes.line_start(start - 1) if start else 0
        words = self.lines(" " * (head - start) + comment for comment in kept)
        if _is(self.text[above:start].strip(), edit.comment):
            start = above
        self.cut(start, self.nodes.next_line(end), words, loc)

    def beside_dash(self, loc: Loc) -> list[str]:
        """The keys that go of a mapping which begins beside the dash of an item, up to the first that stays."""
        keys = [key for key, _value in self.nodes.node(loc).value]
        start = keys[0].start_mark.index
        if not self.text[self.nodes.line_start(start) : start].strip():
            return []
        return [key.value for key in takewhile(lambda key: (*loc, key.value) in self.going, keys)]

    def remove_beside_dash(self, loc: Loc, going: Sequence[str], ours: str) -> None:
        """The first keys of an item: the next one moves up to the dash."""
        keys = [key for key, _value in self.nodes.node(loc).value]
        start, stop = keys[0].start_mark.index, keys[len(going)].start_mark.index
        self.cut(start, stop, "", loc)
        self.keep([comment for comment in self.nodes.comments(start, stop) if not _is(comment, ours)], loc)

    def recomment(self, edit: Recomment) -> None:
        head = self.head(edit.loc)
        start, end = self.nodes.line_start(head), self.nodes.line_end(head)
        above = self.nodes.line_start(start - 1) if start else start
        if _is(self.text[above:start].strip(), edit.old):
            words = self.lines([" " * (head - start) + f"# {edit.new}"] if edit.new else [])
            self.cut(above, start, words, edit.loc)
        elif edit.old and self.text[start:end].endswith(f"  # {edit.old}"):
            words = f"  # {edit.new}" if edit.new else ""
            self.cut(end - len(f"  # {edit.old}"), end, words, edit.loc)


def _is(comment: str, ours: str) -> bool:
    return bool(ours) and comment == f"# {ours}"


def _container(edit: Edit) -> Loc:
    """The place whose text an edit changes: what holds the value, or gets one more."""
    return edit.loc if isinstance(edit, Add | Insert) else edit.loc[:-1]


def _moved(edit: Edit, steps: int) -> Edit:
    """The edit as seen from a place on its way."""
    match edit:
        case Put():
            return Put(edit.loc[steps:], edit.value)
        case Add():
            return Add(edit.loc[steps:], edit.key, edit.value, edit.after)
        case Insert():
            return Insert(edit.loc[steps:], edit.index, edit.value)
        case Remove():
            return Remove(edit.loc[steps:])
        case Recomment():
            return edit
