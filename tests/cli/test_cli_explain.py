"""`guidebuild explain` says what a code means, what to do, and shows an example."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from guidebuild.catalogue import codes, rooms
from guidebuild.cli import program


def told(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(program, ["explain", *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_a_code_is_told_with_its_example() -> None:
    assert told("bad-currency") == (
        "bad-currency: error\n\n"
        "A currency is not written with its three letters of ISO 4217.\n\n"
        "What to do: Write its three capitals, as in USD.\n\n"
        "Example, in content/jobs.yml:\n\n"
        "    jobs:\n"
        "      - {id: one, title: Data Engineer, employer: Acme, place: Leeds, "
        "salary: {low: 30000, high: 40000, currency: Pound}}\n\n"
        "guidebuild check content/jobs.yml prints:\n\n"
        "    content/jobs.yml:2:111: error[bad-currency]: 'Pound' is not a currency\n"
        "      hint: use its three letters, as in USD\n"
    )


@pytest.mark.parametrize("copied", ["error[no-date]", "error[no-date]:", "[no-date]", " no-date "])
def test_a_code_may_be_copied_with_its_brackets(copied: str) -> None:
    assert told(copied) == told("no-date")


def test_a_code_that_there_is_not_ends_with_2_and_the_nearest() -> None:
    output = told("unknown-kay", code=2)
    assert "there is no code 'unknown-kay'; the nearest are: unknown-key" in output
    assert "'guidebuild explain' lists all codes" in told("zzzzzz", code=2)


def test_without_a_code_all_are_listed_by_room() -> None:
    lines = told().splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [
        entry.code for room in rooms() for entry in room.entries
    ]
    assert [line.partition(".")[0] for line in lines if line and not line.startswith("  ")] == [
        room.title for room in rooms()
    ]


def test_json_has_the_same_for_programs() -> None:
    one = json.loads(told("no-date", "--format", "json"))
    assert (one["code"], one["severities"]) == ("no-date", ["warning"])
    assert one["example"]["prints"] in told("no-date").replace("\n    ", "\n")
    assert [row["code"] for row in json.loads(told("--format", "json"))] == [
        entry.code for room in rooms() for entry in room.entries
    ]
    (wrong,) = json.loads(told("no-dat", "--format", "json", code=2))
    assert wrong["code"] == "usage"
    assert "the nearest are: no-date" in wrong["message"]


def test_the_shell_offers_codes() -> None:
    offered = ShellComplete(program, {}, "guidebuild", "_X").get_completions(["explain"], "unknown-")
    assert [item.value for item in offered] == [code for code in codes() if code.startswith("unknown-")]


def test_nothing_heavy_is_loaded() -> None:
    script = (
        "import sys; from guidebuild.cli import program;"
        "program(['explain', 'unknown-key'], standalone_mode=False);"
        "print([m for m in ('pydantic', 'yaml', 'matplotlib', 'reportlab', 'pikepdf') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
