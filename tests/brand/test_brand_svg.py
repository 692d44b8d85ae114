"""SVG logos: what is drawn, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from brand_files import SQUARE, load, refused

from guidebuild.brand import svg
from guidebuild.drawing import Drawing, unnamed
from guidebuild.drawing import Path as Shape

BRAND = "meta:\n  name: Acme\nlogo: logo.svg\n"


def _read(inner: str) -> Drawing:
    return svg.read(SQUARE.format(inner).encode())


def _shape(inner: str) -> Shape:
    (shape,) = _read(inner).ops
    assert isinstance(shape, Shape)
    return shape


def _box(shape: Shape) -> tuple[float, ...]:
    xs = [float(x) for segment in shape.segments for x in segment[1::2]]
    ys = [float(y) for segment in shape.segments for y in segment[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def test_shapes_keep_place_size_and_colour() -> None:
    drawing = _read('<rect x="0" y="0" width="5" height="10" fill="#12372f"/>')
    assert (drawing.width, drawing.height) == (400, 200)
    (shape,) = drawing.ops
    assert isinstance(shape, Shape)
    assert _box(shape) == (0, 0, 100, 200)
    assert (shape.fill, shape.stroke) == (unnamed("#12372f"), None)


def test_y_grows_upwards() -> None:
    assert _box(_shape('<rect x="0" y="0" width="5" height="2"/>')) == (0, 160, 100, 200)


def test_strokes_scale_with_the_drawing() -> None:
    shape = _shape(
        '<line x1="1" y1="5" x2="9" y2="5" stroke="red" stroke-width=".5" stroke-dasharray="1 2"/>'
    )
    assert (shape.stroke, shape.width, shape.dash, shape.fill) == (
        unnamed("#ff0000"),
        10,
        (20, 40),
        shape.fill,
    )


@pytest.mark.parametrize(
    ("inner", "box"),
    [
        ('<circle cx="10" cy="5" r="5"/>', (100, 0, 300, 200)),
        ('<ellipse cx="10" cy="5" rx="10" ry="5"/>', (0, 0, 400, 200)),
        ('<polygon points="0,10 20,10 10,0"/>', (0, 0, 400, 200)),
        ('<path d="M0 10h20v-10z"/>', (0, 0, 400, 200)),
        ('<rect width="20" height="10" rx="2"/>', (0, 0, 400, 200)),
        ('<g transform="translate(10 5) scale(.5)"><rect width="20" height="10"/></g>', (200, 0, 400, 100)),
        ('<defs><path id="a" d="M0 0h5v5h-5z"/></defs><use href="#a" x="15" y="5"/>', (300, 0, 400, 100)),
        ('<style>.a{fill:#00f}</style><rect class="a" width="20" height="10"/>', (0, 0, 400, 200)),
    ],
)
def test_every_kind_of_shape_is_drawn_where_it_stands(inner: str, box: tuple[float, ...]) -> None:
    assert _box(_shape(inner)) == pytest.approx(box, abs=0.05)


def test_clipping_to_the_page_changes_nothing() -> None:
    clip = '<defs><clipPath id="c"><rect width="20" height="10"/></clipPath></defs>'
    assert _read(clip + '<g clip-path="url(#c)"><rect width="20" height="10"/></g>').ops


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<script>alert(1)</script>", "a script"),
        ('<rect width="9" height="9" onclick="x()"/>', "a script"),
        ('<image href="https://example.com/a.png"/>', "a picture"),
        ('<image href="file:///etc/passwd"/>', "a picture"),
        ('<use href="other.svg#a"/>', "outside the file"),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="../../a.svg#b"/>', "outside the file"),
        ("<style>@import 'a.css';</style>", "outside the file"),
        ('<rect width="9" height="9" style="fill:url(http://a.b/c#d)"/>', "outside the file"),
        ('<linearGradient id="g"/><rect width="9" height="9" fill="url(#g)"/>', "a gradient"),
        ('<defs><radialGradient id="g"/></defs>', "a gradient"),
        ('<rect width="9" height="9" opacity=".5"/>', "see-through"),
        ('<rect width="9" height="9" fill-opacity="50%"/>', "see-through"),
        ('<style>.a { opacity : 0.3 }</style><rect class="a" width="9" height="9"/>', "see-through"),
        ('<rect width="9" height="9" fill="#ff000080"/>', "see-through"),
        ('<text x="1" y="5">Acme</text>', "live text"),
        ("<foreignObject/>", "a foreign object"),
        ('<pattern id="p"/>', "a pattern"),
        ('<mask id="m"/>', "a mask"),
        ('<filter id="f"/>', "a filter"),
        ('<rect width="9" height="9"><animate/></rect>', "an animation"),
        (
            '<clipPath id="c"><circle r="3"/></clipPath><rect width="20" height="10" clip-path="url(#c)"/>',
            "clipped",
        ),
        ("", "nothing in it"),
        ('<rect width="9" height="9" fill="none"/>', "nothing in it"),
        ('<rect width="90" height="9"/>', "over the edge"),
        ('<defs><g id="a"><use href="#b"/></g></defs><use href="#a"/>', "copies of copies"),
        ('<path d="M0 0L1e999 0L0 9z"/>', "too large|cannot be drawn|no size"),
        ('<path d="M0 0' + "L1 1 2 2" * 11_000 + '"/>', "points"),
        ('<path d="Q x"/>', "cannot be drawn|nothing in it"),
        ("<g>" * 300 + "</g>" * 300, "well-formed|nested"),
    ],
)
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
        svg.read(data)


def test_plain_document_type_is_read_but_never_fetched() -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert svg.read((doctype + SQUARE.format('<rect width="20" height="10"/>')).encode()).ops


def test_ten_thousand_elements_are_refused() -> None:
    with pytest.raises(svg.SvgError, match="elements"):
        _read('<rect width="1" height="1"/>' * 30_000)


def test_copies_of_many_elements_are_refused_before_any_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svglib.svglib.SvgRenderer.render", lambda *_: pytest.fail("drawn"))
    many = '<rect width="1" height="1"/>' * 2_000
    with pytest.raises(svg.SvgError, match="copies more"):
        _read(f'<g id="a">{many}</g>' + '<use href="#a"/>' * 2_000)


def test_problem_is_shown_with_the_line_of_the_svg_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SQUARE.format("\n\n<text>Acme</text>"))
    (problem,) = refused(tmp_path, BRAND)
    assert problem.code == "bad-logo"
    assert str(problem.span) == f"{tmp_path / 'logo.svg'}:3:1"
    assert "outlines" in problem.hints[0]


def test_drawing_that_shows_on_the_primary_colour_serves_there_too(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SQUARE.format('<rect width="20" height="10" fill="#fff"/>'))
    logo = load(tmp_path, BRAND).theme.logo
    assert logo.dark == logo.light
    (tmp_path / "logo.svg").write_text(SQUARE.format('<rect width="20" height="10" fill="#12372f"/>'))
    assert load(tmp_path, BRAND).theme.logo.dark is None


def test_broken_drawing_is_told_without_the_words_of_the_parser() -> None:
    with pytest.raises(svg.SvgError) as caught:
        svg.read(b"<svg><rect></svg")
    assert caught.value.message == "it is not well-formed XML: expected '>'"
