"""Which items of two lists are the same thing.

Comes in: items as YAML holds them, and what the project calls its skills. Goes out: `Matcher.pairs`: for each item of
one list the item of the other that says the same, or that goes by the same name; `- Python` and `- {skill: python}` are
one. An item without a partner has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import nearest
from guidebuild.importers.merging.yaml.editor import same
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key

FIELDS = ("id", "skill", "name", "ask", "url", "says", "detail", "title", "label", "who")
"""The fields that tell an item from others, the surest first."""
_SAYING = ("detail", "says", "ask")
_SENTENCE, _ALIKE = 30, 0.85
"""From how many characters on a text is a sentence, and how alike two must be; shorter ones may be names."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compares the items of one list; `shorthand` is the field that a plain text stands for there.

    `formerly` says for folded names what else an earlier version called them; see `importers.merging.formerly`.
    """

    names: SkillNames
    shorthand: str = ""
    formerly: Mapping[str, str] = field(default_factory=dict)

    def spelled(self, item: Any) -> Any:
        """The item with its shorthand written out."""
        return {self.shorthand: item} if self.shorthand and isinstance(item, str) else item

    def pairs(self, items: Sequence[Any], others: Sequence[Any], *, reworded: bool = False) -> dict[int, int]:
        """For the index of an item the index of its partner. Each has one partner at most.

        With `reworded`, sentences that differ in a few letters are one: the new words of a source for the same thing.
        """
        ours, theirs = [self.spelled(item) for item in items], [self.spelled(item) for item in others]
        found: dict[int, int] = {}
        free = set(range(len(theirs)))
        for index, item in enumerate(ours):
            equal = next((other for other in sorted(free) if same_item(item, theirs[other])), None)
            if equal is not None:
                found[index] = equal
                free.discard(equal)
        for key in (*FIELDS, ""):
            named = {name: at for at in sorted(free, reverse=True) if (name := self._name(theirs[at], key))}
            for index, item in enumerate(ours):
                name = self._name(item, key)
                if index not in found and name and named.get(name, -1) in free:
                    found[index] = named[name]
                    free.discard(named[name])
        if reworded:
            self._pair_reworded(ours, theirs, found, free)
        return found

    def _pair_reworded(
        self, ours: list[Any], theirs: list[Any], found: dict[int, int], free: set[int]
    ) -> None:
        for index, item in enumerate(ours):
            sentence = _sentence(item)
            if index in found or not sentence:
                continue
            known = {words: at for at in sorted(free, reverse=True) if (words := _sentence(theirs[at]))}
            if near := nearest(sentence, known, cutoff=_ALIKE):
                found[index] = known[near]
                free.discard(known[near])

    def says(self, item: Any, other: Any) -> bool:
        """Whether an item says all that another does, in the same words or by the same name."""
        one, two = self.spelled(item), self.spelled(other)
        if not (isinstance(one, Mapping) and isinstance(two, Mapping)):
            return same_item(one, two) or self._name(one, "") == self._name(two, "") != ""
        return all(
            key in one and (same_item(one[key], part) or self._name(one, key) == self._name(two, key) != "")
            for key, part in two.items()
        )

    def name(self, item: Any) -> str:
        """What an item goes by."""
        spelled = self.spelled(item)
        return next((name for name in (self._name(spelled, key) for key in (*FIELDS, "")) if name), "")

    def _name(self, item: Any, key: str) -> str:
        """What an item goes by in a field; without a field, what a plain value says."""
        values = item if isinstance(item, Mapping) else {"": str(item)}
        words = values.get(key)
        if not isinstance(words, str):
            return ""
        words = self.formerly.get(same_key(words), words)
        known = self.names.find(words) if key == "skill" else None
        return known or same_key(words).rstrip(".") or words  # a sentence is the same without its full stop


def _sentence(item: Any) -> str:
    """The words of a duty, a question or a statement; "" for names and whatever is short."""
    parts = item if isinstance(item, Mapping) else {_SAYING[0]: item}
    words = next((parts[name] for name in _SAYING if name in parts), "")
    return words if isinstance(words, str) and len(words) >= _SENTENCE else ""


def same_item(one: Any, other: Any) -> bool:
    """Whether two items hold the same, in whatever order of keys."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same_item(one[key], other[key]) for key in one)
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip()
    return same(one, other)
