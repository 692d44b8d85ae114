"""What the backend refuses, and how it records the rest."""

from __future__ import annotations

from typing import Any

import pytest
from chart_cases import THEME

from guidebuild.charts.isolation import load_matplotlib

load_matplotlib()

from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.transforms import IdentityTransform  # noqa: E402

from guidebuild.charts.backend import DrawingError, Sheet  # noqa: E402
from guidebuild.charts.lettering import Lettering  # noqa: E402
from guidebuild.diagnostics import GuideError  # noqa: E402
from guidebuild.drawing import Path, Pattern, TextRun, circle, unnamed  # noqa: E402


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(100, 50, Lettering(THEME.faces))


def figure(sheet: Sheet) -> Any:
    return sheet._figure


def filled(sheet: Sheet) -> Any:
    """A patch of matplotlib's own, filled and without a line."""
    fill = figure(sheet).canvas.recorder.shown(unnamed("#ff0000"))
    patch = Rectangle((1, 2), 3, 4, facecolor=fill, linewidth=0, transform=IdentityTransform())
    return figure(sheet).add_artist(patch)


def test_a_patch_of_matplotlib_is_recorded(sheet: Sheet) -> None:
    filled(sheet).set_clip_on(False)
    (path,) = sheet.finish().ops
    assert isinstance(path, Path)
    assert (path.fill, path.stroke) == (unnamed("#ff0000"), None)
    assert path.segments == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))


def test_an_outline_is_kept_as_it_is(sheet: Sheet) -> None:
    """None of its curves goes through a path of matplotlib; only noise in the last digits is cut."""
    shown = Pattern("dots", unnamed("#ffffff"))
    sheet.disc(10 + 1e-9, 20, 5, fill=shown, stroke=unnamed("#ff0000"), width=2)
    sheet.disc(10, 20, 5)
    (path,) = sheet.finish().ops
    outline = tuple((kind, *(round(float(n), 3) for n in numbers)) for kind, *numbers in circle(10, 20, 5))
    assert path == Path(outline, fill=shown, stroke=unnamed("#ff0000"), width=2.0)


@pytest.mark.parametrize("lined", [True, False])
def test_see_through_colours_are_refused(sheet: Sheet, lined: bool) -> None:
    if lined:
        sheet.line(0, 0, 10, 10, unnamed("#ff0000"), 1)
    else:
        filled(sheet)
    figure(sheet).get_children()[-1].set_alpha(0.5)
    with pytest.raises(DrawingError, match="transparency"):
        sheet.finish()


def test_pixels_are_refused(sheet: Sheet) -> None:
    figure(sheet).figimage([[0.0, 1.0], [1.0, 0.0]])
    with pytest.raises(DrawingError, match="pixels"):
        sheet.finish()


def test_clipping_is_refused(sheet: Sheet) -> None:
    sheet.line(0, 0, 10, 10, unnamed("#ff0000"), 1)
    artist = figure(sheet).get_children()[-1]
    artist.set_clip_on(True)
    artist.set_clip_path(figure(sheet).patch)
    with pytest.raises(DrawingError, match="clipped"):
        sheet.finish()


@pytest.mark.parametrize("change", [{"rotation": 90}, {"parse_math": True}])
def test_turned_text_and_mathematics_are_refused(sheet: Sheet, change: dict[str, Any]) -> None:
    sheet.text(5, 5, "$x$", 10, unnamed("#000000"))
    figure(sheet).get_children()[-1].set(**change)
    with pytest.raises(DrawingError):
        sheet.finish()


def test_a_missing_glyph_is_refused(sheet: Sheet) -> None:
    sheet.text(5, 5, "☃", 10, unnamed("#000000"))
    with pytest.raises(GuideError, match="2603"):
        sheet.finish()


def test_paths_and_texts_are_recorded_in_painting_order(sheet: Sheet) -> None:
    sheet.text(5, 5, "under", 10, unnamed("#123456"), tracking=0.6)
    sheet.line(0, 0, 100, 0, unnamed("#00ff00"), 1.5, dash=(4, 2.6), round_cap=True)
    sheet.box(1, 2, 3, 4, unnamed("#0000ff"))
    text, line, box = sheet.finish().ops
    assert text == TextRun(5, 5, "under", "regular", 10, unnamed("#123456"), 0.6)
    assert isinstance(line, Path)
    assert (line.stroke, line.width, line.dash, line.cap, line.fill) == (
        unnamed("#00ff00"),
        1.5,
        (4, 2.6),
        "round",
        None,
    )
    assert line.segments == (("M", 0, 0), ("L", 100, 0))
    assert isinstance(box, Path)
    assert (box.fill, box.stroke) == (unnamed("#0000ff"), None)
    assert box.segments[:2] == (("M", 1, 2), ("L", 4, 2))


def test_anchors_place_text_by_the_documents_own_widths(sheet: Sheet) -> None:
    width = Lettering(THEME.faces).width("right", "bold", 10)
    sheet.text(90, 5, "right", 10, unnamed("#000000"), face="bold", anchor="right")
    (run,) = sheet.finish().ops
    assert isinstance(run, TextRun)
    assert run.x == pytest.approx(90 - width, abs=0.001)
