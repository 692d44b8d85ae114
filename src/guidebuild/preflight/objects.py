"""What stands in a PDF's objects, asked so that no malformed file can surprise us.

Comes in: any value that pikepdf hands out. Goes out: numbers, names, texts, arrays and entries, or nothing where the
value is of another kind. Refuses: numbers that no page has use for (not finite, or beyond a thousand million).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from guidebuild.drawing import Matrix
from guidebuild.geometry import Box

_LARGEST = 1e9
Id = tuple[int, int]


def entry(thing: Any, *keys: str) -> Any:
    """The value at the end of a way of keys through dictionaries (or streams), None where the way ends before."""
    for key in keys:
        if not isinstance(thing, Dictionary | Stream):
            return None
        thing = thing.get("/" + key)
    return thing


def entries(thing: Any) -> dict[str, Any]:
    """Keys (without their slash) and values of a dictionary; empty for anything else."""
    if not isinstance(thing, Dictionary | Stream):
        return {}
    return {key[1:]: thing[key] for key in thing.keys()}  # noqa: SIM118 -- a stream is not iterable


def items(thing: Any) -> tuple[Any, ...]:
    """The items of an array; empty for anything else."""
    return tuple(thing) if isinstance(thing, Array) else ()


def number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    found = float(value)
    return found if -_LARGEST < found < _LARGEST else None


def whole(value: Any) -> int | None:
    found = number(value)
    return None if found is None else int(found)


def numbers(value: Any) -> tuple[float, ...]:
    """All numbers of an array, in order; empty where one of its items is no number."""
    found = tuple(number(item) for item in items(value))
    return tuple(item for item in found if item is not None) if None not in found else ()


def name(value: Any) -> str:
    """A name without its slash; "" for anything else."""
    if not isinstance(value, Name):
        return ""
    try:
        return str(value)[1:]
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")[1:]


def text(value: Any) -> str:
    """A text string; "" for anything else."""
    if not isinstance(value, String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def matrix(value: Any) -> Matrix | None:
    found = numbers(value)
    if len(found) != 6:
        return None
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f)


def box(value: Any) -> Box | None:
    """A rectangle, its corners put in order."""
    found = numbers(value)
    if len(found) != 4:
        return None
    x0, y0, x1, y1 = found
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def identity(thing: Any) -> Id | None:
    """Which object of the file this is; None for one that stands inside another."""
    found: Id = getattr(thing, "objgen", (0, 0))
    return found if found != (0, 0) else None


def filters(stream: Any) -> tuple[str, ...]:
    """The names of the filters that a stream goes through."""
    given = entry(stream, "Filter")
    return tuple(name(item) for item in items(given)) or ((name(given),) if name(given) else ())
