"""docs/pages.md, the page specification: the numbers that the code cites are there, and its tables are the code's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebuild.brand import palette
from guidebuild.edition import MM, PAPERS
from guidebuild.typeset import styles
from guidebuild.typeset.book import Grid

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\d+) .*\n((?:(?!## ).*\n?)*)", PAGES, re.M))
CITED = re.compile(r"specification,\s+(\d+(?:(?:, | and )\d+)*)")


def rows(section: str) -> dict[str, list[str]]:
    """The table of a section by the first cell of each row, heads and ruler left out."""
    lines = [
        line.strip("| ").split(" | ") for line in SECTIONS[section].splitlines() if line.startswith("| ")
    ]
    return {first: rest for first, *rest in lines}


def citations() -> list[tuple[str, str]]:
    """Each module that cites the page specification, with a number that it cites."""
    return [
        (str(module.relative_to(ROOT)), number)
        for module in sorted((ROOT / "src").rglob("*.py"))
        for numbers in CITED.findall(module.read_text(encoding="utf-8"))
        for number in re.findall(r"\d+", numbers)
    ]


def test_every_number_that_the_code_cites_is_a_section() -> None:
    cited = citations()
    assert len(cited) > 5, "nothing is cited: this test looks for the wrong words"
    assert [(module, number) for module, number in cited if number not in SECTIONS] == []


@pytest.mark.parametrize(("column", "paper"), [(0, "a4"), (1, "letter")])
def test_the_grid_is_that_of_the_code(column: int, paper: str) -> None:
    grid = Grid(PAPERS[paper])
    page, margins, area, one = (cells[column] for cells in list(rows("1").values())[1:])
    m = grid.margins
    assert page == f"{grid.paper.width / MM:.4g} × {grid.paper.height / MM:.4g}"
    assert margins == ", ".join(f"{side / MM:.4g}" for side in (m.head, m.foot, m.inner, m.outer))
    assert area == f"{grid.live_width / MM:.4g} × {grid.live_height / MM:.4g}"
    assert one == f"{grid.column / MM:.3f}"


def test_the_type_scale_is_that_of_the_code() -> None:
    written = {name: cells[:2] for name, cells in rows("2").items() if name != "style"}
    scale = {name.lower(): value for name, value in vars(styles).items() if isinstance(value, styles.Style)}
    scale.pop("small_bold")  # small, in bold
    assert written == {
        name: [f"{style.size:g} / {style.leading:g}", "bold" if style.bold else "regular"]
        for name, style in scale.items()
    }


def test_the_colours_are_those_of_the_code() -> None:
    written = {name: cells[0] for name, cells in rows("3").items() if name != "token"}
    made, _ = palette.build(palette.PRIMARY, palette.ACCENT, (), 6)
    fills = {f"role-{number}": role.fill.rgb for number, role in enumerate(made.roles, 1)}
    assert written == {name: fills.get(name) or getattr(made, name).rgb for name in written}
    assert set(fills) < set(written)
