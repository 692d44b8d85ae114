"""The colours that a PDF's pages set, read operator by operator from pages, forms and patterns.

`colour_operators(pdf)` gives the names of all operators that set a colour, and what each was given.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any

import pikepdf

SETTERS = frozenset(["g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"])


def colour_operators(data: bytes) -> Counter[tuple[str, tuple[float | str, ...]]]:
    """(operator, operands) and how often it stands in the file; inline images count as operator "BI"."""
    found: Counter[tuple[str, tuple[float | str, ...]]] = Counter()
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            _read(page, page.obj.get("/Resources", {}), found)
    return found


def image_spaces(data: bytes) -> set[str]:
    """The colour spaces of all images."""
    with pikepdf.open(BytesIO(data)) as pdf:
        things = [thing for page in pdf.pages for thing in page.obj.Resources.get("/XObject", {}).values()]
        return {str(thing.ColorSpace) for thing in things if thing.get("/Subtype") == "/Image"}


def _read(stream: Any, resources: Any, found: Counter[tuple[str, tuple[float | str, ...]]]) -> None:
    for step in pikepdf.parse_content_stream(stream):
        operands, name = step.operands, str(step.operator)
        if name in SETTERS or name in ("BI", "INLINE IMAGE"):
            values = tuple(str(one) if isinstance(one, pikepdf.Name) else float(one) for one in operands)
            found[name, values] += 1
    inner = [thing for thing in resources.get("/XObject", {}).values() if thing.get("/Subtype") == "/Form"]
    inner += [thing for thing in resources.get("/Pattern", {}).values() if thing.get("/PatternType") == 1]
    for thing in inner:
        _read(thing, thing.get("/Resources", {}), found)
