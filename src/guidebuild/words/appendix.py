"""What stands around tips and questions, which are an author's, and above the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.words.form import Messages, message


class AppendixWords(Messages):
    # Tips

    @message
    def tips(self, letter: str) -> str:
        return "Appendix {letter}: Practical tips"

    @message
    def every_tip_has_a_step(self) -> str:
        return "Each tip comes with one first step, small enough for this week. Tick it when it is done."

    @message
    def some_tips_have_a_step(self) -> str:
        return (
            "Where a tip comes with a first step, it is small enough for this week. "
            "Tick each tip when it is done."
        )

    @message
    def no_tip_has_a_step(self) -> str:
        return "Tick each tip when it is done."

    @message
    def first_step(self) -> str:
        return "First step"

    @message
    def done(self) -> str:
        return "Done"

    @message
    def marks(self) -> str:
        return "Marks show for which jobs a tip counts most."

    @message
    def marks_for(self, jobs: Sequence[str]) -> str:
        return "Marks show where a tip counts most: {jobs:or}."

    @message
    def for_all(self, jobs: int) -> str:
        match jobs:
            case 2:
                return "for both jobs"
            case _:
                return "for all jobs"

    @message
    def for_some(self, names: Sequence[str]) -> str:
        return "for {names:list}"

    # Questions

    @message
    def questions(self, letter: str) -> str:
        return "Appendix {letter}: Questions to ask"

    @message
    def questions_for(self, letter: str, place: str) -> str:
        return "Appendix {letter}: Questions for {place}"

    @message
    def own_question(self) -> str:
        return "My own question:"

    @message
    def people(self) -> str:
        return "Who I spoke to"

    @message
    def name_field(self) -> str:
        return "Name"

    @message
    def employer_field(self) -> str:
        return "Employer"

    @message
    def mail_field(self) -> str:
        return "E-mail"

    @message
    def date_field(self) -> str:
        return "I will write by"

    @message
    def glossary(self) -> str:
        return "Glossary"
