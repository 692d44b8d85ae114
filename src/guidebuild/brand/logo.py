"""The logo of a brand, ready for white paper and for the primary colour.

Comes in: the `logo` part of a validated brand and the place of its values. Goes out: a `Logo`, and warnings of what
cannot be used: broken, oversized and unsafe pictures, what could not be printed as it looks, and what could not be seen
on its ground, each with its reason and with what is printed instead. Where a variant is missing, None tells typeset to
set the name in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebuild import sources
from guidebuild.brand import colour, raster, seen, svg
from guidebuild.brand.references import References
from guidebuild.brand.theme import Logo, Palette, Raster
from guidebuild.brand.tree import dotted
from guidebuild.cache import Cache
from guidebuild.diagnostics import Diagnostic, Span
from guidebuild.drawing import Colour, Drawing, Gradient
from guidebuild.drawing import Path as Shape
from guidebuild.edition import MM

Steps = tuple[str | int, ...]
_Chosen = dict[str, tuple[Any, Steps]]  # variant to resource, and its place in the file
# The guide shows its logo beside a line of type; the medium one is drawn for that.
FEWEST_PIXELS = 300
SHOWN = (84 * MM, 7.5 * MM)  # points: the widest and the highest that a page of a guide has it
PRESS_RESOLUTION = 300
SIZES = ("medium", "large", "small")
_IN_WORDS = "the name is set in words instead"
_WITHOUT = "nothing stands in its place, since the brand has no name: write meta.name"
# What names of pictures say: for dark grounds, the whole logo, a mark for small places.
_ON_DARK = re.compile(r"white|reverse|negative|invert|inverse|knockout|on[-_ ]?dark")
_WHOLE = re.compile(r"logo|wide|horizontal|main|primary|full|colou?r")
_SMALL = re.compile(r"icon|symbol|avatar|small|square|social")


@dataclass(frozen=True, slots=True)
class _Found:
    """One variant as it was read: where its path is written, the picture on its own ground, and how to draw it anew.

    `remarks` are told if the picture is printed.
    """

    text: str
    steps: Steps
    span: Span
    picture: Drawing | Raster
    sketch: svg.Sketch | None = None
    remarks: tuple[Diagnostic, ...] = ()


def read(
    logo: Any, name: str, palette: Palette, references: References, cache: Cache, *, to_press: bool = False
) -> tuple[Logo, list[Diagnostic]]:
    """The logo; the diagnostics of the references themselves stay in `references`."""
    problems: list[Diagnostic] = []
    chosen = _choose(logo) or _chosen_image(logo, references, problems)
    grounds = {"light": palette.paper.rgb, "dark": palette.primary.rgb}
    words = _IN_WORDS if name else _WITHOUT
    found: dict[str, _Found] = {}
    for variant in sorted(chosen):  # dark ones first: they may have to serve on paper
        instead = _instead(variant, chosen, found.get("dark"), grounds["light"], words)
        read_one = _picture(*chosen[variant], grounds[variant], references, problems, cache, instead)
        if read_one:
            found[variant] = read_one
    light, dark = (_used(variant, found, grounds) for variant in ("light", "dark"))
    for one in found.values():
        if one.picture is light:
            problems += (*one.remarks, *(_coarse(one.picture, one.span) if to_press else ()))
    problems += _unseen(chosen, found, grounds["light"], light, words)
    problems += _empty_parts(references, "it is passed over" if light else words)
    alt = next(filter(None, ((resource.alt or "").strip() for resource, _ in chosen.values())), name)
    if light and not alt:
        problems.append(_wordless(chosen, references))
    return Logo(light, dark, alt), problems


def _instead(variant: str, chosen: _Chosen, dark: _Found | None, paper: str, words: str) -> str:
    """What is printed where the picture of a variant cannot be. No page of a guide is dark, so there nothing is."""
    if variant == "dark" and "light" in chosen:
        return "guides have no dark pages that it would stand on"
    return f"{dark.text[:80]} is used instead" if dark and _borrowed(dark, paper) else words


def _used(variant: str, found: dict[str, _Found], grounds: dict[str, str]) -> Drawing | Raster | None:
    """The variant itself if it can be seen on its ground, else the other one if that can, else nothing."""
    own = found.get(variant)
    if own and seen.contrast(own.picture, grounds[variant]) >= seen.LEAST:
        return own.picture
    return _borrowed(next((one for kind, one in found.items() if kind != variant), None), grounds[variant])


def _borrowed(other: _Found | None, ground: str) -> Drawing | None:
    """A drawing may stand on the other ground too if all of it can be seen there; a bitmap may not."""
    if other is None or other.sketch is None:
        return None
    try:
        drawing = svg.on(other.sketch, ground)
    except svg.SvgError:
        return None
    return drawing if _visible(drawing, ground) else None


def _unseen(
    chosen: _Chosen,
    found: dict[str, _Found],
    ground: str,
    used: Drawing | Raster | None,
    words: str,
) -> Iterator[Diagnostic]:
    """What is told of a logo that was read and cannot be seen on paper. Of the other ground nothing is told."""
    own, dark = found.get("light"), found.get("dark")
    if own and used is not own.picture:
        ratio = seen.contrast(own.picture, ground)
        needed = f"its contrast is {ratio:.1f}:1, and {seen.LEAST:.0f}:1 is needed"
        instead = f"{dark.text[:80]} is used instead" if dark and used else words
        message = f"the logo {own.text[:80]} cannot be seen on white paper: {needed}; {instead}"
        hint = "give a variant for light grounds as logo.medium.light"
        if own.steps[-1] == "light":
            hint = f"give a darker picture as {dotted(own.steps)}"
        yield Diagnostic("warning", "unseen-logo", message, own.span, (hint,))
    elif dark and not used and "light" not in chosen:
        message = f"the logo {dark.text[:80]} is for dark grounds, and cannot be used on white paper; {words}"
        hint = f"give a variant for light grounds as {dotted((*dark.steps[:-1], 'light'))}"
        yield Diagnostic("warning", "unseen-logo", message, dark.span, (hint,))


def _choose(logo: Any) -> _Chosen:
    """The variants of the best size that the brand has."""
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


def _chosen_image(logo: Any, references: References, problems: list[Diagnostic]) -> _Chosen:
    """The best of the pictures that the brand only names: of no size, and perhaps one of them for dark grounds."""
    images: dict[str, Any] = getattr(logo, "images", None) or {}
    if not images:
        return {}
    dark = [name for name in images if _ON_DARK.search(name.lower())]
    rest = [name for name in images if name not in dark] or list(images)
    light = min(rest, key=lambda name: (bool(_SMALL.search(name.lower())), not _WHOLE.search(name.lower())))
    taken = {"light": light, **({"dark": dark[0]} if dark and dark[0] != light else {})}
    left = [name for name in images if name not in taken.values()]
    if left:
        message = f"the brand has {len(images)} pictures and no size for any; '{light}' is its logo here"
        span = references.tree.span(("logo", "images"), key=True)
        hint = f"to choose another, write medium: {left[0]} under logo"
        problems.append(Diagnostic("note", "logo-chosen", message, span, (hint,)))
    return {ground: (images[name], ("logo", "images", name)) for ground, name in taken.items()}


def _empty_parts(references: References, instead: str) -> Iterator[Diagnostic]:
    """A warning for each part of a logo that is written and has no value, with a path that could stand there."""
    tree = references.tree
    for path in _empty(tree.data.get("logo"), ("logo",)) if "logo" in tree.data else ():
        near = references.meant("")
        hint = f"write the path of a picture, as in {path[-1]}: {near or 'logo.svg'}"
        yield tree.warning("missing-value", f"'{dotted(path)}' has no value; {instead}", path, hint)


def _empty(data: Any, path: Steps) -> Iterator[Steps]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in ("alt", "attrs"):
                yield from _empty(value, (*path, key))
    elif data is None or (isinstance(data, str) and not data.strip()):
        yield path


def _wordless(chosen: _Chosen, references: References) -> Diagnostic:
    """A logo that nobody who cannot see it would hear of."""
    path = next(steps for _, steps in chosen.values())
    hint = "write what it says: meta.name, or alt beside the path of the logo"
    message = "the logo has no words, and is left out when the guide is read aloud"
    return Diagnostic("warning", "logo-wordless", message, references.tree.span(path), (hint,))


def _visible(drawing: Drawing, ground: str) -> bool:
    paints = [paint for op in drawing.ops if isinstance(op, Shape) for paint in (op.fill, op.stroke)]
    colours = {paint.rgb for paint in paints if isinstance(paint, Colour)}
    colours |= {stop.colour.rgb for paint in paints if isinstance(paint, Gradient) for stop in paint.stops}
    return all(colour.contrast(c, ground) >= seen.LEAST for c in sorted(colours))


def _picture(
    resource: Any,
    steps: Steps,
    ground: str,
    references: References,
    problems: list[Diagnostic],
    cache: Cache,
    instead: str,
) -> _Found | None:
    """The picture of a variant on its ground, or None with a problem noted."""
    text = str(resource.path.root)
    path = _place_of(text, steps, references)
    written = references.tree.get(path)  # brand_yml is not given a leading slash
    text = written if isinstance(written, str) and written.lstrip("/") == text else text
    file = references.resolve(text, path, "logo", instead)
    if file is None:
        return None
    span = references.tree.span(path)
    shown = text[:80]
    try:
        data = sources.read_bytes(file, limit=raster.FILE_LIMIT)
        if _is_svg(file, data):
            sketch = svg.read(data, cache)
            return _Found(text, steps, span, svg.on(sketch, ground), sketch)
        picture, remarks = raster.read(data, ground)
        remarks = [f"the logo {shown} {remark}" for remark in remarks]
        told = [Diagnostic("warning", "logo-changed", remark, span) for remark in remarks]
        told += _blurred(picture, text, span)
        return _Found(text, steps, span, picture, remarks=tuple(told))
    except svg.SvgError as err:
        place = Span(_shown(file, references), err.line, 1) if err.line else span
        message, hint = f"the logo {shown} cannot be used: {err.message}; {instead}", err.hint
    except (OSError, ValueError) as err:
        place, message = span, f"the logo {shown} {sources.reason(err)}; {instead}"
        hint = "use an SVG, or a PNG, JPEG, WebP or GIF of 300 to 4000 pixels a side"
    problems.append(Diagnostic("warning", "bad-logo", message, place, (hint,)))
    return None


def _blurred(picture: Raster, text: str, span: Span) -> list[Diagnostic]:
    if max(picture.width, picture.height) >= FEWEST_PIXELS:
        return []
    message = f"the logo {text[:80]} has {picture.width} x {picture.height} pixels and prints blurred"
    hint = f"use an SVG, or at least {FEWEST_PIXELS} pixels on the longer side"
    return [Diagnostic("warning", "small-logo", message, span, (hint,))]


def _coarse(picture: Drawing | Raster, span: Span) -> list[Diagnostic]:
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


def _is_svg(file: Path, data: bytes) -> bool:
    """Whether a file is meant to be a drawing. Raises `ValueError` for one that is too large."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if file.suffix.lower() != ".svg" and not start.startswith(b"<"):
        return False
    if len(data) > svg.FILE_LIMIT:
        raise ValueError(f"is larger than {svg.FILE_LIMIT:,} bytes")
    return True
