"""Sheets as documents: short forms of facts, the order of worth, and what a shorter sheet says that it lacks."""

from __future__ import annotations

import dataclasses
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.build import Order, read
from guidebuild.cache import Cache
from guidebuild.compose import compose
from guidebuild.compose.document import Card, Document, NameLists, Section, TipItem
from guidebuild.compose.dump import texts
from guidebuild.compose.layouts.facts import brief, parted
from guidebuild.compose.layouts.worth import WORTH, left_out, shorter
from guidebuild.edition import Edition

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]


@cache
def sheet(guide: str, layout: str) -> Document:
    order = Order(guide, folder=Path(Path(__file__).anchor))
    loaded, branded = read(order, progress=lambda _stage: None, cache=Cache(None))
    return compose(loaded.guide, dataclasses.replace(branded.theme, edition=Edition(layout)))


SECTIONS = [(guide, layout) for guide in GUIDES for layout in ("handout", "poster")]


@pytest.mark.parametrize(
    ("sentence", "head", "tail"),
    [
        ("Designs and trains networks, so that software sees.", "Designs and trains networks", "so that software sees"),
        ("Takes models out of the lab: builds them in.", "Takes models out of the lab", "builds them in"),
        ("Answers all with queries, charts and reports.", "Answers all with queries, charts and reports", ""),
        ("Looks for what is not yet, proves it in trials.", "Looks for what is not yet", "proves it in trials"),
        ("Bakes bread.", "Bakes bread", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_sentence_is_parted_where_a_statement_ends(sentence: str, head: str, tail: str) -> None:
    assert parted(sentence) == (head, tail)


@given(st.text(max_size=200))
def test_parting_loses_no_word(sentence: str) -> None:
    head, tail = parted(sentence)
    assert (head + tail).replace(" ", "") in sentence.replace(" ", "") or set(sentence) - set(
        head + tail
    ) <= set(" ,:;.")


@given(st.text(alphabet="ab cdeé,;-", max_size=300), st.integers(10, 120))
def test_what_is_brief_keeps_to_its_length_and_begins_as_it_was(words: str, longest: int) -> None:
    said = brief(words, longest)
    assert len(said) <= longest + 1
    assert said == words or (said.endswith("…") and words.startswith(said[:-1]))


def test_brief_words_do_not_end_in_a_loose_one() -> None:
    assert brief("collects and moves the data of the company", 26) == "collects and moves…"
    assert brief("x" * 50, 20) == "x" * 20 + "…"


@pytest.mark.parametrize(("guide", "layout"), SECTIONS)
def test_each_step_leaves_out_more_and_adds_nothing(guide: str, layout: str) -> None:
    for section in sheet(guide, layout).sections:
        before, told = set(texts(section.blocks)), 0
        for cut in shorter(section):
            now = {words for words in texts(cut.blocks) if not words.isdigit()}
            assert now <= before
            assert len(left_out(section, cut)) >= 1
            told = max(told, len(left_out(section, cut)))
            before = set(texts(cut.blocks))
        assert told >= 4 or layout == "poster"


def test_what_is_worth_least_goes_first() -> None:
    front = sheet("dl-vs-mlse", "handout").sections[0]
    steps = list(shorter(front))
    first = next(step for step in steps if facts(step) != facts(front))
    assert left_out(front, first)[0] == "the second line of 'Outlook'"
    assert facts(steps[-1]) == []
    gone = [step for step in steps if not {"focus", "focus+"} & set(facts(step))]
    assert gone == steps[-1:]


def facts(section: Section) -> list[str]:
    """Keys of what the first card says, with a mark where something stands behind it."""
    card = next(block for block in section.blocks if isinstance(block, Card))
    return [fact.key + ("+" if fact.note else "") for fact in card.facts]


def test_titles_the_event_and_the_sources_always_stay() -> None:
    document = sheet("dl-vs-mlse", "handout")
    kept = {block.slot for section in document.sections for block in list(shorter(section))[-1].blocks}
    assert {"title", "event", "when", "booth", "sources", "tips", "questions"} <= kept


def test_names_that_went_are_counted() -> None:
    front = sheet("ai-careers", "handout").sections[0]
    whole = next(block for block in front.blocks if isinstance(block, NameLists))
    cuts = [block for cut in shorter(front) for block in cut.blocks if isinstance(block, NameLists)]
    assert any(one.more for block in cuts for one in block.lists)
    for block in cuts:
        for before, after in zip(whole.lists, block.lists, strict=True):
            assert len(after.names) + after.more == len(before.names)
            assert before.names[: len(after.names)] == after.names


@pytest.mark.parametrize("kind", ["front", "back", "poster"])
def test_nothing_stands_twice_in_the_order_of_worth(kind: str) -> None:
    parts = WORTH[kind]  # type: ignore[index]
    assert len(parts) == len(set(parts))


def test_a_handout_has_five_of_ten_tips_each_with_one_step() -> None:
    tips = [b for b in sheet("dl-vs-mlse", "handout").sections[1].blocks if isinstance(b, TipItem)]
    assert len(tips) == 5
    assert all(tip.step and not tip.why for tip in tips)


@pytest.mark.parametrize(("guide", "layout"), SECTIONS)
def test_ids_are_told_apart(guide: str, layout: str) -> None:
    ids = [block.id for section in sheet(guide, layout).sections for block in section.blocks]
    assert len(ids) == len(set(ids))
