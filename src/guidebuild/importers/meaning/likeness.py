"""How alike the names of two skills are: a number, the same on every machine.

Comes in: names of skills, grouped by what they name. Goes out: `Likeness.score`, from 0 (nothing in common) to 1 (the
same words in another order or form). That two names are alike says only that somebody should look.

The score is the highest of three:
- overlap: the weight of the words that both have, twice, by the weight of all words of both (Dice's coefficient). A
  word weighs the less the more skills have it: "data" and "management" tell little, "negotiation" tells much. What is
  added to a single word weighs at least `ADDED`, for it often makes another thing of it ("science", "data science").
- containment, `CONTAINED`: two words or more are all in the other name and weigh at least `SHARE` of it.
- spelling, the ratio of `difflib` where it is `SPELLING` or more and as many words begin with the same letters.
Words that say nothing of a skill ("knowledge of") do not count, endings are taken off, and numbers must agree.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guidebuild.model.sameness import same_key

CONTAINED, SHARE, SPELLING, ADDED = 0.75, 0.55, 0.9, 0.5
_SHORTEST = 6  # letters of a name whose spelling is compared
_SAYS_NOTHING = (
    "a ability abilities an and apply as at basic basics by concept concepts conduct effective "
    "effectively efficiently excellent experience expertise familiarity for fundamentals good in into "
    "knowledge method methods of on or others perform practice practices principle principles proficiency "
    "proficient skill skills solid strong technique techniques the to tool tools understanding use using "
    "utilise utilize via well with working"
)
_EMPTY = frozenset(_SAYS_NOTHING.split())
_NUMBER = re.compile(r"\d+")
_ENDINGS = (
    "ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ical", "ics", "ally", "ers", "ors", "ies", "ive",
    "al", "er", "or", "ic", "es", "ed", "s", "e", "y",
)  # fmt: skip


def stem(word: str) -> str:
    """The word without its ending, roughly: "programming" and "programs" are "program"."""
    if word.startswith(("analys", "analyt", "analyz")):
        return "analy"
    word = word.replace("isation", "ization").replace("ising", "izing")
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), "")
    bare = word.removesuffix(ending)
    if len(bare) > 6:
        bare = bare.removesuffix("at")
    doubled = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "aeios"
    return bare[:-1] if doubled else bare


def parts(name: str) -> tuple[str, ...]:
    """The stems of the words that count, each once, in their order."""
    words = same_key(name).split()
    telling = [word for word in words if word not in _EMPTY] or words
    return tuple(dict.fromkeys(map(stem, telling)))


@dataclass(slots=True)
class Likeness:
    """Weighs words by all the names there are; `names` groups them by the skill that they name."""

    names: Mapping[str, Iterable[str]]
    _skills_with: Counter[str] = field(default_factory=Counter)
    _parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _weights: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for group in self.names.values():
            self._skills_with.update({part for name in group for part in self.parts(name)})
        self._weights = {part: 1 / (1 + math.log(count)) for part, count in self._skills_with.items()}

    def parts(self, name: str) -> tuple[str, ...]:
        if name not in self._parts:
            self._parts[name] = parts(name)
        return self._parts[name]

    def weight(self, stems: Iterable[str]) -> float:
        return math.fsum([self._weights.get(part, 1.0) for part in stems])

    def telling(self, name: str, share: float) -> list[str]:
        """The rarest stems of a name, so many that the others weigh less than a share of it.

        Two names whose common stems weigh that share of each have their rarest common stem in both lists.
        """
        rarest = sorted(self.parts(name), key=lambda part: (self._skills_with[part], part))
        least = share * self.weight(rarest)
        return [part for at, part in enumerate(rarest) if self.weight(rarest[at:]) >= least]

    def score(self, one: str, other: str) -> float:
        """How alike two names are."""
        first, second = self.parts(one), self.parts(other)
        if _numbers(first) != _numbers(second):
            return 0.0
        if not (shared := [part for part in first if part in second]):
            return _spelling(first, second)
        fewer, more = sorted((first, second), key=len)
        both, rest = self.weight(shared), self.weight(set(more) - set(shared))
        if len(fewer) == 1 and rest:
            rest = max(rest, ADDED)
        least, most = sorted((both + rest, self.weight(fewer)))
        contained = len(shared) == len(fewer) > 1 and least >= SHARE * most
        return max(2 * both / (least + most), CONTAINED if contained else 0.0, _spelling(first, second))


@lru_cache(maxsize=50_000)
def _numbers(stems: tuple[str, ...]) -> frozenset[str]:
    return frozenset(number for part in stems for number in _NUMBER.findall(part))


def _spelling(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How alike two spellings are, or 0 where they are short or not nearly the same."""
    one, other = " ".join(first), " ".join(second)
    if min(len(one), len(other)) < _SHORTEST or [a[:2] for a in first] != [b[:2] for b in second]:
        return 0.0
    import difflib

    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    ratio = matcher.ratio() if matcher.real_quick_ratio() >= SPELLING else 0.0
    return ratio if ratio >= SPELLING else 0.0
