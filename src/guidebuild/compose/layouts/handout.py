"""The handout: one sheet. In front the comparison and the skills, at the back pay, first steps and questions.

Comes in: the plan. Goes out: two sections. Refuses: what the guide does not hold; a block without content is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from guidebuild.compose import findings
from guidebuild.compose.basis import bar_words, few, in_short
from guidebuild.compose.comparison import SharedSkill, core_first, leading
from guidebuild.compose.document import (
    Aside,
    Block,
    Card,
    Code,
    GlanceRow,
    Heading,
    Lockup,
    Members,
    NameList,
    NameLists,
    Paragraph,
    QuestionItem,
    Run,
    Section,
    Text,
    TipItem,
    plain,
)
from guidebuild.compose.inline import flat
from guidebuild.compose.layouts.facts import brief, card_facts, fitting, shared_words
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections import cover, pay
from guidebuild.compose.sections.appendix import Asked, asked, members_of
from guidebuild.compose.sections.compare_tables import source_line
from guidebuild.compose.sections.sources import contact_lines
from guidebuild.words.numbers import capital, joined, opened, short_address, spelled, uncapital

TIPS = 5
QUESTIONS, WITHOUT_PAY = 3, 5
USUAL = 6  # facts on a card
FACTS = ("focus", "pay", "education", "tools", "industries", "outlook")
FURTHER = ("preparation", "skills", "interests")
IN_ROWS = ("focus", "pay", "education", "tools")
MANY, KEPT = 12, 8  # skills of a list that will be cut, and how many may stay of it
LINES = 3  # of whom a job suits


def sections(plan: Plan) -> tuple[Section, ...]:
    """Both sides of the sheet."""
    title = cover.guide_title(plan)
    front = Section("front", "front", "Side by side", title, "", tuple(_front(plan)))
    back = Section("back", "back", _back_name(plan), "Overleaf", "", tuple(_back(plan)))
    return (front, back)


# The front


def _front(plan: Plan) -> Iterator[Block]:
    yield lockup(plan)
    if not _is_pair(plan) or not plan.guide.spec.event:
        yield cover.lead(plan, "front-lead", cover.subtitle(plan))
    yield from cover.ornament(plan)
    yield from cards(plan, IN_ROWS if len(plan.roles) > 3 else FACTS, FURTHER)
    yield from _skills(plan)
    yield from event(plan, "front")
    yield Paragraph("front-back", "back", plain(f"Overleaf: {uncapital(_back_name(plan))}"), "caption")
    yield from code(plan, "front-qr")


def lockup(plan: Plan) -> Lockup:
    """The guide's title, two roles with the word between them; the usual kicker says that this is a sheet."""
    made = cover.lockup(plan)
    return replace(made, edition="", kicker=made.kicker if made.as_written else f"{made.kicker} on one sheet")


def _is_pair(plan: Plan) -> bool:
    return bool(cover.lockup(plan).roles)


def cards(plan: Plan, usual: tuple[str, ...], further: tuple[str, ...]) -> Iterator[Card]:
    """A card per role with the facts that any of them has; further facts where usual ones are missing."""
    facts = [card_facts(plan, i) for i in plan.everyone]
    filled = {fact.key for listed in facts for fact in listed if fact.value}
    shown = [key for key in usual if key in filled]
    shown += [key for key in further if key in filled][: max(0, len(usual) - len(shown))]
    for i, role in enumerate(plan.roles):
        kept = tuple(fact for fact in facts[i] if fact.key in shown)
        yield Card(f"card-{role.id}", "cards", plan.short(i), i, kept, (), place=role.at("title"))


def _skills(plan: Plan) -> Iterator[NameLists]:
    """What two jobs share stands between them; of more it comes first, then what some share, then each one's own."""
    if len(plan.comparison.listing) < 2:
        return
    own = [_listed(plan, (i,), plan.comparison.only(i)) for i in plan.charted]
    common = [_listed(plan, plan.comparison.listing, plan.comparison.common())]
    lists = [own[0], *common, own[1]] if len(plan.roles) == 2 else [*common, *_some(plan), *own]
    kept = tuple(one for one in lists if one.names)
    if kept:
        yield NameLists(
            "front-skills",
            "skills",
            findings.skills(plan.comparison, plan.words.titles, in_part=plan.in_part),
            kept,
        )


