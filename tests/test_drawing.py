"""Drawings are plain data, and their shapes are what they say."""

from __future__ import annotations

import math
import pickle

from guidebuild.drawing import Drawing, Path, TextRun, circle, rect, unnamed


def test_a_drawing_survives_a_pickle_and_tells_its_words_in_order() -> None:
    runs = [TextRun(0, 0, word, "regular", 9, unnamed("#000000")) for word in ("one", "two")]
    drawing = Drawing(10, 20, (runs[0], Path(rect(0, 0, 5, 5), fill=unnamed("#ffffff")), runs[1]), "alt")
    assert pickle.loads(pickle.dumps(drawing)) == drawing
    assert list(drawing.texts()) == ["one", "two"]


def test_a_circle_is_round_and_closed() -> None:
    segments = circle(3, 4, 10)
    assert segments[0] == ("M", 13, 4)
    assert segments[-1] == ("Z",)
    x, y = 13.0, 4.0
    for segment in segments[1:-1]:
        x1, y1, x2, y2, x3, y3 = (float(number) for number in segment[1:])
        for t in (0.1, 0.3, 0.5, 0.9):
            s = 1 - t
            px = s**3 * x + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t**3 * x3
            py = s**3 * y + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t**3 * y3
            assert math.isclose(math.hypot(px - 3, py - 4), 10, rel_tol=3e-4)
        x, y = x3, y3


def test_a_rectangle_grows_from_its_lower_left_corner() -> None:
    assert rect(1, 2, 3, 4) == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))
