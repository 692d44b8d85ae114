"""The pipeline as a whole: its order, its results, its refusals."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild.build import Order, build
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
    from dataclasses import replace

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
