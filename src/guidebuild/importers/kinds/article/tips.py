"""Passages of advice as tips.

Comes in: the passages about how to get started, in order, and the names of the roles. Goes out: what leads the section,
and the tips, each with the roles that it names and its line. Each passage is in one or the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guidebuild.importers.kinds.article.fields.outlook import Tip, tip_of
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.sections.passage import Passage, lines_of, titled
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.meaning.wording import ended, raised

Lead = list[tuple[str, int]]
Tips = list[tuple[Tip, tuple[int, ...], int]]
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|next|then|last)(?:ly)?,\s+|finally,\s+", re.IGNORECASE
)
_EDGES = re.compile(r"^(?:\d{1,2}[.)]|step \d+:?|tip #?\d+:?)\s*", re.IGNORECASE)


def tips_of(passages: Sequence[Passage], names: Names) -> tuple[Lead, Tips]:
    """Paragraphs between items lead the section; where there are no items, each paragraph is a tip."""
    has_items = any(passage.kind == "item" or passage.label for passage in passages)
    lead: Lead = []
    groups: list[tuple[str, list[Passage]]] = []
    for passage in passages:
        if passage.kind == "text" and has_items and not passage.label and not passage.block.strong:
            lead += lines_of(passage)
        elif passage.label and groups and groups[-1][0] == passage.label:
            groups[-1][1].append(passage)
        else:
            groups.append((passage.label, [passage]))
    groups = [group for label, members in groups for group in _counted(label, members)]
    found = [_tip(label, together, names) for label, together in groups]
    return lead, [tip for tip in found if tip]


def _counted(label: str, members: list[Passage]) -> list[tuple[str, list[Passage]]]:
    """ "First, read. Second, write. Third, ask." is three."""
    said = sentences(members[0].text) if len(members) == 1 and members[0].kind == "text" and not label else []
    if len(said) < 2 or not all(map(_ORDINAL.match, said)):
        return [(label, members)]
    return [("", [replace(members[0], text=raised(_ORDINAL.sub("", one)))]) for one in said]


def _tip(label: str, members: Sequence[Passage], names: Names) -> tuple[Tip, tuple[int, ...], int] | None:
    whole = " ".join(ended(text) for passage in members for text, _ in lines_of(passage))
    title, text = titled(members[0]) if not label else (label, whole)
    if not label and title:
        text = " ".join([text, *members[0].children])
    tip = tip_of(text if title else whole, _EDGES.sub("", title))
    named = members[0].roles or names.named(f"{label} {whole}")
    return (tip, named, members[0].block.line) if tip else None
