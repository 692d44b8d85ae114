"""What a sheet leaves out by its own rule, in words: further tips and questions, long lists, what is cut short.

Comes in: the plan and a section of a sheet as it is composed. Goes out: words for the note of the build. What goes for
want of room is told by `worth`. Refuses: to count what is no part of a sheet's design, such as a poster's tips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from guidebuild.compose.document import Card, Fact, NameLists, QuestionItem, Section, TipItem, words_of
from guidebuild.compose.dump import texts
from guidebuild.compose.inline import flat
from guidebuild.compose.layouts.facts import brief, card_facts, fitting, parted
from guidebuild.compose.layouts.poster import LINES as POSTER_LINES
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections.appendix import every_question
from guidebuild.compose.sections.glance import PAY_SAID, focus, tool_names
from guidebuild.compose.sections.sources import contact_lines
from guidebuild.model.schema import Role
from guidebuild.words.numbers import counted, joined

_CUT = re.compile(r"[^,;]*…")
QUOTED = 60  # characters of words that are quoted in a note


def unsaid(plan: Plan, section: Section) -> tuple[str, ...]:
    """All that the section does not say of what it is made from, each once."""
    told = [*_tips(plan, section), *_questions(plan, section), *_titles(plan, section)]
    told += [*_absent(plan, section), *_facts(plan, section), *_fits(plan, section), *_cut_short(section)]
    return tuple(dict.fromkeys(told))


def named(one: str, words: Sequence[str]) -> str:
    """'the tip 'Ask one person'', 'the tips 'Ask one person' and 'Write it down''."""
    quoted = [f"'{brief(word, QUOTED)}'" for word in words]
    return f"the {one}{'s' if len(words) > 1 else ''} {joined(quoted)}"


def _tips(plan: Plan, section: Section) -> Iterator[str]:
    shown = {block.id for block in section.blocks if isinstance(block, TipItem)}
    if not shown:
        return
    if further := [flat(tip.title) for tip in plan.guide.tips if f"tip-{tip.id}" not in shown]:
        yield named("tip", further)
    reasons = sum(bool(tip.why and tip.step) for tip in plan.guide.tips if f"tip-{tip.id}" in shown)
    if reasons:
        yield f"the reasons for {counted(reasons, 'tip')}"


def _questions(plan: Plan, section: Section) -> Iterator[str]:
    shown = [block.ask for block in section.blocks if isinstance(block, QuestionItem)]
    further = [one.words for one in every_question(plan) if shown and brief(one.words, 130) not in shown]
    if further:
        yield named("question", further)


def _titles(plan: Plan, section: Section) -> Iterator[str]:
    """Titles that are shortened where space is narrow, and nowhere on the sheet stand whole."""
    words = "\n".join(texts(section.blocks))
    for i, role in enumerate(plan.roles):
        whole = flat(role.short_title)
        narrow = {plan.short(i), plan.brief(i)} & {b.title for b in section.blocks if isinstance(b, Card)}
        if narrow - {whole} and whole not in words and flat(role.title) not in words:
            yield f"the whole title '{whole}'"


def _absent(plan: Plan, section: Section) -> Iterator[str]:
    """Facts that no card has room for by the rule of its sheet, and what a poster says in fewer words."""
    cards = [block for block in section.blocks if isinstance(block, Card)]
    listed = any(isinstance(block, NameLists) for block in section.blocks)
    for card in cards:
        here = {fact.key for fact in card.facts} | ({"skills"} if listed else set())
        further = (fact for fact in card_facts(plan, card.role) if fact.value and fact.key not in here)
        if section.kind == "front":
            yield from (f"'{fact.label}'" for fact in further)
            if plan.roles[card.role].pay_said and not plan.roles[card.role].pay:
                yield f"'{PAY_SAID}'"
        elif parted(focus(plan.roles[card.role]))[1]:
            yield "the second half of what a job is about"
    if section.kind == "poster" and not plan.guide.spec.event and len(contact_lines(plan)) > POSTER_LINES:
        yield "further lines of the contact"


def _facts(plan: Plan, section: Section) -> Iterator[str]:
    """How many entries of the lists behind the facts are not named on the cards, whoever's they are."""
    cards = [block for block in section.blocks if isinstance(block, Card)]
    gone: dict[str, int] = {}
    for card in cards:
        for fact in card.facts:
            names = _names(plan.roles[card.role], fact)
            said = f"{fact.value} {words_of(fact.note)}".casefold()
            missing = sum(name.casefold() not in said for name in names)
            gone[fact.label] = gone.get(fact.label, 0) + missing
    for label, count in gone.items():
        if count:
            yield f"{counted(count, 'entry', 'entries')} of '{label}'"


def _names(role: Role, fact: Fact) -> Iterable[str]:
    """The whole list that a fact is made from; nothing for what is no list."""
    education = role.education
    lists = {
        "tools": tool_names(role),
        "industries": [flat(entry.name) for entry in role.industries],
        "education": [flat(words) for words in (*education.degrees, *education.fields)] if education else [],
        "interests": [flat(words) for words in role.interests],
    }
    return lists.get(fact.key, ())


def _fits(plan: Plan, section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, NameLists) and block.slot == "fit":
            whole = sum(len(fitting(plan, i)) for one in block.lists for i in one.members)
            if gone := whole - sum(len(one.names) for one in block.lists):
                yield f"{counted(gone, 'entry', 'entries')} under '{block.title}'"


def _cut_short(section: Section) -> Iterator[str]:
    """What ends in an ellipsis that the sheet has put there."""
    for words in texts(section.blocks):
        for piece in _CUT.findall(words):
            yield f"the end of '{brief(piece.strip(), QUOTED)}'"
