"""Values as YAML that people like to read, in the look of the content that ships with the program.

Comes in: texts, numbers, switches, dates, None, lists and mappings. Goes out: lines of YAML: short lists and mappings
on one line ([a, b]), long prose folded (>-), paragraphs as they are (|-), and in quotes whatever YAML would read as
something else (no, 2024-01-01, 1e3). What it writes, `yamlfile.tree` reads back as it was.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from guidebuild.yamlfile.scalars import scalar

WIDTH = 120
SHORT_ITEM, SHORT_VALUE = 40, 60
"""How long the texts of a list and of a mapping on one line may be."""

_SPECIAL_START = tuple("-?:,[]{}#&*!|>'\"%@`=~<")
_FLOW_SPECIAL = re.compile(r"[,\[\]{}:?]")
_MISREAD = re.compile(r": |:\t| #|\t#|:$")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\xa0": "\\_"}
_SPACE = re.compile(r"\s")
_UNRULY = re.compile(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\xa0\ufeff]| (?=\n)|(?<=\n) ")
_OTHERS_READ = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class Raw(str):
    """The very characters of a value in an author's file, to be written again as they are."""

    __slots__ = ()


class Spread(dict[str, Any]):
    """A mapping to be written with a line for each key, however short it is."""


def mapping_lines(mapping: Mapping[str, Any], column: int) -> list[str]:
    """Keys and values, one below the other, the keys at a column."""
    lines: list[str] = []
    for key, value in mapping.items():
        lines += key_lines(key, value, column)
    return lines


def key_lines(key: str, value: Any, column: int) -> list[str]:
    """A key and its value."""
    head = " " * column + _key(key) + ":"
    first, *rest = value_lines(value, column, len(head) + 1)
    return [f"{head} {first}" if first else head, *rest]


def item_lines(item: Any, column: int) -> list[str]:
    """An item of a list, its dash at a column."""
    head = " " * column + "- "
    if isinstance(item, Mapping) and item:
        if short := _on_one_line(item, column + 2, nested=True):
            return [head + short]
        first, *rest = mapping_lines(item, column + 2)
        return [head + first.lstrip(" "), *rest]
    if _is_list(item):
        return [head + inline(item)]
    first, *rest = value_lines(item, column, column + 2, nested=True)
    return [head + first, *rest]


def commented(lines: list[str], comment: str, column: int, *, above: bool = False) -> list[str]:
    """The lines with a comment: behind a single line that has room for it, else above."""
    if not comment:
        return lines
    if not above and len(lines) == 1 and len(lines[0]) + len(comment) + 4 <= WIDTH:
        return [f"{lines[0]}  # {comment}"]
    return [" " * column + f"# {comment}", *lines]


def value_lines(value: Any, column: int, start: int, *, nested: bool = False) -> list[str]:
    """A value: what follows on the line that begins at a column and is full up to `start`, and the lines below it."""
    if isinstance(value, Mapping):
        if short := _on_one_line(value, start, nested=nested):
            return [short]
        return ["", *mapping_lines(value, column + 2)]
    if _is_list(value):
        return _list_lines(value, column, start)
    if isinstance(value, str) and not isinstance(value, Raw):
        return _text_lines(value, column, start)
    return [inline(value)]


def inline(value: Any) -> str:
    """A value on one line, as it may also stand in brackets."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, str):
        return value if _is_plain(value) and not _FLOW_SPECIAL.search(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {inline(part)}" for key, part in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return _other(value)


@lru_cache(maxsize=1_000)
def _key(key: str) -> str:
    return key if key.isidentifier() and isinstance(scalar(key), str) else inline(key)


def _other(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        digits = repr(value)
        return digits if "." in digits else digits.replace("e", ".0e")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _is_list(value: Any) -> bool:
    return not isinstance(value, str) and isinstance(value, Sequence)


def _on_one_line(mapping: Mapping[str, Any], start: int, *, nested: bool) -> str:
    """A mapping on one line if it reads well there, else "". As an item it may hold short lists, and has two keys or
    more."""
    if isinstance(mapping, Spread):
        return ""
    lists = [value for value in mapping.values() if _is_list(value)]
    if (lists and not nested) or (nested and not lists and len(mapping) == 1):
        return ""
    texts = [text for value in mapping.values() for text in (value if _is_list(value) else [value])]
    if not all(_is_brief(text) if isinstance(text, str) else _is_single(text) for text in texts):
        return ""
    line = inline(mapping)
    return line if start + len(line) <= WIDTH else ""


def _is_brief(text: str) -> bool:
    return len(text) <= SHORT_VALUE and "\n" not in text


def _is_single(value: Any) -> bool:
    """Whether a value that is no text holds no others: a number, a switch, a day."""
    return not isinstance(value, Mapping) and not _is_list(value)


def _list_lines(items: Sequence[Any], column: int, start: int) -> list[str]:
    simple = not any(isinstance(item, Mapping) or _is_list(item) for item in items)
    if simple and not any(_SPACE.search(str(item)) for item in items):
        return _wrapped(items, start)
    short = all(len(str(item)) <= SHORT_ITEM and "\n" not in str(item) for item in items)
    if simple and short and start + len(inline(items)) <= WIDTH:
        return [inline(items)]
    return ["", *(line for item in items for line in item_lines(item, column + 2))]


def _wrapped(items: Sequence[Any], start: int) -> list[str]:
    """Numbers and ids in brackets, on as many lines as they need."""
    lines = ["["]
    for index, item in enumerate(items):
        word = inline(item) + ("," if index < len(items) - 1 else "")
        room = WIDTH - 1 - (start if len(lines) == 1 else 0)
        if index and len(lines[-1]) + 1 + len(word) > room:
            lines.append(" " * (start + 1) + word)
        else:
            lines[-1] += f" {word}" if index else word
    lines[-1] += "]"
    return lines


def _text_lines(text: str, column: int, start: int) -> list[str]:
    margin = " " * (column + 2)
    if not _UNRULY.search(text) and text == text.strip() and text:
        if "\n" in text:
            return ["|-", *(margin + line if line else "" for line in text.split("\n"))]
        plain = text if _is_plain(text) else _quoted(text)
        if start + len(plain) > WIDTH and (lines := _folded(text, WIDTH - len(margin))):
            return [">-", *(margin + line for line in lines)]
        return [plain]
    return [text if _is_plain(text) else _quoted(text)]


def _folded(text: str, width: int) -> list[str]:
    """The lines of a paragraph, broken only where a fold gives the one space back that it took."""
    lines, line = [], ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if lines or len(line) <= width else []


@lru_cache(maxsize=20_000)  # labels come again in many roles, and in the record of each
def _is_plain(text: str) -> bool:
    """Whether a text may stand without quotes and be the same text to every reader of YAML."""
    if not text or text != text.strip() or not text.isprintable():
        return False
    if text.startswith(_SPECIAL_START) or _MISREAD.search(text):
        return False
    if text.casefold() in _OTHERS_READ or not isinstance(scalar(text), str):
        return False
    return not _is_number(text)


def _is_number(text: str) -> bool:
    try:
        float(text.replace("_", ""))
    except ValueError:
        return text[:2].casefold() in {"0x", "0o", "0b"}
    return True


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
