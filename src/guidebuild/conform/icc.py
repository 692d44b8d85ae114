"""The colour profiles of output intents, computed from IEC 61966-2-1 (ICC version 2.1, under 1 KB).

Comes in: nothing. Goes out: `srgb()`, and `gray()` with the same tones, the same bytes on every machine. Refuses:
nothing. Pillow's own profile is not used since it is larger and carries the time of its making.
"""

from __future__ import annotations

import struct
from functools import lru_cache

# The primaries of sRGB adapted to D50 with the Bradford transform, in s15Fixed16.
_WHITE = (0xF6D6, 0x10000, 0xD32D)
_RED = (0x6FA2, 0x38F5, 0x0390)
_GREEN = (0x6299, 0xB785, 0x18DA)
_BLUE = (0x24A0, 0x0F84, 0xB6CF)
_POINTS = 256
_NAME, _GREY = b"sRGB IEC61966-2.1\0", b"Gray with the tones of sRGB\0"
Elements = tuple[tuple[tuple[bytes, ...], bytes], ...]
_MADE = (1999, 10, 18, 0, 0, 0)  # the day of the standard: a profile needs a date, and it must not be today's


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(numbers: tuple[int, int, int]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *numbers)


def _curve() -> bytes:
    points = [round(_linear(step / (_POINTS - 1)) * 0xFFFF) for step in range(_POINTS)]
    return b"curv\0\0\0\0" + struct.pack(f">I{_POINTS}H", _POINTS, *points)


def _description(name: bytes) -> bytes:
    """textDescriptionType: the ASCII name, then an empty Unicode and an empty script name."""
    return b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


def _header(size: int, space: bytes) -> bytes:
    return (
        struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", space, b"XYZ ")
        + struct.pack(">6H", *_MADE)
        + b"acsp"
        + bytes(28)  # platform, flags, device and its attributes, perceptual intent: none of them applies
        + struct.pack(">3i", *_WHITE)
        + bytes(48)
    )


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """The profile of screens."""
    colours: Elements = (
        ((b"rXYZ",), _xyz(_RED)),
        ((b"gXYZ",), _xyz(_GREEN)),
        ((b"bXYZ",), _xyz(_BLUE)),
        ((b"rTRC", b"gTRC", b"bTRC"), _curve()),
    )
    return _profile(_NAME, b"RGB ", colours)


@lru_cache(maxsize=1)
def gray() -> bytes:
    """The profile of what has no colours; its tones are those of `srgb`, so that greys look alike in both."""
    return _profile(_GREY, b"GRAY", (((b"kTRC",), _curve()),))


def _profile(name: bytes, space: bytes, more: Elements) -> bytes:
    elements: Elements = (
        ((b"desc",), _description(name)),
        ((b"cprt",), b"text\0\0\0\0No copyright, use freely\0"),
        ((b"wtpt",), _xyz(_WHITE)),
        *more,
    )
    count = sum(len(names) for names, _ in elements)
    start = 128 + 4 + 12 * count
    table, body = struct.pack(">I", count), b""
    for names, data in elements:
        for name in names:
            table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return _header(start + len(body), space) + table + body
