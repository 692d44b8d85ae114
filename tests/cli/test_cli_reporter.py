"""Diagnostics are shown in one form, counted, and safe to print."""

from __future__ import annotations

import json

import pytest

from guidebuild.cli.reporter import SHOWN, Reporter, count
from guidebuild.diagnostics import Diagnostic, EnvironmentFault, Span

ERROR = Diagnostic(
    "error", "unknown-key", "'x' is not a field of a role", Span("a.yml", 3, 5, "x"), ("did you mean 'y'?",)
)
WARNING = Diagnostic("warning", "unused", "never used", Span("a.yml", 1, 1))


def test_a_problem_is_printed_with_its_place_its_hint_and_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter().report([ERROR, WARNING])
    assert capsys.readouterr().err == (
        "a.yml:3:5: error[unknown-key]: 'x' is not a field of a role\n"
        "  hint: did you mean 'y'?\n"
        "a.yml:1:1: warning[unused]: never used\n"
        "1 error, 1 warning\n"
    )


def test_nothing_is_printed_when_there_is_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter().report([])
    assert capsys.readouterr() == ("", "")


def test_strict_turns_warnings_into_errors_and_settling_sorts_and_removes_repeats() -> None:
    settled = Reporter(strict=True).settle([ERROR, WARNING, ERROR])
    assert [(d.severity, d.code) for d in settled] == [("error", "unused"), ("error", "unknown-key")]


def test_quiet_shows_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter(quiet=True).report([ERROR, WARNING])
    shown = capsys.readouterr().err
    assert "unknown-key" in shown
    assert "unused" not in shown
    assert shown.endswith("1 error\n")


def test_json_lists_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter("json").report([ERROR, Diagnostic("warning", "w", "no place")])
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "severity": "error",
        "code": "unknown-key",
        "message": "'x' is not a field of a role",
        "file": "a.yml",
        "line": 3,
        "column": 5,
        "path": "x",
        "hints": ["did you mean 'y'?"],
    }
    assert (second["file"], second["line"], second["column"], second["hints"]) == (None, None, None, [])


def test_json_is_printed_even_when_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter("json").report([])
    assert json.loads(capsys.readouterr().out) == []


def test_json_stays_out_of_the_way_of_a_pdf_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter("json", stdout_taken=True).report([ERROR])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert json.loads(shown.err)[0]["code"] == "unknown-key"


def test_a_fault_is_printed_in_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    fault = EnvironmentFault("cannot write g.pdf: the disk is full", "name another place")
    Reporter().fault(fault)
    assert capsys.readouterr().err == (
        "error[environment]: cannot write g.pdf: the disk is full\n  hint: name another place\n"
    )
    Reporter("json").fault(fault)
    assert json.loads(capsys.readouterr().out)[0]["code"] == "environment"


def test_a_text_from_a_file_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter().report([Diagnostic("error", "bad", "\x1b]0;owned\x07 and \u202egpj.exe")])
    shown = capsys.readouterr().err
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b]0;owned\\x07 and \\u202egpj.exe" in shown


def test_a_flood_is_cut_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    Reporter().report([Diagnostic("error", "bad", f"number {n}") for n in range(SHOWN + 5)])
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == SHOWN + 2
    assert shown[-2:] == ["... and 5 more (--format json lists all)", f"{SHOWN + 5} errors"]


def test_colour_is_used_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidebuild.cli.reporter.is_lively", lambda _stream: True)
    Reporter().report([ERROR])
    assert "\x1b[31m\x1b[1merror[unknown-key]\x1b[0m" in capsys.readouterr().err


def test_counts_leave_out_what_is_not_there() -> None:
    assert count([WARNING, WARNING]) == "2 warnings"


def test_on_a_terminal_errors_end_with_where_to_learn_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("guidebuild.cli.reporter.is_lively", lambda _stream: True)
    Reporter().report([WARNING, ERROR])
    assert capsys.readouterr().err.endswith(
        "1 error, 1 warning\nTo learn more: guidebuild explain unknown-key\n"
    )
    Reporter().report([WARNING])
    assert "learn more" not in capsys.readouterr().err
