"""`guidebuild import article`: a comparison article as roles, tips, jobs and a guide.

Comes in: a file, or standard input, and what the user says about the article. Goes out: a `Draft`; `importing` delivers
it. Refuses: ids and addresses that are none.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli.imports.session import Session, importing
from guidebuild.cli.options import web_address
from guidebuild.diagnostics import GuideError, Span
from guidebuild.sources import RefusedError

if TYPE_CHECKING:
    from guidebuild.importers.draft import Draft

FORMATS = ("auto", "text", "markdown", "html")
STDIN = "standard input"


def guide_id(_ctx: click.Context, _option: click.Parameter, value: str) -> str:
    """The id of a guide, as an option. Raises `click.BadParameter` for anything else."""
    if value and not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,79}", value):
        raise click.BadParameter(
            "an id has small letters, digits and hyphens only, as in 'nurse-vs-midwife'."
        )
    return value


@click.command(short_help="Roles, tips, jobs and a guide, from an article that compares roles.")
@click.argument("file", metavar="FILE|-", type=click.Path(exists=True, path_type=Path, allow_dash=True))
@click.option("--as", "form", type=click.Choice(FORMATS), default="auto", show_default=True,
              help="What FILE holds, where it cannot be told.")  # fmt: skip
@click.option(
    "--id",
    "id",
    metavar="ID",
    default="",
    callback=guide_id,
    help="The id of the guide.  [default: from the roles]",
)
@click.option(
    "--title",
    metavar="TITLE",
    default="",
    help="The title, which names the roles, as in 'Nurse vs. Midwife'.",
)
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="When the article was published."
)
@click.option(
    "--url", metavar="URL", default="", callback=web_address, help="Where the article was published."
)
@click.option("--publisher", metavar="NAME", default="", help="Who published it.")
@importing
def article(session: Session, file: Path, form: str, id: str, title: str, date: dt.datetime | None, url: str,
            publisher: str) -> Draft:  # fmt: skip
    """Read an article that compares job roles: text, Markdown or HTML, from FILE or, for "-", from standard input."""
    from guidebuild.importers.kinds.article import Given, read
    from guidebuild.importers.kinds.article.page.formats import LIMIT

    name = STDIN if str(file) == "-" else str(file)
    try:
        data = sources.read_input(limit=LIMIT) if name == STDIN else sources.read_bytes(file, limit=LIMIT)
    except RefusedError as refusal:
        raise GuideError([refusal.diagnostic(Span(name))]) from refusal
    given = Given(id, title.strip(), date.date() if date else None, url, publisher.strip())
    return read(data, name, names=session.names, on=session.on, form=form, given=given)  # type: ignore[arg-type]
