"""`guidebuild explain`: what a code in square brackets means, what to do, and an example.

A code comes in, or none; what the catalogue says of it goes out, or the list of all codes by room. A code that there is
not ends with exit code 2, and with those that are written nearly so.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from textwrap import indent
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import printable

if TYPE_CHECKING:
    from guidebuild.catalogue import Entry, Example

_WIDTH = 88
_MOST_NEAR = 3


def _codes(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    from guidebuild.catalogue import codes

    return [CompletionItem(code) for code in codes() if code.startswith(typed)]


@click.command()
@click.argument("code", required=False, default="", shell_complete=_codes)
@reporting()
def explain(reporter: Reporter, code: str) -> None:
    """Say what a message means, by its code.

    CODE is what stands in square brackets, as in error[unknown-key]. Without one, all codes are listed.
    """
    if reporter.as_json:
        click.echo(json.dumps(asdict(_found(code)) if code else _all(), ensure_ascii=False, indent=1))
    else:
        click.echo(printable(_told(_found(code)) if code else _listed()))


def _found(given: str) -> Entry:
    """The entry of a code, which may have been copied with its brackets."""
    from difflib import get_close_matches

    from guidebuild.catalogue import codes

    code = given.strip().rpartition("[")[2].rstrip(":").rstrip("]")
    if code in codes():
        return codes()[code]
    near = get_close_matches(code[:80], codes(), n=_MOST_NEAR, cutoff=0.6)
    hint = f"the nearest are: {', '.join(near)}" if near else "'guidebuild explain' lists all codes"
    raise click.BadParameter(f"there is no code '{given[:80]}'; {hint}", param_hint="'CODE'")


def _told(entry: Entry) -> str:
    parts = [
        f"{entry.code}: {' or '.join(entry.severities)}",
        _wrapped(entry.means),
        _wrapped(f"What to do: {entry.hint}"),
        *_example(entry.example),
    ]
    return "\n\n".join(parts)


def _example(example: Example) -> list[str]:
    written = [f"Example, in {example.file}:", indent(example.wrote.rstrip(), "    ")] if example.file else []
    run = f"guidebuild {example.run} prints:" if example.run else "It looks like this:"
    return [*written, run, indent(example.prints, "    ")]


def _wrapped(text: str) -> str:
    return click.wrap_text(text, width=_WIDTH)


def _listed() -> str:
    """All codes by room, with the severities that they can have."""
    from guidebuild.catalogue import codes, rooms

    width = max(map(len, codes()))
    blocks = []
    for room in rooms():
        lines = [f"  {entry.code.ljust(width)}  {'/'.join(entry.severities)}" for entry in room.entries]
        blocks.append("\n".join([f"{room.title}. {room.about}", *lines]))
    return "\n\n".join(blocks)


def _all() -> list[dict[str, Any]]:
    from guidebuild.catalogue import rooms

    return [{"room": room.title, **asdict(entry)} for room in rooms() for entry in room.entries]
