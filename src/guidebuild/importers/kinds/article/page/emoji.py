"""Small pictures (emoji) at the beginnings of lines: bullets, or ornament.

Comes in: the blocks of a page. Goes out: the same, without pictures around their words; lines that a picture marks as
points ("✅ SQL"), or that share it with a neighbour, are items of a list. Refuses: to touch the cells of tables, where
a tick says yes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guidebuild.importers.kinds.article.page.block import Block

_ONE = "[\u00a9\u00ae\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_SIGN = re.compile(rf"(?P<sign>{_ONE})[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*[ \t\u00a0]*")
_LEADING = re.compile(rf"(?:{_SIGN.pattern.replace('(?P<sign>', '(?:')})+")
_TRAILING = re.compile(rf"(?:\s*{_ONE}[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+\s*$")
_POINTERS = frozenset("👉👈👍👎🚫⛔✅☑✔✓❌✖✗✘❎➡→⇒➤➜▶►☛☞⭐★✨⚡📌📍💠🔘⚫⚪🟢🔴🔵🟡🟠🟣🟤🔺🔻📎")
_ARROWS = frozenset("→➡⇒➤➜▶►☞☛")  # within a line they lead from one thing to the next
_CROSSES = frozenset("❌✖✗✘❎👎🚫⛔")
_LEGAL = "©®"


def opening_picture(text: str) -> str:
    """The picture that a text opens with, or ""."""
    match = _SIGN.match(text)
    return match["sign"] if match and match["sign"] not in _LEGAL and match.end() < len(text) else ""


def without_pictures(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with pictures taken for what they are."""
    found: list[Block] = []
    for block, is_item in zip(blocks, _items(blocks), strict=True):
        if block.kind == "row" or block.debris:
            found.append(block)
        elif (is_item or block.kind == "item") and (parts := _in_one_line(block)):
            level = block.level if block.kind == "item" else 0
            found += [
                replace(block, kind="item", level=level, text=part, strong="", links=()) for part in parts
            ]
        else:
            text, strong = _bare(block.text), _bare(block.strong)
            kind = "item" if is_item and block.kind == "text" else block.kind
            crossed = opening_picture(block.text) in _CROSSES
            found.append(replace(block, kind=kind, text=text, strong=strong, crossed=crossed))
    return found


def _items(blocks: Sequence[Block]) -> list[bool]:
    """Which lines of text are points of a list."""
    signs = [opening_picture(block.text) if block.kind == "text" else "" for block in blocks]
    return [
        bool(sign) and (sign in _POINTERS or sign in (*signs[max(0, i - 1) : i], *signs[i + 1 : i + 2]))
        for i, sign in enumerate(signs)
    ]


def _in_one_line(block: Block) -> list[str]:
    """The points of "✅ SQL ✅ Python", or nothing; of an item the first sign is gone already."""
    sign, times = opening_picture(block.text), 2
    if block.kind == "item" and sign not in _POINTERS:
        sign, times = next((char for char in block.text if char in _POINTERS - _ARROWS), ""), 1
    if not sign or block.text.count(sign) < times:
        return []
    parts = [_bare(part.lstrip("\ufe0f")) for part in block.text.split(sign)]
    return [words.strip() for words in parts if re.search(r"\w", words)]


def _bare(text: str) -> str:
    """Without pictures at either end; what is nothing else stays."""
    start = _LEADING.match(text)
    bare = text[start.end() :] if start and not text.startswith(tuple(_LEGAL)) else text
    bare = _TRAILING.sub("", bare)
    return bare if re.search(r"\w", bare) else text
