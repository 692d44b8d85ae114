"""Bitmap logos: PNG and JPEG.

Comes in: the bytes of an image. Goes out: a `Raster` of at most 1200 pixels a side, RGB without alpha,
without metadata and colour profiles (ISO 19005-2, 6.2.8 would have rules for both). Refuses, with
`ValueError` in plain words: other formats, damaged files, and images whose header announces more than 16
million pixels, before any pixel is decoded.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO

from guidebuild.brand.theme import Raster

FILE_LIMIT = 20_000_000
MOST_PIXELS = 16_000_000
LONGEST_SIDE = 1200


def read(data: bytes, background: str) -> Raster:
    """The image on its background colour."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that are refused below anyway
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            _check_size(*image.size)
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            return _flatten(ImageOps.exif_transpose(image), background)
    except Image.DecompressionBombError as err:
        raise ValueError(f"has more than {MOST_PIXELS:,} pixels") from err
    except UnidentifiedImageError as err:
        raise ValueError("is neither PNG, JPEG nor SVG") from err
    except (OSError, SyntaxError, EOFError, struct.error, zlib.error, KeyError, IndexError, TypeError) as err:
        raise ValueError("is damaged") from err


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise ValueError(f"has {width:,} x {height:,} pixels; {MOST_PIXELS:,} are the most")


def _flatten(image: object, background: str) -> Raster:
    """Scaled down, without transparency; alpha weighs the colours while scaling, so that edges stay clean."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    if image.mode.startswith("I"):  # 16-bit grey
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    image = image.convert("RGBA").convert("RGBa")
    scale = min(1.0, LONGEST_SIDE / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    if size != image.size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    image = image.convert("RGBA")
    page = Image.new("RGB", size, background)
    page.paste(image, mask=image.getchannel("A"))
    stream = BytesIO()
    page.save(stream, "PNG", compress_level=9)
    return Raster(stream.getvalue(), *size)
