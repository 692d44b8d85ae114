"""Options that several commands share.

Comes in: a command's function. Goes out: the same with `--format`, `--strict`, `--quiet` and, where there are stages
to time, `--verbose`, which fill the `Reporter` that it is handed. Refuses: `--quiet` together with `--verbose`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from guidebuild.cli.reporter import Reporter

_STRICT = click.option(
    "--strict",
    is_flag=True,
    help="Treat warnings about content and brand, and keys that are not used, as errors.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
_VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Print the time of each stage as well.")


def web_address(_ctx: click.Context, _option: click.Parameter, value: str) -> str:
    """The address of a page, as an option; "" where none is given.

    Raises `click.BadParameter` for anything else.
    """
    from guidebuild.yamlfile.address import checked_web

    try:
        return checked_web(value) if value else ""
    except ValueError as err:
        raise click.BadParameter(str(err)) from err


def reporting(*facts: str, stages: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add the shared options and hand the function a `reporter` in their place.

    With `facts`, `--format json` prints an object with these keys and "diagnostics"; without, the list of these alone.
    With `stages`, there is `--verbose` too.
    """

    def begin(ctx: click.Context, _option: click.Parameter, value: Any) -> None:
        ctx.find_root().obj = Reporter(value, facts=dict.fromkeys(facts) if facts else None)

    format_ = click.option(
        "--format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        callback=begin,
        is_eager=True,  # so that what is wrong with the other options is said in the form that was asked for
        expose_value=False,
        help="How to print: for people, or as JSON for editors and CI.",
    )

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def command(strict: bool, quiet: bool, verbose: bool = False, **rest: Any) -> None:
            if quiet and verbose:
                raise click.UsageError("--quiet and --verbose contradict each other.")
            reporter: Reporter = click.get_current_context().find_root().obj
            reporter.strict, reporter.quiet, reporter.verbose = strict, quiet, verbose
            function(reporter=reporter, **rest)

        wrapped: Callable[..., None] = command
        for option in (*((_VERBOSE,) if stages else ()), _QUIET, _STRICT, format_):
            wrapped = option(wrapped)
        return wrapped

    return decorate
