"""Of many openings ten are printed; of how many, and chosen by what, is said in print and at the build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_guides import theme

from guidebuild.compose import compose
from guidebuild.compose.document import Paragraph, words_of
from guidebuild.model.load import load

ON = dt.date(2026, 9, 1)


def project(folder: Path, count: int, title: str = "Helper", **guide: Any) -> Path:
    """Two roles and so many adverts."""
    content = folder / "content"
    (content / "roles").mkdir(parents=True)
    for id, title_ in (("a", "Boat Builder"), ("b", "Sail-maker")):
        text = {"title": title_, "definition": "It is a job.", "reviewed": ON}
        (content / "roles" / f"{id}.yml").write_text(yaml.safe_dump(text), encoding="utf-8")
    line = "- {{id: job-{n}, employer: Yard {n}, title: {title}, place: Quay, posted: {on}}}"
    jobs = ["jobs:", *(line.format(n=n, title=title, on=ON) for n in range(count))]
    (content / "jobs.yml").write_text("\n".join(jobs), encoding="utf-8")
    (folder / "guide.yml").write_text(
        yaml.safe_dump({"roles": ["a", "b"], "date": ON, **guide}), encoding="utf-8"
    )
    return folder


def _printed(folder: Path) -> tuple[str, str, list[str]]:
    """The title of the openings, what stands below them, and the notes on them."""
    loaded = load(folder)
    document = compose(loaded.guide, theme())
    section = next(s for s in document.sections if s.kind == "jobs")
    (source,) = (b for b in section.slot("source") if isinstance(b, Paragraph))
    notes = [note.message for note in loaded.warnings if note.code == "openings-chosen"]
    return section.title, words_of(source.text), notes


def test_a_choice_says_of_how_many_in_print_and_at_the_build(tmp_path: Path) -> None:
    title, source, notes = _printed(project(tmp_path, 859))
    assert title == "Ten of 859 neighbouring openings"
    assert source.startswith(
        "Ten of 859 that suit these jobs: first open ones, then the newest, each employer once before any twice. Listed"
    )
    assert notes == ["10 of 859 openings that suit this guide are printed"]


def test_titled_ones_make_no_neighbours_of_the_rest(tmp_path: Path) -> None:
    title, source, _ = _printed(project(tmp_path, 12, "Sail maker"))
    assert title == "Ten of twelve openings"
    assert "first those with one of the job titles, then open ones" in source


@pytest.mark.parametrize("jobs", [["job-7", "job-3"], [f"job-{n}" for n in reversed(range(12))]])
def test_what_the_guide_names_is_printed_as_it_is(tmp_path: Path, jobs: list[str]) -> None:
    folder = project(tmp_path, 20, jobs=jobs)
    assert [job.id for job in load(folder).guide.jobs] == jobs
    title, source, notes = _printed(folder)
    assert title.endswith(" neighbouring openings")
    assert " of " not in title
    assert source.startswith("Listed")
    assert notes == []
