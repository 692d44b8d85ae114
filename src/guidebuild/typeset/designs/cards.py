"""A role's card: its filled head and its facts; and the band that names what all roles share.

Comes in: cards, facts and callouts of the document. Goes out: boxes as wide as they are asked to be.
"""

from __future__ import annotations

from guidebuild.compose.document import Callout, Card, Fact
from guidebuild.typeset.boxes import Beside, Box, Panel, Stack
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, FIGURE, H2, H3, LABEL, SMALL, SMALL_BOLD, U

INSET = 12.0
HEAD_SMALL = SMALL_BOLD.with_(balance=True)


def card_head(setting: Setting, card: Card, tag: Tag, width: float, *, narrow: bool) -> Panel:
    """The filled head with the role's name and mark."""
    role = setting.theme.palette.roles[card.role]
    mark = setting.area_mark(card.role, 13.0 if not narrow else 15.0)
    room = width - 2 * INSET - mark.width - 8
    style = next(
        (s for s in ((H3,) if narrow else (H2, H3)) if setting.holds(card.title, s, room)), HEAD_SMALL
    )
    title = setting.text(card.title, style, room, Tag("H2", tag), colour=role.on_area)
    if len(title.lines) > 3:
        title = setting.text(card.title, HEAD_SMALL, room, title.tag, colour=role.on_area)
    lowered = Stack([(4.0, mark)])
    plated = setting.plated(title, role.area)
    inner = Beside([(0.0, plated), (width - 2 * INSET - mark.width, lowered)], width - 2 * INSET)
    least = (13 if narrow else 14) * U
    pad = max(INSET, (least - title.height) / 2)
    return Panel(inner, width, role.area, (pad, INSET, pad, INSET), least=least)


def fact_box(
    setting: Setting,
    fact: Fact,
    tag: Tag,
    width: float,
    role: int | None,
    *,
    narrow: bool,
    sentence: bool | None = None,
) -> Stack:
    """Label, value, note; nothing when the value is absent. A sentence (the focus) is set as text, not as a value."""
    if not fact.value:
        return Stack([], width)
    colour = setting.role_text(role)
    children: list[tuple[float, Box]] = [
        (2 * U, setting.text(fact.label, LABEL, width, Tag("P", tag), colour=colour))
    ]
    sentence = is_sentence(fact) if sentence is None else sentence
    style, value_colour = ((SMALL if narrow else BODY) if sentence else H3), setting.colour("ink")
    if not setting.holds(fact.value, style, width):
        style = SMALL_BOLD
    if fact.money:
        style, value_colour = FIGURE, colour
    value = setting.text(fact.value, style, width, Tag("P", tag), colour=value_colour)
    children.append((U, value))
    if fact.note:
        note_style = CAPTION if fact.money else SMALL
        note_colour = setting.colour("mute" if fact.money else "ink")
        children.append((0.0, setting.text(fact.note, note_style, width, Tag("P", tag), colour=note_colour)))
    return Stack(children, width)


def is_sentence(fact: Fact) -> bool:
    return not fact.note and len(fact.value) > (34 if fact.value.endswith(".") else 64)


def shared_band(setting: Setting, block: Callout, sect: Tag) -> Panel:
    """The neutral band that names what all roles share, with the shared mark."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    mark = setting.mark(block.members, 13.0 if setting.roles == 2 else 17.0)
    x = max(setting.grid.x(2), mark.width + 12)
    label = setting.text(block.label, LABEL, x - 4, Tag("P", tag), colour=setting.colour("shared"))
    text_width = width - 2 * INSET - x
    words = Stack(
        [
            (0.0, setting.text(block.title, H3, text_width, Tag("H2", tag))),
            (0.0, setting.text(block.text, SMALL, text_width, Tag("P", tag))),
        ]
    )
    inner = Beside([(0.0, Stack([(2.0, label), (U, mark)])), (x, words)], width - 2 * INSET)
    # A pattern is a frame, and what it frames stands on a plate.
    area = setting.theme.palette.shared_area
    return Panel(inner, width, area, (3 * U, INSET, 3 * U, INSET), frame=2 * U)
