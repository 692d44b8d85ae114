"""Small and capital first letters of authors' words: changed only on proof, and never more than the first letter.

Comes in: a guide. Goes out: `Casing`, which lowers a first letter within a sentence where the same guide writes the
words small; and `raised`, which raises the first letter of a whole entry where its list is written small. Refuses:
to guess. "Spanish", "Medicare billing" and "Pflegekraft" stay as they are wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebuild.model.schema import Guide, Role, Skill
from guidebuild.words.numbers import uncapital

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")  # of letters alone, also "self-driving" and "master’s"


@dataclass(frozen=True, slots=True)
class Casing:
    """What a guide writes small: `prose` is all its running text, `labels` the small labels of its vocabulary.

    A list of another role is no proof: who lists "spanish" says nothing about Spanish. A single word is proven by a
    label alone: who polishes lenses says nothing about Polish, and who goes to work nothing about Go. Several words
    are proven by running text as well.
    """

    prose: str = ""
    labels: frozenset[str] = frozenset()

    def within(self, words: str) -> str:
        """The words as they stand within a sentence: as written, or small where that is proven."""
        first = _WORD.match(words)
        if not first or not words[:1].isupper() or not first[0][1:].islower():
            return words
        small = words[0].lower() + words[1:]
        return small if small in self.labels or (" " in small and self._stands(small)) else words

    def listed(self, words: Sequence[str]) -> list[str]:
        """A list: its first entry as written, the others as they stand within a sentence.

        Where one of them reads like a label that is not proven ("Wound care"), all stay, so that the list is even.
        """
        small = list(map(self.within, words[1:]))
        return [*words] if any(map(is_label, small)) else [*words[:1], *small]

    def _stands(self, words: str) -> bool:
        """Whether the running text holds these words, whole."""
        at = self.prose.find(words)
        while at >= 0:
            end = at + len(words)
            if not self.prose[at - 1].isalnum() and not self.prose[end].isalnum():
                return True
            at = self.prose.find(words, at + 1)
        return False


NOTHING_SMALL = Casing()
"""Where no guide is looked at: every word stays as it is written."""


def casing(guide: Guide) -> Casing:
    """What this guide writes small."""
    prose = "\n".join(["", *_prose(guide), ""])
    labels = [words for skill in guide.skills.values() for words in _of_skill(skill)]
    return Casing(prose.replace("'", "’"), frozenset(words.replace("'", "’") for words in labels))


def _of_skill(skill: Skill) -> Iterator[str]:
    """The label in small letters, where that is an alias of the skill; and then its short form too."""
    small = uncapital(skill.label)
    if small in skill.aliases:
        yield small
        if skill.brief and uncapital(skill.brief) in small:
            yield uncapital(skill.brief)


def _prose(guide: Guide) -> Iterator[str]:
    """All sentences and half sentences of the guide's roles, tips, terms and questions."""
    for role in guide.roles:
        yield from _of_role(role)
    for tip in guide.tips:
        yield from (tip.title, tip.why or "", tip.step or "")
    for term in guide.terms:
        yield from (term.gist or "", term.definition)
    for setting in guide.spec.sections.values():
        yield from (setting.title or "", setting.lead or "")
    yield guide.spec.subtitle or ""
    yield from (question.ask for question in guide.questions)


def _of_role(role: Role) -> Iterator[str]:
    yield from (role.definition, role.focus or "", role.tagline or "", role.essence or "")
    yield from (words for duty in role.responsibilities for words in (duty.title or "", duty.detail or ""))
    yield from (use.note or "" for use in role.skills)
    yield from (tool.note or "" for tools in role.tools.values() for tool in tools)
    yield from (*role.fits, *role.think_twice, *role.questions, *(check.says for check in role.self_check))
    if role.education:
        yield role.education.summary or ""
    if role.outlook:
        told = (role.outlook.headline, role.outlook.reason, role.outlook.why, role.outlook.summary)
        yield from (words or "" for words in told)
    if role.works_with:
        yield role.works_with.why or ""


def raised(words: str, labels: Sequence[str]) -> str:
    """The words with a capital first letter, where all labels of their list are written small; else as they are."""
    return words[:1].upper() + words[1:] if labels and all(map(_is_small, labels)) else words


def _is_small(label: str) -> bool:
    """Whether a label is common words: 'related fields', but not 'iOS', 'pH tests', 'de Vries', 'c++' or 'd3.js'."""
    first, *others = label.split(" ")
    common = _WORD.fullmatch(first.rstrip(",:;")) is not None and first.islower()
    return common and not any(word[:1].isupper() and not word.isupper() for word in others)


def is_label(words: str) -> bool:
    """Whether words read like the label of a thing rather than its name: 'Wound care', but not 'Boy Scout rules'."""
    first, *others = words.split(" ")
    plain = _WORD.fullmatch(first) is not None and first[:1].isupper() and first[1:].islower()
    return plain and bool(others) and all(word == word.lower() for word in others)


def led(lead: str, words: str) -> str:
    """'in nursing': a word before a list that begins small. What has a capital stands by itself, as written."""
    return f"{lead} {words}" if words[:1].islower() else words
