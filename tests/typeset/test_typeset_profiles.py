"""One page of each profile as it was last looked at; `--update-golden` renews them. Look at every renewed one."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image
from test_typeset_golden import DIFFERENCES, GOLDEN, SCALE, differing, keep_difference

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
    file = GOLDEN / f"profile-{name}.png"
    with pypdfium2.PdfDocument(built("dl-vs-mlse", profile=profile).pdf) as pdf:
        new = pdf[page].render(scale=SCALE).to_pil().convert("RGB").quantize(64, dither=Image.Dither.NONE)
    if request.config.getoption("--update-golden"):
        new.save(file, optimize=True)
    with Image.open(file) as image:
        old = image.convert("RGB")
    share = differing(old, new.convert("RGB"))
    if share > 0.004:
        keep_difference(f"profile-{name}", old, new.convert("RGB"))
    assert share <= 0.004, f"{share:.1%} of the page differs: see {DIFFERENCES / f'profile-{name}'}.png"


def test_profiles_cannot_be_taken_for_each_other() -> None:
    pages = [
        Image.open(GOLDEN / f"profile-{name}.png").convert("RGB")
        for name in ("gray-profile", "print-profile")
    ]
    assert differing(*pages) > 0.004
