"""`guidebuild preflight` tells what a shop would say, in words and as JSON, and its exit code is the verdict."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pikepdf import Array, Dictionary, Name, Pdf

from guidebuild.cli import program
from guidebuild.conform.artifact import Artifact


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def guide(folder: Path, built: Callable[..., Artifact]) -> Path:
    (folder / "guide.pdf").write_bytes(built("dl-vs-mlse").pdf)
    return folder / "guide.pdf"


@pytest.fixture
def small(folder: Path) -> Path:
    """Two empty pages, of which the second is turned; a note stands on the first."""
    with Pdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page(page_size=(595.28, 841.89))
        pdf.pages[1].obj.Rotate = 180
        pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Text, Rect=Array([9, 9, 20, 20]))])
        pdf.save(folder / "small.pdf")
    return folder / "small.pdf"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["preflight", *arguments])


def as_json(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json").stdout)


@pytest.mark.slow
@pytest.mark.usefixtures("guide")
def test_our_guide_can_be_printed_in_an_office() -> None:
    result = run("guide.pdf")
    assert result.exit_code == 0, result.output
    *findings, verdict = result.stdout.splitlines()
    assert [line for line in findings if not line.startswith(("pass  ", "     "))] == []
    assert "page-size: all pages are 210 x 297 mm (A4)" in result.stdout
    assert "Office printer can print this file (0 failures, 0 warnings," in verdict
    assert result.stderr == ""


@pytest.mark.slow
@pytest.mark.usefixtures("guide")
@pytest.mark.parametrize(
    ("shop", "refusals"),
    [
        ("office", set()),
        ("copy-shop", {"colours"}),
        ("booklet", {"page-count"}),
        ("online-press", {"version", "standard", "output-intent", "page-boxes", "colours", "annotations"}),
        ("press-x4", {"version", "standard", "output-intent", "page-boxes", "colours", "annotations"}),
        ("us-press", {"version", "standard", "output-intent", "page-boxes", "colours", "annotations"}),
    ],
)
def test_our_guide_for_the_screen_is_judged_by_each_shop(shop: str, refusals: set[str]) -> None:
    told = as_json("guide.pdf", "--shop", shop)
    assert told["shop"] == shop
    failed = {check["check"] for check in told["checks"] if check["outcome"] == "failure"}
    if told["pages"] % 4 == 0:
        refusals = refusals - {"page-count"}
    assert failed == refusals
    assert {problem["code"] for problem in told["diagnostics"] if problem["severity"] == "error"} == refusals


@pytest.mark.usefixtures("guide")
def test_a_refusal_names_the_pages_and_how_to_mend_it() -> None:
    result = run("guide.pdf", "--shop", "copy-shop")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    at = next(
        index
        for index, line in enumerate(lines)
        if line.startswith("failure  colours: DeviceRGB is used for")
    )
    assert lines[at + 1].strip().startswith("pages 1 to ")
    assert lines[at + 2].strip() == "hint: build it with --profile gray"
    assert "Copy shop, black and white would refuse this file (1 failure, 0 warnings," in lines[-1]


@pytest.mark.usefixtures("small")
def test_json_has_each_finding_with_its_pages_and_the_problems_as_diagnostics(folder: Path) -> None:
    (folder / "mine.yml").write_text("title: Mine\nannotations: none\n")
    told = as_json("small.pdf", "--shop", "mine.yml")
    assert (told["file"], told["shop"], told["pages"]) == ("small.pdf", "mine.yml", 2)
    (note,) = [check for check in told["checks"] if check["outcome"] == "failure"]
    assert note == {
        "check": "annotations",
        "outcome": "failure",
        "sentence": "annotations (Text) stand in the file; they may be printed, or stop the job",
        "measured": "1 annotation",
        "pages": [1],
        "hint": "remove links, comments and fields, and print addresses as text",
    }
    (problem,) = told["diagnostics"]
    assert problem["code"] == "annotations"
    assert problem["file"] == "small.pdf"
    assert problem["message"].endswith("stop the job (page 1)")


@pytest.mark.usefixtures("small")
def test_quiet_prints_refusals_alone(folder: Path) -> None:
    assert run("small.pdf", "--quiet").output == ""
    (folder / "mine.yml").write_text("title: Mine\npages: {least: 8}\n")
    result = run("small.pdf", "--shop", "mine.yml", "-q")
    assert result.exit_code == 1
    assert result.stdout.startswith("failure  page-count: the file has 2 pages; the shop asks for at least 8")
    assert "passed" not in result.stdout


def test_strict_refuses_what_is_warned_of(folder: Path) -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 300))
        page = pdf.pages[0].obj
        font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(), FirstChar=65, LastChar=65,
                          FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500]))  # fmt: skip
        page.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F 9 Tf 2 100 Td (A) Tj ET")
        pdf.save(folder / "edge.pdf")
    assert run("edge.pdf").exit_code == 0
    assert "warning  safety: text stands 0.71 mm from the edge of the page" in run("edge.pdf").stdout
    strict = run("edge.pdf", "--strict")
    assert strict.exit_code == 1
    assert "would refuse this file (0 failures, 1 warning," in strict.stdout
    told = as_json("edge.pdf", "--strict")
    assert [problem["severity"] for problem in told["diagnostics"]] == ["error"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "error[empty-file]: the file is empty"),
        (b"title: A role\n", "error[not-a-pdf]: this is not a PDF file"),
        (b"%PDF-1.7\nnothing", "error[damaged-pdf]: the file is damaged beyond repair"),
    ],
)
def test_what_is_no_pdf_is_named(data: bytes, words: str, folder: Path) -> None:
    (folder / "file.pdf").write_bytes(data)
    result = run("file.pdf")
    assert result.exit_code == 1
    assert f"file.pdf: {words}" in result.stderr
    told = as_json("file.pdf")
    assert told["checks"] is None
    assert len(told["diagnostics"]) == 1


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    with (folder / "file.pdf").open("wb") as file:
        file.truncate(300_000_001)
    result = run("file.pdf")
    assert result.exit_code == 1
    assert "error[file-too-large]: the file is larger than 300,000,000 bytes" in result.stderr


@pytest.mark.usefixtures("small")
def test_the_command_line_is_wrong() -> None:
    result = run("small.pdf", "--shop", "ofice")
    assert result.exit_code == 2
    assert "there is no shop 'ofice'" in result.stderr
    assert "did you mean 'office'?" in result.stderr
    assert run("nowhere.pdf").exit_code == 2
    assert run().exit_code == 2


@pytest.mark.usefixtures("small")
def test_a_shop_of_ones_own_that_is_wrong_is_named_with_its_place(folder: Path) -> None:
    (folder / "mine.yml").write_text("title: Mine\nblead: 3 mm\n")
    result = run("small.pdf", "--shop", "mine.yml")
    assert result.exit_code == 1
    assert "mine.yml:2:1: error[unknown-key]: 'blead' is not a field of a shop" in result.stderr
    missing = run("small.pdf", "--shop", "./none.yml")
    assert missing.exit_code == 1
    assert "none.yml: error[cannot-read]" in missing.stderr


def test_completion_offers_the_shops() -> None:
    env = {**os.environ, "_GUIDEBUILD_COMPLETE": "bash_complete", "COMP_CWORD": "3",
           "COMP_WORDS": "guidebuild preflight --shop "}  # fmt: skip
    command = [sys.executable, "-c", "from guidebuild.cli import main; main()"]
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert [line.partition(",")[2] for line in run.stdout.splitlines()] == [
        "booklet", "copy-shop", "office", "online-press", "press-x4", "us-press",
    ]  # fmt: skip


def test_help_names_every_shop_and_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom guidebuild.cli import program\n"
        "try:\n    program(['preflight', '--help'])\n"
        "except SystemExit:\n    pass\n"
        "print(sorted({'pikepdf', 'pydantic', 'PIL', 'lxml', 'yaml'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    from guidebuild.preflight.shop import names

    *words, loaded = done.stdout.splitlines()
    assert loaded == "[]"
    said = " ".join(" ".join(words).split())
    assert [name for name in names() if name not in said] == []
