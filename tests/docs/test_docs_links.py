"""Every link in the README, in CONTRIBUTING.md and in docs/ leads somewhere, and every file and name cited exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
OF_THE_HOUSE = [
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("api", "architecture", "pages")),
]
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
A_PATH = re.compile(r"`((?:src|tests|docs|content|assets|findings|\.ci)/[\w./-]*)`")
A_NAME = re.compile(r"`(\w+)`\s+(?:in|of)\s+`(src/[\w./]+\.py)`")


def anchors(text: str) -> set[str]:
    """The headings of a text, as GitHub makes anchors of them."""
    heads = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def named(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    return [
        (file.name, found)
        for file in OF_THE_HOUSE
        for found in pattern.findall(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    text = FENCED.sub("", file.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\((?!https?://)([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        there = (file.parent / path).resolve() if path else file
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there.read_text(encoding="utf-8")), target


def test_every_chapter_is_linked_from_the_readme() -> None:
    readme = TEXTS[0].read_text(encoding="utf-8")
    assert [file.name for file in TEXTS[1:] if f"{file.relative_to(ROOT)})" not in readme] == []


def test_every_file_that_is_named_exists() -> None:
    paths = named(A_PATH)
    assert len(paths) > 30, "hardly a file is named: this test looks for the wrong words"
    assert [(file, path) for file, path in paths if not (ROOT / path).exists()] == []


def test_every_name_that_is_said_to_be_in_a_file_is_there() -> None:
    """ "`PARTS` of `src/…/contents.py`", and every such phrase."""
    found = [
        (path, name)
        for file in OF_THE_HOUSE
        for name, path in A_NAME.findall(file.read_text(encoding="utf-8"))
        if (ROOT / path).is_file()
    ]
    assert len(found) > 10, "hardly a name is found: this test looks for the wrong words"
    gone = [
        one for one in found if not re.search(rf"\b{one[1]}\b", (ROOT / one[0]).read_text(encoding="utf-8"))
    ]
    assert gone == []
