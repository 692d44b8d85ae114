"""The structure tree (ISO 32000-1, 14.7; ISO 14289-1, 7.1): who contains whom, in reading order.

Comes in: `Tag`s made by the layout, each with its parent. A tag joins its parent when something of it is first
painted, so that the tree follows the painting, which is the reading order. Goes out: PDF objects for the catalog. A tag
that nothing was painted for simply never appears (no empty elements).
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

Attrs = dict[str, str | int]
# Of a list whose labels are terms, titles or minutes: they follow no numbering, and "None" would say that there are no
# labels (ISO 32000-2, table 384; readers of PDF 1.7 pass over a value that they do not know).
TERMS: Attrs = {"ListNumbering": "Description"}
BOXES: Attrs = {"ListNumbering": "Square"}  # labels are boxes to tick


class Tag:
    """A structure element. `kind` is a standard type (P, H1, Table ...); `scope`, `span` and the like are attributes.

    `language` is that of its text where it is not the document's (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2).

    The kids are other tags, `Marked` pieces of page content and `Annotated` link annotations.
    """

    __slots__ = ("alt", "attrs", "bbox", "joined", "key", "kids", "kind", "language", "parent")

    def __init__(self, kind: str, parent: Tag | None, *, alt: str = "", attrs: Attrs | None = None) -> None:
        self.kind, self.parent, self.alt = kind, parent, alt
        self.attrs = attrs or {}
        self.kids: list[Tag | Marked | Annotated] = []
        self.bbox: tuple[float, float, float, float] | None = None
        self.joined = parent is None
        self.key = ""
        self.language = ""

    def join(self) -> None:
        """Take the next place among the parent's kids, once."""
        if self.joined:
            return
        self.joined = True
        assert self.parent is not None
        self.parent.join()
        self.parent.kids.append(self)


class Marked:
    """A marked-content sequence: the `mcid` on the page with index `page`."""

    __slots__ = ("mcid", "page")

    def __init__(self, page: int, mcid: int) -> None:
        self.page, self.mcid = page, mcid


class Annotated:
    """A link annotation, by the name of its object."""

    __slots__ = ("name", "page")

    def __init__(self, page: int, name: str) -> None:
        self.page, self.name = page, name


class _Raw(pdfdoc.PDFObject):
    """A PDF object that writes itself; ReportLab numbers it and keeps the reference."""

    __RefOnly__ = 1

    def __init__(self, write: Any) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:
        return self._write(document)  # type: ignore[no-any-return]


def text_string(words: str) -> str:
    """A PDF text string (ISO 32000-1, 7.9.2.2): UTF-16BE in hexadecimal, which needs no escapes."""
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"


class StructureWriter:
    """Turns the tree into objects of a ReportLab document."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.page_refs: list[Any] = []
        self.page_tags: list[list[Tag]] = []
        self.annotation_tags: list[tuple[int, Tag]] = []

    def ref(self, name: str) -> str:
        """`12 0 R` for a named object."""
        text = pdfdoc.PDFObjectReference(name).format(self.document)
        return text.decode("ascii") if isinstance(text, bytes) else str(text)

    def write(self, root: Tag) -> Any:
        """Register every element; returns the reference of the StructTreeRoot."""
        count = 0
        stack = [root]
        while stack:
            tag = stack.pop()
            tag.key = f"se{count}"
            count += 1
            stack.extend(kid for kid in reversed(tag.kids) if isinstance(kid, Tag))
            self.document.Reference(_Raw(lambda _doc, tag=tag: self._element(tag)), tag.key)
        tree = _Raw(lambda _doc: self._root(root))
        return self.document.Reference(tree, "StructTreeRoot")

    def _element(self, tag: Tag) -> bytes:
        parent = tag.parent.key if tag.parent else "StructTreeRoot"
        parts = [f"<< /S /{tag.kind} /P {self.ref(parent)}"]
        first = next((kid for kid in tag.kids if not isinstance(kid, Tag)), None)
        page = first.page if first else None
        if page is not None:
            parts.append(f"/Pg {self._page(page)}")
        if tag.language:
            parts.append(f"/Lang ({tag.language})")
        if tag.alt:
            parts.append(f"/Alt {text_string(tag.alt)}")
        if attributes := self._attributes(tag):
            parts.append(f"/A {attributes}")
        if tag.kids:
            parts.append("/K [" + " ".join(self._kid(kid, page) for kid in tag.kids) + "]")
        parts.append(">>")
        return " ".join(parts).encode("ascii")

    def _attributes(self, tag: Tag) -> str:
        owner = {"L": "List", "Figure": "Layout"}.get(tag.kind, "Table")
        inside = " ".join(f"/{k} /{v}" if isinstance(v, str) else f"/{k} {v}" for k, v in tag.attrs.items())
        if tag.bbox and tag.kind == "Figure":
            inside += " /Placement /Block /BBox [" + " ".join(f"{v:.2f}" for v in tag.bbox) + "]"
        return f"<< /O /{owner} {inside} >>" if inside else ""

    def _kid(self, kid: Tag | Marked | Annotated, page: int | None) -> str:
        if isinstance(kid, Tag):
            return self.ref(kid.key)
        if isinstance(kid, Marked):
            if kid.page == page:
                return str(kid.mcid)
            return f"<< /Type /MCR /Pg {self._page(kid.page)} /MCID {kid.mcid} >>"
        return f"<< /Type /OBJR /Pg {self._page(kid.page)} /Obj {self.ref(kid.name)} >>"

    def _page(self, index: int) -> str:
        return self.ref(self.page_refs[index])

    def _root(self, root: Tag) -> bytes:
        """StructTreeRoot with its ParentTree (14.7.4.4): pages by index, then annotations."""
        numbers = [
            f"{index} [" + " ".join(self.ref(tag.key) for tag in tags) + "]"
            for index, tags in enumerate(self.page_tags)
        ]
        numbers += [f"{key} {self.ref(tag.key)}" for key, tag in self.annotation_tags]
        following = self.annotation_tags[-1][0] + 1 if self.annotation_tags else len(self.page_tags)
        return (
            f"<< /Type /StructTreeRoot /K [{self.ref(root.key)}] "
            f"/ParentTree << /Nums [{' '.join(numbers)}] >> /ParentTreeNextKey {following} >>"
        ).encode("ascii")
