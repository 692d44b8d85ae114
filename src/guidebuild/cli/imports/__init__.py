"""`guidebuild import`: what the world already has, as content of a project.

Comes in: the name of a kind, and what that kind needs. Goes out: the command of that kind, from a module of its own
that is loaded when it is asked for. Refuses: kinds that there are not.
"""

from __future__ import annotations

import importlib

import click

KINDS = ("article", "onet", "salaries", "jobs", "esco")


class _Kinds(click.Group):
    """One command for each kind."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(KINDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in KINDS:
            return None
        module = importlib.import_module(f"{__name__}.{name}")
        command: click.Command = getattr(module, name)
        return command


@click.group("import", cls=_Kinds)
def import_() -> None:
    """Turn an article, O*NET, a table of salaries, job postings or ESCO into content.

    Importing again keeps what you changed, adds what is new and tells what is gone.
    """
