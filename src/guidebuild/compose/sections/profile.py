"""A role's profile: what the job is, what you would do, know and use, and who it suits.

Comes in: the plan and a role. Goes out: the section. Refuses: a heading without a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guidebuild.compose.casing import raised
from guidebuild.compose.choice import entries, tally, which
from guidebuild.compose.document import (
    Block,
    Duties,
    Heading,
    Pairs,
    Paragraph,
    Run,
    Section,
    Text,
    Worksheet,
    plain,
)
from guidebuild.compose.inline import flat, inline, paragraphs
from guidebuild.compose.ornament import rings
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.profile_asides import RELATED, asides, questions
from guidebuild.compose.sections.profile_facts import NAMES, facts, long_summary
from guidebuild.compose.sections.profile_knowledge import knowledge, tools_shown
from guidebuild.model.parts import Education, Industry, Preparation
from guidebuild.model.schema import Role
from guidebuild.words.numbers import and_more, cut, joined, number_of

_EXAMPLE = re.compile(r"\s*For example,[^.]*\.")
DUTIES = 8


def section(plan: Plan, slot: Slot) -> Section:
    assert slot.role is not None, "a profile belongs to a role"
    role = plan.roles[slot.role]
    blocks = _blocks(plan, slot.role, slot.id)
    made = plan.section(slot, flat(role.title), flat(role.title), blocks, "profiles")
    return replace(made, unsaid=tuple(_unsaid(plan, slot.role)))


def _unsaid(plan: Plan, i: int) -> Iterator[str]:
    """Of which lists of the role the guide names a part."""
    role = plan.roles[i]
    lists = (
        ("tasks", entries(role, "responsibilities"), len(cut(role.responsibilities, DUTIES)[0])),
        ("tools", entries(role, "tools"), tools_shown(plan, i)),
        ("other titles", len(role.aliases), len(cut(role.aliases, NAMES)[0])),
        ("related jobs", len(role.related), len(cut(role.related, RELATED)[0])),
    )
    told = [
        f"{number_of(shown)} of {number_of(every)} {what}" for what, every, shown in lists if shown < every
    ]
    if told:
        yield f"{joined(told)} of {flat(role.title)}"


def _blocks(plan: Plan, i: int, id: str) -> Iterator[Block]:
    role = plan.roles[i]
    own = plan.guide.spec.sections.get("profiles")
    key = next((name for name in ("tagline", "focus") if getattr(role, name)), "")
    place = own.at("lead") if own and own.lead else role.at(key)
    tagline = flat((own.lead if own and own.lead else "") or (getattr(role, key) if key else ""))
    if tagline:
        yield Paragraph(f"{id}-lead", "lead", inline(tagline, place), "lead")
    if count := len(plan.comparison.of(i)):
        shared = count - len(plan.comparison.only(i))
        yield rings(f"{id}-rings", "rings", (count,), shared, (i,))
    yield from facts(plan, i, id)
    yield from _job(role, i, id)
    yield from knowledge(plan, i, id)
    yield from _workplace(plan, role, id)
    yield from _prospects(role, id)
    yield from _worksheet(role, id)
    yield from asides(plan, i, id)
    yield from questions(plan, i, id)


# The job


def _job(role: Role, i: int, id: str) -> Iterator[Block]:
    yield Heading(f"{id}-what", "main", "What the job is")
    for number, text in enumerate(paragraphs(role.definition, role.at("definition")), 1):
        yield Paragraph(f"{id}-what-{number}", "main", text)
    if role.responsibilities:
        duties = [
            (flat(d.title or ""), inline(d.detail or "", d.at("detail"))) for d in role.responsibilities
        ]
        kept, _ = cut(duties, DUTIES)
        words = " ".join(
            filter(None, (tally(role, "responsibilities", len(kept)), which(role, "responsibilities")))
        )
        yield Heading(f"{id}-do", "main", "What you would do", key="do")
        yield Duties(f"{id}-duties", "main", tuple(kept), i, words, place=role.at("responsibilities"))
    if ways := (*_way_in(role.education), *_experience(role.preparation)):
        yield Heading(f"{id}-in", "main", "How people get in")
        for number, text in enumerate(ways, 1):
            yield Paragraph(f"{id}-in-{number}", "main", text)


def _experience(preparation: Preparation | None) -> tuple[Text, ...]:
    """What a classification says of experience and training, each under its name.

    It speaks of all jobs that take as much preparation, so its example is another job's, and stays out.
    """
    if not preparation:
        return ()
    told = (
        ("Experience.", preparation.experience, preparation.at("experience")),
        ("Training.", preparation.training, preparation.at("training")),
    )
    texts = [(label, paragraphs(_EXAMPLE.sub("", prose), place)) for label, prose, place in told if prose]
    return tuple(
        (Run(f"{label} ", bold=True), *text) if not number else text
        for label, listed in texts
        for number, text in enumerate(listed)
    )


def _way_in(education: Education | None) -> tuple[Text, ...]:
    """The author's summary, or sentences made from the lists."""
    if not education:
        return ()
    if education.summary:
        return paragraphs(education.summary, education.at("summary"))
    told = (
        ("Usual degree", joined([flat(word) for word in education.degrees], "or")),
        ("Subjects", and_more([flat(word) for word in education.fields], 6, "or")),
        ("Courses that count", and_more([flat(word) for word in education.coursework], 8)),
        ("Certificates", and_more([flat(word) for word in education.certificates], 6)),
    )
    words = [f"{label}: {listed}." for label, listed in told if listed]
    return (plain(" ".join(words), education.at()),) if words else ()


# Industries, outlook, what to find out


def _workplace(plan: Plan, role: Role, id: str) -> Iterator[Block]:
    if role.industries:
        names = [flat(entry.name) for entry in role.industries]
        examples = [plain(_examples(plan, entry), entry.at()) for entry in role.industries]
        items = tuple((raised(name, names), text) for name, text in zip(names, examples, strict=True))
        yield Heading(f"{id}-work", "main", "Where you would work", key="work")
        yield Pairs(f"{id}-places", "main", items, place=role.at("industries"))


def _examples(plan: Plan, entry: Industry) -> str:
    """'Medical imaging, diagnosis'."""
    names = [flat(words) for words in entry.examples]
    return raised(", ".join(plan.casing.listed(names)), names)


def _prospects(role: Role, id: str) -> Iterator[Block]:
    """An outlook told at length; its gist stands in the outer column."""
    if role.outlook and role.outlook.summary and long_summary(role.outlook):
        yield Heading(f"{id}-ahead", "main", "What lies ahead")
        for number, text in enumerate(paragraphs(role.outlook.summary, role.outlook.at("summary")), 1):
            yield Paragraph(f"{id}-ahead-{number}", "main", text)


def _worksheet(role: Role, id: str) -> Iterator[Block]:
    """What is not known of a job becomes a list of things to ask, with room for the answers."""
    if role.responsibilities or role.skills or role.tools:
        return
    missing = (
        ("What fills a usual day?", role.responsibilities),
        ("Which skills count most?", role.skills),
        ("Which tools and programs are used?", role.tools),
        ("How do people get in?", role.education or role.preparation),
        ("What does it pay at the start, and later on?", role.pay),
        ("Will there be more of these jobs in five years, or fewer?", role.outlook),
    )
    asks = tuple(ask for ask, known in missing if not known)
    yield Heading(f"{id}-find", "main", "What to find out")
    words = "More is not listed here. Ask somebody who does the job, and write down what you hear."
    yield Paragraph(f"{id}-find-1", "main", plain(words))
    yield Worksheet(f"{id}-find-out", "main", asks)
