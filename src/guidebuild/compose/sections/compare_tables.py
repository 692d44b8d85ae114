"""The comparison, line by line: one table for two or three roles, two tables for four to six.

Comes in: the plan's aligned rows. Goes out: the section. Refuses: an empty group.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.compose import findings
from guidebuild.compose.alignment import Block as Rows
from guidebuild.compose.alignment import Line, Part
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
from guidebuild.compose.inline import flat
from guidebuild.compose.numbers import capital, day, joined
from guidebuild.compose.plan import Plan, Slot
from guidebuild.model.schema import Source

NAME = "Compared line by line"
NOTHING = "not listed"
NOTHING_MORE = "nothing more"


def section(plan: Plan, slot: Slot) -> Section:
    rows = tuple(block for _, blocks in plan.tables for block in blocks)
    title = (
        findings.compared(rows) if len(plan.tables) == 1 else f"{capital(plan.jobs_words())}, line by line"
    )
    return plan.section(slot, NAME, title, _blocks(plan), "compare")


def _blocks(plan: Plan) -> Iterator[Block]:
    yield from plan.lead("compare", "")
    tables = [(members, rows) for members, rows in plan.tables if rows]
    for number, (members, rows) in enumerate(tables, 1):
        caption = "" if len(tables) == 1 else f"{plan.names(members)}, line by line"
        yield _table(plan, f"table-{number}", members, rows, caption)
    if source := source_line(plan, "role"):
        yield Paragraph("compare-source", "source", source, "caption")


def _table(plan: Plan, id: str, members: Members, rows: tuple[Rows, ...], caption: str) -> Table:
    columns = tuple(Column(plan.short(i), (i,)) for i in members)
    groups = tuple(Group(block.label, tuple(_row(plan, line) for line in block.lines)) for block in rows)
    return Table(id, "table", columns, groups, len(plan.roles), caption=caption, style="roles")


def _row(plan: Plan, line: Line) -> Row:
    return Row(
        line.label, tuple(_cell(plan, part, NOTHING_MORE if line.rest else NOTHING) for part in line.parts)
    )


def _cell(plan: Plan, part: Part, nothing: str) -> Cell:
    if not part.text:
        return Cell(plain(nothing), none=True)
    if len(part.members) == 1:
        return Cell(plain(part.text))
    return Cell(plain(part.text), len(part.members), part.members, plan.badge(part.members))


# Sources under tables and charts


def source_line(plan: Plan, what: str, *, full: bool = True) -> Text:
    """'Source: title, 30 October 2024. Full list on page 15.' for what the roles, the pay or the jobs rest on."""
    found = sources_of(plan, what)
    if not found:
        return ()
    named = [_named(plan, source) for source in found[:2]]
    more = " and others" if len(found) > 2 else ""
    words = f"Source{'s' if len(found) > 1 else ''}: {'; '.join(named)}{more}."
    return (*plain(words), *(plan.see(" Full list on page ", "sources", ".") if full else ()))


def _named(plan: Plan, source: Source) -> str:
    date = day(source.date, plan.guide.spec.locale) if source.date else ""
    licence = f" ({flat(source.licence)})" if source.licence else ""
    return joined([part for part in (flat(source.title), date) if part], ",").replace(" , ", ", ") + licence


def sources_of(plan: Plan, what: str) -> tuple[Source, ...]:
    """The sources behind "role" texts, "pay" or "job" openings, each once, in order."""
    guide = plan.guide
    ids: list[str] = []
    if what == "role":
        ids = [id for role in guide.roles for id in role.sources]
        ids += [id for role in guide.roles if role.outlook for id in role.outlook.sources]
        pay = {role.pay.source for role in guide.roles if role.pay}
        ids = [id for id in ids if id not in pay]
    elif what == "pay":
        ids = [role.pay.source for role in (*guide.roles, *guide.scale) if role.pay]
    else:
        ids = [job.source for job in guide.jobs if job.source]
    return tuple(guide.sources[id] for id in dict.fromkeys(ids) if id in guide.sources)
