"""`Passage`: words of an article with what they are about and whose they are; its lines, points and title.

Comes in: nothing; a passage. Goes out: the type; its words in pieces. Refuses: to lose any of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from guidebuild.importers.kinds.article.page.block import Block
from guidebuild.importers.kinds.article.words.prose import has_commas, items, sentences
from guidebuild.importers.kinds.article.words.topics import Topic


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with a topic. `roles` is empty where they speak of none in particular. `label` is what stood over or before
    them; `children` are the items of a list inside an item.
    """

    topic: Topic
    roles: tuple[int, ...]
    text: str
    block: Block
    kind: Literal["item", "text", "cell"]
    label: str = ""
    children: tuple[str, ...] = ()


_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|can|may|will|must|you|they|it|who|if|that|which)\b", re.IGNORECASE
)
_LIKES = re.compile(r"(?:(?:so )?if )?you (?:like|enjoy|love|prefer)\s+", re.IGNORECASE)
_CHOOSE = re.compile(
    r",\s+(?:then )?(?:become|be|choose|pick|go|opt|consider|try|look|think|take)\b[^,]*$|"
    r",\s+[^,]*\b(?:suits? you|fits? you|is for you)\b[^,]*$",
    re.IGNORECASE,
)
_FEW = 4  # words of a point among others between commas


def lines_of(passage: Passage) -> list[tuple[str, int]]:
    """The words of a passage; items inside an item follow it."""
    text = passage.text.strip()
    line = passage.block.line
    if not passage.children:
        return [(text, line)]
    return [(f"{text.rstrip(':.')}: {in_one(passage.children)}", line)]


def in_one(parts: Sequence[str]) -> str:
    return "; ".join(part.strip().rstrip(".;") for part in parts) + "."


def points(passage: Passage) -> list[str]:
    """The points that a passage makes: its sentences, or what stands between commas ("good pay, free coffee")."""
    found: list[str] = []
    for text, _ in lines_of(passage):
        for sentence in sentences(text):
            parts = items(sentence) if has_commas(sentence) and not _VERB.search(sentence) else []
            mere = len(sentence.split()) <= _FEW and not _VERB.search(sentence)
            whole = [sentence.rstrip(".") if mere else sentence]
            found += parts if parts and all(len(part.split()) <= _FEW for part in parts) else whole
    return found


def liked(point: str) -> str:
    """What a point says that people like: "If you love numbers, become an auditor." is about numbers."""
    match = _LIKES.match(point)
    if not match:
        return point
    rest = point[match.end() :]
    chosen = _CHOOSE.search(rest) or re.search(r"\s*(?:→|⇒|[-=]>)", rest)
    return rest[: chosen.start()] if chosen else rest


def titled(passage: Passage) -> tuple[str, str]:
    """The words in bold that an item opens with, or what stands before its colon, and the rest."""
    text, strong = passage.text.strip(), passage.block.strong.strip(" :–—-.")
    if strong and text.startswith(strong) and len(strong.split()) <= 8:
        rest = text[len(strong) :].lstrip(" :–—-.")
        return (strong, rest) if rest else ("", text)
    match = re.match(r"([^:.;!?]{3,60}):\s+(\S.*)", text, re.DOTALL)
    if match and len(match[1].split()) <= 6:
        return match[1].strip(), match[2].strip()
    return "", text
