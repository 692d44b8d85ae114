"""The default guide as it was last looked at: its tags as text, some of its pages as small pictures.

`--update-golden` renews both; look at what has changed before you commit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2
import pytest
from PIL import ImageChops

import structure
from golden_pages import GOLDEN, agreed, differing, small
from guidebuild.conform.artifact import Artifact

TAGS = GOLDEN / "dl-vs-mlse-tags.txt"
# Pages by the section that they belong to, as the outline names it, and their place in it.
PAGES = {
    "cover": ("Cover", 0),
    "glance": ("At a glance", 0),
    "profile-left": ("Deep Learning Engineer", 0),
    "profile-right": ("Deep Learning Engineer", 1),
    "compare": ("Compared line by line", 0),
    "skills": ("Skills: what carries over", 0),
    "pay": ("Pay", 0),
    "tips": ("Appendix A: Practical tips", 0),
}
# Sections of the tree that are kept, by their place in the guide: one of each design that has tags of its own.
SECTIONS = {
    0: "cover", 1: "contents", 2: "glance", 3: "first profile", 6: "skills", 7: "pay", 8: "openings", -1: "back",
}  # fmt: skip


def test_the_tags_read_as_agreed(request: pytest.FixtureRequest, built: Callable[..., Artifact]) -> None:
    text = kept(structure.tag_tree(built("dl-vs-mlse").pdf))
    if request.config.getoption("--update-golden"):
        TAGS.parent.mkdir(exist_ok=True)
        TAGS.write_text(text, encoding="utf-8")
    assert text == TAGS.read_text(encoding="utf-8")


def kept(tree: str) -> str:
    """The sections to keep, each under its name."""
    parts = re.split(r"(?m)^  Sect\n", tree)[1:]
    return "".join(f"# {name}\n{parts[place]}" for place, name in SECTIONS.items())


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_agreed(
    request: pytest.FixtureRequest, built: Callable[..., Artifact], name: str
) -> None:
    pdf = built("dl-vs-mlse").pdf
    section, after = PAGES[name]
    with pypdfium2.PdfDocument(pdf) as file:
        page = starts(file)[section] + after
    agreed(request, f"dl-vs-mlse-{name}", small(pdf, page))


def test_a_picture_tells_a_moved_line_from_the_same_page(built: Callable[..., Artifact]) -> None:
    page = small(built("dl-vs-mlse").pdf, 9).convert("RGB")
    assert differing(page, page) == 0.0
    assert differing(page, ImageChops.offset(page, 0, 2)) > 0.004


def test_goldens_are_small() -> None:
    files = list(GOLDEN.glob("dl-vs-mlse-*.png"))
    assert len(files) <= 10
    assert all(file.stat().st_size < 20_000 for file in files)


def test_nothing_but_running_heads_folios_tabs_and_scale_ends_is_printed_without_being_read(
    built: Callable[..., Artifact],
) -> None:
    artifact = built("dl-vs-mlse")
    title, foot = (
        "Deep Learning Engineer vs. Machine Learning Software Engineer",
        "Spring Career Fair, Booth 14",
    )
    with pypdfium2.PdfDocument(artifact.pdf) as file:
        names = {*starts(file), "Role profile"}
    unknown = []
    for text in structure.untagged_text(artifact.pdf):
        head = re.fullmatch(
            rf"(?P<name>.+?)(?:{re.escape(title)})?\d+ of {artifact.page_count}{re.escape(foot)}[\dA-Z]*",
            text,
        )
        known = re.fullmatch(r"0\$\d+k|(.+, )?continued.+", text)  # a scale, the head of a table that goes on
        if not known and not (head and head["name"] in names):
            unknown.append(text)
    assert unknown == []


def starts(file: pypdfium2.PdfDocument) -> dict[str, int]:
    """The index of the page on which each section starts, by its name in the outline."""
    return {entry.get_title().split("  ")[-1]: entry.get_dest().get_index() for entry in file.get_toc()}
