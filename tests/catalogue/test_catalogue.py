"""The catalogue (`guidebuild.catalogue`) has every code that the program can print, as severe as it can be, no other.

The codes are looked for in the source (`codes_in_source`). Where one is put together or handed on in a table it cannot
be followed; those places are listed here, each with where its codes come from.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from codes_in_source import Found, search
from guidebuild.catalogue import Entry, codes, rooms
from guidebuild.cli import program
from guidebuild.model.references import NOUNS
from guidebuild.preflight.checks import CHECKS
from guidebuild.yamlfile import problems

ENTRIES = list(codes().values())
SHOWN = [entry for entry in ENTRIES if entry.example.run]
# What passes on a code that another place gives it.
PASSED_ON = {
    "importers/kinds/jobs/entries.py:entries_of",  # a whole diagnostic
    "importers/kinds/jobs/entries.py:note",
    "preflight/report.py:_diagnostic",  # the name of a check
    "sources.py:diagnostic",  # of a `RefusedError`
}
PUT_TOGETHER: dict[str, Callable[[], set[str]]] = {
    "brand/choice.py:_known": lambda: {"unknown-layout", "unknown-edition"},
    "model/references.py:unknown": lambda: {f"unknown-{noun.replace(' ', '-')}" for noun in NOUNS.values()},
    "yamlfile/problems.py:bad_pattern": lambda: {code for code, _, _ in problems._PATTERNS.values()},
    "yamlfile/problems.py:no_territory": lambda: {"bad-locale"},
}


@pytest.fixture(scope="module")
def found() -> Found:
    """All that the source can print; a check of a preflight is an error or a warning."""
    seen = search()
    for place, made in PUT_TOGETHER.items():
        for code in made():
            seen.add(code, "error", place)
    return seen


@pytest.mark.xdist_group("source")
def test_every_code_of_the_source_is_in_the_catalogue_and_every_other_way_round(found: Found) -> None:
    assert set(found.codes) | set(CHECKS) == set(codes())


@pytest.mark.slow
@pytest.mark.xdist_group("source")
def test_each_code_has_the_severities_that_the_source_gives_it(found: Found) -> None:
    ours = {entry.code: set(entry.severities) for entry in ENTRIES if entry.code not in CHECKS}
    assert ours == {code: set(severities) for code, severities in found.codes.items()}


def test_a_check_is_an_error_or_also_a_warning() -> None:
    for name in CHECKS:
        assert codes()[name].severities in {("error",), ("error", "warning")}, name


@pytest.mark.xdist_group("source")
def test_no_place_that_makes_a_diagnostic_escapes_the_search(found: Found) -> None:
    assert found.lost == PASSED_ON | set(PUT_TOGETHER)


def test_the_search_follows_whoever_passes_a_code_on(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "def say(code, message, *, mild=False):\n"
        "    severity = 'note' if mild else 'warning'\n"
        "    return Diagnostic(severity, code, message)\n"
        "def one(x):\n"
        "    return say('first' if x else 'second', '')\n"
        "def two():\n"
        "    return say('third', '', mild=True)\n"
        "def three():\n"
        "    return Diagnostic('error', f'{x}', '')\n"
    )
    seen = search(tmp_path)
    assert {code: set(severities) for code, severities in seen.codes.items()} == {
        "first": {"warning"},
        "second": {"warning"},
        "third": {"note"},
    }
    assert seen.lost == {"a.py:three"}


def test_a_code_is_written_once_and_in_its_order() -> None:
    for room in rooms():
        listed = [entry.code for entry in room.entries]
        assert listed == sorted(listed), room.name
    assert sum(len(room.entries) for room in rooms()) == len(codes())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_every_entry_says_what_it_means_and_what_to_do_in_sentences(entry: Entry) -> None:
    for text in (entry.means, entry.hint):
        assert text[:1].isupper() or text.startswith(("`", "--")), text
        assert text.endswith("."), text
    assert re.search(_head(entry), entry.example.prints), entry.example.prints


def _head(entry: Entry) -> str:
    """How a line with this code begins: as a diagnostic, as JSON, or as a result of a preflight."""
    severities = "|".join(entry.severities)
    return (
        rf"(?m)^(.*: )?({severities})\[{entry.code}\]: |\"code\": \"{entry.code}\"|"
        rf"^(failure|warning)  {entry.code}: "
    )


@pytest.mark.slow
@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.code)
def test_an_example_prints_what_the_catalogue_says(
    entry: Entry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is run in a folder of its own, called as in the book."""
    example, folder = entry.example, tmp_path / "fair"
    folder.mkdir()
    files = {**example.others, **({example.file: example.wrote} if example.file else {})}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert example.prints in CliRunner().invoke(program, shlex.split(example.run)).output


def test_most_that_an_author_can_write_wrong_is_shown_by_running_it() -> None:
    """An example that is not run may grow old."""
    content = next(room for room in rooms() if room.name == "content")
    assert sum(bool(entry.example.run) for entry in content.entries) >= len(content.entries) - 5
    assert len(SHOWN) >= 90
