"""The logo of a brand, ready for white paper and for the primary colour.

Comes in: the `logo` part of a validated brand and the place of its values. Goes out: a `Logo`, and
diagnostics for what cannot be used. Refuses: broken, oversized and unsafe pictures, each with its reason.
Where a variant is missing, None tells typeset to set the name in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.brand import colour, raster, svg
from guidebuild.brand.references import References
from guidebuild.brand.theme import MM, Logo, Palette, Raster
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.drawing import Colour, Drawing
from guidebuild.drawing import Path as Shape

Steps = tuple[str | int, ...]
# The guide shows its logo beside a line of type; the medium one is drawn for that.
FEWEST_PIXELS = 300
SHOWN = (84 * MM, 7.5 * MM)  # points: the widest and the highest that a page of a guide has it
PRESS_RESOLUTION = 300
SIZES = ("medium", "large", "small")
_IN_WORDS = "the name is set in words instead"


def read(
    logo: Any, name: str, palette: Palette, references: References, *, to_press: bool = False
) -> tuple[Logo, list[Diagnostic]]:
    """The logo; the diagnostics of the references themselves stay in `references`."""
    problems: list[Diagnostic] = []
    chosen = _choose(logo)
    pictures: dict[str, Drawing | Raster | None] = {"light": None, "dark": None}
    alt = ""
    for variant, (resource, path) in chosen.items():
        background = palette.paper if variant == "light" else palette.primary
        pictures[variant] = _picture(resource, path, background.rgb, references, problems)
        if to_press:
            problems += _coarse(
                pictures[variant], references.tree.span(_place_of(str(resource.path.root), path, references))
            )
        alt = alt or (resource.alt or "").strip()
    _fill_in(pictures, palette)
    return Logo(pictures["light"], pictures["dark"], alt or name or "Logo"), problems


def _choose(logo: Any) -> dict[str, tuple[Any, Steps]]:
    """Variant to resource and its place in the file: the best size that the brand has."""
    if logo is None:
        return {}
    if hasattr(logo, "path"):
        return {"light": (logo, ("logo",))}
    for size in SIZES:
        found = getattr(logo, size, None)
        if found is None:
            continue
        if hasattr(found, "path"):
            return {"light": (found, ("logo", size))}
        variants = {kind: getattr(found, kind) for kind in ("light", "dark")}
        return {kind: (item, ("logo", size, kind)) for kind, item in variants.items() if item is not None}
    return {}


def _fill_in(pictures: dict[str, Drawing | Raster | None], palette: Palette) -> None:
    """A drawing may stand on the other background too if all of it can be seen there; a bitmap may not."""
    for variant, other, background in (("dark", "light", palette.primary), ("light", "dark", palette.paper)):
        drawing = pictures[other]
        if pictures[variant] is None and isinstance(drawing, Drawing) and _visible(drawing, background):
            pictures[variant] = drawing


def _visible(drawing: Drawing, background: Colour) -> bool:
    paints = (paint for op in drawing.ops if isinstance(op, Shape) for paint in (op.fill, op.stroke))
    colours = {paint.rgb for paint in paints if isinstance(paint, Colour)}
    return all(colour.contrast(c, background.rgb) >= 3 for c in sorted(colours))


def _picture(
    resource: Any, path: Steps, background: str, references: References, problems: list[Diagnostic]
) -> Drawing | Raster | None:
    text = str(resource.path.root)
    path = _place_of(text, path, references)
    file = references.resolve(text, path, "logo", _IN_WORDS)
    if file is None:
        return None
    span = references.tree.span(path)
    try:
        picture = _read(file, background)
        problems += _blurred(picture, text, span)
        return picture
    except svg.SvgError as err:
        place = Span(_shown(file, references), err.line, 1) if err.line else span
        message = f"the logo {text[:80]} cannot be used: {err.message}"
        problems.append(Diagnostic("error", "bad-logo", message, place, (err.hint,)))
    except (OSError, ValueError) as err:
        reason = getattr(err, "strerror", None) or str(err)
        hint = "use an SVG of solid paths, or a PNG or JPEG of 300 to 4000 pixels a side"
        problems.append(Diagnostic("error", "bad-logo", f"the logo {text[:80]} {reason}", span, (hint,)))
    return None


def _blurred(picture: Drawing | Raster, text: str, span: Span) -> list[Diagnostic]:
    if not isinstance(picture, Raster) or max(picture.width, picture.height) >= FEWEST_PIXELS:
        return []
    message = f"the logo {text[:80]} has {picture.width} x {picture.height} pixels and prints blurred"
    hint = f"use an SVG, or at least {FEWEST_PIXELS} pixels on the longer side"
    return [Diagnostic("warning", "small-logo", message, span, (hint,))]


def _coarse(picture: Drawing | Raster | None, span: Span) -> list[Diagnostic]:
    """A bitmap that a press would show the pixels of, at the size in which a guide shows its logo."""
    if not isinstance(picture, Raster):
        return []
    resolution = max(picture.height / SHOWN[1], picture.width / SHOWN[0]) * 72
    if resolution >= PRESS_RESOLUTION:
        return []
    message = f"the logo has {resolution:.0f} pixels per inch at its printed size; a press asks for {PRESS_RESOLUTION}"
    return [Diagnostic("warning", "low-resolution", message, span, ("use an SVG, or a larger bitmap",))]


def _place_of(text: str, path: Steps, references: References) -> Steps:
    """Where the reference is written: at the size itself, under `path`, or in `logo.images` by its name."""
    tree = references.tree
    written = tree.get(path)
    if isinstance(written, dict):
        return (*path, "path")
    images = tree.get(("logo", "images"))
    if written != text and isinstance(images, dict) and written in images:
        inside: Iterable[str] = ("path",) if isinstance(images[written], dict) else ()
        return ("logo", "images", written, *inside)
    return path


def _shown(file: Path, references: References) -> str:
    """The path as a reader of the message would type it, beside the brand file."""
    brand = Path(references.tree.file)
    folder = references.folder.resolve()
    return str(brand.parent / file.relative_to(folder)) if file.is_relative_to(folder) else str(file)


def _read(file: Path, background: str) -> Drawing | Raster:
    data = sources.read_bytes(file, limit=raster.FILE_LIMIT)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if file.suffix.lower() == ".svg" or start.startswith(b"<"):
        if len(data) > svg.FILE_LIMIT:
            raise ValueError(f"is larger than {svg.FILE_LIMIT:,} bytes")
        return svg.read(data)
    return raster.read(data, background)
