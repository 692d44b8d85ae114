"""What the single sheets have in common: settling for what fits, bands with an ornament, a booth in large type.

Comes in: a section and a way to lay it out. Goes out: the section with as much in it as there is room for. Nothing
is overprinted; what has to go is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from guidebuild.compose.document import Code, Lockup, Rings, Section
from guidebuild.compose.layouts.worth import left_out, shorter
from guidebuild.drawing import Colour
from guidebuild.edition import MM
from guidebuild.typeset.boxes import Art, Box, Rule, Stack, TextBox
from guidebuild.typeset.designs.covers import followed, only, titled
from guidebuild.typeset.graphics import STEP, code_box, ornament
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import DISPLAY, Style

LEAST_REACH = 20 * MM  # a smaller ornament would look like a mistake


@dataclass
class Laid:
    """Boxes with their places on a page, and by how many points they are too high for it (0 or less: they fit)."""

    boxes: list[tuple[Box, float, float]] = field(default_factory=list)
    over: float = 0.0

    def put(self, box: Box, x: float, y: float) -> float:
        """Place a box; returns the y below it."""
        self.boxes.append((box, x, y))
        return y + box.height


def settle(setting: Setting, section: Section, *ways: tuple[Callable[[Section], Laid], int | None]) -> None:
    """One page with the section, or with the most of it that fits, by the order of worth.

    Of several ways to lay it out each is tried while no more parts have to go than it says, the last to the end.
    """
    sheet = setting.start(section, "cover")
    candidates = (section, *shorter(section))
    for lay, most in ways:
        for shown in candidates if most is None else candidates[: most + 1]:
            laid = lay(shown)
            if laid.over <= 0.01:
                break
        if laid.over <= 0.01:
            break
    if laid.over > 0.01:
        setting.book.refuse(setting.document.layout, laid.over, [box for box, _, _ in laid.boxes])
    setting.book.left_out += (*left_out(section, shown), *section.unsaid)
    for box, x, y in laid.boxes:
        sheet.put(box, x, y)


def band_ornament(
    setting: Setting, rings: Rings, band: float, left: float, reach: float, step: float = STEP
) -> Art | None:
    """Rings on the band's lower edge, from `left` on and over the right edge of the page; None without room."""
    width = setting.grid.paper.width
    reach = min(reach, reach_beside(rings, width - left))
    first, second = max(rings.counts[0], 1), max(rings.counts[1], 1)
    each = min(reach / max(first, second), step)
    apart = 2 * (min(first, second) - rings.shared + 0.2) * each
    # Over the right edge of the page, so that the rings are part of a larger figure.
    rim = left + first * each + apart + second * each
    rim = max(rim, min(width + second * each * 0.3, width + second * each - (apart / 2 + 1.5 * each)))
    if each * max(first, second) < LEAST_REACH:
        return None
    return ornament(setting, rings, rim, band, each * max(first, second), most=step)


def reach_beside(rings: Rings, room: float) -> float:
    """The largest radius with which the rings that cross still do so within a room of that width."""
    first, second = max(rings.counts[0], 1), max(rings.counts[1], 1)
    return room * max(first, second) / (first + min(first, second) - rings.shared + 1.7)


def large(
    setting: Setting, words: str, sizes: Sequence[float], width: float, tag: Tag, colour: Colour
) -> Box:
    """A few words in the largest of the sizes in which they stand on one line; in the smallest they may wrap."""
    for size in sizes:
        style = DISPLAY.with_(size=size, leading=size * 1.05, tracking=0.0)
        box = setting.text(words, style, width, tag, colour=colour)
        if len(box.lines) == 1 and box.lines[0].width <= width:
            break
    return box


def code(
    setting: Setting, section: Section, sect: Tag, size: float, most: float, *, right: bool
) -> Box | None:
    """The QR code in its slot with its address, or the address alone where the code would be larger than `most`."""
    block = only(section, "qr", Code)
    return None if not block else code_box(setting, block, sect, right=right, size=size, most=most)


def sheet_title(
    setting: Setting, lockup: Lockup, sect: Tag, style: Style, width: float, gap: float, line: float = 0.0
) -> tuple[Stack, float]:
    """The title of a sheet, and how wide its ink is; a `line` of that length goes on beside the slim word."""
    joiner = DISPLAY.with_(size=style.size * 0.6, leading=style.size * 0.8, tracking=0.0)

    def ruled(slim: TextBox) -> Box:
        size = slim.style.size
        rule = Rule(line, 0.06 * size, setting.theme.palette.cover.label)
        return followed(slim, 0.5 * size, 0.5 * slim.style.leading, rule)

    h1 = Tag("H1", sect)
    return titled(setting, lockup, h1, style, width, gap, joiner, ruled=ruled if line else None)
