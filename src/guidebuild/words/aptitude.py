"""Whom a job suits and what it asks for before the first day, and the statements of the self-check made of that.

Levels of preparation and kinds of interest are those of O*NET: five job zones, and the six words of Holland's hexagon.
"""

from __future__ import annotations

from typing import Literal

from guidebuild.words.form import Messages, message

Interest = Literal["realistic", "investigative", "artistic", "social", "enterprising", "conventional"]


class AptitudeWords(Messages):
    # Preparation

    @message
    def preparation(self, level: int) -> str:
        match level:
            case 1:
                return "Little or none"
            case 2:
                return "Some"
            case 3:
                return "Medium"
            case 4:
                return "Considerable"
            case _:
                return "Extensive"

    @message
    def level(self, level: int, levels: int) -> str:
        return "level {level} of {levels}"

    @message
    def level_between(self, lowest: int, level: int, levels: int) -> str:
        return "level {lowest}–{level} of {levels}"

    # Interests

    @message
    def about(self, interest: Interest) -> str:
        match interest:
            case "realistic":
                return "practical work with hands, tools or machines"
            case "investigative":
                return "ideas, and finding things out"
            case "artistic":
                return "making and designing things"
            case "social":
                return "helping, teaching or caring for people"
            case "enterprising":
                return "leading, persuading and deciding"
            case _:
                return "order, figures and clear rules"

    # Statements of a reader

    @message
    def likes(self, interest: Interest) -> str:
        match interest:
            case "realistic":
                return "I like to work with my hands, with tools or machines."
            case "investigative":
                return "I like to find out why things are as they are."
            case "artistic":
                return "I like to give things a shape, a look or a sound."
            case "social":
                return "I like to help, teach or care for people."
            case "enterprising":
                return "I like to lead, to persuade and to decide."
            case _:
                return "I like clear rules, and records that are right."

    @message
    def starts_soon(self) -> str:
        return "I want to start soon, and learn the rest at work."

    @message
    def starts_late(self) -> str:
        return "I am ready to train for a long time before I start."

    @message
    def would_be_good_at(self, skill: str) -> str:
        return "{skill}: I would like to be good at this."

    @message
    def would_do(self, duty: str) -> str:
        return "{duty}: I would like to do this."
