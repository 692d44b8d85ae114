"""Logos that nobody could see on their ground give way, and that is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from brand_files import SQUARE, load
from PIL import Image

from guidebuild.brand import seen, svg
from guidebuild.brand.theme import Raster
from guidebuild.cache import Cache
from guidebuild.drawing import Drawing

BRAND = "meta: {name: Acme}\nlogo: {medium: {light: a.svg, dark: b.svg}}\ncolor: {primary: '#12372f'}\n"
RECT = '<rect x="2" y="2" width="16" height="6" fill="{}"/>'


def _contrast(inner: str, ground: str = "#ffffff") -> float:
    return seen.contrast(svg.on(svg.read(SQUARE.format(inner).encode(), Cache(None)), ground), ground)


@pytest.mark.parametrize(
    ("inner", "is_seen"),
    [
        (RECT.format("#fff"), False),
        (RECT.format("#eee"), False),
        (RECT.format("#ffcc33"), False),
        (RECT.format("#999"), False),
        (RECT.format("#777"), True),
        (RECT.format("#c00"), True),
        # white letters on a plate of their own
        (RECT.format("#024") + '<path fill="#fff" d="M4 3h2v4h-2zM9 3h2v4h-2z"/>', True),
        # a dark mark on a plate that is not seen
        ('<rect width="20" height="10" fill="#fff"/><circle cx="10" cy="5" r="3" fill="#024"/>', True),
        # a pale shape with a dark outline
        ('<circle cx="10" cy="5" r="4" fill="#fff8d0" stroke="#111" stroke-width="1"/>', True),
        # a coloured mark beside a name in white
        ('<circle cx="3" cy="5" r="2" fill="#c00"/>'
         '<path fill="#fff" d="M7 3h3v4h-3zM11 3h3v4h-3zM15 3h3v4h-3z"/>', False),
        # finer than any grid
        ('<path d="M0 5H20" stroke="#111" stroke-width=".01"/>', True),
        ('<path d="M0 5H20" stroke="#eee" stroke-width=".01"/>', False),
        # a small dark mark on a plate that is hardly seen
        ('<clipPath id="c"><rect width="1" height="1"/></clipPath><rect width="20" height="10" fill="#eee"/>'
         '<rect width="20" height="10" fill="#000" clip-path="url(#c)"/>', True),
        ('<linearGradient id="g"><stop stop-color="#024"/><stop offset="1" stop-color="#046"/></linearGradient>'
         '<rect width="20" height="10" fill="url(#g)"/>', True),
        ('<linearGradient id="g"><stop stop-color="#fff"/><stop offset="1" stop-color="#eee"/></linearGradient>'
         '<rect width="20" height="10" fill="url(#g)"/>', False),
    ],
)  # fmt: skip
def test_what_can_be_seen_on_paper(inner: str, is_seen: bool) -> None:
    assert (_contrast(inner) >= seen.LEAST) is is_seen


def test_a_logo_of_white_can_be_seen_on_a_dark_ground() -> None:
    assert _contrast(RECT.format("#fff"), "#12372f") > 10
    assert _contrast(RECT.format("#12372f"), "#12372f") == 1.0


def _write(folder: Path, light: str, dark: str) -> None:
    (folder / "a.svg").write_text(SQUARE.format(RECT.format(light)))
    (folder / "b.svg").write_text(SQUARE.format(RECT.format(dark)))


def test_a_logo_that_cannot_be_seen_leaves_the_name_in_words(tmp_path: Path) -> None:
    _write(tmp_path, "#fff", "#fff")
    branded = load(tmp_path, BRAND)
    (warning,) = branded.warnings
    assert (warning.code, warning.severity) == ("unseen-logo", "warning")
    assert "1.0:1" in warning.message
    assert "in words" in warning.message
    assert warning.span is not None
    assert (warning.span.line, warning.span.column) == (2, 24)
    assert branded.theme.logo.light is None
    assert branded.theme.logo.dark is not None


def test_the_other_variant_is_used_where_it_can_be_seen(tmp_path: Path) -> None:
    _write(tmp_path, "#ffffff", "#808080")
    branded = load(tmp_path, BRAND)
    (warning,) = branded.warnings
    assert "b.svg is used instead" in warning.message
    assert isinstance(branded.theme.logo.light, Drawing)


def test_nothing_is_told_of_the_ground_that_no_page_has(tmp_path: Path) -> None:
    _write(tmp_path, "#800000", "#12372f")
    branded = load(tmp_path, BRAND)
    assert branded.warnings == ()
    assert branded.theme.logo.dark is None


def test_a_bitmap_is_looked_at_too(tmp_path: Path) -> None:
    Image.new("RGBA", (400, 90), (255, 255, 255, 255)).save(tmp_path / "a.png")
    branded = load(tmp_path, "meta: {name: Acme}\nlogo: a.png\n")
    assert [warning.code for warning in branded.warnings] == ["unseen-logo"]
    assert branded.theme.logo.light is None
    Image.new("RGBA", (400, 90), (0, 60, 90, 255)).save(tmp_path / "a.png")
    assert isinstance(load(tmp_path, "meta: {name: Acme}\nlogo: a.png\n").theme.logo.light, Raster)


def test_the_shipped_logos_are_seen(tmp_path: Path) -> None:
    del tmp_path
    from guidebuild.sources import bundled

    for file in bundled("assets").rglob("*.svg"):
        ground = "#12372f" if "dark" in file.name else "#ffffff"
        assert seen.contrast(svg.on(svg.read(file.read_bytes(), Cache(None)), ground), ground) > 5


# What is said to be printed instead is printed, and nothing else is said


NAMELESS = "logo: {medium: {light: a.svg, dark: b.svg}}\ncolor: {primary: '#12372f'}\n"


def test_without_a_name_no_name_is_promised(tmp_path: Path) -> None:
    _write(tmp_path, "#fff", "#fff")
    for text in ("logo: a.svg\n", NAMELESS, "logo: none.svg\n", "logo:\n"):
        branded = load(tmp_path, text)
        (warning,) = branded.warnings
        assert "in words" not in warning.message
        assert "write meta.name" in warning.message
        assert (branded.theme.name, branded.theme.logo.light) == ("", None)


def test_a_logo_that_is_not_printed_needs_no_words(tmp_path: Path) -> None:
    _write(tmp_path, "#fff", "#fff")
    branded = load(tmp_path, "logo: a.svg\n")
    assert branded.theme.logo.dark is not None
    assert [warning.code for warning in branded.warnings] == ["unseen-logo"]
    _write(tmp_path, "#024", "#fff")
    assert [warning.code for warning in load(tmp_path, "logo: a.svg\n").warnings] == ["logo-wordless"]


@pytest.mark.parametrize("size", ["medium", "large"])
def test_a_logo_for_dark_grounds_alone_that_cannot_be_seen_on_paper_is_told(
    tmp_path: Path, size: str
) -> None:
    _write(tmp_path, "#024", "#fff")
    Image.new("RGBA", (400, 90), (255, 255, 255, 255)).save(tmp_path / "c.png")
    for file in ("b.svg", "c.png"):
        branded = load(tmp_path, f"meta: {{name: Lakeside}}\nlogo: {{{size}: {{dark: {file}}}}}\n")
        (warning,) = branded.warnings
        assert (warning.code, warning.severity) == ("unseen-logo", "warning")
        assert f"the logo {file} is for dark grounds" in warning.message
        assert "in words" in warning.message
        assert warning.hints == (f"give a variant for light grounds as logo.{size}.light",)
        assert branded.theme.logo.light is None
    _write(tmp_path, "#024", "#777")
    assert load(tmp_path, "meta: {name: Lakeside}\nlogo: {medium: {dark: b.svg}}\n").warnings == ()


def test_a_variant_that_was_given_is_not_asked_for(tmp_path: Path) -> None:
    _write(tmp_path, "#fff", "#fff")
    (given,) = load(tmp_path, BRAND.replace("medium", "small")).warnings
    assert given.hints == ("give a darker picture as logo.small.light",)
    (plain,) = load(tmp_path, "meta: {name: Acme}\nlogo: a.svg\n").warnings
    assert plain.hints == ("give a variant for light grounds as logo.medium.light",)


@pytest.mark.parametrize(
    ("light", "dark", "said"),
    [
        ("none.svg", "b.svg", ["b.svg is used instead"]),
        ("broken.svg", "b.svg", ["b.svg is used instead"]),
        ("none.svg", "pale.svg", ["in words"]),
        ("a.svg", "none.svg", ["no dark pages"]),
        ("a.svg", "broken.svg", ["no dark pages"]),
        ("none.svg", "broken.svg", ["in words", "no dark pages"]),
    ],
)
def test_what_is_printed_for_a_picture_that_cannot_be_is_said(
    tmp_path: Path, light: str, dark: str, said: list[str]
) -> None:
    _write(tmp_path, "#024", "#777")
    (tmp_path / "pale.svg").write_text(SQUARE.format(RECT.format("#fff")))
    (tmp_path / "broken.svg").write_text("<svg")
    branded = load(tmp_path, BRAND.replace("a.svg", light).replace("b.svg", dark))
    assert (branded.theme.logo.light is None) == ("in words" in said)
    assert len(branded.warnings) == len(said)
    for words in said:
        assert [words in warning.message for warning in branded.warnings].count(True) == 1


def test_an_empty_part_of_a_logo_that_is_printed_promises_no_words(tmp_path: Path) -> None:
    _write(tmp_path, "#024", "#777")
    (warning,) = load(tmp_path, "meta: {name: Acme}\nlogo: {medium: {light: a.svg, dark: }}\n").warnings
    assert warning.message == "'logo.medium.dark' has no value; it is passed over"
