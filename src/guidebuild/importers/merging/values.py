"""One value in place of another, and new things beside those that are there.

Comes in: values as YAML holds them. Goes out: a value in today's words, whether one holds all of another, what it
becomes with an author's own keys kept, the edits that make one of the other, and where a new key or item belongs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guidebuild.importers.merging.identity import same_item
from guidebuild.importers.merging.yaml.edits import Add, Edit, Put, Remove
from guidebuild.yamlfile.tree import Loc


def renamed(value: Any) -> Any:
    """A pay block in today's words: what `kind` is was called `counts` before."""
    if not (isinstance(value, Mapping) and "counts" in value):
        return value
    kind = {"jobs": "statistics"}.get(value["counts"], value["counts"])
    return {
        ("kind" if key == "counts" else key): (kind if key == "counts" else part)
        for key, part in value.items()
    }


def covers(current: Any, before: Any) -> bool:
    """Whether all that was imported is there as it was; the author may have added keys."""
    if isinstance(before, Mapping):
        return isinstance(current, Mapping) and all(
            key in current and covers(current[key], value) for key, value in before.items()
        )
    return same_item(current, before)


def joined(current: Any, before: Any, new: Any) -> Any:
    """The new value with the keys that the author has added."""
    if not (isinstance(current, Mapping) and isinstance(before, Mapping) and isinstance(new, Mapping)):
        return new
    kept: dict[str, Any] = {}
    for key, value in current.items():
        if key in new:
            kept[key] = joined(value, before.get(key), new[key]) if key in before else value
        elif key not in before:
            kept[key] = value
    return kept | {key: value for key, value in new.items() if key not in kept}


def difference(current: Any, wanted: Any, loc: Loc) -> list[Edit]:
    """The edits that make one value of the other."""
    if same_item(current, wanted):
        return []
    if not (isinstance(current, Mapping) and isinstance(wanted, Mapping) and current.keys() & wanted.keys()):
        return [Put(loc, wanted)]
    edits: list[Edit] = []
    for key, value in wanted.items():
        if key in current:
            edits += difference(current[key], value, (*loc, key))
        else:
            edits.append(Add(loc, key, value, neighbour(key, list(wanted), list(current))))
    return edits + [Remove((*loc, key)) for key in current if key not in wanted]


def neighbour(key: str, order: Sequence[str], there: Sequence[str]) -> str | None:
    """The key that is there behind which a new one belongs, by the order of the new keys; None: before all."""
    at = order.index(key)
    for earlier in reversed(order[:at]):
        if earlier in there:
            return earlier
    for later in order[at + 1 :]:
        if later in there:
            index = there.index(later)
            return there[index - 1] if index else None
    return there[-1] if there else None


def place_of(index: int, here: Mapping[int, int], length: int) -> int:
    """Where an item belongs that none of its own precedes: before the next that is there, else at the end."""
    later = [at for new, at in here.items() if new > index]
    return min(later) if later else length
