"""`guidebuild skills`: which roles share which skills, and which go by nearly the same name.

Comes in: the project that the working directory lies in, roles of it, and pairs of names that mean one skill. Goes
out: a line for each skill and a note for each near match; or, with `--same`, the project's list of skills, in which the
first name of each pair is an alias of the second. Refuses: roles and names that there are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli import complete
from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import printable

if TYPE_CHECKING:
    from guidebuild.model.library import Library

_HEAD = ("skill", "category", "roles")


@dataclass(frozen=True, slots=True)
class _Line:
    """A skill: its id, or the words of a role where the vocabulary does not know it; `category` is an id or ""."""

    skill: str
    label: str
    category: str
    known: bool
    roles: list[str] = field(default_factory=list)


@click.command()
@click.argument("roles", nargs=-1, metavar="[ROLE]...", shell_complete=complete.roles)
@click.option(
    "--same",
    "pairs",
    multiple=True,
    metavar="WORDS=SKILL",
    help="Both mean one skill: make the words of a role another name of a skill. Repeatable.",
)
@click.option(
    "--category", metavar="ID", default="", help="For a new skill, where both sides of --same are free text."
)
@reporting("skills", "wrote")
def skills(reporter: Reporter, roles: tuple[str, ...], pairs: tuple[str, ...], category: str) -> None:
    """List the skills that roles share, and those that go by nearly the same name.

    Without a ROLE, all roles of the project are taken.
    """
    if pairs and roles:
        raise click.UsageError("Name roles to list their skills, or pairs with --same, not both.")
    if category and not pairs:
        raise click.UsageError("--category is for a new skill, made with --same.")
    reporter.facts = {"skills": [], "wrote": None}
    if pairs:
        _agree(reporter, pairs, category)
    else:
        _list(reporter, roles)


def _agree(reporter: Reporter, pairs: Sequence[str], category: str) -> None:
    from guidebuild.cli.writing import Writing, write_all
    from guidebuild.importers.merging.synonyms import agree
    from guidebuild.model.library import load_library
    from guidebuild.model.project import find_project
    from guidebuild.sources import shown

    project = find_project(sources.working_folder())
    if project is None:
        raise click.UsageError("There is no project here to write to: no content/ folder and no guide.yml.")
    agreed = agree(pairs, load_library(project), project, category)
    before = None if agreed.before is None else agreed.before.encode()
    write_all([Writing(agreed.file, before, agreed.after.encode())])
    for words, label in agreed.pairs:
        reporter.say(f"'{words}' is now another name of '{label}'")
    reporter.say(f"wrote {shown(agreed.file)}")
    reporter.facts = {"skills": [], "wrote": shown(agreed.file)}
    reporter.report(())


def _list(reporter: Reporter, roles: Sequence[str]) -> None:
    from guidebuild.importers.meaning.near_skills import near_skills
    from guidebuild.model.library import load_library
    from guidebuild.model.project import find_project

    library = load_library(find_project(sources.working_folder()))
    wanted = _wanted(library, roles)
    lines = _lines(library, wanted)
    reporter.facts = {"skills": [asdict(line) for line in lines], "wrote": None}
    if not reporter.as_json:
        labels = {entry.node.id: entry.node.label for entry in library.categories}
        click.echo(_table(lines, labels))
        reporter.stdout_taken = True  # the list is the output; what is to be confirmed goes beside it
    near = [one.diagnostic() for one in near_skills(library, wanted)]
    reporter.report(reporter.sound((*library.diagnostics, *near)))


def _wanted(library: Library, roles: Sequence[str]) -> tuple[str, ...]:
    """The roles that are meant: those named, else the project's, else all."""
    from guidebuild.diagnostics import GuideError
    from guidebuild.model.references import unknown

    named = tuple(dict.fromkeys(roles))
    if missing := [role for role in named if role not in library.roles]:
        raise GuideError(unknown(library, "roles", role) for role in missing)
    own = tuple(role for role in library.roles.ids() if library.roles.origin(role) == "project")
    return named or own or library.roles.ids()


def _lines(library: Library, roles: Sequence[str]) -> list[_Line]:
    """Skills that many roles share first; then in the order of categories, and as the roles list them."""
    from guidebuild.importers.meaning.near_skills import names_for
    from guidebuild.model.sameness import same_key

    lines: dict[str, _Line] = {}
    for role in roles:
        entry = library.roles.get(role)
        names = names_for(library, entry.node) if entry else None
        for use in entry.node.skills if entry else ():
            known = names.find(use.skill) if names else None
            skill = library.skills.get(known) if known else None
            label, category = (skill.node.label, skill.node.category) if skill else (use.skill, "")
            line = lines.setdefault(
                same_key(label), _Line(known or use.skill, label, category, known is not None)
            )
            if role not in line.roles:
                line.roles.append(role)
    order = {id_: place for place, id_ in enumerate(library.categories.ids())}
    return sorted(lines.values(), key=lambda line: (-len(line.roles), order.get(line.category, len(order))))


def _table(lines: Sequence[_Line], labels: dict[str, str]) -> str:
    """Columns as wide as their widest word."""
    rows = [(line.label, labels.get(line.category, "-"), ", ".join(line.roles)) for line in lines]
    table = [_HEAD, *(tuple(printable(cell) for cell in row) for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(_HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    )
