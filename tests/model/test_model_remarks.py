"""What is told of roles that are valid, and where hints look first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.model.load import check, load

Write = Callable[[str, str | bytes], Path]

ROLE = "title: {}\ndefinition: Works.\nreviewed: 2026-01-01\n"
PAY = """pay:
  region: here
  years: 2024
  source: aijobs
  counts: jobs
  overall: {n: 5, p10: 1, p25: 2, p50: 3, p75: 4, p90: 5}
"""


@pytest.mark.parametrize("title", ["Data Engineer", "data engineer", "Data\u00a0Engineer", "Data-Engineer"])
def test_two_roles_of_one_title_are_told(write: Write, title: str) -> None:
    write("content/roles/aa.yml", ROLE.format("Data Engineer"))
    write("content/roles/bb.yml", ROLE.format(f"'{title}'"))
    (told,) = load(roles=("aa", "bb")).warnings
    assert (told.severity, told.code) == ("warning", "same-title")
    assert told.span
    assert (told.span.file, told.span.line) == ("content/roles/bb.yml", 1)


def test_titles_that_differ_by_a_sign_are_two(write: Write) -> None:
    write("content/roles/aa.yml", ROLE.format("C Developer"))
    write("content/roles/bb.yml", ROLE.format("C++ Developer"))
    assert load(roles=("aa", "bb")).warnings == ()


def test_the_old_name_of_a_key_is_read_and_told(write: Write) -> None:
    write("content/roles/aa.yml", ROLE.format("A") + PAY)
    write("content/roles/bb.yml", ROLE.format("B"))
    loaded = load(roles=("aa", "bb"))
    pay = loaded.guide.roles[0].pay
    assert pay
    assert pay.kind == "statistics"
    for found in (loaded.warnings, check()):
        (told,) = [one for one in found if one.code == "renamed-key"]
        assert (told.severity, told.span and told.span.line) == ("note", 8)
        assert told.hints == ("write 'kind: statistics' in its place",)


def test_pay_that_people_reported_needs_its_number(write: Write) -> None:
    pay = PAY.replace("  counts: jobs\n", "").replace("n: 5, ", "")
    write("content/roles/aa.yml", ROLE.format("A") + pay)
    (told,) = [one for one in check() if one.severity == "error"]
    assert "needs an 'n', the number of reports" in told.message
    for kind in ("statistics", "scale"):
        write("content/roles/aa.yml", ROLE.format("A") + pay + f"  kind: {kind}\n")
        assert not [one for one in check() if one.severity == "error"]


@pytest.mark.parametrize(("named", "sound"), [("[p75, p90]", True), ("[p90]", True), ("[p50]", False)])
def test_only_the_highest_percentiles_are_open_ended(write: Write, named: str, sound: bool) -> None:
    write("content/roles/aa.yml", ROLE.format("A") + PAY.replace("p90: 5", f"p90: 5, at_least: {named}"))
    assert bool([one for one in check() if one.severity == "error"]) != sound


def test_a_hint_names_the_project_s_own_before_what_ships(write: Write, bundle: Write) -> None:
    bundle("content/roles/data-engineer.yml", ROLE.format("Data Engineer"))
    write("content/roles/date-grower.yml", ROLE.format("Date Grower"))
    write("content/roles/nurse.yml", ROLE.format("Nurse"))
    write("guide.yml", "id: fair\nroles: [nurse, zzz]\ndate: 2026-01-01\n")
    (told,) = [one for one in check() if one.code == "unknown-role"]
    assert told.hints == ("known here are date-grower, nurse",)
    write("guide.yml", "id: fair\nroles: [nurse, date-growe]\ndate: 2026-01-01\n")
    (told,) = [one for one in check() if one.code == "unknown-role"]
    assert told.hints == ("did you mean 'date-grower'?",)
    write("guide.yml", "id: fair\nroles: [nurse, data-enginer]\ndate: 2026-01-01\n")
    (told,) = [one for one in check() if one.code == "unknown-role"]
    assert told.hints == ("did you mean 'data-engineer'?",)
