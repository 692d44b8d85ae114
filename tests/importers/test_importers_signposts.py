"""Words that lead through an article are none of its content; what cannot be printed is told when it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest
from article_desk import entries, of, role
from click.testing import CliRunner

from guidebuild.cli import program
from guidebuild.importers.draft import plain

HEAD = "# Baker vs. Florist\n\n"
BODY = (
    "## Baker\n\nA baker makes bread.\n\n### Responsibilities\n\n{baker}\n\n"
    "## Florist\n\n{florist}\n\n### Responsibilities\n\n- Order flowers\n- Bind wreaths\n"
)
LIST = "- Mix dough\n- Bake bread"


def article(lead: str = "", baker: str = LIST, florist: str = "A florist sells flowers.") -> str:
    return HEAD + (f"{lead}\n\n" if lead else "") + BODY.format(baker=baker, florist=florist)


def said(text: str) -> str:
    return "\n".join(str(plain(entry.facts)) for entry in of(text, "article.md").draft.entries)


@pytest.mark.parametrize(
    "lead",
    [
        "In this article we compare bakers and florists.",
        "In this post, we will look at what a baker and a florist do.",
        "This guide explores how bakers and florists differ.",
        "Let's take a closer look at both jobs.",
    ],
)
def test_what_the_article_is_going_to_do_is_no_content(lead: str) -> None:
    assert lead[:20] not in said(article(lead))
    both = said(article(f"{lead} Both rise early."))
    assert "Both rise early." in both
    assert lead[:20] not in both


@pytest.mark.parametrize("joined", ["On the other hand, a", "By contrast, a", "In contrast, a"])
def test_what_joins_two_sentences_is_no_content_of_one(joined: str) -> None:
    study = of(article(florist=f"{joined} florist sells flowers."), "article.md")
    assert role(study, "florist")["definition"] == "A florist sells flowers."


def test_nor_at_the_head_of_what_is_said_of_no_role_in_particular() -> None:
    lead = "In this article we compare two jobs.\n\nOn the other hand, a florist rises late."
    assert "On the other hand" not in said(article(lead))
    assert "A florist rises late." in said(article(lead))


@pytest.mark.parametrize(
    "introduction",
    [
        "The responsibilities of a baker include the following tasks:",
        "Bakers are responsible for the following.",
        "Their duties are as follows:",
        "A baker's main responsibilities include",
    ],
)
def test_the_sentence_that_introduces_a_list_is_no_item(introduction: str) -> None:
    study = of(article(baker=f"{introduction}\n\n{LIST}"), "article.md")
    assert [str(duty) for duty in role(study, "baker")["responsibilities"]] == ["Mix dough.", "Bake bread."]
    assert entries(study, "roles").keys() == {"baker", "florist"}


@pytest.mark.parametrize(
    ("written", "code"),
    [("Mix d\ufffdugh", "damaged-character"), ("Mix \u6f22\u5b57", "missing-character"),
     ("Mix \u202edough", "direction-mark"), ("Mix \u0938\u0947", "script-not-set")],
)  # fmt: skip
def test_what_cannot_be_printed_is_told_at_the_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.md").write_text(article(baker=f"- {written}\n- Bake bread"), encoding="utf-8")
    result = CliRunner().invoke(program, ["import", "article", "article.md"])
    assert result.exit_code == 0, result.output
    (told,) = [line for line in result.stderr.splitlines() if f"[{code}]" in line]
    assert told.startswith("article.md:9:1: ")
    assert ("Next: mend" in result.stdout) == (code != "direction-mark")
