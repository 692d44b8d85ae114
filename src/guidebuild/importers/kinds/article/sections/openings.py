"""Featured jobs between the paragraphs of an article, as jobs.

Comes in: blocks. Goes out: openings with what their lines say. Refuses: openings without an employer or a place; a job
needs both, so their lines stay unplaced and are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guidebuild.importers.kinds.article.page.block import Block, Ledger
from guidebuild.importers.kinds.article.words.topics import alone, topic_of
from guidebuild.importers.meaning.employment import employment_in, is_internship, level_in
from guidebuild.importers.meaning.money import salary_in
from guidebuild.importers.meaning.wording import cut, slug

_MARKER = re.compile(
    r"\W*(?:featured|sponsored|promoted|hot|top) (?:job|position|opening|vacancy|role)s?\W*|"
    r"\W*job of the (?:week|day|month)\W*",
    re.IGNORECASE,
)
_AT = re.compile(r"@\s*(?P<employer>[^|@]{2,120}?)\s*(?:[|·•]|\s[–—-]\s)\s*(?P<place>\S.{1,120})")
_BESIDE = re.compile(r"(?P<employer>[^|·•@]{2,100}?)\s*(?:[|·•]|\s[–—]\s)\s*(?P<place>[^|·•]{2,100})")
_FIELD = re.compile(
    r"(?P<key>company|employer|location|place|type|salary|pay|level|contract)\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[|–—·•@-]\s+|\s*\|\s*|\s+at\s+(?=[A-Z])|\s*;\s+")
_MOST_LINES = 5
_LONGEST_ID = 61


@dataclass(slots=True)
class Opening:
    title: str
    line: int
    employer: str = ""
    place: str = ""
    employment: str = "full-time"
    level: str = ""
    salary: dict[str, object] | None = None
    note: str = ""
    url: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return bool(self.title and self.employer and self.place)


def openings(blocks: Sequence[Block], ledger: Ledger) -> list[Opening]:
    """The openings of an article; their blocks are placed in the ledger, and the words over them dropped."""
    found: list[Opening] = []
    place, section = 0, False
    while place < len(blocks):
        block = blocks[place]
        marker = bool(_MARKER.fullmatch(block.text.strip())) and block.kind != "row"
        heading = block.kind == "heading" and topic_of(block.text) not in (None, "jobs")
        section = (
            (section and not heading and alone(block.text) in (None, "jobs"))
            or marker
            or (block.kind in ("heading", "text") and alone(block.text) == "jobs")
        )
        if marker or (section and alone(block.text) == "jobs"):
            ledger.drop(block, "the head of a job advertisement")
            place += 1
            continue
        opening = _opening(blocks, place) if section or _AT.match(_next(blocks, place)) else None
        if opening and opening.whole:
            found.append(opening)
            for used in opening.blocks:
                ledger.place(used, "jobs")
            place += len(opening.blocks)
        else:
            if section and not heading and _is_loose(block):
                ledger.leave(block)
            place += 1
    return found


def _is_loose(block: Block) -> bool:
    """Whether a line among job advertisements is no sentence, and so part of one that could not be read."""
    return (
        block.kind != "row"
        and len(block.text) <= 120
        and not block.text.rstrip().endswith((".", "!", "?", ":"))
    )


def _next(blocks: Sequence[Block], place: int) -> str:
    return blocks[place + 1].text if place + 1 < len(blocks) else ""


def _opening(blocks: Sequence[Block], place: int) -> Opening | None:
    """The opening that begins here: in one line, or its title with lines below."""
    first = blocks[place]
    if first.kind == "row" or not first.text or len(first.text) > 240:
        return None
    one = _in_one_line(first)
    if one.whole:
        return one
    opening = Opening(first.text.strip(" *"), first.line, url=_link(first), blocks=[first])
    for block in blocks[place + 1 : place + 1 + _MOST_LINES]:
        if (
            block.kind == "row"
            or _MARKER.fullmatch(block.text.strip())
            or alone(block.text)
            or not _takes(opening, block.text)
        ):
            break
        opening.blocks.append(block)
        opening.url = opening.url or _link(block)
    _terms(opening, opening.title, from_title=True)
    return opening


def _takes(opening: Opening, text: str) -> bool:
    """Fills in what a line says; False for a line that says nothing about a job."""
    words = text.strip()
    if pair := _FIELD.fullmatch(words):
        key, value = pair["key"].casefold(), pair["value"].strip()
        if key in ("company", "employer"):
            opening.employer = value
        elif key in ("location", "place"):
            opening.place = value
        else:
            _terms(opening, value)
        return True
    match = _AT.fullmatch(words) or _BESIDE.fullmatch(words)
    if match and not opening.employer and not _says_terms(match["place"]):
        opening.employer, opening.place = match["employer"].strip(), match["place"].strip()
        return True
    if len(words) <= 160 and _says_terms(words):
        _terms(opening, words)
        return True
    return False


def _says_terms(words: str) -> bool:
    kind = employment_in(words)
    return bool((kind and kind != "internship") or level_in(words) or salary_in(words))


def _terms(opening: Opening, words: str, *, from_title: bool = False) -> None:
    """Employment, level and salary; the title alone says only that it is an internship."""
    if from_title:
        if is_internship(words) and "intern" not in opening.employment:
            opening.employment = "internship"
        return
    opening.employment = employment_in(words) or opening.employment
    opening.level = opening.level or level_in(words) or ""
    opening.salary = opening.salary or salary_in(words)


def _in_one_line(block: Block) -> Opening:
    """ "Electrician – Sparks Ltd, Leeds – full-time, £35,000"."""
    parts = [part.strip() for part in _BETWEEN.split(block.text) if part.strip()]
    opening = Opening(parts[0] if parts else "", block.line, url=_link(block), blocks=[block])
    if len(parts) < 2:
        return opening
    rest = []
    for part in parts[1:]:
        (opening_terms := [p for p in part.split(", ") if _says_terms(p) or re.search(r"\d{2}", p)])
        rest += [p for p in part.split(", ") if p not in opening_terms]
    if rest:
        opening.employer, opening.place = rest[0], ", ".join(rest[1:])
    _terms(opening, block.text)
    return opening


def _link(block: Block) -> str:
    return next((address for _, address in block.links if address.startswith(("http://", "https://"))), "")


def job_ids(found: Sequence[Opening]) -> Iterator[str]:
    """An id for each: employer and title; a number tells equal ones apart."""
    counts: dict[str, int] = {}
    for opening in found:
        words = slug(f"{opening.employer} {opening.title}", fallback="job").replace("-", " ")
        name = slug(cut(words, _LONGEST_ID))
        counts[name] = counts.get(name, 0) + 1
        yield name if counts[name] == 1 else f"{name}-{counts[name]}"
