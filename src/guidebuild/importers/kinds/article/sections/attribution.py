"""Whose a sentence is: which role running text speaks of, sentence by sentence.

Comes in: a paragraph, and the roles that the text before it spoke of. Goes out: its parts, each with its roles; no
roles mean that it speaks of none in particular. Refuses: to lose words: the parts together are the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebuild.importers.kinds.article.roles.names import Mention, Names
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.meaning.wording import raised

_EVERYBODY = re.compile(
    r"\b(?:both|either (?:one|role|job|career|path|profession|of)|each (?:of|role|job|profession|career|one)|"
    r"all (?:three|four|five|six|of (?:them|these))|the (?:two|three|four) (?:roles|jobs|careers|"
    r"professions|positions|paths)|"
    r"neither)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"[\s,]*(?:and|or|&|nor|as well as|,|/)?[\s,]*(?:an?|the|both|for)?\s*", re.IGNORECASE
)
_CONTRAST = re.compile(
    r"(?:,\s+|;\s+|\s+[–—]\s+)(?=(?:while|whereas|but|although|though|however|in contrast)?,?\s*\S)|"
    r"\s+(?=(?:while|whereas)\s)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+")
_ASIDE = re.compile(
    r"\W*(?:on the other hand|by contrast|in contrast|however|meanwhile|in turn|too)?\W*", re.IGNORECASE
)
# Behind such a word a role is not what the sentence is about: "sit between the data engineers and ...".
_OBJECT = re.compile(
    r"\b(?:between|with|to|from|by|of|for|than|as|like|alongside|under|beside|after|before|against)\s"
    r"(?:(?:an?|the|other|many|most)\s)*$",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:while|whereas|although|though|unlike|compared (?:to|with))\b", re.IGNORECASE)
_JOINT = re.compile(r"(?:while|whereas|but|although|though|however|in contrast),?\s+", re.IGNORECASE)
EARLY = 45
EARLY_WORDS = 4
"""Characters, or words, in which the subject of a sentence comes."""


@dataclass(frozen=True, slots=True)
class Said:
    roles: tuple[int, ...]
    text: str


def attributed(text: str, names: Names, before: tuple[int, ...] = ()) -> list[Said]:
    """The paragraph in parts; neighbouring sentences of the same roles are one part."""
    parts: list[Said] = []
    running = before
    for sentence in sentences(text):
        for said in _of_sentence(sentence, names, running):
            running = said.roles
            if parts and parts[-1].roles == said.roles:
                parts[-1] = Said(said.roles, f"{parts[-1].text} {said.text}")
            else:
                parts.append(said)
    return parts


def _of_sentence(sentence: str, names: Names, running: tuple[int, ...]) -> Iterator[Said]:
    everyone = tuple(range(len(names.roles)))
    found = names.mentions(sentence)
    named = tuple(dict.fromkeys(mention.role for mention in found))
    if not named:
        field = names.field_of(sentence)
        yield Said(
            everyone if _EVERYBODY.search(sentence) else running if field is None else (field,), sentence
        )
    elif len(named) == 1:
        yield Said(named, sentence)
    elif _OPENER.match(sentence) or not _are_one_subject(found, sentence):
        yield from _contrasted(sentence, names, found) or [Said(_subject(found, sentence), sentence)]
    else:
        yield Said(tuple(sorted(named)), sentence)


def _are_one_subject(found: list[Mention], sentence: str) -> bool:
    """Whether the first two roles stand side by side: "Nurses and physician assistants both ..."."""
    first, second = found[0], next(mention for mention in found if mention.role != found[0].role)
    return bool(_COORDINATED.fullmatch(sentence[first.end : second.start])) or bool(
        _EVERYBODY.search(sentence[: second.start])
    )


def _subject(found: list[Mention], sentence: str) -> tuple[int, ...]:
    """The role that a sentence opens with, however many it names later; a comparison is about all that it names."""
    first = found[0]
    if (
        len(sentence[: first.start].split()) <= EARLY_WORDS
        and not _OPENER.match(sentence)
        and not re.search(r"\b(?:than|vs|versus)\b", sentence)
    ):
        return (first.role,)
    return tuple(sorted({mention.role for mention in found}))


def _contrasted(sentence: str, names: Names, found: list[Mention]) -> list[Said]:
    """ "While A does this, B does that" in two, if each half has one role for its subject; else nothing."""
    second = next(mention for mention in found if mention.role != found[0].role)
    between = [m for m in _CONTRAST.finditer(sentence) if found[0].end < m.start() < second.start]
    joined = [m for m in _AND.finditer(sentence) if found[0].end < m.start() and m.end() == second.start]
    counted = [m for m in between if m[0].startswith(";")]
    for match in (*counted, *reversed(between), *(m for m in joined if _both_counted(sentence, m))):
        left, right = sentence[: match.start()].strip(), sentence[match.end() :].strip()
        right = _JOINT.sub("", right, count=1)
        heads = names.mentions(left), names.mentions(right)
        opens = heads[1] and heads[1][0].start <= EARLY and not _OBJECT.search(right[: heads[1][0].start])
        says = heads[0] and not _ASIDE.fullmatch(left[heads[0][0].end :])
        if opens and says and len({m.role for m in heads[0]}) == 1 and heads[1][0].role != heads[0][0].role:
            left = re.sub(r"^(?:while|whereas|although|though)\s+", "", left, flags=re.IGNORECASE)
            first = Said((heads[0][0].role,), raised(left.rstrip(",;")) + ".")
            others = len({m.role for m in heads[1]}) > 1 and _contrasted(right, names, heads[1])
            return [first, *(others or [Said((heads[1][0].role,), raised(right))])]
    return []


def _both_counted(sentence: str, match: re.Match[str]) -> bool:
    """ "Nurses make $80,000 and doctors make $200,000": both halves have a figure of their own."""
    return all(re.search(r"\d", half) for half in (sentence[: match.start()], sentence[match.end() :]))


def nearest_to_a_definition(
    names: Names, number: int, lines: Sequence[tuple[str, int]]
) -> list[tuple[str, int]]:
    """The sentence that comes nearest to saying what a role is: one that begins with it, and names no other."""
    told: list[tuple[int, tuple[str, int]]] = []
    for words, line in lines:
        for sentence in sentences(words):
            found = names.mentions(sentence) if not sentence.endswith("?") else []
            if any(mention.role == number for mention in found):
                opens = found[0].role == number and len(sentence[: found[0].start].split()) <= 1
                told.append((2 * (not opens) + len({mention.role for mention in found}), (sentence, line)))
    return [min(told, key=lambda said: said[0])[1]] if told else []
