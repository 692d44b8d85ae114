"""What a vector logo consists of before it is known what it stands on.

Comes in: nothing. Goes out: frozen data. Lengths are units of the file, the origin is the lower left corner of its page
and y grows upwards. Parts may be see-through; `placing` makes them solid on a ground.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from guidebuild.drawing import Colour, Gradient, Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A fill or a stroke. `opacity` is from 0 to 1; `stops` has a further one for each stop of a gradient, or none."""

    path: Path
    opacity: float = 1.0
    stops: tuple[float, ...] = ()

    @property
    def is_solid(self) -> bool:
        return self.opacity >= 1 and all(stop >= 1 for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that are painted in order, and become see-through together."""

    children: tuple[Mark | Group, ...]
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page of `width` x `height` and what is on it."""

    width: float
    height: float
    content: Group


def painted(path: Path, what: str, paint: Colour | Gradient) -> Path:
    """The path with another paint for its "fill" or its "stroke"."""
    return replace(path, fill=paint) if what == "fill" else replace(path, stroke=paint)
