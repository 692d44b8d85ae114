"""A guide of another field prints only words of its author's files and words that the program itself knows to say.

The roles are written as docs/roles.md shows it. The program's own words are the string constants of `compose`,
`words` and `typeset`, the units of Babel, and the tips and questions that ship for any job.
"""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guidebuild.build import Order, prepare
from guidebuild.cache import Cache
from guidebuild.compose.document import Document, PageRef

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    "guide.yml": """
        id: kitchens
        title: Pâtissière, Sommelier or Bread Baker?
        roles: [patissiere, sommelier, bread-baker]
        date: 2027-02-01
        locale: en-US
        event: {name: Foire du Goût, date: 2027-03-11, until: 2027-03-13, time: from ten, place: Halle, booth: Table 7}
        contact: {name: Maison des Métiers, email: bonjour@metiers.example}
        questions: [{ask: Who cleans the tanks?}]
        """,
    "_brand.yml": "meta: {name: Confrérie}\n",
    "content/roles/patissiere.yml": """
        title: Pâtissière
        definition: Makes cakes, ices and chocolate, mostly before noon.
        responsibilities:
          - {title: Temper the chocolate, detail: Keep it at the right warmth., aspect: craft}
          - {title: Decorate, detail: Pipe and glaze., aspect: craft}
          - {title: Talk with brides, detail: Find out what they dream of., aspect: serve}
        skills: [Communication, Monitoring, Sugar work, {skill: Braille menus, level: useful}, Testing]
        education: {degrees: [CAP Pâtissier], fields: [Pâtisserie], coursework: [Hygiène], certificates: [HACCP]}
        tools: {Small tools: [Palette knife, Thermometer]}
        industries: [Hotels, {name: Tea rooms, examples: [éclairs]}]
        outlook: {trend: rising, headline: Rising, reason: people eat out}
        works_with: {who: "waiters, Bread Bakers", why: to agree the menu}
        aliases: [Pastry chef]
        related: [Chocolatier]
        fits: [quiet mornings]
        """,
    "content/roles/sommelier.yml": """
        title: Sommelier
        definition: Buys, keeps and serves wine.
        responsibilities:
          - {title: Taste, detail: Taste and note what changes., aspect: craft}
          - {title: Serve, detail: Pour with a calm hand., aspect: serve}
        skills: [Communication, Monitoring, Tasting, Cellar work, Reporting]
        education: {degrees: [Certificate], fields: [oenology]}
        tools: {Small tools: [Corkscrew]}
        industries: [Hotels, Wineries]
        outlook: {trend: steady}
        """,
    "content/roles/bread-baker.yml": """
        title: Bread Baker
        definition: Bakes bread at night.
        responsibilities:
          - {title: Knead, detail: Knead and prove the dough., aspect: craft}
        skills: [Communication, Kneading, Deployment]
        industries: [Bakeries]
        pay_said: About 15 euros an hour at the start.
        """,
}
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
MEANT_FOR_MACHINES = frozenset(
    {"id", "slot", "kind", "key", "target", "to_target", "link", "style", "form", "place"}
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            "\n".join(line[8:] if line.startswith(" " * 8) else line for line in text.splitlines())
        )
    return prepare(Order(folder=tmp_path), progress=lambda _stage: None, cache=Cache(None)).document


def words(text: str) -> set[str]:
    return {word.replace("'", "’") for word in WORD.findall(text)}


def printed(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from printed(value)
    elif isinstance(node, tuple | list):
        for item in node:
            yield from printed(item)
    elif dataclasses.is_dataclass(node) and not isinstance(node, PageRef):
        for field in dataclasses.fields(node):
            if field.name not in MEANT_FOR_MACHINES:
                yield from printed(getattr(node, field.name))


def program_words() -> set[str]:
    """Every word of a string constant of the rooms that print, and of what ships for any job."""
    known: set[str] = set()
    for room in ("compose", "words", "typeset", "brand"):
        for module in (ROOT / "src" / "guidebuild" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    known |= words(node.value)
    for file, kind in (("tips.yml", "tips"), ("questions.yml", "questions")):
        entries = yaml.safe_load((ROOT / "content" / file).read_text(encoding="utf-8"))[kind]
        for entry in entries:
            if "roles" not in entry:
                known |= {word for value in entry.values() for word in words(str(value))}
    return known | {"euros"}


def test_nothing_is_printed_that_neither_the_author_nor_the_program_says(document: Document) -> None:
    author = words(" ".join(FILES.values()))
    program = {word.casefold() for word in program_words()}
    said = {word for text in printed(document) for word in words(text)}
    raised = {
        word[:1].upper() + word[1:] for word in ("craft", "serve", "oenology", "éclairs")
    }  # lists all small
    strange = {word for word in said - author - raised if word.casefold() not in program}
    assert strange == set()


@pytest.mark.parametrize(
    "word",
    ["Communication", "Monitoring", "Testing", "Reporting", "Deployment", "Braille", "Sugar work", "Table 7"],
)
def test_everyday_words_are_themselves(document: Document, word: str) -> None:
    text = " · ".join(printed(document))
    assert word in text


def test_nothing_of_another_field_is_printed(document: Document) -> None:
    text = " · ".join(printed(document))
    for leak in ("Explaining results", "Software testing", "Model deployment", "Monitoring and alerts", "Dashboards",
                 "guidebuild.example", "Spring Career Fair", "murmuration", "data set"):  # fmt: skip
        assert leak not in text


@pytest.mark.slow
def test_the_test_would_notice() -> None:
    """A word that nobody wrote is strange to it."""
    assert "kubernetes" not in {word.casefold() for word in program_words()}
