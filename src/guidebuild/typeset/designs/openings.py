"""Openings: the ground of a card, the title with its address, and the salary on its scale.

Comes in: a `JobCard`. Goes out: boxes, and the words of the title.
"""

from __future__ import annotations

from guidebuild.charts.marks import ARROW, arrow
from guidebuild.compose.document import JobCard, Run, Text
from guidebuild.drawing import Path
from guidebuild.typeset.boxes import Art, Box, Panel
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.words.numbers import short_address

BAR = 8.0


def salary_bar(setting: Setting, card: JobCard, width: float) -> Art:
    """The range on one line from 0; a bar that runs off the scale ends in an arrow."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(x, y + BAR / 2, x + width, y + BAR / 2, 0.5, setting.colour("n3"))
        end = card.high or card.low
        most = width - (ARROW * BAR if end > card.top else 0.0)
        low, high = (min(width * amount / card.top, most) for amount in (card.low, end))
        colour = setting.colour("n3" if card.closed else "primary_text")
        pen.rect(x + low, y, max(high - low, 2.5), BAR, colour)
        if end > card.top:
            pen.path(Path(arrow(x + most, pen.height - y - BAR / 2, BAR), fill=colour))

    return Art(width, BAR, draw)


def opening_title(setting: Setting, card: JobCard) -> tuple[Text, Text]:
    """The title of an opening, and its address where that is a line of its own, as on paper; else it is the link."""
    address = card.url if setting.theme.on_paper else ""
    title = (Run(card.title, bold=True, link="" if address else card.url),)
    return title, (Run(short_address(address), link=address),) if address else ()


def opening_panel(setting: Setting, card: JobCard, inner: Box, pad: float, least: float = 0.0) -> Panel:
    """The ground of a card. What is closed keeps its words but loses its colour: the ground is white, bars are grey."""
    return Panel(
        inner,
        setting.grid.live_width,
        None if card.closed else setting.colour("n1"),
        (pad, 10, pad, 12),
        bar=(3.0, setting.colour("n3" if card.closed else "primary")),
        least=least,
    )
