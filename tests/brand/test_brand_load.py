"""From a brand file to a theme, through the front door."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import brand_yml
import pytest
from brand_files import SQUARE, load, refused
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import TRIES
from guidebuild import sources
from guidebuild.brand import load_theme
from guidebuild.brand.load import Branded
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.drawing import Drawing

EXAMPLES = sorted((Path(brand_yml.__file__).parent / "examples").glob("*.yml"))
NORTHFIELD = sources.bundled("assets") / "brands" / "northfield" / "_brand.yml"
RECT = '<rect width="20" height="10" fill="{}"/>'


def _load(file: Path | None, **overrides: str) -> Branded:
    return load_theme(file, overrides=overrides, paper="a4", roles=2, root=None, cache=Cache(None))


# What ships


@pytest.mark.parametrize("file", [None, NORTHFIELD], ids=["default", "northfield"])
def test_shipped_brands_load_without_a_word(file: Path | None) -> None:
    branded = load_theme(file, overrides={}, paper="letter", roles=6, root=None, cache=Cache(None))
    theme = branded.theme
    assert branded.warnings == ()
    assert isinstance(theme.logo.light, Drawing)
    assert isinstance(theme.logo.dark, Drawing)
    assert theme.logo.light != theme.logo.dark
    assert theme.logo.alt == theme.name
    assert len(theme.palette.roles) == 6
    assert theme.paper.name == "letter"
    assert pickle.loads(pickle.dumps(branded)) == branded


def test_default_brand_is_guidebuild_in_source_sans() -> None:
    theme = load_theme(None, overrides={}, paper="a4", roles=2, root=None, cache=Cache(None)).theme
    assert (theme.name, theme.palette.primary.rgb, theme.palette.accent.rgb) == (
        "guidebuild",
        "#12372f",
        "#f2b632",
    )
    assert theme.faces.family == "Source Sans 3"


def test_second_brand_has_colours_words_and_a_contact_of_its_own() -> None:
    theme = load_theme(NORTHFIELD, overrides={}, paper="a4", roles=2, root=None, cache=Cache(None)).theme
    assert theme.palette.primary.rgb == "#6a1b33"
    assert [(role.fill.rgb, role.text.rgb) for role in theme.palette.roles] == [
        ("#1b3f78", "#1b3f78"),
        ("#a86400", "#824d05"),
    ]
    assert theme.contact.email == "careers@northfield.example"
    assert len(theme.contact.lines) == 2
    assert theme.header
    assert theme.footer
    assert theme.credit
    assert theme.faces.family == "Open Sans"


def test_shipped_logos_are_small() -> None:
    for file in sources.bundled("assets").rglob("*.svg"):
        assert file.stat().st_size < 8_000


# The convention


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_examples_of_the_convention_load_as_they_are(file: Path) -> None:
    theme = load_theme(file, overrides={}, paper="a4", roles=3, root=None, cache=Cache(None)).theme
    assert len(theme.palette.roles) == 3


def test_there_are_examples_to_load() -> None:
    assert len(EXAMPLES) >= 15


def test_palette_names_are_followed(tmp_path: Path) -> None:
    brand = "color:\n  palette: {wine: '#7a0019', sun: gold-ish, gold-ish: '#ffcc33', accent: sun}\n  primary: wine\n"
    palette = load(tmp_path, brand).theme.palette
    assert (palette.primary.rgb, palette.accent.rgb) == ("#7a0019", "#ffcc33")


def test_accent_may_be_the_secondary_colour_if_it_is_colourful(tmp_path: Path) -> None:
    brand = "color: {{primary: '#12372f', secondary: '{}'}}\n"
    assert load(tmp_path, brand.format("#ffd9a0")).theme.palette.accent.rgb == "#ffd9a0"
    assert (
        load(tmp_path, brand.format("#cccccc")).theme.palette.accent.rgb == "#b3dbd0"
    )  # a tint of the primary


def test_colours_with_light_and_dark_variants_take_the_light_one(tmp_path: Path) -> None:
    brand = "color:\n  primary: {light: '#7a0019', dark: '#ffffff'}\n"
    brand += "typography:\n  headings:\n    color: {light: '#111111', dark: '#eeeeee'}\n"
    assert load(tmp_path, brand).theme.palette.primary.rgb == "#7a0019"


def test_words_that_yaml_takes_for_switches_stay_words(tmp_path: Path) -> None:
    brand = "meta:\n  name: NO\ncolor:\n  palette: {no: '#7a0019'}\n  primary: no\n"
    theme = load(tmp_path, brand).theme
    assert (theme.name, theme.palette.primary.rgb) == ("NO", "#7a0019")


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_any_size_of_logo_serves_and_its_alternative_text_is_kept(tmp_path: Path, size: str) -> None:
    (tmp_path / "a.svg").write_text(SQUARE.format(RECT.format("#000")))
    logo = load(tmp_path, f"logo:\n  {size}:\n    path: a.svg\n    alt: A black box\n").theme.logo
    assert isinstance(logo.light, Drawing)
    assert logo.alt == "A black box"


def test_medium_logo_is_preferred(tmp_path: Path) -> None:
    for name, fill in (("s", "#111111"), ("m", "#222222"), ("l", "#333333")):
        (tmp_path / f"{name}.svg").write_text(SQUARE.format(RECT.format(fill)))
    logo = load(tmp_path, "logo: {small: s.svg, medium: m.svg, large: l.svg}\n").theme.logo
    assert isinstance(logo.light, Drawing)
    assert logo.light.ops[0].fill.rgb == "#222222"  # type: ignore[union-attr]


def test_our_own_settings_arrive_in_the_theme(tmp_path: Path) -> None:
    brand = """
