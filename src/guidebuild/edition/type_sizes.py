"""The sizes of type, which people who order a guide call its edition. Nothing comes in, and nothing is raised.

To add one, add it to `TYPE_SIZES`, and to those of the layouts that can be set in it. Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.edition.measures import MM, Margins


@dataclass(frozen=True, slots=True)
class TypeSize:
    """How large the type is; `words` finish the sentence "Set it in type ...".

    Pages are laid out with no type under `least` and printed larger by `scale`, on papers at least as wide as
    `narrowest`; `linear` ones have one column. `margins`, if any, stand in for those of the paper.
    """

    name: str
    words: str
    scale: float = 1.0
    least: float = 0.0
    narrowest: float = 0.0
    margins: Margins | None = None
    linear: bool = False


_LARGE = Margins(17 * MM, 16 * MM, 12 * MM, 12 * MM, 8 * MM, 11 * MM)

# The first one is the usual one.
TYPE_SIZES = {
    size.name: size
    for size in (
        TypeSize("standard", "of the usual size"),
        # 10 points of the layout, the smallest type in it, become 16.
        TypeSize("large-print", "of 16 points and more", 1.6, 10.0, 200 * MM, _LARGE, linear=True),
    )
}
