"""ReportLab's canvas, page and font as the pen needs them: tagged pages, patterns, fonts of one document.

Comes in: what ReportLab calls on them while it writes a file. Goes out: pages with StructParents, Tabs, annotations and
patterns.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont
from reportlab.pdfgen.canvas import Canvas

from guidebuild.fonts import Face, metrics


class _PatternedPage(pdfdoc.PDFPage):
    """A page with patterns among its resources."""

    patterns: dict[str, Any]

    def check_format(self, document: Any) -> None:
        super().check_format(document)
        if self.patterns:
            self.Resources.Pattern = self.patterns


class _TaggedPage(_PatternedPage):
    """ReportLab's page with the two entries that tagged PDF needs (14.7.4.4 and 14289-1, 7.18.3)."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012  # ReportLab's own form


class PageCanvas(Canvas):
    """A canvas whose pages carry StructParents, Tabs and our own annotations."""

    annotations: list[Any]
    patterns: dict[str, Any]
    tagged = True

    def _make_preamble(self) -> None:
        """No initial font: every line of text sets its own, and an unembedded one would fail 14289-1, 7.21.4.1."""
        self._preamble = "1 0 0 1 0 0 cm"

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  # ReportLab's name
        page.__class__ = _TaggedPage if self.tagged else _PatternedPage
        page.patterns, self.patterns = self.patterns, {}
        if not self.tagged:
            return
        page.StructParents = self.getPageNumber() - 1
        page.Tabs = pdfdoc.PDFName("S")
        page.Annots = list(self.annotations)
        self.annotations = []


class DocumentFont(TTFont):
    """ReportLab's font around a face that has been read already for its metrics."""

    def __init__(self, face: Face) -> None:
        self.fontName = face.name
        self.face = metrics(face).parsed
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = False  # only characters that are used go into the subset
        self.shapable = False
