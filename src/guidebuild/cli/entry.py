"""The click group, and the one place that turns what went wrong into words and an exit code.

Comes in: the command line. Goes out: exit code 0 (done), 1 (the content is wrong), 2 (the command line is
wrong), 3 (the environment is wrong), 130 (stopped with Ctrl-C), 141 (the reader of a pipe has gone).
Refuses: to hide any other exception; that is a bug, and its traceback says where.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from guidebuild import __version__
from guidebuild.cli.check import check
from guidebuild.cli.explain import explain
from guidebuild.cli.imports import import_
from guidebuild.cli.output import reason
from guidebuild.cli.pdf import pdf
from guidebuild.cli.preflight import preflight
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.roles import roles
from guidebuild.cli.skills import skills
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError

CONTENT_WRONG, COMMAND_WRONG, ENVIRONMENT_WRONG, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141

_STREAM_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)

_EPILOG = """\b
Exit codes: 0 done, 1 the content is wrong, 2 the command line is wrong,
3 the machine is in the way (unwritable target, full disk, incomplete installation).

\b
Shell completion: put the line for your shell into its start-up file.
  bash   command -v guidebuild >/dev/null && eval "$(_GUIDEBUILD_COMPLETE=bash_source guidebuild)"
  zsh    command -v guidebuild >/dev/null && eval "$(_GUIDEBUILD_COMPLETE=zsh_source guidebuild)"
  fish   command -q guidebuild; and _GUIDEBUILD_COMPLETE=fish_source guidebuild | source
"""


class Program(click.Group):
    """A group whose commands may raise `GuideError`, `EnvironmentFault` and `OSError`."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Help, version and completion are printed before any command is invoked."""
        try:
            return super().main(*args, **extra)
        except OSError as err:
            _own_up(err, Reporter())
            sys.exit(ENVIRONMENT_WRONG)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GuideError as err:
            reporter = ctx.obj or Reporter()
            reporter.report(reporter.settle(err.diagnostics))
            ctx.exit(exit_code(err.diagnostics))
        except EnvironmentFault as err:
            (ctx.obj or Reporter()).fault(err)
            ctx.exit(ENVIRONMENT_WRONG)
        except click.UsageError as err:
            if not (ctx.obj and ctx.obj.as_json):
                raise
            ctx.obj.misuse(err.format_message())
            ctx.exit(COMMAND_WRONG)
        except KeyboardInterrupt:
            click.echo("Stopped; nothing was written.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _hush(sys.stdout)
            ctx.exit(PIPE_CLOSED)
        except OSError as err:
            _own_up(err, ctx.obj or Reporter())
            ctx.exit(ENVIRONMENT_WRONG)


@click.group(
    cls=Program,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="guidebuild")
def program() -> None:
    """Printed career guides that compare job roles: YAML in, a branded, tagged PDF out."""


for _command in (pdf, check, roles, skills, import_, preflight, explain):
    program.add_command(_command)


def main() -> None:
    """The entry point: a terminal that lacks a character shows its escape instead of failing."""
    # Plugins of other packages have no say here, and looking for them reads the metadata of every one installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _require_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    program(prog_name="guidebuild")


def _require_streams() -> None:
    """Where a stream is closed, words are lost, and the next file that is opened would take its place."""
    closed = [name for name, stream in (("output", sys.stdout), ("error", sys.stderr)) if stream is None]
    if closed:
        verb = "is" if len(closed) == 1 else "are"
        message = f"error[environment]: standard {' and standard '.join(closed)} {verb} closed"
        print(f"{message}\n  hint: send it to a file or to {os.devnull}", file=sys.stderr or sys.stdout)
        sys.exit(ENVIRONMENT_WRONG)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """2 when nothing is wrong but what was asked for: no error stands in a file, all on the command line."""
    errors = [d for d in diagnostics if d.severity == "error"]
    asked = [d for d in errors if d.span is None or d.span.file.startswith("--")]
    return COMMAND_WRONG if errors and len(asked) == len(errors) else CONTENT_WRONG


def _own_up(err: OSError, reporter: Reporter) -> None:
    """The machine refused, and nobody below knew better words. What names no file is standard output."""
    if err.filename is None:
        if err.errno not in _STREAM_FULL:
            raise err
        reporter.stdout_taken = True
        _hush(sys.stdout)
    where = err.filename if err.filename is not None else "standard output"
    reporter.fault(EnvironmentFault(f"{where} cannot be used: {reason(err)}"))


def _hush(stream: Any) -> None:
    """Python flushes its streams once more at exit; let the null device take what is left."""
    with contextlib.suppress(OSError, ValueError):  # in tests the stream is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
