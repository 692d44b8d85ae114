"""The picture in the README can be made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

import contact_sheet
from guidebuild.conform.artifact import Artifact


def test_the_chosen_pages_stand_side_by_side(built: Callable[..., Artifact], tmp_path: Path) -> None:
    pdf, picture = tmp_path / "g.pdf", tmp_path / "folder" / "pages.png"
    pdf.write_bytes(built().pdf)
    contact_sheet.main(str(pdf), str(picture), "1,2,3,4,5")
    with Image.open(picture) as image:
        gap, width = contact_sheet.GAP, contact_sheet.WIDTH
        assert image.width == 4 * (width + gap) + gap
        assert image.height > 2 * width * 1.4
