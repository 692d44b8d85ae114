"""The pictures in the README and in docs/ can be made again, and are those of the guides."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import contact_sheet

ROOT = Path(__file__).resolve().parents[1]
TEXTS = [file.read_text(encoding="utf-8") for file in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))]


def test_the_readme_and_the_docs_show_all_of_them_and_no_other() -> None:
    shown = {
        line.split("assets/readme/")[1].split(")")[0]
        for text in TEXTS
        for line in text.splitlines()
        if line.startswith("![") and "assets/readme/" in line
    }
    assert shown == set(contact_sheet.PICTURES) == {file.name for file in contact_sheet.FOLDER.iterdir()}


def test_pages_of_a_row_are_equally_high_and_fill_it() -> None:
    tall, wide = Image.new("RGB", (100, 200), "red"), Image.new("RGB", (400, 200), "blue")
    made = contact_sheet.sheet([[tall, wide], [wide]])
    assert made.width == contact_sheet.WIDTH
    first = (contact_sheet.WIDTH - 3 * contact_sheet.GAP) / 2.5
    second = (contact_sheet.WIDTH - 2 * contact_sheet.GAP) / 2
    assert abs(made.height - first - second - 3 * contact_sheet.GAP) <= 2


def test_plain_areas_keep_their_colour() -> None:
    page = Image.radial_gradient("L").convert("RGB")
    page.paste("#e2e6e4", (0, 0, 256, 60))
    page.paste("#f2b632", (0, 60, 4, 64))
    few = contact_sheet.few(page).convert("RGB")
    assert few.getpixel((10, 10)) == (0xE2, 0xE6, 0xE4)


@pytest.mark.slow
def test_the_readme_s_first_picture_is_that_of_the_guide_of_today() -> None:
    """Within what another machine may differ in the edges of letters."""
    with Image.open(contact_sheet.FOLDER / "pages.png") as kept:
        old = kept.convert("L").resize((180, 126))
    new = contact_sheet.full("pages.png").convert("L").resize((180, 126))
    apart = [abs(a - b) for a, b in zip(old.tobytes(), new.tobytes(), strict=True)]
    assert sum(1 for step in apart if step > 24) <= 0.01 * len(apart), (
        "python tests/contact_sheet.py renews it"
    )
