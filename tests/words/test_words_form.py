"""Messages: one form for all, in which a Fluent file says them too; arguments stand as they are given."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from typing import get_type_hints

import pytest
from fluent_form import bodies, fluent, python

from guidebuild.words import Words
from guidebuild.words.english import written_in
from guidebuild.words.form import TOLD, Messages, message
from guidebuild.words.pay import PayWords

PARTS = [type(getattr(Words(), field.name)) for field in fields(Words)]


class SpeltWords(Messages):
    @message
    def lean(self, name: str, count: int, names: list[str]) -> str:
        match count:
            case 1:
                return "You lean towards {name} by one line."
            case _:
                return "You lean towards {name} by {count:spell} of {count} lines: {names:or}."


@pytest.mark.parametrize("kind", [*PARTS, SpeltWords])
def test_every_message_becomes_fluent_and_comes_back(kind: type[Messages]) -> None:
    assert python(fluent(kind), kind) == bodies(kind)


def test_there_are_more_than_twenty_of_them() -> None:
    assert sum(len(bodies(kind)) for kind in PARTS) > 20


@pytest.mark.parametrize("kind", PARTS)
def test_every_sentence_uses_its_arguments_and_no_others(kind: type[Messages]) -> None:
    for name, body in bodies(kind).items():
        used = set(re.findall(r"\{(\w+)[:}]", body)) | set(re.findall(r"match (\w+):", body))
        assert used == {*inspect.signature(getattr(kind, name)).parameters} - {"self"}, name
        assert set(re.findall(r"\{\w+:(\w*)\}", body)) <= TOLD.keys(), name


@pytest.mark.parametrize("kind", PARTS)
def test_every_message_can_be_said(kind: type[Messages]) -> None:
    for name in bodies(kind):
        method = getattr(kind(), name)
        hints = {key: hint for key, hint in get_type_hints(method).items() if key != "return"}
        for number in (1, 2, 3, 11):
            given = {key: number if hint is int else ["A"] if "Sequence" in str(hint) else "A"
                     for key, hint in hints.items()}  # fmt: skip
            said = method(**given)
            assert said
            assert not set("{}") & set(said)


def test_a_message_as_fluent() -> None:
    text = fluent(PayWords)
    assert "pay-amount-for = { $amount } for { $name }\n" in text
    assert "    { $jobs ->\n        [1] for one job\n" in text
    assert "       *[other] for { SPELL($jobs) } jobs together\n" in text


@pytest.mark.parametrize(("locale", "word"), [("en-GB", "towards"), ("en-US", "toward")])
def test_our_words_follow_the_locale_and_those_of_others_stay(locale: str, word: str) -> None:
    with written_in(locale):
        said = SpeltWords().lean("Colour Mixing towards {0}", 1_204, ["a", "b"])
    assert said == f"You lean {word} Colour Mixing towards {{0}} by 1,204 of 1,204 lines: a or b."
