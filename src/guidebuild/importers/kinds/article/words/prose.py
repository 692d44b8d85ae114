"""Running text in pieces: sentences, clauses that speak of different things, lists, words in brackets.

Comes in: a text of one block. Goes out: its pieces, in order, without loss. Refuses: to split where it would have to
understand: "research and development" stays one thing.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"[.!?…][\"”’')\]]*\s+")
_NUMBER = re.compile(r"\s*\d{1,2}")  # of a list within a line: "1. Write contracts. 2. Run networks."
_ABBREVIATIONS = frozenset(
    (
        "e.g", "i.e", "eg", "ie", "vs", "v", "approx", "ca", "cf", "no", "dr", "mr", "mrs", "ms", "prof", "st", "jr",
        "sr", "inc", "ltd", "co", "corp", "dept", "est", "fig", "vol", "ph", "u.s", "u.k", "u.s.a", "a.k.a", "b.s",
        "b.a", "b.sc", "m.s", "m.a", "m.sc", "ph.d", "m.d", "ed", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "incl", "esp", "min", "max", "yrs", "hrs",
    )
)  # fmt: skip
_CONJUNCTION = re.compile(r"\s*(?:,\s*)?\b(?:and/or|and|or|as well as|plus)\s+", re.IGNORECASE)
_AMPERSAND = re.compile(r"\s+&\s+(?!Biases)")  # "Weights & Biases" is one tool
_LEADING_AND = re.compile(r"(?:and/or|and|or|as well as|plus)\s+", re.IGNORECASE)
_ADDED = re.compile(
    r"[,;:]\s|\s[–—-]\s|\s(?=(?:to|so|because|that|which|when|if|as|before|after|until|and|while|since|whether)\s)"
)
# Before "and" these have no noun of their own: "state and private schools".
_KINDS = re.compile(
    r"(?:the )?(?:public|private|state|primary|secondary|small|large|big|local|national|federal|regional|urban|rural|"
    r"domestic|foreign|international|middle|inpatient|outpatient|commercial|residential|industrial|civil|"
    r"elementary|oral|written|verbal|mental|physical)",
    re.IGNORECASE,
)
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
LONGEST_ABBREVIATION = 12
"""Characters before a full stop that are looked at: more would make a text without sentences slow to read."""
SHORT, PAIR = 5, 3
"""Words of an item that a list may be split into without asking further; and of each of two that have no comma."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, without numbers before them. A full stop after an abbreviation or a letter ends none."""
    found, start = [], 0
    for match in _ENDING.finditer(text):
        rest = text[match.end() :]
        if not rest or rest[0].islower():
            continue
        if text[match.start()] == "." and _NUMBER.fullmatch(text, start, match.start()):
            start = match.end()
            continue
        near = text[max(start, match.start() - LONGEST_ABBREVIATION) : match.start()]
        before = re.split(r"[\s(\[\"“]", near)[-1].casefold()
        if text[match.start()] == "." and (
            before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())
        ):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    last = text[start:].strip()
    return [*found, last] if last else found


def outside(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """The matches of a pattern that stand outside brackets."""
    depths = _depths(text)
    return [match for match in pattern.finditer(text) if not depths[match.start()]]


def _depths(text: str) -> list[int]:
    """How many brackets are open at each character; what is never closed opens nothing."""
    depths, open_ = [0] * (len(text) + 1), list[int]()
    spans: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        if char in _CLOSERS:
            open_.append(place)
        elif open_ and char == _CLOSERS[text[open_[-1]]]:
            start = open_.pop()
            if not open_:
                spans.append((start, place))
    for start, end in spans:
        depths[start : end + 1] = [1] * (end + 1 - start)
    return depths


def items(text: str, *, semicolons: bool = True, ampersand: bool = False) -> list[str]:
    """The items of a list in words: "a, b, and c", "a, b and c", "a; b; c", "a and b"; brackets are kept whole.

    `ampersand` takes "a & b" for two as well, which is right for tools, but not for "Food & drink" or a firm's name.
    One that has no comma is split at its conjunction only if both halves are at most `PAIR` words.
    """
    text = text.strip().rstrip(".;,").strip()
    mark = re.compile(r";\s*") if semicolons and outside(text, re.compile(r";\s")) else re.compile(r",\s+")
    parts = _split(text, mark)
    if not parts:
        return []
    if len(parts) == 1:
        pair = _pair(text, ampersand)
        return pair if len(pair) == 2 and all(len(half.split()) <= PAIR for half in pair) else parts
    parts = [_LEADING_AND.sub("", part, count=1) if _LEADING_AND.match(part) else part for part in parts]
    if ";" not in mark.pattern and not re.search(r",\s+(?:and|or|as well as|and/or)\s", text):
        pair = _pair(parts[-1], ampersand)
        if len(pair) == 2 and all(len(half.split()) <= SHORT for half in pair):
            parts = [*parts[:-1], *pair]
    return [part for part in (part.strip() for part in parts) if part]


def _pair(text: str, ampersand: bool) -> list[str]:
    """The two halves of a text, where it has two; else its parts, however many."""
    parts = _split(text, _CONJUNCTION)
    if len(parts) == 2 and _KINDS.fullmatch(parts[0]):
        return [text]
    return _split(text, _AMPERSAND) if ampersand and len(parts) == 1 else parts


def _split(text: str, mark: re.Pattern[str]) -> list[str]:
    parts, start = [], 0
    for match in outside(text, mark):
        parts.append(text[start : match.start()])
        start = match.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def has_commas(text: str) -> bool:
    """Whether there is a comma or semicolon outside brackets."""
    return bool(outside(text, re.compile(r"[,;]\s")))


def halves(text: str) -> list[str]:
    """Two things joined by "and", "or" or "&" and nothing else: ["neural networks", "optimization"], or []."""
    parts = _pair(text, ampersand=True)
    return parts if len(parts) == 2 else []


def bracketed(text: str) -> tuple[str, str, str] | None:
    """What stands before, in and after the first pair of round brackets."""
    start = text.find("(")
    if start < 0:
        return None
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if not depth:
            return text[:start].rstrip(), text[start + 1 : place].strip(), text[place + 1 :].strip()
    return None


def is_cut(text: str, head: str) -> bool:
    """Whether a head breaks off where nothing is added to what it says."""
    return len(head) < len(text.rstrip(" .!?")) and not _ADDED.match(text, len(head))


def clause(text: str, longest: int = 60) -> str:
    """The head of a sentence, for a title: its first three words or more, up to where something is added to them."""
    text = text.rstrip(" .!?")
    for match in _ADDED.finditer(text):
        if len(text[: match.start()].split()) >= 3 and match.start() <= longest:
            return text[: match.start()]
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] or text[:longest]
