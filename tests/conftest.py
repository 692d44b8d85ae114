"""Fixtures for all tests: a cache of our own, and guides that are built once per process.

`built("dl-vs-mlse")` is the `Artifact` of a bundled guide; `roles`, `paper`, `profile` and so on may be named too.
At the end stands what was not tested since this machine lacks a tool; under .ci/run nothing may lack.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from guidebuild.conform.artifact import Artifact

ROOT = Path(__file__).resolve().parents[1]

# How long an example takes says something about the machine, and nothing about the program.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees what an earlier run has cached; the workers of one run share what they draw."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDEBUILD_CACHE", str(shared / "cache"))
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield


@pytest.fixture(scope="session")
def built(_own_cache: None) -> Callable[..., Artifact]:
    """Build a guide of the bundled content, once per process for the same order."""
    return _build


@functools.cache
def _build(
    guide: str = "",
    *,
    roles: tuple[str, ...] = (),
    paper: str = "",
    layout: str = "",
    profile: str = "",
    edition: str = "",
    settings: tuple[tuple[str, str], ...] = (),
) -> Artifact:
    from guidebuild.build import Order, build
    from guidebuild.cache import Cache, default_folder

    order = Order(
        guide,
        roles,
        settings=settings,
        paper=paper,
        folder=Path(ROOT.anchor),
        layout=layout,
        profile=profile,
        edition=edition,
    )
    return build(order, cache=Cache(default_folder())).artifact
