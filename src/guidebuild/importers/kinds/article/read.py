"""An article as a `Draft`: `read` is the way in.

Comes in: the bytes of an article, and what the user says about it. Goes out: roles, tips, jobs, a source and a guide.
Refuses, with `GuideError`: articles in which no role, or more than six, can be recognised. An article about one role
gives that role and a warning, but no guide.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft, Entry
from guidebuild.importers.kinds.article.collect import Collector
from guidebuild.importers.kinds.article.entries import (
    Desk,
    guide_facts,
    job_entries,
    role_facts,
    source_facts,
    tip_entries,
)
from guidebuild.importers.kinds.article.found import Collected
from guidebuild.importers.kinds.article.page.block import Block, Ledger, Page
from guidebuild.importers.kinds.article.page.debris import date_in
from guidebuild.importers.kinds.article.page.formats import Format, read_page
from guidebuild.importers.kinds.article.roles.found import find_roles, read_title
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.furniture import OUTSIDE, date_of, set_aside
from guidebuild.importers.kinds.article.sections.openings import Opening, openings
from guidebuild.importers.kinds.article.sections.outline import Outline
from guidebuild.importers.kinds.article.words.capitals import Capitals, shouted
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.meaning.wording import slug
from guidebuild.model.matching import SkillNames
from guidebuild.model.selection import roles_id

MOST_ROLES = 6


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about the article, which counts more than what it says itself."""

    id: str = ""
    title: str = ""
    date: dt.date | None = None
    url: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """A draft, the blocks it was made of, and what became of each."""

    draft: Draft
    blocks: tuple[Block, ...]
    ledger: Ledger


def read(
    data: bytes,
    file: str,
    *,
    names: SkillNames,
    on: dt.date,
    form: Format = "auto",
    given: Given | None = None,
) -> Draft:
    """The draft of an article. Raises `GuideError`."""
    return study(data, file, names=names, on=on, form=form, given=given).draft


def study(
    data: bytes,
    file: str,
    *,
    names: SkillNames,
    on: dt.date,
    form: Format = "auto",
    given: Given | None = None,
) -> Study:
    """Like `read`, with the accounts of where each block went."""
    given = given or Given()
    page = read_page(data, file, form)
    titles = _titles(page, given)
    roles = _roles(page, titles, given, file)
    known = Names(roles)
    titles = _those_of(titles, known, page, given)
    ledger = Ledger(file)
    near = [block for block in page.blocks if block.debris in ("", OUTSIDE)]
    jobs = openings(near, ledger)
    rest = set_aside(page.blocks, known, titles, ledger)
    outline = Outline(rest, known, ledger)
    lists = {block.number for block, after in pairwise(rest) if block.kind == "text" and after.kind == "item"}
    found = Collector(known, names, ledger).collect(list(outline.passages()), lists)
    outline.settle()
    read_as = Capitals(block.text for block in page.blocks)
    titles = [read_as.title(title) if shouted(title) else title for title in titles]
    desk = Desk(file, ledger, on)
    entries = _entries(desk, page, titles, roles, found, jobs, given)
    notes = (*page.notes, *_one_role(roles, file), *ledger.notes(page.blocks))
    guide = _guide_id(roles, given)
    draft = Draft(f"article:{guide}", _source_id(titles), entries, notes, _said(roles, found, jobs))
    return Study(draft, page.blocks, ledger)


def _titles(page: Page, given: Given) -> list[str]:
    """What may be the title: as given, the top heading, what the head of the page says, the first lines."""
    shown = [block for block in page.blocks if not block.debris and block.kind in ("heading", "text")]
    tops = [block.text for block in shown if block.kind == "heading" and block.level == 1]
    said = [page.said["title"]] if "title" in page.said else []
    lines = [block.text for block in shown[:6] if len(block.text) <= 200]
    first = [line for line in lines if not any(said.endswith(".") for said in sentences(line))]
    found = [given.title, *tops[:2], *said, *first] if tops or said else [given.title, *first]
    return list(dict.fromkeys(title for title in found if title))


