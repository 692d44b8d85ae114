"""How a block finds its design: the dispatcher of `designs/running`, which pages and one column share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from typeset_desk import desk, words_in

from guidebuild.compose.document import Block, Duties, Heading, Section, Worksheet, plain
from guidebuild.typeset.boxes import Space
from guidebuild.typeset.designs.running import RUNNING, Galley, boxed, each, items_of
from guidebuild.typeset.flow import Item
from guidebuild.typeset.styles import BODY

SECTION = Section("one", "profile", "One", "One", "", ())


def galley(density: float = 1.0) -> Galley:
    setting = desk()
    return Galley(setting, SECTION, setting.sect(), 300.0, density)


def test_a_block_without_a_design_is_named() -> None:
    with pytest.raises(TypeError, match="no design for Heading in a section of the kind 'profile'"):
        items_of(RUNNING, galley(), [Heading("h", "main", "Skills")])


def test_a_design_has_all_blocks_that_follow_each_other() -> None:
    blocks = [Heading(str(n), "main", f"Part {n}") for n in range(3)]
    designs: dict[type[Block], Callable[[Any, Any], list[Item]]] = {
        Heading: lambda _, blocks: [Item(Space(float(len(blocks))))]
    }
    (item,) = items_of(designs, galley(), blocks)
    assert item.box.height == 3.0


def test_blocks_that_stand_by_themselves_keep_their_order() -> None:
    blocks = [Heading(str(n), "main", f"Part {n}") for n in range(3)]
    design = each(lambda _, block: [Item(Space(1.0), node=block.id), Item(Space(2.0))])
    items = items_of({Heading: design}, galley(), blocks)
    assert [(item.node, item.box.height) for item in items] == [
        ("0", 1.0), ("", 2.0), ("1", 1.0), ("", 2.0), ("2", 1.0), ("", 2.0),
    ]  # fmt: skip


def test_a_boxed_block_stands_below_its_gap() -> None:
    blocks = [Heading(str(n), "main", f"Part {n}") for n in range(2)]
    items = items_of({Heading: boxed(lambda g, block: g.text(block.text, BODY), 7.0)}, galley(), blocks)
    assert [item.before for item in items] == [7.0, 7.0]
    assert [words_in(item.box) for item in items] == [["Part 0"], ["Part 1"]]
    assert {item.box.width for item in items} == {300.0}


@pytest.mark.parametrize(
    "block",
    [
        Duties("d", "main", tuple((f"Task {n}", plain("Told in a few words.")) for n in range(4)), 0),
        Worksheet("w", "main", ("What is a usual day?", "What is hard?"), 2),
    ],
)
def test_running_text_stands_closer_where_it_is_dense(block: Duties | Worksheet) -> None:
    heights = [
        sum(item.before + item.box.height for item in items_of(RUNNING, galley(density), [block]))
        for density in (1.0, 0.4)
    ]
    assert heights[1] < heights[0]
