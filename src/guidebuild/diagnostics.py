"""What went wrong, where, and what to do about it.

Comes in: nothing. Goes out: `Span`, `Diagnostic`, `GuideError` and `EnvironmentFault`, the only ways in
which the stages report a problem. Refuses: to print or to exit; that is the business of `cli`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands in an author's file: line and column count from 1, 0 means "the file as a whole".

    `path` is the way to the value inside the file, as in `skills[3].level`; it may be empty.
    """

    file: str
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in plain words, with its place and hints for mending it."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hints: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        head = f"{self.severity}[{self.code}]: {self.message}"
        lines = [f"{self.span}: {head}" if self.span else head]
        lines += [f"  hint: {hint}" for hint in self.hints]
        return "\n".join(lines)


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Order of reports: by file, line and column, so that equal input gives equal output."""
    span = diagnostic.span or Span("")
    return (span.file, span.line, span.column, diagnostic.code, diagnostic.message)


class GuideError(Exception):
    """The content is wrong. Carries every diagnostic found, warnings included."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics), key=sort_key))
        super().__init__("\n".join(str(d) for d in self.diagnostics))

    def __reduce__(self) -> tuple[type[GuideError], tuple[tuple[Diagnostic, ...]]]:
        return (GuideError, (self.diagnostics,))


class EnvironmentFault(Exception):  # noqa: N818 -- it is the machine's fault, and reads as that
    """The machine is in the way (unwritable target, full disk, missing font file), not the content."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message if not hint else f"{message}\n  hint: {hint}")

    def __reduce__(self) -> tuple[type[EnvironmentFault], tuple[str, str]]:
        return (EnvironmentFault, (self.message, self.hint))


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint that names the nearest known word, or no hint when nothing is near."""
    near = nearest(word, known, cutoff=0.6)
    return (f"did you mean '{near}'?",) if near else ()


def nearest(word: str, known: Iterable[str], *, cutoff: float) -> str:
    """The known word that is most alike, or "" when none is; `cutoff` runs from 0 (anything) to 1 (equal)."""
    import difflib

    near = difflib.get_close_matches(word[:200], sorted(known), n=1, cutoff=cutoff)
    return near[0] if near else ""
