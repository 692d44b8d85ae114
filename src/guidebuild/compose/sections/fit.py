"""Which one fits you: the self-check and what to do with its result.

Comes in: the plan. Goes out: the section. Refuses: a verdict; it only says where to read on.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.document import (
    Block,
    Members,
    PageRef,
    Paragraph,
    Section,
    SelfCheckTable,
    Text,
    plain,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.selfcheck import check_rows
from guidebuild.compose.text import STRONG, USUAL, here, referring
from guidebuild.words.fit import Side


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, plan.words.fit.name(), plan.words.fit.title(), _blocks(plan), "fit")


def _blocks(plan: Plan) -> Iterator[Block]:
    words = plan.words.fit
    two = len(plan.roles) == 2
    rows = check_rows(plan.guide, plan.comparison, plan.words.aptitude)
    lead = words.how_for_two() if two else words.how_for_more()
    spoken = _speaking(plan)
    if silent := tuple(i for i in plan.everyone if i not in spoken):
        lead += f" {words.silent(plan.names(silent))}"
    if _own_lead(plan):
        yield from plan.lead("fit", "")
        yield Paragraph("fit-how", "lead", plain(lead), "lead")
    else:
        yield from plan.lead("fit", lead)
    titles = tuple(plan.short(i) if two else plan.brief(i) for i in spoken)
    place = next((role.at("self_check") for role in plan.roles if role.self_check), None)
    yield SelfCheckTable("fit-check", "check", titles, rows, spoken if silent else (), place=place)
    texts = [*(_two(plan) if two else _many(plan)), _spread(plan)]
    for number, text in enumerate(filter(None, texts), 1):
        yield Paragraph(f"fit-result-{number}", "result", text, "small")


def _own_lead(plan: Plan) -> bool:
    """Whether the author has written a lead, which stands before the instructions and not in their place."""
    own = plan.guide.spec.sections.get("fit")
    return bool(own and own.lead)


def _speaking(plan: Plan) -> Members:
    """The roles for which a row speaks; with two roles, both."""
    rows = check_rows(plan.guide, plan.comparison, plan.words.aptitude)
    return tuple(i for i in plan.everyone if len(plan.roles) == 2 or any(i in row.members for row in rows))


def _two(plan: Plan) -> Iterator[Text]:
    sides: tuple[Side, Side] = ("left", "right")
    for role, side in enumerate(sides):
        yield _leaning(plan, role, side)


def _leaning(plan: Plan, role: int, side: Side) -> Text:
    """Where to read on for a role: its profile, and the first tip that counts most for it alone."""
    words, profile, tip = plan.words.fit, plan.slot("profile", role), _tip(plan, role)
    if not profile:
        return referring(words.leaning(side, STRONG, USUAL, plan.short(role)))
    page = PageRef(profile.id)
    if not tip:
        return referring(words.mostly(side, STRONG, USUAL, here()), page)
    number, id = tip
    said = words.mostly_with_tip(side, STRONG, USUAL, here(), number, here(1))
    return referring(said, page, PageRef(id))


def _tip(plan: Plan, role: int) -> tuple[int, str] | None:
    """The number and the id of the first tip that counts most for this role alone, if tips are printed."""
    for number, tip in enumerate(plan.guide.tips, 1):
        if [other.id in tip.roles for other in plan.roles] == [i == role for i in plan.everyone]:
            return (number, f"tip-{tip.id}") if plan.slot("tips") else None
    return None


def _many(plan: Plan) -> Iterator[Text]:
    words = plan.words.fit
    found = [(plan.short(i), slot.id) for i in _speaking(plan) if (slot := plan.slot("profile", i))]
    if found:
        named = ", ".join(words.profile(name, here(number)) for number, (name, _) in enumerate(found))
        said = words.one_column(STRONG, USUAL, named)
        yield referring(said, *(PageRef(id) for _, id in found))


def _spread(plan: Plan) -> Text:
    words = plan.words.fit
    common = len(plan.comparison.common())
    if common and (skills := plan.slot("skills")):
        return referring(words.spread_over_skills(STRONG, USUAL, common, here()), PageRef(skills.id))
    if compared := plan.slot("compare"):
        return referring(words.spread_over_lines(STRONG, USUAL, here()), PageRef(compared.id))
    return ()
