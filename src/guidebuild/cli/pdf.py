"""`guidebuild pdf`: build one guide and write it, in one profile or several.

Comes in: a guide (or roles), a brand, settings, a paper, profiles and a target. Goes out: a PDF for each profile, a
summary, diagnostics. Refuses: to write anything when there is an error.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli import complete, viewer
from guidebuild.cli.options import reporting
from guidebuild.cli.output import Target
from guidebuild.cli.progress import Progress
from guidebuild.cli.reporter import Reporter, count
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, did_you_mean
from guidebuild.edition import LAYOUTS, PAPERS, PROFILES, TYPE_SIZES, Edition, fitting

if TYPE_CHECKING:
    from guidebuild.build import Built

*_MADE, _LAST = (layout.words for layout in LAYOUTS.values())
_LARGEST = (
    2_000_000_000  # bytes of a PDF that is to be replaced with others, and put back if one of them fails
)


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


def _profiles(_ctx: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    if value is None:
        return ()
    names = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    for name in names:
        if name not in PROFILES:
            meant = "".join(f"; {hint}" for hint in did_you_mean(name, PROFILES))
            raise click.BadParameter(f"there is no profile '{name[:40]}': it is {_or(list(PROFILES))}{meant}")
    if not names:
        raise click.BadParameter(f"name one or more of {', '.join(PROFILES)}")
    if len(set(names)) < len(names):
        raise click.BadParameter("a profile is named twice")
    return names


def _or(names: list[str]) -> str:
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _target(_ctx: click.Context, _option: click.Parameter, value: str | None) -> Target:
    if value == "":
        raise click.BadParameter("name a file, a folder, or - for standard output")
    return Target(value or "")


def _require_fit(layout: str | None, paper: str | None, edition: str | None) -> None:
    """What does not go together and is all named here is a mistake on the command line."""
    layouts = fitting(edition or Edition().type_size)
    if edition and layout and layout not in layouts:
        message = f"the layout '{layout}' has no edition '{edition}'; {_or(list(layouts))} has one."
        raise click.BadParameter(message, param_hint="'--edition'")
    if edition and paper and not layout:
        papers = list(dict.fromkeys(name for papers in layouts.values() for name in papers))
        if paper not in papers:
            message = f"the edition '{edition}' is set on {_or(papers)}, not on '{paper}'."
            raise click.BadParameter(message, param_hint="'--paper'")
    if layout and paper and paper not in layouts[layout]:
        message = f"the layout '{layout}' is set on {_or(list(layouts[layout]))}, not on '{paper}'."
        raise click.BadParameter(message, param_hint="'--paper'")


@click.command()
@click.argument("guide", required=False, default="", shell_complete=complete.guides)
@click.option("--roles", metavar="A,B,...", callback=_role_ids, shell_complete=complete.roles,
              help="Compare these roles, two to six; no guide file is needed.")  # fmt: skip
@click.option("--brand", metavar="FILE", type=click.Path(exists=True, dir_okay=False),
              help="Use this _brand.yml.")  # fmt: skip
@click.option("--set", "settings", metavar="KEY=VALUE", multiple=True, callback=_settings,
              help="Change one value of the brand, as in color.primary=#7a0019. Repeatable.")  # fmt: skip
@click.option("--layout", type=click.Choice(list(LAYOUTS), case_sensitive=False),
              help=f"Make {', '.join(_MADE)}, or {_LAST}.")  # fmt: skip
@click.option("--edition", type=click.Choice(list(TYPE_SIZES), case_sensitive=False),
              help=f"Set it in type {', or '.join(size.words for size in TYPE_SIZES.values())}.")  # fmt: skip
@click.option(
    "--paper", type=click.Choice(sorted(PAPERS), case_sensitive=False), help="Set it on this paper."
)
@click.option("--profile", "profiles", metavar="A,B,...", callback=_profiles, shell_complete=complete.profiles,
              help=f"Make it for {_or(list(PROFILES))}; several at once with commas.")  # fmt: skip
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
    layout: str | None,
    edition: str | None,
    paper: str | None,
    profiles: tuple[str, ...],
    target: Target,
    open_: bool,
) -> None:
    """Build a guide as a PDF.

    GUIDE is the id of a guide or the path of a guide file; without it, the guide.yml of your
    project, else the guide that comes with the program.
    """
    from guidebuild.build import Order, build_profiles
    from guidebuild.cache import Cache, default_folder

    _require_fit(layout, paper, edition)
    reporter.stdout_taken = target.is_stdout
    folder = sources.working_folder()
    if len(profiles) > 1:
        target.require_folder(f"{len(profiles)} profiles make {len(profiles)} files")
        reporter.facts = {"files": []}
    target.check()
    order = Order(
        guide, roles, brand or "", settings, paper or "", folder, layout or "", edition=edition or ""
    )
    with Progress(quiet=reporter.quiet) as progress:
        built = build_profiles(order, profiles or ("",), progress=progress, cache=Cache(default_folder()))
    warnings = reporter.sound(warning for one in built for warning in one.artifact.warnings)
    written = _write(target, built)
    if open_:
        warnings += tuple(problem for file in written for problem in _open(file))
    _tell(reporter, built, written)
    reporter.report(warnings)
    _sum_up(reporter, built, written, progress, warnings)


def _write(target: Target, built: Sequence[Built]) -> list[Path | None]:
    """One file, or several of which all are written or none."""
    from guidebuild.cli.writing import Writing, write_all

    if len(built) == 1:
        return [target.write(built[0].artifact.pdf, built[0].file_name)]
    files = [target.ready(one.file_name) for one in built]
    writings = [
        Writing(Path(os.path.realpath(file)), _present(file), one.artifact.pdf)
        for file, one in zip(files, built, strict=True)
    ]
    write_all(writings, again="build again")
    return [*files]


def _present(file: Path) -> bytes | None:
    try:
        return sources.read_bytes(file, limit=_LARGEST)
    except FileNotFoundError:
        return None
    except sources.RefusedError as err:
        raise EnvironmentFault(f"cannot write {file}: {err.message}", "name another folder with -o") from err


def _tell(reporter: Reporter, built: Sequence[Built], written: Sequence[Path | None]) -> None:
    """What a program is told about the files; `_sum_up` tells people."""
    told: list[dict[str, object]] = [
        {
            "file": str(file) if file else None,
            "pages": one.artifact.page_count,
            "bytes": len(one.artifact.pdf),
            "conformance": one.artifact.conformance,
        }
        for one, file in zip(built, written, strict=True)
    ]
    reporter.facts = told[0] if len(told) == 1 else {"files": told}


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
    built: Sequence[Built],
    written: Sequence[Path | None],
    progress: Progress,
    warnings: tuple[Diagnostic, ...],
) -> None:
    reporter.say(built[0].artifact.title)
    ends = [f"{sum(seconds for _, seconds in progress.times):.1f} s", count(warnings) or "no warnings"]
    for one, file in zip(built, written, strict=True):
        artifact = one.artifact
        facts = [
            artifact.extent,
            one.paper,
            f"{len(artifact.pdf) / 1000:.0f} KB",
            artifact.label,
        ]
        facts += ends if one is built[-1] else []
        reporter.say(f"{file or 'standard output'}: " + ", ".join(facts))
    if reporter.verbose:
        for stage, seconds in progress.times:
            reporter.say(f"  {stage:<8} {seconds * 1000:6.0f} ms")
