"""Addresses for paper: where words are only a link, the short address is printed after them.

Comes in: inline text. Goes out: the same with "(example.org/fair)" after every linked stretch whose words are not the
address itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from guidebuild.compose.document import PageRef, Run, Text
from guidebuild.words.numbers import short_address


def with_addresses(text: Text) -> Text:
    """Runs and page references in their order; the addresses are part of the links they belong to."""
    return tuple(_spelt_out(text))


def _spelt_out(text: Text) -> Iterator[Run | PageRef]:
    for link, group in groupby(text, key=lambda piece: piece.link if isinstance(piece, Run) else ""):
        runs = list(group)
        if not link or is_said("".join(run.text for run in runs if isinstance(run, Run)), link):
            yield from runs
            continue
        *rest, last = runs
        assert isinstance(last, Run)
        words = last.text.rstrip()
        yield from rest
        yield replace(last, text=words)
        yield Run(f" ({short_address(link)}){last.text[len(words) :]}", link=link)


def is_said(words: str, link: str) -> bool:
    """Whether the words are the address, in its full or its short form."""
    shown = short_address(words.strip()).removeprefix("www.")
    if link.startswith("tel:"):
        return _digits(shown) == _digits(link)
    return shown.casefold() == short_address(link).removeprefix("www.").casefold()


def _digits(number: str) -> str:
    return re.sub(r"\(0\)|[^+\d]", "", number)
