"""Sheets to fold: every page once and where the fold puts it, moved by what the paper takes, cut off at the fold."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebuild.conform.artifact import Artifact
from guidebuild.conform.imposition import Fold, impose, sheet_name, sides, unusual
from guidebuild.diagnostics import Span
from guidebuild.edition import MM, PAPERS
from guidebuild.typeset.result import Typeset

WIDTH, HEIGHT = 200, 300
BAND = (0.2, 0.4, 0.6, 0.8)  # grey of the band of page 1, 2, 3, 4, 5 ...


@cache
def folded(count: int, thickness: float = 0.1) -> Artifact:
    """A booklet of small pages: each has its number in words at x = 40 and a band from edge to edge."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        for number in range(1, count + 1):
            page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.StructParents = number - 1
            page.Contents = pdf.make_stream(
                f"/Artifact BMC {BAND[(number - 1) % 4]} g 0 200 {WIDTH} 100 re f EMC "
                f"/P <</MCID 0>> BDC BT 0 g /F 10 Tf 40 100 Td (page-{number}) Tj ET EMC".encode()
            )
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        target = BytesIO()
        pdf.save(target, static_id=True)
    single = Artifact(target.getvalue(), count, "Small", "")
    return impose(
        single, Typeset(b"", count, {}, (), (), "Small", "Somebody", "en", "2026-05-01"), Fold(thickness)
    )


def halves(artifact: Artifact) -> list[tuple[str, str]]:
    """The words in the left and in the right half of each side."""
    with pypdfium2.PdfDocument(artifact.pdf) as pdf:
        return [
            (
                page.get_textpage().get_text_bounded(0, 0, WIDTH, HEIGHT).strip(),
                page.get_textpage().get_text_bounded(WIDTH, 0, 2 * WIDTH, HEIGHT).strip(),
            )
            for page in pdf
        ]


def starts(artifact: Artifact) -> list[tuple[float, float]]:
    """Where the words begin in each half, from the left edge of the sheet."""
    found = []
    with pypdfium2.PdfDocument(artifact.pdf) as pdf:
        for page in pdf:
            text = page.get_textpage()
            lefts = sorted(
                text.get_charbox(i)[0] for i in range(text.count_chars()) if text.get_text_range(i, 1) == "p"
            )
            found.append((lefts[0], lefts[1]))
    return found


# Order


def test_eight_pages_on_two_sheets() -> None:
    assert list(sides(8)) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert halves(folded(8)) == [
        ("page-8", "page-1"),
        ("page-2", "page-7"),
        ("page-6", "page-3"),
        ("page-4", "page-5"),
    ]


