"""What stands around the self-check: how to fill it in, and where to read on.

`start` and `end` stand around what is set bold; `page` and the like are the numbers of pages.
"""

from __future__ import annotations

from typing import Literal

from guidebuild.words.form import Messages, message

Side = Literal["left", "right"]


class FitWords(Messages):
    @message
    def name(self) -> str:
        return "Self-check"

    @message
    def title(self) -> str:
        return "Which one fits you?"

    @message
    def how_for_two(self) -> str:
        return (
            "Fill in one circle on each line: the nearer to a sentence, the more it sounds like you. "
            "The middle means both, or neither."
        )

    @message
    def how_for_more(self) -> str:
        return "Tick each line that sounds like you, then count the ticks in each column."

    @message
    def silent(self, names: str) -> str:
        return "Too little is listed for {names} to have a column here."

    # What to do with the result

    @message
    def mostly(self, side: Side, start: str, end: str, page: str) -> str:
        match side:
            case "left":
                return "{start}Mostly left:{end} read on from page\u00a0{page}."
            case _:
                return "{start}Mostly right:{end} read on from page\u00a0{page}."

    @message
    def mostly_with_tip(self, side: Side, start: str, end: str, page: str, tip: int, tip_page: str) -> str:
        match side:
            case "left":
                return (
                    "{start}Mostly left:{end} read on from page\u00a0{page}, "
                    "then tip {tip} on page\u00a0{tip_page}."
                )
            case _:
                return (
                    "{start}Mostly right:{end} read on from page\u00a0{page}, "
                    "then tip {tip} on page\u00a0{tip_page}."
                )

    @message
    def leaning(self, side: Side, start: str, end: str, name: str) -> str:
        match side:
            case "left":
                return "{start}Mostly left:{end} you lean towards {name}."
            case _:
                return "{start}Mostly right:{end} you lean towards {name}."

    @message
    def one_column(self, start: str, end: str, profiles: str) -> str:
        return "{start}Most ticks in one column: read that profile first.{end} {profiles}."

    @message
    def profile(self, name: str, page: str) -> str:
        return "{name} page\u00a0{page}"

    @message
    def spread_over_skills(self, start: str, end: str, skills: int, page: str) -> str:
        match skills:
            case 1:
                return "{start}Evenly spread:{end} start with the one shared skill on page\u00a0{page}."
            case _:
                return "{start}Evenly spread:{end} start with the {skills:spell} shared skills on page\u00a0{page}."

    @message
    def spread_over_lines(self, start: str, end: str, page: str) -> str:
        return "{start}Evenly spread:{end} read the comparison on page\u00a0{page}."
