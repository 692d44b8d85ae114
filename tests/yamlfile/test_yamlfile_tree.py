"""YAML text to values with places: what PyYAML would read, but typed as an author means it, and never a crash."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.yamlfile.scalars import Odd, scalar
from guidebuild.yamlfile.tree import YamlMap, YamlSeq, place, read_tree, texts


def composed(text: str) -> str:
    """The text as it is read: one code point for a letter and its accents."""
    return unicodedata.normalize("NFC", text)


words = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\ufeff"), max_size=20
).map(composed)
keys = st.text(st.characters(categories=["L", "P"]), min_size=1, max_size=10).map(composed)
values = st.recursive(
    words | st.integers(-(10**9), 10**9) | st.booleans() | st.dates() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


def plain(tree: Any) -> Any:
    """A tree without its places."""
    if isinstance(tree, YamlMap):
        return {key: plain(value) for key, value in tree.items()}
    return [plain(value) for value in tree] if isinstance(tree, YamlSeq) else tree


@pytest.mark.slow
@given(st.dictionaries(keys, values, min_size=1, max_size=5), st.booleans())
def test_what_is_written_as_yaml_is_read_back(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    assert plain(read_tree(text, "a.yml")) == data


quoted = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.slow
@given(st.dictionaries(keys, quoted, min_size=1, max_size=5), st.booleans())
def test_every_text_stands_where_its_place_says(data: dict[str, Any], flow: bool) -> None:
    """At the place of each double-quoted text there is that text."""
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style='"', width=10**6)
    rows = text.splitlines()
    for span, words in texts(read_tree(text, "a.yml")):
        rest = rows[span.line - 1][span.column - 1 :].removeprefix("? ")
        assert rest.startswith('"')
        assert yaml.safe_load(_first_quoted(rest)) == words


def _first_quoted(text: str) -> str:
    end = 1
    while text[end] != '"':
        end += 2 if text[end] == "\\" else 1
    return text[: end + 1]


def problems_of(text: str) -> tuple[Diagnostic, ...]:
    try:
        read_tree(text, "a.yml")
    except GuideError as error:
        return error.diagnostics
    return ()


@given(st.binary(max_size=200).map(lambda junk: junk.decode("utf-8", "replace")))
@example("&a [*a, *b]")
@example("{? a : b}")
@example("%YAML 9.9\n---\na")
@example("- !<tag:yaml.org,2002:str> x")
@example("'\\ud800'")
@example('"\\ud800"')
def test_junk_is_read_or_refused_and_nothing_else(junk: str) -> None:
    assert all(problem.span and problem.span.file == "a.yml" for problem in problems_of(junk))


structure = st.text(st.sampled_from("ab:-?*&![]{}|>'\"#%@`, \n\t\r\\~<0."), max_size=60)


@given(structure)
def test_junk_made_of_yamls_own_signs_is_read_or_refused(junk: str) -> None:
    assert all(problem.message for problem in problems_of(junk))


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("12", 12),
        ("1_000", 1000),
        ("-3.5", -3.5),
        ("1.5e3", 1500.0),
        ("true", True),
        ("Off", False),
        ("~", None),
        ("2026-01-31", dt.date(2026, 1, 31)),
        ("Python", "Python"),
        ("1st", "1st"),
        ("v1.0", "v1.0"),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        ("9" * 5_000, "9" * 5_000),
    ],
)
def test_unquoted_words_have_the_type_that_is_meant(raw: str, value: object) -> None:
    assert scalar(raw) == value
    assert type(scalar(raw)) is type(value)


@pytest.mark.parametrize(
    "raw", ["1:30", "0755", "0x1F", "2026-02-30", "2026-1-5", "2026-01-01 10:00:00", ".inf", ".nan"]
)
def test_words_that_nobody_means_so_are_set_apart(raw: str) -> None:
    assert isinstance(scalar(raw), Odd)


def test_places_lead_to_keys_values_and_items() -> None:
    tree = read_tree("skills:\n  - skill: a\n    level: core\n  - b\non: yes\n", "r.yml")
    assert str(place(tree, ("skills", 0, "level"))) == "r.yml:3:12"
    assert str(place(tree, ("skills", 0, "level"), key=True)) == "r.yml:3:5"
    assert place(tree, ("skills", 0, "level")).path == "skills[0].level"
    assert str(place(tree, ("skills", 1))) == "r.yml:4:5"
    assert str(place(tree, ("skills", 1, "none", 3))) == "r.yml:4:5"
    assert tree["on"] is True
    assert tree["skills"][0].span.path == "skills[0]"


def test_columns_count_characters_not_bytes() -> None:
    tree = read_tree("{ä: ö, 日本: x, 🙂: y}", "r.yml")
    assert str(place(tree, ("🙂",))) == "r.yml:1:18"


def test_an_alias_repeats_the_value() -> None:
    tree = read_tree("a: &x [1, b]\nc: *x\nd: &y word\ne: [*y]\n", "r.yml")
    assert plain(tree) == {"a": [1, "b"], "c": [1, "b"], "d": "word", "e": ["word"]}


def test_a_tree_is_equal_whatever_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without libyaml, its own parser gives the same."""
    from guidebuild.yamlfile import tree

    text = "a: [1, 'b', {c: \"d\"}]\ne: |\n  text\nf: no\n'on': x\n"
    quick = read_tree(text, "r.yml")
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    slow = read_tree(text, "r.yml")
    assert slow == quick
    assert list(texts(slow)) == list(texts(quick))


def test_aliases_of_a_long_text_are_counted_by_their_characters() -> None:
    with pytest.raises(GuideError, match="more than 2,000,000 characters"):
        read_tree(f"a: &x {'y' * 900_000}\nb: *x\nc: *x\n", "a.yml")
    with pytest.raises(GuideError, match="more than 2,000,000 characters"):
        read_tree(f"a: &x [{'y' * 900_000}]\nb: [*x, *x]\n", "a.yml")


@pytest.mark.parametrize("key", ["Cloud ", " Cloud", "Cloud\\u00a0"])
def test_a_key_with_space_around_it_is_refused(key: str) -> None:
    """Once that is stripped it would be the key beside it, whose values would silently go."""
    with pytest.raises(GuideError, match=r"a.yml:2:1: error\[bad-key\].*begins or ends with a space"):
        read_tree(f'Cloud: 1\n"{key}": 2\n', "a.yml")
