"""Every file that guidebuild builds holds what it says: veraPDF finds nothing, and neither does our own reader.

All roles are compared in some pair, and sets of three, four, five and six roles stand for the rest: a page design
depends on how many roles there are, not on which.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

import structure
import verapdf
from guidebuild.build import Order, prepare
from guidebuild.cache import Cache
from guidebuild.compose.document import Table
from guidebuild.conform.artifact import Artifact

pytestmark = pytest.mark.slow  # whole guides, many of them

ROLES = tuple(sorted(file.stem for file in (Path(__file__).parents[1] / "content" / "roles").glob("*.yml")))
COMBINATIONS = [
    *[(ROLES[n], ROLES[n + 1]) for n in range(0, len(ROLES) - 1, 2)],
    ROLES[1:4],
    ROLES[3:7],
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


NONE: dict[str, object] = {"PDF/UA-1": {}, "PDF/A-2a": {}, "structure": [], "warnings": []}


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


@pytest.mark.parametrize("guide", GUIDES)
def test_nothing_but_repetitions_and_the_ends_of_scales_is_left_unread(
    built: Callable[..., Artifact], guide: str
) -> None:
    """Whatever is printed outside the tag tree is never read aloud, so it must be a repetition or decoration."""
    order = Order(guide, folder=Path(Path(__file__).anchor))
    document = prepare(order, progress=lambda _stage: None, cache=Cache(None)).document
    known = {document.title, document.header, document.foot, *document.words.values()}
    known |= {words for section in document.sections for words in (section.name, section.title)}
    known |= {words for role in document.roles for words in (role.title, role.short)}
    for table in (
        block for section in document.sections for block in section.blocks if isinstance(block, Table)
    ):
        known |= {
            table.corner,
            *(column.label for column in table.columns),
            *(f"{group.label}, continued" for group in table.groups),
        }  # heads are repeated on a new page, with the group that goes on
    for text in structure.untagged_text(built(guide).pdf):
        rest = text
        for words in sorted(known - {"", "of"}, key=len, reverse=True):
            rest = rest.replace(words, "")
        assert re.fullmatch(r"(\d+ of \d+)?[0-9A-D]*|0\$\d+k", rest.strip()), f"not read aloud: {text!r}"


@pytest.mark.parametrize("pair", list(combinations(ROLES, 2)), ids="+".join)
def test_every_pair_of_roles_builds_without_a_warning(
    built: Callable[..., Artifact], pair: tuple[str, str]
) -> None:
    assert built(roles=pair).warnings == ()


def test_there_are_eight_roles() -> None:
    assert len(ROLES) == 8
