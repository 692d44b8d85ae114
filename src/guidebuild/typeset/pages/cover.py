"""Front and back cover: a band in the primary colour over two thirds, the rest white.

Comes in: a `cover` or `back` section. Goes out: one sheet each, without furniture. The ornament is drawn from the
skill sets and runs over the spine from the front onto the back.
"""

from __future__ import annotations

from guidebuild.brand.theme import MM
from guidebuild.compose.document import Aside, Block, Code, Fields, Lockup, Paragraph, Rings, Section
from guidebuild.typeset.book import INNER, OUTER, Sheet
from guidebuild.typeset.boxes import Art, Beside, Box, Draw, Panel, Rule, Stack
from guidebuild.typeset.graphics import code_box, logo_box, ornament
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, DISPLAY, H1, H2, LABEL, LEAD, SMALL, Style, U

BAND = 2 / 3
LOGO = 7.5 * MM
LEAST_REACH = 22 * MM  # a smaller ornament would look like a mistake


def band_height(setting: Setting) -> float:
    return setting.grid.paper.height * BAND


def one(section: Section, slot: str) -> Block | None:
    """The only block of a slot, if there is one."""
    blocks = section.slot(slot)
    return blocks[0] if blocks else None


def lay_cover(setting: Setting, section: Section) -> None:
    """The front cover."""
    sheet = setting.start(section, "cover")
    sect = setting.sect()
    band = band_height(setting)
    palette = setting.theme.palette
    sheet.put(Panel(Stack([]), setting.grid.paper.width, palette.primary, (band, 0, 0, 0)), 0, 0)
    lockup = one(section, "title")
    assert isinstance(lockup, Lockup)
    title = _lockup(setting, lockup, sect, band)
    bottom = 32 * MM + title.height
    rings = one(section, "ornament")
    if isinstance(rings, Rings):
        reach = min(73 * MM, band - bottom - 6 * MM)
        if reach > LEAST_REACH:
            sheet.put(_ornament(setting, rings, band, reach, 0.0), 0, 0)
    _labels(setting, sheet, lockup, sect)
    sheet.put(title, sheet.left, 32 * MM)
    _white_third(setting, sheet, section, sect, band)


def _ornament(setting: Setting, rings: Rings, band: float, reach: float, dx: float) -> Art:
    """The ornament clipped to the band."""
    rim = setting.grid.paper.width - OUTER
    art = ornament(setting, rings, rim, band, reach, dx)

    def draw(pen: Pen, x: float, y: float) -> None:
        with pen.clipped(0, 0, setting.grid.paper.width, band):
            art.paint(pen, x, y)

    return Art(0, 0, draw)


def _labels(setting: Setting, sheet: Sheet, lockup: Lockup, sect: Tag) -> None:
    """Kicker left and edition right, on one line at the head margin."""
    palette = setting.theme.palette
    width = setting.grid.live_width / 2
    kicker = setting.text(lockup.kicker, LABEL, width, Tag("P", sect), colour=palette.accent)
    sheet.put(kicker, sheet.left, setting.grid.top)
    edition = setting.text(
        lockup.edition, LABEL, width, Tag("P", sect), colour=palette.on_primary, align="right"
    )
    sheet.put(edition, sheet.left + width, setting.grid.top)


def _lockup(setting: Setting, lockup: Lockup, sect: Tag, band: float) -> Stack:
    """The title in the largest size that leaves room for the ornament."""
    room = band - 32 * MM - 46 * MM
    for size, leading in ((40, 44), (36, 40), (32, 36), (28, 32), (24, 28), (20.5, 24)):
        style = DISPLAY.with_(size=size, leading=leading)
        box = _pair(setting, lockup, sect, style) if lockup.roles else _single(setting, lockup, sect, style)
        if box.height <= room:
            break
    return box


