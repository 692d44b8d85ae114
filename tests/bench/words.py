"""The words of a `Document` as plain nested data, so that other typesetters can set the same guide.

Comes in: a `Document`. Goes out: a list of sections, each a list of headings, paragraphs, lists, term lists and
tables, that JSON can hold. Refuses: nothing; a block that it does not know gives its words as a list.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from guidebuild.compose import document as d

Part = dict[str, Any]


def sections(document: d.Document) -> list[Part]:
    """Every section with its title and its parts in reading order."""
    return [
        {
            "title": section.title or section.name,
            "parts": [part for block in section.blocks for part in parts(block)],
        }
        for section in document.sections
    ]


def parts(block: d.Block) -> Iterator[Part]:
    """A block as headings, paragraphs, lists, terms and tables."""
    match block:
        case d.Heading():
            yield {"kind": "heading", "text": block.text}
        case d.Paragraph():
            yield {"kind": "paragraph", "text": text(block.text)}
        case d.Table():
            yield table(block)
        case d.Definitions() | d.Pairs() | d.Duties():
            yield {"kind": "terms", "items": [[name, text(words)] for name, words in block.items]}
        case d.Figure():
            yield {"kind": "paragraph", "text": block.alt}
            yield {"kind": "paragraph", "text": text(block.caption)}
        case d.Toc():
            for part in block.parts:
                yield {"kind": "list", "items": [f"{entry.title}: {entry.blurb}" for entry in part.entries]}
        case d.SelfCheckTable():
            rows = [[row.left, row.right] for row in block.rows]
            yield {"kind": "table", "head": [*block.titles, ""][:2], "rows": rows}
        case d.Rings():
            return
        case _:
            yield {"kind": "list", "items": list(words(block))}


def table(block: d.Table) -> Part:
    """Merged cells are repeated: simple tables are what every typesetter has."""
    rows = []
    for group in block.groups:
        for row in group.rows:
            cells = [text(cell.text) for cell in row.cells for _ in range(cell.span)]
            rows.append([row.label or group.label, *cells])
    width = 1 + len(block.columns)
    rows = [(row + [""] * width)[:width] for row in rows]
    return {
        "kind": "table",
        "head": [block.corner, *(column.label for column in block.columns)],
        "rows": rows,
    }


def text(runs: d.Text) -> str:
    return "".join(run.text if isinstance(run, d.Run) else "0" for run in runs)


def words(value: object) -> Iterator[str]:
    """All the words in a node, field by field; runs of one text stay together."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple) and value and all(isinstance(item, d.Run | d.PageRef) for item in value):
        yield text(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, d.Range):
        for field in dataclasses.fields(value):
            if field.name not in {"id", "slot", "place", "key"}:
                yield from words(getattr(value, field.name))


def numbered(value: Any, number: int) -> Any:
    """The same data with a number after each text, so that nothing can be remembered from another run."""
    if isinstance(value, str):
        return f"{value} {number}"
    if isinstance(value, list):
        return [numbered(item, number) for item in value]
    return {key: item if key == "kind" else numbered(item, number) for key, item in value.items()}
