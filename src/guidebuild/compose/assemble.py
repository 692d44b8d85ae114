"""Guide + theme -> document: which sections, in which order.

Comes in: a validated guide and a theme (only its words are used). Goes out: a `Document`.
What an author left out is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebuild.brand.theme import Theme
from guidebuild.compose.document import Document, RoleName, Section, SectionKind
from guidebuild.compose.inline import flat
from guidebuild.compose.plan import Plan, Slot, plan
from guidebuild.compose.sections import (
    appendix,
    compare_tables,
    contents,
    cover,
    fit,
    glance,
    jobs,
    pay,
    profile,
    skills,
    sources,
)
from guidebuild.model.schema import Guide
from guidebuild.words.english import written_in
from guidebuild.words.numbers import unit_words

COMPOSERS: dict[SectionKind, Callable[[Plan, Slot], Section]] = {
    "cover": cover.section,
    "glance": glance.section,
    "profile": profile.section,
    "compare": compare_tables.section,
    "skills": skills.section,
    "pay": pay.section,
    "jobs": jobs.section,
    "fit": fit.section,
    "tips": appendix.tips,
    "questions": appendix.questions,
    "glossary": appendix.glossary,
    "sources": sources.section,
    "back": sources.back,
}


def compose(guide: Guide, theme: Theme) -> Document:
    """The whole guide as a semantic tree, in the English of its locale."""
    with written_in(guide.spec.locale):
        return _compose(guide, theme)


def _compose(guide: Guide, theme: Theme) -> Document:
    """The contents are made last: they count the words of the others."""
    if theme.layout.sheet:
        from guidebuild.compose.layouts import one_sheet

        return one_sheet(guide, theme)
    made = plan(guide, theme)
    sections = {slot.id: COMPOSERS[slot.kind](made, slot) for slot in made.slots if slot.kind != "contents"}
    if slot := made.slot("contents"):
        others = tuple(sections[s.id] for s in made.slots if s.id in sections)
        sections[slot.id] = contents.section(made, slot, others)
    title = cover.guide_title(made)
    titles = tuple(flat(role.title) for role in guide.roles)
    document = Document(
        title=title,
        subtitle=cover.subtitle(made),
        language=guide.spec.locale.replace("_", "-"),
        languages={role.span.file: role.language for role in guide.roles if role.language},
        date=guide.date.isoformat(),
        author=flat(theme.contact.name or theme.name),
        keywords=(made.words.page.keyword(), *titles),
        roles=tuple(RoleName(role.id, flat(role.title), made.short(i)) for i, role in enumerate(guide.roles)),
        sections=tuple(sections[s.id] for s in made.slots),
        foot=_foot(made),
        header=title,
        words=_words(made),
        layout=theme.edition.layout,
    )
    if theme.layout.folded:
        from guidebuild.compose.layouts.booklet import as_booklet

        return as_booklet(document, made)
    return document


def _foot(plan: Plan) -> str:
    """'University of Example · Careers Service · Autumn Career Fair, Booth 14': the brand's words and the event.

    The running head is the guide's title in every brand, so both the brand's head and foot words stand here.
    """
    event = plan.guide.spec.event
    fair = ", ".join(words for words in (flat(event.name), plan.place) if words) if event else ""
    return " · ".join(words for words in (flat(plan.theme.header), flat(plan.theme.footer), fair) if words)


def _words(plan: Plan) -> dict[str, str]:
    """Small words of the pages themselves."""
    own, words = plan.guide.spec.sections.get("profiles"), plan.words.page
    unit = unit_words(plan.pays[0].currency, plan.pays[0].period) if plan.pays else ""
    return {
        "of": words.of(),
        "continued": words.continued(),
        "aspect": words.compared(),
        "minutes": words.minutes(),
        "tick": words.tick_box(),
        "profile": flat(own.title) if own and own.title else words.profile(),
        "note": words.on_screen(),
        "all": words.all_of(len(plan.roles)),
        "glance-role": words.role_and_focus(),
        "glance-pay": words.pay_in(unit) if unit else glance.middle(plan)[0],
        "glance-degree": glance.final(plan)[0],
        "reading": words.further_reading(),
        "lean": words.your_answer(),
    }
