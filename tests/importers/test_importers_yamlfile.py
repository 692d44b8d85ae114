"""A file is changed in the places that change, and keeps every other character."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importers_author import KEYS, TREES, comments, files

from guidebuild.diagnostics import GuideError
from guidebuild.importers.merging.yaml.editor import edited, same
from guidebuild.importers.merging.yaml.edits import Add, Edit, Insert, Put, Recomment, Remove, applied, tidied
from guidebuild.importers.merging.yaml.nodes import Nodes
from guidebuild.yamlfile.tree import Loc, read_tree


def places(tree: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    yield loc, tree
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from places(value, (*loc, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from places(value, (*loc, index))


def _is_missing(value: dict[str, Any], key: str) -> bool:
    return key not in value


@st.composite
def edits_of(draw: Any, tree: dict[str, Any]) -> tuple[Edit, ...]:
    """Edits that do not get into each other's way."""
    done: list[Edit] = []
    closed: list[Loc] = []
    for loc, value in draw(st.permutations(list(places(tree))))[:5]:
        if any(loc[: len(one)] == one or one[: len(loc)] == loc for one in closed):
            continue
        kind = draw(st.sampled_from(["put", "remove", "more", "more"]))
        if kind == "more" and isinstance(value, dict):
            key = draw(KEYS.filter(partial(_is_missing, value)) | st.just("zz"))
            after = draw(st.sampled_from([None, *value]))
            if ("add", loc, key) not in closed:
                done.append(Add(loc, key, draw(TREES), after, draw(st.sampled_from(["", "from: there"]))))
                closed.append(("add", loc, key))
        elif kind == "more" and isinstance(value, list):
            index = draw(st.integers(0, len(value)))
            done.append(Insert(loc, index, draw(TREES), draw(st.sampled_from(["", "from: there"]))))
        elif loc and kind != "more":
            opened = any(edit.loc[: len(loc)] == loc for edit in done)
            if not opened:
                done.append(Put(loc, draw(TREES)) if kind == "put" else Remove(loc))
                closed.append(loc)
    return tidied(tree, done)


@pytest.mark.slow
@given(st.data(), files())
def test_an_edited_file_reads_as_its_edited_tree_and_keeps_all_comments(
    data: st.DataObject, file: tuple[dict[str, Any], str]
) -> None:
    tree, text = file
    edits = data.draw(edits_of(tree))
    wanted = applied(tree, edits)
    if not set(wanted) & set(tree):  # nothing stays of the file
        return
    after = edited(text, "a.yml", edits)
    assert same(read_tree(after, "a.yml"), wanted)
    kept = [comment for comment in comments(after) if comment != "# from: there"]
    assert kept == comments(text), "as another program reads them"
    assert ("\r\n" in text) >= ("\r\n" in after)
    assert "\r\n" not in text or "\n" not in after.replace("\r\n", "")


@pytest.mark.slow
@given(files())
def test_without_edits_a_file_comes_back_as_it_is(file: tuple[dict[str, Any], str]) -> None:
    tree, text = file
    assert edited(text, "a.yml", ()) == text
    assert same(read_tree(text, "a.yml"), tree)


@pytest.mark.slow
@given(st.data(), files())
def test_what_is_not_edited_keeps_every_character(
    data: st.DataObject, file: tuple[dict[str, Any], str]
) -> None:
    """Each key at the outermost level that no edit touches, with its value, as it stands in the file."""
    tree, text = file
    edits = data.draw(edits_of(tree))
    touched = {edit.loc[0] for edit in edits if edit.loc}
    if not set(applied(tree, edits)) & set(tree):
        return
    after = edited(text, "a.yml", edits)
    nodes = Nodes(text)
    for key, value in nodes.root.value:
        if key.value not in touched:
            assert text[key.start_mark.index : nodes.end(value)] in after


