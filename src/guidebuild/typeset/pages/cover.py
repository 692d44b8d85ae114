"""Front and back cover: a band in the primary colour over two thirds, the rest white.

Comes in: a `cover` or `back` section. Goes out: one sheet each, without furniture. The ornament is drawn from the
skill sets and runs over the spine from the front onto the back.
"""

from __future__ import annotations

import math

from guidebuild.compose.document import Aside, Block, Code, Fields, Lockup, Paragraph, Rings, Section
from guidebuild.edition import MM
from guidebuild.typeset.book import INNER, OUTER, Sheet
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.asides import aside_box
from guidebuild.typeset.designs.covers import (
    LINE,
    LOGO,
    cover_rings,
    followed,
    kicker,
    lockup_of,
    named,
    only,
    titled,
)
from guidebuild.typeset.flow import Item
from guidebuild.typeset.graphics import code_box, logo_box, put_band, ring_places
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import (
    BODY,
    CAPTION,
    DISPLAY,
    FIGURE,
    H1,
    H2,
    H3,
    LABEL,
    LEAD,
    SMALL,
    Style,
    U,
)

BAND = 2 / 3
SIZES = (
    (40, 44, LEAD), (36, 40, LEAD), (32, 36, LEAD), (28, 32, LEAD), (24, 28, LEAD), (20.5, 24, LEAD),
)  # fmt: skip  # the title's size and leading, and the style of the names below it
SMALLER = ((20.5, 24, BODY), (16.5, 20, BODY), (16.5, 20, SMALL), (13, 16, SMALL), (13, 16, CAPTION))
WHITE = (
    (LEAD, BODY),
    (BODY, SMALL),
    (SMALL, CAPTION),
    (CAPTION, CAPTION),
)  # lead and particulars below the band
LEAST_REACH = 22 * MM  # a smaller ornament would look like a mistake


def band_height(setting: Setting) -> float:
    return setting.grid.paper.height * BAND


def lay_cover(setting: Setting, section: Section) -> None:
    """The front cover. The band is two thirds high, or less when the words below it need more."""
    sheet = setting.start(section, "cover")
    sect = setting.sect()
    cover = setting.theme.palette.cover
    lockup = lockup_of(section)
    labels = _labels(setting, lockup, sect)
    below, needed = _below(setting, section, sect)
    band = min(band_height(setting), setting.grid.bottom - needed)
    top = max(32 * MM, setting.grid.top + max(label.height for label in labels) + 3 * U)
    title = _lockup(setting, lockup, sect, band - top)
    put_band(setting, sheet.put, cover, band)
    rings = only(section, "ornament", Rings)
    if rings:
        reach = min(73 * MM, band - top - title.height - 6 * MM)
        if reach > LEAST_REACH:
            sheet.put(cover_rings(setting, rings, band, reach), 0, 0)
            setting.book.front = (band, reach)
    for label, x in zip(labels, (0.0, setting.grid.live_width / 2), strict=True):
        sheet.put(label, sheet.left + x, setting.grid.top)
    sheet.put(title, sheet.left, top)
    for box, x, y in below:
        sheet.put(box, sheet.left + x, band + y if y >= 0 else setting.grid.bottom + y)
    over = top + title.height - (band - 2 * U)
    if over > 0:
        setting.book.refuse("cover", over, [title, *(box for box, _, _ in below)])


def _labels(setting: Setting, lockup: Lockup, sect: Tag) -> tuple[Box, Box]:
    """Kicker left and edition right, on one line at the head margin."""
    cover = setting.theme.palette.cover
    width = setting.grid.live_width / 2
    edition = setting.text(lockup.edition, LABEL, width, Tag("P", sect), colour=cover.words, align="right")
    return kicker(setting, lockup, sect, width - 12), edition


def _lockup(setting: Setting, lockup: Lockup, sect: Tag, room: float) -> Stack:
    """The title in the largest size that leaves room for the ornament; if none does, it takes that room as well."""
    for rest, sizes in ((46 * MM, SIZES), (8 * MM, SIZES + SMALLER)):
        for size, leading, names in sizes:
            style = DISPLAY.with_(size=size, leading=leading)
            box = _title(setting, lockup, sect, style, names)
            if box.height <= room - rest:
                return box
    return box


