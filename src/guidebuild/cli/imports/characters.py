"""Characters of what is imported that a guide cannot print, told while the source is at hand.

Comes in: the entries of a draft, and the folder of the project. Goes out: a warning for each kind: letters that were
lost before ("�"), writing that cannot be set yet, and characters that the fonts of the project's brand do not have.
The words are imported as they are, and a build refuses them at their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guidebuild.diagnostics import Diagnostic, GuideError, Span

if TYPE_CHECKING:
    from guidebuild.brand.theme import Theme
    from guidebuild.importers.draft import Entry

LOST = "\ufffd"
_PLACE = re.compile(r"(.+?):(\d+)(?::(\d+))?\Z")
_SHOWN = 5
_EVERYWHERE = str.maketrans("", "", "…–’")
"""Signs that every guide has, whatever is imported; a build tells where a brand lacks them, without loading it here."""


def told_of_characters(entries: Iterable[Entry], folder: Path) -> Iterator[Diagnostic]:
    """In the order of the entries; equal complaints are told once, with their number."""
    texts = [
        (span, text)
        for entry in entries
        for span, text in _texts(entry)
        if not text.isascii() and not text.translate(_EVERYWHERE).isascii()
    ]
    lost = [(span, text) for span, text in texts if LOST in text]
    if lost:
        yield _of_lost(lost)
    texts = [(span, text.replace(LOST, "")) for span, text in texts]
    theme = _theme(folder) if texts else None
    if theme is not None:
        from guidebuild import fonts
        from guidebuild.brand.families import supply

        yield from _counted(fonts.missing_characters(texts, theme.faces.of_text, supply))


def _texts(entry: Entry) -> Iterator[tuple[Span, str]]:
    from guidebuild.importers.merging.record import facts_of

    for fact in facts_of(entry.facts, ""):
        place = _PLACE.match(fact.at)
        span = Span(place[1], int(place[2]), int(place[3] or 1)) if place else Span(fact.at or entry.id)
        for text in _strings(fact.value):
            yield span, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from _strings(part)


def _of_lost(lost: Sequence[tuple[Span, str]]) -> Diagnostic:
    span, text = lost[0]
    at = text.index(LOST)
    near = " ".join(text[max(0, at - 20) : at + 20].split())
    places = "once" if len(lost) == 1 else f"in {len(lost):,} places"
    lines = ", ".join(dict.fromkeys(str(each.line) for each, _ in lost[:_SHOWN])) + (
        ", ..." if lost[_SHOWN:] else ""
    )
    word = "line" if len({each.line for each, _ in lost}) == 1 else "lines"
    message = f"a letter was lost before this file came here ('{LOST}', U+FFFD), {places} ({word} {lines}): '{near}'"
    hint = "look at the original, and write the letter into the file or into what was imported"
    return Diagnostic("warning", "damaged-character", message, span, (hint,))


def _theme(folder: Path) -> Theme | None:
    """The brand of the project; what is wrong with that is not asked here."""
    from guidebuild.build import Order, read
    from guidebuild.cache import Cache, default_folder

    home = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        _loaded, branded = read(
            Order(folder=home), progress=lambda _stage: None, cache=Cache(default_folder())
        )
    except GuideError:
        return None
    return branded.theme


def _counted(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each complaint once, as a warning: a build will refuse it."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for problem in problems:
        if problem.span and problem.span.file != "the brand":
            groups.setdefault((problem.code, problem.message), []).append(problem)
    for (_code, message), group in groups.items():
        more = f", in {len(group):,} places" if len(group) > 1 else ""
        yield replace(group[0], severity="warning", message=message + more)
