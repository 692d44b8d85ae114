"""QR codes: what a reader's camera meets. The addresses themselves are read back from rendered pages."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest
import segno

from guidebuild.charts.codes import MODULE, NARROWEST, QUIET, draw_code, least_width
from guidebuild.drawing import Path, unnamed


@pytest.mark.parametrize("url", ["https://guide.example/", "https://guide.example/" + "a" * 400])
def test_every_dark_module_is_covered_once_and_no_light_one(url: str) -> None:
    rows = [list(row) for row in segno.make(url, error="m", micro=False).matrix]
    drawing = draw_code(url, unnamed("#1b211f"))
    assert drawing.width == drawing.height == len(rows) + 2 * QUIET
    covered = [[0] * len(rows) for _ in rows]
    (path,) = drawing.ops
    assert isinstance(path, Path)
    points = [[float(number) for number in segment[1:]] for segment in path.segments if segment[0] != "Z"]
    for corner in range(0, len(points), 4):
        (x0, y0), _, (x1, y1), _ = points[corner : corner + 4]
        assert y1 - y0 == 1
        for x in range(int(x0), int(x1)):
            covered[int(drawing.height - y1) - QUIET][x - QUIET] += 1
    assert covered == rows


def test_a_code_travels_between_processes() -> None:
    drawing = draw_code("https://guide.example/", unnamed("#000000"))
    assert pickle.loads(pickle.dumps(drawing)) == drawing


@pytest.mark.slow
def test_a_build_that_finds_its_codes_in_the_cache_does_not_load_the_encoder() -> None:
    """The second build of a guide makes no code again."""
    program = (
        "import sys; from guidebuild.build import Order, build; from guidebuild.cache import Cache, default_folder;"
        "build(Order(), cache=Cache(default_folder())); print('segno' in sys.modules)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert runs[-1] == "False"


@pytest.mark.slow
@pytest.mark.parametrize("length", range(1, 900, 31))
def test_the_least_width_keeps_modules_and_codes_readable(length: int) -> None:
    drawing = draw_code("https://guide.example/" + "a" * length, unnamed("#000000"))
    width = least_width(drawing)
    module = width / drawing.width
    modules = drawing.width - 2 * QUIET
    assert module >= MODULE - 1e-9
    assert modules * module >= NARROWEST - 1e-9
    assert min(module - MODULE, modules * module - NARROWEST) < 1e-9  # and it is the least
