"""Which one fits you: the self-check and what to do with its result.

Comes in: the plan. Goes out: the section. Refuses: a verdict; it only says where to read on.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.document import (
    Block,
    Inline,
    Members,
    PageRef,
    Paragraph,
    Run,
    Section,
    SelfCheckTable,
    Text,
    plain,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.selfcheck import check_rows
from guidebuild.words.english import spelt
from guidebuild.words.numbers import spelled


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, "Self-check", "Which one fits you?", _blocks(plan), "fit")


def _blocks(plan: Plan) -> Iterator[Block]:
    two = len(plan.roles) == 2
    rows = check_rows(plan.guide, plan.comparison, plan.words.aptitude)
    lead = (
        "Fill in one circle on each line: the nearer to a sentence, the more it sounds like you. "
        "The middle means both, or neither."
        if two
        else "Tick each line that sounds like you, then count the ticks in each column."
    )
    spoken = _speaking(plan)
    if silent := tuple(i for i in plan.everyone if i not in spoken):
        lead += f" Too little is listed for {plan.names(silent)} to have a column here."
    if _own_lead(plan):
        yield from plan.lead("fit", "")
        yield Paragraph("fit-how", "lead", plain(lead), "lead")
    else:
        yield from plan.lead("fit", lead)
    titles = tuple(plan.short(i) if two else plan.brief(i) for i in spoken)
    place = next((role.at("self_check") for role in plan.roles if role.self_check), None)
    yield SelfCheckTable("fit-check", "check", titles, rows, spoken if silent else (), place=place)
    texts = _two(plan) if two else _many(plan)
    for number, text in enumerate(texts, 1):
        yield Paragraph(f"fit-result-{number}", "result", text, "small")


def _own_lead(plan: Plan) -> bool:
    """Whether the author has written a lead, which stands before the instructions and not in their place."""
    own = plan.guide.spec.sections.get("fit")
    return bool(own and own.lead)


def _speaking(plan: Plan) -> Members:
    """The roles for which a row speaks; with two roles, both."""
    rows = check_rows(plan.guide, plan.comparison, plan.words.aptitude)
    return tuple(i for i in plan.everyone if len(plan.roles) == 2 or any(i in row.members for row in rows))


def _profile(plan: Plan, role: int, before: str) -> Text:
    found = plan.slot("profile", role)
    return (Run(before), PageRef(found.id)) if found else ()


def _two(plan: Plan) -> Iterator[Text]:
    for role, side in enumerate(("left", "right")):
        start: Text = (Run(f"Mostly {side}:", bold=True),)
        if pages := _profile(plan, role, " read on from page\u00a0"):
            yield (*start, *pages, *_tip(plan, role), Run("."))
        else:
            yield (*start, Run(spelt(" you lean towards ") + f"{plan.short(role)}."))
    yield from _spread(plan)


def _tip(plan: Plan, role: int) -> Text:
    """The first tip that counts most for this role alone."""
    for number, tip in enumerate(plan.guide.tips, 1):
        if [other.id in tip.roles for other in plan.roles] == [i == role for i in plan.everyone]:
            if not plan.slot("tips"):
                return ()
            return (Run(f", then tip {number} on page\u00a0"), PageRef(f"tip-{tip.id}"))
    return ()


def _many(plan: Plan) -> Iterator[Text]:
    pages: list[Inline] = []
    for i in _speaking(plan):
        pages += _profile(plan, i, f"{', ' if pages else ' '}{plan.short(i)} page\u00a0")
    if pages:
        yield (Run("Most ticks in one column: read that profile first.", bold=True), *pages, Run("."))
    yield from _spread(plan)


def _spread(plan: Plan) -> Iterator[Text]:
    common = len(plan.comparison.common())
    skills = plan.see(" on page\u00a0", "skills", ".")
    if common and skills:
        many = f"the {spelled(common)} shared skills" if common > 1 else "the one shared skill"
        yield (Run("Evenly spread:", bold=True), Run(f" start with {many}"), *skills)
    elif compared := plan.see(" read the comparison on page\u00a0", "compare", "."):
        yield (Run("Evenly spread:", bold=True), *compared)
