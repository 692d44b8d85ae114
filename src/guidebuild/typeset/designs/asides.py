"""What stands beside or below the running text of a profile: facts, asides, the closing callout.

Comes in: nodes of the document. Goes out: boxes for the outer column, and the full-width callout.
"""

from __future__ import annotations

from guidebuild.compose.document import Aside, Callout, Fact, Run, Text
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Panel, Stack
from guidebuild.typeset.designs.lists import bullets
from guidebuild.typeset.graphics import dots_row, pay_axis, range_bar, steps_row
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, FIGURE, H3, LABEL, SMALL, SMALL_BOLD, U, label_style


def profile_fact(
    setting: Setting, fact: Fact, sect: Tag, width: float, role: int | None, *, first: bool
) -> Stack:
    """A labelled fact under a rule; the first rule is heavy and in the role's colour."""
    sect = Tag("Div", sect)
    rule = setting.role_rule(role, width) if first else setting.rule(width)
    children: list[tuple[float, Box]] = [(0.0, rule)]
    children.append((4 * U - 2, setting.text(fact.label, LABEL, width, Tag("H2", sect))))
    if fact.value:
        style, colour = (FIGURE, setting.role_text(role)) if fact.money else (H3, None)
        value = setting.text(fact.value, style, width, Tag("P", sect), colour=colour)
        children.append((2.0, value))
    if fact.range:
        bar = range_bar(setting, fact.range, role, width, bar=11.0, tick=20.0)
        children.append((2.0, bar))
        children.append((0.0, pay_axis(setting, fact.range.top_label, width)))
    if fact.dots:
        children.append((2.0, dots_row(setting, *fact.dots, role, width)))
    if fact.steps:
        children.append((2.0, steps_row(setting, *fact.steps, role, width)))
    if fact.note:
        before = 2.0 if fact.dots or fact.steps or not fact.value else 0.0
        children.append((before, setting.text(fact.note, CAPTION, width, Tag("P", sect))))
    return Stack(children, width)


def aside_box(setting: Setting, aside: Aside, sect: Tag, width: float, *, ruled: bool) -> Stack:
    """Label, title, paragraphs, bullets and terms of the outer column."""
    sect = Tag("Div", sect)
    children: list[tuple[float, Box]] = [(0.0, setting.rule(width))] if ruled else []
    heading = Tag("H2", sect)
    children.append((4 * U - 2 if ruled else 0.0, setting.text(aside.label, LABEL, width, heading)))
    if aside.title:
        children.append((U, setting.text(aside.title, H3, width, Tag("P", sect))))
    for paragraph in aside.paragraphs:
        text = setting.text(paragraph, SMALL, width, Tag("P", sect))
        children.append((U, text))
    if aside.bullets:
        colour = setting.role_fill(aside.role) if aside.role is not None else setting.colour("shared")
        children.append((U, bullets(setting, aside.bullets, sect, width, colour)))
    if aside.terms:
        children.append((U, _terms(setting, aside.terms, sect, width)))
    if aside.closing:
        style = CAPTION if aside.terms else SMALL_BOLD
        children.append((U, setting.text(aside.closing, style, width, Tag("P", sect))))
    return Stack(children, width)


def _terms(setting: Setting, terms: tuple[tuple[str, Text], ...], sect: Tag, width: float) -> Stack:
    """Terms run in with their few words, as a list."""
    tag = Tag("L", sect, attrs={"ListNumbering": "None"})
    rows: list[tuple[float, Box]] = []
    for term, gist in terms:
        words = (Run(term + " ", bold=True), *gist)
        rows.append((U if rows else 0.0, setting.text(words, SMALL, width, Tag("LBody", Tag("LI", tag)))))
    return Stack(rows, width)


def callout_box(setting: Setting, callout: Callout, sect: Tag, width: float = 0.0) -> Panel:
    """The tinted box that closes a profile: over the full width title left and lines right, else below each other."""
    grid = setting.grid
    full = not width
    width = width or grid.live_width
    role = setting.theme.palette.roles[callout.role or 0]
    tag = Tag("Div", sect)
    x = grid.x(4) - 14 + GUTTER / 2 if full else 0.0
    left = grid.w(4) - 14 if full else width - 28
    room = width - 28 - x
    style = label_style(as_written=callout.as_written)
    head = Stack(
        [
            (0.0, setting.text(callout.label, style, left, Tag("H2", tag), colour=role.text)),
            (U, setting.text(callout.title, H3, left, Tag("P", tag))),
        ],
        left,
    )
    style = BODY if width > grid.w(6) else SMALL
    rows: list[tuple[float, Box]] = []
    listing = Tag("L", tag, attrs={"ListNumbering": "Decimal"})
    for number, item in enumerate(callout.items, start=1):
        li = Tag("LI", listing)
        figure = setting.text(f"{number} ", style.with_(bold=True), 16, Tag("Lbl", li), colour=role.text)
        words = setting.text(item, style, room - 16, Tag("LBody", li))
        rows.append((U if rows else 0.0, Beside([(0.0, figure), (16.0, words)], room)))
    if callout.text:
        rows.append((0.0, setting.text(callout.text, style, room, Tag("P", tag))))
    lines = Stack(rows, room)
    inner = Beside([(0.0, head), (x, lines)], width - 28) if full else Stack([(0.0, head), (2 * U, lines)])
    pad = 4 * U if full else 3 * U
    return Panel(inner, width, role.tint1, (pad, 14, pad, 14), bar=(3.0, role.fill))
