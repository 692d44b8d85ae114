"""The blocks of a document: paragraphs, cards, facts, tables, figures, forms.

Comes in: nothing. Goes out: frozen nodes; every block has a stable id and the slot of its page design. Refuses:
coordinates, colours, markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from guidebuild.compose.specs import ChartSpec, Range
from guidebuild.compose.text import Members, Text, places
from guidebuild.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Block:
    """`place` is where the author wrote what the block is made of: as given, else where its texts were written.

    It is None for what the program says by itself. `key` tells blocks of one kind apart where that matters: "tools"
    among the facts of a role.
    """

    id: str
    slot: str
    place: Span | None = field(default=None, kw_only=True, compare=False, repr=False)
    key: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        if self.place is None:
            object.__setattr__(self, "place", next(places(self), None))


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading of the second level, within a section whose own title is of the first."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    text: Text
    style: Literal["lead", "body", "small", "caption"] = "body"


@dataclass(frozen=True, slots=True)
class Lockup(Block):
    """The cover title: role titles and the word between them ("vs." or "and"); or one free title (`roles` empty).

    `as_written`, here and below: the label holds an author's words, so it is not set in capitals.
    """

    kicker: str
    edition: str
    roles: tuple[str, ...]
    joiner: str
    title: str
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Fields(Block):
    """Label and value lines under a title, as in the event block."""

    title: str
    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Code(Block):
    """A QR code with its invitation and the short address printed beneath.

    `tracked` is what the code says where it has more to say than the address (`event.utm`).
    """

    url: str
    invitation: str
    address: str
    tracked: str = ""

    @property
    def says(self) -> str:
        return self.tracked or self.url


@dataclass(frozen=True, slots=True)
class Rings(Block):
    """What the ornament is drawn from: one ring per skill. For a pair, `shared` rings cross; decoration only."""

    counts: tuple[int, ...]
    shared: int
    roles: Members


@dataclass(frozen=True, slots=True)
class Fact(Block):
    """A labelled value with a note; a value may be empty when the note says it all. `money` values are set larger.

    `range` draws a small bar, `dots` (own, shared) a dot for each, `steps` (reached, of) a row of steps.
    """

    label: str
    value: str
    note: Text = ()
    money: bool = False
    range: Range | None = None
    dots: tuple[int, int] | None = None
    steps: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Card(Block):
    """A role at a glance. Facts stand in the same order on every card; an absent fact has an empty value."""

    title: str
    role: int
    facts: tuple[Fact, ...]
    link: Text


@dataclass(frozen=True, slots=True)
class GlanceRow(Block):
    """A role at a glance when there are four or more. `more` stands in the place of the range where none is drawn."""

    title: str
    role: int
    focus: str
    page: Text
    range: Range | None
    sample: str
    degree: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A tinted box. `role` None with `members` means shared by those; numbered items or paragraphs inside."""

    label: str
    title: str
    text: Text = ()
    items: tuple[Text, ...] = ()
    role: int | None = None
    members: Members = ()
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Duties(Block):
    """Numbered duties: (title, detail); either may be empty."""

    items: tuple[tuple[str, Text], ...]
    role: int | None
    more: str = ""


@dataclass(frozen=True, slots=True)
class SkillColumn:
    """Skills under a mark; `members` are the roles that share them."""

    label: str
    members: Members
    items: tuple[Text, ...]
    as_written: bool = False


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
class Told:
    """What a chart shows of one region or bar, in words: its `label`, and its `items` or a `sentence` about it.

    `count` says how many there are where not all of them are shown.
    """

    label: str
    items: tuple[str, ...] = ()
    sentence: str = ""
    count: str = ""

    @property
    def words(self) -> str:
        """'Both: 2, Python, SQL.'"""
        return (
            f"{self.label}: {self.sentence or ', '.join((self.count or str(len(self.items)), *self.items))}."
        )


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A chart with the words that stand in for it; `table` names its data table.

    `first` is a sentence on what the chart shows, `groups` tell each of its regions or bars.
    """

    spec: ChartSpec
    first: str
    groups: tuple[Told, ...]
    caption: Text
    table: str

    @property
    def alt(self) -> str:
        """What is read instead of the chart."""
        return " ".join((self.first, *(group.words for group in self.groups)))


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A neutral boxed note."""

    label: str
    title: str
    paragraphs: tuple[Text, ...]
    closing: Text = ()


@dataclass(frozen=True, slots=True)
class JobCard(Block):
    """`low`, `high` and `top` in currency units; `high` 0 means none given, `low` 0 and `high` 0 no bar.

    `closes` says until when one can apply, or since when no more (`closed`).
    """

    title: str
    employer: str
    terms: str
    where: str
    salary: str
    low: float
    high: float
    top: float
    top_label: str
    url: str = ""
    closes: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class CheckRow:
    """For two roles `left` and `right` statements; for more, `left` alone and the `members` it speaks for."""

    left: str
    right: str = ""
    members: Members = ()


@dataclass(frozen=True, slots=True)
class SelfCheckTable(Block):
    """`roles` are those that the titles name, in their order; none given means all of the guide."""

    titles: tuple[str, ...]
    rows: tuple[CheckRow, ...]
    roles: Members = ()


@dataclass(frozen=True, slots=True)
class TipItem(Block):
    """`step` may be empty: then there is no first step, and `label` stands beside the box to tick; `why` may be too."""

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
class Worksheet(Block):
    """Questions in running text, each over so many lines to write on."""

    asks: tuple[str, ...]
    lines: int = 2


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
