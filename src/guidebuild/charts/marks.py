"""Role marks: the small figure that repeats a role's colour for those who do not see it (page specification, 3).

Comes in: the palette, how many roles there are, which of them are meant, a height in points. Goes out: a `Drawing`.
Two roles are two circles, the own disc filled and the shared lens; three are three circles; four to six a row of
dots. The mark of a bar that goes on beyond its drawn end is here too.
"""

from __future__ import annotations

import math

from guidebuild.brand.theme import Palette
from guidebuild.drawing import Colour, Drawing, Paint, Path, Segment, arc, circle

OUTLINE = 0.7
DOT, PITCH = 2.6, 7.5
ARROW = 0.6  # the length of an arrow at the end of a bar, in heights of the bar
Members = tuple[int, ...]


def arrow(x: float, y: float, height: float) -> tuple[Segment, ...]:
    """The end of a bar that goes on: a triangle with its base at `x`, its point to the right, its middle at `y`."""
    half = height / 2
    return (("M", x, y - half), ("L", x + ARROW * height, y), ("L", x, y + half), ("Z",))


def breaks(x: float, y: float, height: float) -> tuple[tuple[Segment, ...], ...]:
    """Two slanted gaps before `x`, for a bar whose end lies far off; a little higher than the bar."""
    half, wide = height / 2 + 1, 0.14 * height
    strips = []
    for left in (x - 0.75 * height, x - 0.35 * height):
        lean = 0.2 * height
        corners = (
            (left - lean, -half),
            (left - lean + wide, -half),
            (left + lean + wide, half),
            (left + lean, half),
        )
        first, *rest = ((dx, y + dy) for dx, dy in corners)
        strips.append((("M", *first), *(("L", *corner) for corner in rest), ("Z",)))
    return tuple(strips)


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


def role_mark(
    palette: Palette, roles: int, members: Members, height: float, *, on_dark: Colour | None = None
) -> Drawing:
    """The mark of one role, or of what several share. `on_dark` draws it all in one colour, for filled heads."""
    fill = on_dark or (palette.roles[members[0]].small_area if len(members) == 1 else palette.shared)
    if roles > 3:
        return Drawing(
            PITCH * (roles - 1) + 2 * DOT, height, _dots(palette, roles, members, height / 2, on_dark)
        )
    if roles == 3:
        return Drawing(
            height, height, _circles(_three(height), 0.31 * height, members, fill, _thin(palette, on_dark))
        )
    line = (on_dark or palette.ink, OUTLINE)
    return Drawing(1.525 * height, height, _circles(_two(height), height / 2, members, fill, line))


def _two(h: float) -> list[tuple[float, float]]:
    return [(h / 2, h / 2), (h / 2 + 0.525 * h, h / 2)]


def _three(h: float) -> list[tuple[float, float]]:
    r, d = 0.31 * h, 0.38 * h
    return [(r, h - r), (r + d, h - r), (r + d / 2, h - r - d * math.sqrt(3) / 2)]


def _thin(palette: Palette, on_dark: Colour | None) -> tuple[Colour, float]:
    """Three small circles with full outlines would print as a blot."""
    return (on_dark, OUTLINE) if on_dark else (palette.mute, 0.5)


def _circles(
    centres: list[tuple[float, float]], r: float, members: Members, fill: Paint, line: tuple[Colour, float]
) -> tuple[Path, ...]:
    """The filled part, then the outlines; of three circles the filled one has none."""
    colour, width = line
    outlined = [c for i, c in enumerate(centres) if len(centres) == 2 or (i,) != members]
    outlines = [Path(circle(x, y, r - width / 2), stroke=colour, width=width) for x, y in outlined]
    return (Path(_part(centres, r, members), fill=fill), *outlines)


def _part(centres: list[tuple[float, float]], r: float, members: Members) -> tuple[Segment, ...]:
    if len(members) == 1:
        return circle(*centres[members[0]], r)
    if len(members) == 2:
        (x1, y1), (x2, y2) = (centres[m] for m in members)
        return lens(x1, y1, r, x2, y2, r)
    return core([centres[0], centres[2], centres[1]], r)


def _dots(
    palette: Palette, roles: int, members: Members, y: float, on_dark: Colour | None
) -> tuple[Path, ...]:
    paths = []
    for i in range(roles):
        x = DOT + i * PITCH
        if i in members:
            fill = on_dark or (palette.roles[i].fill if len(members) == 1 else palette.shared)
            paths.append(Path(circle(x, y, DOT), fill=fill))
        else:
            paths.append(Path(circle(x, y, DOT - 0.3), stroke=on_dark or palette.mute, width=0.6))
    return tuple(paths)
