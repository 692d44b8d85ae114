"""Tools whose group has another name now: each stands in one group, and what an author did to it still counts.

Comes in: the groups of a role as they stand in the file, as they were imported, and as they are imported now. Goes out:
the groups to be merged, and the edits that take what nobody touched out of groups that the source no longer has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guidebuild.importers.draft import Tree, plain
from guidebuild.importers.merging.identity import Matcher, same_item
from guidebuild.importers.merging.yaml.edits import Remove


@dataclass(frozen=True, slots=True)
class Groups:
    before: dict[str, Any]
    new: dict[str, Tree]
    edits: tuple[Remove, ...]


def regrouped(
    current: Mapping[str, Any], before: Mapping[str, Any], new: Mapping[str, Tree], matcher: Matcher
) -> Groups:
    """`before` and `new` without what has moved and is not to be written again: it was edited, or taken out."""
    goals = {
        matcher.name(plain(item)): group
        for group, items in new.items()
        for item in (items if isinstance(items, tuple) else ())
    }
    rest, edits, kept = dict(before), list[Remove](), set[tuple[str, str]]()
    for group, olds in before.items():
        if group in new or not isinstance(olds, Sequence):
            continue
        here = current.get(group) or ()
        theirs = matcher.pairs(olds, here) if isinstance(here, Sequence) else {}
        moved = [(at, old) for at, old in enumerate(olds) if matcher.name(old) in goals]
        for at, old in moved:
            if at in theirs and same_item(matcher.spelled(here[theirs[at]]), matcher.spelled(old)):
                edits.append(Remove(("tools", group, theirs[at])))
            else:
                kept.add((goals[matcher.name(old)], matcher.name(old)))
        rest[group] = [old for old in olds if old not in [one for _, one in moved]]
    left = {
        group: tuple(item for item in items if (group, matcher.name(plain(item))) not in kept)
        for group, items in new.items()
        if isinstance(items, tuple)
    }
    return Groups(
        {g: olds for g, olds in rest.items() if olds}, {g: i for g, i in left.items() if i}, tuple(edits)
    )
