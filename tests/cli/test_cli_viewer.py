"""`--open` starts the platform's viewer, and a missing viewer is no failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from guidebuild.cli import viewer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files by itself")


@pytest.mark.parametrize(("platform", "command"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_viewer_of_the_platform_is_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, command: str
) -> None:
    started: list[list[str]] = []

    def start(arguments: list[str], **_options: Any) -> None:
        started.append(arguments)

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", start)
    assert viewer.open_file(tmp_path / "-g.pdf")
    assert started == [[f"/bin/{command}", str(tmp_path / "-g.pdf")]]


def test_no_viewer_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert not viewer.open_file(tmp_path / "g.pdf")
