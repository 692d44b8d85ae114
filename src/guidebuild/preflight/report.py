"""A whole preflight: a file, a shop, and what all checks have found.

Comes in: the bytes of a file, the name to show for it, and the name or path of a shop, or nothing. Goes out: `Report`.
Refuses: files that cannot be opened and shops that cannot be read, with `GuideError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guidebuild.diagnostics import Diagnostic, Severity, Span
from guidebuild.preflight.checks import CHECKS
from guidebuild.preflight.checks.standards import press_claim
from guidebuild.preflight.document import read
from guidebuild.preflight.findings import Finding, Outcome, pages_in_words
from guidebuild.preflight.marks import Document
from guidebuild.preflight.ours import is_ours, with_setting
from guidebuild.preflight.shop import Shop, load

_SEVERITIES: dict[Outcome, Severity] = {"failure": "error", "warning": "warning", "pass": "note"}


@dataclass(frozen=True, slots=True)
class Report:
    """What a shop would say. `shop` is the name or path that it was found under, `title` what it is called."""

    file: str
    shop: str
    title: str
    pages: int
    findings: tuple[Finding, ...]

    def by(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.outcome == outcome)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The failures and warnings in the form of all other problems."""
        return tuple(
            _diagnostic(finding, self.file) for finding in self.findings if finding.outcome != "pass"
        )


def _diagnostic(finding: Finding, file: str) -> Diagnostic:
    pages = pages_in_words(finding.pages)
    message = f"{finding.sentence} ({pages})" if pages else finding.sentence
    hints = (finding.hint,) if finding.hint else ()
    return Diagnostic(_SEVERITIES[finding.outcome], finding.check, message, Span(file), hints)


def preflight(data: bytes, shown: str, shop: str = "") -> Report:
    """Judge a file. Without a shop, the one that fits what the file claims to be is taken. Raises `GuideError`."""
    asked = load(shop) if shop else None
    document = read(data, shown)
    name = shop or usual_shop(document)
    judge = asked or load(name)
    found = findings(document, judge)
    if is_ours(document):
        found = (with_setting(finding, document, judge) for finding in found)
    return Report(shown, name, judge.title, len(document.pages), tuple(found))


def findings(document: Document, shop: Shop) -> Iterator[Finding]:
    """What each check has to say, in the order of the checks."""
    for name, check in CHECKS.items():
        yield from (replace(finding, check=name) for finding in check(document, shop))


def usual_shop(document: Document) -> str:
    """PDF/X says that a file is for a press; anything else is printed at hand."""
    claim = press_claim(document)
    if not claim:
        return "office"
    return "press-x4" if claim.startswith("PDF/X-4") else "online-press"
