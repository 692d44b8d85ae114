"""Words in the singular and the plural.

Comes in: English words; the last of several is changed. Goes out: the other form. Refuses: nothing; what has no other
form stays as it is.
"""

from __future__ import annotations

import re

# People, where other words in -ics are fields: "physics".
_PEOPLE = ("medics", "mechanics", "critics", "clerics", "academics", "comics", "mystics", "fanatics")


def singular(words: str) -> str:
    """The words with the last one in the singular: "Registered Nurses" becomes "Registered Nurse"."""
    head, _, last = words.rpartition(" ")
    folded = last.casefold()
    if folded.endswith(_PEOPLE):
        single = last[:-1]
    elif len(last) < 4 or folded.endswith(
        ("ss", "us", "is", "ics", "sales", "operations", "systems", "news")
    ):
        single = last[:-1] if last[:-1].isupper() and last.endswith("s") and len(last) > 2 else last
    elif folded.endswith("wives"):
        single = last[:-3] + "fe"
    elif folded.endswith("ies"):
        single = last[:-3] + "y"
    elif folded.endswith(("sses", "shes", "ches", "xes")):
        single = last[:-2]
    elif folded.endswith("men"):
        single = last[:-2] + "an"
    elif folded.endswith("s"):
        single = last[:-1]
    else:
        single = last
    return f"{head} {single}".strip()


def plural(words: str) -> str:
    if re.search(r"[^aeiou]y$", words):
        return words[:-1] + "ies"
    if words.endswith(("s", "x", "sh", "ch")):
        return words + "es"
    if words.endswith("wife"):
        return words[:-2] + "ves"
    if words.endswith("man"):
        return words[:-2] + "en"
    return words + "s"
