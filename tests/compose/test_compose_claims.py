"""Every sentence of a guide on skills, lines, pay and openings is true of the sets that it was made from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import claims_oracle as oracle
import pytest
from compose_guides import guide, theme
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.compose import compose
from guidebuild.edition import Edition
from guidebuild.model.entry import Entry
from guidebuild.model.openings import choose
from guidebuild.model.schema import Job
from guidebuild.yamlfile.tree import YamlMap

ON = dt.date(2026, 9, 1)
FEW = [
    "alpha",
    "Beta",
    "beta",
    "Gamma ray",
    "gamma\u00a0ray",
    "delta-wing",
    "delta\u2011wing",
    "echo",
    "foxtrot",
]
MANY = [f"skill {letter}{n}" for letter in "abcdefg" for n in range(12)]


def _lists(words: list[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), max_size=most, unique_by=oracle.key)


MARKS = st.lists(st.integers(1, 40), min_size=5, max_size=5).map(
    lambda found: [1000 * n + 20_000 for n in sorted(found)]
)


@st.composite
def pays(draw: Any) -> dict[str, Any]:
    names = ("p10", "p25", "p50", "p75", "p90")
    kind = draw(st.sampled_from(["reports", "reports", "statistics", "scale"]))
    overall: dict[str, Any] = dict(zip(names, draw(MARKS), strict=True))
    if kind == "reports" or (kind == "statistics" and draw(st.booleans())):
        overall["n"] = draw(st.sampled_from([5, 29, 30, 400]))
    if draw(st.integers(0, 5)) == 0:
        overall["at_least"] = list(names[draw(st.integers(1, 4)) :])
    year = draw(st.sampled_from([2019, 2024, 2024, 2024]))
    return {
        "kind": kind,
        "overall": overall,
        "years": (year, year + draw(st.integers(0, 1))),
        "region": draw(st.sampled_from(["Utopia", "Utopia", "utopia", "Arcadia"])),
        "currency": draw(st.sampled_from(["USD", "USD", "USD", "USD", "GBP"])),
        "source": "table",
    }


@st.composite
def roles(draw: Any) -> tuple[dict[str, Any], ...]:
    """Two to six roles; of their skills many are long lists, some are cut, and some roles list nothing."""
    pool, most = draw(st.sampled_from([(FEW, 5), (FEW, 5), (MANY, 70)]))
    kinds = draw(st.sampled_from([True, False]))
    one = draw(pays())
    made = []
    for n in range(1, draw(st.integers(2, 6)) + 1):
        pay = draw(st.none() | pays())
        if pay and kinds:  # most pay in the world is of one kind, and then it can be ranked
            pay = {**one, "overall": pay["overall"] | ({"n": 400} if one["kind"] == "reports" else {})}
            pay["overall"].pop("at_least", None)
        skills = draw(_lists(pool, most))
        left = {"skills": 7} if skills and draw(st.integers(0, 7)) == 0 else {}
        names = draw(_lists(FEW, 6))
        made.append({
            "id": f"role-{n}", "title": f"Role {n}", "definition": "It is a job.",
            "skills": [{"skill": s, "level": draw(st.sampled_from(["core", "useful"]))} for s in skills],
            "left_out": left,
            "tools": {"Bench": draw(_lists(FEW, 6)), "Yard": draw(_lists(["saw", "axe"], 2))},
            "industries": draw(_lists([f"trade {x}" for x in "abcdefghijkl"], 12)),
            "education": {"fields": names[:3], "degrees": draw(_lists(["Bachelor’s", "Master’s"], 2))},
            "responsibilities": [{"detail": f"{d}.", "aspect": draw(st.sampled_from(["build", "care", "serve"]))}
                                 for d in draw(_lists([f"do thing {x}" for x in "abcdef"], 4))],
            "outlook": draw(st.none() | st.sampled_from(["rising", "steady"]).map(lambda t: {"trend": t})),
            "pay": pay,
        })  # fmt: skip
    return tuple(made)


def _said(drawn: tuple[dict[str, Any], ...], layout: str = "guide", **more: Any) -> oracle.Said:
    given_ = [{name: value for name, value in role.items() if value} for role in drawn]
    document = compose(guide(*given_, **more), replace(theme(), edition=Edition(layout)))
    return oracle.Said(drawn, document)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(roles())
def test_what_is_said_of_skills_and_lines_is_so(drawn: tuple[dict[str, Any], ...]) -> None:
    said = _said(drawn)
    oracle.skills(said)
    oracle.lines(said)
    oracle.sheet(_said(drawn, "handout"))


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(roles())
def test_what_is_said_of_pay_is_so(drawn: tuple[dict[str, Any], ...]) -> None:
    oracle.pay(_said(drawn, tips=[], terms=[], jobs=[]))


ADVERTS = st.lists(
    st.tuples(
        st.sampled_from(["Role 1", "Senior role 2 (m/f)", "Clerk", "Role", "Cook"]),
        st.sampled_from(["Ann", "Bob", "Cy"]),
        st.none() | st.dates(dt.date(2026, 8, 1), dt.date(2026, 10, 1)),
    ),
    max_size=25,
)


@settings(max_examples=80, deadline=None)
@given(ADVERTS)
def test_what_is_said_of_openings_is_so(drawn: list[tuple[str, str, dt.date | None]]) -> None:
    adverts = [
        {"id": f"ad-{n}", "title": title, "employer": employer, "place": "Town", "closes": closes}
        for n, (title, employer, closes) in enumerate(drawn)
    ]
    two = tuple({"id": f"role-{n}", "title": f"Role {n}", "definition": "A job."} for n in (1, 2))
    entries = [Entry(Job.model_validate(ad), YamlMap(), "project", Path("jobs.yml")) for ad in adverts]
    chosen = choose(entries, guide(*two).roles, ON)
    jobs = [entry.node.model_dump(exclude={"span"}) for entry in chosen.printed]
    said = _said(two, jobs=jobs, openings=chosen.suiting, titled=chosen.titled, date=ON, spec={"event": None})
    oracle.openings(said, adverts, ON)
