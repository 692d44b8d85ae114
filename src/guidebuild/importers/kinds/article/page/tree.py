"""What a page of HTML is made of: where its words are, and which element is the article.

Comes in: the root element of a page. Goes out: a `Tree`. Refuses: to walk anything twice; a page may be large, nested
two thousand elements deep and hostile.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNSEEN_NAMES = """script style template head noscript svg math canvas iframe object embed audio video map input
    textarea select option datalist link meta"""
UNSEEN = frozenset(_UNSEEN_NAMES.split())
DEEPEST = 2_040
"""Where the parser (libxml2) gives up is 2,048 elements deep."""
MOST_OF_IT = 0.4  # a box that holds so much of the text is no debris, whatever its class says
_MAINS = ("article", "main")


class Tree:
    """The elements with the number of characters that each shows; `main` is the one that says it is the article."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._kept = list(root.iter())  # as long as these are held, every element keeps its identity
        self._weights: dict[int, int] = {}
        self.deepest = 0
        self._weigh()
        self.total = max(1, self._weights[id(root)])
        self.main = self._main_part()
        self._holders = {
            id(above) for element in self._titles() for above in (element, *element.iterancestors())
        }

    def _weigh(self) -> None:
        from lxml import etree  # type: ignore[import-untyped]

        open_: list[int] = []
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                unseen = element.tag in UNSEEN
                if unseen:
                    walker.skip_subtree()
                open_.append(0 if unseen else len((element.text or "").strip()))
                self.deepest = max(self.deepest, len(open_))
            else:
                weight = self._weights[id(element)] = open_.pop()
                if open_:
                    open_[-1] += weight + len((element.tail or "").strip())

    def weight(self, element: HtmlElement) -> int:
        return self._weights.get(id(element), 0)

    def holds_the_article(self, element: HtmlElement) -> bool:
        """Whether the article, its title or most of the words are inside."""
        return id(element) in self._holders or self.weight(element) > MOST_OF_IT * self.total

    def _titles(self) -> Iterator[HtmlElement]:
        yield from self.root.iter("h1")
        if self.main is not None:
            yield self.main

    def _main_part(self) -> HtmlElement | None:
        """The element that says it is the article, if it holds a good part of the words; the largest of such."""
        found = [e for e in self._kept if e.tag in _MAINS or (e.tag == "div" and e.get("role") == "main")]
        heaviest = max(found, key=self.weight, default=None)
        return heaviest if heaviest is not None and self.weight(heaviest) >= MOST_OF_IT * self.total else None


def visible(element: HtmlElement) -> Iterator[str]:
    """The words of an element that are shown."""
    from lxml import etree

    walker = etree.iterwalk(element, events=("start", "end"))
    for event, child in walker:
        if event == "start":
            if child.tag in UNSEEN:
                walker.skip_subtree()
            else:
                yield child.text or ""
        elif child is not element:
            yield child.tail or ""
