"""Document, theme and charts in; tagged pages out. The only user of ReportLab's canvas.

`layout` measures and places everything once, section by section (`layouts` says by which function); `paint` then writes
the sheets in order. Page numbers are known between the two, so there is no second layout pass.
"""

from __future__ import annotations

from guidebuild.brand.theme import Theme
from guidebuild.charts.chart import Chart
from guidebuild.compose.document import Document
from guidebuild.typeset.book import Book
from guidebuild.typeset.layouts import designs_of
from guidebuild.typeset.paint import paint
from guidebuild.typeset.result import Typeset
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.structure import Tag


def layout(document: Document, theme: Theme, charts: dict[str, Chart]) -> Setting:
    """Every section on its sheets."""
    setting = _desk(document, theme, charts)
    designs = designs_of(document.layout, linear=setting.form.linear)
    if document.padding:
        from guidebuild.typeset.padding import lay_whole_sheets

        lay_whole_sheets(setting, designs, _desk(document, theme, charts))
        return setting
    for section in document.sections:
        designs[section.kind](setting, section)
    return setting


def _desk(document: Document, theme: Theme, charts: dict[str, Chart]) -> Setting:
    """A setting with nothing set yet."""
    return Setting(document, theme, charts, book_of(theme), Tag("Document", None))


def book_of(theme: Theme) -> Book:
    """An empty book of the theme's form: of the columns that its pages have."""
    form = theme.form
    if form.linear:
        from guidebuild.typeset.linear import OneColumn

        return Book(form.paper, OneColumn(form.paper, form.margins))
    return Book(form.paper)


def typeset(document: Document, theme: Theme, charts: dict[str, Chart]) -> Typeset:
    """The pages of a guide as a tagged PDF, not yet labelled. Lengths are points throughout.

    Raises `pen.MissingGlyphError` for a character that the coverage check let through (a bug).
    """
    setting = layout(document, theme, charts)
    pdf, outline = paint(setting)
    return Typeset(
        pdf=pdf,
        page_count=len(setting.book.sheets),
        pages=setting.book.pages(),
        outline=outline,
        overflow=tuple(setting.book.overflow),
        left_out=tuple(setting.book.left_out),
        uncoded=tuple(setting.book.uncoded.values()),
        title=document.title,
        author=document.author,
        language=document.language,
        date=document.date,
        subject=document.subtitle,
        keywords=document.keywords,
        profile=theme.edition.profile,
        press=theme.press,
    )


__all__ = ["Typeset", "layout", "typeset"]
