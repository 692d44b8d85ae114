"""JobPosting nodes in JSON-LD, with their lines.

Comes in: the text of a JSON file, a file with a JSON value on each line, or HTML with scripts. Goes out: `Found`: the
nodes that are job postings, wherever they stand (lists, @graph, ItemList, nested), each with its line, and what could
not be read. Scripts are never run, and only those of JSON-LD are read.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from guidebuild.diagnostics import Diagnostic, Span

DEPTH = 200
_MOST_BROKEN = 20
_SCRIPT = re.compile(r"<!--|<script\b([^>]{0,2000})>", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s{0,5}=\s{0,5}[\"']?\s{0,5}application/ld\+json", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_WRAPPING = re.compile(
    r"\A\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*\Z"
)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\{', re.DOTALL)
_MICRODATA = re.compile(r"itemtype\s{0,5}=\s{0,5}[\"']?https?://schema\.org/JobPosting", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON-LD object, the line that it begins at, and the objects of its document by @id."""

    values: dict[str, Any]
    line: int
    ids: dict[str, dict[str, Any]]


@dataclass(slots=True)
class Found:
    """`scripts` counts the pieces of JSON-LD; `microdata` says that HTML marks postings up in another way.

    `documents` are the JSON values themselves, each with the lines of its objects by their identity.
    """

    name: str
    nodes: list[Node] = field(default_factory=list)
    broken: list[Diagnostic] = field(default_factory=list)
    scripts: int = 0
    microdata: bool = False
    documents: list[tuple[Any, dict[int, int]]] = field(default_factory=list)


def in_json(text: str, name: str) -> Found:
    """The postings of a JSON file, or of one with a value on each line."""
    found = Found(name)
    if "\n" in text.strip() and _many(text):
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                _read(line, number, found)
    else:
        _read(text, 1, found)
    return found


def in_html(text: str, name: str) -> Found:
    """The postings of the JSON-LD scripts of a page."""
    found = Found(name, microdata=_MICRODATA.search(text) is not None)
    lines = _Lines(text)
    for start, end in _scripts(text):
        _read(text[start:end], lines.of(start), found, column=start - text.rfind("\n", 0, start))
    return found


def _many(text: str) -> bool:
    """Whether it is a file of JSON lines: the first is whole, and another follows."""
    first, _, rest = text.strip().partition("\n")
    try:
        return isinstance(json.loads(first, strict=False), dict) and rest.lstrip().startswith("{")
    except (ValueError, RecursionError):
        return False


def _scripts(text: str) -> Iterator[tuple[int, int]]:
    """Where the content of each script of JSON-LD begins and ends; those in comments are none."""
    place = 0
    while tag := _SCRIPT.search(text, place):
        if tag[0] == "<!--":
            end = text.find("-->", tag.end())
            place = len(text) if end < 0 else end + 3
            continue
        close = _END.search(text, tag.end())
        end = close.start() if close else len(text)
        if _TYPE.search(tag[1]):
            yield tag.end(), end
        place = end


def _read(text: str, line: int, found: Found, column: int = 1) -> None:
    """Add the postings of one JSON value that begins at a line and column of the file."""
    found.scripts += 1
    bare = _unwrapped(text)
    try:
        value = json.loads(bare, strict=False)
    except json.JSONDecodeError as error:
        before = column - 1 if error.lineno == 1 else 0
        exact = error.lineno > 1 or bare == text  # what stood around it on its first line is not counted
        here = Span(found.name, line + error.lineno - 1, before + (error.colno if exact else 1))
        _complain(found, f"this JSON is broken: {error.msg[:1].lower()}{error.msg[1:]}", here)
        return
    except (RecursionError, ValueError):
        _complain(
            found, "this JSON is nested too deeply, or holds an enormous number", Span(found.name, line, 1)
        )
        return
    objects = list(_objects(value, 0))
    starts = _starts(text, line)
    found.documents.append((value, dict(zip(map(id, objects), starts, strict=False))))
    ids = {str(obj["@id"]): obj for obj in objects if isinstance(obj.get("@id"), str) and len(obj) > 1}
    for place, obj in enumerate(objects):
        if is_a(obj, "jobposting"):
            at = starts[place] if place < len(starts) else line
            found.nodes.append(Node({_local(key): val for key, val in obj.items()}, at, ids))


def _complain(found: Found, message: str, span: Span) -> None:
    if len(found.broken) < _MOST_BROKEN:
        hint = "save the page again, or mend it there; other postings of the file are read all the same"
        found.broken.append(Diagnostic("warning", "broken-json", message, span, (hint,)))


def _unwrapped(text: str) -> str:
    """Without the comment or CDATA section around it, with as many lines."""
    for _ in range(2):
        text = _WRAPPING.sub(lambda mark: "\n" * mark[0].count("\n"), text)
    return text.strip("\ufeff") or "null"


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object, in the order of their opening brackets."""
    if depth > DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _objects(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from _objects(part, depth + 1)


def _starts(text: str, line: int) -> list[int]:
    """The line of each opening bracket."""
    lines = _Lines(text)
    return [line - 1 + lines.of(token.start()) for token in _TOKEN.finditer(text) if token[0] == "{"]


def is_a(obj: dict[str, Any], kind: str) -> bool:
    """Whether a type of the object is that, written in any of the ways: "JobPosting", "http://schema.org/JobPosting"."""
    types = obj.get("@type", obj.get("type"))
    return any(
        isinstance(name, str) and _local(name).casefold() == kind
        for name in (types if isinstance(types, list) else [types])
    )


def _local(name: str) -> str:
    """A name without its vocabulary: "schema:title" and "https://schema.org/title" are "title"."""
    return name if name.startswith("@") else name.rpartition("/")[2].rpartition(":")[2]


class _Lines:
    """The line of each character of a text."""

    def __init__(self, text: str) -> None:
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def of(self, place: int) -> int:
        return bisect_right(self._breaks, place - 1) + 1
