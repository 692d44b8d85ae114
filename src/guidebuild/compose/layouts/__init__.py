"""Documents of one sheet: the handout and the poster, made of the same plan and comparison as the guide.

Comes in: a guide and a theme whose edition names the layout. Goes out: a `Document` of one section per page, with
short forms of the facts. Refuses: to say anything that the guide does not say.

handout  front and back of the sheet;  poster  its one page;  facts  short forms of what is listed for a role
worth    what is worth most on a sheet, and what goes when there is no room
unsaid   what a sheet leaves out by its own rule
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.brand.theme import Theme
from guidebuild.compose.casing import casing
from guidebuild.compose.comparison import compare
from guidebuild.compose.document import Document, RoleName
from guidebuild.compose.inline import flat
from guidebuild.compose.layouts import handout, poster
from guidebuild.compose.layouts.unsaid import unsaid
from guidebuild.compose.plan import Plan
from guidebuild.compose.sections import cover
from guidebuild.model.schema import Guide

SHEETS = {"handout": handout.sections, "poster": poster.sections}


def one_sheet(guide: Guide, theme: Theme) -> Document:
    """The document of the theme's layout. It has no sections to point to, so the plan has no slots.

    Other jobs for scale are for the full guide.
    """
    guide = guide.model_copy(update={"scale": ()})
    plan = Plan(guide, theme, compare(guide), (), casing=casing(guide))
    titles, words = tuple(flat(role.title) for role in guide.roles), plan.words.page
    return Document(
        title=cover.guide_title(plan),
        subtitle=cover.subtitle(plan),
        language=guide.spec.locale.replace("_", "-"),
        languages={role.span.file: role.language for role in guide.roles if role.language},
        date=guide.date.isoformat(),
        author=flat(theme.contact.name or theme.name),
        keywords=(words.keyword(), *titles),
        roles=tuple(RoleName(role.id, flat(role.title), plan.short(i)) for i, role in enumerate(guide.roles)),
        sections=tuple(replace(one, unsaid=unsaid(plan, one)) for one in SHEETS[theme.edition.layout](plan)),
        words={
            "of": words.of(),
            "continued": words.continued(),
            "profile": "",
            "tick": words.tick_box(),
            "all": words.all_of(len(guide.roles)),
            "role": words.role_and_focus(),
            "more": words.more(),
        },
        layout=theme.edition.layout,
    )
