"""The pages that fill up a booklet: people met, a plan for four weeks, notes.

Comes in: a guide that is composed, and its plan. Goes out: the same with a supply of sections of one page each, the
most useful first. How many are needed is known only when the pages are set: three at most. Refuses: to claim anything;
they are there to be written on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidebuild.compose.document import (
    Block,
    Document,
    Form,
    PageRef,
    Paragraph,
    Run,
    Section,
    SectionKind,
    Text,
    TipItem,
    plain,
)
from guidebuild.compose.plan import Plan
from guidebuild.words.english import spelt
from guidebuild.words.numbers import counted

FIELDS = ("Name", "Employer", "E-mail or phone", "I will write by", "What they told me")


def as_booklet(document: Document, plan: Plan) -> Document:
    """The guide with its supply of pages."""
    sections = (_people(plan), _weeks(plan), _notes())
    return replace(document, padding=sections)


def _section(kind: SectionKind, name: str, title: str, blocks: Iterator[Block]) -> Section:
    return Section(kind, kind, name, title, "", tuple(blocks))


def _people(plan: Plan) -> Section:
    """Room for more people than the form beside the questions has."""
    title = "Who else I spoke to" if plan.slot("questions") else "Who I spoke to"

    def blocks() -> Iterator[Block]:
        words = "Write to each of them within two days, while they still know who you are."
        yield Paragraph("people-lead", "lead", plain(words), "lead")
        yield Form("people-form", "people", "Person", FIELDS)

    return _section("people", "People", title, blocks())


def _weeks(plan: Plan) -> Section:
    """One step a week, and a choice at the end of them."""

    def blocks() -> Iterator[Block]:
        words = "One step a week is enough. Write down what exactly you will do, and tick it when it is done."
        yield Paragraph("weeks-lead", "lead", plain(words), "lead")
        for number, (title, why) in enumerate(_steps(plan), 1):
            yield TipItem(f"week-{number}", "weeks", number, title, why, "Done", "", ())
        names = tuple(plan.short(i) for i in plan.everyone)
        yield Form("weeks-choice", "choice", spelt(f"After {counted(4, 'week')} I lean towards"), names)

    return _section("weeks", "My plan", "My plan for four weeks", blocks())


def _steps(plan: Plan) -> Iterator[tuple[str, Text]]:
    """What to do in each week, in words that suit any job, with the pages that help."""
    yield (
        "Write, and begin",
        (
            Run("Write to everybody you spoke to. "),
            *plan.see("Then take the first step of one tip on page\u00a0", "tips", "."),
        ),
    )
    skill = plan.see("Choose one that you do not have yet from page\u00a0", "skills")
    yield (
        spelt("Practise one skill"),
        (
            *(skill or plain("Choose one that the job asks for")),
            Run(spelt(", and practise it three times.")),
        ),
    )
    yield "See the work", plain("Talk for twenty minutes to somebody who does the job, or watch them at it.")
    yield (
        "Look again",
        (
            Run("Read three openings, and mark what you still lack."),
            *_again(plan),
        ),
    )


def _again(plan: Plan) -> Text:
    fit = plan.slot("fit")
    return (Run(" Then take the self-check on page\u00a0"), PageRef(fit.id), Run(" again.")) if fit else ()


def _notes() -> Section:
    def blocks() -> Iterator[Block]:
        words = "What surprised you? What would you ask next time?"
        yield Paragraph("notes-lead", "lead", plain(words), "lead")

    return _section("notes", "Notes", "Notes", blocks())
