"""Designs of single sheets: the front and the back of a handout, and the poster.

settle   one page with the most of a section that fits it
front    the front of a handout;  roles: its cards, or its table
back     the back of a handout
poster   the poster
"""

from __future__ import annotations

from collections.abc import Callable

from guidebuild.compose.document import Section, SectionKind
from guidebuild.typeset.setting import Setting
from guidebuild.typeset.sheets.back import lay_back
from guidebuild.typeset.sheets.front import lay_front
from guidebuild.typeset.sheets.poster import lay_poster

SHEETS: dict[SectionKind, Callable[[Setting, Section], None]] = {
    "front": lay_front,
    "back": lay_back,
    "poster": lay_poster,
}
