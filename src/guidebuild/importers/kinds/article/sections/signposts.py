"""Words by which an article leads through itself: what it is going to do, what comes next, how it goes on.

Comes in: a passage, and whether a list follows it. Goes out: the passage without them, or None where nothing else was
said. Refuses: to touch items of lists and cells of tables, which are points of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from guidebuild.importers.kinds.article.sections.passage import Passage
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.meaning.wording import raised

_ANNOUNCES = re.compile(
    r"(?:in|with) (?:this|the following) (?:article|post|blog(?: post)?|guide|piece|section|comparison),? "
    r"(?:we|you|i)\b|"
    r"(?:this|the following) (?:article|post|blog(?: post)?|guide|piece|section) "
    r"(?:will )?(?:compares?|explores?|explains?|looks?|discuss(?:es)?|covers?|examines?|breaks?|outlines?)\b|"
    r"(?:let's|let us) (?:take a (?:closer )?look|dive|explore|compare|look|see|break)\b|"
    r"(?:read on|keep reading)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:on the (?:one|other) hand|by contrast|in contrast|conversely|meanwhile|similarly|likewise)\s*,\s+",
    re.IGNORECASE,
)
"""What joins a sentence to the one before it, which stands elsewhere in the guide."""
_INTRODUCES = re.compile(
    r"(?::|\b(?:the following|as follows|below|include|includes|including|such as|are|"
    r"(?:the following|these) (?:\w+ ){0,2}\w+))\s*[:.]?\s*\Z",
    re.IGNORECASE,
)
_LONGEST = 25  # words of a sentence that does no more than introduce


def without_signposts(passage: Passage, *, list_follows: bool) -> Passage | None:
    if passage.kind != "text":
        return passage
    kept = [said for said in sentences(passage.text) if not _ANNOUNCES.match(said)]
    if list_follows and kept and len(kept[-1].split()) <= _LONGEST and _INTRODUCES.search(kept[-1]):
        kept.pop()
    if kept:
        joined = _GOES_ON.match(kept[0])
        kept[0] = raised(kept[0][joined.end() :]) if joined else kept[0]
    if len(kept) == len(sentences(passage.text)) and (not kept or passage.text.strip().startswith(kept[0])):
        return passage
    return replace(passage, text=" ".join(kept)) if kept else None
