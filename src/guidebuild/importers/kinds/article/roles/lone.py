"""A single word of a role's name that stands for all of it: "technicians" beside pharmacists are pharmacy technicians.

Comes in: the titles and short names of the roles of an article. Goes out: `last_words` and `first_words`, each with the
one role that has it, and `standing_alone`: where a last word names its role in a sentence. Refuses: words that another
role has too, "laboratory technicians", and people who are met in passing ("they report to technicians").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from guidebuild.importers.meaning.number import plural, singular

_OPENS = r"(?:^|[.!?(\"“]\s?)"
_FUNCTION = (
    "for|of|among|as|are|is|than|while|whereas|but|and|or|however|unlike|like|because|when|if|since|that|do|does|"
    "most|many|some|all|both|more|these|those|the|our|an?|each|every|one|this|your|any|being|becoming|become|will|can"
)
_KINDS = (
    "average|typical|new|experienced|qualified|good|senior|junior|entry-level|successful|skilled|median|usual"
)
_PLAIN = re.compile(rf"(?:{_OPENS}|\b(?:{_FUNCTION})\s)(?:(?:{_KINDS})\s)?$", re.IGNORECASE)
_ARTICLED = re.compile(
    rf"(?:{_OPENS}|\b(?:{_FUNCTION})\s)(?:an?|the|each|every|one|this|your|any|being|becoming)\s(?:(?:{_KINDS})\s)?$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:they|he|she|it|you|we|their|his|her|its)\b", re.IGNORECASE)
_ENDED = re.compile(r"(?<=[.!?])\s+")
EARLY_WORDS, NEAR = 6, 120
"""Words, and characters, before a lone one at most: further on others are spoken of in passing."""


def last_words(titles: Sequence[str], others: Sequence[Sequence[str]]) -> dict[str, int]:
    """The last word of each title of several words, if no other role has it in any of its names; singular, folded."""
    return _of_one([title.rpartition(" ")[2] if " " in title else "" for title in titles], others)


def first_words(titles: Sequence[str], others: Sequence[Sequence[str]]) -> dict[str, int]:
    """What stands before the last word of each title, if it is no part of the names of another role."""
    return _of_one([title.rpartition(" ")[0] for title in titles], others)


def _of_one(words: Sequence[str], names: Sequence[Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, word in enumerate(words):
        key = singular(word).casefold()
        elsewhere = {
            singular(part).casefold()
            for other, own in enumerate(names)
            if other != number
            for name in own
            for part in (*name.split(), *name.split("-"), name.rpartition(" ")[0])
        }
        if len(key) > 1 and key not in elsewhere:
            found[key] = number
    return found


def pattern_of(words: Mapping[str, int]) -> re.Pattern[str]:
    forms = sorted(
        {form for word in words for form in (word, plural(word))}, key=lambda form: (-len(form), form)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?![\w-])", re.IGNORECASE)


def standing_alone(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places near the beginning of a sentence where such a word stands for the whole name."""
    for match in pattern.finditer(text):
        near = text[max(0, match.start() - NEAR) : match.start()]
        before = _ENDED.split(near)[-1]
        if (before == text[: match.start()] or before != near) and not _PRONOUN.match(before):
            many = match[0].casefold() != singular(match[0]).casefold()
            if len(before.split()) <= EARLY_WORDS and (_PLAIN if many else _ARTICLED).search(before):
                yield match
