"""`Typeset`: what typeset hands to conform.

`pages` maps node ids to (first, last) page, counted from 1; `outline` is (title, level, page); `overflow` lists what
did not fit: a build with an entry fails.
`profile` is what the pages were made for; `press` says what a print shop needs to know: then the pages have no tags,
and bleed all around.
`left_out` lists what a layout of a fixed number of pages left out by its own rule, the first to go first; `uncoded`
the addresses that are printed without their QR code, each with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.brand.theme import Press
from guidebuild.edition import Edition
from guidebuild.typeset.complaints import Overflow, Uncoded


@dataclass(frozen=True, slots=True)
class Typeset:
    pdf: bytes
    page_count: int
    pages: dict[str, tuple[int, int]]
    outline: tuple[tuple[str, int, int], ...]
    overflow: tuple[Overflow, ...]
    title: str
    author: str
    language: str
    date: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    uncoded: tuple[Uncoded, ...] = ()
    profile: str = Edition().profile
    press: Press | None = None
