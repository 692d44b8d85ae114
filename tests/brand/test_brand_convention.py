"""Brand files of others: what guidebuild does not use is a note, what the convention allows is read."""

from __future__ import annotations

import shutil
import textwrap
from io import BytesIO
from pathlib import Path

import pytest
from brand_files import SQUARE, load, refused
from fontTools.ttLib import TTFont

from guidebuild.brand import colour, convention, families
from guidebuild.brand.load import Branded
from guidebuild.brand.truetype import truetype
from guidebuild.diagnostics import Diagnostic
from guidebuild.drawing import Drawing
from guidebuild.fonts import Face, metrics

NOTO = families.fonts_folder() / "Noto Sans"
CFF = families.fonts_folder() / "XCharter"
BOX = SQUARE.format('<rect width="20" height="10" fill="{}"/>')


def _draw(folder: Path, *names: str, fill: str = "#123456") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(BOX.format(fill))


def _only(branded: Branded, code: str) -> Diagnostic:
    (found,) = [warning for warning in branded.warnings if warning.code == code]
    return found


# Keys that are not used


@pytest.mark.parametrize(
    ("brand", "key", "place"),
    [
        ("color:\n  primary: '#123456'\n  link: '#345678'\n", "color.link", (3, 3)),
        ("meta: {name: A, since: 1887}\n", "meta.since", (1, 17)),
        ("typography:\n  base:\n    family: Lato\n    line-height: 1.25em\n", "typography.base.line-height", (4, 5)),
        ("typography:\n  monospace: {family: X, color: blue, background-color: '#fff'}\n",
         "typography.monospace", (2, 3)),
        ("typography:\n  headings: {family: Lato, weight: 650, style: oblique}\nmeta: {name: A}\n",
         "typography.headings.weight, typography.headings.style", (2, 28)),
        ("typography: {link: {decoration: none, weight: heavy}}\n", "typography.link", (1, 14)),
        ("logo: {images: {a: {path: a.svg, attrs: {width: 3}}}, medium: a}\nmeta: {name: A}\n",
         "logo.images.a.attrs", (1, 34)),
        ("color: {success: 12, danger: [1]}\nmeta: {name: A}\n", "color.success, color.danger", (1, 9)),
    ],
)  # fmt: skip
def test_what_is_meant_for_other_programs_is_a_note(
    tmp_path: Path, brand: str, key: str, place: tuple[int, int]
) -> None:
    _draw(tmp_path, "a.svg")
    note = _only(load(tmp_path, brand), "not-used")
    assert (note.severity, note.message) == ("note", f"guidebuild does not use {key}")
    assert note.span
    assert (note.span.line, note.span.column) == place


@pytest.mark.parametrize(
    ("brand", "meant"),
    [
        ("colour:\n  primary: red\n", "color"),
        ("color:\n  primry: red\n", "primary"),
        ("logo: {smal: a.svg}\n", "small"),
        ("typography: {bases: Lato}\n", "base"),
    ],
)
def test_a_slip_of_the_pen_comes_with_the_key_that_was_meant(tmp_path: Path, brand: str, meant: str) -> None:
    note = _only(load(tmp_path, brand), "unknown-key")
    assert (note.severity, note.hints) == ("note", (f"did you mean '{meant}'?",))


@pytest.mark.parametrize(
    "colours", ["storm: '#707372', sky: '#9bd'", "primary: '#7a0019', accent: '#f4a300'"]
)
def test_colours_beside_the_palette_are_told_their_place(tmp_path: Path, colours: str) -> None:
    note = _only(load(tmp_path, f"color: {{{colours}}}\n"), "unknown-key")
    assert note.hints == (
        "colours of your own stand under color.palette; primary and secondary name two of them",
    )


@pytest.mark.slow
def test_keys_that_nobody_knows_are_told_apart(tmp_path: Path) -> None:
    brand = (
        "letterhead: {margin: 2cm}\nmeta: {link: x}\nlogo: {images: {a: {path: a.svg, zoom: 2}}, medium: a}\n"
    )
    _draw(tmp_path, "a.svg")
    note = _only(load(tmp_path, brand), "unknown-key")
    words = "guidebuild does not use letterhead, logo.images.a.zoom, and brand.yml has no such keys"
    assert (note.severity, note.message, note.span and note.span.line) == ("note", words, 1)


