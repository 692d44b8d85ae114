"""What of an article goes into which field: skills and tools together, duties in one paragraph, pay in words."""

from __future__ import annotations

import re

import pytest
from article_desk import of, printed, role, skills, spelled, vocabulary
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.importers.kinds.article.fields.duties import duties_in
from guidebuild.importers.kinds.article.fields.skills import skills_in
from guidebuild.importers.kinds.article.fields.tools import industries_in, tools_in
from guidebuild.importers.kinds.article.read import Study
from guidebuild.importers.kinds.article.words.products import is_product
from guidebuild.importers.kinds.article.words.topics import alone, topic_of
from guidebuild.model import schema

TITLE = "# Cloud Engineer vs. Data Analyst\n\nCloud engineers build. Data analysts count.\n\n"


def about(section: str) -> Study:
    """An article with one section and a line of each role before it."""
    return of(TITLE + section, "article.md")


def tool_names(made: Study, id: str) -> dict[str, list[str]]:
    return {
        group: [spelled(tool, "name") for tool in held]
        for group, held in role(made, id).get("tools", {}).items()
    }


# Skills and tools under one heading


@pytest.mark.parametrize(
    "heading",
    ["Skills & tools", "Skills and Tools", "Technical skills and software", "Tools and skills",
     "Skills, tools and more", "Key Skills & Technologies", "Skills/Tools",
     "Required skills and the tech stack", "Tools & Skills Needed"],
)  # fmt: skip
def test_a_heading_may_speak_of_skills_and_tools(heading: str) -> None:
    assert topic_of(heading) == "skills and tools"


@pytest.mark.parametrize(
    ("heading", "topic"),
    [("Tools and technologies", "tools"), ("Skills and knowledge", "skills"), ("Software used", "tools"),
     ("Skills and education", "skills"), ("Soft skills", "skills")],
)  # fmt: skip
def test_others_speak_of_one_of_them(heading: str, topic: str) -> None:
    assert topic_of(heading) == alone(heading) == topic


MIXED = """## Skills & tools

**Cloud Engineer**

- System design
- Communication
- Terraform, AWS
- Docker & Kubernetes
- Tools: Jenkins, a good torch

**Data Analyst**

- Storytelling with charts
- Power BI
- Excel (pivot tables)
"""


def test_what_is_under_both_is_a_skill_and_a_product_is_a_tool_too() -> None:
    made = about(MIXED)
    assert skills(made, "cloud-engineer")[:3] == [
        "System design",
        "Communication",
        "Terraform",
    ]
    assert tool_names(made, "cloud-engineer") == {
        "Tools": ["Terraform", "AWS", "Docker", "Kubernetes", "Jenkins", "good torch"]
    }
    assert len(skills(made, "data-analyst")) == 3
    assert tool_names(made, "data-analyst") == {"Tools": ["Power BI", "Excel"]}


def test_an_ampersand_joins_two_tools_and_one_name() -> None:
    assert [tool.name for tool in tools_in("Docker & Kubernetes")] == ["Docker", "Kubernetes"]
    assert [tool.name for tool in tools_in("Git, Docker & Kubernetes")] == ["Git", "Docker", "Kubernetes"]
    assert [industry.name for industry in industries_in("Food & drink")] == ["Food & drink"]
    assert [use.skill for use in skills_in("Figma & Sketch", vocabulary())] == ["Figma", "Sketch"]
    assert [use.skill for use in skills_in("Wit & charm", vocabulary())] == ["Wit & charm"]


def test_products_are_known_by_their_names() -> None:
    named = ("Terraform", "QuickBooks", "Adobe InCopy", "Node.js", "Git (daily)", "AWS Lambda")
    others = (
        "Networking",
        "System design",
        "Python scripting",
        "DevOps",
        "REST APIs",
        "CI/CD",
        "PhD",
        "Excellence",
    )
    assert [is_product(name) for name in named] == [True] * len(named)
    assert [is_product(name) for name in others] == [False] * len(others)


# Duties in one paragraph


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        ("Design the target architecture; evaluate vendors; write decision records.",
         ["Design the target architecture", "evaluate vendors", "write decision records"]),
        ("Prepare and test samples; record results.", ["Prepare and test samples", "record results"]),
        ("Provision networks, monitor costs, and migrate workloads.",
         ["Provision networks", "monitor costs", "migrate workloads"]),
        ("Designs rooms, draws plans and visits building sites.",
         ["Designs rooms", "draws plans", "visits building sites"]),
        ("Counting tablets, taking payments, and keeping the stock in order.",
         ["Counting tablets", "taking payments", "keeping the stock in order"]),
        ("Test the parts (bolts, nuts), write notes on them, and order the rest.",
         ["Test the parts (bolts, nuts)", "write notes on them", "order the rest"]),
    ],
)  # fmt: skip
def test_duties_strung_together_are_taken_apart(sentence: str, duties: list[str]) -> None:
    assert duties_in(sentence) == duties


