"""The front of a handout: a band with the title, the roles as cards or rows, the skills as lists, where to find us.

Comes in: a `front` section. Goes out: one page. The band takes the room that the words leave, and the facts stand at
the same height across the cards.
"""

from __future__ import annotations

from collections.abc import Sequence

from guidebuild.compose.document import (
    Card,
    NameList,
    NameLists,
    Paragraph,
    Rings,
    Run,
    Section,
    Text,
    words_of,
)
from guidebuild.edition import MM
from guidebuild.typeset.book import GUTTER
from guidebuild.typeset.boxes import Beside, Box, Rule, Stack
from guidebuild.typeset.designs.covers import kicker, lockup_of, only
from guidebuild.typeset.graphics import logo_box, put_band
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.sheets.roles import NOTE, roles_box
from guidebuild.typeset.sheets.settle import Laid, band_ornament, code, large, settle, sheet_title
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import (
    BODY,
    DISPLAY,
    H2,
    H3,
    LEAD,
    SMALL,
    SMALL_BOLD,
    U,
)

MARGIN, HEAD, FOOT = 19 * MM, 13 * MM, 11 * MM
BAND = 0.245  # of the page's height, when the words leave so much
LEAST_BAND = 0.14  # of the page's height, while that can be had
SIZES = (30.0, 27.0, 24.0, 21.0)
LARGER = (46.0, 40.0, 35.0)  # on a band of more than this share of the page
HIGH = 0.34
SMALLER = (18.0, 15.0, 13.0)
CODE, LARGEST_CODE = 24 * MM, 40 * MM
FIRST = 9  # parts that go before the title is set in small type
GAP = 5 * U  # between the parts of the page, and more where there is room


def lay_front(setting: Setting, section: Section) -> None:
    """The front of the sheet."""
    sect = setting.sect()
    settle(
        setting,
        section,
        (lambda shown: _front(setting, shown, sect, SIZES, LEAST_BAND), FIRST),
        (lambda shown: _front(setting, shown, sect, SIZES + SMALLER, 0.0), None),
    )


def _front(setting: Setting, section: Section, sect: Tag, sizes: Sequence[float], least: float) -> Laid:
    """The page from the foot upwards: what the words need is the band's to give."""
    laid = Laid()
    grid = setting.grid
    height = grid.paper.height
    cards = [b for b in section.slot("cards") if isinstance(b, Card)]
    skills = only(section, "skills", NameLists)
    below = [_skills(setting, skills, sect)] if skills else []
    foot = _foot(setting, section, sect)
    room = height - FOOT - foot.height - GAP - sum(box.height + GAP for box in below) - GAP
    table = roles_box(setting, cards, sect, room - BAND * height)
    title, widest = _title(setting, section, sect, room - table.height, sizes)
    band = room - table.height
    laid.over = max(title.height + HEAD + 2 * U, least * height) - band
    spare = max(0.0, band - 0.28 * height)  # a band that is too high gives to the gaps
    gap = GAP + min(4 * U, spare / (2 + len(below)))
    band = min(
        band,
        height - FOOT - foot.height - table.height - gap * (2 + len(below)) - sum(b.height for b in below),
    )
    put_band(setting, laid.put, setting.theme.palette.cover, band)
    rings = only(section, "ornament", Rings)
    if rings:
        left = MARGIN + max(widest + 9 * MM, 0.42 * grid.live_width)
        art = band_ornament(setting, rings, band, left, min(band - 12 * MM, 52 * MM))
        if art:
            laid.put(art, 0, 0)
    laid.put(title, MARGIN, HEAD + max(0.0, (band - HEAD - 8 * MM - title.height) / 2))
    y = laid.put(table, MARGIN, band + gap)
    for box in below:
        y = laid.put(box, MARGIN, y + gap)
    laid.put(foot, MARGIN, height - FOOT - foot.height)
    return laid


def _title(
    setting: Setting, section: Section, sect: Tag, band: float, sizes: Sequence[float]
) -> tuple[Stack, float]:
    """Kicker, title and subtitle in the largest size that the band holds, and how wide the title is."""
    cover, width = setting.theme.palette.cover, setting.grid.live_width
    lockup = lockup_of(section)
    label = kicker(setting, lockup, sect, width)
    lead = only(section, "lead", Paragraph) if not lockup.roles else None
    largest = LARGER if band > HIGH * setting.grid.paper.height else ()
    for size in (*largest, *sizes):
        style = DISPLAY.with_(size=size, leading=size * 1.1, tracking=-0.3)
        title, widest = sheet_title(setting, lockup, sect, style, width * (0.56 if size > 20 else 0.8), 2.0)
        children: list[tuple[float, Box]] = [(0.0, label), (2 * U, title)]
        if lead:
            text_style = LEAD if size > 20 else SMALL
            words = setting.text(lead.text, text_style, width * 0.52, Tag("P", sect), colour=cover.words)
            children.append((3 * U, words))
            widest = max(widest, *(line.width for line in words.lines))
        box = Stack(children, width)
        if box.height <= band - HEAD - 7 * MM:
            break
    return box, widest


# Skills