ROLE = """\
# My role
title: Baker   # as on the door
definition: >-
  Bakes bread
  every day.

# What I do
responsibilities:  # in order
  - Knead
  # the best part
  - {title: Bake, detail: Bake it.}   # hot
  - title: Sell
    detail: Sell it.
skills: [Baking, "Early rising"]
roles: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccccccccccc,
        dddd]
# The end
"""


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Put(("title",), "Master Baker"), "title: Baker   #", "title: Master Baker   #"),
        (Put(("title",), "word " * 30 + "end"), "title: Baker   # as on the door\n",
         "title: >-  # as on the door\n  " + "word " * 22 + "word\n  " + "word " * 7 + "end\n"),
        (Put(("definition",), "Bakes."), ">-\n  Bakes bread\n  every day.", "Bakes."),
        (Put(("responsibilities", 0), {"title": "Knead", "aspect": "build"}), "- Knead",
         "- {title: Knead, aspect: build}"),
        (Put(("responsibilities", 1, "title"), "Bake, daily"), "{title: Bake, d", '{title: "Bake, daily", d'),
        (Put(("skills", 1), "Rising"), '"Early rising"', "Rising"),
        (Add((), "focus", "Bread.", "title"), "door\n", "door\nfocus: Bread.\n"),
        (Add((), "focus", "Bread.", "title", "src: a.txt"), "door\n", "door\nfocus: Bread.  # src: a.txt\n"),
        (Add((), "fits", ["x y"], "roles"), "        dddd]\n", "        dddd]\nfits: [x y]\n"),
        (Add(("responsibilities", 2), "aspect", "plan", "detail"), "Sell it.\n", "Sell it.\n    aspect: plan\n"),
        (Add(("responsibilities", 1), "aspect", "plan", "title"), "Bake, d", "Bake, aspect: plan, d"),
        (Insert(("responsibilities",), 0, "Rise"), "  - Knead", "  - Rise\n  - Knead"),
        (Insert(("responsibilities",), 1, "Rise"), "Knead\n", "Knead\n  - Rise\n"),
        (Insert(("responsibilities",), 3, "Rise", "src"), "Sell it.\n", "Sell it.\n  - Rise  # src\n"),
        (Insert(("skills",), 2, "Maths"), 'rising"', 'rising", Maths'),
        (Insert(("roles",), 4, "eeee"), "ccccccccc,\n        dddd]", "ccccccccc, dddd,\n        eeee]"),
        (Remove(("responsibilities", 1)), "  - {title: Bake, detail: Bake it.}   # hot\n", "  # hot\n"),
        (Remove(("responsibilities", 2, "title")), "title: Sell\n    detail", "detail"),
        (Remove(("skills", 0)), "[Baking, ", "["),
        (Recomment(("title",), "as on the door", "src"), "# as on the door", "# src"),
        (Recomment(("responsibilities",), "What I do", "What we do"), "What I do", "What we do"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edit_looks_as_if_the_author_had_made_it(edit: Edit, old: str, new: str, newline: str) -> None:
    assert ROLE.count(old) == 1
    wanted = ROLE.replace(old, new).replace("\n", newline)
    assert edited(ROLE.replace("\n", newline), "a.yml", [edit]) == wanted


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: &x {b: 1}\nc: *x\n", Put(("a", "b"), 2)),
        ("a: &x [1]\nc: *x\n", Insert(("c",), 0, 2)),
        ("a: &x 1\nc: *x\n", Put(("a",), 2)),
        ("{a: 1}\n", Put(("a",), 2)),
        ("a:\n  - - 1\n    - 2\n", Remove(("a", 0, 0))),
        ("a: 1\rb: 2\r", Put(("a",), 2)),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(GuideError) as caught:
        edited(text, "a.yml", [edit])
    (problem,) = caught.value.diagnostics
    assert problem.code == "cannot-merge"
    assert problem.span is not None
    assert problem.span.file == "a.yml"


def test_an_anchor_elsewhere_is_in_nobodys_way() -> None:
    assert edited("a: &x 1\nc: *x\nd: 2\n", "a.yml", [Put(("d",), 3)]) == "a: &x 1\nc: *x\nd: 3\n"


def test_a_file_that_is_no_yaml_is_told_by_its_place() -> None:
    with pytest.raises(GuideError, match=r"a\.yml:2:1: error"):
        edited("a: 1\na: 2\n", "a.yml", [Put(("a",), 2)])
