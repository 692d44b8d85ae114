"""Role marks: the small figure that repeats a role's colour for those who do not see it (page specification, 3).

Comes in: how many roles, which of them are meant, a height in points. Goes out: `Art`. Two roles are two circles, the
own disc filled and the shared lens; three are three circles; four to six a row of dots.
"""

from __future__ import annotations

import math

from guidebuild.brand.theme import Theme
from guidebuild.drawing import Path, Segment, circle
from guidebuild.typeset.boxes import Art
from guidebuild.typeset.pen import Pen

OUTLINE = 0.7
DOT, PITCH = 2.6, 7.5


def arc(cx: float, cy: float, r: float, start: float, end: float) -> list[Segment]:
    """Bézier curves along a circle from angle `start` to `end` (radians), without the first move."""
    count = max(1, math.ceil(abs(end - start) / (math.pi / 2) - 1e-9))
    step = (end - start) / count
    k = 4 / 3 * math.tan(step / 4) * r
    segments: list[Segment] = []
    for i in range(count):
        a, b = start + i * step, start + (i + 1) * step
        x0, y0, x3, y3 = (
            cx + r * math.cos(a), cy + r * math.sin(a), cx + r * math.cos(b), cy + r * math.sin(b),
        )  # fmt: skip
        segments.append(
            (
                "C",
                x0 - k * math.sin(a),
                y0 + k * math.cos(a),
                x3 + k * math.sin(b),
                y3 - k * math.cos(b),
                x3,
                y3,
            )
        )
    return segments


def lens(x1: float, y1: float, r1: float, x2: float, y2: float, r2: float) -> tuple[Segment, ...]:
    """The overlap of two circles that cross."""
    d = math.hypot(x2 - x1, y2 - y1)
    angle = math.atan2(y2 - y1, x2 - x1)
    half1 = math.acos((d * d + r1 * r1 - r2 * r2) / (2 * d * r1))
    half2 = math.acos((d * d + r2 * r2 - r1 * r1) / (2 * d * r2))
    start: Segment = ("M", x1 + r1 * math.cos(angle - half1), y1 + r1 * math.sin(angle - half1))
    first = arc(x1, y1, r1, angle - half1, angle + half1)
    second = arc(x2, y2, r2, angle + math.pi - half2, angle + math.pi + half2)
    return (start, *first, *second, ("Z",))


def core(centres: list[tuple[float, float]], r: float) -> tuple[Segment, ...]:
    """The part common to three circles of one radius around an equilateral triangle's corners (counter-clockwise)."""
    mx, my = sum(x for x, _ in centres) / 3, sum(y for _, y in centres) / 3
    d = math.hypot(centres[0][0] - centres[1][0], centres[0][1] - centres[1][1])
    # The corner opposite a centre lies on the far crossing of the other two circles.
    reach = math.sqrt(r * r - d * d / 4) - d / (2 * math.sqrt(3))
    corners = []
    for x, y in centres:
        away = math.atan2(my - y, mx - x) + math.pi
        corners.append((mx + reach * math.cos(away), my + reach * math.sin(away)))
    segments: list[Segment] = [("M", *corners[1])]
    for i, (x, y) in enumerate(centres):
        a = math.atan2(corners[(i + 1) % 3][1] - y, corners[(i + 1) % 3][0] - x)
        b = math.atan2(corners[(i + 2) % 3][1] - y, corners[(i + 2) % 3][0] - x)
        b += 2 * math.pi if b < a else 0.0
        segments += arc(x, y, r, a, b)
    return (*segments, ("Z",))


def mark(theme: Theme, roles: int, members: tuple[int, ...], height: float, *, on_dark: str = "") -> Art:
    """The mark of one role, or of what several share. `on_dark` draws it all in one colour, for filled heads."""
    if roles <= 3:
        width = 1.525 * height if roles == 2 else height
        return Art(
            width, height, lambda pen, x, y: _circles(pen, theme, roles, members, height, x, y, on_dark)
        )
    width = PITCH * (roles - 1) + 2 * DOT
    return Art(width, height, lambda pen, x, y: _dots(pen, theme, roles, members, x, y + height / 2, on_dark))


def _circles(
    pen: Pen, theme: Theme, roles: int, members: tuple[int, ...], h: float, x: float, y: float, on_dark: str
) -> None:
    top = pen.height - y
    centres, r = _places(roles, h, x, top)
    line = on_dark or theme.palette.ink
    fill = on_dark or (theme.palette.roles[members[0]].fill if len(members) == 1 else theme.palette.shared)
    if len(members) == 1:
        pen.path(Path(circle(*centres[members[0]], r), fill=fill))
    elif len(members) == 2:
        (x1, y1), (x2, y2) = (centres[m] for m in members)
        pen.path(Path(lens(x1, y1, r, x2, y2, r), fill=fill))
    elif len(members) == 3:
        pen.path(Path(core([centres[0], centres[2], centres[1]], r), fill=fill))
    # Three small circles with full outlines would print as a blot.
    width = OUTLINE if roles == 2 or on_dark else 0.5
    line = line if roles == 2 or on_dark else theme.palette.mute
    for index, (cx, cy) in enumerate(centres):
        if roles == 2 or (index,) != members:
            pen.path(Path(circle(cx, cy, r - width / 2), stroke=line, width=width))


def _places(roles: int, h: float, x: float, top: float) -> tuple[list[tuple[float, float]], float]:
    if roles == 2:
        return [(x + h / 2, top - h / 2), (x + h / 2 + 0.525 * h, top - h / 2)], h / 2
    r = 0.31 * h
    d = 0.38 * h
    upper = top - r
    return [(x + r, upper), (x + r + d, upper), (x + r + d / 2, upper - d * math.sqrt(3) / 2)], r


def _dots(
    pen: Pen, theme: Theme, roles: int, members: tuple[int, ...], x: float, y: float, on_dark: str
) -> None:
    for i in range(roles):
        cx = x + DOT + i * PITCH
        if i in members:
            fill = on_dark or (theme.palette.roles[i].fill if len(members) == 1 else theme.palette.shared)
            pen.circle(cx, y, DOT, fill=fill)
        else:
            pen.circle(cx, y, DOT - 0.3, stroke=on_dark or theme.palette.mute, width=0.6)
