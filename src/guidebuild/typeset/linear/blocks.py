"""The design of each kind of block in one column.

Comes in: blocks of one kind that follow each other. Goes out: their flow items. Refuses, with `TypeError`, blocks of
other layouts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from guidebuild.compose.document import (
    Aside,
    Block,
    Bullets,
    Callout,
    Card,
    Code,
    Definitions,
    Duties,
    Fact,
    Fields,
    Figure,
    Form,
    GlanceRow,
    Heading,
    JobCard,
    LinkGroup,
    Marks,
    Note,
    Pairs,
    Paragraph,
    PaySpec,
    QuestionItem,
    Section,
    SelfCheckTable,
    SkillColumns,
    SourceItem,
    Steps,
    Table,
    Text,
    TipItem,
    Toc,
    Worksheet,
    plain,
)
from guidebuild.drawing import Drawing, TextRun
from guidebuild.typeset.boxes import Box, Picture, drawing_art
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import code_box
from guidebuild.typeset.linear.bars import bar_items
from guidebuild.typeset.linear.cards import card_items, fields_box, glance_items, job_items
from guidebuild.typeset.linear.checks import check_items, tip_items
from guidebuild.typeset.linear.pairs import Make, in_rows
from guidebuild.typeset.linear.tables import linear_table
from guidebuild.typeset.pages.asides import aside_box, callout_box, profile_fact
from guidebuild.typeset.pages.contents import marks_box, steps_box, toc_part
from guidebuild.typeset.pages.glance import shared_band
from guidebuild.typeset.pages.lists import bullets, duties, skill_columns, skill_list
from guidebuild.typeset.pages.pay import note_box
from guidebuild.typeset.pages.reference import reading_box, term_box
from guidebuild.typeset.pages.tips import form_box, question_box, worksheet
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import BODY, CAPTION, H2, SMALL, SMALL_BOLD, Style, U

STYLES: dict[str, Style] = {"lead": BODY, "body": BODY, "small": SMALL, "caption": CAPTION}
HEADED = 30 * U  # what the title of a section takes with its lead
SMALL_PRINT = ("source", "key")  # slots whose paragraphs are captions


def items_of(setting: Setting, blocks: Sequence[Block], section: Section, sect: Tag) -> list[Item]:
    """The items of blocks of one kind."""
    return _DESIGNS[type(blocks[0])](setting, blocks, section, sect)


def _headings(setting: Setting, blocks: Sequence[Heading], _section: Section, sect: Tag) -> list[Item]:
    width = setting.grid.live_width
    return [
        Item(setting.text(b.text, H2, width, Tag("H2", sect)), before=8 * U, keep=True, node=b.id)
        for b in blocks
    ]


def _paragraphs(setting: Setting, blocks: Sequence[Paragraph], section: Section, sect: Tag) -> list[Item]:
    items = []
    for block in blocks:
        style = CAPTION if block.slot in SMALL_PRINT else STYLES[block.style]
        if section.kind == "contents":  # a note under its label, as the steps and the key have theirs
            word = setting.text(setting.word("note"), SMALL_BOLD, setting.grid.live_width, Tag("H2", sect))
            items.append(Item(word, before=6 * U, keep=True))
        items.append(_paragraph(setting, block.text, style, sect))
    return items


def _paragraph(setting: Setting, text: Text, style: Style, sect: Tag) -> Item:
    return Item(setting.text(text, style, setting.grid.live_width, Tag("P", sect)), before=2 * U)


def _figures(setting: Setting, blocks: Sequence[Figure], _section: Section, sect: Tag) -> list[Item]:
    """The chart, if its type can be read, with its legend and caption; else what it shows, in words."""
    items: list[Item] = []
    width = setting.grid.live_width
    for block in blocks:
        chart, scale = setting.charts[block.id], setting.form.magnify
        if isinstance(block.spec, PaySpec):
            items += bar_items(setting, block, sect)
        elif _readable(setting, chart.drawing, scale):
            picture = Picture(drawing_art(chart.drawing, scale), Tag("Figure", sect, alt=block.alt))
            items.append(Item(picture, before=5 * U, keep=True, node=block.id))
            for key, words in chart.legend:
                items.append(Item(setting.text(f"{key} {words}", CAPTION, width, Tag("P", sect)), before=U))
        else:
            items.append(replace(_paragraph(setting, plain(block.first), BODY, sect), node=block.id))
            told = [plain(group.words) for group in block.groups]
            listed = bullets(setting, told, sect, width, setting.colour("shared"), style=BODY)
            items.append(Item(listed, before=2 * U))
        items.append(_paragraph(setting, block.caption, CAPTION, sect))
    return items


def _readable(setting: Setting, drawing: Drawing, scale: float) -> bool:
    """Whether a chart fits the page, under the title of its section, with no type smaller than the edition's."""
    sizes = [op.size * scale for op in drawing.ops if isinstance(op, TextRun)]
    high, wide = drawing.height * scale, drawing.width * scale
    return (
        high <= setting.grid.live_height - HEADED
        and wide <= setting.grid.live_width + 1
        and min(sizes, default=math.inf) >= setting.form.least - 0.01
    )


