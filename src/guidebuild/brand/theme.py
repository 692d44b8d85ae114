"""`Theme`: a brand with every decision taken.

Comes in: nothing; `guidebuild.brand.load` fills it. Goes out: resolved colours (contrast-checked), font
faces, logo, header and footer words, contact block, paper and edition. Refuses: nothing; it is plain frozen data.
Lengths are points; colours are "#rrggbb".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guidebuild.drawing import Drawing, FaceName
from guidebuild.fonts import Face

MM = 72 / 25.4
MARK_GAP, MARK_LENGTH = 1 * MM, 5 * MM  # crop marks start that far outside the bleed, and are that long


@dataclass(frozen=True, slots=True)
class Paper:
    """Trim size in points."""

    name: str
    width: float
    height: float


PAPERS = {
    "a4": Paper("a4", 210 * MM, 297 * MM),
    "letter": Paper("letter", 612.0, 792.0),
    "a3": Paper("a3", 297 * MM, 420 * MM),
    "a2": Paper("a2", 420 * MM, 594 * MM),
    "tabloid": Paper("tabloid", 792.0, 1224.0),
}
# Which papers a layout can be set on: first the usual one, then the usual one where paper is cut to Letter.
LAYOUTS = {
    "guide": ("a4", "letter"),
    "handout": ("a4", "letter"),
    "poster": ("a3", "tabloid", "a2"),
}


Space = Literal["rgb", "gray", "cmyk"]
# Each profile and the inks that its colours become.
PROFILES: dict[str, Space] = {"screen": "rgb", "press": "cmyk"}


@dataclass(frozen=True, slots=True)
class Edition:
    """Which of a guide's editions this is: what is on the sheets, for what they are made, how large the type is."""

    layout: str = "guide"
    profile: str = "screen"
    size: str = "standard"

    def suffix(self) -> str:
        """What a file's name says after the guide's id: "-handout-gray"; nothing for the usual edition."""
        usual = Edition()
        pairs = ((self.layout, usual.layout), (self.size, usual.size), (self.profile, usual.profile))
        return "".join(f"-{name}" for name, common in pairs if name != common)


@dataclass(frozen=True, slots=True)
class Press:
    """What a print shop needs to know of a file: `bleed` in points, the standard, and the printing that is meant.

    `condition` is the name of a printing condition registered with the ICC, or "" for the one that `icc`, the bytes
    of a profile, describes. `given` has the inks of colours, in percent of cyan, magenta, yellow and black, that the
    brand sets; what it does not is converted (`guidebuild.brand.separation`).
    """

    bleed: float
    crop_marks: bool
    standard: Literal["PDF/X-1a:2003", "PDF/X-4"]
    condition: str
    icc: bytes = b""
    given: tuple[tuple[str, tuple[float, float, float, float]], ...] = ()

    @property
    def margin(self) -> float:
        """From the trim to the edge of the sheet, in points: the bleed, and the crop marks around it."""
        return self.bleed + (MARK_GAP + MARK_LENGTH if self.crop_marks else 0.0)


@dataclass(frozen=True, slots=True)
class RoleColours:
    """The one colour that a role owns: fill (white on it >= 4.5:1), text (>= 5.5:1 on tint2), three tints.

    `dash` is the outline pattern that repeats the colour for a photocopier; points on/off, empty means solid.
    `on_primary` draws lines on the primary colour (>= 3:1): tint3 wherever that passes.
    """

    fill: str
    text: str
    tint1: str
    tint2: str
    tint3: str
    name: str
    dash: tuple[float, ...] = ()
    round_cap: bool = False
    on_primary: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of the page specification; names as in its table."""

    primary: str
    primary2: str
    primary3: str
    primary_text: str
    primary_tint: str
    on_primary: str
    accent: str
    ink: str
    mute: str
    rule: str
    hair: str
    n1: str
    n2: str
    n3: str
    shared: str
    roles: tuple[RoleColours, ...]
    paper: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Faces:
    """The family of the guide; a family without italics repeats the upright face."""

    family: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    def face(self, name: FaceName) -> Face:
        return {
            "regular": self.regular,
            "bold": self.bold,
            "italic": self.italic,
            "bold_italic": self.bold_italic,
        }[name]


@dataclass(frozen=True, slots=True)
class Raster:
    """A bitmap logo: PNG bytes without alpha (flattened on `background`), size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Logo:
    """`light` stands on white paper, `dark` on the primary colour; `alt` is read aloud in its place."""

    light: Drawing | Raster | None
    dark: Drawing | Raster | None
    alt: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Who to talk to; empty fields are left out."""

    name: str = ""
    lines: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that a brand says about a guide."""

    name: str
    palette: Palette
    faces: Faces
    logo: Logo
    paper: Paper
    header: str = ""
    footer: str = ""
    contact: Contact = Contact()
    credit: str = ""
    edition: Edition = Edition()
    press: Press | None = None

    @property
    def inks(self) -> Space:
        """What the colours of the pages are made of."""
        return PROFILES[self.edition.profile]

    @property
    def tagged(self) -> bool:
        """Whether the file is made to be read, by people and their software, or only to be printed from."""
        return self.press is None

    @property
    def on_paper(self) -> bool:
        """Whether the pages are made to be printed, so that addresses must be readable and not only linked."""
        return self.edition.profile != "screen"
