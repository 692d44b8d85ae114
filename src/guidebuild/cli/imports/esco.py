"""`guidebuild import esco`: occupations of the ESCO classification as roles.

Comes in: a folder or zip of the CSV release, addresses or words of names. Goes out: a draft. Refuses: a command that
names neither.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild.cli.imports.session import Session, importing

if TYPE_CHECKING:
    from guidebuild.importers.draft import Draft


@click.command("esco", short_help="Roles from the ESCO classification.")
@click.argument("release_path", metavar="DIR|ZIP", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--uri",
    "uris",
    metavar="URI|UUID|CODE",
    multiple=True,
    help="An occupation by its address, the UUID at its end, or its ESCO code, as in 2511.3. Repeatable.",
)
@click.option(
    "--match",
    "words",
    metavar="WORDS",
    multiple=True,
    help="Occupations with these words in a name, as in 'data scientist'. Repeatable.",
)
@click.option("--all", "every", is_flag=True, help="Take all that --match finds, also more than six.")
@click.option(
    "--language",
    metavar="CODE",
    default="",
    help="The language to take, as in de.  [default: en if it is there, else the only one]",
)
@importing
def esco(
    session: Session,
    release_path: Path,
    uris: tuple[str, ...],
    words: tuple[str, ...],
    every: bool,
    language: str,
) -> Draft:
    """Import occupations of the ESCO classification as roles.

    DIR or ZIP is the classification as CSV, as it comes from https://esco.ec.europa.eu/en/use-esco/download.
    """
    if not uris and not words:
        raise click.UsageError(
            "Say which occupations: by address with --uri, or by words of their names with --match."
        )
    from guidebuild.importers.kinds.esco import read_esco

    return read_esco(
        release_path,
        uris=uris,
        words=words,
        every=every,
        language=language,
        on=session.on,
    )