def _tables(setting: Setting, blocks: Sequence[Table], section: Section, sect: Tag) -> list[Item]:
    items: list[Item] = []
    for index, block in enumerate(blocks):
        if block.caption and index and section.kind == "compare":
            head = setting.text(block.caption, H2, setting.grid.live_width, Tag("H2", sect))
            items.append(Item(head, before=8 * U, keep=True))
        items.append(Item(linear_table(setting, block, sect), before=4 * U, node=block.id))
    return items


def _facts(setting: Setting, blocks: Sequence[Fact], section: Section, sect: Tag) -> list[Item]:
    """Facts under rules; those of the first row are heavy."""

    def made(index: int, fact: Fact) -> Make:
        first = index < (2 if setting.form.pairs else 1)
        return lambda width: profile_fact(setting, fact, sect, width, section.role, first=first)

    makes = [made(index, fact) for index, fact in enumerate(blocks)]
    return [Item(row, before=4 * U) for row in in_rows(setting, makes, setting.grid.live_width)]


def _asides(setting: Setting, blocks: Sequence[Aside], _section: Section, sect: Tag) -> list[Item]:
    makes = [partial(_aside, setting, block, sect) for block in blocks]
    return [Item(row, before=6 * U) for row in in_rows(setting, makes, setting.grid.live_width)]


def _aside(setting: Setting, block: Aside, sect: Tag, width: float) -> Box:
    return aside_box(setting, block, sect, width, ruled=True)


def _callouts(setting: Setting, blocks: Sequence[Callout], section: Section, sect: Tag) -> list[Item]:
    def box(block: Callout) -> Box:
        if section.kind == "glance":
            return shared_band(setting, block, sect)
        return callout_box(setting, block, sect, setting.grid.live_width)

    return [Item(box(block), before=6 * U) for block in blocks]


def _skills(setting: Setting, blocks: Sequence[SkillColumns], _section: Section, sect: Tag) -> list[Item]:
    if setting.form.pairs:
        return [i for block in blocks for i in skill_columns(setting, block, sect, setting.grid.live_width)]
    items = []
    for block in blocks:
        for column in block.columns:
            box = skill_list(setting, column, Tag("Div", sect), setting.grid.live_width, 1.0)
            items.append(Item(box, before=4 * U))
    return items


def _terms(
    setting: Setting, blocks: Sequence[Definitions | Pairs], section: Section, sect: Tag
) -> list[Item]:
    """Terms over what they mean; the long ones of a glossary have the whole width."""
    width, items = setting.grid.live_width, list[Item]()
    for block in blocks:
        listing = Tag("L", sect, attrs=TERMS)
        makes = [partial(_term, setting, term, text, listing) for term, text in block.items]
        rows = [m(width) for m in makes] if section.kind == "glossary" else in_rows(setting, makes, width)
        items += [Item(row, before=0.0 if index else 3 * U) for index, row in enumerate(rows)]
    return items


def _term(setting: Setting, term: str, text: Text, listing: Tag, width: float) -> Box:
    return term_box(setting, term, text, listing, width - 6, 1.0)


