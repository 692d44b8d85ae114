"""The check of transparency (ISO 32000-1, 11): opacity, soft masks, blend modes and groups."""

from __future__ import annotations

from collections.abc import Iterator

from guidebuild.preflight.findings import Finding, failed, listed, passed
from guidebuild.preflight.marks import Document, Mark, Page
from guidebuild.preflight.shop import Shop


def transparency(document: Document, shop: Shop) -> Iterator[Finding]:
    if shop.transparency:
        return
    found = {page.number: kinds for page in document.pages if (kinds := transparent_things(page))}
    if found:
        shown = listed(sorted(set().union(*found.values())))
        sentence = f"the file uses transparency ({shown}), which the shop does not take"
        yield failed(sentence, pages=found, hint="flatten it where the file is made, or export as PDF/X-1a")
    else:
        yield passed("the file uses no transparency")


def transparent_things(page: Page) -> set[str]:
    """The kinds of transparency on a page, in words."""
    found = {kind for mark in page.marks for kind in _of_mark(mark)}
    return found | {"transparency groups"} if page.groups else found


def _of_mark(mark: Mark) -> Iterator[str]:
    if mark.opacity < 1:
        yield "opacity below 100 %"
    if mark.masked:
        yield "soft masks"
    if mark.blend != "Normal":
        yield f"the blend mode {mark.blend}"
