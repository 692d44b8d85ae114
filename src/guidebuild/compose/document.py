"""`Document`: the guide as a semantic tree, between compose and typeset.

Comes in: nothing. Goes out: frozen nodes with stable ids, in reading order. A section's nodes carry the name of
the `slot` in which its page design places them; the order of nodes is the order in which they are read aloud.
Refuses: coordinates, colours, markup. `role` counts from 0 in the order of the guide; `members` are such indexes.

Sections and their slots ("+" means several nodes):

    cover      title (Lockup)  lead (Paragraph)  event (Fields)  qr (Code)  ornament (Rings)
    contents   steps (Steps)  marks (Marks)  note (Paragraph+)  toc (Toc)
    glance     lead (Paragraph)  cards (Card+, 2-3 roles)  rows (GlanceRow+, 4-6 roles)  key (Paragraph)
               shared (Callout)
    profile    lead (Paragraph, the tagline)  rings (Rings)  facts (Fact+)
               main (Heading, Paragraph, Duties, SkillColumns, Definitions, Pairs, Worksheet ...)  aside (Aside+)
               foot (Callout)
    compare    lead (Paragraph)  table (Table+)  source (Paragraph)
    skills     lead (Paragraph)  figure (Figure)  table (Heading, Table)  legend (Definitions)
    pay        lead (Paragraph)  facts (Fact)  figure (Figure)  note (Note)  table (Table)  source (Paragraph)
    jobs       lead (Paragraph)  cards (JobCard+)  source (Paragraph)
    fit        lead (Paragraph+)  check (SelfCheckTable)  result (Paragraph+)
    tips       lead (Paragraph)  tips (TipItem+)  key (Paragraph)
    questions  lead (Paragraph)  questions (QuestionItem+)  form (Form)
    glossary   lead (Paragraph)  terms (Definitions)
    sources    lead (Paragraph)  sources (SourceItem+)  links (LinkGroup+)
    back       left (Aside+)  right (Aside+)  qr (Code)  event (Fields)

A handout has two sections, a poster has one:

    front      title (Lockup)  lead (Paragraph)  ornament (Rings)  cards (Card+)  skills (NameLists)
               event, when, booth, back (Paragraph)  qr (Code)
    back       pay (Heading, Figure or GlanceRow+, Paragraph)  tips (Heading, TipItem+)
               questions (Heading, QuestionItem+)  fit (NameLists)  guide, sources, contact, credit (Aside)
    poster     title (Lockup)  ornament (Rings)  cards (Card+)  ask, event, when, booth (Paragraph)  qr (Code)

A booklet is a guide with a supply of further sections of one page each, the most useful first, of which the pages
take as many as they need for whole sheets:

    people     lead (Paragraph)  people (Form)
    weeks      lead (Paragraph)  weeks (TipItem+)  choice (Form)
    notes      lead (Paragraph)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from guidebuild.compose.blocks import (
    Aside,
    Block,
    Callout,
    Card,
    CheckRow,
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
    Lockup,
    Note,
    Pairs,
    Paragraph,
    QuestionItem,
    Rings,
    SelfCheckTable,
    SkillColumn,
    SkillColumns,
    SourceItem,
    TipItem,
    Told,
    Worksheet,
)
from guidebuild.compose.names import NameList, NameLists
from guidebuild.compose.specs import (
    ChartSpec,
    PayBar,
    PaySpec,
    Range,
    Region,
    SetSpec,
)
from guidebuild.compose.tables import Cell, Column, Group, Row, Table
from guidebuild.compose.text import (
    Inline,
    Members,
    PageRef,
    Run,
    Text,
    place_of,
    placed,
    plain,
    words_of,
)
from guidebuild.compose.wayfinding import Mark, Marks, Step, Steps, Toc, TocEntry, TocPart
from guidebuild.diagnostics import Span
from guidebuild.edition import Edition

__all__ = [
    "Aside",
    "Block",
    "Callout",
    "Card",
    "Cell",
    "ChartSpec",
    "CheckRow",
    "Code",
    "Column",
    "Definitions",
    "Document",
    "Duties",
    "Fact",
    "Fields",
    "Figure",
    "Form",
    "GlanceRow",
    "Group",
    "Heading",
    "Inline",
    "JobCard",
    "LinkGroup",
    "Lockup",
    "Mark",
    "Marks",
    "Members",
    "NameList",
    "NameLists",
    "Note",
    "PageRef",
    "Pairs",
    "Paragraph",
    "PayBar",
    "PaySpec",
    "QuestionItem",
    "Range",
    "Region",
    "Rings",
    "RoleName",
    "Row",
    "Run",
    "Section",
    "SectionKind",
    "SelfCheckTable",
    "SetSpec",
    "SkillColumn",
    "SkillColumns",
    "SourceItem",
    "Step",
    "Steps",
    "Table",
    "Text",
    "TipItem",
    "Toc",
    "TocEntry",
    "TocPart",
    "Told",
    "Worksheet",
    "place_of",
    "placed",
    "plain",
    "words_of",
]

SectionKind = Literal[
    "cover", "contents", "glance", "profile", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back", "front", "poster", "people", "weeks", "notes",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `id` is the link target; `name` stands in the running head and contents, `title` is the heading.

    `tab` is what the thumb tab shows ("1", "A", or "" for none); `role` colours the section; `place` is where the
    author wrote the title. `unsaid` tells what a sheet leaves out by its own rule; it is no part of the page.
    """

    id: str
    kind: SectionKind
    name: str
    title: str
    tab: str
    blocks: tuple[Block, ...]
    role: int | None = None
    place: Span | None = field(default=None, compare=False, repr=False)
    unsaid: tuple[str, ...] = ()

    def slot(self, *names: str) -> tuple[Block, ...]:
        """The blocks in these slots, in document order."""
        return tuple(block for block in self.blocks if block.slot in names)


@dataclass(frozen=True, slots=True)
class RoleName:
    """How a role is called, long and short, with its code name ("deep-learning-engineer")."""

    id: str
    title: str
    short: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole guide. `date` is ISO 8601 and the only date that metadata carries; `language` is BCP 47.

    `padding` holds sections for the pages that are left before the back cover, where sheets have four. `languages` are
    those of the files whose words are in another language than the guide's.
    """

    title: str
    subtitle: str
    language: str
    date: str
    author: str
    keywords: tuple[str, ...]
    roles: tuple[RoleName, ...]
    sections: tuple[Section, ...]
    foot: str = ""
    header: str = ""
    words: dict[str, str] = field(default_factory=dict)
    layout: str = Edition().layout
    padding: tuple[Section, ...] = ()
    languages: dict[str, str] = field(default_factory=dict)
