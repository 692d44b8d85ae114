"""The pictures of the README and of docs/: `python tests/contact_sheet.py` builds the guides and makes them anew.

Comes in: nothing but the bundled guides. Goes out: the files of `PICTURES` in assets/readme/, rows of pages side by
side on a light ground, all of a row equally high. The same content gives the same pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

from guidebuild.build import Order, build
from guidebuild.cache import Cache, default_folder

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "readme"
WIDTH, GAP = 1800, 24  # pixels: of a picture, and between its pages
GROUND, EDGE = "#e9ecf0", "#b7bec8"
COLOURS, MOST = 256, 48  # of a picture, and how many of them are those it has most of
Colours = npt.NDArray[np.int32]


class Pages(NamedTuple):
    """Pages of the default guide, from 1, in one of its editions."""

    numbers: tuple[int, ...]
    layout: str = "guide"
    profile: str = "screen"
    paper: str = "a4"
    edition: str = "standard"


Row = tuple[Pages, ...]
PICTURES: dict[str, tuple[Row, ...]] = {
    "pages.png": ((Pages((1, 2, 3, 4)),), (Pages((8, 9, 10, 12)),)),
    "layouts.png": (
        (Pages((1, 2), "handout"), Pages((1,), "poster", paper="a3"), Pages((1,), "booklet")),
        (Pages((4, 5, 6, 7, 8), paper="a5"), Pages((5,), edition="large-print")),
    ),
    "profiles.png": tuple(
        tuple(Pages((number,), profile=profile) for profile in ("screen", "print", "gray", "press"))
        for number in (4, 9)
    ),
}


def rendered(pages: Pages) -> list[Image.Image]:
    """The pages as pictures of 100 dots per inch."""
    order = Order("dl-vs-mlse", folder=Path(FOLDER.anchor), layout=pages.layout, profile=pages.profile,
                  paper=pages.paper, edition=pages.edition)  # fmt: skip
    pdf = build(order, cache=Cache(default_folder())).artifact.pdf
    with pypdfium2.PdfDocument(pdf) as file:
        return [file[number - 1].render(scale=200 / 72).to_pil().convert("RGB") for number in pages.numbers]


def sheet(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Rows of pictures: each as wide as the sheet, its pictures equally high."""
    made = [_row(row) for row in rows]
    ground = Image.new("RGB", (WIDTH, sum(row.height for row in made) + GAP), GROUND)
    y = 0
    for row in made:
        ground.paste(row, (0, y))
        y += row.height
    return ground


def _row(pictures: Sequence[Image.Image]) -> Image.Image:
    room = WIDTH - GAP * (len(pictures) + 1)
    height = round(room / sum(picture.width / picture.height for picture in pictures))
    ground, x = Image.new("RGB", (WIDTH, height + GAP), GROUND), GAP
    for picture in pictures:
        width = round(picture.width * height / picture.height)
        ground.paste(EDGE, (x - 1, GAP - 1, x + width + 1, GAP + height + 1))
        ground.paste(picture.resize((width, height), Image.Resampling.LANCZOS), (x, GAP))
        x += width + GAP
    return ground.crop((0, 0, WIDTH, height + GAP))


def few(picture: Image.Image) -> Image.Image:
    """The picture in 256 colours, so that its file is small: those it has most of, and those least like them.

    Plain areas keep their very colour, and so does what is small and of a colour of its own.
    """
    pixels = np.asarray(picture).reshape(-1, 3).astype(np.int32)
    found, place, count = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(-count, kind="stable")
    chosen = [int(index) for index in order[:MOST]]
    apart = np.min([_distance(found, found[index]) for index in chosen], axis=0)
    while len(chosen) < min(COLOURS, len(found)):
        chosen.append(int(np.argmax(apart * np.log2(1 + count))))
        apart = np.minimum(apart, _distance(found, found[chosen[-1]]))
    palette = found[chosen]
    nearest = np.argmin([_distance(found, colour) for colour in palette], axis=0).astype(np.uint8)
    made = Image.fromarray(nearest[place].reshape(picture.height, picture.width))
    made.putpalette(palette.astype(np.uint8).tobytes())
    return made


def _distance(colours: Colours, one: Colours) -> Colours:
    return np.asarray(((colours - one) ** 2).sum(axis=1), np.int32)


def full(name: str) -> Image.Image:
    """One of these pictures in all its colours."""
    return sheet([[page for pages in row for page in rendered(pages)] for row in PICTURES[name]])


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        few(full(name)).save(FOLDER / name, optimize=True)
        print(FOLDER / name)
