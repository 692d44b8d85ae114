"""Words in the singular and the plural, and people as their field: "data engineer", "data engineering".

Comes in: English words; the last of several is changed. Goes out: the other form, or the field that people work in.
Refuses: nothing; what has no other form stays as it is.
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
