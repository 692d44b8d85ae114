"""The poster: a band with the title and the rings, a column per role, and where to ask.

Comes in: a `poster` section. Goes out: one page. Everything grows with the paper: sizes here are those of A3, and a
sheet of A2 is A3 times the square root of two. The type is the largest that the words leave room for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from guidebuild.charts.codes import QUIET, least_width
from guidebuild.compose.document import Card, Code, Fact, Paragraph, Rings, Run, Section, words_of
from guidebuild.drawing import Drawing
from guidebuild.edition import MM
from guidebuild.typeset.boxes import Art, Beside, Box, Picture, Rule, Stack, drawing_art
from guidebuild.typeset.designs.covers import kicker, lockup_of, only
from guidebuild.typeset.graphics import STEP, code_drawing, code_width, logo_box, ornament, put_band
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.sheets.settle import Laid, band_ornament, large, reach_beside, settle, sheet_title
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import DISPLAY, LABEL, LEAD, Style

A3 = 297 * MM
MARGIN, HEAD, FOOT = 26 * MM, 29 * MM, 24 * MM
GAP = 10 * MM  # between columns
AIR = 9.0  # at least between one fact and the next
BAND = 0.625  # of the page's height at most
TITLES = (72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0, 30.0, 26.0)
# Sizes of the text, each with how many parts may go before a smaller one is tried.
TEXTS = ((18.0, 0), (16.5, 1), (15.0, 2), (13.5, 3))
LEAST_BAND = 0.36  # of the page's height, while that can be had
REACH, LEAST_REACH, RING = 95 * MM, 34 * MM, 8.2 * MM
CODE, LARGER_CODE, LARGEST_CODE = 34 * MM, 52 * MM, 81 * MM
ASK = {2: 81 * MM, 3: 60 * MM}  # the last column, by how many stand before it


@dataclass(frozen=True)
class Scale:
    """Styles and lengths on this paper, with text of one size."""

    by: float
    text: float

    def __call__(self, length: float) -> float:
        return length * self.by

    def style(self, size: float, leading: float, *, bold: bool = False, colour: str = "ink") -> Style:
        return Style(size * self.by, leading * self.by, bold=bold, colour=colour)

    @property
    def body(self) -> Style:
        return self.style(self.text, 1.36 * self.text)

    @property
    def bold(self) -> Style:
        return self.style(self.text, 1.36 * self.text, bold=True)

    @property
    def head(self) -> Style:
        return self.style(1.12 * self.text, 1.4 * self.text, bold=True).with_(balance=True, heading=True)

    @property
    def label(self) -> Style:
        size = max(9.5, 0.6 * self.text)
        return LABEL.with_(size=size * self.by, leading=1.5 * size * self.by, tracking=0.6 * self.by)


def lay_poster(setting: Setting, section: Section) -> None:
    """The page, in the largest type in which everything stands on it."""
    sect = setting.sect()
    by = setting.grid.paper.width / A3
    ways = [(_way(setting, sect, Scale(by, text), LEAST_BAND), most) for text, most in TEXTS]
    settle(setting, section, *ways, (_way(setting, sect, Scale(by, TEXTS[-1][0]), 0.0), None))


def _way(setting: Setting, sect: Tag, scale: Scale, least: float) -> Callable[[Section], Laid]:
    return lambda shown: _page(setting, shown, sect, scale, least)


def _page(setting: Setting, section: Section, sect: Tag, scale: Scale, least: float) -> Laid:
    """The page from the foot upwards; the band gets what the columns leave."""
    laid = Laid()
    paper = setting.grid.paper
    margin, foot = scale(MARGIN), paper.height - scale(FOOT)
    title_tag, below = Tag("Div", sect), Tag("Div", sect)
    cards = [b for b in section.slot("cards") if isinstance(b, Card)]
    ask = _Ask(setting, section, below, scale, scale(ASK[2] if len(cards) in (2, 4) else ASK[3]))
    width = paper.width - 2 * margin - (ask.width + scale(GAP) if ask.there else 0.0)
    roles = _Columns(setting, cards, Tag("Div", sect), scale, width)
    logo = logo_box(setting, sect, dark=False, height=scale(10 * MM), width=width)
    needed = max(roles.least + scale(9 * MM) + logo.height, ask.height(CODE))
    wanted = max(needed, ask.height(LARGER_CODE))
    room = foot - scale(12 * MM)
    highest = min(BAND * paper.height, room - needed)
    band = max(min(highest, room - wanted), min(highest, 0.54 * paper.height))
    title, bottom, widest = _title(setting, section, title_tag, scale, band, paper.width - 2 * margin)
    laid.over = max(bottom - band, least * paper.height - band, roles.torn if least else 0.0)
    put_band(setting, laid.put, setting.theme.palette.cover, band)
    rings = only(section, "ornament", Rings)
    if rings:
        art = _rings(setting, rings, scale, band, band - bottom, margin + widest)
        if art:
            laid.put(art, 0, 0)
    laid.put(title, margin, scale(HEAD))
    top = band + scale(12 * MM)
    laid.put(roles.filling(foot - top - logo.height - scale(9 * MM)), margin, top)
    if ask.there:
        ask.put(laid, paper.width - margin - ask.width, top, foot)
    laid.put(logo, margin, foot - logo.height)
    return laid


def _title(
    setting: Setting, section: Section, tag: Tag, scale: Scale, band: float, width: float
) -> tuple[Stack, float, float]:
    """Kicker, title and subtitle in the largest size that leaves room for the rings, else in any; end and width."""
    cover = setting.theme.palette.cover
    lockup = lockup_of(section)
    label = kicker(setting, lockup, tag, width, size=scale(13), leading=scale(18), tracking=scale(1.2))
    lead = only(section, "lead", Paragraph)
    for rings in (scale(LEAST_REACH), scale(8 * MM)):
        for size in TITLES:
            display = DISPLAY.with_(
                size=scale(size), leading=scale(size * 76 / 72), tracking=scale(-size / 80)
            )
            holds = all(
                setting.holds(words, display, width * 0.94) for words in lockup.roles or (lockup.title,)
            )
            if not holds and size != TITLES[-1]:
                continue
            title, widest = sheet_title(
                setting, lockup, tag, display, width * 0.94, scale(size * 0.14), scale(70 * MM)
            )
            children: list[tuple[float, Box]] = [(0.0, label), (scale(5 * MM), title)]
            if lead:
                large_lead = LEAD.with_(size=scale(max(18, size * 0.36)), leading=scale(max(25, size * 0.5)))
                room = max(0.55 * width, min(widest, 0.8 * width))
                words = setting.text(lead.text, large_lead, room, Tag("P", tag), colour=cover.words)
                children.append((scale(5 * MM), words))
                widest = max(widest, *(line.width for line in words.lines))
            box = Stack(children, width)
            bottom = scale(HEAD) + box.height + scale(2 * MM)
            if bottom <= band - rings:
                return box, bottom, widest
    return box, bottom, widest


def _rings(
    setting: Setting, rings: Rings, scale: Scale, band: float, below: float, beside: float
) -> Art | None:
    """The ornament below the title, or beside it where it is larger."""
    width = setting.grid.paper.width
    step = max(STEP, scale(RING))
    under = min(scale(REACH), below - scale(4 * MM))
    left = beside + scale(12 * MM)
    aside = min(scale(REACH), band - scale(18 * MM), reach_beside(rings, width - left))
    if aside > 1.25 * under:
        return band_ornament(setting, rings, band, left, aside, step)
    if under < 0.6 * scale(LEAST_REACH):
        return None
    return ornament(setting, rings, width - scale(MARGIN), band, under, most=step)


class _Columns:
    """The roles: two or three beside each other, four to six in two rows."""

    def __init__(self, setting: Setting, cards: Sequence[Card], tag: Tag, scale: Scale, width: float) -> None:
        self.setting, self.scale, self.width = setting, scale, width
        count = {4: 2, 5: 3, 6: 3}.get(len(cards), len(cards))
        self.each = (width - (count - 1) * scale(GAP)) / count
        shown = [i for i in range(len(cards[0].facts)) if any(card.facts[i].value for card in cards)]
        self.torn = 0.0 if all(self._holds(card, shown) for card in cards) else 1.0
        self.rows = [
            [self._cells(card, Tag("Div", tag), shown) for card in cards[start : start + count]]
            for start in range(0, len(cards), count)
        ]
        self.roles = [card.role for card in cards]
        self.heights = [
            [max(cells[i].height for cells in row) for i in range(len(row[0]))] for row in self.rows
        ]
        self.least = self._height(0.0)

    def _holds(self, card: Card, shown: Sequence[int]) -> bool:
        """Whether no word is torn."""
        mark = 1.9 * self.scale(self.scale.text) if self.setting.roles == 2 else 0.0
        head = self.setting.holds(card.title, self.scale.head, self.each - mark)
        return head and all(
            self.setting.holds(card.facts[i].value, self.scale.bold, self.each) for i in shown
        )

    def _cells(self, card: Card, tag: Tag, shown: Sequence[int]) -> list[Box]:
        """Heading, then a box per fact."""
        setting, scale = self.setting, self.scale
        mark = _scaled(setting, (card.role,), scale(0.95 * scale.text))
        colour = setting.role_text(card.role)
        tag_ = Tag("H2", tag)
        if setting.roles > 2:  # narrow columns: the name needs their whole width
            head = setting.text(card.title, scale.head, self.each, tag_, colour=colour)
            cells: list[Box] = [Stack([(0.0, mark), (scale(4), head)], self.each)]
        else:
            x = mark.width + scale(7)
            head = setting.text(card.title, scale.head, self.each - x, tag_, colour=colour)
            drop = (scale.head.leading - mark.height) / 2
            cells = [Beside([(0.0, Stack([(drop, mark)])), (x, head)], self.each)]
        return [*cells, *(self._fact(card.facts[i], tag) for i in shown)]

    def _fact(self, fact: Fact, tag: Tag) -> Box:
        setting, scale = self.setting, self.scale
        if not fact.value:
            return Stack([], self.each)
        if fact.key == "focus":
            return setting.text(fact.value, scale.body, self.each, Tag("P", tag))
        label = setting.text(fact.label, scale.label, self.each, Tag("P", tag))
        value = setting.text(fact.value, scale.bold, self.each, Tag("P", tag))
        return Stack([(0.0, label), (0.0, value)], self.each)

    def _height(self, pad: float) -> float:
        """Of all rows: rule, heading, and facts with so much more than the least air between them."""
        scale = self.scale
        gaps = [scale(8) + len(row) * (scale(AIR) + pad) for row in self.heights]
        return sum(map(sum, self.heights)) + sum(gaps) + (len(self.rows) - 1) * (scale(16) + pad)

    def filling(self, room: float) -> Stack:
        """The roles with as much air as the room allows."""
        setting, scale = self.setting, self.scale
        steps = sum(map(len, self.heights)) + len(self.rows) - 1
        pad = max(0.0, min(scale(9), (room - self.least) / max(1, steps)))
        bands: list[tuple[float, Box]] = []
        role = iter(self.roles)
        for row, heights in zip(self.rows, self.heights, strict=True):
            columns: list[tuple[float, Box]] = []
            for index, cells in enumerate(row):
                rule = setting.role_rule(next(role), self.each)
                children: list[tuple[float, Box]] = [(0.0, replace(rule, thickness=scale(3)))]
                children.append((scale(8), Beside([(0.0, cells[0])], self.each, heights[0])))
                for place, cell in enumerate(cells[1:], 1):
                    if place > 1:
                        children.append(
                            ((scale(AIR) + pad) / 2, setting.rule(self.each, thickness=scale(0.6)))
                        )
                    before = (scale(AIR) + pad) / (2 if place > 1 else 1)
                    children.append((before, Beside([(0.0, cell)], self.each, heights[place])))
                columns.append((index * (self.each + scale(GAP)), Stack(children, self.each)))
            bands.append((scale(16) + pad if bands else 0.0, Beside(columns, self.width)))
        return Stack(bands, self.width)


def _scaled(setting: Setting, members: tuple[int, ...], height: float) -> Art:
    """A mark at any height; the dots of four and more roles grow as well."""
    if setting.roles <= 3:
        return setting.mark(members, height)
    dots = setting.mark(members, 9.0)
    by = height / 9.0
    from guidebuild.charts.marks import role_mark

    return drawing_art(role_mark(setting.theme.palette, setting.roles, members, 9.0), by) if by > 1 else dots


class _Ask:
    """The last column: where to ask, the booth in large figures, and the code as large as there is room for."""

    def __init__(self, setting: Setting, section: Section, tag: Tag, scale: Scale, width: float) -> None:
        self.setting, self.section, self.tag, self.scale, self.width = setting, section, tag, scale, width
        self.code = only(section, "qr", Code)
        self.drawing = self._drawing(self.code) if self.code else None
        self.words = self._words()
        self.there = bool(self.words.children) or self.code is not None
        self.address = self._address()

    def _words(self) -> Stack:
        setting, scale, section = self.setting, self.scale, self.section
        primary = setting.theme.palette.primary_text
        children: list[tuple[float, Box]] = []
        if ask := only(section, "ask", Paragraph):
            children.append((0.0, Rule(self.width, scale(3), setting.theme.palette.primary)))
            head = setting.text(ask.text, scale.head, self.width, Tag("H2", self.tag), colour=primary)
            children.append((scale(8), head))
        if numeral := only(section, "numeral", Paragraph):
            sizes = [scale(size) for size in (112, 96, 80, 64, 48)]
            box = large(setting, words_of(numeral.text), sizes, self.width, Tag("P", self.tag), primary)
            children.append((scale(-2), _close(box)))
        for block in section.slot("where"):
            if isinstance(block, Paragraph):
                small = scale.style(12, 17)  # for an address that would be torn
                held = setting.holds(words_of(block.text), scale.body, self.width)
                style = scale.body if held else small
                words = setting.text(block.text, style, self.width, Tag("P", self.tag))
                children.append((scale(2), words))
        return Stack(children, self.width)

    def _address(self) -> Box:
        if not self.code:
            return Stack([], self.width)
        style = self.scale.style(12, 17, colour="mute")
        text = (Run(self.code.address, link=self.code.url),)
        return self.setting.text(text, style, self.width, Tag("P", self.tag))

    def height(self, code: float) -> float:
        """With a code of this size on A3, its quiet zone included."""
        size = max(self.scale(code), least_width(self.drawing)) if self.drawing else 0.0
        return self.words.height + size + self.address.height

    def _drawing(self, code: Code) -> Drawing | None:
        """The code as it is drawn, unless even the largest one could not be read."""
        drawing = code_drawing(self.setting, code)
        width = code_width(
            self.setting, code.url, code.says, self.scale(CODE), self._largest(drawing), code.place
        )
        return drawing if width else None

    def _largest(self, drawing: Drawing) -> float:
        """The width of a code whose modules take the whole column, the quiet zone beside it."""
        return min(self.width, self.scale(LARGEST_CODE)) * drawing.width / (drawing.width - 2 * QUIET)

    def put(self, laid: Laid, x: float, top: float, foot: float) -> None:
        """Words from the top; the code as large as there is room for, on the foot, over its address.

        Its modules meet the edge of the column; the quiet zone lies in the white around.
        """
        laid.put(self.words, x, top)
        if self.code and self.drawing:
            room = foot - top - self.words.height - self.address.height
            size = min(room, self._largest(self.drawing))
            module = size / self.drawing.width
            picture = Picture(
                drawing_art(self.drawing, module),
                Tag("Figure", self.tag, alt=f"QR code for {self.code.address}"),
            )
            laid.put(picture, x - QUIET * module, foot - self.address.height - size)
        laid.put(self.address, x, foot - self.address.height)


def _close(box: Box) -> Box:
    """Figures have no descenders: what follows may stand nearer."""
    return Art(box.width, box.height * 0.92, lambda pen, x, y: box.paint(pen, x, y))
