"""Every edition of the bundled guides on every paper for every profile, each judged: `python tests/matrix.py [FOLDER]`.

All of them are built (some minutes), and each is shown to the preflight of a shop that would print it and, where it is
tagged, to veraPDF and to our own reader of tags. What is found is printed, file by file; the exit code is 1 if
anything is. With a folder, the files are kept there to be looked at. `tests/test_matrix.py` judges a spread.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import structure
import verapdf
from guidebuild.build import Built, Order, build_profiles
from guidebuild.cache import Cache, default_folder
from guidebuild.edition import PROFILES, TYPE_SIZES, fitting
from guidebuild.preflight.report import preflight

GUIDES = ("dl-vs-mlse", "ml-careers", "ai-careers")
SHOPS = {"screen": ("office",), "print": ("office",), "gray": ("copy-shop",), "press": ("online-press",)}


class Edition(NamedTuple):
    """What `--edition`, `--layout` and `--paper` choose."""

    size: str
    layout: str
    paper: str


ALL = [
    Edition(size, layout, paper)
    for size in TYPE_SIZES
    for layout, papers in fitting(size).items()
    for paper in papers
]


def builds(guide: str, edition: Edition, profiles: tuple[str, ...]) -> tuple[Built, ...]:
    """The files of one edition, one for each profile."""
    order = Order(
        guide,
        layout=edition.layout,
        edition=edition.size,
        paper=edition.paper,
        folder=Path(Path.cwd().anchor),
    )
    return build_profiles(order, profiles, cache=Cache(default_folder()))


def faults(built: Built, profile: str, *, verapdf_too: bool = True) -> Iterator[str]:
    """What the judges have against a file; notes of what a sheet has no room for are none."""
    artifact = built.artifact
    yield from (str(said) for said in artifact.warnings if said.severity != "note")
    booklet = ("booklet",) if built.edition.layout == "booklet" and not artifact.sheets else ()
    for shop in (*SHOPS[profile], *booklet):
        report = preflight(artifact.pdf, built.file_name, shop)
        found = (*report.by("failure"), *report.by("warning"))
        yield from (f"{shop}: {finding.check}: {finding.sentence}" for finding in found)
    if not artifact.conformance or profile == "press":
        return
    yield from structure.problems(artifact.pdf)
    if verapdf_too:
        for flavour in ("ua1", "2a"):
            yield from (f"veraPDF: {rule}" for rule in verapdf.failures(artifact.pdf, flavour).items())


def main(folder: str = "") -> int:
    """Judge all; how many files were built, and what is wrong with which."""
    count, wrong = 0, 0
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
    for edition in ALL:
        for guide in GUIDES:
            for profile, built in zip(PROFILES, builds(guide, edition, tuple(PROFILES)), strict=True):
                name = f"{guide}-{'-'.join(edition)}-{profile}.pdf"
                if folder:
                    (Path(folder) / name).write_bytes(built.artifact.pdf)
                found = list(faults(built, profile))
                count, wrong = count + 1, wrong + bool(found)
                print(
                    name,
                    f"{built.artifact.page_count} pages",
                    *found or ["nothing found"],
                    sep=": ",
                    flush=True,
                )
    print(f"{count} files, {wrong} with faults")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
