"""QR codes as a telephone meets them: read back from rendered pages of every layout, paper and profile, and measured.

What is measured is the picture of the page: how wide the code and its modules are in print, and that its quiet zone is
white (ISO/IEC 18004:2015, 6.3.8).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
import segno
import zxingcpp
from PIL import Image

from guidebuild.build import Built, Order, build, build_profiles
from guidebuild.cache import Cache, default_folder
from guidebuild.conform.artifact import Artifact
from guidebuild.edition import PROFILES, TYPE_SIZES, fitting

pytestmark = pytest.mark.slow  # whole guides, many of them

DPI = 200
SHEETS = [
    (edition, layout, paper)
    for edition in TYPE_SIZES
    for layout, papers in fitting(edition).items()
    for paper in papers
]
MARKED = "?utm_source=robots&utm_medium=qr&utm_campaign=spring-fair-2027&utm_content=booth-14"
GUIDE = """
id: robots
roles: [robotics-engineer, data-engineer]
url: https://example.edu/robots
date: 2027-02-01
event: {name: Spring Fair, date: 2027-03-11, booth: Booth 14, url: "https://example.edu/fair", utm: true}
"""
ROLE = """
title: Robotics Engineer
definition: Designs machines that sense, decide and move.
links: [{label: Where to begin, url: "LINK"}]
"""


@dataclass(frozen=True)
class Seen:
    """A code on a page: what it says, its level of error correction, and in millimetres its width and its module's."""

    says: str
    level: str
    width: float
    module: float
    lightest_ink: int  # of the quiet zone, 255 for white


def project(folder: Path, *, guide: str = GUIDE, link: str = "https://robots.example/") -> Path:
    """A project with a guide, and a role of its own with one link."""
    role = folder / "content/roles/robotics-engineer.yml"
    role.parent.mkdir(parents=True)
    role.write_text(ROLE.replace("LINK", link), encoding="utf-8")
    (folder / "guide.yml").write_text(guide, encoding="utf-8")
    return folder


def codes(pdf: bytes, *, dpi: int = DPI) -> Iterator[Seen]:
    """Every code of a file that can be read from its pages, as they look in gray."""
    with pypdfium2.PdfDocument(pdf) as file:
        for page in file:
            image = page.render(scale=dpi / 72, grayscale=True).to_pil()
            for code in zxingcpp.read_barcodes(
                image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), try_invert=False
            ):
                yield seen(image, code, dpi / 25.4)


def seen(image: Image.Image, code: zxingcpp.Barcode, millimetre: float) -> Seen:
    """Measured between the outer edges of the code, which is upright or turned by a quarter."""
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    left, right = min(c.x for c in corners), max(c.x for c in corners)
    top, bottom = min(c.y for c in corners), max(c.y for c in corners)
    modules = len(segno.make(code.text, error="m", micro=False).matrix)
    module = (right - left) / modules
    wide = (
        4 * module - 2
    )  # where a line of pixels is half covered by the edge of a module it is neither black nor white
    zone = image.crop((round(left - wide), round(top - wide), round(right + wide), round(bottom + wide)))
    zone.paste(
        255, (round(wide) - 2, round(wide) - 2, zone.width - round(wide) + 2, zone.height - round(wide) + 2)
    )
    ink = min(zone.tobytes())
    return Seen(code.text, code.ec_level, (right - left) / millimetre, module / millimetre, ink)


def assert_sound(found: list[Seen]) -> None:
    """As large as they must be, to a pixel or two, with nothing in their quiet zones."""
    for code in found:
        assert code.level in ("M", "Q", "H"), code
        assert code.width >= 20 - 0.2, code
        assert code.module >= 0.4 - 0.01, code
        assert code.lightest_ink == 255, code


