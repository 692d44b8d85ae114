"""Appendices: practical tips as a numbered checklist, questions for the booth with writing lines.

Comes in: a `tips` or `questions` section. Goes out: five tips or six questions to a page, each kept whole.
"""

from __future__ import annotations

from guidebuild.compose.document import Form, Paragraph, QuestionItem, Section, TipItem
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.forms import form_box, question_box
from guidebuild.typeset.designs.notes import caption
from guidebuild.typeset.designs.ticks import done_box, step_box
from guidebuild.typeset.flow import Item
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, DISPLAY, H2, U, on_grid

TIP_PITCH = 31 * U


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
        head.append((2 * U, setting.spoken_mark(tip.members, 12.0, body)))
    step = step_box(setting, tip, body) if tip.step else done_box(setting, tip, body)
    cells: list[tuple[float, Box]] = [
        (0.0, Stack(head)),
        (cols.x(2), Stack(words)),
        (cols.live_width - step.width, step),
    ]
    return Beside(cells, cols.live_width)


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
