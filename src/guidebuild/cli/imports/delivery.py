"""How a plan reaches the user: as a difference to look at, or as files.

Comes in: a `Plan` and the folder that it is for. Goes out: a unified diff on standard output, or the files, all of them
or none, and a few lines that say what was done. Refuses: like `cli.writing`.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import is_lively, printable
from guidebuild.cli.writing import Writing, write_all

if TYPE_CHECKING:
    from guidebuild.importers.plan import Change, Plan

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show(reporter: Reporter, plan: Plan, folder: Path) -> None:
    """Print the difference; write nothing."""
    colour = is_lively(sys.stdout)
    for change in plan.changes:
        for line in _difference(change, folder):
            fg = None if line.startswith(("+++", "---")) else _COLOURS.get(line[:1])
            click.echo(
                click.style(printable(line), fg=fg) if colour and fg else printable(line), color=colour
            )


def _difference(change: Change, folder: Path) -> Iterator[str]:
    name = change.file.relative_to(folder.resolve()).as_posix()
    before = (change.before or "").splitlines()
    old = name if change.before is not None else "/dev/null"
    return difflib.unified_diff(before, change.after.splitlines(), old, name, lineterm="")


def write(reporter: Reporter, plan: Plan, folder: Path) -> None:
    """Write the files."""
    write_all([
        Writing(change.file, None if change.before is None else change.before.encode(), change.after.encode())
        for change in plan.changes
    ])  # fmt: skip
    for change in plan.changes:
        reporter.say(f"wrote {change.file.relative_to(folder.resolve()).as_posix()}")