@pytest.mark.parametrize(("edition", "layout", "paper"), SHEETS)
def test_every_code_is_read_from_every_profile(tmp_path: Path, edition: str, layout: str, paper: str) -> None:
    """Guide and event are marked for this fair, and links of roles are as they were."""
    folder = project(tmp_path)
    order = Order(layout=layout, paper=paper, folder=folder, edition=edition)
    wanted = ["https://example.edu/robots" + MARKED]
    if layout in ("guide", "booklet"):
        wanted += [
            "https://example.edu/fair" + MARKED,
            "https://github.com/DataTalksClub/data-engineering-zoomcamp",
            "https://robots.example/",
        ]
    for one in build_profiles(order, tuple(PROFILES), cache=Cache(default_folder())):
        found = list(codes(one.artifact.pdf))
        assert sorted(code.says for code in found) == sorted(wanted), one.edition
        assert_sound(found)
        assert [warning.code for warning in one.artifact.warnings if "code" in warning.code] == []


@pytest.mark.parametrize("guide", ["dl-vs-mlse", "ml-careers", "ai-careers"])
def test_codes_of_the_bundled_guides_are_read_from_a_coarse_print(
    built: Callable[..., Artifact], guide: str
) -> None:
    """At 100 dots per inch, a sixth of what an office printer has."""
    artifact = built(guide)
    sharp, coarse = list(codes(artifact.pdf)), list(codes(artifact.pdf, dpi=100))
    assert sorted(code.says for code in coarse) == sorted(code.says for code in sharp)
    assert len(sharp) >= 4
    assert_sound(sharp)


# Long addresses


def one(folder: Path, layout: str = "guide", paper: str = "a4") -> Built:
    return build(Order(layout=layout, paper=paper, folder=folder), cache=Cache(default_folder()))


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in file)


@pytest.mark.parametrize(
    ("layout", "paper"), [*((name, papers[0]) for name, papers in fitting().items()), ("guide", "a5")]
)
def test_a_code_grows_with_what_it_says(tmp_path: Path, layout: str, paper: str) -> None:
    address = "https://example.edu/" + "x" * 200
    guide = GUIDE.replace("https://example.edu/robots", address).replace(", utm: true", "")
    folder = project(tmp_path, guide=guide, link="https://robots.example/" + "y" * 300)
    found = list(codes(one(folder, layout, paper).artifact.pdf))
    assert address in [code.says for code in found]
    assert_sound(found)


LONGEST = "https://example.edu/" + "x" * 480
UTM = "".join(f"{key}: {'z' * 40}, " for key in ("source", "medium", "campaign", "content", "term"))


def crowded(folder: Path) -> Path:
    """A guide with the longest address there may be, and the longest parameters."""
    guide = GUIDE.replace("https://example.edu/robots", LONGEST).replace("utm: true", f"utm: {{{UTM}}}")
    return project(folder, guide=guide)


def test_on_a_cover_there_is_room_for_the_longest_address(tmp_path: Path) -> None:
    artifact = one(crowded(tmp_path)).artifact
    found = list(codes(artifact.pdf))
    assert [code.says[:500] for code in found].count(LONGEST) == 1
    assert_sound(found)
    assert "code-left-out" not in [warning.code for warning in artifact.warnings]


@pytest.mark.parametrize("paper", fitting()["handout"])
def test_a_code_that_could_not_be_read_is_left_out_and_told(tmp_path: Path, paper: str) -> None:
    """Its printed address stays."""
    artifact = one(crowded(tmp_path), "handout", paper).artifact
    assert list(codes(artifact.pdf)) == []
    assert LONGEST.removeprefix("https://") in words(artifact.pdf).replace("\ufffe", "").replace("-", "")
    (warning,) = [one for one in artifact.warnings if one.code == "code-left-out"]
    assert warning.severity == "warning"
    assert warning.span
    assert (Path(warning.span.file).name, warning.span.line, warning.span.column) == ("guide.yml", 4, 6)
    assert warning.message == (
        f"'{LONGEST[:57]}...' is printed without a QR code: for 761 characters, 261 of them for 'utm' it would "
        "have to be 46 mm wide to be read, and there is room for 40 mm"
    )
    assert warning.hints == ("a shorter address makes a smaller code",)
