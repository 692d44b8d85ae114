"""Bullets and sentences about skills as skills of a role.

Comes in: what an article says that a role needs. Goes out: skills in the article's words, split into short phrases;
"useful" where the words say that it is a plus; what the split leaves over as a note. Refuses: to guess: "research and
development" is split only if the project's vocabulary knows both halves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guidebuild.importers.kinds.article.words.products import is_product
from guidebuild.importers.kinds.article.words.prose import (
    SHORT,
    bracketed,
    clause,
    halves,
    has_commas,
    items,
    outside,
    sentences,
)
from guidebuild.importers.kinds.article.words.skill_words import (
    ACRONYM,
    ACRONYMS,
    ADJECTIVE,
    AGAIN,
    AND_SO_ON,
    EG,
    EXAMPLES,
    GENERIC,
    LEAD,
    LIKING,
    PREDICATE,
    PREFIX,
    PURPOSE,
    QUALITIES,
    QUANTIFIED,
    SUBJECT,
    TAILS,
    USEFUL,
    WIDER_PURPOSE,
)
from guidebuild.importers.meaning.wording import raised
from guidebuild.model.matching import SkillNames
from guidebuild.model.sameness import same_key

LONGEST = 60
"""Characters of a skill that is a phrase of its own."""


@dataclass(frozen=True, slots=True)
class Use:
    """A skill, as `schema.SkillUse` has it."""

    skill: str
    level: str = "core"
    note: str = ""


def skills_in(text: str, names: SkillNames, subjectless: str = "") -> list[Use]:
    """The skills of one bullet, sentence or cell. `subjectless` is the text with roles replaced by "@"."""
    words = without_need(text.strip(), subjectless.strip() or text.strip())
    if again := AGAIN.search(words):
        return [*skills_in(words[: again.start()], names), *skills_in(words[again.end() :], names)]
    first, *rest = sentences(words) or [words]
    first = first.strip().rstrip(".;,").strip()
    level = "useful" if USEFUL.search(first) else "core"
    first = PREDICATE.sub("", PREFIX.sub("", first, count=1))
    more = " ".join(rest)
    found = list(_labelled(first, names)) or list(_phrase(first, names))
    if not found and re.search(r"\w", first):
        found = list(_shortened(first.strip(" ,.;:()"), ""))
    if more and found:
        found[-1] = replace(found[-1], note=_join(found[-1].note, more.rstrip(".")))
    return [replace(use, level=level) for use in found]


def merged(uses: list[Use]) -> list[Use]:
    """Each skill once: core counts more than useful, and all notes are kept."""
    kept: dict[str, Use] = {}
    for use in uses:
        key = same_key(use.skill)
        if key in kept:
            old = kept[key]
            level = "core" if "core" in (old.level, use.level) else "useful"
            kept[key] = Use(old.skill, level, _join(old.note, use.note))
        else:
            kept[key] = use
    return list(kept.values())


def _join(note: str, more: str) -> str:
    if not more or more.casefold() in note.casefold():
        return note
    return f"{note}; {more}" if note else more


def without_need(text: str, bare: str) -> str:
    """ "Nurses need patience" is about patience."""
    match = SUBJECT.match(bare)
    if not match:
        return text
    rest = bare[match.end() :]
    return rest if "@" not in rest and text.endswith(rest) and rest else text


def _labelled(text: str, names: SkillNames) -> Iterator[Use]:
    """ "Technical skills: Python, SQL", "Coding: proficiency in Python, Go", and "Patience: shifts are long"."""
    match = re.match(r"([^:(]{2,60}?)\s*(?::|\s[–—-])\s+(\S.*)", text)
    if not match:
        return
    label, rest = match[1].strip(), match[2].strip()
    generic = label.casefold() in GENERIC or TAILS.sub("", label).casefold() in GENERIC
    if generic or _is_plain_list(rest):
        yield from () if generic else _known_or_new(label, names, "")
        yield from _phrase(rest, names)
        return
    listed = list(_phrase(rest, names)) if _names_examples(rest) else []
    if listed and all(len(use.skill.split()) <= SHORT for use in listed):
        yield from _known_or_new(label, names, "")
        yield from listed
    else:
        yield from _known_or_new(label, names, rest)


def _is_plain_list(text: str) -> bool:
    parts = items(text)
    return has_commas(text) and not LEAD.match(text) and all(len(part.split()) <= SHORT for part in parts)


def _names_examples(text: str) -> bool:
    """Whether a lead-in is followed by a list, or examples are given."""
    rest = _lead_off(text)
    return bool(EG.search(rest) or outside(rest, EXAMPLES) or (rest != text and len(items(rest)) > 2))


def _phrase(text: str, names: SkillNames) -> Iterator[Use]:
    """A phrase with its lead-in, its examples and what it is for."""
    text = _lead_off(text)
    before = bracketed(text)
    if before:
        yield from _with_brackets(*before, names)
        return
    examples = [m for m in outside(text, EXAMPLES) if not LIKING.search(text[: m.end()])]
    if examples and (known_id(text, names) is None):
        head, tail = text[: examples[0].start()], text[examples[0].end() :]
        parts = [part for part in items(tail) if not AND_SO_ON.fullmatch(part)]
        yield from _exemplified(head, parts, "", names)
        return
    yield from _listed(text, names)


def _with_brackets(head: str, inner: str, tail: str, names: SkillNames) -> Iterator[Use]:
    inner_words = EG.sub("", inner, count=1)
    parts = [part for part in items(inner_words) if not AND_SO_ON.fullmatch(part)]
    is_short = bool(ACRONYM.fullmatch(inner)) and known_id(inner, names) is None and len(head.split()) > 1
    if is_short and _abbreviates(inner, head):
        yield Use(_entry(f"{head} ({inner})"), note=tail.strip(" ,"))
        return
    examples = (
        EG.match(inner)
        or len(parts) > 1
        or (len(parts) == 1 and (parts[0][:1].isupper() or known_id(parts[0], names)))
    )
    if examples and all(len(part.split()) <= SHORT + 1 for part in parts):
        listed = _list_before(head, tail)
        if listed:  # "Python, R (tidyverse), and SQL": the brackets are of one item in a list
            yield from _listed(f"{head} ({inner}) {tail}".replace(" ,", ","), names)
            return
        yield from _exemplified(head, parts, tail.strip(" ,"), names)
        return
    yield from _head(head, names, _join(inner, tail.strip(" ,")), has_examples=False)


def _exemplified(head: str, examples: list[str], tail: str, names: SkillNames) -> Iterator[Use]:
    """The head and its examples; examples that are the same skill as the head are a note on it."""
    uses = list(_head(head, names, "", has_examples=True))
    known = known_id(uses[0].skill, names) if uses else None
    for example in examples:
        if known and known_id(example, names) == known:
            uses[0] = replace(uses[0], note=f"{uses[0].note}, {example}".strip(", "))
        else:
            uses += _known_or_new(example, names, "")
    if tail and uses:
        uses[0] = replace(uses[0], note=_join(uses[0].note, tail))
    elif tail:
        uses = list(_listed(tail, names))
    yield from uses


def _list_before(head: str, tail: str) -> bool:
    return "," in head and bool(re.match(r"(?:,|and\b|or\b|$)", tail)) and len(items(head)) > 1


def _abbreviates(short: str, words: str) -> bool:
    letters = re.sub(r"[^a-z]", "", short.casefold().rstrip("s"))
    heads = "".join(word[0] for word in re.split(r"[\s/-]+", words.casefold()) if word)
    return letters in heads or (len(letters) > 1 and heads.endswith(letters[-2:]))


def _head(head: str, names: SkillNames, note: str, *, has_examples: bool) -> Iterator[Use]:
    """What stands before examples: a skill itself, unless it only says what kind of thing they are."""
    words = QUANTIFIED.sub("", _lead_off(head).strip(" ,")).strip(" ,")
    if has_examples and (words.casefold() in GENERIC or not words):
        return
    found = list(_listed(words, names))
    if note and found:
        found[-1] = replace(found[-1], note=_join(found[-1].note, note))
    elif note:
        found = list(_listed(note, names))
    yield from found


def _listed(text: str, names: SkillNames) -> Iterator[Use]:
    """A list in words, as far as splitting it is safe."""
    text = text.strip(" ,;").rstrip(" ,.;")
    if not text:
        return
    if known_id(text, names):
        yield from _known_or_new(text, names, "")
        return
    parts = [one for part in items(text) for one in _apart(part, names) if not AND_SO_ON.fullmatch(one)]
    heads = [_head_of(part) for part in parts]
    commas = has_commas(text)
    if len(parts) > 1 and (
        (commas and all(len(h.split()) <= SHORT + 1 for h in heads)) or all(known_id(h, names) for h in heads)
    ):
        for part in parts:
            yield from _of_list(_lead_off(part), names)
        return
    pair = halves(text)
    if (
        pair
        and (
            any(known_id(half, names) or (_is_quality(half) and " & " not in text) for half in pair)
            or all(map(is_product, pair))
            or all(ACRONYMS.fullmatch(half) for half in pair)
            or (" or " in text and all(half[:1].isupper() and " " not in half for half in pair))
        )
        and all(len(half.split()) <= SHORT for half in pair)
    ):
        tail = TAILS.search(text)
        for half in pair:
            # Of "analytical and problem-solving skills" the first are skills too.
            lone = tail and len(half.split()) == 1 and not known_id(half, names)
            yield from _known_or_new(half + tail[0] if tail and lone else half, names, "")
        return
    yield from _known_or_new(text, names, "")


def _is_quality(words: str) -> bool:
    return words.rpartition(" ")[2].casefold() in QUALITIES


def _of_list(words: str, names: SkillNames) -> Iterator[Use]:
    """Beside others "languages" is a skill, though alone it would be the label of some."""
    if words.casefold() in GENERIC and not words.casefold().endswith("skills"):
        yield Use(_entry(words))
    else:
        yield from _known_or_new(words, names, "")


def _apart(part: str, names: SkillNames) -> list[str]:
    """ "Outlook & Excel" is two, if either is known, or both are products."""
    pair = part.split(" & ")
    known = any(known_id(half, names) for half in pair) and not known_id(part, names)
    return pair if len(pair) == 2 and (known or all(map(is_product, pair))) else [part]


def _head_of(part: str) -> str:
    inside = bracketed(part)
    return PURPOSE.split(inside[0] if inside else part, maxsplit=1)[0]


def _known_or_new(words: str, names: SkillNames, note: str) -> Iterator[Use]:
    """A skill that the vocabulary knows, with what it is for as a note; else the phrase, short."""
    words = _lead_off(words).strip(" ,;").rstrip(" ,.;")
    if not words or words.casefold() in GENERIC:
        return
    if known_id(words, names):
        yield Use(_entry(QUANTIFIED.sub("", words, count=1)), note=note)
        return
    inside = bracketed(words)
    if inside and not inside[2] and known_id(inside[0], names):
        yield Use(_entry(inside[0]), note=_join(inside[1], note))
        return
    words = re.sub(r"^(?i:the|an?)\s+(?=[a-z])", "", words)
    for pattern in (PURPOSE, WIDER_PURPOSE):
        places = outside(words, pattern)
        if not places:
            continue
        head, tail = words[: places[0].start()], words[places[0].end() :]
        if known_id(head, names):
            yield Use(_entry(head), note=_join(tail, note))
            return
    yield from _shortened(words, note)


def _shortened(words: str, note: str) -> Iterator[Use]:
    if len(words) <= LONGEST:
        yield Use(_entry(words), note=note)
        return
    for pattern in (PURPOSE, WIDER_PURPOSE):
        for place in reversed(outside(words, pattern)):
            head = words[: place.start()]
            if len(head) <= LONGEST and len(head.split()) > 1:
                yield Use(_entry(head), note=_join(words[place.end() :], note))
                return
    head = clause(words)
    yield Use(_entry(head), note=_join(words[len(head) :].strip(" ,;:–—-"), note))


def _lead_off(text: str) -> str:
    """Without "Strong understanding of" and the like; an adjective alone goes too."""
    text = text.strip()
    match = LEAD.match(text)
    if match and text[match.end() :].strip():
        return _lead_off(text[match.end() :])
    match = ADJECTIVE.match(text)
    if match and len(text[match.end() :].split()) > 0:
        return text[match.end() :]
    return text


def known_id(words: str, names: SkillNames) -> str | None:
    """The id of a skill by these words, without an article before them or "techniques" and the like after."""
    words = QUANTIFIED.sub("", words.strip(" ,;").rstrip(" ,.;"), count=1)
    for form in (words, TAILS.sub("", words), words.removesuffix("s")):
        if form and (found := names.find(form)):
            return found
    return None


def _entry(words: str) -> str:
    """A phrase as an entry of a list: with a capital to begin with, unless it is the name of a product ("pandas")."""
    return words if is_product(words) else raised(words)
