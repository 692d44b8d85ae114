"""One page of each profile as it was last looked at; `--update-golden` renews them. Look at every renewed one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image

from golden_pages import GOLDEN, agreed, differing, small
from guidebuild.conform.artifact import Artifact

# Profile and page, from 0: the bands of print, the patterns of gray, the bleed and the marks of press.
PAGES = {
    "print-cover": ("print", 0),
    "print-profile": ("print", 3),
    "gray-glance": ("gray", 2),
    "gray-profile": ("gray", 5),
    "gray-skills": ("gray", 8),
    "press-cover": ("press", 0),
    "press-profile": ("press", 5),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], name: str
) -> None:
    profile, page = PAGES[name]
    agreed(request, f"profile-{name}", small(built("dl-vs-mlse", profile=profile).pdf, page))


def test_profiles_cannot_be_taken_for_each_other() -> None:
    pages = [
        Image.open(GOLDEN / f"profile-{name}.png").convert("RGB")
        for name in ("gray-profile", "print-profile")
    ]
    assert differing(*pages) > 0.004