def _listed(plan: Plan, members: Members, skills: tuple[SharedSkill, ...]) -> NameList:
    if len(members) == 1:
        here = "Only in this list" if plan.in_part else "Only here"
        label = here if len(plan.roles) == 2 else plan.brief(members[0])
    else:
        label = (
            "Shared: learn these first"
            if len(plan.roles) == 2
            else f"{_all(plan, members)}: learn these first"
        )
    return NameList(label, members, _names(plan, skills))


def _all(plan: Plan, members: Members) -> str:
    return (
        f"All {spelled(len(members))}"
        if members == plan.everyone
        else f"The {spelled(len(members))} that list any"
    )


def _names(plan: Plan, skills: tuple[SharedSkill, ...]) -> tuple[str, ...]:
    if len(skills) > MANY:
        skills = (*(first := leading(skills, KEPT)[0]), *(skill for skill in skills if skill not in first))
    return tuple(plan.casing.listed([brief(skill.brief, 60) for skill in skills]))


def _some(plan: Plan) -> Iterator[NameList]:
    """What more than one but not all of three or more jobs share, the most widely shared first."""
    listing = plan.comparison.listing
    some = [s for s in plan.comparison.skills if 1 < len(s.members) < len(listing)]
    ranked = sorted(core_first(some), key=lambda skill: -len(skill.members))
    if ranked:
        label = "Two of the three" if len(listing) == 3 else "Shared by some"
        yield NameList(label, (), _names(plan, tuple(ranked)))


def code(plan: Plan, id: str) -> Iterator[Code]:
    """The guide's code, or the event's, with its address and no more words."""
    yield from (replace(one, invitation="") for one in cover.code(plan, id))


def event(plan: Plan, side: str) -> Iterator[Block]:
    """The event by name, when and where it is, and the place in the hall for itself."""
    event = plan.guide.spec.event
    if not event:
        return
    yield Paragraph(f"{side}-event", "event", plain(brief(flat(event.name), 90), event.at("name")))
    when = (plan.date, brief(plan.time, 60), brief(flat(event.place or ""), 90))
    if words := ", ".join(part for part in when if part):
        yield Paragraph(f"{side}-when", "when", plain(words, event.at("place")))
    if plan.place:
        yield Paragraph(f"{side}-booth", "booth", plain(brief(plan.place, 40), event.at("booth")))


# The back


def _back_name(plan: Plan) -> str:
    """'Pay, first steps, what to ask': what is on the back."""
    parts = [
        "pay" if plan.comparison.pay.roles else "",
        _steps_words(plan) if plan.guide.tips else "",
        "what to ask",
        "which one fits you" if any(fitting(plan, i) for i in plan.everyone) else "",
    ]
    return capital(", ".join([part for part in parts if part][:3]))


def _steps_words(plan: Plan) -> str:
    """'first steps', where all the tips that are printed have one."""
    return "first steps" if all(tip.step for tip in plan.guide.tips[:TIPS]) else "tips"


def _back(plan: Plan) -> Iterator[Block]:
    yield from _pay(plan)
    yield from _tips(plan)
    yield from _questions(plan)
    yield from _fit(plan)
    yield from _foot(plan)


def _pay(plan: Plan) -> Iterator[Block]:
    """The chart for two or three jobs; for more a row each with a small bar."""
    verdict = plan.comparison.pay
    if not verdict.roles:
        return
    finding = findings.pay(plan.guide, verdict, plan.words.titles)
    told = finding if verdict.top is not None else uncapital(finding)  # a ranking begins with a title
    yield Heading("back-pay-title", "pay", f"Pay: {told}")
    if len(verdict.roles) <= 3:
        yield replace(pay.figure(plan), id="back-pay", slot="pay", caption=(), table="")
    else:
        yield from (_pay_row(plan, i) for i in verdict.roles)
    yield Paragraph("back-pay-source", "pay", _pay_words(plan), "caption")


def _pay_row(plan: Plan, i: int) -> GlanceRow:
    """Name, bar and how many reports it rests on."""
    paid = plan.roles[i].pay
    assert paid
    return GlanceRow(
        f"back-pay-{plan.roles[i].id}",
        "pay",
        plan.short(i),
        i,
        "",
        (),
        plan.role_range(i),
        in_short(paid),
        "",
    )


