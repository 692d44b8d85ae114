"""`guidebuild import article`: from a file or standard input to content that passes `check` and builds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from guidebuild.cli import program
from guidebuild.importers.kinds.article import entries

ARTICLES = Path(__file__).parents[1] / "importers/article"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "project"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return here


def run(*words: str | Path, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(program, [str(word) for word in words], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def files(project: Path) -> list[str]:
    return sorted(file.relative_to(project).as_posix() for file in project.rglob("*") if file.is_file())


@pytest.mark.slow
def test_an_article_becomes_a_guide_that_passes_the_check_and_builds(project: Path) -> None:
    result = run("import", "article", ARTICLES / "electrician-vs-plumber.html")
    assert result.exit_code == 0, result.output
    assert "read from the article: 2 roles, 2 tips, 1 job" in result.stdout
    assert "note[dropped]" in result.stderr
    assert {"content/roles/electrician.yml", "content/guides/electrician-vs-plumber.yml"} <= set(
        files(project)
    )
    assert run("check").exit_code == 0
    built = run("pdf", "electrician-vs-plumber")
    assert built.exit_code == 0, built.output


def test_an_article_may_come_from_standard_input_with_what_the_user_knows_of_it(project: Path) -> None:
    data = (ARTICLES / "chef-or-pastry-chef.txt").read_bytes()
    result = run("import", "article", "-", "--as", "text", "--id", "kitchen", "--date", "2024-02-01",
                 "--url", "https://kitchen.example/a", "--publisher", "Kitchen", stdin=data)  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "standard input:5:1: note[dropped]" in result.stderr
    assert "content/guides/kitchen.yml" in files(project)
    (source,) = yaml.safe_load((project / "content/sources.yml").read_text(encoding="utf-8"))["sources"]
    assert (str(source["date"]), source["publisher"]) == ("2024-02-01", "Kitchen")


def test_importing_again_changes_nothing(project: Path) -> None:
    path = ARTICLES / "ux-vs-ui.md"
    assert run("import", "article", path).exit_code == 0
    before = {name: (project / name).read_bytes() for name in files(project)}
    again = run("import", "article", path)
    assert again.exit_code == 0
    assert {name: (project / name).read_bytes() for name in files(project)} == before


def test_files_with_every_item_written_out_stay_as_they_are(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As they were written once: `- skill: python` instead of `- python`."""
    path = ARTICLES / "ux-vs-ui.md"
    with monkeypatch.context() as former:
        former.setattr(entries, "_plainly", lambda made, _shorthand: made)
        assert run("import", "article", path).exit_code == 0
    content = {name: (project / name).read_bytes() for name in files(project) if "imported" not in name}
    assert any(b"- skill: " in text for text in content.values())
    again = run("import", "article", path)
    assert again.exit_code == 0
    assert "Nothing new" in again.output
    assert "kept" not in again.output
    assert "no longer" not in again.output
    assert {name: (project / name).read_bytes() for name in content} == content


def test_a_dry_run_writes_nothing(project: Path) -> None:
    result = run("import", "article", ARTICLES / "data-trio.html", "--dry-run")
    assert result.exit_code == 0, result.output
    assert "data-engineer" in result.stdout
    assert not files(project)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "error[empty-article]"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"It rained.", "error[no-roles]"),
        (b"x" * 5_000_001, "error[file-too-large]"),
    ],
    ids=["empty", "pdf", "no roles", "large"],
)
def test_what_is_no_article_is_told_and_nothing_is_written(project: Path, data: bytes, told: str) -> None:
    path = project.parent / "article.txt"
    path.write_bytes(data)
    for result in (run("import", "article", path), run("import", "article", "-", stdin=data)):
        assert result.exit_code == 1
        assert told in result.stderr
    assert not files(project)


def test_a_wrong_command_line_is_told(project: Path) -> None:
    path = ARTICLES / "ux-vs-ui.md"
    for extra in (("--id", "Not an id"), ("--url", "ftp://x"), ("--as", "pdf"), ("--date", "tomorrow")):
        assert run("import", "article", path, *extra).exit_code == 2
    assert run("import", "article").exit_code == 2
    assert run("import", "article", project / "none.txt").exit_code != 0
    assert run("import", "article", project.parent).exit_code == 1
    assert not files(project)
