"""Whom a job suits and what it asks for before the first day, where a classification says so.

Comes in: a role's preparation (a level from 1 to 5) and its interests (the six words of Holland's hexagon, as O*NET
uses them). Goes out: plain words for both, and statements for the self-check. A word that is none of the six is not
explained; it is printed as it stands.
"""

from __future__ import annotations

from typing import get_args

from guidebuild.compose.inline import flat
from guidebuild.model.parts import Preparation
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.aptitude import AptitudeWords, Interest

LEVELS = 5
_KINDS: dict[str, Interest] = {kind: kind for kind in get_args(Interest)}


def zone_words(words: AptitudeWords, preparation: Preparation) -> str:
    """'Considerable', as the source calls it or, where it does not say, as we do."""
    return flat(preparation.name) if preparation.name else words.preparation(preparation.zone)


def level_words(words: AptitudeWords, preparation: Preparation) -> str:
    """'level 4 of 5', 'level 1–2 of 5'."""
    if preparation.lowest and preparation.lowest < preparation.zone:
        return words.level_between(preparation.lowest, preparation.zone, LEVELS)
    return words.level(preparation.zone, LEVELS)


def interests(role: Role) -> list[str]:
    """The words as the source has them."""
    return [flat(word) for word in role.interests]


def about(words: AptitudeWords, interest: str) -> str:
    """What one of the six words means; nothing for any other word."""
    kind = _KINDS.get(same_key(interest))
    return words.about(kind) if kind else ""


def says(words: AptitudeWords, interest: str) -> str:
    """What a reader would say of themselves whom the word fits; nothing for any other word."""
    kind = _KINDS.get(same_key(interest))
    return words.likes(kind) if kind else ""


def starts(words: AptitudeWords, zones: tuple[int, int]) -> tuple[str, str]:
    """What sets two levels of preparation apart, in the order of the levels given."""
    soon, late = words.starts_soon(), words.starts_late()
    return (soon, late) if zones[0] < zones[1] else (late, soon)
