"""Pages as small pictures in tests/golden/, compared with what is built now.

`agreed(request, name, page)` fails where more than 0.4 % of the pixels differ, and leaves a picture with the old page,
the new one and their difference in tests/golden/diff/. `--update-golden` renews them: look at every renewed one.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

GOLDEN = Path(__file__).parent / "golden"
DIFFERENCES = GOLDEN / "diff"
SCALE = 25 / 72  # 25 dots per inch: the layout shows, hinting does not
MOST = 0.004  # of the pixels may differ


def small(pdf: bytes, page: int) -> Image.Image:
    """A page, from 0, in 64 colours, so that its file stays small."""
    with pypdfium2.PdfDocument(pdf) as file:
        picture = file[page].render(scale=SCALE).to_pil().convert("RGB")
    reduced: Image.Image = picture.quantize(64, dither=Image.Dither.NONE)
    return reduced


def agreed(request: pytest.FixtureRequest, name: str, new: Image.Image) -> None:
    file = GOLDEN / f"{name}.png"
    if request.config.getoption("--update-golden"):
        new.save(file, optimize=True)
    with Image.open(file) as image:
        old = image.convert("RGB")
    share = differing(old, new.convert("RGB"))
    if share > MOST:
        keep_difference(name, old, new.convert("RGB"))
    assert share <= MOST, f"{share:.1%} of the page differs: see {DIFFERENCES / name}.png"


def differing(old: Image.Image, new: Image.Image) -> float:
    """The share of pixels that differ by more than a quarter of the range; everything, if the size does."""
    if old.size != new.size:
        return 1.0
    difference = ImageChops.difference(old, new).convert("L")
    return sum(difference.histogram()[64:]) / (old.width * old.height)


def keep_difference(name: str, old: Image.Image, new: Image.Image) -> None:
    DIFFERENCES.mkdir(exist_ok=True)
    sheet = Image.new("RGB", (old.width + new.width * 2, max(old.height, new.height)), "grey")
    sheet.paste(old, (0, 0))
    sheet.paste(new, (old.width, 0))
    if old.size == new.size:
        sheet.paste(ImageChops.invert(ImageChops.difference(old, new)), (old.width + new.width, 0))
    sheet.save(DIFFERENCES / f"{name}.png")
