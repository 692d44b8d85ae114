"""Progress moves on terminals, keeps still elsewhere, and always knows the times."""

from __future__ import annotations

import sys

import pytest

from guidebuild.cli.progress import Progress


def test_the_times_of_all_stages_are_kept_in_order() -> None:
    with Progress(quiet=True) as progress:
        progress("load")
        progress("typeset")
    assert [stage for stage, _ in progress.times] == ["load", "typeset"]
    assert all(seconds >= 0 for _, seconds in progress.times)


def test_nothing_is_printed_when_standard_error_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(quiet=False) as progress:
        progress("load")
    assert capsys.readouterr() == ("", "")


def test_a_terminal_shows_what_is_being_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress(quiet=False) as progress:
        progress("typeset")
    assert "Setting the pages" in capsys.readouterr().err
