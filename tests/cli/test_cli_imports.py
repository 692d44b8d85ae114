"""`guidebuild import`: the group, and how what a kind has drafted gets into a project."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from guidebuild.cli import program
from guidebuild.cli.entry import Program
from guidebuild.cli.imports import KINDS
from guidebuild.cli.imports.session import Session, importing
from guidebuild.diagnostics import Diagnostic, GuideError, Span
from guidebuild.importers.draft import Draft, Entry, Fact, Tree
from guidebuild.model.check import check

HEAVY = {"ftfy", "lxml", "matplotlib", "pydantic", "reportlab", "ruamel", "yaml"}


def drafted(on: dt.date, *notes: Diagnostic, **more: Tree) -> Draft:
    facts: dict[str, Tree] = {
        "title": Fact("Baker", "a.txt:1"),
        "definition": Fact("Bakes bread.", "b.txt:2"),
        "reviewed": Fact(on),
        "sources": (Fact("survey"),),
        **more,
    }
    survey = Entry("sources", "survey", {"title": Fact("A survey")})
    return Draft("test", "survey", (survey, Entry("roles", "baker", facts)), notes, ("read 3 rows",))


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command whose draft is made of the notes and facts that it is given, in an empty folder."""
    folder = tmp_path / "fair"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")

    def runs(*arguments: str, notes: tuple[Diagnostic, ...] = (), **more: Tree) -> Result:
        group = Program("guidebuild")

        @group.command("bake")
        @importing
        def bake(session: Session) -> Draft:
            return drafted(session.on, *notes, **more)

        return CliRunner().invoke(group, ["bake", *arguments])

    return runs


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


ALL = [
    "content/imported/role-baker.yml",
    "content/imported/source-survey.yml",
    "content/roles/baker.yml",
    "content/sources.yml",
]


def test_every_kind_is_listed_with_one_line() -> None:
    shown = CliRunner().invoke(program, ["import", "--help"]).output
    for kind in KINDS:
        assert any(line.split()[:1] == [kind] and len(line.split()) > 2 for line in shown.splitlines()), kind
        assert CliRunner().invoke(program, ["import", kind, "--help"]).exit_code == 0


@pytest.mark.parametrize("kind", ["article", "onet", "salaries", "jobs", "esco"])
def test_a_source_that_there_is_not_is_a_wrong_command_line(tmp_path: Path, kind: str) -> None:
    role = ("--role", "data-engineer") if kind == "salaries" else ()
    result = CliRunner().invoke(program, ["import", kind, str(tmp_path / "none.txt"), *role])
    assert result.exit_code == 2
    assert "none.txt' does not exist" in result.stderr


def test_a_kind_that_there_is_not_is_refused() -> None:
    result = CliRunner().invoke(program, ["import", "tarot"])
    assert result.exit_code == 2
    assert "No such command 'tarot'" in result.output


@pytest.mark.parametrize("arguments", [["import", "--help"], *(["import", kind, "--help"] for kind in KINDS)])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom guidebuild.cli import program\n"
        "try: program(sys.argv[1:])\n"
        "finally: print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(ran.stdout.rpartition("LOADED")[2].split())


def test_an_import_makes_a_project_and_says_what_to_do_next(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "read 3 rows\n"
        "Wrote content/roles/baker.yml and content/sources.yml. Facts: 5 added.\n"
        "Wrote to content/imported/ what was imported, so that importing again can tell your edits.\n"
        "Next: guidebuild pdf --roles baker,ai-research-scientist\n"
    )
    assert files(Path()) == ALL
    assert check([], start=Path()) == []
    assert "reviewed: 2026-01-01" in Path("content/roles/baker.yml").read_text()


def test_importing_again_says_that_nothing_is_new(run: Run) -> None:
    run()
    before = {name: Path(name).stat().st_mtime_ns for name in files(Path())}
    assert run().stdout == "read 3 rows\nNothing new: the files say already what the source says.\n"
    assert {name: Path(name).stat().st_mtime_ns for name in files(Path())} == before


