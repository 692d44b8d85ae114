"""Boxes: their heights are known before they are painted, and a split keeps every line."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset_desk import desk, painted, parts, problems, text_boxes, words_in
from typeset_stress import prose

import structure
from guidebuild.compose.document import Run
from guidebuild.drawing import unnamed
from guidebuild.typeset.boxes import Beside, Box, Panel, Rule, Space, Stack, TextBox, top_tags
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, SMALL, U

SETTING = desk()


def text(length: int, seed: int = 1, width: float = 200.0, tag: Tag | None = None) -> TextBox:
    return SETTING.text(prose(length, seed), BODY, width, tag or Tag("P", SETTING.sect()))


@st.composite
def boxes(draw: st.DrawFn, depth: int = 3) -> Box:
    """Nested boxes with text in them."""
    kind = draw(st.sampled_from(["text", "stack", "beside", "panel"])) if depth else "text"
    if kind == "text":
        return text(draw(st.integers(1, 900)), draw(st.integers(0, 99)), draw(st.sampled_from([90.0, 200.0])))
    if kind == "panel":
        return Panel(draw(boxes(depth - 1)), 260.0, unnamed("#eeeeee"))
    inner = draw(st.lists(boxes(depth - 1), min_size=1, max_size=3))
    if kind == "beside":
        return Beside([(100.0 * i, box) for i, box in enumerate(inner)], 300.0)
    with_rules: list[tuple[float, Box]] = []
    for box in inner:
        with_rules += [(U, Rule(200.0, 1.0, unnamed("#000000"))), (2 * U, box)]
    return Stack(with_rules, loose=draw(st.booleans()))


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True)
@given(box=boxes(), room=st.floats(120, 700), force=st.booleans())
def test_a_split_keeps_every_line_once(box: Box, room: float, force: bool) -> None:
    lines = Counter(words_in(box))
    pieces = parts(box, room, force=force)
    assert sum((Counter(words_in(piece)) for piece in pieces), Counter()) == lines
    for piece in pieces[:-1]:
        assert piece.height <= room + U  # a panel ends on the grid


@settings(max_examples=100, deadline=None, derandomize=True)
@given(box=boxes(depth=2), room=st.floats(150, 700))
def test_by_force_everything_fits_a_page(box: Box, room: float) -> None:
    assert parts(box, room, force=True)[-1].height <= room + U


@pytest.mark.parametrize("room", [0.0, 15.0, 16.0, 31.9])
def test_a_paragraph_does_not_leave_a_single_line_behind(room: float) -> None:
    assert text(400).split(room) is None


def test_a_paragraph_does_not_send_a_single_line_ahead() -> None:
    box = text(400)
    halves = box.split(box.height - 1)
    assert halves is not None
    assert len(halves[1].lines) == 2  # type: ignore[attr-defined]


def test_only_the_last_part_of_a_paragraph_says_that_it_ends() -> None:
    halves = text(400).split(60.0)
    assert halves is not None
    assert [part.last for part in halves] == [False, True]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "box", [Stack([(0.0, text(900))]), Beside([(0.0, text(900))], 200.0), Panel(text(900), 300.0)]
)
def test_what_is_kept_whole_splits_by_force_only(box: Box) -> None:
    assert box.split(100.0) is None
    assert box.split(100.0, force=True) is not None


def test_in_a_row_nothing_is_read_before_what_waits_for_the_next_page() -> None:
    """The second cell would fit, but it is read after the first one, which does not."""
    row = Beside([(0.0, Panel(text(20), 200.0, inset=(90.0, 0.0, 90.0, 0.0))), (210.0, text(20))], 420.0)
    assert row.split(100.0, force=True) is None


def test_a_panel_is_as_high_as_its_words_and_ends_on_the_grid() -> None:
    panel = Panel(text(500), 300.0, unnamed("#eeeeee"), (10.0, 8.0, 10.0, 8.0))
    assert panel.height >= panel.inner.height + 20
    assert panel.height % U == 0


@pytest.mark.parametrize("align", ["left", "right", "centre"])
def test_lines_stay_inside_their_box_however_they_are_aligned(align: str) -> None:
    box = SETTING.text(prose(300, 3), SMALL, 150.0, Tag("P", None), align=align)  # type: ignore[arg-type]
    for line in box.lines:
        assert 0 <= box._indent(line.width) <= 150.0 - line.width + 0.1


def test_words_of_following_boxes_are_read_apart() -> None:
    setting = desk()
    heading = Tag("H1", Tag("Sect", setting.root))
    first = setting.text("One ", BODY, 200.0, heading)
    second = setting.text("two", BODY, 200.0, heading)
    pdf = painted(setting, lambda pen: Stack([(0.0, first), (0.0, second)]).paint(pen, 60, 60))
    assert 'H1 "One two"' in structure.tag_tree(pdf)


def test_lines_of_a_paragraph_are_read_apart_also_over_a_page() -> None:
    setting = desk()
    words = prose(500, 4)
    box = setting.text(words, BODY, 200.0, Tag("P", Tag("Sect", setting.root)))
    head, tail = box.split(60.0)  # type: ignore[misc]
    pdf = painted(setting, lambda pen: head.paint(pen, 60, 60), lambda pen: tail.paint(pen, 60, 60))
    assert f'P "{words}"' in structure.tag_tree(pdf)
    assert problems(pdf) == []


def test_a_link_over_two_lines_is_one_link_with_its_words() -> None:
    setting = desk()
    run = Run("a link whose words need two lines", link="https://guide.example/")
    box = setting.text((run,), BODY, 100.0, Tag("P", Tag("Sect", setting.root)))
    assert len(box.lines) > 1
    tree = structure.tag_tree(painted(setting, lambda pen: box.paint(pen, 60, 60)))
    assert tree.count("Link") == 1
    assert "a link whose words need two lines" in tree


def test_the_elements_of_a_box_are_named_once_in_reading_order() -> None:
    sect = SETTING.sect()
    listing, note = Tag("L", sect), Tag("P", sect)
    entries = [text(10, tag=Tag("LBody", Tag("LI", listing))) for _ in range(2)]
    box = Stack([(0.0, Beside([(0.0, entries[0]), (9.0, entries[1])], 99.0)), (0.0, text(9, tag=note))])
    assert top_tags(Panel(box, 300.0)) == [listing, note]
    assert top_tags(Space(10.0)) == []
    assert [box.tag for box in text_boxes(box)][-1] is note
