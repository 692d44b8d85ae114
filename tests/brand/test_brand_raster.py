"""Bitmap logos: flattened, cropped, bounded, clean, in sRGB."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from brand_files import load, png_header
from PIL import Image, ImageCms, PngImagePlugin

from guidebuild.brand import raster
from guidebuild.brand.theme import Raster

BRAND = "meta:\n  name: Acme\nlogo:\n  medium: logo.png\n"


def _bytes(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


def _read(data: bytes, ground: str = "#ffffff") -> Raster:
    picture, _ = raster.read(data, ground)
    return picture


def _opened(picture: Raster) -> Image.Image:
    image = Image.open(BytesIO(picture.png))
    assert image.size == (picture.width, picture.height)
    assert image.mode == "RGB"
    return image


def test_transparency_becomes_the_ground_of_each_variant(tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((150, 150, 150, 255), (0, 0, 5, 20))
    image.paste((150, 150, 150, 255), (35, 0, 40, 20))
    (tmp_path / "logo.png").write_bytes(_bytes(image))
    brand = "meta: {name: A}\nlogo:\n  medium:\n    light: logo.png\n    dark: logo.png\n"
    logo = load(tmp_path, brand + "color: {primary: '#000000'}\n").theme.logo
    assert logo.light is None  # 2.9:1
    assert isinstance(logo.dark, Raster)
    assert _opened(logo.dark).getpixel((20, 10)) == (0, 0, 0)
    assert _opened(_read(_bytes(image))).getpixel((20, 10)) == (255, 255, 255)


def test_margins_in_the_colour_of_the_ground_fall() -> None:
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (100, 50, 300, 150))
    assert _opened(_read(_bytes(image))).size == (200, 100)
    white = Image.new("RGB", (400, 300), "white")
    white.paste((200, 0, 0), (100, 50, 300, 150))
    assert _opened(_read(_bytes(white))).size == (200, 100)
    assert _opened(_read(_bytes(white), "#12372f")).size == (400, 300)  # a white plate is seen there


def test_an_embedded_profile_is_honoured() -> None:
    """What is half of the linear light is 188 of 255 in sRGB."""
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    swapped = linear.tobytes().replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")
    plain = Image.new("RGB", (40, 20), (200, 30, 30))
    picture, remarks = raster.read(_bytes(plain, icc_profile=swapped), "#ffffff")
    red, green, _ = _opened(picture).getpixel((5, 5))  # type: ignore[misc]
    assert remarks == []
    assert green > red + 50  # the profile says that its first channel is green
    same, _ = raster.read(_bytes(plain, icc_profile=linear.tobytes()), "#ffffff")
    assert _opened(same).getpixel((5, 5)) == pytest.approx((200, 30, 30), abs=1)


@pytest.mark.parametrize("profile", [b"profile" * 20, b"\0" * 200])
def test_a_profile_that_is_none_is_told(tmp_path: Path, profile: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", (400, 90), "navy"), icc_profile=profile))
    (warning,) = load(tmp_path, BRAND).warnings
    assert warning.code == "logo-changed"
    assert "colour profile" in warning.message


def test_inks_without_a_profile_are_told() -> None:
    _, remarks = raster.read(_bytes(Image.new("CMYK", (16, 8), (0, 255, 255, 0)), "JPEG"), "#ffffff")
    assert remarks == ["is in CMYK without a colour profile; its colours on a screen are a guess"]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_the_first_picture_of_an_animation_is_used_and_that_is_told(kind: str) -> None:
    frames = [Image.new("RGB", (60, 30), colour) for colour in ("red", "blue", "lime")]
    data = _bytes(
        frames[0],
        kind,
        save_all=True,
        append_images=frames[1:],
        **({"lossless": True} if kind == "WEBP" else {}),
    )
    picture, remarks = raster.read(data, "#ffffff")
    assert remarks == ["is animated; its first picture is used"]
    assert _opened(picture).getpixel((5, 5)) == (255, 0, 0)
    still, none = raster.read(_bytes(frames[1], kind), "#ffffff")
    assert none == []
    assert _opened(still).size == (60, 30)


def test_transparent_gif_and_webp_stand_on_the_ground() -> None:
    image = Image.new("RGBA", (60, 30), (0, 0, 0, 0))
    image.paste((0, 0, 200, 255), (0, 0, 20, 30))
    image.paste((0, 0, 200, 255), (40, 0, 60, 30))
    for kind in ("GIF", "WEBP"):
        assert _opened(_read(_bytes(image, kind))).getpixel((30, 15)) == (255, 255, 255)


@pytest.mark.parametrize(("size", "codes"), [((299, 50), ["small-logo"]), ((80, 300), [])])
def test_small_bitmap_is_a_warning(tmp_path: Path, size: tuple[int, int], codes: list[str]) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", size)))
    assert [warning.code for warning in load(tmp_path, BRAND).warnings] == codes


@pytest.mark.parametrize("profile", [b"", b"profile" * 20])
def test_of_a_picture_that_no_page_shows_nothing_is_told(tmp_path: Path, profile: bytes) -> None:
    """A dark bitmap is of no use beside a light one: that it is small, or changed, is nobody's worry."""
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", (900, 90), "navy")))
    (tmp_path / "dark.png").write_bytes(_bytes(Image.new("RGB", (90, 30), "white"), icc_profile=profile))
    both = BRAND.replace("logo.png", "{light: logo.png, dark: dark.png}")
    assert both != BRAND
    assert load(tmp_path, both).warnings == ()


