"""Role profiles: a band with the role's rings, facts on the outer third, the running text on the inner two thirds.

Comes in: a `profile` section. Goes out: usually a spread. The facts stand on the opening page; what belongs beside the
text (asides) follows on the next page, or under the facts when the profile is short. The callout closes the profile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from guidebuild.brand.theme import Band
from guidebuild.compose.document import (
    Aside,
    Block,
    Callout,
    Definitions,
    Fact,
    Heading,
    Pairs,
    Paragraph,
    Rings,
    Section,
    SkillColumns,
)  # fmt: skip
from guidebuild.edition import MM
from guidebuild.typeset.book import GUTTER, Sheet
from guidebuild.typeset.boxes import Box, Panel, Rule, Stack
from guidebuild.typeset.designs.asides import aside_box, callout_box, profile_fact
from guidebuild.typeset.designs.lists import definitions, pairs
from guidebuild.typeset.designs.running import RUNNING, Design, Galley, each, items_of
from guidebuild.typeset.flow import Item, Placed, fill, reading_order, spread, used
from guidebuild.typeset.graphics import opener_rings, put_band
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag
from guidebuild.typeset.styles import BODY, CAPTION, H1, H2, LEAD, U

BAND = 60 * MM
RINGS = 24 * MM  # from the centre of the rings to the edge of the page

Columns = tuple[list[Placed], list[Placed]]
DENSITIES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3)
PLACES = (0, 1, 2)


@dataclass(frozen=True)
class _Plan:
    """The outer and the main column page by page, and where the callout stands.

    `where` is 0 at the foot over the full width, 1 at the end of the text, 2 at the end of the outer column;
    `extra` counts a page that the callout needs for itself.
    """

    pages: list[Columns]
    where: int
    extra: int

    @property
    def length(self) -> int:
        return len(self.pages) + self.extra


def lay_profile(setting: Setting, section: Section) -> None:
    """One role: on as few pages as possible, the callout at the foot if it can, as loose as these allow."""
    sheet = setting.start(section, "opener")
    sect = setting.sect()
    top = _band(setting, section, sheet, sect) + 10 * U
    callouts = [b for b in section.slot("foot") if isinstance(b, Callout)]

    def attempt(where: int, outer: float, main: float) -> _Plan:
        return _plan(setting, section, sect, top, callouts, where, (outer, main))

    plan = _best(attempt)
    foot = [callout_box(setting, b, sect) for b in callouts] if plan.where == 0 else []
    began: list[Tag] = []
    for index, columns in enumerate(plan.pages):
        if index:
            sheet, top = setting.book.open(section), setting.grid.top
        last = index == len(plan.pages) - 1
        closing = sum(box.height + 8 * U for box in foot) if last and not plan.extra else 0.0
        _set(setting, sheet, section, columns, top, setting.grid.bottom - closing, began)
    _close(setting, section, sheet, foot, new_page=bool(plan.extra))
    setting.book.mark(section.id, setting.book.last, 0.0)


def _best(attempt: Callable[[int, float, float], _Plan]) -> _Plan:
    """The plan on the fewest pages: callout at the foot if it can, and each column as loose as the pages allow."""
    tightest = DENSITIES[-1]
    fewest = min(attempt(where, tightest, tightest).length for where in PLACES)
    where, both = next(
        (where, density)
        for where in PLACES
        for density in DENSITIES
        if attempt(where, density, density).length == fewest
    )
    looser = [density for density in DENSITIES if density >= both]
    main = next(density for density in looser if attempt(where, both, density).length == fewest)
    outer = next(density for density in looser if attempt(where, density, main).length == fewest)
    return attempt(where, outer, main)


def _plan(
    setting: Setting,
    section: Section,
    sect: Tag,
    top: float,
    callouts: list[Callout],
    where: int,
    densities: tuple[float, float],
) -> _Plan:
    facts = _facts(setting, section, sect, densities[0])
    main = _main(setting, section, sect, densities[1])
    asides = _asides(setting, section, sect, densities[0])
    inside = (main, asides)[where - 1] if where else []
    width = setting.grid.w(8) if where == 1 else setting.grid.w(4) - GUTTER
    inside += [
        Item(callout_box(setting, b, sect, width), before=8 * U * densities[1], flex=True)
        for b in (callouts if where else ())
    ]
    room = setting.grid.bottom - top
    first, rest = fill(main, room)
    # Asides belong beside the text that goes on; on a single page they stand under the facts.
    outer, outer_rest = fill(facts if rest else facts + asides, room)
    outer_rest += asides if rest else []
    pages: list[Columns] = [(outer, first)]
    while rest or outer_rest:
        room = setting.grid.live_height - 3 * U
        first, rest = fill(rest, room) if rest else ([], [])
        outer, outer_rest = fill(outer_rest, room) if outer_rest else ([], [])
        pages.append((outer, first))
    if where or not callouts:
        return _Plan(pages, where, 0)
    ends = max(used(column) for column in pages[-1])
    needed = sum(callout_box(setting, b, sect).height + 7 * U for b in callouts)
    return _Plan(pages, 0, 0 if ends + needed <= room else 1)


def _set(
    setting: Setting,
    sheet: Sheet,
    section: Section,
    columns: Columns,
    top: float,
    bottom: float,
    began: list[Tag],
) -> None:
    """Place both columns; gaps widen so that neither ends far above the other."""
    outer, main = columns
    room = bottom - top - (0.0 if sheet.kind == "opener" else 3 * U)
    main = spread(main, room, most=7 * U)
    outer = spread(outer, min(room, max(used(main), used(outer))), most=5 * U)
    opener = sheet.kind == "opener"
    outer_x = sheet.outer_x + (GUTTER if sheet.recto else 0.0)
    if not opener:
        for x, w in ((sheet.inner_x, setting.grid.w(8)), (outer_x, setting.grid.w(4) - GUTTER)):
            sheet.put(setting.role_rule(section.role, w), x, top - 0.75)
    # On the opening page the facts come first; on later pages the text goes on first.
    order = ((outer, outer_x), (main, sheet.inner_x))
    placed = [(p, x) for column, x in (order if opener else order[::-1]) for p in column]
    for p, x in reading_order(placed, began):
        # A fact or an aside begins with a rule of its own, which then lies under the one that opens the column.
        column = outer if x == outer_x else main
        ruled = isinstance(column[0].item.box, Stack) and isinstance(column[0].item.box.children[0][1], Rule)
        shift = 0.0 if opener or ruled else 3 * U
        sheet.put(p.item.box, x, top + p.y + shift)
        setting.check(p.item.box, top + p.y + shift)
    setting.book.mark(section.id, sheet, 0.0)


def _close(setting: Setting, section: Section, sheet: Sheet, foot: list[Panel], *, new_page: bool) -> None:
    """The callout at the foot of the last page, or on a new page when there is no room for it at all."""
    y = setting.grid.top if new_page else setting.grid.bottom - sum(box.height for box in foot)
    if foot and new_page:
        sheet = setting.book.open(section)
    for box in foot:
        y = sheet.put(box, sheet.left, y)


def _band(setting: Setting, section: Section, sheet: Sheet, sect: Tag) -> float:
    """The coloured band with title, tagline and rings; returns its height, which all profiles of a guide share."""
    profiles = [s for s in setting.document.sections if s.kind == "profile"]
    tallest = max(_band_words(setting, s, sect).height for s in profiles)
    height = max(BAND, setting.grid.top + tallest + 6 * U)
    put_band(setting, sheet.put, opener_band(setting, section), height)
    rings = next((b for b in section.slot("rings") if isinstance(b, Rings)), None)
    if rings:
        reach = min(height, 61 * MM)
        sheet.put(opener_rings(setting, rings, setting.grid.paper.width - RINGS, height, reach), 0, 0)
    words = setting.plated(_band_words(setting, section, sect), opener_band(setting, section).ground)
    sheet.put(words, sheet.left, setting.grid.top)
    return height


def opener_band(setting: Setting, section: Section) -> Band:
    """The band of the section's role."""
    role = setting.role(section.role)
    assert role
    return role.opener


