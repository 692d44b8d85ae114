"""Which stage is at work, and how long each one took.

Comes in: the names of stages as `build` enters them. Goes out: a moving line on a terminal, and the times.
Refuses: to draw anything when standard error is not a terminal that welcomes it.
"""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from guidebuild.cli.terminal import is_lively

if TYPE_CHECKING:
    from rich.status import Status

_DOING = {
    "load": "Reading the content",
    "brand": "Reading the brand",
    "compose": "Composing the guide",
    "draw": "Drawing the charts",
    "typeset": "Setting the pages",
    "conform": "Finishing the file",
}


class Progress:
    """Called with the name of each stage that begins; a context manager around the whole build."""

    def __init__(self, *, quiet: bool) -> None:
        self._status: Status | None = None
        self._lively = not quiet and is_lively(sys.stderr)
        self._began: list[tuple[str, float]] = []
        self._ended = 0.0

    def __enter__(self) -> Progress:
        if self._lively:
            from rich.console import Console

            self._status = Console(stderr=True).status("Starting")
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = time.perf_counter()
        if self._status is not None:
            self._status.stop()

    def __call__(self, stage: str) -> None:
        self._began.append((stage, time.perf_counter()))
        if self._status is not None:
            self._status.update(_DOING.get(stage, stage))

    @property
    def times(self) -> list[tuple[str, float]]:
        """(stage, seconds) in order."""
        starts = [began for _, began in self._began]
        ends = [*starts[1:], self._ended]
        return [(stage, end - began) for (stage, began), end in zip(self._began, ends, strict=False)]
