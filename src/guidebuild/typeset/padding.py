"""Booklets: a guide filled up to whole sheets of four pages, with pages to write on before the back cover.

Comes in: a setting with nothing set yet, whose document has a supply of sections of one page each. Goes out: the same,
laid out; its document then has those of the supply that were needed, in their place. Where the supply
is too short, which it is not for any guide, that is reported as overflow.
"""

from __future__ import annotations

from dataclasses import replace

from guidebuild.typeset.complaints import Overflow
from guidebuild.typeset.layouts import Designs
from guidebuild.typeset.setting import Setting

SHEET = 4  # pages on a sheet that is folded once


def lay_whole_sheets(setting: Setting, designs: Designs, trial: Setting) -> None:
    """Every section on its pages, in the order of reading; the back cover stays outside.

    Its pages are counted on `trial`, which nobody will see, so that what fills up can be laid before it.
    """
    document, book = setting.document, setting.book
    last = document.sections[-1:]
    closing = last if last and last[0].kind == "back" else ()
    before = document.sections[: len(document.sections) - len(closing)]
    for section in before:
        designs[section.kind](setting, section)
    for section in closing:
        designs[section.kind](trial, section)
    left = -(len(book.sheets) + len(trial.book.sheets)) % SHEET
    filling = document.padding[:left]
    setting.document = replace(document, sections=(*before, *filling, *closing))
    for section in (*filling, *closing):
        designs[section.kind](setting, section)
    if len(book.sheets) % SHEET:
        book.overflow.append(Overflow("sheets", len(book.sheets)))
