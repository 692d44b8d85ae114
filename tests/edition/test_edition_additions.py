"""What it takes to add to `guidebuild.edition`: a paper one file, a profile two, a layout two besides page designs.

Each test copies the program, changes no more than so many of its files, and builds with what was added.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

import guidebuild
from guidebuild.conform.artifact import Artifact

SOURCE = Path(guidebuild.__file__).parent
ROOT = Path(__file__).resolve().parents[2]


class Change(NamedTuple):
    """Words put into a file of the program, behind the `after` that it has once."""

    file: str
    after: str
    words: str


PAPER = (
    Change(
        "edition/papers.py",
        '"A5", "A5", ("read",), margins=_POCKET, narrow=True),\n',
        '        Paper("legal", 8.5 * INCH, 14 * INCH, "Legal", "Legal", ("office",), AMERICAN),\n',
    ),
)
PROFILE = (
    Change(
        "edition/profiles.py",
        'Profile("print", "rgb", "light"),\n',
        '        Profile("draft", "rgb", "pale"),\n',
    ),
    Change(
        "brand/fitted.py", "treatments = {", '"pale": lambda given: _light(replace(given, primary=WHITE)), '
    ),
)
LAYOUT = (
    Change(
        "edition/layouts.py",
        'Layout("poster", "a poster", "wall", sheet=True),\n',
        '        Layout("flyer", "a flyer", "office", sheet=True),\n',
    ),
    Change("compose/layouts/__init__.py", "SHEETS = {", '"flyer": lambda plan: handout.sections(plan)[:1], '),
)


class Copy:
    """A copy of the program with some changes."""

    def __init__(self, folder: Path, changes: tuple[Change, ...]) -> None:
        self.folder, self.package = folder, folder / "src" / "guidebuild"
        shutil.copytree(SOURCE, self.package, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("content", "assets"):
            shutil.copytree(ROOT / name, folder / name)
        for change in changes:
            file = self.package / change.file
            text = file.read_text("utf-8")
            assert text.count(change.after) == 1, f"{change.file} has not one {change.after!r}"
            file.write_text(text.replace(change.after, change.after + change.words), "utf-8")

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`guidebuild` with these words, in the folder of the copy."""
        return subprocess.run(
            [sys.executable, "-m", "guidebuild", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *words: str) -> Path:
        """The PDF of the default guide, with these options."""
        file = self.folder / "made.pdf"
        done = self.run("pdf", "-q", *words, "-o", str(file))
        assert (done.returncode, done.stderr) == (0, "")
        return file


def sizes(file: Path) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_size() for page in pdf]


def light(file: Path | bytes) -> float:
    """How light the first page is, from 0 to 255."""
    with pypdfium2.PdfDocument(file) as pdf:
        pixels = pdf[0].render(scale=0.25, grayscale=True).to_numpy()
        return float(pixels.mean())


@pytest.mark.parametrize(("changes", "most"), [(PAPER, 1), (PROFILE, 2), (LAYOUT, 2)])
def test_no_more_files_are_touched_than_promised(changes: tuple[Change, ...], most: int) -> None:
    assert len({change.file for change in changes}) == most


@pytest.mark.slow
def test_a_paper_is_added_in_one_file(tmp_path: Path) -> None:
    """A guide may name it, and so may the command line."""
    copy = Copy(tmp_path, PAPER)
    (tmp_path / "guide.yml").write_text("roles: [data-engineer, data-scientist]\npaper: legal\n", "utf-8")
    assert sizes(copy.build("--layout", "handout", "--paper", "legal")) == [(612, 1008)] * 2


@pytest.mark.slow
def test_a_profile_is_added_in_two_files(tmp_path: Path, built: Callable[..., Artifact]) -> None:
    """Its palette is the one that was made for it."""
    made = Copy(tmp_path, PROFILE).build("--layout", "handout", "--profile", "draft")
    assert light(made) > light(built(layout="handout").pdf) + 10


@pytest.mark.slow
def test_a_layout_is_added_in_two_files_besides_its_page_designs(tmp_path: Path) -> None:
    copy = Copy(tmp_path, LAYOUT)
    assert len(sizes(copy.build("--layout", "flyer", "--paper", "letter"))) == 1
    told = " ".join(copy.run("pdf", "--help").stdout.split())
    assert "Make the whole guide, one sheet to hand out, a poster, a flyer, or a booklet to fold." in told
