"""The small mark that always stands beside a role's colour, so that colour never speaks alone.

Comes in: a sheet, a place and the role's number. Goes out: a few discs. Two roles: two overlapping circles;
three: three; four to six: a row of dots. The own one is filled, the others are outlined. Refuses: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidebuild.brand.theme import Palette

if TYPE_CHECKING:
    from guidebuild.charts.backend import Sheet

_LINE = 0.7
DOT, PITCH = 2.6, 7.5


def role_mark(
    sheet: Sheet, x: float, y: float, role: int, roles: int, palette: Palette, height: float = 13
) -> float:
    """Draw the mark from its lower left corner; returns its width."""
    fill = palette.roles[role].fill
    discs = _discs(roles, height)
    for index, (dx, dy, r) in enumerate(discs):
        if index != role:
            sheet.disc(x + dx, y + dy, r - _LINE / 2, stroke=palette.ink, width=_LINE)
    dx, dy, r = discs[role]
    sheet.disc(x + dx, y + dy, r, fill=fill)
    return max(dx + r for dx, _, r in discs)


def _discs(roles: int, height: float) -> list[tuple[float, float, float]]:
    if roles <= 2:
        r = height / 2
        return [(r + i * 0.525 * height, r, r) for i in range(roles)]
    if roles == 3:
        r = 0.31 * height
        return [(r, height - r, r), (height - r, height - r, r), (height / 2, r, r)]
    return [(DOT + i * PITCH, height / 2, DOT) for i in range(roles)]
