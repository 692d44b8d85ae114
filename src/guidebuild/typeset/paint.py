"""Painting: the sheets in order, with furniture, places, outline and page labels.

Comes in: a finished layout. Goes out: PDF bytes with tags, and the outline.
"""

from __future__ import annotations

from itertools import pairwise

from guidebuild.compose.document import Section
from guidebuild.drawing import Colour, Paint
from guidebuild.typeset.book import Furniture, Sheet, tab_places
from guidebuild.typeset.inks import inks_of
from guidebuild.typeset.pen import Pen
from guidebuild.typeset.setting import Setting

Outline = tuple[tuple[str, int, int], ...]


def paint(setting: Setting) -> tuple[bytes, Outline]:
    """Everything on paper."""
    document, theme, book = setting.document, setting.theme, setting.book
    form = setting.form
    pen = Pen(
        form.paper.width,
        form.paper.height,
        theme.faces,
        document.language,
        inks_of(theme),
        theme.press,
        form.scale,
    )
    pen.resolve = book.resolve
    furniture = _furniture(setting)
    outline: list[tuple[str, int, int]] = []
    for sheet in book.sheets:
        pen.begin_page()
        _places(pen, setting, sheet, outline)
        for box, x, y in sheet.boxes:
            box.paint(pen, x, y)
        furniture.paint(pen, sheet)
        pen.end_page()
    if pen.tagged:
        pen.canvas.addPageLabel(0, style="ARABIC", start=1)
    return pen.finish(setting.root), tuple(outline)


def _places(pen: Pen, setting: Setting, sheet: Sheet, outline: list[tuple[str, int, int]]) -> None:
    """Destinations of this page; sections among them get an outline entry."""
    sections = {section.id: section for section in setting.document.sections}
    for node, (page, y) in setting.book.places.items():
        if page != sheet.number:
            continue
        pen.place(node, y)
        if node in sections:
            pen.outline(_entry(sections[node]), node, 0)
            outline.append((_entry(sections[node]), 0, page))


def _entry(section: Section) -> str:
    return f"{section.tab}  {section.name}" if section.tab else section.name


def _tab_colours(setting: Setting, section: Section) -> tuple[Paint, Colour]:
    """The ground of a thumb tab and the colour of its label."""
    role, palette = setting.role(section.role), setting.theme.palette
    return (role.area, role.on_area) if role else (palette.primary, palette.on_primary)


def _furniture(setting: Setting) -> Furniture:
    document, palette = setting.document, setting.theme.palette
    furniture, places = Furniture, tab_places(document.sections)
    if setting.form.linear:
        from guidebuild.typeset.linear import LinearFurniture, linear_tabs

        furniture, places = LinearFurniture, linear_tabs(document.sections, setting.grid)
    tabs = {
        section.id: (
            section.tab,
            places[section.id],
            *_tab_colours(setting, section),
        )
        for section in document.sections
        if section.tab
    }
    for before, section in pairwise(document.sections):
        if section.kind == "fit" and not section.tab and before.id in tabs:
            tabs[section.id] = tabs[before.id]  # one subject with the openings, even on a page of its own
    return furniture(
        guide_title=document.header,
        foot=document.foot,
        of=setting.word("of"),
        pages=len(setting.book.sheets),
        tabs=tabs,
        ink=palette.ink,
        mute=palette.mute,
        opener=setting.word("profile"),
        openers={
            section.id: role.opener for section in document.sections if (role := setting.role(section.role))
        },
        scale=setting.form.scale,
    )
