"""`guidebuild pdf`: build one guide and write it.

Comes in: a guide (or roles), a brand, settings, a paper and a target. Goes out: the PDF, a summary,
diagnostics. Refuses: to write anything when there is an error.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.brand.theme import PAPERS
from guidebuild.cli import complete, viewer
from guidebuild.cli.options import reporting
from guidebuild.cli.output import Target
from guidebuild.cli.progress import Progress
from guidebuild.cli.reporter import Reporter, count
from guidebuild.diagnostics import Diagnostic

if TYPE_CHECKING:
    from guidebuild.build import Built


def _role_ids(_ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    if value is None:
        return ()
    ids = tuple(part.strip() for part in value.split(",") if part.strip())
    if not 2 <= len(ids) <= 6:
        raise click.BadParameter(
            "name two to six roles, with commas between them, as in data-engineer,data-scientist"
        )
    if len(set(ids)) < len(ids):
        raise click.BadParameter("a role is named twice")
    return ids


def _settings(
    _ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    pairs = [value.partition("=") for value in values]
    for (key, equals, _), value in zip(pairs, values, strict=True):
        if not equals or not key.strip():
            raise click.BadParameter(f"'{value}' is not of the form KEY=VALUE, as in color.primary=#7a0019")
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise click.BadParameter(f"the value of '{key}' is not text in UTF-8")
    return tuple((key.strip(), rest.strip()) for key, _, rest in pairs)


def _target(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Target:
    if value == "":
        raise click.BadParameter("name a file, a folder, or - for standard output")
    return Target(value or "")


@click.command()
@click.argument("guide", required=False, default="", shell_complete=complete.guides)
@click.option("--roles", metavar="A,B,...", callback=_role_ids, shell_complete=complete.roles,
              help="Compare these roles, two to six; no guide file is needed.")  # fmt: skip
@click.option("--brand", metavar="FILE", type=click.Path(exists=True, dir_okay=False),
              help="Use this _brand.yml.")  # fmt: skip
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, callback=_settings,
              help="Change one value of the brand, as in color.primary=#7a0019. Repeatable.")  # fmt: skip
@click.option(
    "--paper", type=click.Choice(sorted(PAPERS), case_sensitive=False), help="Set the guide on this paper."
)
@click.option("-o", "--output", "target", metavar="PATH", type=click.Path(allow_dash=True), callback=_target,
              help="A file, a folder, or - for standard output.  [default: <guide>.pdf]")  # fmt: skip
@click.option("--open", "open_", is_flag=True, help="Open the PDF when it is done.")
@reporting("file", "pages", "bytes", "conformance", stages=True)
def pdf(
    reporter: Reporter,
    guide: str,
    roles: tuple[str, ...],
    brand: str | None,
    settings: tuple[tuple[str, str], ...],
    paper: str | None,
    target: Target,
    open_: bool,
) -> None:
    """Build a guide as a PDF.

    GUIDE is the id of a guide or the path of a guide file; without it, the guide.yml of your
    project, else the guide that comes with the program.
    """
    from guidebuild.build import Order, build
    from guidebuild.cache import Cache, default_folder

    reporter.stdout_taken = target.is_stdout
    folder = sources.working_folder()
    target.check()
    order = Order(guide, roles, brand or "", settings, paper or "", folder)
    with Progress(quiet=reporter.quiet) as progress:
        built = build(order, progress=progress, cache=Cache(default_folder()))
    warnings = reporter.sound(built.artifact.warnings)
    written = target.write(built.artifact.pdf, f"{built.guide}.pdf")
    if open_:
        warnings += _open(written)
    _tell(reporter, built, written)
    reporter.report(warnings)
    _sum_up(reporter, built, written, progress, warnings)


def _tell(reporter: Reporter, built: Built, written: Path | None) -> None:
    """What a program is told about the file; `_sum_up` tells people."""
    artifact = built.artifact
    reporter.facts = {
        "file": str(written) if written else None,
        "pages": artifact.page_count,
        "bytes": len(artifact.pdf),
        "conformance": artifact.conformance,
    }


def _open(written: Path | None) -> tuple[Diagnostic, ...]:
    if written is None:
        message = "a PDF on standard output cannot be opened"
    elif viewer.open_file(written):
        return ()
    else:
        message = f"no program was found to open {written}"
    return (Diagnostic("warning", "no-viewer", message),)


def _sum_up(
    reporter: Reporter,
    built: Built,
    written: Path | None,
    progress: Progress,
    warnings: tuple[Diagnostic, ...],
) -> None:
    artifact = built.artifact
    facts = [
        f"{artifact.page_count} pages",
        built.paper,
        f"{len(artifact.pdf) / 1000:.0f} KB",
        "tagged for " + " and ".join(artifact.conformance),
        f"{sum(seconds for _, seconds in progress.times):.1f} s",
        count(warnings) or "no warnings",
    ]
    reporter.say(f"{artifact.title}\n{written or 'standard output'}: " + ", ".join(facts))
    if reporter.verbose:
        for stage, seconds in progress.times:
            reporter.say(f"  {stage:<8} {seconds * 1000:6.0f} ms")
