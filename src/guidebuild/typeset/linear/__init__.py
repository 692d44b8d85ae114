"""Page designs of one column, for large print and for small paper: all of a guide, block below block.

page     the column, running heads and thumb tabs
covers   front and back
walk     a section: its title, then its blocks in their order
blocks   the design of each kind of block
cards    roles at a glance, openings
bars     pay in bars
checks   self-check and tips
tables   tables whose cells stand below each other where they do not fit beside each other
"""

from __future__ import annotations

from collections.abc import Callable

from guidebuild.compose.document import Section, SectionKind
from guidebuild.typeset.linear.covers import lay_back, lay_cover
from guidebuild.typeset.linear.page import LinearFurniture, OneColumn, linear_tabs
from guidebuild.typeset.linear.walk import lay_profile, lay_section
from guidebuild.typeset.setting import Setting

LINEAR: dict[SectionKind, Callable[[Setting, Section], None]] = {
    "cover": lay_cover,
    "contents": lay_section,
    "glance": lay_section,
    "profile": lay_profile,
    "compare": lay_section,
    "skills": lay_section,
    "pay": lay_section,
    "jobs": lay_section,
    "fit": lay_section,
    "tips": lay_section,
    "questions": lay_section,
    "glossary": lay_section,
    "sources": lay_section,
    "back": lay_back,
}

__all__ = ["LINEAR", "LinearFurniture", "OneColumn", "linear_tabs"]
