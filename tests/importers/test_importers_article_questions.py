"""Questions and answers of an article: what a field of a role holds goes there, and the rest is told of at once."""

from __future__ import annotations

import pytest
from article_desk import guide, notes, of, role, skills
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.kinds.article.read import Study
from guidebuild.importers.kinds.article.sections.questions import asked_about, is_bare, parted

TITLE = (
    "# Baker vs. Florist\n\n## Duties\n\n- Bakers bake bread.\n- Bakers bake rolls.\n- Florists bind flowers.\n"
    "- Florists sell flowers.\n\n## Tools\n\nBakers use ovens.\n\nFlorists use shears.\n\nBoth use aprons.\n\n"
)
HEADINGS = """## FAQ

### How much does a baker earn?

About $30,000 a year at first.

### Can a baker become a florist?

Yes. Many do.

### What skills do both need?

- Patience
- SQL

### Is a degree needed?

No, but it helps.

It is looked at by hotels.

### Is a florist in demand?

Demand is growing in towns.

## Conclusion

Both get up early.
"""
BOLD = HEADINGS.replace("### ", "**").replace("?\n", "?**\n").replace("## FAQ", "**FAQ**")
LETTERS = HEADINGS.replace("### ", "Q: ").replace("?\n\n", "?\nA: ").replace("A: - ", "A: Both need ")
ONE_LINE = (
    HEADINGS.replace("### ", "").replace("?\n\n", "? ").replace("? - Patience\n- SQL", "? Patience and SQL.")
)


@pytest.mark.parametrize(
    "questions", [HEADINGS, BOLD, LETTERS, ONE_LINE], ids=["headings", "bold", "letters", "lines"]
)
def test_answers_go_where_a_field_holds_them(questions: str) -> None:
    made = of(TITLE + questions, "a.md")
    assert role(made, "baker")["pay_said"].startswith("About $30,000 a year at first")
    assert "pay_said" not in role(made, "florist")
    assert "SQL" in skills(made, "baker")
    assert "SQL" in skills(made, "florist")
    assert role(made, "florist")["outlook"]["trend"] == "rising"
    assert "outlook" not in role(made, "baker")
    assert "education" not in role(made, "baker")  # "No, but it helps." says nothing without its question
    assert "Both get up early." in str(guide(made)["sections"])


@pytest.mark.parametrize("questions", [HEADINGS, BOLD, ONE_LINE], ids=["headings", "bold", "lines"])
def test_other_questions_are_told_of_in_one_warning(questions: str) -> None:
    made = of(TITLE + questions, "a.md")
    (told,) = notes(made, "not-placed")
    assert "not placed anywhere: 'Can a baker become a florist?" in told
    lines = [
        n
        for n, line in enumerate((TITLE + questions).splitlines(), 1)
        if "Can a baker" in line or "hotels" in line
    ]
    assert f"lines {lines[0]}" in told
    assert f"{lines[1]} were" in told


def test_a_section_of_questions_that_has_no_place_is_one_warning_with_its_heading() -> None:
    made: Study = of(
        TITLE + "## FAQ\n\n### Can a baker be late?\n\nHardly.\n\n### Is it fun?\n\nIt is.\n", "a.md"
    )
    (told,) = notes(made, "not-placed")
    assert (
        ":18:1: warning[not-placed]: lines 18 to 26 were not placed anywhere: 'FAQ'; 'Can a baker be late?'; "
        in told
    )
    assert told.split("\n")[0].endswith("'Hardly.' and 2 more")


def test_a_question_that_nobody_answers_is_left_out() -> None:
    made = of(
        TITLE
        + "## FAQ\n\nWhat does a baker earn?\n\nWhat tools does a baker use?\n\nBakers use ovens and bowls.\n"
    )
    assert any("What does a baker earn?" in note for note in notes(made, "dropped"))
    assert "ovens" in str(role(made, "baker")["tools"])


@pytest.mark.parametrize(
    ("question", "topic"),
    [("How much does a @ earn?", "pay"), ("Which job pays better?", "pay"), ("What skills do you need?", "skills"),
     ("Do I need a degree to become a @?", "education"), ("Do I need a licence?", "certificates"),
     ("Where do they work?", "industries"), ("What does a @ do all day?", "responsibilities"),
     ("Can a @ become a @?", None), ("Which is better, @ or @?", None), ("Is it hard?", None)],
)  # fmt: skip
def test_a_question_asks_about_a_field_or_about_none(question: str, topic: str | None) -> None:
    assert asked_about(question) == topic


def test_question_and_answer_of_one_line_are_told_apart() -> None:
    assert parted("Q: Is it hard? A: At times.") == ("Is it hard?", "At times.")
    assert parted("3. How long is it? Two years.") == ("How long is it?", "Two years.")
    assert parted("What is it?") == ("What is it?", "")
    assert parted("It is hard. Is it not?") is None
    assert parted("They ask: why? And we say so.") is None
    assert all(is_bare(words, "pay") for words in ("Yes, many do.", "A: It depends.", "Bakers do."))
    assert not any(is_bare(words, "pay") for words in ("About $9.", "Bakers bake bread at night."))
    assert not is_bare("Patience and SQL.", "skills")


@given(st.text(max_size=300))
def test_no_line_makes_the_reader_of_questions_stumble(text: str) -> None:
    found = parted(text)
    assert found is None or (found[0] in text and found[0].endswith("?"))