def test_a_dry_run_shows_the_difference_and_writes_nothing(run: Run) -> None:
    result = run("--dry-run")
    assert result.exit_code == 0
    assert "--- /dev/null\n+++ b/content/roles/baker.yml\n" in result.stdout
    assert "+title: Baker  # survey: a.txt\n" in result.stdout
    assert "Would write content/roles/baker.yml and content/sources.yml." in result.stdout
    assert "what was imported" not in result.stdout
    assert files(Path()) == []
    run()
    result = run("--dry-run", title=Fact("Cook", "a.txt:1"))
    assert "--- a/content/roles/baker.yml\n+++ b/content/roles/baker.yml\n" in result.stdout
    assert "-title: Baker  # survey: a.txt\n+title: Cook  # survey: a.txt\n" in result.stdout
    assert "title: Baker" in Path("content/roles/baker.yml").read_text()


def test_what_the_author_keeps_is_told_with_its_place(run: Run) -> None:
    run()
    file = Path("content/roles/baker.yml")
    file.write_text(file.read_text().replace("title: Baker", "title: Master baker"))
    result = run(title=Fact("Cook"), focus=Fact("Bread."))
    assert result.stderr.startswith(
        "content/roles/baker.yml:2:8: note[kept-edit]: 'title' stays as you have it; 'survey' says 'Cook'\n"
    )
    assert "Facts: 1 added, 1 kept as you have them." in result.stdout


def test_json_tells_files_numbers_and_diagnostics(run: Run) -> None:
    note = Diagnostic("note", "left-out", "line 3 was left out", Span("a.txt", 3, 1))
    result = run("--format", "json", notes=(note,))
    told = json.loads(result.stdout)
    assert [row["file"] for row in told["files"]] == [ALL[2], ALL[3], ALL[0], ALL[1]]
    assert told["files"][0] == {"file": "content/roles/baker.yml", "new": True, "record": False}
    assert (told["added"], told["updated"], told["kept"], told["removed"]) == (5, 0, 0, 0)
    assert [one["code"] for one in told["diagnostics"]] == ["left-out"]
    told = json.loads(run("--format", "json", "--dry-run", title=Fact("Cook")).stdout)
    assert "title: Cook" in told["files"][0]["text"]
    assert "title: Baker" in Path("content/roles/baker.yml").read_text()


def test_quiet_says_errors_only(run: Run) -> None:
    result = run("--quiet", notes=(Diagnostic("warning", "odd", "odd"),))
    assert (result.exit_code, result.output) == (0, "")


def test_strict_refuses_warnings_before_anything_is_written(run: Run) -> None:
    warning = Diagnostic("warning", "guessed", "the encoding was guessed", Span("a.txt"))
    result = run("--strict", notes=(warning,))
    assert result.exit_code == 1
    assert "a.txt: error[guessed]" in result.stderr
    assert files(Path()) == []
    assert run(notes=(warning,)).exit_code == 0


def test_a_broken_file_of_the_project_is_told_and_nothing_is_written(run: Run) -> None:
    Path("content/roles").mkdir(parents=True)
    Path("content/roles/baker.yml").write_text("title: Baker\ntitle: Cook\n")
    result = run()
    assert result.exit_code == 1
    assert "content/roles/baker.yml:2:1: error[duplicate-key]" in result.stderr
    assert files(Path()) == ["content/roles/baker.yml"]


def test_what_the_author_deleted_stays_out_until_it_is_restored(run: Run) -> None:
    run()
    Path("content/roles/baker.yml").unlink()
    result = run()
    assert result.stdout == "read 3 rows\nNothing was written: all that the source has is what you deleted.\n"
    assert result.stderr == (
        "content/roles/baker.yml: note[stays-deleted]: the role 'baker' stays out, as you deleted it\n"
        "  hint: to have it again, import with --restore\n1 note\n"
    )
    assert not Path("content/roles/baker.yml").exists()
    assert "Wrote content/roles/baker.yml" in run("--restore").stdout
    assert files(Path()) == ALL
    assert check([], start=Path()) == []


