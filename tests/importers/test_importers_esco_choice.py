"""Which occupations of ESCO are meant: by address, UUID or code, and by words of their names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.importers.kinds.esco import read_esco

RELEASE = Path(__file__).parent / "esco" / "ESCO dataset - v1.2.0 - classification - csv"
UUID = "11111111-0000-4000-8000-000000000001"
URI = f"http://data.europa.eu/esco/occupation/{UUID}"


def ids(**wanted: Any) -> list[str]:
    draft = read_esco(RELEASE, on=dt.date(2026, 11, 24), **wanted)
    return [entry.id for entry in draft.entries[:-1]]


def complaint(**wanted: Any) -> Diagnostic:
    with pytest.raises(GuideError) as caught:
        ids(**wanted)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


@pytest.mark.parametrize("given", [URI, f"{URI}/", URI.upper(), UUID, f" {UUID} ", "2519.91"])
def test_an_occupation_is_found_by_address_uuid_and_code(given: str) -> None:
    assert ids(uris=[given]) == ["kite-engineer"]


def test_what_is_asked_for_twice_comes_once_and_addresses_come_first() -> None:
    assert ids(uris=["3153.91", URI, UUID], words=["kite engineer"]) == ["kite-pilot", "kite-engineer"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kite engineer", ["kite-engineer"]),  # just these words; the senior engineer has one more
        ("Kite Engineers", ["kite-engineer"]),
        ("pilot", ["kite-pilot"]),
        ("engineer kite", ["kite-engineer", "senior-kite-engineer"]),
        ("flyer", ["kite-pilot"]),  # among the other names
        ("kite", ["kite-engineer", "kite-pilot", "senior-kite-engineer"]),
        ("seni kit", ["senior-kite-engineer"]),  # beginnings
    ],
)
def test_words_find_names_then_other_names_then_beginnings(words: str, found: list[str]) -> None:
    assert ids(words=[words]) == found


def test_one_form_of_a_name_with_two_is_enough_and_the_id_is_english() -> None:
    assert ids(words=["Drachenpilotin"], language="de") == ["kite-pilot"]
    assert ids(words=["drachenbauingenieur"], language="de") == ["kite-engineer"]


def test_more_than_six_are_listed_unless_all_are_wanted() -> None:
    told = complaint(words=["balloon"])
    assert told.code == "too-many"
    assert "7 occupations" in told.message
    assert "--all" in told.hints[0]
    assert "balloon crew driver (7318.92)" in told.hints[0]
    assert len(ids(words=["balloon"], every=True)) == 7


def test_an_unknown_address_names_the_nearest() -> None:
    told = complaint(uris=[UUID.replace("11111111", "11111112")])
    assert told.code == "unknown-occupation"
    assert "kite engineer" in told.hints[0]


def test_addresses_of_other_things_are_told_for_what_they_are() -> None:
    assert "is a skill" in complaint(uris=["http://data.europa.eu/esco/skill/123"]).message
    group = complaint(uris=["http://data.europa.eu/esco/isco/C2519"])
    assert "group of occupations" in group.message
    assert "kite engineer (2519.91); senior kite engineer" in group.hints[0]
    assert "group of occupations" in complaint(uris=["7318"]).message
    assert complaint(uris=["nonsense"]).hints == (
        "an address ends with a UUID; to search for a name, use --match",
    )


def test_words_that_no_name_has_bring_the_nearest_names() -> None:
    told = complaint(words=["kyte pylot"])
    assert told.code == "no-match"
    assert "kite pilot" in told.hints[0]
    assert complaint(words=["  ?! "]).code == "no-words"


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(GuideError) as caught:
        ids(uris=["nonsense", "more nonsense"], words=["xyzzy", "balloon"])
    assert len(caught.value.diagnostics) == 4
