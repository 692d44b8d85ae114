"""Roles at a glance, openings and labelled facts, each over the whole column.

Comes in: `Card`, `GlanceRow`, `JobCard`, `Fields`. Goes out: flow items that keep together what belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial

from guidebuild.compose.document import Card, Fact, Fields, GlanceRow, JobCard, Run
from guidebuild.typeset.boxes import Beside, Box, Halves, Rule, Stack
from guidebuild.typeset.designs.cards import INSET, card_head, fact_box
from guidebuild.typeset.designs.openings import opening_panel, opening_title, salary_bar
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import pay_axis, range_bar
from guidebuild.typeset.linear.pairs import in_rows
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, FIGURE, H2, H3, LABEL, SMALL, SMALL_BOLD, U

PAD = 3 * U


@dataclass
class CardBox(Box):
    """A card whose head is seen again, and not read, where it goes on on another page.

    `whole` cards are only cut where they are taller than a page. `again` says that a head is a repetition.
    """

    width: float
    head: Box
    rows: Sequence[Box]
    whole: bool
    again: bool = False

    def __post_init__(self) -> None:
        self.height = self.head.height + sum(row.height for row in self.rows)

    def inside(self) -> Sequence[Box]:
        return (self.head, *self.rows)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        with pen.silent() if self.again else nullcontext():
            self.head.paint(pen, x, y)
        y += self.head.height
        for row in self.rows:
            row.paint(pen, x, y)
            y += row.height

    def split(self, room: float, *, force: bool = False) -> Halves | None:
        """Between rows; the last one, with the rule that closes the card, never stands alone."""
        if self.whole and not force:
            return None
        used, count = self.head.height, 0
        while count < len(self.rows) - 2 and used + self.rows[count].height <= room + 0.01:
            used += self.rows[count].height
            count += 1
        head, tail = list(self.rows[:count]), list(self.rows[count:])
        if not count:
            halves = self.rows[0].split(room - used, force=True) if force else None
            if not halves:
                return None
            head, tail = [halves[0]], [halves[1], *self.rows[1:]]
        return replace(self, rows=head), replace(self, rows=tail, again=True)


def card_items(setting: Setting, card: Card, sect: Tag) -> list[Item]:
    """The filled head with the role's name, its facts in rows, and where to read on."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    makes = [partial(_fact, setting, fact, tag, card.role) for fact in card.facts if fact.value]
    beside = bool(card.link) and setting.form.pairs and len(makes) % 2 == 0
    if beside:  # what the job is about has the first row; so the link ends the last one
        makes.append(partial(_link, setting, card, tag))
    inner = width - 2 * INSET
    facts = [*(make(inner) for make in makes[:1]), *in_rows(setting, makes[1:], inner)]
    rows: list[Box] = []
    for index, box in enumerate(facts):
        rule: list[tuple[float, Box]] = [(0.0, setting.rule(width))] if index else []
        rows.append(Stack([*rule, (0.0, Beside([(INSET, box)], width)), (PAD, Stack([]))], width))
    foot: list[tuple[float, Box]] = []
    if card.link and not beside:
        link = _link(setting, card, tag, inner)
        foot += [(0.0, setting.rule(width)), (0.0, Beside([(INSET, link)], width)), (2 * U, Stack([]))]
    rows.append(Stack([*foot, (0.0, setting.role_rule(card.role, width))], width))
    head = card_head(setting, card, tag, width, narrow=False)
    return [Item(CardBox(width, head, rows, whole=setting.form.pairs), before=6 * U, node=card.id)]


def _fact(setting: Setting, fact: Fact, tag: Tag, role: int, width: float) -> Box:
    return fact_box(setting, fact, tag, width, role, narrow=False)


def _link(setting: Setting, card: Card, tag: Tag, width: float) -> Box:
    colour = setting.role_text(card.role)
    return Stack([(2 * U, setting.text(card.link, SMALL_BOLD, width, Tag("P", tag), colour=colour))], width)


