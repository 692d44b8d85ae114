"""Pay in words is printed as the source tells it; it takes no part in figures."""

from __future__ import annotations

from typing import Any

from compose_guides import BAKER, CONFECTIONER, MILLER, guide, theme

from guidebuild.compose import compose
from guidebuild.compose.document import Card, Document, Fact, words_of

SAID = "A baker *earns* about 30,000. More at night."


def of(**more: Any) -> Document:
    baker = {**BAKER, "pay": None, "pay_said": SAID, **more}
    return compose(guide(baker, {**CONFECTIONER, "pay": None}), theme())


def facts(document: Document, id: str) -> dict[str, Fact]:
    found = next(section for section in document.sections if section.id == id)
    return {block.label: block for block in found.blocks if isinstance(block, Fact)}


def cards(document: Document) -> list[dict[str, str]]:
    found = next(section for section in document.sections if section.id == "glance")
    return [
        {fact.label: fact.value for fact in card.facts} for card in found.blocks if isinstance(card, Card)
    ]


def test_pay_in_words_is_a_fact_of_the_profile_and_of_the_card() -> None:
    document = of()
    fact = facts(document, "profile-baker")["Pay, as the source tells it"]
    assert (fact.value, words_of(fact.note)) == ("", "A baker earns about 30,000. More at night.")
    assert "Pay, as the source tells it" not in facts(document, "profile-confectioner")
    assert [card.get("Pay, as the source tells it") for card in cards(document)] == [
        "A baker earns about 30,000.", "",
    ]  # fmt: skip


def test_figures_of_a_sample_count_more_than_words() -> None:
    document = compose(guide({**BAKER, "pay_said": SAID}, CONFECTIONER), theme())
    assert "Pay, as the source tells it" not in facts(document, "profile-baker")
    assert all("Pay, as the source tells it" not in card for card in cards(document))


def test_what_is_long_stands_in_the_profile_alone() -> None:
    long = "A baker earns what the shop can pay, " + "and so on, " * 12 + "and so on."
    document = of(pay_said=long)
    assert words_of(facts(document, "profile-baker")["Pay, as the source tells it"].note) == long
    assert all("Pay, as the source tells it" not in card for card in cards(document))


def test_pay_in_words_is_drawn_and_ranked_nowhere() -> None:
    document = compose(guide({**BAKER, "pay": None, "pay_said": SAID}, CONFECTIONER, MILLER), theme())
    sections = {section.id: section for section in document.sections}
    assert SAID.split("*")[1] not in str(sections["pay"])
    assert not any(section.id == "pay" for section in of().sections)
