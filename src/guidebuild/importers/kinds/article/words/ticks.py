"""Ticks, crosses and the words that stand for them in tables.

Comes in: the cells of a row that belong to roles. Goes out: whether they are marks, and what each says. Refuses: words
that answer no question of yes or no: "Often" and "High" say something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TICKS = "✓✔✅☑🗸🟢●⬤👍"
_CROSSES = "✗✘❌✖×☒🚫🔴○◯👎⛔"
_HALVES = "◐◑◒⚠🟡~"
_YES = r"yes|y|required|essential|must(?:[- ]have)?|core|always|needed|mandatory|true"
_NO = r"no|n|none|never|not (?:required|needed|necessary|essential|usually)|rarely|false|x"
_USEFUL = (
    r"optional|sometimes|useful|helpful|nice[- ]to[- ]have|partly|partial(?:ly)?|bonus|a plus|preferred|"
    r"desirable|maybe"
)
_LEVEL = (
    r"basic|basics|beginner|intermediate|advanced|expert|strong|some|good|moderate|solid|working knowledge"
)
_SIGN = re.compile(
    rf"(?:(?P<yes>[{_TICKS}])|(?P<no>[{_CROSSES}])|(?P<half>[{_HALVES}]))[\ufe0e\ufe0f]*\s*[,:;–—-]?\s*(?P<note>.*)",
    re.DOTALL,
)
_WORD = re.compile(
    rf"(?:(?P<yes>{_YES})|(?P<no>{_NO})|(?P<half>{_USEFUL}))(?:\s*[,:;–—(-]\s*(?P<note>[^()]+)\)?)?[.!]?",
    re.IGNORECASE,
)
_GRADE = re.compile(rf"(?:{_LEVEL})(?: (?:level|knowledge|skills?))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """What a mark says: whether there is something, whether it is but useful, and what is added in words."""

    has: bool
    useful: bool = False
    note: str = ""

    @property
    def words(self) -> str:
        said = "sometimes" if self.useful else "yes" if self.has else "no"
        return f"{said}, {self.note}" if self.note else said


def _read(cell: str) -> Marked | None:
    match = _SIGN.fullmatch(cell.strip()) or _WORD.fullmatch(cell.strip())
    if not match:
        return None
    return Marked(not match["no"], bool(match["half"]), (match["note"] or "").strip(" ()."))


def are_marks(cells: Sequence[str], *, among_skills: bool) -> bool:
    """Whether each cell is a mark; in lists of skills and the like grades ("Advanced") are marks too."""
    read = [
        _read(cell) is not None or (among_skills and bool(_GRADE.fullmatch(cell.strip()))) for cell in cells
    ]
    return bool(read) and all(read)


def marked(cell: str) -> Marked:
    """What a mark says; a grade is a mark with a note."""
    return _read(cell) or Marked(True, note=cell.strip().casefold())
