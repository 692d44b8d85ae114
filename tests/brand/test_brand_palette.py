"""The palette: the values of the page specification, and every pair readable for every brand."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.brand import colour, palette
from guidebuild.brand.theme import WHITE, Palette

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def _build(primary: str, accent: str = palette.ACCENT, own: tuple[str, ...] = (), roles: int = 6) -> Palette:
    return palette.build(primary, accent, own, roles)[0]


def test_default_brand_gives_the_specified_tokens() -> None:
    built, replaced = palette.build(palette.PRIMARY, palette.ACCENT, (), 6)
    assert (built.primary.rgb, built.primary2.rgb, built.primary3.rgb) == ("#12372f", "#21463d", "#33574e")
    assert (built.primary_text.rgb, built.on_primary.rgb, built.accent.rgb) == (
        "#12372f",
        "#ffffff",
        "#f2b632",
    )
    assert [role.fill.rgb for role in built.roles] == list(palette.ROLES)
    assert [role.text.rgb for role in built.roles[:2]] == ["#1b4a94", "#993c05"]
    assert [role.name for role in built.roles] == ["blue", "orange", "teal", "plum", "petrol", "brown"]
    assert [role.dash for role in built.roles[:3]] == [(), (4, 2.6), (1, 2.5)]
    assert [role.round_cap for role in built.roles] == [False, False, True, False, False, False]
    assert not replaced


def test_burgundy_brand_gives_the_specified_tokens_and_ochre_instead_of_orange() -> None:
    built, replaced = palette.build("#6a1b33", "#f2b21b", ("#1b3f78",), 2)
    assert (built.primary2.rgb, built.primary3.rgb, built.accent.rgb) == ("#7b2b41", "#903e53", "#f2b21b")
    assert [(role.fill.rgb, role.text.rgb) for role in built.roles] == [
        ("#1b3f78", "#1b3f78"),
        ("#a86400", "#824d05"),
    ]
    assert [role.name for role in built.roles] == ["blue", "ochre"]
    assert not replaced


def _assert_readable(built: Palette) -> None:
    pairs = [
        (built.on_primary, built.primary, 4.5),
        (built.accent, built.primary, 4.5),
        (built.primary_text, WHITE, 4.5),
        (built.primary_text, built.primary_tint, 4.5),
        (built.ink, built.primary_tint, 4.5),
        (built.mute, built.primary_tint, 4.5),
        (built.mute, built.n2, 4.5),
        (WHITE, built.shared, 4.5),
    ]
    for role in built.roles:
        pairs += [
            (WHITE, role.fill, 4.5),
            (role.text, role.tint2, 5.5),
            (role.text, role.tint1, 5.5),
            (role.text, WHITE, 5.5),
            (built.ink, role.tint1, 4.5),
            (built.ink, role.tint2, 4.5),
            (built.ink, role.tint3, 4.5),
            (role.on_primary, built.primary, 3),
        ]
    for one, other, ratio in pairs:
        assert colour.contrast(one.rgb, other.rgb) >= ratio, (one, other)


@pytest.mark.slow
@settings(deadline=None)
@given(COLOURS, COLOURS, st.lists(COLOURS, max_size=6))
def test_every_pair_in_use_is_readable_for_every_brand(primary: str, accent: str, own: list[str]) -> None:
    built = _build(primary, accent, tuple(own))
    _assert_readable(built)
    assert built.primary.rgb == primary
    assert len(built.roles) == 6
    assert len({role.name for role in built.roles}) == 6


@settings(deadline=None)
@given(st.floats(0, 360), st.floats(0.2, 0.9))
def test_our_role_colours_never_resemble_each_other_nor_a_colourful_primary(hue: float, light: float) -> None:
    primary = colour.from_oklch(light, 0.12, hue)
    roles = palette.role_list(primary)
    if colour.oklch(primary).chroma > 0.06:
        first = colour.oklch(roles[0]).hue
        assert colour.hue_distance(first, colour.oklch(primary).hue) >= 39
    for one, other in combinations(roles[:3], 2):
        assert colour.difference(one, other) > 0.1


def test_grey_primary_skips_no_role_colour() -> None:
    assert palette.role_list("#555555")[:6] == list(palette.ROLES)


def test_light_primary_carries_dark_text_and_darker_shades() -> None:
    built = _build("#ffd100", "#7a0019")
    assert built.on_primary.rgb == built.ink.rgb
    assert (
        colour.luminance(built.primary3.rgb)
        < colour.luminance(built.primary2.rgb)
        < colour.luminance("#ffd100")
    )


def test_replaced_colours_are_told_with_their_ratio() -> None:
    _, replaced = palette.build("#75a5cc", "#c96b8c", ("#ff0000",), 2)
    assert [(change.what, change.old) for change in replaced] == [
        ("primary", "#75a5cc"),
        ("accent", "#c96b8c"),
        ("role 1", "#ff0000"),
    ]
    assert all(change.ratio < change.needed for change in replaced)


@pytest.mark.parametrize(
    ("fills", "names"),
    [
        (("#b00000", "#700000"), ["red", "dark red"]),
        (("#444444", "#006600"), ["grey", "green"]),
        (("#3b2a00", "#4a3000", "#2a1a00"), ["dark brown", "brown", "deep brown"]),
    ],
)
def test_role_colours_have_plain_and_different_names(fills: tuple[str, ...], names: list[str]) -> None:
    assert [role.name for role in _build("#12372f", own=fills, roles=len(fills)).roles] == names
