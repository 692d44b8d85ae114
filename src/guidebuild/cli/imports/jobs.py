"""`guidebuild import jobs`: featured openings from job postings.

Comes in: a file of postings, and the roles that they are for. Goes out: a `Draft`; `importing` delivers it. Refuses:
what `--map` and `--roles` cannot mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild.cli.imports.session import Session, importing
from guidebuild.cli.imports.tables import DELIMITERS, currency_code, pairs

if TYPE_CHECKING:
    from guidebuild.importers.draft import Draft


def ids(_ctx: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """ "a,b" """
    return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


@click.command(short_help="Featured jobs, from postings (JSON-LD, HTML, CSV).")
@click.argument("file", type=click.Path(exists=True, path_type=Path), metavar="FILE")
@click.option(
    "--roles",
    default="",
    callback=ids,
    metavar="ID[,ID...]",
    help="The roles whose guides the jobs stand in.  [default: every guide]",
)
@click.option("--employer", default="", metavar="NAME", help="The employer, where a posting names none.")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=NAME",
    help="Which column of a table is which: title, employer, place, town, region, country, remote, employment, "
    "level, salary, salary_low, salary_high, currency, period, url, posted, closes, note, id.",
)
@click.option("--delimiter", type=click.Choice(list(DELIMITERS)), help="[default: told from the header]")
@click.option(
    "--currency",
    default="",
    callback=currency_code,
    metavar="CODE",
    help="The currency of pay, where a posting names none, as in EUR.",
)
@click.option(
    "--match",
    "words",
    multiple=True,
    metavar="WORDS",
    help="Only jobs with these words in their title, as in 'data engineer'. Repeatable.",
)
@click.option("--country", default="", metavar="CODE|NAME", help="Only jobs that are there.")
@importing
def jobs(session: Session, file: Path, roles: tuple[str, ...], employer: str, columns: tuple[str, ...],
         delimiter: str | None, currency: str, words: tuple[str, ...], country: str) -> Draft:  # fmt: skip
    """Read job postings from FILE and feature them.

    FILE is JSON-LD with JobPostings of schema.org, an HTML page with such scripts in it, or a table (CSV, TSV) with a
    row for each job.
    """
    from guidebuild.importers.kinds.jobs.files import Wanted
    from guidebuild.importers.kinds.jobs.read import read_jobs
    from guidebuild.importers.kinds.jobs.rows import ALIASES, COLUMNS

    mapped = pairs(columns, tuple(COLUMNS), ALIASES)
    wanted = Wanted(file, roles, mapped, employer, DELIMITERS.get(delimiter or ""), currency, words, country)
    return read_jobs(wanted, roles=session.library.roles.ids(), on=session.on)