def glance_items(setting: Setting, row: GlanceRow, sect: Tag) -> list[Item]:
    """Mark, name, focus and page; then pay with its bar, or what stands in its place; then the usual degree."""
    width, role = setting.grid.live_width, setting.theme.palette.roles[row.role]
    tag = Tag("Div", sect)
    head: list[tuple[float, Box]] = [(0.0, setting.role_rule(row.role, width))]
    head.append((2 * U, setting.mark((row.role,), 11.0)))
    head.append((U, setting.text(row.title, H3, width, Tag("H2", tag), colour=role.text)))
    head.append((0.0, setting.text(row.focus, BODY, width, Tag("P", tag))))
    head.append((0.0, setting.text(row.page, CAPTION, width, Tag("P", tag))))
    items = [Item(Stack(head, width), before=6 * U, keep=True, node=row.id)]
    rest: list[tuple[float, Box]] = []
    if row.range:
        rest.append((2 * U, setting.text(setting.word("glance-pay"), LABEL, width, Tag("P", tag))))
        rest.append(
            (0.0, setting.text(row.range.median_label, FIGURE, width, Tag("P", tag), colour=role.text))
        )
        rest.append((2.0, range_bar(setting, row.range, row.role, width, bar=11.0, tick=20.0)))
        rest.append((0.0, pay_axis(setting, row.range.top_label, width)))
    elif row.more:
        rest.append((2 * U, setting.text(setting.word("glance-pay"), LABEL, width, Tag("P", tag))))
        rest.append((0.0, setting.text(row.more, BODY, width, Tag("P", tag))))
    if row.sample:
        rest.append((0.0, setting.text(row.sample, CAPTION, width, Tag("P", tag))))
    if row.degree:
        rest.append((2 * U, setting.text(setting.word("glance-degree"), LABEL, width, Tag("P", tag))))
        rest.append((0.0, setting.text(row.degree, BODY.with_(bold=True), width, Tag("P", tag))))
    return [*items, Item(Stack(rest, width))]


def job_items(setting: Setting, card: JobCard, sect: Tag) -> list[Item]:
    """An opening: title, employer, address, terms and place, closing day, salary over its bar."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    inner, mute = width - 22, setting.colour("mute")
    title, address = opening_title(setting, card)
    rows: list[tuple[float, Box]] = [(0.0, setting.text(title, BODY, inner, Tag("H2", tag)))]
    rows.append((0.0, setting.text(card.employer, SMALL, inner, Tag("P", tag), colour=mute)))
    if address:
        rows.append((0.0, setting.text(address, CAPTION, inner, Tag("P", tag))))
    for words, style in ((card.terms, SMALL), (card.where, SMALL), (card.closes, SMALL_BOLD)):
        if words:
            rows.append((0.0, setting.text(words, style, inner, Tag("P", tag))))
    if card.salary:
        rows.append((U, setting.text(card.salary, SMALL_BOLD, inner, Tag("P", tag))))
        if card.high or card.low:
            rows.append((U, salary_bar(setting, card, inner)))
            rows.append((U, pay_axis(setting, card.top_label, inner)))
    panel = opening_panel(setting, card, Stack(rows, inner), 2 * U)
    return [Item(panel, before=2 * U, node=card.id)]


def fields_box(setting: Setting, fields: Fields, sect: Tag, width: float) -> Stack:
    """The event: its name under a rule, then label and value lines."""
    children: list[tuple[float, Box]] = [(0.0, Rule(width, 1.0, setting.theme.palette.primary))]
    style = H2 if setting.holds(fields.title, H2, width) else H3
    children.append((2 * U, setting.text(fields.title, style, width, Tag("P", sect))))
    for index, (label, value) in enumerate(fields.rows):
        ink, last = setting.colour("ink"), index == len(fields.rows) - 1
        words = (Run(label + " "), *(replace(run, bold=last) for run in value))
        children.append(
            (U if not index else 0.0, setting.text(words, BODY, width, Tag("P", sect), colour=ink))
        )
    return Stack(children, width)
