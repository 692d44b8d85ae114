"""Which names may be alike, without putting each beside every other: an index of what two near names share.

Comes in: names, and their `Likeness`. Goes out: `Index.around`: every name that could reach the score from which on two
names are near, or that is a slip of the pen away, and few others. Whether they are alike is for
`Likeness.score` to say.

Two names are near only where one of these holds, so each name stands under all of them:
- they share a rare word. Of a score of `NEAR` by overlap or containment follows that the common words weigh more than
  half of each name, so that the rarest of them is among the telling ones of both (`Likeness.telling`).
- they have as many words that begin with the same two letters, as the score for spelling asks.
- the first or the second half is the same, letter by letter, as with one letter too many, missing, wrong or moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from guidebuild.importers.meaning.likeness import Likeness
from guidebuild.model.sameness import same_key

NEAR = 0.75
"""The score from which on two names are worth a look; see `importers.meaning.likeness`."""
_SHARE = 0.54
"""A contained name weighs 0.55 of the other; with an overlap of `NEAR` both weigh NEAR / (2 - NEAR) = 0.6 of it."""


class Index:
    """Names, found by what near ones share with them."""

    def __init__(self, likeness: Likeness, names: Iterable[str]) -> None:
        self._likeness = likeness
        self._names = tuple(dict.fromkeys(names))
        self._under: defaultdict[object, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for key in self._keys(name):
                self._under[key].append(number)

    def around(self, name: str) -> list[str]:
        """The names that may be near this one, itself too if it is there, in the order of the index."""
        found = {number for key in self._keys(name) for number in self._under.get(key, ())}
        return [self._names[number] for number in sorted(found)]

    def _keys(self, name: str) -> Iterator[object]:
        yield from self._likeness.telling(name, _SHARE)
        yield tuple(part[:2] for part in self._likeness.parts(name))
        words = same_key(name)
        for length in {len(words), len(words) - 1, len(words) + 1}:
            half = max(length // 2 - 1, 2)  # two letters that change places may stand in the middle
            yield "<", words[:half]
            yield ">", words[-half:]
