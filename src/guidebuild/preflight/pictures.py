"""Images: their pixels, their colours, and the place where most ink lies.

Comes in: an image XObject or the like of an inline image. Goes out: `Picture`. Pixels that are too
many, damaged or in a form that is not read here are not measured, and `Picture.measured` says so.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from guidebuild.geometry import Point
from guidebuild.preflight.colour import GRAY, PROCESS, UNKNOWN, Paint, Space, space_of
from guidebuild.preflight.objects import entry, filters, name, numbers, whole
from guidebuild.preflight.streams import StreamFault, decoded

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 64_000_000  # A3 at 500 ppi; in CMYK they take 256 MB, and as much again to be turned around
_STRIP_PIXELS = 2_000_000


@dataclass(frozen=True)
class Picture:
    """An image. `heaviest` is the most ink of a pixel in percent, at `at` (from 0 to 1, from the upper left corner).

    A stencil has no colour of its own. `measured` is false where there may be ink that nobody has looked at.
    """

    width: int
    height: int
    bits: int
    space: Space
    stencil: bool = False
    soft_mask: bool = False
    filters: tuple[str, ...] = ()
    heaviest: float = 0.0
    at: Point = (0.5, 0.5)
    measured: bool = True

    @property
    def is_line_art(self) -> bool:
        return self.stencil or self.bits == 1


def picture_of(image: Any, resources: Any) -> Picture | None:
    """The image of a stream; None where it has no size."""
    width, height = whole(entry(image, "Width")) or 0, whole(entry(image, "Height")) or 0
    if width <= 0 or height <= 0:
        return None
    used = filters(image)
    stencil = entry(image, "ImageMask") is True
    bits = 1 if stencil else whole(entry(image, "BitsPerComponent")) or 8
    given = entry(image, "ColorSpace")
    space = GRAY if stencil else UNKNOWN if given is None else space_of(given, resources)
    masked = entry(image, "SMask") is not None or bool(whole(entry(image, "SMaskInData")))
    plain = Picture(width, height, bits, space, stencil, masked, used)
    if stencil:
        return plain
    heaviest, at = _most_ink(image, plain)
    measured = heaviest is not None
    return Picture(width, height, bits, space, stencil, masked, used, heaviest or 0.0, at, measured)


def _most_ink(image: Any, picture: Picture) -> tuple[float | None, Point]:
    """Percent, and where; None for what cannot be measured."""
    space, middle = picture.space, (0.5, 0.5)
    if space.family in ("gray", "rgb", "lab") or (space.family == "spot" and len(space.colorants) == 1):
        return (0.0 if space.family in ("rgb", "lab") else 100.0), middle  # one ink, or none that is named
    if space.indexed and space.base is not None:
        colours = len(space.table) // space.base.components
        return max((Paint(space, (float(step),)).total for step in range(colours)), default=0.0), middle
    if space.family != "cmyk" or picture.bits != 8 or picture.width * picture.height > _MOST_PIXELS:
        return None, middle
    pixels = _pixels(image, picture)
    return (None, middle) if pixels is None else _heaviest(pixels)


def _pixels(image: Any, picture: Picture) -> Image | None:
    """The amounts of the four inks, 255 for all of an ink; None where they cannot be had."""
    from PIL import ImageChops

    found = _jpeg(image) if picture.filters[-1:] == ("DCTDecode",) else _raw(image, picture)
    if found is None:
        return None
    turned = numbers(entry(image, "Decode"))[:2] == (1.0, 0.0)
    return ImageChops.invert(found) if turned else found


def _raw(image: Any, picture: Picture) -> Image | None:
    from PIL import Image

    size = picture.width * picture.height * len(PROCESS)
    try:
        data = decoded(image, limit=4 * _MOST_PIXELS)
    except StreamFault:
        return None
    if len(data) < size:
        return None
    return Image.frombytes("CMYK", (picture.width, picture.height), data[:size])


def _jpeg(image: Any) -> Image | None:
    """Pillow turns the values of JPEG files by Adobe around, PDF takes them as they stand: turn them back."""
    from PIL import Image, ImageChops

    if filters(image) != ("DCTDecode",):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = Image.open(BytesIO(image.read_raw_bytes()), formats=["JPEG"])
            found.load()
    except (OSError, ValueError, SyntaxError, RuntimeError, Warning, Image.DecompressionBombError):
        return None
    if found.mode != "CMYK":
        return None
    return ImageChops.invert(found) if "adobe" in found.info else found


def _heaviest(pixels: Image) -> tuple[float, Point]:
    """Percent and place of the pixel with most ink; the first of several. Looked at in strips, to save memory."""
    most, at = -1, (0.5, 0.5)
    high = max(1, _STRIP_PIXELS // pixels.width)
    for top in range(0, pixels.height, high):
        strip = pixels.crop((0, top, pixels.width, min(top + high, pixels.height)))
        found, (x, y) = _heaviest_of_strip(strip)
        if found > most:
            most, at = found, ((x + 0.5) / pixels.width, (top + y + 0.5) / pixels.height)
    return 100 * most / 255, at


def _heaviest_of_strip(strip: Image) -> tuple[int, tuple[int, int]]:
    from PIL import ImageMath

    cyan, magenta, yellow, black = strip.split()
    total = ImageMath.lambda_eval(
        lambda inks: inks["c"] + inks["m"] + inks["y"] + inks["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    most = total.getextrema()[1]
    where = ImageMath.lambda_eval(lambda given: given["convert"](given["total"] == most, "L"), total=total)
    left, top, right, _ = where.getbbox() or (0, 0, 1, 1)
    row = where.crop((left, top, right, top + 1)).getbbox() or (0, 0, 1, 1)
    return int(most), (left + row[0], top)


def shading_paint(shading: Any, resources: Any) -> Paint | None:
    """The colour of a shading with most ink, as far as its functions name their ends; None where they do not."""
    space = space_of(entry(shading, "ColorSpace"), resources)
    ends = [Paint(space, end) for end in _ends(entry(shading, "Function"), 0)]
    sound = [end for end in ends if len(end.values) == space.components]
    if not sound:
        return Paint(space, ()) if name(entry(shading, "ColorSpace")) or space is not UNKNOWN else None
    return max(sound, key=lambda end: end.total)


def _ends(function: Any, depth: int) -> list[tuple[float, ...]]:
    """The colours between which the functions of types 2 and 3 run (ISO 32000-1, 7.10)."""
    from guidebuild.preflight.objects import items

    if depth > 4:
        return []
    if parts := items(function)[:32]:  # one function for each component
        each = [_ends(part, depth + 1) for part in parts]
        return (
            [tuple(max(end[0] for end in ends if end) for ends in each)] if all(any(e) for e in each) else []
        )
    kind = whole(entry(function, "FunctionType"))
    if kind == 2:
        return [numbers(entry(function, "C0")) or (0.0,), numbers(entry(function, "C1")) or (1.0,)]
    if kind == 3:
        return [end for part in items(entry(function, "Functions"))[:256] for end in _ends(part, depth + 1)]
    return []