meta: {name: Acme}
defaults:
  bootstrap: {enable-rounded: false}
  guidebuild:
    accent: "#ffcc33"
    header: H
    footer: F
    credit: C
    roles: ["#7a0019", navy]
    contact: {name: N, lines: [a, b], email: a@b.cd, phone: 12 34, url: "https://a.b"}
"""
    theme = load(tmp_path, brand).theme
    assert (theme.header, theme.footer, theme.credit, theme.palette.accent.rgb) == ("H", "F", "C", "#ffcc33")
    assert [role.fill.rgb for role in theme.palette.roles] == ["#7a0019", "#000080"]
    assert (theme.contact.name, theme.contact.lines, theme.contact.phone) == ("N", ("a", "b"), "12 34")


# Warnings


def test_primary_that_cannot_be_read_as_text_is_replaced_for_text_only(tmp_path: Path) -> None:
    branded = load(tmp_path, "meta: {name: A}\ncolor:\n  primary: '#f4a300'\n")
    palette = branded.theme.palette
    assert palette.primary.rgb == "#f4a300"
    assert palette.primary_text != palette.primary
    (warning,) = branded.warnings
    assert (warning.severity, warning.code) == ("warning", "contrast")
    assert "#f4a300" in warning.message
    assert palette.primary_text.rgb in warning.message
    assert "2.0:1" in warning.message
    assert warning.span is not None
    assert (warning.span.line, warning.span.column) == (3, 12)


def test_a_missing_logo_leaves_the_name_in_words(tmp_path: Path) -> None:
    """The convention's own examples name logos that do not come with them, and they load."""
    branded = load(tmp_path, "meta: {name: A}\nlogo:\n  medium:\n    light: none.svg\n    dark: none.svg\n")
    assert (branded.theme.logo.light, branded.theme.logo.dark) == (None, None)
    assert {warning.code for warning in branded.warnings} == {"missing-file"}


def test_a_logo_on_the_web_is_refused_with_a_hint(tmp_path: Path) -> None:
    """Nothing is fetched, and a guide without the logo that was asked for is not printed."""
    with pytest.raises(GuideError) as caught:
        load(tmp_path, "meta: {name: A}\nlogo: https://example.com/logo.svg\n")
    (problem,) = caught.value.diagnostics
    assert problem.code == "remote-file"
    assert "logo.svg" in problem.hints[0]


# Refusals


