"""docs/architecture.md: its session runs and prints what it says, and its rooms are those of the contract."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
SESSION = "\n".join(re.findall(r"```pycon\n(.*?)```", TEXT, re.S))


def test_the_guide_that_is_followed_through_the_pipeline_is_as_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)  # places are told from where one stands
    said: list[str] = []
    session = doctest.DocTestParser().get_doctest(SESSION, {}, "architecture.md", None, None)
    result = doctest.DocTestRunner(verbose=False).run(session, out=said.append)
    assert result.attempted > 15
    assert result.failed == 0, "".join(said)


def test_what_is_quoted_stands_in_the_file_that_is_named() -> None:
    quotes = re.findall(r"<!-- from: (\S+) -->\n```\n(.*?)```", TEXT, re.S)
    assert quotes
    for name, words in quotes:
        assert words in (ROOT / name).read_text(encoding="utf-8")


def test_the_rooms_are_those_of_the_contract_in_its_order() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = [one["layers"] for one in contracts if one.get("containers") == ["guidebuild"]]
    table = TEXT.partition("| room |")[2].partition("\n\n")[0]
    rooms = [re.findall(r"`(\w+)`", line.split("|")[1]) for line in table.splitlines()[2:]]
    assert rooms == [layer.split(" | ") for layer in layers]