@pytest.mark.parametrize(
    "sentence",
    ["Plan, design, and build bridges.", "Write reports, test plans, and design documents.",
     "Monitor costs, networks and servers, and migrate workloads.", "They build; they test; they mend.",
     "Write code; the tests follow.", "Review budgets, books and bills.", "Cut pipes and mend taps.", "; ;", ""],
)  # fmt: skip
def test_what_may_be_one_duty_stays_one(sentence: str) -> None:
    assert duties_in(sentence) == [sentence]


@given(st.text(alphabet="ab,; .andwrite()", max_size=60))
def test_duties_lose_no_word(sentence: str) -> None:
    found = " ".join(duties_in(sentence))
    lost = [
        word
        for word in re.findall(r"[a-z]+", sentence)
        if word not in found and word not in ("and", "or", "then")
    ]
    assert lost == []


def test_duties_in_a_paragraph_a_labelled_item_and_a_cell_are_duties_each() -> None:
    made = about(
        "## Duties\n\n**Cloud Engineer:** Provision networks, monitor costs, and migrate workloads. They are on call."
        "\n\n"
        "- Data Analyst: Clean tables; draw charts.\n\n"
        "| | Cloud Engineer | Data Analyst |\n|---|---|---|\n"
        "| Daily work | Write scripts, answer calls, and mend servers | Write the daily report, and more |\n"
    )
    assert details(made, "cloud-engineer") == [
        "Provision networks.", "Monitor costs.", "Migrate workloads.", "They are on call.",
        "Write scripts.", "Answer calls.", "Mend servers.",
    ]  # fmt: skip
    assert details(made, "data-analyst") == [
        "Clean tables.",
        "Draw charts.",
        "Write the daily report, and more.",
    ]


def test_a_bullet_is_one_duty_however_long() -> None:
    made = about(
        "## Duties\n\n### Cloud Engineer\n\n- Provision networks, monitor costs, and migrate workloads\n"
    )
    assert details(made, "cloud-engineer") == ["Provision networks, monitor costs, and migrate workloads."]


def details(made: Study, id: str) -> list[str]:
    return [spelled(duty, "detail") for duty in role(made, id)["responsibilities"]]


# Pay in words


def test_pay_in_words_is_said_and_is_no_outlook() -> None:
    made = about(
        "## Salary\n\nThe average cloud engineer earns $75,000 per year, while the average data analyst earns $82,000."
        "\n\n"
        "## Outlook\n\nDemand for cloud engineers is growing.\n"
    )
    cloud, data = role(made, "cloud-engineer"), role(made, "data-analyst")
    assert cloud["pay_said"] == "The average cloud engineer earns $75,000 per year."
    assert data["pay_said"] == "The average data analyst earns $82,000."
    assert cloud["outlook"]["summary"] == "Demand for cloud engineers is growing."
    assert "outlook" not in data
    assert (
        "Pay, as the source tells it The average data analyst earns" in printed(made)["profile-data-analyst"]
    )


def test_pay_in_a_table_keeps_what_its_row_is_called() -> None:
    made = about(
        "## Salary\n\n| | Cloud Engineer | Data Analyst |\n|---|---|---|\n| Average (US) | $150,000 | $130,000 |\n"
        "| With ten years | $180,000 | – |\n"
    )
    assert role(made, "cloud-engineer")["pay_said"] == "Average (US): $150,000. With ten years: $180,000."
    assert role(made, "data-analyst")["pay_said"] == "Average (US): $130,000"


def test_more_about_pay_than_a_line_holds_goes_into_what_is_said_of_the_job() -> None:
    said = [
        f"Cloud engineers in town {n} earn about {n}0,000 dollars a year and get a car." for n in range(1, 9)
    ]
    made = about("## Salary\n\n" + " ".join(said) + "\n")
    cloud = role(made, "cloud-engineer")
    assert cloud["pay_said"] == " ".join(said[:4])
    assert all(sentence in cloud["definition"] for sentence in said[4:])
    assert schema.Role.model_validate({**cloud, "id": "cloud-engineer"}, strict=False)


# As authors write it


def test_what_says_one_thing_is_a_plain_text() -> None:
    made = about(
        "## Duties\n\n### Cloud Engineer\n\n- Answer calls\n- Build servers\n\n"
        "## Skills\n\n### Cloud Engineer\n\n- SQL\n- Patience (on call)\n\n"
        "## Tools\n\n### Cloud Engineer\n\n- Frameworks: Terraform, Ansible\n- Jenkins for builds\n\n"
        "## Industries\n\n### Cloud Engineer\n\n- Banks\n- Shops (on the web)\n"
    )
    said = role(made, "cloud-engineer")
    assert said["responsibilities"] == ["Answer calls.", {"detail": "Build servers.", "aspect": "build"}]
    assert said["skills"] == ["SQL", {"skill": "Patience", "note": "on call"}]
    assert said["tools"] == {
        "Frameworks": ["Terraform", "Ansible"],
        "Tools": [{"name": "Jenkins", "note": "for builds"}],
    }
    assert said["industries"] == ["Banks", {"name": "Shops", "examples": ["on the web"]}]
