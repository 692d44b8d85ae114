"""At a glance: a card per role (two or three), or a row per role (four to six), and the ground they share.

Comes in: the plan. Goes out: the section. Refuses: a fact that no role has; one that only some have is empty
on the other cards, so that the facts stay at one height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebuild.compose import findings
from guidebuild.compose.alignment import TRENDS
from guidebuild.compose.amounts import in_money, middle_half
from guidebuild.compose.aptitude import about, interests, level_words, zone_words
from guidebuild.compose.basis import bar_words, few, in_full, in_short, median_label, paid_words
from guidebuild.compose.casing import is_label, led, raised
from guidebuild.compose.choice import among, ground_of, tools_in_order, total
from guidebuild.compose.comparison import leading
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
from guidebuild.compose.duties import beside
from guidebuild.compose.inline import first_sentence, flat
from guidebuild.compose.lines import take_common
from guidebuild.compose.plan import Plan, Slot
from guidebuild.diagnostics import Span
from guidebuild.model.parts import Ground, Pay
from guidebuild.model.sameness import same_key
from guidebuild.model.schema import Role
from guidebuild.words.numbers import (
    and_more,
    capital,
    counted,
    joined,
    number_of,
    opened,
    period_words,
    spelled,
    uncapital,
    years,
)

MOST = {2: 6, 3: 5}
FURTHER = ("preparation", "skills", "interests")
MANY = 20  # entries of a list that is too long to be read on a page of facts
SHARED = 8  # skills in a sentence
SHORT, LONG = 44, 90  # characters of a value and of a note
SAID = 130  # characters of a sentence about pay
PAY_SAID = "Pay, as the source tells it"


@dataclass(frozen=True, slots=True)
class _Row:
    """A fact that a card may show."""

    key: str
    label: str
    value: str
    note: str = ""


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(
        slot, "At a glance", findings.glance(plan.guide, plan.words.titles), _blocks(plan), "glance"
    )


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("glance", _lead(plan))
    if len(plan.roles) <= 3:
        yield from _cards(plan)
    else:
        yield from (_row(plan, i) for i in plan.everyone)
        if any(plan.role_range(i) for i in plan.everyone):
            words = f"Bar: tenth to ninetieth percentile of {paid_words(plan.pays)}; darker: middle half; tick: median."
            if any(pay.kind == "scale" for pay in plan.pays):
                words = bar_words(plan.pays)
            words = f"{words} {plan.running_on()}".rstrip()
            yield Paragraph("glance-key", "key", plain(words), "caption")
    yield from _shared(plan)


def _lead(plan: Plan) -> str:
    """What holds for all of them, in a sentence."""
    trends = {role.outlook.trend if role.outlook else None for role in plan.roles}
    every = "both" if len(plan.roles) == 2 else f"all {spelled(len(plan.roles))}"
    common = len(plan.comparison.common()) if len(plan.comparison.listing) == len(plan.roles) else 0
    trend = trends.pop() if len(trends) == 1 else None
    if trend and common:
        skills = f"{counted(common, 'skill')} {_carry(plan, common, 'them all')}"
        return f"Demand is {uncapital(TRENDS[trend])} for {every}, and {skills}."
    if trend:
        return f"Demand is {uncapital(TRENDS[trend])} for {every}."
    if common:
        return f"{opened(common)} of the skills listed {_carry(plan, common, every, 'to both')}."
    return f"The {plan.jobs_words()}, fact beside fact."


def _carry(plan: Plan, common: int, every: str, where: str = "") -> str:
    """Between two jobs skills carry over; of more jobs each pair has others that do, so these are common to all."""
    if len(plan.roles) > 2:
        return f"{'is' if common == 1 else 'are'} common to {every}"
    return f"{'carries' if common == 1 else 'carry'} over {where}".rstrip()


def focus(role: Role) -> str:
    """A role's focus, or the first sentence of its definition."""
    return flat(role.focus) if role.focus else first_sentence(role.definition)


# Cards


def _cards(plan: Plan) -> Iterator[Card]:
    facts = {i: _facts(plan, i) for i in plan.everyone}
    shown = _shown(facts.values(), MOST[len(plan.roles)])
    for i, role in enumerate(plan.roles):
        kept = tuple(_fact(f"glance-{role.id}", row, role) for row in facts[i] if row.key in shown)
        link, place = _profile_link(plan, i), role.at("title")
        yield Card(f"glance-{role.id}", "cards", flat(role.title), i, kept, link, place=place)


def _shown(facts: Iterable[list[_Row]], most: int) -> set[str]:
    """What any role can fill; the further facts only where the usual ones leave room."""
    filled = {row.key for listed in facts for row in listed if row.value}
    usual = {key for key in filled if key not in FURTHER}
    further = [key for key in FURTHER if key in filled]
    return usual | set(further[: max(0, most - len(usual))])


