"""Words in capitals as they are read: "PHARMACY TECHNICIAN" is a Pharmacy Technician, "HR MANAGER" an HR Manager.

Comes in: the texts of an article, and words of it that are shouted. Goes out: the words as the article writes them
where it does not shout; those that it writes nowhere else stay in capitals. Refuses: to touch abbreviations, and what
is not in capitals.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property

_SMALL = frozenset(
    ("of", "and", "the", "for", "in", "to", "a", "an", "at", "by", "on", "or", "vs", "with", "from")
)
# What is no word, or another one in small letters ("it", "us", "ai").
_ABBREVIATIONS = frozenset(
    """IT HR UX UI QA AI ML BI PR VR AR XR OT PT RN LPN NP PA GP MD DO US UK EU USA UAE TV PC IOS CAD CAM CNC GIS SEO
    CRM ERP API AWS SAP SQL CEO CFO CTO COO CIO CISO CPA CFA ICU EMT EMS ER NHS VFX CGI DBA SRE SDE SDET BIM HVAC NLP
    LLM IOT SOC PHP HTML CSS ADHD ABA ESL EFL TEFL CIA FBI NASA MBA PHD DJ LGV HGV PPC DNA RF VIP
    """.split()  # noqa: SIM905 -- words are read more easily without quotes
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SHORTEST = 4
"""Letters that an abbreviation among other words may have."""


def shouted(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    return sum(char.isupper() for char in text) > sum(char.islower() for char in text)


class Capitals:
    """How an article writes its words where it does not shout."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(text for text in texts if not shouted(text))

    @cached_property
    def _written(self) -> dict[str, Counter[str]]:
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for text in self.texts:
            for word in _WORD.findall(text):
                found[word.casefold()][word] += 1
        return found

    def title(self, words: str) -> str:
        """Words of a title; those in capitals are changed, if they are no abbreviations."""
        if not shouted(words) and not any(len(word) > SHORTEST and word.isupper() for word in words.split()):
            return words
        if words.isupper() and " " in words and (phrase := self._phrase(words)):
            return phrase
        pieces, place = [], 0
        for match in _WORD.finditer(words):
            starts = not words[:place].strip() or words[:place].rstrip()[-1] in ":?!|–—"
            pieces += [words[place : match.start()], self._word(match[0], first=starts)]
            place = match.end()
        return "".join([*pieces, words[place:]])

    def _phrase(self, words: str) -> str:
        """The words together as the article has them: "MLOPS ENGINEER" as "MLOps engineer"."""
        pattern = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
        found = Counter(
            match for text in self.texts for match in pattern.findall(text) if not match.isupper()
        )
        return found.most_common(1)[0][0] if found else ""

    def _word(self, word: str, *, first: bool) -> str:
        if not word.isupper() or len(word) == 1:
            return word
        if word in _ABBREVIATIONS or (word.endswith("S") and word[:-1] in _ABBREVIATIONS and len(word) > 3):
            return word
        small = word.casefold()
        forms = sum((self._written.get(form, Counter()) for form in (small, small + "s")), Counter[str]())
        if not forms:
            return word
        usual = forms.most_common(1)[0][0][: len(word)]
        return usual if small in _SMALL and not first else usual[:1].upper() + usual[1:]
