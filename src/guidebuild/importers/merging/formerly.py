"""What an earlier version called the items of an import that now keep the words of their source.

Comes in: the facts of an import by such a version, those of the same import now, and the names of all skills. Goes out:
for each item that changed its name the words that it went by. An author's edit or deletion of "explaining-results" then
counts for "communication". Refuses: to guess: items are one where the source has them at one place, where the old name
is the id of a skill that the new words mean, or where one name is the beginning or the end of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guidebuild.importers.merging.record import ITEM, Known
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key

Formerly = Mapping[str, Mapping[str, str]]
"""By the key of a role, for the folded new name (`same_key`) of an item the words that it went by."""


def former_names(old: Sequence[Known], new: Sequence[Known], names: SkillNames) -> Formerly:
    found: dict[str, dict[str, str]] = {}
    for where in dict.fromkeys(filter(None, map(_where, new))):
        olds = [(name, fact) for fact in old if _where(fact) == where and (name := _name(fact.value))]
        news = [(name, fact) for fact in new if _where(fact) == where and (name := _name(fact.value))]
        there = {same_key(name) for name, _ in olds}
        here = {same_key(name) for name, _ in news}
        lost = [one for one in olds if same_key(one[0]) not in here]
        fresh = [one for one in news if same_key(one[0]) not in there]
        found.setdefault(where[0], {}).update(_paired(lost, fresh, names))
    return found


def _where(fact: Known) -> tuple[str, ...]:
    """The list that a fact is an item of; tools are one list, whatever their groups are called."""
    if fact.path[-1] != ITEM:
        return ()
    return fact.path[:1] if fact.path[0] == "tools" else fact.path


def _name(value: Any) -> str:
    """What an item goes by, or ""."""
    named = value.get("skill", value.get("name")) if isinstance(value, Mapping) else value
    return named if isinstance(named, str) else ""


Named = tuple[str, Known]


def _paired(lost: list[Named], fresh: list[Named], names: SkillNames) -> Iterator[tuple[str, str]]:
    for tells in (lambda one, other: names.find(other) == one, _is_part):
        for name, _ in list(fresh):
            partner = next((one for one in lost if tells(one[0], name)), None)
            if partner:
                yield same_key(name), partner[0]
                lost.remove(partner)
                fresh[:] = [one for one in fresh if one[0] != name]
    for place in dict.fromkeys((fact.source, fact.at) for _, fact in fresh if fact.at):
        olds = [name for name, fact in lost if (fact.source, fact.at) == place]
        news = [name for name, fact in fresh if (fact.source, fact.at) == place]
        if len(olds) == len(news):
            yield from zip(map(same_key, news), olds, strict=True)


def _is_part(one: str, other: str) -> bool:
    """Whether a name is the other without words before or behind it: "SQL", "Structured query language SQL"."""
    short, long = same_key(one), same_key(other)
    return bool(short) and (long.startswith(f"{short} ") or long.endswith(f" {short}"))
