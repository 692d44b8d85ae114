"""Short blocks two beside each other, on pages of one column whose form allows it.

Comes in: functions that make a box of a given width. Goes out: boxes as wide as the column, one for each row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box
from guidebuild.typeset.setting import Setting

Make = Callable[[float], Box]


def in_rows(setting: Setting, makes: Sequence[Make], width: float) -> list[Box]:
    """The boxes in their order, read from left to right and row by row; the last one of an odd number stands alone."""
    if not setting.form.pairs:
        return [make(width) for make in makes]
    each = (width - GUTTER) / 2
    rows: list[Box] = [
        Beside([(0.0, left(each)), (each + GUTTER, right(each))], width)
        for left, right in zip(makes[::2], makes[1::2], strict=False)
    ]
    return [*rows, makes[-1](width)] if len(makes) % 2 else rows
