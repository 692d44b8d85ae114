"""JobPostings that a page marks up as microdata (https://html.spec.whatwg.org/multipage/microdata.html).

Comes in: the text of a page. Goes out: each posting as a `Node`, as if it stood there as JSON-LD.
What is marked up otherwise is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guidebuild.importers.kinds.jobs.jsonld import DEPTH, Node

_POSTING = "schema.org/jobposting"
_ATTRIBUTES = {
    "meta": "content", "a": "href", "link": "href", "area": "href", "time": "datetime", "data": "value",
    "meter": "value", "img": "src",
}  # fmt: skip
"""Where elements other than text hold their value; without it, their text counts."""


def nodes_in(text: str) -> Iterator[Node]:
    """The postings in the order of the page."""
    import lxml.html  # type: ignore[import-untyped]

    page = lxml.html.fromstring(text or "<p></p>", parser=lxml.html.HTMLParser(huge_tree=False))
    for element in page.iter():
        if isinstance(element.tag, str) and _type(element).endswith(_POSTING):
            yield Node(_properties(element, 0), element.sourceline or 1, {})


def _type(element: Any) -> str:
    return str(element.get("itemtype", "")).strip().rstrip("/").casefold()


def _properties(item: Any, depth: int) -> dict[str, Any]:
    """The properties of an item; one that stands several times is a list."""
    found: dict[str, Any] = {"@type": _type(item).rpartition("/")[2]}
    for element in _elements(item):
        value = _value(element, depth)
        for name in element.get("itemprop", "").split():
            if name in found:
                several = found[name] if isinstance(found[name], list) else [found[name]]
                found[name] = [*several, value]
            else:
                found[name] = value
    return found


def _elements(item: Any) -> Iterator[Any]:
    """The elements with properties of this item, without those of items inside it."""
    waiting = list(reversed(item))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        if element.get("itemprop"):
            yield element
        if element.get("itemscope") is None:
            waiting += reversed(element)


def _value(element: Any, depth: int) -> Any:
    if element.get("itemscope") is not None and depth < DEPTH:
        return _properties(element, depth + 1)
    written = element.get("content") or element.get(_ATTRIBUTES.get(element.tag, "content"), "")
    return written or " ".join(element.text_content().split())
