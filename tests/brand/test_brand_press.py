"""What a brand says to a press: read with its places, and what follows where it says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from brand_files import load, refused

from guidebuild.brand.separation import formula
from guidebuild.brand.theme import Press
from guidebuild.diagnostics import GuideError
from guidebuild.edition import MM
from press_icc import cmyk_profile

OURS = "defaults:\n  guidebuild:\n"


def press(folder: Path, lines: str = "", **more: Any) -> Press:
    found = load(
        folder, (OURS + lines) if lines else "meta: {name: Acme}\n", profile="press", **more
    ).theme.press
    assert found
    return found


def test_the_paper_decides_what_is_not_said(tmp_path: Path) -> None:
    a4, letter = press(tmp_path), press(tmp_path, paper="letter")
    assert (a4.bleed, a4.condition, a4.standard) == (3 * MM, "FOGRA39", "PDF/X-1a:2003")
    assert (letter.bleed, letter.condition) == (9.0, "CGATS TR 006")
    assert a4.crop_marks
    assert a4.margin > a4.bleed


def test_only_a_press_edition_has_a_press(tmp_path: Path) -> None:
    theme = load(tmp_path).theme
    assert (theme.press, theme.inks, theme.tagged, theme.on_paper) == (None, "rgb", True, False)
    theme = load(tmp_path, profile="press").theme
    assert (theme.inks, theme.tagged, theme.on_paper) == ("cmyk", False, True)


def test_settings_are_read_from_the_file_and_the_command_line(tmp_path: Path) -> None:
    found = press(tmp_path, "    bleed: 0.125 in\n    crop_marks: false\n    output_condition: fogra 51\n")
    assert (found.bleed, found.crop_marks, found.condition, found.margin) == (9.0, False, "FOGRA51", 9.0)
    overrides = {"defaults.guidebuild.crop_marks": "true", "defaults.guidebuild.bleed": "3mm"}
    found = press(tmp_path, "    bleed: 0.125 in\n    crop_marks: false\n", overrides=overrides)
    assert (found.bleed, found.crop_marks) == (3 * MM, True)


def test_given_inks_go_before_converted_ones_and_move_the_tones(tmp_path: Path) -> None:
    inks = (85.0, 10.0, 60.0, 70.0)
    theme = load(tmp_path, OURS + f"    cmyk: {{primary: {list(inks)}}}\n", profile="press").theme
    assert theme.press
    given = dict(theme.press.given)
    assert given[theme.palette.primary.name] == inks
    tone = given[theme.palette.primary3.name]
    assert tone != formula(theme.palette.primary3.rgb)
    assert tone[1] > 0  # as the colour itself, and unlike the formula, which has no magenta here
    assert formula(theme.palette.primary3.rgb)[1] == 0


def test_inks_may_be_given_by_the_name_in_the_palette_and_in_one_line(tmp_path: Path) -> None:
    brand = (
        'color: {palette: {maroon: "#7a0019"}, primary: maroon}\n'
        + OURS
        + "    cmyk: {maroon: [0, 100, 60, 45]}\n"
    )
    theme = load(
        tmp_path, brand, profile="press", overrides={"defaults.guidebuild.cmyk.role-1": "90, 70 0 10%"}
    ).theme
    assert theme.press
    given = dict(theme.press.given)
    assert given["primary"] == given["#7a0019"] == (0, 100, 60, 45)
    assert given[theme.palette.roles[0].fill.name] == (90, 70, 0, 10)


SAME = """\
color:
  palette: {day: "#1b4a94", night: "#1b4a94", dusk: night}
  primary: day
defaults:
  guidebuild:
    roles: [dusk, "#1b4a94", "#c2500f"]