def _those_of(titles: Sequence[str], names: Names, page: Page, given: Given) -> list[str]:
    """The titles that name the roles, or that were given as titles; the first line where there are none."""
    everyone = set(range(len(names.roles)))
    said = (given.title, page.said.get("title", ""))
    tops = {block.text for block in page.blocks if block.kind == "heading" and block.level == 1}
    kept = [t for t in titles if t in said or t in tops or set(names.named(t)) == everyone]
    naming = [t for t in kept if set(names.named(t)) == everyone]
    return list(dict.fromkeys([*([given.title] if given.title else []), *naming, *kept])) or list(titles[:1])


def _roles(page: Page, titles: Sequence[str], given: Given, file: str) -> tuple[Role, ...]:
    roles = find_roles(titles, page.blocks, sure=bool(given.title))
    if not roles:
        message = "no job roles could be recognised in this article"
        hint = "name them with --title, as in --title 'Nurse vs. Midwife'"
        raise GuideError([*page.notes, Diagnostic("error", "no-roles", message, Span(file), (hint,))])
    if len(roles) > MOST_ROLES:
        named = ", ".join(f"'{role.title}'" for role in roles)
        message = (
            f"this article seems to be about {len(roles)} roles, and a guide compares six at most: {named}"
        )
        hint = "name those that you want with --title, as in --title 'Nurse vs. Midwife'"
        raise GuideError([*page.notes, Diagnostic("error", "too-many-roles", message, Span(file), (hint,))])
    return roles


def _one_role(roles: Sequence[Role], file: str) -> tuple[Diagnostic, ...]:
    if len(roles) > 1:
        return ()
    message = f"this article is about one role, '{roles[0].title}'; a guide needs two, so none was made"
    hint = "import another role, then build with --roles, or name the roles of this article with --title"
    return (Diagnostic("warning", "one-role", message, Span(file), (hint,)),)


def _guide_id(roles: Sequence[Role], given: Given) -> str:
    return given.id or roles_id([slug(role.title) for role in roles])


def _source_id(titles: Sequence[str]) -> str:
    return f"article-{slug(titles[0] if titles else '')}"[:80].strip("-")


def _entries(
    desk: Desk,
    page: Page,
    titles: Sequence[str],
    roles: Sequence[Role],
    found: Collected,
    jobs: Sequence[Opening],
    given: Given,
) -> tuple[Entry, ...]:
    ids = [slug(role.title) for role in roles]
    names = Names(tuple(roles))
    source = _source_id(titles)
    date = given.date or date_in(page.said.get("date", "")) or date_of(page.blocks)
    tips = tip_entries(desk, found, ids)
    openings = job_entries(desk, jobs, ids, source, date)
    made = [
        Entry("sources", source, source_facts(desk, titles, page, given.url, given.publisher, date)),
        *(
            Entry("roles", id, role_facts(desk, names, number, found, source))
            for number, id in enumerate(ids)
        ),
        *(Entry("tips", id, facts) for id, facts in tips.items()),
        *(Entry("jobs", id, facts) for id, facts in openings.items()),
    ]
    if len(roles) > 1:
        title = next((t for words in titles if len((t := read_title(words)).roles) > 1 and t.rest), None)
        subtitle = _subtitle(title.whole, title.rest, page) if title else ""
        facts = guide_facts(desk, roles, ids, found, subtitle, tuple(tips), tuple(openings))
        made.append(Entry("guides", _guide_id(roles, given), facts))
    return tuple(made)


def _subtitle(whole: str, rest: str, page: Page) -> str:
    """What a title says beyond the roles; the name of the site is none."""
    publisher = page.said.get("publisher", "").casefold()
    if len(rest.split()) < 2 or (publisher and publisher in rest.casefold()) or re.search(r"\s\|\s", whole):
        return ""
    start = whole.find(rest)
    after = whole[start + len(rest) :][:1] if start >= 0 else ""
    return rest + (after if after in ("?", "!") else "")


def _said(roles: Sequence[Role], found: Collected, jobs: Sequence[Opening]) -> tuple[str, ...]:
    counts: Mapping[str, Any] = {"role": len(roles), "tip": len(found.tips), "job": len(jobs)}
    parts = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
    return (f"read from the article: {', '.join(parts)}",)
