"""What usvg 0.31 would lose and can be said in another way that it reads.

Comes in: the tree of a file. Goes out: whether it was changed. usvg forgets how the shapes of a clip path are moved;
the same movement of the clip path itself it keeps. It takes style sheets for other media as well, reads each only up to
its first comment of XML, and `marker` only there; references are the matter of `names`. Raises `SvgError` with the line
for clip paths whose shapes are moved each in its own way, and inner pages and symbols that are.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from guidebuild.brand.svg import styles
from guidebuild.brand.svg.names import SVG, XLINK_HREF, settle
from guidebuild.brand.svg.refusal import refusal, unsupported

_MARKED = "descendant-or-self::*[contains(@style, 'marker')]"
_MARKER = re.compile(r"(?<![\w-])marker(\s*:[^;]*)")
_UNMOVED = ("svg", "symbol")


def mend(root: Any) -> bool:
    """Put what is lost where it is not. Raises `SvgError`."""
    for kind in _UNMOVED:
        for element in root.iter(f"{SVG}{kind}"):
            if element is not root and element.get("transform"):
                raise unsupported(f"'transform' of <{kind}>", int(element.sourceline or 0))
    changed = sum(map(_mend_sheet, root.iter(f"{SVG}style"))) + sum(map(_mend_markers, root.xpath(_MARKED)))
    changed += settle(root)
    named = {str(element.get("id")): element for element in root.iter(f"{SVG}*") if element.get("id")}
    return changed + sum(_mend_clip(clip, named) for clip in root.iter(f"{SVG}clipPath")) > 0


def _mend_sheet(sheet: Any) -> bool:
    """A style sheet as one text, or without any if browsers do not apply it."""
    written = sheet.text or ""
    text = "".join(sheet.itertext()) if styles.applies(sheet.get("media", "")) else ""
    if text == written and not len(sheet):
        return False
    del sheet[:]
    sheet.text = text
    return True


def _mend_markers(element: Any) -> bool:
    style = element.get("style", "")
    spelt = _MARKER.sub(r"marker-start\1;marker-mid\1;marker-end\1", style)
    if spelt != style:
        element.set("style", spelt)
    return bool(spelt != style)


def _mend_clip(clip: Any, named: dict[str, Any]) -> bool:
    shapes = [child for child in clip.iterchildren(f"{SVG}*") if child.tag != f"{SVG}title"]
    moves = {_move(shape, named) for shape in shapes}
    if moves <= {""}:
        return False
    if len(moves) > 1 or clip.get("clip-path") or clip.get("clipPathUnits") == "objectBoundingBox":
        raise refusal("clip-path", int(clip.sourceline or 0))
    clip.set("transform", f"{clip.get('transform', '')} {moves.pop()}".strip())
    for shape in shapes:
        copied = _copied(shape, named)
        still = shape if copied is None else copy.deepcopy(copied)
        for key in ("transform", "id") if copied is not None else ("transform",):
            still.attrib.pop(key, None)
        if copied is not None:
            still.set("clip-rule", still.get("clip-rule", shape.get("clip-rule", "nonzero")))
            clip.replace(shape, still)
    return True


def _copied(shape: Any, named: dict[str, Any]) -> Any:
    """What a copy is made of; None for a shape of its own, or of nothing."""
    if shape.tag != f"{SVG}use":
        return None
    return named.get((shape.get("href") or shape.get(XLINK_HREF) or "").lstrip("#"))


def _move(shape: Any, named: dict[str, Any]) -> str:
    """All transforms of a shape in a clip path; a copy has its own, its place, and that of what it copies."""
    parts = [shape.get("transform", "")]
    copied = _copied(shape, named)
    if copied is not None:
        x, y = shape.get("x", "0"), shape.get("y", "0")
        parts.append(f"translate({x} {y})" if (x, y) != ("0", "0") else "")
        parts.append(copied.get("transform", ""))
    if "transform" in shape.get("style", ""):
        raise refusal("clip-path", int(shape.sourceline or 0))
    return " ".join(part.strip() for part in parts if part.strip())