@pytest.mark.parametrize(
    ("brand", "code", "place"),
    [
        ("", "empty-file", (1, 1)),
        ("- a\n", "wrong-type", (1, 1)),
        ("meta: {name: A\n", "yaml-syntax", (1, 7)),
        ("meta:\n\tname: A\n", "tab", (2, 1)),
        ("meta: {name: A}\nmeta: {name: B}\n", "duplicate-key", (2, 1)),
        ("color:\n  primary: reddish\n", "bad-colour", (2, 12)),
        ("color:\n  primary: '#12345678'\n", "bad-colour", (2, 12)),
        ("color:\n  primary: [1, 2]\n", "bad-value", (2, 12)),
        ("color: 12\n", "bad-value", (1, 8)),
        ("color:\n  palette: {a: b, b: a}\n  primary: a\n", "bad-brand", (2, 16)),
        ("color:\n  palette: {a: bleu}\n  primary: a\n", "bad-colour", (2, 16)),
        ("typography: {fonts: [{family: A, source: fil}]}\n", "bad-value", (1, 22)),
        ("typography: {fonts: {family: A}}\n", "wrong-type", (1, 21)),
        ("meta: {name: 12}\n", "bad-value", (1, 14)),
        ("logo: 12\n", "bad-value", (1, 7)),
        ("logo: {path: noextension}\n", "bad-value", (1, 14)),
        ("logo: {medium: {light: noextension}}\n", "bad-value", (1, 24)),
        ("logo: noextension\n", "bad-value", (1, 7)),
        ("logo: /etc/logo.svg\n", "file-outside", (1, 7)),
        ("logo: ../logo.svg\n", "file-outside", (1, 7)),
        ("logo:\n  images: {a: ../../logo.svg}\n  small: a\n", "file-outside", (2, 15)),
        ("logo: file:///etc/logo.svg\n", "file-outside", (1, 7)),
        ("logo: data:image/a.png\n", "file-outside", (1, 7)),
        ("logo: 'a\\b.svg'\n", "file-outside", (1, 7)),
        ("typography: {fonts: [{source: file}]}\n", "missing-key", (1, 22)),
        ("defaults: 12\n", "bad-value", (1, 11)),
        ("defaults:\n  guidebuild: 12\n", "wrong-type", (2, 15)),
        ("defaults:\n  guidebuild:\n    headr: x\n", "unknown-key", (3, 5)),
        ("defaults:\n  guidebuild:\n    header: [x]\n", "wrong-type", (3, 13)),
        ("defaults:\n  guidebuild:\n    colours: x\n", "unknown-key", (3, 5)),
        ("defaults:\n  guidebuild:\n    contact: {mail: x}\n", "unknown-key", (3, 15)),
        ("defaults:\n  guidebuild:\n    contact: {email: x}\n", "bad-value", (3, 22)),
        ("defaults:\n  guidebuild:\n    contact: {url: x}\n", "bad-value", (3, 20)),
        ("defaults:\n  guidebuild:\n    roles: [red, redd]\n", "bad-colour", (3, 18)),
        ("defaults:\n  guidebuild:\n    accent: redd\n", "bad-colour", (3, 13)),
    ],
)
def test_wrong_brand_is_refused_with_its_place(
    tmp_path: Path, brand: str, code: str, place: tuple[int, int]
) -> None:
    (problem,) = refused(tmp_path, brand)
    assert problem.code == code
    assert problem.span is not None
    assert problem.span.file == str(tmp_path / "_brand.yml")
    assert (problem.span.line, problem.span.column) == place


@pytest.mark.parametrize(
    ("brand", "words"),
    [
        ("color: 12\n", "'color' must be a mapping of keys and values"),
        ("color: {primary: 12}\n", "'color.primary' must be a colour such as '#12372f', in quotes"),
        ("meta: {name: 12}\n", "'meta.name' must be text or a mapping of keys and values"),
        ("logo: 12\n", "'logo' must be a path or a mapping of keys and values"),
        (
            "logo: mark\n",
            "'logo': this must be the path of a file that ends in .svg, .png, .jpg, .webp or .gif",
        ),
        ("color: {palette: {a: b, b: a}}\n", "the names of colours lead in a circle: a -> b -> a"),
    ],
)
def test_refusals_are_in_plain_words(tmp_path: Path, brand: str, words: str) -> None:
    assert [problem.message for problem in refused(tmp_path, brand)] == [words]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    brand = "color: {primary: nix}\nlogo: ../a.svg\ndefaults: {guidebuild: {roles: [nix]}}\n"
    assert sorted(problem.code for problem in refused(tmp_path, brand)) == [
        "bad-colour",
        "bad-colour",
        "file-outside",
    ]


@pytest.mark.parametrize("colour", ["'#7a0019'", "3"])
def test_files_that_are_missing_are_told_beside_what_is_wrong_in_the_brand(
    tmp_path: Path, colour: str
) -> None:
    brand = f"color: {{primary: {colour}}}\ndefaults: {{guidebuild: {{icc: none.icc, pdfx: x9}}}}\n"
    found = {problem.code for problem in refused(tmp_path, brand)}
    assert {"missing-file", "unknown-value"} <= found


def test_unknown_key_comes_with_the_key_that_was_meant(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, "defaults: {guidebuild: {headr: x}}\n")
    assert problem.hints == ("did you mean 'header'?",)


def test_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "a.svg").write_text(SQUARE.format(RECT.format("#000")))
    (inner / "a.svg").symlink_to(tmp_path / "a.svg")
    assert [problem.code for problem in refused(inner, "logo: a.svg\n")] == ["file-outside"]


