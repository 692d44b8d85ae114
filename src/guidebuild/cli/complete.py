"""What the shell offers after a tab: the ids of guides and roles, taken from file names alone.

Comes in: what has been typed. Goes out: the ids that begin so. Refuses: nothing; without content it offers
nothing.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from guidebuild import sources
from guidebuild.diagnostics import EnvironmentFault


def guides(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Guide ids, and files, since a guide may be named by its path too."""
    found = [CompletionItem(id_) for id_ in _ids("guides") if id_.startswith(typed)]
    return found or [CompletionItem(typed, type="file")]


def roles(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Role ids after the last comma, without those that are named already."""
    head, comma, last = typed.rpartition(",")
    taken = head.split(",")
    return [
        CompletionItem(head + comma + id_)
        for id_ in _ids("roles")
        if id_.startswith(last) and id_ not in taken
    ]


def _ids(kind: str) -> list[str]:
    folders = [folder / "content" for folder in (Path.cwd(), *Path.cwd().parents)]
    with contextlib.suppress(EnvironmentFault):
        folders.append(sources.bundled("content"))
    return sorted({file.stem for folder in folders for file in (folder / kind).glob("*.yml")})
