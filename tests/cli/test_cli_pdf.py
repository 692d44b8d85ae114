"""`guidebuild pdf` as a user meets it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild import sources
from guidebuild.cli import program


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_arguments_the_default_guide_is_written_here(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf"])
    assert result.exit_code == 0, result.output
    assert [file.name for file in empty.iterdir()] == ["dl-vs-mlse.pdf"]
    assert result.stderr == ""
    assert result.stdout.splitlines()[0] == "Deep Learning Engineer vs. Machine Learning Software Engineer"
    for fact in (
        "dl-vs-mlse.pdf: ",
        " pages, a4, ",
        " KB, tagged for PDF/UA-1 and PDF/A-2a, ",
        " s, no warnings",
    ):
        assert fact in result.stdout


def test_roles_need_no_guide_file(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "--roles", "data-engineer, data-scientist", "-o", "two.pdf"])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Data Engineer")
    assert (empty / "two.pdf").exists()


def test_a_guide_of_the_project_is_built_from_any_folder_below_it(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty / "guide.yml").write_text(
        "id: mine\ntitle: Mine\nroles: [data-engineer, data-analyst]\ndate: 2026-01-01\n"
    )
    (empty / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(empty / "deep" / "er")
    assert CliRunner().invoke(program, ["pdf"]).exit_code == 0
    assert [file.name for file in Path().iterdir()] == ["mine.pdf"]


def test_in_a_copy_of_the_programs_own_content_the_default_guide_stays_the_default(empty: Path) -> None:
    """As in a checkout of the program, where `content/` is a project of its own."""
    shutil.copytree(sources.bundled("content"), empty / "content")
    assert CliRunner().invoke(program, ["pdf"]).exit_code == 0
    assert (empty / "dl-vs-mlse.pdf").exists()


def test_a_dash_writes_the_pdf_and_nothing_else_to_standard_output(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "-o", "-"])
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"%PDF-")
    assert result.stdout_bytes.rstrip().endswith(b"%%EOF")
    assert "standard output: " in result.stderr
    assert list(empty.iterdir()) == []


def test_quiet_prints_nothing_when_all_is_well(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "--quiet"])
    assert (result.exit_code, result.output) == (0, "")
    assert (empty / "dl-vs-mlse.pdf").exists()


def test_verbose_prints_the_time_of_each_stage(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "--verbose", "-o", str(empty)])
    stages = [line.split()[0] for line in result.stdout.splitlines() if line.endswith(" ms")]
    assert stages == ["load", "brand", "compose", "draw", "typeset", "conform"]


def test_json_describes_the_file_and_what_was_wrong(empty: Path) -> None:
    result = CliRunner().invoke(program, ["pdf", "--format", "json"])
    told = json.loads(result.stdout)
    assert list(told) == ["file", "pages", "bytes", "conformance", "diagnostics"]
    assert told["bytes"] == (empty / "dl-vs-mlse.pdf").stat().st_size
    assert (told["file"], told["diagnostics"]) == ("dl-vs-mlse.pdf", [])
    assert told["conformance"] == ["PDF/UA-1", "PDF/A-2a"]
    assert told["pages"] > 10


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["--roles", "data-engineer"], "usage", 2),
        (["-o", ""], "usage", 2),
        (["--quiet", "--verbose"], "usage", 2),
        (["no-such-guide"], "unknown-guide", 2),
        (["-o", "missing/"], "environment", 3),
    ],
)
def test_json_has_the_same_keys_when_nothing_was_written(
    empty: Path, arguments: list[str], code: str, exit_code: int
) -> None:
    result = CliRunner().invoke(program, ["pdf", *arguments, "--format", "json"])
    assert result.exit_code == exit_code
    told = json.loads(result.stdout)
    assert [told.pop(key) for key in ("file", "pages", "bytes", "conformance")] == [None] * 4
    assert [problem["code"] for problem in told["diagnostics"]] == [code]
    assert result.stderr == ""
    assert list(empty.iterdir()) == []


@pytest.mark.slow
def test_a_guide_is_built_by_the_id_that_it_gives_itself(empty: Path) -> None:
    (empty / "guide.yml").write_text(
        "id: robots\nroles: [data-engineer, data-analyst]\npaper: Letter\ndate: 2026-01-01\n"
    )
    for name in ("robots", "guide"):
        result = CliRunner().invoke(program, ["pdf", name, "-o", f"{name}-file.pdf"])
        assert result.exit_code == 0, result.output
        assert ", letter, " in result.stdout
    assert (empty / "robots-file.pdf").read_bytes() == (empty / "guide-file.pdf").read_bytes()
    result = CliRunner().invoke(program, ["pdf", "robos"])
    assert "did you mean 'robots'?" in result.stderr


def test_a_guide_file_that_is_a_link_to_itself_is_an_error(empty: Path) -> None:
    (empty / "guide.yml").symlink_to("guide.yml")
    result = CliRunner().invoke(program, ["pdf"])
    assert result.exit_code == 1
    assert "guide.yml: error[cannot-read]" in result.stderr


def test_a_brand_that_is_not_there_is_reported_where_the_guide_names_it(empty: Path) -> None:
    (empty / "guide.yml").write_text("roles: [data-engineer, data-analyst]\nbrand: brands/mine.yml\n")
    result = CliRunner().invoke(program, ["pdf"])
    assert result.exit_code == 1
    assert "guide.yml:2:8: error[missing-file]: there is no brand file 'brands/mine.yml'" in result.stderr


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("color.primary=", "'color.primary' has no value"),
        ("color=red", "did you mean 'color.primary'?"),
        ("nonsense=1", "settings begin with meta., logo, color., typography."),
        ("color.primary=\udcff", "the value of 'color.primary' is not text in UTF-8"),
    ],
)
def test_a_setting_that_says_nothing_is_a_wrong_command_line(empty: Path, setting: str, words: str) -> None:
    result = CliRunner().invoke(program, ["pdf", "--set", setting])
    assert result.exit_code == 2
    assert words in result.stderr
    assert list(empty.iterdir()) == []


@pytest.mark.slow
def test_the_words_of_a_brand_may_be_set_to_nothing(empty: Path) -> None:
    (empty / "_brand.yml").write_text("defaults: {guidebuild: {footer: Here}}\n")
    assert CliRunner().invoke(program, ["pdf", "--set", "defaults.guidebuild.footer="]).exit_code == 0


@pytest.mark.parametrize("epoch", ["abc", "-1"])
def test_a_bad_build_date_is_told_also_where_the_guide_has_a_date(
    empty: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = CliRunner().invoke(program, ["pdf"])
    assert result.exit_code == 3
    assert f"SOURCE_DATE_EPOCH is '{epoch}'" in result.stderr
    assert list(empty.iterdir()) == []


@pytest.mark.slow
def test_a_build_date_leaves_no_trace_in_a_guide_that_has_a_date(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty / "guide.yml").write_text("id: g\nroles: [data-engineer, data-analyst]\ndate: 2026-01-01\n")
    for name, epoch in (("without", ""), ("with", "0"), ("late", "253402300799")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert CliRunner().invoke(program, ["pdf", "-o", f"{name}.pdf"]).exit_code == 0
    assert len({file.read_bytes() for file in empty.glob("*.pdf")}) == 1


@pytest.mark.slow
def test_strict_makes_a_warning_an_error_and_nothing_is_written(empty: Path) -> None:
    (empty / "_brand.yml").write_text("typography:\n  base: Comic Neue\n")
    relaxed = CliRunner().invoke(program, ["pdf", "--brand", "_brand.yml", "-o", "relaxed.pdf"])
    assert relaxed.exit_code == 0, relaxed.output
    assert "_brand.yml:" in relaxed.stderr
    assert "warning[" in relaxed.stderr
    assert "1 warning" in relaxed.stdout
    strict = CliRunner().invoke(program, ["pdf", "--brand", "_brand.yml", "--strict", "-o", "strict.pdf"])
    assert strict.exit_code == 1
    assert "error[" in strict.stderr
    assert not (empty / "strict.pdf").exists()


@pytest.mark.slow
def test_a_setting_rebrands_the_guide(empty: Path) -> None:
    for name, more in (("plain.pdf", []), ("red.pdf", ["--set", "color.primary=#7a0019"])):
        assert CliRunner().invoke(program, ["pdf", "-o", name, *more]).exit_code == 0
    assert (empty / "plain.pdf").read_bytes() != (empty / "red.pdf").read_bytes()


@pytest.mark.slow
def test_paper_is_what_the_option_says(empty: Path) -> None:
    import pypdfium2

    for paper, width in (("letter", 612), ("a4", 595.276)):
        result = CliRunner().invoke(program, ["pdf", "--paper", paper, "-o", "g.pdf"])
        assert f", {paper}, " in result.stdout
        (size, *_) = {page.get_size() for page in pypdfium2.PdfDocument(empty / "g.pdf")}
        assert size[0] == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("target", ["missing/g.pdf", "guide.yml/g.pdf", "/dev/full"])
def test_an_impossible_target_ends_with_3_in_plain_words(empty: Path, target: str) -> None:
    (empty / "guide.yml").write_text("roles: [data-engineer, data-analyst]\n")
    result = CliRunner().invoke(program, ["pdf", "dl-vs-mlse", "-o", target])
    assert result.exit_code == 3
    assert f"error[environment]: cannot write {target}: " in result.stderr
    folder = target == "missing/g.pdf"
    assert f"hint: {'create the folder first' if folder else 'name another place with -o'}\n" in result.stderr


def test_open_starts_the_viewer_with_the_file(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr("guidebuild.cli.viewer.open_file", open_file)
    assert CliRunner().invoke(program, ["pdf", "--open", "--strict"]).exit_code == 0
    assert opened == [Path("dl-vs-mlse.pdf")]
    assert (empty / "dl-vs-mlse.pdf").exists()


def test_a_missing_viewer_is_only_a_warning(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidebuild.cli.viewer.open_file", lambda _path: False)
    result = CliRunner().invoke(program, ["pdf", "--open"])
    assert result.exit_code == 0
    assert "warning[no-viewer]" in result.stderr
    assert (empty / "dl-vs-mlse.pdf").exists()


@pytest.mark.slow
def test_two_processes_give_equal_bytes(tmp_path: Path) -> None:
    """Neither hash seed, time zone, working directory, locale nor a cold cache leaves a trace in the file."""
    places = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "GUIDEBUILD_CACHE": "off"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "COLUMNS": "40"},
    )
    written = []
    for number, settings in enumerate(places):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-m", "guidebuild", "pdf", "--quiet"],
            cwd=folder,
            env={**os.environ, **settings},
            check=True,
        )
        written.append((folder / "dl-vs-mlse.pdf").read_bytes())
    assert written[0] == written[1]
