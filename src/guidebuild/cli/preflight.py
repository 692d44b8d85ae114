"""`guidebuild preflight`: judge a finished PDF as a print shop does.

Comes in: a PDF file, ours or not, and perhaps a shop. Goes out: each result in a sentence, with its pages and how to
mend it; exit code 1 when the shop would refuse the file. Refuses: what is no PDF, and shops that it does not know.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from guidebuild import sources
from guidebuild.cli.options import reporting
from guidebuild.cli.reporter import Reporter
from guidebuild.cli.terminal import is_lively, printable
from guidebuild.diagnostics import GuideError, Span

if TYPE_CHECKING:
    from guidebuild.preflight.findings import Finding, Outcome
    from guidebuild.preflight.report import Report

_ORDER: tuple[Outcome, ...] = (
    "pass",
    "warning",
    "failure",
)  # what is to be mended stands last, near the prompt
_COLOURS: dict[Outcome, str] = {"pass": "green", "warning": "yellow", "failure": "red"}
_HEAD = max(map(len, _ORDER)) + 2


def _shops(_ctx: click.Context, _option: click.Parameter, typed: str) -> list[CompletionItem]:
    """The shops that ship with the program, and files."""
    from guidebuild.preflight.shop import names

    found = [CompletionItem(name) for name in names() if name.startswith(typed)]
    return found or [CompletionItem(typed, type="file")]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--shop", metavar="NAME", default="", shell_complete=_shops,
              help="office, copy-shop, booklet, online-press, press-x4, us-press, or a file of your own.  "
              "[default: a press for PDF/X files, else office]")  # fmt: skip
@reporting("file", "shop", "pages", "checks")
def preflight(reporter: Reporter, file: Path, shop: str) -> None:
    """Judge a finished PDF as a print shop does.

    FILE is any PDF. Each result is told in a sentence, with the pages and how to mend it. The exit code
    is 1 when the shop would refuse the file.
    """
    from guidebuild.preflight.document import PDF_LIMIT
    from guidebuild.preflight.report import preflight as judge

    try:
        data = sources.read_bytes(file, limit=PDF_LIMIT)
    except sources.RefusedError as error:
        raise GuideError([error.diagnostic(Span(str(file)))]) from error
    report = judge(data, str(file), shop)
    problems = reporter.settle(report.diagnostics())
    if reporter.as_json:
        reporter.facts = _facts(report)
        reporter.report(problems)
    else:
        _tell(reporter, report)
    if any(problem.severity == "error" for problem in problems):
        click.get_current_context().exit(1)


def _facts(report: Report) -> dict[str, Any]:
    return {
        "file": report.file,
        "shop": report.shop,
        "pages": report.pages,
        "checks": [asdict(finding) for finding in report.findings],
    }


def _tell(reporter: Reporter, report: Report) -> None:
    """The results for people; with --quiet only what the shop refuses."""
    colour = is_lively(sys.stdout)
    quiet: tuple[Outcome, ...] = ("warning", "failure") if reporter.strict else ("failure",)
    for outcome in quiet if reporter.quiet else _ORDER:
        for finding in report.by(outcome):
            click.echo(_lines(finding, colour=colour))
    reporter.say(_sum_up(report, strict=reporter.strict))


def _lines(finding: Finding, *, colour: bool) -> str:
    from guidebuild.preflight.findings import pages_in_words

    told = finding.measured in finding.sentence
    details = "; ".join(filter(None, (pages_in_words(finding.pages), "" if told else finding.measured)))
    lines = [f"{finding.check}: {finding.sentence}", details, f"hint: {finding.hint}" if finding.hint else ""]
    text = ("\n" + " " * _HEAD).join(printable(line) for line in lines if line)
    head = finding.outcome.ljust(_HEAD)
    return (click.style(head, fg=_COLOURS[finding.outcome], bold=True) if colour else head) + text


def _sum_up(report: Report, *, strict: bool) -> str:
    counts = {outcome: len(report.by(outcome)) for outcome in _ORDER}
    failures, warnings = counts["failure"], counts["warning"]
    parts = [
        f"{failures} failure" + ("s" if failures != 1 else ""),
        f"{warnings} warning" + ("s" if warnings != 1 else ""),
        f"{counts['pass']} passed",
    ]
    verdict = "would refuse this file" if failures or (strict and warnings) else "can print this file"
    pages = f"{report.pages} page" + ("s" if report.pages != 1 else "")
    return f"{report.file}, {pages}: {report.title} {verdict} ({', '.join(parts)})."
