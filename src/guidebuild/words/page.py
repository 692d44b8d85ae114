"""Small words of the pages themselves: what repeats on them, heads of columns, and what a reader hears of a mark."""

from __future__ import annotations

from guidebuild.words.form import Messages, message


class PageWords(Messages):
    @message
    def keyword(self) -> str:
        return "career guide"

    @message
    def of(self) -> str:
        return "of"

    @message
    def continued(self) -> str:
        return "continued"

    @message
    def more(self) -> str:
        return "more"

    @message
    def minutes(self) -> str:
        return "min"

    @message
    def tick_box(self) -> str:
        return "Tick box"

    @message
    def all_of(self, jobs: int) -> str:
        match jobs:
            case 2:
                return "both"
            case _:
                return "all {jobs:spell}"

    @message
    def compared(self) -> str:
        return "What is compared"

    @message
    def role_and_focus(self) -> str:
        return "Role and focus"

    @message
    def pay_in(self, unit: str) -> str:
        return "Pay, {unit}"

    @message
    def profile(self) -> str:
        return "Role profile"

    @message
    def on_screen(self) -> str:
        return "On screen"

    @message
    def further_reading(self) -> str:
        return "Further reading"

    @message
    def your_answer(self) -> str:
        return "Your answer"
