"""`docs/diagnostics.md` is made from the catalogue (`guidebuild.catalogue`); `--update-golden` makes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebuild.catalogue import Entry, Example, rooms

PAGE = Path(__file__).resolve().parents[2] / "docs" / "diagnostics.md"
HEAD = """\
# What each message means

A message of guidebuild has a code in square brackets, as in `error[unknown-key]`. This page lists all codes with what
they mean, what to do, and an example; `guidebuild explain unknown-key` prints one of them. Errors stop a build,
warnings name what should be changed, notes what is good to know; with `--strict`, warnings are errors too.
"""


def page() -> str:
    return "\n".join(
        [HEAD, *(line for room in rooms() for line in _room(room.title, room.about, room.entries))]
    )


def _room(title: str, about: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    yield f"## {title}\n\n{about}\n"
    for entry in entries:
        yield f"### {entry.code}\n\n*{' or '.join(entry.severities)}* · {entry.means}\n\n{entry.hint}\n"
        yield from _example(entry.example)


def _example(example: Example) -> Iterator[str]:
    if example.file:
        yield f"`{example.file}`:\n\n```text\n{example.wrote.rstrip()}\n```\n"
    yield f"`guidebuild {example.run}`:\n" if example.run else "It looks like this:\n"
    yield f"```text\n{example.prints}\n```\n"


def test_the_list_in_the_docs_is_that_of_the_catalogue(request: pytest.FixtureRequest) -> None:
    """Made anew by `pytest tests/docs/test_docs_diagnostics.py --update-golden`."""
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
