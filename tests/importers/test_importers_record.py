"""What was imported is written for people and read back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers_author import LEAVES, TREES

from guidebuild.diagnostics import GuideError
from guidebuild.importers.draft import Fact, Tree
from guidebuild.importers.merging.record import (
    EMPTY,
    ITEM,
    Known,
    Record,
    facts_of,
    provenance,
    read,
    spelled,
    written,
)

STEPS = st.text('ab. []"\\é#:', min_size=1, max_size=6).filter(
    lambda step: step == step.strip() and step != ITEM
)
PATHS = st.builds(
    lambda way, item: (*way, ITEM) if item else tuple(way),
    st.lists(STEPS, min_size=1, max_size=3),
    st.booleans(),
)
FACTS = st.builds(
    Known, PATHS, LEAVES | TREES, st.sampled_from(["s-1", "s-2"]), st.sampled_from(["", "a.txt:1"])
)
RECORDS = st.dictionaries(
    st.sampled_from(["onet", "article:a", "salaries:x y"]), st.lists(FACTS, max_size=6), max_size=2
)


@pytest.mark.slow
@given(RECORDS)
def test_a_record_reads_back_as_it_was_written(facts: dict[str, list[Known]]) -> None:
    kept = Record({name: tuple(found) for name, found in facts.items()})
    text = written(kept)
    if facts:
        assert read(text, "r.yml") == kept, text


def test_a_record_is_for_people() -> None:
    tree: dict[str, Tree] = {
        "title": Fact("Baker", "a.txt:1"),
        "tools": {"Web 2.0": (Fact({"name": "Git", "note": "x"}, "b.txt:2"),)},
        "pay": Fact({"n": 1}, source="other"),
    }
    text = written(EMPTY.with_facts("onet", tuple(facts_of(tree, "onet-29-3"))))
    assert text.partition("onet:\n")[2] == (
        "  source: onet-29-3\n"
        "  edition: 2\n"
        "  facts:\n"
        '    - {path: title, value: Baker, at: "a.txt:1"}\n'
        '    - path: tools."Web 2.0"[]\n'
        "      value: {name: Git, note: x}\n"
        "      at: b.txt:2\n"
        "    - path: pay\n"
        "      value: {n: 1}\n"
        "      source: other\n"
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("title",), "title"),
        (("responsibilities", ITEM), "responsibilities[]"),
        (("tools", "Languages", ITEM), "tools.Languages[]"),
        (("tools", ".NET [web]", ITEM), 'tools.".NET [web]"[]'),
    ],
)
def test_a_path_is_spelled_out(path: tuple[str, ...], words: str) -> None:
    assert spelled(path) == words


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a\n", "r.yml:1:1"),
        ("onet: 1\n", "r.yml:1:7"),
        ("onet:\n  facts: x\n", "r.yml:2:3"),
        ("onet:\n  facts:\n    - {path: title}\n", "r.yml:3:7"),
        ("onet:\n  facts:\n    - {path: '[]', value: 1}\n", "r.yml:3:7"),
        ("onet:\n  facts:\n    - {path: 'a..b', value: 1}\n", "r.yml:3:7"),
        ("onet:\n  facts:\n    - {path: 'a\"', value: 1}\n", "r.yml:3:7"),
        ("onet:\n  facts:\n    - {path: '\"\\x\"', value: 1}\n", "r.yml:3:7"),
        ("onet: [\n", "r.yml:2:1"),
    ],
)
def test_what_is_no_record_is_told_by_its_place(text: str, place: str) -> None:
    with pytest.raises(GuideError) as caught:
        read(text, "r.yml")
    assert str(caught.value.diagnostics[0]).startswith(f"{place}: error")


def known(*places: str, source: str = "s") -> tuple[Known, ...]:
    return tuple(Known(("a",), 1, source, at) for at in places)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ((), ""),
        (known(""), "s"),
        (known("Task Statements.txt:41", "Task Statements.txt:7:2"), "s: Task Statements.txt"),
        (known("a.txt:1", "b.txt:1"), "s: a.txt, b.txt"),
        (known("a.txt:1") + known("a.txt:1", source="t"), "s: a.txt; t: a.txt"),
        (known(*(f"{letter * 40}.txt" for letter in "abc")), f"s: {'a' * 40}.txt, {'b' * 40}.txt and 1 more"),
    ],
)
def test_a_place_is_told_without_its_lines(facts: tuple[Known, ...], words: str) -> None:
    assert provenance(facts) == words


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("/saved/by me/a b.txt:12", "a b.txt:12"),
        ("../a.txt:1", "a.txt:1"),
        ("db/Task Statements.txt:1", "db/Task Statements.txt:1"),
        ("https://example.org/a", "https://example.org/a"),
        ("two\nlines.txt", "two lines.txt"),
    ],
)
def test_a_place_is_the_same_on_every_machine(at: str, kept: str) -> None:
    assert [fact.at for fact in facts_of(Fact(1, at), "s")] == [kept]


def test_the_tree_of_an_importer_has_the_shape_of_the_file() -> None:
    tree: Any = {
        "title": Fact("Baker"),
        "tools": {"A": (Fact("x"), Fact("y"))},
        "skills": (Fact({"skill": "z"}),),
    }
    kept = EMPTY.with_facts("onet", tuple(facts_of(tree, "s")))
    assert kept.tree("onet") == {"title": "Baker", "tools": {"A": ["x", "y"]}, "skills": [{"skill": "z"}]}
    assert kept.others("article") == (kept.tree("onet"),)
    assert kept.tree("article") == {}