def _fact(id: str, row: _Row, role: Role) -> Fact:
    place, money = fact_place(role, row.key), row.key == "pay"
    return Fact(
        f"{id}-{row.key}",
        "fact",
        row.label,
        row.value,
        plain(row.note),
        money=money,
        place=place,
        key=row.key,
    )


def fact_place(role: Role, key: str) -> Span | None:
    """Where a role says what a fact shows."""
    return role.at({"said": "pay_said", "focus": "focus" if role.focus else "definition"}.get(key, key))


def _profile_link(plan: Plan, role: int) -> Text:
    found = plan.slot("profile", role)
    if not found:
        return ()
    return (Run("Full profile from page\u00a0", bold=True), PageRef(found.id, bold=True))


def _facts(plan: Plan, i: int) -> list[_Row]:
    role, narrow = plan.roles[i], len(plan.roles) > 2
    pays = [pay for role in plan.roles if (pay := role.pay)]
    rows = [
        _Row("focus", "Focus", focus(role)),
        _Row("pay", median_label(pays) if pays else "", *pay_words(role.pay, short=narrow)),
        _Row("said", PAY_SAID, "" if pays else _pay_said(role)),
        _Row("education", "Education", *_education(plan, role)),
        _Row("preparation", "Preparation", *_preparation(plan, role)),
        _Row("skills", skills_label(plan), *_skills(plan, i)),
        _Row("tools", "Tools to know", *_tools(role)),
        _Row("industries", "Where you would work", *_industries(plan, role)),
        _Row("interests", "Interests it suits", *_interests(plan, role)),
        _Row("outlook", "Outlook", *outlook_words(role)),
    ]
    return [row for row in rows if not (narrow and row.key == "industries")]


def pay_words(pay: Pay | None, *, short: bool = False) -> tuple[str, str]:
    """The median in full, and what stands behind it."""
    if not pay:
        return "", ""
    half, value = middle_half(pay), in_money(pay)
    if pay.period != "year":
        value += f" {period_words(pay.period)}"
    if short:
        return value, f"Middle half {half}; {in_short(pay)}{', small sample' if few(pay) else ''}"
    count = f"Only {in_full(pay)}" if few(pay) else capital(in_full(pay))
    return value, f"Middle half {half}. {count}, {years(pay.years)}"


def _pay_said(role: Role) -> str:
    """What a source says of pay, if it is short; it stands in no row with figures of a sample."""
    said = first_sentence(role.pay_said or "")
    return said if len(said) <= SAID else ""


def degrees(role: Role) -> str:
    """'High school diploma or apprenticeship'."""
    return joined([flat(word) for word in role.education.degrees] if role.education else [], "or")


def subjects(plan: Plan, role: Role, most: int) -> str:
    """'computer science, data science or related fields'."""
    fields = [flat(word) for word in role.education.fields] if role.education else []
    return and_more(list(map(plan.casing.within, fields)), most, "or")


def _education(plan: Plan, role: Role) -> tuple[str, str]:
    if not role.education:
        return "", ""
    fields, value = subjects(plan, role, 3), degrees(role)
    return (value, led("in", fields)) if value else (raised(fields, role.education.fields), "")


def _tools(role: Role) -> tuple[str, str]:
    names = tool_names(role)
    first = within(names[:3], SHORT)
    rest = within(names[len(first) : 8], LONG)
    every = total(role, "tools")
    more = f"; of {number_of(every)} listed" if every > MANY else ""
    return ", ".join(first), f"with {joined(rest)}{more}" if rest else ""


def tool_names(role: Role) -> list[str]:
    """Every tool once, as the role orders them."""
    return [flat(tool.name) for tool in tools_in_order(role)]


def within(names: list[str], length: int) -> list[str]:
    """The first names that stand in a text of this many characters, at least one."""
    while len(names) > 1 and len(", ".join(names)) > length:
        names = names[:-1]
    return names


def _preparation(plan: Plan, role: Role) -> tuple[str, str]:
    if not role.preparation:
        return "", ""
    words = plan.words.aptitude
    return zone_words(words, role.preparation), level_words(words, role.preparation)


def _skills(plan: Plan, i: int) -> tuple[str, str]:
    """The first ones that are core to the role."""
    listed = skills_of(plan, i)
    first = within(listed[:3], SHORT)
    return ", ".join(first), among(plan.roles[i], len(first))


def skills_label(plan: Plan) -> str:
    """What a few skills of each role are, by what the roles order them."""
    labels: dict[Ground, str] = {"importance": "Skills that count most", "essential": "Essential skills"}
    ground = ground_of(plan.roles, "skills")
    return labels.get(ground, "Skills needed") if ground else "Skills needed"


