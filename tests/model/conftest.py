"""A project on disk for each test, above bundled content that holds a source and a category and nothing else.

`write` puts files into the project, `bundle` into the bundled content; messages name them from the project's folder.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebuild import sources
from guidebuild.model.load import check

Write = Callable[[str, str | bytes], Path]
Said = Callable[..., str]


def put(file: Path, content: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(
        content if isinstance(content, bytes) else textwrap.dedent(content).lstrip("\n").encode()
    )
    return file


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder, which is also the working directory."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(sources, "bundled", lambda name: tmp_path / "bundled" / name)
    put(tmp_path / "bundled/content/sources.yml", "sources:\n  - {id: aijobs, title: Pay data}\n")
    put(tmp_path / "bundled/content/skills.yml", "categories:\n  - {id: people, label: People}\n")
    return folder


@pytest.fixture
def write(project: Path) -> Write:
    """Write a file of the project; text is dedented."""

    return lambda name, content: put(project / name, content)


@pytest.fixture
def bundle(tmp_path: Path) -> Write:
    """Write a file of the bundled content."""
    return lambda name, content: put(tmp_path / "bundled" / name, content)


@pytest.fixture
def said(write: Write) -> Said:
    """What `check` says when a file has this content."""

    def said(content: str | bytes, name: str = "content/roles/keeper.yml") -> str:
        file = write(name, content)
        return "\n".join(str(problem) for problem in check([file]))

    return said