def _pay_words(plan: Plan) -> Text:
    """How to read the bars, in one line or two, and where the figures come from."""
    drawn = len(plan.comparison.pay.roles) <= 3
    words = bar_words(plan.pays)
    top = plan.role_range(plan.comparison.pay.roles[0])
    words += f" Scale: 0 to {top.top_label}." if top and not drawn else ""
    words += " Ring: one report." if drawn and any(few(paid) and paid.reports for paid in plan.pays) else ""
    if off := plan.running_on():
        words += f" {off}"
    source = source_line(plan, "pay", full=False)
    return (*plain(words + (" " if source else "")), *source)


def _tips(plan: Plan) -> Iterator[Block]:
    """The first five tips, each with its first step, or else the reason for it."""
    tips = plan.guide.tips[:TIPS]
    if not tips:
        return
    title = f"{opened(len(tips))} {_steps_words(plan) if len(tips) > 1 else _steps_words(plan)[:-1]}"
    yield Heading("back-tips-title", "tips", title)
    for number, tip in enumerate(tips, 1):
        step = flat(tip.step) if tip.step else flat(tip.why or "")
        name = brief(flat(tip.title), 80)
        yield TipItem(
            f"tip-{tip.id}",
            "tips",
            number,
            name,
            (),
            "",
            brief(step, 150),
            members_of(plan, tip.roles),
            place=tip.at("title"),
        )


def _questions(plan: Plan) -> Iterator[Block]:
    """For all first, then in turn for each; a sheet without any has room for the reader's own."""
    most = QUESTIONS if plan.comparison.pay.roles else WITHOUT_PAY
    chosen = _in_turn(asked(plan))[:most] or [Asked(plan.words.appendix.own_question(), ())] * 3
    at = f"Ask at {brief(plan.place, 30)}" if plan.place else "Questions to ask"
    yield Heading("back-questions-title", "questions", at)
    for number, one in enumerate(chosen, 1):
        words = brief(one.words, 130)
        yield QuestionItem(f"question-{number}", "questions", number, words, one.members, 2, place=one.place)


def _in_turn(questions: list[Asked]) -> list[Asked]:
    """One for all jobs, then one for each, then the second ones."""
    groups: dict[Members, list[Asked]] = {}
    for question in questions:
        groups.setdefault(question.members, []).append(question)
    return [one for turn in zip_longest(*groups.values()) for one in turn if one]


def _fit(plan: Plan) -> Iterator[NameLists]:
    """Whom each job suits, in its own words."""
    few_roles = len(plan.roles) <= 3
    lists = tuple(
        NameList(
            plan.short(i),
            (i,),
            tuple(brief(words, 90) for words in said[: LINES if few_roles else LINES - 1]),
        )
        for i in plan.everyone
        if (said := fitting(plan, i))
    )
    if len(lists) < 2:
        return
    common = len(plan.comparison.common())
    torn = f"Torn between them? Start with {shared_words(common)}." if common else ""
    yield NameLists("back-fit", "fit", "Which one fits you?", lists, torn)


def _short_sources(plan: Plan) -> Iterator[str]:
    """Each source once: its title and licence."""
    for source in plan.guide.sources.values():
        licence = f" ({flat(source.licence)})" if source.licence else ""
        yield f"{brief(flat(source.title), 90)}{licence}"


def _foot(plan: Plan) -> Iterator[Aside]:
    spec = plan.guide.spec
    if spec.url:
        held = ["the profiles", *(["all tips"] if len(plan.guide.tips) > TIPS else [])]
        held += ["words explained"] if plan.guide.terms else []
        words = plain(f"{capital(joined(held))}:")
        link: Text = (Run(short_address(spec.url), link=spec.url),)
        yield Aside("back-guide", "guide", "The full guide", paragraphs=(words, link))
    if sources := "; ".join(_short_sources(plan)):
        yield Aside("back-sources", "sources", "Sources", paragraphs=(plain(sources + "."),))
    if lines := contact_lines(plan):
        yield Aside("back-contact", "contact", "Contact", paragraphs=tuple(lines))
    credits = dict.fromkeys(source.credit for source in plan.guide.sources.values() if source.credit)
    for number, credit in enumerate(credits, 1):
        yield Aside(f"back-credit-{number}", "credit", "", paragraphs=(plain(credit),))
