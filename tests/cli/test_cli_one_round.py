"""Whatever is wrong is told in one run: content, brand, logo, fonts and characters, by `pdf` and by `check`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from guidebuild.cli import program

ROLE = "title: {}\ndefinition: {}\nreviewed: 2026-01-01\n"
GUIDE = "roles: [nurse, aide]\ndate: 2027-01-01\n"
Make = Callable[[dict[str, str]], Path]

CASES = {
    "a tip and the brand": (
        {"guide.yml": GUIDE + "tips: [nix]\nbrand: nope.yml\n"},
        {"unknown-tip", "missing-file"},
    ),
    "a key of the guide and the brand": (
        {"guide.yml": GUIDE + "papr: a4\nbrand: nope.yml\n"},
        {"unknown-key", "missing-file"},
    ),
    "a role, a colour of the brand and a character": (
        {
            "content/roles/aide.yml": "title: Aide\ndefinition: Helps 数.\nskils: [a]\n",
            "_brand.yml": "color: {primary: reddish}\n",
        },
        {"unknown-key", "bad-colour", "missing-character"},
    ),
    "content, logo and font": (
        {
            "guide.yml": GUIDE + "jobs: [nix]\n",
            "_brand.yml": "logo: ../logo.svg\ntypography: {base: Comic Neue}\n",
        },
        {"unknown-job", "file-outside", "font-replaced"},
    ),
    "a character, a colour and the paper": (
        {
            "guide.yml": GUIDE + "layout: poster\npaper: a5\n",
            "content/roles/aide.yml": ROLE.format("Aide", "Helps 数."),
            "_brand.yml": "color: {primary: reddish}\n",
        },
        {"unfit-paper", "bad-colour", "missing-character"},
    ),
    "a character and a script": (
        {
            "content/roles/aide.yml": ROLE.format("Aide", "Helps 数."),
            "content/roles/nurse.yml": ROLE.format("Nurse", "עוזרת"),
        },
        {"missing-character", "script-not-set"},
    ),
}


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    def made(files: dict[str, str]) -> Path:
        whole = {
            "guide.yml": GUIDE,
            "content/roles/nurse.yml": ROLE.format("Nurse", "Cares."),
            "content/roles/aide.yml": ROLE.format("Aide", "Helps."),
            **files,
        }
        for name, text in whole.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return made


@pytest.mark.parametrize("command", ["pdf", "check"])
@pytest.mark.parametrize("case", CASES)
def test_one_run_tells_all(make: Make, command: str, case: str) -> None:
    files, codes = CASES[case]
    make(files)
    result = CliRunner().invoke(program, [command])
    assert result.exit_code == 1, result.output
    assert codes <= set(re.findall(r"(?:error|warning)\[([\w-]+)\]", result.output)), result.output


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_told_twice(make: Make, case: str) -> None:
    make(CASES[case][0])
    lines = [line for line in CliRunner().invoke(program, ["check"]).output.splitlines() if "[" in line]
    assert len(lines) == len(set(lines))


def test_what_was_told_in_one_run_is_all_there_is(make: Make) -> None:
    """Each mistake mended, nothing new comes up."""
    folder = make(CASES["a role, a colour of the brand and a character"][0])
    (folder / "content/roles/aide.yml").write_text(ROLE.format("Aide", "Helps."))
    (folder / "_brand.yml").write_text("color: {primary: '#7a0019'}\n")
    assert CliRunner().invoke(program, ["pdf", "-o", "out.pdf"]).exit_code == 0
