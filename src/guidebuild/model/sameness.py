"""When two words are one thing: where a reader sees one thing.

Words come in as anybody wrote them; `same_key` goes out, equal for two spellings of one thing. Letters, digits,
accents, symbols and each of `+ # . % @ *` are never folded: they tell C, C++ and C# apart, and "résumé" from "resume".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from guidebuild.yamlfile.unseen import UNSEEN

_INVISIBLE = re.compile(f"[\u00ad{UNSEEN}]")
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
