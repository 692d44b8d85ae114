"""Every file that guidebuild builds holds what it says: veraPDF finds nothing, and neither does our own reader.

All roles are compared in some pair, and sets of three, four, five and six roles stand for the rest: a page design
depends on how many roles there are, not on which.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import structure
import verapdf
from guidebuild.conform.artifact import Artifact

ROLES = tuple(sorted(file.stem for file in (Path(__file__).parents[1] / "content" / "roles").glob("*.yml")))
COMBINATIONS = [
    *[(ROLES[n], ROLES[n + 1]) for n in range(0, len(ROLES) - 1, 2)],
    (ROLES[-1], ROLES[0]),
    ROLES[1:4],
    ROLES[3:7],
    ROLES[2:7],
    ROLES[:6],
]
GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]


def objections(artifact: Artifact) -> dict[str, object]:
    """What each judge says against the file; all empty for a sound one."""
    return {
        "PDF/UA-1": verapdf.failures(artifact.pdf, "ua1"),
        "PDF/A-2a": verapdf.failures(artifact.pdf, "2a"),
        "structure": list(structure.problems(artifact.pdf)),
        "warnings": [str(warning) for warning in artifact.warnings],
    }


NONE = {"PDF/UA-1": {}, "PDF/A-2a": {}, "structure": [], "warnings": []}


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("guide", GUIDES)
def test_a_bundled_guide_passes_pdf_ua_and_pdf_a(
    built: Callable[..., Artifact], guide: str, paper: str
) -> None:
    assert objections(built(guide, paper=paper)) == NONE


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("roles", COMBINATIONS, ids=lambda roles: f"{len(roles)}:{'+'.join(roles)}")
def test_any_roles_together_pass_pdf_ua_and_pdf_a(
    built: Callable[..., Artifact], roles: tuple[str, ...]
) -> None:
    assert objections(built(roles=roles)) == NONE


def test_there_are_eight_roles() -> None:
    assert len(ROLES) == 8
