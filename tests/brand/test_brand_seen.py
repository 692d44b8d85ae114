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
