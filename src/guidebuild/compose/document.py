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
               main (Heading, Paragraph, Duties, SkillColumns, Definitions, Pairs ...)  aside (Aside+)  foot (Callout)
    compare    lead (Paragraph)  table (Table+)  source (Paragraph)
    skills     lead (Paragraph)  figure (Figure)  table (Heading, Table)  legend (Definitions)
    pay        lead (Paragraph)  facts (Fact)  figure (Figure)  note (Note)  table (Table)  source (Paragraph)
    jobs       lead (Paragraph)  cards (JobCard+)  source (Paragraph)
    fit        lead (Paragraph)  check (SelfCheckTable)  result (Paragraph+)
    tips       lead (Paragraph)  tips (TipItem+)  key (Paragraph)
    questions  lead (Paragraph)  questions (QuestionItem+)  form (Form)
    glossary   lead (Paragraph)  terms (Definitions)
    sources    lead (Paragraph)  sources (SourceItem+)  links (LinkGroup+)
    back       left (Aside+)  right (Aside+)  qr (Code)  event (Fields)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Members = tuple[int, ...]


# Inline text


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an outside address."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class PageRef:
    """The page of another node, filled in when pages are known; also a link to it.

    `form` "page" prints the first page ("8"); "pages" the range of a section ("4–5", or "8" when it is one page).
    `to_target` extends the range to the last page of a second node.
    """

    target: str
    form: Literal["page", "pages"] = "page"
    bold: bool = False
    to_target: str = ""


Inline = Run | PageRef
Text = tuple[Inline, ...]


def plain(words: str, *, bold: bool = False) -> Text:
    """Text of one run, or none for an empty string."""
    return (Run(words, bold=bold),) if words else ()


def words_of(text: Text) -> str:
    """The words of a text as a reader hears them; page references stay out as '{target}'."""
    return "".join(run.text if isinstance(run, Run) else "{" + run.target + "}" for run in text)


# Blocks. Every block has a stable id and a slot.


