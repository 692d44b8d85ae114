"""Values are written as YAML that reads back as it was meant, and that people like to read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.merging.yaml import writer as yamltext
from guidebuild.importers.merging.yaml.editor import same
from guidebuild.yamlfile.faults import HIDDEN
from guidebuild.yamlfile.tree import read_tree
from guidebuild.yamlfile.unseen import visible

TEXTS = (
    st.text(st.characters(codec="utf-8"), max_size=200)
    .filter(lambda text: not HIDDEN.search(text))
    .map(lambda text: visible(text)[0])
)
WORDS = st.text("ab :#-,[]{}'\"\n\t\\?!&*%@`|>=~x1.", max_size=60).filter(
    lambda text: not HIDDEN.search(text)
)
KEYS = st.one_of(
    st.sampled_from(["n", "on", "a b", "1", "x: y", "Web 2.0", "#", "~", "detail"]), TEXTS
).filter(lambda key: key == key.strip() and key)
LEAVES = st.one_of(
    TEXTS,
    WORDS.map(lambda text: visible(text)[0]),
    WORDS.map(lambda text: visible(text * 4)[0]),
    st.integers(-(10**12), 10**12),
    st.booleans(),
    st.dates(),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.none(),
)
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda below: st.lists(below, max_size=5) | st.dictionaries(KEYS, below, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=5))
def test_what_is_written_reads_back_as_it_was(tree: dict[str, Any]) -> None:
    text = "\n".join(yamltext.mapping_lines(tree, 0)) + "\n"
    assert same(read_tree(text, "a.yml"), tree), text


@given(TEXTS | WORDS)
def test_other_readers_of_yaml_find_the_same_text(text: str) -> None:
    """PyYAML has the many special words of YAML 1.1, which the strict reader leaves as they are."""
    written = "\n".join(yamltext.key_lines("a", text, 0) + yamltext.key_lines("b", [text], 0)) + "\n"
    assert yaml.safe_load(written) == {"a": text, "b": [text]}, written


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "null", "~", "", " a", "2024-01-01", "1e3", "1:30", "0755", "0x1F", ".5", "1_000", "-", "- a",
     "a: b", "a #b", "a:", "# a", "*a", "&a", "!a", "%a", "@a", "'a'", '"a"', "[a]", "{a}", "?", "a\tb", "|", ">"],
)  # fmt: skip
def test_texts_that_yaml_would_take_for_something_else_are_quoted(text: str) -> None:
    (line,) = yamltext.key_lines("a", text, 0)
    assert line.startswith('a: "')
    assert read_tree(line, "a.yml")["a"] == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("C++, C# and R", "a: C++, C# and R"),
        ("15-2051.00", "a: 15-2051.00"),
        ("https://example.org/", "a: https://example.org/"),
        (["C++", "Apache Spark"], "a: [C++, Apache Spark]"),
        (["a, b", "c"], 'a: ["a, b", c]'),
        ({"low": 1, "high": 2.5}, "a: {low: 1, high: 2.5}"),
        ({"n": 9405, "p10": 76813}, "a: {n: 9405, p10: 76813}"),
        ([{"skill": "sql"}], "a:\n  - skill: sql"),
        ([{"skill": "sql", "level": "useful"}], "a:\n  - {skill: sql, level: useful}"),
        ([{"name": "Finance", "examples": ["fraud", "trade"]}],
         "a:\n  - {name: Finance, examples: [fraud, trade]}"),
        ({"degrees": ["Bachelor’s"]}, "a:\n  degrees: [Bachelor’s]"),
        (["a sentence of more than forty characters, as they are"],
         "a:\n  - a sentence of more than forty characters, as they are"),
        ("One.\n\nTwo.", "a: |-\n  One.\n\n  Two."),
        (dt.date(2026, 1, 31), "a: 2026-01-31"),
        ([], "a: []"),
        (None, "a: null"),
    ],
)  # fmt: skip
def test_the_look_is_that_of_the_content(value: Any, text: str) -> None:
    assert "\n".join(yamltext.key_lines("a", value, 0)) == text


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=80).map(" ".join))
def test_long_prose_is_folded_within_the_width(text: str) -> None:
    lines = yamltext.key_lines("detail", text, 4)
    assert all(len(line) <= yamltext.WIDTH for line in lines)
    assert (len(lines) > 1) == (len("    detail: ") + len(text) > yamltext.WIDTH)


@given(st.lists(st.integers(0, 10**9), max_size=60) | st.lists(st.from_regex(r"[a-z]{2,30}", fullmatch=True)))
def test_numbers_and_ids_stay_in_brackets_and_within_the_width(items: list[Any]) -> None:
    lines = yamltext.key_lines("roles", items, 2)
    assert lines[0].startswith("  roles: [")
    assert lines[-1].endswith("]")
    assert all(len(line) <= yamltext.WIDTH for line in lines)


def test_a_comment_stands_behind_a_short_line_and_above_a_long_one() -> None:
    assert yamltext.commented(["a: b"], "from here", 0) == ["a: b  # from here"]
    assert yamltext.commented(["a: " + "b" * 110], "from here", 0)[0] == "# from here"
    assert yamltext.commented(["  a:", "    - b"], "from here", 2) == ["  # from here", "  a:", "    - b"]