def _skills(setting: Setting, block: NameLists, sect: Tag) -> Box:
    """What is shared and what is each one's own, as lists under their marks."""
    width = setting.grid.live_width
    tag = Tag("Div", sect)
    title = setting.text(block.title, H2, width, Tag("H2", tag))
    children: list[tuple[float, Box]] = [(0.0, title)]
    wide = [one for one in block.lists if setting.roles > 2 and len(one.members) != 1]
    narrow = [one for one in block.lists if one not in wide]
    for index, one in enumerate(wide):
        children.append((U, _rule(setting, width, one, heavy=index == 0)))
        children.append((5.0, _across(setting, one, tag, width)))
    per_row = min(3, len(narrow)) if len(narrow) != 4 else 4 if setting.roles > 3 else 3
    for start in range(0, len(narrow), max(1, per_row)):
        children.append((2 * U, _beside(setting, narrow[start : start + per_row], tag, width, per_row)))
    return Stack(children, width)


def _rule(setting: Setting, width: float, one: NameList, *, heavy: bool) -> Rule:
    if not heavy:
        return setting.rule(width)
    if len(one.members) == 1:
        return setting.role_rule(one.members[0], width)
    return setting.rule(width, thickness=1.5, token="shared")


def _across(setting: Setting, one: NameList, tag: Tag, width: float) -> Box:
    """Mark and label at the left, the names beside them."""
    x = setting.grid.x(4)
    body = Tag("Div", tag)
    room = (
        setting.mark((0,), _mark_height(setting)).width + 6
    )  # also where there is none, so that the labels align
    cells: list[tuple[float, Box]] = []
    if one.members:
        cells.append((0.0, Stack([(1.5, setting.mark(one.members, _mark_height(setting)))])))
    shared = setting.colour("shared")
    cells.append((room, setting.text(one.label, SMALL_BOLD, x - room - 6, Tag("P", body), colour=shared)))
    cells.append((x, setting.text(listed(setting, one), NOTE, width - x, Tag("P", body))))
    return Beside(cells, width)


def _mark_height(setting: Setting) -> float:
    return 11.0 if setting.roles <= 3 else 9.0


def _beside(setting: Setting, lists: Sequence[NameList], tag: Tag, width: float, columns: int) -> Box:
    """Columns of equal width, each under a rule in its colour."""
    each = (width - (columns - 1) * GUTTER) / columns
    cells: list[tuple[float, Box]] = []
    for index, one in enumerate(lists):
        body = Tag("Div", tag)
        colour = setting.role_text(one.members[0]) if len(one.members) == 1 else setting.colour("shared")
        mark = setting.mark(one.members, _mark_height(setting))
        label = setting.text(one.label, SMALL_BOLD, each - mark.width - 6, Tag("P", body), colour=colour)
        head = Beside([(0.0, Stack([(1.5, mark)])), (mark.width + 6, label)], each)
        names = setting.text(listed(setting, one), NOTE, each, Tag("P", body))
        stack = Stack([(0.0, _rule(setting, each, one, heavy=True)), (5.0, head), (1.0, names)], each)
        cells.append((index * (each + GUTTER), stack))
    return Beside(cells, width)


def listed(setting: Setting, one: NameList, between: str = ", ") -> Text:
    """'Python, SQL and 3 more'."""
    more = f" and {one.more} {setting.word('more')}" if one.more else ""
    return (Run(between.join(one.names) + more),)


# The foot


def _foot(setting: Setting, section: Section, sect: Tag) -> Box:
    """Event and logo, the booth in large type, the code."""
    grid = setting.grid
    palette, width = setting.theme.palette, grid.live_width
    codes = code(setting, section, sect, CODE, LARGEST_CODE, right=True)
    middle = _middle(setting, section, sect)
    left = _event(setting, section, sect, grid.w(5) if middle.height else grid.w(8))
    cells: list[tuple[float, Box]] = [(0.0, left)]
    if middle.height:
        cells.append((grid.x(5), middle))
    if codes:
        cells.append((width - codes.width, codes))
    return Stack([(0.0, Rule(width, 1.0, palette.primary)), (3 * U, Beside(cells, width))], width)


def _event(setting: Setting, section: Section, sect: Tag, width: float) -> Stack:
    """The event by name, when and where; the brand's logo below."""
    children: list[tuple[float, Box]] = []
    if event := only(section, "event", Paragraph):
        style = H2 if setting.holds(words_of(event.text), H2, width - 8) else H3
        children.append((0.0, setting.text(event.text, style, width - 8, Tag("H2", sect))))
    if when := only(section, "when", Paragraph):
        children.append((2.0, setting.text(when.text, BODY, width - 8, Tag("P", sect))))
    lead = only(section, "lead", Paragraph)
    if lead and lockup_of(section).roles:
        children.append((0.0, setting.text(lead.text, LEAD, width - 8, Tag("P", sect))))
    logo = logo_box(setting, sect, dark=False, height=7 * MM, width=width * 0.8)
    children.append((3 * U if children else 0.0, logo))
    return Stack(children, width)


def _middle(setting: Setting, section: Section, sect: Tag) -> Stack:
    """The booth, and what is on the back."""
    width = setting.grid.w(4) - 4
    children: list[tuple[float, Box]] = []
    if booth := only(section, "booth", Paragraph):
        words = words_of(booth.text)
        colour = setting.theme.palette.primary_text
        children.append(
            (0.0, large(setting, words, (38, 34, 30, 26, 22, 18, 14), width, Tag("P", sect), colour))
        )
    if note := only(section, "back", Paragraph):
        children.append((2 * U if children else 0.0, setting.text(note.text, SMALL, width, Tag("P", sect))))
    return Stack(children, width)
