"""Font files of any kind as static TrueType, the one kind that is set and embedded.

Comes in: the bytes of a font file. Goes out: the bytes of a TrueType font, the same ones where it was one. OpenType
fonts with CFF outlines get quadratic curves, at most a thousandth of an em away; web fonts (WOFF, WOFF2) are unpacked.
Refuses, with `ValueError` in words that complete "the font file ...": what is no font or damaged, variable fonts,
collections, and fonts that may not be embedded or only whole (OpenType specification, OS/2 `fsType`).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Any

from guidebuild import sources
from guidebuild.diagnostics import EnvironmentFault
from guidebuild.fonts import Face, metrics

MOST_GLYPHS = 30_000
TOLERANCE = 0.001  # of an em, between a cubic curve and the quadratic ones in its place
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_PACKED = {b"wOFF": "a web font (WOFF)", b"wOF2": "a web font (WOFF2)"}
# Bits of fsType: of the first four one is set; the others may be.
_RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200


def truetype(data: bytes) -> bytes:
    """The font as static TrueType.

    Raises `ValueError`, whose words go on after the name of the file, for what is no such font.
    """
    kind = data[:4]
    if kind == b"ttcf":
        raise ValueError("is a collection of several fonts")
    if kind not in (*_TRUETYPE, *_PACKED, b"OTTO"):
        raise ValueError("is not a TrueType or OpenType font")
    if kind in _TRUETYPE:
        _require_usable(data)
        return data
    converted = _converted(data)
    _require_usable(converted)
    return converted


def _require_usable(data: bytes) -> None:
    tables = _tables(data)
    if b"fvar" in tables:
        raise ValueError("is a variable font")
    if b"glyf" not in tables:
        raise ValueError("has no TrueType outlines")
    offset = tables.get(b"OS/2")
    if offset is not None and len(data) >= offset + 10:
        (bits,) = struct.unpack_from(">H", data, offset + 8)
        _require_embeddable(bits)
    try:
        metrics(Face("a font that is looked at", "", data))
    except EnvironmentFault as err:
        raise ValueError("is damaged") from err


def _require_embeddable(bits: int) -> None:
    if bits & 0x000F == _RESTRICTED:
        raise ValueError("does not permit embedding (its licence bits say 'restricted')")
    if bits & (_WHOLE_ONLY | _BITMAPS_ONLY):
        raise ValueError("may only be embedded whole or as pixels, which no guide does")


def _converted(data: bytes) -> bytes:
    """A web font unpacked, and cubic outlines made quadratic. Equal bytes give equal bytes."""
    from fontTools.ttLib import TTFont

    try:
        if data[:4] in _PACKED:
            _require_bounded(data)
        with TTFont(BytesIO(data), recalcTimestamp=False, lazy=False) as font:
            if "OS/2" in font:  # asked before any change is made to it
                _require_embeddable(font["OS/2"].fsType)
            if "fvar" in font or "CFF2" in font:
                raise ValueError("is a variable font")
            if font["maxp"].numGlyphs > MOST_GLYPHS:
                raise ValueError(f"has more than {MOST_GLYPHS:,} glyphs, too many to convert")
            font.flavor = None
            if "CFF " in font:
                _make_quadratic(font)
            target = BytesIO()
            font.save(target)
            return target.getvalue()
    except ValueError:
        raise
    except Exception as err:  # a damaged table makes the library raise almost anything
        raise ValueError(f"is {_PACKED.get(data[:4], 'an OpenType font')} that is damaged") from err


def _require_bounded(data: bytes) -> None:
    """Unpack a web font once with an end to it: the library would believe a small file of gigabytes.

    Raises `ValueError` for what grows beyond the limit of fonts, and anything for a damaged header (WOFF 1.0, 4;
    WOFF 2.0, 4 and 5).
    """
    told = int.from_bytes(data[16:20], "big")  # by the file itself: totalSfntSize
    sizes = chain((told,), _unpacked(data) if data[:4] == b"wOFF" else _unpacked2(data))
    if any(size > sources.FONT_LIMIT for size in sizes):
        raise ValueError(f"is larger than {sources.FONT_LIMIT:,} bytes when it is unpacked")


def _unpacked(data: bytes) -> Iterator[int]:
    """How many bytes there are after each table."""
    total = 0
    for row in range(int.from_bytes(data[12:14], "big")):
        start, length, whole = struct.unpack_from(">III", data, 44 + 20 * row + 4)
        packed = data[start : start + length]
        limit = sources.FONT_LIMIT + 1
        total += len(zlib.decompressobj().decompress(packed, limit)) if length < whole else length
        yield total


def _unpacked2(data: bytes) -> Iterator[int]:
    """How many bytes there are after each step; all tables are one stream, behind a directory of varied lengths."""
    import brotli

    at = 48
    for _ in range(int.from_bytes(data[12:14], "big")):
        flags = data[at]
        at += 5 if flags & 0x3F == 0x3F else 1  # a tag that has no number
        as_it_was = 3 if flags & 0x3F in (10, 11) else 0  # the version of glyf and loca, and of all others
        for _ in range(1 if flags >> 6 == as_it_was else 2):
            while data[at] & 0x80:
                at += 1
            at += 1
    unpacker, total, packed = brotli.Decompressor(), 0, data[at : at + int.from_bytes(data[20:24], "big")]
    while not unpacker.is_finished():
        found = unpacker.process(packed, output_buffer_limit=1_000_000)
        if not found and unpacker.can_accept_more_data():
            return  # cut off: the library says so
        packed, total = b"", total + len(found)
        yield total


def _make_quadratic(font: Any) -> None:
    """CFF outlines as TrueType ones, with the tables that go with them."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm * TOLERANCE, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for name in ("CFF ", "VORG"):
        if name in font:
            del font[name]
    glyf.compile(font)
    for name in order:
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(outlines[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                  "maxSizeOfInstructions", "maxComponentElements"):  # fmt: skip
        setattr(maxp, field, 0)
    maxp.compile(font)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 2.0, [], {}, order
    font.sfntVersion = "\x00\x01\x00\x00"


def described(data: bytes) -> tuple[int, bool]:
    """Weight, and whether it slopes, as a usable font says of itself (OS/2 `usWeightClass`, `fsSelection`)."""
    offset = _tables(data).get(b"OS/2")
    if offset is None or len(data) < offset + 64:
        return 400, False
    (weight,) = struct.unpack_from(">H", data, offset + 4)
    (selection,) = struct.unpack_from(">H", data, offset + 62)
    return weight, bool(selection & 1)


def _tables(data: bytes) -> Mapping[bytes, int]:
    """Tag and offset of the tables of a font (OpenType specification, table directory)."""
    count = int.from_bytes(data[4:6], "big")
    rows = (data[12 + 16 * index : 28 + 16 * index] for index in range(count))
    return {row[:4]: int.from_bytes(row[8:12], "big") for row in rows if len(row) == 16}
