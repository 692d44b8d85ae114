"""How roles are called: titles in capitals, and a single word of a name that stands for all of it."""

from __future__ import annotations

import pytest
from article_desk import entries, of

from guidebuild.importers.article.capitals import Capitals
from guidebuild.importers.article.lines import text_blocks
from guidebuild.importers.article.roles import find_roles


@pytest.mark.parametrize(
    ("title", "body", "roles"),
    [
        ("PHARMACIST OR PHARMACY TECHNICIAN?", "Pharmacists dispense. A pharmacy technician helps. Pharmacists check. A pharmacy technician counts.",
         ["Pharmacist", "Pharmacy Technician"]),
        ("DEVOPS ENGINEER VS HR MANAGER", "DevOps engineers build. An HR manager hires. A DevOps engineer. It is HR.",
         ["DevOps Engineer", "HR Manager"]),
        ("NURSE VS. DBA", "Each nurse has a ward. Nurses walk. A DBA sits, and a DBA waits.", ["Nurse", "DBA"]),
        ("WELDER VS. IT ANALYST", "THE WELDER WELDS. WELDERS MEND. AN IT ANALYST ASKS. IT ANALYSTS WRITE.",
         ["Welder", "IT Analyst"]),
    ],
)  # fmt: skip
def test_roles_in_capitals_are_written_as_they_are_read(title: str, body: str, roles: list[str]) -> None:
    blocks = text_blocks(f"{title}\n\n" + body.replace(". ", ".\n\n"))
    assert [role.title for role in find_roles([title], blocks)] == roles


@pytest.mark.parametrize(
    ("shouted", "read"),
    [
        ("PHARMACIST OR PHARMACY TECHNICIAN?", "Pharmacist or Pharmacy Technician?"),
        ("UX VS. UI: WHICH IS RIGHT FOR YOU?", "UX vs. UI: Which Is Right for You?"),
        ("THE DEVOPS LEAD", "The DevOps Lead"),
        ("R&D SCIENTIST", "R&D Scientist"),
        ("Nurse or Midwife? A NEW Look", "Nurse or Midwife? A NEW Look"),
    ],
)
def test_what_is_shouted_is_written_as_it_is_read(shouted: str, read: str) -> None:
    assert Capitals(["DevOps people work with nurses.", "DEVOPS"]).title(shouted) == read


def test_the_title_of_the_source_does_not_shout() -> None:
    made = of("BAKER OR PASTRY CHEF?\n\nA baker bakes bread. A pastry chef makes cakes. Bakers rise early.\n")
    (source,) = entries(made, "sources").values()
    assert source["title"] == "“Baker or Pastry Chef?”"