def _pair(setting: Setting, lockup: Lockup, sect: Tag, style: Style) -> Stack:
    """Role titles with the slim word and rule between them; all one heading."""
    palette = setting.theme.palette
    h1 = Tag("H1", sect)
    width = setting.grid.live_width * (0.8 if style.size > 30 else 0.95)
    children: list[tuple[float, Box]] = []
    shift = -0.065 * style.size  # the first glyph's side bearing, so that stems meet the margin
    for index, role in enumerate(lockup.roles):
        if index:
            joiner = setting.text(lockup.joiner + " ", H2, 60, h1, colour=palette.accent)
            rule = Rule(40 * MM, 1.0, palette.accent)
            x = joiner.lines[0].width + 8
            pair = Beside([(0.0, joiner), (x, Art(40 * MM, 20, _middle(rule)))], width)
            children.append((3 * U, pair))
        title = setting.text(role + (" " if index == 0 else ""), style, width, h1, colour=palette.on_primary)
        title.last = index == len(lockup.roles) - 1
        children.append((3 * U if index else 0.0, Beside([(shift, title)], width)))
    return Stack(children, width)


def _middle(rule: Rule) -> Draw:
    return lambda pen, x, y: rule.paint(pen, x, y + 12)


def _single(setting: Setting, lockup: Lockup, sect: Tag, style: Style) -> Stack:
    """A free title, with the role names set small below when there are several."""
    palette = setting.theme.palette
    width = setting.grid.live_width * 0.9
    title = setting.text(lockup.title, style, width, Tag("H1", sect), colour=palette.on_primary)
    children: list[tuple[float, Box]] = [(0.0, Beside([(-0.065 * style.size, title)], width))]
    children.append((4 * U, Rule(40 * MM, 1.0, palette.accent)))
    children.append((2 * U, _names(setting, sect, width)))
    return Stack(children, width)


def _names(setting: Setting, sect: Tag, width: float) -> Box:
    """The roles by name, each with its mark; in two columns from four on."""
    palette = setting.theme.palette
    names = [role.title for role in setting.document.roles]
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    per_column = len(names) if len(names) <= 3 else (len(names) + 1) // 2
    each = width if len(names) <= 3 else setting.grid.w(6)
    columns: list[tuple[float, Box]] = []
    for start in range(0, len(names), per_column):
        rows: list[tuple[float, Box]] = []
        for index in range(start, min(start + per_column, len(names))):
            item = Tag("LBody", Tag("LI", listing))
            mark = setting.mark((index,), 11.0, on_dark=palette.accent)
            x = mark.width + 10
            text = setting.text(names[index], LEAD, each - x - 8, item, colour=palette.on_primary)
            rows.append((0.0, Beside([(0.0, Art(mark.width, 20, _drop(mark))), (x, text)], each)))
        columns.append((setting.grid.x(6) if start else 0.0, Stack(rows, each)))
    return Beside(columns, setting.grid.live_width)


def _drop(art: Art) -> Draw:
    return lambda pen, x, y: art.paint(pen, x, y + (20 - art.height) / 2)


def _white_third(setting: Setting, sheet: Sheet, section: Section, sect: Tag, band: float) -> None:
    """Subtitle, event block, logo and code."""
    grid = setting.grid
    y = band + 12 * MM
    width = grid.w(8)
    lead = one(section, "lead")
    if isinstance(lead, Paragraph):
        sheet.put(setting.text(lead.text, LEAD, grid.w(7), Tag("P", sect)), sheet.left, y)
    event = one(section, "event")
    if isinstance(event, Fields):
        sheet.put(_fields(setting, event, sect, width), sheet.left, y + 14 * U)
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.w(6))
    sheet.put(logo, sheet.left, grid.bottom - logo.height)
    code = one(section, "qr")
    if isinstance(code, Code):
        box = code_box(setting, code, sect, right=True)
        sheet.put(box, sheet.left + grid.live_width - box.width, y)


