"""Guides built from Python: the function behind `from guidebuild import build_guide`.

Comes in: an `Order`, a callable to be told of each stage, a folder for charts to be kept in. Goes out: the finished
file as an `Artifact`, with the bytes that the command would write; nothing is written or printed. Raised:
`GuideError` with everything that is wrong with content, brand or order, and `EnvironmentFault` where the machine is
in the way. docs/api.md says what stays as it is between versions.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guidebuild.build import Order, build
from guidebuild.cache import Cache

if TYPE_CHECKING:
    from guidebuild.conform.artifact import Artifact


def build_guide(
    order: Order | None = None,
    *,
    progress: Callable[[str], None] = lambda _stage: None,
    cache: Path | None = None,
) -> Artifact:
    """Build one guide: without an order, that of the project around the working directory, else the default one.

    `progress` is called with the name of each stage as it begins. With a folder for a `cache`, charts are kept there;
    that saves time and changes no byte.
    """
    return build(order or Order(), progress=progress, cache=Cache(cache)).artifact
