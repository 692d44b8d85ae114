"""A release as large as the real one is imported whole: in bounded memory, and each file as one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from esco_release import write_release

_RUN = """
import resource, sys, time
from pathlib import Path
from guidebuild.cli import program
program.main(sys.argv[1:], standalone_mode=False)
used = resource.getrusage(resource.RUSAGE_SELF)
# ru_maxrss outlives exec, so that it would be that of the test runner; VmHWM is of this program alone.
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
peak = int(status["VmHWM"].split()[0])
print(f"measured: {used.ru_utime + used.ru_stime:.1f} s of CPU, {peak / 1024:.0f} MB")
"""


def imported(release: Path, folder: Path) -> str:
    folder.mkdir()
    words = ["import", "esco", str(release), "--match", "worker", "--all"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1795392000"}
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stderr) < 40_000
    return done.stdout


def test_a_small_release_of_that_shape_comes_whole(tmp_path: Path) -> None:
    imported(write_release(tmp_path, occupations=40, skills=400, relations=1_200), tmp_path / "project")
    roles = sorted((tmp_path / "project/content/roles").glob("*.yml"))
    assert len(roles) == 40
    assert sum(text.count("  - ") for text in (role.read_text() for role in roles)) >= 1_200


@pytest.mark.slow
def test_all_occupations_come_in_bounded_memory(tmp_path: Path) -> None:
    told = imported(write_release(tmp_path), tmp_path / "project")
    print(told[told.index("measured") :])
    assert len(list((tmp_path / "project/content/roles").glob("*.yml"))) == 3_007
    assert float(told.split()[-2]) <= 300