def _band_words(setting: Setting, section: Section, sect: Tag) -> Stack:
    """Title and tagline, white on the band."""
    title = setting.text(
        section.title,
        H1,
        setting.grid.w(7),
        Tag("H1", sect),
        colour=opener_band(setting, section).words,
        place=section.place,
    )
    words: list[tuple[float, Box]] = [(0.0, title)]
    for block in section.slot("lead"):
        if isinstance(block, Paragraph):
            tagline = setting.text(
                block.text,
                LEAD,
                setting.grid.w(6),
                Tag("P", sect),
                colour=opener_band(setting, section).words,
            )
            words.append((U, tagline))
    return Stack(words)


def _facts(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    width = setting.grid.w(4) - GUTTER
    facts = [b for b in section.slot("facts") if isinstance(b, Fact)]
    return [
        Item(
            profile_fact(setting, fact, sect, width, section.role, first=i == 0),
            before=4 * U * density,
            flex=True,
        )
        for i, fact in enumerate(facts)
    ]


def _asides(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    width = setting.grid.w(4) - GUTTER
    out: list[Item] = []
    for block in section.slot("aside"):
        assert isinstance(block, Aside)
        box = aside_box(setting, block, sect, width, ruled=True)
        out.append(Item(box, before=6 * U * density, flex=True))
    return out


def _main(setting: Setting, section: Section, sect: Tag, density: float) -> list[Item]:
    """The text blocks."""
    items: list[Item] = []
    galley = Galley(setting, section, sect, setting.grid.w(8), density)
    for block in section.slot("main"):
        if items and isinstance(
            block, SkillColumns
        ):  # the sentence that introduces the lists stays with them
            items[-1] = replace(items[-1], keep=True)
        if items and isinstance(block, Paragraph) and block.style == "caption":  # as do the end and its note
            items[-1] = replace(items[-1], ends=True)
        items += items_of(_DESIGNS, galley, [block])
    return items


def _heading(galley: Galley, block: Heading) -> list[Item]:
    """A heading, bound to what follows; the gap before it may widen."""
    words = galley.text(block.text, H2, "H2")
    return [Item(words, before=9 * U * galley.density, keep=True, node=block.id, flex=True)]


def _paragraph(galley: Galley, block: Paragraph) -> list[Item]:
    style, gap = (CAPTION, U) if block.style == "caption" else (BODY, 3 * U)
    return [Item(galley.text(block.text, style), before=gap)]


_DESIGNS: dict[type[Block], Design] = {
    **RUNNING,
    Definitions: each(lambda g, block: definitions(g.setting, block, g.sect, g.width, g.density)),
    Heading: each(_heading),
    Pairs: each(lambda g, block: pairs(g.setting, block, g.sect, g.width, g.density)),
    Paragraph: each(_paragraph),
}
