"""What the commands of `guidebuild import` share: where content goes, what is known there, and how a draft gets there.

Comes in: a command that returns a `Draft`. Goes out: the same command with `--into`, `--dry-run`, `--prune`,
`--restore` and the options of reports; what it drafts is merged with the project and written, all of it or nothing.
Refuses: to write anything when there is an error.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guidebuild import sources
from guidebuild.cli.imports.delivery import FACTS, deliver
from guidebuild.cli.options import reporting
from guidebuild.cli.progress import Progress
from guidebuild.cli.reporter import Reporter

if TYPE_CHECKING:
    from guidebuild.diagnostics import Diagnostic
    from guidebuild.importers.draft import Draft
    from guidebuild.importers.merging.plan import Plan
    from guidebuild.model.library import Library
    from guidebuild.model.matching import SkillNames


@dataclass(frozen=True, slots=True)
class Session:
    """One import: the folder of the project it is for, what that project knows, and the day (of the imported files)."""

    reporter: Reporter
    folder: Path
    library: Library
    names: SkillNames
    on: dt.date


def importing(command: Callable[..., Draft]) -> Callable[..., None]:
    """Add the shared options, hand the function a `session` and deliver the draft that it returns."""

    @functools.wraps(command)
    def run(reporter: Reporter, into: Path | None, dry_run: bool, prune: bool, restore: bool,
            **rest: Any) -> None:  # fmt: skip
        from guidebuild.cli.imports.characters import told_of_characters
        from guidebuild.importers.merging.plan import plan

        session = _begin(reporter, into)
        with Progress(quiet=reporter.quiet) as progress:
            progress("Reading what is to be imported")
            draft = command(session=session, **rest)
            planned = plan(
                draft, session.library, session.folder, prune=prune, restore=restore, progress=progress
            )
            strange = tuple(told_of_characters(planned.entries, session.folder))
            problems = session.reporter.sound((*planned.report, *strange))
        _deliver(session, draft, planned, problems, dry_run=dry_run, can_build=not strange)

    wrapped: Callable[..., None] = reporting(*FACTS)(run)
    for option in (
        click.option("--restore", is_flag=True,
                     help="Write roles, tips and other entries again that you deleted; else they stay out."),
        click.option("--prune", is_flag=True, help="Take out what the source no longer says and nobody edited."),
        click.option("--dry-run", is_flag=True, help="Show the difference; write nothing."),
        click.option("--into", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
                     help="The project to import into.  [default: the one you are in, else this folder]"),
    ):  # fmt: skip
        wrapped = option(wrapped)
    return wrapped


def _begin(reporter: Reporter, into: Path | None) -> Session:
    from guidebuild.model.library import load_library

    folder, project = _folder(into)
    library = load_library(project)
    names = library.names(library.vocabulary)
    return Session(reporter, folder, library, names, sources.build_date() or sources.today())


def _folder(into: Path | None) -> tuple[Path, Path | None]:
    """Where content goes, and the project that is there already.

    A folder that is named is meant as it is, unless it lies in the content of a project.
    """
    from guidebuild.model.project import find_project

    here = into or sources.working_folder()
    project = find_project(here)
    if project and (into is None or _belongs_to(project, here)):
        return project, project
    if not here.absolute().parent.is_dir():
        raise click.UsageError(f"--into: there is no folder {here.parent} to make {here.name} in.")
    return here, None


def _belongs_to(project: Path, here: Path) -> bool:
    return here.resolve() == project or here.resolve().is_relative_to(project / "content")


def _deliver(
    session: Session,
    draft: Draft,
    planned: Plan,
    problems: Sequence[Diagnostic],
    *,
    dry_run: bool,
    can_build: bool,
) -> None:
    """Write all of it or nothing, and say so."""
    for line in draft.said:
        session.reporter.say(line)
    others = _other_roles(session, planned) if can_build else None
    deliver(session.reporter, planned, session.folder, others, dry_run=dry_run)
    session.reporter.report(problems)


def _other_roles(session: Session, planned: Plan) -> tuple[str, ...]:
    """The project's other roles, and behind them those that come with the program."""
    library = session.library
    brought = {entry.id for entry in planned.entries if entry.kind == "roles"}
    ids = [id_ for id_ in library.roles.ids() if id_ not in brought]
    return tuple(sorted(ids, key=lambda id_: library.roles.origin(id_) != "project"))
