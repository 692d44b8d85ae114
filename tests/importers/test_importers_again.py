"""A project as an earlier version imported it, with an author's edits and deletions: imported again, no edit is lost.

`written_before/content` was written by revision aa783b2 from the samples of `import_samples` (an article, O*NET, ESCO,
salaries, postings) and then edited by hand. It stays as it is: what later versions import must still meet it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import import_samples
from guidebuild.cli import program
from test_imported_guides import IMPORTS

BEFORE = Path(__file__).parent / "written_before" / "content"


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The old project after every import was done again, a year later."""
    folder = tmp_path_factory.mktemp("again")
    import_samples.lay_out(folder)
    shutil.copytree(BEFORE, folder / "content", dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", "1798761600")
        for words in IMPORTS:
            result = CliRunner().invoke(program, ["import", *words])
            assert result.exit_code == 0, result.output
        result = CliRunner().invoke(program, ["check"])
        assert result.exit_code == 0, result.output
    return folder / "content"


@pytest.mark.slow
def test_every_edit_is_kept(again: Path) -> None:
    nurse = _role(again, "nurse-practitioner")
    assert "Coach patients on prevention, at home too." in nurse["responsibilities"]
    assert "Coach patients on prevention." not in nurse["responsibilities"]
    assert nurse["aliases"] == ["NP", "Advanced practice nurse"]
    scientist = _role(again, "data-scientists")
    assert scientist["short"] == "Scientists of data"
    assert scientist["pay"]["region"] == "United States, all states"
    assert _role(again, "registered-nurses")["definition"].startswith("We say that they ")
    assert any(use.get("note") == "in the wind" for use in _uses(again, "kite-engineer"))
    jobs = yaml.safe_load((again / "jobs.yml").read_text(encoding="utf-8"))["jobs"]
    assert next(job["employer"] for job in jobs) == "Harbour & Daughters"


@pytest.mark.slow
def test_what_was_deleted_stays_deleted(again: Path) -> None:
    assert not (again / "roles" / "lighthouse-keepers-except-harbor-and-river.yml").exists()
    assert "count-the-years-np-pa" not in (again / "tips.yml").read_text(encoding="utf-8")
    assert "Bamboo" not in [use.get("skill") for use in _uses(again, "kite-engineer")]
    assert "Empathy" not in _role(again, "nurse-practitioner")["skills"]


@pytest.mark.slow
def test_ids_of_skills_give_way_to_the_words_of_the_source(again: Path) -> None:
    assert "Communication" in [use["skill"] for use in _uses(again, "nurse-practitioner")]
    assert {"skill": "Work in teams", "note": "in the wind"} in _uses(again, "kite-engineer")
    skills = [use["skill"] for use in _uses(again, "kite-engineer")]
    assert "Python (computer programming)" in skills
    assert {use["skill"]: use["importance"] for use in _uses(again, "registered-nurses")} == {
        "Design": 4.7, "Technology Design": 4.12, "Mathematics": 3.6, "Active Listening": 3.5, "Repairing": 3.25,
    }  # fmt: skip
    for id_ in ("nurse-practitioner", "physician-assistant", "kite-engineer", "registered-nurses"):
        names = [use["skill"] for use in _uses(again, id_)]
        assert not {"python", "sql", "statistics", "explaining-results", "adaptability", "design"} & {*names}
        assert len({name.casefold() for name in names}) == len(names)


def test_tools_stand_in_the_groups_of_the_source_once(again: Path) -> None:
    assert _role(again, "data-scientists")["tools"] == {
        "Object or component oriented development software": [{"name": "Python", "demand": "in-demand"}],
        "Analytical or scientific software": [{"name": "The MathWorks MATLAB", "demand": "hot"}],
    }
    assert [*_role(again, "registered-nurses")["tools"]] == [
        "Computer aided design CAD software", "Spreadsheet software", "Accounting software", "Pattern design software",
    ]  # fmt: skip
    assert _role(again, "registered-nurses")["education"]["degrees"] == [
        "Some College Courses", "Associate's Degree", "Bachelor's Degree",
    ]  # fmt: skip


def test_what_was_cut_comes_in_and_nothing_says_any_more_that_it_was(again: Path) -> None:
    assert not any("left_out" in _role(again, file.stem) for file in (again / "roles").iterdir())
    assert len(_role(again, "registered-nurses")["responsibilities"]) == 10
    assert "Stay calm" in [use["skill"] for use in _uses(again, "kite-engineer")]


def test_comments_of_the_author_stay(again: Path) -> None:
    assert "# edited by the author" in (again / "roles" / "nurse-practitioner.yml").read_text(
        encoding="utf-8"
    )


def _role(content: Path, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((content / "roles" / f"{id_}.yml").read_text(encoding="utf-8"))
    return found


def _uses(content: Path, id_: str) -> list[dict[str, Any]]:
    uses = _role(content, id_)["skills"]
    return [use if isinstance(use, dict) else {"skill": use} for use in uses]
