"""The pages that fill up a booklet: people met, a plan for four weeks, notes.

Comes in: a guide that is composed, and its plan. Goes out: the same with a supply of sections of one page each, the
most useful first. How many are needed is known only when the pages are set: three at most. Refuses: to claim anything;
they are there to be written on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from guidebuild.compose.document import (
    Block,
    Document,
    Form,
    PageRef,
    Paragraph,
    Section,
    SectionKind,
    Text,
    TipItem,
    plain,
)
from guidebuild.compose.plan import Plan
from guidebuild.compose.text import here, referring

WEEKS = 4


def as_booklet(document: Document, plan: Plan) -> Document:
    """The guide with its supply of pages."""
    sections = (_people(plan), _weeks(plan), _notes(plan))
    return replace(document, padding=sections)


def _section(kind: SectionKind, name: str, title: str, blocks: Iterator[Block]) -> Section:
    return Section(kind, kind, name, title, "", tuple(blocks))


def _people(plan: Plan) -> Section:
    """Room for more people than the form beside the questions has."""
    words = plan.words.booklet
    title = words.more_people_title() if plan.slot("questions") else words.people_title()

    def blocks() -> Iterator[Block]:
        fields = (
            words.name_field(),
            words.employer_field(),
            words.contact_field(),
            words.date_field(),
            words.told_field(),
        )
        yield Paragraph("people-lead", "lead", plain(words.people_lead()), "lead")
        yield Form("people-form", "people", words.person(), fields)

    return _section("people", words.people(), title, blocks())


def _weeks(plan: Plan) -> Section:
    """One step a week, and a choice at the end of them."""
    words = plan.words.booklet

    def blocks() -> Iterator[Block]:
        yield Paragraph("weeks-lead", "lead", plain(words.plan_lead()), "lead")
        for number, (title, why) in enumerate(_steps(plan), 1):
            yield TipItem(f"week-{number}", "weeks", number, title, why, words.done(), "", ())
        names = tuple(plan.short(i) for i in plan.everyone)
        yield Form("weeks-choice", "choice", words.choice(WEEKS), names)

    return _section("weeks", words.plan(), words.plan_title(), blocks())


def _steps(plan: Plan) -> Iterator[tuple[str, Text]]:
    """What to do in each week, in words that suit any job, with the pages that help."""
    words = plan.words.booklet
    yield words.write(), _at(plan, "tips", words.write_how_and_tip) or plain(words.write_how())
    yield words.practise(), _at(plan, "skills", words.practise_how_from) or plain(words.practise_how())
    yield words.see(), plain(words.see_how())
    yield (
        words.look_again(),
        _at(plan, "fit", words.look_again_how_and_check) or plain(words.look_again_how()),
    )


def _at(plan: Plan, kind: SectionKind, say: Callable[[str], str]) -> Text:
    """A sentence with the page of a section, or nothing where the guide has none."""
    slot = plan.slot(kind)
    return referring(say(here()), PageRef(slot.id)) if slot else ()


def _notes(plan: Plan) -> Section:
    words = plan.words.booklet

    def blocks() -> Iterator[Block]:
        yield Paragraph("notes-lead", "lead", plain(words.notes_lead()), "lead")

    return _section("notes", words.notes(), words.notes(), blocks())
