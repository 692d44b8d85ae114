"""Nodes know their place: what an author wrote can be found again in the file, wherever it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from compose_guides import theme

from guidebuild.compose import compose
from guidebuild.compose.document import Block, Document, Run
from guidebuild.edition import Edition
from guidebuild.model.load import load

# Every text says where it stands: `Words at tips[0].why`.
GUIDE = """\
roles: [miller, baker]
title: Words at title
subtitle: Words at subtitle
date: 2026-09-01
sections:
  contents: {lead: Words at sections.contents.lead}
  glance: {lead: Words at sections.glance.lead}
  compare: {title: Words at sections.compare.title, lead: Words at sections.compare.lead}
  back: {lead: Words at sections.back.lead}
event:
  name: Words at event.name
  place: Words at event.place
  booth: Booth 4
  url: https://mill.example/
questions:
  - Words at questions[0].ask
  - ask: Words at questions[1].ask
tips: [grind]
"""
ROLE = """\
title: {title}
definition: |
  Words at definition

  Words at definition
tagline: Words at tagline
responsibilities:
  - Words at responsibilities[0]
  - title: Grind
    detail: Words at responsibilities[1].detail
skills: [Grinding, Sieving {title}]
education: {{summary: Words at education.summary}}
outlook:
  headline: Steady
  summary: Words at outlook.summary
works_with: {{who: Farmers, why: Words at works_with.why}}
fits:
  - Words at fits[0]
  - Words at fits[1]
think_twice:
  - Words at think_twice[0]
questions:
  - Words at questions[0]
  - Words at questions[1]
"""
TIPS = """\
- id: grind
  title: Words at [0].title
  why: Words at [0].why
  step: Words at [0].step
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mill")
    (folder / "content" / "roles").mkdir(parents=True)
    (folder / "guide.yml").write_text(GUIDE, encoding="utf-8")
    (folder / "content" / "tips.yml").write_text(TIPS, encoding="utf-8")
    for name in ("miller", "baker"):
        role = folder / "content" / "roles" / f"{name}.yml"
        role.write_text(ROLE.format(title=name), encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["guide", "handout", "poster"])
def document(request: pytest.FixtureRequest, project: Path) -> Document:
    made = replace(theme(), edition=Edition(layout=request.param))
    return compose(load(project).guide, made)


def _walk(node: Any) -> Iterator[Any]:
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from _walk(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _walk(getattr(node, field.name))


def _written(words: str) -> list[str]:
    """The places that words name themselves."""
    return re.findall(r"Words at ([\w.\[\]]+[\w\]])", words)


def test_a_run_knows_where_it_was_written(document: Document) -> None:
    runs = [node for node in _walk(document.sections) if isinstance(node, Run) and _written(node.text)]
    assert len(runs) > 2
    for run in runs:
        assert run.place, run.text
        # A cell of a table tells several entries of a list: its place is that of the list.
        assert any(path.startswith(run.place.path) for path in _written(run.text)), run


def test_a_block_of_plain_words_knows_where_they_were_written(document: Document) -> None:
    blocks = [node for node in _walk(document.sections) if isinstance(node, Block)]
    told = 0
    for block in blocks:
        own = [getattr(block, field.name) for field in fields(block)]
        for words in own:
            if isinstance(words, str) and (named := _written(words)):
                told += 1
                assert block.place, words
                # A tip or a fact has several fields: its place is that of the first.
                assert re.split(r"[.\[]", block.place.path)[0] == re.split(r"[.\[]", named[0])[0], block
    assert told > 2


def test_places_are_lines_of_the_author(document: Document) -> None:
    for node in _walk(document.sections):
        if isinstance(node, Run) and node.place and len(_written(node.text)) == 1:
            lines = Path(node.place.file).read_text(encoding="utf-8").splitlines()
            shown = lines[node.place.line - 1][node.place.column - 1 :]
            assert shown.startswith(("Words at", "|", "- Words at")), node


def test_the_titles_of_sections_have_places(project: Path) -> None:
    sections = {s.id: s for s in compose(load(project).guide, theme()).sections}
    assert sections["compare"].place
    assert sections["compare"].place.path == "sections.compare.title"
    profile = sections["profile-miller"].place
    assert profile
    assert (Path(profile.file).name, profile.path) == ("miller.yml", "title")


def test_what_the_program_says_by_itself_has_no_place(project: Path) -> None:
    sections = {s.id: s for s in compose(load(project).guide, theme()).sections}
    assert [b.place for b in sections["skills"].slot("lead")] == [None]
    assert sections["glance"].place is None


def test_places_take_no_part_in_comparison(project: Path) -> None:
    """Two runs that read the same are the same, wherever they were written."""
    one, other = (Run("words", place=load(project).guide.spec.at(key)) for key in ("title", "subtitle"))
    assert one == other
    assert one.place != other.place


def test_another_guide_of_the_same_roles_has_no_place_for_a_title_that_is_made() -> None:
    """`--roles` gives the guide a title of the program's own, which stands in no line of its file."""
    guide = load(Path(), guide="dl-vs-mlse", roles=("data-engineer", "data-analyst")).guide
    place = guide.spec.at("title")
    assert place is None or place.path != "title"
