"""Pages of a PDF side by side as one picture: `python tests/contact_sheet.py GUIDE.pdf SHEET.png [PAGES]`.

The picture at the top of the README is made so:

    guidebuild pdf -o guide.pdf && python tests/contact_sheet.py guide.pdf assets/readme/pages.png 1,2,3,4,8,9,10,12
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

COLUMNS, WIDTH, GAP = 4, 420, 24
GROUND, EDGE = "#e9ecf0", "#b7bec8"


def sheet(pdf: Path, numbers: list[int]) -> Image.Image:
    """The pages in rows of `COLUMNS`, each `WIDTH` pixels wide, on a light ground. No numbers means all pages."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number - 1] for number in numbers or range(1, len(document) + 1)]
    pictures = [page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]
    width, height = max(p.width for p in pictures), max(p.height for p in pictures)
    rows = -(-len(pictures) // COLUMNS)
    columns = min(COLUMNS, len(pictures))
    ground = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, COLUMNS)
        x, y = GAP + column * (width + GAP), GAP + row * (height + GAP)
        ground.paste(EDGE, (x - 1, y - 1, x + picture.width + 1, y + picture.height + 1))
        ground.paste(picture, (x, y))
    return ground


def main(pdf: str, target: str, pages: str = "") -> None:
    numbers = [int(number) for number in pages.split(",") if number]
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    # Median cut drops rare colours such as the accent; the coverage method keeps them.
    few = sheet(Path(pdf), numbers).quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
