"""A project as an earlier version imported it, with an author's edits and deletions: imported again, no edit is lost.

`written_before/content` was written by revision aa783b2 from the samples of `readme_samples` (an article, O*NET, ESCO,
salaries, postings) and then edited by hand. It stays as it is: what later versions import must still meet it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import readme_samples
from guidebuild.cli import program
from test_imported_guides import IMPORTS

BEFORE = Path(__file__).parent / "written_before" / "content"


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The old project after every import was done again, a year later."""
    folder = tmp_path_factory.mktemp("again")
    readme_samples.lay_out(folder)
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


def test_what_was_deleted_stays_deleted(again: Path) -> None:
    assert not (again / "roles" / "lighthouse-keepers-except-harbor-and-river.yml").exists()
    assert "count-the-years-np-pa" not in (again / "tips.yml").read_text(encoding="utf-8")
    assert "Bamboo" not in [use.get("skill") for use in _uses(again, "kite-engineer")]
    assert "Empathy" not in _role(again, "nurse-practitioner")["skills"]


def test_comments_of_the_author_stay(again: Path) -> None:
    assert "# edited by the author" in (again / "roles" / "nurse-practitioner.yml").read_text(
        encoding="utf-8"
    )


def _role(content: Path, id_: str) -> dict:
    return yaml.safe_load((content / "roles" / f"{id_}.yml").read_text(encoding="utf-8"))


def _uses(content: Path, id_: str) -> list[dict]:
    uses = _role(content, id_)["skills"]
    return [use if isinstance(use, dict) else {"skill": use} for use in uses]
