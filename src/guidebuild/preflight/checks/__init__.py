"""The checks of a preflight, in the order of the report.

Comes in: a `Document` and a `Shop`. Goes out: findings; a check that a shop does not ask for finds nothing at all.
Each check is a small function; `CHECKS` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guidebuild.preflight.checks import (
    bleed,
    boxes,
    colours,
    file,
    fonts,
    images,
    ink,
    lines,
    standards,
    transparency,
)
from guidebuild.preflight.findings import Finding
from guidebuild.preflight.marks import Document
from guidebuild.preflight.shop import Shop

Check = Callable[[Document, Shop], Iterator[Finding]]

CHECKS: dict[str, Check] = {
    "sound": file.sound,
    "encryption": file.encryption,
    "version": file.version,
    "standard": standards.claimed,
    "standard-kept": standards.kept,
    "output-intent": standards.output_intent,
    "page-count": boxes.page_count,
    "page-boxes": boxes.present,
    "box-order": boxes.nested,
    "page-size": boxes.size,
    "bleed-room": bleed.room,
    "bleed-painted": bleed.painted,
    "outside-bleed": bleed.outside,
    "safety": bleed.safety,
    "colours": colours.spaces,
    "registration": colours.registration,
    "black-text": colours.black_text,
    "white-overprint": colours.white_overprint,
    "total-ink": ink.total,
    "fonts": fonts.embedded,
    "type3": fonts.type3,
    "type-size": lines.type_size,
    "line-width": lines.line_width,
    "image-resolution": images.resolution,
    "transparency": transparency.transparency,
    "layers": file.layers,
    "annotations": file.notes,
    "active-content": file.active_content,
}
