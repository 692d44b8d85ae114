"""Characters and measures of font files."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebuild.brand import families
from guidebuild.diagnostics import EnvironmentFault, Span
from guidebuild.fonts import Face, Metrics, metrics, missing_characters

FACES = families.bundled("Source Sans 3")


def test_missing_character_is_named_with_font_and_every_place() -> None:
    texts = [
        (Span("a.yml", 1, 1), "fine – “yes” ½"),
        (Span("a.yml", 3, 5), "日 and 日"),
        (Span("a.yml", 9, 1), "日"),
    ]
    first, second = missing_characters(texts, (FACES.regular, FACES.bold))
    assert (first.severity, first.code) == ("error", "missing-character")
    assert (first.span, second.span) == (Span("a.yml", 3, 5), Span("a.yml", 9, 1))
    assert first.message == second.message
    assert "U+65E5 CJK UNIFIED IDEOGRAPH-65E5" in first.message
    assert "SourceSans3-Regular" in first.message


def test_many_missing_characters_of_a_text_are_one_error() -> None:
    (few,) = missing_characters([(Span("a"), "日本日")], (FACES.regular,))
    assert few.message == "the font SourceSans3-Regular has no characters '日', '本' (U+65E5, U+672C)"
    (many,) = missing_characters([(Span("a"), "".join(map(chr, range(0x4E00, 0x4E20))))], (FACES.regular,))
    assert many.message.endswith(", U+4E09) and 22 more")


def test_character_that_only_the_bold_face_lacks_is_found() -> None:
    noto = families.fonts_folder() / "Noto Sans" / "NotoSansJP-Regular.ttf"
    (problem,) = missing_characters([(Span("a"), "日")], (Face("JP", str(noto)), FACES.bold))
    assert "SourceSans3-Bold" in problem.message


@pytest.mark.parametrize("char", ["\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_control_characters_are_errors(char: str) -> None:
    (problem,) = missing_characters([(Span("a.yml", 2, 1), f"a{char}b")], (FACES.regular,))
    assert problem.code == "control-character"
    assert f"U+{ord(char):04X}" in problem.message


def test_emoji_beyond_the_basic_plane_is_missing() -> None:
    assert "GRINNING FACE" in missing_characters([(Span("a"), "😀")], (FACES.regular,))[0].message


@pytest.mark.parametrize(
    ("text", "script", "family"),
    [
        ("डेटा विश्लेषक", "Devanagari", "Mukta"),
        ("ข้อมูล", "Thai", "Source Sans 3"),
        ("ខ្មែរ", "Khmer", "Source Sans 3"),
        ("தமிழ்", "Tamil", "Source Sans 3"),
        ("מהנדסת נתונים", "Hebrew", "Open Sans"),
        ("مهندس", "Arabic", "Source Sans 3"),
        ("ܣܘܪܝܝܐ", "Syriac", "Source Sans 3"),
    ],
)
def test_a_script_that_needs_shaping_is_refused_whatever_the_font_has(
    text: str, script: str, family: str
) -> None:
    """Nothing is offered that would set it wrong."""

    def supply(chars: str) -> str:
        return f"name a family for {chars}"

    faces = families.bundled(family)
    found = missing_characters([(Span("a.yml", 2, 8), f"R {text}")], (faces.regular, faces.bold), supply)
    assert [(one.severity, one.code, one.span) for one in found] == [
        ("error", "script-not-set", Span("a.yml", 2, 8))
    ]
    assert script in found[0].message
    assert "family" not in str(found[0])


@pytest.mark.parametrize("text", ["Ελληνικά", "Кириллица", "Việt nghề nghiệp", "Ångström", "日本"])
def test_scripts_without_shaping_are_set(text: str) -> None:
    faces = families.bundled("Noto Sans JP")
    assert {one.code for one in missing_characters([(Span("a"), text)], (faces.regular,))} <= {
        "missing-character"
    }


def test_white_space_and_soft_hyphens_are_no_characters_to_draw() -> None:
    assert missing_characters([(Span("a"), "a\tb\nc\u00ad")], (FACES.regular,)) == []


def test_width_grows_with_text_and_size() -> None:
    measured = metrics(FACES.regular)
    assert measured.width("ii", 10) == pytest.approx(2 * measured.width("i", 10))
    assert measured.width("i", 20) == pytest.approx(2 * measured.width("i", 10))
    assert measured.width("", 10) == 0


@pytest.mark.parametrize("data", [b"", b"not a font", b"OTTO" + bytes(100)])
def test_unusable_font_is_the_environments_fault(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.ttf"
    file.write_bytes(data)
    with pytest.raises(EnvironmentFault, match="cannot be used"):
        metrics(Face("A", str(file)))


def test_missing_font_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        metrics(Face("A", str(tmp_path / "none.ttf")))


def test_a_control_character_is_refused_though_the_font_maps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Metrics, "has", lambda _self, _char: True)
    (problem,) = missing_characters([(Span("a.yml", 2, 1), "a\x08b")], (FACES.regular,))
    assert problem.code == "control-character"
