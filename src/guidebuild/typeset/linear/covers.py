"""Front and back of an edition of one column.

Comes in: a `cover` or `back` section. Goes out: a sheet without furniture, and further pages where one cannot hold all
that is said.
"""

from __future__ import annotations

from itertools import groupby

from guidebuild.compose.document import Code, Fields, Lockup, Paragraph, Rings, Section
from guidebuild.edition import MM
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.covers import LINE, LOGO, cover_rings, kicker, lockup_of, named, only, titled
from guidebuild.typeset.designs.running import Galley, items_of
from guidebuild.typeset.flow import Item, fill
from guidebuild.typeset.graphics import code_box, logo_box, put_band
from guidebuild.typeset.linear.blocks import DESIGNS
from guidebuild.typeset.linear.cards import fields_box
from guidebuild.typeset.linear.walk import TITLE, fitted
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, DISPLAY, H2, LABEL, LEAD, U

SIZES = ((32, 36), (28, 32), (24, 28), (20.5, 24), (16.5, 20))  # of the title, and its leading
MOST, LEAST = 46 * MM, 16 * MM  # how high the ornament is
CODE = 140.0
BACK = 0.6  # of the page is the band of a back that says no more than where and when


def lay_cover(setting: Setting, section: Section) -> None:
    """The band with title and ornament, and below it what the guide and the event are."""
    sheet = setting.start(section, "cover")
    sect = setting.sect()
    grid, cover = setting.grid, setting.theme.palette.cover
    lockup = lockup_of(section)
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.live_width)
    below = _below(setting, section, sect)
    needed = sum(item.before + item.box.height for item in below) + logo.height + 8 * U
    words = _title(setting, lockup, sect, grid.live_height - needed - 6 * U)
    rings = only(section, "ornament", Rings)
    spare = grid.live_height - needed - words.height - 6 * U
    room = min(MOST, spare) if rings and spare > LEAST else 0.0
    band = grid.top + words.height + 6 * U + room
    put_band(setting, sheet.put, cover, band)
    if rings and room:
        sheet.put(cover_rings(setting, rings, band, room), 0, 0)
    sheet.put(words, sheet.left, grid.top)
    placed, rest = fill(below, grid.bottom - band - logo.height - 3 * U)
    for p in placed:
        sheet.put(p.item.box, sheet.left, band + 5 * U + p.y)
    sheet.put(logo, sheet.left, grid.bottom - logo.height)
    if rest:
        setting.book.open(section)
        setting.flow(section, rest, widen=False)


def _title(setting: Setting, lockup: Lockup, sect: Tag, room: float) -> Stack:
    """Kicker and edition, then the title in the largest size that tears no word and leaves room for the rest."""
    cover, width = setting.theme.palette.cover, setting.grid.live_width
    head: list[tuple[float, Box]] = [(0.0, kicker(setting, lockup, sect, width))] if lockup.kicker else []
    if lockup.edition:
        head.append((0.0, setting.text(lockup.edition, LABEL, width, Tag("P", sect), colour=cover.words)))
    h1 = Tag("H1", sect)
    rest: list[tuple[float, Box]] = [] if lockup.roles else [(4 * U, _names(setting, sect))]
    room = min(
        room - sum(gap + box.height for gap, box in (*head, *rest)) - 5 * U, 0.27 * setting.grid.live_height
    )
    for size, leading in SIZES:
        style = DISPLAY.with_(size=size, leading=leading)
        stack, _ = titled(setting, lockup, h1, style, width, U, H2, hang=0.0)
        parts = lockup.roles or (lockup.title,)
        if all(setting.holds(part, style, width) for part in parts) and stack.height <= room:
            break
    return Stack([*head, (5 * U, stack), *rest], width)


def _names(setting: Setting, sect: Tag) -> Stack:
    """The roles by name, each with its mark, where the title does not name them."""
    width, listing = setting.grid.live_width, Tag("L", sect, attrs={"ListNumbering": "None"})
    rows: list[tuple[float, Box]] = [
        (0.0, Rule(LINE, 1.0, setting.theme.palette.cover.label)),
        (2 * U, Stack([])),
    ]
    rows += [(0.0, named(setting, role, listing, width, BODY)) for role in range(setting.roles)]
    return Stack(rows, width)


def _below(setting: Setting, section: Section, sect: Tag) -> list[Item]:
    """Subtitle, then the event beside the code."""
    width = setting.grid.live_width
    items: list[Item] = []
    if lead := only(section, "lead", Paragraph):
        items.append(Item(setting.text(lead.text, LEAD, width, Tag("P", sect)), before=0.0))
    return items + _whereabouts(setting, section, sect)


def _whereabouts(setting: Setting, section: Section, sect: Tag) -> list[Item]:
    """The event beside the code, in the order in which the section has them."""
    width = setting.grid.live_width
    event, code = only(section, "event", Fields), only(section, "qr", Code)
    cells: list[tuple[float, Box]] = []
    if event:
        room = width - CODE - 12 if code else width
        cells.append((0.0, fields_box(setting, event, sect, room)))
    if code:
        box = code_box(setting, code, sect, right=bool(cells))
        cells.append((width - box.width if cells else 0.0, box))
    if event and code and section.blocks.index(code) < section.blocks.index(event):
        cells.reverse()
    return [Item(Beside(cells, width), before=4 * U)] if cells else []


def lay_back(setting: Setting, section: Section) -> None:
    """What the back cover says, under a band with its title.

    Where there is more of it than one page holds, event, code and logo are on a last page, like those of the front.
    """
    sheet = setting.start(section, "cover")
    sect = setting.sect()
    grid, cover = setting.grid, setting.theme.palette.cover
    title = setting.text(section.title, TITLE, grid.live_width, Tag("H1", sect), colour=cover.words)
    band = grid.top + title.height + 5 * U
    put_band(setting, sheet.put, cover, band)
    sheet.put(title, sheet.left, grid.top)
    kinds = groupby((block for block in section.blocks if not isinstance(block, Code | Fields)), key=type)
    galley = Galley(setting, section, sect, grid.live_width)
    told = [item for _, blocks in kinds for item in items_of(DESIGNS, galley, list(blocks))]
    logo = logo_box(setting, sect, dark=False, height=LOGO, width=grid.live_width)
    where = _whereabouts(setting, section, sect)
    top = band + 5 * U
    whole = fitted(setting, [*told, *where, Item(logo, before=6 * U)], top)
    needed = sum(item.box.height for item in where) + logo.height + 9 * U
    if not fill(whole, grid.bottom - top)[1] or needed > grid.live_height / 2:
        setting.flow(section, whole, widen=False, top=top)
        return
    setting.flow(section, fitted(setting, told, top), widen=False, top=top)
    _last(setting, section, where, logo, min(BACK * grid.paper.height, grid.bottom - needed))


def _last(setting: Setting, section: Section, where: list[Item], logo: Box, band: float) -> None:
    """The outside of the back: a band with the ornament as in front, event and code below it, the logo at the foot."""
    grid = setting.grid
    sheet = setting.book.open(section, "cover")
    put_band(setting, sheet.put, setting.theme.palette.cover, band)
    rings = only(setting.document.sections[0], "ornament", Rings)
    if rings:
        sheet.put(cover_rings(setting, rings, band, min(MOST, band - grid.top)), 0, 0)
    y = band + 5 * U
    for item in where:
        y = sheet.put(item.box, sheet.left, y)
    sheet.put(logo, sheet.left, grid.bottom - logo.height)
    setting.book.mark(section.id, sheet, 0.0)