def _fields(setting: Setting, fields: Fields, sect: Tag, width: float) -> Stack:
    """The event: a rule, its name, and label-value lines."""
    grid = setting.grid
    rule = Rule(width, 1.0, setting.theme.palette.primary)
    title = setting.text(fields.title, H2, width, Tag("P", sect))
    children: list[tuple[float, Box]] = [(0.0, rule), (2 * U, title)]
    for index, (label, value) in enumerate(fields.rows):
        tag = Tag("P", sect)
        last = index == len(fields.rows) - 1
        name = setting.text(label + " ", BODY, grid.w(2), tag, colour=setting.colour("mute"))
        name.last = False
        shown = setting.text(value, BODY.with_(bold=last), width - grid.w(2) - 12, tag)
        children.append((U if index == 0 else 0.0, Beside([(0.0, name), (grid.x(2), shown)], width)))
    return Stack(children, width)


def lay_back(setting: Setting, section: Section) -> None:
    """The back cover: the band in mirror, two columns of small print, contact, code and event."""
    sheet = setting.start(section, "cover")
    sect = setting.sect()
    palette, grid = setting.theme.palette, setting.grid
    title = setting.text(section.title, H1, grid.live_width * 0.7, Tag("H1", sect), colour=palette.on_primary)
    top = grid.top + title.height + 8 * U
    lowest = grid.bottom - 46 * MM
    for style in (BODY, SMALL, CAPTION):  # as large as the band can hold
        columns = _columns(setting, section, sect, style)
        needed = max(column.height for column in columns)
        if top + needed + 10 * MM <= lowest:
            break
    band = min(max(band_height(setting), top + needed + 10 * MM), lowest)
    sheet.put(Panel(Stack([]), grid.paper.width, palette.primary, (band, 0, 0, 0)), 0, 0)
    _spill(setting, sheet, band, top + needed)
    sheet.put(title, sheet.left, grid.top)
    for column, x in zip(columns, (0.0, grid.x(6)), strict=True):
        sheet.put(column, sheet.left + x, top)
    if top + needed > band - 4 * MM:
        setting.book.overflow.append(f"page {sheet.number}: the back cover has more words than room")
    y = band + 12 * MM
    code = one(section, "qr")
    if isinstance(code, Code):
        sheet.put(code_box(setting, code, sect, right=False), sheet.left, y)
    event = one(section, "event")
    if isinstance(event, Fields):
        sheet.put(_fields(setting, event, sect, grid.w(8)), sheet.left + grid.x(4), y)
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.w(6))
    sheet.put(logo, sheet.left + grid.live_width - logo.width, grid.bottom - logo.height)


def _spill(setting: Setting, sheet: Sheet, band: float, clear: float) -> None:
    """What runs over the spine from the front cover, where the words leave room and the covers face each other."""
    front = setting.document.sections[0]
    rings = one(front, "ornament")
    if sheet.recto or not isinstance(rings, Rings):
        return
    reach = min(73 * MM, band - clear + 40 * MM)
    sheet.put(_ornament(setting, rings, band, reach, setting.grid.paper.width + INNER - OUTER), 0, 0)


def _columns(setting: Setting, section: Section, sect: Tag, style: Style) -> list[Stack]:
    return [_asides(setting, section.slot(slot), sect, style) for slot in ("left", "right")]


def _asides(setting: Setting, blocks: tuple[Block, ...], sect: Tag, style: Style) -> Stack:
    palette = setting.theme.palette
    width = setting.grid.w(6)
    children: list[tuple[float, Box]] = []
    for block in blocks:
        assert isinstance(block, Aside)
        children.append((5 * U if children else 0.0, Rule(width, 0.5, palette.primary3)))
        label = setting.text(block.label, LABEL, width, Tag("H2", sect), colour=palette.accent)
        children.append((4 * U, label))
        previous = 1
        for paragraph in block.paragraphs:
            text = setting.text(paragraph, style, width - 12, Tag("P", sect), colour=palette.on_primary)
            # Lines of an address stand close; paragraphs stand apart.
            close = previous == 1 and len(text.lines) == 1
            first = children[-1][1] is label
            children.append((U if first else 0.0 if close else 2 * U, text))
            previous = len(text.lines)
    return Stack(children, width)
