"""What is worth most on a sheet, and what goes first where there is no room.

Comes in: a section of a handout or a poster. Goes out: the same section with less and less in it, one step at a time;
and in words what a shorter one lacks. Refuses: to leave out titles, the event and the sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from guidebuild.compose.document import (
    Block,
    Card,
    Fact,
    NameList,
    NameLists,
    QuestionItem,
    Section,
    SectionKind,
    TipItem,
)
from guidebuild.compose.layouts.unsaid import named
from guidebuild.words.numbers import counted


@dataclass(frozen=True, slots=True)
class Part:
    """What may go: everything in a slot; or of the cards in it one fact, or only what is `behind` its value.

    Of lists, tips and questions so many stay as `keep` says.
    """

    slot: str
    fact: str = ""
    behind: bool = False
    keep: int = 0


# The order of worth: what comes first stays longest. What stands here several times goes in steps.
WORTH: dict[SectionKind, tuple[Part, ...]] = {
    "front": (
        Part("cards", "focus"),
        Part("qr"),
        Part("cards", "pay"),
        Part("cards", "education"),
        Part("skills"),
        Part("cards", "tools"),
        Part("cards", "preparation"),
        Part("skills", keep=1),
        Part("cards", "industries"),
        Part("cards", "outlook"),
        Part("cards", "skills"),
        Part("skills", keep=2),
        Part("cards", "interests"),
        Part("cards", "focus", behind=True),
        Part("cards", "pay", behind=True),
        Part("cards", "education", behind=True),
        Part("skills", keep=4),
        Part("cards", "tools", behind=True),
        Part("lead"),
        Part("cards", "industries", behind=True),
        Part("cards", "outlook", behind=True),
        Part("cards", "skills", behind=True),
        Part("cards", "preparation", behind=True),
        Part("cards", "interests", behind=True),
        Part("skills", keep=6),
        Part("skills", keep=8),
    ),
    "back": (
        Part("tips", keep=1),
        Part("questions", keep=1),
        Part("pay"),
        Part("credit"),
        Part("contact"),
        Part("tips", keep=3),
        Part("guide"),
        Part("fit"),
        Part("questions", keep=2),
        Part("tips", keep=4),
        Part("fit", keep=1),
        Part("questions", keep=3),
        Part("fit", keep=2),
        Part("questions", keep=4),
    ),
    "poster": (
        Part("cards", "focus"),
        Part("qr"),
        Part("cards", "education"),
        Part("cards", "tools"),
        Part("cards", "preparation"),
        Part("lead"),
        Part("cards", "industries"),
        Part("cards", "interests"),
    ),
}
# How a note calls what stands in a slot by itself.
NAMES = {
    "qr": "the QR code", "lead": "the subtitle", "pay": "the pay chart", "guide": "the way to the full guide",
    "contact": "the contact", "credit": "credit lines, which then must be shown where the sheet is given out",
    "tips": "tip", "questions": "question",
}  # fmt: skip


def shorter(section: Section) -> Iterator[Section]:
    """The section without the part of least worth, then without the next as well, and so on to the last."""
    for part in reversed(WORTH[section.kind]):
        cut = replace(section, blocks=tuple(_without(section.blocks, part)))
        if cut.blocks != section.blocks:
            section = cut
            yield section


def _without(blocks: tuple[Block, ...], part: Part) -> Iterator[Block]:
    kept = 0
    for block in blocks:
        if block.slot != part.slot:
            yield block
        elif isinstance(block, Card):
            yield replace(block, facts=tuple(f for fact in block.facts for f in _fact(fact, part)))
        elif isinstance(block, NameLists) and part.keep:
            counts = part.slot == "skills"
            yield replace(block, lists=tuple(_first(one, part.keep, counts=counts) for one in block.lists))
        elif isinstance(block, TipItem | QuestionItem):
            kept += 1
            if kept <= part.keep:
                yield block
        elif part.keep:  # the heading of a list of which something stays
            yield block


def _fact(fact: Fact, part: Part) -> Iterator[Fact]:
    if fact.key != part.fact:
        yield fact
    elif part.behind:
        yield replace(fact, note=())


def _first(names: NameList, keep: int, *, counts: bool) -> NameList:
    """The first names, and where it matters how many more there are."""
    if len(names.names) <= keep:
        return names
    more = names.more + len(names.names) - keep if counts else 0
    return replace(names, names=names.names[:keep], more=more)


def left_out(whole: Section, cut: Section) -> tuple[str, ...]:
    """What a shorter section lacks, in words, in the order in which it would be read."""
    return tuple(dict.fromkeys(_missing(whole, cut)))


def _missing(whole: Section, cut: Section) -> Iterator[str]:
    left = {block.id: block for block in cut.blocks}
    for kind in (TipItem, QuestionItem):
        gone = [b for b in whole.blocks if isinstance(b, kind) and b.id not in left]
        if gone:
            words = [block.title if isinstance(block, TipItem) else block.ask for block in gone]
            yield named(NAMES[gone[0].slot], words)
    for block in whole.blocks:
        other = left.get(block.id)
        if isinstance(block, Card) and isinstance(other, Card):
            yield from _missing_facts(block, other)
        elif isinstance(block, NameLists):
            yield from _missing_names(block, other)
        elif other is None and block.slot in NAMES and block.slot not in ("tips", "questions"):
            yield NAMES[block.slot]


def _missing_facts(whole: Card, cut: Card) -> Iterator[str]:
    facts = {fact.id: fact for fact in cut.facts}
    for fact in whole.facts:
        if not fact.value:
            continue
        if fact.id not in facts:
            yield f"'{fact.label}'"
        elif fact.note and not facts[fact.id].note:
            yield f"the second line of '{fact.label}'"


def _missing_names(whole: NameLists, cut: Block | None) -> Iterator[str]:
    if not isinstance(cut, NameLists):
        yield f"'{whole.title}'"
        return
    gone = sum(len(a.names) - len(b.names) for a, b in zip(whole.lists, cut.lists, strict=True))
    if gone:
        yield f"{counted(gone, 'entry', 'entries')} under '{whole.title}'"
