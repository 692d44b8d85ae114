"""Appendices: practical tips as a numbered checklist, questions for the booth with writing lines.

Comes in: a `tips` or `questions` section. Goes out: five tips or six questions to a page, each kept whole.
"""

from __future__ import annotations

from guidebuild.brand.theme import MM
from guidebuild.compose.document import Form, Paragraph, QuestionItem, Section, TipItem, Worksheet
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Art, Beside, Box, Panel, Picture, Rule, Stack
from guidebuild.typeset.flow import Item
from guidebuild.typeset.pages.compare import caption
from guidebuild.typeset.pages.jobs import tick_box
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, DISPLAY, H2, H3, LABEL, SMALL, U, on_grid

TIP_PITCH = 31 * U
LINE_PITCH = 8 * MM
TIGHT = 0.7  # from this density on a question has two lines to write on


def lay_tips(setting: Setting, section: Section) -> None:
    """The tips, five to a page where they keep to three lines."""
    setting.start(section)
    sect = setting.sect()
    setting.flow(section, setting.fit(lambda density: _tips(setting, section, sect, density)), widen=False)


def _tips(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    cols = setting.grid
    items = [Item(setting.title(section, sect, cols.live_width), keep=True)]
    for block in section.slot("lead"):
        assert isinstance(block, Paragraph)
        text = setting.text(block.text, BODY, cols.w(7), Tag("P", sect))
        items.append(Item(Beside([(cols.x(2), text)], cols.live_width), before=2 * U, keep=True))
    tips = [b for b in section.slot("tips") if isinstance(b, TipItem)]
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    for index, tip in enumerate(tips):
        rule = (
            Rule(cols.live_width, 1.0, setting.colour("ink")) if not index else setting.rule(cols.live_width)
        )
        stack = Stack([(0.0, rule), (6 * U * density, _tip(setting, tip, listing))], cols.live_width)
        height = max(on_grid(stack.height + 3 * U * density, density), TIP_PITCH * density)
        padded = Stack([*stack.children, (height - stack.height, Stack([]))], cols.live_width)
        items.append(Item(padded, before=3 * U if not index else 0.0, node=tip.id))
    items.append(Item(Rule(cols.live_width, 1.0, setting.colour("ink")), keep=True))
    for block in section.slot("key"):
        assert isinstance(block, Paragraph)
        items.append(caption(setting, block.text, sect))
    return items


def _tip(setting: Setting, tip: TipItem, listing: Tag) -> Box:
    """Number and mark, imperative and reason, and the box with the first step."""
    cols = setting.grid
    li = Tag("LI", listing)
    lbl, body = Tag("Lbl", li), Tag("LBody", li)
    colour = setting.theme.palette.primary_text
    number = setting.text(f"{tip.number} ", DISPLAY.with_(balance=False), cols.w(2), lbl, colour=colour)
    head: list[tuple[float, Box]] = [(-8.0, number)]
    title = setting.text(tip.title + " ", H2, cols.w(6) - 4, Tag("P", body))
    words: list[tuple[float, Box]] = [(0.0, title)]
    if tip.why:
        words.append((2 * U, setting.text(tip.why, BODY, cols.w(6) - 4, Tag("P", body))))
    if tip.members:
        spoken = roles_named(setting, tip.members)
        head.append((2 * U, setting.spoken_mark(tip.members, 12.0, body, spoken)))
    step = step_box(setting, tip, body) if tip.step else done_box(setting, tip, body)
    cells: list[tuple[float, Box]] = [
        (0.0, Stack(head)),
        (cols.x(2), Stack(words)),
        (cols.live_width - step.width, step),
    ]
    return Beside(cells, cols.live_width)


def roles_named(setting: Setting, members: tuple[int, ...]) -> str:
    """The roles that a mark stands for, as spoken words."""
    if len(members) == setting.roles:
        return f"({setting.word('all')}) "
    names = ", ".join(setting.document.roles[m].short for m in members)
    return f"({names}) "


def step_box(setting: Setting, tip: TipItem, body: Tag, width: float = 0.0, least: float = 20 * U) -> Panel:
    """The tinted box with a tick box and the first step, as wide as four columns unless a width is given."""
    width = width or setting.grid.w(4)
    inner = width - 18
    tag = Tag("Div", body)
    ink = setting.colour("ink")
    label = setting.text(tip.label, LABEL, inner, Tag("P", tag), colour=ink)
    tick = Picture(tick_box(ink), Tag("Span", tag), actual=setting.word("tick") + " ")
    words = setting.text(tip.step, SMALL, inner - 18, Tag("P", tag))
    row = Beside([(0.0, Stack([(1.5, tick)])), (18.0, words)], inner)
    stack = Stack([(0.0, label), (U, row)], inner)
    return Panel(stack, width, setting.colour("primary_tint"), (2.5 * U, 8, 2.5 * U, 10), least=least)


def lay_questions(setting: Setting, section: Section) -> None:
    """Questions with lines to write on, and the form for whom I spoke to."""
    setting.start(section)
    sect = setting.sect()
    setting.flow(section, setting.fit(lambda density: _questions(setting, section, sect, density)))


def _questions(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    items = setting.opening(section, sect)
    questions = [b for b in section.slot("questions") if isinstance(b, QuestionItem)]
    forms = [b for b in section.slot("form") if isinstance(b, Form)]
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    for index, question in enumerate(questions):
        box = question_box(setting, question, listing, density)
        items.append(Item(box, before=(4 if not index else 6) * U * density, node=question.id, flex=True))
    for form in forms:
        items.append(Item(form_box(setting, form, sect), before=6 * U * density, flex=True))
    return items


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
        mark = setting.spoken_mark(question.members, 9.0, body, roles_named(setting, question.members))
        row.append((width - mark.width, Stack([(3.5, mark)])))
    lines = writing_lines(setting, width - x, question.lines if density > TIGHT else min(2, question.lines))
    return Stack([(0.0, Beside(row, width)), (0.0, Beside([(x, lines)], width))], width)


def done_box(setting: Setting, tip: TipItem, body: Tag) -> Box:
    """A tip without a first step is ticked off itself: the box with one word, where the other boxes stand."""
    width = setting.grid.w(4)
    tag = Tag("P", body)
    tick = Picture(tick_box(setting.colour("ink")), Tag("Span", tag), actual=setting.word("tick") + " ")
    words = setting.text(tip.label, SMALL, width - 26, tag)
    return Stack([(3.0, Beside([(8.0, Stack([(1.5, tick)])), (26.0, words)], width))], width)


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
