"""Whole guides with logos that people bring: gradients on every page, names in words for what cannot be drawn."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

import tools
import verapdf
from guidebuild.build import Order, build
from guidebuild.cache import Cache
from guidebuild.conform.artifact import Artifact
from guidebuild.diagnostics import Diagnostic, GuideError
from guidebuild.preflight.report import preflight
from operators import colour_operators

GRADIENTS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
<linearGradient id="a"><stop stop-color="#a01840"/><stop offset=".5" stop-color="#4020c0"/>
<stop offset="1" stop-color="#107040"/></linearGradient>
<radialGradient id="b" fx=".3"><stop stop-color="#103060"/><stop offset="1" stop-color="#b06010"/></radialGradient>
<linearGradient id="c" x1="0" x2="120" gradientUnits="userSpaceOnUse"><stop stop-color="#802"/>
<stop offset="1" stop-color="#028"/></linearGradient>
<clipPath id="k"><circle cx="95" cy="20" r="16"/></clipPath>
<rect width="40" height="40" rx="6" fill="url(#a)"/><circle cx="60" cy="20" r="18" fill="url(#b)"/>
<path d="M2 39H118" stroke="url(#c)" stroke-width="2"/>
<g clip-path="url(#k)"><rect x="78" y="2" width="36" height="36" fill="url(#a)" opacity=".7"/></g></svg>
"""


def _made(folder: Path, logo: str = GRADIENTS, **more: str) -> Artifact:
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    brand = folder / "_brand.yml"
    brand.write_text("meta: {name: Acme Works}\nlogo: logo.svg\n", encoding="utf-8")
    order = Order("dl-vs-mlse", brand=str(brand), folder=folder, **more)  # type: ignore[arg-type]
    return build(order, cache=Cache(folder / "cache")).artifact


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("layout", ["guide", "handout", "poster"])
@pytest.mark.parametrize("profile", ["screen", "gray"])
def test_gradients_pass_pdf_ua_and_pdf_a(tmp_path: Path, layout: str, profile: str) -> None:
    made = _made(tmp_path, layout=layout, profile=profile)
    assert _told(made) == ()
    assert verapdf.failures(made.pdf, "2a") == {}
    assert verapdf.failures(made.pdf, "ua1") == {}


@pytest.mark.slow
def test_gradients_stand_in_their_place_on_the_sheets_of_a_booklet(tmp_path: Path) -> None:
    """A page becomes a form on its sheet, and a pattern counts from the form (ISO 32000-1, 8.7.3.1)."""
    made = _made(tmp_path, layout="booklet")
    with pypdfium2.PdfDocument(made.pdf) as file:
        front = file[0].render(scale=2).to_pil().convert("RGB")
    colours = {pixel for _, pixel in front.getcolors(front.width * front.height) or []}
    for middle in ((0xA0, 0x18, 0x40), (0x40, 0x20, 0xC0), (0x10, 0x70, 0x40)):
        assert any(max(abs(a - b) for a, b in zip(pixel, middle, strict=True)) < 24 for pixel in colours)


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["handout", "poster"])
def test_gradients_pass_a_press(tmp_path: Path, layout: str) -> None:
    made = _made(tmp_path, layout=layout, profile="press")
    assert _told(made) == ()
    operators = {
        (name, values[:1] if name in ("cs", "CS") else ()) for name, values in colour_operators(made.pdf)
    }
    assert {name for name, _ in operators} == {"k", "K", "cs", "scn", "CS", "SCN"}
    assert ("cs", ("/Pattern",)) in operators
    report = preflight(made.pdf, "press.pdf", "online-press")
    assert (report.by("failure"), report.by("warning")) == ((), ())
    file = tmp_path / "press.pdf"
    file.write_bytes(made.pdf)
    told = tools.run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", "-r36", file)
    assert "CMYK OK" in told


def _told(made: Artifact) -> tuple[Diagnostic, ...]:
    """Warnings; notes say what a sheet has no room for."""
    return tuple(one for one in made.warnings if one.severity != "note")


def test_what_cannot_be_drawn_is_told_and_the_name_stands_in_words(tmp_path: Path) -> None:
    made = _made(tmp_path, GRADIENTS.replace("<rect", "\n<rect filter='blur(2px)'", 1), layout="handout")
    (warning,) = _told(made)
    assert str(warning.span).endswith("logo.svg:9:1")
    file = tmp_path / "x.pdf"
    file.write_bytes(made.pdf)
    assert "Acme Works" in " ".join(tools.run("pdftotext", file, "-").split())


def test_bad_logos_end_soon_and_none_stops_the_guide(tmp_path: Path) -> None:
    entities = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'
    for logo, words in (
        (entities, "entities"),
        ("<svg>" + " " * 2_000_000 + "</svg>", "larger than"),
        (GRADIENTS.replace("0 0 120 40", "0 0 0 0"), "no size"),
        (GRADIENTS.replace("<rect", "<script/><rect"), "script"),
    ):
        (warning,) = _told(_made(tmp_path, logo, layout="handout"))
        assert any(word in warning.message for word in words.split("|"))


def test_two_builds_give_equal_bytes(tmp_path: Path) -> None:
    first = _made(tmp_path, layout="handout").pdf
    assert _made(tmp_path, layout="handout").pdf == first
    (tmp_path / "other").mkdir()
    assert _made(tmp_path / "other", layout="handout").pdf == first


def test_a_logo_on_the_web_is_still_an_error(tmp_path: Path) -> None:
    (tmp_path / "_brand.yml").write_text("logo: https://example.com/a.svg\n")
    with pytest.raises(GuideError, match="on the web"):
        build(Order("dl-vs-mlse", brand=str(tmp_path / "_brand.yml"), folder=tmp_path), cache=Cache(None))
