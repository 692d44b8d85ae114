"""The palette of a brand made to fit a profile: less toner for the office printer, one ink for the photocopier.

Comes in: the palette of the screen and the name of a profile. Goes out: the palette of that profile (page
specification, 3 and 8).
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.brand.theme import WHITE, Band, Palette, RoleColours
from guidebuild.drawing import Pattern, unnamed
from guidebuild.edition import PROFILES

EDGE, THIN = 3.0, 0.7  # points: the rule at the edge of a white band, and the rings on it
# One ink: role A solid, the others by pattern; every line of a role repeats it in its dashes.
PATTERNS = ("", "hatch", "cross", "level", "upright", "dots-wide")
PATTERN_NAMES = ("dark", "hatched", "cross-hatched", "level lines", "upright lines", "wide dots")
GREY, DARK, BLACK = unnamed("#333333"), unnamed("#262626"), unnamed("#000000")
SHARED = Pattern("dots", WHITE)


def fitted(palette: Palette, profile: str) -> Palette:
    """The palette as a profile needs it; that of a press is the screen's, and its inks do the rest."""
    treatments = {"light": _light, "one ink": _one_ink}
    treatment = PROFILES[profile].palette
    return treatments[treatment](palette) if treatment else palette


def _light(palette: Palette) -> Palette:
    """No page is filled with a dark colour: bands are white with a rule at their edge, rings are thin."""
    ink = palette.primary_text
    band = Band(
        WHITE, ink, ink, palette.rule, rings=ink, dot=ink, ring_width=THIN, edge=(EDGE, palette.primary)
    )
    roles = tuple(
        replace(
            role,
            on_primary=ink,
            band=Band(
                WHITE,
                role.text,
                role.text,
                palette.rule,
                rings=role.fill,
                dot=role.fill,
                ring_width=THIN,
                edge=(EDGE, role.fill),
            ),
        )
        for role in palette.roles
    )
    return replace(palette, roles=roles, band=band)


def _one_ink(palette: Palette) -> Palette:
    return Palette(
        primary=DARK,
        primary2=unnamed("#3a3a3a"),
        primary3=unnamed("#555555"),
        primary_text=DARK,
        primary_tint=unnamed("#f3f3f3"),
        on_primary=WHITE,
        accent=WHITE,
        ink=BLACK,
        mute=unnamed("#4a4a4a"),
        rule=unnamed("#bbbbbb"),
        hair=unnamed("#d9d9d9"),
        n1=WHITE,
        n2=WHITE,
        n3=unnamed("#bbbbbb"),
        shared=unnamed("#4a4a4a"),
        roles=tuple(_role(role, number) for number, role in enumerate(palette.roles)),
        shared_pattern=SHARED,
    )


def _role(role: RoleColours, number: int) -> RoleColours:
    """A role told by pattern and dash; of colours more than patterns, the last keep the last one."""
    name = PATTERNS[number % len(PATTERNS)]
    pattern = Pattern(name, WHITE) if name else None
    band = None
    if pattern:
        # Rings would drown in a pattern: they stand in white discs.
        band = Band(
            pattern,
            DARK,
            DARK,
            unnamed("#bbbbbb"),
            rings=DARK,
            dot=DARK,
            discs=(WHITE, None),
            ring_width=THIN,
        )
    return RoleColours(
        fill=DARK if pattern else GREY,
        text=DARK,
        tint1=WHITE,
        tint2=unnamed("#d9d9d9") if not pattern else unnamed("#ededed"),
        tint3=unnamed("#9a9a9a"),
        name=PATTERN_NAMES[number % len(PATTERNS)],
        dash=role.dash,
        round_cap=role.round_cap,
        on_primary=unnamed("#d9d9d9"),
        pattern=pattern,
        ruled=role.dash,
        band=band,
    )
