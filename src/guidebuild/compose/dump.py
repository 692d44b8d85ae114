"""A document as readable text, one line per node; and the words that a reader reads.

Comes in: a document or a section. Goes out: text for goldens and for looking at the stage
by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from guidebuild.compose.document import Block, Document, Figure, PageRef, Run, Section

_UNREAD = frozenset(
    {
        "id",
        "slot",
        "place",
        "key",
        "level",
        "link",
        "url",
        "tracked",
        "target",
        "style",
        "form",
        "to_target",
        "align",
    }
)
_SPOKEN = frozenset({"first", "groups"})  # of a figure: they stand in for it


def dump(document: Document) -> str:
    """The whole document: id, slot, type and words of every node, children indented."""
    lines = [
        f"document {document.title!r} [{document.language}] {document.date}",
        f"  subtitle: {document.subtitle}",
        f"  author: {document.author}; keywords: {', '.join(document.keywords)}",
        f"  header: {document.header}; foot: {document.foot}",
        *(f"  word {key}: {value}" for key, value in sorted(document.words.items())),
        *(f"  role {role.id}: {role.title} / {role.short}" for role in document.roles),
    ]
    for section in document.sections:
        tab = f" tab {section.tab}" if section.tab else ""
        colour = "" if section.role is None else f" role {section.role}"
        lines.append(f"{section.id} [{section.kind}]{tab}{colour} {section.name}: {section.title}")
        for block in section.blocks:
            lines += _node("", block, 1)
    return "\n".join(lines) + "\n"


def _node(name: str, value: Any, depth: int) -> Iterator[str]:
    """A node with its own plain values on its line and its children beneath."""
    head = "  " * depth + (f"{name}: " if name else "")
    if isinstance(value, Block):
        head += f"{value.id} [{value.slot}] "
    own, children = [], []
    for field in fields(value):
        entry = getattr(value, field.name)
        empty = entry is None or (field.name != "role" and entry in ("", (), 0))
        if empty or field.name in ("id", "slot", "place", "key"):
            continue
        if _is_text(entry):
            own.append(f"{field.name}={_words(entry)}")
        elif is_dataclass(entry) or _has_nodes(entry):
            children.append((field.name, entry))
        else:
            own.append(f"{field.name}={_plain(entry)}")
    yield f"{head}{type(value).__name__} {' | '.join(own)}".rstrip()
    for child_name, child in children:
        for entry in child if isinstance(child, tuple) else (child,):
            if is_dataclass(entry):
                yield from _node(child_name, entry, depth + 1)
            else:
                yield "  " * (depth + 1) + f"{child_name}: {_plain(entry)}"


def _is_text(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(part, Run | PageRef) for part in value)


def _has_nodes(value: Any) -> bool:
    return isinstance(value, tuple) and any(is_dataclass(x) or isinstance(x, tuple) for x in value)


def _plain(value: Any) -> str:
    if _is_text(value):
        return _words(value)
    if isinstance(value, tuple):
        return "(" + ", ".join(_plain(entry) for entry in value) + ")"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _words(text: tuple[Run | PageRef, ...]) -> str:
    """The words with their style: **bold**, *italic*, `code`, [link](address), {page reference}."""
    return "".join(_run(part) if isinstance(part, Run) else _ref(part) for part in text)


def _run(run: Run) -> str:
    words = f"`{run.text}`" if run.code else run.text
    words = f"*{words}*" if run.italic else words
    words = f"**{words}**" if run.bold else words
    return f"[{words}]({run.link})" if run.link else words


def _ref(ref: PageRef) -> str:
    end = f"..{ref.to_target}" if ref.to_target else ""
    return "{" + f"{ref.form} {ref.target}{end}" + "}"


def texts(node: Any) -> Iterator[str]:
    """Every word of a node that can be read, in order. What stands in for a figure is left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for entry in node:
            yield from texts(entry)
    elif is_dataclass(node):
        for field in fields(node):
            if field.name not in _UNREAD and not (isinstance(node, Figure) and field.name in _SPOKEN):
                yield from texts(getattr(node, field.name))


def word_count(section: Section) -> int:
    """How many words a section holds."""
    return sum(len(words.split()) for words in texts((section.title, section.blocks)))
