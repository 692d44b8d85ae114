"""The palette of a guide, from a primary, an accent and the role colours that a brand may name.

Comes in: colours as "#rrggbb" and the number of roles. Goes out: a `Palette` in which every colour has the name of its
token ("primary", "role-1", "role-1-tint2") and every pair that is used passes WCAG 2.2, and the list of the brand's own
colours that had to be replaced for it. Every colour has a neighbour that can be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebuild.brand import colour
from guidebuild.brand.colour import BLACK, WHITE
from guidebuild.brand.theme import Palette, RoleColours
from guidebuild.drawing import Colour

PRIMARY, ACCENT = "#12372f", "#f2b632"
INK, MUTE, RULE, HAIR = "#1b211f", "#56605b", "#c4cbc7", "#dde2df"
N1, N2, N3, SHARED = "#f2f4f3", "#e2e6e4", "#b9c1bd", "#4a544f"

ROLES = ("#1b4a94", "#c2500f", "#0e7c6b", "#6d507e", "#003034", "#4b2e00")
OCHRE = "#a86400"
_NAMES = {
    "#1b4a94": "blue", "#c2500f": "orange", "#0e7c6b": "teal", "#6d507e": "plum",
    "#003034": "petrol", "#4b2e00": "brown", "#a86400": "ochre",
}  # fmt: skip
# Outline patterns in points, on and off; the third one has round caps, so that its short dashes are dots.
DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2.6), (1, 2.5), (8, 3), (8, 3, 1, 3), (2, 2))
_ROUND = 2

TEXT, LARGE, ROLE_TEXT = 4.5, 3.0, 5.5
_NEAR_HUE, _COLOURFUL = 40.0, 0.05


@dataclass(frozen=True, slots=True)
class Replacement:
    """A brand colour that cannot be read where it is wanted. `what` is "primary", "accent" or "role 3"."""

    what: str
    old: str
    new: str
    ratio: float
    needed: float
    on: str


def build(
    primary: str, accent: str, own_roles: Sequence[str], roles: int
) -> tuple[Palette, list[Replacement]]:
    """Every token of the palette. `own_roles` are for the first roles; the rest comes from our list."""
    replaced: list[Replacement] = []
    lightness, chroma, hue = colour.oklch(primary)
    on_primary = next(c for c in (WHITE, INK, BLACK) if colour.contrast(c, primary) >= TEXT)
    step = 1 if on_primary == WHITE else -1
    tint = colour.from_oklch(0.965, min(chroma, 0.012), hue)
    base = Colour("primary", primary)
    text = _readable("primary", primary, {WHITE: "white", tint: "its tint"}, replaced)
    palette = Palette(
        primary=base,
        primary2=Colour("primary2", colour.from_oklch(lightness + step * 0.055, chroma, hue)),
        primary3=Colour("primary3", colour.from_oklch(lightness + step * 0.12, chroma, hue)),
        primary_text=_made_of(base, "primary_text", text),
        primary_tint=Colour("primary_tint", tint),
        on_primary=Colour("on_primary", on_primary),
        accent=Colour(
            "accent", _readable("accent", accent, {primary: f"the primary colour {primary}"}, replaced)
        ),
        ink=Colour("ink", INK),
        mute=Colour("mute", MUTE),
        rule=Colour("rule", RULE),
        hair=Colour("hair", HAIR),
        n1=Colour("n1", N1),
        n2=Colour("n2", N2),
        n3=Colour("n3", N3),
        shared=Colour("shared", SHARED),
        roles=_roles(primary, own_roles, roles, replaced),
    )
    return palette, replaced


def tint_of(primary: str) -> str:
    """An accent for a brand that names none: its own primary colour, as light as words on it are, or as dark."""
    lightness, chroma, hue = colour.oklch(primary)
    light = colour.contrast(WHITE, primary) >= TEXT
    return colour.from_oklch(0.86 if light else min(0.35, lightness), min(chroma, 0.09), hue)


def _made_of(base: Colour, name: str, rgb: str) -> Colour:
    """A colour made of another one, or that one where nothing had to change."""
    return base if rgb == base.rgb else Colour(name, rgb)


def _readable(what: str, old: str, others: Mapping[str, str], replaced: list[Replacement]) -> str:
    """The colour or its nearest passing neighbour, with a note of the change. `others` are named backgrounds."""
    new = colour.nearest_passing(old, others, TEXT)
    if new != old:
        other = next(other for other in others if colour.contrast(old, other) < TEXT)
        replaced.append(Replacement(what, old, new, colour.contrast(old, other), TEXT, others[other]))
    return new


def _roles(
    primary: str, own: Sequence[str], count: int, replaced: list[Replacement]
) -> tuple[RoleColours, ...]:
    fills = [
        _readable(f"role {number}", fill, {WHITE: "white"}, replaced)
        for number, fill in enumerate(own[:count], 1)
    ]
    fills += [fill for fill in role_list(primary) if _apart(fill, fills)]
    fills += [fill for fill in role_list(primary) if fill not in fills]
    names = _names(fills[:count])
    return tuple(
        _role(fill, name, primary, number)
        for number, (fill, name) in enumerate(zip(fills, names, strict=False))
    )


def role_list(primary: str) -> list[str]:
    """Our role colours in order of use: hues near a colourful primary last; ochre stands in for orange."""
    _, chroma, hue = colour.oklch(primary)

    def near(fill: str) -> bool:
        return chroma > _COLOURFUL and colour.hue_distance(colour.oklch(fill).hue, hue) < _NEAR_HUE

    orange = ROLES[1]
    wanted = [OCHRE if fill == orange and near(orange) else fill for fill in ROLES]
    wanted += [OCHRE] if OCHRE not in wanted else []
    kept = [fill for fill in wanted if not near(fill)]
    return kept + [fill for fill in (*ROLES, OCHRE) if fill not in kept]


def _apart(fill: str, others: Sequence[str]) -> bool:
    """Whether a colour of our list can be told from the brand's own role colours."""
    return all(colour.difference(fill, other) > 0.12 for other in others)


