"""Which function lays out which kind of section, in each layout.

Comes in: the name of a layout. Goes out: its `Designs`. Those of a layout are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from guidebuild.compose.document import Section, SectionKind
from guidebuild.edition import LAYOUTS
from guidebuild.typeset.setting import Setting

Designs = dict[SectionKind, Callable[[Setting, Section], None]]


def designs_of(layout: str, *, linear: bool = False) -> Designs:
    """The designs of a layout, of one column if it is `linear`. Raises `KeyError` for a layout that is none."""
    if LAYOUTS[layout].sheet:
        from guidebuild.typeset.sheets import SHEETS

        return SHEETS
    if linear:
        from guidebuild.typeset.linear import LINEAR

        return LINEAR
    from guidebuild.typeset.pages import DESIGNS, FILLING

    return {**DESIGNS, **FILLING} if LAYOUTS[layout].folded else DESIGNS
