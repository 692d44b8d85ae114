"""A small ICC profile of a press that does not exist: 2 points along each side of its tables (ICC.1:2010, 10.10)."""

from __future__ import annotations

import itertools
import struct


def cmyk_profile(*, space: bytes = b"CMYK", kind: bytes = b"prtr", name: bytes = b"Test press") -> bytes:
    """Its inks subtract: cyan, magenta and yellow are what red, green and blue lack. PCS is Lab."""
    channels = 4 if space == b"CMYK" else 3
    to_lab = _table(channels, 3, [_lab(inks) for inks in itertools.product((0, 1), repeat=channels)])
    to_inks = _table(3, channels, [_inks(*lab)[:channels] for lab in itertools.product((0, 255), repeat=3)])
    text = name + b"\0"
    elements = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(78),
        b"cprt": b"text\0\0\0\0None\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D),
        **dict.fromkeys((b"A2B0", b"A2B1"), to_lab),
        **dict.fromkeys((b"B2A0", b"B2A1"), to_inks),
    }
    table, body, start = struct.pack(">I", len(elements)), b"", 132 + 12 * len(elements)
    for tag, data in elements.items():
        table += struct.pack(">4sII", tag, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI4s4s4s6H4s", start + len(body), b"", 0x02100000, kind, space, b"Lab ",
                         2000, 1, 1, 0, 0, 0, b"acsp")  # fmt: skip
    return header + bytes(28) + struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D) + bytes(48) + table + body


def _table(inputs: int, outputs: int, points: list[tuple[int, ...]]) -> bytes:
    """lut8Type with straight curves."""
    one = struct.pack(">9i", *(0x10000 if i % 4 == 0 else 0 for i in range(9)))
    curve = bytes(range(256))
    cells = bytes(value for point in points for value in point)
    return b"mft1\0\0\0\0" + bytes((inputs, outputs, 2, 0)) + one + curve * inputs + cells + curve * outputs


def _lab(inks: tuple[int, ...]) -> tuple[int, int, int]:
    cyan, magenta, yellow, black = (*inks, 0)[:4]
    light = 255 * (1 - black) * (1 - (0.3 * cyan + 0.6 * magenta + 0.1 * yellow))
    return (
        round(light),
        128 + 60 * (magenta - cyan) * (1 - black),
        128 + 60 * (yellow - magenta) * (1 - black),
    )


def _inks(light: int, a: int, b: int) -> tuple[int, ...]:
    lack = 255 - light
    red, yellow = (a - 128) // 3, (b - 128) // 3
    values = (lack - red, lack + red, lack + yellow, 0)
    return tuple(min(max(value, 0), 255) for value in values)
