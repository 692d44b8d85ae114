"""The rows of a workbook (xlsx) as text, a row at a time.

Comes in: an open file. Goes out: each row that is not blank, with its number and its cells as the same table saved as
CSV has them: whole numbers without a point, days as 2026-11-30. The first sheet with two columns is read; formulas
count by the values that were saved with them. Refuses: workbooks of the old format, damaged ones, and those that
unpack to more than a table may hold.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from guidebuild.diagnostics import Diagnostic, GuideError, Span

_MOST_BYTES = 2_000_000_000
_SWELLING = 200  # unpacked bytes per packed byte; sheets of numbers reach about 20
_HARMLESS = 20_000_000
_MOST_COLUMNS = 2_000


def is_workbook(stream: BinaryIO) -> bool:
    """Whether it is an xlsx file; leaves the stream at its beginning."""
    stream.seek(0)
    found = stream.read(4) == b"PK\x03\x04" and _holds_sheets(stream)
    stream.seek(0)
    return found


def _holds_sheets(stream: BinaryIO) -> bool:
    try:
        return "xl/workbook.xml" in zipfile.ZipFile(stream).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def rows_of(stream: BinaryIO, name: str) -> Iterator[tuple[int, list[str]]]:
    """Raises `GuideError`, also while rows are read."""
    _refuse_bomb(stream, name)
    import openpyxl

    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if (sheet.max_column or 2) > 1:
                yield from _cells(sheet)
                return
    except GuideError:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers raise on a damaged file
        message = f"this workbook cannot be read: {str(error)[:120] or type(error).__name__}"
        hint = "open it, save it again, or save the sheet as CSV"
        raise GuideError([Diagnostic("error", "broken-workbook", message, Span(name), (hint,))]) from error


def _cells(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_text(value) for value in row[:_MOST_COLUMNS]]
        while cells and not cells[-1]:  # sheets have columns that nobody filled
            cells.pop()
        if cells:
            yield number, cells


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return (
            str(int(value)) if value == value and abs(value) < 1e15 and value == int(value) else repr(value)
        )
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value).strip()


def _refuse_bomb(stream: BinaryIO, name: str) -> None:
    with zipfile.ZipFile(stream) as packed:
        sizes = [(info.file_size, max(info.compress_size, 1)) for info in packed.infolist()]
    swollen = any(size > _HARMLESS and size > _SWELLING * small for size, small in sizes)
    if swollen or sum(size for size, _ in sizes) > _MOST_BYTES:
        message = "unpacked, this workbook would be larger than a table may be"
        raise GuideError([Diagnostic("error", "zip-bomb", message, Span(name))])
    stream.seek(0)
