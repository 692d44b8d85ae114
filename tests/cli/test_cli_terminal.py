"""A stream is lively only when it is a terminal that welcomes colour."""

from __future__ import annotations

import io

import pytest

from guidebuild.cli.terminal import is_lively, printable


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_is_lively_and_a_pipe_is_not() -> None:
    assert is_lively(Terminal())
    assert not is_lively(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_the_user_can_ask_for_plain_text(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert not is_lively(Terminal())


def test_an_empty_no_color_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert is_lively(Terminal())


def test_line_ends_and_letters_stay_and_controls_become_escapes() -> None:
    assert printable("Größe 한\nnext\ttab\x9b") == "Größe 한\nnext\\ttab\\x9b"