def _title(setting: Setting, lockup: Lockup, sect: Tag, style: Style, names: Style) -> Stack:
    """Role titles with the slim word and a rule between them; or a free title with the names of the roles below it."""
    label = setting.theme.palette.cover.label
    width = setting.grid.live_width * (0.9 if not lockup.roles else 0.8 if style.size > 30 else 0.95)
    title, _ = titled(
        setting,
        lockup,
        Tag("H1", sect),
        style,
        width,
        3 * U,
        H2,
        ruled=lambda slim: followed(slim, 8, 12, Rule(LINE, 1.0, label)),
    )
    if lockup.roles:
        return title
    below = [(4 * U, Rule(LINE, 1.0, label)), (2 * U, _names(setting, sect, width, names))]
    return Stack([(0.0, title), *below], width)


def _names(setting: Setting, sect: Tag, width: float, style: Style) -> Box:
    """The roles by name, each with its mark; in two columns from four on."""
    count = setting.roles
    listing = Tag("L", sect, attrs={"ListNumbering": "None"})
    per_column = count if count <= 3 else (count + 1) // 2
    each = width if count <= 3 else setting.grid.w(6)
    columns: list[tuple[float, Box]] = []
    for start in range(0, count, per_column):
        roles = range(start, min(start + per_column, count))
        rows = [(0.0, named(setting, role, listing, each - 8, style)) for role in roles]
        columns.append((setting.grid.x(6) if start else 0.0, Stack(rows, each)))
    return Beside(columns, setting.grid.live_width)


def _below(setting: Setting, section: Section, sect: Tag) -> tuple[list[tuple[Box, float, float]], float]:
    """Subtitle, event block, logo and code below the band, in the largest type that fits there.

    Returned are boxes with their place (from the left margin; from the band, or from the foot where negative), and the
    height that they need.
    """
    grid = setting.grid
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.w(6))
    room = grid.bottom - band_height(setting)
    for large, small in WHITE:
        boxes: list[tuple[Box, float, float]] = []
        y = 12 * MM
        if lead := only(section, "lead", Paragraph):
            words = setting.text(lead.text, large, grid.w(7), Tag("P", sect))
            boxes.append((words, 0.0, y))
            y += max(14 * U, words.height + 4 * U)
        if event := only(section, "event", Fields):
            fields = _fields(setting, event, sect, grid.w(8), small)
            boxes.append((fields, 0.0, y))
            y += fields.height + 3 * U
        boxes.append((logo, 0.0, -logo.height))
        needed = y + logo.height
        if code := only(section, "qr", Code):
            box = code_box(setting, code, sect, right=True)
            boxes.append((box, grid.live_width - box.width, 12 * MM))
            needed = max(needed, 12 * MM + box.height)
        if needed <= room:
            break
    return boxes, needed


def _fields(setting: Setting, fields: Fields, sect: Tag, width: float, style: Style) -> Stack:
    """The event: a rule, its name, and label-value lines."""
    grid = setting.grid
    rule = Rule(width, 1.0, setting.theme.palette.primary)
    head = H2 if style == BODY else H3
    title = setting.text(fields.title, head, width, Tag("P", sect), place=fields.place)
    children: list[tuple[float, Box]] = [(0.0, rule), (2 * U, title)]
    for index, (label, value) in enumerate(fields.rows):
        tag = Tag("P", sect)
        last = index == len(fields.rows) - 1
        name = setting.text(label + " ", style, grid.w(2), tag, colour=setting.colour("mute"))
        ink = setting.colour("ink")
        shown = setting.text(value, style.with_(bold=last), width - grid.w(2) - 12, tag, colour=ink)
        children.append((U if index == 0 else 0.0, Beside([(0.0, name), (grid.x(2), shown)], width)))
    return Stack(children, width)


def lay_back(setting: Setting, section: Section) -> None:
    """The back cover: the band in mirror, two columns of small print, contact, code and event.

    Where the band cannot hold the small print it stands on a page of its own before the cover.
    """
    sect = setting.sect()
    cover, grid = setting.theme.palette.cover, setting.grid
    usual = setting.book.front[0] if setting.book.front else band_height(setting)
    # A band like the front's with smaller print looks better than a larger band; that comes next.
    tries = [(H1, style, usual) for style in (BODY, SMALL, CAPTION)]
    larger = [(H1, style, grid.bottom) for style in (SMALL, CAPTION)]
    for head, style, most in (*tries, (FIGURE, CAPTION, usual), *larger):
        width = grid.live_width * (0.7 if head == H1 else 1.0)
        title = setting.text(section.title, head, width, Tag("H1", sect), colour=cover.words)
        top = grid.top + title.height + 8 * U
        columns = _columns(setting, section, sect, style)
        needed = top + _tallest(columns) + 10 * MM
        below, lowest = _back_below(setting, section, sect, grid.bottom - max(usual, needed))
        if needed <= min(most, grid.bottom - lowest):
            break
    else:
        _small_print(setting, section, sect)
        columns, needed = [], 0.0
    sheet = setting.book.open(section, "cover")
    setting.book.mark(section.id, sheet, 0.0)
    band = min(max(usual, needed), grid.bottom - lowest)
    put_band(setting, sheet.put, cover, band)
    _spill(setting, sheet, band, top + columns[-1].height if columns else grid.top)
    if columns:
        sheet.put(title, sheet.left, grid.top)
    for column, x in zip(columns, (0.0, grid.x(6)), strict=False):
        sheet.put(column, sheet.left + x, top)
    for box, x, y in below:
        sheet.put(box, sheet.left + x, band + y if y >= 0 else grid.bottom + y)


