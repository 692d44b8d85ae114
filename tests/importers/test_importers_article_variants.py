"""Variants of the usual comparison: other words for headings, other bullets, singular sentences, what stands beside."""

from __future__ import annotations

import pytest
from article_desk import entries, guide, notes, of, role, skills, spelled

from guidebuild.diagnostics import GuideError
from guidebuild.importers.kinds.article.fields.duties import duties_of
from guidebuild.importers.kinds.article.fields.outlook import tip_of, trend_of
from guidebuild.importers.kinds.article.page.debris import debris_of
from guidebuild.importers.kinds.article.roles.names import Names, Role
from guidebuild.importers.kinds.article.sections.attribution import attributed
from guidebuild.importers.kinds.article.sections.implied import topic_of_sentence
from guidebuild.importers.kinds.article.words.topics import alone, topic_of

TITLE = "Data Engineer vs. Analytics Engineer\n\n"
DE, AE = "data-engineer", "analytics-engineer"
NAMES = Names((Role("Data Engineer", ()), Role("Analytics Engineer", ())))


def _industries(text: str, id: str = DE) -> list[str]:
    return [spelled(one, "name") for one in role(of(TITLE + text), id).get("industries", ())]


def test_what_a_role_is_held_against_is_not_the_one_that_is_spoken_of() -> None:
    said = "Analytics Engineers, on the other hand, sit between the data engineers and the analysts."
    assert [part.roles for part in attributed(said, NAMES)] == [(1,)]
    said = "Data engineers build pipelines, whereas analytics engineers build models."
    assert [part.roles for part in attributed(said, NAMES)] == [(0,), (1,)]


def test_one_sentence_with_two_figures_is_about_two_roles() -> None:
    said = "Data engineers make $120,000 a year and analytics engineers make $110,000."
    parts = attributed(said, NAMES)
    assert [(part.roles, part.text) for part in parts] == [
        ((0,), "Data engineers make $120,000 a year."),
        ((1,), "Analytics engineers make $110,000."),
    ]
    together = "Data engineers work with analysts and analytics engineers in one room."
    assert len(attributed(together, NAMES)) == 1


@pytest.mark.parametrize(
    ("said", "whose"),
    [("Analytics engineering is younger.", (1,)), ("Data engineering jobs will grow by 21%.", (0,))],
)
def test_a_field_stands_for_its_role(said: str, whose: tuple[int, ...]) -> None:
    assert attributed(said, NAMES)[0].roles == whose
    assert (
        Names((Role("Product Designer", ()), Role("UX Researcher", ()))).field_of("UX research shrank.") == 1
    )


def test_an_item_that_could_be_a_heading_is_an_item() -> None:
    text = """Required Skills

To become a Data Engineer, you need:

    Knowledge of relational databases
    Understanding of data modeling

To become an Analytics Engineer, you need:

    Advanced knowledge of SQL

Qualifications of a data engineer:
a) Degree in computer science

Qualifications of an analytics engineer:
a) Certificate in dbt
"""
    made = of(TITLE + text)
    assert "Data modeling" in skills(made, DE)
    assert role(made, DE)["education"]["fields"] == ["computer science"]
    assert "dbt" in str(role(made, AE)["education"])
    assert "modeling" not in str(notes(made, "dropped"))


def test_information_technology_is_no_pronoun() -> None:
    text = "Industries\n\nData Engineer: IT services, gaming, retail\n\nAnalytics Engineer: energy, IT\n"
    assert _industries(text) == ["IT services", "Gaming", "Retail"]
    assert _industries(text, AE) == ["Energy", "IT"]


def test_signs_of_replies_are_bullets() -> None:
    text = "Data Engineer: Tools\n> Airflow\n> Apache Kafka\n\nAnalytics Engineer: Tools\n» dbt\n» Looker\n"
    made = of(TITLE + text)
    assert role(made, DE)["tools"] == {"Tools": ["Airflow", "Apache Kafka"]}
    assert role(made, AE)["tools"] == {"Tools": ["dbt", "Looker"]}


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Industries Hiring", "industries"),
        ("Where", "industries"),
        ("What you need to be good at", "skills"),
        ("How to qualify", "education"),
        ("Qualifying", "education"),
    ],
)
def test_headings_in_other_words(heading: str, topic: str) -> None:
    assert alone(heading) == topic


