"""The profiles: what a file is made for. Nothing comes in, and nothing is raised.

To add one, add it to `PROFILES`; what is to be done to the palette, if that is new, goes to `guidebuild.brand.fitted`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Inks = Literal["rgb", "gray", "cmyk"]  # what the colours of the pages are made of


@dataclass(frozen=True, slots=True)
class Profile:
    """What a file is made for: its inks, and the name of what is done to the brand's palette ("" for nothing).

    What is made in CMYK is for a print shop: it has bleed and marks, and neither tags nor links. Where pages are only
    `on_screen`, addresses are linked and need not be printed.
    """

    name: str
    inks: Inks
    palette: str = ""
    on_screen: bool = False

    @property
    def for_press(self) -> bool:
        return self.inks == "cmyk"


# The first one is the usual one.
PROFILES = {
    profile.name: profile
    for profile in (
        Profile("screen", "rgb", on_screen=True),
        Profile("print", "rgb", "light"),
        Profile("gray", "gray", "one ink"),
        Profile("press", "cmyk"),
    )
}
