"""How a plan reaches the user: as a difference to look at, or as files.

Comes in: a `Plan` and the folder that it is for. Goes out: a unified diff on standard output, or the files, all of them
or none, and a few lines that say what was done and what to do next; the same as facts for a program. Refuses: like
`cli.writing`.
"""

from __future__ import annotations

import difflib
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild import sources
from guidebuild.cli.output import sweep
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import is_lively, printable
from guidebuild.cli.writing import Writing, write_all

if TYPE_CHECKING:
    from guidebuild.importers.merging.plan import Change, Plan

FACTS = ("files", "added", "updated", "kept", "removed")
"""What is told as JSON besides the diagnostics."""

_FOLDERS = (".", "content", "content/roles", "content/guides", "content/imported")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def deliver(
    reporter: Reporter, plan: Plan, folder: Path, others: Sequence[str] | None, *, dry_run: bool
) -> None:
    """Show the plan, or carry it out, and say so.

    `others` are roles that a single imported one may be compared with; None: something must be mended before a build.
    """
    if dry_run:
        _show(reporter, plan, folder)
    else:
        sweep(folder / part for part in _FOLDERS)
        write_all([_writing(change) for change in plan.changes])
    _state(reporter, plan, folder, dry_run=dry_run)
    for line in _told(plan, folder, others, dry_run=dry_run):
        reporter.say(line)


def _writing(change: Change) -> Writing:
    before = None if change.before is None else change.before.encode()
    return Writing(change.file, before, change.after.encode())


def _show(reporter: Reporter, plan: Plan, folder: Path) -> None:
    """The difference that an import would make; records are named only."""
    if reporter.as_json:
        return
    colour = is_lively(sys.stdout)
    for change in plan.changes:
        for line in () if change.is_record else _difference(change, folder):
            fg = None if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
            text = printable(line)
            click.echo(click.style(text, fg=fg) if colour and fg else text, color=colour)


def _difference(change: Change, folder: Path) -> Iterator[str]:
    name = _name(change, folder)
    old = "/dev/null" if change.before is None else f"a/{name}"
    before, after = ((text or "").splitlines() for text in (change.before, change.after))
    return difflib.unified_diff(before, after, old, f"b/{name}", lineterm="")


def _name(change: Change, folder: Path) -> str:
    return change.file.relative_to(folder.resolve()).as_posix()


def _state(reporter: Reporter, plan: Plan, folder: Path, *, dry_run: bool) -> None:
    """The same for programs: with a dry run, each file comes with its text as it would be."""
    files = []
    for change in plan.changes:
        row = {"file": _name(change, folder), "new": change.before is None, "record": change.is_record}
        files.append(row | ({"text": change.after} if dry_run and not change.is_record else {}))
    tally = plan.tally
    values = (files, tally.added, tally.updated, tally.kept, tally.removed)
    reporter.facts = dict(zip(FACTS, values, strict=True))


def _told(plan: Plan, folder: Path, others: Sequence[str] | None, *, dry_run: bool) -> Iterator[str]:
    """What was done in a few lines, and what to do next."""
    content = [change for change in plan.changes if not change.is_record]
    if not content:
        if any(entry.kind != "sources" for entry in plan.entries):
            yield "Nothing new: the files say already what the source says." + _counted(plan)
        else:
            yield "Nothing was written: all that the source has is what you deleted."
        return
    verb = "Would write" if dry_run else "Wrote"
    yield f"{verb} {_listed([_name(change, folder) for change in content])}.{_counted(plan)}"
    if any(change.is_record for change in plan.changes):
        told = "what was imported" if not dry_run else "what is imported"
        yield f"{verb} to content/imported/ {told}, so that importing again can tell your edits."
    if dry_run:
        return
    if others is None:
        yield "Next: mend what the warnings name, for it cannot be printed; then guidebuild check tells what is left."
    elif command := _next(plan, others):
        yield f"Next: {_there(folder)}{command}"


def _there(folder: Path) -> str:
    """Where the command is to be given, if not here."""
    here = sources.working_folder().resolve()
    if here == folder.resolve() or here.is_relative_to(folder.resolve()):
        return ""
    return f"cd {shlex.quote(os.path.relpath(folder.resolve(), here))} && "


def _counted(plan: Plan) -> str:
    tally = plan.tally
    numbers = ((tally.added, "added"), (tally.updated, "updated"), (tally.removed, "taken out"),
               (tally.kept, "kept as you have them"))  # fmt: skip
    told = [f"{number:,} {word}" for number, word in numbers if number]
    return f" Facts: {', '.join(told)}." if told else ""


def _listed(names: Sequence[str]) -> str:
    few = names if len(names) <= 8 else [*names[:7], f"{len(names) - 7} more files"]
    return " and ".join([", ".join(few[:-1]), few[-1]] if len(few) > 1 else few)


def _next(plan: Plan, others: Sequence[str]) -> str:
    """The command that makes something of what was imported; as it stands it can be given."""
    if guide := next((entry.id for entry in plan.entries if entry.kind == "guides"), ""):
        return f"guidebuild pdf {guide}"
    roles = [entry.id for entry in plan.entries if entry.kind == "roles"]
    if len(roles) > 6:
        roles = roles[:2]
    if len(roles) > 1:
        return f"guidebuild pdf --roles {','.join(roles)}"
    if roles and others:
        return f"guidebuild pdf --roles {roles[0]},{others[0]}"
    return ""
