"""Questions and answers: what a question asks about, and whether its answer can stand without it.

Comes in: a question with its roles replaced by "@", or a block of a section of questions. Goes out: the topic of a
field of roles, or None; question and answer apart. Refuses: answers that say nothing by themselves ("Yes, many do").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.words.topics import Topic, topic_of

ANSWERED: frozenset[Topic] = frozenset(
    {"definition", "responsibilities", "skills", "skills and tools", "education", "certificates", "tools", "industries",
     "outlook", "pay"}
)  # fmt: skip
_LISTED: frozenset[Topic] = frozenset({"skills", "skills and tools", "tools", "industries", "certificates"})
LONGEST = 200
"""Characters of a question."""
FEWEST = 5
"""Words of an answer that is a sentence; a number says enough with fewer."""

_PAID = re.compile(r"\b(?:pays?|paid|earns?|money)\b", re.IGNORECASE)
_MARK = re.compile(r"(?:(?:Q|Question)\s?\d{0,2}\s?[:.)–-]|\d{1,2}[.)])\s*", re.IGNORECASE)
_LETTERED = re.compile(r"(?:Q|Question)\s?\d{0,2}\s?[:.)]\s*\S")
_ANSWER = re.compile(r"(?:A|Answer)\s?\d{0,2}\s?[:.)–-]\s*")
_ASKS = re.compile(
    r"(?:what|which|who|where|when|why|how|is|are|do|does|did|can|could|should|will|would|may|must|has|have)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:yes|no|yep|nope|not|maybe|perhaps|sometimes|often|usually|rarely|absolutely|definitely|certainly|of course|"
    r"sure|it depends|that depends|depends|neither|either|possibly|generally|probably|because|this|that)\b",
    re.IGNORECASE,
)


def asked_about(question: str) -> Topic | None:
    """The topic of a question, if a field of a role holds what is answered."""
    topic: Topic | None = "pay" if _PAID.search(question) else topic_of(question)
    return topic if topic in ANSWERED else None


def parted(text: str) -> tuple[str, str] | None:
    """The question that a text opens with, and its answer, or ""; None if it opens with none."""
    mark = _MARK.match(text)
    words = text[mark.end() :] if mark else text
    end = words.find("?")
    if not 0 < end < LONGEST or not (mark or _ASKS.match(words)):
        return None
    question, rest = words[: end + 1], words[end + 1 :].lstrip(" *_”\"')")
    if "." in question.rstrip("?") and ". " in question:
        return None
    return question, answer(rest)


def is_lettered(text: str) -> bool:
    """Whether a text says itself that it is a question: "Q: ...", "Q1. ..."."""
    return bool(_LETTERED.match(text))


def without_letters(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; answers that follow a question are without the letter before them ("A: ...")."""
    found = list(blocks[:1])
    for before, block in pairwise(blocks):
        answers = block.kind == "text" and before.text.rstrip(" *_").endswith("?")
        found.append(replace(block, text=answer(block.text)) if answers else block)
    return found


def answer(text: str) -> str:
    """An answer without the letter before it."""
    return _ANSWER.sub("", text, count=1) if _ANSWER.match(text) else text


def is_bare(text: str, topic: Topic) -> bool:
    """Whether an answer says nothing without its question: it begins with "yes", or is hardly a sentence."""
    words = answer(text.strip())
    short = len(words.split()) < FEWEST and topic not in _LISTED and not re.search(r"\d", words)
    return short or bool(_BARE.match(words))
