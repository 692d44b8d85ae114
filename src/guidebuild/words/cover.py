"""What stands on both covers: the title of a guide that has none of its own, the event, and codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from guidebuild.words.form import Messages, message

Told = Literal["overlap-fit", "differ-fit", "overlap", "differ", "fit", "jobs"]
"""What the pages tell besides what each job is: where the jobs overlap or how they differ, and which one fits."""


class CoverWords(Messages):
    @message
    def name(self) -> str:
        return "Cover"

    @message
    def two(self, first: str, second: str) -> str:
        return "{first} vs. {second}"

    @message
    def several(self, jobs: int) -> str:
        return "{jobs:start} careers compared"

    @message
    def edition(self, year: str) -> str:
        return "{year} edition"

    @message
    def told_of_two(self, told: Told) -> str:
        match told:
            case "overlap-fit":
                return "What the two jobs do, where they overlap, and which one suits you."
            case "differ-fit":
                return "What the two jobs do, how they differ, and which one suits you."
            case "overlap":
                return "What the two jobs do and where they overlap."
            case "differ":
                return "What the two jobs do and how they differ."
            case "fit":
                return "What the two jobs do and which one suits you."
            case _:
                return "What the two jobs do."

    @message
    def told_of_several(self, told: Told, names: Sequence[str]) -> str:
        match told:
            case "overlap-fit":
                return "{names:list}: what each job is, where they overlap, and which one suits you."
            case "differ-fit":
                return "{names:list}: what each job is, how they differ, and which one suits you."
            case "overlap":
                return "{names:list}: what each job is and where they overlap."
            case "differ":
                return "{names:list}: what each job is and how they differ."
            case "fit":
                return "{names:list}: what each job is and which one suits you."
            case _:
                return "{names:list}: what each job is."

    # The event

    @message
    def date_label(self) -> str:
        return "Date"

    @message
    def time_label(self) -> str:
        return "Time"

    @message
    def place_label(self) -> str:
        return "Place"

    @message
    def booth_label(self) -> str:
        return "Find us"

    @message
    def more_label(self) -> str:
        return "More"

    # Beside codes

    @message
    def read_on_phone(self) -> str:
        return "Read it on your phone"

    @message
    def more_about_event(self) -> str:
        return "More about the event"
