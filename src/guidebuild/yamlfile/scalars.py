"""Unquoted words of YAML as an author means them.

A word comes in as it stands in the file; text, a number, a switch, a date, None, or `Odd` goes out. Nothing is raised:
an odd word is complained about where a type is wanted.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

_SWITCH = {
    word: value
    for value, words in ((True, ("true", "yes", "on")), (False, ("false", "no", "off")))
    for base in words
    for word in (base, base.title(), base.upper())
}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NUMBERLIKE = re.compile(r"[-+.0-9]")
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9_]{0,30})")
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]{0,30}\.[0-9_]{0,30}([eE][-+]?[0-9]{1,3})?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ODD = (
    (re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "which YAML reads as a number to base 60"),
    (re.compile(r"[-+]?0[0-7_]+"), "which YAML reads as a number to base 8"),
    (
        re.compile(r"[-+]?0(x[0-9a-fA-F_]+|b[01_]+|o[0-7]+)"),
        "which YAML reads as a number to base 2, 8 or 16",
    ),
    (
        re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9].*"),
        "which YAML reads as a date with a time",
    ),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"), "which is not a date in full"),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), "which YAML reads as a number that is none"),
)


@dataclass(frozen=True, slots=True)
class Odd:
    """An unquoted word that YAML reads as something nobody means: `1:30`, `0755`, `2026-02-31`."""

    raw: str
    reading: str


def scalar(raw: str) -> Any:
    """The value of an unquoted word."""
    if raw in _NOTHING:
        return None
    if raw in _SWITCH:
        return _SWITCH[raw]
    if not _NUMBERLIKE.match(raw) or len(raw) > 60:
        return raw
    if _WHOLE.fullmatch(raw):
        return int(raw.replace("_", ""))
    if _DECIMAL.fullmatch(raw):
        return float(raw.replace("_", ""))
    if day := _DAY.fullmatch(raw):
        try:
            return dt.date(*(int(part) for part in day.groups()))
        except ValueError:
            return Odd(raw, "which is not in the calendar")
    return next((Odd(raw, reading) for pattern, reading in _ODD if pattern.fullmatch(raw)), raw)