@dataclass(frozen=True, slots=True)
class Block:
    id: str
    slot: str


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading within a section, level 2 or 3. (The section's own title is level 1.)"""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    text: Text
    style: Literal["lead", "body", "small", "caption"] = "body"


@dataclass(frozen=True, slots=True)
class Lockup(Block):
    """The cover title: role titles and the word between them ("vs." or "and"); or one free title (`roles` empty)."""

    kicker: str
    edition: str
    roles: tuple[str, ...]
    joiner: str
    title: str


@dataclass(frozen=True, slots=True)
class Fields(Block):
    """Label and value lines under a title, as in the event block."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Code(Block):
    """A QR code with its invitation and the short address printed beneath."""

    url: str
    invitation: str
    address: str


@dataclass(frozen=True, slots=True)
class Rings(Block):
    """What the ornament is drawn from: one ring per skill. For a pair, `shared` rings cross; decoration only."""

    counts: tuple[int, ...]
    shared: int
    roles: Members


@dataclass(frozen=True, slots=True)
class Step:
    minutes: int
    title: str
    text: Text


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """How to use this guide, with minutes; `total` is the closing line."""

    label: str
    steps: tuple[Step, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A row of the key: role index or None for shared, its name, how it looks in words."""

    role: int | None
    name: str
    look: str


@dataclass(frozen=True, slots=True)
class Marks(Block):
    label: str
    marks: tuple[Mark, ...]
    note: str


@dataclass(frozen=True, slots=True)
class TocEntry:
    """`tab` is the number on the thumb tab, empty for reference sections; `members` picks the mark after the title."""

    target: str
    tab: str
    title: str
    blurb: str
    role: int | None = None
    members: Members = ()


@dataclass(frozen=True, slots=True)
class TocPart:
    label: str
    entries: tuple[TocEntry, ...]


@dataclass(frozen=True, slots=True)
class Toc(Block):
    parts: tuple[TocPart, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Pay at five percentiles, in whole currency units, on a scale from 0 to `top`."""

    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    top: float
    top_label: str
    median_label: str


@dataclass(frozen=True, slots=True)
class Fact(Block):
    """A labelled value with a note. `money` values are set larger. `range` draws a small bar, `dots` (own, shared)."""

    label: str
    value: str
    note: Text = ()
    money: bool = False
    range: Range | None = None
    dots: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Card(Block):
    """A role at a glance. Facts stand in the same order on every card; an absent fact has an empty value."""

    title: str
    role: int
    facts: tuple[Fact, ...]
    link: Text


@dataclass(frozen=True, slots=True)
class GlanceRow(Block):
    """A role at a glance when there are four or more."""

    title: str
    role: int
    focus: str
    page: Text
    range: Range | None
    sample: str
    degree: str


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A tinted box. `role` None with `members` means shared by those; numbered items or paragraphs inside."""

    label: str
    title: str
    text: Text = ()
    items: tuple[Text, ...] = ()
    role: int | None = None
    members: Members = ()


@dataclass(frozen=True, slots=True)
class Duties(Block):
    """Numbered duties: (title, detail); either may be empty."""

    items: tuple[tuple[str, Text], ...]
    role: int | None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    items: tuple[Text, ...]
    role: int | None = None


@dataclass(frozen=True, slots=True)
class SkillColumn:
    """Skills under a mark; `members` are the roles that share them."""

    label: str
    members: Members
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SkillColumns(Block):
    columns: tuple[SkillColumn, ...]
    roles: int  # how many roles the guide has, for the mark


@dataclass(frozen=True, slots=True)
class Definitions(Block):
    """Term and description rows, ruled; in the glossary, in "what you would use" and as a chart's legend."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Pairs(Block):
    """Title and text in two columns of small ruled cells (industries)."""

    items: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Aside(Block):
    """A block of the outer column or of the back cover: label, optional title, paragraphs, bullets or terms."""

    label: str
    title: str = ""
    paragraphs: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    terms: tuple[tuple[str, Text], ...] = ()
    closing: Text = ()
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `span` counts columns; a merged cell carries the `members` that share it and prints `badge`."""

    text: Text
    span: int = 1
    members: Members = ()
    badge: str = ""
    strong: bool = False
    none: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`label` is the row head."""

    label: str
    cells: tuple[Cell, ...]
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column head. `members` picks colour and mark: one role, or several for shared, or none for plain."""

    label: str
    members: Members = ()
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A real table. `corner` heads the row heads; `roles` is the number of roles in the guide (for marks).

    `style` "roles" has filled heads in the role colours, "plain" ruled ones, "matrix" sets dots for members.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    roles: int
    corner: str = ""
    caption: str = ""
    foot: Row | None = None
    style: Literal["roles", "plain", "matrix"] = "plain"


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the set chart: exactly these roles share exactly these skills, in reading order."""

    members: Members
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetSpec:
    """The set chart: all non-empty regions (and for 2-3 roles the empty ones); titles and totals by role."""

    titles: tuple[str, ...]
    totals: tuple[int, ...]
    regions: tuple[Region, ...]
    only_label: str = "only here"
    shared_label: str = "shared"
    none_label: str = "none"


@dataclass(frozen=True, slots=True)
class PayBar:
    """One row of the pay chart. `role` None is a context row. `reports` lists single values of a small sample."""

    title: str
    note: str
    role: int | None
    range: Range
    low_label: str
    high_label: str
    reports: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PaySpec:
    """The pay chart: one scale from 0 to `top` with labelled `ticks`."""

    unit: str
    bars: tuple[PayBar, ...]
    scale_label: str
    top: float
    ticks: tuple[tuple[float, str], ...]


ChartSpec = SetSpec | PaySpec


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A chart with the words that stand in for it. `alt` says what the chart shows; `table` names its data table."""

    spec: ChartSpec
    alt: str
    caption: Text
    table: str


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A neutral boxed note."""

    label: str
    title: str
    paragraphs: tuple[Text, ...]
    closing: Text = ()


@dataclass(frozen=True, slots=True)
class JobCard(Block):
    """`low`, `high` and `top` in currency units; `high` 0 means none given, `low` 0 and `high` 0 no bar."""

    title: str
    employer: str
    terms: str
    place: str
    salary: str
    low: float
    high: float
    top: float
    top_label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """For two roles `left` and `right` statements; for more, `left` alone and the `members` it speaks for."""

    left: str
    right: str = ""
    members: Members = ()


@dataclass(frozen=True, slots=True)
class SelfCheckTable(Block):
    titles: tuple[str, ...]
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True)
class TipItem(Block):
    number: int
    title: str
    why: Text
    label: str
    step: str
    members: Members


@dataclass(frozen=True, slots=True)
class QuestionItem(Block):
    number: int
    ask: str
    members: Members
    lines: int = 3


@dataclass(frozen=True, slots=True)
class Form(Block):
    """Labelled writing lines in a tinted box."""

    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceItem(Block):
    """One source: title in bold, then who, when, licence and address."""

    title: str
    text: Text
    url: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup(Block):
    """Further reading for one role; each link has a printed short address, the first one a QR code."""

    title: str
    role: int
    links: tuple[tuple[str, str], ...]


SectionKind = Literal[
    "cover", "contents", "glance", "profile", "compare", "skills", "pay", "jobs", "fit",
    "tips", "questions", "glossary", "sources", "back",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `id` is the link target; `name` stands in the running head and contents, `title` is the heading.

    `tab` is what the thumb tab shows ("1", "A", or "" for none); `role` colours the section.
    """

    id: str
    kind: SectionKind
    name: str
    title: str
    tab: str
    blocks: tuple[Block, ...]
    role: int | None = None

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
    """The whole guide. `date` is ISO 8601 and the only date that metadata carries; `language` is BCP 47."""

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
