"""At a glance: a card per role (two or three), or a row per role (four to six), and the ground they share.

Comes in: the plan. Goes out: the section. Refuses: a fact that no role has; one that only some have is empty
on the other cards, so that the facts stay at one height.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.alignment import TRENDS, beside
from guidebuild.compose.comparison import SMALL
from guidebuild.compose.document import (
    Block,
    Callout,
    Card,
    Fact,
    GlanceRow,
    PageRef,
    Paragraph,
    Run,
    Section,
    Text,
    plain,
)
from guidebuild.compose.inline import first_sentence, flat
from guidebuild.compose.numbers import (
    capital,
    counted,
    joined,
    lowered,
    money,
    money_range,
    named,
    number_of,
    opened,
    period_words,
    sample,
    spelled,
    years,
)
from guidebuild.compose.plan import Plan, Slot
from guidebuild.model.parts import Pay
from guidebuild.model.schema import Role


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, "At a glance", findings.glance(plan.guide), _blocks(plan), "glance")


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("glance", _lead(plan))
    if len(plan.roles) <= 3:
        yield from _cards(plan)
    else:
        yield from (_row(plan, i) for i in plan.everyone)
        if any(plan.role_range(i) for i in plan.everyone):
            words = "Bar: tenth to ninetieth percentile of reported pay; darker: middle half; tick: median."
            yield Paragraph("glance-key", "key", plain(words), "caption")
    yield from _shared(plan)


def _lead(plan: Plan) -> str:
    """What holds for all of them, in a sentence."""
    trends = {role.outlook.trend if role.outlook else None for role in plan.roles}
    every = "both" if len(plan.roles) == 2 else f"all {spelled(len(plan.roles))}"
    common = len(plan.comparison.common()) if len(plan.comparison.listing) == len(plan.roles) else 0
    carry = f"{'carries' if common == 1 else 'carry'} over"
    trend = trends.pop() if len(trends) == 1 else None
    if trend and common:
        demand = f"Demand is {TRENDS[trend].lower()} for {every}"
        return f"{demand}, and {counted(common, 'skill')} {carry}."
    if trend:
        return f"Demand is {TRENDS[trend].lower()} for {every}."
    if common:
        return f"{opened(common)} of the skills listed {carry} to {every}."
    return f"The {plan.jobs_words()}, fact beside fact."


def focus(role: Role) -> str:
    """A role's focus, or the first sentence of its definition."""
    return flat(role.focus) if role.focus else first_sentence(role.definition)


# Cards


def _cards(plan: Plan) -> Iterator[Card]:
    facts = {i: _facts(plan, i) for i in plan.everyone}
    filled = {fact.label for listed in facts.values() for fact in listed if fact.value}
    for i, role in enumerate(plan.roles):
        kept = tuple(fact for fact in facts[i] if fact.label in filled)
        yield Card(f"glance-{role.id}", "cards", flat(role.title), i, kept, _profile_link(plan, i))


def _profile_link(plan: Plan, role: int) -> Text:
    found = plan.slot("profile", role)
    if not found:
        return ()
    return (Run("Full profile from page ", bold=True), PageRef(found.id, bold=True))


def _facts(plan: Plan, i: int) -> list[Fact]:
    role = plan.roles[i]
    rows = [
        ("focus", "Focus", focus(role), "", False),
        ("pay", "Median pay reported", *pay_words(role.pay, short=len(plan.roles) > 2), True),
        ("education", "Education", *_education(role), False),
        ("tools", "Tools to know", *_tools(role), False),
        ("industries", "Where you would work", *_industries(role), False),
        ("outlook", "Outlook", *outlook_words(role), False),
    ]
    if len(plan.roles) > 2:
        rows = [row for row in rows if row[0] != "industries"]
    return [
        Fact(f"glance-{role.id}-{key}", "fact", label, value, plain(note), money=is_money)
        for key, label, value, note, is_money in rows
    ]


def pay_words(pay: Pay | None, *, short: bool = False) -> tuple[str, str]:
    """The median in full, and what stands behind it."""
    if not pay:
        return "", ""
    at, small = pay.overall, pay.overall.n < SMALL
    half = money_range(at.p25, at.p75, pay.currency)
    value = money(at.p50, pay.currency)
    if pay.period != "year":
        value += f" {period_words(pay.period)}"
    if short:
        return value, f"Middle half {half}; {sample(at.n)}{', small sample' if small else ''}"
    count = "1 report" if at.n == 1 else f"{number_of(at.n)} reports"
    return value, f"Middle half {half}. {'Only ' if small else ''}{count}, {years(pay.years)}"


def degrees(role: Role) -> str:
    return joined([flat(word) for word in role.education.degrees], "or") if role.education else ""


def _education(role: Role) -> tuple[str, str]:
    if not role.education:
        return "", ""
    fields = lowered(named([flat(word) for word in role.education.fields], 3, "or"))
    value = degrees(role)
    if not value:
        return capital(fields), ""
    return value, f"in {fields}" if fields else ""


def _tools(role: Role) -> tuple[str, str]:
    names = [flat(tool.name) for tools in role.tools.values() for tool in tools]
    names = list({name.casefold(): name for name in reversed(names)}.values())[::-1]
    rest = joined(names[3:8])
    return ", ".join(names[:3]), f"with {rest}" if rest else ""


def _industries(role: Role) -> tuple[str, str]:
    names = [flat(industry.name) for industry in role.industries]
    value = ", ".join([*names[:1], *map(lowered, names[1:2])])
    rest = lowered(named(names[2:], 4))
    return value, f"also {rest}" if rest else ""


def outlook_words(role: Role) -> tuple[str, str]:
    if not role.outlook:
        return "", ""
    outlook = role.outlook
    return flat(outlook.headline or TRENDS[outlook.trend]), flat(outlook.reason or "")


# Rows


def _row(plan: Plan, i: int) -> GlanceRow:
    role = plan.roles[i]
    found = plan.slot("profile", i)
    page: Text = (Run("page "), PageRef(found.id)) if found else ()
    bar = plan.role_range(i)
    n = role.pay.overall.n if role.pay and bar else 0
    words = f"{sample(n)}{', small sample' if n < SMALL else ''}" if n else ""
    degree = ", ".join(flat(word) for word in role.education.degrees) if role.education else ""
    return GlanceRow(f"glance-{role.id}", "rows", flat(role.title), i, focus(role), page, bar, words, degree)


# Shared ground


def _shared(plan: Plan) -> Iterator[Callout]:
    two = len(plan.roles) == 2
    sentences = list(_ground(plan, "both" if two else f"all {spelled(len(plan.roles))}"))
    if sentences:
        label = "Shared" if two else f"All {spelled(len(plan.roles))}"
        title = "The ground both stand on" if two else "The ground they all stand on"
        yield Callout(
            "glance-shared", "shared", label, title, plain(" ".join(sentences)), members=plan.everyone
        )


def _ground(plan: Plan, every: str) -> Iterator[str]:
    common = plan.comparison.common()
    if common and len(plan.comparison.listing) == len(plan.roles):
        yield f"{capital(every)} list {lowered(named([skill.label for skill in common], 8))}."
    if people := beside(plan.roles):
        yield f"{capital(every)} work side by side with {joined(people)}."
    industries = [{flat(x.name).casefold() for x in role.industries} for role in plan.roles]
    names = [flat(x.name) for x in plan.roles[0].industries]
    shared = [name for name in names if all(name.casefold() in listed for listed in industries)]
    if shared:
        yield f"{capital(every)} find work in {lowered(named(shared, 4))}."
