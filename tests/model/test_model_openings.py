"""Which of many adverts a guide prints: those with a title of its roles, open, new, and of many employers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.model.entry import Entry
from guidebuild.model.openings import MOST, Openings, carries, choose, is_closed, titles_of
from guidebuild.model.schema import Job, Role
from guidebuild.yamlfile.tree import YamlMap

ON = dt.date(2026, 9, 1)
ROLES = (
    Role.model_validate(
        {"id": "a", "title": "Boat Builder", "definition": "Builds.", "aliases": ["Ship’s Joiner"]}
    ),
    Role.model_validate({"id": "b", "title": "Sail-makers", "definition": "Sews."}),
)


def advert(number: int, title: str = "Helper", employer: str = "", **more: Any) -> Entry[Job]:
    job = {
        "id": f"job-{number}",
        "title": title,
        "employer": employer or f"Yard {number}",
        "place": "Quay",
        **more,
    }
    return Entry(Job.model_validate(job), YamlMap(), "project", Path("jobs.yml"))


def ids(openings: Openings) -> list[str]:
    return [entry.node.id for entry in openings.printed]


def test_a_title_of_the_roles_goes_before_all_else() -> None:
    new = [advert(n, posted=ON) for n in range(20)]
    old = [
        advert(30, "Senior Boat Builders (m/f)", posted=dt.date(2026, 1, 1)),
        advert(31, "Ship's joiner"),
        advert(32, "Sail\u00a0Maker", closes=dt.date(2026, 8, 1)),
    ]
    chosen = choose([*new, *old], ROLES, ON)
    assert ids(chosen)[:3] == ["job-30", "job-31", "job-32"]
    assert (len(chosen.printed), chosen.suiting, chosen.titled) == (MOST, 23, 3)


def test_open_ones_go_before_closed_and_new_ones_before_old() -> None:
    listed = [
        advert(1, posted=dt.date(2026, 8, 30), closes=dt.date(2026, 8, 31)),
        advert(2, posted=dt.date(2026, 1, 1)),
        advert(3, posted=dt.date(2026, 7, 1), closes=ON),
        advert(4),
    ]
    assert ids(choose(listed, ROLES, ON)) == ["job-3", "job-2", "job-4", "job-1"]


def test_an_employer_comes_once_before_any_comes_twice() -> None:
    listed = [
        *(advert(n, employer="Big Yard" if n % 2 else "big yard", posted=ON) for n in range(12)),
        advert(20),
        advert(21),
    ]
    assert ids(choose(listed, ROLES, ON))[:4] == ["job-0", "job-20", "job-21", "job-1"]


ADVERTS = st.lists(
    st.tuples(
        st.sampled_from(["Boat builder", "Sailmaker", "sail maker", "Cook", "Boat"]),
        st.sampled_from(["X", "Y", "Z"]),
        st.dates(dt.date(2026, 6, 1), dt.date(2026, 9, 30)) | st.none(),
        st.dates(dt.date(2026, 8, 1), dt.date(2026, 9, 30)) | st.none(),
    ),
    max_size=40,
)


@settings(max_examples=80, deadline=None)
@given(ADVERTS)
def test_what_is_left_out_is_never_nearer_than_what_is_printed(drawn: list[tuple[Any, ...]]) -> None:
    listed = [advert(n, t, e, posted=posted, closes=closes) for n, (t, e, posted, closes) in enumerate(drawn)]
    chosen = choose(listed, ROLES, ON)
    assert len(chosen.printed) == min(MOST, len(listed))
    assert ids(choose(list(listed), ROLES, ON)) == ids(chosen)
    names = titles_of(ROLES)

    def rank(entry: Entry[Job]) -> tuple[bool, bool]:
        return not carries(entry.node, names), is_closed(entry.node, ON)

    ranks = [rank(entry) for entry in chosen.printed]
    assert ranks == sorted(ranks)
    left = [entry for entry in listed if entry not in chosen.printed]
    assert all(rank(entry) >= ranks[-1] for entry in left)


def test_thousands_are_chosen_from_at_once() -> None:
    listed = [advert(n, f"Helper {n}", f"Yard {n % 700}", posted=ON) for n in range(5_000)]
    chosen = choose(listed, ROLES, ON)
    assert len({entry.node.employer for entry in chosen.printed}) == len(chosen.printed)
