"""The words of the bundled guides, page by page, as PDFium reads them: goldens that a person can read.

`--update-golden` renews them; read the difference before you commit it, for each changed line is a changed page.
"""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from golden_pages import GOLDEN
from guidebuild.conform.artifact import Artifact

GUIDES = ("dl-vs-mlse", "ml-careers", "ai-careers")


def page_text(pdf: bytes) -> str:
    """The text of all pages, each under a line with its number."""
    with pypdfium2.PdfDocument(pdf) as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    return "".join(f"=== page {n}\n{_lines(text)}\n" for n, text in enumerate(pages, 1))


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


@pytest.mark.parametrize("guide", GUIDES)
def test_every_page_reads_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], guide: str
) -> None:
    file = GOLDEN / f"{guide}-text.txt"
    text = page_text(built(guide).pdf)
    if request.config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
