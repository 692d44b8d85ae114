"""The contents: blocks of the outer column stand on the lines where parts of the list start."""

from __future__ import annotations

import pytest
from typeset_desk import words_in
from typeset_stress import guide, laid_out, prepared, single

from guidebuild.compose.document import Marks
from guidebuild.model.load import load
from guidebuild.typeset import layout
from guidebuild.typeset.book import Sheet
from guidebuild.typeset.boxes import Rule, Space, Stack
from guidebuild.typeset.designs.wayfinding import marks_box
from guidebuild.typeset.flow import Item
from guidebuild.typeset.pages.contents import on_lines
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag


def part(entries: int) -> list[Item]:
    """A head and entries of 20 points."""
    return [Item(Space(30.0), before=10.0, keep=True), *(Item(Space(20.0)) for _ in range(entries))]


def starts(
    outer: list[float], parts: list[int], room: float, tied: int
) -> tuple[list[float], list[float]] | None:
    blocks = [Item(Space(height), before=12.0) for height in outer]
    found = on_lines(blocks, [item for entries in parts for item in part(entries)], room, tied)
    return found and ([p.y for p in found[0]], [p.y for p in found[1] if p.item.keep])


def test_a_shorter_block_moves_down_to_the_next_line() -> None:
    assert starts([60, 40], [3, 3, 3], 500, 2) == ([0.0, 100.0], [0.0, 100.0, 200.0])


def test_a_part_of_the_list_gets_air_where_the_block_is_a_little_longer() -> None:
    assert starts([98, 40], [3, 3], 500, 2) == ([0.0, 110.0], [0.0, 110.0])


def test_what_would_take_too_much_air_or_leave_the_page_is_left() -> None:
    assert starts([200, 40], [3, 3], 900, 2) is None
    assert starts([98, 40], [3, 3], 195, 2) is None


def test_a_last_block_without_a_part_of_its_own_follows_the_one_before() -> None:
    assert starts([88, 40, 30], [3, 3], 500, 2) == ([0.0, 100.0, 152.0], [0.0, 100.0])


def rules(setting: Setting, sheet: Sheet) -> tuple[list[float], list[float]]:
    """Where blocks with a rule of 1 point on top start: beside the list, and in it."""
    wide = setting.grid.w(8) - 1
    found: tuple[list[float], list[float]] = ([], [])
    for box, _, y in sheet.boxes:
        first = box.children[0][1] if isinstance(box, Stack) and box.children else None
        if isinstance(first, Rule) and first.thickness == 1.0:
            found[first.width > wide].append(round(y, 2))
    return found


def on_common_lines(setting: Setting) -> bool:
    (sheet,) = [sheet for sheet in setting.book.sheets if sheet.section.kind == "contents"]
    outer, main = rules(setting, sheet)
    assert len(outer) > 1
    return set(outer) <= set(main)


@pytest.mark.slow
@pytest.mark.parametrize("guide", ["dl-vs-mlse", "ml-careers", "ai-careers"])
def test_the_bundled_guides_have_rules_on_common_lines(guide: str) -> None:
    assert on_common_lines(layout(*prepared(load(guide=guide).guide)))


@pytest.mark.parametrize("roles", [2, 3])
def test_other_guides_have_rules_on_common_lines(roles: int) -> None:
    assert on_common_lines(laid_out("single", roles))


def test_the_key_of_six_long_names_stays_on_one_page() -> None:
    roles = [single(n) | {"short": f"Geographic Information Systems {n}"} for n in range(1, 7)]
    setting = layout(*prepared(guide(roles)))
    assert len([sheet for sheet in setting.book.sheets if sheet.section.kind == "contents"]) == 1


def test_the_note_of_a_key_never_stands_without_the_last_mark() -> None:
    setting = laid_out("single", 6)
    (marks,) = [b for s in setting.document.sections for b in s.slot("marks") if isinstance(b, Marks)]
    box = marks_box(setting, marks, Tag("Div", setting.sect()), 140.0)
    halves = box.split(box.height - 1)
    assert halves is not None
    assert " ".join(words_in(halves[1])).count("sixth dot") == 1
