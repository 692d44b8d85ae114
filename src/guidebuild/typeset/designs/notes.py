"""Notes beside and below what they explain: a box with a heavy rule on top, and lines of small print.

Comes in: a `Note`, or words. Goes out: a box, or a flow item.
"""

from __future__ import annotations

from guidebuild.compose.document import Note, Text
from guidebuild.typeset.boxes import Box, Panel, Stack
from guidebuild.typeset.flow import Item
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, H3, LABEL, SMALL, U


def note_box(setting: Setting, note: Note, sect: Tag, width: float) -> Panel:
    """A neutral box with a heavy rule on top."""
    inner = width - 24
    children: list[tuple[float, Box]] = [
        (0.0, setting.text(note.label, LABEL, inner, Tag("P", sect), colour=setting.colour("ink"))),
        (U, setting.text(note.title, H3, inner, Tag("H2", sect))),
    ]
    for paragraph in note.paragraphs:
        text = setting.text(paragraph, SMALL, inner, Tag("P", sect))
        children.append((2 * U, text))
    if note.closing:
        colour = setting.colour("mute")
        children.append((2 * U, setting.text(note.closing, CAPTION, inner, Tag("P", sect), colour=colour)))
    return Panel(
        Stack(children, inner),
        width,
        setting.colour("n2"),
        (4 * U, 12, 3 * U, 12),
        top_rule=(1.5, setting.colour("ink")),
    )


def caption(setting: Setting, text: Text, sect: Tag, *, width: float = 0.0, before: float = U) -> Item:
    """A line of small print: source, reading key."""
    return Item(setting.text(text, CAPTION, width or setting.grid.live_width, Tag("P", sect)), before=before)