def test_every_key_in_use_is_one_of_the_reader(tmp_path: Path) -> None:
    """Nothing that is used is left out on the way to the reader."""
    _draw(tmp_path, "a.svg", "b.svg")
    text = """
        meta: {name: {full: A, short: B}}
        logo: {images: {one: {path: a.svg, alt: X}}, medium: {light: one, dark: {path: b.svg, alt: Y}}}
        color: {palette: {p: "#123456"}, primary: p, secondary: "#ffcc00", tertiary: "#00ccff"}
        typography: {fonts: [{family: Lato, source: google}], base: {family: Lato}, headings: Lato}
    """
    assert load(tmp_path, textwrap.dedent(text)).warnings == ()


def test_colours_are_found_by_names_that_the_reader_does_not_take(tmp_path: Path) -> None:
    brand = "color:\n  palette: {'deep red': '#7a0019', 2nd: 'deep red'}\n  primary: {}\n"
    for name in ("'deep red'", "2nd", "dark\n  dark: '#7a0019'"):
        assert load(tmp_path, brand.replace("{}", name)).theme.palette.primary.rgb == "#7a0019"


@pytest.mark.parametrize("fonts", ["[{family: Lato}]", "[{family: Lato, weight: [400, 700], display: swap}]"])
def test_a_font_without_a_source_is_none_of_ours(tmp_path: Path, fonts: str) -> None:
    branded = load(tmp_path, f"meta: {{name: A}}\ntypography: {{fonts: {fonts}, base: Lato}}\n")
    assert (branded.theme.faces.family, branded.warnings) == ("Lato", ())


# Colours


@pytest.mark.parametrize(
    ("brand", "places"),
    [
        ("color:\n  primary: #0b5d7a\n  secondary: #fb9\n", [(2, "primary: \"#0b5d7a\""), (3, "secondary: \"#fb9\"")]),
        ("color:\n  palette:\n    sea: #0b5d7a  # from the guidelines\n  primary: sea\n", [(3, "sea: \"#0b5d7a\"")]),
        ("defaults:\n  guidebuild:\n    accent: #0b5d7aff\n    roles:\n      - #7a0019\n",
         [(3, "accent: \"#0b5d7aff\""), (5, "- \"#7a0019\"")]),
    ],
)  # fmt: skip
def test_a_colour_that_yaml_takes_for_a_remark_is_an_error(
    tmp_path: Path, brand: str, places: list[tuple[int, str]]
) -> None:
    problems = refused(tmp_path, brand)
    assert {problem.code for problem in problems} == {"unquoted-colour"}
    assert [(p.span.line, p.hints[0]) for p in problems if p.span] == [
        (line, f"put it in quotes: {written}") for line, written in places
    ]


def test_an_empty_colour_of_the_palette_is_told_by_its_own_name(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "color: {palette: {sea: }, primary: sea}\n")
    assert problem.message == "'color.palette.sea' must be a colour such as '#12372f', in quotes"


def test_a_contrast_that_is_just_too_low_is_not_rounded_up(tmp_path: Path) -> None:
    warning = _only(load(tmp_path, "color: {primary: '#777777'}\n"), "contrast")
    assert "reaches only 4.4:1" in warning.message  # 4.48


def test_a_picture_that_is_not_in_the_list_is_told_with_the_names_in_it(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "logo: {images: {seal: seal.svg}, medium: saal}\n")
    assert "a name out of 'logo.images' ('seal')" in problem.message
    (problem,) = refused(tmp_path, "logo: {medium: saal}\n")
    assert "ends in .svg, .png, .jpg, .webp or .gif" in problem.message


def test_the_path_to_write_for_a_leading_slash_is_the_one_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("logo.svg", "sub/logo.svg"):
        (tmp_path / name).write_text("<svg/>")
    (problem,) = refused(tmp_path, "logo: /sub/logo.svg\n")
    assert problem.hints == ("write 'sub/logo.svg'",)


@pytest.mark.parametrize("remark", ["", "  # TODO", "  # add one", " # the colour 003366 of old"])
def test_an_empty_colour_without_a_colour_in_its_remark_is_just_empty(tmp_path: Path, remark: str) -> None:
    branded = load(tmp_path, f"color:\n  primary: '#123456'\n  secondary:{remark}\n  tertiary: ''\n")
    assert branded.warnings == ()


