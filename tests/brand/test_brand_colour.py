"""Colour arithmetic against known values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebuild.brand import colour

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(deadline=None)
@given(COLOURS)
def test_oklch_and_back_is_the_same_colour(one: str) -> None:
    assert colour.from_oklch(*colour.oklch(one)) == one


def test_known_values_of_oklch() -> None:
    assert colour.oklch("#ffffff").lightness == pytest.approx(1, abs=1e-4)
    assert colour.oklch("#ff0000") == pytest.approx((0.628, 0.2577, 29.23), abs=0.01)


def test_contrast_runs_from_1_to_21_and_is_symmetrical() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert colour.contrast("#ffffff", "#767676") == colour.contrast("#767676", "#ffffff")


@pytest.mark.slow
@settings(deadline=None)
@given(COLOURS, COLOURS)
def test_nearest_passing_passes_and_keeps_what_passes_already(one: str, background: str) -> None:
    new = colour.nearest_passing(one, (background,), 4.5)
    assert colour.contrast(new, background) >= 4.5
    assert colour.nearest_passing(new, (background,), 4.5) == new


def test_nearest_passing_moves_lightness_as_little_as_it_can() -> None:
    assert colour.nearest_passing("#7a7a7a", ("#ffffff",), 4.5) in ("#767676", "#757575", "#747474")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#7a0019", "#7a0019"),
        ("#ABC", "#aabbcc"),
        (" navy ", "#000080"),
        ("rgb(1, 2, 3)", "#010203"),
        ("#11223344", None),
        ("hsl(0, 100%, 50%)", "#ff0000"),
        ("fire", None),
        ("", None),
        ("#12", None),
        ("rgb(1,2", None),
    ],
)
def test_colours_are_read_as_css_writes_them(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match=r"is not a colour|see-through"):
            colour.parse(text)
    else:
        assert colour.parse(text) == expected
