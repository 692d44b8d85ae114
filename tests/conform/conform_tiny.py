"""A two-page tagged PDF as the typeset stage writes it: ReportLab's canvas, marks by hand, no platypus.

`tiny()` gives a `Typeset` whose file has every kind of element that a guide has (contents entry, headings,
paragraph, link, figure, table, list, artifact). `big(pages)` repeats the second page, for timing. Tests spoil
copies of the file with pikepdf to prove that each check can fail.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import rendercv_fonts
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from guidebuild.typeset.result import Typeset

FONT = "Tiny-Ubuntu"
WORDS = "A small guide"


class Element(pdfdoc.PDFObject):  # type: ignore[misc]
    """One structure element. `kids` holds elements, (page reference, MCID) pairs and annotations."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: Element | None, extra: str = "", **strings: str) -> None:
        self.tag, self.parent, self.extra, self.strings = tag, parent, extra, strings
        self.kids: list[object] = []
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        def ref(thing: object) -> str:
            return str(document.Reference(thing).format(document).decode())

        def kid(child: Any) -> str:
            if isinstance(child, Element):
                return ref(child)
            page, thing = child
            if isinstance(thing, int):
                return f"<</Type/MCR/Pg {page.format(document).decode()}/MCID {thing}>>"
            return f"<</Type/OBJR/Pg {page.format(document).decode()}/Obj {ref(thing)}>>"

        parts = ["/Type/StructElem", f"/S/{self.tag}"] if self.parent else ["/Type/StructTreeRoot"]
        if self.parent:
            parts.append(f"/P {ref(self.parent)}")
        parts.append("/K[" + " ".join(kid(child) for child in self.kids) + "]")
        for key, text in self.strings.items():
            parts.append(f"/{key} " + pdfdoc.PDFString(text).format(document).decode("latin-1"))
        return ("<<" + "".join(parts) + self.extra + ">>").encode("latin-1")


class Link(pdfdoc.PDFObject):  # type: ignore[misc]
    __RefOnly__ = 1

    def __init__(self, box: tuple[float, ...], key: int, words: str, target: Any) -> None:
        self.box, self.key, self.words, self.target = box, key, words, target

    def format(self, document: Any) -> bytes:
        rect = " ".join(f"{number:g}" for number in self.box)
        words = pdfdoc.PDFString(self.words).format(document)
        if isinstance(self.target, str):
            uri = pdfdoc.PDFString(self.target).format(document)
            aim = b"/A<</S/URI/URI " + uri + b">>"
        else:
            aim = b"/Dest " + self.target.format(document)
        head = f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{rect}]/StructParent {self.key}/Contents "
        return bytes(head.encode() + words + aim + b">>")


class Pen(Canvas):  # type: ignore[misc]
    """A canvas that tags: the least that gives a file which both standards accept."""

    def __init__(self, target: BytesIO) -> None:
        super().__init__(
            target, pagesize=(300, 400), invariant=1, initialFontName=FONT, lang="en-GB", pageCompression=0
        )
        self.root = Element("", None)
        self.top = Element("Document", self.root)
        self.marks: list[Element] = []  # of this page, by MCID
        self.parents: list[object] = []  # the parent tree, by key
        self.y = 360.0
        self.parents.append(self.marks)
        self.page_key = 0

    def open(self, element: Element, box: str = "") -> None:
        self._code.append(f"/{element.tag} <</MCID {len(self.marks)}{box}>> BDC")
        element.kids.append((self._doc.thisPageRef(), len(self.marks)))
        self.marks.append(element)

    def close(self) -> None:
        self._code.append("EMC")

    def line(self, element: Element, words: str, size: float = 10, x: float = 20, step: float = 16) -> None:
        self.open(element)
        self.setFont(FONT, size)
        self.drawString(x, self.y, words)
        self.close()
        self.y -= step

    def link(self, element: Element, target: object, words: str) -> None:
        note = Link((20, self.y + 12, 120, self.y + 26), len(self.parents), words, target)
        self.parents.append(element)
        self._addAnnotation(note)
        element.kids.append((self._doc.thisPageRef(), note))

    def artifact(self, words: str) -> None:
        self._code.append("/Artifact <</Type/Pagination/Subtype/Footer>> BDC")
        self.setFont(FONT, 7)
        self.drawString(20, 12, words)
        self.close()

    def showPage(self) -> None:  # noqa: N802
        key = self.page_key
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, pdfdoc.PDFName("S")
        self.page_key, self.marks, self.y = len(self.parents), [], 360.0
        self.parents.append(self.marks)

    def finish(self) -> None:
        document = self._doc
        self.parents.pop()  # the page that was begun and never drawn
        keys = [key for pair in enumerate(map(self._parent, self.parents)) for key in pair]
        tree = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(keys)})
        where = document.Reference(tree).format(document).decode()
        self.root.extra = f"/ParentTree {where}/ParentTreeNextKey {len(self.parents)}"
        document.Catalog.StructTreeRoot = document.Reference(self.root)
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        self.save()

    def _parent(self, entry: Any) -> Any:
        refer = self._doc.Reference
        if isinstance(entry, Element):
            return refer(entry)
        return refer(pdfdoc.PDFArray([refer(element) for element in entry]))