def test_without_a_primary_the_palette_s_candidates_are_named(tmp_path: Path) -> None:
    palette = "{maroon: '#5D1725', grey: '#777777', sky: '#aaddff', sea: '#003366', nonsense: x}"
    note = _only(load(tmp_path, f"color:\n  palette: {palette}\n"), "no-primary")
    assert (note.severity, note.span and note.span.line) == ("note", 1)
    assert "#12372f" in note.message
    assert note.hints == ("write one of the palette: primary: maroon, primary: sea",)
    (hint,) = _only(load(tmp_path, "color: {secondary: '#ffcc00'}\n"), "no-primary").hints
    assert hint.startswith("write primary:")
    assert load(tmp_path, "meta: {name: A}\n").warnings == ()


@pytest.mark.parametrize(
    "rest", ["", ", secondary: '#4D4F53'", ", secondary: '#4D4F53', tertiary: '#DAD7CB'"]
)
@pytest.mark.parametrize("primary", ["#8C1515", "#003366", "#ffcc00", "#777777", "#000000", "#ffffff"])
def test_a_grey_or_missing_secondary_takes_a_tint_of_the_primary(
    tmp_path: Path, primary: str, rest: str
) -> None:
    branded = load(tmp_path, f"color: {{primary: '{primary}'{rest}}}\n")
    palette = branded.theme.palette
    own, tint = colour.oklch(palette.primary.rgb), colour.oklch(palette.accent.rgb)
    assert colour.contrast(palette.accent.rgb, palette.primary.rgb) >= 4.5
    assert tint.chroma < 0.03 or colour.hue_distance(own.hue, tint.hue) < 12
    assert not [warning for warning in branded.warnings if "accent" in warning.message]


# Logos


@pytest.mark.parametrize(
    ("images", "light", "dark", "told"),
    [
        ("{main: a.svg}", "a.svg", None, False),
        ("{icon: a.svg, wide: b.svg}", "b.svg", None, True),
        ("{colour: a.svg, white: b.svg}", "a.svg", "b.svg", False),
        ("{seal: a.svg, crest: b.svg, logo-reversed: c.svg}", "a.svg", "c.svg", True),
        ("{white: a.svg}", "a.svg", None, False),
        ("{favicon: {path: a.svg, alt: X}}", "a.svg", None, False),
    ],
)
def test_pictures_without_a_size_are_used(
    tmp_path: Path, images: str, light: str, dark: str | None, told: bool
) -> None:
    for number, name in enumerate(("a.svg", "b.svg", "c.svg")):
        _draw(tmp_path, name, fill=f"#ffee0{number}" if name == dark else f"#88000{number}")
    fills = {"a.svg": "#880000", "b.svg": "#880001", "c.svg": "#880002"}
    branded = load(tmp_path, f"meta: {{name: A}}\nlogo:\n  images: {images}\n")
    assert isinstance(branded.theme.logo.light, Drawing)
    assert branded.theme.logo.light.ops[0].fill.rgb == fills[light]  # type: ignore[union-attr]
    if dark:
        assert branded.theme.logo.dark.ops[0].fill.rgb.startswith("#ffee")  # type: ignore[union-attr]
    assert [w.code for w in branded.warnings] == (["logo-chosen"] if told else [])


@pytest.mark.parametrize(
    ("logo", "hint"),
    [
        ("logo: /logo.svg\n", "write 'assets/logo.svg'"),
        ("logo: {medium: /assets/logo.svg}\n", "write 'assets/logo.svg'"),
        ("logo: {images: {a: {path: /Logo.SVG}}, large: a}\n", "write 'assets/logo.svg'"),
        ("logo: /seal.png\n", "write 'seal.png'"),
    ],
)
def test_a_leading_slash_is_refused_with_the_path_to_write(tmp_path: Path, logo: str, hint: str) -> None:
    _draw(tmp_path, "assets/logo.svg")
    (problem,) = refused(tmp_path, "meta: {name: A}\n" + logo)
    assert problem.code == "file-outside"
    assert problem.hints[0].startswith(hint)


@pytest.mark.parametrize("name", ["logo.svg", "asset/logo.svg", "assets/Logo.svg", "assets/loggo.svg"])
def test_a_missing_logo_comes_with_the_path_to_write(tmp_path: Path, name: str) -> None:
    _draw(tmp_path, "assets/logo.svg")
    warning = _only(load(tmp_path, f"meta: {{name: A}}\nlogo: {name}\n"), "missing-file")
    assert warning.hints == ("write 'assets/logo.svg'",)


