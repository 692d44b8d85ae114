"""`Chart`: a finished chart. `legend` pairs the numbers printed in overfull regions with their words."""

from __future__ import annotations

from dataclasses import dataclass

from guidebuild.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Chart:
    drawing: Drawing
    legend: tuple[tuple[str, str], ...] = ()
