"""The comparison, line by line: one table for two or three roles, two tables for four to six.

Comes in: the plan's aligned rows. Goes out: the section. Refuses: an empty group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidebuild.compose import findings
from guidebuild.compose.choice import ground_of
from guidebuild.compose.document import (
    Block,
    Cell,
    Column,
    Group,
    Members,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
    plain,
)
from guidebuild.compose.duties import MORE
from guidebuild.compose.inline import flat
from guidebuild.compose.lines import Block as Rows
from guidebuild.compose.lines import Line, Part
from guidebuild.compose.plan import Plan, Slot
from guidebuild.model.schema import Role, Source
from guidebuild.words.numbers import capital, day, joined

NAME = "Compared line by line"
NOTHING = "–"
KEY = "–: not named in the sources."
BARE_KEY = "–: not given."


def section(plan: Plan, slot: Slot) -> Section:
    rows = tuple(block for _, blocks in plan.tables for block in blocks)
    title = (
        findings.compared(plan.guide, rows, plan.words.titles)
        if len(plan.tables) == 1
        else f"{capital(plan.jobs_words())}, line by line"
    )
    return plan.section(slot, NAME, title, _blocks(plan), "compare")


def _blocks(plan: Plan) -> Iterator[Block]:
    tables = [(members, rows) for members, rows in plan.tables if rows]
    yield from plan.lead("compare", _lead(plan, [members for members, _ in tables]))
    for number, (members, rows) in enumerate(tables, 1):
        caption = "" if len(tables) == 1 else f"{plan.names(members)}, line by line"
        yield _table(plan, f"table-{number}", members, rows, caption)
    parts = [part for _, blocks in tables for b in blocks for line in b.lines for part in line.parts]
    empty = {i for part in parts if not part.text for i in part.members}
    source = text_source_line(plan)
    if empty or source:
        key = plain((KEY if _sourced(plan, empty) else BARE_KEY) + (" " if source else "")) if empty else ()
        yield Paragraph("compare-source", "source", (*key, *source), "caption")


def _lead(plan: Plan, tables: list[Members]) -> str:
    """Which jobs stand in the first of two tables, and which in none; the second one says it over its head."""
    words = f"{plan.names(tables[0])} come first; {plan.names(tables[1])} follow." if len(tables) > 1 else ""
    silent = tuple(i for i in plan.everyone if not any(i in members for members in tables))
    if silent:
        who = plan.names(silent)
        words += (
            f" Of {who} the sources say too little"
            if _sourced(plan, silent)
            else f" Too little is said of {who}"
        )
        words += " to compare."
    return words.strip()


def _sourced(plan: Plan, members: Iterable[int]) -> bool:
    """Whether all that is said of these roles is taken from sources."""
    return all(text_sources(plan.roles[i]) for i in members)


def _table(plan: Plan, id: str, members: Members, rows: tuple[Rows, ...], caption: str) -> Table:
    columns = tuple(Column(plan.brief(i) if len(members) > 2 else plan.short(i), (i,)) for i in members)
    groups = tuple(
        Group(_group(plan, block, members), tuple(_row(plan, line, block.key) for line in block.lines))
        for block in rows
    )
    return Table(id, "table", columns, groups, len(plan.roles), caption=caption, style="roles")


def _group(plan: Plan, block: Rows, members: Members) -> str:
    """The label of a group; where duties are the head of longer lists that are ranked, it says by what."""
    if block.key != "responsibilities":
        return block.label
    more = any(part.text for line in block.lines if line.label == MORE for part in line.parts)
    ground = ground_of([plan.roles[i] for i in members], "responsibilities")
    return f"{block.label}: the most important" if more and ground == "importance" else block.label


def _row(plan: Plan, line: Line, field: str) -> Row:
    columns = sum(len(part.members) for part in line.parts)
    return Row(line.label, tuple(_cell(plan, part, columns, field) for part in line.parts))


def _cell(plan: Plan, part: Part, columns: int, field: str) -> Cell:
    """What roles say of a field, in the words of the first of them."""
    if not part.text:
        return Cell(plain(NOTHING), none=True)
    words = plain(part.text, plan.roles[part.members[0]].at(field))
    if len(part.members) == 1:
        return Cell(words)
    badge = plan.badge(part.members, columns)
    own = badge not in (plan.all_of(part.members), plan.these(part.members))
    return Cell(words, len(part.members), part.members, badge, as_written=own)


# Sources under tables and charts


def source_line(plan: Plan, what: str, *, full: bool = True) -> Text:
    """'Source: title, 30 October 2024. Full list on page 15.' for what the roles, the pay or the jobs rest on."""
    found = sources_of(plan, what)
    if not found:
        return ()
    return (
        *plain(_credited(plan, found)),
        *(plan.see(" Full list on page\u00a0", "sources", ".") if full else ()),
    )


def text_source_line(plan: Plan, *, full: bool = True) -> Text:
    """Where the skills and tasks come from; roles without a source are the editors' own work, and it says so."""
    found = sources_of(plan, "role")
    told = tuple(i for i, role in enumerate(plan.roles) if role.skills or role.responsibilities)
    without = tuple(i for i in told if not text_sources(plan.roles[i]))
    words = [_credited(plan, found)] if found else []
    if without:
        whose = "" if without == told else f" of {plan.names(without)}"
        words.append(f"Skills and tasks{whose}: compiled by the editors.")
    see = plan.see(" Full list on page\u00a0", "sources", ".") if full and words else ()
    return (*plain(" ".join(words)), *see)


def _credited(plan: Plan, found: tuple[Source, ...]) -> str:
    named = [_named(plan, source) for source in found[:2]]
    more = " and others" if len(found) > 2 else ""
    return f"Source{'s' if len(found) > 1 else ''}: {'; '.join(named)}{more}."


def text_sources(role: Role) -> tuple[str, ...]:
    """What a role's texts rest on: its sources without that of its pay, which has a place of its own."""
    return tuple(id for id in role.sources if not role.pay or id != role.pay.source)


def _named(plan: Plan, source: Source) -> str:
    date = day(source.date, plan.guide.spec.locale) if source.date else ""
    licence = f" ({flat(source.licence)})" if source.licence else ""
    return joined([part for part in (flat(source.title), date) if part], ",").replace(" , ", ", ") + licence


def sources_of(plan: Plan, what: str) -> tuple[Source, ...]:
    """The sources behind "role" texts, the "outlook", "pay" or "job" openings, each once, in order."""
    guide = plan.guide
    ids: list[str] = []
    if what == "role":
        ids = [id for role in guide.roles for id in text_sources(role)]
    elif what == "outlook":
        ids = [id for role in guide.roles if role.outlook for id in role.outlook.sources]
    elif what == "pay":
        ids = [role.pay.source for role in (*guide.roles, *guide.scale) if role.pay]
    else:
        ids = [job.source for job in guide.jobs if job.source]
    return tuple(guide.sources[id] for id in dict.fromkeys(ids) if id in guide.sources)