@pytest.mark.parametrize(
    ("logo", "key"),
    [
        ("logo:\n", "logo"),
        ("logo: ''\n", "logo"),
        ("logo:\n  medium:\n", "logo.medium"),
        ("logo: {medium: {light: '', alt: A}}\n", "logo.medium.light"),
        ("logo: {images: {a: }, small: {path: }}\n", "logo.images.a"),
    ],
)
def test_an_empty_logo_is_told_with_a_path_to_write(tmp_path: Path, logo: str, key: str) -> None:
    _draw(tmp_path, "assets/logo.svg")
    branded = load(tmp_path, "meta: {name: A}\n" + logo)
    warning = next(w for w in branded.warnings if w.code == "missing-value" and f"'{key}'" in w.message)
    assert warning.hints == (f"write the path of a picture, as in {key.split('.')[-1]}: assets/logo.svg",)
    assert branded.theme.logo.light is None


def test_no_logo_is_read_aloud_as_logo(tmp_path: Path) -> None:
    _draw(tmp_path, "a.svg")
    branded = load(tmp_path, "logo: a.svg\n")
    assert branded.theme.logo.alt == ""
    assert "meta.name" in _only(branded, "logo-wordless").hints[0]
    assert load(tmp_path, "meta: {name: A}\nlogo: a.svg\n").theme.logo.alt == "A"
    assert load(tmp_path, "logo: {path: a.svg, alt: The A}\n").theme.logo.alt == "The A"


# Families


@pytest.mark.parametrize(
    ("stack", "family", "code"),
    [
        ("\"'Noto Sans', Aptos, sans-serif\"", "Noto Sans", None),
        ("Aptos, 'Open Sans', Lato", "Open Sans", "font-replaced"),
        ("{family: \"Aptos, 'Open Sans'\"}", "Open Sans", "font-replaced"),
        ("'\"Source Sans 3\", serif'", "Source Sans 3", None),
        ("Aptos, Segoe UI, sans-serif", "Source Sans 3", "font-replaced"),
        ("Georgia, serif", "Gentium Book Plus", "font-replaced"),
    ],
)
def test_the_first_of_a_stack_that_can_be_had_is_taken(
    tmp_path: Path, stack: str, family: str, code: str | None
) -> None:
    branded = load(tmp_path, f"meta: {{name: A}}\ntypography:\n  base: {stack}\n")
    assert branded.theme.faces.family == family
    assert [warning.code for warning in branded.warnings] == ([code] if code else [])


def _files(*rows: str) -> str:
    listed = ", ".join(rows)
    fonts = f"[{{family: Acme Sans, source: file, files: [{listed}]}}]"
    return f"meta: {{name: A}}\ntypography:\n  fonts: {fonts}\n  base: Acme Sans\n"


def _copy(folder: Path, ending: str, *styles: str) -> None:
    for style in styles:
        shutil.copy(NOTO / f"NotoSans-{style}.ttf", folder / f"{style}{ending}")


def test_endings_in_capitals_and_sloping_styles_are_read(tmp_path: Path) -> None:
    _copy(tmp_path, ".TTF", "Regular", "Bold", "Italic")
    rows = ("Regular.TTF", "{path: Bold.TTF, weight: bold}", "{path: Italic.TTF, style: oblique}")
    branded = load(tmp_path, _files(*rows))
    faces = branded.theme.faces
    assert [Path(face.path).name for face in faces.of_text[:3]] == ["Regular.TTF", "Bold.TTF", "Italic.TTF"]
    assert branded.warnings == ()


@pytest.mark.parametrize(
    ("styles", "severity", "missing"),
    [
        (("Regular",), "warning", "no bold and no italic face; the regular one"),
        (("Bold",), "note", "no regular and no italic face; the bold one"),
        (("Regular", "Bold"), "note", "no italic face; the upright one"),
        (("Regular", "Italic"), "warning", "no bold face; the regular one"),
    ],
)
def test_a_family_of_few_faces_says_what_is_missing(
    tmp_path: Path, styles: tuple[str, ...], severity: str, missing: str
) -> None:
    _copy(tmp_path, ".ttf", *styles)
    said = _only(load(tmp_path, _files(*(f"{style}.ttf" for style in styles))), "font-incomplete")
    assert said.severity == severity
    assert missing in said.message


def _packed(flavor: str, source: Path) -> bytes:
    font, target = TTFont(source), BytesIO()
    font.flavor = flavor
    font.save(target)
    return target.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("flavor", ["woff", "woff2", None])
