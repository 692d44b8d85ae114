"""What is written on: questions over lines, worksheets, and a form with labelled lines.

Comes in: `QuestionItem`, `Worksheet` and `Form`. Goes out: boxes and flow items.
"""

from __future__ import annotations

from guidebuild.compose.document import Form, QuestionItem, Worksheet
from guidebuild.edition import MM
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Rule, Stack
from guidebuild.typeset.flow import Item
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import CAPTION, H3, LABEL, U

LINE_PITCH = 8 * MM
TIGHT = 0.7  # from this density on a question has two lines to write on


def question_box(
    setting: Setting, question: QuestionItem, listing: Tag, density: float, width: float = 0.0
) -> Box:
    """A numbered question with its mark, over lines to write on; as wide as the page unless a width is given."""
    cols = setting.grid
    width = width or cols.live_width
    x = cols.x(1)
    li = Tag("LI", listing)
    lbl, body = Tag("Lbl", li), Tag("LBody", li)
    number = setting.text(f"{question.number} ", H3, x, lbl, colour=setting.colour("primary_text"))
    mark_width = setting.mark(question.members, 9.0).width + 8 if question.members else 0.0
    words = setting.text(question.ask + " ", H3, width - x - mark_width, Tag("P", body))
    row: list[tuple[float, Box]] = [(0.0, number), (x, words)]
    if question.members:
        mark = setting.spoken_mark(question.members, 9.0, body)
        row.append((width - mark.width, Stack([(3.5, mark)])))
    lines = writing_lines(setting, width - x, question.lines if density > TIGHT else min(2, question.lines))
    return Stack([(0.0, Beside(row, width)), (0.0, Beside([(x, lines)], width))], width)


def worksheet(setting: Setting, block: Worksheet, sect: Tag, width: float, density: float) -> list[Item]:
    """Questions in a column of running text, with room for the answers; a line less where that saves a page."""
    lines = block.lines if density > TIGHT else max(1, block.lines - 1)
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    asked = [QuestionItem(block.id, block.slot, n, ask, (), lines) for n, ask in enumerate(block.asks, 1)]
    return [
        Item(question_box(setting, question, listing, 1.0, width), before=5 * U * density, flex=True)
        for question in asked
    ]


def writing_lines(setting: Setting, width: float, count: int) -> Art:
    """Writing lines, 8 mm apart; decoration."""

    def draw(pen: Pen, x: float, y: float) -> None:
        for i in range(1, count + 1):
            at = y + i * LINE_PITCH - 2 * U  # nearer to its question than to the one before
            pen.line(x, at, x + width, at, 0.5, setting.colour("mute"))

    return Art(width, count * LINE_PITCH - 2 * U, draw)


def form_box(setting: Setting, form: Form, sect: Tag) -> Panel:
    """Labelled lines in two columns."""
    cols = setting.grid
    width = cols.live_width
    each = (width - 24 - GUTTER) / 2
    label = setting.text(form.label, LABEL, width - 24, Tag("H2", sect), colour=setting.colour("ink"))
    rows: list[tuple[float, Box]] = [(0.0, label)]
    for start in range(0, len(form.fields), 2):
        cells: list[tuple[float, Box]] = []
        for index, name in enumerate(form.fields[start : start + 2]):
            words = setting.text(name, CAPTION, each, Tag("P", sect))
            line = Rule(each, 0.5, setting.colour("mute"))
            cells.append((index * (each + GUTTER), Stack([(LINE_PITCH - 14, words), (1.0, line)], each)))
        rows.append((0.0, Beside(cells, width - 24, LINE_PITCH)))
    return Panel(Stack(rows, width - 24), width, setting.colour("primary_tint"), (2 * U, 12, 3 * U, 12))
