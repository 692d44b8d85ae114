"""Families: bundled by name, files by path, the nearest for all others."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import brand_yml
import brotli
import pytest
from brand_files import load, refused

from guidebuild.brand import families
from guidebuild.fonts import metrics

NOTO = families.fonts_folder() / "Noto Sans"
FILES = """
meta: {{name: Acme}}
typography:
  fonts:
    - family: Acme Sans
      source: file
      files:
{}
  base: Acme Sans
"""


def _brand(*rows: str) -> str:
    return FILES.format("\n".join(f"        - {row}" for row in rows))


@pytest.mark.slow
@pytest.mark.parametrize("name", families.BUNDLED)
def test_every_bundled_family_can_be_set(name: str) -> None:
    faces = families.bundled(name)
    assert faces.family == name
    for face in (faces.regular, faces.bold, faces.italic, faces.bold_italic):
        assert metrics(face).width("Guide – 2026", 10) > 0
    assert faces.regular != faces.bold


def test_names_are_compared_without_case_and_spaces(tmp_path: Path) -> None:
    branded = load(tmp_path, "meta: {name: A}\ntypography: {base: open-sans}\n")
    assert branded.theme.faces.family == "Open Sans"
    assert not branded.warnings


def test_family_without_italics_repeats_the_upright_face() -> None:
    faces = families.bundled("Mukta")
    assert (faces.italic, faces.bold_italic) == (faces.regular, faces.bold)


@pytest.mark.parametrize(
    ("name", "stand_in"),
    [
        ("Helvetica Neue", "Roboto"),
        ("Times New Roman", "EB Garamond"),
        ("Roboto Slab", "Gentium Book Plus"),
        ("Playfair Display", "EB Garamond"),
        ("IBM Plex Serif", "EB Garamond"),
        ("Montserrat", "Poppins"),
        ("Fira Code", "Source Sans 3"),
        ("sans-serif", "Source Sans 3"),
        ("Qwertz Grotesk", "Source Sans 3"),
    ],
)
def test_other_family_gets_its_nearest_relation_and_a_warning(
    tmp_path: Path, name: str, stand_in: str
) -> None:
    branded = load(tmp_path, f"meta: {{name: A}}\ntypography:\n  base:\n    family: {name}\n")
    assert branded.theme.faces.family == stand_in
    (warning,) = branded.warnings
    assert (warning.severity, warning.code) == ("warning", "font-replaced")
    assert warning.span is not None
    assert (warning.span.line, warning.span.column) == (4, 13)
    assert ".ttf" in warning.hints[0]
    assert warning.hints[1] == "bundled are " + ", ".join((*families.BUNDLED, *families.CONVERTED))


@pytest.mark.slow
@pytest.mark.parametrize("name", families.CONVERTED)
def test_bundled_family_with_outlines_of_another_kind_is_converted(tmp_path: Path, name: str) -> None:
    branded = load(tmp_path, f"meta: {{name: A}}\ntypography: {{base: {name}}}\n")
    faces = branded.theme.faces
    assert (faces.family, branded.warnings) == (name, ())
    assert metrics(faces.bold).width("Guide – 2026", 10) > metrics(faces.regular).width("Guide", 10) > 0


def test_slip_of_the_pen_in_a_family_is_told(tmp_path: Path) -> None:
    branded = load(tmp_path, "meta: {name: A}\ntypography: {base: Opne Sans}\n")
    (warning,) = branded.warnings
    assert warning.hints[0] == "did you mean 'Open Sans'?"
    assert branded.theme.faces.family == "Open Sans"


def test_family_of_three_scripts_is_bundled_for_each(tmp_path: Path) -> None:
    branded = load(tmp_path, "meta: {name: A}\ntypography: {base: Noto Sans JP}\n")
    assert metrics(branded.theme.faces.regular).has("語")
    assert not branded.warnings


def test_font_files_are_used_by_weight_and_style(tmp_path: Path) -> None:
    for style in ("Regular", "Bold", "Italic"):
        shutil.copy(NOTO / f"NotoSans-{style}.ttf", tmp_path / f"{style}.ttf")
    rows = ("path: Regular.ttf", "{path: Bold.ttf, weight: 700}", "{path: Italic.ttf, style: italic}")
    branded = load(tmp_path, _brand(*rows))
    faces = branded.theme.faces
    assert faces.family == "Acme Sans"
    assert [Path(f.path).name for f in (faces.regular, faces.bold, faces.italic, faces.bold_italic)] == [
        "Regular.ttf",
        "Bold.ttf",
        "Italic.ttf",
        "Bold.ttf",
    ]
    assert len({faces.regular.name, faces.bold.name, faces.italic.name}) == 3
    assert not branded.warnings


def _variable(target: Path) -> None:
    examples = Path(brand_yml.__file__).parent / "examples" / "fonts" / "open-sans"
    shutil.copy(examples / "OpenSans-Variable.ttf", target)


def _restricted(target: Path) -> None:
    data = bytearray((NOTO / "NotoSans-Regular.ttf").read_bytes())
    table = data.index(b"OS/2", 12)
    offset = int.from_bytes(data[table + 8 : table + 12], "big")
    data[offset + 8 : offset + 10] = b"\x00\x02"
    target.write_bytes(data)


def _cut(target: Path) -> None:
    target.write_bytes((NOTO / "NotoSans-Regular.ttf").read_bytes()[:3000])


def _bomb(target: Path) -> None:
    """A web font of a few hundred bytes that says of itself that it is small and unpacks to a hundred million."""
    packed = brotli.compress(bytes(100_000_000), quality=5)
    head = struct.pack(">4sIIHHIIHHIIIII", b"wOF2", 0x10000, 0, 1, 0, 1000, len(packed), 1, 0, 0, 0, 0, 0, 0)
    target.write_bytes(head + bytes([0, 100]) + packed)


def _bytes(start: bytes) -> object:
    return lambda target: target.write_bytes(start + bytes(200))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_variable, "is a variable font"),
        (_restricted, "does not permit embedding"),
        (_cut, "is damaged"),
        (_bytes(b"OTTO"), "is an OpenType font that is damaged"),
        (_bytes(b"wOF2"), "is a web font (WOFF2) that is damaged"),
        (_bytes(b"wOF2" + b"\xff" * 20), "is larger than"),
        (_bomb, "is larger than"),
        (_bytes(b"wOFF"), "is a web font (WOFF) that is damaged"),
        (_bytes(b"ttcf"), "is a collection"),
        (_bytes(b"abcd"), "is not a TrueType or OpenType font"),
        (_bytes(b"\x00\x01\x00\x00"), "has no TrueType outlines"),
    ],
)
def test_font_file_that_cannot_be_set_is_replaced_with_its_reason(
    tmp_path: Path, make: object, reason: str
) -> None:
    make(tmp_path / "a.ttf")  # type: ignore[operator]
    branded = load(tmp_path, _brand("path: a.ttf"))
    assert branded.theme.faces.family == "Source Sans 3"
    (warning,) = branded.warnings
    assert reason in warning.message
    assert warning.span is not None
    assert warning.span.line == 8


def test_font_files_that_are_plain_paths_say_of_themselves_what_they_are(tmp_path: Path) -> None:
    for style in ("Regular", "Bold", "Italic"):
        shutil.copy(NOTO / f"NotoSans-{style}.ttf", tmp_path / f"{style}.ttf")
    branded = load(tmp_path, _brand("Italic.ttf", "Bold.ttf", "Regular.ttf"))
    faces = branded.theme.faces
    assert [Path(face.path).stem for face in (faces.regular, faces.bold, faces.italic)] == [
        "Regular",
        "Bold",
        "Italic",
    ]
    assert not branded.warnings


def test_file_that_is_no_font_at_all_says_what_is_needed(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, _brand("path: a.pfb"))
    assert problem.message.endswith("'a.pfb' is no font file that can be set (.ttf, .otf, .woff2)")


def test_remote_and_missing_font_files_are_replaced_with_warnings(tmp_path: Path) -> None:
    branded = load(tmp_path, _brand("path: https://example.com/a.woff2", "{path: none.ttf, weight: bold}"))
    assert [w.code for w in branded.warnings] == ["remote-file", "missing-file"]
    assert branded.theme.faces.family == "Source Sans 3"


def test_font_file_outside_the_project_is_refused(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    shutil.copy(NOTO / "NotoSans-Regular.ttf", tmp_path / "a.ttf")
    (problem,) = refused(inner, _brand("path: ../a.ttf"))
    assert (problem.code, problem.span and problem.span.line) == ("file-outside", 8)