def _small_print(setting: Setting, section: Section, sect: Tag) -> None:
    """What the back cover says, as running text on plain pages."""
    setting.start(section)
    items = [Item(setting.title(section, sect, setting.grid.live_width), keep=True)]
    for block in section.slot("left", "right"):
        assert isinstance(block, Aside)
        box = aside_box(setting, block, sect, setting.grid.w(8), ruled=True)
        items.append(Item(box, before=6 * U))
    setting.flow(section, items, widen=False)


def _back_below(
    setting: Setting, section: Section, sect: Tag, room: float
) -> tuple[list[tuple[Box, float, float]], float]:
    """Code, event and logo below the band, as `_below` has them, and the height that they need (at least 46 mm)."""
    grid = setting.grid
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.w(6))
    for _, small in WHITE:
        boxes: list[tuple[Box, float, float]] = []
        needed = 46 * MM
        if code := only(section, "qr", Code):
            box = code_box(setting, code, sect, right=False)
            boxes.append((box, 0.0, 12 * MM))
            needed = max(needed, 12 * MM + box.height)
        if event := only(section, "event", Fields):
            fields = _fields(setting, event, sect, grid.w(8), small)
            boxes.append((fields, grid.x(4), 12 * MM))
            needed = max(needed, 12 * MM + fields.height + 3 * U + logo.height)
        boxes.append((logo, grid.live_width - logo.width, -logo.height))
        if needed <= room:
            break
    return boxes, needed


def _spill(setting: Setting, sheet: Sheet, band: float, clear: float) -> None:
    """What runs over the spine from the front cover, one figure on an open cover, where the words leave room.

    `clear` is where the words of the column at the spine end.
    """
    rings, front = only(setting.document.sections[0], "ornament", Rings), setting.book.front
    if not rings or not front or abs(front[0] - band) > 0.5:
        return
    width = setting.grid.paper.width
    left, reach, _ = ring_places(rings, width - OUTER, front[1])
    beside = left + INNER  # from the centre to the edge of that column
    if band - math.sqrt(max(0.0, reach**2 - beside**2)) > clear + 2 * U:
        sheet.put(cover_rings(setting, rings, band, front[1], width), 0, 0)


def _columns(setting: Setting, section: Section, sect: Tag, style: Style) -> list[Stack]:
    """The small print in two columns; the last of a long left one stands on the right where that is shorter."""
    left, right = section.slot("left"), section.slot("right")
    usual, moved = (
        [_asides(setting, blocks, sect, style) for blocks in columns]
        for columns in ((left, right), (left[:-1], (*right, *left[-1:])))
    )
    return moved if _tallest(moved) < _tallest(usual) and len(left) > 1 else usual


def _tallest(columns: list[Stack]) -> float:
    return max(column.height for column in columns)


def _asides(setting: Setting, blocks: tuple[Block, ...], sect: Tag, style: Style) -> Stack:
    cover = setting.theme.palette.cover
    width = setting.grid.w(6)
    children: list[tuple[float, Box]] = []
    for block in blocks:
        assert isinstance(block, Aside)
        children.append((5 * U if children else 0.0, Rule(width, 0.5, cover.line)))
        label = setting.text(block.label, LABEL, width, Tag("H2", sect), colour=cover.label)
        children.append((4 * U, label))
        previous = 1
        for paragraph in block.paragraphs:
            text = setting.text(paragraph, style, width - 12, Tag("P", sect), colour=cover.words)
            # Lines of an address stand close; paragraphs stand apart.
            close = previous == 1 and len(text.lines) == 1
            first = children[-1][1] is label
            children.append((U if first else 0.0 if close else 2 * U, text))
            previous = len(text.lines)
        if block.closing:
            text = setting.text(block.closing, style, width - 12, Tag("P", sect), colour=cover.words)
            children.append((2 * U, text))
    return Stack(children, width)