@pytest.mark.parametrize(
    "source", [NOTO / "NotoSans-Regular.ttf", CFF / "XCharter-Regular.otf"], ids=["glyf", "cff"]
)
def test_fonts_of_other_kinds_are_converted(tmp_path: Path, flavor: str | None, source: Path) -> None:
    file = tmp_path / f"Regular.{flavor or source.suffix[1:]}"
    file.write_bytes(_packed(flavor, source) if flavor else source.read_bytes())
    branded = load(tmp_path, _files(file.name), cache=tmp_path / "cache")
    face = branded.theme.faces.regular
    with TTFont(source) as font:
        units, cmap = font["head"].unitsPerEm, font.getBestCmap()
        widths = {char: font["hmtx"][cmap[ord(char)]][0] * 1000 / units for char in "Guide–2026é"}
    assert all(abs(metrics(face).width(char, 1000) - width) <= 1 for char, width in widths.items())
    assert bool(face.data) == (file.suffix != ".ttf")
    assert load(tmp_path, _files(file.name), cache=tmp_path / "cache") == branded


@pytest.mark.slow
def test_a_conversion_keeps_the_outlines_and_gives_equal_bytes() -> None:
    data = (CFF / "XCharter-Regular.otf").read_bytes()
    converted = truetype(data)
    assert truetype(data) == converted
    with TTFont(BytesIO(data)) as before, TTFont(BytesIO(converted)) as after:
        from fontTools.pens.areaPen import AreaPen

        for name in ("A", "g", "eacute", "ampersand"):
            areas = []
            for glyphs in (before.getGlyphSet(), after.getGlyphSet()):
                pen = AreaPen(glyphs)
                glyphs[name].draw(pen)
                areas.append(abs(pen.value))
            assert areas[1] == pytest.approx(areas[0], rel=0.01)


@pytest.mark.parametrize(
    ("bits", "reason"), [(0x0002, "does not permit embedding"), (0x0100, "only be embedded whole")]
)
@pytest.mark.parametrize(
    "source", [NOTO / "NotoSans-Regular.ttf", CFF / "XCharter-Regular.otf"], ids=["glyf", "cff"]
)
def test_fonts_that_may_not_be_embedded_are_told(
    tmp_path: Path, source: Path, bits: int, reason: str
) -> None:
    with TTFont(source) as font:
        font["OS/2"].fsType = bits
        font.save(tmp_path / f"a{source.suffix}")
    branded = load(tmp_path, _files(f"a{source.suffix}"))
    assert reason in _only(branded, "font-unusable").message
    assert branded.theme.faces.family == "Source Sans 3"


# Headings of a family of their own


def test_headings_may_be_of_another_family(tmp_path: Path) -> None:
    faces = load(tmp_path, "meta: {name: A}\ntypography: {base: Lato, headings: Raleway}\n").theme.faces
    assert (faces.family, faces.headings) == ("Lato", "Raleway")
    assert faces.face("heading") == families.bundled("Raleway").bold
    assert faces.face("bold") == families.bundled("Lato").bold


@pytest.mark.parametrize("headings", ["", "headings: lato", "headings: {weight: 700}"])
def test_headings_of_no_other_family_are_in_the_bold_face(tmp_path: Path, headings: str) -> None:
    faces = load(tmp_path, f"meta: {{name: A}}\ntypography:\n  base: Lato\n  {headings}\n").theme.faces
    assert faces.headings == ""
    assert faces.face("heading") == faces.bold


def test_a_family_for_headings_that_is_not_there_is_told_at_its_place(tmp_path: Path) -> None:
    branded = load(tmp_path, "meta: {name: A}\ntypography:\n  base: Lato\n  headings: Playfair Display\n")
    warning = _only(branded, "font-replaced")
    assert (warning.span and warning.span.line, branded.theme.faces.headings) == (4, "EB Garamond")


def test_a_face_of_bytes_is_read_from_them() -> None:
    data = (NOTO / "NotoSans-Bold.ttf").read_bytes()
    assert metrics(Face("a", "nowhere", data)).width("x", 10) == metrics(
        families.bundled("Noto Sans").bold
    ).width("x", 10)


def test_what_is_known_is_not_what_is_used() -> None:
    """A key of both tables would be left out and never told."""
    for kind, known in convention.KNOWN.items():
        assert not set(known) & set(convention.USED[kind])
