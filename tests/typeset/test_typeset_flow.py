"""Filling columns: nothing is lost or doubled, headings stay with their text, what fits a page is not cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.drawing import unnamed
from guidebuild.typeset.boxes import Box, Halves, Rule, Space, TextBox
from guidebuild.typeset.flow import Item, Placed, fill, reading_order, spread, used
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, U
from guidebuild.typeset.text import Line, Piece

ROOM = 400.0


@dataclass
class Words(Box):
    """Numbered lines of 10 points; may be cut anywhere (`loose`), only by force, or never (`solid`)."""

    lines: tuple[int, ...]
    loose: bool = True
    solid: bool = False
    width: float = 100.0

    def __post_init__(self) -> None:
        self.height = 10.0 * len(self.lines)

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        count = min(int(room // 10), len(self.lines) - 1)
        if count < 1 or self.solid or not (self.loose or force):
            return None
        return (
            Words(self.lines[:count], self.loose, self.solid),
            Words(self.lines[count:], self.loose, self.solid),
        )


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    out: list[Item] = []
    start = 0
    for _ in range(draw(st.integers(1, 25))):
        count = draw(st.integers(1, 70))
        solid = count < 30 and draw(st.booleans())
        box = Words(tuple(range(start, start + count)), draw(st.booleans()), solid)
        start += count
        before = draw(st.sampled_from([0.0, 4.0, 30.0]))
        out.append(
            Item(
                box,
                before,
                keep=draw(st.booleans()) and count < 12,
                fresh=draw(st.integers(0, 9)) == 0,
                ends=draw(st.integers(0, 4)) == 0,
            )
        )
    return out


def pages(queue: list[Item], room: float = ROOM) -> list[list[Placed]]:
    out = []
    while queue:
        placed, queue = fill(queue, room)
        assert placed, "a page without anything on it"
        out.append(placed)
        assert len(out) < 1000
    return out


@pytest.mark.parametrize("lines", [38, 39, 40, 41, 79])
def test_what_is_bound_to_the_end_of_a_table_never_stands_alone(lines: int) -> None:
    table, source = Item(Words(tuple(range(lines))), ends=True), Item(Words((-1,)), before=4.0)
    *_, last = pages([table, source])
    assert last[-1].item.box is source.box
    assert len(last) == 2


def lines_of(placed: list[Placed]) -> list[int]:
    return [line for p in placed for line in p.item.box.lines]  # type: ignore[attr-defined]


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(queue=items())
def test_every_line_is_placed_once_in_order_and_inside_the_column(queue: list[Item]) -> None:
    laid = pages(queue)
    assert [line for page in laid for line in lines_of(page)] == [
        line
        for item in queue
        for line in item.box.lines  # type: ignore[attr-defined]
    ]
    for page in laid:
        assert used(page) <= ROOM + 0.01
        for above, below in pairwise(page):
            assert below.y >= above.y + above.item.box.height - 0.01


@pytest.mark.slow
@settings(max_examples=200, deadline=None, derandomize=True)
@given(queue=items())
def test_what_fits_a_page_and_does_not_want_to_be_cut_is_whole(queue: list[Item]) -> None:
    laid = pages(queue)
    for item in queue:
        box = item.box
        assert isinstance(box, Words)
        if not box.loose and box.height <= ROOM / 4 and not any(other.keep for other in queue):
            homes = [number for number, page in enumerate(laid) if set(box.lines) & set(lines_of(page))]
            assert len(homes) == 1


@settings(max_examples=100, deadline=None, derandomize=True)
@given(heights=st.lists(st.integers(1, 38), min_size=2, max_size=30))
def test_a_heading_is_never_the_last_thing_on_a_page(heights: list[int]) -> None:
    queue: list[Item] = []
    for number, count in enumerate(heights):
        queue.append(Item(Words((number,), solid=True), 8.0, keep=True))
        queue.append(Item(Words(tuple(range(100, 100 + count)), loose=number % 2 == 0), 4.0))
    for page in pages(queue):
        assert not page[-1].item.keep


def test_a_chain_longer_than_a_page_gives_way_rather_than_running_over_the_foot() -> None:
    queue = [Item(Words(tuple(range(n * 10, n * 10 + 10)), solid=True), keep=True) for n in range(12)]
    assert [len(page) for page in pages(queue)] == [4, 4, 4]


def test_what_is_taller_than_a_page_is_cut_by_force_and_only_then() -> None:
    tall = Words(tuple(range(100)), loose=False)
    assert [len(lines_of(page)) for page in pages([Item(Words((-1,))), Item(tall)])] == [1, 40, 40, 20]


def test_the_gap_before_the_first_item_of_a_page_is_dropped() -> None:
    first, second = pages([Item(Words(tuple(range(40)))), Item(Words((99,)), before=30.0)])
    assert first[0].y == second[0].y == 0.0


def test_a_fresh_item_starts_a_page() -> None:
    assert len(pages([Item(Words((1,))), Item(Words((2,)), fresh=True)])) == 2


def test_the_rest_of_a_cut_item_does_not_mark_its_place_again() -> None:
    first, second, *_ = pages([Item(Words(tuple(range(90)), loose=False), node="here", fresh=True)])
    assert (first[0].item.node, second[0].item.node) == ("here", "")


def test_flexible_gaps_widen_evenly_and_never_over_the_foot() -> None:
    placed, _ = fill([Item(Words((n,)), 4.0, flex=True) for n in range(5)], ROOM)
    moved = spread(placed, ROOM, most=5 * U)
    assert [b.y - a.y for a, b in pairwise(moved)] == [14.0 + 5 * U] * 4
    assert used(spread(placed, used(placed) + 3.0)) == used(placed)


def test_rigid_gaps_keep_their_width() -> None:
    placed, _ = fill([Item(Words((n,)), 4.0) for n in range(5)], ROOM)
    assert spread(placed, ROOM) == placed


def test_placed_items_as_one_box_keep_their_places() -> None:
    placed, _ = fill([Item(Words((1, 2)), 4.0), Item(Words((3,)), 8.0)], ROOM)
    assert used(placed) == 38.0


def text(tag: Tag) -> TextBox:
    line = Line((Piece("word", "regular", 20.0),), 20.0)
    return TextBox((line,), BODY, unnamed("#000000"), 100.0, tag)


def test_what_goes_on_from_an_earlier_page_is_read_before_what_begins_here() -> None:
    sect = Tag("Sect", None)
    duties, fact, more = (Tag(kind, sect) for kind in ("L", "Div", "P"))
    at = [(Placed(Item(text(tag)), 0.0), x) for tag, x in ((fact, 0.0), (duties, 100.0))]
    began: list[Tag] = []
    assert reading_order(at, began) == at
    following = [(Placed(Item(text(tag)), 0.0), 50.0) for tag in (more, Tag("LBody", duties), fact)]
    assert [p.item.box.tag for p, _ in reading_order(following, began)] == [  # type: ignore[attr-defined]
        fact, following[1][0].item.box.tag, more  # type: ignore[attr-defined]
    ]  # fmt: skip


@pytest.mark.parametrize("box", [Space(5000.0), Rule(10.0, 1.0, unnamed("#000000"), height=5000.0)])
def test_a_single_box_that_cannot_be_cut_is_placed_alone(box: Box) -> None:
    """The page design then reports it as overflow; it is never dropped."""
    placed, rest = fill([Item(box), Item(Words((1,)))], ROOM)
    assert [p.item.box for p in placed] == [box]
    assert len(rest) == 1
