"""`guidebuild import salaries`: the pay of a role from a table of salaries.

Comes in: a CSV file, the role, and what of the file is meant. Goes out: a `Draft`; `importing` delivers it. Refuses:
years, columns and addresses that are none.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from guidebuild.cli.imports.session import Session, importing
from guidebuild.cli.imports.tables import DELIMITERS, currency_code, pairs
from guidebuild.cli.options import web_address

if TYPE_CHECKING:
    from guidebuild.importers.draft import Draft

_YEARS = re.compile(r"((?:19|20)\d\d)(?:[-–]((?:19|20)\d\d))?")
_LEVELS = ("entry", "mid", "senior", "executive")
_LEVEL_CODES = {"EN": "entry", "MI": "mid", "SE": "senior", "EX": "executive"}


class LevelChoice(click.Choice[str]):
    """A level, also by its code in tables of aijobs.net: EN, MI, SE, EX."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(_LEVEL_CODES.get(value.upper(), value.casefold()), param, ctx)


def years(_ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """ "2024" or "2022-2025". Raises `click.BadParameter` for anything else."""
    if value is None:
        return None
    found = _YEARS.fullmatch(value.strip())
    if not found:
        raise click.BadParameter("write a year, or the first and the last, as in 2022-2025")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise click.BadParameter(f"{first} is later than {last}")
    return first, last


@click.command(short_help="Pay of a role, from a table of salaries (CSV, xlsx).")
@click.argument("csv", type=click.Path(exists=True, path_type=Path), metavar="CSV")
@click.option("--role", required=True, metavar="ID", help="The role that the pay is for.")
@click.option(
    "--title",
    "titles",
    multiple=True,
    metavar="TEXT",
    help="The job title in the file, exactly, in any case; several are pooled.  [default: the role's title]",
)
@click.option("--country", default="", metavar="CODE|NAME", help="Only reports from there.")
@click.option("--level", type=LevelChoice(_LEVELS), help="Only reports of this level.")
@click.option("--year", "years", callback=years, metavar="YEAR[-YEAR]", help="Only reports of these years.")
@click.option(
    "--currency",
    default="",
    callback=currency_code,
    metavar="CODE",
    help="Only pay in this currency, as in EUR.",
)
@click.option(
    "--period", type=click.Choice(["year", "month", "hour"]), help="Only pay by the year, month or hour."
)
@click.option(
    "--soc", default="", metavar="CODE", help="OEWS: the occupation, as in 15-2051, in place of --title."
)
@click.option("--area", default="", metavar="NAME", help="OEWS: the state or metropolitan area.")
@click.option(
    "--preset",
    type=click.Choice(["aijobs", "oews", "stackoverflow"]),
    help="The layout of the file.  [default: told from its header]",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=NAME",
    help="Which column of the file is which: title, pay, level, year, country, currency, period; of published "
    "percentiles: p10, p25, median, p75, p90, jobs, area, code.",
)
@click.option("--delimiter", type=click.Choice(list(DELIMITERS)), help="[default: told from the header]")
@click.option("--source-title", default="", metavar="TEXT", help="What the file is called among the sources.")
@click.option("--publisher", default="", metavar="TEXT", help="Who published the file.")
@click.option("--licence", default="", metavar="TEXT", help="Under which licence.")
@click.option("--url", default="", callback=web_address, metavar="ADDRESS", help="Where it was published.")
@importing
def salaries(session: Session, csv: Path, role: str, titles: tuple[str, ...], columns: tuple[str, ...],
            soc: str,
             level: Literal["entry", "mid", "senior", "executive"] | None, currency: str,
             delimiter: str | None, preset: str | None, **rest: Any) -> Draft:  # fmt: skip
    """Read percentiles of pay from CSV, overall and by level, and add them to a role.

    The layouts of aijobs.net, of the Occupational Employment and Wage Statistics of the BLS and of the Stack Overflow
    survey are told from their headers. Of any other table, say with --map which column is which, unless their names
    make it plain.
    """
    from guidebuild.importers.kinds.salaries.layouts import ALIASES, COLUMNS
    from guidebuild.importers.kinds.salaries.read import read_salaries
    from guidebuild.importers.kinds.salaries.wanted import SourceWords, Wanted

    source = SourceWords(*(rest.pop(key) for key in ("source_title", "publisher", "licence", "url")))
    entry = session.library.roles.get(role)
    title = entry.node.title if entry else role
    wanted = Wanted(
        csv, role, title, titles or (() if soc else (title,)), level=level, currency=currency,
        columns=pairs(columns, COLUMNS, ALIASES),
        layout=preset or "", delimiter=DELIMITERS.get(delimiter or ""), soc=soc, source=source, **rest,
    )  # fmt: skip
    return read_salaries(wanted, roles=session.library.roles.ids(), on=session.on)
