"""Tables of articles: roles in columns or rows, ticks and crosses, and tables about one role."""

from __future__ import annotations

from typing import Any

import pytest
from article_desk import entries, guide, notes, of, role, skills

from guidebuild.importers.kinds.article.words.ticks import Marked, are_marks, marked

TOP = "# Baker vs. Florist\n\nA baker bakes bread. A florist binds flowers.\n\n"


def table(*rows: str) -> str:
    head, *rest = rows
    return (
        "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in rest)])
        + "\n\n"
    )


@pytest.mark.parametrize(
    ("yes", "no"),
    [("✓", "✗"), ("✔️", "❌"), ("✅", "❌"), ("Yes", "No"), ("●", "○"), ("yes", ""), ("Required", "No")],
)
def test_a_tick_says_that_a_role_has_the_skill(yes: str, no: str) -> None:
    rows = (f"Patience | {yes} | {yes}", f"Kneading | {yes} | {no}", f"Binding | {no} | {yes}")
    made = of(f"{TOP}## Skills\n\n{table('Skill | Baker | Florist', *rows)}", "a.md")
    assert skills(made, "baker") == ["Patience", "Kneading"]
    assert skills(made, "florist") == ["Patience", "Binding"]


def test_ticks_may_stand_in_rows_of_roles_and_tell_tools_and_duties() -> None:
    made = of(f"{TOP}## Tools\n\n{table('Role | Oven | Shears', 'Baker | ✓ | ✗', 'Florist | ✗ | ✓')}", "a.md")
    assert (role(made, "baker")["tools"], role(made, "florist")["tools"]) == (
        {"Tools": ["Oven"]}, {"Tools": ["Shears"]},
    )  # fmt: skip
    rows = ("Cleans the shop | ✓ | ✓", "Works nights? | ✓ | ✗", "Excel | ❌ | ✅")
    made = of(f"{TOP}{table('Aspect | Baker | Florist', *rows)}", "a.md")
    assert role(made, "florist")["responsibilities"] == ["Cleans the shop."]
    assert role(made, "florist")["tools"] == {"Tools": ["Excel"]}
    assert "Works nights: yes" in role(made, "baker")["definition"]
    assert "Works nights: no" in role(made, "florist")["definition"]


def test_marks_may_be_half_or_have_words_beside_them() -> None:
    rows = ("Tact | Optional | ✓ with brides", "Sums | Basic | Advanced")
    made = of(f"{TOP}## Skills\n\n{table('Skill | Baker | Florist', *rows)}", "a.md")
    assert role(made, "baker")["skills"][0] == {"skill": "Tact", "level": "useful"}
    assert role(made, "florist")["skills"][0] == {"skill": "Tact", "note": "with brides"}
    assert [use["note"] for use in (role(made, "baker")["skills"][1], role(made, "florist")["skills"][1])] == [
        "basic", "advanced",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "read"),
    [("✓ (basic)", Marked(True, note="basic")), ("no", Marked(False)), ("⚠️", Marked(True, useful=True))],
)
def test_a_mark_says_yes_no_or_perhaps(cell: str, read: Marked) -> None:
    assert marked(cell) == read


@pytest.mark.parametrize("cells", [["Often", "Yes"], ["A degree"], [], ["$40,000", "No"]])
def test_other_words_are_no_marks(cells: list[str]) -> None:
    assert not are_marks(cells, among_skills=False)


def test_what_a_table_says_beside_the_roles_is_kept() -> None:
    rows = ("Pay | £24,000 | £22,000 | Bakers win", "Weather | hot | cool | ")
    made = of(TOP + table("Aspect | Baker | Florist | Verdict", *rows), "a.md")
    assert "Pay: Verdict: Bakers win" in guide(made)["sections"]["compare"]["lead"]
    assert (role(made, "baker")["pay_said"], "Weather: hot" in role(made, "baker")["definition"]) == (
        "£24,000",
        True,
    )


ONE: dict[str, tuple[str, str, Any]] = {
    "## Tools": (table("Category | Tools", "Heat | Oven, grill", "Mixing | Mixer"), "tools",
                 {"Heat": ["Oven", "grill"], "Mixing": ["Mixer"]}),
    "## Toolkit": (table("Tool | Use", "Oven | for bread"), "tools",
                   {"Tools": [{"name": "Oven", "note": "for bread"}]}),
    "## Skills": (table("Type | Examples", "Hard | Kneading, shaping", "Soft | Patience"), "skills",
                  ["Kneading", "Shaping", "Patience"]),
    "## Salary": (table("Level | Salary", "Junior | £20,000", "Senior | £30,000"), "pay_said",
                  "Junior: £20,000. Senior: £30,000."),
    "## Duties": (table("Duty | Detail", "Kneading | Works the dough"), "responsibilities",
                  [{"title": "Kneading", "detail": "Works the dough."}]),
    "## Facts": (table("Fact | Value", "Salary | £20,000", "Tools | Oven", "Skills | Patience"), "pay_said",
                 "£20,000"),
}  # fmt: skip


@pytest.mark.parametrize("heading", ONE)
def test_a_table_under_the_heading_of_a_role_is_about_it(heading: str) -> None:
    text, field, value = ONE[heading]
    baker = f"## Baker\n\nA baker bakes.\n\n#{heading}\n\n{text}"
    made = of(
        f"# Baker vs. Florist\n\n{baker}## Florist\n\nA florist binds.\n\n#{heading}\n\nA line.\n", "a.md"
    )
    assert role(made, "baker")[field] == value
    assert not notes(made, "not-placed")
    assert field not in role(made, "florist") or role(made, "florist")[field] != value


def test_a_table_about_nobody_is_reported() -> None:
    made = of(TOP + table("Year | Shops", "2020 | 12", "2021 | 14"), "a.md")
    assert len(notes(made, "not-placed")) == 3
    assert list(entries(made, "roles")) == ["baker", "florist"]