@pytest.mark.parametrize(
    ("said", "duties"),
    [
        (
            "The @ is responsible for drawing up plans, controlling the budget, and managing risks.",
            ["Drawing up plans", "Controlling the budget", "Managing risks"],
        ),
        ("He appraises houses, compares recent sales, and writes reports for lenders.", 3),
        ("They cut pipe, find leaks and unblock drains.", 3),
        ("@s are responsible for keeping order.", 1),
        ("@s are people who plan, build and test.", 1),
    ],
)
def test_a_sentence_with_a_subject_is_several_duties(said: str, duties: list[str] | int) -> None:
    found = duties_of(said, said)
    assert found == duties if isinstance(duties, list) else len(found) == duties


@pytest.mark.parametrize(
    ("said", "trend"),
    [
        ("Growth has slowed since 2022.", "steady"),
        ("Slow growth, as tests are automated.", "steady"),
        ("Competition is growing.", None),
        ("Demand for both jobs remains high.", "steady"),
        ("Demand is growing quickly.", "rising"),
    ],
)
def test_growth_that_slows_is_no_rise(said: str, trend: str | None) -> None:
    assert trend_of(said) == trend


def test_cells_without_a_label_we_know_are_what_the_section_is_about() -> None:
    text = """# Data Engineer vs. Analytics Engineer

## Salary

| Role | Entry level | Senior |
|---|---|---|
| Data Engineer | $80,000 | $150,000 |
| Analytics Engineer | $75,000 | $145,000 |

## Education

| Role | Typical degree | Alternative |
|---|---|---|
| Data Engineer | Bachelor's in computer science | Self-taught |
| Analytics Engineer | Bachelor's in economics | Bootcamp |
"""
    one = role(of(text, "article.md"), DE)
    assert one["pay_said"] == "Entry level: $80,000. Senior: $150,000."
    assert "Self-taught" in one["education"]["summary"]
    assert "80,000" not in one["definition"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Data Engineers work on construction sites, in factories and in homes.", ["Construction sites", "Factories",
         "Homes"]),
        ("Data Engineers are in demand in finance, retail, and media.", ["Finance", "Retail", "Media"]),
        ("Data Engineers work online or in offices.", ["Online", "Offices"]),
    ],
)  # fmt: skip
def test_where_people_work_in_a_sentence(said: str, found: list[str]) -> None:
    assert _industries(f"Industries\n\n{said}\n\nAnalytics Engineers work in media and retail.\n") == found


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("@s work online or in family homes.", "industries"),
        ("@s work in public and private schools.", "industries"),
        ("@s work in shifts.", "responsibilities"),
        ("The market for @s is growing fast.", "outlook"),
        ("The need for @s stays high, above all in maths.", "outlook"),
    ],
)
def test_topics_of_sentences(said: str, topic: str) -> None:
    assert topic_of_sentence(said, said) == topic


def test_what_is_no_skill() -> None:
    text = """Skills

What do they need? Data Engineers need a licence and references. Data Engineers need Go or Rust.

Analytics Engineers need SQL. Empathy and storytelling are equally important. They should be able to take criticism
and have basic knowledge of HTML and CSS.
"""
    made = of(TITLE + text)
    assert skills(made, DE) == ["Go", "Rust"]
    assert "licence and references" in str(role(made, DE)["education"])
    assert skills(made, AE) == [
        "SQL",
        "Empathy",
        "Storytelling",
        "Able to take criticism",
        "HTML",
        "CSS",
    ]


def test_tools_are_named_without_an_article_and_whole() -> None:
    text = "Tools\n\nA Data Engineer carries a multimeter, wire strippers and a tester.\n\n"
    text += "Analytics Engineer: MLflow, Weights & Biases\n"
    made = of(TITLE + text)
    assert role(made, DE)["tools"] == {"Tools": ["multimeter", "wire strippers", "tester"]}
    assert role(made, AE)["tools"] == {"Tools": ["MLflow", "Weights & Biases"]}


