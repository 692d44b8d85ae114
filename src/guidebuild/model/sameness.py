"""When two words are one thing: where a reader sees one thing.

Comes in: words as anybody wrote them. Goes out: `same_key`, equal for two spellings of one thing, and `visible`, the
words as they are read, composed (NFC) and without what nobody sees. Refuses: to fold
letters, digits, accents, symbols or any of `+ # . % @ *`: they tell C, C++ and C# apart, and "résumé" from "resume".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HIDDEN_SIGNS = "\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
"""Joiners, spaces without width, marks of direction, selectors and tags: nothing of them is drawn."""
_UNSEEN = re.compile(f"[{_HIDDEN_SIGNS}]")
_INVISIBLE = re.compile(f"[\u00ad{_HIDDEN_SIGNS}]")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\uff07]")
_KEPT = "+#.%@*"


@lru_cache(maxsize=20_000)
def same_key(words: str) -> str:
    """A key that is equal for two spellings of one thing: 'R&D' and 'R and D', 'low‑cost' and 'Low-cost'.

    Case, spaces of any kind, hyphens and dashes, apostrophes, other punctuation and what is invisible do not count.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", words)).casefold().replace("&", " and ")
    text = _APOSTROPHES.sub("", text)
    text = "".join(char if _counts(char) else " " for char in text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _counts(char: str) -> bool:
    """Whether a character tells one thing from another: all but spaces and most punctuation."""
    return char in _KEPT or unicodedata.category(char)[0] not in "ZPC"


def visible(text: str) -> tuple[str, str]:
    """The text composed (NFC) and without invisible characters, and those that were taken out, each once.

    Soft hyphens stay: they say where a word may be broken.
    """
    if text.isascii():
        return text, ""
    found = "".join(dict.fromkeys(_UNSEEN.findall(text)))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text) if found else text), found
