"""Options that several commands share.

Comes in: a command's function. Goes out: the same with `--format`, `--strict`, `--quiet` and `--verbose`,
which fill the `Reporter` that it is handed. Refuses: `--quiet` together with `--verbose`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from guidebuild.cli.reporter import Reporter

_FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print: for people, or as JSON for editors and CI.",
)
_STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
_VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Print the time of each stage as well.")


def reporting(function: Callable[..., None]) -> Callable[..., None]:
    """Add the shared options and hand the function a `reporter` in their place."""

    @functools.wraps(function)
    def command(format_: Any, strict: bool, quiet: bool, verbose: bool, **rest: Any) -> None:
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose contradict each other.")
        reporter = Reporter(format_, strict, quiet, verbose)
        click.get_current_context().find_root().obj = reporter
        function(reporter=reporter, **rest)

    wrapped: Callable[..., None] = command
    for option in (_VERBOSE, _QUIET, _STRICT, _FORMAT):
        wrapped = option(wrapped)
    return wrapped