def test_large_image_is_scaled_down_with_its_proportions() -> None:
    picture = _read(_bytes(Image.new("RGB", (3000, 1500), "red")))
    assert (picture.width, picture.height) == (1200, 600)
    assert _opened(picture).getpixel((5, 5)) == (255, 0, 0)


def test_metadata_and_profiles_are_left_behind() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "somebody")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = _read(_bytes(Image.new("RGB", (9, 9)), pnginfo=info, icc_profile=profile))
    assert b"tEXt" not in picture.png
    assert b"iCCP" not in picture.png


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_is_read(mode: str) -> None:
    picture = _read(_bytes(Image.new(mode, (4, 4))))
    assert _opened(picture).getpixel((0, 0)) in ((0, 0, 0), (255, 255, 255))


def test_sixteen_bit_grey_keeps_its_lightness() -> None:
    assert _opened(_read(_bytes(Image.new("I;16", (2, 2), 32896)))).getpixel((0, 0)) == (128,) * 3


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_jpeg_is_read(mode: str) -> None:
    assert _opened(_read(_bytes(Image.new(mode, (16, 8)), "JPEG"))).size == (16, 8)


def test_turned_photo_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = _read(_bytes(Image.new("RGB", (16, 8)), "JPEG", exif=exif))
    assert (picture.width, picture.height) == (8, 16)


@pytest.mark.parametrize(
    "size", [(5_000, 5_000), (12_000, 12_000), (20_001, 1), (1, 30_000), (2_000_000_000, 2_000_000_000)]
)
def test_huge_image_is_refused_from_its_header(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("pixels were decoded"))
    (tmp_path / "logo.png").write_bytes(png_header(*size))
    (problem,) = load(tmp_path, BRAND).warnings
    assert problem.code == "bad-logo"
    assert "pixels" in problem.message
    assert "in words" in problem.message
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (4, 11)


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_a_file_of_many_bytes_is_refused_in_a_sentence_that_reads(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(raster.FILE_LIMIT + 1)
    (problem,) = load(tmp_path, BRAND.replace("logo.png", name)).warnings
    assert problem.message == (
        f"the logo {name} cannot be used: the file is larger than 20,000,000 bytes; the name is set in words instead"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither PNG"),
        (_bytes(Image.effect_noise((90, 90), 50), "GIF")[:2000], "is damaged"),
        (b"BM" + bytes(60), "neither PNG"),
        (png_header(20, 20), "is damaged"),
        (_bytes(Image.effect_noise((90, 90), 50))[:900], "is damaged"),
        (_bytes(Image.effect_noise((90, 90), 50), "JPEG")[:700], "is damaged"),
    ],
)
def test_broken_image_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        raster.read(data, "#ffffff")


def test_a_huge_canvas_of_a_webp_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.Image.open", lambda *_, **__: pytest.fail("the file was opened"))
    chunk = b"VP8X" + (10).to_bytes(4, "little") + b"\2\0\0\0" + (16_000).to_bytes(3, "little") * 2
    with pytest.raises(ValueError, match="pixels"):
        raster.read(b"RIFF" + (len(chunk) + 4).to_bytes(4, "little") + b"WEBP" + chunk, "#ffffff")


def test_bitmap_without_a_dark_variant_leaves_the_name_in_words_there(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_bytes(Image.new("RGB", (40, 20))))
    logo = load(tmp_path, BRAND).theme.logo
    assert isinstance(logo.light, Raster)
    assert logo.dark is None
    assert logo.alt == "Acme"


def test_equal_input_gives_equal_bytes() -> None:
    data = _bytes(Image.effect_noise((90, 90), 50))
    assert _read(data) == _read(data)
