"""What is easily taken for its neighbour: headings for titles, columns for rows, steps for degrees."""

from __future__ import annotations

import pytest
from article_desk import entries, guide, notes, of, role

from guidebuild.importers.kinds.article.page.debris import debris_of
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.attribution import attributed
from guidebuild.importers.kinds.article.sections.passage import liked
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.kinds.article.words.topics import alone

TITLE = "# Data Scientist vs. Data Analyst\n\nBoth look at data.\n\n"
ANALYST, SCIENTIST = "data-analyst", "data-scientist"


@pytest.mark.parametrize(
    "heading", ["Education: data scientist vs. data analyst", "Data scientist vs. data analyst: Education"]
)
def test_a_heading_with_a_topic_and_all_roles_is_no_title(heading: str) -> None:
    said = "Data analysts have a bachelor's degree in finance. Data scientists have a PhD."
    made = of(f"{TITLE}## {heading}\n\n{said}\n", "article.md")
    assert "once more" not in str(notes(made, "dropped"))
    assert role(made, ANALYST)["education"]["fields"] == ["finance"]
    assert role(made, SCIENTIST)["education"]["degrees"] == ["PhD"]


def test_a_table_of_two_columns_is_of_two_roles() -> None:
    table = (
        "| Data analyst | Data scientist |\n| --- | --- |\n| Tableau | TensorFlow |\n| Power BI | Spark |\n"
    )
    made = of(f"{TITLE}## Tools\n\n{table}", "article.md")
    assert role(made, ANALYST)["tools"] == {"Tools": ["Tableau", "Power BI"]}
    assert role(made, SCIENTIST)["tools"] == {"Tools": ["TensorFlow", "Spark"]}


def test_three_roles_in_one_sentence() -> None:
    names = Names((Role("Baker", ()), Role("Florist", ()), Role("Tailor", ())))
    said = "Bakers earn $30,000; florists earn $28,000; tailors earn $35,000."
    assert [part.roles for part in attributed(said, names)] == [(0,), (1,), (2,)]


def test_the_last_word_within_tips_is_none_of_them() -> None:
    text = "Getting Started\n\nFirst, read one paper a week. Second, rebuild a result. Third, find a lab.\n\n"
    text += "Bottom line: choose Data Scientist for models and Data Analyst for answers.\n"
    made = of(TITLE.replace("# ", "") + text)
    assert len(entries(made, "tips")) == 3
    assert "for answers" in str(guide(made)["sections"])


def test_steps_are_no_degrees() -> None:
    text = "## How do you become one?\n\n1. Learn SQL thoroughly.\n2. Model your own household as practice.\n"
    made = of(f"{TITLE}## Tools\n\n- Data Analyst: R\n- Data Scientist: R\n\n{text}", "article.md")
    assert len(entries(made, "tips")) == 2
    assert "education" not in role(made, ANALYST)


def test_a_tick_before_a_heading_makes_no_item_of_it() -> None:
    text = "💡 Practical Tips\n1️⃣ Build a lab.\n2️⃣ Keep notes.\n\n"
    text += "✅ Conclusion\nPick the one that you like.\n\n👉 Follow for more!\n"
    head = "Data Analyst: Definition\nLooks back.\n\nData Scientist: Definition\nLooks ahead.\n\n"
    made = of(TITLE.replace("# ", "") + head + text)
    assert len(entries(made, "tips")) == 2
    assert "Pick the one" in str(guide(made)["sections"])
    assert "Follow for more" in str(notes(made, "dropped"))


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Published: 2023-07-19 — Reading time: 4 min", "a date"),
        ("Posted on 2 March 2025 in Careers | 4 comments", "a date"),
        ("Take our Data Foundations course and learn at your own pace. Enroll for free.", "an invitation"),
        ("Work - life", ""),
    ],
)
def test_lines_of_the_site(said: str, what: str) -> None:
    assert debris_of(said) == what


def test_what_people_like_is_told_without_what_suits_them() -> None:
    assert liked("If you enjoy maths and code, data science may suit you.") == "maths and code"


def test_numbers_within_a_line_are_no_sentences() -> None:
    assert sentences("1. Write contracts. 2. Run networks.") == ["Write contracts.", "Run networks."]
    assert sentences("It began in 2021. It ended in 12. They left.") == [
        "It began in 2021.", "It ended in 12.", "They left.",
    ]  # fmt: skip


def test_many_heads_of_data_are_one_role() -> None:
    names = Names((Role("Head of Data", ()), Role("Data Science Manager", ())))
    assert names.named("Openings for Heads of Data have risen.") == (0,)
    assert names.exactly("Heads of Data") == 0


def test_breaking_in_is_about_tips_and_subscribing_is_of_the_site() -> None:
    assert alone("How to Break In") == "tips"
    assert debris_of("Subscribe to Web3 Careers – it's free") == "a newsletter box"


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Personal qualities", "skills"),
        ("Places of work", "industries"),
        ("How to get there", "education"),
        ("Chances", "outlook"),
        ("What we would do", "tips"),
        ("What each of them does", "responsibilities"),
    ],
)
def test_headings_in_plain_words(heading: str, topic: str) -> None:
    assert alone(heading) == topic
