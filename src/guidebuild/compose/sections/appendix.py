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
from guidebuild.words.numbers import joined

QUESTIONS = {2: 6, 3: 7}
MOST_QUESTIONS = 8
FEW_QUESTIONS = 4  # with fewer, the page has room for questions of the reader's own
OWN_QUESTION = "My own question:"


def tips(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot,
        f"Appendix {slot.tab}: Practical tips",
        plan.words.titles.tips(len(plan.guide.tips)),
        _tips(plan),
        "tips",
    )


def members_of(plan: Plan, ids: tuple[str, ...]) -> Members:
    """No ids mean everyone."""
    return tuple(i for i, role in enumerate(plan.roles) if role.id in ids) if ids else plan.everyone


def _tips(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("tips", _tips_lead([bool(tip.step) for tip in plan.guide.tips]))
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
            "First step" if tip.step else "Done",
            flat(tip.step or ""),
            members,
            place=tip.at("title"),
        )
    if len(marks) > 3:
        yield Paragraph("tips-key", "key", plain("Marks show for which jobs a tip counts most."), "caption")
    elif len(marks) > 1:
        words = [
            f"for {_where(plan, members)}" for members in sorted(marks, key=lambda m: (-len(m), m)) if members
        ]
        yield Paragraph(
            "tips-key",
            "key",
            plain(f"Marks show where a tip counts most: {joined(words, 'or')}."),
            "caption",
        )


def _tips_lead(steps: list[bool]) -> str:
    """What the boxes are for, whether all tips have a first step, some or none."""
    if all(steps):
        return "Each tip comes with one first step, small enough for this week. Tick it when it is done."
    if any(steps):
        return "Where a tip comes with a first step, it is small enough for this week. Tick each tip when it is done."
    return "Tick each tip when it is done."


def _where(plan: Plan, members: Members) -> str:
    if members == plan.everyone:
        return "both jobs" if len(members) == 2 else "all jobs"
    return plan.names(members)


def questions(plan: Plan, slot: Slot) -> Section:
    chosen = asked(plan)
    say, count = plan.words.titles, len(chosen)
    title = say.questions_at(count, plan.place) if plan.place else say.questions(count)
    name = f"Appendix {slot.tab}: Questions {f'for {plan.stand}' if plan.place else 'to ask'}"
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
    own = [Asked(OWN_QUESTION, ())] * (FEW_QUESTIONS - len(chosen))
    for number, one in enumerate((*chosen, *own), 1):
        yield QuestionItem(
            f"question-{number}", "questions", number, one.words, one.members, lines, place=one.place
        )
    yield Form("questions-form", "form", "Who I spoke to", ("Name", "Employer", "E-mail", "I will write by"))


def glossary(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot, "Glossary", plan.words.titles.terms(len(plan.guide.terms)), _glossary(plan), "glossary"
    )


def _glossary(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("glossary", "")
    terms = sorted(plan.guide.terms, key=lambda term: (flat(term.term).casefold(), term.id))
    items = tuple((flat(term.term), inline(term.definition, term.at("definition"))) for term in terms)
    yield Definitions("glossary-terms", "terms", items)
