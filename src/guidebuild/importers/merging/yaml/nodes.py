"""Where in its text each value of a YAML file begins and ends, and where the author's comments are.

Comes in: the text of a file that `yamlfile.tree` has accepted. Goes out: `Nodes`: the node of a place, its end
without the blank lines and comments behind it, the comments between two offsets, and the lines around an offset.
Refuses, with `TangledError`: places that are reached through an alias, which have no text of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from guidebuild.yamlfile.tree import Loc

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\r\n]*")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_HEADER = re.compile(r"[|>][-+0-9]*")


class TangledError(ValueError):
    """The text cannot be changed at this place without changing others."""


@dataclass(slots=True)
class Nodes:
    """The nodes of one text."""

    text: str
    root: Any = None
    _leaves: list[tuple[int, int]] = field(default_factory=list)
    _shared: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        if _LONE_RETURN.search(self.text):  # a line break to YAML, and to few editors
            raise TangledError
        self.root = yaml.compose(self.text, Loader=_LOADER)
        self._survey(self.root, set())
        self._leaves.sort()

    def _survey(self, node: Any, seen: set[int]) -> None:
        if id(node) in seen:
            self._shared.add(id(node))
            return
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            self._leaves.append((self._words(node), self.end(node)))
        for child in _children(node):
            self._survey(child, seen)

    def _words(self, node: Any) -> int:
        """Where the words of a scalar begin: what follows the header of a block may be a comment."""
        start: int = node.start_mark.index
        if node.style in ("|", ">") and (header := _HEADER.search(self.text, start)):
            line_end = self.line_end(header.end())
            return min(line_end, self.end(node))
        return start

    def node(self, loc: Loc) -> Any:
        """The node of the value at a place. Raises `TangledError` where nothing is there."""
        found = self.root
        for step in loc:
            if isinstance(found, yaml.MappingNode):
                found = next(value for key, value in found.value if key.value == step)
            else:
                found = found.value[step]
            if id(found) in self._shared:
                raise TangledError
        return found

    def key(self, loc: Loc) -> Any:
        """The node of the key that a place ends with."""
        return next(key for key, _value in self.node(loc[:-1]).value if key.value == loc[-1])

    def outer_brackets(self, loc: Loc) -> Loc | None:
        """The outermost place on the way that is written in brackets or braces."""
        for length in range(len(loc) + 1):
            node = self.node(loc[:length])
            if isinstance(node, yaml.CollectionNode) and node.flow_style:
                return loc[:length]
        return None

    def end(self, node: Any) -> int:
        """Where the text of a node ends, without what follows."""
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            block = node.style in ("|", ">")
            return start + max(len(self.text[start:end].rstrip()), 1) if block else end
        if node.flow_style:
            return end
        return max(self.end(_children(node)[-1]), start)

    def column(self, loc: Loc) -> int:
        """The column of the keys or dashes of a mapping or list that is not in brackets."""
        node = self.node(loc)
        first = node.value[0][0] if isinstance(node, yaml.MappingNode) else node
        column: int = first.start_mark.column
        return column

    def dash(self, loc: Loc) -> int:
        """Where the dash of an item of a block list stands.

        Raises `TangledError` where it has none of its own.
        """
        column = self.column(loc[:-1])
        at = self.line_start(self.node(loc).start_mark.index)
        while self.text[at + column : at + column + 1] != "-":
            if at == 0:
                raise TangledError
            at = self.line_start(at - 1)
        if self.text[at : at + column].strip():  # "- - a"
            raise TangledError
        return at + column

    def colon(self, loc: Loc) -> int:
        """Where the value of a key may begin: right behind its colon.

        Raises `TangledError` where the key has none.
        """
        at = self.text.find(":", self.end(self.key(loc)))
        if at < 0 or self.text[self.end(self.key(loc)) : at].strip():
            raise TangledError
        return at + 1

    def comments(self, start: int, end: int) -> Iterator[str]:
        """The comments between two offsets."""
        at = start
        for index in range(bisect_right(self._leaves, (start, start)), len(self._leaves)):
            first, last = self._leaves[index]
            if first >= end:
                break
            yield from _COMMENT.findall(self.text, at, first)
            at = last
        yield from _COMMENT.findall(self.text, at, max(end, at))

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """The end of the line, before its break."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def next_line(self, at: int) -> int:
        """The beginning of the line below."""
        return self.text.find("\n", at) + 1 or len(self.text)


def _children(node: Any) -> list[Any]:
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