def _role(fill: str, name: str, primary: str, number: int) -> RoleColours:
    _, chroma, hue = colour.oklch(fill)
    token = f"role-{number + 1}"
    base = Colour(token, fill)
    tint1, tint2, tint3 = (
        Colour(f"{token}-tint{place}", colour.from_oklch(light, min(chroma, cap), hue))
        for place, (light, cap) in enumerate(((0.965, 0.018), (0.925, 0.042), (0.82, 0.09)), 1)
    )
    return RoleColours(
        fill=base,
        text=_made_of(base, f"{token}-text", colour.darkened(fill, (tint2.rgb,), ROLE_TEXT)),
        tint1=tint1,
        tint2=tint2,
        tint3=tint3,
        name=name,
        dash=DASHES[number % len(DASHES)],
        round_cap=number % len(DASHES) == _ROUND,
        on_primary=_made_of(
            tint3, f"{token}-on-primary", colour.nearest_passing(tint3.rgb, (primary,), LARGE)
        ),
    )


# Hue ranges in degrees of OKLCH, each up to its bound.
_HUES = (
    (12, "crimson"), (35, "red"), (60, "orange"), (80, "ochre"), (112, "yellow"), (135, "lime"),
    (160, "green"), (200, "teal"), (235, "cyan"), (275, "blue"), (300, "violet"), (335, "purple"),
    (360, "pink"),
)  # fmt: skip


def plain_name(fill: str) -> str:
    """The everyday word for a colour, as the key of the guide prints it."""
    if fill in _NAMES:
        return _NAMES[fill]
    lightness, chroma, hue = colour.oklch(fill)
    if chroma < 0.025:
        return "black" if lightness < 0.3 else "grey"
    if lightness < 0.45 and 35 <= hue < 112:
        return "brown"
    return next(name for bound, name in _HUES if hue <= bound)


def _names(fills: Sequence[str]) -> list[str]:
    """One word per colour; where two would be equal, the darker one is called dark, a third one deep."""
    names = [plain_name(fill) for fill in fills]
    for word in sorted({name for name in names if names.count(name) > 1}):
        same = [index for index, name in enumerate(names) if name == word]
        same.sort(key=lambda index: -colour.oklch(fills[index]).lightness)
        for index, prefix in zip(same[1:], ("dark", "deep", "darker", "deeper", "darkest"), strict=False):
            names[index] = f"{prefix} {word}"
    return names
