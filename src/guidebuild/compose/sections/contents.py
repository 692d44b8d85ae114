"""Contents: where things are, how long they take to read, and what the colours and marks mean.

Comes in: the plan and all other sections, already composed. Goes out: the section.
Refuses: an entry without a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from guidebuild.compose.document import (
    Block,
    Card,
    Heading,
    Inline,
    Mark,
    Marks,
    PageRef,
    Paragraph,
    QuestionItem,
    Run,
    Section,
    SectionKind,
    SelfCheckTable,
    Step,
    Steps,
    TipItem,
    Toc,
    TocEntry,
    TocPart,
)
from guidebuild.compose.dump import word_count
from guidebuild.compose.inline import inline
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.sections.glance import final, middle
from guidebuild.model.parts import PayKind
from guidebuild.words.english import spelt
from guidebuild.words.numbers import and_more, capital, counted, joined, opened_count, uncapital

WORDS_PER_MINUTE = 200
ROWS_PER_MINUTE = 4
ONE_LINE = 52

PARTS: tuple[tuple[str, tuple[SectionKind, ...]], ...] = (
    ("", ("glance", "profile")),
    ("Side by side", ("compare", "skills", "pay")),
    ("Your next step", ("jobs", "fit", "tips", "questions")),
    ("Reference", ("glossary", "sources")),
)
COMPARING: tuple[SectionKind, ...] = ("profile", "compare", "skills", "pay")


def section(plan: Plan, slot: Slot, others: Sequence[Section]) -> Section:
    return plan.section(slot, "Contents", "Start here", _blocks(plan, others), "contents")


def _blocks(plan: Plan, others: Sequence[Section]) -> Iterator[Block]:
    steps = tuple(_steps(plan, others))
    if steps:
        words = f"About {counted(sum(step.minutes for step in steps), 'minute')} in all."
        yield Steps("contents-steps", "steps", "How to use this guide", steps, words)
    yield _marks(plan)
    own = plan.guide.spec.sections.get("contents")
    usual = "On screen, page numbers and web addresses are links."
    if plan.theme.layout.folded:  # it is held in the hand, and its sheets have no links
        usual = ""
    if text := inline(own.lead, own.at("lead")) if own and own.lead else inline(usual):
        yield Paragraph("contents-note", "note", text)
    yield _toc(plan, others)


# Reading time


def _minutes(sections: Sequence[Section]) -> int:
    """Whole minutes to read some sections, at least one; a row to fill in takes a quarter of a minute."""
    words = sum(word_count(section) for section in sections)
    rows = sum(len(b.rows) for section in sections for b in section.blocks if isinstance(b, SelfCheckTable))
    return max(1, math.ceil(words / WORDS_PER_MINUTE + rows / ROWS_PER_MINUTE))


def _steps(plan: Plan, others: Sequence[Section]) -> Iterator[Step]:
    jobs = plan.jobs_words()
    kinds: tuple[tuple[str, tuple[SectionKind, ...], str], ...] = (
        ("Glance", ("glance",), f"sets the {jobs} side by side."),
        ("Compare", COMPARING, "take one subject at a time."),
        ("Choose", ("fit",), "shows you which way you lean."),
    )
    for title, wanted, words in kinds:
        found = [section for section in others if section.kind in wanted]
        if found:
            yield Step(_minutes(found), title, (*_pages(found), Run(f" {words}")))
    found = [section for section in others if section.kind == "questions"]
    if found:
        where = plan.place or "the people you meet"
        minutes = sum(isinstance(block, QuestionItem) for block in found[0].blocks)  # one for each answer
        yield Step(
            minutes, "Ask", (Run("Take page\u00a0"), PageRef(found[0].id), Run(f" and a pen to {where}."))
        )


def _pages(found: Sequence[Section]) -> tuple[Inline, ...]:
    if len(found) == 1:
        return (Run("Page\u00a0"), PageRef(found[0].id))
    return (Run("Pages\u00a0"), PageRef(found[0].id, "pages", to_target=found[-1].id))


# Colours and marks


def _marks(plan: Plan) -> Marks:
    name = plan.short if len(plan.roles) <= 3 else plan.brief
    marks = [Mark(i, name(i), _look(plan, i)) for i in plan.everyone]
    if len(plan.roles) == 2:
        marks.append(Mark(None, "Shared by both", "neutral, the overlap"))
    elif len(plan.roles) == 3:
        marks.append(Mark(None, "Shared by all three", "neutral, the overlap"))
    note = spelt("The marks repeat every colour, so a photocopy reads as well as the original.")
    if plan.theme.inks == "gray":
        note = "The marks repeat every pattern, and so do the outlines: a copy reads as well as the original."
        return Marks("contents-marks", "marks", "Patterns and marks", tuple(marks), note)
    return Marks("contents-marks", "marks", spelt("Colours and marks"), tuple(marks), note)


def _look(plan: Plan, i: int) -> str:
    """'blue, solid, left circle'."""
    colours = plan.theme.palette.roles[i]
    words = (
        uncapital(spelt(colours.name)),
        _line(colours.dash, colours.round_cap),
        _position(i, len(plan.roles)),
    )
    return ", ".join(word for word in words if word)


def _line(dash: tuple[float, ...], round_cap: bool) -> str:
    if not dash:
        return "solid"
    if round_cap:
        return "dotted"
    if len(dash) > 2:
        return "dash and dot"
    return "long dashes" if dash[0] >= 6 else "dashed" if dash[0] > 2 else "short dashes"


def _position(i: int, count: int) -> str:
    if count == 2:
        return ("left circle", "right circle")[i]
    if count == 3:
        return ("top left circle", "top right circle", "bottom circle")[i]
    return ("first", "second", "third", "fourth", "fifth", "sixth")[i] + " dot"


# The list


def _toc(plan: Plan, others: Sequence[Section]) -> Toc:
    parts = []
    for label, kinds in PARTS:
        entries = tuple(_entry(plan, section, others) for section in others if section.kind in kinds)
        if entries:
            parts.append(TocPart(label or f"The {plan.jobs_words()}", entries))
    return Toc("contents-toc", "toc", tuple(parts))


def _entry(plan: Plan, section: Section, others: Sequence[Section]) -> TocEntry:
    title, blurb = _words(plan, section, others)
    shared = section.kind in ("compare", "skills")
    members = plan.everyone if shared else (() if section.role is None else (section.role,))
    return TocEntry(section.id, section.tab, title, blurb, section.role, members)


def _words(plan: Plan, section: Section, others: Sequence[Section]) -> tuple[str, str]:
    """What an entry is called, and what a reader finds there."""
    match section.kind:
        case "glance":
            return section.name, _glance_blurb(plan, section)
        case "profile":
            blurbs = [_profile_blurb(other) for other in others if other.kind == "profile"]
            own = _profile_blurb(section)
            again = section.role != 0 and own == blurbs[0]
            return section.title, "The same questions, in the same order" if again else own
        case "compare":
            labels = list(
                dict.fromkeys(uncapital(rows.label) for _, blocks in plan.tables for rows in blocks)
            )
            return section.name, capital(", ".join(labels))
        case "skills":
            count = opened_count(len(plan.comparison.skills), "skill")
            way = {2: "in two circles, and as a table", 3: "in three circles, and as a table"}
            return section.name, f"{count} {way.get(len(plan.charted), 'in a chart, and as a table')}"
        case "pay":
            return section.name, f"{_paid(plan)}, and how far to trust it"
        case "jobs":
            posted = any(job.salary for job in plan.guide.jobs)
            return section.title, f"Where to look next{', with pay as posted' if posted else ''}"
        case "fit":
            rows = sum(len(block.rows) for block in section.blocks if isinstance(block, SelfCheckTable))
            return section.title, f"{opened_count(rows, 'line')} about you"
        case "tips":
            each = all(block.step for block in section.blocks if isinstance(block, TipItem))
            return section.title, f"Practical tips{', each with a first step' if each else ''} to tick off"
        case "questions":
            title = f"Questions for {plan.place}" if plan.place else "Questions to ask"
            return title, "Ready to ask, with room for the answers"
        case "glossary":
            return section.name, section.title
        case _:
            return section.name, section.title


def _paid(plan: Plan) -> str:
    """Who says what is paid."""
    said: dict[PayKind, str] = {
        "reports": "what people reported",
        "statistics": "what official statistics say",
        "scale": "what a pay scale grants",
    }
    kinds = {pay.kind for pay in plan.pays}
    return capital(joined([words for kind, words in said.items() if kind in kinds]))


def _glance_blurb(plan: Plan, section: Section) -> str:
    """The facts that the cards or the columns hold, in their order, as many as one line holds."""
    facts = [fact for block in section.blocks if isinstance(block, Card) for fact in block.facts]
    short = {"pay": "Pay", "tools": "Tools", "industries": "Industries"}
    words = list(dict.fromkeys(short.get(fact.key, fact.label) for fact in facts))
    if not words:
        drawn = any(plan.role_range(i) for i in plan.everyone)
        between, last = middle(plan)[0], final(plan)[0].replace("Usual degree", "Degree")
        columns = ["Focus", uncapital("Pay" if drawn else between), uncapital(last)]
        return f"{and_more([*filter(None, columns)], 6)}, one row each"
    words = [*words[:1], *map(uncapital, words[1:])]
    while len(words) > 2 and len(f"{and_more(words, 6)} on one page") > ONE_LINE:
        del words[-2]  # the last one, the outlook, closes the list well
    return f"{and_more(words, 6)} on one page"


def _profile_blurb(section: Section) -> str:
    """What the headings of a profile lead to."""
    subjects = {"do": "the work", "know": "skills", "use": "tools", "work": "industries"}
    keys = [block.key for block in section.blocks if isinstance(block, Heading)]
    return joined(["What the job is", *(subjects[key] for key in keys if key in subjects)])
