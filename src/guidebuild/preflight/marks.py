"""What a preflight knows of a file: its pages with all that is painted on them, and what it says about itself.

Comes in: nothing. Goes out: the frozen classes that `reading` and `document` fill and that the checks ask. Refuses:
nothing. Lengths and places are in points, y upwards, in the page's own coordinates before it is turned for showing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from guidebuild.geometry import Box, Point, Polygon
from guidebuild.preflight.colour import Paint
from guidebuild.preflight.fonts import Font
from guidebuild.preflight.pictures import Picture

Kind = Literal["text", "fill", "stroke", "image", "shading"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is painted, as far as its clip leaves it visible.

    `box` is the visible part. `outlines` are its polygons, kept only where it comes near an edge of the trimmed page;
    `even_odd` says how they are filled. `paint` is None for images and for patterns of many colours.

    `runs_off` says that it goes on beyond the page as it stands in the file, with nothing that cuts it but the page.

    `size` is the type size of text, the width of a stroke (0 is a hairline), the shorter side of a rectangle that is
    filled (None for other shapes) and the pixels per inch of an image.
    """

    kind: Kind
    box: Box
    paint: Paint | None
    size: float | None = None
    outlines: tuple[Polygon, ...] = ()
    even_odd: bool = False
    font: Font | None = None
    picture: Picture | None = None
    heaviest_at: Point | None = None
    opacity: float = 1.0
    blend: str = "Normal"
    masked: bool = False
    overprints: bool = False
    inside_pattern: bool = False
    runs_off: bool = False

    @property
    def is_visible(self) -> bool:
        """Whether it shows on white paper: not painted white, and not wholly transparent."""
        return self.opacity > 0 and (self.paint is None or not self.paint.is_white)

    @property
    def is_lettering(self) -> bool:
        """Whether it is text that is there to be read: white letters stand on something dark."""
        return self.kind == "text" and self.opacity > 0

    @property
    def is_straight(self) -> bool:
        """Whether a stroke is one line along an axis, or a fill so thin that it looks like one."""
        return min(self.box.width, self.box.height) <= max(2.0, self.size or 0.0)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, link, form field or the like. `box` is None where it has no sound place."""

    kind: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Boxes:
    """The page boxes (ISO 32000-1, 14.11.2). Those that are not in the file are None, but for the media box.

    `broken` names boxes that stand in the file and are no rectangles.
    """

    media: Box
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    art: Box | None = None
    broken: tuple[str, ...] = ()

    @property
    def page(self) -> Box:
        """What is left after trimming: the trim box, else the art box, else what a viewer shows (14.11.2.1)."""
        return self.trim or self.art or self.shown

    @property
    def artwork(self) -> Box:
        """Where the page itself is: trimmed, or, where that is not said, with its bleed."""
        return self.trim or self.art or self.bleeding

    @property
    def is_cut(self) -> bool:
        """Whether the file says where the page is trimmed."""
        return self.trim is not None or self.art is not None

    @property
    def shown(self) -> Box:
        return (self.crop.meet(self.media) if self.crop else None) or self.media

    @property
    def bleeding(self) -> Box:
        """The bleed box, else what a viewer shows."""
        return self.bleed or self.shown


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `faults` tells what of it could not be read; `groups` counts its transparency groups.

    `oddities` are things that press shops refuse and that leave no mark: transfer functions, PostScript, OPI ...
    `unseen` is text that stands wholly beside the page as the file has it.
    """

    number: int
    boxes: Boxes
    turned: int = 0
    marks: tuple[Mark, ...] = ()
    unseen: tuple[Mark, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: int = 0
    filters: frozenset[str] = frozenset()
    oddities: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent (ISO 32000-1, 14.11.5), with the device class ("prtr") and colour space of its ICC profile.

    Both are "" where no profile is embedded.
    """

    kind: str
    condition: str
    registry: str
    profile_class: str = ""
    profile_space: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. `standards` are those that it claims, as "PDF/X-1a:2003" or "PDF/A-2a".

    `info` are the texts of the information dictionary; `xmp` the properties of the metadata, by prefix and name.
    `active` names what does something by itself or asks for something: scripts, forms, attached files, films.
    """

    name: str
    version: str
    pages: tuple[Page, ...]
    standards: tuple[str, ...] = ()
    intents: tuple[Intent, ...] = ()
    info: dict[str, str] = field(default_factory=dict)
    xmp: dict[str, str] = field(default_factory=dict)
    has_id: bool = False
    encrypted: bool = False
    active: tuple[str, ...] = ()
    layers: int = 0
    compressed_objects: bool = False
    damage: tuple[str, ...] = ()

    def painted(self) -> Iterator[tuple[Page, Mark]]:
        """All marks, each with its page, in the order of painting."""
        return ((page, mark) for page in self.pages for mark in page.marks)
