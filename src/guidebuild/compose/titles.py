"""Job titles inside sentences, whether they name one person or many.

Comes in: titles as authors and classifications write them: "Data Engineer", "Registered Nurses", "Teachers, Except
Special Education". Goes out: words in which either reads well. Refuses: to change a title; the plural is only guessed
for the choice of words around it, and a wrong guess still makes a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidebuild.model.sameness import same_key

# Where the noun that tells one from many has ended: "Teachers, Except ...", "Director of Operations".
_HEAD = re.compile(r",| \(| (?:of|for|in|at|and|or|to|with|except)(?= )", re.IGNORECASE)
_ASIDE = re.compile(
    r" \(|, (?:All Other|except) ?|; ", re.IGNORECASE
)  # what tells a title from its neighbours
_LOOSE = re.compile(r",? (?:and|or|of|for|in|the|with)$", re.IGNORECASE)
LONGEST, SHORTEST = 52, 16  # characters of a title where space is narrow, and of what is left of a longer one
WHOLE, BRIEF = 34, 28  # characters of a title that is never shortened, and of one in a column of a few words
_SINGULAR_ENDS = ("ss", "us", "is", "ics")


def is_plural(title: str) -> bool:
    """Whether a title names many: 'Registered Nurses', but not 'Head of Sales' or 'Analytics'."""
    head = _HEAD.split(title, maxsplit=1)[0].casefold()
    return len(head) > 3 and head.endswith("s") and not head.endswith(_SINGULAR_ENDS)


def the_role(title: str) -> str:
    """'the Data Engineer role', 'the work of Registered Nurses'."""
    return f"the work of {title}" if is_plural(title) else f"the {title} role"


def labels(titles: Sequence[str], longest: int = LONGEST) -> tuple[str, ...]:
    """The titles where space is narrow: a long one without its exceptions, or its beginning; all still differ."""
    short = [title if len(title) <= WHOLE else _label(title, longest) for title in titles]
    keys = [same_key(label) for label in short]
    return tuple(
        title if keys.count(key) > 1 else label for title, label, key in zip(titles, short, keys, strict=True)
    )


def _label(title: str, longest: int) -> str:
    """'Sales Representatives' for '..., Except Technical and Scientific Products'; what is cut off leaves an '…'."""
    if len(title) <= longest:
        return title
    plain = _ASIDE.split(title, maxsplit=1)[0]
    if SHORTEST <= len(plain) <= longest:
        return plain
    kept = plain[:longest]
    at = kept.rfind(",")
    if at < min(SHORTEST, longest // 2):
        at = kept.rfind(" ") if " " in kept else len(kept)
    return _LOOSE.sub("", kept[:at]).rstrip(" ,") + "…"
