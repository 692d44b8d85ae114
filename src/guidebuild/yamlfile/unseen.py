"""What of a text nobody can see.

A text comes in as it stands in a file. It goes out composed (Unicode NFC) and without invisible characters, beside
those that were taken out. Nothing is raised.
"""

from __future__ import annotations

import re
import unicodedata

UNSEEN = "\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
"""Joiners, spaces without width, marks of direction, selectors and tags: nothing of them is drawn."""
_UNSEEN = re.compile(f"[{UNSEEN}]")


def visible(text: str) -> tuple[str, str]:
    """The text composed (NFC) and without invisible characters, and those that were taken out, each once.

    Soft hyphens stay: they say where a word may be broken.
    """
    if text.isascii():
        return text, ""
    found = "".join(dict.fromkeys(_UNSEEN.findall(text)))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text) if found else text), found