def skills_of(plan: Plan, i: int) -> list[str]:
    """The role's skills in a list, those at its core first; of a list that is ranked or long in its own order."""
    listed = sorted(plan.comparison.of(i), key=lambda skill: skill.level(i) == "useful")
    if plan.roles[i].ranked_by.get("skills") or len(listed) > MANY:
        ranked = plan.roles[i].ranked_by.get("skills") == "importance"
        listed.sort(key=lambda skill: (not ranked and skill.level(i) == "useful", skill.place(i)))
    return plan.casing.listed([skill.name(i) for skill in listed])


def _interests(plan: Plan, role: Role) -> tuple[str, str]:
    words = interests(role)[:2]
    return ", ".join(words), about(plan.words.aptitude, words[0]) if words else ""


def _industries(plan: Plan, role: Role) -> tuple[str, str]:
    names = [flat(industry.name) for industry in role.industries]
    first, *others = plan.casing.listed(names) or [""]
    rest = and_more(others[1:], 4)
    return raised(", ".join([first, *others[:1]]), names), led("also", rest) if rest else ""


def outlook_words(role: Role) -> tuple[str, str]:
    """The headline, else the trend, else how the summary begins; and the reason."""
    outlook = role.outlook
    if not outlook:
        return "", ""
    trend = TRENDS[outlook.trend] if outlook.trend else ""
    return flat(outlook.headline or "") or trend or first_sentence(outlook.summary or ""), flat(
        outlook.reason or ""
    )


# Rows


def _row(plan: Plan, i: int) -> GlanceRow:
    role = plan.roles[i]
    found = plan.slot("profile", i)
    page: Text = (Run("page\u00a0"), PageRef(found.id)) if found else ()
    bar = plan.role_range(i)
    paid = role.pay if bar else None
    words = f"{in_short(paid)}{', small sample' if few(paid) else ''}" if paid else ""
    _, more = middle(plan)
    _, last = final(plan)
    head = (f"glance-{role.id}", "rows", flat(role.title), i, focus(role))
    return GlanceRow(*head, page, bar, words, last[i], more[i], place=fact_place(role, "focus"))


def middle(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """What stands between focus and degree where no pay is drawn: skills, else tools. A label, and words by role."""
    if not any(plan.role_range(i) for i in plan.everyone):
        for label, said in (
            (skills_label(plan), [_in_a_row(skills_of(plan, i)) for i in plan.everyone]),
            ("Tools to know", [_in_a_row(tool_names(role)) for role in plan.roles]),
        ):
            if sum(map(bool, said)) > 1:
                return label, tuple(said)
    return "", ("",) * len(plan.roles)


def _in_a_row(names: list[str]) -> str:
    """As many as two or three lines of a column hold."""
    return ", ".join(within(names, LONG))


def final(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """The last column: the usual degree, or where no role has any how much preparation the job takes."""
    if not any(degrees(role) for role in plan.roles) and any(role.preparation for role in plan.roles):
        return "Preparation", tuple(_preparation(plan, role)[0] for role in plan.roles)
    listed = [
        [flat(word) for word in role.education.degrees] if role.education else [] for role in plan.roles
    ]
    return "Usual degree" if any(listed) else "", tuple(map(", ".join, listed))


# Shared ground


def some_of(names: list[str], every: int) -> str:
    """'a, b and 40 more': names, of which there are more than these."""
    if every > len(names):
        return f"{', '.join(names)} and {number_of(every - len(names))} more"
    return and_more(names, SHARED)


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
        first = leading(common, SHARED)[0] if len(common) > MANY else common
        names = list(map(plan.casing.within, (skill.label for skill in first)))
        yield f"{capital(every)} list{':' if is_label(names[0]) else ''} {some_of(names, len(common))}."
    if people := joined(beside(plan.roles, plan.casing)):
        small = f"{capital(every)} work side by side with {people}."
        yield small if people[:1].islower() else f"Colleagues of {every}: {people}."
    industries = [{same_key(flat(x.name)) for x in role.industries} for role in plan.roles]
    names = [flat(x.name) for x in plan.roles[0].industries]
    shared = [name for name in names if all(same_key(name) in listed for listed in industries)]
    if shared:
        places = and_more(list(map(plan.casing.within, shared)), 4)
        small = f"{capital(every)} find work in {places}."
        yield small if places[:1].islower() else f"Industries of {every}: {places}."
    suited, _ = take_common({i: interests(role) for i, role in enumerate(plan.roles)})
    if suited:
        yield f"Interests that suit {every}: {joined(suited)}."
    zones = {role.preparation.zone if role.preparation else 0 for role in plan.roles}
    if len(zones) == 1 and (preparation := plan.roles[0].preparation):
        yield f"{capital(every)} ask for {uncapital(zone_words(plan.words.aptitude, preparation))} preparation."
