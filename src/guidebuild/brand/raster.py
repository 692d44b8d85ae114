"""Bitmap logos: PNG, JPEG, WebP and GIF.

Comes in: the bytes of an image and the colour that it stands on. Goes out: a `Raster` of at most 1200 pixels a side,
RGB without alpha, without margins in the colour of its ground, without metadata and colour profile, whose colours are
converted to sRGB (ISO 19005-2, 6.2.8 would have rules for these); and what was changed, in words. Refuses, with
`ValueError` in plain words: other formats, damaged files, and images whose header announces too many pixels, before any
of them is decoded.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from guidebuild.brand.theme import Raster

if TYPE_CHECKING:
    from PIL.Image import Image

FILE_LIMIT = 20_000_000
MOST_PIXELS = 16_000_000
MOST_ALONG_A_SIDE = 20_000
LONGEST_SIDE = 1200
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_SAME = 8  # how far the channels of a pixel may be from the ground's and still be margin
_BROKEN = (OSError, SyntaxError, EOFError, struct.error, zlib.error, KeyError, IndexError, TypeError)


def read(data: bytes, ground: str) -> tuple[Raster, list[str]]:
    """The image on its ground, and what had to be changed: "is animated; ...".

    Raises `ValueError`, whose words go on after the name of the file, for what is no picture, damaged or
    too large.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that are refused below anyway
            _check_size(*_webp_size(data))  # whose whole canvas Pillow takes memory for when it opens it
            image = Image.open(BytesIO(data), formats=_FORMATS)
            _check_size(*image.size)
            remarks = (
                ["is animated; its first picture is used"] if getattr(image, "is_animated", False) else []
            )
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image.load()
            profile = image.info.get("icc_profile")
            plain, remark = _in_srgb(ImageOps.exif_transpose(image), profile)
            return _flatten(plain, ground), [*remarks, *remark]
    except Image.DecompressionBombError as err:
        raise ValueError(f"has more than {MOST_PIXELS:,} pixels") from err
    except UnidentifiedImageError as err:
        raise ValueError("is neither PNG, JPEG, WebP, GIF nor SVG") from err
    except _BROKEN as err:
        raise ValueError("is damaged") from err


def _check_size(width: int, height: int) -> None:
    if max(width, height) > MOST_ALONG_A_SIDE:
        raise ValueError(
            f"has {width:,} x {height:,} pixels; {MOST_ALONG_A_SIDE:,} are the most along a side"
        )
    if width * height > MOST_PIXELS:
        raise ValueError(f"has {width:,} x {height:,} pixels; {MOST_PIXELS:,} are the most")


def _webp_size(data: bytes) -> tuple[int, int]:
    """The canvas that the extended header of a WebP announces; nothing for other files, whose parts are no larger."""
    if data[:4] != b"RIFF" or data[8:16] != b"WEBPVP8X" or len(data) < 30:
        return (0, 0)
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1


def _in_srgb(image: Image, profile: bytes | None) -> tuple[Image, list[str]]:
    """The image with the colours that its profile means, as RGB or RGBA."""
    from PIL import ImageCms

    if image.mode.startswith("I"):  # 16-bit grey
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("P", "PA", "1"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    remarks: list[str] = []
    solid = image.convert({"LA": "L", "RGBA": "RGB", "La": "L", "RGBa": "RGB"}.get(image.mode, image.mode))
    if profile:
        try:
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(
                solid, ImageCms.ImageCmsProfile(BytesIO(profile)), srgb, outputMode="RGB"
            )
            solid = converted or solid
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            remarks = [
                "has a colour profile that does not fit it or is damaged; its colours are taken for sRGB"
            ]
    elif solid.mode == "CMYK":
        remarks = ["is in CMYK without a colour profile; its colours on a screen are a guess"]
    solid = solid.convert("RGB")
    if alpha:
        solid.putalpha(alpha)
    elif image.info.get("transparency") is not None:
        solid = image.convert("RGBA")
    return solid, remarks


def _flatten(image: Image, ground: str) -> Raster:
    """Scaled down, without transparency and margins; alpha weighs the colours while scaling, so edges stay clean."""
    from PIL import Image as Images

    image = image.convert("RGBA").convert("RGBa")
    scale = min(1.0, LONGEST_SIDE / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    if size != image.size:
        image = image.resize(size, Images.Resampling.LANCZOS)
    image = image.convert("RGBA")
    page = Images.new("RGB", size, ground)
    page.paste(image, mask=image.getchannel("A"))
    page = page.crop(_inked(page, ground))
    stream = BytesIO()
    page.save(stream, "PNG", compress_level=9)
    return Raster(stream.getvalue(), *page.size)


def _inked(page: Image, ground: str) -> tuple[int, int, int, int]:
    """The box of what differs from the ground; all of an image that nowhere does."""
    from PIL import Image as Images
    from PIL import ImageChops

    apart = ImageChops.difference(page, Images.new("RGB", page.size, ground))
    channels = [channel.point(lambda value: 255 * (value > _SAME)) for channel in apart.split()]
    lightest = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return lightest.getbbox() or (0, 0, *page.size)
