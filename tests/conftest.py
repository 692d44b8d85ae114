"""Fixtures for all tests: a cache of our own, and guides that are built once per run.

`built("dl-vs-mlse")` is the `Artifact` of a bundled guide; `roles`, `paper`, `profile` and so on may be named too.
At the end stands what was not tested since this machine lacks a tool; under .ci/run nothing may lack.
"""

from __future__ import annotations

import functools
import hashlib
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings

from guidebuild.conform.artifact import Artifact

ROOT = Path(__file__).resolve().parents[1]

# How long an example takes says something about the machine, and nothing about the program. A run tries the same
# examples as the one before, so that it fails for a change and not by chance; who names a number of them gets new ones.
settings.register_profile(
    "ours",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="GUIDEBUILD_EXAMPLES" not in os.environ,
)
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` renews the goldens; look at every renewed one."""
    parser.addoption(
        "--update-golden", action="store_true", help="renew tests/golden/ from what is built now"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks veraPDF is slow: it starts a Java machine and reads whole files."""
    for item in items:
        if any(mark.args == ("verapdf",) for mark in item.iter_markers("xdist_group")):
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was passed over, and how to have it tested: a silent skip looks like a test that passed."""
    reasons = [str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", ())]
    for reason in sorted(set(reasons)):
        terminalreporter.section("not tested", yellow=True)
        terminalreporter.line(f"{reasons.count(reason)} tests: {reason.removeprefix('Skipped: ')}")


@pytest.fixture(scope="session", autouse=True)
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the workers of one run share; the cache lies there, so that no test sees what an earlier run has cached."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDEBUILD_CACHE", str(shared / "cache"))
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield shared


@pytest.fixture(scope="session")
def built(shared_folder: Path) -> Callable[..., Artifact]:
    """Build a guide of the bundled content, once per run for the same order."""
    return functools.partial(_build, shared_folder)


@functools.cache
def _build(
    shared: Path, guide: str = "", *, settings: tuple[tuple[str, str], ...] = (), **choices: Any
) -> Artifact:
    from guidebuild.build import Order, build
    from guidebuild.cache import Cache

    order = Order(guide, settings=settings, folder=Path(ROOT.anchor), **choices)
    name = hashlib.sha256(repr(order).encode()).hexdigest()
    file = shared / "built" / name
    if file.is_file():
        return cast(Artifact, pickle.loads(file.read_bytes()))
    artifact = build(order, cache=Cache(shared / "cache")).artifact
    file.parent.mkdir(exist_ok=True)
    part = file.with_name(f"{name}-{os.getpid()}")
    part.write_bytes(pickle.dumps(artifact))
    part.replace(file)
    return artifact
