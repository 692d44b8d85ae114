"""What the user is told: diagnostics, faults and notes, as text or as JSON.

Comes in: diagnostics and what the command line asked for. Goes out: text on standard error, or one JSON
value on standard output (on standard error when the PDF itself goes to standard output). Refuses: to decide
exit codes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import click

from guidebuild.cli.terminal import is_lively, printable
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError, Severity, sort_key

SHOWN = 100
STRICT_NOTES = frozenset({"unknown-key", "not-used"})
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclass
class Reporter:
    """One command's voice. `strict` turns warnings into errors, and notes on keys that are not used; `quiet` keeps
    errors only.

    JSON is the list of diagnostics, or, for a command with `facts`, an object of these and the list.
    """

    format: Literal["text", "json"] = "text"
    strict: bool = False
    quiet: bool = False
    verbose: bool = False
    stdout_taken: bool = False
    facts: dict[str, object] | None = None

    @property
    def as_json(self) -> bool:
        return self.format == "json"

    def settle(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics in the order of reports, each once, as severe as the user wants them."""
        unique = sorted(set(diagnostics), key=sort_key)
        if not self.strict:
            return tuple(unique)
        return tuple(
            replace(d, severity="error") if d.severity == "warning" or d.code in STRICT_NOTES else d
            for d in unique
        )

    def sound(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The settled warnings and notes. Raises `GuideError` with all of them when one is an error."""
        settled = self.settle(diagnostics)
        if any(d.severity == "error" for d in settled):
            raise GuideError(settled)
        return settled

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Show settled diagnostics. JSON is printed even when there are none: a program reads it."""
        settled = tuple(diagnostics)
        if self.as_json:
            self._print_json([_as_dict(d) for d in settled])
            return
        shown = [d for d in settled if d.severity == "error" or not self.quiet]
        colour = is_lively(sys.stderr)
        for diagnostic in shown[:SHOWN]:
            click.echo(_as_text(diagnostic, colour=colour), err=True, color=colour)
        if len(shown) > SHOWN:
            click.echo(f"... and {len(shown) - SHOWN} more (--format json lists all)", err=True)
        if shown:
            click.echo(count(shown), err=True)
        worst = next((d for d in shown if d.severity == "error"), None)
        if worst and colour:  # for somebody who reads along, not for a log
            click.echo(f"To learn more: guidebuild explain {worst.code}", err=True)

    def fault(self, fault: EnvironmentFault) -> None:
        """Show what is wrong with the machine."""
        hints = (fault.hint,) if fault.hint else ()
        self._alone(Diagnostic("error", "environment", fault.message, hints=hints))

    def misuse(self, message: str) -> None:
        """Show what is wrong with the command line."""
        self._alone(Diagnostic("error", "usage", message))

    def _alone(self, diagnostic: Diagnostic) -> None:
        if self.as_json:
            self._print_json([_as_dict(diagnostic)])
        else:
            colour = is_lively(sys.stderr)
            click.echo(_as_text(diagnostic, colour=colour), err=True, color=colour)

    def say(self, text: str) -> None:
        """A line for people about what was done. It stays out of the way of a PDF on standard output."""
        if not self.quiet and not self.as_json:
            click.echo(printable(text), err=self.stdout_taken)

    def _print_json(self, rows: list[dict[str, object]]) -> None:
        value = rows if self.facts is None else {**self.facts, "diagnostics": rows}
        click.echo(json.dumps(value, ensure_ascii=False, indent=1), err=self.stdout_taken)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """ "1 error, 2 warnings"; severities with none are left out."""
    severities = [d.severity for d in diagnostics]
    order: tuple[Severity, ...] = ("error", "warning", "note")
    numbers = [(severities.count(severity), severity) for severity in order]
    return ", ".join(f"{n} {word}" + ("s" if n > 1 else "") for n, word in numbers if n)


def _as_text(diagnostic: Diagnostic, *, colour: bool) -> str:
    text = printable(str(diagnostic))
    if not colour:
        return text
    label = f"{diagnostic.severity}[{diagnostic.code}]"
    return text.replace(label, click.style(label, fg=_COLOURS[diagnostic.severity], bold=True), 1)


def _as_dict(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "file": span.file if span else None,
        "line": span.line if span and span.line else None,
        "column": span.column if span and span.column else None,
        "path": span.path if span else "",
        "hints": list(diagnostic.hints),
    }
