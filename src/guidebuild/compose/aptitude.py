"""Whom a job suits and what it asks for before the first day, where a classification says so.

Comes in: a role's preparation (a level from 1 to 5) and its interests (the six words of Holland's hexagon, as O*NET
uses them). Goes out: plain words for both, and statements for the self-check. Refuses: to explain a word that is none
of the six; it is printed as it stands.
"""

from __future__ import annotations

from guidebuild.compose.inline import flat
from guidebuild.model.parts import Preparation
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role

LEVELS = 5
_ZONES = {1: "Little or none", 2: "Some", 3: "Medium", 4: "Considerable", 5: "Extensive"}
_ABOUT = {
    "realistic": "practical work with hands, tools or machines",
    "investigative": "ideas, and finding things out",
    "artistic": "making and designing things",
    "social": "helping, teaching or caring for people",
    "enterprising": "leading, persuading and deciding",
    "conventional": "order, figures and clear rules",
}
_SAYS = {
    "realistic": "I like to work with my hands, with tools or machines.",
    "investigative": "I like to find out why things are as they are.",
    "artistic": "I like to give things a shape, a look or a sound.",
    "social": "I like to help, teach or care for people.",
    "enterprising": "I like to lead, to persuade and to decide.",
    "conventional": "I like clear rules, and records that are right.",
}


def zone_words(preparation: Preparation) -> str:
    """'Considerable', as the source calls it or, where it does not say, as we do."""
    return flat(preparation.name) if preparation.name else _ZONES[preparation.zone]


def level_words(preparation: Preparation) -> str:
    """'level 4 of 5', 'level 1–2 of 5'."""
    lowest = f"{preparation.lowest}–" if preparation.lowest and preparation.lowest < preparation.zone else ""
    return f"level {lowest}{preparation.zone} of {LEVELS}"


def interests(role: Role) -> list[str]:
    """The words as the source has them."""
    return [flat(word) for word in role.interests]


def about(word: str) -> str:
    """What one of the six words means; nothing for any other word."""
    return _ABOUT.get(same_key(word), "")


def says(word: str) -> str:
    """What a reader would say of themselves whom the word fits; nothing for any other word."""
    return _SAYS.get(same_key(word), "")


def starts(zones: tuple[int, int]) -> tuple[str, str]:
    """What sets two levels of preparation apart, in the order of the levels given."""
    soon = "I want to start soon, and learn the rest at work."
    late = "I am ready to train for a long time before I start."
    return (soon, late) if zones[0] < zones[1] else (late, soon)
