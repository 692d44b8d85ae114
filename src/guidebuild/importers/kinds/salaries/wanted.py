"""What an author wants of a table of salaries.

Comes in: nothing. Goes out: `Wanted`, `SourceWords` and the values of `level` and `period`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from guidebuild.importers.meaning.employment import Level

Period = Literal["year", "month", "hour"]
LEVELS: tuple[Level, ...] = get_args(Level)
PERIODS: tuple[Period, ...] = get_args(Period)


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What the author says of a file whose publisher the program does not know."""

    title: str = ""
    publisher: str = ""
    licence: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The pay of the role `role`, called `title` in print, from the rows of `file` whose title is one of `titles`.

    What is empty is not asked for. `columns` says which column of the file is which ({"pay": "Annual salary"}), by the
    names in `layouts.COLUMNS`; `soc` and `area` choose a row of a table of percentiles.
    """

    file: Path
    role: str
    title: str
    titles: tuple[str, ...] = ()
    country: str = ""
    level: Level | None = None
    years: tuple[int, int] | None = None
    currency: str = ""
    period: Period | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    layout: str = ""
    delimiter: str | None = None
    soc: str = ""
    area: str = ""
    source: SourceWords = SourceWords()
