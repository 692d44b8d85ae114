"""A brand's palette made to fit the office printer and the photocopier."""

from __future__ import annotations

from pathlib import Path

import pytest
from brand_files import load

from guidebuild.brand.colour import contrast
from guidebuild.brand.theme import WHITE, Band, Palette
from guidebuild.drawing import Colour, Pattern
from guidebuild.typeset.patterns import TILES


def palette(folder: Path, profile: str, roles: int = 6) -> Palette:
    text = 'meta: {name: Acme}\ncolor: {primary: "#7a0019"}\n'
    return load(folder, text, roles=roles, profile=profile).theme.palette


def bands(found: Palette) -> list[Band]:
    return [found.cover, *(role.opener for role in found.roles)]


def test_screen_and_press_have_one_palette(tmp_path: Path) -> None:
    assert palette(tmp_path, "press") == palette(tmp_path, "screen")


def test_an_office_printer_fills_no_band(tmp_path: Path) -> None:
    found = palette(tmp_path, "print")
    for band in bands(found):
        assert (band.ground, band.discs) == (WHITE, (None, None))
        assert band.edge
        assert band.ring_width < 1
        assert contrast(band.words.rgb, "#ffffff") >= 4.5
    assert [role.fill for role in found.roles] == [role.fill for role in palette(tmp_path, "screen").roles]


def test_a_photocopier_gets_greys_and_patterns_only(tmp_path: Path) -> None:
    found = palette(tmp_path, "gray")
    tokens = [
        getattr(found, name) for name in Palette.__slots__ if name not in ("roles", "shared_pattern", "band")
    ]
    tokens += [
        getattr(role, name)
        for role in found.roles
        for name in ("fill", "text", "tint1", "tint2", "tint3", "on_primary")
    ]
    assert all(colour.rgb[1:3] == colour.rgb[3:5] == colour.rgb[5:7] for colour in tokens)
    areas = [role.area for role in found.roles]
    assert len(set(areas[:6])) == 6
    assert all(isinstance(area, Pattern) and area.name in TILES for area in areas[1:])
    assert isinstance(areas[0], Colour)
    assert isinstance(found.shared_area, Pattern)
    assert found.shared_area.name in TILES
    assert found.shared_area not in areas


def test_roles_of_one_ink_differ_in_pattern_dash_and_name(tmp_path: Path) -> None:
    roles = palette(tmp_path, "gray").roles[:6]
    assert len({role.ruled for role in roles}) == len({role.name for role in roles}) == 6
    assert [role.ruled for role in roles] == [role.dash for role in roles]


@pytest.mark.parametrize("profile", ["screen", "print", "gray"])
def test_words_can_be_read_on_every_ground(tmp_path: Path, profile: str) -> None:
    found = palette(tmp_path, profile)
    for band in bands(found):
        assert contrast(band.words.rgb, band.beneath.rgb) >= 4.5  # on a pattern they have a plate
        assert contrast(band.label.rgb, band.beneath.rgb) >= 4.5
    for role in found.roles:
        ground = role.area.on if isinstance(role.area, Pattern) else role.area
        assert contrast(role.on_area.rgb, ground.rgb) >= 4.5