def _first_page(pen: Pen) -> None:
    pen.line(Element("H1", pen.top), WORDS, 20, step=30)
    pen.bookmarkPage("one")
    pen.addOutlineEntry(WORDS, "one", 0)
    contents = Element("TOC", pen.top)
    entry = Element("TOCI", contents)
    jump = Element("Link", Element("Reference", entry))
    pen.line(jump, "Second page")
    pen.link(jump, pen._bookmarkReference("two"), "Go to the second page")
    words = Element("P", pen.top)
    pen.line(words, "It has a ")
    out = Element("Link", words)
    pen.line(out, "link")
    pen.link(out, "https://example.org/", "example.org")
    pen.line(words, " and an end.")
    figure = Element(
        "Figure", pen.top, "/A<</O/Layout/BBox[20 100 80 140]/Placement/Block>>", Alt="A grey box"
    )
    pen.open(figure)
    pen.setFillColorRGB(0.4, 0.4, 0.4)
    pen.rect(20, 100, 60, 40, stroke=0, fill=1)
    pen.setFillColorRGB(0, 0, 0)
    pen.close()
    pen.artifact("page 1")
    pen.showPage()


def _second_page(pen: Pen, name: str) -> None:
    pen.line(Element("H2", pen.top), "Second page", 14, step=24)
    pen.bookmarkPage(name)
    pen.addOutlineEntry("Second page", name, 1)
    table = Element("Table", pen.top)
    head = Element("TR", Element("THead", table))
    for words in ("Role", "Pay"):
        pen.line(Element("TH", head, "/A<</O/Table/Scope/Column>>"), words)
    body = Element("TBody", table)
    for role, pay in (("Analyst", "low"), ("Engineer", "high")):
        row = Element("TR", body)
        pen.line(Element("TH", row, "/A<</O/Table/Scope/Row>>"), role)
        pen.line(Element("TD", row), pay)
    steps = Element("L", pen.top, "/A<</O/List/ListNumbering/Decimal>>")
    for number in (1, 2):
        item = Element("LI", steps)
        pen.line(Element("Lbl", item), f"{number}.")
        pen.line(Element("LBody", item), f"Step {number}")
    pen.artifact(f"page {name}")
    pen.showPage()


def _typeset(pdf: bytes, pages: int) -> Typeset:
    return Typeset(
        pdf=pdf,
        page_count=pages,
        pages={"one": (1, 1), "two": (2, 2)},
        outline=((WORDS, 1, 1), ("Second page", 2, 2)),
        overflow=(),
        title="A small guide: roles & <pay>",
        author="Careers Service",
        language="en-GB",
        date="2026-03-05",
        subject="Two pages for tests",
        keywords=("careers", "tests"),
    )


@lru_cache
def big(pages: int) -> Typeset:
    if FONT not in pdfmetrics.getRegisteredFontNames():
        folder = Path(rendercv_fonts.__file__).parent / "Ubuntu"
        pdfmetrics.registerFont(TTFont(FONT, str(folder / "Ubuntu-Regular.ttf")))
    target = BytesIO()
    pen = Pen(target)
    _first_page(pen)
    for number in range(2, pages + 1):
        _second_page(pen, "two" if number == 2 else f"page-{number}")
    pen.finish()
    return _typeset(target.getvalue(), pages)


def tiny() -> Typeset:
    return big(2)


def spoiled(pdf: bytes) -> Typeset:
    return replace(tiny(), pdf=pdf)
