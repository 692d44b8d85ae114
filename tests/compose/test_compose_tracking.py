"""Tracking parameters: what the codes of guide and event say, and that all else is left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from compose_guides import guide, theme
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.compose import compose
from guidebuild.compose.document import Code, Document, Fields, LinkGroup
from guidebuild.compose.tracking import tracked, with_parameters
from guidebuild.model.schema import GuideSpec

WORDS = st.from_regex(r"[a-z]{1,5}", fullmatch=True)
ROLES = ("keeper", "vet")
EVENT: dict[str, Any] = {"name": "Spring Career Fair", "date": dt.date(2027, 3, 11), "booth": "Booth 14"}
BOTH = {"utm_source": "robots", "utm_medium": "qr"}


def spec(utm: object, **event: Any) -> GuideSpec:
    return GuideSpec(id="robots", roles=ROLES, event={**EVENT, "utm": utm, **event})


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("https://example.edu/robots", "https://example.edu/robots?utm_source=robots&utm_medium=qr"),
        ("https://example.edu", "https://example.edu/?utm_source=robots&utm_medium=qr"),
        ("https://example.edu?", "https://example.edu?utm_source=robots&utm_medium=qr"),
        ("https://example.edu/a?b=c%20d", "https://example.edu/a?b=c%20d&utm_source=robots&utm_medium=qr"),
        ("https://example.edu/a?b&", "https://example.edu/a?b&utm_source=robots&utm_medium=qr"),
        ("https://example.edu/a#top?x=1", "https://example.edu/a?utm_source=robots&utm_medium=qr#top?x=1"),
        ("https://example.edu/?b=1#top", "https://example.edu/?b=1&utm_source=robots&utm_medium=qr#top"),
        ("https://example.edu/?UTM_Source=mine", "https://example.edu/?UTM_Source=mine&utm_medium=qr"),
        ("https://example.edu/?utm_medium=a;utm_source=b", "https://example.edu/?utm_medium=a;utm_source=b"),
    ],
)
def test_parameters_join_the_query_before_the_fragment_and_never_twice(address: str, marked: str) -> None:
    assert with_parameters(address, BOTH) == marked
    assert with_parameters(marked, BOTH) == marked


@given(
    path=st.from_regex(r"(/[a-z%0-9.~-]{0,6}){0,3}", fullmatch=True),
    query=st.lists(st.tuples(WORDS, WORDS)),
    fragment=st.from_regex(r"[a-z?/&=]{0,6}", fullmatch=True),
)  # fmt: skip
def test_whatever_an_address_has_stays_in_its_order(
    path: str, query: list[tuple[str, str]], fragment: str
) -> None:
    said = "&".join(f"{name}={value}" for name, value in query)
    address = (
        f"https://example.edu{path}" + (f"?{said}" if said else "") + (f"#{fragment}" if fragment else "")
    )
    there = urlsplit(with_parameters(address, BOTH))
    assert parse_qsl(there.query, keep_blank_values=True) == [*query, *BOTH.items()]
    assert (there.netloc, there.path or "/", there.fragment) == ("example.edu", path or "/", fragment)


def test_true_makes_the_parameters_from_guide_event_and_booth() -> None:
    assert tracked("https://example.edu/r", spec(True)) == (
        "https://example.edu/r?utm_source=robots&utm_medium=qr"
        "&utm_campaign=spring-career-fair-2027&utm_content=booth-14"
    )


@pytest.mark.parametrize(
    ("event", "campaign"),
    [
        ({"date": None}, "spring-career-fair"),
        ({"name": "Fair 2027"}, "fair-2027"),
        ({"name": "Messe für Köche"}, "messe-fur-koche-2027"),
        ({"name": "*Great* `Fair`"}, "great-fair-2027"),
        ({"name": "就職フェア"}, "2027"),
        (
            {"name": "The annual autumn fair of careers and openings"},
            "the-annual-autumn-fair-of-careers-2027",
        ),
        ({"name": "x" * 300}, "x" * 35 + "-2027"),
    ],
)
def test_a_campaign_is_the_event_and_its_year_in_at_most_forty_characters(
    event: dict[str, Any], campaign: str
) -> None:
    address = tracked("https://example.edu/r", spec(True, **event))
    assert dict(parse_qsl(urlsplit(address).query))["utm_campaign"] == campaign
    assert len(campaign) <= 40


def test_an_event_of_which_nothing_can_be_spelt_has_no_campaign() -> None:
    address = tracked("https://example.edu/r", spec(True, name="就職フェア", date=None, booth=None))
    assert address == "https://example.edu/r?utm_source=robots&utm_medium=qr"


def test_a_mapping_says_all_there_is_and_in_a_fixed_order() -> None:
    given_ = {"term": "b", "source": "poster"}
    assert (
        tracked("https://example.edu/r", spec(given_)) == "https://example.edu/r?utm_source=poster&utm_term=b"
    )


@pytest.mark.parametrize("utm", [None, False, {"on": False, "source": "x"}])
def test_without_utm_an_address_stays_as_it_is(utm: object) -> None:
    assert tracked("https://example.edu/r", spec(utm)) == "https://example.edu/r"


def test_mail_is_not_tracked() -> None:
    assert tracked("mailto:careers@example.edu", spec(True)) == "mailto:careers@example.edu"


# In the document


def composed(**more: Any) -> Document:
    return compose(guide(spec=more), theme())


def codes(document: Document) -> dict[str, Code]:
    return {b.id: b for section in document.sections for b in section.blocks if isinstance(b, Code)}


def more_rows(document: Document) -> dict[str, bool]:
    """Which event blocks print the address of the event in words."""
    found = [b for section in document.sections for b in section.blocks if isinstance(b, Fields)]
    return {b.id: "More" in dict(b.rows) for b in found}


def test_codes_are_tracked_while_printed_and_linked_addresses_are_not() -> None:
    event = {**EVENT, "url": "https://example.edu/fair", "utm": {"source": "fair"}}
    document = composed(url="https://example.edu/robots", event=event)
    front, back = codes(document)["cover-qr"], codes(document)["back-qr"]
    assert (front.says, front.url, front.address) == (
        "https://example.edu/robots?utm_source=fair",
        "https://example.edu/robots",
        "example.edu/robots",
    )
    assert (back.says, back.address) == ("https://example.edu/fair?utm_source=fair", "example.edu/fair")


def test_links_of_roles_belong_to_others_and_are_never_tracked() -> None:
    plain = composed(url="https://example.edu/robots", event=EVENT)
    marked = composed(url="https://example.edu/robots", event={**EVENT, "utm": True})

    def links(document: Document) -> list[LinkGroup]:
        return [b for section in document.sections for b in section.blocks if isinstance(b, LinkGroup)]

    assert links(plain) == links(marked) != []


def test_the_back_cover_leads_to_the_event_and_prints_its_address_once() -> None:
    event = {**EVENT, "url": "https://example.edu/fair"}
    both = composed(url="https://example.edu/robots", event=event)
    assert [code.url for code in codes(both).values()] == [
        "https://example.edu/robots",
        "https://example.edu/fair",
    ]
    assert more_rows(both) == {"cover-event": True, "back-event": False}
    only_event = composed(url=None, event=event)
    assert [code.url for code in codes(only_event).values()] == ["https://example.edu/fair"] * 2
    assert more_rows(only_event) == {"cover-event": False, "back-event": False}


def test_without_a_front_cover_the_back_leads_to_the_guide() -> None:
    event = {**EVENT, "url": "https://example.edu/fair"}
    document = composed(url="https://example.edu/robots", event=event, sections={"cover": False})
    assert [code.url for code in codes(document).values()] == ["https://example.edu/robots"]
    assert more_rows(document) == {"back-event": True}
