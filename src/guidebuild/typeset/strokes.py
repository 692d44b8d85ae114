"""Outlines and strokes of drawings as operators of a page (ISO 32000-1, 8.4.3 and 8.5).

Comes in: paths and clips of drawings, in points. Goes out: operators, without colours.
"""

from __future__ import annotations

from collections.abc import Iterable

from guidebuild.drawing import MITER_LIMIT, Clip, Path, Segment
from guidebuild.typeset.inks import number

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


def outline(segments: Iterable[Segment]) -> str:
    """What constructs a path."""
    return " ".join(
        " ".join([*map(number, map(float, values)), _OPERATORS[str(kind)]]) for kind, *values in segments
    )


def painting(path: Path) -> str:
    """The operator that paints a path after it is constructed."""
    return _PAINT[bool(path.fill), bool(path.stroke)] + ("*" if path.even_odd and path.fill else "")


def clipping(clips: Iterable[Clip]) -> str:
    """What narrows all that follows to the inside of each of the clips; one without an outline hides all."""
    return " ".join(
        f"{outline(clip.segments) or '0 0 m'} {'W*' if clip.even_odd else 'W'} n" for clip in clips
    )


def stroke_state(path: Path) -> str:
    """Width, ends, corners and dashes. The miter limit stays as it is where the path has that of PDF."""
    dashes = " ".join(map(number, path.dash))
    limit = "" if path.miter == MITER_LIMIT else f"{number(path.miter)} M "
    state = f"{number(path.width)} w {_CAPS[path.cap]} J {_JOINS[path.join]} j"
    return f"{state} {limit}[{dashes}] {number(path.phase)} d"


def is_apart(path: Path) -> bool:
    """Whether a path leaves something behind in the graphics state that no other sets again."""
    return bool(path.clips or path.nib or (path.stroke and path.miter != MITER_LIMIT))
