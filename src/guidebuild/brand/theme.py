"""`Theme`: a brand with every decision taken.

Comes in: nothing; `guidebuild.brand.load` fills it. Goes out: resolved colours (contrast-checked), font
faces, logo, header and footer words, contact block, paper and edition. It is plain frozen data.
Lengths are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guidebuild.drawing import Colour, Drawing, FaceName, Paint, Pattern
from guidebuild.edition import LAYOUTS, MM, PROFILES, Edition, Form, Inks, Layout, Paper, Profile
from guidebuild.fonts import Face

MARK_GAP, MARK_LENGTH = 1 * MM, 5 * MM  # crop marks start that far outside the bleed, and are that long


@dataclass(frozen=True, slots=True)
class Press:
    """What a print shop needs to know of a file: `bleed` in points, the standard, and the printing that is meant.

    `condition` is the name of a printing condition registered with the ICC, or "" for the one that `icc`, the bytes
    of a profile, describes. `given` has the inks of colours, in percent of cyan, magenta, yellow and black, that the
    brand sets: by the name of the colour in the palette, and by its "#rrggbb" for all that looks like it and is called
    otherwise. What it does not set is converted (`guidebuild.brand.separation`).
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
class Band:
    """A band across the page, out to the trim: its ground, and what stands on it. Widths are points.

    `label` is for small capitals and the like, `line` for thin rules, `rings` and `dot` for the ornament, `discs` for
    what its circles are filled with (the first two, then where they overlap; None for nothing). `edge` is a rule along
    the lower edge of a band that has no ground of its own. Without `rings` each role's are in the role's own colour.
    """

    ground: Paint
    words: Colour
    label: Colour
    line: Colour
    rings: Colour | None
    dot: Colour
    discs: tuple[Colour | None, Colour | None] = (None, None)
    ring_width: float = 1.1
    edge: tuple[float, Colour] | None = None

    @property
    def beneath(self) -> Colour:
        """The ground, or what its pattern lies on."""
        return self.ground.on if isinstance(self.ground, Pattern) else self.ground


WHITE = Colour("white", "#ffffff")


@dataclass(frozen=True, slots=True)
class RoleColours:
    """The one colour that a role owns: fill (white on it >= 4.5:1), text (>= 5.5:1 on tint2), three tints.

    `dash` is the outline pattern that repeats the colour for a photocopier; points on/off, empty means solid.
    `on_primary` draws lines on the primary colour (>= 3:1): tint3 wherever that passes. Where there is one ink,
    areas have a `pattern` instead of the fill (one of `guidebuild.typeset.patterns`), on which words stand on plates
    of what it lies on, and rules in the role's colour have its dash (`ruled`). `name` is an everyday word.
    """

    fill: Colour
    text: Colour
    tint1: Colour
    tint2: Colour
    tint3: Colour
    name: str
    dash: tuple[float, ...] = ()
    round_cap: bool = False
    on_primary: Colour = WHITE
    pattern: Pattern | None = None
    ruled: tuple[float, ...] = ()
    band: Band | None = None

    @property
    def area(self) -> Paint:
        """What heads, tabs and bands are filled with."""
        return self.pattern or self.fill

    @property
    def on_area(self) -> Colour:
        """The colour of words on it; on a pattern they stand on plates."""
        return self.text if self.pattern else WHITE

    @property
    def small_area(self) -> Paint:
        """What marks are filled with; of a pattern the finer one."""
        return self.pattern.fine if self.pattern else self.fill

    @property
    def bars(self) -> tuple[Colour, Paint]:
        """The outer and the middle part of a range."""
        return self.tint2, self.pattern or self.tint3

    @property
    def opener(self) -> Band:
        """The band that opens the role's profile."""
        return self.band or Band(self.fill, WHITE, WHITE, self.tint3, rings=self.tint3, dot=WHITE)


@dataclass(frozen=True, slots=True)
class Palette:
    """The tokens of the page specification; names as in its table."""

    primary: Colour
    primary2: Colour
    primary3: Colour
    primary_text: Colour
    primary_tint: Colour
    on_primary: Colour
    accent: Colour
    ink: Colour
    mute: Colour
    rule: Colour
    hair: Colour
    n1: Colour
    n2: Colour
    n3: Colour
    shared: Colour
    roles: tuple[RoleColours, ...]
    paper: Colour = Colour("paper", "#ffffff")  # noqa: RUF009 -- frozen
    shared_pattern: Pattern | None = None
    band: Band | None = None

    @property
    def shared_area(self) -> Paint:
        """The ground of what roles share: a colour, or a pattern, on which words stand on plates."""
        return self.shared_pattern or self.n2

    @property
    def bars(self) -> tuple[Colour, Colour]:
        """The outer and the middle part of a range that is no role's."""
        return (self.hair, self.n3) if self.shared_pattern else (self.n2, self.n3)

    @property
    def cover(self) -> Band:
        """The band of the covers; each role's rings on it are in the role's own colour for that."""
        return self.band or Band(
            ground=self.primary,
            words=self.on_primary,
            label=self.accent,
            line=self.primary3,
            rings=None,
            dot=self.accent,
            discs=(self.primary2, self.primary3),
        )


@dataclass(frozen=True, slots=True)
class Faces:
    """The family of the guide; a family without italics repeats the upright face.

    `heading` and `heading_italic` are bold faces of another family, `headings`, where the brand has one for headings.
    """

    family: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    headings: str = ""
    heading: Face | None = None
    heading_italic: Face | None = None

    @property
    def of_text(self) -> tuple[Face, ...]:
        """The faces that must have every character; a heading with others is set in them."""
        return (self.regular, self.bold, self.italic, self.bold_italic)

    def face(self, name: FaceName) -> Face:
        return {
            "regular": self.regular,
            "bold": self.bold,
            "italic": self.italic,
            "bold_italic": self.bold_italic,
            "heading": self.heading or self.bold,
            "heading_italic": self.heading_italic or self.heading or self.bold_italic,
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
    edition: Edition = Edition()  # noqa: RUF009 -- frozen
    press: Press | None = None

    @property
    def layout(self) -> Layout:
        return LAYOUTS[self.edition.layout]

    @property
    def profile(self) -> Profile:
        return PROFILES[self.edition.profile]

    @property
    def form(self) -> Form:
        """How the pages of the edition are set on the paper."""
        return self.edition.form(self.paper)

    @property
    def inks(self) -> Inks:
        """What the colours of the pages are made of."""
        return self.profile.inks

    @property
    def tagged(self) -> bool:
        """Whether the file is made to be read, by people and their software, or only to be printed from."""
        return self.press is None

    @property
    def on_paper(self) -> bool:
        """Whether the pages are made to be printed, so that addresses must be readable and not only linked."""
        return not self.profile.on_screen or self.layout.folded
