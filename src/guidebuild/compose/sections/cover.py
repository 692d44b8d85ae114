"""Cover and back cover share their event block, code and names.

Comes in: the plan. Goes out: the cover section. Refuses: an address that the author has not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebuild.compose.document import Block, Code, Fields, Lockup, Members, Paragraph, Rings, Section, plain
from guidebuild.compose.inline import flat, inline
from guidebuild.compose.ornament import rings
from guidebuild.compose.plan import Plan, Slot
from guidebuild.compose.tracking import tracked
from guidebuild.diagnostics import Span
from guidebuild.model.schema import GuideSpec
from guidebuild.words.cover import Told
from guidebuild.words.numbers import short_address

USUAL_KICKER = GuideSpec.model_fields["kicker"].default


def section(plan: Plan, slot: Slot) -> Section:
    return plan.section(slot, plan.words.cover.name(), guide_title(plan), _blocks(plan), "cover")


def guide_title(plan: Plan) -> str:
    """The guide's own title, or one made of its roles."""
    spec = plan.guide.spec
    own = spec.sections.get("cover")
    if title := (own.title if own and own.title else spec.title):
        return flat(title)
    titles = [flat(role.title) for role in plan.roles]
    words = plan.words.cover
    return words.two(*titles) if len(titles) == 2 else words.several(len(titles))


def title_place(plan: Plan) -> Span | None:
    """Where the guide's title is written: as such, or as the titles of its roles."""
    spec = plan.guide.spec
    own = spec.sections.get("cover")
    if own and own.title:
        return own.at("title")
    return spec.at("title") if spec.title else plan.roles[0].at("title")


def subtitle_place(plan: Plan) -> Span | None:
    """Where the line under the title is written, if an author has written it."""
    spec = plan.guide.spec
    own = spec.sections.get("cover")
    if own and own.lead:
        return own.at("lead")
    return spec.at("subtitle") if spec.subtitle else None


def lead(plan: Plan, id: str, words: str) -> Paragraph:
    """The line under the title, or what is left of it, as a paragraph."""
    return Paragraph(id, "lead", inline(words, subtitle_place(plan)), "lead")


def subtitle(plan: Plan) -> str:
    """The line under the title: what a reader gets."""
    spec = plan.guide.spec
    own = spec.sections.get("cover")
    if given := (own.lead if own and own.lead else spec.subtitle):
        return flat(given)
    words = plan.words.cover
    if len(plan.roles) == 2:
        return words.told_of_two(_told(plan))
    return words.told_of_several(_told(plan), [plan.short(i) for i in plan.everyone])


def _told(plan: Plan) -> Told:
    """What the pages tell besides what each job is."""
    fits = plan.slot("fit") is not None
    if plan.slot("skills") is None and plan.slot("compare") is None:
        return "fit" if fits else "jobs"
    if _overlap(plan):
        return "overlap-fit" if fits else "overlap"
    return "differ-fit" if fits else "differ"


def _overlap(plan: Plan) -> bool:
    """Whether any two of the jobs have a skill or a line of the comparison in common."""
    lines = (line for _, blocks in plan.tables for block in blocks for line in block.lines)
    skills = any(len(skill.members) > 1 for skill in plan.comparison.skills)
    return skills or any(len(part.members) > 1 for line in lines for part in line.parts)


def event_fields(plan: Plan, id: str, *, coded: bool = False) -> Iterator[Fields]:
    """The event in lines of its own; its address too, unless a code beside it leads there."""
    event, words = plan.guide.spec.event, plan.words.cover
    if event:
        rows = (
            (words.date_label(), plan.date, "date"),
            (words.time_label(), plan.time, "time"),
            (words.place_label(), flat(event.place or ""), "place"),
            (words.booth_label(), plan.place, "booth"),
            (words.more_label(), short_address(event.url) if event.url and not coded else "", "url"),
        )
        told = tuple((label, plain(said, event.at(key))) for label, said, key in rows if said)
        yield Fields(id, "event", flat(event.name), told, place=event.at("name"))


def code(plan: Plan, id: str) -> Iterator[Code]:
    """The code leads to the guide itself, or to the event."""
    spec = plan.guide.spec
    if spec.url:
        yield _code(plan, id, spec.url, plan.words.cover.read_on_phone(), spec.at("url"))
    else:
        yield from event_code(plan, id)


def event_code(plan: Plan, id: str) -> Iterator[Code]:
    """The code that leads to the event, where it has an address."""
    event = plan.guide.spec.event
    if event and event.url:
        yield _code(plan, id, event.url, plan.words.cover.more_about_event(), event.at("url"))


def _code(plan: Plan, id: str, url: str, invitation: str, place: Span | None) -> Code:
    says = tracked(url, plan.guide.spec)
    return Code(id, "qr", url, invitation, short_address(url), says if says != url else "", place=place)


def _blocks(plan: Plan) -> Iterator[Block]:
    yield lockup(plan)
    yield lead(plan, "cover-lead", subtitle(plan))
    yield from event_fields(plan, "cover-event", coded=plan.guide.spec.url is None)
    yield from code(plan, "cover-qr")
    yield from ornament(plan)


def lockup(plan: Plan) -> Lockup:
    """Two roles stand with the word between them, also when the author's title reads "A vs. B" or "A and B"."""
    title = guide_title(plan)
    titles = tuple(flat(role.title) for role in plan.roles)
    year = plan.when.year
    kicker, place = flat(plan.guide.spec.kicker), title_place(plan)
    edition, own = plan.words.cover.edition(str(year)), plan.guide.spec.kicker != USUAL_KICKER
    if len(titles) == 2:
        between = re.fullmatch(re.escape(titles[0]) + r" (\S{1,6}) " + re.escape(titles[1]), title)
        if between:
            return Lockup(
                "cover-title", "title", kicker, edition, titles, between[1], title, own, place=place
            )
    return Lockup("cover-title", "title", kicker, edition, (), "", title, own, place=place)


def ornament(plan: Plan) -> Iterator[Rings]:
    """Rings of the two roles that have most in common."""
    pair: Members = plan.comparison.closest
    counts = tuple(len(plan.comparison.of(i)) for i in pair)
    if all(counts):
        yield rings("cover-rings", "ornament", counts, len(plan.comparison.between(*pair)), pair)
