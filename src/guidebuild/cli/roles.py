"""`guidebuild roles`: what there is to compare, as a table.

Comes in: the project that the working directory lies in, if any. Goes out: a line for each role: id, title, number of
skills, number of pay reports, and where it comes from. A role that cannot be read is reported.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import printable

if TYPE_CHECKING:
    from guidebuild.model.entry import Entry
    from guidebuild.model.schema import Role


_HEAD = ("id", "title", "skills", "pay reports", "from")
_NUMBERS = (2, 3)


@dataclass(frozen=True, slots=True)
class _Line:
    """`pay_reports` is None for a role without pay."""

    id: str
    title: str
    skills: int
    pay_reports: int | None
    origin: str


@click.command()
@reporting()
def roles(reporter: Reporter) -> None:
    """List the roles that can be compared."""
    from guidebuild.model.library import load_library
    from guidebuild.model.project import find_project

    library = load_library(find_project(sources.working_folder()))
    lines = [_line(entry) for entry in library.roles]
    if reporter.as_json:
        click.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1))
    else:
        click.echo(_table(lines))
    reporter.stdout_taken = True  # the list is the output; what is wrong goes beside it
    reporter.report(reporter.sound(library.diagnostics))


def _line(entry: Entry[Role]) -> _Line:
    role = entry.node
    reports = role.pay.overall.n if role.pay else None
    return _Line(role.id, role.title, len(role.skills), reports, entry.origin)


def _table(lines: list[_Line]) -> str:
    """Columns as wide as their widest word; numbers stand to the right."""
    rows = [
        (line.id, line.title, str(line.skills), _number(line.pay_reports), line.origin)
        for line in lines
    ]  # fmt: skip
    table = [_HEAD, *[tuple(printable(cell) for cell in row) for row in rows]]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD))]
    return "\n".join(_aligned(row, widths) for row in table)


def _number(value: int | None) -> str:
    return "-" if value is None else f"{value:,}"


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [
        cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
