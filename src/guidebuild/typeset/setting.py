"""What every page design needs at hand: the document, the theme, the book, and short ways to set words.

Comes in: document, theme and charts. Goes out: `Setting`, whose methods return boxes in the styles and colours of the
theme.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from guidebuild.brand.theme import RoleColours, Theme
from guidebuild.charts.chart import Chart
from guidebuild.charts.marks import role_mark
from guidebuild.compose.document import Document, Run, Section, SectionKind, Text, place_of, plain
from guidebuild.diagnostics import Span
from guidebuild.drawing import Colour, Paint, Pattern
from guidebuild.typeset.addresses import with_addresses
from guidebuild.typeset.book import Book, Grid, Sheet
from guidebuild.typeset.boxes import Art, Box, Picture, Plated, Rule, TextBox, drawing_art
from guidebuild.typeset.flow import Item, fill, spread, used
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, FIGURE, H1, Style, U
from guidebuild.typeset.text import break_lines, line_width, optical_size

Align = Literal["left", "right", "centre"]
DENSITIES = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
FULL_ENOUGH, WELL_FILLED = (
    1 / 3,
    1 / 2,
)  # of a last page: less is mended at any cost, or where it hardly shows
NOTICED = 0.7  # a density below this shows


@dataclass
class Setting:
    """The desk at which one document is set."""

    document: Document
    theme: Theme
    charts: dict[str, Chart]
    book: Book
    root: Tag

    def __post_init__(self) -> None:
        self._optical = {part: optical_size(self.theme.faces, heading=part) for part in (False, True)}
        self.form = self.theme.form

    @property
    def grid(self) -> Grid:
        return self.book.grid

    @property
    def roles(self) -> int:
        return len(self.document.roles)

    def colour(self, token: str) -> Colour:
        """A colour of the palette, by the name that the page specification gives it."""
        colour: Colour = getattr(self.theme.palette, token)
        return colour

    def role(self, index: int | None) -> RoleColours | None:
        return None if index is None else self.theme.palette.roles[index]

    def role_text(self, index: int | None, otherwise: str = "primary_text") -> Colour:
        """The text colour of a role, or a palette colour for what is no role's."""
        role = self.role(index)
        return role.text if role else self.colour(otherwise)

    def role_fill(self, index: int | None, otherwise: str = "primary") -> Colour:
        role = self.role(index)
        return role.fill if role else self.colour(otherwise)

    def plated(self, box: Box, area: Paint, *, up: float = 3.0) -> Box:
        """A box as it stands on an area: on a pattern it has a plate, that reaches `up` above and below it."""
        return Plated(box, area.on, (6.0, up)) if isinstance(area, Pattern) else box

    def role_rule(self, index: int | None, width: float) -> Rule:
        """The heavier rule that opens and closes what is a role's; where there is one ink, in the role's dashes."""
        role = self.role(index)
        return Rule(width, 1.5, self.role_fill(index), dash=role.ruled if role else ())

    def area_mark(self, index: int, height: float) -> Box:
        """A role's mark on a head in the role's own colour or pattern."""
        role = self.theme.palette.roles[index]
        if role.pattern:
            return Plated(self.mark((index,), height), role.pattern.on, (4.0, 3.0))
        return self.mark((index,), height, on_dark=role.on_area)

    def word(self, key: str) -> str:
        """One of the small words of the page ("of", "continued")."""
        return self.document.words[key]

    def text(
        self,
        words: Text | str,
        style: Style,
        width: float,
        tag: Tag,
        *,
        colour: Colour | None = None,
        align: Align = "left",
        place: Span | None = None,
    ) -> TextBox:
        """Words as lines in a box of the given width; `place` is where plain words are written."""
        inline = plain(words) if isinstance(words, str) else words
        inline = with_addresses(inline) if self.theme.on_paper else inline
        optical = self._optical[style.heading]
        style = style.with_(size=round(style.size * optical, 2)) if optical != 1.0 else style
        style = self.sized(style)
        language = self.language(inline)
        if language != self.document.language:
            tag.language = language
        lines = break_lines(inline, style, width, self.theme.faces, language)
        # A blank at the end of the words is set: it keeps them apart from what is read next.
        ends = not (inline and isinstance(inline[-1], Run) and inline[-1].text.endswith(" "))
        colour, place = colour or self.colour(style.colour), place or place_of(inline)
        return TextBox(lines, style, colour, width, tag, align, ends, place)

    def language(self, text: Text) -> str:
        """The language of a text: another than the guide's where all its words stand in files of that one."""
        files = {
            run.place.file if run.place else "" for run in text if isinstance(run, Run) and run.text.strip()
        }
        spoken = {self.document.languages.get(file, "") for file in files}
        return spoken.pop() or self.document.language if len(spoken) == 1 else self.document.language

    def sized(self, style: Style) -> Style:
        """The style, in the least size of the edition if it is smaller than that."""
        least = self.form.least
        if style.size >= least:
            return style
        return style.with_(
            size=least, leading=max(style.leading, 1.4 * least), tracking=min(style.tracking, 0.3)
        )

    def holds(self, words: str, style: Style, width: float) -> bool:
        """Whether every word is as narrow as the width, so that none is torn."""
        style = self.sized(style)
        return all(line_width(word, style, self.theme.faces) <= width for word in words.split())

    def mark(self, members: tuple[int, ...], height: float, *, on_dark: Colour | None = None) -> Art:
        return drawing_art(role_mark(self.theme.palette, self.roles, members, height, on_dark=on_dark))

    def spoken_mark(self, members: tuple[int, ...], height: float, parent: Tag) -> Picture:
        """A mark that says something by itself, read as the roles that it stands for."""
        everyone = len(members) == self.roles
        names = self.word("all") if everyone else ", ".join(self.document.roles[m].short for m in members)
        return Picture(self.mark(members, height), Tag("Span", parent), actual=f"({names}) ")

    def rule(self, width: float, *, thickness: float = 0.5, token: str = "rule") -> Rule:
        return Rule(width, thickness, self.colour(token))

    # Pages

    def start(self, section: Section, kind: Literal["plain", "opener", "cover"] = "plain") -> Sheet:
        """The first page of a section, with its place marked."""
        sheet = self.book.open(section, kind)
        self.book.mark(section.id, sheet, 0.0)
        return sheet

    def room_below(self, section: Section, kind: SectionKind) -> float | None:
        """Where the one page of the section before ends, if it is of that kind; else None."""
        before = self.document.sections[: self.document.sections.index(section)]
        if not before or before[-1].kind != kind or self.book.last.section is not before[-1]:
            return None
        return max(y + box.height for box, _, y in self.book.last.boxes)

    def join(self, section: Section, y: float) -> None:
        """A section begins below another one, on the page that is open."""
        self.book.mark(section.id, self.book.last, y)
        self.book.last.guests.append(section)

    def sect(self) -> Tag:
        """A new structure element for a section."""
        return Tag("Sect", self.root)

    def title(
        self, section: Section, sect: Tag, width: float, *, style: Style = H1, colour: Colour | None = None
    ) -> TextBox:
        """The section's own heading; one that would take three lines is set a step smaller."""
        title, place = section.title, section.place
        box = self.text(title, style, width, Tag("H1", sect), colour=colour, place=place)
        if len(box.lines) > 2 and style == H1:
            return self.text(title, FIGURE.with_(balance=True), width, box.tag, colour=colour, place=place)
        return box

    def opening(self, section: Section, sect: Tag, *, lead_width: float = 0.0) -> list[Item]:
        """Title and lead as flow items at the head of a page."""
        items = [Item(self.title(section, sect, self.grid.live_width), keep=True)]
        for block in section.slot("lead"):
            text: Text = block.text  # type: ignore[attr-defined]
            width = lead_width or self.grid.w(8)
            items.append(Item(self.text(text, BODY, width, Tag("P", sect)), before=2 * U, keep=True))
        return items

    def fit(self, build: Callable[[float], list[Item]], *, top: float = 0.0) -> list[Item]:
        """The items of a section at the loosest density that does not leave a nearly empty last page.

        `build` is called with 1.0 (as designed) and then with tighter densities; gaps and pads scale with it.
        """
        loosest = build(1.0)
        pages, share = self._measure(loosest, top)
        if pages == 1 or share >= WELL_FILLED:
            return loosest
        for density in DENSITIES:
            if share >= FULL_ENOUGH and density < NOTICED:
                break
            items = build(density)
            if self._measure(items, top)[0] < pages:
                return items
        return loosest

    def fits_one_page(self, items: list[Item]) -> bool:
        return self._measure(items, 0.0)[0] == 1

    def _measure(self, items: list[Item], top: float) -> tuple[int, float]:
        """How many pages items take, and how full the last one is (0 to 1)."""
        rest, pages, share = items, 0, 0.0
        room = self.grid.bottom - (top or self.grid.top)
        while rest:
            placed, rest = fill(rest, room)
            share = used(placed) / self.grid.live_height
            pages += 1
            room = self.grid.live_height
        return pages, share

    def flow(self, section: Section, items: list[Item], *, widen: bool = True, top: float = 0.0) -> Sheet:
        """Set items in one full-width column over as many pages as they need; the first is the book's last sheet."""
        sheet = self.book.last
        y0 = top or self.grid.top
        rest = items
        while True:
            room = self.grid.bottom - y0
            placed, rest = fill(rest, room)
            if rest or widen:
                placed = spread(placed, room)
            for p in placed:
                sheet.put(p.item.box, sheet.left, y0 + p.y)
                self.book.mark(p.item.node, sheet, y0 + p.y)
                self.check(p.item.box, y0 + p.y)
            self.book.mark(section.id, sheet, 0.0)
            if not rest:
                return sheet
            sheet = self.book.open(section)
            y0 = self.grid.top

    def check(self, box: Box, y: float) -> None:
        """Report a box that runs over the foot of the page."""
        over = y + box.height - self.grid.bottom
        if over > 2 * U:
            # What would fit a page of its own has been pushed down by what stands above it.
            above = [other for other, _, _ in self.book.last.boxes]
            self.book.refuse("block", over, [box] if box.height > self.grid.live_height else above)