def test_project_folder_widens_what_a_brand_may_name(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "a.svg").write_text(SQUARE.format(RECT.format("#000")))
    assert load(inner, "logo: ../a.svg\n", root=tmp_path).theme.logo.light is not None


def test_missing_brand_file_and_unknown_paper_are_told(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="cannot be read"):
        _load(tmp_path / "none.yml")
    (problem,) = refused(tmp_path, paper="a44")
    assert problem.hints == ("did you mean 'a4'?",)


def test_file_that_is_not_utf8_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "b.yml"
    file.write_bytes(b"meta:\n  name: Universit\xe4t\n")
    with pytest.raises(GuideError, match=r"b\.yml:2:18"):
        _load(file)


def test_alias_bomb_is_refused(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert [problem.code for problem in refused(tmp_path, "\n".join(rows))] == ["too-many-values"]


_WORDS = (
    "red", "a.svg", "/a.svg", "Lato", "'X Y', Lato", "", "x: y", "file", "a.TTF", "oblique", "bold",
)  # fmt: skip
_KEYS = (
    "meta", "name", "full", "color", "palette", "primary", "logo", "small", "light", "path", "images", "typography",
    "fonts", "family", "source", "files", "weight", "base", "defaults", "guidebuild", "contact", "roles", "lines",
    "header", "link", "secondary", "headings", "style", "medium", "dark", "alt",
)  # fmt: skip
_VALUES = st.recursive(
    st.one_of(st.none(), st.integers(-9, 999), st.sampled_from(_WORDS)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.slow
@settings(deadline=None, max_examples=TRIES)
@given(st.dictionaries(st.sampled_from(["meta", "color", "logo", "typography", "defaults", "more"]), _VALUES))
def test_any_shape_is_loaded_or_refused_but_never_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    import yaml

    file = tmp_path_factory.getbasetemp() / "shape.yml"
    file.write_text(yaml.safe_dump(data, sort_keys=True), encoding="utf-8")
    problems: tuple[Diagnostic, ...] = ()
    try:
        _load(file)
    except GuideError as err:
        problems = err.diagnostics
    assert all(problem.span and problem.span.line for problem in problems)


# Settings


def test_settings_change_the_brand(tmp_path: Path) -> None:
    overrides = {
        "color.primary": "#7a0019",
        "meta.name": "Other",
        "typography.base.family": "Lato",
        "defaults.guidebuild.roles": "navy, #7a0019",
        "defaults.guidebuild.contact.lines": "one; two",
    }
    theme = load(tmp_path, "color: {palette: {navy: '#000066'}}\n", overrides=overrides).theme
    assert (theme.palette.primary.rgb, theme.name, theme.faces.family) == ("#7a0019", "Other", "Lato")
    assert [role.fill.rgb for role in theme.palette.roles] == ["#000066", "#7a0019"]
    assert theme.contact.lines == ("one", "two")


def test_settings_work_on_the_brand_that_ships(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SQUARE.format(RECT.format("#000")))
    overrides = {"color.primary": "#7a0019", "logo": "a.svg"}
    branded = load_theme(None, overrides=overrides, paper="a4", roles=2, root=tmp_path, cache=Cache(None))
    assert branded.theme.palette.primary.rgb == "#7a0019"
    assert isinstance(branded.theme.logo.light, Drawing)
    assert len(branded.theme.logo.light.ops) == 1


def test_an_accent_that_clashes_with_a_primary_from_the_command_line_is_blamed_on_it(tmp_path: Path) -> None:
    brand = "color:\n  palette: {amber: '#f2b632', accent: amber}\n  primary: '#12372f'\n"
    (warning,) = load(tmp_path, brand, overrides={"color.primary": "#c0392b"}).warnings
    assert warning.message.startswith("the accent #f2b632 reaches only ")
    assert "the primary colour #c0392b" in warning.message
    assert str(warning.span) == "--set"
    settings = {"color.primary": "#c0392b", "color.palette.accent": "#f2b633"}
    (warning,) = load(tmp_path, brand, overrides=settings).warnings
    assert warning.span is not None
    assert warning.span.path == "color.palette.accent"


@pytest.mark.parametrize(
    ("key", "value", "code", "hint"),
    [
        ("color.primry", "red", "unknown-key", "did you mean 'color.primary'?"),
        ("color.primary", "nix", "bad-colour", "write a colour as '#12372f', in quotes"),
        ("logo", "../a.svg", "file-outside", None),
        ("x" * 500, "", "unknown-key", None),
        ("typography.base", " ", "missing-value", None),
    ],
)
def test_wrong_setting_is_refused(tmp_path: Path, key: str, value: str, code: str, hint: str | None) -> None:
    (problem,) = refused(tmp_path, overrides={key: value})
    assert problem.code == code
    assert problem.span is not None
    assert (problem.span.file, problem.span.line) == ("--set", 0)
    if hint:
        assert problem.hints == (hint,)


# The cache


@pytest.mark.slow
def test_second_build_imports_neither_brand_yml_nor_lxml(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from guidebuild.brand import load_theme; from guidebuild.cache import Cache\n"
        f"load_theme(None, overrides={{}}, paper='a4', roles=2, root=None, cache=Cache(Path({str(tmp_path)!r})))\n"
        "print(sorted({'brand_yml', 'wasmtime', 'lxml', 'pydantic', 'yaml', 'PIL'} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
        ).stdout
        for _ in range(2)
    ]
    assert "brand_yml" in runs[0]
    assert runs[1].strip() == "[]"


def test_cached_theme_is_equal_and_notices_every_change(tmp_path: Path) -> None:
    cache, brand = tmp_path / "cache", "meta: {name: A}\nlogo: a.svg\n"
    logo = tmp_path / "a.svg"
    logo.write_text(SQUARE.format(RECT.format("#000000")))
    first = load(tmp_path, brand, cache=cache)
    assert load(tmp_path, brand, cache=cache) == first
    assert load(tmp_path, brand, cache=cache, paper="letter").theme.paper.name == "letter"
    assert len(load(tmp_path, brand, cache=cache, roles=3).theme.palette.roles) == 3
    assert load(tmp_path, brand, cache=cache, overrides={"meta.name": "B"}).theme.name == "B"
    logo.write_text(SQUARE.format(RECT.format("#111111")))
    assert load(tmp_path, brand, cache=cache).theme.logo != first.theme.logo
    logo.unlink()
    assert load(tmp_path, brand, cache=cache).theme.logo.light is None
    logo.write_text(SQUARE.format(RECT.format("#000000")))
    assert load(tmp_path, brand, cache=cache) == first


def test_cached_warnings_are_told_again(tmp_path: Path) -> None:
    brand = "meta: {name: A}\ncolor: {primary: '#f4a300'}\n"
    first = load(tmp_path, brand, cache=tmp_path / "cache")
    assert first.warnings
    assert load(tmp_path, brand, cache=tmp_path / "cache").warnings == first.warnings


def test_copied_brand_folder_gives_the_same_theme(tmp_path: Path) -> None:
    shutil.copytree(NORTHFIELD.parent, tmp_path / "copy")
    copy = _load(tmp_path / "copy" / "_brand.yml")
    assert copy.theme == _load(NORTHFIELD).theme
    assert {Path(span.file).parent.name for span, _ in copy.words} == {"copy"}


# What is not used


@pytest.mark.parametrize(
    "setting", ["color.background", "color.success", "meta.link", "typography.base.size"]
)
def test_a_setting_that_would_change_nothing_is_refused(tmp_path: Path, setting: str) -> None:
    (problem,) = refused(tmp_path, overrides={setting: "#123456"})
    assert problem.code == "unknown-key"
    assert problem.hints


def test_one_note_lists_what_a_brand_says_to_other_programs_alone(tmp_path: Path) -> None:
    text = """
        meta: {name: Acme, link: https://acme.example}
        color: {primary: "#12372f", background: "#ffffff", success: "#00ff00"}
        typography:
          base: {family: Lato, weight: 400}
          headings: Lato
          monospace: Ubuntu
    """
    (note,) = load(tmp_path, textwrap.dedent(text)).warnings
    assert (note.severity, note.code) == ("note", "not-used")
    assert note.message == (
        "guidebuild does not use meta.link, color.background, color.success, "
        "typography.base.weight, typography.monospace"
    )
    assert (note.span and note.span.line, note.span and note.span.column) == (2, 20)


def test_the_address_of_a_contact_is_written_in_ascii(tmp_path: Path) -> None:
    text = "defaults: {guidebuild: {contact: {url: 'https://köln.de/ä', email: rat@köln.de}}}\n"
    contact = load(tmp_path, text).theme.contact
    assert (contact.url, contact.email) == ("https://xn--kln-sna.de/%C3%A4", "rat@xn--kln-sna.de")
    (problem,) = refused(tmp_path, text.replace("köln", "ö" * 80, 1))
    assert "is not a name that a computer can have" in problem.message
