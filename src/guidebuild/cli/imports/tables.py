"""What the imports of tables share on the command line.

Comes in: `--map COLUMN=NAME`, `--delimiter` and `--currency`. Goes out: their meaning. Refuses: columns that
cannot be mapped, and codes of currencies that are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import click

_CODE = re.compile(r"[A-Z]{3}")
DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


def pairs(
    value: tuple[str, ...], known: tuple[str, ...], aliases: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Each `--map COLUMN=NAME`: which of the `known` columns, or by what other word, has which name in the file.

    Raises `click.UsageError`.
    """
    from guidebuild.diagnostics import did_you_mean

    columns: dict[str, str] = {}
    for pair in value:
        column, sign, name = (part.strip() for part in pair.partition("="))
        if not (sign and name):
            raise click.UsageError(f"--map: '{pair}' is not of the form COLUMN=NAME.")
        column = (aliases or {}).get(column, column)
        if column not in known:
            hint = "; ".join(did_you_mean(column, known)) or "the columns are " + ", ".join(known)
            raise click.UsageError(f"--map: '{column}' is not a column that can be mapped; {hint}")
        if column in columns:
            raise click.UsageError(f"--map: '{column}' is mapped twice.")
        columns[column] = name
    return columns


def currency_code(_ctx: click.Context, _option: click.Parameter, value: str) -> str:
    """A code of ISO 4217, as an option. Raises `click.BadParameter` for what has not its form."""
    code = value.strip().upper()
    if code and not _CODE.fullmatch(code):
        raise click.BadParameter("write a code of three letters, as in EUR")
    return code
