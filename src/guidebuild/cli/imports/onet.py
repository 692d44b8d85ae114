"""`guidebuild import onet`: occupations of the O*NET database as roles.

Comes in: a folder or zip of the text release, codes or words of titles. Goes out: a draft. Refuses: a command that
names neither codes nor words.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild.cli.imports.session import Session, importing

if TYPE_CHECKING:
    from guidebuild.importers.draft import Draft


@click.command("onet", short_help="Roles from the O*NET database.")
@click.argument("release_path", metavar="DIR|ZIP", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--soc",
    "codes",
    metavar="CODE,...",
    multiple=True,
    help="Occupations by their O*NET-SOC codes, as in 15-2051.00. Repeatable.",
)
@click.option(
    "--match",
    "words",
    metavar="WORDS",
    multiple=True,
    help="Occupations with these words in a title, as in 'data scientist'. Repeatable.",
)
@click.option("--all", "every", is_flag=True, help="Take all that --match finds, also more than six.")
@click.option("--release", metavar="NUMBER", default="",
              help="The release, as in 29.3, where the files do not tell it or there are several.")  # fmt: skip
@importing
def onet(
    session: Session,
    release_path: Path,
    codes: tuple[str, ...],
    words: tuple[str, ...],
    every: bool,
    release: str,
) -> Draft:
    """Import occupations of the O*NET database as roles.

    DIR or ZIP is the text release, as it comes from https://www.onetcenter.org/database.html, of 20.0 or later.
    """
    wanted = [code for given in codes for code in given.split(",") if code.strip()]
    if not wanted and not words:
        raise click.UsageError(
            "Say which occupations: by code with --soc, or by words of their titles with --match."
        )
    from guidebuild.importers.kinds.onet import read_onet

    return read_onet(
        release_path,
        codes=wanted,
        words=words,
        every=every,
        release=release.strip(),
        on=session.on,
    )
