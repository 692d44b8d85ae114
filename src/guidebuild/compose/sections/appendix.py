"""The appendices and the glossary: practical tips, questions to ask, words to know.

Comes in: the plan. Goes out: three sections. Refuses: the same question twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from guidebuild.compose.document import (
    Block,
    Definitions,
    Form,
    Members,
    Paragraph,
    QuestionItem,
    Section,
    TipItem,
    plain,
)
from guidebuild.compose.inline import flat, inline
from guidebuild.compose.plan import Plan, Slot
from guidebuild.diagnostics import Span
from guidebuild.model.sameness import same_key
from guidebuild.words.appendix import AppendixWords

QUESTIONS = {2: 6, 3: 7}
MOST_QUESTIONS = 8
FEW_QUESTIONS = 4  # with fewer, the page has room for questions of the reader's own


def tips(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot,
        plan.words.appendix.tips(slot.tab),
        plan.words.titles.tips(len(plan.guide.tips)),
        _tips(plan),
        "tips",
    )


def members_of(plan: Plan, ids: tuple[str, ...]) -> Members:
    """No ids mean everyone."""
    return tuple(i for i, role in enumerate(plan.roles) if role.id in ids) if ids else plan.everyone


def _tips(plan: Plan) -> Iterator[Block]:
    words = plan.words.appendix
    yield from plan.lead("tips", _tips_lead(words, [bool(tip.step) for tip in plan.guide.tips]))
    marks = set()
    for number, tip in enumerate(plan.guide.tips, 1):
        members = members_of(plan, tip.roles)
        marks.add(members)
        yield TipItem(
            f"tip-{tip.id}",
            "tips",
            number,
            flat(tip.title),
            inline(tip.why or "", tip.at("why")),
            words.first_step() if tip.step else words.done(),
            flat(tip.step or ""),
            members,
            place=tip.at("title"),
        )
    if len(marks) > 3:
        yield Paragraph("tips-key", "key", plain(words.marks()), "caption")
    elif len(marks) > 1:
        ranked = sorted(marks, key=lambda members: (-len(members), members))
        where = [_where(plan, members) for members in ranked if members]
        yield Paragraph("tips-key", "key", plain(words.marks_for(where)), "caption")


def _tips_lead(words: AppendixWords, steps: list[bool]) -> str:
    """What the boxes are for, whether all tips have a first step, some or none."""
    if all(steps):
        return words.every_tip_has_a_step()
    return words.some_tips_have_a_step() if any(steps) else words.no_tip_has_a_step()


def _where(plan: Plan, members: Members) -> str:
    words = plan.words.appendix
    return words.for_all(len(members)) if members == plan.everyone else words.for_some(plan.shorts(members))


def questions(plan: Plan, slot: Slot) -> Section:
    chosen = asked(plan)
    say, count = plan.words.titles, len(chosen)
    title = say.questions_at(count, plan.place) if plan.place else say.questions(count)
    words = plan.words.appendix
    name = words.questions_for(slot.tab, plan.stand) if plan.place else words.questions(slot.tab)
    return plan.section(slot, name, title, _questions(plan, chosen), "questions")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the roles that it is about, and where it is written."""

    words: str
    members: Members
    place: Span | None = None


def every_question(plan: Plan) -> list[Asked]:
    """The guide's own questions, then the roles' in turn; each once."""
    own = [Asked(flat(q.ask), members_of(plan, q.roles), q.at("ask")) for q in plan.guide.questions]
    by_role = [
        [Asked(flat(words), (i,), role.at("questions", n)) for n, words in enumerate(role.questions)]
        for i, role in enumerate(plan.roles)
    ]
    turns = [entry for turn in zip_longest(*by_role) for entry in turn if entry]
    found: dict[str, Asked] = {}
    for one in [*own, *turns]:
        found.setdefault(same_key(one.words), one)
    return list(found.values())


def asked(plan: Plan) -> list[Asked]:
    """As many questions as there is room for: six for two roles, up to eight for more."""
    own = min(len(plan.guide.questions), MOST_QUESTIONS)
    wanted = max(QUESTIONS.get(len(plan.roles), MOST_QUESTIONS), own)
    return sorted(every_question(plan)[:wanted], key=lambda one: (-len(one.members), one.members))


def _questions(plan: Plan, chosen: list[Asked]) -> Iterator[Block]:
    yield from plan.lead("questions", "")
    lines = 4 if len(chosen) < FEW_QUESTIONS else 3 if len(chosen) <= 6 else 2
    words = plan.words.appendix
    own = [Asked(words.own_question(), ())] * (FEW_QUESTIONS - len(chosen))
    for number, one in enumerate((*chosen, *own), 1):
        yield QuestionItem(
            f"question-{number}", "questions", number, one.words, one.members, lines, place=one.place
        )
    fields = (words.name_field(), words.employer_field(), words.mail_field(), words.date_field())
    yield Form("questions-form", "form", words.people(), fields)


def glossary(plan: Plan, slot: Slot) -> Section:
    title = plan.words.titles.terms(len(plan.guide.terms))
    return plan.section(slot, plan.words.appendix.glossary(), title, _glossary(plan), "glossary")


def _glossary(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("glossary", "")
    terms = sorted(plan.guide.terms, key=lambda term: (flat(term.term).casefold(), term.id))
    items = tuple((flat(term.term), inline(term.definition, term.at("definition"))) for term in terms)
    yield Definitions("glossary-terms", "terms", items)
