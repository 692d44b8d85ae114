"""HTML to blocks.

Comes in: the text of an HTML page. Goes out: a `Page`: its blocks, and the title, address, publisher and date that its
head names. Refuses: to run or fetch anything. Scripts, styles and comments are no words of the page; menus, forms,
footers and boxes that their class names as advertising, sharing and the like become blocks marked as debris.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.importers.kinds.article.page.block import Block, Page, numbered
from guidebuild.importers.kinds.article.page.lines import BULLET, NUMBER, text_blocks
from guidebuild.importers.kinds.article.page.tree import DEEPEST, UNSEEN, Tree, visible

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_FURNITURE = {
    "nav": "a menu", "footer": "the foot of the page", "aside": "a box beside the text", "form": "a form",
    "button": "a button", "dialog": "a dialogue", "figcaption": "the caption of a picture",
}  # fmt: skip
_BLOCK_NAMES = """address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6
    header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CLASSES = re.compile(
    r"(?:^|[\s_-])(share|sharing|social|cookies?|consent|gdpr|newsletter|subscribe|subscription|signup|related|"
    r"recommended|recirc|breadcrumbs?|advert|advertisement|ads?|sponsored|promo|banner|popup|modal|comments?|disqus|"
    r"sidebar|menu|navbar|nav|toc|author-?(?:box|bio|card)|byline|post-?meta|tags?|footer|pagination|skip-?link|"
    r"screen-reader-text|sr-only|visually-?hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_JOBS = re.compile(r"(?:^|[\s_-])(jobs?|vacanc(?:y|ies)|openings?)(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_META = {
    "og:title": "title", "og:site_name": "publisher", "og:url": "url", "article:published_time": "date",
    "citation_publication_date": "date", "dc.date": "date", "dc.publisher": "publisher", "date": "date",
    "description": "description", "og:description": "description",
}  # fmt: skip


def html_page(text: str) -> Page:
    """The blocks of a page."""
    import lxml.html  # type: ignore[import-untyped]
    from lxml import etree

    if not text.strip():
        return Page(())
    # A declaration of an encoding in a text that is decoded already is refused by the parser.
    text = re.sub(r"\A(\s*)<\?xml[^>]{0,200}\?>", r"\1", text).replace("\0", " ")
    parser = lxml.html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return Page(())
    tree = Tree(root)
    notes: tuple[Diagnostic, ...] = ()
    if tree.deepest >= DEEPEST:
        message = "the page is nested so deeply that its innermost parts could not be read"
        notes = (Diagnostic("warning", "nested-too-deeply", message, Span("")),)
    return Page(numbered(_Walk(tree).blocks()), _said(root), notes)


def _said(root: HtmlElement) -> dict[str, str]:
    """What the head of the page says about it."""
    said: dict[str, str] = {}
    for element in root.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical" and element.get("href"):
            said["url"] = element.get("href", "").strip()
    for element in root.iter("meta"):
        key = _META.get((element.get("property") or element.get("name") or "").casefold())
        if key and (element.get("content") or "").strip():
            said.setdefault(key, " ".join(element.get("content", "").split()))
    for element in root.iter("title"):
        said.setdefault("title", " ".join((element.text or "").split()))
        break
    for element in root.iter("time"):
        if element.get("datetime"):
            said.setdefault("date", element.get("datetime", ""))
            break
    return {key: value for key, value in said.items() if value}


class _Walk:
    """Goes through the elements in order, without recursion, gathering words until a block begins or ends."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.words: list[str] = []
        self.blank = True
        self.line = 1
        self.strong = ""
        self.strong_at = -1
        self.links: list[tuple[str, str]] = []
        self.href: tuple[int, str] | None = None
        self.linked = 0  # how many words there were where the last link ended
        self.lists: list[bool] = []
        self.heading = 0
        self.item = False  # inside an item of a list
        self.fresh = False  # no words of that item yet
        self.cells: list[str] | None = None
        self.header_cells = 0
        self.table = 0
        self.layout: list[bool] = []
        self.inside = tree.main is None

    def blocks(self) -> Iterator[Block]:
        held: Block | None = None
        for block in self._all():
            if block.level == -1 and held and held.kind == "item":
                between = " " if held.text.endswith((".", ":", "!", "?")) else ": "
                strong = held.strong or ("" if between == " " else held.text)
                held = replace(
                    held, text=held.text + between + block.text, strong=strong, links=held.links + block.links
                )
                continue
            if held:
                yield held
            held = replace(block, level=max(block.level, 0))
        if held:
            yield held

    def _all(self) -> Iterator[Block]:
        from lxml import etree

        walker = etree.iterwalk(self.tree.root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                reason = self._reason(element, tag)
                if reason is not None:
                    walker.skip_subtree()
                    skipped = element
                    if reason:
                        yield from self._flush()
                        yield from self._debris(element, reason)
                    continue
                yield from self._start(element, tag)
            else:
                if element is skipped:
                    skipped = None
                else:
                    yield from self._end(element, tag)
                self._add(element.tail, element)
        yield from self._flush()

    def _reason(self, element: HtmlElement, tag: str) -> str | None:
        """None to go on, "" to leave out what nobody sees, else why it is debris."""
        if tag in UNSEEN:
            return ""
        if element is self.tree.main:
            return None
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _JOBS.search(names):
            return None
        reason = "hidden" if hidden else _FURNITURE.get(tag, "")
        if not reason and tag in _BLOCKS | {"span", "a"} and tag not in ("html", "body"):
            found = _CLASSES.search(names)
            reason = f"a part of the page called '{found[1].lower()}'" if found else ""
        return None if not reason or self.tree.holds_the_article(element) else reason

    def _debris(self, element: HtmlElement, reason: str) -> Iterator[Block]:
        text = " ".join(" ".join(visible(element)).split())
        if text:
            line = element.sourceline or 1
            last = max((child.sourceline or line for child in element.iter()), default=line)
            yield Block(0, "text", text, line, max(line, last), debris=reason)

    # Elements

    def _start(self, element: HtmlElement, tag: str) -> Iterator[Block]:
        if tag in _BLOCKS:
            yield from self._flush()
        if element is self.tree.main:
            self.inside = True
        if tag in ("ul", "ol"):
            self.lists.append(tag == "ol")
        elif tag == "li":
            self.item = self.fresh = True
        elif tag[:1] == "h" and tag[1:].isdigit():
            self.heading = int(tag[1:])
        elif tag in ("dt", "summary"):
            self.heading = 6
        elif tag == "table":
            self.layout.append(_is_layout(element))
            self.table += 1
        elif tag == "tr" and not self._in_layout():
            self.cells, self.header_cells = [], 0
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append("")
            self.header_cells += tag == "th"
        elif tag == "br":
            self._put("\n")
        elif tag in ("b", "strong") and self.blank:
            self.strong_at = len(self.words)
        elif tag == "a" and self.linked == len(self.words) > 0:
            self._put(" ")  # two links side by side are two words
        if tag == "a" and element.get("href"):
            self.href = (len(self.words), element.get("href", "").strip())
        self._add(element.text, element)

    def _end(self, element: HtmlElement, tag: str) -> Iterator[Block]:
        if tag in ("b", "strong") and self.strong_at >= 0:
            self.strong = "".join(self.words[self.strong_at :]).strip()
            self.strong_at = -1
        if tag == "a":
            self.linked = len(self.words)
        if tag == "a" and self.href:
            words = " ".join("".join(self.words[self.href[0] :]).split())
            self.links.append((words, self.href[1]))
            self.href = None
        if tag not in _BLOCKS:
            return
        yield from self._flush()
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.item = bool(self.lists)
        elif tag == "li":
            self.fresh = False
            self.item = False
        elif (tag[:1] == "h" and tag[1:].isdigit()) or tag in ("dt", "summary"):
            self.heading = 0
        elif tag == "table":
            self.layout.pop()
        elif tag == "tr" and self.cells is not None:
            yield from self._row(element)
        if element is self.tree.main:
            self.inside = False

    def _in_layout(self) -> bool:
        return not self.layout or self.layout[-1]

    def _row(self, element: HtmlElement) -> Iterator[Block]:
        cells, self.cells = tuple(self.cells or ()), None
        line = element.sourceline or 1
        head = self.header_cells == len(cells) or (
            element.getparent() is not None and element.getparent().tag == "thead"
        )
        last = max((child.sourceline or line for child in element.iter()), default=line)
        yield self._marked(
            Block(0, "row", "", line, max(line, last), cells=cells, table=self.table, head=head)
        )

    def _add(self, words: str | None, element: HtmlElement) -> None:
        if not words:
            return
        if self.blank and words.strip():
            before = len(words) - len(words.lstrip())
            self.line = (element.sourceline or 1) + words[:before].count("\n")
        self._put(words.replace("\n", " "))

    def _put(self, words: str) -> None:
        self.words.append(words)
        self.blank = self.blank and not words.strip()

    def _flush(self) -> Iterator[Block]:
        """The words gathered so far, as a block of the kind that the open elements make of them."""
        text = _BLANKS.sub(" ", "".join(self.words))
        text = "\n".join(line.strip() for line in text.split("\n")).strip()
        strong, links = " ".join(self.strong.split()), tuple(self.links)
        self.words, self.blank, self.strong, self.strong_at, self.links, self.href = (
            [],
            True,
            "",
            -1,
            [],
            None,
        )
        if not text:
            return
        if self.cells is not None and self.cells:
            joined = text.replace("\n", "; ")
            self.cells[-1] = f"{self.cells[-1]}; {joined}" if self.cells[-1] else joined
            return
        for block in self._made(text, strong, links):
            yield self._marked(block)

    def _made(self, text: str, strong: str, links: tuple[tuple[str, str], ...]) -> Iterator[Block]:
        line = self.line
        flat = " ".join(text.split())
        if self.heading:
            yield Block(0, "heading", flat, line, line, self.heading, links=links)
        elif self.item:
            level = max(len(self.lists) - 1, 0) if self.fresh else -1
            ordered = bool(self.lists and self.lists[-1])
            self.fresh = False
            yield Block(0, "item", flat, line, line, level, ordered, strong, links=links)
        elif "\n" in text or BULLET.match(text) or NUMBER.match(text):
            for number, block in enumerate(text_blocks(text)):
                yield replace(
                    block,
                    line=line,
                    last=line,
                    strong="" if number else strong,
                    links=() if number else links,
                )
        else:
            yield Block(0, "text", flat, line, line, strong=strong, links=links)

    def _marked(self, block: Block) -> Block:
        """What stands around the article proper is marked, but for a heading that may be its title."""
        if self.inside or (block.kind == "heading" and block.level == 1):
            return block
        return replace(block, debris="the page around the article")


def _is_layout(table: HtmlElement) -> bool:
    """Tables that hold headings or other tables, or that have one column, are there for the look of the page."""
    if any(next(table.iterdescendants(tag), None) is not None for tag in ("h1", "h2", "h3", "table")):
        return True
    return all(sum(cell.tag in ("td", "th") for cell in row) < 2 for row in table.iter("tr"))
