"""Days as tables and postings of others write them.

Comes in: the text of a cell. Goes out: the day that it names, or None where it names none or could name two: 3/4/2026
is a day in March or in April.
"""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:$|[T ])")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_DOTTED = re.compile(r"(\d\d?)\. ?(\d\d?)\. ?(\d{4})")
_SLASHED = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})")
_NAMED = re.compile(r"(?:[A-Za-z]{3,9}, )?(?:(\d\d?)(?:st|nd|rd|th)?\.? ([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.? "
                    r"(\d\d?)(?:st|nd|rd|th)?),? (\d{4})")  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of(text: str) -> dt.date | None:
    """The day that a date or a point in time names, as it stands there; None where it can be read in two ways."""
    text = text.strip()
    try:
        if (found := _ISO.match(text)) or (found := _COMPACT.fullmatch(text)):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DOTTED.fullmatch(text):
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHED.fullmatch(text):
            return _slashed(int(found[1]), int(found[2]), int(found[3]))
        if found := _NAMED.fullmatch(text):
            month = (found[2] or found[3])[:3].casefold()
            return dt.date(int(found[5]), _MONTHS.index(month) + 1, int(found[1] or found[4]))
    except ValueError:
        return None
    return None


def _slashed(first: int, second: int, year: int) -> dt.date | None:
    if first > 12:
        return dt.date(year, second, first)
    if second > 12 or first == second:
        return dt.date(year, first, second)
    return None
