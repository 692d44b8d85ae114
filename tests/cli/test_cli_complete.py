"""A tab completes guides and roles."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("guidebuild pdf ml", {"ml-careers"}),
        ("guidebuild pdf rob", {"robots"}),
        ("guidebuild pdf --roles data-e", {"data-engineer"}),
        (
            "guidebuild pdf --roles data-engineer,data-",
            {"data-engineer,data-analyst", "data-engineer,data-scientist"},
        ),
        ("guidebuild pdf --roles my", {"mystery"}),
        ("guidebuild pdf --paper l", {"letter"}),
        ("guidebuild ro", {"roles"}),
    ],
)
def test_what_is_offered_begins_as_typed(tmp_path: Path, typed: str, offered: set[str]) -> None:
    (tmp_path / "content/roles").mkdir(parents=True)
    (tmp_path / "content/roles/mystery.yaml").write_text("")
    (tmp_path / "content/roles/.mysterious.yml").write_text("")
    (tmp_path / "guide.yml").write_text("id: robots  # of the fair\nroles: [mystery, data-engineer]\n")
    words = typed.split()
    settings = {
        "_GUIDEBUILD_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    run = subprocess.run(
        [sys.executable, "-c", "from guidebuild.cli import main; main()"],
        cwd=tmp_path,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert {line.partition(",")[2] for line in run.stdout.splitlines()} == offered
