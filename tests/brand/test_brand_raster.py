"""PNG and JPEG logos: flattened, bounded, clean."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from brand_files import load, png_header, refused
from PIL import Image, PngImagePlugin

from guidebuild.brand import raster
from guidebuild.brand.theme import Raster

BRAND = "meta:\n  name: Acme\nlogo:\n  medium: logo.png\n"


def _bytes(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


def _opened(picture: Raster) -> Image.Image:
    image = Image.open(BytesIO(picture.png))
    assert image.size == (picture.width, picture.height)
    assert image.mode == "RGB"
    return image


def test_transparency_becomes_the_background_of_each_variant(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGBA", (40, 20), (0, 0, 0, 0))))
    brand = "meta: {name: A}\nlogo:\n  medium:\n    light: logo.png\n    dark: logo.png\n"
    logo = load(tmp_path, brand).theme.logo
    assert isinstance(logo.light, Raster)
    assert isinstance(logo.dark, Raster)
    assert _opened(logo.light).getpixel((0, 0)) == (255, 255, 255)
    assert _opened(logo.dark).getpixel((0, 0)) == (0x12, 0x37, 0x2F)


@pytest.mark.parametrize(("size", "codes"), [((299, 50), ["small-logo"]), ((80, 300), [])])
def test_small_bitmap_is_a_warning(tmp_path: Path, size: tuple[int, int], codes: list[str]) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", size)))
    assert [warning.code for warning in load(tmp_path, BRAND).warnings] == codes


def test_large_image_is_scaled_down_with_its_proportions() -> None:
    picture = raster.read(_bytes(Image.new("RGB", (3000, 1500), "red")), "#ffffff")
    assert (picture.width, picture.height) == (1200, 600)
    assert _opened(picture).getpixel((5, 5)) == (255, 0, 0)


def test_metadata_and_profiles_are_left_behind() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "somebody")
    data = _bytes(Image.new("RGB", (9, 9)), pnginfo=info, icc_profile=b"profile" * 20)
    picture = raster.read(data, "#ffffff")
    assert b"tEXt" not in picture.png
    assert b"iCCP" not in picture.png


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_is_read(mode: str) -> None:
    picture = raster.read(_bytes(Image.new(mode, (4, 4))), "#ffffff")
    assert _opened(picture).getpixel((0, 0)) in ((0, 0, 0), (255, 255, 255))


def test_sixteen_bit_grey_keeps_its_lightness() -> None:
    assert (
        _opened(raster.read(_bytes(Image.new("I;16", (2, 2), 32896)), "#ffffff")).getpixel((0, 0))
        == (128,) * 3
    )


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_jpeg_is_read(mode: str) -> None:
    assert _opened(raster.read(_bytes(Image.new(mode, (16, 8)), "JPEG"), "#ffffff")).size == (16, 8)


def test_turned_photo_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = raster.read(_bytes(Image.new("RGB", (16, 8)), "JPEG", exif=exif), "#ffffff")
    assert (picture.width, picture.height) == (8, 16)


@pytest.mark.parametrize("side", [5_000, 12_000, 30_000, 2_000_000_000])
def test_huge_image_is_refused_from_its_header(
    tmp_path: Path, side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("pixels were decoded"))
    (tmp_path / "logo.png").write_bytes(png_header(side, side))
    (problem,) = refused(tmp_path, BRAND)
    assert "pixels" in problem.message
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (4, 11)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither PNG"),
        (b"GIF89a" + bytes(50), "neither PNG"),
        (png_header(20, 20), "is damaged"),
        (_bytes(Image.effect_noise((90, 90), 50))[:900], "is damaged"),
        (_bytes(Image.effect_noise((90, 90), 50), "JPEG")[:700], "is damaged"),
    ],
)
def test_broken_image_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        raster.read(data, "#ffffff")


def test_bitmap_without_a_dark_variant_leaves_the_name_in_words_there(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", (40, 20))))
    logo = load(tmp_path, BRAND).theme.logo
    assert isinstance(logo.light, Raster)
    assert logo.dark is None
    assert logo.alt == "Acme"


def test_equal_input_gives_equal_bytes() -> None:
    data = _bytes(Image.effect_noise((90, 90), 50))
    assert raster.read(data, "#ffffff") == raster.read(data, "#ffffff")