"""


def test_colours_of_one_look_keep_the_inks_of_their_own_names(tmp_path: Path) -> None:
    """Two names of the palette for one "#rrggbb": each token prints in the inks of the name that it is written with."""
    brand = SAME + "    cmyk: {night: [60, 40, 0, 40], day: [100, 70, 0, 10]}\n"
    theme = load(tmp_path, brand, profile="press", roles=3).theme
    assert theme.press
    given, (first, second, third) = dict(theme.press.given), theme.palette.roles
    assert theme.palette.primary.rgb == first.fill.rgb == second.fill.rgb
    assert given[theme.palette.primary.name] == (100, 70, 0, 10)
    assert given[first.fill.name] == (60, 40, 0, 40)
    assert given[first.tint3.name] != given[theme.palette.primary3.name]
    assert given[second.fill.name] == (60, 40, 0, 40)  # written as it looks: the first inks of that look
    assert third.fill.name not in given


def test_a_shade_that_had_to_be_replaced_does_not_print_in_the_inks_of_the_old_one(tmp_path: Path) -> None:
    brand = (
        'color: {palette: {sun: "#ffee55"}}\n' + OURS + "    roles: [sun]\n    cmyk: {sun: [0, 5, 80, 0]}\n"
    )
    theme = load(tmp_path, brand, profile="press").theme
    assert theme.press
    assert theme.palette.roles[0].fill.rgb != "#ffee55"
    assert theme.palette.roles[0].fill.name not in dict(theme.press.given)


@pytest.mark.parametrize("order", [("primary", "role-1", "role-2"), ("role-2", "role-1", "primary")])
def test_three_tokens_of_one_look_have_three_sets_of_inks(tmp_path: Path, order: tuple[str, ...]) -> None:
    inks = {"primary": (100, 70, 0, 10), "role-1": (60, 40, 0, 40), "role-2": (90, 60, 0, 20)}
    written = ", ".join(f"{name}: {list(inks[name])}" for name in order)
    theme = load(tmp_path, SAME + f"    cmyk: {{{written}}}\n", profile="press", roles=3).theme
    assert theme.press
    given = dict(theme.press.given)
    assert {name: given[name] for name in inks} == inks


def test_a_colour_without_inks_of_its_own_has_those_of_its_look(tmp_path: Path) -> None:
    """A logo in the brand's colour, and a role that is the primary colour, print as the brand's colour does."""
    theme = load(tmp_path, SAME + "    cmyk: {primary: [100, 70, 0, 10]}\n", profile="press", roles=3).theme
    assert theme.press
    given = dict(theme.press.given)
    assert given["primary"] == given["role-1"] == given["#1b4a94"] == (100, 70, 0, 10)


def test_a_see_through_colour_with_inks_is_told_at_its_place(tmp_path: Path) -> None:
    brand = 'color:\n  palette: {mist: "#12345678"}\n' + OURS + "    cmyk: {mist: [10, 0, 0, 0]}\n"
    with pytest.raises(GuideError) as caught:
        load(tmp_path, brand, profile="press")
    (problem,) = [one for one in caught.value.diagnostics if one.severity == "error"]
    assert (problem.code, problem.span and problem.span.line) == ("bad-colour", 2)


def test_a_profile_names_its_condition_or_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "press.icc").write_bytes(cmyk_profile())
    found = press(tmp_path, "    icc: press.icc\n    pdfx: X-4\n".replace("X-4", "x4"))
    assert (found.condition, found.icc, found.standard) == ("", cmyk_profile(), "PDF/X-4")
    (tmp_path / "press.icc").write_bytes(cmyk_profile(name=b"Coated FOGRA39 (ISO 12647)"))
    assert press(tmp_path, "    icc: press.icc\n").condition == "FOGRA39"


@pytest.mark.parametrize("profile", ["screen", "press"])
@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ("    bleed: 5mm\n", "unknown-value", (3, 12)),
        ("    bleed: 3\n", "unknown-value", (3, 12)),
        ("    crop_marks: maybe\n", "wrong-type", (3, 17)),
        ("    pdfx: x3\n", "unknown-value", (3, 11)),
        ("    pdfx: x4\n", "missing-key", (3, 11)),
        ("    output_condition: fogra\n", "unknown-value", (3, 23)),
        ("    icc: [a]\n", "wrong-type", (3, 10)),
        ("    icc: missing.icc\n", "missing-file", (3, 10)),
        ("    icc: ../press.icc\n", "file-outside", (3, 10)),
        ("    icc: https://example.org/press.icc\n", "remote-file", (3, 10)),
        ("    icc: _brand.yml\n", "bad-icc", (3, 10)),
        ("    cmyk: x\n", "wrong-type", (3, 11)),
        ("    cmyk: {pink: [1, 2, 3, 4]}\n", "unknown-key", (3, 12)),
        ("    cmyk: {primary: [1, 2, 3]}\n", "bad-value", (3, 21)),
        ("    cmyk: {primary: [1, 2, 3, 101]}\n", "bad-value", (3, 21)),
        ("    cmyk: {primary: [1, 2, 3, true]}\n", "bad-value", (3, 21)),
        ("    cmyk: {primary: [1, 2, 3, .nan]}\n", "bad-value", (3, 21)),
        ("    cmyk: {primary: [90, 90, 90, 90]}\n", "too-much-ink", (3, 21)),
    ],
)
def test_what_no_press_has_is_refused_with_its_place(
    tmp_path: Path, lines: str, code: str, place: tuple[int, int], profile: str
) -> None:
    (problem,) = refused(tmp_path, OURS + lines, profile=profile)
    assert problem.span
    assert (problem.code, (problem.span.line, problem.span.column)) == (code, place)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        load(tmp_path, OURS + "    bleed: 1m\n    pdfx: x9\n    cmyk: {pink: 1}\n")
    assert len(caught.value.diagnostics) == 3


def test_a_coarse_logo_is_told_before_it_goes_to_a_press(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (600, 40), "#7a0019").save(tmp_path / "logo.png")
    brand = "meta: {name: Acme}\nlogo: logo.png\n"
    (warning,) = load(tmp_path, brand, profile="press").warnings
    assert (warning.code, str(warning.span)) == ("low-resolution", f"{tmp_path / '_brand.yml'}:2:7")
    assert load(tmp_path, brand).warnings == ()
