"""Whole guides for the office printer and the photocopier: sound, tagged, and printed as they should."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

import structure
import verapdf
from guidebuild.build import Order, build
from guidebuild.cache import Cache
from guidebuild.conform.artifact import Artifact
from operators import colour_operators, image_spaces

pytestmark = pytest.mark.slow  # whole guides, many of them

GUIDES = ["dl-vs-mlse", "ml-careers", "ai-careers"]


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("profile", ["print", "gray"])
@pytest.mark.parametrize("guide", GUIDES)
def test_an_edition_for_paper_is_as_accessible_as_that_for_screens(
    built: Callable[..., Artifact], guide: str, profile: str
) -> None:
    artifact = built(guide, profile=profile)
    assert artifact.profile == profile
    assert artifact.conformance == ("PDF/UA-1", "PDF/A-2a")
    assert artifact.warnings == ()
    assert verapdf.failures(artifact.pdf, "ua1") == {}
    assert verapdf.failures(artifact.pdf, "2a") == {}
    assert list(structure.problems(artifact.pdf)) == []


@pytest.mark.parametrize("layout", ["guide", "handout", "poster"])
@pytest.mark.parametrize("guide", GUIDES)
def test_with_one_ink_there_is_no_colour_in_the_file(
    built: Callable[..., Artifact], guide: str, layout: str
) -> None:
    pdf = built(guide, profile="gray", layout=layout).pdf
    found = colour_operators(pdf)
    assert {name for name, _ in found} <= {"g", "G", "cs", "scn"}
    assert {values for name, values in found if name == "cs"} <= {("/Pattern",)}
    assert image_spaces(pdf) <= {"/DeviceGray"}
    assert b"/DeviceRGB" not in pdf


def test_a_logo_of_pixels_is_grey_too(tmp_path: Path) -> None:
    Image.new("RGB", (900, 300), "#7a0019").save(tmp_path / "logo.png")
    (tmp_path / "_brand.yml").write_text("meta: {name: Acme}\nlogo: logo.png\n", encoding="utf-8")
    order = Order("dl-vs-mlse", brand="_brand.yml", folder=tmp_path, profile="gray")
    assert image_spaces(build(order, cache=Cache(None)).artifact.pdf) == {"/DeviceGray"}


@pytest.mark.parametrize("guide", GUIDES)
def test_roles_of_one_ink_have_their_patterns_on_the_pages(
    built: Callable[..., Artifact], guide: str
) -> None:
    found = {
        values[0] for name, values in colour_operators(built(guide, profile="gray").pdf) if name == "scn"
    }
    assert {"/hatch", "/dots"} <= found
    if guide == "ai-careers":
        assert {"/cross", "/level", "/upright", "/dots-wide"} <= found


@pytest.mark.parametrize("guide", GUIDES)
def test_no_page_for_the_office_printer_is_mostly_dark(built: Callable[..., Artifact], guide: str) -> None:
    """The cover of the screen is: that the measure sees it proves that it sees."""
    assert darkest_page(built(guide).pdf) > 0.5
    assert darkest_page(built(guide, profile="print").pdf) < 0.2


def darkest_page(pdf: bytes) -> float:
    """The largest share of a page that is darker than the middle."""
    with pypdfium2.PdfDocument(pdf) as file:
        pages = [page.render(scale=0.4).to_pil().convert("L") for page in file]
    return max(float(sum(page.histogram()[:128]) / (page.width * page.height)) for page in pages)


@pytest.mark.parametrize("profile", ["print", "gray", "press"])
def test_no_profile_loses_what_the_guide_says(built: Callable[..., Artifact], profile: str) -> None:
    """But for how colours are called, and how the file itself is made."""
    missing = words(built("dl-vs-mlse").pdf) - words(built("dl-vs-mlse", profile=profile).pdf)
    own = {
        "print": set(),
        "gray": {"COLOURS", "blue", "orange", "colour", "photocopy"},
        "press": {"program", "tested", "veraPDF", "failures"},
    }
    assert {word for word in missing if len(word) > 4} <= own[profile]


def words(pdf: bytes) -> set[str]:
    with pypdfium2.PdfDocument(pdf) as file:
        return set(re.findall(r"\w+", " ".join(page.get_textpage().get_text_range() for page in file)))
