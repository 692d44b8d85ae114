"""Colour spaces of a PDF, and how much of which printing ink a colour of theirs is.

Comes in: the operand of `cs`, or the ColorSpace of an image, and the resources that names are looked up in. Goes out:
`Space` and `Paint` (ISO 32000-1, 8.6). A space that cannot be understood is of the family "unknown".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from guidebuild.preflight.objects import entry, items, name, whole

Family = Literal["gray", "cmyk", "rgb", "lab", "spot", "pattern", "unknown"]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"  # the colorant that means every plate (ISO 32000-1, 8.6.6.4)
_DEPTH = 6  # how deep spaces may stand in spaces; Indexed over DeviceN over ICCBased are three
_NAMES: dict[str, tuple[Family, int]] = {
    "DeviceGray": ("gray", 1),
    "DeviceRGB": ("rgb", 3),
    "DeviceCMYK": ("cmyk", 4),
    "CalGray": ("gray", 1),
    "CalRGB": ("rgb", 3),
    "Lab": ("lab", 3),
    "Pattern": ("pattern", 0),
}
# In inline images and nowhere else (ISO 32000-1, 8.9.7).
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_BY_COMPONENTS: dict[int, Family] = {1: "gray", 3: "rgb", 4: "cmyk"}
_WHITE, _DARK = 0.999, 0.15


@dataclass(frozen=True)
class Space:
    """A colour space. `name` is what people call it; `profiled` if it says what its colours look like.

    `colorants` are the inks of a spot space; `base` and `table` belong to a space of indexed colours, whose table holds
    one byte for each component of the base. A space of patterns has its own colours' space as `base`, if any.
    """

    family: Family
    name: str
    components: int
    profiled: bool = False
    colorants: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""

    @property
    def indexed(self) -> bool:
        return self.base is not None and self.family != "pattern"

    def first(self) -> tuple[float, ...]:
        """The colour that the space begins with (ISO 32000-1, 8.6.8)."""
        if self.indexed:
            return (0.0,)
        if self.family == "spot":
            return (1.0,) * self.components
        return (0.0, 0.0, 0.0, 1.0) if self.family == "cmyk" else (0.0,) * self.components

    def looked_up(self, values: tuple[float, ...]) -> tuple[Space, tuple[float, ...]]:
        """A colour of an indexed space as one of its base; any other as it is."""
        if self.base is None or not self.indexed:
            return self, values
        at = max(0, int(values[0] if values else 0)) * self.base.components
        found = self.table[at : at + self.base.components]
        if len(found) < self.base.components:
            return self.base, self.base.first()
        return self.base, tuple(byte / 255 for byte in found)


GRAY = Space("gray", "DeviceGray", 1)
RGB = Space("rgb", "DeviceRGB", 3)
CMYK = Space("cmyk", "DeviceCMYK", 4)
UNKNOWN = Space("unknown", "an unknown colour space", 0)


@dataclass(frozen=True)
class Paint:
    """A colour: a space and the values of its components. Values beyond 0 to 1 are taken as the nearest of these."""

    space: Space
    values: tuple[float, ...]

    @cached_property
    def inks(self) -> dict[str, float] | None:
        """How much of each ink, from 0 to 1, without those at 0; None where no ink is named (RGB, Lab, patterns)."""
        space, values = self.space.looked_up(self.values)
        values = tuple(min(1.0, max(0.0, value)) for value in values)
        if len(values) < space.components or space.family not in ("gray", "cmyk", "spot"):
            return None
        if space.family == "gray":
            pairs = [("Black", 1 - values[0])]
        elif space.family == "cmyk":
            pairs = list(zip(PROCESS, values, strict=False))
        else:
            pairs = [
                (ink, value) for ink, value in zip(space.colorants, values, strict=False) if ink != "None"
            ]
        found: dict[str, float] = {}
        for ink, value in pairs:
            if value > 1e-4:
                found[ink] = found.get(ink, 0.0) + value
        return found

    @property
    def total(self) -> float:
        """The sum of all inks in percent; 0 where they are not known. Registration colour is on all four plates."""
        inks = self.inks or {}
        return 100 * sum(4 * value if ink == ALL else value for ink, value in inks.items())

    @property
    def is_white(self) -> bool:
        """Whether nothing of it can be seen on white paper."""
        if self.inks is not None:
            return not self.inks
        space, values = self.space.looked_up(self.values)
        return space.family == "rgb" and len(values) == 3 and min(values) >= _WHITE

    @property
    def is_black(self) -> bool:
        """Whether a reader takes it for black: nearly full of black, or of the other three together, or dark RGB."""
        if self.inks is not None:
            inks = self.inks
            three = min(inks.get(ink, 0.0) for ink in PROCESS[:3])
            return inks.get("Black", 0.0) + three >= 1 - _DARK or inks.get(ALL, 0.0) >= 1 - _DARK
        space, values = self.space.looked_up(self.values)
        return space.family == "rgb" and len(values) == 3 and max(values) <= _DARK


BLACK = Paint(GRAY, (0.0,))


def space_of(value: Any, resources: Any = None, depth: int = 0) -> Space:
    """The colour space that a name or an array stands for."""
    if depth > _DEPTH:
        return UNKNOWN
    if called := name(value):
        return _named(_SHORT.get(called, called), resources, depth)
    parts = items(value)
    kind = name(parts[0]) if parts else ""
    kind = _SHORT.get(kind, kind)
    if kind == "ICCBased":
        return _profiled(parts)
    if kind == "Indexed" and len(parts) > 3:
        return _indexed(parts, resources, depth)
    if kind in ("Separation", "DeviceN") and len(parts) > 1:
        return _spot(kind, parts)
    if kind == "Pattern":
        base = space_of(parts[1], resources, depth + 1) if len(parts) > 1 else None
        return Space("pattern", "Pattern", 0, base=base)
    return _plain(kind) if kind in _NAMES else UNKNOWN


def _plain(kind: str) -> Space:
    family, components = _NAMES[kind]
    return Space(family, kind, components, profiled=kind in ("CalGray", "CalRGB", "Lab"))


def _named(called: str, resources: Any, depth: int) -> Space:
    if called in _NAMES:
        return _plain(called)
    defined = entry(resources, "ColorSpace", called)
    return UNKNOWN if defined is None or name(defined) == called else space_of(defined, resources, depth + 1)


def _profiled(parts: tuple[Any, ...]) -> Space:
    components = whole(entry(parts[1], "N")) if len(parts) > 1 else None
    family = _BY_COMPONENTS.get(components or 0)
    if family is None:
        return UNKNOWN
    shown = {"gray": "gray", "rgb": "RGB", "cmyk": "CMYK"}[family]
    return Space(family, f"ICCBased {shown}", components or 0, profiled=True)


def _spot(kind: str, parts: tuple[Any, ...]) -> Space:
    colorants = tuple(name(item) for item in items(parts[1])) or (name(parts[1]),)
    shown = ", ".join(f"'{colorant}'" for colorant in colorants)
    return Space("spot", f"{kind} {shown}", len(colorants), colorants=colorants)


def _indexed(parts: tuple[Any, ...], resources: Any, depth: int) -> Space:
    from guidebuild.preflight.streams import table_bytes

    base = space_of(parts[1], resources, depth + 1)
    if base.base is not None or not base.components:
        return UNKNOWN  # neither a pattern nor another table can be the base (ISO 32000-1, 8.6.6.3)
    return Space(base.family, base.name, 1, base.profiled, base.colorants, base, table_bytes(parts[3]))


def described(space: Space) -> str:
    """The name of a space in the middle of a sentence."""
    return f"{space.name} (indexed)" if space.indexed else space.name
