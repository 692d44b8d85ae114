"""Words in the singular and the plural, and people as their field: "data engineer", "data engineering".

Comes in: English words; the last of several is changed. Goes out: the other form, or the field that people work in.
Nothing is raised; what has no other form stays as it is. The library `inflect` is no help here: it asks to be told
whether a word is a plural ("analysis" becomes "analysi", "bus" "bu", "data" "datum"), and takes seconds to import.
"""

from __future__ import annotations

import re

# People, where other words in -ics are fields: "physics".
_PEOPLE = ("medics", "mechanics", "critics", "clerics", "academics", "comics", "mystics", "fanatics")
_NO_PLURALS = ("ss", "us", "is", "ics", "sales", "operations", "systems", "news")


def singular(words: str) -> str:
    """The words with the last one in the singular: "Registered Nurses" becomes "Registered Nurse"."""
    head, _, last = words.rpartition(" ")
    folded = last.casefold()
    if len(last) < 4 or (folded.endswith(_NO_PLURALS) and not folded.endswith(_PEOPLE)):
        is_short = last[:-1].isupper() and last.endswith("s") and len(last) > 2  # "PAs"
        return f"{head} {last[:-1] if is_short else last}".strip()
    return f"{head} {singular_word(last)}".strip()


def singular_word(word: str) -> str:
    """A word in the form that it shares with its plural, also one that has none: fit to compare, not to print."""
    folded = word.casefold()
    if len(word) < 4 or folded.endswith("ss"):
        return word
    if folded.endswith("wives"):
        return word[:-3] + "fe"
    if folded.endswith("ies"):
        return word[:-3] + "y"
    if folded.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if folded.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if folded.endswith("s") else word


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


_FIELDS = {
    "engineer": "engineering", "designer": "design", "researcher": "research", "developer": "development",
    "analyst": "analysis", "architect": "architecture", "scientist": "science", "manager": "management",
    "administrator": "administration", "tester": "testing", "marketer": "marketing", "consultant": "consulting",
    "accountant": "accounting", "programmer": "programming", "planner": "planning", "writer": "writing",
    "therapist": "therapy", "nurse": "nursing", "teacher": "teaching", "technician": "technology",
}  # fmt: skip


def field_of_work(title: str) -> str:
    """The field of a title, or ""."""
    head, _, last = title.rpartition(" ")
    field = _FIELDS.get(last.casefold(), "")
    return f"{head} {field}".strip() if field else ""
