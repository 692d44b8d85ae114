"""What stands on the pages that fill up a booklet: people met, a plan for four weeks, notes."""

from __future__ import annotations

from guidebuild.words.form import Messages, message


class BookletWords(Messages):
    # People

    @message
    def people(self) -> str:
        return "People"

    @message
    def people_title(self) -> str:
        return "Who I spoke to"

    @message
    def more_people_title(self) -> str:
        return "Who else I spoke to"

    @message
    def people_lead(self) -> str:
        return "Write to each of them within two days, while they still know who you are."

    @message
    def person(self) -> str:
        return "Person"

    @message
    def name_field(self) -> str:
        return "Name"

    @message
    def employer_field(self) -> str:
        return "Employer"

    @message
    def contact_field(self) -> str:
        return "E-mail or phone"

    @message
    def date_field(self) -> str:
        return "I will write by"

    @message
    def told_field(self) -> str:
        return "What they told me"

    # A plan

    @message
    def plan(self) -> str:
        return "My plan"

    @message
    def plan_title(self) -> str:
        return "My plan for four weeks"

    @message
    def plan_lead(self) -> str:
        return "One step a week is enough. Write down what exactly you will do, and tick it when it is done."

    @message
    def done(self) -> str:
        return "Done"

    @message
    def choice(self, weeks: int) -> str:
        return "After {weeks:spell} weeks I lean towards"

    @message
    def write(self) -> str:
        return "Write, and begin"

    @message
    def write_how(self) -> str:
        return "Write to everybody you spoke to."

    @message
    def write_how_and_tip(self, page: str) -> str:
        return "Write to everybody you spoke to. Then take the first step of one tip on page\u00a0{page}."

    @message
    def practise(self) -> str:
        return "Practise one skill"

    @message
    def practise_how(self) -> str:
        return "Choose one that the job asks for, and practise it three times."

    @message
    def practise_how_from(self, page: str) -> str:
        return "Choose one that you do not have yet from page\u00a0{page}, and practise it three times."

    @message
    def see(self) -> str:
        return "See the work"

    @message
    def see_how(self) -> str:
        return "Talk for twenty minutes to somebody who does the job, or watch them at it."

    @message
    def look_again(self) -> str:
        return "Look again"

    @message
    def look_again_how(self) -> str:
        return "Read three openings, and mark what you still lack."

    @message
    def look_again_how_and_check(self, page: str) -> str:
        return (
            "Read three openings, and mark what you still lack. "
            "Then take the self-check on page\u00a0{page} again."
        )

    # Notes

    @message
    def notes(self) -> str:
        return "Notes"

    @message
    def notes_lead(self) -> str:
        return "What surprised you? What would you ask next time?"
