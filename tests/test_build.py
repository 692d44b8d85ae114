"""The pipeline as a whole: its order, its results, its refusals."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidebuild.brand.theme import Contact
from guidebuild.build import Order, build, missing_characters, read
from guidebuild.cache import Cache
from guidebuild.conform.artifact import Artifact
from guidebuild.diagnostics import GuideError

STAGES = ["load", "brand", "compose", "draw", "typeset", "conform"]


def test_the_stages_run_in_the_order_of_the_architecture(tmp_path: Path) -> None:
    seen: list[str] = []
    built = build(Order(folder=tmp_path), progress=seen.append)
    assert seen == STAGES
    assert (built.guide, built.paper) == ("dl-vs-mlse", "a4")


def test_a_build_without_a_cache_gives_the_same_bytes(built: Callable[..., Artifact], tmp_path: Path) -> None:
    assert build(Order(folder=tmp_path)).artifact.pdf == built().pdf


def test_a_build_writes_nothing_into_the_project(tmp_path: Path) -> None:
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\ndate: 2026-01-01\n")
    build(Order(folder=tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["guide.yml"]


def test_built_survives_a_pickle(tmp_path: Path) -> None:
    made = build(Order(folder=tmp_path))
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_does_not_fit_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are cut in print would never be missed by anybody."""
    from guidebuild import typeset as stage

    real = stage.typeset
    monkeypatch.setattr(
        stage, "typeset", lambda *a, **k: replace(real(*a, **k), overflow=("the title of page 3",))
    )
    with pytest.raises(GuideError, match="the title of page 3"):
        build(Order(folder=tmp_path))


@pytest.mark.parametrize("guide", ["dl-vs-mlse", "ml-careers", "ai-careers"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_bundled_guide_builds_without_a_warning(
    built: Callable[..., Artifact], guide: str, paper: str
) -> None:
    artifact = built(guide, paper=paper)
    assert artifact.warnings == ()
    assert artifact.conformance == ("PDF/UA-1", "PDF/A-2a")
    assert artifact.page_count >= 12


JOB = """
jobs:
  - id: baker
    title: Baker
    employer: Ovens
    place: Haifa
    source: aijobs
    salary: {low: 90000, high: 120000, currency: %s}
"""


@pytest.mark.parametrize("currency", ["ILS", "INR"])
def test_a_character_of_the_programs_own_that_the_font_lacks_is_a_diagnostic(
    tmp_path: Path, currency: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/jobs.yml").write_text(JOB % currency)
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-analyst]\njobs: [baker]\n")
    with pytest.raises(GuideError, match="missing-character") as caught:
        build(Order(folder=tmp_path, settings=(("typography.base", "Lato"),)))
    (problem,) = caught.value.diagnostics
    assert problem.severity == "error"
    assert problem.span is not None
    assert problem.span.file.endswith("guide.yml")
    assert "U+20" in problem.message


def test_every_text_of_the_brands_contact_is_looked_at(tmp_path: Path) -> None:
    theme = read(Order(folder=tmp_path), progress=lambda _stage: None, cache=Cache(None))[1].theme
    contact = Contact(name="日", lines=("本",), email="語@a.b", phone="今", url="https://年")
    problems = missing_characters((), replace(theme, contact=contact))
    assert [one.message.count(char) for one, char in zip(problems, "日本今語年", strict=True)] == [1] * 5


def test_two_folders_that_are_named_alike_have_a_theme_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes of `_brand.yml`, read by the same relative path, beside different logos."""
    cache, logos = Cache(tmp_path / "cache"), []
    for name, colour in (("one", "#123456"), ("two", "#654321")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "guide.yml").write_text("roles: [data-engineer, data-analyst]\n")
        (folder / "_brand.yml").write_text("logo: logo.svg\n")
        (folder / "logo.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            f'<rect width="9" height="9" fill="{colour}"/></svg>'
        )
        monkeypatch.chdir(folder)
        logos.append(read(Order(), progress=lambda _stage: None, cache=cache)[1].theme.logo.light)
    assert logos[0] != logos[1]
