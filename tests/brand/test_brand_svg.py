"""SVG logos: what is drawn where, what is refused with its line, and what that costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from brand_files import SQUARE, load
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from svg_corpus import GOOD
from svg_corpus import svg as file_of

from fuzz import TRIES
from guidebuild import sources
from guidebuild.brand import svg
from guidebuild.brand.svg import placing, reading, usvg
from guidebuild.brand.svg.styles import rules
from guidebuild.cache import Cache
from guidebuild.drawing import Colour, Drawing, Gradient, unnamed
from guidebuild.drawing import Path as Shape

BRAND = "meta:\n  name: Acme\nlogo: logo.svg\n"
PAPER = "#ffffff"


@pytest.fixture
def uncropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "MARGIN", 1.0)


def _read(inner: str) -> Drawing:
    return svg.on(svg.read(SQUARE.format(inner).encode(), Cache(None)), PAPER)


def _drawn_or_refused(data: bytes, cache: Cache = Cache(None)) -> Drawing | svg.SvgError:  # noqa: B008 -- keeps nothing
    try:
        return svg.on(svg.read(data, cache), PAPER)
    except svg.SvgError as err:
        return err


def _shape(inner: str) -> Shape:
    (shape,) = _read(inner).ops
    assert isinstance(shape, Shape)
    return shape


def _box(shape: Shape) -> tuple[float, ...]:
    xs = [float(x) for segment in shape.segments for x in segment[1::2]]
    ys = [float(y) for segment in shape.segments for y in segment[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.usefixtures("uncropped")
def test_shapes_keep_place_size_and_colour() -> None:
    drawing = _read('<rect x="0" y="0" width="5" height="10" fill="#12372f"/>')
    assert (drawing.width, drawing.height) == (400, 200)
    (shape,) = drawing.ops
    assert isinstance(shape, Shape)
    assert _box(shape) == (0, 0, 100, 200)
    assert (shape.fill, shape.stroke) == (unnamed("#12372f"), None)


@pytest.mark.usefixtures("uncropped")
def test_y_grows_upwards() -> None:
    assert _box(_shape('<rect x="0" y="0" width="5" height="2"/>')) == (0, 160, 100, 200)


@pytest.mark.usefixtures("uncropped")
def test_strokes_scale_with_the_drawing() -> None:
    shape = _shape(
        '<line x1="1" y1="5" x2="9" y2="5" stroke="red" stroke-width=".5" stroke-dasharray="1 2"/>'
    )
    assert (shape.stroke, shape.width, shape.dash) == (unnamed("#ff0000"), 10, (20, 40))
    assert (shape.fill, shape.miter) == (None, 4)  # a line has no area; SVG's own miter limit


def test_empty_edges_are_cut_off_and_hairs_stay() -> None:
    drawing = _read('<rect x="12" y="4" width="4" height="2" fill="#c00"/>')
    assert (drawing.width, drawing.height) == (400, 200)
    assert _box(drawing.ops[0]) == (0, 0, 400, 200)  # type: ignore[arg-type]
    assert _read('<rect x=".3" y=".3" width="19.4" height="9.4" fill="#c00"/>').width == 400
    hair = _read('<rect x=".3" y=".3" width="19.4" height="9.4" fill="#c00"/>')
    assert _box(hair.ops[0]) == (6, 6, 394, 194)  # type: ignore[arg-type]


def test_a_plate_in_the_colour_of_the_ground_is_an_empty_edge_too() -> None:
    inner = '<rect width="20" height="10" fill="#fff"/><rect x="5" y="4" width="4" height="2" fill="#00c"/>'
    sketch = svg.read(SQUARE.format(inner).encode(), Cache(None))
    assert svg.on(sketch, PAPER).height == 200
    assert _box(svg.on(sketch, "#12372f").ops[0]) == (0, 0, 400, 200)  # type: ignore[arg-type]


def test_what_reaches_over_the_page_is_cut_at_its_edge() -> None:
    shape = _shape('<rect x="-50" width="90" height="9"/>')
    (edge,) = shape.clips
    assert _box(Shape(edge.segments)) == pytest.approx((0, 0, 400, 200), abs=20)


def test_clips_that_change_nothing_fall() -> None:
    clip = '<defs><clipPath id="c"><rect width="20" height="10"/></clipPath></defs>'
    assert not _shape(clip + '<g clip-path="url(#c)"><rect width="20" height="10"/></g>').clips
    assert _shape(clip + '<g clip-path="url(#c)"><circle cx="18" cy="5" r="4"/></g>').clips


def test_gradients_are_told_where_they_lie() -> None:
    shape = _shape(
        '<linearGradient id="g"><stop offset=".5" stop-color="#f00"/><stop offset=".5" stop-color="#00f"/>'
        '</linearGradient><rect width="20" height="10" fill="url(#g)"/>'
    )
    gradient = shape.fill
    assert isinstance(gradient, Gradient)
    assert [stop.colour.rgb for stop in gradient.stops] == ["#ff0000", "#ff0000", "#0000ff", "#0000ff"]
    offsets = [stop.offset for stop in gradient.stops]
    assert offsets == sorted(set(offsets))
    assert (offsets[0], offsets[-1]) == (0, 1)
    assert gradient.matrix == pytest.approx((400, 0, 0, -200, 0, 200))


@pytest.mark.parametrize(
    ("inner", "ground", "shown"),
    [
        ('<rect width="9" height="9" fill="#000" opacity=".5"/>', "#ffffff", "#808080"),
        ('<rect width="9" height="9" fill="#000" opacity=".5"/>', "#0000ff", "#000080"),
        ('<rect width="9" height="9" fill="#ff000080"/>', "#ffffff", "#ff7f7f"),
        (
            '<g opacity=".5"><rect width="9" height="9" fill="#000" fill-opacity=".5"/></g>',
            "#ffffff",
            "#bfbfbf",
        ),
    ],
)
def test_see_through_parts_become_what_is_seen_of_them(inner: str, ground: str, shown: str) -> None:
    (shape,) = svg.on(svg.read(SQUARE.format(inner).encode(), Cache(None)), ground).ops
    assert isinstance(shape, Shape)
    assert isinstance(shape.fill, Colour)
    assert shape.fill.rgb == shown


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="../../a.svg#b"/>', "outside the file"),
        ('<rect width="9" height="9" fill="URL(file:///etc/passwd#a)"/>', "outside the file"),
        ("", "nothing in it"),
        ('<rect x="90" width="9" height="9"/>', "nothing in it"),
        ('<path d="M0 0L1e30 0L0 9z"/>', "too large"),
        ('<path d="M0 0L1e999 0L0 9z"/>', "nothing in it"),
        ('<path d="M0 0' + "L1 1 2 2" * 30_000 + '"/>', "points"),
        ('<path d="Q x"/>', "nothing in it"),
        ("<g>" * 300 + "</g>" * 300, "well-formed|nested"),
        ('<clipPath id="c"><rect width="9" height="9"/><path clip-rule="evenodd" d="M0 0h5v5z"/></clipPath>'
         '<rect width="9" height="9" clip-path="url(#c)"/>', "lie over each other"),
        ('<rect width="9" height="9" fill="#c00"/><rect x="5" width="9" height="9" opacity=".5"/>', "see-through"),
    ],
)  # fmt: skip
def test_what_would_not_print_as_drawn_is_refused(inner: str, reason: str) -> None:
    with pytest.raises(svg.SvgError, match=reason):
        _read(inner)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><svg>&b;</svg>',
        b'<?xml version="1.0" encoding="UTF-7"?><svg/>',
        '<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"),
        b"<svg",
        b"<html/>",
        b"",
        b"\xff\xfe\x00",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"><rect width="1" height="1"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="a b c d"><rect width="1" height="1"/></svg>',
    ],
)
def test_unsafe_and_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(svg.SvgError):
        svg.on(svg.read(data, Cache(None)), PAPER)


def test_plain_document_type_is_read_but_never_fetched() -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    text = doctype + SQUARE.format('<rect width="20" height="10"/>')
    assert svg.on(svg.read(text.encode(), Cache(None)), PAPER).ops


@pytest.mark.slow
@pytest.mark.parametrize(
    "inner",
    [
        '<rect width="1" height="1"/>' * 30_000,
        '<g id="a0"><rect width="1" height="1"/></g>'
        + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)),
        "<g>" * 250 + '<rect width="1" height="1"/>' + "</g>" * 250,
        '<path d="' + "M0 0a1 1 0 0 0 1 1" * 40_000 + '"/>',
        '<path stroke="red" stroke-dasharray=".00001" d="M0 0H20"/>',
        "<style>" + ".a .b .c .d{fill:red}" * 20_000 + "</style>" + '<g class="a b c d">' * 50 + "</g>" * 50,
        '<rect width="9" height="9" fill-opacity=".5"/>' * 8_000,
        '<g id="a" mask="url(#a)"/>' * 20_000 + "<style>" + "#b{fill:red}" * 20_000 + "</style>",
        "<style>.a{fill:" + "url(#" * 150_000 + " " * 200_000 + "}</style>",
    ],
    ids=["elements", "copies", "depth", "arcs", "dashes", "styles", "see-through", "names", "references"],
)
def test_files_that_ask_for_too_much_come_to_an_end_in_bounded_memory(inner: str) -> None:
    usvg.normalise(SQUARE.format("").encode())  # compiled beforehand
    tracemalloc.start()
    try:
        _read(inner)
    except svg.SvgError:
        pass
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 150_000_000


def test_usvg_has_no_files_no_clock_and_no_chance() -> None:
    same = {usvg.normalise(GOOD["copies"].encode()) for _ in range(3)}
    assert len(same) == 1
    reached = SQUARE.format('<image href="/etc/passwd" width="9" height="9"/><rect width="5" height="5"/>')
    normal = usvg.normalise(reached.encode())
    assert "image" not in normal.svg
    assert any("not a path to an image" in line for line in normal.said)


def test_problem_is_shown_with_the_line_of_the_svg_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SQUARE.format("\n\n<text y='9'>Acme</text>"))
    branded = load(tmp_path, BRAND)
    (problem,) = branded.warnings
    assert (problem.code, problem.severity) == ("bad-logo", "warning")
    assert str(problem.span) == f"{tmp_path / 'logo.svg'}:3:1"
    assert "in words" in problem.message
    assert "outlines" in problem.hints[0]
    assert branded.theme.logo.light is None


def test_a_rule_knows_its_line() -> None:
    found = rules("\n/* a\n b */ .a{fill:red}\n@media print{.b{fill:blue}}\n.c , .d{x:1;stroke:#000}", 7)
    assert [(rule.selector, rule.line) for rule in found] == [
        (".a", 9),
        ("@media print", 10),
        (".c , .d", 11),
    ]
    assert found[2].style == (("x", "1"), ("stroke", "#000"))


def test_what_usvg_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, cache = GOOD["shapes"].encode(), Cache(tmp_path)
    first = svg.read(data, cache)
    monkeypatch.setattr(usvg, "normalise", lambda _: pytest.fail("asked again"))
    assert svg.read(data, cache) == first


@pytest.mark.parametrize("entry", ["", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_damaged_entry_of_the_cache_is_no_crash(entry: str) -> None:
    class Foreign(Cache):
        def get(self, kind: str, key: object, of: type) -> Any:  # noqa: ARG002
            return usvg.Normalised(entry, ())

    found = _drawn_or_refused(GOOD["shapes"].encode(), Foreign(None))
    assert found.message if isinstance(found, svg.SvgError) else found.ops


def test_the_bundled_logos_need_no_usvg_and_are_what_it_would_make_of_them() -> None:
    files = list(sources.bundled("assets").rglob("*.svg"))
    assert len(files) == 4
    for file in files:
        data = file.read_bytes()
        direct = svg.on(svg.read(data, Cache(None)), PAPER)
        asked = svg.on(svg.read(data.replace(b"<title>", b"<title  >"), Cache(None)), PAPER)
        assert direct == asked


def test_bundled_brands_import_neither_wasmtime_nor_a_compiler() -> None:
    code = (
        "import sys; from guidebuild.brand import load_theme; from guidebuild.cache import Cache\n"
        "load_theme(None, overrides={}, paper='a4', roles=2, root=None, cache=Cache(None))\n"
        "print('wasmtime' in sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "False"


@pytest.mark.slow
def test_nothing_is_said_when_python_ends() -> None:
    code = "from guidebuild.brand.svg import usvg; usvg.normalise(b'<svg xmlns=\"http://www.w3.org/2000/svg\"/>')\n"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stderr == ""


def test_drawing_that_shows_on_the_primary_colour_serves_there_too(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SQUARE.format('<rect width="20" height="10" fill="#7a7a7a"/>'))
    logo = load(tmp_path, BRAND).theme.logo
    assert logo.light is not None
    assert logo.dark == logo.light
    (tmp_path / "logo.svg").write_text(SQUARE.format('<rect width="20" height="10" fill="#12372f"/>'))
    assert load(tmp_path, BRAND).theme.logo.dark is None


def test_broken_drawing_is_told_without_the_words_of_the_parser() -> None:
    with pytest.raises(svg.SvgError) as caught:
        svg.read(b"<svg><rect></svg", Cache(None))
    assert caught.value.message == "it is not well-formed XML: expected '>'"


# Files that nobody drew

_VALUES = st.sampled_from(
    ["#c00", "none", "url(#g)", "url(#c)", "url(#m)", ".5", "0", "1", "-3", "1e9", "50%", "5 2", "evenodd",
     "M0 0L9 9Q1 2 3 4z", "M5 5z", "rotate(30)", "scale(0)", "skewX(40) scale(2 .1)", "hidden", "round", "#a", "#g",
     "", "&amp;", "0 0 9 9", "miter"]
)  # fmt: skip
_KEYS = st.sampled_from(
    ["fill", "stroke", "opacity", "fill-opacity", "stroke-width", "stroke-dasharray", "transform", "clip-path",
     "mask", "d", "x", "y", "width", "height", "r", "href", "style", "class", "viewBox", "gradientTransform", "offset",
     "stop-color", "display", "visibility", "id", "stroke-linejoin", "stroke-miterlimit", "fill-rule", "clip-rule",
     "spreadMethod", "points"]
)  # fmt: skip
_NAMES = st.sampled_from(
    ["g", "rect", "path", "circle", "use", "symbol", "clipPath", "mask", "linearGradient", "radialGradient", "stop",
     "polygon", "svg", "marker", "defs", "switch", "a", "style", "pattern", "text"]
)  # fmt: skip


def _element(name: str, attributes: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>"


_TREES = st.recursive(
    st.builds(_element, _NAMES, st.dictionaries(_KEYS, _VALUES, max_size=5), st.just([])),
    lambda inner: st.builds(
        _element, _NAMES, st.dictionaries(_KEYS, _VALUES, max_size=5), st.lists(inner, max_size=4)
    ),
    max_leaves=12,
)
_NAMED = (
    '<linearGradient id="g"><stop stop-color="#c00"/>'
    '<stop offset="1" stop-color="#00c" stop-opacity=".5"/></linearGradient>'
    '<clipPath id="c"><circle cx="9" cy="9" r="8"/></clipPath><mask id="m">'
    '<rect width="9" height="9" fill="#fff"/></mask>'
    '<g id="a"><rect width="8" height="8"/></g>'
)


@pytest.mark.slow
@settings(max_examples=TRIES, deadline=None,
          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
@given(st.lists(_TREES, min_size=1, max_size=5).map("".join))
@example('<g clip-path="url(#c)"><use href="#a" transform="scale(0)"/></g>')
def test_any_file_is_drawn_or_refused_in_words(inner: str) -> None:
    text = file_of(_NAMED + inner)
    found = _drawn_or_refused(text.encode())
    if isinstance(found, svg.SvgError):
        assert found.message
        assert found.hint
        assert found.line in (0, 1)
    else:
        assert found.ops
        assert 0 < max(found.width, found.height) <= 400.01


@settings(max_examples=TRIES, deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.integers(0, 5_000), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_file_is_drawn_or_refused_in_words(name: str, at: int, put: bytes, cut: int) -> None:
    data = GOOD[name].encode()
    at %= len(data)
    found = _drawn_or_refused(data[:at] + put + data[at + cut :])
    assert found.message if isinstance(found, svg.SvgError) else found.ops


def test_the_plain_form_is_told_from_all_others() -> None:
    plain = file_of('<path fill="#c00000" d="M0 0L9 0L9 9Z"/>').replace(
        ' xmlns:xlink="http://www.w3.org/1999/xlink"', ""
    )
    assert reading._PLAIN_PATHS.fullmatch(plain.encode())
    for other in (
        plain.replace("#c00000", "#c00"), plain.replace("<path", '<path class="a"'), plain.replace("L9 9", "l9 9"),
        plain.replace("<path", "<g><path").replace("/>", "/></g>"), plain.replace('viewBox="', 'style="" viewBox="'),
    ):  # fmt: skip
        assert not reading._PLAIN_PATHS.fullmatch(other.encode())