@given(st.integers(1, 25).map(lambda sheets: 4 * sheets))
def test_every_page_is_there_once_and_the_sheets_read_as_a_book_when_folded(count: int) -> None:
    """Sheets are turned over on the short edge, laid in each other and folded: the pages follow each other."""
    found = list(sides(count))
    assert sorted(page for side in found for page in side) == list(range(1, count + 1))
    leaves: list[tuple[int, int]] = []
    for front, back in zip(found[::2], found[1::2], strict=True):
        leaves.insert(
            len(leaves) // 2, (front[1], back[0])
        )  # the right half of the front, and what is behind it
        leaves.insert((len(leaves) + 1) // 2, (back[1], front[0]))
    middle = len(leaves) // 2
    assert [page for leaf in leaves[:middle] for page in leaf] == list(range(1, count // 2 + 1))
    assert [page for leaf in leaves[middle:] for page in leaf] == list(range(count // 2 + 1, count + 1))


@given(st.integers(0, 200).filter(lambda count: count % 4 or not count))
def test_pages_that_do_not_fill_sheets_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="do not fill whole sheets"):
        list(sides(count))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (4, "is one sheet"),
        (8, ""),
        (36, ""),
        (64, ""),
        (68, "hardly stays closed; stapled ones have 64 at most"),
    ],
)
def test_booklets_that_are_hard_to_staple_are_warned_of(count: int, words: str) -> None:
    told = unusual(count, Span("guide.yml"))
    assert [(one.severity, one.code) for one in told] == ([("warning", "booklet-pages")] if words else [])
    assert all(words in one.message for one in told)


@pytest.mark.parametrize(("page", "sheet"), [("a4", "a3"), ("letter", "tabloid"), ("a3", "a2"), ("a2", "a2")])
def test_two_pages_stand_on_the_next_larger_paper(page: str, sheet: str) -> None:
    """A paper that no other is twice as large as keeps its own name."""
    assert sheet_name(PAPERS[page]) == sheet


# Creep


@pytest.mark.parametrize("thickness", [0.02, 0.1, 0.5])
def test_inner_pages_move_towards_the_fold_by_a_thickness_for_each_sheet_around_them(
    thickness: float,
) -> None:
    found = starts(folded(16, thickness))
    left, right = found[0]
    assert right - left == pytest.approx(WIDTH, abs=0.01)  # the outermost sheet is as it was
    for side, places in enumerate(found):
        creep = side // 2 * thickness * 72 / 25.4
        assert places == pytest.approx((left + creep, right - creep), abs=0.01)


def test_creep_in_points() -> None:
    assert [round(Fold(0.1).creep(sheet), 3) for sheet in range(4)] == [0.0, 0.283, 0.567, 0.85]
    assert Fold(0.5).creep(15) == pytest.approx(7.5 * MM)


def test_what_runs_to_the_edge_ends_at_the_fold() -> None:
    """On thick paper the innermost pages are moved by far; neither is painted over the other."""
    with pypdfium2.PdfDocument(folded(32, 0.5).pdf) as pdf:
        picture = pdf[len(pdf) - 1].render(scale=2).to_pil().convert("L")
    left, right = 16, 17
    assert list(sides(32))[-1] == (left, right)
    shift = 7 * 0.5 * MM
    tones = {page: 255 * BAND[(page - 1) % 4] for page in (left, right)}
    y = 2 * 50
    assert picture.getpixel((2 * WIDTH - 2, y)) == pytest.approx(tones[left], abs=1)
    assert picture.getpixel((2 * WIDTH + 1, y)) == pytest.approx(tones[right], abs=1)
    # What is bare at the outer edges is what the trim takes off.
    assert picture.getpixel((round(2 * shift) - 2, y)) == 255
    assert picture.getpixel((round(2 * shift) + 2, y)) == pytest.approx(tones[left], abs=1)
    assert picture.getpixel((4 * WIDTH - round(2 * shift) + 2, y)) == 255


# The file


def test_it_claims_nothing_and_tells_the_printer_how() -> None:
    artifact = folded(8)
    assert (artifact.page_count, artifact.sheets, artifact.conformance) == (8, 2, ())
    assert artifact.label == "to print on both sides, flipped on the short edge, and fold; not tagged"
    with pikepdf.open(BytesIO(artifact.pdf)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo", "/Outlines", "/Dests", "/Names"} & set(pdf.Root.keys())
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
        packet = pdf.Root.Metadata.read_bytes()
        assert b"Small" in packet
        assert b"pdfaid" not in packet
        assert b"pdfuaid" not in packet
        labels = [str(entry.P) for entry in list(pdf.Root.PageLabels.Nums)[1::2]]
        assert labels == ["Sheet 1, front", "Sheet 1, back", "Sheet 2, front", "Sheet 2, back"]
        for page in pdf.pages:
            assert [float(value) for value in page.mediabox] == [0, 0, 2 * WIDTH, HEIGHT]
            forms = [form.read_bytes() for form in page.Resources.XObject.values()]
            assert len(forms) == 2
            assert not any(mark in form for form in forms for mark in (b"BDC", b"BMC", b"EMC", b"MCID"))
            assert not any("/StructParents" in form for form in page.Resources.XObject.values())


def test_it_is_the_same_file_every_time() -> None:
    again = folded.__wrapped__(8)
    assert (again.pdf, again.digest) == (folded(8).pdf, folded(8).digest)
    assert again.digest != folded(8, 0.2).digest
