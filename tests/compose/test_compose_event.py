"""The event on covers, sheets and in sentences: days, time, and where to find the host."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from compose_guides import BAKER, CONFECTIONER, guide, theme
from proper_nouns import words_in

from guidebuild.compose import compose
from guidebuild.compose.document import Callout, Document, Fields, Paragraph, words_of
from guidebuild.compose.layouts.poster import numeral
from guidebuild.edition import Edition
from guidebuild.words.english import NBSP
from guidebuild.words.numbers import days

FAIR = {
    "name": "Town Fair",
    "date": dt.date(2027, 3, 11),
    "until": dt.date(2027, 3, 13),
    "time": "10 am to 4 pm",
    "place": "Main Hall",
    "booth": "Table 7",
}


def _made(layout: str = "guide", **event: Any) -> Document:
    made = guide(BAKER, CONFECTIONER, spec={"event": {**FAIR, **event}})
    return compose(made, dataclasses.replace(theme(), edition=Edition(layout)))


@pytest.mark.parametrize(
    ("booth", "place"),
    [
        ("14", "Booth 14"), ("B", "Booth B"), ("14B", "Booth 14B"), ("A-3", "Booth A-3"), ("C 12", "Booth C 12"),
        ("12–14", "Booth 12–14"), ("Table 7", "Table 7"), ("Hall B", "Hall B"), ("Booth 14", "Booth 14"),
        ("Stand 7", "Stand 7"), ("iX lounge", "iX lounge"), ("by the door", "by the door"), ("Würth", "Würth"),
    ],
)  # fmt: skip
def test_only_a_bare_number_or_letter_is_called_a_booth(booth: str, place: str) -> None:
    document = _made(booth=booth)
    (event,) = (block for block in document.sections[0].blocks if isinstance(block, Fields))
    assert words_of(dict(event.rows)["Find us"]) == place
    said = "\n".join(words_in(document))
    assert f"Questions for {place}" in said
    assert ("the booth" in said) == ("Booth" in place)


def test_a_label_with_an_authors_booth_is_not_set_in_capitals() -> None:
    for booth, own in (("14", False), ("A-3", False), ("Table 7", True), ("iX", True)):
        blocks = [b for section in _made(booth=booth).sections for b in section.blocks if b.slot == "foot"]
        assert [block.as_written for block in blocks if isinstance(block, Callout)] == [own, own]


def test_covers_tell_the_days_and_the_time() -> None:
    blocks = [b for section in _made().sections for b in section.blocks if isinstance(b, Fields)]
    assert len(blocks) == 2  # in front and at the back
    for block in blocks:
        rows = {name: words_of(words).replace(NBSP, " ") for name, words in block.rows}
        assert (rows["Date"], rows["Time"]) == ("11–13 March 2027", "10 am to 4 pm")
    alone = [b for s in _made(date=None, until=None).sections for b in s.blocks if isinstance(b, Fields)]
    assert [name for name, _ in alone[0].rows] == ["Time", "Place", "Find us"]


@pytest.mark.parametrize(
    ("layout", "line"),
    [
        ("handout", "11–13 March 2027, 10 am to 4 pm, Main Hall"),
        ("poster", "11–13 March 2027, 10 am to 4 pm"),
    ],
)
def test_sheets_tell_the_days_and_the_time_in_one_line(layout: str, line: str) -> None:
    lines = [words_of(b.text) for s in _made(layout).sections for b in s.blocks if isinstance(b, Paragraph)]
    assert line in [words.replace(NBSP, " ") for words in lines]


@pytest.mark.parametrize(
    ("first", "last", "british", "american"),
    [
        ((2027, 3, 11), (2027, 3, 13), "11–13 March 2027", "March 11–13, 2027"),
        ((2027, 3, 11), (2027, 3, 11), "11 March 2027", "March 11, 2027"),
        ((2027, 3, 30), (2027, 4, 2), "30 March – 2 April 2027", "March 30 – April 2, 2027"),
        ((2027, 3, 11), (2027, 4, 11), "11 March – 11 April 2027", "March 11 – April 11, 2027"),
        ((2026, 12, 30), (2027, 1, 2), "30 December 2026 – 2 January 2027", "December 30, 2026 – January 2, 2027"),
        ((2026, 3, 11), (2027, 3, 11), "11 March 2026 – 11 March 2027", "March 11, 2026 – March 11, 2027"),
    ],
)  # fmt: skip
def test_days_share_what_they_have_in_common(first: Any, last: Any, british: str, american: str) -> None:
    span = (dt.date(*first), dt.date(*last))
    for locale, words in (("en-GB", british), ("en-IE", british), ("en-US", american), ("en-CA", american)):
        assert days(*span, locale).replace(NBSP, " ") == words
    assert f"{NBSP}– " in days(*span, "en-GB") or " " not in days(*span, "en-GB")


@pytest.mark.parametrize(
    ("place", "number"),
    [
        ("Booth 14", "14"), ("Table 7", "7"), ("Booth A-3", "A-3"), ("Hall B", "B"), ("Hall 2, Table 7", "7"),
        ("Hall 10.1, Stand C12", "C12"), ("Booth 1204", "1204"), ("Halls 2 and 3", ""), ("by the door", ""),
        ("at a table", ""), ("2nd floor", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_poster_shows_the_number_that_is_meant_and_no_other(place: str, number: str) -> None:
    assert numeral(place) == number
