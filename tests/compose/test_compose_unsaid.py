"""What a sheet leaves out is told whole: tips and questions by name, entries counted, titles and texts that are cut."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from compose_guides import guide, poor, theme

from guidebuild.compose import compose
from guidebuild.compose.document import Card, Document, QuestionItem, Section, TipItem
from guidebuild.compose.dump import texts
from guidebuild.compose.layouts.worth import left_out, shorter
from guidebuild.edition import Edition

RICH: dict[str, Any] = {
    "id": "reef",
    "title": "Coral Reef Restoration Coordinator for the Northern Lagoons and Outer Islands",
    "definition": "Brings reefs back to life with divers, schools and fishing villages.",
    "focus": "Plans where corals are planted, so that storms and anchors leave the young colonies alone for long "
    "enough to grow, which takes more years than most budgets last, and tells villages why.",
    "responsibilities": [{"detail": f"Keep nursery {n} clean.", "aspect": "tend"} for n in range(14)],
    "skills": [{"skill": f"Reef skill {n}"} for n in range(30)],
    "education": {"degrees": ["Bachelor’s", "Master’s"], "fields": [f"Field {n}" for n in range(8)]},
    "tools": {"Boats": [{"name": f"Vessel {n}"} for n in range(20)]},
    "industries": [{"name": f"Trade {n}"} for n in range(9)],
    "interests": ["Realistic", "Investigative", "Social"],
    "fits": [f"mornings at sea, number {n}" for n in range(6)],
    "questions": [f"What of reef {n}?" for n in range(9)],
}
BARE = {"id": "knots", "title": "Knot Tier", "definition": "Ties knots.", "fits": ["quiet"]}
TIPS = [{"id": f"tip-{n}", "title": f"Try thing {n}", "why": "It helps.", "step": "Begin."} for n in range(9)]


def sheet(layout: str, *roles: dict[str, Any]) -> Document:
    return compose(guide(*roles, tips=TIPS), replace(theme(), edition=Edition(layout)))


def _section(document: Document, kind: str) -> Section:
    return next(section for section in document.sections if section.kind == kind)


SETS = {
    "rich and bare": (RICH, BARE),
    "six": (RICH, BARE, *(poor(n) for n in range(3)), {**RICH, "id": "x", "title": "Diver"}),
}


@pytest.mark.parametrize("roles", SETS.values(), ids=list(SETS))
def test_tips_and_questions_go_by_name(roles: tuple[dict[str, Any], ...]) -> None:
    back = _section(sheet("handout", *roles), "back")
    for cut in (back, *shorter(back)):
        told = "; ".join((*left_out(back, cut), *back.unsaid))
        printed = set(texts(cut.blocks))
        for tip in TIPS:
            assert (tip["title"] in printed) != (f"'{tip['title']}'" in told)
        for ask in RICH["questions"]:
            assert (ask in printed) != (f"'{ask}'" in told)
    assert "the reasons for five tips" in back.unsaid
    limit = 3 if len(roles) <= 3 else 2
    rich = sum(role.get("fits") == RICH["fits"] for role in roles)
    gone = (6 - limit) * rich
    assert any(words.endswith(" entries under 'Which one fits you?'") for words in back.unsaid) == bool(gone)


@pytest.mark.parametrize("layout", ["handout", "poster"])
@pytest.mark.parametrize("roles", SETS.values(), ids=list(SETS))
def test_entries_that_no_card_names_are_counted(layout: str, roles: tuple[dict[str, Any], ...]) -> None:
    document = sheet(layout, *roles)
    front = document.sections[0]
    said = " ".join(texts(front.blocks))
    cards = [block for block in front.blocks if isinstance(block, Card)]
    every = [tool["name"] for role in roles for tool in role.get("tools", {}).get("Boats", ())]
    rich = sum(bool(role.get("tools")) for role in roles)
    named = sum(bool(re.search(rf"\b{name}\b", said)) for name in dict.fromkeys(every)) * rich
    (count,) = (words for words in front.unsaid if words.endswith("of 'Tools'"))
    assert count.split(" ")[0] in (str(len(every) - named), _spelled(len(every) - named))
    assert cards


def _spelled(number: int) -> str:
    from guidebuild.words.numbers import spelled

    return spelled(number)


@pytest.mark.parametrize("layout", ["handout", "poster"])
@pytest.mark.parametrize("roles", SETS.values(), ids=list(SETS))
def test_every_text_that_is_cut_short_is_told(layout: str, roles: tuple[dict[str, Any], ...]) -> None:
    for section in sheet(layout, *roles).sections:
        for words in texts(section.blocks):
            for piece in re.findall(r"[^,;]*…", words):
                told = "\n".join(section.unsaid)
                assert piece.strip()[:40] in told


def test_a_title_that_stands_nowhere_whole_is_told() -> None:
    front = sheet("poster", *SETS["six"]).sections[0]
    if RICH["title"] not in " ".join(texts(front.blocks)):
        assert any(RICH["title"][:50] in words for words in front.unsaid)
    named = [{**poor(n), "title": f"Keeper {n}"} for n in range(3)]
    assert not any("title" in words for words in sheet("poster", *named).sections[0].unsaid)


def test_a_sheet_that_says_everything_has_nothing_to_tell() -> None:
    for layout in ("handout", "poster"):
        document = compose(
            guide(poor(1), poor(2), tips=[], questions=[]), replace(theme(), edition=Edition(layout))
        )
        assert [section.unsaid for section in document.sections] == [()] * len(document.sections)


def test_what_goes_for_want_of_room_is_by_name_too() -> None:
    back = _section(sheet("handout", RICH, BARE), "back")
    *_, last = shorter(back)
    (tips,) = (words for words in left_out(back, last) if words.startswith("the tips "))
    shown = [block.title for block in last.blocks if isinstance(block, TipItem)]
    assert all((f"'Try thing {n}'" in tips) == (n < 5 and f"Try thing {n}" not in shown) for n in range(9))
    assert [b for b in last.blocks if isinstance(b, QuestionItem)]


def test_facts_that_no_card_has_room_for_are_named() -> None:
    said = {**poor(1), "preparation": {"zone": 3}, "pay_said": "Union rate."}
    full = {**RICH, "preparation": {"zone": 4}, "outlook": {"trend": "rising"}}
    three = sheet("handout", full, said, BARE).sections[0]
    assert "'Pay, as the source tells it'" in three.unsaid
    rows = sheet("handout", full, said, BARE, poor(3)).sections[0]
    shown = {fact.label for block in rows.blocks if isinstance(block, Card) for fact in block.facts}
    assert "Industries" not in shown
    assert {"'Industries'", "'Outlook'"} <= set(rows.unsaid)
    assert "the second half of what a job is about" in sheet("poster", full, BARE).sections[0].unsaid
