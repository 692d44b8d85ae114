"""Guides of imported roles are as sound as those of the bundled ones: veraPDF and our own reader find nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import import_samples
import structure
import verapdf
from guidebuild.build import Order, build
from guidebuild.cli import program
from guidebuild.conform.artifact import Artifact

ESCO = f"{import_samples.ESCO} - en - csv.zip"
IMPORTS = (
    ["article", "comparison.md"],
    ["onet", "db_30_3_text.zip", "--soc", "15-2051.00,29-1141.00,15-9999.00,53-9021.00"],
    ["esco", ESCO, "--match", "kite engineer"],
    ["salaries", "salaries.csv", "--role", "data-scientists", "--title", "Data Scientist"],
    ["jobs", "postings.html"],
)
GUIDES = {
    "two of O*NET": ("data-scientists", "registered-nurses"),
    "long titles, and nothing but a definition": (
        "lighthouse-keepers-except-harbor-and-river",
        "computer-gardeners-all-other",
    ),
    "O*NET, article, hand-written": ("registered-nurses", "nurse-practitioner", "mover"),
    "every kind and a bundled one": (
        "data-scientists", "physician-assistant", "kite-engineer", "mover", "data-engineer",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project into which every kind of source has been imported."""
    folder = tmp_path_factory.mktemp("imported")
    import_samples.lay_out(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        for words in IMPORTS:
            result = CliRunner().invoke(program, ["import", *words])
            assert result.exit_code == 0, result.output
        assert CliRunner().invoke(program, ["check"]).exit_code == 0
    return folder


def built(project: Path, roles: tuple[str, ...]) -> Artifact:
    return build(Order(roles=roles, folder=project)).artifact


@pytest.mark.xdist_group("verapdf")
@pytest.mark.parametrize("roles", GUIDES.values(), ids=GUIDES)
def test_a_guide_of_imported_roles_passes_pdf_ua_and_pdf_a(project: Path, roles: tuple[str, ...]) -> None:
    artifact = built(project, roles)
    assert verapdf.failures(artifact.pdf, "ua1") == {}
    assert verapdf.failures(artifact.pdf, "2a") == {}
    assert list(structure.problems(artifact.pdf)) == []
    assert [one for one in artifact.warnings if one.severity != "note"] == []


@pytest.mark.slow
def test_the_credit_lines_that_licences_ask_for_are_printed(project: Path) -> None:
    import pypdfium2

    pages = pypdfium2.PdfDocument(built(project, GUIDES["every kind and a bundled one"]).pdf)
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    for credit in (
        "O*NET 30.3 Database by the U.S. Department of Labor",
        "O*NET® is a trademark of USDOL/ETA",
        "uses the ESCO classification of the European Commission",
    ):
        assert credit in words


@pytest.mark.slow
@pytest.mark.parametrize("words", IMPORTS, ids=lambda words: words[0])
def test_importing_the_same_again_touches_no_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # a year later: the day alone is no news
    before = {file: file.read_bytes() for file in sorted(project.rglob("*")) if file.is_file()}
    result = CliRunner().invoke(program, ["import", *words])
    assert result.exit_code == 0, result.output
    assert {file: file.read_bytes() for file in sorted(project.rglob("*")) if file.is_file()} == before