def _sources(setting: Setting, blocks: Sequence[SourceItem], _section: Section, sect: Tag) -> list[Item]:
    listing = Tag("L", sect, attrs=TERMS)
    return [
        Item(
            term_box(setting, b.title, b.text, listing, setting.grid.live_width - 6, 1.0),
            node=b.id,
            before=0.0 if i else 4 * U,
        )
        for i, b in enumerate(blocks)
    ]


def _links(setting: Setting, blocks: Sequence[LinkGroup], _section: Section, sect: Tag) -> list[Item]:
    heading = setting.text(setting.word("reading"), H2, setting.grid.live_width, Tag("H2", sect))
    items = [Item(heading, before=8 * U, keep=True)]
    return items + [Item(reading_box(setting, group, sect), before=4 * U) for group in blocks]


def _contents(setting: Setting, blocks: Sequence[Toc], _section: Section, sect: Tag) -> list[Item]:
    tag = Tag("TOC", sect)
    parts = [part for block in blocks for part in block.parts]
    pocket = setting.form.pairs  # a small page holds all of it, without the second lines
    pad = 4.0 if pocket else 6.0
    return [item for part in parts for item in toc_part(setting, part, tag, pad, blurbs=not pocket)]


def _questions(setting: Setting, blocks: Sequence[QuestionItem], _section: Section, sect: Tag) -> list[Item]:
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    return [Item(question_box(setting, q, listing, 1.0), before=5 * U, node=q.id) for q in blocks]


def _tips(setting: Setting, blocks: Sequence[TipItem], _section: Section, sect: Tag) -> list[Item]:
    listing = Tag("L", sect, attrs={"ListNumbering": "Decimal"})
    return [item for i, tip in enumerate(blocks) for item in tip_items(setting, tip, listing, first=not i)]


def _each(design: Callable[[Setting, Any, Tag], list[Item]]) -> Callable[..., list[Item]]:
    """Blocks that are designed by themselves."""

    def designed(setting: Setting, blocks: Sequence[Block], _section: Section, sect: Tag) -> list[Item]:
        return [item for block in blocks for item in design(setting, block, sect)]

    return designed


def _boxed(design: Callable[[Setting, Any, Tag, float], Box], gap: float) -> Callable[..., list[Item]]:
    """Blocks that are one box each, as wide as the column."""
    return _each(
        lambda setting, block, sect: [Item(design(setting, block, sect, setting.grid.live_width), before=gap)]
    )


_DESIGNS: dict[type[Block], Callable[..., list[Item]]] = {
    Aside: _asides,
    Bullets: _boxed(lambda s, b, t, w: bullets(s, b.items, t, w, s.role_fill(b.role)), 2 * U),
    Callout: _callouts,
    Card: _each(card_items),
    Code: _boxed(lambda s, b, t, _w: code_box(s, b, t, right=False), 6 * U),
    Definitions: _terms,
    Duties: _each(lambda s, b, t: duties(s, b, t, s.grid.live_width)),
    Fact: _facts,
    Fields: _boxed(fields_box, 6 * U),
    Figure: _figures,
    Form: _boxed(lambda s, b, t, _w: form_box(s, b, t), 6 * U),
    GlanceRow: _each(glance_items),
    Heading: _headings,
    JobCard: _each(job_items),
    LinkGroup: _links,
    Marks: _boxed(lambda s, b, t, w: marks_box(s, b, Tag("Div", t), w), 6 * U),
    Note: _boxed(lambda s, b, t, w: note_box(s, b, Tag("Div", t), w), 6 * U),
    Pairs: _terms,
    Paragraph: _paragraphs,
    QuestionItem: _questions,
    SelfCheckTable: _each(check_items),
    SkillColumns: _skills,
    SourceItem: _sources,
    Steps: _boxed(lambda s, b, t, w: steps_box(s, b, Tag("Div", t), w, 5 * U), 6 * U),
    Table: _tables,
    TipItem: _tips,
    Toc: _contents,
    Worksheet: _each(lambda s, b, t: worksheet(s, b, t, s.grid.live_width, 1.0)),
}
