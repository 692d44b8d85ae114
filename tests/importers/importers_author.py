"""Files as authors write them: any style of YAML, comments everywhere, for property tests.

`files(tree)` draws texts of a tree: in lines or in brackets, quoted or not, folded or not, lists indented or not, with
comments, blank lines and either kind of line break. `comments(text)` lists the comments, as another program reads them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.tokens import CommentToken

WORDS = st.text("abc XYZ,:#'-[]{}?é😀", min_size=1, max_size=30).map(str.strip).filter(bool)
LEAVES = st.one_of(WORDS, st.integers(0, 99_999), st.booleans(), st.dates())
KEYS = st.sampled_from(["title", "level", "note", "n", "a b", "on", "x.y", "C++", "é"])
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda below: (
        st.lists(below, min_size=1, max_size=4) | st.dictionaries(KEYS, below, min_size=1, max_size=4)
    ),
    max_leaves=12,
)
ENTRIES = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)


class _Pen:
    """Draws one style after the other."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.count = 0

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == 1)

    def comment(self) -> str:
        self.count += 1
        return f"# comment {self.count} of: 'mine', [yes]"

    def tail(self) -> str:
        return f"  {self.comment()}" if self.chance(5) else ""

    def above(self, column: int) -> list[str]:
        lines = [" " * column + self.comment()] if self.chance(6) else []
        return ["", *lines] if self.chance(8) else lines

    def mapping(self, tree: Mapping[str, Any], column: int) -> list[str]:
        lines = []
        for key, value in tree.items():
            lines += self.above(column)
            name = json.dumps(key, ensure_ascii=False) if key == "on" or self.chance(4) else key
            first, *rest = self.value(value, column, in_list=False)
            lines += [f"{' ' * column}{name}:{first}", *rest]
        return lines

    def items(self, tree: list[Any], column: int) -> list[str]:
        lines = []
        for item in tree:
            lines += self.above(column)
            if isinstance(item, dict) and item and not self.chance(3):
                first, *rest = self.mapping(item, column + 2)
                while not first.strip() or first.strip().startswith("#"):
                    lines.append(" " * column + first.strip() if first.strip() else "")
                    first, *rest = rest
                lines += [f"{' ' * column}- {first.lstrip()}", *rest]
            else:
                first, *rest = self.value(item, column, in_list=True)
                lines += [f"{' ' * column}-{first}", *rest]
        return lines

    def value(self, value: Any, column: int, *, in_list: bool) -> list[str]:
        """What follows a colon or a dash, and the lines below."""
        if isinstance(value, dict | list) and value and not in_list and not self.chance(3):
            offset = self.draw(st.sampled_from([2, 4] if isinstance(value, dict) else [0, 2, 4]))
            write: Callable[[Any, int], list[str]] = self.mapping if isinstance(value, dict) else self.items
            return [self.tail(), *write(value, column + offset)]
        if isinstance(value, str) and " " in value and self.chance(3):
            sign = self.draw(st.sampled_from([">-", "|-"]))
            return [f" {sign}{self.tail()}", " " * (column + 2) + value]
        return [f" {self.flow(value)}{self.tail()}"]

    def flow(self, value: Any) -> str:
        gap: str = self.draw(st.sampled_from([", ", ",  "]))
        if isinstance(value, dict):
            return "{" + gap.join(f"{self.word(k)}: {self.flow(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + gap.join(self.flow(item) for item in value) + "]"
        if isinstance(value, str):
            return self.word(value)
        return json.dumps(value) if isinstance(value, bool | int) else str(value)

    def word(self, text: str) -> str:
        if self.chance(2):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)


@st.composite
def files(draw: Any, trees: st.SearchStrategy[dict[str, Any]] = ENTRIES) -> tuple[dict[str, Any], str]:
    """A tree, and a file that holds it."""
    tree = draw(trees)
    pen = _Pen(draw)
    lines = [*pen.above(0), *pen.mapping(tree, 0), *pen.above(0)]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return tree, newline.join(lines) + draw(st.sampled_from(["", newline]))


def comments(text: str) -> list[str]:
    """All comments of a file, in the order of their words."""
    yaml = YAML()
    found: list[str] = []
    for token in yaml.scan(text.replace("\r\n", "\n")):
        if isinstance(token, CommentToken):
            found += [line.strip() for line in token.value.splitlines() if line.strip()]
    return sorted(found)