def test_pay_and_prospects_under_one_heading_are_two_things() -> None:
    text = "Data Engineer\n\nPay and prospects\n\nThe median pay is $52,000. "
    text += "Employment is expected to grow 3% by 2032.\n\n"
    text += "Analytics Engineer\n\nPay and prospects\n\nThe median pay is $61,000. Demand is falling.\n"
    one = role(of(TITLE + text), DE)
    assert one["pay_said"] == "The median pay is $52,000."
    assert one["outlook"]["trend"] == "rising"


def test_duties_within_a_definition_where_no_section_lists_any() -> None:
    text = """# Agent vs. Appraiser

## Agent

An agent brings people together. He lists properties, arranges viewings, and negotiates contracts.

## Appraiser

An appraiser estimates values. She likes order, quiet and tea.
"""
    made = of(text, "article.md")
    assert role(made, "agent")["definition"] == "An agent brings people together."
    duties = role(made, "agent")["responsibilities"]
    assert [spelled(duty, "detail") for duty in duties] == [
        "Lists properties.", "Arranges viewings.", "Negotiates contracts.",
    ]  # fmt: skip
    assert "likes order" in role(made, "appraiser")["definition"]


def test_a_question_and_a_word_about_all_define_nothing() -> None:
    text = "Baker vs Florist\n\nWhat is the difference between a baker and a florist? "
    text += "Bakers and florists rise early.\n\n"
    text += "What does a baker do?\nBakers knead dough. They sell bread.\n\n"
    text += "What does a florist do?\nFlorists bind flowers.\n"
    made = of(text)
    assert role(made, "baker")["definition"] == "Bakers knead dough."
    assert role(made, "florist")["definition"] == "Florists bind flowers."


def test_a_paragraph_that_names_all_and_asks_is_no_title() -> None:
    said = "Data engineers and analytics engineers both help to decide. Which one are you?"
    made = of(f"{TITLE}{said}\n\nDefinition\n\nData Engineer: builds.\n\nAnalytics Engineer: models.\n")
    assert guide(made)["sections"]["glance"]["lead"] == said


def test_the_site_around_the_article() -> None:
    text = (
        "Listen\nSave\n\nDefinition\n\nData Engineer: builds pipes.\n\nAnalytics Engineer: models data.\n\n"
    )
    text += "Previous: What is a data lake?\nNext: 10 SQL interview questions\n"
    made = of(TITLE + text)
    assert notes(made, "not-placed") == []
    said = str([entries(made, kind) for kind in ("roles", "guides", "tips")])
    assert [word for word in ("lake", "interview", "Save") if word in said] == []
    page = f"<h1>{TITLE.strip()}</h1><div>Skip to content <a href='/'>TestTalk</a></div><p>Both build.</p>"
    page += "<h2>Definition</h2><p>Data Engineer: builds.</p><p>Analytics Engineer: models.</p>"
    assert "Skip" not in str(guide(of(page, "a.html")))


def test_tips_say_what_to_do() -> None:
    tip = tip_of("To get started as a Product Designer, build a portfolio. Show how you think.")
    assert tip is not None
    assert tip.title == "Build a portfolio"


def test_hours_keep_their_label() -> None:
    text = "Data Engineer\nHours: early mornings\n\nAnalytics Engineer\nHours: late nights\n"
    assert "Hours: early mornings" in role(of(TITLE + text), DE)["definition"]


def test_the_last_paragraph_that_asks_which_to_choose() -> None:
    text = "Job outlook\n\nJobs for data engineers should grow. Jobs for analytics engineers should grow too.\n\n"
    last = "So which should you choose? "
    last += "If you like pipes, go for data engineer. If you like models, be an analytics engineer."
    made = of(TITLE + text + last)
    assert "choose" not in str(role(made, DE)["outlook"])
    assert "choose" in str(guide(made)["sections"])


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Who is hiring?", "industries"),
        ("Who’s hiring?", "industries"),
        ("Where is it going?", "outlook"),
        ("What comes next?", "outlook"),
    ],
)
def test_headings_that_ask_in_other_words(heading: str, topic: str) -> None:
    assert topic_of(heading) == topic


