"""Whole guides made for a press, looked at by our own preflight, by Ghostscript and by poppler."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import tools
from guidebuild.build import Order, build
from guidebuild.cache import Cache
from guidebuild.conform.artifact import Artifact
from guidebuild.preflight.report import preflight
from operators import colour_operators, image_spaces

pytestmark = pytest.mark.slow  # whole guides, many of them

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]


@pytest.fixture
def press_file(built: Callable[..., Artifact], tmp_path: Path) -> Path:
    file = tmp_path / "press.pdf"
    file.write_bytes(built("dl-vs-mlse", profile="press").pdf)
    return file


@pytest.mark.parametrize("guide", GUIDES)
def test_only_inks_of_the_press_are_set(built: Callable[..., Artifact], guide: str) -> None:
    found = colour_operators(built(guide, profile="press").pdf)
    assert {name for name, _ in found} == {"k", "K", "CS", "SCN"}
    assert [values for name, values in found if name == "CS"] == [("/Registration",)]
    assert all(sum(map(float, values)) <= 3.0 for name, values in found if name in "kK")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("guide", GUIDES)
def test_our_own_preflight_has_nothing_against_it(
    built: Callable[..., Artifact], guide: str, paper: str
) -> None:
    shop, marks = ("us-press", "false") if paper == "letter" else ("online-press", "true")
    settings = (("defaults.guidebuild.crop_marks", marks),)  # the American shop takes none
    pdf = built(guide, profile="press", paper=paper, settings=settings).pdf
    report = preflight(pdf, "press.pdf", shop)
    assert (report.by("failure"), report.by("warning")) == ((), ())


def test_text_is_on_the_black_plate_alone(press_file: Path) -> None:
    """Ghostscript, told to leave out lines, areas and pictures, finds no other ink than black."""
    told = tools.run(
        "gs", "-q", "-o", "-", "-dFILTERVECTOR", "-dFILTERIMAGE", "-sDEVICE=inkcov", "-r36", press_file
    )
    rows = [[float(share) for share in line.split()[:4]] for line in told.splitlines()]
    assert len(rows) == 17
    assert all(row[:3] == [0, 0, 0] for row in rows)
    assert all(row[3] > 0 for row in rows[1:-1])


def test_a_page_of_text_and_rules_has_no_colour_but_its_tab(press_file: Path, tmp_path: Path) -> None:
    """The plates of the glossary, one by one: cyan, magenta and yellow are bare inside the trim."""
    tools.run(
        "gs",
        "-q",
        "-o",
        tmp_path / "p%d.tif",
        "-sDEVICE=tiffsep",
        "-r36",
        "-dFirstPage=15",
        "-dLastPage=15",
        press_file,
    )
    plates = {
        name: Image.open(tmp_path / f"p1({name}).tif").convert("L")
        for name in ("Cyan", "Magenta", "Yellow", "Black")
    }
    width, height = plates["Black"].size
    inside = (14, 14, width - 14, height - 14)  # 36 dots per inch: the margin is 9 mm
    darkest = {name: min(plate.crop(inside).tobytes()) for name, plate in plates.items()}
    assert [darkest[name] for name in ("Cyan", "Magenta", "Yellow")] == [255] * 3
    assert darkest["Black"] < 100


def test_the_bleed_is_painted_where_the_band_meets_the_trim(press_file: Path, tmp_path: Path) -> None:
    tools.run(
        "gs",
        "-q",
        "-o",
        tmp_path / "p%d.tif",
        "-sDEVICE=tiffsep",
        "-r72",
        "-dFirstPage=1",
        "-dLastPage=1",
        press_file,
    )
    black = Image.open(tmp_path / "p1(Black).tif").convert("L")
    margin, bleed = 25.5, 8.5
    for x, y in (
        (margin - bleed + 2, 300),
        (black.width - margin + bleed - 2, 300),
        (300, margin - bleed + 2),
    ):
        assert black.getpixel((round(x), round(y))) < 80  # type: ignore[operator]
    assert black.getpixel((round(margin - bleed - 3), 300)) == 255


def test_every_font_is_embedded_and_no_picture_is_left_in_rgb(press_file: Path) -> None:
    rows = tools.run("pdffonts", press_file).splitlines()[2:]
    assert rows
    assert all(re.search(r"TrueType +WinAnsi +yes yes", row) for row in rows)
    assert len(tools.run("pdfimages", "-list", press_file).splitlines()) == 2  # the head of the list


def test_a_logo_of_pixels_goes_to_the_press_in_its_inks(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    picture.paste((200, 30, 60, 255), (0, 0, 300, 300))
    picture.save(tmp_path / "logo.png")
    (tmp_path / "_brand.yml").write_text("meta: {name: Acme}\nlogo: logo.png\n", encoding="utf-8")
    order = Order("dl-vs-mlse", brand="_brand.yml", folder=tmp_path, profile="press")
    artifact = build(order, cache=Cache(None)).artifact
    assert image_spaces(artifact.pdf) == {"/DeviceCMYK"}
    file = tmp_path / "press.pdf"
    file.write_bytes(artifact.pdf)
    assert {row.split()[5] for row in tools.run("pdfimages", "-list", file).splitlines()[2:]} == {"cmyk"}


def test_a_press_file_is_the_same_in_every_build(built: Callable[..., Artifact]) -> None:
    order = Order("dl-vs-mlse", folder=Path("/"), profile="press")
    assert build(order, cache=Cache(None)).artifact.digest == built("dl-vs-mlse", profile="press").digest


def test_links_are_printed_and_nothing_is_left_to_click(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "jobs.yml").write_text(
        "- {id: one, title: Junior Engineer, employer: Acme, place: Leeds, url: 'https://jobs.example.org/a/1'}\n"
    )
    (tmp_path / "guide.yml").write_text(
        "id: mine\nroles: [data-engineer, data-analyst]\ndate: 2026-05-01\njobs: [one]\n"
        "sections: {compare: {lead: 'Read [the story](https://example.org/story) first.'}}\n"
    )
    file = tmp_path / "press.pdf"
    file.write_bytes(build(Order(folder=tmp_path, profile="press"), cache=Cache(None)).artifact.pdf)
    words = " ".join(tools.run("pdftotext", file, "-").split())
    assert "Read the story (example.org/story) first." in words
    assert "jobs.example.org/a/1" in words


def test_two_colours_of_one_look_print_each_in_its_own_inks(tmp_path: Path) -> None:
    """The primary colour and the first role are one blue on a screen; charts, marks and bands tell them apart."""
    brand = tmp_path / "_brand.yml"
    brand.write_text(
        'color: {primary: "#1b4a94"}\n'
        "defaults:\n"
        "  guidebuild:\n"
        '    roles: ["#1b4a94", "#c2500f"]\n'
        "    cmyk: {primary: [100, 70, 0, 10], role-1: [60, 40, 0, 40]}\n",
        encoding="utf-8",
    )
    made = build(Order("dl-vs-mlse", brand=str(brand), folder=tmp_path, profile="press"), cache=Cache(None))
    found = {values for name, values in colour_operators(made.artifact.pdf) if name in "kK"}
    assert {(1, 0.7, 0, 0.1), (0.6, 0.4, 0, 0.4)} <= found
