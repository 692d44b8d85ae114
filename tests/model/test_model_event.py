"""Events: their last day, and what is said of one that is over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild.model.load import check, find_project, load_guide, load_library

Write = Callable[[str, str | bytes], Path]
Said = Callable[..., str]

GUIDE = "roles: [keeper, vet]\ndate: 2027-01-01\nevent:\n  name: Fair\n"
NOON_OF_MARCH_12 = "1804852800"  # 2027-03-12


@pytest.fixture
def roles(write: Write) -> None:
    write("content/roles/keeper.yml", "title: Keeper\ndefinition: Feeds the animals.\n")
    write("content/roles/vet.yml", "title: Vet\ndefinition: Heals them.\n")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "  until: 2027-03-12\n",
            "'until' is the last day of an event, which needs its first one, 'date', too",
        ),
        ("  date: 2027-03-12\n  until: 2027-03-11\n", "'until' must not be before 'date'"),
    ],
)
@pytest.mark.usefixtures("roles")
def test_an_event_ends_after_it_begins(said: Said, lines: str, message: str) -> None:
    assert message in said(GUIDE + lines, "guide.yml")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("  date: 2027-03-11\n", "guide.yml:5:9"),
        ("  date: 2027-03-10\n  until: 2027-03-11\n", "guide.yml:6:10"),
        ("  date: 2027-03-12\n", ""),
        ("  date: 2027-03-11\n  until: 2027-03-12\n", ""),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("roles")
def test_an_event_that_is_over_gets_a_note_at_its_line(
    write: Write, monkeypatch: pytest.MonkeyPatch, lines: str, place: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON_OF_MARCH_12)
    file = write("guide.yml", GUIDE + lines)
    loaded = load_guide(load_library(find_project(Path())))
    for told in (check([file]), check([]), list(loaded.warnings)):
        notes = [problem for problem in told if problem.code == "past-event"]
        assert [str(note.span) for note in notes] == [place] * bool(place)
        assert all(note.severity == "note" and "today is 2027-03-12" in note.message for note in notes)


@pytest.mark.usefixtures("roles")
def test_without_an_ordered_day_the_clock_decides(write: Write) -> None:
    file = write("guide.yml", GUIDE + "  date: 2019-03-11\n")
    assert [problem.code for problem in check([file])] == ["past-event"]
    file = write("guide.yml", GUIDE + "  date: 9019-03-11\n")
    assert not check([file])


def test_the_note_changes_no_byte_and_fails_no_strict_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a bundled guide whose fair is over says nothing: nobody but us could end it."""
    from guidebuild.cli import program

    event = "{name: Fair, date: 2027-03-11}"
    (tmp_path / "guide.yml").write_text(
        f"roles: [data-engineer, data-analyst]\ndate: 2027-01-01\nlayout: poster\nevent: {event}\n"
    )
    monkeypatch.chdir(tmp_path)
    made = {}
    for day in ("1500000000", NOON_OF_MARCH_12):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        told = CliRunner().invoke(program, ["pdf", "-o", "x.pdf", "--strict"], catch_exceptions=False)
        assert told.exit_code == 0, told.output
        made["past-event" in told.output] = (tmp_path / "x.pdf").read_bytes()
    assert made[True] == made[False]
    (tmp_path / "guide.yml").unlink()
    assert not [problem for problem in check([]) if problem.code == "past-event"]
