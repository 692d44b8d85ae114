"""The design of each kind of block in one column.

Comes in: blocks of one kind that follow each other. Goes out: their flow items.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from guidebuild.compose.document import (
    Aside,
    Block,
    Callout,
    Card,
    Code,
    Definitions,
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
    SelfCheckTable,
    SkillColumns,
    SourceItem,
    Steps,
    Table,
    Text,
    TipItem,
    Toc,
    plain,
)
from guidebuild.drawing import Drawing, TextRun
from guidebuild.typeset.boxes import Box, Picture, drawing_art
from guidebuild.typeset.designs.asides import aside_box, callout_box, profile_fact
from guidebuild.typeset.designs.cards import shared_band
from guidebuild.typeset.designs.forms import form_box, question_box
from guidebuild.typeset.designs.lists import bullets, skill_columns, skill_list
from guidebuild.typeset.designs.notes import note_box
from guidebuild.typeset.designs.reading import reading_box, term_box
from guidebuild.typeset.designs.running import RUNNING, Design, Galley, boxed, each
from guidebuild.typeset.designs.wayfinding import marks_box, steps_box, toc_part
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import code_box
from guidebuild.typeset.linear.bars import bar_items
from guidebuild.typeset.linear.cards import card_items, fields_box, glance_items, job_items
from guidebuild.typeset.linear.checks import check_items, tip_items
from guidebuild.typeset.linear.pairs import Make, in_rows
from guidebuild.typeset.linear.tables import linear_table
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import TERMS, Tag
from guidebuild.typeset.styles import BODY, CAPTION, H2, SMALL, SMALL_BOLD, Style, U

STYLES: dict[str, Style] = {"lead": BODY, "body": BODY, "small": SMALL, "caption": CAPTION}
HEADED = 30 * U  # what the title of a section takes with its lead
SMALL_PRINT = ("source", "key")  # slots whose paragraphs are captions


def _headings(galley: Galley, blocks: Sequence[Heading]) -> list[Item]:
    return [Item(galley.text(b.text, H2, "H2"), before=8 * U, keep=True, node=b.id) for b in blocks]


def _paragraphs(galley: Galley, blocks: Sequence[Paragraph]) -> list[Item]:
    items = []
    for block in blocks:
        style = CAPTION if block.slot in SMALL_PRINT else STYLES[block.style]
        if galley.section.kind == "contents":  # a note under its label, as the steps and the key have theirs
            word = galley.text(galley.setting.word("note"), SMALL_BOLD, "H2")
            items.append(Item(word, before=6 * U, keep=True))
        items.append(Item(galley.text(block.text, style), before=2 * U))
    return items


def _figures(galley: Galley, blocks: Sequence[Figure]) -> list[Item]:
    """The chart, if its type can be read, with its legend and caption; else what it shows, in words."""
    items: list[Item] = []
    setting, sect = galley.setting, galley.sect
    for block in blocks:
        chart, scale = setting.charts[block.id], setting.form.magnify
        if isinstance(block.spec, PaySpec):
            items += bar_items(setting, block, sect)
        elif _readable(setting, chart.drawing, scale):
            picture = Picture(drawing_art(chart.drawing, scale), Tag("Figure", sect, alt=block.alt))
            items.append(Item(picture, before=5 * U, keep=True, node=block.id))
            items += [Item(galley.text(f"{key} {words}", CAPTION), before=U) for key, words in chart.legend]
        else:
            items.append(Item(galley.text(block.first, BODY), before=2 * U, node=block.id))
            told = [plain(group.words) for group in block.groups]
            listed = bullets(setting, told, sect, galley.width, setting.colour("shared"), style=BODY)
            items.append(Item(listed, before=2 * U))
        items.append(Item(galley.text(block.caption, CAPTION), before=2 * U))
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


def _tables(galley: Galley, blocks: Sequence[Table]) -> list[Item]:
    items: list[Item] = []
    for index, block in enumerate(blocks):
        if block.caption and index and galley.section.kind == "compare":
            items.append(Item(galley.text(block.caption, H2, "H2"), before=8 * U, keep=True))
        items.append(Item(linear_table(galley.setting, block, galley.sect), before=4 * U, node=block.id))
    return items


def _facts(galley: Galley, blocks: Sequence[Fact]) -> list[Item]:
    """Facts under rules; those of the first row are heavy."""
    heavy = 2 if galley.setting.form.pairs else 1

    def made(index: int, fact: Fact) -> Make:
        role, first = galley.section.role, index < heavy
        return lambda width: profile_fact(galley.setting, fact, galley.sect, width, role, first=first)

    return _rows(galley, [made(index, fact) for index, fact in enumerate(blocks)], 4 * U)


def _asides(galley: Galley, blocks: Sequence[Aside]) -> list[Item]:
    def made(block: Aside) -> Make:
        return lambda width: aside_box(galley.setting, block, galley.sect, width, ruled=True)

    return _rows(galley, [made(block) for block in blocks], 6 * U)


def _rows(galley: Galley, makes: Sequence[Make], gap: float) -> list[Item]:
    return [Item(row, before=gap) for row in in_rows(galley.setting, makes, galley.width)]


def _callout(galley: Galley, block: Callout) -> Box:
    if galley.section.kind == "glance":
        return shared_band(galley.setting, block, galley.sect)
    return callout_box(galley.setting, block, galley.sect, galley.width)


def _skills(galley: Galley, block: SkillColumns) -> list[Item]:
    setting, width = galley.setting, galley.width
    if setting.form.pairs:
        return skill_columns(setting, block, galley.sect, width)
    lists = [skill_list(setting, column, Tag("Div", galley.sect), width, 1.0) for column in block.columns]
    return [Item(box, before=4 * U) for box in lists]


def _terms(galley: Galley, block: Definitions | Pairs) -> list[Item]:
    """Terms over what they mean; the long ones of a glossary have the whole width."""
    setting, width = galley.setting, galley.width
    listing = Tag("L", galley.sect, attrs=TERMS)
    makes = [partial(_term, setting, term, text, listing) for term, text in block.items]
    wide = galley.section.kind == "glossary"
    rows = [make(width) for make in makes] if wide else in_rows(setting, makes, width)
    return [Item(row, before=0.0 if index else 3 * U) for index, row in enumerate(rows)]


def _term(setting: Setting, term: str, text: Text, listing: Tag, width: float) -> Box:
    return term_box(setting, term, text, listing, width - 6, 1.0)


def _sources(galley: Galley, blocks: Sequence[SourceItem]) -> list[Item]:
    listing = Tag("L", galley.sect, attrs=TERMS)
    boxes = [_term(galley.setting, b.title, b.text, listing, galley.width) for b in blocks]
    return [
        Item(box, node=block.id, before=0.0 if index else 4 * U)
        for index, (block, box) in enumerate(zip(blocks, boxes, strict=True))
    ]


def _links(galley: Galley, blocks: Sequence[LinkGroup]) -> list[Item]:
    heading = galley.text(galley.setting.word("reading"), H2, "H2")
    groups = [Item(reading_box(galley.setting, group, galley.sect), before=4 * U) for group in blocks]
    return [Item(heading, before=8 * U, keep=True), *groups]


def _contents(galley: Galley, blocks: Sequence[Toc]) -> list[Item]:
    tag = Tag("TOC", galley.sect)
    parts = [part for block in blocks for part in block.parts]
    pocket = galley.setting.form.pairs  # a small page holds all of it, without the second lines
    pad = 4.0 if pocket else 6.0
    return [item for part in parts for item in toc_part(galley.setting, part, tag, pad, blurbs=not pocket)]


def _questions(galley: Galley, blocks: Sequence[QuestionItem]) -> list[Item]:
    listing = Tag("L", galley.sect, attrs={"ListNumbering": "Decimal"})
    return [Item(question_box(galley.setting, q, listing, 1.0), before=5 * U, node=q.id) for q in blocks]


def _tips(galley: Galley, blocks: Sequence[TipItem]) -> list[Item]:
    listing = Tag("L", galley.sect, attrs={"ListNumbering": "Decimal"})
    return [i for n, tip in enumerate(blocks) for i in tip_items(galley.setting, tip, listing, first=not n)]


DESIGNS: dict[type[Block], Design] = {
    **RUNNING,
    Aside: _asides,
    Callout: boxed(_callout, 6 * U),
    Card: each(lambda g, b: card_items(g.setting, b, g.sect)),
    Code: boxed(lambda g, b: code_box(g.setting, b, g.sect, right=False), 6 * U),
    Definitions: each(_terms),
    Fact: _facts,
    Fields: boxed(lambda g, b: fields_box(g.setting, b, g.sect, g.width), 6 * U),
    Figure: _figures,
    Form: boxed(lambda g, b: form_box(g.setting, b, g.sect), 6 * U),
    GlanceRow: each(lambda g, b: glance_items(g.setting, b, g.sect)),
    Heading: _headings,
    JobCard: each(lambda g, b: job_items(g.setting, b, g.sect)),
    LinkGroup: _links,
    Marks: boxed(lambda g, b: marks_box(g.setting, b, Tag("Div", g.sect), g.width), 6 * U),
    Note: boxed(lambda g, b: note_box(g.setting, b, Tag("Div", g.sect), g.width), 6 * U),
    Pairs: each(_terms),
    Paragraph: _paragraphs,
    QuestionItem: _questions,
    SelfCheckTable: each(lambda g, b: check_items(g.setting, b, g.sect)),
    SkillColumns: each(_skills),
    SourceItem: _sources,
    Steps: boxed(lambda g, b: steps_box(g.setting, b, Tag("Div", g.sect), g.width, 5 * U), 6 * U),
    Table: _tables,
    TipItem: _tips,
    Toc: _contents,
}
