"""What front covers, backs and single sheets share: the words and the ornament on their band.

Comes in: a section, and its `Lockup` and `Rings`. Goes out: boxes for the band in the brand's colour, and the one block
of a slot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from guidebuild.compose.document import Block, Lockup, Rings, Section
from guidebuild.edition import MM
from guidebuild.typeset.boxes import Art, Beside, Box, Rule, Stack, TextBox
from guidebuild.typeset.graphics import ornament
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import Style, label_style

Kind = TypeVar("Kind", bound=Block)

LOGO = 7.5 * MM  # how high the brand's logo is
LINE = 40 * MM  # of a rule on the band
HANG = 0.065  # of the size: the first glyph's side bearing, so that stems meet the margin


def only(section: Section, slot: str, kind: type[Kind]) -> Kind | None:
    """The only block of a kind in a slot, if there is one."""
    return next((block for block in section.slot(slot) if isinstance(block, kind)), None)


def lockup_of(section: Section) -> Lockup:
    """The title of a cover or a sheet, which each of them has."""
    lockup = only(section, "title", Lockup)
    assert lockup
    return lockup


def kicker(setting: Setting, lockup: Lockup, tag: Tag, width: float, **changes: float) -> TextBox:
    """The small line over the title; `changes` are those to the style of a label."""
    style = label_style(as_written=lockup.as_written).with_(**changes)
    return setting.text(lockup.kicker, style, width, Tag("P", tag), colour=setting.theme.palette.cover.label)


def titled(
    setting: Setting,
    lockup: Lockup,
    h1: Tag,
    style: Style,
    width: float,
    gap: float,
    joiner: Style,
    *,
    ruled: Callable[[TextBox], Box] | None = None,
    hang: float = HANG,
) -> tuple[Stack, float]:
    """The title: roles below each other with the slim word between them, or one free title; and how wide its ink is.

    `gap` is the room before the slim word and after it, which is in the style `joiner`; `ruled` may add a rule to it.
    """
    cover = setting.theme.palette.cover
    children: list[tuple[float, Box]] = []
    widest, parts = 0.0, lockup.roles or (lockup.title,)
    for index, words in enumerate(parts):
        if index:
            slim = setting.text(lockup.joiner + " ", joiner, width, h1, colour=cover.label)
            children.append((gap, ruled(slim) if ruled else slim))
        blank = " " if index < len(parts) - 1 else ""
        box = setting.text(words + blank, style, width, h1, colour=cover.words, place=lockup.place)
        widest = max(widest, *(line.width for line in box.lines))
        children.append((gap if index else 0.0, Beside([(-hang * style.size, box)], width)))
    return Stack(children, width), widest


def followed(words: TextBox, gap: float, drop: float, rule: Rule) -> Beside:
    """The slim word with a rule behind it, `drop` points below the top of its line."""
    return Beside([(0.0, words), (words.lines[0].width + gap, Stack([(drop, rule)]))], words.width)


def named(setting: Setting, role: int, listing: Tag, width: float, style: Style) -> Beside:
    """The name of a role after its mark, an item of a list."""
    cover = setting.theme.palette.cover
    mark = setting.mark((role,), 11.0, on_dark=cover.label)
    body, x = Tag("LBody", Tag("LI", listing)), mark.width + 10
    words = setting.text(setting.document.roles[role].title, style, width - x, body, colour=cover.words)
    drop = (words.style.leading - mark.height) / 2
    return Beside([(0.0, Stack([(drop, mark)])), (x, words)], width)


def cover_rings(setting: Setting, rings: Rings, band: float, reach: float, dx: float = 0.0) -> Art:
    """The ornament of a cover: it ends at the outer margin."""
    grid = setting.grid
    return ornament(setting, rings, grid.paper.width - grid.margins.outer, band, reach, dx)
