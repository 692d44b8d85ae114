"""What is to be done to a tree of YAML, step by step, and the tree when it is done.

Comes in: a tree of mappings and lists, and edits. Goes out: `applied`, the edited tree. Every place is a place of the
tree as it was before the first edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidebuild.yamlfile.tree import Loc


@dataclass(frozen=True, slots=True)
class Put:
    """Another value at a place that there is."""

    loc: Loc
    value: Any


@dataclass(frozen=True, slots=True)
class Add:
    """A new key of the mapping at `loc`, behind one of its keys, or before all. `comment` says where it is from."""

    loc: Loc
    key: str
    value: Any
    after: str | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Insert:
    """A new item of the list at `loc`, before the item of that index, or behind the last.

    The comment stands at the end of its line, or above it: always above it, where it is a `head` of several items.
    """

    loc: Loc
    index: int
    value: Any
    comment: str = ""
    head: bool = False


@dataclass(frozen=True, slots=True)
class Remove:
    """A key or an item that goes, and the comment that came with it."""

    loc: Loc
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Recomment:
    """Another comment where the old one stands word for word, above a key or an item or at the end of its line."""

    loc: Loc
    old: str
    new: str


Edit = Put | Add | Insert | Remove | Recomment


def applied(tree: Any, edits: Iterable[Edit]) -> Any:
    """The tree after the edits, in plain mappings and lists."""
    by_loc: dict[Loc, list[Edit]] = {}
    for edit in edits:
        by_loc.setdefault(edit.loc, []).append(edit)
    return _applied(tree, (), by_loc)


def shifted(edit: Edit, way: Loc) -> Edit:
    """The edit as seen from further out."""
    return replace(edit, loc=(*way, *edit.loc))


def tidied(tree: Any, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The same, without lists and mappings that end empty: these go too, or are put anew where all of them changes."""
    done = tuple(edits)
    while (loc := _emptied(tree, done)) is not None:
        inside = [edit for edit in done if edit.loc[: len(loc)] == loc]
        rest = tuple(edit for edit in done if edit.loc[: len(loc)] != loc)
        value = applied(_at(tree, loc), [replace(edit, loc=edit.loc[len(loc) :]) for edit in inside])
        done = (*rest, Put(loc, value) if value else Remove(loc))
    return done


def _emptied(tree: Any, edits: Sequence[Edit]) -> Loc | None:
    """A place all of whose keys or items go."""
    going = {edit.loc for edit in edits if isinstance(edit, Remove)}
    for loc in dict.fromkeys(loc[:-1] for loc in sorted(going, key=lambda loc: -len(loc)) if len(loc) > 1):
        below = _at(tree, loc)
        steps = below if isinstance(below, Mapping) else range(len(below))
        if all((*loc, step) in going for step in steps):
            return loc
    return None


def _at(tree: Any, loc: Loc) -> Any:
    for step in loc:
        tree = tree[step]
    return tree


def _applied(tree: Any, loc: Loc, edits: Mapping[Loc, Sequence[Edit]]) -> Any:
    here = edits.get(loc, ())
    for edit in here:
        if isinstance(edit, Put):
            return edit.value
    if isinstance(tree, Mapping):
        return _mapping(tree, loc, edits, [edit for edit in here if isinstance(edit, Add)])
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return _list(tree, loc, edits, [edit for edit in here if isinstance(edit, Insert)])
    return tree


def _mapping(tree: Mapping[str, Any], loc: Loc, edits: Any, added: Sequence[Add]) -> dict[str, Any]:
    done = {edit.key: edit.value for edit in added if edit.after is None}
    for key, value in tree.items():
        if not _goes((*loc, key), edits):
            done[key] = _applied(value, (*loc, key), edits)
        done |= {edit.key: edit.value for edit in added if edit.after == key}
    return done


def _list(tree: Sequence[Any], loc: Loc, edits: Any, added: Sequence[Insert]) -> list[Any]:
    done: list[Any] = []
    for index in range(len(tree) + 1):
        done += [edit.value for edit in added if edit.index == index]
        if index < len(tree) and not _goes((*loc, index), edits):
            done.append(_applied(tree[index], (*loc, index), edits))
    return done


def _goes(loc: Loc, edits: Mapping[Loc, Sequence[Edit]]) -> bool:
    return any(isinstance(edit, Remove) for edit in edits.get(loc, ()))
