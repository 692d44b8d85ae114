"""The program's own words, figures and money in the English of each territory."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.numbers import format_decimal, get_currency_symbol
from compose_guides import BAKER, CONFECTIONER, MILLER, guide, theme
from proper_nouns import words_in

import guidebuild.compose
from guidebuild.compose import compose
from guidebuild.compose.document import Document, Figure, PaySpec, Table, words_of
from guidebuild.compose.layouts.booklet import as_booklet
from guidebuild.compose.plan import plan
from guidebuild.words import english
from guidebuild.words.english import SPELLINGS, spelt, symbol, written_in
from guidebuild.words.numbers import brief_money, money, money_range, number_of, opened_count, spelled
from guidebuild.yamlfile.node import TERRITORIES

DOLLARS = "AUD BBD BMD BSD BZD CAD FJD GYD JMD KYD LRD NAD NZD SBD SGD TTD XCD".split()  # noqa: SIM905
LOCALES = ["en", *(f"en-{territory}" for territory in sorted(TERRITORIES))]
BRITISH, AMERICAN = (set(words) - {"program", "programs"} for words in (SPELLINGS, SPELLINGS.values()))


# Spelling


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "Colours and marks, towards grey"),
        ("en-US", "Colors and marks, toward gray"),
        ("en_US", "Colors and marks, toward gray"),
        ("en", "Colors and marks, toward gray"),
        ("en-PH", "Colors and marks, toward gray"),
        ("en-PR", "Colors and marks, toward gray"),
        ("en-CA", "Colours and marks, towards grey"),
        ("en-AU", "Colours and marks, towards grey"),
        ("en-IN", "Colours and marks, towards grey"),
        ("en-DE", "Colours and marks, towards grey"),
    ],
)
def test_our_words_are_spelled_as_where_the_guide_is_read(locale: str, words: str) -> None:
    with written_in(locale):
        assert spelt("Colours and marks, towards grey") == words


def _documents(locale: str) -> Iterator[Document]:
    """Two and three roles with all that a guide can hold, and the pages that a booklet is filled up with."""
    for roles in ((BAKER, CONFECTIONER), (BAKER, CONFECTIONER, MILLER)):
        made = guide(*roles, spec={"locale": locale})
        yield compose(made, theme())
        with written_in(locale):
            yield as_booklet(compose(made, theme()), plan(made, theme()))


@pytest.mark.parametrize(
    ("locale", "wrong", "right"), [("en-US", BRITISH, AMERICAN), ("en-GB", AMERICAN, BRITISH)]
)
def test_no_word_of_the_other_english_is_printed(locale: str, wrong: set[str], right: set[str]) -> None:
    said = set(re.findall(r"\w+", " ".join(words_in(tuple(_documents(locale)))).casefold()))
    assert not said & wrong
    assert len(said & right) >= 5  # the test meets them


def test_every_word_of_ours_with_two_spellings_asks_for_the_locale() -> None:
    """In the source: a text with a British word stands within a call of `spelt`."""
    pattern = re.compile(rf"\b(?:{'|'.join(BRITISH)})\b", re.IGNORECASE)
    folder = Path(guidebuild.compose.__file__).parent
    loose = []
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        asked = {id(part) for node in ast.walk(tree) if _asks(node) for part in ast.walk(node)}
        notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            words = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if " " in words and pattern.search(words) and id(node) not in asked | notes:
                loose.append(f"{file.name}:{node.lineno}: {words}")  # type: ignore[attr-defined]
    assert not loose


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "spelt"


def test_an_authors_words_keep_their_spelling() -> None:
    made = guide({**BAKER, "focus": "Colour theory."}, MILLER, spec={"locale": "en-US"})
    assert "Colour theory" in " ".join(words_in(compose(made, theme())))


def test_the_locale_ends_with_its_document() -> None:
    compose(guide(spec={"locale": "en-US"}), theme())
    assert spelt("grey") == "grey"


# Figures


@pytest.mark.parametrize("locale", LOCALES)
def test_figures_are_grouped_as_babel_groups_them(locale: str) -> None:
    """Babel 2.19 leaves the apostrophes of Swiss English out, since they quote in its patterns: no model there."""
    name = locale.replace("-", "_")
    for value in (0, 7, 999, 1_000, 12_345, 123_456, 1_234_567, 12_345_678.5):
        told = format_decimal(value, locale=name)
        with written_in(locale):
            ours = number_of(value) if value == int(value) else english.grouped(value, 1)
        if locale != "en-CH":
            assert ours == told.replace("\u202f", "\u00a0")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "1,250,000"), ("en-US", "1,250,000"), ("en-IN", "12,50,000"), ("en-ZA", "1\u00a0250\u00a0000"),
        ("en-CH", "1’250’000"), ("en-DE", "1.250.000"),
    ],
)  # fmt: skip
def test_a_large_figure_in_many_places(locale: str, words: str) -> None:
    with written_in(locale):
        assert number_of(1_250_000) == words
        assert number_of(-1_250_000) == f"−{words}"
        assert spelled(1_250_000) == words
        assert opened_count(1_250_000, "skill") == f"{words} skills"


def test_decimals_have_the_sign_of_the_place() -> None:
    with written_in("en-ZA"):
        assert (number_of(25.5), brief_money(1_250_000, "ZAR")) == ("25,50", "ZAR\u00a01,25m")
    with written_in("en-DE"):
        assert money(1_250_000.0, "EUR") == "€1.250.000"


# Money


@pytest.mark.parametrize("locale", LOCALES)
def test_a_dollar_is_the_readers_own_or_says_whose_it_is(locale: str) -> None:
    """Where no dollar is at home but the American one is meant by "$", the usual English signs hold."""
    name = locale.replace("-", "_")
    own = any(get_currency_symbol(dollar, name) == "$" for dollar in DOLLARS)
    with written_in(locale):
        for currency in ("USD", "GBP", "EUR", "JPY", "INR", "AUD", "CAD", "NZD", "SGD"):
            assert symbol(currency).rstrip("\u00a0") == get_currency_symbol(currency, name if own else "en")


@pytest.mark.parametrize(
    ("value", "brief", "full"),
    [
        (900, "₹900", "₹900"),
        (45_000, "₹45k", "₹45,000"),
        (99_499, "₹99k", "₹99,500"),
        (99_999, "₹1L", "₹1,00,000"),
        (100_000, "₹1L", "₹1,00,000"),
        (1_250_000, "₹12.5L", "₹12,50,000"),
        (9_994_000, "₹99.9L", "₹99,94,000"),
        (9_996_000, "₹1Cr", "₹99,96,000"),
        (10_500_000, "₹1.05Cr", "₹1,05,00,000"),
    ],
)
def test_rupees_in_india_are_told_in_lakh_and_crore(value: float, brief: str, full: str) -> None:
    with written_in("en-IN"):
        assert (brief_money(value, "INR"), money(value, "INR")) == (brief, full)
        assert brief_money(1_250_000, "USD") == "$1.25m"
    assert brief_money(1_250_000, "INR") == "₹1.25m"


def test_a_range_in_lakh() -> None:
    with written_in("en-IN"):
        assert money_range(800_000, 2_200_000, "INR") == "₹8L–₹22L"


def _indian(**pay: Any) -> Document:
    marks = {
        "n": 120_000,
        "p10": 450_000,
        "p25": 800_000,
        "p50": 1_250_000,
        "p75": 2_200_000,
        "p90": 3_500_000,
    }
    block = {
        "currency": "INR",
        "region": "India",
        "years": (2020, 2024),
        "source": "table",
        "overall": marks,
        **pay,
    }
    roles = [{**role, "pay": block} for role in (BAKER, CONFECTIONER)]
    return compose(guide(*roles, spec={"locale": "en-IN"}), theme())


def test_a_guide_for_indian_readers_tells_pay_in_lakh_everywhere() -> None:
    document = _indian()
    (pay,) = (section for section in document.sections if section.kind == "pay")
    (table,) = (block for block in pay.blocks if isinstance(block, Table))
    assert table.corner == "₹1\u00a0lakh a year"
    assert [words_of(cell.text) for cell in table.groups[0].rows[0].cells] == [
        "1,20,000", "4.5", "8.0", "12.5", "22.0", "35.0",
    ]  # fmt: skip
    (figure,) = (block for block in pay.blocks if isinstance(block, Figure))
    assert isinstance(figure.spec, PaySpec)
    assert [label for _, label in figure.spec.ticks] == ["0", "₹10L", "₹20L", "₹30L", "₹40L"]
    assert "₹12,50,000" in " ".join(words_in(document))
    assert not re.search(r"₹[\d.,]+[km]\b", " ".join(words_in(document)))


def test_small_rupees_are_told_in_full() -> None:
    marks = {"n": 500, "p10": 100, "p25": 200, "p50": 300, "p75": 400, "p90": 500}
    document = _indian(period="hour", overall=marks)
    (pay,) = (section for section in document.sections if section.kind == "pay")
    (table,) = (block for block in pay.blocks if isinstance(block, Table))
    assert table.corner == "Indian rupees an hour"
