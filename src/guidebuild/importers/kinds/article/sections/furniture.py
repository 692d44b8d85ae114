"""What stands around the article is set aside before its sections are read: title lines, contents, debris.

Comes in: the blocks of a page. Goes out: the blocks that are left, and the date that a line of them named. Refuses: to
set aside an item of a list on its own: "Print" may be a skill; a list goes only as a whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from guidebuild.importers.kinds.article.page.block import Block, Ledger
from guidebuild.importers.kinds.article.page.debris import (
    LONGEST,
    OF_THE_SITE,
    PATH,
    READING_TIME,
    SHARE_BAR,
    date_in,
    debris_of,
    is_weakly_shared,
)
from guidebuild.importers.kinds.article.roles.found import read_title
from guidebuild.importers.kinds.article.roles.names import Names
from guidebuild.importers.kinds.article.words.prose import sentences
from guidebuild.importers.kinds.article.words.topics import Topic, alone, normal, topic_of

_NEIGHBOUR = re.compile(r"\W*(?:next|previous)(?: (?:post|article|story))\W*", re.IGNORECASE)
_FIELDS: frozenset[Topic | None] = frozenset(
    {
        "responsibilities",
        "skills",
        "education",
        "certificates",
        "tools",
        "industries",
        "outlook",
        "pay",
        "tips",
    }
)
LATE = 15
"""Blocks at the end among which the names of other articles stand under "Next post"."""
EARLY = 15
"""Blocks among which the date of the article is looked for."""
_PREVIOUS, _NEXT = re.compile(r"previous\b", re.IGNORECASE), re.compile(r"next\s?:", re.IGNORECASE)
OUTSIDE = "the page around the article"


def set_aside(blocks: Sequence[Block], names: Names, titles: Sequence[str], ledger: Ledger) -> list[Block]:
    """The blocks that are left. What is set aside is dropped in the ledger, with the reason."""
    for block in blocks:
        if block.debris:
            ledger.drop(block, block.debris)
    _titles(blocks, names, titles, ledger)
    _contents([block for block in blocks if not ledger.done(block)], ledger)
    _debris([block for block in blocks if not ledger.done(block)], ledger)
    return [block for block in blocks if not ledger.done(block)]


def date_of(blocks: Sequence[Block]) -> dt.date | None:
    """The date of the article as a line near its beginning names it."""
    for block in blocks[:EARLY]:
        short = block.kind != "row" and len(block.text) <= 140
        if short and (date := date_in(block.text)) and (block.debris or debris_of(block.text)):
            return date
    return None


def _titles(blocks: Sequence[Block], names: Names, titles: Sequence[str], ledger: Ledger) -> None:
    """The line that is the title is placed; where it stands again it is dropped."""
    wanted = {normal(title) for title in titles}
    seen = ""
    for block in blocks:
        if block.kind in ("row", "item") or block.debris or len(block.text) > 200:
            continue
        again = normal(block.text) in wanted or _names_all(block, names)
        if again and not seen:
            ledger.place(block, "title")
            seen = normal(block.text)
        elif again and (normal(block.text) == seen or not _is_about_a_field(block.text, names)):
            ledger.drop(block, "the title once more")


def _is_about_a_field(text: str, names: Names) -> bool:
    """ "Education: data scientist vs. data analyst" is a heading."""
    before, _, after = text.partition(":")
    return any(alone(names.without(part)) in _FIELDS for part in (before, after))


def _names_all(block: Block, names: Names) -> bool:
    """Whether a line has the form of a title ("A vs B: A Comparison") about all roles, and is no sentence."""
    if block.text.rstrip().endswith(":") or any(said.endswith(".") for said in sentences(block.text)):
        return False
    title = read_title(block.text)
    found = {names.exactly(words) for words in title.roles}
    return title.strong and len(title.roles) > 1 and found == set(range(len(names.roles)))


def _contents(blocks: Sequence[Block], ledger: Ledger) -> None:
    """A table of contents: lines after "Contents" that come again later, and lists of links into the page."""
    texts = [normal(block.text) for block in blocks]
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if (
            block.links
            and block.kind == "item"
            and all(address.startswith("#") for _, address in block.links)
        ):
            ledger.drop(block, "the table of contents")
        if topic_of(block.text) == "contents" and len(block.text) < 60:
            ledger.drop(block, "the table of contents")
            while place + 1 < len(blocks) and _comes_again(texts, place + 1, blocks[place + 1]):
                place += 1
                ledger.drop(blocks[place], "the table of contents")
        place += 1


def _comes_again(texts: Sequence[str], place: int, block: Block) -> bool:
    return block.kind != "row" and len(block.text) <= 120 and texts[place] in texts[place + 1 :]


def _debris(blocks: Sequence[Block], ledger: Ledger) -> None:
    for run in _runs(blocks):
        reasons = [_reason(block) for block in run]
        if run[0].kind != "item" or all(reasons):
            for block, reason in zip(run, reasons, strict=True):
                if reason:
                    ledger.drop(block, reason)
    for way in (blocks, blocks[::-1]):
        for before, block in pairwise(way):
            # "Pin" may be many things, but not beside "Share" and "Tweet".
            near = ledger.dropped.get(before.number)
            if near in (SHARE_BAR, OF_THE_SITE, READING_TIME) and is_weakly_shared(block.text):
                ledger.drop(block, SHARE_BAR)
            if near == OF_THE_SITE and _PREVIOUS.match(before.text) and _NEXT.match(block.text):
                ledger.drop(block, OF_THE_SITE)
    for before, block in pairwise(blocks[-LATE:]):
        led = before.number in ledger.dropped and _NEIGHBOUR.fullmatch(before.text)
        if led and not block.text.endswith(".") and len(block.text) <= LONGEST:
            ledger.drop(block, "related articles")


def _reason(block: Block) -> str:
    """What a block is of the site; a path through it stands at the top: further down "→" leads from job to job."""
    reason = debris_of(block.text)
    return "" if reason == PATH and (block.strong or block.number > EARLY) else reason


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Lists as a whole, every other block by itself; rows of tables are left out."""
    run: list[Block] = []
    for block in blocks:
        if block.kind == "item":
            run.append(block)
            continue
        if run:
            yield run
            run = []
        if block.kind != "row" and re.search(r"\w", block.text):
            yield [block]
    if run:
        yield run