def test_a_broken_record_is_told_and_nothing_is_written(run: Run) -> None:
    run()
    Path("content/imported/role-baker.yml").write_bytes(b"test:\n  source: \xff\n")
    before = Path("content/roles/baker.yml").read_text()
    result = run(title=Fact("Cook"))
    assert result.exit_code == 1
    assert "content/imported/role-baker.yml:2:11: error[broken-record]" in result.stderr
    assert Path("content/roles/baker.yml").read_text() == before


def test_prune_takes_out_what_the_source_has_no_more(run: Run) -> None:
    run(focus=Fact("Bread."))
    assert "note[no-longer-in-source]" in run().stderr
    result = run("--prune")
    assert "focus" not in Path("content/roles/baker.yml").read_text()
    assert "1 taken out" in result.stdout


def test_without_into_the_project_around_is_meant(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("guide.yml").write_text("roles: [data-engineer, data-scientist]\n")
    (inside := Path("content/roles").absolute()).mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert run().exit_code == 0
    assert files(inside.parents[1]) == [*ALL, "guide.yml"]


def test_into_names_a_folder_that_may_be_new(run: Run, tmp_path: Path) -> None:
    Path("guide.yml").write_text("roles: [data-engineer, data-scientist]\n")
    assert run("--into", "other").exit_code == 0
    assert files(tmp_path / "fair" / "other") == ALL
    assert run("--into", "far/away").exit_code == 2, "its parent is not there"
    assert run("--into", "content/roles").exit_code == 0
    assert Path("content/roles/baker.yml").is_file(), "a folder of content stands for its project"


def test_a_folder_far_from_any_is_a_wrong_command_line(run: Run) -> None:
    result = run("--into", "there/is/none")
    assert result.exit_code == 2
    assert "there is no folder there/is to make none in" in result.output
    assert files(Path()) == []


def test_an_unwritable_place_is_a_fault_and_nothing_is_written(run: Run) -> None:
    Path("content").write_text("a file, where a folder should be")
    result = run()
    assert result.exit_code == 3
    assert "a part of the path is a file" in result.stderr
    assert files(Path()) == ["content"]


def test_mistakes_of_an_importer_end_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    group = Program("guidebuild")

    @group.command("bake")
    @importing
    def bake(session: Session) -> Draft:
        raise GuideError([Diagnostic("error", "bad", "wrong", Span(str(session.folder / "a.csv"), 2, 1))])

    assert isinstance(bake, click.Command)
    result = CliRunner().invoke(group, ["bake"])
    assert (result.exit_code, files(Path())) == (1, [])
    assert "a.csv:2:1: error[bad]: wrong" in result.stderr


def test_the_next_command_builds_what_was_imported() -> None:
    from guidebuild.cli.imports.delivery import _next
    from guidebuild.importers.merging.plan import Plan
    from guidebuild.importers.merging.three_way import Tally

    def following(*entries: Entry) -> str:
        return _next(Plan((), (), Tally(), entries), ("other",))

    roles = [Entry("roles", f"r{number}", {}) for number in range(8)]
    assert following(*roles[:2]) == "guidebuild pdf --roles r0,r1"
    assert following(*roles, Entry("guides", "all", {})) == "guidebuild pdf all"
    assert following(*roles) == "guidebuild pdf --roles r0,r1"
    assert following(roles[0]) == "guidebuild pdf --roles r0,other"
    assert following(Entry("jobs", "one", {})) == ""


def test_the_next_command_can_be_given_as_it_stands(run: Run, tmp_path: Path) -> None:
    import shlex

    from click.testing import CliRunner

    from guidebuild.cli import program

    command = run().stdout.rpartition("Next: ")[2].strip()
    words = shlex.split(command)
    assert words[:2] == ["guidebuild", "pdf"]
    built = CliRunner().invoke(program, [*words[1:], "-o", str(tmp_path / "next.pdf")])
    assert built.exit_code == 0, built.output
