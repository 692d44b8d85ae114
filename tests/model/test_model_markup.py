"""Block markup within a text is printed as it stands, and told at its line; what only looks like it is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.diagnostics import Span
from guidebuild.model.load import check, load
from guidebuild.model.markup import unknown_markup

Write = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- one", "a list"),
        ("  * one", "a list"),
        ("1. one", "a list"),
        ("2) one", "a list"),
        ("# Heading", "a heading"),
        ("> quoted", "a quotation"),
        ("| a | b |", "a table"),
        ("---", "a rule"),
        ("* * *", "a rule"),
        ("```python", "a block of code"),
        ("See ![a picture](x.png).", "a picture"),
        ("one<br/>two", "HTML"),
        ("one&nbsp;two", "HTML"),
        ("<strong>one</strong>", "HTML"),
    ],
)
def test_each_kind_is_told_at_its_line(write: Write, line: str, kind: str) -> None:
    text = f"title: Keeper\nreviewed: 2026-01-01\ndefinition: |-\n  Keeps.\n\n  {line}\n\n  And more.\n"
    write("content/roles/keeper.yml", text)
    write("content/roles/guide.yml", "title: Guide\ndefinition: Guides.\nreviewed: 2026-01-01\n")
    for found in (check(), load(roles=("keeper", "guide")).warnings):
        (one,) = [one for one in found if one.code == "block-markup"]
        assert (one.severity, str(one.span).rpartition(":")[0]) == ("warning", "content/roles/keeper.yml:6")
        assert one.message.endswith(f"is printed as it stands: {kind} is no markup here")


def test_a_heading_that_is_underlined_is_told(write: Write) -> None:
    write("content/roles/keeper.yml", "title: Keeper\ndefinition: |-\n  Head\n  ====\n\n  Keeps.\n")
    (one,) = [one for one in check() if one.code == "block-markup"]
    assert (one.span and one.span.line, one.message) == (
        4,
        "'====' is printed as it stands: a heading is no markup here",
    )


@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_line_is_found_in_quoted_texts_too(write: Write, quote: str) -> None:
    write(
        "content/roles/keeper.yml", f"title: Keeper\ndefinition: {quote}Keeps.\n\n\n  - item\n\n  {quote}\n"
    )
    (one,) = [one for one in check() if one.code == "block-markup"]
    assert one.span
    assert (one.span.line, one.span.column) == (5, 3)


def test_a_rule_is_not_looked_for_within_a_table(write: Write) -> None:
    text = "title: Keeper\ndefinition: |-\n  Keeps.\n\n  | a |\n  |---|\n\n  ---\n"
    write("content/roles/keeper.yml", text)
    assert [one.span and one.span.line for one in check() if "a rule" in one.message] == [8]


@pytest.mark.parametrize(
    "text",
    [
        "1. FC Union",
        "- and so on",
        "C# and F#",
        "a < b > c",
        "R&D; M&A",
        "It is 3 * 4 * 5.",
        "Keeps.\n\nFeeds *all* animals -- and more.",
        "List<String>",
        "20 - 30 of them\n\n2024-25 was dry.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert list(unknown_markup([(Span("a.yml", 1, 1), text)])) == []