def test_degrees_of_nobody_in_particular_are_of_all() -> None:
    text = "Education\n\nMost have a bachelor's degree in physics. Analytics Engineers may have a PhD.\n\nOutlook\n\n"
    text += "Data Engineers are wanted.\n"
    made = of(TITLE + text)
    assert role(made, DE)["education"]["fields"] == ["physics"]
    assert role(made, DE)["education"]["degrees"] == ["Bachelor's degree"]
    assert role(made, AE)["education"]["degrees"] == ["Bachelor's degree", "PhD"]


def test_running_text_defines_two_roles_in_one_paragraph() -> None:
    made = of("""Midwife or obstetric nurse: a comparison

A midwife looks after healthy women. An obstetric nurse works on a ward and supports doctors and midwives.

The number of midwives is expected to rise by 6%. For nurses the same figure holds.

Before you choose, attend a birth class as a guest. Talk to young mothers. Ask both professions about nights.
""")
    assert role(made, "obstetric-nurse")["definition"].startswith("An obstetric nurse works on a ward")
    assert "same figure" in role(made, "obstetric-nurse")["outlook"]["summary"]
    said = str(entries(made, "tips"))
    assert [word for word in ("birth class", "young mothers", "about nights") if word not in said] == []


def test_counts_with_pictures_and_neighbours_of_a_post_are_of_the_site() -> None:
    assert debris_of("👏 150 | 💬 12") == "a bare count"
    assert debris_of("$150 | $12") == ""
    text = "Definition\n\nData Engineer: builds pipes.\n\nAnalytics Engineer: models data.\n\n"
    made = of(f"{TITLE}{text}PREVIOUS POST\nWhat is NoSQL?\nNEXT POST\nTen SQL puzzles\n")
    said = str([entries(made, kind) for kind in ("roles", "guides", "tips")])
    assert [word for word in ("NoSQL", "puzzles") if word in said] == []
    assert "Ten SQL puzzles" in str(notes(made, "dropped"))


def test_more_text_than_an_article_has_is_refused_at_once() -> None:
    with pytest.raises(GuideError, match="article-too-long"):
        of(TITLE + "Pros: a. Cons: b. " * 30_000)


def test_a_sign_of_a_reply_before_a_line_by_itself_is_ornament() -> None:
    text = "> What skills are needed?\n\nData Engineer: SQL\nAnalytics Engineer: dbt, Looker\n\n"
    text += "> Which tools do they use?\n\n"
    made = of(TITLE + text + "Data Engineer: Airflow\nAnalytics Engineer: Looker\n")
    assert skills(made, DE) == ["SQL"]
    assert role(made, AE)["tools"] == {"Tools": ["Looker"]}


def test_a_line_over_labels_of_roles_is_a_heading_whatever_it_says() -> None:
    text = """What each does

Data Engineer
- builds pipelines
- tunes queries

Analytics Engineer
- models tables
- tests models

The purse

Data Engineer: $96,000
Analytics Engineer: $91,000

The ticket

Data Engineer: bachelor of science
Analytics Engineer: master's degree in economics

Odds

Data Engineer: 7% more jobs by 2032
Analytics Engineer: demand is growing

Odds and ends

Data Engineer: quiet
Analytics Engineer: loud
"""
    one, other = (role(of(TITLE + text), id) for id in (DE, AE))
    assert one["pay_said"] == "$96,000"
    assert one["outlook"]["summary"] == "7% more jobs by 2032."
    assert other["education"]["degrees"] == ["Master's degree"]
    assert len(other["responsibilities"]) == 2
    assert "economics" not in other["definition"]


def test_a_technical_field_is_no_related_one() -> None:
    text = "Education\n\nData Engineer: Bachelor's degree in English or a technical field\n\nAnalytics Engineer: PhD\n"
    assert role(of(TITLE + text), DE)["education"]["fields"] == ["English", "technical field"]
