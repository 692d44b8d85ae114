"""Problems have one form, one order, and survive the way between processes."""

from __future__ import annotations

import pickle

import pytest

from guidebuild.diagnostics import Diagnostic, EnvironmentFault, GuideError, Span, did_you_mean

LATE = Diagnostic("error", "b", "second", Span("a.yml", 10, 1))
EARLY = Diagnostic("warning", "a", "first", Span("a.yml", 9, 7), ("mend it",))


def test_a_diagnostic_reads_as_the_readme_shows_it() -> None:
    assert str(EARLY) == "a.yml:9:7: warning[a]: first\n  hint: mend it"
    assert str(Diagnostic("error", "x", "no place")) == "error[x]: no place"
    assert str(Span("whole.yml")) == "whole.yml"


def test_an_error_carries_its_diagnostics_in_the_order_of_lines_each_once() -> None:
    assert GuideError([LATE, EARLY, LATE]).diagnostics == (EARLY, LATE)


@pytest.mark.parametrize("error", [GuideError([EARLY, LATE]), EnvironmentFault("full", "buy a disk")])
def test_errors_survive_a_pickle(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    assert did_you_mean("responsibilites", ["skills", "responsibilities"]) == (
        "did you mean 'responsibilities'?",
    )
    assert did_you_mean("banana", ["skills", "responsibilities"]) == ()
