"""The poster: one page to be read from two metres, what each job is in a few words and where to ask.

Comes in: the plan. Goes out: one section. Refuses: small print; what cannot be said in a few words is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guidebuild.compose.casing import raised
from guidebuild.compose.document import Block, Card, Fact, Lockup, Paragraph, Section, plain
from guidebuild.compose.inline import flat
from guidebuild.compose.layouts.facts import brief, card_facts, parted
from guidebuild.compose.layouts.handout import code
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections import cover
from guidebuild.compose.sections.glance import focus, tool_names, within
from guidebuild.compose.sections.sources import contact_lines

LABELS = {"tools": "Tools", "education": "Degree", "industries": "Works in"}
FURTHER = {"preparation": "Preparation", "interests": "Interests it suits"}
LONGEST = 34  # characters of a fact
LINES = 3  # of the contact
KICKER = "Which one is you?"
_NUMBER = r"\b[A-Z]?-?\d{1,4}[A-Za-z]?\b|\b[A-Z]\b(?!’)"
_NUMBERED = re.compile(rf"\b(?:booth|stand|stall|table|desk) ((?-i:{_NUMBER}))", re.IGNORECASE)


def sections(plan: Plan) -> tuple[Section, ...]:
    """The one page."""
    return (Section("poster", "poster", "Poster", cover.guide_title(plan), "", tuple(_blocks(plan))),)


def _blocks(plan: Plan) -> Iterator[Block]:
    title = _lockup(plan)
    yield title
    if not title.roles:
        yield cover.lead(plan, "poster-lead", brief(cover.subtitle(plan), 140))
    yield from cover.ornament(plan)
    yield from _cards(plan, named=bool(title.roles))
    yield from _ask(plan)
    yield from code(plan, "poster-qr")


def _lockup(plan: Plan) -> Lockup:
    """The guide's title under a question, unless the author has a kicker of their own."""
    made = cover.lockup(plan)
    return replace(made, id="poster-title", edition="", kicker=made.kicker if made.as_written else KICKER)


def _cards(plan: Plan, *, named: bool) -> Iterator[Card]:
    """A column per role. Where the title names the jobs, what they do stands at the heads of the columns."""
    facts = [_facts(plan, i) for i in plan.everyone]
    filled = {fact.key for listed in facts for fact in listed if fact.value}
    shown = [key for key in LABELS if key in filled]
    shown += [key for key in FURTHER if key in filled][: len(LABELS) - len(shown)]
    essences = [flat(role.essence or "").rstrip(".") for role in plan.roles]
    for i, role in enumerate(plan.roles):
        says = named and all(essences)
        head = raised(brief(essences[i], 44), essences) if says else plan.brief(i)
        by_key = {fact.key: fact for fact in facts[i]}
        kept = tuple(by_key[key] for key in ("focus", *shown))
        place = role.at("essence" if says else "title")
        yield Card(f"card-{role.id}", "cards", head, i, kept, (), place=place)


def _facts(plan: Plan, i: int) -> tuple[Fact, ...]:
    """The handout's facts without what stands behind them; the focus as a short sentence."""
    return tuple(_short(plan, i, fact) for fact in card_facts(plan, i))


def _short(plan: Plan, i: int, fact: Fact) -> Fact:
    key = fact.key
    value = fact.value
    if key == "focus":
        words = parted(focus(plan.roles[i]))[0]
        value = brief(words, 70)
        value += "" if value.endswith("…") else "."
    elif key == "tools":
        names = tool_names(plan.roles[i])[: 2 if len(plan.roles) == 3 else 3]
        value = brief(", ".join(within(names, LONGEST)), LONGEST + 10)
    elif key == "industries":
        value = brief(value, LONGEST + 10)
    if key == "focus":  # needs no name
        return replace(fact, label="", value=value, note=())
    label = LABELS.get(key) or FURTHER.get(key) or fact.label
    return replace(fact, label=label, value=brief(value, 70), note=(), money=False)


def _ask(plan: Plan) -> Iterator[Paragraph]:
    """Where to ask: the booth's number for itself, the place, the day and the event; else whom to write to."""
    event = plan.guide.spec.event
    if event:
        yield Paragraph("poster-ask", "ask", plain("Come and ask"))
        if number := numeral(plan.place):
            yield Paragraph("poster-numeral", "numeral", plain(number))
        place = ", ".join(brief(words, 40) for words in (plan.place, flat(event.place or "")) if words)
        when = ", ".join(words for words in (plan.date, brief(plan.time, 40)) if words)
        told = ((place, "place"), (when, "date"), (brief(flat(event.name), 60), "name"))
        for number_, (words, key) in enumerate(told):
            if words:
                yield Paragraph(f"poster-where-{number_}", "where", plain(words, event.at(key)))
        return
    lines = contact_lines(plan)
    if lines or plan.guide.spec.url:
        yield Paragraph("poster-ask", "ask", plain("Find out more"))
    for number_, line in enumerate(lines[:LINES], 1):
        yield Paragraph(f"poster-contact-{number_}", "where", line)


def numeral(place: str) -> str:
    """What is read from afar: '7' of 'Hall 2, Table 7', 'B' of 'Hall B'; nothing where more than one could be meant."""
    if named := _NUMBERED.search(place):
        return named[1]
    found = re.findall(_NUMBER, place)
    return found[0] if len(found) == 1 else ""
