"""Filling a column: which items stand on this page, at what height, and what goes on.

Comes in: `Item`s in reading order and the room in points. Goes out: placed items and the rest. Kept rules: a heading
stays with what follows it, a paragraph keeps two lines at either end, what fits a page is not cut, a table breaks only
before a row. Refuses: to lose anything; what cannot be cut and is taller than a page is reported as overflow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from guidebuild.typeset.boxes import Box, top_tags
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import U


@dataclass(frozen=True)
class Item:
    """A box in a flow: `before` points above it (dropped at the top of a column), `keep` binds it to the next item.

    `ends` binds the next item to its end, as a table its source: the last rows go on to the next page with it.
    `flex` gaps are the ones that may widen to fill a page; `node` names the place for links.
    """

    box: Box
    before: float = 0.0
    keep: bool = False
    flex: bool = False
    node: str = ""
    fresh: bool = False
    ends: bool = False


@dataclass(frozen=True)
class Placed:
    item: Item
    y: float


def fill(items: Sequence[Item], room: float) -> tuple[list[Placed], list[Item]]:
    """As many items as fit `room`, from y = 0, and the rest. At least one item is always placed."""
    placed: list[Placed] = []
    y = 0.0
    queue = list(items)
    while queue:
        if queue[0].fresh and placed:
            break
        count = _chain(queue)
        before = queue[0].before if placed else 0.0
        needed = before + height_of(queue[:count])
        if y + needed <= room + 0.01:
            y = _put(placed, queue[:count], y, first=before)
            queue = queue[count:]
            continue
        if cut := _cut(queue[:count], room - y, before, empty=not placed):
            head, tail = cut
            _put(placed, head, y, first=before)
            queue = [*tail, *queue[count:]]
        elif not placed:  # longer than a page: the bond gives way
            queue = _part(placed, queue, _fitting(queue[:count], room), room)
        break
    return placed, queue


def _part(placed: list[Placed], queue: list[Item], count: int, room: float) -> list[Item]:
    """Place the first items of a chain, or a part of one that is taller than the page; what is left.

    What cannot be cut is placed as it is, to be reported as overflow.
    """
    if cut := _cut(queue[:1], room, 0.0, empty=True) if queue[0].box.height > room + 0.01 else None:
        head, tail = cut
        _put(placed, head, 0.0, first=0.0)
        return [*tail, *queue[1:]]
    _put(placed, queue[:count], 0.0, first=0.0)
    return queue[count:]


def _chain(queue: Sequence[Item]) -> int:
    """How many items the first one is bound to, itself included."""
    count = 1
    while count < len(queue) and (queue[count - 1].keep or queue[count - 1].ends) and not queue[count].fresh:
        count += 1
    return count


def _fitting(chain: Sequence[Item], room: float) -> int:
    """How many items of a chain fit a column of their own, at least one."""
    count = len(chain)
    while count > 1 and height_of(chain[:count]) > room + 0.01:
        count -= 1
    return count


def height_of(items: Sequence[Item]) -> float:
    """The height of items below each other."""
    return sum(item.before * (i > 0) + item.box.height for i, item in enumerate(items))


def _put(placed: list[Placed], items: Sequence[Item], y: float, *, first: float) -> float:
    for index, item in enumerate(items):
        y += first if index == 0 else item.before
        placed.append(Placed(item, y))
        y += item.box.height
    return y


def _cut(
    chain: Sequence[Item], room: float, before: float, *, empty: bool
) -> tuple[list[Item], list[Item]] | None:
    """Cut the last item of a chain so that its first part stays with the items before it."""
    *heads, last = chain
    if heads and heads[-1].ends and (cut := _cut_end(heads, room, before, empty=empty)):
        return cut[0], [*cut[1], last]
    used = before + height_of(heads) + (last.before if heads else 0.0)
    halves = last.box.split(room - used)
    if halves is None and empty:
        halves = last.box.split(room - used, force=True)
        if halves is None and heads and used <= room + 0.01:
            return list(heads), [last]
    if halves is None:
        return None
    first, rest = halves
    return [*heads, replace(last, box=first, keep=False)], [replace(last, box=rest, node="", fresh=False)]


def _cut_end(
    chain: Sequence[Item], room: float, before: float, *, empty: bool
) -> tuple[list[Item], list[Item]] | None:
    """Cut the last item of a chain, even where it fits, so that what is bound to its end has company."""
    *heads, last = chain
    used = before + height_of(heads) + (last.before if heads else 0.0)
    return _cut(chain, min(room, used + last.box.height - 0.1), before, empty=empty)


def used(placed: Sequence[Placed]) -> float:
    """The height that placed items take."""
    return max((p.y + p.item.box.height for p in placed), default=0.0)


def spread(placed: list[Placed], room: float, most: float = 6 * U) -> list[Placed]:
    """Widen the flexible gaps evenly, in whole steps and by at most `most` each, to end near the foot."""
    gaps = [p for p in placed[1:] if p.item.flex]
    left = room - used(placed)
    if not gaps or left < U:
        return placed
    extra = min(most, left / len(gaps) // U * U)
    moved, shift = [], 0.0
    for index, p in enumerate(placed):
        if index and p.item.flex:
            shift += extra
        moved.append(Placed(p.item, p.y + shift))
    return moved


def reading_order(placed: list[tuple[Placed, float]], began: list[Tag]) -> list[tuple[Placed, float]]:
    """Items of one page with their x, those first that go on with what began on an earlier page, as it began there.

    So two columns are painted in the order of the tree (ISO 32000-1, 14.8.2.3). `began` collects what has begun.
    """
    known, ranks = list(began), []
    for p, _ in placed:
        heads = top_tags(p.item.box)
        ranks.append(min((known.index(tag) for tag in heads if tag in known), default=len(known)))
        began += [tag for tag in heads if tag not in began]
    return [entry for _, entry in sorted(zip(ranks, placed, strict=True), key=lambda pair: pair[0])]
