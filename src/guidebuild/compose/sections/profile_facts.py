"""The labelled facts in the outer column of a profile: pay, preparation, outlook, skills, interests, names.

Comes in: the plan, a role and the id of its section. Goes out: facts in their order. Refuses: a fact without words, a
direction of demand that nobody claims, and to call the figures of a survey reported by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose.amounts import in_brief, off_scale, runs_off
from guidebuild.compose.aptitude import LEVELS as ZONES
from guidebuild.compose.aptitude import about, interests, level_words, zone_words
from guidebuild.compose.basis import few, in_short, median_label
from guidebuild.compose.casing import led, raised
from guidebuild.compose.choice import among
from guidebuild.compose.document import Fact, Text, plain
from guidebuild.compose.duties import people_of
from guidebuild.compose.inline import first_sentence, flat, inline
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections.glance import PAY_SAID, degrees, outlook_words, pay_words, subjects
from guidebuild.model.parts import Outlook, Pay
from guidebuild.model.schema import Role
from guidebuild.words.numbers import and_more, capital, counted, joined

NAMES = 6
SHORT_SUMMARY = 400
"""The most characters of an outlook's summary that stand in the outer column; a longer one is running text."""


def facts(plan: Plan, i: int, id: str) -> Iterator[Fact]:
    """All facts of a role, each with an id of its own."""
    role = plan.roles[i]
    yield from _pay(plan, i, id)
    if degree := degrees(role):
        fields, place = role.education.fields if role.education else (), role.at("education")
        note = plain(led("in", raised(subjects(plan, role, 4), fields)))
        yield Fact(f"{id}-degree", "facts", "Usual degree", degree, note, place=place)
    if role.preparation:
        words_ = plan.words.aptitude
        value, level = zone_words(words_, role.preparation), capital(level_words(words_, role.preparation))
        steps, place = (role.preparation.zone, ZONES), role.at("preparation")
        yield Fact(f"{id}-preparation", "facts", "Preparation", value, plain(level), steps=steps, place=place)
    yield from _outlook(role, id)
    yield from _skills(plan, i, id)
    yield from _interests(plan, role, id)
    if role.works_with:
        who, why = role.works_with.who, inline(role.works_with.why or "", role.works_with.at("why"))
        place, words = role.works_with.at("who"), raised(flat(who), people_of(role))
        yield Fact(f"{id}-beside", "facts", "Works beside", words, why, place=place)
    if role.industries:
        entries = [flat(entry.name) for entry in role.industries]
        names = raised(and_more(plan.casing.listed(entries), 6), entries)
        count = counted(len(role.industries), "industry", "industries")
        yield Fact(
            f"{id}-industries", "facts", "Hires in", capital(count), plain(names, role.at("industries"))
        )
    if role.aliases:
        also = and_more([flat(name) for name in role.aliases], NAMES)
        yield Fact(f"{id}-also", "facts", "Also called", "", plain(also, role.at("aliases")))


def _pay(plan: Plan, i: int, id: str) -> Iterator[Fact]:
    pay = plan.roles[i].pay
    value, note = pay_words(pay)
    if pay and value:
        bar = plan.role_range(i)
        counted_how = f" {flat(pay.note).rstrip('.')}." if pay.note else ""
        top = plan.pay_top() if bar else 0.0
        off = f" {off_scale([('this job', pay)], top)}" if bar and runs_off(pay, top) else ""
        text: Text = (
            *plain(f"{note}.{counted_how}{off}", pay.at("note")),
            *plan.see(" See page\u00a0", "pay", "."),
        )
        label = median_label([pay])
        yield Fact(f"{id}-pay", "facts", label, value, text, money=True, range=bar)
        yield from _levels(pay, id)
    elif said := plan.roles[i].pay_said:
        yield Fact(f"{id}-pay", "facts", PAY_SAID, "", inline(said, plan.roles[i].at("pay_said")))


def _levels(pay: Pay, id: str) -> Iterator[Fact]:
    """Medians by experience, each with what it counts; levels of few reports stay out."""
    levels = [(name, pay.model_copy(update={"overall": at})) for name, at in pay.levels.items()]
    levels = [(name, level) for name, level in levels if not few(level)]
    if len(levels) > 1:
        value = f"{in_brief(levels[0][1])} to {in_brief(levels[-1][1])}"
        counts = pay.kind == "reports" or any(level.overall.n for _, level in levels)
        said = [
            f"{name} {in_brief(level)}{f' ({in_short(level)})' if counts else ''}" for name, level in levels
        ]
        label = "Pay scale by experience" if pay.kind == "scale" else "Median by experience"
        note = plain(capital(joined(said)), pay.at("levels"))
        yield Fact(f"{id}-levels", "facts", label, value, note)


def _outlook(role: Role, id: str) -> Iterator[Fact]:
    """Headline or trend with what stands behind it; without either, how the summary begins."""
    outlook = role.outlook
    if not outlook:
        return
    value, reason = outlook_words(role)
    if outlook.headline or outlook.trend:
        told = outlook.summary and not long_summary(outlook)
        text = inline(outlook.summary or "", outlook.at("summary")) if told else plain(reason)
    else:
        words = flat(outlook.summary or "")
        value, text = "", plain(words if len(words) <= SHORT_SUMMARY else first_sentence(words))
    yield Fact(f"{id}-outlook", "facts", "Outlook", value, text, place=outlook.at())


def long_summary(outlook: Outlook) -> bool:
    """Whether what is said of the outlook is too long for the outer column."""
    return len(flat(outlook.summary or "")) > SHORT_SUMMARY


def _skills(plan: Plan, i: int, id: str) -> Iterator[Fact]:
    """How many, and how many of them are shared; nothing is said of sharing where no other role lists any."""
    count = len(plan.comparison.of(i))
    if not count:
        return
    own = len(plan.comparison.only(i))
    shared = count - own
    other = "both" if len(plan.roles) == 2 else "shared"
    note = (
        f"Dark: {'in this list' if plan.in_part else 'this job'} only. Light: {other}."
        if shared and own
        else ""
    )
    if plan.roles[i].left_out.get("skills"):
        note = f"{capital(among(plan.roles[i], count))}. {note}".rstrip()
    none = "none in another list" if plan.in_part else "none shared"
    value = f"{count}, of which {shared} shared" if shared else f"{count}, {none}"
    if plan.comparison.listing == (i,):
        value = str(count)
    place = plan.roles[i].at("skills")
    yield Fact(f"{id}-skills", "facts", "Skills listed", value, plain(note), dots=(own, shared), place=place)


def _interests(plan: Plan, role: Role, id: str) -> Iterator[Fact]:
    """'Social, investigative', and what the words mean."""
    words = interests(role)
    if words:
        value = ", ".join(words)
        meaning = "; ".join(meant for word in words if (meant := about(plan.words.aptitude, word)))
        yield Fact(
            f"{id}-interests",
            "facts",
            "Interests it suits",
            value,
            plain(capital(meaning)),
            place=role.at("interests"),
        )
